/** Reads that any replica answers: what followers may say, and when they must not. */
import assert from 'node:assert/strict'
import {
  DEFAULT_KEYSPACE,
  keyOfText,
  timestamp,
  type ShardId,
  type Timestamp,
} from '../../src/base/ids.ts'
import { wire } from '../../src/net/protobuf.ts'
import type { KvReplica } from '../../src/server/kv-replica.ts'
import { encodeCommand } from '../../src/shard/command-codec.ts'
import type { Command } from '../../src/shard/command.ts'
import type { CommandReply } from '../../src/shard/request.ts'
import { operationId, prepare, put, SECOND, T0 } from '../shard/replica.ts'
import type { RigClient } from './rig/rig-client.ts'
import { keysOfShards, RigCluster } from './rig/rig-cluster.ts'
import type { RigNode } from './rig/rig-node.ts'

const { CONSISTENCY_SNAPSHOT, CONSISTENCY_STALE } = wire.Consistency
/** Beats are 100 ms apart. */
const BEATS_MS = 300

describe('reads by followers', () => {
  let cluster: RigCluster
  let shard: ShardId
  let key: string
  let leader: { readonly node: RigNode; readonly replica: KvReplica }
  let follower: RigNode
  let forwards: number

  async function start(settings: Record<string, unknown> = {}): Promise<void> {
    cluster = await RigCluster.started({ nodes: 3, settings: { initialShards: 2, ...settings } })
    ;[[shard, key]] = [...keysOfShards(cluster)] as [[ShardId, string]]
    leader = cluster.leader(shard)
    follower = cluster.running.find((node) => node !== leader.node)!
    forwards = 0
    cluster.network.tap = ({ kind, request }) => {
      if (kind === 'forward' && request?.read !== undefined) forwards++
      return 'pass'
    }
  }

  beforeEach(() => start())

  afterEach(() => cluster.assertHealthy())

  const replicaOf = (node: RigNode): KvReplica => node.node.host.replica(shard)!

  async function ask(
    client: RigClient,
    fields: wire.GetRequest.$Properties,
  ): Promise<{ value: string | undefined; readAt: number }> {
    const { get } = await cluster.settled(
      client.ask({ get: { key: Buffer.from(key), ...fields }, timeoutMs: 3_000 }),
    )
    return { value: get!.row?.value?.string ?? undefined, readAt: get!.readAt ?? 0 }
  }

  const stale = (client: RigClient, fields: wire.GetRequest.$Properties = {}) =>
    ask(client, { consistency: CONSISTENCY_STALE, ...fields })

  it('answer what is stale enough, without a word to the leader', async () => {
    const at = await cluster.settled(cluster.client(leader.node.id).put(key, 'one'))
    await cluster.time.pass(BEATS_MS)
    const { value, readAt } = await stale(cluster.client(follower.id))
    assert.equal(value, 'one')
    assert.ok(readAt >= at)
    assert.equal(forwards, 0)
    assert.equal(follower.node.closedLagMs(), 0)
  })

  it('go on while nobody leads', async () => {
    await cluster.settled(cluster.client(follower.id).put(key, 'one'))
    await cluster.time.pass(BEATS_MS)
    cluster.network.isolate(follower.id)
    await cluster.time.pass(5_000)
    assert.equal((await stale(cluster.client(follower.id))).value, 'one')
    cluster.network.heal()
  })

  it('are at most as old as the client accepts: the leader is asked where the follower is behind', async () => {
    await cluster.settled(cluster.client(follower.id).put(key, 'one'))
    await cluster.time.pass(3_000)
    const before = cluster.running[0]!.time.wallMicros()
    const { value, readAt } = await stale(cluster.client(follower.id), { maxStalenessMs: 1_000 })
    assert.equal(value, 'one')
    assert.ok(readAt >= before - SECOND)
    assert.equal(forwards, 1, 'the shard was asleep')
    await cluster.time.pass(BEATS_MS)
    await stale(cluster.client(follower.id), { maxStalenessMs: 1_000 })
    assert.equal(forwards, 1, 'that read has moved what followers may answer')
  })

  it('see what the client names as its floor', async () => {
    await cluster.settled(cluster.client(follower.id).put(key, 'one'))
    await cluster.time.pass(BEATS_MS)
    const at = await cluster.settled(cluster.client(leader.node.id).put(key, 'two'))
    assert.equal((await stale(cluster.client(follower.id), { floor: at })).value, 'two')
  })

  it('as of a time are the same everywhere', async () => {
    const at = await cluster.settled(cluster.client(follower.id).put(key, 'one'))
    await cluster.settled(cluster.client(follower.id).put(key, 'two'))
    await cluster.time.pass(BEATS_MS)
    for (const node of cluster.running) {
      const answer = await ask(cluster.client(node.id), { consistency: CONSISTENCY_SNAPSHOT, at })
      assert.deepEqual(answer, { value: 'one', readAt: at })
    }
    assert.equal(forwards, 0)
    const now = await ask(cluster.client(follower.id), { consistency: CONSISTENCY_SNAPSHOT })
    assert.equal(now.value, 'two')
  })

  it('are refused above what is closed, whoever asks, and without leave of the reader', async () => {
    await cluster.settled(cluster.client(follower.id).put(key, 'one'))
    await cluster.time.pass(BEATS_MS)
    const replica = replicaOf(follower)
    const outcomeOf = (at: number, anyReplica: boolean): Promise<string> =>
      new Promise((resolve) => {
        replica.read({
          read: {
            kind: 'get',
            keyspace: DEFAULT_KEYSPACE,
            keys: [keyOfText(key)],
            at: timestamp(at),
            anyReplica,
          },
          rangeEpoch: 1,
          deadlineMs: Infinity,
          readAnswered: (outcome) =>
            resolve(outcome.kind === 'read' ? outcome.reply.kind : outcome.code),
        })
      })
    const { closedUpTo } = replica
    assert.equal(await outcomeOf(closedUpTo, true), 'rows')
    assert.equal(await outcomeOf(closedUpTo + 1, true), 'NOT_LEADER')
    assert.equal(await outcomeOf(closedUpTo, false), 'NOT_LEADER')
    assert.equal(await outcomeOf(0, true), 'NOT_LEADER')
  })

  it('scan one cut over all shards', async () => {
    const keys = [...keysOfShards(cluster, 'scan').values()]
    for (const each of keys) await cluster.settled(cluster.client(follower.id).put(each, each))
    await cluster.time.pass(BEATS_MS)
    const { scan } = await cluster.settled(
      cluster.client(follower.id).ask({
        scan: { prefix: Buffer.from('scan'), consistency: CONSISTENCY_STALE, maxStalenessMs: 500 },
      }),
    )
    assert.equal(scan!.rows?.length, keys.length)
  })

  it('refuse a stale read at a time', async () => {
    await assert.rejects(stale(cluster.client(1), { at: 5 }), { code: 'INVALID_ARGUMENT' })
  })

  describe('while a transaction is prepared', () => {
    const id = operationId(77, T0 + 300 * SECOND)
    let preparedAt: Timestamp

    function submit(command: Command): Promise<CommandReply> {
      return new Promise((resolve) => {
        leader.replica.submit({
          command,
          bytes: encodeCommand(command),
          log: false,
          rangeEpoch: 1,
          deadlineMs: Infinity,
          answered: (outcome) => {
            assert(outcome.kind === 'reply')
            resolve(outcome.reply)
          },
        })
      })
    }

    beforeEach(async () => {
      await cluster.settled(cluster.client(follower.id).put(key, 'old'))
      const reply = await cluster.settled(submit(prepare(id, [put(key, 'new')])))
      assert(reply.kind === 'participant' && reply.answer.kind === 'prepared')
      preparedAt = reply.answer.stamp
      await cluster.time.pass(BEATS_MS)
      assert.ok(replicaOf(follower).closedUpTo >= preparedAt)
    })

    function readAt(at: number): { answer: string | undefined; readonly done: Promise<unknown> } {
      const read = { answer: undefined as string | undefined }
      const get = { key: Buffer.from(key), consistency: CONSISTENCY_SNAPSHOT, at }
      const done = cluster
        .client(follower.id)
        .ask({ get })
        .then((answer) => (read.answer = answer.get!.row!.value!.string!))
      return Object.assign(read, { done })
    }

    it('wait for its outcome, if it was prepared at or below their time', async () => {
      const before = readAt(preparedAt - 1)
      const at = readAt(preparedAt)
      await cluster.time.pass(200)
      assert.equal(before.answer, 'old')
      assert.equal(at.answer, undefined, 'the outcome is open')
      await cluster.settled(submit({ kind: 'commit', id, at: preparedAt }))
      await cluster.settled(at.done)
      assert.equal(at.answer, 'new')
      assert.equal(forwards, 0)
    })

    it('go to the leader when the outcome does not reach the follower', async () => {
      cluster.network.tap = ({ kind, to }) =>
        kind === 'raft' && to === follower.id ? 'drop' : 'pass'
      await cluster.settled(submit({ kind: 'commit', id, at: preparedAt }))
      const at = readAt(preparedAt)
      await cluster.settled(at.done)
      assert.equal(at.answer, 'new')
      assert.ok(replicaOf(follower).machine.locks.size > 0)
    })
  })

  it('never see a time closed that a later leader stamps at', async () => {
    for (let round = 0; round < 6; round++) {
      const { node } = cluster.leader(shard)
      const other = cluster.running.find((each) => each !== node)!
      await cluster.settled(cluster.client(other.id).put(key, `${round}`))
      await cluster.time.pass(BEATS_MS)
      const closed = Math.max(...cluster.running.map((each) => replicaOf(each).closedUpTo))
      cluster.crash(node.id)
      await cluster.ready()
      const stamp = await cluster.settled(cluster.client(other.id).put(key, `${round} again`))
      assert.ok(stamp > closed, `${stamp} was closed at ${closed}`)
      await cluster.start(node.id)
      await cluster.ready()
    }
  })

  it('are never stamped below, though the wall clock of the leader falls back', async () => {
    await cluster.settled(cluster.client(follower.id).put(key, 'one'))
    await cluster.time.pass(50)
    const closed = leader.replica.closesUpTo()
    leader.node.time.wallOffsetMicros -= SECOND / 5
    const stamp = await cluster.settled(cluster.client(follower.id).put(key, 'two'))
    assert.ok(stamp > closed, `${stamp} was closed at ${closed}`)
  })

  it('are closed no further than the ceiling that is applied', async () => {
    await cluster.settled(cluster.client(follower.id).put(key, 'one'))
    await cluster.time.pass(500)
    const { replica } = cluster.leader(shard)
    const closed = replica.closesUpTo()
    assert.equal(closed, replica.machine.ceiling, 'nothing was written since')
    assert.ok(closed < leader.node.node.clock.peek())
  })
})
