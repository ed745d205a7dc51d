/**
 * The time of edits made without a connection: the cluster's, as last heard, carried on by the device's own clock. So a
 * device whose clock is wrong by years still dates its edits well, as long as the clock runs evenly. Readings rise, also over
 * exports and imports.
 */
import { RingKvError } from '../../base/errors.ts'

export interface OfflineClockState {
  /** Cluster time as it was last heard, microseconds; 0 = never. */
  readonly reading: number
  /** The device's wall clock at that moment, microseconds. */
  readonly wall: number
  /** The last date that was given out. */
  readonly last: number
}

export class OfflineClock {
  private reading: number
  private wall: number
  private last: number
  private readonly wallMicros: () => number

  constructor(
    wallMicros: () => number,
    state: OfflineClockState = { reading: 0, wall: 0, last: 0 },
  ) {
    this.wallMicros = () => Math.max(0, Math.floor(wallMicros()))
    this.reading = state.reading
    this.wall = state.wall
    this.last = state.last
  }

  get state(): OfflineClockState {
    const { reading, wall, last } = this
    return { reading, wall, last }
  }

  /** The cluster has told its time. */
  heard(reading: number): void {
    this.reading = reading
    this.wall = this.wallMicros()
  }

  /** What was dated later than this is dated anew. */
  setBack(reading: number): void {
    this.last = Math.min(this.last, reading)
  }

  now(): number {
    const wall = this.wallMicros()
    return this.reading === 0 ? wall : this.reading + Math.max(0, wall - this.wall)
  }

  /** A date for an edit: above `floor` and above every date before. */
  date(floor: number): number {
    const date = Math.max(this.now(), this.last + 1, floor + 1)
    if (!Number.isSafeInteger(date)) {
      throw new RingKvError('CLOCK_AHEAD', `the device's clock says ${date}: set it right`)
    }
    this.last = date
    return date
  }
}
