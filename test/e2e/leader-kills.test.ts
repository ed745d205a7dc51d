/**
 * Writers of every kind while leaders are killed with SIGKILL, again and again: nothing acknowledged is lost, nothing happens
 * twice, no transaction is seen in part.
 */
import type { RingKvClient } from '../../src/client/index.ts'
import { eventually } from './harness/eventually.ts'
import { useCluster, type Cluster } from './harness/cluster.ts'
import { keysIn } from './harness/keys.ts'
import { Bank } from './workloads/bank.ts'
import { Counters } from './workloads/counters.ts'
import { UniquePuts } from './workloads/unique-puts.ts'

const KILLS = 20
const SEED = 20_260_131

describe('killing leaders', function () {
  this.timeout(240_000)
  const cluster = useCluster()

  it('loses no acknowledged write, repeats none, and tears no transaction', async () => {
    const kv = await cluster.current.connect({ timeoutMs: 20_000 })
    const puts = new UniquePuts(kv, 'put:', 4)
    const counters = new Counters(kv, 'counter:', 4, 2)
    const bank = await Bank.open(kv, 'account:', 8, SEED)
    const workloads = [puts, counters, bank]
    const gaps: number[] = []
    const rejoins: number[] = []
    const shards = await cluster.current.shardIds()
    for (let kill = 0; kill < KILLS; kill++) {
      const { gapMs, rejoinMs } = await killLeader(
        cluster.current,
        kv,
        shards[kill % shards.length]!,
      )
      gaps.push(gapMs)
      rejoins.push(rejoinMs)
    }
    for (const workload of workloads) await workload.stop()
    const fresh = await cluster.current.connect({ timeoutMs: 20_000 })
    for (const workload of workloads) await workload.check(fresh)
    report('write gap after a kill', gaps)
    report('killed node back and serving', rejoins)
    console.log(`      puts: ${puts.outcomes.toString()}`)
    console.log(`      increments: ${counters.outcomes.toString()}`)
    console.log(
      `      bank: ${bank.transfers} transfers, ${bank.sums} sums: ${bank.outcomes.toString()}`,
    )
  })
})

/** Kills the shard's leader, measures until the shard takes a write again, and brings the node back. */
async function killLeader(
  cluster: Cluster,
  kv: RingKvClient,
  shard: number,
): Promise<{ gapMs: number; rejoinMs: number }> {
  const [probe] = await keysIn(cluster, shard, 'probe:', 1)
  const leader = await cluster.leaderOf(shard)
  const killedAt = performance.now()
  await leader.kill()
  await eventually('the shard takes a write again', async () => {
    await kv.put(probe!, 'probe')
    return true
  })
  const gapMs = performance.now() - killedAt
  const startedAt = performance.now()
  leader.start()
  await cluster.whole()
  return { gapMs, rejoinMs: performance.now() - startedAt }
}

function report(what: string, milliseconds: readonly number[]): void {
  const sorted = milliseconds.map(Math.round).toSorted((left, right) => left - right)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
  console.log(`      ${what}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, all ${sorted.join(' ')}`)
}
