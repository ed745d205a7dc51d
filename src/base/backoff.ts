/**
 * How long to wait before the next try: exponential with "equal jitter" (half fixed, half random), so that clients that
 * failed together do not come back together.
 */
import type { Random } from './random.ts'

/** Milliseconds before try `attempt` (1 = the first repetition), from `baseMs` doubling up to `maxMs`. */
export function backoffMs(attempt: number, baseMs: number, maxMs: number, random: Random): number {
  const full = Math.min(maxMs, baseMs * 2 ** Math.min(attempt - 1, 30))
  return full / 2 + random.float() * (full / 2)
}
