/** Splits and what fails around them: one batch for both halves, no replica twice, and messages that come too early. */
import assert from 'node:assert/strict'
import { DEFAULT_KEYSPACE, replicaId, shardId, type ShardId } from '../../src/base/ids.ts'
import type { RaftEnvelope } from '../../src/net/transport.ts'
import { encodeCommand } from '../../src/shard/command-codec.ts'
import { metaKey, versionRangesOf } from '../../src/shard/keys.ts'
import { WriteBatch } from '../../src/storage/write-batch.ts'
import { RigCluster } from './rig/rig-cluster.ts'
import { beginSplit, splitShard } from './rig/split-shard.ts'

const ONE_SHARD = { initialShards: 1 }
const names = Array.from({ length: 24 }, (_, i) => `key-${i}`)

async function filled(nodes: number, seed: number, settings = {}): Promise<RigCluster> {
  const all = { ...ONE_SHARD, ...settings }
  const cluster = await RigCluster.started({ nodes, seed, settings: all })
  const client = cluster.client(1)
  await cluster.settled(Promise.all(names.map((name) => client.put(name, name))))
  return cluster
}

describe('a crash around a split', () => {
  it('finds both halves in the engine or none, and no older value over a newer one', async () => {
    for (let round = 0; round < 8; round++) {
      const cluster = await filled(1, 100 + round, { checkpointInterval: '100ms' })
      const [shard] = cluster.shards
      const child = await beginSplit(cluster, shard!)
      const client = cluster.client(1)
      const latest = new Map<string, string>()
      const write = async (value: number): Promise<void> => {
        for (const name of names) {
          await cluster.settled(client.put(name, String(value)))
          latest.set(name, String(value))
        }
      }
      await write(0)
      await cluster.time.until(() => cluster.node(1).node.host.replica(child) !== undefined, 'it')
      const endMs = cluster.time.nowMs + 40 * round
      for (let value = 1; cluster.time.nowMs < endMs; value++) await write(value)
      cluster.crash(1)
      await cluster.start(1)
      await cluster.time.until(() => cluster.shards.length === 2, 'both halves on the map')
      await cluster.ready()
      const reader = cluster.client(1)
      for (const [name, value] of latest) {
        assert.equal(await cluster.settled(reader.get(name)), value, name)
      }
      cluster.assertHealthy()
    }
  })

  it('of a slow disk leaves a child that has never acted, and begins with it', async () => {
    const cluster = await filled(1, 150, { checkpointInterval: '100ms' })
    const [shard] = cluster.shards
    const node = cluster.node(1)
    const child = await beginSplit(cluster, shard!)
    // The child's log stands still as soon as it is to be made; the engine goes on.
    node.diskLatencyMs = (operation) =>
      operation === 'write' && node.node.cluster.view.shards.byShard(child) !== undefined
        ? 5_000
        : 0.2
    await cluster.time.until(
      () => node.node.cluster.view.shards.byShard(child) !== undefined,
      'the split applied',
    )
    await cluster.time.pass(1_000)
    assert.equal(node.node.host.replica(child), undefined)
    cluster.crash(1)
    node.diskLatencyMs = () => 0.2
    await cluster.start(1)
    await cluster.time.until(() => cluster.shards.length === 2, 'both halves on the map')
    await cluster.ready()
    const reader = cluster.client(1)
    for (const name of names) assert.equal(await cluster.settled(reader.get(name)), name)
    cluster.assertHealthy()
  })
})

describe('lists of garbage', () => {
  it('stay until the child of a child has copied them, too', async () => {
    const cluster = await filled(1, 155)
    const [shard] = cluster.shards
    const { host } = cluster.node(1).node
    const serves = (one: ShardId) => () => host.replica(one)?.serving === true
    const split = (parent: ShardId, child: ShardId, token: number): void => {
      const { epoch } = host.replica(parent)!.descriptor
      const command = { kind: 'split', child, token, epoch, shares: [] } as const
      host.submit(parent, {
        command,
        bytes: encodeCommand(command),
        log: false,
        rangeEpoch: epoch.range,
        deadlineMs: Infinity,
        answered: () => undefined,
      })
    }
    const [child, grandchild] = [shardId(shard! + 1), shardId(shard! + 2)]
    // Faster than lists are copied.
    split(shard!, child, 2 ** 31)
    await cluster.time.until(serves(child), 'the child')
    split(child, grandchild, 3 * 2 ** 30)
    await cluster.time.until(serves(grandchild), 'its child')
    assert.deepEqual(host.replica(grandchild)!.machine.inherits, [child, shard])
    const { garbage } = host.replica(shard!)!.machine
    garbage.listsCopied(child)
    assert(garbage.isKept)
    garbage.listsCopied(grandchild)
    assert(!garbage.isKept)
  })
})

