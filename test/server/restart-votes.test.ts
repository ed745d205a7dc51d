/**
 * A node that restarts has forgotten which leader it promised not to replace (02, "Reads"): it waits an election timeout before it
 * votes or campaigns. Else a new leader could be elected while the old one still serves by its lease.
 */
import assert from 'node:assert/strict'
import { RigCluster } from './rig/rig-cluster.ts'

const ELECTION_MS = 3_000

describe('a node that restarts', () => {
  for (const seed of [1, 2, 3]) {
    it(`elects nobody while the old leader may still serve by its lease (seed ${seed})`, async () => {
      const cluster = await RigCluster.started({
        nodes: 3,
        seed,
        settings: { initialShards: 1, raftElection: ELECTION_MS },
      })
      const [shard] = cluster.shards
      assert.ok(shard !== undefined)
      const { network, time } = cluster
      const { node: old, replica } = cluster.leader(shard)
      const [silent, voter] = cluster.running.filter(({ id }) => id !== old.id)
      assert.ok(silent !== undefined && voter !== undefined)
      // One follower hears nothing of the leader and wants to campaign; the other one's promise is in the way.
      network.cut(old.id, silent.id)
      network.cut(silent.id, old.id)
      const reader = cluster.client(old.id)
      for (let passed = 0; passed < 3 * ELECTION_MS; passed += 100) {
        // What is asked for something does not go to sleep.
        assert.equal(await cluster.settled(reader.get('key')), undefined)
        await time.pass(100)
      }
      assert.ok(replica.serving, 'the leader has a quorum')

      cluster.crash(voter.id)
      network.cut(old.id, voter.id)
      network.cut(voter.id, old.id)
      await cluster.start(voter.id)
      const elected = () =>
        cluster.running.some(
          ({ id, node }) => id !== old.id && node.host.replica(shard)?.serving === true,
        )
      while (!elected()) {
        await time.pass(1)
        const now = old.time.monotonicMs()
        const holds = replica.node.hasLease(now)
        assert.ok(!elected() || !holds, 'a new leader serves while the old one has a lease')
        assert.ok(time.nowMs < 120_000, 'nobody was ever elected')
      }
      cluster.assertHealthy()
    })
  }
})
