import assert from 'node:assert/strict'
import { createServer, type Server as TcpServer, type Socket } from 'node:net'
import { crc32c } from '@node-rs/crc32'
import { credentials, type Server, type ServerWritableStream } from '@grpc/grpc-js'
import { systemClock, systemScheduler, type Scheduler } from '../../src/base/clock.ts'
import { ERROR_TABLE, RingKvError } from '../../src/base/errors.ts'
import { keyspaceId, nodeId, replicaId, shardId, type NodeId } from '../../src/base/ids.ts'
import { retryAfterMsOf } from '../../src/net/error-codec.ts'
import { GrpcTransport } from '../../src/net/grpc-transport.ts'
import type { wire } from '../../src/net/protobuf.ts'
import { RAFT_SERVICE } from '../../src/net/services.ts'
import { SnapshotDamaged } from '../../src/net/snapshot-stream.ts'
import type {
  ClusterReports,
  ForwardAnswer,
  ForwardRequest,
  HeartbeatAnswer,
  MapUpdate,
  NodeBeat,
  NodeHandlers,
  NodeHeartbeat,
  PlacementAnswer,
  RaftEnvelope,
  SnapshotRequest,
  SnapshotSource,
} from '../../src/net/transport.ts'
import { message } from '../../src/raft/messages.ts'
import { listen, newServer, RecordingLog, until } from './support.ts'

type Respond = (answer: ForwardAnswer) => void

const USE = { keyspace: keyspaceId(3), keys: 4, bytes: 2 ** 41, historyBytes: 2 ** 42 }

const REPORTS: ClusterReports = {
  notLeader: false,
  leader: nodeId(0),
  nodes: [
    {
      node: nodeId(2),
      diskFreeBytes: 2 ** 50,
      diskTotalBytes: 2 ** 51,
      memoryBytes: 7,
      uptimeSeconds: 8,
    },
  ],
  shards: [{ shard: shardId(3), approximateBytes: 2 ** 40, usage: [USE] }],
}

const ANSWER: HeartbeatAnswer = {
  notLeader: true,
  leader: nodeId(3),
  wantFull: true,
  certain: true,
  identity: 'disk-1',
  wallMicros: 1_700_000_000_000_001,
  mapVersion: 77,
  skewedNodes: [nodeId(2), nodeId(5)],
}

/** A node that does what a test scripts and remembers what it was told. */
class ScriptedNode implements NodeHandlers {
  readonly clocks: number[] = []
  readonly beats: { from: NodeId; beat: NodeBeat }[] = []
  readonly envelopes: { from: NodeId; envelope: RaftEnvelope }[] = []
  readonly lost: NodeId[] = []
  readonly requests: ForwardRequest[] = []
  answer: (request: ForwardRequest, respond: Respond) => void = (request, respond) => {
    respond({ kind: 'reply', reply: request.command ?? request.read! })
  }
  source: (request: SnapshotRequest) => Promise<SnapshotSource> = () =>
    Promise.reject(new Error('no such shard'))
  heartbeats: NodeHeartbeat[] = []
  watchers: { since: number; push: (update: MapUpdate) => void; cancelled: AbortSignal }[] = []

  clockReading(reading: number): void {
    this.clocks.push(reading)
  }

  beat(from: NodeId, beat: NodeBeat): void {
    this.beats.push({ from, beat })
  }

  raft(from: NodeId, envelopes: readonly RaftEnvelope[]): void {
    for (const envelope of envelopes) this.envelopes.push({ from, envelope })
  }

  peerLost(peer: NodeId): void {
    this.lost.push(peer)
  }

  forward(_from: NodeId, request: ForwardRequest, respond: Respond): void {
    this.requests.push(request)
    this.answer(request, respond)
  }

  snapshot(request: SnapshotRequest): Promise<SnapshotSource> {
    return this.source(request)
  }

  heartbeat(heartbeat: NodeHeartbeat): HeartbeatAnswer {
    this.heartbeats.push(heartbeat)
    return ANSWER
  }

