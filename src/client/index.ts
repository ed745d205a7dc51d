/**
 * The RingKV client library.
 *
 * ```ts
 * import { RingKv } from 'ringkv'
 * await using kv = await RingKv.connect(['127.0.0.1:7401', '127.0.0.1:7402'])
 * await kv.put('greeting', 'hello')
 * console.log((await kv.get('greeting'))?.value)
 * ```
 */
import { connect } from './connect.ts'

/** The entry point: `RingKv.connect(addresses, options)`. */
export const RingKv = { connect } as const

export type { Client as RingKvClient, IncrementResult, ListResult } from './client.ts'
export type { Transaction, TransactionScan } from './transaction.ts'
export type { OneShot, OneShotResult, OperationResult } from './transact.ts'
export type { Compare, Operation, Relation, WriteOperation } from './operations.ts'
export type { Entry, KeyedEntry, WriteResult } from './entries.ts'
export type { DeleteRangeOptions, DeleteRangeResult } from './delete-range.ts'
export type { BatchEntry } from './batch.ts'
export type { ScanOptions } from './scan.ts'
export type { WatchChange, WatchEvent, WatchOptions, WatchProgress } from './watch.ts'
export type { KeyInput } from './keys.ts'
export type { Scalar, ScalarInput, Value, ValueInput, ValueType } from './values.ts'
export type {
  CallOptions,
  ConnectOptions,
  Consistency,
  KeyspaceOptions,
  OverwriteOptions,
  PutOptions,
  ReadOptions,
} from './options.ts'
export type { Resolution } from './resolve.ts'
export {
  OfflineSession,
  type FetchOptions,
  type OfflineCommitOptions,
  type OfflineEditOptions,
  type OfflineOptions,
  type OfflinePutOptions,
  type OfflineResult,
  type PendingEdit,
} from './offline/offline-session.ts'
export {
  describeConflict,
  type Conflict,
  type ConflictHistory,
  type ConflictsOptions,
  type ConflictSide,
  type LoggedConflict,
} from './conflicts.ts'
export type { HistoryOptions, KeyHistory, KeyVersion } from './history.ts'
export {
  isConflict,
  isOutcomeUnknown,
  type ConflictDetails,
  type OperationKey,
  type RetryAfterDetails,
  type UnresolvedOperation,
} from './errors.ts'
export { RingKvError, type ErrorCode, type RetryAdvice } from '../base/errors.ts'
export type { OperationId } from '../base/ids.ts'
export type { ConflictReason, ConflictRelation, Policy, WriteOutcome } from '../versions/version.ts'
