/**
 * What has changed in a part of a shard since a timestamp (05, "Watch").
 *
 * **Resolved.** Everything that will ever be written at or below `resolvedOf(state)` is applied: later entries are stamped
 * above the last stamp applied, and a commit's timestamp is at least its prepare stamp, which is either that of an open prepare or
 * also still to come. It follows from replicated state alone, so it holds whoever leads later, and a watch may resume from it.
 *
 * **Catching up.** Versions above a timestamp are the heads above it and what their history has above it. They are looked
 * for as a scan looks for rows: what the machine knows better than the engine is frozen in the turn in which the engine's
 * snapshot is taken, so that a page shows the state at one applied index. Heads are read in (token, key) order, a key's versions
 * in the order of their timestamps. A page may end inside a key that changed often.
 *
 * Nothing at or below the timestamp is missed as long as the GC point is not above it: what is collected was superseded, or
 * deleted, or expired, at or below that point.
 */
import { timestamp, type Key, type KeyspaceId, type Segment, type Timestamp } from '../base/ids.ts'
import { rowBytes, type Row, type ScanRange } from '../storage/engine.ts'
import { insideRange } from '../txn/locks.ts'
import { valueBytes } from '../versions/value-codec.ts'
import type { Version } from '../versions/version.ts'
import type { TokenRange } from './descriptor.ts'
import {
  decodeHeadKey,
  headKey,
  historyAbove,
  historyAtOrBelow,
  keyspaceBounds,
  partitionBounds,
  type KeyBounds,
} from './keys.ts'
import type { ReadTooOld } from './reads.ts'
import { decodeHistoryRow } from './history-rows.ts'
import { decodeHead } from './rows.ts'
import type { ShardState } from './shard-state.ts'

/** Which keys are watched: those in [start, end) whose tokens are in the range. */
export interface ChangesFilter {
  readonly keyspace: KeyspaceId
  readonly range: TokenRange
  readonly start: Key
  /** Exclusive; empty = unbounded. */
  readonly end: Key
}

/** One version that a watcher is to hear of. */
export interface Change {
  readonly token: number
  readonly key: Key
  readonly version: Version
}

/** Everything before this was looked at; `since`: of this key itself, up to that version. */
export interface ChangesPosition {
  readonly token: number
  readonly key: Key
  readonly since: Timestamp | undefined
}

/** What one look into the engine brings at most: of heads, and of the history of one key. */
const HEADS_LOOK = { limit: 512, maxBytes: 1 << 20 }
const VERSIONS_LOOK = { limit: 256, maxBytes: 1 << 18 }
/** Estimated bytes of a change, besides key and value. */
const CHANGE_BYTES = 128

/** Before everything: 0 means something else to those who ask. */
const FIRST = 1

/** A key whose head is above the timestamp. */
export interface ChangedKey {
  readonly token: number
  readonly key: Key
  readonly head: Version
  /** Superseded versions that the engine may lack, oldest first. */
  readonly history: readonly Version[]
}

/** Everything at or below this is applied; whatever comes is above it. */
export function resolvedOf(state: ShardState): Timestamp {
  let resolved = Math.max(state.lastStamp, FIRST)
  for (const { stamp } of state.prepared.all()) resolved = Math.min(resolved, stamp - 1)
  return timestamp(resolved)
}

/** Whether nothing above `since` can be found here: everything that was written is at or below it. */
export function nothingSince(state: ShardState, since: Timestamp): boolean {
  return state.lastStamp <= since && state.clockFloor <= since
}

export function isWatched(filter: ChangesFilter, token: number, key: Key): boolean {
  return token >= filter.range.start && token < filter.range.end && insideRange(filter, key)
}

/** Whether a page that goes on at `position` has the key behind it. */
export function isBefore(token: number, key: Key, position: ChangesPosition): boolean {
  return token !== position.token ? token < position.token : key < position.key
}

export function bytesOfChange({ key, version }: Change): number {
  const { value } = version
  return CHANGE_BYTES + key.length + (value === undefined ? 0 : valueBytes(value))
}

/** Take the engine's snapshot in the same turn. */
export function planChanges(
  state: ShardState,
  filter: ChangesFilter,
  since: Timestamp,
  from: ChangesPosition | undefined,
): ChangesPlan | ReadTooOld {
  const gcPoint = state.gcPoint(filter.keyspace)
  if (since < gcPoint) return { kind: 'too-old', gcPoint }
  const frozen: ChangedKey[] = []
  for (const { keyspace, token, key, version, history } of state.heads.dirty()) {
    if (keyspace !== filter.keyspace || version === undefined) continue
    if (!isWatched(filter, token, key)) continue
    if (from !== undefined && isBefore(token, key, from)) continue
    const past = history?.map((row) => row.version) ?? []
    frozen.push({ token, key, head: version, history: past })
  }
  return new ChangesPlan(state, filter, since, from, frozen.sort(byPosition))
}

