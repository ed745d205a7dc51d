/** What clients see while a shard has no leader: they wait, and are answered. */
import assert from 'node:assert/strict'
import { KV_SERVICE } from '../../src/net/services.ts'
import { useCluster } from './harness/cluster.ts'
import { keysIn } from './harness/keys.ts'
import { RawClient } from './harness/raw-client.ts'

const REQUESTS_EACH = 20
const DEADLINE_MS = 15_000

describe('elections', () => {
  const cluster = useCluster()

  for (let round = 1; round <= 2; round++) {
    it(`let requests to every surviving node wait and succeed (${round})`, async () => {
      const { current } = cluster
      const shard = (await current.shardIds())[round]!
      const keys = await keysIn(current, shard, `election-${round}:`, 2 * REQUESTS_EACH)
      const kv = await current.connect()
      await kv.put(keys[0]!, 'before')
      const leader = await current.leaderOf(shard)
      const survivors = current.nodes.filter((node) => node !== leader)
      const clients = survivors.map(({ listen }) => new RawClient(listen))
      try {
        await leader.kill()
        const answers = clients.flatMap((client, index) => {
          const own = keys.slice(index * REQUESTS_EACH, (index + 1) * REQUESTS_EACH)
          return own.flatMap((key) => [
            client.call(
              KV_SERVICE.Put,
              { key: Buffer.from(key), value: { string: 'through' } },
              DEADLINE_MS,
            ),
            client.call(KV_SERVICE.Get, { key: Buffer.from(key) }, DEADLINE_MS),
          ])
        })
        await Promise.all(answers)
      } finally {
        clients.forEach((client) => client.close())
      }
      const entries = await kv.getMany(keys)
      assert(entries.every((entry) => entry?.value === 'through'))
    })
  }

  it('say so when no quorum is left, before the deadline, and lose nothing', async () => {
    const { current } = cluster
    const kv = await current.connect({ timeoutMs: 2000 })
    await kv.put('quorum', 'before')
    const [, second, third] = current.nodes
    await Promise.all([second!.kill(), third!.kill()])
    await assert.rejects(kv.put('quorum', 'perhaps'))
    // Only now: until its lease ends a leader that is left alone may read.
    await assert.rejects(kv.get('quorum'), /leader|answer/)
    second!.start()
    third!.start()
    await current.whole()
    const { value } = (await kv.get('quorum', { timeoutMs: 10_000 }))!
    assert(value === 'before' || value === 'perhaps', String(value))
    await kv.put('quorum', 'after', { timeoutMs: 10_000 })
  })
})
