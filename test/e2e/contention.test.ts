/** Transactions that all want the same few keys, on different shards, without any faults: every one gets its turn. */
import assert from 'node:assert/strict'
import { useCluster } from './harness/cluster.ts'
import { eventually } from './harness/eventually.ts'
import { Bank } from './workloads/bank.ts'
import { Counters } from './workloads/counters.ts'

const SEED = 11
const TRANSFERS = 400

describe('contention', () => {
  const cluster = useCluster()

  it('lets every transaction through in the end, and nothing else fails', async () => {
    const kv = await cluster.current.connect({ timeoutMs: 30_000 })
    const bank = await Bank.open(kv, 'contended:', 3, SEED, false)
    const counters = new Counters(kv, 'contended-counter:', 2, 4)
    await eventually('many transfers are done', () => bank.transfers >= TRANSFERS, 120_000)
    for (const workload of [bank, counters]) await workload.stop()
    for (const { outcomes } of [bank, counters]) {
      assert.deepEqual([...outcomes.counts.keys()], ['OK'], outcomes.toString())
    }
    for (const workload of [bank, counters]) await workload.check(kv)
    console.log(`      bank: ${bank.outcomes.toString()}`)
    console.log(`      increments: ${counters.outcomes.toString()}`)
  })
})
