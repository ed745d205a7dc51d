/**
 * Points read on a leader or, at a closed timestamp, on any replica (05, "Timestamps"). The machine answers for what is
 * applied; that the read may be answered at all (lease, ceiling, proposals below T) is the caller's to see to.
 */
import { timestamp, type Key, type Timestamp } from '../base/ids.ts'
import { tokenOf } from '../base/token.ts'
import type { LockHolder, LockTable } from '../txn/locks.ts'
import type { RangeCheck, ReadCheck } from '../txn/types.ts'
import type { Version } from '../versions/version.ts'
import type { KeyspaceRules } from './command.ts'
import { rangeContains } from './descriptor.ts'
import type { HeadEntry } from './head-cache.ts'
import { dirtyInRange } from './needed-rows.ts'
import { readRowOf } from './read-rows.ts'
import type { Read, ReadRow } from './request.ts'
import type { HistoryVersion } from './history-rows.ts'
import { RowFetch } from './row-fetch.ts'
import { versionAt, type ShardState } from './shard-state.ts'
import { validateRange, validateRead } from './validation.ts'

export type GetRead = Extract<Read, { kind: 'get' }>
export type RulesLookup = ReadonlyMap<number, KeyspaceRules>

/** A prepared transaction stands in the way; its outcome must be awaited, then everything read again. */
export interface ReadLocked {
  readonly kind: 'locked'
  readonly holder: LockHolder
  readonly key: Key
}

/** Rows are missing: read them, `fill` them, and ask again in the same turn, with the same fetch. */
interface ReadNeeds {
  readonly kind: 'needs'
  readonly fetch: RowFetch
}

/** History below `gcPoint` is gone. */
export interface ReadTooOld {
  readonly kind: 'too-old'
  readonly gcPoint: Timestamp
}

/** A key is not of this shard's range (any more). */
export interface ReadElsewhere {
  readonly kind: 'stale-epoch'
}

export type PointsResult =
  | { readonly kind: 'rows'; readonly rows: readonly ReadRow[] }
  | ReadLocked
  | ReadNeeds
  | ReadTooOld
  | ReadElsewhere

export type ConfirmResult =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'changed'; readonly key: Key }
  | ReadLocked
  | ReadNeeds
  | ReadElsewhere

const ELSEWHERE: ReadElsewhere = { kind: 'stale-epoch' }

/** The newest versions, expiry judged at `now`. Waits for every exclusive lock on the keys. */
export function newestPoints(
  state: ShardState,
  read: GetRead,
  rules: KeyspaceRules,
  now: Timestamp,
): PointsResult {
  const entries = locateAll(state, read, rules, Infinity)
  if (!Array.isArray(entries)) return entries
  const { incarnation } = state
  const rows = entries.map((entry) =>
    readRowOf(entry.keyspace, entry.key, state.headAt(entry, now), incarnation),
  )
  return { kind: 'rows', rows }
}

/** The versions of snapshot time `read.at`. Waits for exclusive locks whose prepare stamp is at most that. */
export function pointsAt(
  state: ShardState,
  read: GetRead,
  rules: KeyspaceRules,
  fetched: RowFetch | undefined,
): PointsResult {
  const { at, keyspace } = read
  const gcPoint = state.gcPoint(keyspace)
  if (at < gcPoint) return { kind: 'too-old', gcPoint }
  const entries = locateAll(state, read, rules, at)
  if (!Array.isArray(entries)) return entries
  const rows: ReadRow[] = []
  let fetch: RowFetch | undefined
  let isMissing = false
  for (const entry of entries) {
    const cached = cachedAt(entry, at, gcPoint)
    if (cached !== 'past') {
      rows.push(readRowOf(keyspace, entry.key, cached, state.incarnation))
      continue
    }
    // All rows of one answer come from one fetch: while one is read, another may leave the cache for the engine, and rows
    // fetched one after the other would be missing in turns for ever.
    fetch ??= new RowFetch(state.segment, state.heads.changeCounter, false)
    fetch.wantVersion(keyspace, entry.key, entry.token, at)
    const found = fetched === undefined ? 'missing' : fetched.found(keyspace, entry.key, at)
    if (found === 'missing') isMissing = true
    else rows.push(readRowOf(keyspace, entry.key, pastVersionAt(found, at), state.incarnation))
  }
  return isMissing ? { kind: 'needs', fetch: fetch! } : { kind: 'rows', rows }
}