describe('a node', () => {
  it('on which only the log of the child is left does not begin it empty, and serves its other shards', async () => {
    const cluster = await filled(3, 165)
    const [shard] = cluster.shards
    const { node: leader } = cluster.leader(shard!)
    const node = cluster.running.find(({ id }) => id !== leader.id && id !== 1) ?? cluster.node(1)
    const child = await splitShard(cluster, shard!)
    await cluster.ready()
    const client = cluster.client(leader.id)
    await cluster.settled(Promise.all(names.map((name) => client.put(name, 'newer'))))
    await cluster.settled(node.node.driver.pump.checkpoint())
    // As after a crash while a snapshot took the parent beyond a split that the engine did not have yet.
    const { engine } = node.directory
    await cluster.settled(engine.write(new WriteBatch().delete(metaKey(child))))
    await cluster.settled(engine.flush())
    cluster.crash(node.id)
    await cluster.start(node.id)
    await cluster.time.pass(10_000)
    assert.equal(node.node.host.replica(child), undefined)
    for (const name of names) assert.equal(await cluster.settled(client.get(name)), 'newer')
    cluster.assertHealthy()
  })

  it('from which the child was removed does not make it again, and keeps none of its rows', async () => {
    const cluster = await filled(3, 160)
    const [shard] = cluster.shards
    const { node: leader } = cluster.leader(shard!)
    const node = cluster.running.find(({ id }) => id !== leader.id)!
    const expected = shardId(shard! + 1)
    await cluster.settled(node.directory.raftLog.drop(expected, replicaId(1_000)))
    assert.equal(await splitShard(cluster, shard!), expected)
    await cluster.ready()
    const client = cluster.client(leader.id)
    for (const name of names) assert.equal(await cluster.settled(client.get(name)), name)
    assert.equal(node.node.host.replica(expected), undefined)
    await cluster.settled(node.node.driver.pump.caughtUp())
    const { machine } = node.node.host.replica(shard!)!
    const { range } = cluster.running[0]!.node.cluster.view.shards.byShard(expected)!
    for (const bounds of versionRangesOf(machine.segment, [DEFAULT_KEYSPACE], range)) {
      assert.deepEqual(await cluster.settled(node.directory.engine.iterate(bounds)), [])
    }
    cluster.assertHealthy()
  })

  it('on which the parent has not shrunk yet takes no messages for the child', async () => {
    const cluster = await filled(3, 170)
    const [shard] = cluster.shards
    const { node: leader } = cluster.leader(shard!)
    const node = cluster.running.find(({ id }) => id !== leader.id && id !== 1) ?? cluster.node(1)
    cluster.crash(node.id)
    const child = await splitShard(cluster, shard!)
    await cluster.ready()
    let holdsBack = true
    cluster.network.tap = ({ to, envelopes }) => {
      if (!holdsBack || to !== node.id) return 'pass'
      const kept = envelopes.filter((envelope) => envelope.shard !== shard)
      ;(envelopes as RaftEnvelope[]).splice(0, envelopes.length, ...kept)
      return 'pass'
    }
    await cluster.start(node.id)
    await cluster.time.until(
      () => node.node.cluster.view.shards.byShard(child) !== undefined,
      'the child on its map',
    )
    await cluster.time.pass(5_000)
    assert.equal(node.node.host.replica(child), undefined)
    holdsBack = false
    for (const one of [shard!, child]) await cluster.assertEqualReplicas(one)
    const segments = [shard!, child].map((one) => node.node.host.replica(one)!.machine.segment)
    assert.equal(segments[0], segments[1])
    cluster.assertHealthy()
  })
})
