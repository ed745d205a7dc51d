/**
 * Time enters the program here and nowhere else, so that a simulator can own it. The shell passes readings into
 * the cores inside events; no core ever asks for the time.
 */
export interface Clock {
  /** Milliseconds on a clock that never goes back and is not set; fractional. For leases and timeouts. */
  monotonicMs(): number
  /** Microseconds since 1970 on the machine's wall clock, a safe integer. May jump. For the hybrid clock only. */
  wallMicros(): number
}

export interface Timer {
  /** After this the callback does not run. Safe to call twice, or late. */
  cancel(): void
}

/** Deferred work. Callbacks run one at a time, never inside the call that schedules them. */
export interface Scheduler {
  /** Runs once, `delayMs` from now at the earliest. */
  after(delayMs: number, run: () => void): Timer
  /** Runs every `intervalMs`; a late run is not made up for. */
  every(intervalMs: number, run: () => void): Timer
  /**
   * Runs when the events that have arrived are handled: the end of this event-loop turn. What is planned while such work
   * runs comes a turn later, so that new events are let in between.
   */
  endOfTurn(run: () => void): void
  /**
   * Runs behind all `endOfTurn` work of this turn, also when that work plans it: what a turn has filled leaves in the
   * same turn, once. Planned by another such callback it comes a turn later.
   */
  afterTurn(run: () => void): void
}

/**
 * The end of a turn: work first, then what sends off the work's results. One queue for everybody, because a hop that waits
 * for another turn of the loop to send what this one made is paid on every hop of every request.
 *
 * A callback that throws costs only itself: the others run in the next turn.
 */
export class TurnEnd {
  private readonly defer: (run: () => void) => void
  private readonly work: (() => void)[] = []
  private readonly flushes: (() => void)[] = []
  private deferred = false
  private readonly run = () => this.runAll()

  /** `defer` runs its argument when the events that have arrived are handled, never inside the call. */
  constructor(defer: (run: () => void) => void) {
    this.defer = defer
  }

  /** As `Scheduler.endOfTurn`. */
  addWork(run: () => void): void {
    this.work.push(run)
    this.plan()
  }

  /** As `Scheduler.afterTurn`. */
  addFlush(run: () => void): void {
    this.flushes.push(run)
    this.plan()
  }

  private plan(): void {
    if (this.deferred) return
    this.deferred = true
    this.defer(this.run)
  }

  private runAll(): void {
    const { work, flushes } = this
    try {
      for (let due = work.length; due > 0; due--) work.shift()!()
      for (let due = flushes.length; due > 0; due--) flushes.shift()!()
    } finally {
      this.deferred = false
      if (work.length + flushes.length > 0) this.plan()
    }
  }
}

/** `Clock` and `Scheduler` of the operating system and Node's event loop. */
export const systemClock: Clock = {
  monotonicMs: () => performance.now(),
  wallMicros: () => Date.now() * 1000,
}

const systemTurnEnd = new TurnEnd((run) => void setImmediate(run))

export const systemScheduler: Scheduler = {
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs)
    return { cancel: () => clearTimeout(timer) }
  },
  every(intervalMs, run) {
    const timer = setInterval(run, intervalMs)
    return { cancel: () => clearInterval(timer) }
  },
  endOfTurn(run) {
    systemTurnEnd.addWork(run)
  },
  afterTurn(run) {
    systemTurnEnd.addFlush(run)
  },
}
