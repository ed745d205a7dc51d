/**
 * Deadlines of many short-lived things with one timer: buckets of 32 ms instead of a timer each. Things that end before their
 * deadline are taken out again; a deadline fires up to one bucket late. Where nothing waits, no timer runs.
 */
import type { Clock, Scheduler, Timer } from '../base/clock.ts'

const BUCKET_MS = 32

export interface Expiring {
  /** Monotonic milliseconds. Must not change while registered. */
  readonly deadlineMs: number
  expired(): void
}

export class Deadlines<Item extends Expiring> {
  private readonly clock: Clock
  private readonly scheduler: Scheduler
  private readonly buckets = new Map<number, Set<Item>>()
  /** Things that wait. */
  private count = 0
  /** Runs while something waits, and a little longer. */
  private timer: Timer | undefined
  /** The bucket that fires next, while the timer runs. */
  private next = 0

  constructor(clock: Clock, scheduler: Scheduler) {
    this.clock = clock
    this.scheduler = scheduler
  }

  add(item: Item): void {
    if (this.timer === undefined) this.begin()
    this.count++
    const bucket = Math.max(this.bucketOf(item.deadlineMs), this.next)
    let items = this.buckets.get(bucket)
    if (items === undefined) this.buckets.set(bucket, (items = new Set()))
    items.add(item)
  }

  remove(item: Item): void {
    const bucket = this.bucketOf(item.deadlineMs)
    const items = this.buckets.get(bucket) ?? this.buckets.get(this.next)
    if (items?.delete(item) === true) this.count--
  }

  /** Visits everything that has not ended, which may end or be joined by others meanwhile. */
  each(visit: (item: Item) => void): void {
    for (const items of [...this.buckets.values()]) for (const item of [...items]) visit(item)
  }

  /** Everything expires now. */
  close(): void {
    const all = [...this.buckets.values()]
    this.end()
    for (const items of all) for (const item of items) item.expired()
  }

  /** The first bucket that begins at or after the deadline. */
  private bucketOf(deadlineMs: number): number {
    return Math.ceil(deadlineMs / BUCKET_MS)
  }

  private begin(): void {
    this.next = this.bucketOf(this.clock.monotonicMs())
    this.timer = this.scheduler.every(BUCKET_MS, () => this.fire())
  }

  private end(): void {
    this.timer?.cancel()
    this.timer = undefined
    this.buckets.clear()
    this.count = 0
  }

  private fire(): void {
    if (this.count === 0) {
      this.end()
      return
    }
    const now = Math.floor(this.clock.monotonicMs() / BUCKET_MS)
    while (this.next <= now) {
      // First of all: what is added while others fire belongs to a bucket that is still to come.
      const bucket = this.next++
      const items = this.buckets.get(bucket)
      if (items === undefined) continue
      this.buckets.delete(bucket)
      this.count -= items.size
      for (const item of items) item.expired()
    }
  }
}
