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
