import assert from 'node:assert/strict'
import { encodeHistogram, newHistogram, recordMicros } from '../../src/cli/kvbench/histogram.ts'
import { keyPicker } from '../../src/cli/kvbench/keys.ts'
import type { BenchPlan, BenchResult } from '../../src/cli/kvbench/plan.ts'
import { describeSummary, summarize } from '../../src/cli/kvbench/report.ts'
import { SeededRandom } from '../../src/base/random.ts'

const PLAN: BenchPlan = {
  workload: 'put',
  endpoints: [],
  keyspace: '',
  inFlight: 256,
  rate: 0,
  durationMs: 10_000,
  warmUpMs: 0,
  valueBytes: 256,
  keys: 10_000,
  zipf: 0,
  readFraction: 0.5,
  hot: false,
  connections: 1,
  timeoutMs: 1000,
  seed: 1,
}

function measured(
  latenciesMs: readonly number[],
  errors: Record<string, number> = {},
): BenchResult {
  const histogram = newHistogram()
  for (const latency of latenciesMs) recordMicros(histogram, latency * 1000)
  return {
    operations: latenciesMs.length,
    measuredMs: 10_000,
    histogram: encodeHistogram(histogram),
    errors,
    retries: 0,
  }
}

describe('kvbench', () => {
  it('merges the measurements of its workers', () => {
    const { summary } = summarize([
      measured(
        Array.from({ length: 99 }, () => 1),
        { NO_QUORUM: 1 },
      ),
      measured([100], { NO_QUORUM: 2 }),
    ])
    assert.equal(summary.operations, 100)
    assert.equal(summary.operationsPerSecond, 10)
    assert.ok(Math.abs(summary.latencyMs['p50']! - 1) < 0.01)
    assert.ok(Math.abs(summary.latencyMs['max']! - 100) < 0.2)
    assert.deepEqual(summary.errors, { NO_QUORUM: 3 })
  })

  it('prints throughput, latencies and errors', () => {
    const { summary } = summarize([measured([2, 2, 2], { OVERLOADED: 4 })])
    const lines = describeSummary(PLAN, 2, summary).split('\n')
    assert.equal(lines[0], 'put, 256 B values, 10,000 keys, 256 in flight, 2 workers, 10 s')
    assert.match(lines[2]!, /p50 2\.00 {2}p90 2\.00 {2}p99 2\.00 {2}p99\.9 2\.00 {2}max 2\.00/)
    assert.equal(lines[3], '  errors      OVERLOADED 4')
  })

  it('survives a run in which nothing ended', () => {
    const { summary } = summarize([measured([])])
    assert.equal(summary.operations, 0)
    assert.equal(summary.latencyMs['max'], 0)
  })

  it('picks keys uniformly, or a few of them much more often', () => {
    const counts = (zipf: number): number[] => {
      const pick = keyPicker(1000, zipf, new SeededRandom(7))
      const times = new Array<number>(1000).fill(0)
      for (let i = 0; i < 100_000; i++) times[pick()]!++
      return times.sort((left, right) => right - left)
    }
    const uniform = counts(0)
    assert.ok(uniform[0]! < 200, `uniform: ${uniform[0]!}`)
    const skewed = counts(0.99)
    assert.ok(skewed[0]! > 5000, `zipfian: ${skewed[0]!}`)
  })
})
