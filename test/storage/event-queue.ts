/** A scheduler whose time is its own: events run in order of their due time, promises settle between them. */
import type { Scheduler, Timer } from '../../src/base/clock.ts'

interface Event {
  readonly due: number
  readonly number: number
  run: () => void
}

const nothing = (): void => undefined

export class EventQueue implements Scheduler {
  private events: Event[] = []
  private nowMs = 0
  private count = 0

  after(delayMs: number, run: () => void): Timer {
    const event: Event = { due: this.nowMs + delayMs, number: this.count++, run }
    this.events.push(event)
    return {
      cancel: () => {
        event.run = nothing
      },
    }
  }

  every(): Timer {
    throw new Error('not used')
  }

  endOfTurn(): void {
    throw new Error('not used')
  }

  afterTurn(): void {
    throw new Error('not used')
  }

  /** Runs events until none is left, or until `enough`. */
  async runUntil(enough: () => boolean = () => false): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve))
      if (enough()) return
      const next = this.takeNext()
      if (next === undefined) return
      this.nowMs = next.due
      next.run()
    }
  }

  private takeNext(): Event | undefined {
    let best: Event | undefined
    for (const event of this.events) {
      if (
        best === undefined ||
        event.due < best.due ||
        (event.due === best.due && event.number < best.number)
      ) {
        best = event
      }
    }
    this.events = this.events.filter((event) => event !== best)
    return best
  }
}
