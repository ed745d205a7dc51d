/** What a series of runs amounts to: how much was simulated, how fast, and which faults were injected how often. */
import type { FaultKind } from './faults.ts'
import type { SimulationResult } from './simulation.ts'

export class Report {
  readonly failed: number[] = []
  private seeds = 0
  private simulatedMs = 0
  private realMs = 0
  private processorMs = 0
  private tasks = 0
  private answered = 0
  private entries = 0
  private readonly struck = new Map<FaultKind, number>()

  add(result: SimulationResult): void {
    this.seeds++
    this.simulatedMs += result.simulatedMs
    this.realMs += result.realMs
    this.processorMs += result.processorMs
    this.tasks += result.tasks
    this.answered += result.requestsAnswered
    this.entries += result.entriesApplied
    for (const [kind, count] of result.struck) {
      this.struck.set(kind, (this.struck.get(kind) ?? 0) + count)
    }
    if (result.violation !== undefined) this.failed.push(result.seed)
  }

  text(): string {
    const seconds = this.realMs / 1000
    const faults = [...this.struck].sort(([a], [b]) => (a < b ? -1 : 1))
    return [
      '',
      `${this.seeds} seeds, ${this.failed.length} failed${this.failed.length > 0 ? `: ${this.failed.join(', ')}` : ''}`,
      `simulated ${(this.simulatedMs / 3_600_000).toFixed(2)} hours in ${seconds.toFixed(1)} s:` +
        ` ${(this.simulatedMs / this.realMs).toFixed(0)} × real time,` +
        ` ${(this.simulatedMs / this.processorMs).toFixed(0)} × processor time,` +
        ` ${Math.round((1000 * this.tasks) / this.processorMs)} events per second of it`,
      `${this.answered} requests answered, ${this.entries} log entries applied`,
      `faults: ${faults.map(([kind, count]) => `${kind} ${count}`).join(', ') || 'none'}`,
    ].join('\n')
  }
}
