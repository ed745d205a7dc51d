/**
 * The cluster's time as a client knows it: the readings that nodes send, carried on by the client's monotonic clock. Operation
 * ids expire by this time and never by the client's wall clock, which may be wrong by years (05, "One identity for every write").
 *
 * A reading comes late, never early, so of those of the last seconds the furthest ahead counts. Older ones do not, once there are
 * newer: a monotonic clock that runs a little fast, or a node that was ahead for a while, must not set a client ahead for ever.
 * A client that has heard nothing for long goes by the first reading that it gets.
 */
import type { Clock } from '../base/clock.ts'

/** Readings count for one to two of these. */
const WINDOW_MS = 5_000

export class ClusterClock {
  /** How far the cluster's time is ahead of the monotonic clock at most, by the readings of the present window; microseconds. */
  private ahead = -Infinity
  /** … and by those of the window before. */
  private aheadBefore = -Infinity
  private windowSinceMs = 0
  private readonly clock: Pick<Clock, 'monotonicMs'>

  constructor(clock: Pick<Clock, 'monotonicMs'>) {
    this.clock = clock
  }

  /** Whether any node has told the time yet. */
  get known(): boolean {
    return this.ahead > -Infinity
  }

  merge(reading: number): void {
    if (reading <= 0) return
    const nowMs = this.clock.monotonicMs()
    const ahead = reading - nowMs * 1000
    const ageMs = nowMs - this.windowSinceMs
    if (ageMs >= WINDOW_MS) {
      this.aheadBefore = ageMs < 2 * WINDOW_MS ? this.ahead : -Infinity
      this.ahead = ahead
      this.windowSinceMs = nowMs
    } else if (ahead > this.ahead) this.ahead = ahead
  }

  /** Microseconds; 0 while unknown. */
  now(): number {
    if (!this.known) return 0
    return Math.floor(this.clock.monotonicMs() * 1000 + Math.max(this.ahead, this.aheadBefore))
  }
}
