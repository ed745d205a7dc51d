import assert from 'node:assert/strict'
import sinon from 'sinon'
import { SeededRandom } from '../../src/base/random.ts'
import { ERROR_TABLE, type ErrorCode } from '../../src/base/errors.ts'
import {
  DEFAULT_KEYSPACE,
  keyOfText,
  nodeId,
  replicaId,
  shardId,
  timestamp,
  TOKEN_END,
  type NodeId,
  type Timestamp,
} from '../../src/base/ids.ts'
import type { ForwardAnswer, ForwardRequest } from '../../src/net/transport.ts'
import { refused, type CommandCall, type ReadCall } from '../../src/server/calls.ts'
import { ClusterState } from '../../src/server/cluster-state.ts'
import {
  ShardRouter,
  type LocalShards,
  type RoutedRequest,
  type RoutedResult,
} from '../../src/server/shard-router.ts'
import { encodeCommand } from '../../src/shard/command-codec.ts'
import type { Command } from '../../src/shard/command.ts'
import { encodeCommandReply, encodeReadReply } from '../../src/shard/reply-codec.ts'
import type { CommandReply } from '../../src/shard/request.ts'
import { FakeTime } from '../client/fake-time.ts'
import { operationId, put, write } from '../shard/replica.ts'

const SHARD = shardId(1)
const SELF = nodeId(9)
const DONE: CommandReply = { kind: 'done' }
const COMMAND: Command = write(operationId(1), put('key', 'value'))
const BYTES = Buffer.from(encodeCommand(COMMAND))

interface Forwarded {
  readonly to: NodeId
  readonly request: ForwardRequest
  readonly answer: (answer: ForwardAnswer) => void
}

