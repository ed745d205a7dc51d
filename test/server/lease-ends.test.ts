/**
 * A lease ends before anybody else can lead (02, "Reads"), though the leader is cut off, hears nothing of the election, and its clock
 * is as slow as the drift margin allows.
 */
import assert from 'node:assert/strict'
import { RigCluster } from './rig/rig-cluster.ts'

const ELECTION_MS = 1_000
/** Of the configured margin of 5 % (50 ms of a second), nearly all. */
const SLOW_RATE = 0.96

describe('the lease of a leader that is cut off', () => {
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    it(`is over when another one serves (seed ${seed})`, async () => {
      const cluster = await RigCluster.started({
        nodes: 3,
        seed,
        settings: { initialShards: 1, raftElection: ELECTION_MS, raftLeaseDrift: 50 },
      })
      const [shard] = cluster.shards
      assert.ok(shard !== undefined)
      const { network, time } = cluster
      const { node: old, replica } = cluster.leader(shard)
      old.time.rate = SLOW_RATE
      const reader = cluster.client(old.id)
      for (let passed = 0; passed < ELECTION_MS + 130 * seed; passed += 50) {
        // What is asked for something does not go to sleep.
        assert.equal(await cluster.settled(reader.get('key')), undefined)
        await time.pass(50)
      }
      assert.ok(replica.node.hasLease(old.time.monotonicMs()))

      network.isolate(old.id)
      const isolatedMs = time.nowMs
      const elected = () =>
        cluster.running.some(
          ({ id, node }) => id !== old.id && node.host.replica(shard)?.serving === true,
        )
      while (!elected()) {
        await time.pass(1)
        assert.ok(time.nowMs < isolatedMs + 60_000, 'nobody was ever elected')
      }
      assert.ok(!replica.node.hasLease(old.time.monotonicMs()))
      cluster.assertHealthy()
    })
  }
})
