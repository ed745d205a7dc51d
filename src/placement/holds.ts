/**
 * Holds: leases that keep history readable from a time on (05, "Garbage"), for readers that need it longer than the keyspace's
 * retention: long scans, backups, change feeds. While a hold lasts no GC point of its keyspace passes its time. Whoever takes one
 * renews it; one that is not renewed ends by itself, and none lasts longer than `HOLD_AGE_MS_MAX` after it was taken.
 *
 * A hold is taken only at a time that is still inside the retention. So a shard leader that knows all holds taken up to some moment may
 * collect whatever was out of retention at that moment (gc-points.ts in the server).
 */
import type { KeyspaceId, Timestamp } from '../base/ids.ts'
import { shown } from '../base/shown.ts'

export interface Hold {
  readonly id: number
  /** 0 = all keyspaces. */
  readonly keyspace: KeyspaceId | 0
  /** What can be read at this time stays readable. */
  readonly readAt: Timestamp
  /** What it is for, as whoever took it says. */
  readonly purpose: string
  readonly takenAt: Timestamp
  readonly expiresAt: Timestamp
}

/** Longest life of a hold between two renewals, and in all. */
const HOLD_MS_MAX = 3_600_000
export const HOLD_AGE_MS_MAX = 86_400_000
export const HOLDS_MAX = 256
const PURPOSE = /^[\x20-\x7e]{1,128}$/

export function purposeProblem(purpose: unknown): string | undefined {
  return typeof purpose === 'string' && PURPOSE.test(purpose)
    ? undefined
    : 'the purpose of a hold is 1 to 128 printable ASCII characters'
}

export function lifeProblem(lifeMs: unknown): string | undefined {
  return Number.isSafeInteger(lifeMs) && Number(lifeMs) >= 1 && Number(lifeMs) <= HOLD_MS_MAX
    ? undefined
    : `a hold lasts 1 to ${HOLD_MS_MAX} ms until it is renewed, not ${shown(lifeMs)}`
}
