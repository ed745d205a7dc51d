/** The versions of a key that history still has. */
import { keyBytes } from '../base/ids.ts'
import type { ClientCore } from './core.ts'
import { toKey, type KeyInput } from './keys.ts'
import { invalid, readTime, type KeyspaceOptions } from './options.ts'
import { decodeValue, type Value } from './values.ts'

const VERSIONS_MAX = 100

export interface HistoryOptions extends KeyspaceOptions {
  /** At most so many, the newest. Default 20, at most 100. */
  readonly limit?: number
  /** Only what was written at or before this date or timestamp. */
  readonly at?: number | Date
}

export interface KeyVersion {
  /** Hybrid timestamp of the version, microseconds. */
  readonly timestamp: number
  /** `undefined` = deleted, or (with an `expiry`) expired by the time that the next version came. */
  readonly value: Value | undefined
  /** Who wrote it; empty if the writer did not say. */
  readonly author: string
  /** Absolute, microseconds; 0 = never. */
  readonly expiry: number
}

export interface KeyHistory {
  /** Newest first. */
  readonly versions: readonly KeyVersion[]
  /** There is nothing older: the key began here, or the keyspace's history does. */
  readonly complete: boolean
}

/** See `RingKv.history`. */
export async function readHistory(
  core: ClientCore,
  keyInput: KeyInput,
  options: HistoryOptions,
): Promise<KeyHistory> {
  const key = toKey(keyInput)
  const keyspace = options.keyspace ?? core.defaults.keyspace
  const { limit = 20 } = options
  if (!(Number.isInteger(limit) && limit > 0 && limit <= VERSIONS_MAX)) {
    throw invalid(`limit must be from 1 to ${VERSIONS_MAX}, not ${limit}`)
  }
  const history = { keyspace, key: keyBytes(key), limit, at: readTime(options.at) }
  return core.invoke(
    { kind: 'read', request: { history }, keyspace, key },
    core.deadline(options),
    options.signal,
    ({ history: found }) => ({
      versions: (found?.rows ?? []).map((row) => ({
        timestamp: row.timestamp ?? 0,
        value: decodeValue(row.value),
        author: row.author ?? '',
        expiry: row.expiry ?? 0,
      })),
      complete: found?.complete ?? false,
    }),
  )
}
