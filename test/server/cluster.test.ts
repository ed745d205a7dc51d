/** Whole clusters of real nodes in one process: what must hold whoever dies when. */
import assert from 'node:assert/strict'
import type { ShardId } from '../../src/base/ids.ts'
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

  it('gives the same run for the same seed', async () => {
    const digestsOf = async (): Promise<string[]> => {
      const cluster = await RigCluster.started({ nodes: 3, seed: 77 })
      for (let i = 0; i < 20; i++)
        await cluster.settled(cluster.client(1 + (i % 3)).put(`k${i}`, `${i}`))
      cluster.crash(2)
      await cluster.ready()
      await cluster.settled(cluster.client(1).put('after', 'the crash'))
      const digests = cluster.shards.map((shard) => cluster.leader(shard).node.digest(shard))
      return cluster.settled(Promise.all(digests))
    }
    assert.deepEqual(await digestsOf(), await digestsOf())
  })

  it('goes on when a leader dies, and the dead node catches up when it comes back', async () => {
    const cluster = await RigCluster.started({ nodes: 3 })
    const keys = keysOfShards(cluster)
    const client = cluster.client(1)
    for (const key of keys.values()) await cluster.settled(client.put(key, 'before'))

    const victim = cluster.running.find(
      ({ id }) => id !== 1 && cluster.shards.some((shard) => cluster.leader(shard).node.id === id),
    )!
    cluster.crash(victim.id)
    for (const key of keys.values()) {
      assert.equal(await cluster.settled(client.get(key)), 'before')
      await cluster.settled(client.put(key, 'after'))
    }

    await cluster.start(victim.id)
    const returned = cluster.client(victim.id)
    for (const key of keys.values()) assert.equal(await cluster.settled(returned.get(key)), 'after')
    for (const shard of cluster.shards) await cluster.assertEqualReplicas(shard)
    cluster.assertHealthy()
  })

  it('has every acknowledged write after all nodes lost power at once, whatever the engines lost', async () => {
    const cluster = await RigCluster.started({ nodes: 3, seed: 5 })
    const client = cluster.client(2)
    for (let i = 0; i < 40; i++) await cluster.settled(client.put(`key-${i}`, `value-${i}`))
    for (const id of [1, 2, 3]) cluster.crash(id)
    for (const id of [3, 1, 2]) await cluster.start(id)
    const again = cluster.client(3)
    for (let i = 0; i < 40; i++) {
      assert.equal(await cluster.settled(again.get(`key-${i}`)), `value-${i}`)
    }
    for (const shard of cluster.shards) await cluster.assertEqualReplicas(shard)
    cluster.assertHealthy()
  })

  it('answers nothing from a leader that is cut off once the others have another', async () => {
    const cluster = await RigCluster.started({ nodes: 3 })
    const [shard, key] = [...keysOfShards(cluster)][0]!
    const old = cluster.leader(shard)
    const other = cluster.running.find(({ id }) => id !== old.node.id)!
    await cluster.settled(cluster.client(other.id).put(key, 'old'))

    cluster.network.isolate(old.node.id)
    await cluster.settled(cluster.client(other.id).put(key, 'new'))
    // The cut-off node may fail or wait; what it must not do is answer from the past.
    const read = cluster.client(old.node.id).get(key)
    await cluster.time.pass(2_000)
    cluster.network.heal()
    assert.equal(await cluster.settled(read), 'new')
    cluster.assertHealthy()
  })
})

describe('transactions over shards', () => {
  it('commit, and every gateway sees all of it', async () => {
    const cluster = await RigCluster.started({ nodes: 3 })
    const keys = [...keysOfShards(cluster).values()]
    const texts = Object.fromEntries(keys.map((key) => [key, 'together']))
    assert(await cluster.settled(cluster.client(1).putAll(texts)))
    for (const id of [1, 2, 3]) {
      for (const key of keys) {
        assert.equal(await cluster.settled(cluster.client(id).get(key)), 'together')
      }
    }
    for (const shard of cluster.shards) {
      assert(cluster.leader(shard).replica.machine.locks.isEmpty)
      await cluster.assertEqualReplicas(shard)
    }
    cluster.assertHealthy()
  })

  it('that the gateway left prepared when it died are finished by the sweep: all or nothing', async () => {
    // The fourth node has a gateway only if it hosts no shard; with 4 nodes and 3 replicas it may, so pick by need.
    const cluster = await RigCluster.started({ nodes: 5, settings: { initialShards: 3 } })
    const keys = [...keysOfShards(cluster)]
    const gateway = cluster.running.find(({ id }) => leadsNone(cluster, id))!
    assert(gateway !== undefined, 'every node leads a shard')
    // All votes are lost on the way: every participant is prepared, and nobody but the participants knows.
    cluster.network.tap = ({ to, kind }) =>
      to === gateway.id && kind === 'forward-answer' ? 'drop' : 'pass'
    const texts = Object.fromEntries(keys.map(([, key]) => [key, 'prepared']))
    const lost = cluster.client(gateway.id).putAll(texts)
    await cluster.time.until(
      () => keys.every(([shard]) => !cluster.leader(shard).replica.machine.locks.isEmpty),
      'a prepare record on every participant',
    )
    cluster.crash(gateway.id)
    await assert.rejects(cluster.settled(lost))
    cluster.network.tap = () => 'pass'

    const reader = cluster.client(cluster.running[0]!.id)
    const found = new Set<string | undefined>()
    for (const [, key] of keys) found.add(await cluster.settled(reader.get(key)))
    assert.equal(found.size, 1, `half a transaction: ${[...found].join()}`)
    assert(found.has('prepared'), 'every participant had voted yes, so it was committed')
    await cluster.time.until(
      () => keys.every(([shard]) => cluster.leader(shard).replica.machine.locks.isEmpty),
      'locks released',
    )
    cluster.assertHealthy()
  })

  it('are aborted everywhere when a participant never heard of them', async () => {
    const cluster = await RigCluster.started({ nodes: 5, settings: { initialShards: 3 } })
    const keys = [...keysOfShards(cluster)]
    const gateway = cluster.running.find(({ id }) => leadsNone(cluster, id))!
    const [missed] = keys[0]!
    cluster.network.tap = ({ from, kind, request }) =>
      from === gateway.id && kind === 'forward' && request?.shard === missed ? 'drop' : 'pass'
    const texts = Object.fromEntries(keys.map(([, key]) => [key, 'half']))
    const lost = cluster.client(gateway.id).putAll(texts)
    await cluster.time.until(
      () => keys.slice(1).every(([shard]) => !cluster.leader(shard).replica.machine.locks.isEmpty),
      'prepare records on the others',
    )
    cluster.crash(gateway.id)
    await assert.rejects(cluster.settled(lost))
    const reader = cluster.client(cluster.running[0]!.id)
    for (const [, key] of keys) assert.equal(await cluster.settled(reader.get(key)), undefined)
    cluster.assertHealthy()
  })
})

function leadsNone(cluster: RigCluster, id: number): boolean {
  return cluster.shards.every((shard: ShardId) => cluster.leader(shard).node.id !== id)
}
