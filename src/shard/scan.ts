/**
 * Scans at a snapshot time T. The plan is made in one turn: it freezes what the machine knows better than the engine;
 * the shell takes the engine's snapshot in that same turn. Both together are the state at one applied index, however
 * many pages follow and whatever is applied meanwhile.
 *
 * Heads at or below T are the answer themselves; for a newer head the version of T is looked up in history (frozen, or
 * one short range of the engine snapshot a key).
 */
import { assert } from '../base/assert.ts'
import type { Key, Segment, Timestamp } from '../base/ids.ts'
import type { Row } from '../storage/engine.ts'
import { insideRange } from '../txn/locks.ts'
import { valueBytes } from '../versions/value-codec.ts'
import type { Version } from '../versions/version.ts'
import type { TokenRange } from './descriptor.ts'
import {
  decodeHeadKey,
  headKey,
  historyAtOrBelow,
  keyspaceBounds,
  partitionBounds,
  type KeyBounds,
} from './keys.ts'
import { readRowOf } from './read-rows.ts'
import { pastVersionAt, type ReadElsewhere, type ReadLocked, type ReadTooOld } from './reads.ts'
import type { Read, ReadReply, ReadRow } from './request.ts'
import { newestAtOrBelow, type HistoryVersion } from './history-rows.ts'
import type { FetchRange } from './row-fetch.ts'
import { decodeHead } from './rows.ts'
import { versionAt, type ShardState } from './shard-state.ts'

export type ScanRead = Extract<Read, { kind: 'scan' }>
export type ScanPage = Extract<ReadReply, { kind: 'page' }>
export type ScanPlanResult =
  { readonly kind: 'plan'; readonly plan: ScanPlan } | ReadLocked | ReadTooOld | ReadElsewhere

interface Position {
  readonly token: number
  readonly key: Key
}

/** A head at a position, and what of its past the engine may lack. */
interface ScanHead extends Position {
  readonly head: Version
  readonly history: readonly HistoryVersion[]
}

const NO_HISTORY: readonly HistoryVersion[] = []
/** Estimated bytes of a row in an answer, besides key and value. */
const ROW_BYTES = 64

/** @param at the snapshot time; exclusive locks with a prepare stamp at most that are waited for */
export function planScan(state: ShardState, read: ScanRead, at: Timestamp): ScanPlanResult {
  const gcPoint = state.gcPoint(read.keyspace)
  if (at < gcPoint) return { kind: 'too-old', gcPoint }
  const { range } = state.descriptor
  if (read.token !== undefined && (read.token < range.start || read.token >= range.end)) {
    return { kind: 'stale-epoch' }
  }
  const inScan = (each: Position): boolean => covers(read, range, each)
  const block = state.prepared.locks.exclusiveInside(read.keyspace, inScan, at)
  if (block !== undefined) return { kind: 'locked', holder: block.holder, key: block.key }
  const frozen: ScanHead[] = []
  for (const { keyspace, token, key, version, history } of state.heads.dirty()) {
    if (keyspace !== read.keyspace || version === undefined) continue
    const position = { token, key }
    if (inScan(position)) {
      frozen.push({ ...position, head: version, history: history?.slice() ?? NO_HISTORY })
    }
  }
  return { kind: 'plan', plan: new ScanPlan(state, read, at, gcPoint, frozen.sort(byPosition)) }
}

export class ScanPlan {
  /** Heads to read from the engine's snapshot, page by page in order. */
  readonly bounds: KeyBounds
  private readonly read: ScanRead
  private readonly at: Timestamp
  private readonly gcPoint: Timestamp
  private readonly segment: Segment
  private readonly incarnation: string
  private readonly range: TokenRange
  private readonly frozen: readonly ScanHead[]

  constructor(
    state: ShardState,
    read: ScanRead,
    at: Timestamp,
    gcPoint: Timestamp,
    frozen: readonly ScanHead[],
  ) {
    this.read = read
    this.at = at
    this.gcPoint = gcPoint
    this.segment = state.segment
    this.incarnation = state.incarnation
    this.range = state.descriptor.range
    this.frozen = frozen
    this.bounds = boundsOf(this.segment, read, this.range)
  }

