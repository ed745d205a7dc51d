/**
 * Removes the bytes of what was collected (05, "Garbage"; docs/decisions/0012). That a version is collected follows from the
 * GC point alone; that its row goes is each replica's own affair, and nothing but disk space depends on when.
 *
 * A sweep reads the lists that the GC point has reached (garbage-lists.ts), looks at the heads that they name, and hands the
 * rows to be deleted over; they go with the shard's next engine batch. So they go behind every write that came before, and in
 * one batch with a `meta` row that has the GC point by which they went: were they gone and the point not, a replay from there
 * would evaluate without a base that the other replicas had.
 *
 * A head is deleted only if it is, at that batch, still the version that was named: by the cache, which has every head that
 * changed since the sweep looked, or else by what the sweep read. Where the cache may have had it and lost it, the head is
 * named again, for the next sweep.
 */
import { assert } from '../base/assert.ts'
import { timestamp, type KeyspaceId, type ShardId, type Timestamp } from '../base/ids.ts'
import type { Row } from '../storage/engine.ts'
import type { WriteBatch } from '../storage/write-batch.ts'
import type { Version } from '../versions/version.ts'
import { rangeContains } from './descriptor.ts'
import type { HeadEntry } from './head-cache.ts'
import { decodeGarbageList, dueOfHead, ListWriter, type ListedRow } from './garbage-lists.ts'
import {
  decodeGarbageKey,
  garbageBounds,
  garbageKey,
  headKey,
  historyKey,
  type KeyBounds,
} from './keys.ts'
import { decodeHead } from './rows.ts'
import type { ShardState } from './shard-state.ts'

/** Nothing is known yet: somebody has to look. */
const UNKNOWN = timestamp(0)
const NONE = timestamp(Number.MAX_SAFE_INTEGER)

interface NamedHead {
  readonly row: ListedRow
  /** Of its row. */
  readonly key: Buffer
  readonly due: Timestamp
  /** The cache did not have it when the sweep looked, so the engine had its newest state. */
  asked: boolean
  /** As its row said; undefined if there was none. */
  version: Version | undefined
}

/** A list that a read of the engine may not have seen. */
interface RecentList {
  readonly sequence: number
  readonly keyspace: KeyspaceId
  readonly due: Timestamp
}

/** Lists of one keyspace that are worked off. */
export class Sweep {
  readonly keyspace: KeyspaceId
  /** Lists are read from here. */
  readonly bounds: KeyBounds
  /** Rows of superseded versions and of lists, to be deleted. */
  readonly deletes: Buffer[] = []
  readonly heads: NamedHead[] = []
  /** The cache's change counter when it asked for heads. */
  askedAt = 0
  /** The greatest due of its lists. */
  due = UNKNOWN
  private keyBytes = 0

  constructor(keyspace: KeyspaceId, bounds: KeyBounds) {
    this.keyspace = keyspace
    this.bounds = bounds
  }

  /** Of the keys of rows that may go. */
  get bytes(): number {
    return this.keyBytes
  }

  /** Rows that may go. */
  get rows(): number {
    return this.deletes.length + this.heads.length
  }

  delete(key: Buffer): void {
    this.deletes.push(key)
    this.keyBytes += key.length
  }

  look(row: ListedRow, key: Buffer, due: Timestamp): void {
    this.heads.push({ row, key, due, asked: false, version: undefined })
    this.keyBytes += key.length
  }
}

export class Garbage {
  private readonly state: ShardState
  /** No list of the keyspace is due before this. */
  private readonly oldest = new Map<KeyspaceId, Timestamp>()
  private writer = new ListWriter()
  private recent: RecentList[] = []
  /** Greatest batch that the engine has. */
  private writtenUpTo = 0
  /** From its beginning until its rows are gone from the engine, or nothing comes of it. */
  private sweep: Sweep | undefined
  /** The batch that deletes what was swept: 0 = it is still being read, Infinity = it goes with the next one. */
  private sweptBy = 0
  /** Shards that were split off and still copy lists: until they have, none may go. */
  private readonly heirs = new Set<ShardId>()

