/**
 * The replicated state of one shard, as one replica holds it: what apply changes and reads, besides the log entry.
 * Everything here follows from the log alone, except the closed timestamp and what happens to be cached.
 */
import {
  timestamp,
  type KeyspaceId,
  type Segment,
  type ShardId,
  type Timestamp,
} from '../base/ids.ts'
import type { ConfState } from '../raft/messages.ts'
import { PreparedTransactions } from '../txn/participant.ts'
import type { Version } from '../versions/version.ts'
import { ClosedTimestamps } from './closed-timestamps.ts'
import { ConflictLog } from './conflict-log.ts'
import type { Descriptor, TokenRange } from './descriptor.ts'
import { inKeyspaceRange, type DroppedKeyspaces, type KeyspaceRange } from './dropped-keyspaces.ts'
import { Garbage } from './garbage.ts'
import { HeadCache, type HeadCacheBudget, type HeadEntry } from './head-cache.ts'
import type { MetaRow } from './meta-row.ts'
import { OutcomeTable } from './outcomes.ts'
import { KeyspaceUsage } from './usage.ts'

export class ShardState {
  readonly segment: Segment
  descriptor: Descriptor
  confState: ConfState
  appliedIndex: number
  appliedTerm: number
  /** Greatest stamp in the applied log: shard time. */
  lastStamp: Timestamp
  /** Greatest commit timestamp applied: every later stamp is above it. */
  clockFloor: Timestamp
  /** Timestamp reads are served up to here, every later leader stamps above it. Never falls. */
  ceiling: Timestamp
  readonly closed: ClosedTimestamps
  /** GC point of every keyspace that ever had a row here. */
  readonly gcPoints: Map<KeyspaceId, Timestamp>
  readonly dropped: DroppedKeyspaces
  /** Of these the rows go with the next engine batch. */
  purges: KeyspaceId[] = []
  /** The rows of these tokens go with the next engine batch: a split gave them to a shard that does not have them from here. */
  disowned: TokenRange[] = []
  /** What each of those keyspaces has here. */
  readonly usage: Map<KeyspaceId, KeyspaceUsage>
  readonly heads: HeadCache
  readonly outcomes: OutcomeTable
  readonly prepared = new PreparedTransactions()
  readonly conflicts: ConflictLog
  readonly garbage: Garbage
  /** Lists of garbage that this replica has made. */
  garbageLists: number
  /** Told of every new head, while somebody watches. */
  watcher: ((entry: HeadEntry, version: Version) => void) | undefined

  /** Shards of whose garbage lists this replica still has to copy its part: it was split off from them. */
  inherits: readonly ShardId[]

  /** @param parts of a shard that is split off; default: empty ones */
  constructor(meta: MetaRow, caches: HeadCacheBudget, parts?: SplitOffParts) {
    this.segment = meta.segment
    this.descriptor = meta.descriptor
    this.confState = meta.confState
    this.appliedIndex = meta.appliedIndex
    this.appliedTerm = meta.appliedTerm
    this.lastStamp = meta.lastStamp
    this.clockFloor = meta.clockFloor
    this.ceiling = meta.ceiling
    this.closed = new ClosedTimestamps(meta.closed)
    this.gcPoints = new Map(meta.gcPoints)
    this.usage = new Map(meta.usage)
    this.dropped = meta.dropped
    this.heads = parts?.heads ?? new HeadCache(caches)
    this.outcomes = parts?.outcomes ?? new OutcomeTable(meta.segment, meta.descriptor.shard)
    this.conflicts = parts?.conflicts ?? new ConflictLog(meta.segment, meta.descriptor.shard)
    this.inherits = meta.inherits
    this.garbageLists = meta.garbageLists
    this.garbage = new Garbage(this)
    this.watcher = undefined
  }

  get shard(): ShardId {
    return this.descriptor.shard
  }

  get incarnation(): string {
    return this.descriptor.incarnation
  }