export class ChangesPlan {
  readonly kind = 'plan'
  private readonly filter: ChangesFilter
  private readonly since: Timestamp
  private readonly from: ChangesPosition | undefined
  private readonly frozen: readonly ChangedKey[]
  private readonly segment: Segment
  private readonly incarnation: string

  constructor(
    state: ShardState,
    filter: ChangesFilter,
    since: Timestamp,
    from: ChangesPosition | undefined,
    frozen: readonly ChangedKey[],
  ) {
    this.filter = filter
    this.since = since
    this.from = from
    this.frozen = frozen
    this.segment = state.segment
    this.incarnation = state.incarnation
  }

  /** Heads to read from the engine's snapshot. */
  get heads(): ScanRange {
    return { ...this.bounds(), ...HEADS_LOOK }
  }

  /** The keys that changed, in order, by what was read of `heads`; and where the next page begins. */
  changed(rows: readonly Row[]): {
    readonly keys: readonly ChangedKey[]
    readonly next: ChangesPosition | undefined
  } {
    const { keys, next } = this.merge(rows, isAll(rows, HEADS_LOOK))
    return { keys: keys.filter(({ head }) => head.timestamp > this.since), next }
  }

  /** What to read of the history of a key that changed: the row that may reach over the timestamp, and those above it. */
  historyOf({ token, key }: ChangedKey): readonly [around: ScanRange, above: ScanRange] {
    const { segment, filter } = this
    const since = this.sinceOf(token, key)
    const around = historyAtOrBelow(segment, filter.keyspace, token, key, since)
    const above = historyAbove(segment, filter.keyspace, token, key, since)
    return [
      { ...around, limit: 1 },
      { ...above, reverse: true, ...VERSIONS_LOOK },
    ]
  }

  /** The versions of a key above the timestamp, oldest first, by what was read of its history. */
  versionsOf(
    { token, key, head, history }: ChangedKey,
    around: readonly Row[],
    above: readonly Row[],
  ): { readonly versions: readonly Version[]; readonly complete: boolean } {
    const since = this.sinceOf(token, key)
    const versions = new Map<number, Version>()
    for (const { value } of [...around, ...above]) {
      for (const { version } of decodeHistoryRow(value, this.incarnation)) {
        if (version.timestamp > since) versions.set(version.timestamp, version)
      }
    }
    if (!isAll(above, VERSIONS_LOOK)) return { versions: [...versions.values()], complete: false }
    for (const version of [...history, head]) {
      if (version.timestamp > since) versions.set(version.timestamp, version)
    }
    return { versions: [...versions.values()].sort(byTimestamp), complete: true }
  }

  private bounds(): KeyBounds {
    const { filter, from, segment } = this
    const { keyspace, range, start, end } = filter
    const bounds =
      range.end - range.start === 1
        ? partitionBounds(segment, keyspace, range.start, start, end)
        : keyspaceBounds('heads', segment, keyspace, range)
    if (from === undefined) return bounds
    const gte = headKey(segment, keyspace, from.token, from.key)
    return { gte: Buffer.compare(gte, bounds.gte) > 0 ? gte : bounds.gte, lt: bounds.lt }
  }

  /** The engine's heads with the frozen ones in their places, as far as the look went. */
  private merge(
    rows: readonly Row[],
    exhausted: boolean,
  ): { readonly keys: readonly ChangedKey[]; readonly next: ChangesPosition | undefined } {
    const last = exhausted ? undefined : decodeHeadKey(rows.at(-1)!.key)
    const keys = new Map<string, ChangedKey>()
    const name = (token: number, key: Key): string => `${token}/${key}`
    for (const { key: bytes, value } of rows) {
      const { token, key } = decodeHeadKey(bytes)
      if (!isWatched(this.filter, token, key)) continue
      const head = decodeHead(value, this.incarnation)
      keys.set(name(token, key), { token, key, head, history: [] })
    }
    for (const frozen of this.frozen) {
      if (last !== undefined && byPosition(frozen, last) > 0) break
      keys.set(name(frozen.token, frozen.key), frozen)
    }
    const next = last && { token: last.token, key: `${last.key}\x00` as Key, since: undefined }
    return { keys: [...keys.values()].sort(byPosition), next }
  }

  private sinceOf(token: number, key: Key): Timestamp {
    const { from, since } = this
    if (from?.since === undefined || from.token !== token || from.key !== key) return since
    return from.since
  }
}

/** Whether a look brought all there is. */
function isAll(rows: readonly Row[], look: { limit: number; maxBytes: number }): boolean {
  if (rows.length >= look.limit) return false
  let bytes = 0
  for (const row of rows) bytes += rowBytes(row)
  return bytes < look.maxBytes
}

function byPosition(
  a: { readonly token: number; readonly key: Key },
  b: { readonly token: number; readonly key: Key },
): number {
  if (a.token !== b.token) return a.token - b.token
  if (a.key === b.key) return 0
  return a.key < b.key ? -1 : 1
}

function byTimestamp(a: Version, b: Version): number {
  return a.timestamp - b.timestamp
}
