/**
 * When a transaction that lost against another one is to come again. It can only win when the other has ended, which takes
 * about as long as losing took: both are a round of consensus under the same load. Sooner it would lose again, at the price of
 * a whole transaction; at 256 callers that was most of what the cluster did.
 */
import { backoffMs } from '../base/backoff.ts'
import type { Random } from '../base/random.ts'

const BASE_MIN_MS = 2
/** An attempt that lasted longer waited for something else: a leader, an answer. */
const BASE_MAX_MS = 100
const PAUSE_MAX_MS = 500

/** Milliseconds to wait after attempt `attempt` (from 1), which took `tookMs`. */
export function pauseAfterLossMs(attempt: number, tookMs: number, random: Random): number {
  const baseMs = Math.min(Math.max(tookMs, BASE_MIN_MS), BASE_MAX_MS)
  return backoffMs(attempt, baseMs, PAUSE_MAX_MS, random)
}
