/** A leader whose wall clock is far from its peers' steps aside until the clock is right (05, "Timestamps"). */
import assert from 'node:assert/strict'
import type { ShardId } from '../../src/base/ids.ts'
import { keysOfShards, RigCluster } from './rig/rig-cluster.ts'

const SECOND_MICROS = 1_000_000
/** By when a wrong clock is noticed, and what it led led by others. */
const NOTICED_MS = 20_000

function leadsOf(cluster: RigCluster, id: number): number {
  const { host } = cluster.node(id).node
  return cluster.shards.filter((shard) => host.replica(shard)?.serving === true).length
}

function placementLeader(cluster: RigCluster): number {
  return cluster.running.find(({ node }) => node.host.placement?.serving === true)?.id ?? 0
}

/** Every shard has a leader, this node leads so many of them, and somebody leads placement. */
function settledWith(cluster: RigCluster, id: number, led: number): boolean {
  const all = cluster.running.reduce((sum, node) => sum + leadsOf(cluster, node.id), 0)
  const isPlaced = placementLeader(cluster) !== 0 && (led > 0 || placementLeader(cluster) !== id)
  return all === cluster.shards.length && leadsOf(cluster, id) === led && isPlaced
}

async function spreadCluster(seed: number): Promise<RigCluster> {
  const cluster = await RigCluster.started({ nodes: 3, seed, settings: { initialShards: 6 } })
  await cluster.time.until(
    () => cluster.running.every(({ id }) => settledWith(cluster, id, 2)),
    'leaders where they are meant to be',
    60_000,
  )
  return cluster
}

describe('a node whose wall clock goes wrong', () => {
  for (const seconds of [2, -2]) {
    for (const leadsPlacement of [true, false]) {
      const which = leadsPlacement ? 'that leads placement' : 'like any other'
      it(`by ${seconds} s, ${which}, gives away what it leads, and gets it back when the clock is right`, async () => {
        const cluster = await spreadCluster(seconds + 10)
        const wrong = leadsPlacement
          ? placementLeader(cluster)
          : cluster.running.find(({ id }) => id !== placementLeader(cluster))!.id
        cluster.node(wrong).time.wallOffsetMicros = seconds * SECOND_MICROS
        await cluster.time.until(
          () => settledWith(cluster, wrong, 0),
          'everything led by others',
          NOTICED_MS,
        )
        await cluster.time.pass(20_000)
        assert.equal(leadsOf(cluster, wrong), 0, 'it was given something back')
        for (const key of keysOfShards(cluster).values()) {
          await cluster.settled(cluster.client(wrong).put(key, 'through its gateway'))
        }
        cluster.node(wrong).time.wallOffsetMicros = 0
        await cluster.time.until(
          () => settledWith(cluster, wrong, 2),
          'what it is meant to lead',
          60_000,
        )
        cluster.assertHealthy()
      })
    }
  }

  it('serves on where nobody with a right clock can: the clocks of all who live are wrong', async () => {
    const cluster = await RigCluster.started({ nodes: 5, seed: 7, settings: { initialShards: 16 } })
    // Of an even number of clocks two are in the middle, and the judge's is taken.
    const right = placementLeader(cluster)
    const membersOf = (shard: ShardId): number[] =>
      cluster.leader(shard).replica.descriptor.replicas.map(({ node }) => node)
    const shard = cluster.shards.find((one) => !membersOf(one).includes(right))
    assert(shard !== undefined, 'a shard of nodes that will be wrong')
    const dead = membersOf(shard).find((id) => id > 3)!
    const wrong = cluster.running.filter(({ id }) => id !== right && id !== dead)
    wrong.forEach(({ time }, i) => (time.wallOffsetMicros = (i === 0 ? -5 : 2) * SECOND_MICROS))
    cluster.crash(dead)
    await cluster.time.pass(NOTICED_MS)
    const key = keysOfShards(cluster).get(shard)!
    await cluster.settled(cluster.client(right).put(key, 'late, but not lost'))
    assert.notEqual(cluster.leader(shard).node.id, right)
    cluster.assertHealthy()
  })

  it('by less than the bound goes on', async () => {
    const cluster = await spreadCluster(5)
    cluster.node(2).time.wallOffsetMicros = 0.4 * SECOND_MICROS
    await cluster.time.pass(30_000)
    assert.equal(leadsOf(cluster, 2), 2)
    cluster.assertHealthy()
  })

  it('only seemingly, behind a slow link, goes on', async () => {
    const cluster = await spreadCluster(6)
    // One way only, so that half of the round trip is no good guess.
    cluster.network.latencyMs = ({ from, kind }) => (from === 2 && kind === 'call' ? 1_500 : 1)
    await cluster.time.pass(30_000)
    assert.equal(leadsOf(cluster, 2), 2)
    cluster.assertHealthy()
  })
})
