/**
 * What leaders have closed, as one replica knows it (05, "Closed timestamps"): "nothing stamped at or below X comes any more;
 * everything up to X is there once entry i is applied".
 *
 * A follower under load nearly always hears of the next X before it has applied what the last one asks for. So up to three are
 * kept: the one in force, the one whose entry is awaited, and the newest. The awaited one is never replaced, or a follower
 * that stays behind by a little would never get anywhere.
 *
 * Such a promise never expires: whoever leads later stamps above the ceiling under which it was made.
 */
import { timestamp, type Timestamp } from '../base/ids.ts'
import type { ClosedTimestamp } from './meta-row.ts'

export class ClosedTimestamps {
  private inForce: ClosedTimestamp
  private awaited: ClosedTimestamp | undefined
  private newest: ClosedTimestamp | undefined

  constructor(inForce: ClosedTimestamp) {
    this.inForce = inForce
  }

  /** A leader has closed `at` with entry `index`. */
  add(at: Timestamp, index: number, appliedIndex: number): void {
    const last = this.newest ?? this.awaited ?? this.inForce
    if (at <= last.timestamp) return
    this.newest = { timestamp: at, index }
    this.promote(appliedIndex)
  }

  /** The one in force with everything up to `appliedIndex` applied. */
  at(appliedIndex: number): ClosedTimestamp {
    if (this.newest !== undefined || this.awaited !== undefined) this.promote(appliedIndex)
    return this.inForce
  }

  private promote(appliedIndex: number): void {
    if (this.newest !== undefined && this.newest.index <= appliedIndex) {
      this.inForce = this.newest
      this.newest = this.awaited = undefined
      return
    }
    if (this.awaited !== undefined && this.awaited.index <= appliedIndex) {
      this.inForce = this.awaited
      this.awaited = undefined
    }
    if (this.awaited === undefined) {
      this.awaited = this.newest
      this.newest = undefined
    }
  }
}

/** Before anybody closed anything. */
export const NOTHING_CLOSED: ClosedTimestamp = { timestamp: timestamp(0), index: 0 }
