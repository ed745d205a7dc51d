/** What a run measured, for people and as files: `.hgrm` for HdrHistogram's plotters, JSON for programs. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { dirname } from 'node:path'
import type { Histogram } from 'hdr-histogram-js'
import { mergeHistograms } from './histogram.ts'
import type { BenchPlan, BenchResult } from './plan.ts'

const PERCENTILES = [50, 90, 99, 99.9] as const
const HGRM_TICKS = 5

export interface Summary {
  readonly operations: number
  readonly operationsPerSecond: number
  /** Milliseconds by `p50`, `p90`, `p99`, `p99.9`, `max`, `mean`. */
  readonly latencyMs: Readonly<Record<string, number>>
  readonly errors: Readonly<Record<string, number>>
  readonly retries: number
}

export interface Report {
  readonly summary: Summary
  readonly histogram: Histogram
}

export function summarize(results: readonly BenchResult[]): Report {
  const histogram = mergeHistograms(results.map((result) => result.histogram))
  const operations = results.reduce((sum, result) => sum + result.operations, 0)
  const seconds = Math.max(...results.map((result) => result.measuredMs)) / 1000
  const errors: Record<string, number> = {}
  for (const result of results) {
    for (const [code, count] of Object.entries(result.errors)) {
      errors[code] = (errors[code] ?? 0) + count
    }
  }
  const latencyMs: Record<string, number> = {}
  for (const percentile of PERCENTILES) {
    latencyMs[`p${percentile}`] = histogram.getValueAtPercentile(percentile) / 1000
  }
  latencyMs['max'] = operations === 0 ? 0 : histogram.maxValue / 1000
  latencyMs['mean'] = operations === 0 ? 0 : histogram.mean / 1000
  const retries = results.reduce((sum, result) => sum + result.retries, 0)
  const operationsPerSecond = operations / seconds
  return { summary: { operations, operationsPerSecond, latencyMs, errors, retries }, histogram }
}

/** A few lines for people. */
export function describeSummary(plan: BenchPlan, workers: number, summary: Summary): string {
  const load =
    plan.rate > 0
      ? `${plan.rate.toLocaleString('en-US')} ops/s offered`
      : `${plan.inFlight} in flight`
  const shape = [
    plan.workload + (plan.hot ? ' (one hot key)' : ''),
    `${plan.valueBytes} B values`,
    `${plan.keys.toLocaleString('en-US')} keys${plan.zipf > 0 ? `, zipf ${plan.zipf}` : ''}`,
    load,
    `${workers} ${workers === 1 ? 'worker' : 'workers'}`,
    `${plan.durationMs / 1000} s`,
  ].join(', ')
  const latency = ['p50', 'p90', 'p99', 'p99.9', 'max']
    .map((name) => `${name} ${(summary.latencyMs[name] ?? 0).toFixed(2)}`)
    .join('  ')
  const rate = Math.round(summary.operationsPerSecond).toLocaleString('en-US')
  const lines = [shape, `  ops/s       ${rate}`, `  latency ms  ${latency}`]
  if (summary.retries > 0) lines.push(`  retries     ${summary.retries.toLocaleString('en-US')}`)
  const errors = Object.entries(summary.errors)
  lines.push(
    errors.length === 0
      ? '  errors      none'
      : `  errors      ${errors.map(([code, count]) => `${code} ${count}`).join(', ')}`,
  )
  return lines.join('\n')
}

/** Writes `<path>.hgrm` and `<path>.json`. */
export function writeReport(path: string, plan: BenchPlan, workers: number, report: Report): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.hgrm`, report.histogram.outputPercentileDistribution(HGRM_TICKS, 1000))
  const machine = { cpus: cpus().length, cpu: cpus()[0]?.model ?? '', node: process.version }
  const document = { date: new Date().toISOString(), machine, workers, plan, ...report.summary }
  writeFileSync(`${path}.json`, `${JSON.stringify(document, undefined, 2)}\n`)
}
