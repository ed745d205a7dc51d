/** Everything dies at once, and logs come back damaged: what was acknowledged stays, and what is damaged is not believed. */
import assert from 'node:assert/strict'
import { eventually } from './harness/eventually.ts'
import { useCluster } from './harness/cluster.ts'
import { flipBitInTheMiddle, tearNextFrame } from './harness/wal-damage.ts'
import { Bank } from './workloads/bank.ts'
import { Counters } from './workloads/counters.ts'
import { UniquePuts } from './workloads/unique-puts.ts'

const EXIT_LOG_CORRUPT = 68

describe('crashes', () => {
  // Small log files, so that there are several, and checkpoints while the test runs.
  const cluster = useCluster({
    flags: ['--log-file-size', '1MiB', '--checkpoint-bytes', '256KiB'],
  })

  it('finds everything acknowledged after all nodes were killed at once', async () => {
    const kv = await cluster.current.connect({ timeoutMs: 30_000 })
    const puts = new UniquePuts(kv, 'crash:', 8)
    const counters = new Counters(kv, 'crash-counter:', 4, 2)
    const bank = await Bank.open(kv, 'crash-account:', 6, 7)
    for (let crash = 1; crash <= 3; crash++) {
      const before = puts.acknowledged
      await eventually('writers write', () => puts.acknowledged >= before + 100)
      await Promise.all(cluster.current.nodes.map((node) => node.kill()))
      for (const node of cluster.current.nodes) node.start()
      await cluster.current.whole()
    }
    for (const workload of [puts, counters, bank]) await workload.stop()
    const fresh = await cluster.current.connect({ timeoutMs: 20_000 })
    for (const workload of [puts, counters, bank]) await workload.check(fresh)
  })

  it('starts on a log whose last write was torn', async () => {
    const kv = await cluster.current.connect()
    const puts = new UniquePuts(kv, 'torn:', 4)
    for (const node of cluster.current.nodes) {
      const before = puts.acknowledged
      await eventually('writers write', () => puts.acknowledged >= before + 50)
      await node.kill()
      tearNextFrame(node.data)
      node.start()
      await cluster.current.whole()
    }
    await puts.stop()
    await puts.check(kv)
  })

  it('refuses a log that is damaged in the middle, and says where', async () => {
    const kv = await cluster.current.connect()
    await kv.put('undamaged', 'yes')
    const node = cluster.current.node(2)
    await node.kill()
    const damage = flipBitInTheMiddle(node.data)
    const refused = node.spawn()
    const { code } = await refused.exit()
    assert.equal(code, EXIT_LOG_CORRUPT, refused.stderr)
    assert.match(refused.stderr, /^kvd: .*\n$/)
    assert(refused.stderr.includes(`${damage.path} is damaged at offset ${damage.offset}`))
    await kv.put('undamaged', 'still')
    damage.undo()
    node.start()
    await cluster.current.whole()
    assert.equal((await kv.get('undamaged'))?.value, 'still')
  })
})
