/**
 * One request to each of several participants, repeated until each has answered. The network may lose, repeat and
 * delay; every request of the commit protocol is idempotent by its operation id, so the remedy is always to ask again,
 * ever more slowly, with jitter so that a thousand transactions hit by one failure do not come back as one burst.
 *
 * A round knows *when* to send to whom, not what. Its owner asks `nextDue` until it says −1.
 */
import type { Random } from '../base/random.ts'

/** How patient a transaction is. All in milliseconds of the gateway's monotonic clock. */
export interface TransactionTiming {
  /** A vote that has not come by then is late: recovery begins (05, "Commit", rule 4). */
  readonly voteTimeoutMs: number
  /** Silence after which a request is sent again; doubles with each attempt. */
  readonly answerTimeoutMs: number
  /** First pause after a failure that was reported; doubles with each attempt. */
  readonly retryMinMs: number
  /** Longest pause between two attempts. */
  readonly retryMaxMs: number
  /** How long after the deadline a decision is still delivered before it is left to sweeps and blocked readers. */
  readonly giveUpAfterMs: number
}

/**
 * Defaults. A vote needs one consensus round (milliseconds) and may wait in line for locks; two seconds is long for both,
 * and short enough that a dead participant blocks others only briefly.
 */
export const TRANSACTION_TIMING: TransactionTiming = {
  voteTimeoutMs: 2_000,
  answerTimeoutMs: 1_000,
  retryMinMs: 10,
  retryMaxMs: 2_000,
  giveUpAfterMs: 30_000,
}

/** Doublings beyond this many change nothing, and would overflow in the end. */
const DOUBLINGS_MAX = 20

export class Round {
  /** When to send to each participant; `Infinity` = answered, or not to be asked before `failed` or `askAt`. */
  private readonly dueMs: number[]
  private readonly attempts: number[]
  private readonly closed: boolean[]
  private open: number
  private readonly timing: TransactionTiming
  private readonly random: Random

  /** Everyone is due at `nowMs`. */
  constructor(size: number, nowMs: number, timing: TransactionTiming, random: Random) {
    this.dueMs = new Array<number>(size).fill(nowMs)
    this.attempts = new Array<number>(size).fill(0)
    this.closed = new Array<boolean>(size).fill(false)
    this.open = size
    this.timing = timing
    this.random = random
  }

  /** How many have not answered. */
  get openCount(): number {
    return this.open
  }

  /** When `nextDue` will have something, `Infinity` if never. */
  get wakeAtMs(): number {
    let earliest = Infinity
    for (const due of this.dueMs) if (due < earliest) earliest = due
    return earliest
  }

  isOpen(index: number): boolean {
    return this.closed[index] === false
  }

  attemptsOf(index: number): number {
    return this.attempts[index] ?? 0
  }

  /** A participant to send to now, −1 if none. It is due again when it stays silent for `answerTimeoutMs`, doubled. */
  nextDue(nowMs: number): number {
    for (let index = 0; index < this.dueMs.length; index++) {
      if (this.dueMs[index]! > nowMs) continue
      const attempt = this.attempts[index]!
      this.attempts[index] = attempt + 1
      const silence = Math.min(
        doubled(this.timing.answerTimeoutMs, attempt),
        Math.max(this.timing.retryMaxMs, this.timing.answerTimeoutMs),
      )
      this.dueMs[index] = nowMs + silence * (1 + 0.25 * this.random.float())
      return index
    }
    return -1
  }

  /** The participant has answered for good. Safe to call twice. */
  close(index: number): void {
    if (this.closed[index] !== false) return
    this.closed[index] = true
    this.dueMs[index] = Infinity
    this.open--
  }

  /** The request did not get through, or found the participant unable to answer: again after a pause. */
  failed(index: number, nowMs: number): void {
    if (this.closed[index] !== false) return
    const { retryMinMs, retryMaxMs } = this.timing
    const pause = Math.min(doubled(retryMinMs, this.attempts[index]! - 1), retryMaxMs)
    this.dueMs[index] = nowMs + pause * (0.5 + 0.5 * this.random.float())
  }

  /** Ask, or ask again, at `dueMs`; `Infinity` = only on request. */
  askAt(index: number, dueMs: number): void {
    if (this.closed[index] === false) this.dueMs[index] = dueMs
  }
}

function doubled(pauseMs: number, times: number): number {
  return pauseMs * 2 ** Math.min(Math.max(times, 0), DOUBLINGS_MAX)
}
