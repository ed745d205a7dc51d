/**
 * The cluster's time as a client knows it: the newest reading that any node sent, carried on by the client's monotonic
 * clock. Operation ids expire by this time and never by the client's wall clock, which may be wrong by years (05, "One
 * identity for every write").
 */
import type { Clock } from '../base/clock.ts'

export class ClusterClock {
  private reading = 0
  private readAtMs = 0
  private readonly clock: Pick<Clock, 'monotonicMs'>

  constructor(clock: Pick<Clock, 'monotonicMs'>) {
    this.clock = clock
  }

  /** Whether any node has told the time yet. */
  get known(): boolean {
    return this.reading > 0
  }

  merge(reading: number): void {
    if (reading <= this.reading) return
    const nowMs = this.clock.monotonicMs()
    // A late frame must not set the carried-on time back.
    if (this.reading > 0 && reading <= this.reading + this.elapsedMicros(nowMs)) return
    this.reading = reading
    this.readAtMs = nowMs
  }

  /** Microseconds; 0 while unknown. */
  now(): number {
    return this.known ? this.reading + this.elapsedMicros(this.clock.monotonicMs()) : 0
  }

  private elapsedMicros(nowMs: number): number {
    return Math.floor((nowMs - this.readAtMs) * 1000)
  }
}
