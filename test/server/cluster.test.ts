/** Whole clusters of real nodes in one process: what must hold whoever dies when. */
import assert from 'node:assert/strict'
import { keysOfShards, RigCluster } from './rig/rig-cluster.ts'

describe('a cluster of three nodes', () => {
  it('elects leaders for every shard and answers puts and gets through every gateway', async () => {
    const cluster = await RigCluster.started({ nodes: 3 })
    for (const writer of [1, 2, 3]) {
      const key = `from-${writer}`
      await cluster.settled(cluster.client(writer).put(key, `by ${writer}`))
      for (const reader of [1, 2, 3]) {
        assert.equal(await cluster.settled(cluster.client(reader).get(key)), `by ${writer}`)
      }
    }
    cluster.assertHealthy()
  })

  it('commits a transaction over shards', async () => {
    const cluster = await RigCluster.started({ nodes: 3 })
    const keys = [...keysOfShards(cluster).values()]
    const texts = Object.fromEntries(keys.map((key) => [key, 'together']))
    assert(await cluster.settled(cluster.client(1).putAll(texts)))
    for (const key of keys) {
      assert.equal(await cluster.settled(cluster.client(2).get(key)), 'together')
    }
    cluster.assertHealthy()
  })
})