describe('the shard router', () => {
  let time: FakeTime
  let cluster: ClusterState
  let local: sinon.SinonStubbedInstance<LocalShards>
  let forwarded: Forwarded[]
  let router: ShardRouter
  let version: number

  beforeEach(() => {
    time = new FakeTime()
    cluster = new ClusterState()
    version = 0
    local = {
      leads: sinon.stub<[typeof SHARD], boolean>().returns(false),
      submit: sinon.stub<[typeof SHARD, CommandCall]>(),
      read: sinon.stub<[typeof SHARD, ReadCall]>(),
      closedUpTo: sinon.stub<[typeof SHARD], Timestamp>().returns(timestamp(0)),
      leaderOf: sinon.stub<[typeof SHARD], NodeId | undefined>().returns(undefined),
      doubtLeader: sinon.stub<[typeof SHARD]>(),
    }
    forwarded = []
    router = new ShardRouter({
      clock: time,
      scheduler: time,
      random: new SeededRandom(1),
      transport: { forward: (to, request, answer) => forwarded.push({ to, request, answer }) },
      cluster,
      local,
      self: SELF,
    })
  })

  afterEach(() => router.close())

  /** The map: one shard on these nodes. */
  function placeOn(...nodes: number[]): void {
    version++
    cluster.apply({
      since: version - 1,
      version,
      full: true,
      descriptors: [
        {
          shard: SHARD,
          range: { start: 0, end: TOKEN_END },
          epoch: { config: version, range: version },
          replicas: nodes.map((id) => ({
            replica: replicaId(id),
            node: nodeId(id),
            role: 'voter',
          })),
          incarnation: 'first',
          nextReplica: replicaId(100),
        },
      ],
      nodes: [],
      keyspaces: [],
      droppedKeyspaces: [],
      holds: [],
      settings: undefined,
    })
  }

  function send(fields: Partial<RoutedRequest> = {}, timeoutMs = 1_000) {
    const done = sinon.fake<[RoutedResult], unknown>()
    router.send({
      token: 7,
      command: COMMAND,
      read: undefined,
      deadlineMs: time.monotonicMs() + timeoutMs,
      resent: false,
      step: false,
      ...fields,
      done,
    })
    return {
      done,
      /** How it ended; it must have, once. */
      get result(): RoutedResult {
        sinon.assert.calledOnce(done)
        return done.firstCall.args[0]
      },
      get code(): ErrorCode | 'ok' {
        return this.result.kind === 'failed' ? this.result.code : 'ok'
      },
    }
  }

  function asked(): NodeId[] {
    return forwarded.map(({ to }) => to)
  }

  function last(): Forwarded {
    return forwarded[forwarded.length - 1]!
  }

  function refuse(
    code: ErrorCode,
    fields: { leader?: number; maybeLogged?: boolean } = {},
    { answer } = last(),
  ): void {
    answer({
      kind: 'error',
      code: ERROR_TABLE[code].wire,
      message: `says ${code}`,
      retryAfterMs: 0,
      leader: nodeId(fields.leader ?? 0),
      maybeLogged: fields.maybeLogged ?? false,
    })
  }

  function reply(commandReply = DONE): void {
    last().answer({ kind: 'reply', reply: encodeCommandReply(commandReply) })
  }

  describe('finding the leader', () => {
    it('hands requests to the local leader without encoding them', () => {
      placeOn(9, 2, 3)
      local.leads.returns(true)
      local.submit.callsFake((_, call) => call.answered({ kind: 'reply', reply: DONE }))
      assert.deepEqual(send().result, { kind: 'reply', reply: DONE })
      assert.equal(forwarded.length, 0)
    })

    it('lets a replica here look for its leader where the node that it names does not lead', () => {
      placeOn(9, 2, 3)
      local.leaderOf.returns(nodeId(2))
      send()
      assert.equal(last().to, 2)
      refuse('NOT_LEADER')
      assert.deepEqual(local.doubtLeader.args, [[SHARD]])
    })

    it('goes where a refusal points, and remembers it', async () => {
      placeOn(1, 2, 3)
      const first = send()
      assert.equal(last().to, 1)
      refuse('NOT_LEADER', { leader: 3 })
      await time.pass(1)
      assert.equal(last().to, 3)
      reply()
      assert.equal(first.code, 'ok')
      send()
      assert.equal(last().to, 3)
    })

    it('asks each replica once when nobody knows, then pauses', async () => {
      placeOn(1, 2, 3)
      send()
      for (let i = 0; i < 3; i++) {
        refuse('NOT_LEADER')
        await time.pass(1)
      }
      assert.deepEqual(asked(), [1, 2, 3])
      await time.pass(10)
      assert.deepEqual(asked(), [1, 2, 3], 'a pause')
      await time.pass(20)
      assert.deepEqual(asked(), [1, 2, 3, 1], 'a new round')
    })

    for (const here of [undefined, 1, 2]) {
      const whom = here === undefined ? 'nobody' : `node ${here}`
      it(`does not chase two nodes that name each other, with a replica here that follows ${whom}`, async () => {
        placeOn(1, 2, 9)
        local.leaderOf.returns(here === undefined ? undefined : nodeId(here))
        send({}, 10_000)
        for (let ms = 0, answers = 0; ms < 2_000; ms++) {
          for (; answers < forwarded.length; answers++) {
            refuse('NOT_LEADER', { leader: last().to === 1 ? 2 : 1 })
          }
          await time.pass(1)
        }
        assert(forwarded.length > 10, `asked ${forwarded.length} times: it does go on`)
        // Two a round, and rounds at least 100 ms apart in the end.
        assert(forwarded.length < 50, `asked ${forwarded.length} times in 2 s`)
      })
    }

    it('ends its pause at news of the leader, or of the map', async () => {
      placeOn(1, 2)
      const rounds = async () => {
        for (const leader of [2, 1]) {
          refuse('NOT_LEADER', { leader })
          await time.pass(1)
        }
      }
      send({}, 10_000)
      for (let i = 0; i < 8; i++) {
        await rounds()
        if (i < 7) await time.pass(200)
      }
      const before = forwarded.length
      router.leaderFound(SHARD, nodeId(2))
      await time.pass(1)
      assert.equal(forwarded.length, before + 1)
      assert.equal(last().to, 2)
      refuse('NOT_LEADER', { leader: 1 })
      await time.pass(1)
      refuse('NOT_LEADER', { leader: 2 })
      await time.pass(1)
      placeOn(3)
      await time.pass(1)
      assert.equal(last().to, 3)
    })

    describe('with a crowd', () => {
      const CROWD = 200
      let answered: number

      beforeEach(() => {
        placeOn(1, 2)
        answered = 0
      })

      function crowd(fields: Partial<RoutedRequest> = {}) {
        return Array.from({ length: CROWD }, () => send(fields, 60_000))
      }

      async function nobodyLeadsFor(ms: number): Promise<void> {
        for (let passed = 0; passed < ms; passed++) {
          for (; answered < forwarded.length; answered++) {
            refuse('NOT_LEADER', {}, forwarded[answered])
          }
          await time.pass(1)
        }
      }

      it('asks each replica at a bounded pace, however many look for the leader', async () => {
        crowd()
        await nobodyLeadsFor(3_000)
        const before = forwarded.length
        await nobodyLeadsFor(5_000)
        const perSecond = (forwarded.length - before) / 5
        // Each for itself, they would ask some 2 500 times a second.
        assert(perSecond > 100, `asked ${perSecond} times a second: it does go on`)
        assert(perSecond < 500, `asked ${perSecond} times a second`)
      })

      it('lets all come when the first of them was answered', async () => {
        const all = crowd()
        await nobodyLeadsFor(3_000)
        const before = forwarded.length
        while (forwarded.length === before) await time.pass(1)
        reply()
        await time.pass(1)
        assert.equal(forwarded.length - before, CROWD)
        assert.equal(all.filter(({ done }) => done.called).length, 1)
      })

      it('lets no steps of transactions that cannot be ended slow down a client', async () => {
        crowd({ step: true })
        await nobodyLeadsFor(3_000)
        const command = write(operationId(2), put('key', 'of a client'))
        const bytes = Buffer.from(encodeCommand(command))
        send({ command }, 60_000)
        await nobodyLeadsFor(4_000)
        const asked = forwarded.filter(({ request }) => bytes.equals(request.command!))
        // Two replicas a round, and rounds at most 200 ms apart.
        assert(asked.length > 40, `asked ${asked.length} times in 4 s`)
      })
    })

    it('asks the node that a refusal names, though the replica here follows another one', async () => {
      placeOn(1, 2, 9)
      local.leaderOf.returns(nodeId(1))
      send()
      refuse('NOT_LEADER', { leader: 2 })
      await time.pass(1)
      assert.deepEqual(asked(), [1, 2])
    })

    it('never asks itself over the network', async () => {
      placeOn(9, 2)
      local.leaderOf.returns(SELF)
      send()
      assert.deepEqual(asked(), [], 'it is about to serve here')
      await time.pass(30)
      refuse('NOT_LEADER', { leader: 9 })
      await time.pass(300)
      assert(forwarded.length > 0)
      assert(forwarded.every(({ to }) => to === 2))
    })

    it('waits for a map', async () => {
      const sent = send()
      assert.equal(forwarded.length, 0)
      placeOn(1)
      await time.pass(30)
      reply()
      assert.equal(sent.code, 'ok')
    })

    it('asks somebody else when the node it was sent to cannot be reached', async () => {
      placeOn(1, 2, 3)
      router.hintLeader(SHARD, nodeId(3))
      send()
      refuse('NO_QUORUM')
      await time.pass(30)
      assert.equal(last().to, 1)
    })

    it('forgets a node that is lost', () => {
      placeOn(1, 2, 3)
      router.hintLeader(SHARD, nodeId(2))
      router.forgetNode(nodeId(2))
      assert.equal(router.leaderOf(SHARD), undefined)
    })
  })

  describe('where a node stands still', () => {
    const read = {
      kind: 'get',
      keyspace: DEFAULT_KEYSPACE,
      keys: [keyOfText('k')],
      at: timestamp(0),
    } as const
    const rows = { kind: 'rows', rows: [], readAt: timestamp(5) } as const

    it('takes a read to the new leader, and takes the first answer that comes', async () => {
      placeOn(1, 2)
      for (const first of ['new', 'old']) {
        router.leaderFound(SHARD, nodeId(1))
        const sent = send({ command: undefined, read })
        const old = last()
        assert.equal(old.to, 1)
        router.leaderFound(SHARD, nodeId(2))
        await time.pass(1)
        assert.equal(last().to, 2)
        const answer = { kind: 'read-reply', reply: encodeReadReply(rows) } as const
        if (first === 'new') last().answer(answer)
        else old.answer(answer)
        assert.deepEqual(sent.result, { kind: 'read', reply: rows })
        if (first === 'new') old.answer(answer)
        else last().answer(answer)
        sinon.assert.calledOnce(sent.done)
      }
    })

    it('does not heed what the old leader refuses when it wakes up', async () => {
      placeOn(1, 2)
      router.leaderFound(SHARD, nodeId(1))
      const sent = send({ command: undefined, read })
      const old = last()
      router.leaderFound(SHARD, nodeId(2))
      await time.pass(1)
      old.answer({
        kind: 'error',
        code: ERROR_TABLE.DEADLINE.wire,
        message: 'too late',
        retryAfterMs: 0,
        leader: nodeId(0),
        maybeLogged: false,
      })
      sinon.assert.notCalled(sent.done)
      last().answer({ kind: 'read-reply', reply: encodeReadReply(rows) })
      assert.equal(sent.done.callCount, 1)
    })

    it('takes a write to the new leader, where only a recorded answer counts', async () => {
      placeOn(1, 2)
      router.leaderFound(SHARD, nodeId(1))
      const sent = send()
      router.leaderFound(SHARD, nodeId(2))
      await time.pass(1)
      assert.equal(last().to, 2)
      assert.equal(last().request.log, true)
      refuse('OVERLOADED')
      sinon.assert.notCalled(sent.done)
      await time.pass(30)
      reply()
      assert.equal(sent.code, 'ok')
    })

    it('leaves steps of the commit protocol to their machine', async () => {
      placeOn(1, 2)
      router.leaderFound(SHARD, nodeId(1))
      send({ step: true })
      router.leaderFound(SHARD, nodeId(2))
      await time.pass(1)
      assert.deepEqual(asked(), [1])
    })

    it('stays where it is while nothing new is heard', async () => {
      placeOn(1, 2)
      send({ command: undefined, read })
      router.leaderFound(SHARD, nodeId(1))
      await time.pass(1)
      assert.deepEqual(asked(), [1])
    })
  })

  describe('trying again', () => {
    it('sends the same id and bytes, with the epoch of the newest map and the time that is left', async () => {
      placeOn(1)
      send()
      refuse('STALE_EPOCH')
      placeOn(1)
      await time.pass(100)
      reply({ kind: 'stale-epoch' })
      await time.pass(100)
      assert.equal(forwarded.length, 3)
      for (const { request } of forwarded) {
        assert.deepEqual(Buffer.from(request.command!), BYTES)
      }
      assert.deepEqual(
        forwarded.map(({ request }) => request.rangeEpoch),
        [1, 2, 2],
      )
      assert(last().request.timeoutMs <= 900)
    })

    it('accepts recorded answers only, from when the command may have been logged', async () => {
      placeOn(1)
      const sent = send({}, 10_000)
      assert.equal(last().request.log, false)
      refuse('NOT_LEADER')
      await time.pass(200)
      assert.equal(last().request.log, false, 'nothing was logged')
      refuse('NOT_LEADER', { maybeLogged: true })
      await time.pass(200)
      assert.equal(last().request.log, true)
      refuse('OVERLOADED')
      await time.pass(200)
      sinon.assert.notCalled(sent.done)
      reply()
      assert.equal(sent.code, 'ok')
    })

    it('accepts recorded answers only for what was sent before by somebody else', async () => {
      placeOn(1)
      const sent = send({ resent: true })
      assert.equal(last().request.log, true)
      refuse('DISK_FULL')
      sinon.assert.notCalled(sent.done)
      await time.pass(30)
      reply()
      assert.equal(sent.code, 'ok')
    })

    it('passes an unlogged refusal on where nothing can have been logged', () => {
      placeOn(1)
      const sent = send()
      refuse('OVERLOADED')
      assert.equal(sent.code, 'OVERLOADED')
    })

    it('tells the commit protocol of every refusal, which is a hint there', async () => {
      placeOn(1)
      const sent = send({ step: true })
      refuse('NOT_LEADER', { maybeLogged: true })
      await time.pass(30)
      refuse('RETRY')
      assert.equal(sent.code, 'RETRY')
      const stale = send({ step: true })
      reply({ kind: 'stale-epoch' })
      assert.deepEqual(stale.result, { kind: 'reply', reply: { kind: 'stale-epoch' } })
    })

    it('takes local refusals as it takes those of others', async () => {
      placeOn(9, 2)
      local.leads.onFirstCall().returns(true)
      local.submit.callsFake((_, call) =>
        call.answered(refused('NOT_LEADER', 'lost it', { leader: nodeId(2), maybeLogged: true })),
      )
      send()
      await time.pass(1)
      assert.equal(last().to, 2)
      assert.equal(last().request.log, true)
    })
  })

  describe('at the deadline', () => {
    const read = {
      kind: 'get',
      keyspace: DEFAULT_KEYSPACE,
      keys: [keyOfText('k')],
      at: timestamp(0),
    } as const

    it('does not know the fate of a write that is under way', async () => {
      placeOn(1)
      const sent = send()
      await time.pass(1_100)
      assert.equal(sent.code, 'OUTCOME_UNKNOWN')
    })

    it('does not know the fate of a write that may have been logged by an earlier attempt', async () => {
      placeOn(1)
      const sent = send({}, 50)
      refuse('NO_QUORUM', { maybeLogged: true })
      await time.pass(30)
      refuse('NOT_LEADER')
      await time.pass(100)
      assert.equal(sent.code, 'OUTCOME_UNKNOWN')
    })

    it('does not know the fate of a write that somebody sent before, and that it never got through itself', async () => {
      placeOn(1)
      const sent = send({ resent: true }, 50)
      refuse('NOT_LEADER')
      await time.pass(30)
      refuse('NOT_LEADER')
      await time.pass(100)
      assert.equal(sent.code, 'OUTCOME_UNKNOWN')
    })

    it('says NO_QUORUM where no leader was found: nothing happened', async () => {
      placeOn(1)
      const sent = send({}, 40)
      refuse('NOT_LEADER')
      await time.pass(30)
      refuse('NOT_LEADER')
      await time.pass(100)
      assert.equal(sent.code, 'NO_QUORUM')
    })

    it('says DEADLINE where a leader did not answer a read', async () => {
      placeOn(1)
      const sent = send({ command: undefined, read }, 40)
      await time.pass(100)
      assert.equal(sent.code, 'DEADLINE')
    })

    it('says NO_QUORUM while there is no map at all', async () => {
      const sent = send({}, 50)
      await time.pass(200)
      assert.equal(sent.code, 'NO_QUORUM')
    })

    it('answers once, whatever comes later', async () => {
      placeOn(1)
      const sent = send({}, 50)
      await time.pass(200)
      reply()
      refuse('NOT_LEADER', { leader: 1 })
      await time.pass(200)
      sinon.assert.calledOnce(sent.done)
      assert.equal(forwarded.length, 1)
    })
  })
})
