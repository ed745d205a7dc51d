/**
 * Time of a whole cluster in one process. One list of tasks in one order, by time and then by age: a run depends on nothing
 * but what is put in. Each life of a node sees it through a `NodeTime` of its own, which dies with the node: what a crashed
 * process had planned never happens.
 *
 * After each task all promises settle before the next one runs, so that continuations belong to the task that caused them.
 * That is done without a turn of the real event loop, which would cost more than the tasks themselves: tasks run in slices
 * inside one real turn, and Node's own tick callback drains the microtasks in between.
 */
import assert from 'node:assert/strict'
import { TurnEnd, type Clock, type Scheduler, type Timer } from '../../../src/base/clock.ts'
import { Task, TaskQueue } from './task-queue.ts'

/** Where simulated wall clocks stand when the run begins, microseconds since 1970. */
const WALL_START_MICROS = 1_700_000_000_000_000
/** Tasks of one instant; more can only be two parts of the program that wake each other for ever. */
const TASKS_OF_INSTANT_MAX = 100_000
/** After so many tasks the real event loop gets a turn, so that test runners can say that it takes too long. */
const TASKS_OF_SLICE = 20_000

// Taken now: a test may put fake timers in their place.
const realImmediate = globalThis.setImmediate
const { _tickCallback: drainMicrotasks } = process as unknown as { _tickCallback: () => void }

export class RigTime {
  private now = 1_000
  private order = 0
  private readonly tasks = new TaskQueue()
  /** Tasks run so far. */
  taskCount = 0

  get nowMs(): number {
    return this.now
  }

  /** @param life what the task belongs to and dies with; nothing without */
  after(delayMs: number, run: () => void, life?: NodeTime): Timer {
    const task = new Task(this.now + Math.max(0, delayMs), this.order++, run, life)
    this.tasks.add(task, this.now)
    return task
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

  private runTo(endMs: number, condition: () => boolean): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const slice = (): void => {
        try {
          const over = this.runSlice(endMs, condition)
          if (over === undefined) realImmediate(slice)
          else resolve(over)
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)))
        }
      }
      // Not from inside a promise's continuation: microtasks cannot be drained there.
      realImmediate(slice)
    })
  }

  /** Whether the condition holds in the end; undefined = there is more to do. */
  private runSlice(endMs: number, condition: () => boolean): boolean | undefined {
    let ofInstant = 0
    settlePromises()
    for (let count = 0; !condition(); count++) {
      const task = this.tasks.peek()
      if (task === undefined || task.atMs > endMs) return false
      if (count >= TASKS_OF_SLICE && task.atMs > this.now) return undefined
      this.tasks.drop()
      if (task.cancelled) continue
      ofInstant = task.atMs > this.now ? 0 : ofInstant + 1
      assert(ofInstant < TASKS_OF_INSTANT_MAX, `time stands still at ${this.now} ms`)
      this.now = Math.max(this.now, task.atMs)
      this.taskCount++
      if (task.life === undefined) task.run()
      else task.life.due(task)
      drainMicrotasks.call(process)
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
  /** How fast the clocks of this node run. */
  private clockRate = 1
  /** Since when they run so, and what the monotonic one showed then. */
  private rateSinceMs: number
  private monotonicThenMs: number
  /** What came due while the process was paused. */
  private readonly late: (() => void)[] = []
  private readonly turnEnd = new TurnEnd((run) => void this.after(0, run))

  constructor(time: RigTime) {
    this.time = time
    this.rateSinceMs = this.monotonicThenMs = time.nowMs
  }

  /** 1 = like true time. */
  get rate(): number {
    return this.clockRate
  }

  set rate(rate: number) {
    this.monotonicThenMs = this.monotonicMs()
    this.rateSinceMs = this.time.nowMs
    this.clockRate = rate
  }

  get isAlive(): boolean {
    return this.alive
  }

  monotonicMs(): number {
    return this.monotonicThenMs + (this.time.nowMs - this.rateSinceMs) * this.clockRate
  }

  wallMicros(): number {
    return WALL_START_MICROS + Math.floor(this.monotonicMs() * 1000) + this.wallOffsetMicros
  }

  after(delayMs: number, run: () => void): Timer {
    return this.time.after(delayMs / this.clockRate, run, this)
  }

  every(intervalMs: number, run: () => void): Timer {
    const again = (): void => {
      next = this.after(intervalMs, again)
      run()
    }
    let next = this.after(intervalMs, again)
    return { cancel: () => next.cancel() }
  }

  endOfTurn(run: () => void): void {
    this.turnEnd.addWork(run)
  }

  afterTurn(run: () => void): void {
    this.turnEnd.addFlush(run)
  }

  /** Something comes in from outside: it happens now, or when the process goes on. */
  arrive(run: () => void): void {
    if (!this.alive) return
    if (this.paused) this.late.push(run)
    else run()
  }

  /** A task of this life is due: as `arrive`, unless it is cancelled before the process goes on. */
  due(task: Task): void {
    if (this.alive && !this.paused) task.run()
    else {
      this.arrive(() => {
        if (!task.cancelled) task.run()
      })
    }
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
}

function settlePromises(): void {
  let settled = false
  queueMicrotask(() => {
    settled = true
  })
  drainMicrotasks.call(process)
  assert(settled, 'microtasks cannot be drained here')
}
