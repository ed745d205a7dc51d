/**
 * What a machine needs from the engine before it can go on: the core names the rows, the shell reads them (all point
 * keys in one batched get, each range with one scan to its end or limit) and hands them back with `ShardMachine.fill`,
 * in the same order. Reading may begin any time after the fetch was made.
 *
 * Rows that are not yet written (dirty) are never asked for point by point, as the machine holds them; of a range, those
 * that were dirty when the fetch was made are frozen with it. So whatever a fetch finds, together with what it froze and
 * what has become dirty since, is at least as new as the moment the fetch was made.
 */
import type { Key, KeyspaceId, Segment, Timestamp, Token } from '../base/ids.ts'
import type { Row } from '../storage/engine.ts'
import type { LockRange } from '../txn/locks.ts'
import type { Version } from '../versions/version.ts'
import type { HistoryVersion } from './history-rows.ts'
import { headKey, historyAtOrBelow, partitionBounds, type KeyBounds } from './keys.ts'

export interface FetchRange extends KeyBounds {
  /** At most so many rows; undefined = all. */
  readonly limit: number | undefined
}

/** One key whose head is asked for. */
export interface WantedHead {
  readonly keyspace: KeyspaceId
  readonly key: Key
  readonly token: Token
}

/** The newest version in history at or below `at`. */
export interface WantedVersion extends WantedHead {
  readonly at: Timestamp
}

export interface RangeRow {
  readonly key: Key
  readonly version: Version
}

interface WantedRange {
  readonly check: LockRange
  /** Heads of the range that were dirty when the fetch was made. */
  readonly frozen: readonly RangeRow[]
  found: readonly RangeRow[] | undefined
}

/** All of a shard's conflict log, for a split. */
interface WantedConflicts {
  /** Rows that the engine might not have when the fetch was made. */
  readonly frozen: readonly Row[]
  found: readonly Row[] | undefined
}

export class RowFetch {
  /** Engine keys to get: those of `heads`. */
  readonly keys: Buffer[] = []
  /** Engine ranges to read. */
  readonly ranges: FetchRange[] = []
  readonly heads: WantedHead[] = []
  /** The first of `ranges` are these versions … */
  readonly versions: WantedVersion[] = []
  /** … then come the heads of these ranges. */
  readonly checks: WantedRange[] = []
  /** The last of `ranges`, if it is wanted. */
  conflicts: WantedConflicts | undefined
  /** The cache's change counter when the fetch was made. */
  readonly madeAt: number
  /** Whether heads must stay cached until the next entry is applied. */
  readonly pins: boolean
  private readonly segment: Segment
  private readonly foundVersions = new Map<string, HistoryVersion | undefined>()
  private readonly wantedHeads = new Set<string>()
  private isFilled = false

  constructor(segment: Segment, madeAt: number, pins: boolean) {
    this.segment = segment
    this.madeAt = madeAt
    this.pins = pins
  }

  get isEmpty(): boolean {
    return this.keys.length + this.ranges.length === 0
  }

  /** Whether the rows have come. */
  get filled(): boolean {
    return this.isFilled
  }

  wantHead(keyspace: KeyspaceId, key: Key, token: Token): void {
    const name = `${keyspace}/${key}`
    if (this.wantedHeads.has(name)) return
    this.wantedHeads.add(name)
    this.heads.push({ keyspace, key, token })
    this.keys.push(headKey(this.segment, keyspace, token, key))
  }

  wantVersion(keyspace: KeyspaceId, key: Key, token: Token, at: Timestamp): void {
    this.versions.push({ keyspace, key, token, at })
    this.ranges.push({
      ...historyAtOrBelow(this.segment, keyspace, token, key, at),
      limit: 1,
    })
  }

  /** Ask for these after all versions. */
  wantRange(check: LockRange, frozen: readonly RangeRow[]): void {
    this.checks.push({ check, frozen, found: undefined })
    const { keyspace, token, start, end } = check
    this.ranges.push({
      ...partitionBounds(this.segment, keyspace, token, start, end),
      limit: undefined,
    })
  }

  /** Ask for this last. */
  wantConflicts(bounds: KeyBounds, frozen: readonly Row[]): void {
    this.conflicts = { frozen, found: undefined }
    this.ranges.push({ ...bounds, limit: undefined })
  }

  /** Remembers what was found; heads go to the cache instead. */
  fill(
    versions: readonly (HistoryVersion | undefined)[],
    ranges: readonly (readonly RangeRow[])[],
    conflicts: readonly Row[] | undefined,
  ): void {
    if (this.conflicts !== undefined) this.conflicts.found = conflicts
    this.versions.forEach((wanted, i) => this.foundVersions.set(nameOf(wanted), versions[i]))
    this.checks.forEach((wanted, i) => (wanted.found = ranges[i]))
    this.isFilled = true
  }

  /** What was found for a wanted version: `missing` if it was not asked for, undefined if there is none. */
  found(keyspace: KeyspaceId, key: Key, at: Timestamp): HistoryVersion | undefined | 'missing' {
    const name = `${keyspace}/${at}/${key}`
    const version = this.foundVersions.get(name)
    return version !== undefined || this.foundVersions.has(name) ? version : 'missing'
  }

  /** The heads found for a range check: the engine's, then those frozen, which are newer. */
  foundRange(check: LockRange): readonly RangeRow[] | undefined {
    for (const { check: wanted, frozen, found } of this.checks) {
      if (found !== undefined && sameRange(wanted, check)) return found.concat(frozen)
    }
    return undefined
  }
}

function nameOf({ keyspace, key, at }: WantedVersion): string {
  return `${keyspace}/${at}/${key}`
}

function sameRange(a: LockRange, b: LockRange): boolean {
  return (
    a === b ||
    (a.keyspace === b.keyspace && a.token === b.token && a.start === b.start && a.end === b.end)
  )
}
