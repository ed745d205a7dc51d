/**
 * Time of a whole cluster in one process. One list of tasks in one order, by time and then by age: a run depends on nothing
 * but what is put in. Each life of a node sees it through a `NodeTime` of its own, which dies with the node: what a crashed
 * process had planned never happens.
 *
 * After each task all promises settle before the next one runs, so that continuations belong to the task that caused them.
 */
import assert from 'node:assert/strict'
import type { Clock, Scheduler, Timer } from '../../../src/base/clock.ts'

/** Where simulated wall clocks stand when the run begins, microseconds since 1970. */
const WALL_START_MICROS = 1_700_000_000_000_000
/** Tasks of one instant; more can only be two parts of the program that wake each other for ever. */
const TASKS_OF_INSTANT_MAX = 100_000

interface Task {
  readonly atMs: number
  readonly order: number
  readonly run: () => void
  cancelled: boolean
}

// Taken now: a test may put fake timers in their place.
const realImmediate = globalThis.setImmediate

export class RigTime {
  private now = 1_000
  private order = 0
  /** Latest first, so that the next one is cheap to take. */
  private readonly tasks: Task[] = []

  get nowMs(): number {
    return this.now
  }

  after(delayMs: number, run: () => void): Timer {
    const task: Task = {
      atMs: this.now + Math.max(0, delayMs),
      order: this.order++,
      run,
      cancelled: false,
    }
    let low = 0
    let high = this.tasks.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (isLater(this.tasks[middle]!, task)) low = middle + 1
      else high = middle
    }
    this.tasks.splice(low, 0, task)
    return {
      cancel: () => {
        task.cancelled = true
      },
    }
  }

  /** Lets `ms` pass. */
  async pass(ms: number): Promise<void> {
    const end = this.now + ms
    await this.runTo(end, () => false)
    this.now = end
  }

  /** Lets time pass until `condition` holds; fails if it does not within `withinMs`. */
  async until(condition: () => boolean, what: string, withinMs = 30_000): Promise<void> {
    const held = await this.runTo(this.now + withinMs, condition)
    assert(held, `${what}: not within ${withinMs} ms`)
  }

  /** Lets time pass until the promise settles, and returns what it did. */
  async settled<Value>(promise: Promise<Value>, what: string, withinMs?: number): Promise<Value> {
    let over = false
    const end = (): void => {
      over = true
    }
    promise.then(end, end)
    await this.until(() => over, what, withinMs)
    return promise
  }

  private async runTo(endMs: number, condition: () => boolean): Promise<boolean> {
    let ofInstant = 0
    await promisesSettle()
    while (!condition()) {
      const task = this.tasks[this.tasks.length - 1]
      if (task === undefined || task.atMs > endMs) return false
      this.tasks.pop()
      if (task.cancelled) continue
      ofInstant = task.atMs > this.now ? 0 : ofInstant + 1
      assert(ofInstant < TASKS_OF_INSTANT_MAX, `time stands still at ${this.now} ms`)
      this.now = Math.max(this.now, task.atMs)
      task.run()
      await promisesSettle()
    }
    return true
  }
}

/** One life of one node. */
export class NodeTime implements Clock, Scheduler {
  /** How far this node's wall clock is wrong. */
  wallOffsetMicros = 0
  private readonly time: RigTime
  private alive = true
  private paused = false
  /** What came due while the process was paused. */
  private readonly late: (() => void)[] = []

  constructor(time: RigTime) {
    this.time = time
  }

  monotonicMs(): number {
    return this.time.nowMs
  }

  wallMicros(): number {
    return WALL_START_MICROS + Math.floor(this.time.nowMs * 1000) + this.wallOffsetMicros
  }

  after(delayMs: number, run: () => void): Timer {
    return this.time.after(delayMs, () => this.run(run))
  }

  every(intervalMs: number, run: () => void): Timer {
    let next: Timer
    let cancelled = false
    const plan = (): void => {
      next = this.after(intervalMs, () => {
        if (cancelled) return
        plan()
        run()
      })
    }
    plan()
    return {
      cancel: () => {
        cancelled = true
        next.cancel()
      },
    }
  }

  endOfTurn(run: () => void): void {
    this.after(0, run)
  }

  /** The process dies: nothing that it planned happens any more. */
  kill(): void {
    this.alive = false
  }

  /** The process stands still (a long collection, a stopped virtual machine), and notices nothing. */
  pause(): void {
    this.paused = true
  }

  resume(): void {
    this.paused = false
    for (const run of this.late.splice(0)) this.after(0, run)
  }

  private run(run: () => void): void {
    if (!this.alive) return
    if (this.paused) this.late.push(run)
    else run()
  }
}

function promisesSettle(): Promise<void> {
  return new Promise((resolve) => realImmediate(resolve))
}

function isLater(one: Task, other: Task): boolean {
  return one.atMs > other.atMs || (one.atMs === other.atMs && one.order > other.order)
}
