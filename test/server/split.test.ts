/** Shards split while a cluster is at work (06, "Split"): what clients see, and what is on disk after a crash at any point. */
import assert from 'node:assert/strict'
import { RigCluster } from './rig/rig-cluster.ts'
import { beginSplit, splitShard } from './rig/split-shard.ts'

const ONE_SHARD = { initialShards: 1 }
const names = Array.from({ length: 40 }, (_, i) => `key-${i}`)

async function filled(seed: number, settings = {}): Promise<RigCluster> {
  const cluster = await RigCluster.started({
    nodes: 3,
    seed,
    settings: { ...ONE_SHARD, ...settings },
  })
  const client = cluster.client(1)
  await cluster.settled(Promise.all(names.map((name) => client.put(name, name))))
  return cluster
}

async function assertAll(cluster: RigCluster): Promise<void> {
  for (const { id } of cluster.running) {
    const client = cluster.client(id)
    const found = await cluster.settled(Promise.all(names.map((name) => client.get(name))))
    assert.deepEqual(found, names)
  }
}

describe('a shard that is split', () => {
  it('becomes two, each with its leader, and no key is lost', async () => {
    const cluster = await filled(1)
    const [shard] = cluster.shards
    const child = await splitShard(cluster, shard!)
    await cluster.ready()
    await assertAll(cluster)
    for (const one of [shard!, child]) await cluster.assertEqualReplicas(one)
    cluster.assertHealthy()
  })

  it('can be split again, also the child', async () => {
    const cluster = await filled(2)
    const [shard] = cluster.shards
    const child = await splitShard(cluster, shard!)
    const grandchild = await splitShard(cluster, child)
    const sibling = await splitShard(cluster, shard!)
    await cluster.ready()
    await assertAll(cluster)
    for (const one of [shard!, child, grandchild, sibling]) await cluster.assertEqualReplicas(one)
    assert.equal(cluster.shards.length, 4)
    cluster.assertHealthy()
  })

  it('is whole after all power failed, at any time around the split', async () => {
    for (let round = 0; round < 12; round++) {
      const cluster = await filled(10 + round)
      const [shard] = cluster.shards
      await beginSplit(cluster, shard!)
      await cluster.time.pass(round * 60)
      for (const { id } of cluster.running) cluster.crash(id)
      for (const { id } of cluster.all) await cluster.start(id)
      await cluster.time.until(() => cluster.shards.length === 2, 'the child on the map')
      await cluster.ready()
      await assertAll(cluster)
      for (const one of cluster.shards) await cluster.assertEqualReplicas(one)
      cluster.assertHealthy()
    }
  })
})