  meta(): MetaRow {
    const { segment, descriptor, confState, appliedIndex, appliedTerm } = this
    const { lastStamp, clockFloor, ceiling, gcPoints, garbageLists, usage, dropped, inherits } =
      this
    const closed = this.closed.at(appliedIndex)
    return {
      segment,
      descriptor,
      confState,
      appliedIndex,
      appliedTerm,
      lastStamp,
      clockFloor,
      ceiling,
      closed,
      gcPoints,
      garbageLists,
      usage,
      dropped,
      inherits,
    }
  }

  /** 0 = nothing of the keyspace was ever collected. */
  gcPoint(keyspace: KeyspaceId): Timestamp {
    return this.gcPoints.get(keyspace) ?? NEVER
  }

  /** Whether a head that says this is none any more. */
  isCollected(keyspace: KeyspaceId, head: Version): boolean {
    return isCollected(head, this.gcPoint(keyspace))
  }

  /** The key's newest version as a command or reader at `at` sees it. */
  headAt(entry: HeadEntry, at: Timestamp): Version | undefined {
    const { version } = entry
    return version === undefined ? undefined : versionAt(version, at, this.gcPoint(entry.keyspace))
  }

  /** `version` becomes the key's head; the one before goes to history unless it was collected. */
  writeHead(entry: HeadEntry, version: Version): void {
    const usage = this.usageOf(entry.keyspace)
    const gcPoint = this.gcPoint(entry.keyspace)
    const before = entry.version
    const keep = before !== undefined && !isCollected(before, gcPoint)
    const keyBytes = entry.key.length
    if (keep) {
      const bytes = keyBytes + entry.valueBytes
      if (before.value !== undefined) usage.valueGone(bytes, before.expiry)
      usage.superseded(version.timestamp, bytes, gcPoint)
    }
    this.heads.write(entry, version, keep)
    if (version.value !== undefined) {
      usage.valueWritten(keyBytes + entry.valueBytes, version.expiry, gcPoint)
    }
    if (this.watcher !== undefined) this.watcher(entry, version)
  }

  /** Nothing of these keyspaces is left, nor ever comes back. */
  dropKeyspaces(range: KeyspaceRange): void {
    this.dropped.add(range)
    for (const keyspace of [...this.usage.keys()]) {
      if (!inKeyspaceRange(range, keyspace)) continue
      this.gcPoints.delete(keyspace)
      this.usage.delete(keyspace)
      this.heads.forgetKeyspace(keyspace)
      this.garbage.forgetKeyspace(keyspace)
      this.purges.push(keyspace)
    }
  }

  /** Makes the keyspace one that has rows here. */
  private usageOf(keyspace: KeyspaceId): KeyspaceUsage {
    let usage = this.usage.get(keyspace)
    if (usage === undefined) {
      usage = new KeyspaceUsage()
      this.usage.set(keyspace, usage)
      this.gcPoints.set(keyspace, NEVER)
    }
    return usage
  }

  /** From here on versions superseded at or below `point` are gone. The point never falls. */
  collect(keyspace: KeyspaceId, point: Timestamp): void {
    if (point <= this.gcPoint(keyspace)) return
    this.usageOf(keyspace).collect(point)
    this.gcPoints.set(keyspace, point)
  }
}

/** What of a shard's state goes over into one that is split off, or is copied for it. */
interface SplitOffParts {
  readonly heads: HeadCache
  readonly outcomes: OutcomeTable
  readonly conflicts: ConflictLog
}

const NEVER = timestamp(0)

/**
 * A head as it is at `at`: from its expiry on a version *is* a tombstone with the same timestamp and clock, and a
 * tombstone is nothing once the GC point has passed it (05, "Time to live", "Garbage").
 */
export function versionAt(
  version: Version,
  at: Timestamp,
  gcPoint: Timestamp,
): Version | undefined {
  if (isCollected(version, gcPoint)) return undefined
  return isExpired(version, at) ? { ...version, value: undefined } : version
}

export function isExpired(version: Version, at: Timestamp): boolean {
  return version.value !== undefined && version.expiry !== 0 && version.expiry <= at
}

/** Whether a head is gone: it was deleted, or it was written and expired, at or below the GC point. */
export function isCollected(version: Version, gcPoint: Timestamp): boolean {
  if (version.timestamp > gcPoint) return false
  return version.value === undefined || (version.expiry !== 0 && version.expiry <= gcPoint)
}
