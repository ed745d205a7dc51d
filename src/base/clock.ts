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
  /** Runs when the events that have arrived are handled: the end of this event-loop turn. */
  endOfTurn(run: () => void): void
}

/** `Clock` and `Scheduler` of the operating system and Node's event loop. */
export const systemClock: Clock = {
  monotonicMs: () => performance.now(),
  wallMicros: () => Date.now() * 1000,
}

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
    setImmediate(run)
  },
}
