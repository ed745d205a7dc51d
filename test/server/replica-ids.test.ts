/**
 * A replica that was removed from a node never comes back under its old id (02, "Replica ids"): its votes and entries are gone,
 * and it could vote twice in one term.
 */
import assert from 'node:assert/strict'
import { replicaId } from '../../src/base/ids.ts'
import { RigCluster } from './rig/rig-cluster.ts'

describe('a replica that was removed from a node', () => {
  it('is not made again at the next start, though the map still names it', async () => {
    const cluster = await RigCluster.started({ nodes: 3, seed: 4 })
    const [shard] = cluster.shards
    assert.ok(shard !== undefined)
    const leader = cluster.leader(shard).node.id
    const victim = cluster.running.find(({ id }) => id !== leader)!
    const { replica } = victim.node.host.replica(shard)!

    victim.node.driver.remove(shard)
    const removed = victim.directory.raftLog.drop(shard, replicaId(replica + 1))
    await cluster.settled(removed)
    await cluster.settled(victim.shutDown())
    await cluster.start(victim.id)
    await cluster.ready()
    await cluster.time.pass(5_000)

    assert.ok(victim.node.host.replica(cluster.shards[1]!) !== undefined, 'the others are back')
    assert.equal(victim.node.host.replica(shard), undefined)
    assert.equal(victim.directory.raftLog.findShard(shard), undefined)
    cluster.assertHealthy()
  })
})

describe('a node that lost its disk', () => {
  for (const nodes of [3, 4]) {
    it(`holds none of its replicas again under their old ids (the last of ${nodes})`, async () => {
      const cluster = await RigCluster.started({ nodes, seed: 6 })
      await cluster.settled(cluster.client(1).put('key', 'value'))
      const { shards } = cluster
      const wiped = cluster.node(nodes)
      cluster.crash(wiped.id)
      wiped.wipe()
      void wiped.start().catch(() => undefined)
      for (let passed = 0; passed < 5_000 && wiped.failures.length === 0; passed++) {
        await cluster.time.pass(1)
        if (!wiped.isUp) continue
        for (const shard of shards) {
          assert.equal(wiped.node.host.replica(shard), undefined)
          assert.equal(wiped.directory.raftLog.findShard(shard), undefined)
        }
      }
    })
  }
})
