/** Whole clusters of real nodes in one process: what must hold whoever dies when. */
import assert from 'node:assert/strict'
import type { wire } from '../../src/net/protobuf.ts'
import { timestamp, type ShardId } from '../../src/base/ids.ts'
import type { RigClient } from './rig/rig-client.ts'
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

describe('a write that is sent again', () => {
  it('happens once, whoever dies and whichever gateway is asked', async () => {
    const cluster = await RigCluster.started({ nodes: 3, seed: 3 })
    const first = cluster.client(1)
    const increment = (client: RigClient, header: ReturnType<RigClient['header']>) =>
      client.ask({ increment: { header, key: Buffer.from('counter'), by: 1n } })
    const shard = cluster.node(1).shardOf('counter')

    for (let round = 1; round <= 6; round++) {
      const header = first.header()
      // Answers of leaders and gateways get lost every other time.
      cluster.network.tap = ({ kind }) =>
        kind === 'forward-answer' && round % 2 === 0 ? 'drop' : 'pass'
      void increment(first, header).catch(() => undefined)
      await cluster.time.pass(20 * round)
      const leader = cluster.leader(shard).node.id
      if (round === 3) cluster.crash(leader === 1 ? 2 : leader)
      cluster.network.tap = () => 'pass'
      await cluster.ready()

      const id = { ...header.id!, client: Buffer.from(first.client, 'hex') }
      for (const gateway of cluster.running) {
        const answer = await cluster.settled(
          increment(cluster.client(gateway.id), { ...header, id, resent: true }),
        )
        assert.equal(answer.written!.value?.int, BigInt(round))
      }
    }
    cluster.assertHealthy()
  })

  it('that never got anywhere happens when it is sent again, and is what resolving finds', async () => {
    const cluster = await RigCluster.started({ nodes: 3 })
    const client = cluster.client(1)
    const resolve = async ({ id }: ReturnType<RigClient['header']>) => {
      const answer = await cluster.settled(
        client.ask({ resolve: { id: id!, keys: [{ key: Buffer.from('k') }] } }),
      )
      return answer.resolve!.outcome
    }
    const written = { ...client.header(), resent: true }
    await cluster.settled(client.put('k', 'v', written))
    assert.equal(await resolve(written), 1, 'committed')
    const fenced = client.header()
    assert.equal(await resolve(fenced), 2, 'aborted: nobody knew it, and now nobody can')
    await assert.rejects(cluster.settled(client.put('k', 'late', fenced)), { code: 'RETRY' })
    assert.equal(await cluster.settled(client.get('k')), 'v')
    cluster.assertHealthy()
  })
})

