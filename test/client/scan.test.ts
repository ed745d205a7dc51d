import assert from 'node:assert/strict'
import type { KeyedEntry, ScanOptions } from '../../src/client/index.ts'
import { FakeCluster, outcomeOf } from './fake-cluster.ts'

const PAGE = 10

/** Serves `total` rows in pages; the cursor is the next row's number. */
function cluster(total: number): FakeCluster {
  const fake = new FakeCluster(['a:1'])
  fake.behaviour = ({ request, reply }) => {
    const { cursor = new Uint8Array(0), limit } = request.scan!
    const from = cursor!.length === 0 ? 0 : Number(Buffer.from(cursor!).toString())
    const to = Math.min(total, from + Math.min(limit!, PAGE))
    const rows = Array.from({ length: to - from }, (_, i) => ({
      key: Buffer.from(`k${from + i}`),
      timestamp: 1,
      value: { int: BigInt(from + i) },
    }))
    reply({ scan: { rows, cursor: Buffer.from(to < total ? String(to) : ''), readAt: 777 } })
  }
  return fake
}

async function collect(fake: FakeCluster, options: ScanOptions): Promise<KeyedEntry[]> {
  const kv = await fake.client()
  const rows: KeyedEntry[] = []
  const run = (async () => {
    for await (const row of kv.scan(options)) rows.push(row)
  })()
  const { error } = await outcomeOf(fake.time, run, 1000)
  await kv.close()
  if (error !== undefined) throw error
  return rows
}

describe('client: scans', () => {
  it('go through all pages as of the time of the first', async () => {
    const fake = cluster(25)
    const rows = await collect(fake, { prefix: 'k' })
    assert.deepEqual(
      rows.map(({ key }) => key),
      Array.from({ length: 25 }, (_, i) => `k${i}`),
    )
    assert.deepEqual(
      fake.arrivals.map(({ request }) => request.scan!.at),
      [0, 777, 777],
    )
  })

  it('stop at the limit without asking for more', async () => {
    const fake = cluster(100)
    const rows = await collect(fake, { limit: 15 })
    assert.equal(rows.length, 15)
    assert.equal(fake.arrivals.length, 2)
  })

  it('find nothing where nothing is', async () => {
    assert.deepEqual(await collect(cluster(0), {}), [])
  })

  it('refuse contradictions', async () => {
    await assert.rejects(collect(cluster(1), { prefix: 'a', start: 'b' }), /not both/)
    await assert.rejects(collect(cluster(1), { limit: 0 }), /above 0/)
    await assert.rejects(collect(cluster(1), { pageRows: 0 }), /pageRows/)
  })
})
