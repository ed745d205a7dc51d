/**
 * One event of the store, as what it is in nearly every version: the dot that made it and all that its clock knows. Heads
 * are kept by the hundred thousand, and a clock of arrays beside a dot costs four objects for one number.
 */
import type { Dot, VectorClock } from './version.ts'

export class StoreEvent implements VectorClock, Dot {
  /** The store's, of some incarnation. */
  readonly actor: string
  readonly counter: number
  readonly dropped = 0

  constructor(actor: string, counter: number) {
    this.actor = actor
    this.counter = counter
  }

  get actors(): readonly string[] {
    return [this.actor]
  }

  get counters(): readonly number[] {
    return [this.counter]
  }
}
