/**
 * What a machine needs from the engine before it can go on: the core names the rows, the shell reads them (all point
 * keys in one batched get, each range with one scan) and hands them back with `ShardMachine.fill`, in the same order.
 *
 * Rows that are not yet written (dirty) are never asked for: the machine holds them. What a fetch finds is as fresh as
 * the moment the fetch was *made*; fills that apply has overtaken since are discarded by the machine.
 */
import type { Key, KeyspaceId, Timestamp, Token } from '../base/ids.ts'
import type { Version } from '../versions/version.ts'
import type { KeyBounds } from './keys.ts'

/** One key that a fetch reads. */
export interface FetchedKey {
  readonly keyspace: KeyspaceId
  readonly key: Key
  readonly token: Token
}

export interface FetchRange extends KeyBounds {
  /** At most so many rows; undefined = all. */
  readonly limit: number | undefined
}

/** A superseded version and when it was superseded. */
export interface HistoryVersion {
  readonly version: Version
  readonly supersededAt: Timestamp
}

export interface RowFetch {
  /** Engine keys to get. */
  readonly keys: readonly Buffer[]
  /** Engine ranges to read. */
  readonly ranges: readonly FetchRange[]
}
