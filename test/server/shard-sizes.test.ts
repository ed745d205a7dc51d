import assert from 'node:assert/strict'
import { shardId } from '../../src/base/ids.ts'
import type { KvReplica } from '../../src/server/kv-replica.ts'
import { ShardSizes } from '../../src/server/shard-sizes.ts'
import { RigCluster } from './rig/rig-cluster.ts'

const MIB = 2 ** 20

describe('shard sizes', () => {
  let asked: number
  let bytes: number
  let serving: Map<number, boolean>
  let sizes: ShardSizes

  beforeEach(() => {
    asked = 0
    bytes = MIB
    serving = new Map()
    sizes = new ShardSizes(
      {
        approximateSize: () => {
          asked++
          return Promise.resolve(bytes / 2)
        },
      },
      (shard) => (serving.has(shard) ? replica(shard) : undefined),
    )
  })

  /** A replica with one keyspace: two ranges of rows. */
  function replica(shard: number): KvReplica {
    const meta = {
      segment: 1,
      descriptor: { shard, range: { start: 0, end: 2 ** 32 } },
      gcPoints: new Map([[1, 0]]),
    }
    return {
      shard: shardId(shard),
      serving: serving.get(shard),
      machine: { internals: { meta: () => meta } },
    } as unknown as KvReplica
  }

  function note(shard: number, leads = true): void {
    serving.set(shard, leads)
    sizes.note(replica(shard))
  }

  const news = (): number[] => sizes.takeNews().map(({ shard }) => shard)

  it('are measured where something happened, once each, and told once', async () => {
    note(1)
    note(1)
    await sizes.look()
    assert.equal(sizes.bytesOf(shardId(1)), MIB)
    assert.deepEqual(news(), [1])
    await sizes.look()
    assert.deepEqual([asked, news()], [2, []])
  })

  it('are no news when they changed little', async () => {
    note(1)
    await sizes.look()
    news()
    bytes += 2 ** 15
    note(1)
    await sizes.look()
    assert.deepEqual(news(), [])
    bytes *= 2
    note(1)
    await sizes.look()
    assert.deepEqual(news(), [1])
  })

  it('are asked for a few at a time, until all had their turn', async () => {
    for (let shard = 1; shard <= 40; shard++) note(shard)
    const rounds: number[] = []
    for (let round = 0; round < 4; round++) {
      await sizes.look()
      rounds.push(news().length)
    }
    assert.deepEqual(rounds, [16, 16, 8, 0])
  })

  it('are the leader’s business only, and forgotten with the replica', async () => {
    note(1)
    await sizes.look()
    note(2, false)
    await sizes.look()
    assert.deepEqual(news(), [1])
    sizes.note(replica(1))
    serving.delete(1)
    await sizes.look()
    assert.equal(sizes.bytesOf(shardId(1)), 0)
  })

  it('do not fail with the engine', async () => {
    const failing = new ShardSizes(
      { approximateSize: () => Promise.reject(new Error('closed')) },
      replica,
    )
    note(1)
    failing.note(replica(1))
    await failing.look()
    assert.equal(failing.bytesOf(shardId(1)), 0)
  })
})

describe('what nodes and shards report', () => {
  it('is known at every node, whoever leads placement', async () => {
    const cluster = await RigCluster.started({ nodes: 4, settings: { replicas: 3 } })
    const client = cluster.client(4)
    for (let i = 0; i < 100; i++) await cluster.settled(client.put(`key-${i}`, 'x'.repeat(5_000)))
    const leader = cluster.running.find(({ node }) => node.host.placement?.serving === true)!
    await cluster.time.pass(5_000)
    for (const crashed of [false, true]) {
      if (crashed) {
        cluster.crash(leader.id)
        await cluster.ready()
        await cluster.time.pass(20_000)
      }
      for (const { node } of cluster.running) {
        const { nodes, shards, notLeader } = await cluster.settled(node.clusterReports())
        assert.equal(notLeader, false)
        assert.deepEqual(
          nodes.map((report) => report.node).sort(),
          cluster.running.map(({ id }) => id),
        )
        for (const { memoryBytes, diskTotalBytes } of nodes) {
          assert.equal(memoryBytes, 2 ** 30)
          assert(diskTotalBytes > 0)
        }
        const total = shards.reduce((sum, { approximateBytes }) => sum + approximateBytes, 0)
        assert(total > 300_000, `${total} bytes in ${shards.length} shards`)
      }
    }
    cluster.assertHealthy()
  })
})
