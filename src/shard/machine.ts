import type { WriteBatch } from '../storage/write-batch.ts'
import type { Key, KeyspaceId, Segment, ShardId, Timestamp } from '../base/ids.ts'
import type { Row } from '../storage/engine.ts'
import type { ConfState } from '../raft/messages.ts'
import type { Footprint, LockHolder, LockTable } from '../txn/locks.ts'
import type { RangeCheck, ReadCheck } from '../txn/types.ts'
import type { Batch, Command, KeyspaceRules } from './command.ts'
import type { Descriptor } from './descriptor.ts'
import type { KeyBounds } from './keys.ts'
import type { CommandReply, Read, ReadReply, ReadRow } from './request.ts'
import type { RowFetch } from './row-fetch.ts'

export interface ReleasedLocks {
  readonly holder: LockHolder
  readonly footprint: Footprint
}

export type ApplyResult =
  | {
      readonly kind: 'applied'
      readonly replies: readonly CommandReply[]
      readonly released: readonly ReleasedLocks[]
    }
  | { readonly kind: 'needs'; readonly fetch: RowFetch }

export type GetRead = Extract<Read, { kind: 'get' }>
export type ScanRead = Extract<Read, { kind: 'scan' }>
export type RulesLookup = ReadonlyMap<KeyspaceId, KeyspaceRules>

export type PointsResult =
  | { readonly kind: 'rows'; readonly rows: readonly ReadRow[] }
  | { readonly kind: 'locked'; readonly holder: LockHolder; readonly key: Key }
  | { readonly kind: 'needs'; readonly fetch: RowFetch }
  /** A key is not of this shard's range. */
  | { readonly kind: 'stale-epoch' }
  | { readonly kind: 'too-old'; readonly gcPoint: Timestamp }

declare const todo: never

export class HeadCacheBudget {
  constructor(readonlyLimitBytes: number) {
    void readonlyLimitBytes
  }
}

export class ShardMachine {
  /** A new shard's. Write its rows with `seal`. */
  static empty(
    identity: {
      segment: Segment
      descriptor: Descriptor
      confState: ConfState
      appliedIndex: number
      appliedTerm: number
    },
    caches: HeadCacheBudget,
  ): ShardMachine {
    void identity
    void caches
    return todo
  }
  /** Which engine ranges to read, in this order, for `load`; after the shard's meta row is known. */
  static loadBounds(shard: ShardId, segment: Segment): readonly KeyBounds[] {
    void shard
    void segment
    return todo
  }
  static load(
    meta: Buffer,
    tables: readonly (readonly Row[])[],
    caches: HeadCacheBudget,
  ): ShardMachine {
    void meta
    void tables
    void caches
    return todo
  }

  readonly locks: LockTable = todo
  appliedIndex: number = todo
  appliedTerm: number = todo
  descriptor: Descriptor = todo
  confState: ConfState = todo
  segment: Segment = todo
  lastStamp: Timestamp = todo
  /** Greatest c applied. */
  clockFloor: Timestamp = todo
  ceiling: Timestamp = todo
  /** Bytes of the outcome table. */
  outcomeBytes: number = todo

  /** Rows that `batch` needs and that are not in memory; prefetch these for many shards in one engine call. */
  missingRows(batch: Batch): RowFetch | undefined {
    void batch
    return todo
  }
  fill(
    fetch: RowFetch,
    values: readonly (Buffer | undefined)[],
    ranges: readonly (readonly Row[])[],
  ): void {
    void fetch
    void values
    void ranges
  }
  /** All or nothing. Effects stay in memory until `seal`. */
  apply(index: number, term: number, batch: Batch | undefined): ApplyResult {
    void index
    void term
    void batch
    return todo
  }
  /** A configuration change. */
  applyMembership(index: number, term: number, descriptor: Descriptor, confState: ConfState): void {
    void [index, term, descriptor, confState]
  }
  /** Puts every row that changed since the last `seal` into `batch` (heads once each, history, outcomes, meta), to be written as engine batch `sequence`. */
  seal(sequence: number, batch: WriteBatch): void {
    void sequence
    void batch
  }
  readonly hasUnsealed: boolean = todo
  /** The engine has all batches up to `sequence`. */
  cleanUpTo(sequence: number): void {
    void sequence
  }
  /** The replica goes: gives its cache back. */
  close(): void {}

  getNewest(read: GetRead, rules: KeyspaceRules, nowMicros: Timestamp): PointsResult {
    void [read, rules, nowMicros]
    return todo
  }
  /** `fetch`: the one that an earlier call asked for, filled. */
  getAt(read: GetRead, rules: KeyspaceRules, fetch?: RowFetch): PointsResult {
    void [read, rules, fetch]
    return todo
  }
  /** Take the engine snapshot in the same turn. */
  planScan(
    read: ScanRead,
    at: Timestamp,
  ): ScanPlan | Extract<PointsResult, { kind: 'locked' | 'too-old' }> {
    void read
    void at
    return todo
  }
  /** Strict read-only confirmation: are these reads still the newest at `now`? */
  confirm(
    reads: readonly ReadCheck[],
    ranges: readonly RangeCheck[],
    rules: RulesLookup,
    now: Timestamp,
    fetch?: RowFetch,
  ):
    | { kind: 'unchanged' }
    | { kind: 'changed'; key: Key }
    | Extract<PointsResult, { kind: 'locked' | 'needs' | 'too-old' }> {
    void [reads, ranges, rules, now, fetch]
    return todo
  }
  /** Leader's cheap check before proposing; also against a second table of proposed, unapplied prepares. */
  lockedBy(
    command: Command,
    rules: RulesLookup,
    table?: LockTable,
  ): { holder: LockHolder; key: Key } | undefined {
    void [command, rules, table]
    return todo
  }
}

export interface ScanPlan {
  readonly kind: 'plan'
  /** Heads to read from the engine (snapshot of the same turn), a page at a time: `limit` rows or more. */
  readonly bounds: KeyBounds
  /** A page from engine rows of `bounds`, in order; `exhausted`: they reach the end of `bounds`. `needs`: read history ranges, call again with them. */
  page(
    rows: readonly Row[],
    exhausted: boolean,
    history?: readonly (readonly Row[])[],
  ): { kind: 'needs'; ranges: readonly KeyBounds[] } | Extract<ReadReply, { kind: 'page' }>
}