  constructor(state: ShardState) {
    this.state = state
    for (const keyspace of state.gcPoints.keys()) this.oldest.set(keyspace, UNKNOWN)
  }

  get isEmpty(): boolean {
    return this.oldest.size === 0
  }

  /** `heir` was split off: it gets copies of the lists that name its rows. A sweep under way comes to nothing. */
  keepListsFor(heir: ShardId): void {
    this.heirs.add(heir)
    if (this.sweptBy === 0 || this.sweptBy === Infinity) this.abandon()
  }

  /** The heir has copied what it needs, or never will. */
  listsCopied(heir: ShardId): void {
    this.heirs.delete(heir)
  }

  /** Somebody still copies lists. */
  get isKept(): boolean {
    return this.heirs.size > 0
  }

  /** Lists have come that this replica did not make. */
  lookAgain(): void {
    for (const keyspace of this.state.gcPoints.keys()) this.oldest.set(keyspace, UNKNOWN)
  }

  /** Keyspaces that have garbage, or may have, and when the first of it is due at the earliest: 0 = nobody has looked yet. */
  dues(): IterableIterator<[KeyspaceId, Timestamp]> {
    return this.oldest.entries()
  }

  // ---- making

  /** A row of history was written, from version `at` on, whose last version was superseded at `supersededAt`. */
  superseded(entry: HeadEntry, at: Timestamp, supersededAt: Timestamp): void {
    this.writer.history(entry, at, supersededAt)
  }

  headWritten(entry: HeadEntry): void {
    this.writer.head(entry)
  }

  // ---- sweeping

  /** A sweep of what the GC points have reached, or a first look at what there is; undefined = nothing to do. */
  begin(): Sweep | undefined {
    if (this.sweep !== undefined || this.heirs.size > 0) return undefined
    const { segment, shard } = this.state
    for (const [keyspace, from] of this.oldest) {
      if (from > this.state.gcPoint(keyspace)) continue
      this.sweep = new Sweep(keyspace, garbageBounds(segment, shard, keyspace, from))
      this.sweptBy = 0
      return this.sweep
    }
    return undefined
  }

  /**
   * Takes the next list that was read from `sweep.bounds`, in order. Returns whether to go on with the one behind it.
   * @throws MalformedBytes when the row is damaged
   */
  take(sweep: Sweep, list: Row): boolean {
    if (this.sweep !== sweep) return false
    const { segment, descriptor } = this.state
    const { keyspace } = sweep
    const due = decodeGarbageKey(list.key)
    this.noneBefore(keyspace, due)
    if (due > this.state.gcPoint(keyspace)) return false
    for (const row of decodeGarbageList(list.value)) {
      if (!rangeContains(descriptor.range, row.token)) continue
      if (row.kind === 'head') {
        sweep.look(row, headKey(segment, keyspace, row.token, row.key), due)
      } else sweep.delete(historyKey(segment, keyspace, row.token, row.key, row.timestamp))
    }
    sweep.delete(list.key)
    sweep.due = due
    return true
  }

  /** There are no lists behind those that were taken. */
  takenAll(sweep: Sweep): void {
    if (this.sweep === sweep) this.noneBefore(sweep.keyspace, NONE)
  }

  /** Rows of heads to read, for `finish`. */
  ask(sweep: Sweep): Buffer[] {
    const { heads } = this.state
    sweep.askedAt = heads.changeCounter
    for (const head of sweep.heads) head.asked = !heads.has(sweep.keyspace, head.row.key)
    return sweep.heads.filter(({ asked }) => asked).map(({ key }) => key)
  }

