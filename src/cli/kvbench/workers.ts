/** Runs the load in one or several processes and adds their measurements up. */
import { fork } from 'node:child_process'
import type { BenchPlan, BenchResult } from './plan.ts'
import { runWorker } from './runner.ts'

interface Assignment {
  readonly plan: BenchPlan
  readonly fill: boolean
}

type Report = { readonly result: BenchResult } | { readonly error: string }

const WORKER_VARIABLE = 'RINGKV_BENCH_WORKER'

/** Whether this process is a worker: then it only does what its parent says. */
export function isWorkerProcess(): boolean {
  return process.env[WORKER_VARIABLE] === '1' && process.send !== undefined
}

/** The life of a worker process. */
export function serveAsWorker(): void {
  process.once('message', ({ plan, fill }: Assignment) => {
    runWorker(plan, fill).then(
      (result) => sendAndLeave({ result }),
      (error: unknown) => {
        sendAndLeave({ error: error instanceof Error ? error.message : String(error) })
      },
    )
  })
}

function sendAndLeave(report: Report): void {
  process.send!(report, () => process.disconnect())
}

/** Splits in-flight operations (or the rate) over `count` workers; `script` is kvbench itself. */
export async function runWorkers(
  plan: BenchPlan,
  count: number,
  fill: boolean,
  script: string,
): Promise<BenchResult[]> {
  if (count === 1) return [await runWorker(plan, fill)]
  const parts = Array.from({ length: count }, (_, index) => ({
    ...plan,
    inFlight: share(plan.inFlight, count, index),
    rate: plan.rate / count,
    seed: plan.seed + index,
  }))
  // One fills in the keys for all, before the others begin.
  if (fill) await runWorker({ ...plan, workload: 'get', durationMs: 1, warmUpMs: 0, rate: 0 }, true)
  return Promise.all(parts.map((part) => runInProcess({ plan: part, fill: false }, script)))
}

function share(total: number, count: number, index: number): number {
  return Math.max(1, Math.floor(total / count) + (index < total % count ? 1 : 0))
}

function runInProcess(assignment: Assignment, script: string): Promise<BenchResult> {
  return new Promise((resolve, reject) => {
    const child = fork(script, [], { env: { ...process.env, [WORKER_VARIABLE]: '1' } })
    child.once('message', (report: Report) => {
      if ('result' in report) resolve(report.result)
      else reject(new Error(report.error))
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      reject(new Error(`a worker ended without a result (${signal ?? `exit code ${code ?? 0}`})`))
    })
    child.send(assignment)
  })
}
