/**
 * The hybrid logical clock (Kulkarni et al., "Logical Physical Clocks", 2014) as one number: microseconds since 1970,
 * `now = max(last + 1, wall)`. It never repeats and never falls, and it follows every reading that is merged into it.
 * Readings order versions and snapshots; they never decide whether a commit is valid (05, "Timestamps").
 */
import type { Clock } from './clock.ts'
import { timestamp, type Timestamp } from './ids.ts'

export class HybridClock {
  private last = 0
  private readonly clock: Pick<Clock, 'wallMicros'>

  constructor(clock: Pick<Clock, 'wallMicros'>) {
    this.clock = clock
  }

  /** A reading above all earlier ones, merged ones included. */
  now(): Timestamp {
    return this.reserve(1)
  }

  /** `count` consecutive readings; returns the first. All are above every earlier reading. */
  reserve(count: number): Timestamp {
    const first = Math.max(this.last + 1, this.clock.wallMicros())
    this.last = first + count - 1
    return timestamp(first)
  }

  /** The newest reading handed out or merged, without making a new one; not below the wall clock. */
  peek(): Timestamp {
    return timestamp(Math.max(this.last, this.clock.wallMicros()))
  }

  /** Later readings will be above `reading`. For readings from the log and from peers: always accepted. */
  merge(reading: Timestamp): void {
    if (reading > this.last) this.last = reading
  }

  /**
   * Merges a *client's* reading unless it is more than `maxAheadMicros` beyond the wall clock; a client with a broken
   * clock must not drag the cluster's time along. Returns whether it was merged.
   */
  mergeFromClient(reading: Timestamp, maxAheadMicros: number): boolean {
    if (reading > this.peek() + maxAheadMicros) return false
    this.merge(reading)
    return true
  }
}