describe('a node without a placement replica', () => {
  it('learns the map from one that has it, and from another one when that dies', async () => {
    const cluster = await RigCluster.started({ nodes: 4, settings: { replicas: 3 } })
    const client = cluster.client(4)
    await cluster.settled(client.put('k', 'v'))
    const version = () => cluster.node(4).node.cluster.view.version
    for (const dead of [1, 2]) {
      cluster.crash(dead)
      await cluster.ready()
      await cluster.settled(client.put('k', `without ${dead}`))
      const { node } = cluster.running.find(({ id }) => id !== 4)!
      const newest = () => node.cluster.view.version
      await cluster.time.until(() => version() >= newest(), 'the newest map')
      assert.equal(await cluster.settled(client.get('k')), `without ${dead}`)
      await cluster.start(dead)
    }
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

  for (const died of [false, true]) {
    const how = died ? ' after its gateway died with the votes' : ''
    it(`answer a resend through another gateway with the branch that ran${how}`, async () => {
      const cluster = await RigCluster.started({ nodes: 5, settings: { initialShards: 3 } })
      const keys = [...keysOfShards(cluster)]
      const gateway = cluster.running.find(({ id }) => leadsNone(cluster, id))!
      const client = cluster.client(gateway.id)
      // The condition does not hold, so the other branch runs: in all shards, or in only one of them.
      for (const written of [keys, keys.slice(0, 1)]) {
        const header = client.header()
        const id = { ...header.id!, client: Buffer.from(client.client, 'hex') }
        const put = ([, key]: (typeof keys)[number], value: string) => ({
          put: { key: Buffer.from(key), value: { string: value } },
        })
        const transact = {
          compare: [{ key: Buffer.from(keys[0]![1]), relation: 1, value: { string: 'never' } }],
          then: keys.map((each) => put(each, 'then')),
          otherwise: written.map((each) => put(each, 'otherwise')),
        }
        let first: wire.TransactResponse.$Properties | undefined
        if (died) {
          cluster.network.tap = ({ to, kind }) =>
            to === gateway.id && kind === 'forward-answer' && heldBy(cluster, written)
              ? 'drop'
              : 'pass'
          void client.ask({ transact: { ...transact, header } }).catch(() => undefined)
          await cluster.time.until(() => heldBy(cluster, written), 'everything prepared')
          cluster.crash(gateway.id)
          cluster.network.tap = () => 'pass'
        } else {
          const answer = await cluster.settled(client.ask({ transact: { ...transact, header } }))
          first = answer.transact!
        }
        for (const { id: other } of cluster.running) {
          const again = { transact: { ...transact, header: { ...header, id, resent: true } } }
          const { transact: answer } = await cluster.settled(cluster.client(other).ask(again))
          assert.equal(answer!.succeeded, false)
          assert.equal(answer!.timestamp, first?.timestamp ?? answer!.timestamp)
          const [, key] = keys[0]!
          assert.equal(await cluster.settled(cluster.client(other).get(key)), 'otherwise')
        }
        if (died) break
      }
      cluster.assertHealthy()
    })
  }

  it('that the gateway left prepared when it died are finished by the sweep: all or nothing', async () => {
    const cluster = await RigCluster.started({ nodes: 5, settings: { initialShards: 3 } })
    const keys = [...keysOfShards(cluster)]
    const gateway = cluster.running.find(({ id }) => leadsNone(cluster, id))!
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

  for (const restarted of [false, true]) {
    const when = restarted ? ', also after everybody restarted' : ''
    it(`are forgotten past their expiry though the gateway died before it could say so${when}`, async () => {
      const cluster = await RigCluster.started({ nodes: 5, settings: { initialShards: 3 } })
      const keys = [...keysOfShards(cluster)]
      const gateway = cluster.running.find(({ id }) => leadsNone(cluster, id))!
      const texts = Object.fromEntries(keys.map(([, key]) => [key, 'committed']))
      assert(await cluster.settled(cluster.client(gateway.id).putAll(texts)))
      const unforgotten = () =>
        keys.map(([shard]) => {
          const { machine } = cluster.leader(shard).replica
          return machine.unforgottenBefore(timestamp(Number.MAX_SAFE_INTEGER), 10).length
        })
      await cluster.time.until(
        () => unforgotten().every((count) => count === 1),
        'all have applied',
      )
      cluster.crash(gateway.id)
      if (restarted) {
        const others = cluster.running.map(({ id }) => id)
        for (const id of others) cluster.crash(id)
        for (const id of others) await cluster.start(id)
        await cluster.ready()
      }
      await cluster.time.pass(30_000)
      await cluster.ready()
      assert.deepEqual(unforgotten(), [1, 1, 1], 'a client may still ask')
      await cluster.time.until(
        () => unforgotten().every((count) => count === 0),
        'nothing left to forget',
        60_000,
      )
      cluster.assertHealthy()
    })
  }

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

function heldBy(cluster: RigCluster, keys: readonly (readonly [ShardId, string])[]): boolean {
  return keys.every(([shard]) => !cluster.leader(shard).replica.machine.locks.isEmpty)
}

function leadsNone(cluster: RigCluster, id: number): boolean {
  return cluster.shards.every((shard: ShardId) => cluster.leader(shard).node.id !== id)
}