/** The version that was newest at `at`, if it is still in memory; `past` if only the engine's history can tell. */
function cachedAt(
  entry: HeadEntry,
  at: Timestamp,
  gcPoint: Timestamp,
): Version | undefined | 'past' {
  const head = entry.version
  if (head === undefined) return undefined
  if (head.timestamp <= at) return versionAt(head, at, gcPoint)
  const dirty = entry.history?.findLast(({ version }) => version.timestamp <= at)
  return dirty === undefined ? 'past' : pastVersionAt(dirty, at)
}

/** What a row of history, the newest at or below `at`, means for a reader at `at`. */
export function pastVersionAt(row: HistoryVersion | undefined, at: Timestamp): Version | undefined {
  // Superseded before, by a version that was collected as a head and left no row.
  if (row === undefined || row.supersededAt <= at) return undefined
  return versionAt(row.version, at, timestamp(0))
}

/** The cached heads of all keys; or what is in the way. Locks first: a locked key need not be fetched yet. */
function locateAll(
  state: ShardState,
  read: GetRead,
  rules: KeyspaceRules,
  lockedUpTo: number,
): HeadEntry[] | ReadLocked | ReadNeeds | ReadElsewhere {
  const { keyspace } = read
  const { locks } = state.prepared
  const entries: HeadEntry[] = []
  let fetch: RowFetch | undefined
  for (const key of read.keys) {
    if (!locks.isEmpty) {
      const block = locks.readBlocker(keyspace, key, lockedUpTo)
      if (block !== undefined) return { kind: 'locked', holder: block.holder, key }
    }
    const entry = state.heads.get(keyspace, key)
    const token = entry?.token ?? tokenOf(keyspace, key, rules.partition)
    if (!rangeContains(state.descriptor.range, token)) return ELSEWHERE
    if (entry !== undefined) {
      entries.push(entry)
    } else {
      fetch ??= new RowFetch(state.segment, state.heads.changeCounter, false)
      fetch.wantHead(keyspace, key, token)
    }
  }
  return fetch === undefined ? entries : { kind: 'needs', fetch }
}

/**
 * Whether everything read is still the newest at `now`, and nothing of it exclusively locked (05, "Strict read-only
 * transactions"). `now` is at least every reading by which an expiry was judged before.
 */
export function confirmReads(
  state: ShardState,
  reads: readonly ReadCheck[],
  ranges: readonly RangeCheck[],
  rules: RulesLookup,
  now: Timestamp,
  fetched: RowFetch | undefined,
): ConfirmResult {
  const block = confirmBlocker(state.prepared.locks, reads, ranges)
  if (block !== undefined) return block
  const fetch = new RowFetch(state.segment, state.heads.changeCounter, false)
  for (const check of reads) {
    const entry = state.heads.get(check.keyspace, check.key)
    const partition = rules.get(check.keyspace)?.partition
    if (entry === undefined && partition === undefined) return { kind: 'changed', key: check.key }
    const token = entry?.token ?? tokenOf(check.keyspace, check.key, partition!)
    if (!rangeContains(state.descriptor.range, token)) return ELSEWHERE
    if (entry === undefined) fetch.wantHead(check.keyspace, check.key, token)
    else if (validateRead(state, check, entry, now).kind === 'changed') {
      return { kind: 'changed', key: check.key }
    }
  }
  let isMissing = !fetch.isEmpty
  for (const check of ranges) {
    if (!rangeContains(state.descriptor.range, check.token)) return ELSEWHERE
    if (fetched?.foundRange(check) === undefined) isMissing = true
  }
  if (isMissing) {
    // Once more together, lest a head and a range be missing in turns.
    for (const check of ranges) fetch.wantRange(check, dirtyInRange(state, check))
    return { kind: 'needs', fetch }
  }
  for (const check of ranges) {
    const validity = validateRange(state, check, fetched, now)
    if (validity.kind === 'changed') return { kind: 'changed', key: validity.key }
  }
  return { kind: 'unchanged' }
}

function confirmBlocker(
  locks: LockTable,
  reads: readonly ReadCheck[],
  ranges: readonly RangeCheck[],
): ReadLocked | undefined {
  if (locks.isEmpty) return undefined
  for (const { keyspace, key } of reads) {
    const block = locks.readBlocker(keyspace, key, Infinity)
    if (block !== undefined) return { kind: 'locked', holder: block.holder, key }
  }
  for (const range of ranges) {
    const block = locks.rangeBlocker(range, Infinity)
    if (block !== undefined) return { kind: 'locked', holder: block.holder, key: block.key }
  }
  return undefined
}