  reports(): ClusterReports {
    return REPORTS
  }

  watchMap(since: number, push: (update: MapUpdate) => void, cancelled: AbortSignal): void {
    this.watchers.push({ since, push, cancelled })
  }

  proposePlacement(command: Uint8Array): Promise<PlacementAnswer> {
    if (command.length === 0) return Promise.reject(new Error('empty command'))
    return Promise.resolve({ reply: command, notLeader: false, leader: nodeId(0) })
  }
}

interface RunningNode {
  readonly id: NodeId
  readonly handlers: ScriptedNode
  readonly transport: GrpcTransport
  readonly server: Server
  readonly address: string
  readonly log: RecordingLog
}

const CONF_STATE = {
  voters: [replicaId(1), replicaId(2)],
  votersOutgoing: [],
  learners: [replicaId(3)],
  learnersNext: [],
  autoLeave: true,
}
const HEADER = {
  index: 9,
  term: 2,
  confState: CONF_STATE,
  meta: Buffer.from('meta'),
  firstChunk: 3,
}

describe('grpc transport', () => {
  const running: RunningNode[] = []

  afterEach(() => {
    for (const node of running.splice(0)) stop(node)
  })

  async function start(
    id: number,
    overrides: {
      clusterId?: string
      bootId?: string
      port?: number
      scheduler?: Scheduler
    } = {},
  ): Promise<RunningNode> {
    const handlers = new ScriptedNode()
    const log = new RecordingLog()
    const transport = new GrpcTransport(
      {
        clusterId: overrides.clusterId ?? 'cluster-a',
        node: nodeId(id),
        bootId: overrides.bootId ?? `boot-of-${id}`,
        clock: systemClock,
        scheduler: overrides.scheduler ?? systemScheduler,
        clockReading: () => id * 1000,
        credentials: credentials.createInsecure(),
        log: log.log,
      },
      handlers,
    )
    const server = newServer()
    transport.register(server)
    const address = await listen(server, overrides.port ?? 0)
    const node = { id: nodeId(id), handlers, transport, server, address, log }
    running.push(node)
    return node
  }

  function stop(node: RunningNode): void {
    node.transport.close()
    node.server.forceShutdown()
  }

  /** Two nodes that know each other, with all streams up. */
  async function pair(): Promise<[RunningNode, RunningNode]> {
    const [one, two] = [await start(1), await start(2)]
    one.transport.setPeer(two.id, two.address)
    two.transport.setPeer(one.id, one.address)
    await until(() => [one, two].every((node) => streamsUp(node) === 2))
    return [one, two]
  }

  function streamsUp(node: RunningNode): number {
    return node.log.events.filter(({ kind }) => kind === 'peer-connected').length
  }

  function envelope(index: number, bytes = 8): RaftEnvelope {
    const data = Buffer.alloc(bytes, index)
    const entries = [{ term: 1, index, type: 'normal', data } as const]
    return { shard: shardId(index % 7), message: message('MsgApp', { index, entries }) }
  }

  function request(fields: Partial<ForwardRequest> = {}): ForwardRequest {
    return {
      shard: shardId(1),
      rangeEpoch: 1,
      timeoutMs: 10_000,
      command: Buffer.from('command'),
      read: undefined,
      log: false,
      ...fields,
    }
  }

  const ask = (from: RunningNode, to: RunningNode, fields: Partial<ForwardRequest> = {}) =>
    new Promise<ForwardAnswer>((resolve) => {
      from.transport.forward(to.id, request(fields), resolve)
    })

  describe('raft messages', () => {
    it('arrive in the order they were sent, in both directions', async () => {
      const [one, two] = await pair()
      for (let index = 1; index <= 3000; index++) {
        one.transport.sendRaft(two.id, envelope(index))
        two.transport.sendRaft(one.id, envelope(index))
      }
      for (const [node, peer] of [[one, two] as const, [two, one] as const]) {
        await until(() => node.handlers.envelopes.length === 3000)
        node.handlers.envelopes.forEach(({ from, envelope: { message: received } }, at) => {
          assert.equal(from, peer.id)
          assert.equal(received.index, at + 1)
        })
        assert.ok(node.handlers.clocks.includes(peer.id * 1000))
        assert.equal(node.transport.counters.raftDropped, 0)
      }
    })

    it('may be large, and many frames long', async () => {
      const [one, two] = await pair()
      for (let index = 1; index <= 20; index++) one.transport.sendRaft(two.id, envelope(index, 1e6))
      await until(() => two.handlers.envelopes.length === 20)
      const { entries } = two.handlers.envelopes[19]!.envelope.message
      assert.ok(Buffer.alloc(1e6, 20).equals(entries[0]!.data))
    })

    it('are dropped and counted when the peer does not listen, and when too much waits', async () => {
      const [one, two] = await pair()
      one.transport.sendRaft(nodeId(9), envelope(1))
      assert.equal(one.transport.counters.raftDropped, 1)
      for (let index = 1; index <= 100; index++)
        one.transport.sendRaft(two.id, envelope(index, 1e6))
      const dropped = one.transport.counters.raftDropped - 1
      assert.ok(dropped > 50 && dropped < 100, `${dropped} dropped`)
      await until(() => two.handlers.envelopes.length === 100 - dropped)
      one.transport.sendRaft(two.id, envelope(101))
      await until(() => two.handlers.envelopes.at(-1)?.envelope.message.index === 101)
    })
  })

  it('carries beats whole, with and without shards, between the messages', async () => {
    const [one, two] = await pair()
    const ids = { shards: [], from: [], to: [] }
    const state = { terms: [], commits: [], rounds: [], asleep: [] }
    const none = { ...ids, ...state, closed: [], closedIndexes: [] }
    const full: NodeBeat = {
      bootId: 'boot',
      heartbeats: {
        shards: [shardId(1), shardId(70_000)],
        from: [replicaId(1), replicaId(2)],
        to: [replicaId(3), replicaId(4)],
        terms: [5, 2 ** 50],
        commits: [0, 2 ** 51],
        rounds: [7, 2 ** 52],
        asleep: [true, false],
        closed: [2 ** 50, 0],
        closedIndexes: [2 ** 51, 0],
      },
      answers: none,
    }
    const empty: NodeBeat = { bootId: 'boot', heartbeats: none, answers: none }
    one.transport.sendBeat(two.id, full)
    one.transport.sendRaft(two.id, envelope(3))
    one.transport.sendBeat(two.id, empty)
    one.transport.sendBeat(nodeId(9), empty)
    await until(() => two.handlers.beats.length === 2)
    assert.deepEqual(
      two.handlers.beats.map(({ from, beat }) => ({ from, beat })),
      [full, empty].map((beat) => ({ from: one.id, beat })),
    )
    assert.equal(two.handlers.envelopes.length, 1)
    assert.equal(one.transport.counters.raftDropped, 1, 'nobody is node 9')
  })

  describe('loss of a peer', () => {
    it('is noticed when its process ends, once, and healed when it is back', async () => {
      const [one, two] = await pair()
      const port = Number(two.address.split(':')[1])
      stop(two)
      await until(() => one.handlers.lost.length > 0)
      assert.deepEqual(one.handlers.lost, [two.id])
      const again = await start(2, { port, bootId: 'second-boot' })
      again.transport.setPeer(one.id, one.address)
      await until(() => streamsUp(again) === 2 && streamsUp(one) === 4)
      again.transport.sendRaft(one.id, envelope(5))
      await until(() => one.handlers.envelopes.length === 1)
    })

    it('is noticed by a new boot id alone', async () => {
      const [one, two] = await pair()
      const third = await start(2, { bootId: 'restarted' })
      // The same node calls from a new process, while the old connection still stands.
      third.transport.setPeer(one.id, one.address)
      await until(() => one.handlers.lost.length === 1)
      assert.deepEqual(one.handlers.lost, [two.id])
    })

    it('is not cried for a peer that never came up', async () => {
      const one = await start(1)
      const two = await start(2)
      one.transport.setPeer(nodeId(3), '127.0.0.1:1')
      one.transport.setPeer(two.id, two.address)
      await until(() => streamsUp(one) === 2)
      assert.deepEqual(one.handlers.lost, [])
    })
  })

  describe('strangers', () => {
    it('of another cluster are refused on every stream, with a line in the log', async () => {
      const one = await start(1)
      const foreign = await start(2, { clusterId: 'cluster-b' })
      foreign.transport.setPeer(one.id, one.address)
      await until(() => one.log.events.filter(({ kind }) => kind === 'foreign-cluster').length >= 2)
      assert.equal(streamsUp(foreign), 0)
      await assert.rejects(
        foreign.transport.proposePlacement(one.id, Buffer.from('x')),
        /cluster-a/,
      )
      const wanted = { shard: shardId(1), replica: replicaId(1), resume: undefined }
      await assert.rejects(foreign.transport.fetchSnapshot(one.id, wanted), /cluster-a/)
      const answer = await ask(foreign, one)
      assert.ok(answer.kind === 'error' && !answer.maybeLogged)
      assert.equal(one.handlers.requests.length, 0)
    })

    it('that took over an address refuse what was meant for its former owner', async () => {
      const one = await start(1)
      const two = await start(2)
      one.transport.setPeer(nodeId(3), two.address)
      one.transport.setPeer(two.id, two.address)
      await until(() => streamsUp(one) === 2)
      const connected = one.log.events.filter(({ kind }) => kind === 'peer-connected')
      assert.ok(connected.every((event) => 'node' in event && event.node === 2))
    })
  })

  describe('forwarded requests', () => {
    it('are answered each by its own answer, in any order', async () => {
      const [one, two] = await pair()
      const held: (() => void)[] = []
      two.handlers.answer = (asked, respond) => {
        held.push(() => respond({ kind: 'reply', reply: asked.command! }))
        if (held.length === 500) for (const late of held.reverse()) late()
      }
      const texts = Array.from({ length: 500 }, (_, i) => `command-${i}`)
      const answers = await Promise.all(
        texts.map((text) => ask(one, two, { command: Buffer.from(text) })),
      )
      answers.forEach((answer, at) => {
        assert.ok(answer.kind === 'reply')
        assert.equal(Buffer.from(answer.reply).toString(), texts[at])
      })
      assert.ok(two.handlers.clocks.includes(1000) && one.handlers.clocks.includes(2000))
    })

    it('carry all their fields', async () => {
      const [one, two] = await pair()
      const sent = { command: undefined, read: Buffer.from('read'), log: true, rangeEpoch: 77 }
      await ask(one, two, sent)
      const { timeoutMs, ...received } = two.handlers.requests[0]!
      assert.deepEqual(received, { shard: 1, ...sent })
      assert.equal(timeoutMs, 10_000)
    })

    it('bring refusals back whole', async () => {
      const [one, two] = await pair()
      const refusal: ForwardAnswer = {
        kind: 'error',
        code: ERROR_TABLE.NOT_LEADER.wire,
        message: 'ask node 3',
        retryAfterMs: 0,
        leader: nodeId(3),
        maybeLogged: true,
      }
      two.handlers.answer = (_request, respond) => respond(refusal)
      assert.deepEqual(await ask(one, two), refusal)
    })

    it('end at their deadline, and a later answer changes nothing', async () => {
      const [one, two] = await pair()
      let late: Respond | undefined
      two.handlers.answer = (_request, respond) => (late = respond)
      const answer = await ask(one, two, { timeoutMs: 60 })
      assert.ok(answer.kind === 'error')
      assert.equal(answer.code, ERROR_TABLE.DEADLINE.wire)
      assert.equal(answer.maybeLogged, true)
      late!({ kind: 'reply', reply: Buffer.from('late') })
      two.handlers.answer = (_request, respond) =>
        respond({ kind: 'reply', reply: Buffer.from('x') })
      const next = await ask(one, two)
      assert.ok(next.kind === 'reply' && Buffer.from(next.reply).toString() === 'x')
    })

    it('may have been logged when the stream breaks, if they were commands', async () => {
      const [one, two] = await pair()
      two.handlers.answer = () => undefined
      const command = ask(one, two)
      const read = ask(one, two, { command: undefined, read: Buffer.from('r') })
      await until(() => two.handlers.requests.length === 2)
      stop(two)
      const answers = await Promise.all([command, read])
      for (const answer of answers) {
        assert.ok(answer.kind === 'error')
        assert.equal(answer.code, ERROR_TABLE.NO_QUORUM.wire)
      }
      assert.deepEqual(
        answers.map((answer) => answer.kind === 'error' && answer.maybeLogged),
        [true, false],
      )
    })

    it('cannot have been logged when they never left', async () => {
      const [one, two] = await pair()
      const answer = ask(one, two)
      one.transport.close()
      const refused = await answer
      assert.ok(refused.kind === 'error' && !refused.maybeLogged)
      assert.equal(two.handlers.requests.length, 0)
    })

    it('are refused at once, but not inside the call, when the peer is not connected', async () => {
      const one = await start(1)
      let answered = false
      const refused = new Promise<ForwardAnswer>((resolve) => {
        one.transport.forward(nodeId(7), request(), (answer) => {
          answered = true
          resolve(answer)
        })
      })
      assert.equal(answered, false)
      const answer = await refused
      assert.ok(answer.kind === 'error' && !answer.maybeLogged)
      assert.equal(answer.code, ERROR_TABLE.NO_QUORUM.wire)
    })
  })

  describe('a peer that accepts connections and says nothing', () => {
    let silent: TcpServer
    const sockets: Socket[] = []

    beforeEach((done) => {
      silent = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1', done)
    })

    afterEach((done) => {
      for (const socket of sockets.splice(0)) socket.destroy()
      silent.close(done)
    })

    it('is dialled again and again, and requests to it are refused', async () => {
      const impatient: Scheduler = {
        ...systemScheduler,
        after: (delayMs, run) => systemScheduler.after(delayMs / 50, run),
      }
      const one = await start(1, { scheduler: impatient })
      const { port } = silent.address() as { port: number }
      one.transport.setPeer(nodeId(2), `127.0.0.1:${port}`)
      const answer = await new Promise<ForwardAnswer>((resolve) => {
        one.transport.forward(nodeId(2), request(), resolve)
      })
      assert.ok(answer.kind === 'error' && !answer.maybeLogged)
      await until(() => sockets.length >= 4)
    })
  })

  describe('snapshots', () => {
    const WANTED = { shard: shardId(4), replica: replicaId(2), resume: undefined }

    async function* chunksOf(...sizes: number[]): AsyncGenerator<Uint8Array> {
      for (const size of sizes) yield await Promise.resolve(Buffer.alloc(size, size % 251))
    }

    async function collect(source: SnapshotSource): Promise<Buffer> {
      const parts: Uint8Array[] = []
      for await (const part of source.chunks) parts.push(Buffer.from(part))
      return Buffer.concat(parts)
    }

    it('arrive whole, whatever the size of their chunks', async () => {
      const [one, two] = await pair()
      const sizes = [1, 300_000, 5, 2_000_000]
      two.handlers.source = () => Promise.resolve({ header: HEADER, chunks: chunksOf(...sizes) })
      const source = await one.transport.fetchSnapshot(two.id, WANTED)
      assert.deepEqual(source.header, HEADER)
      const expected = Buffer.concat(sizes.map((size) => Buffer.alloc(size, size % 251)))
      assert.ok((await collect(source)).equals(expected))
    })

    it('arrive in the chunks that the sender made, however large', async () => {
      const [one, two] = await pair()
      const sizes = [1, 300_000, 5, 3_000_000, 1 << 18, (1 << 18) + 1]
      two.handlers.source = () => Promise.resolve({ header: HEADER, chunks: chunksOf(...sizes) })
      const source = await one.transport.fetchSnapshot(two.id, WANTED)
      const arrived: number[] = []
      for await (const chunk of source.chunks) arrived.push(chunk.length)
      assert.deepEqual(arrived, sizes)
    })

    it('are asked for with where an earlier one broke off', async () => {
      const [one, two] = await pair()
      const asked: SnapshotRequest[] = []
      two.handlers.source = (request) => {
        asked.push(request)
        return Promise.resolve({ header: HEADER, chunks: chunksOf() })
      }
      for (const resume of [undefined, { index: 2 ** 40, chunks: 7 }]) {
        await collect(await one.transport.fetchSnapshot(two.id, { ...WANTED, resume }))
        assert.deepEqual(asked.pop(), { ...WANTED, resume })
      }
    })

    it('may be empty', async () => {
      const [one, two] = await pair()
      two.handlers.source = () => Promise.resolve({ header: HEADER, chunks: chunksOf() })
      const source = await one.transport.fetchSnapshot(two.id, WANTED)
      assert.equal((await collect(source)).length, 0)
    })

    it('are read from the source only as fast as the receiver takes them', async () => {
      const [one, two] = await pair()
      let produced = 0
      async function* endless(): AsyncGenerator<Uint8Array> {
        for (; produced < 1000; produced++) yield await Promise.resolve(Buffer.alloc(1 << 18))
      }
      two.handlers.source = () => Promise.resolve({ header: HEADER, chunks: endless() })
      const source = await one.transport.fetchSnapshot(two.id, WANTED)
      let taken = 0
      for await (const chunk of source.chunks) {
        taken += chunk.length
        if (taken >= 3 << 20) break
      }
      assert.ok(produced < 500, `${produced} chunks were read for 12 that were wanted`)
    })

    it('fail when the node does not have them, or fails in their midst', async () => {
      const [one, two] = await pair()
      await assert.rejects(one.transport.fetchSnapshot(two.id, WANTED), /no such shard/)
      two.handlers.source = () =>
        Promise.reject(new RingKvError('OVERLOADED', 'busy with others', { retryAfterMs: 500 }))
      await assert.rejects(one.transport.fetchSnapshot(two.id, WANTED), (error: RingKvError) => {
        assert.equal(error.code, 'OVERLOADED')
        assert.equal(error.message, 'busy with others')
        assert.equal(retryAfterMsOf(error), 500)
        return true
      })
      async function* failing(): AsyncGenerator<Uint8Array> {
        yield await Promise.resolve(Buffer.from('row'))
        throw new Error('disk on fire')
      }
      two.handlers.source = () => Promise.resolve({ header: HEADER, chunks: failing() })
      const source = await one.transport.fetchSnapshot(two.id, WANTED)
      await assert.rejects(collect(source), /disk on fire/)
    })

    type ChunkCall = ServerWritableStream<wire.SnapshotRequest, wire.SnapshotChunk.$Properties>

    /** Fetches from a server that sends exactly these chunks behind a header. */
    async function fetchFrom(chunks: readonly wire.SnapshotChunk.$Properties[]): Promise<Buffer> {
      const one = await start(1)
      const liar = newServer()
      liar.addService(
        { FetchSnapshot: RAFT_SERVICE.FetchSnapshot },
        {
          FetchSnapshot: (call: ChunkCall) => {
            call.write({ header: { index: 1, term: 1 } })
            for (const chunk of chunks) call.write(chunk)
            call.end()
          },
        },
      )
      one.transport.setPeer(nodeId(2), await listen(liar))
      try {
        return await collect(await one.transport.fetchSnapshot(nodeId(2), WANTED))
      } finally {
        liar.forceShutdown()
      }
    }

    const [a, b] = [Buffer.from('first'), Buffer.from('second')]
    const [sumA, sumAb] = [crc32c(a), crc32c(b, crc32c(a))]
    const good = [
      { rows: a, checksum: sumA },
      { rows: b, checksum: sumAb },
      { checksum: sumAb, last: true },
    ]

    it('are believed when every checksum is right', async () => {
      assert.equal((await fetchFrom(good)).toString(), 'firstsecond')
    })

    for (const [what, chunks] of [
      ['a flipped bit', [good[0]!, { rows: Buffer.from('secone'), checksum: sumAb }, good[2]!]],
      ['a lost chunk', [good[1]!, good[2]!]],
      ['a doubled chunk', [good[0]!, good[0]!, good[1]!, good[2]!]],
      ['a missing end', [good[0]!, good[1]!]],
    ] as const) {
      it(`are not believed with ${what}`, async () => {
        await assert.rejects(fetchFrom(chunks), SnapshotDamaged)
      })
    }
  })

  describe('placement calls', () => {
    const HEARTBEAT: NodeHeartbeat = {
      node: nodeId(1),
      identity: 'disk-1',
      address: 'here:1',
      httpAddress: 'here:2',
      labels: { zone: 'a' },
      capacity: 1.5,
      version: '0.1.0',
      bootId: 'b',
      diskFreeBytes: 10,
      diskTotalBytes: 2 ** 50,
      memoryBytes: 3,
      uptimeSeconds: 4,
      shards: [
        {
          shard: shardId(5),
          leading: true,
          term: 6,
          appliedIndex: 7,
          approximateBytes: 8,
          configEpoch: 9,
          rangeEpoch: 10,
          usage: [USE, { ...USE, keyspace: keyspaceId(4) }],
        },
      ],
      full: true,
      clockOffsetMs: -7,
    }

    it('carry heartbeats and their answers', async () => {
      const [one, two] = await pair()
      const answer = await one.transport.heartbeat(two.id, HEARTBEAT)
      assert.deepEqual(answer, ANSWER)
      const unmeasured = { ...HEARTBEAT, clockOffsetMs: undefined }
      await one.transport.heartbeat(two.id, unmeasured)
      assert.deepEqual(two.handlers.heartbeats, [HEARTBEAT, unmeasured])
    })

    it('carry what the placement leader knows of all nodes', async () => {
      const [one, two] = await pair()
      assert.deepEqual(await one.transport.reports(two.id), REPORTS)
    })

    it('carry commands and their answers, and report failures', async () => {
      const [one, two] = await pair()
      const answer = await one.transport.proposePlacement(two.id, Buffer.from('add'))
      assert.equal(Buffer.from(answer.reply).toString(), 'add')
      await assert.rejects(one.transport.proposePlacement(two.id, Buffer.alloc(0)), /empty command/)
    })

    it('stream the map until the watcher has enough', async () => {
      const [one, two] = await pair()
      const cancelled = new AbortController()
      const seen: MapUpdate[] = []
      const watching = one.transport.watchMap(
        two.id,
        41,
        (update) => seen.push(update),
        cancelled.signal,
      )
      await until(() => two.handlers.watchers.length === 1)
      const [watcher] = two.handlers.watchers
      assert.equal(watcher?.since, 41)
      const update = {
        version: 42,
        delta: Buffer.from('{}'),
        leaders: [{ shard: shardId(1), leader: nodeId(2), term: 3 }],
      }
      watcher.push(update)
      await until(() => seen.length === 1)
      assert.deepEqual(seen, [update])
      cancelled.abort()
      await watching
      await until(() => watcher.cancelled.aborted)
    })

    it('end a watch with an error when the node dies', async () => {
      const [one, two] = await pair()
      const watching = one.transport.watchMap(
        two.id,
        0,
        () => undefined,
        new AbortController().signal,
      )
      await until(() => two.handlers.watchers.length === 1)
      stop(two)
      await assert.rejects(watching)
    })
  })
})
