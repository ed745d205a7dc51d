/** What a series of runs amounts to: how much was simulated, how fast, and which faults were injected how often. */
import type { FaultKind } from './faults.ts'
import type { SimulationResult } from './simulation.ts'

/** What the report needs of a run; small, and can be sent to another process. */
export interface RunSummary {
  readonly seed: number
  readonly failed: boolean
  readonly simulatedMs: number
  readonly processorMs: number
  readonly tasks: number
  readonly requestsAnswered: number
  readonly entriesApplied: number
  readonly struck: ReadonlyMap<FaultKind, number>
}

export function summaryOf(result: SimulationResult): RunSummary {
  const { seed, simulatedMs, processorMs, tasks, requestsAnswered, entriesApplied, struck } = result
  const failed = result.violation !== undefined
  return {
    seed,
    failed,
    simulatedMs,
    processorMs,
    tasks,
    requestsAnswered,
    entriesApplied,
    struck,
  }
}

/** Shown of the runs that took the most processor time. */
const SLOWEST = 5

export class Report {
  readonly failed: number[] = []
  /** Runs that have ended. */
  seeds = 0
  private readonly startedMs = performance.now()
  private simulatedMs = 0
  private processorMs = 0
  private tasks = 0
  private answered = 0
  private entries = 0
  private readonly struck = new Map<FaultKind, number>()
  private slowest: readonly RunSummary[] = []

  add(run: RunSummary): void {
    this.seeds++
    this.simulatedMs += run.simulatedMs
    this.processorMs += run.processorMs
    this.tasks += run.tasks
    this.answered += run.requestsAnswered
    this.entries += run.entriesApplied
    for (const [kind, count] of run.struck) {
      this.struck.set(kind, (this.struck.get(kind) ?? 0) + count)
    }
    if (run.failed) this.failed.push(run.seed)
    this.slowest = [...this.slowest, run]
      .sort((a, b) => b.processorMs - a.processorMs)
      .slice(0, SLOWEST)
  }

  /** The process that ran the seed died, or had to be ended. */
  addLost(seed: number): void {
    this.seeds++
    this.failed.push(seed)
  }

  /** One line, while runs go on. `count`: how many there will be. */
  progress(count: number): string {
    const passedMs = this.passedMs()
    const done = Number.isFinite(count) ? `${this.seeds} of ${count} seeds` : `${this.seeds} seeds`
    const leftMs = this.seeds === 0 ? Infinity : ((count - this.seeds) * passedMs) / this.seeds
    const left = Number.isFinite(leftMs) ? `, ${Math.ceil(leftMs / 60_000)} min left` : ''
    return `${done}, ${this.failed.length} failed, ${(this.simulatedMs / passedMs).toFixed(0)} × real time${left}`
  }

  text(): string {
    const passedMs = this.passedMs()
    const faults = [...this.struck].sort(([a], [b]) => (a < b ? -1 : 1))
    const failed = this.failed.toSorted((a, b) => a - b)
    return [
      '',
      `faults: ${faults.map(([kind, count]) => `${kind} ${count}`).join(', ') || 'none'}`,
      `${this.answered} requests answered, ${this.entries} log entries applied`,
      `simulated ${(this.simulatedMs / 3_600_000).toFixed(2)} hours in ${(passedMs / 1000).toFixed(1)} s:` +
        ` ${(this.simulatedMs / passedMs).toFixed(0)} × real time,` +
        ` ${(this.simulatedMs / this.processorMs).toFixed(0)} × processor time,` +
        ` ${Math.round((1000 * this.tasks) / this.processorMs)} events per second of it`,
      ...(this.seeds > 1 ? [`slowest: ${this.slowest.map(speedText).join('; ')}`] : []),
      `${this.seeds} seeds, ${failed.length} failed${failed.length > 0 ? `: ${failed.join(', ')}` : ''}`,
    ].join('\n')
  }

  private passedMs(): number {
    return performance.now() - this.startedMs
  }
}

function speedText({ seed, simulatedMs, processorMs, tasks }: RunSummary): string {
  const seconds = (processorMs / 1000).toFixed(0)
  return `seed ${seed} ${seconds} s, ${(simulatedMs / processorMs).toFixed(0)} ×, ${tasks} events`
}
