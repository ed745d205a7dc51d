/** Garbage collection in whole clusters: what nobody can read any more leaves engine and memory of every replica, and nothing else does. */
import assert from 'node:assert/strict'
import { DEFAULT_KEYSPACE, keyOfText, type ShardId } from '../../src/base/ids.ts'
import { tokenOf } from '../../src/base/token.ts'
import type { PlacementCommand } from '../../src/placement/command.ts'
import type { Settings } from '../../src/config/load.ts'
import { TABLE } from '../../src/shard/keys.ts'
import { RigCluster } from './rig/rig-cluster.ts'
import type { RigClient } from './rig/rig-client.ts'
import type { RigNode } from './rig/rig-node.ts'
import { beginSplit, splitShard } from './rig/split-shard.ts'

/** History is kept for so long here. */
const RETENTION_MS = 20_000
/** What one who does not know of the newest holds keeps longer, and the step of a point. */
const UNSURE_MS = 8_000
/** By when everything that was written is out of retention, collected and removed, and its outcomes have expired. */
const FORGOTTEN_MS = 120_000

async function brieflyKeeping(seed: number, settings: Settings = {}): Promise<RigCluster> {
  const cluster = await RigCluster.started({ nodes: 3, seed, settings })
  await keepHistoryFor(cluster, RETENTION_MS)
  return cluster
}

async function keepHistoryFor(cluster: RigCluster, retentionMs: number): Promise<void> {
  const { node } = cluster.running[0]!
  const replies = [
    node.placement({ kind: 'set-settings', changes: { transactionLifetimeMs: 1_000 } }),
    node.placement({
      kind: 'alter-keyspace',
      name: 'default',
      id: 0,
      policy: undefined,
      retentionMs,
      quotaBytes: undefined,
    }),
  ]
  for (const reply of replies) assert.notEqual((await cluster.settled(reply)).kind, 'error')
}

async function remove(client: RigClient, key: string): Promise<void> {
  await client.ask({ delete: { header: client.header(), key: Buffer.from(key) } })
}

/** Rows of each table that grows with writes. */
async function rowsOf({ directory }: RigNode): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of ['heads', 'history', 'prepared', 'outcomes', 'marks', 'garbage'] as const) {
    const rows = await directory.engine.iterate({
      gte: Buffer.from([TABLE[table]]),
      lt: Buffer.from([TABLE[table] + 1]),
    })
    counts[table] = rows.length
  }
  return counts
}

const CLEAN = { history: 0, prepared: 0, outcomes: 0, marks: 0, garbage: 0 }

async function assertLiveSet(cluster: RigCluster, heads: number): Promise<void> {
  for (const node of cluster.running) {
    await cluster.settled(node.node.driver.pump.caughtUp())
    const rows = await cluster.settled(rowsOf(node))
    assert.deepEqual(rows, { heads, ...CLEAN }, `node ${node.id}`)
    for (const { machine } of node.node.host.replicas()) {
      assert.equal(machine.outcomeBytes, 0)
      assert(!machine.hasLeftovers)
    }
  }
  for (const shard of cluster.shards) await cluster.assertEqualReplicas(shard)
  cluster.assertHealthy()
}

/** Overwrites, deletions and transactions over several shards; `live` keys are left. */
async function churn(cluster: RigCluster, rounds: number, live: number): Promise<void> {
  const clients = cluster.running.map(({ id }) => cluster.client(id))
  for (let round = 0; round < rounds; round++) {
    const [one, two, three] = clients as [RigClient, RigClient, RigClient]
    const writes: Promise<unknown>[] = []
    for (let key = 0; key < live; key++) writes.push(one.put(`live-${key}`, `${round}`))
    for (let key = 0; key < 5; key++) writes.push(two.put(`brief-${round % 7}-${key}`, 'x'))
    writes.push(three.putAll({ 'live-0': 'both', 'live-1': 'both', 'live-2': 'both' }))
    for (const write of writes) await cluster.settled(write)
    for (let key = 0; key < 5; key++) {
      await cluster.settled(remove(three, `brief-${round % 7}-${key}`))
    }
  }
}

