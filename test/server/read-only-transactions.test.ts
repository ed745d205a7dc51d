/** Transactions that only read end with a confirmation: nothing is logged, locked or recorded for them. */
import assert from 'node:assert/strict'
import { wire } from '../../src/net/protobuf.ts'
import type { RigClient } from './rig/rig-client.ts'
import { keysOfShards, RigCluster } from './rig/rig-cluster.ts'

const EQUAL = wire.Compare.Relation.RELATION_EQUAL

type Reads = readonly wire.ReadKey.$Properties[]

/** Reads the keys as of one time, as a client's transaction does. */
async function readAll(client: RigClient, keys: readonly string[]): Promise<Reads> {
  const { begin } = await client.ask({ begin: {} })
  const at = begin!.timestamp!
  return Promise.all(
    keys.map(async (name) => {
      const key = Buffer.from(name)
      const { get } = await client.ask({ get: { key, at } })
      return { key, timestamp: get!.row?.timestamp ?? 0, readAt: at }
    }),
  )
}

async function confirm(client: RigClient, reads: Reads): Promise<boolean> {
  const answer = await client.ask({ commit: { reads: [...reads] } })
  return answer.transact!.succeeded ?? false
}

async function startCluster(seed: number, settings = {}) {
  const cluster = await RigCluster.started({ nodes: 3, seed, settings })
  const keys = [...keysOfShards(cluster).values()]
  for (const key of keys) await cluster.settled(cluster.client(1).put(key, 'first'))
  return { cluster, keys, client: cluster.client(2) }
}

/** Entries of all shards that hold commands for keys. */
function logged(cluster: RigCluster): number {
  return cluster.shards.reduce((sum, shard) => {
    const { machine } = cluster.leader(shard).replica
    return sum + machine.internals.outcomes.views(machine.lastStamp).length
  }, 0)
}

describe('a transaction that only read', () => {
  for (const reads of ['lease', 'read-index']) {
    it(`is confirmed when nothing has changed, and leaves nothing behind (${reads})`, async () => {
      const { cluster, keys, client } = await startCluster(1, { reads })
      const before = logged(cluster)
      const seen = await cluster.settled(readAll(client, keys))
      assert(await cluster.settled(confirm(client, seen)))
      const one = await cluster.settled(readAll(client, keys.slice(0, 1)))
      assert(await cluster.settled(confirm(client, one)), 'on one shard, too')
      assert.equal(logged(cluster), before)
      for (const shard of cluster.shards) {
        assert(cluster.leader(shard).replica.machine.locks.isEmpty)
      }
      cluster.assertHealthy()
    })
  }

  it('must begin anew when any of its keys has changed, or one that was absent is there', async () => {
    const { cluster, keys, client } = await startCluster(2)
    for (const changed of [...keys, 'absent']) {
      const seen = await cluster.settled(readAll(client, [...keys, 'absent']))
      await cluster.settled(cluster.client(3).put(changed, `changed ${changed}`))
      await assert.rejects(cluster.settled(confirm(client, seen)), {
        code: 'RETRY',
        message: new RegExp(changed),
      })
    }
    cluster.assertHealthy()
  })

  it('waits for a transaction that is prepared on one of its keys, and begins anew if that commits', async () => {
    const { cluster, keys, client } = await startCluster(3)
    const seen = await cluster.settled(readAll(client, keys))
    // The decision is held back: the keys stay locked.
    let decided = false
    const locked = () =>
      cluster.shards.some((shard) => !cluster.leader(shard).replica.machine.locks.isEmpty)
    cluster.network.tap = ({ kind }) => (kind === 'forward-answer' && locked() ? 'hold' : 'pass')
    const texts = Object.fromEntries(keys.map((key) => [key, 'second']))
    const writing = cluster.client(1).putAll(texts)
    await cluster.time.until(locked, 'locks')
    const confirming = confirm(client, seen).finally(() => (decided = true))
    confirming.catch(() => undefined)
    await cluster.time.pass(300)
    assert(!decided, 'half of the transaction could have been acknowledged')
    cluster.network.tap = () => 'pass'
    cluster.network.release()
    assert(await cluster.settled(writing))
    await assert.rejects(cluster.settled(confirming), { code: 'RETRY' })
    cluster.assertHealthy()
  })

  it('is not confirmed by a leader that has been replaced', async () => {
    const { cluster, keys, client } = await startCluster(4)
    const [key] = keys as [string]
    const seen = await cluster.settled(readAll(client, [key]))
    const old = cluster.leader(cluster.node(1).shardOf(key)).node
    const other = cluster.running.find(({ id }) => id !== old.id)!
    cluster.network.isolate(old.id)
    await cluster.settled(cluster.client(other.id).put(key, 'behind its back'))
    const answer = confirm(cluster.client(old.id), seen)
    answer.catch(() => undefined)
    await cluster.time.pass(2_000)
    cluster.network.heal()
    await assert.rejects(cluster.settled(answer), { code: 'RETRY' })
    cluster.assertHealthy()
  })

  it('in one message, over shards, answers its branch and rows without a log entry', async () => {
    const { cluster, keys, client } = await startCluster(5)
    const before = logged(cluster)
    const get = (key: string) => ({ get: { key: Buffer.from(key) } })
    const compare = { key: Buffer.from(keys[0]!), relation: EQUAL, value: { string: 'first' } }
    const answer = await cluster.settled(
      client.ask({
        transact: { header: client.header(), compare: [compare], then: keys.map(get) },
      }),
    )
    assert.equal(answer.transact!.succeeded, true)
    assert.deepEqual(
      answer.transact!.results!.map(({ row }) => row!.value!.string),
      keys.map(() => 'first'),
    )
    assert.equal(logged(cluster), before)
    cluster.assertHealthy()
  })

  it('reads no half of transactions that go on all the time', async () => {
    const { cluster, keys } = await startCluster(6)
    const writer = cluster.client(1)
    let stop = false
    const writing = (async () => {
      for (let round = 0; !stop; round++) {
        const texts = Object.fromEntries(keys.map((key) => [key, `round ${round}`]))
        await writer.putAll(texts).catch(() => false)
        // Without pauses of all lengths it would be the rhythm that decides whether anybody is ever confirmed.
        const pauseMs = cluster.random.integer(0, 40)
        await new Promise<void>((resolve) => cluster.time.after(pauseMs, resolve))
      }
    })()
    let confirmed = 0
    for (let attempt = 0; attempt < 60; attempt++) {
      const client = cluster.client(1 + (attempt % 3))
      const seen = await cluster.settled(readAll(client, keys))
      try {
        await cluster.settled(confirm(client, seen))
      } catch {
        continue
      }
      confirmed++
      assert.equal(new Set(seen.map(({ timestamp }) => timestamp)).size, 1, 'half a transaction')
    }
    stop = true
    await cluster.settled(writing)
    assert(confirmed > 0, 'none of 60 was confirmed')
    cluster.assertHealthy()
  })
})
