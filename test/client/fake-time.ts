/** Time that only tests move: a clock and a scheduler with the contract of base/clock.ts. */
import { TurnEnd, type Clock, type Scheduler, type Timer } from '../../src/base/clock.ts'

interface Task {
  at: number
  readonly everyMs: number | undefined
  readonly run: () => void
  cancelled: boolean
}

export class FakeTime implements Clock, Scheduler {
  private nowMs = 1_000
  private tasks: Task[] = []
  private turn: (() => void)[] = []
  private readonly turnEnd = new TurnEnd((run) => this.turn.push(run))

  monotonicMs(): number {
    return this.nowMs
  }

  wallMicros(): number {
    return 1_700_000_000_000_000 + this.nowMs * 1000
  }

  after(delayMs: number, run: () => void): Timer {
    return this.add({ at: this.nowMs + delayMs, everyMs: undefined, run, cancelled: false })
  }

  every(intervalMs: number, run: () => void): Timer {
    return this.add({ at: this.nowMs + intervalMs, everyMs: intervalMs, run, cancelled: false })
  }

  endOfTurn(run: () => void): void {
    this.turnEnd.addWork(run)
  }

  afterTurn(run: () => void): void {
    this.turnEnd.addFlush(run)
  }

  /** Tasks that are to run. */
  get planned(): number {
    return this.tasks.filter(({ cancelled }) => !cancelled).length
  }

  /** Lets `ms` pass: everything that is due runs in order, promises settle in between. */
  async pass(ms: number): Promise<void> {
    const end = this.nowMs + ms
    await this.settle()
    for (;;) {
      this.tasks = this.tasks.filter((task) => !task.cancelled)
      const due = this.tasks.reduce<Task | undefined>(
        (first, task) => (first === undefined || task.at < first.at ? task : first),
        undefined,
      )
      if (due === undefined || due.at > end) break
      this.nowMs = Math.max(this.nowMs, due.at)
      if (due.everyMs === undefined) due.cancelled = true
      else due.at += due.everyMs
      due.run()
      await this.settle()
    }
    this.nowMs = end
  }

  /** Runs the ends of turns and lets promises settle until nothing moves. */
  async settle(): Promise<void> {
    do {
      for (const run of this.turn.splice(0)) run()
      await new Promise((resolve) => setImmediate(resolve))
    } while (this.turn.length > 0)
  }

  private add(task: Task): Timer {
    this.tasks.push(task)
    return {
      cancel: () => {
        task.cancelled = true
      },
    }
  }
}