  /**
   * The rows that were asked for were read: what was found goes with the next batch, if anything was.
   * @throws MalformedBytes when a row is damaged
   */
  finish(sweep: Sweep, values: readonly (Buffer | undefined)[]): boolean {
    let next = 0
    for (const head of sweep.heads) {
      const value = head.asked ? values[next++] : undefined
      head.version = value && decodeHead(value, this.state.incarnation)
    }
    if (this.sweep !== sweep) return false
    this.sweptBy = Infinity
    if (sweep.rows === 0) this.abandon()
    return sweep.rows > 0
  }

  /** Nothing comes of the sweep. */
  abandon(): void {
    this.sweep = undefined
    this.forgetRecent()
  }

  /** The keyspace was dropped: all its rows go, lists and all. A sweep of it comes to nothing. */
  forgetKeyspace(keyspace: KeyspaceId): void {
    this.oldest.delete(keyspace)
    this.recent = this.recent.filter((list) => list.keyspace !== keyspace)
    if (this.sweep?.keyspace === keyspace) this.abandon()
  }

  // ---- the engine

  /** Puts into engine batch `sequence` what was swept, and the lists of what the batch makes garbage. */
  seal(sequence: number, batch: WriteBatch): void {
    if (this.sweep !== undefined && this.sweptBy === Infinity) {
      this.sealSweep(this.sweep, batch)
      this.sweptBy = sequence
    }
    if (this.writer.isEmpty) return
    const { state } = this
    for (const { keyspace, due, bytes } of this.writer.lists()) {
      const serial = state.garbageLists++
      batch.put(garbageKey(state.segment, state.shard, keyspace, due, serial), bytes)
      this.recent.push({ sequence, keyspace, due })
      this.oldest.set(keyspace, lesser(this.oldest.get(keyspace) ?? NONE, due))
    }
    this.writer = new ListWriter()
  }

  /** The engine has all batches up to `sequence`. */
  written(sequence: number): void {
    this.writtenUpTo = sequence
    if (this.sweptBy > 0 && this.sweptBy <= sequence) this.sweep = undefined
    this.forgetRecent()
  }

  private sealSweep(sweep: Sweep, batch: WriteBatch): void {
    const { keyspace } = sweep
    assert(sweep.due <= this.state.gcPoint(keyspace), 'swept before the GC point was there')
    for (const head of sweep.heads) this.sealHead(sweep, head, batch)
    for (const key of sweep.deletes) batch.delete(key)
  }

  private sealHead({ keyspace, askedAt }: Sweep, head: NamedHead, batch: WriteBatch): void {
    const { state, writer } = this
    const { row, due, asked } = head
    const entry = state.heads.peek(keyspace, row.key)
    if (entry === undefined && (!asked || state.heads.mayHaveChanged(askedAt))) {
      writer.look(keyspace, row.token, row.key, row.timestamp, due)
      return
    }
    const version = entry === undefined ? head.version : entry.version
    if (version?.timestamp !== row.timestamp) return
    if (state.isCollected(keyspace, version)) {
      batch.delete(head.key)
      if (entry !== undefined) state.heads.drop(entry)
      return
    }
    const next = dueOfHead(version, due)
    assert(next !== undefined && next > due, () => `a head due at ${due} is due again at ${next}`)
    writer.look(keyspace, row.token, row.key, row.timestamp, next)
  }

  /** The engine has no list that is due before `due`, as far as a read could see. */
  private noneBefore(keyspace: KeyspaceId, due: Timestamp): void {
    // It was dropped while they were read.
    if (!this.state.gcPoints.has(keyspace)) return
    let oldest = due
    for (const list of this.recent) {
      if (list.keyspace === keyspace) oldest = lesser(oldest, list.due)
    }
    if (oldest === NONE) this.oldest.delete(keyspace)
    else this.oldest.set(keyspace, oldest)
  }

  /** Reads that begin from now on see what is written. */
  private forgetRecent(): void {
    if (this.sweep !== undefined || this.recent.length === 0) return
    this.recent = this.recent.filter(({ sequence }) => sequence > this.writtenUpTo)
  }
}

function lesser(a: Timestamp, b: Timestamp): Timestamp {
  return a < b ? a : b
}