  /**
   * The page that the engine's rows make. `exhausted`: they reach the end of `bounds`; otherwise the page ends with the
   * last of them at the latest. `needs`: read these ranges of the snapshot too, and call again with what they hold.
   */
  page(
    rows: readonly Row[],
    exhausted: boolean,
    history?: readonly (readonly Row[])[],
  ): ScanPage | { readonly kind: 'needs'; readonly ranges: readonly FetchRange[] } {
    assert(exhausted || rows.length > 0, 'a page without rows that is not the last')
    const heads = this.merge(rows, exhausted)
    const found = history?.map(([row]) => newestAtOrBelow(row?.value, this.at, this.incarnation))
    const wanted: FetchRange[] = []
    const page: ReadRow[] = []
    let looked = 0
    let bytes = 0
    let last: Position | undefined
    let full = false
    for (const head of heads) {
      if (page.length + (found === undefined ? wanted.length : 0) >= this.read.limit) full = true
      if (bytes >= this.read.maxBytes) full = true
      if (full) break
      let version = this.versionOf(head)
      if (version === 'in-engine') {
        if (found === undefined) {
          wanted.push(this.lookup(head))
          continue
        }
        // The first call stopped looking here: what it counted as rows were none.
        full = looked >= found.length
        if (full) break
        version = pastVersionAt(found[looked], this.at)
        looked += 1
      }
      last = { token: head.token, key: head.key }
      if (version?.value === undefined) continue
      bytes += head.key.length + ROW_BYTES + (this.read.keysOnly ? 0 : valueBytes(version.value))
      page.push(this.row(head, version))
    }
    if (wanted.length > 0) return { kind: 'needs', ranges: wanted }
    let next: Position | undefined
    if (full) next = last ?? this.read.after
    else if (!exhausted) next = positionOf(rows[rows.length - 1]!)
    return { kind: 'page', rows: page, readAt: this.at, next }
  }

  private row(head: ScanHead, version: Version): ReadRow {
    const row = readRowOf(this.read.keyspace, head.key, version, this.incarnation)
    return this.read.keysOnly ? { ...row, value: undefined } : row
  }

  private versionOf({ head, history }: ScanHead): Version | undefined | 'in-engine' {
    if (head.timestamp <= this.at) return versionAt(head, this.at, this.gcPoint)
    const past = history.findLast(({ version }) => version.timestamp <= this.at)
    return past === undefined ? 'in-engine' : pastVersionAt(past, this.at)
  }

  private lookup({ token, key }: ScanHead): FetchRange {
    const bounds = historyAtOrBelow(this.segment, this.read.keyspace, token, key, this.at)
    return { ...bounds, limit: 1 }
  }

  /** The engine's heads, with the frozen ones in their places. */
  private merge(rows: readonly Row[], exhausted: boolean): ScanHead[] {
    const heads: ScanHead[] = []
    let next = 0
    for (const row of rows) {
      const position = positionOf(row)
      while (next < this.frozen.length && byPosition(this.frozen[next]!, position) < 0) {
        heads.push(this.frozen[next]!)
        next += 1
      }
      const same = next < this.frozen.length && byPosition(this.frozen[next]!, position) === 0
      if (same || !covers(this.read, this.range, position)) continue
      heads.push({
        ...position,
        head: decodeHead(row.value, this.incarnation),
        history: NO_HISTORY,
      })
    }
    return exhausted ? heads.concat(this.frozen.slice(next)) : this.withLast(heads, rows, next)
  }

  /** A frozen head in the very place of the page's last row belongs to the page. */
  private withLast(heads: ScanHead[], rows: readonly Row[], next: number): ScanHead[] {
    const last = positionOf(rows[rows.length - 1]!)
    const frozen = this.frozen[next]
    if (frozen !== undefined && byPosition(frozen, last) === 0) heads.push(frozen)
    return heads
  }
}

function boundsOf(segment: Segment, read: ScanRead, range: TokenRange): KeyBounds {
  const { keyspace, token, start, end, after } = read
  const bounds =
    token === undefined
      ? keyspaceBounds('heads', segment, keyspace, range)
      : partitionBounds(segment, keyspace, token, start, end)
  if (after === undefined) return bounds
  const behind = Buffer.concat([
    headKey(segment, keyspace, after.token, after.key),
    Buffer.alloc(1),
  ])
  return { gte: Buffer.compare(behind, bounds.gte) > 0 ? behind : bounds.gte, lt: bounds.lt }
}

function covers(read: ScanRead, range: TokenRange, position: Position): boolean {
  const { token, key } = position
  if (read.token === undefined ? token < range.start || token >= range.end : token !== read.token) {
    return false
  }
  if (read.after !== undefined && byPosition(position, read.after) <= 0) return false
  return insideRange(read, key)
}

function positionOf(row: Row): Position {
  const { token, key } = decodeHeadKey(row.key)
  return { token, key }
}

function byPosition(a: Position, b: Position): number {
  if (a.token !== b.token) return a.token - b.token
  if (a.key === b.key) return 0
  return a.key < b.key ? -1 : 1
}
