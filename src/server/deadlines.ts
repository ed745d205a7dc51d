/**
 * Deadlines of many short-lived things with one timer: buckets of 32 ms instead of a timer each. Things that end before their
 * deadline are taken out again; a deadline fires up to one bucket late.
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
  private readonly timer: Timer
  private readonly buckets = new Map<number, Set<Item>>()
  private next: number

  constructor(clock: Clock, scheduler: Scheduler) {
    this.clock = clock
    this.next = this.bucketOf(clock.monotonicMs())
    this.timer = scheduler.every(BUCKET_MS, () => this.fire())
  }

  add(item: Item): void {
    const bucket = Math.max(this.bucketOf(item.deadlineMs), this.next)
    let items = this.buckets.get(bucket)
    if (items === undefined) this.buckets.set(bucket, (items = new Set()))
    items.add(item)
  }

  remove(item: Item): void {
    const bucket = this.bucketOf(item.deadlineMs)
    const items = this.buckets.get(bucket) ?? this.buckets.get(this.next)
    items?.delete(item)
  }

  /** Visits everything that has not ended, which may end or be joined by others meanwhile. */
  each(visit: (item: Item) => void): void {
    for (const items of [...this.buckets.values()]) for (const item of [...items]) visit(item)
  }

  /** Everything expires now. */
  close(): void {
    this.timer.cancel()
    const all = [...this.buckets.values()]
    this.buckets.clear()
    for (const items of all) for (const item of items) item.expired()
  }

  /** The first bucket that begins at or after the deadline. */
  private bucketOf(deadlineMs: number): number {
    return Math.ceil(deadlineMs / BUCKET_MS)
  }

  private fire(): void {
    const now = Math.floor(this.clock.monotonicMs() / BUCKET_MS)
    while (this.next <= now) {
      // First of all: what is added while others fire belongs to a bucket that is still to come.
      const bucket = this.next++
      const items = this.buckets.get(bucket)
      if (items === undefined) continue
      this.buckets.delete(bucket)
      for (const item of items) item.expired()
    }
  }
}
