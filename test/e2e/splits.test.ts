/**
 * Shards are split by kvctl while writers of every kind are at work and leaders are killed with SIGKILL, right before, right after
 * and in the middle: nothing acknowledged is lost, nothing happens twice, no transaction is seen in part.
 */
import assert from 'node:assert/strict'
import { useCluster, type Cluster } from './harness/cluster.ts'
import { eventually } from './harness/eventually.ts'
import { Bank } from './workloads/bank.ts'
import { Counters } from './workloads/counters.ts'
import { UniquePuts } from './workloads/unique-puts.ts'

const SPLITS = 4
const SEED = 20_260_211

interface Split {
  readonly child: number
  readonly start: number
  readonly token: number
  readonly end: number
}

/** As a person does it: repeated if the node that was asked dies. */
async function splitShard(cluster: Cluster, shard: number): Promise<Split> {
  const command = ['shard', 'split', String(shard), '-o', 'json']
  const planned = await cluster.kvctl([...command, '--plan'])
  assert.equal(planned.exit.code, 0, planned.stderr)
  const { token } = JSON.parse(planned.stdout) as Split
  return eventually(`shard ${shard} is split`, async () => {
    const { exit, stdout } = await cluster.kvctl([...command, '--at', String(token)])
    return exit.code === 0 ? (JSON.parse(stdout) as Split) : undefined
  })
}

describe('splitting shards under load', function () {
  this.timeout(240_000)
  const cluster = useCluster({ shards: 2 })

  it('loses no acknowledged write, repeats none, and tears no transaction, whoever is killed', async () => {
    const kv = await cluster.current.connect({ timeoutMs: 20_000 })
    const puts = new UniquePuts(kv, 'put:', 4)
    const counters = new Counters(kv, 'counter:', 4, 2)
    const bank = await Bank.open(kv, 'account:', 8, SEED)
    const workloads = [puts, counters, bank]
    for (let round = 0; round < SPLITS; round++) {
      const shards = await cluster.current.shardIds()
      const shard = shards[round % shards.length]!
      const split = splitShard(cluster.current, shard)
      const leader = await cluster.current.leaderOf(shard)
      // Every other time the leader dies while the split is under way, else when it is over.
      if (round % 2 === 0) await leader.kill()
      const { child } = await split
      cluster.current.shards = shards.length + 1
      if (round % 2 === 1) await leader.kill()
      leader.start()
      await cluster.current.whole()
      assert((await cluster.current.shardIds()).includes(child))
    }
    for (const workload of workloads) await workload.stop()
    const fresh = await cluster.current.connect({ timeoutMs: 20_000 })
    for (const workload of workloads) await workload.check(fresh)
    console.log(`      puts: ${puts.outcomes.toString()}`)
    console.log(`      increments: ${counters.outcomes.toString()}`)
    console.log(`      bank: ${bank.transfers} transfers: ${bank.outcomes.toString()}`)
  })

  it('says what it would do, does it once, and refuses what makes no sense', async () => {
    const kvctl = (...args: string[]) => cluster.current.kvctl(['shard', 'split', ...args])
    const [shard] = await cluster.current.shardIds()
    const id = String(shard)
    const plan = JSON.parse((await kvctl(id, '--plan', '-o', 'json')).stdout) as Split
    assert(plan.token > plan.start && plan.token < plan.end)
    assert.equal((await cluster.current.shardIds()).length, cluster.current.shards)
    const at = String(plan.token)
    const first = JSON.parse((await kvctl(id, '--at', at, '-o', 'json')).stdout) as Split
    cluster.current.shards++
    await eventually('the child on every map', async () => {
      await cluster.current.whole()
      return true
    })
    const again = JSON.parse((await kvctl(id, '--at', at, '-o', 'json')).stdout) as Split
    assert.equal(again.child, first.child)
    assert.equal((await cluster.current.shardIds()).length, cluster.current.shards)
    assert.equal((await kvctl('999', '--plan')).exit.code, 3)
    assert.equal((await kvctl(id, '--at', String(plan.end + 1))).exit.code, 4)
    assert.equal((await kvctl(id, '--at', 'middle')).exit.code, 2)
    assert.equal((await kvctl(id, '--at', at, '--key', 'a')).exit.code, 2)
  })
})