describe('garbage collection', () => {
  it('leaves the live set after a long run, and lets the shards sleep again', async () => {
    const cluster = await brieflyKeeping(1)
    await churn(cluster, 60, 10)
    await cluster.time.pass(FORGOTTEN_MS)
    await assertLiveSet(cluster, 10)
    for (const { node } of cluster.running) assert.equal(node.driver.awakeCount, 1)
    const client = cluster.client(2)
    assert.equal(await cluster.settled(client.get('live-5')), '59')
  })

  it('goes on where a node restarted, or lost its power while rows were removed', async () => {
    const cluster = await brieflyKeeping(2)
    await churn(cluster, 15, 10)
    await cluster.time.pass(RETENTION_MS)
    for (const { id } of cluster.running) {
      cluster.crash(id)
      await cluster.time.pass(700)
      await cluster.start(id)
      await cluster.ready()
      await cluster.time.pass(1_300)
    }
    await cluster.time.pass(FORGOTTEN_MS)
    await assertLiveSet(cluster, 10)
  })

  it('reaches what a snapshot brought', async () => {
    const settings = {
      logFileSize: 2 ** 16,
      logMax: 2 ** 17,
      checkpointInterval: '500ms',
      initialShards: 1,
    }
    const cluster = await RigCluster.started({ nodes: 3, seed: 3, settings })
    const [shard] = cluster.shards as [ShardId]
    const { node: leader } = cluster.leader(shard)
    const follower = cluster.running.find(({ id }) => id !== leader.id && id !== 1)!
    cluster.crash(follower.id)
    const client = cluster.client(leader.id)
    for (let round = 0; round < 200; round++) {
      await cluster.settled(client.put(`live-${round % 10}`, `${round}`.padEnd(2000, '.')))
    }
    await cluster.time.pass(2_000)
    await cluster.start(follower.id)
    await cluster.assertEqualReplicas(shard)
    assert((await cluster.settled(rowsOf(follower)))['history']! > 0)
    await keepHistoryFor(cluster, RETENTION_MS)
    await cluster.time.pass(FORGOTTEN_MS)
    await assertLiveSet(cluster, 10)
  })

  it('goes on in both halves of a shard that is split while there is some, again and again', async () => {
    const cluster = await brieflyKeeping(20, { initialShards: 1 })
    await churn(cluster, 5, 10)
    const [shard] = cluster.shards as [ShardId]
    const child = await splitShard(cluster, shard)
    await churn(cluster, 1, 10)
    await splitShard(cluster, child)
    await churn(cluster, 5, 10)
    await cluster.time.pass(FORGOTTEN_MS)
    await assertLiveSet(cluster, 10)
  })

  it('goes on in a shard whose child was replaced by a snapshot before it had copied its lists', async () => {
    const settings = {
      logFileSize: 2 ** 16,
      logMax: 2 ** 17,
      checkpointInterval: '500ms',
      initialShards: 1,
    }
    const cluster = await RigCluster.started({ nodes: 3, seed: 30, settings })
    const [shard] = cluster.shards as [ShardId]
    const { node: leader } = cluster.leader(shard)
    const follower = cluster.running.find(({ id }) => id !== leader.id && id !== 1)!
    const client = cluster.client(leader.id)
    const nameOf = (key: number) => `live-${key}`
    for (let key = 0; key < 20; key++) await cluster.settled(client.put(nameOf(key % 10), 'old'))
    const child = await beginSplit(cluster, shard)
    await cluster.time.until(() => follower.node.host.replica(child) !== undefined, 'the child')
    // It has the split in its log, and nothing of it in its engine.
    cluster.crash(follower.id)
    await cluster.ready()
    const tokenOfName = (name: string) =>
      tokenOf(DEFAULT_KEYSPACE, keyOfText(name), { kind: 'key' })
    const upper = Array.from({ length: 10 }, (_, key) => nameOf(key)).filter(
      (name) => tokenOfName(name) >= 2 ** 31,
    )
    for (let round = 0; round < 200; round++) {
      const name = upper[round % upper.length]!
      await cluster.settled(client.put(name, `${round}`.padEnd(2000, '.')))
    }
    await cluster.time.pass(6_000)
    await cluster.start(follower.id)
    for (const one of [shard, child]) await cluster.assertEqualReplicas(one)
    const segments = [shard, child].map((one) => follower.node.host.replica(one)!.machine.segment)
    assert.notEqual(segments[0], segments[1], 'the child came by a snapshot')
    await keepHistoryFor(cluster, RETENTION_MS)
    await cluster.time.pass(FORGOTTEN_MS)
    await assertLiveSet(cluster, 10)
  })

  it('wakes nobody who has no garbage', async () => {
    const cluster = await brieflyKeeping(4)
    const client = cluster.client(1)
    for (let key = 0; key < 40; key++) await cluster.settled(client.put(`once-${key}`, 'x'))
    await cluster.time.pass(FORGOTTEN_MS)
    const indexes = (): number[] =>
      cluster.shards.map((shard) => cluster.leader(shard).replica.appliedIndex)
    const before = indexes()
    await cluster.time.pass(10 * FORGOTTEN_MS)
    assert.deepEqual(indexes(), before)
    await assertLiveSet(cluster, 40)
  })

  it('logs few collections, however much is written', async () => {
    const cluster = await brieflyKeeping(5, { initialShards: 1 })
    const [shard] = cluster.shards as [ShardId]
    const { replica } = cluster.leader(shard)
    const points = new Set<number>()
    const client = cluster.client(1)
    const endMs = cluster.time.nowMs + 4 * RETENTION_MS
    while (cluster.time.nowMs < endMs) {
      await cluster.settled(client.put('hot', 'x'))
      await cluster.time.pass(50)
      points.add(replica.machine.gcPoint(DEFAULT_KEYSPACE))
    }
    assert(points.size > 10 && points.size < 40, `${points.size} points`)
  })

  it('keeps what retention still covers readable, and says what is too old', async () => {
    const cluster = await brieflyKeeping(6, { initialShards: 1 })
    const client = cluster.client(1)
    const times: number[] = []
    for (let round = 0; round < 80; round++) {
      times.push(await cluster.settled(client.put('key', `${round}`)))
      await cluster.time.pass(500)
    }
    for (const [round, at] of times.entries()) {
      const read = cluster.settled(client.get('key', at))
      const age = (cluster.node(1).time.wallMicros() - at) / 1000
      if (age < RETENTION_MS) assert.equal(await read, `${round}`)
      else if (age > RETENTION_MS + UNSURE_MS) {
        const told = {
          code: 'SNAPSHOT_TOO_OLD',
          message: /oldest time that can still be read is \d+, \d+ s after/,
        }
        await assert.rejects(read, told)
      }
    }
    const asked = client.ask({ history: { key: Buffer.from('key'), limit: 100 } })
    const { history } = await cluster.settled(asked)
    assert(history!.complete)
    assert(history!.rows!.length >= 20 && history!.rows!.length < 70)
  })

  describe('respects holds', () => {
    const placement = async (cluster: RigCluster, command: PlacementCommand) => {
      const reply = await cluster.settled(cluster.running[0]!.node.placement(command))
      assert.notEqual(reply.kind, 'error', JSON.stringify(reply))
      return reply
    }

    async function takeHold(cluster: RigCluster, lifeMs: number) {
      const at = cluster.running[0]!.node.clock.now()
      const command = { kind: 'take-hold', keyspace: 0, purpose: 'test', lifeMs } as const
      const reply = await placement(cluster, { ...command, at, readAt: at })
      assert(reply.kind === 'hold')
      return reply.hold
    }

    it('until they are released', async () => {
      const cluster = await brieflyKeeping(7)
      const client = cluster.client(1)
      await cluster.settled(client.put('key', 'held'))
      const { id, readAt } = await takeHold(cluster, 3_600_000)
      for (let second = 0; second < 100; second++) {
        await cluster.settled(client.put('key', `${second}`))
        await cluster.time.pass(1_000)
      }
      assert.equal(await cluster.settled(client.get('key', readAt)), 'held')
      const { clock } = cluster.running[0]!.node
      await placement(cluster, { kind: 'release-hold', at: clock.now(), hold: id })
      await cluster.time.pass(FORGOTTEN_MS)
      const read = cluster.settled(client.get('key', readAt))
      await assert.rejects(read, { code: 'SNAPSHOT_TOO_OLD' })
      await assertLiveSet(cluster, 1)
    })

    it('until they expire, and then drops them', async () => {
      const cluster = await brieflyKeeping(8)
      const client = cluster.client(1)
      await cluster.settled(client.put('key', 'held'))
      const { readAt } = await takeHold(cluster, 40_000)
      await cluster.settled(client.put('key', 'later'))
      await cluster.time.pass(35_000)
      assert.equal(await cluster.settled(client.get('key', readAt)), 'held')
      await cluster.time.pass(60_000)
      const read = cluster.settled(client.get('key', readAt))
      await assert.rejects(read, { code: 'SNAPSHOT_TOO_OLD' })
      for (const { node } of cluster.running) assert.deepEqual(node.cluster.view.holds, [])
    })

    it('that a leader may not have heard of', async () => {
      const cluster = await brieflyKeeping(9, { initialShards: 1 })
      const [shard] = cluster.shards as [ShardId]
      const placementLeader = cluster.running[0]!.node.placementLeader!
      const { replica, node: leader } = cluster.leader(shard)
      // Its heartbeats to placement are lost: it knows nothing of what is held since.
      cluster.network.tap = ({ from, kind }) =>
        from === leader.id && kind === 'call' && leader.id !== placementLeader ? 'drop' : 'pass'
      if (leader.id === placementLeader) {
        replica.node.transferLeader(
          replica.node.confState.voters.find((v) => v !== replica.replica)!,
        )
        await cluster.time.pass(2_000)
      }
      const { node: unaware } = cluster.leader(shard)
      cluster.network.tap = ({ from, kind }) =>
        from === unaware.id && kind === 'call' ? 'drop' : 'pass'
      await cluster.time.pass(2_000)
      const since = unaware.node.clock.now()
      const client = cluster.client(unaware.id)
      for (let second = 0; second < 60; second++) {
        await cluster.settled(client.put('key', `${second}`))
        await cluster.time.pass(1_000)
      }
      assert(unaware.node.host.replica(shard)!.serving)
      const point = unaware.node.host.replica(shard)!.machine.gcPoint(DEFAULT_KEYSPACE)
      assert(point < since, 'it collected what somebody may hold')
    })
  })
})
