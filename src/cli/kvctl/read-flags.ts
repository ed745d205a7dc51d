/** `--at` and `--stale`: which time to read at, as people write it. */
import type { ReadOptions, RingKvClient } from '../../client/index.ts'
import { usageError } from './exit.ts'
import { parseDuration } from './values.ts'

/** How old an answer may, or must, be. */
export interface ReadFlags {
  readonly at?: string
  readonly stale?: string | true
}

export const AT_FLAG = [
  '--at <time>',
  'as of this time: -5m, 2026-01-31T12:00:00Z, or a version timestamp',
] as const

export const STALE_FLAG = [
  '--stale [duration]',
  'any replica may answer, at most this old (10s)',
] as const

/** With an offset, as RFC 3339 wants it: without one it would mean another time on another machine. */
const DATE = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/

export function readOptions(kv: RingKvClient, { at, stale }: ReadFlags): ReadOptions {
  if (stale === undefined) {
    return at === undefined ? {} : { at: parseTime(at, kv.dispatcher.clusterClock.now()) }
  }
  if (at !== undefined) throw usageError('give --at or --stale, not both')
  return {
    consistency: 'stale',
    ...(stale === true ? {} : { maxStalenessMs: parseDuration(stale) }),
  }
}

/** Microseconds since 1970. @param now the cluster's time, which `-5m` is counted from */
export function parseTime(text: string, now: number): number {
  if (/^\d+$/.test(text)) return Number(text)
  if (/^-\d/.test(text)) return Math.floor(now - parseDuration(text.slice(1)) * 1000)
  const millis = DATE.test(text) ? Date.parse(text.replace(' ', 'T')) : NaN
  if (Number.isNaN(millis)) {
    throw usageError(
      `"${text}" is no time; write -5m, 2026-01-31T12:00:00Z, or a version timestamp in microseconds`,
    )
  }
  return millis * 1000
}
