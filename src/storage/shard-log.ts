/**
 * One shard's log as the consensus core reads it: synchronous, everything in it durable. Terms and places of all live
 * entries are in memory (`EntryIndex`), the newest entries too (`CachedTail`); older ones are fetched from disk into a
 * window on demand: `entries` says `fetching`, and the owner is told when to ask again.
 *
 * Only `RaftLog` changes it, when the frame that holds the change is durable.
 */
import { assert } from '../base/assert.ts'
import type { ReplicaId, ShardId } from '../base/ids.ts'
import type { LogStorage } from '../raft/log-storage.ts'
import {
  type ConfState,
  type Entry,
  type HardState,
  NO_MEMBERS,
  NONE,
  type Snapshot,
} from '../raft/messages.ts'
import { EntryIndex } from './entry-index.ts'
import type { FetchWindows } from './fetch-windows.ts'
import type { LogReader } from './log-reader.ts'
import { CachedTail, type TailCache } from './tail-cache.ts'
import type { LogPosition, SnapshotMark } from './wal-records.ts'

/** Largest amount of entry data that one fetch brings in, except that one entry always comes. */
const FETCH_BYTES_MAX = 1024 * 1024

export const EMPTY_HARD_STATE: HardState = { term: 0, vote: NONE, commit: 0 }

/** What all shard logs of a node share. */
export interface ShardLogContext {
  readonly cache: TailCache
  readonly windows: FetchWindows
  readonly reader: LogReader
  readonly snapshotOf: (shard: ShardId) => Snapshot | 'fetching'
  readonly onFetched: (shard: ShardId) => void
  readonly onFatal: (error: unknown) => void
}

export class ShardLog implements LogStorage {
  readonly shard: ShardId
  readonly replica: ReplicaId
  private readonly context: ShardLogContext
  private readonly index: EntryIndex
  private readonly tail: CachedTail
  private start: LogPosition
  private state: HardState = EMPTY_HARD_STATE
  private mark: SnapshotMark | undefined
  private members = NO_MEMBERS
  /** Entries fetched from disk, in order. */
  private window: readonly Entry[] = []
  private fetching: Promise<void> | undefined
  /** Changes when entries are taken away at the end: what is being fetched may be among them. */
  private truncations = 0

  constructor(context: ShardLogContext, shard: ShardId, replica: ReplicaId, start: LogPosition) {
    this.context = context
    this.shard = shard
    this.replica = replica
    this.start = start
    this.index = new EntryIndex(start.index)
    this.tail = new CachedTail(context.cache)
  }

  // What the core reads.

  initialState(): { readonly hardState: HardState; readonly confState: ConfState } {
    return { hardState: this.state, confState: this.members }
  }

  firstIndex(): number {
    return this.start.index + 1
  }

  lastIndex(): number {
    return this.index.last
  }

  term(index: number): number | 'compacted' | 'unavailable' {
    if (index === this.start.index) return this.start.term
    if (index < this.start.index) return 'compacted'
    return index > this.index.last ? 'unavailable' : this.index.termAt(index)
  }

  entries(
    low: number,
    high: number,
    maxBytes: number,
  ): readonly Entry[] | 'compacted' | 'unavailable' | 'fetching' {
    if (low <= this.start.index) return 'compacted'
    if (high > this.index.last + 1) return 'unavailable'
    const result: Entry[] = []
    let bytes = 0
    for (let at = low; at < high; at++) {
      bytes += this.index.dataBytesAt(at)
      if (bytes > maxBytes && at > low) break
      const entry = this.tail.get(at) ?? this.fetchedEntry(at)
      if (entry === undefined) {
        if (at > low) break
        this.fetch(low, high, maxBytes)
        return 'fetching'
      }
      result.push(entry)
    }
    return result
  }

  snapshot(): Snapshot | 'fetching' {
    return this.context.snapshotOf(this.shard)
  }

  // What the server reads and sets.

  /** The membership that the core starts with: stored in the engine, not in the log. Set it before the core is made. */
  setConfState(members: ConfState): void {
    this.members = members
  }

  hardState(): HardState {
    return this.state
  }

  /** The newest snapshot mark, unless it was forgotten. Newer than the engine's `meta`: the install must be finished. */
  snapshotMark(): SnapshotMark | undefined {
    return this.mark
  }

  /** Bytes of data of the entries that the log holds. */
  liveBytes(): number {
    return this.index.bytes
  }

  /** Generation of the oldest file that holds one of its entries; `undefined` without entries. */
  oldestGeneration(): number | undefined {
    return this.index.size === 0 ? undefined : this.index.generationAt(this.start.index + 1)
  }

  /** As `entries`, waiting for the disk where needed. */
  async load(
    low: number,
    high: number,
    maxBytes: number,
  ): Promise<readonly Entry[] | 'compacted' | 'unavailable'> {
    for (;;) {
      const found = this.entries(low, high, maxBytes)
      if (found !== 'fetching') return found
      await this.fetching
    }
  }

  // What RaftLog does, in the order of the log's frames. `generation` and `offset` say where.

  /** Entries behind the last one. `frameOffset` + `offsets[i]` is where the i-th of them begins. */
  append(
    entries: readonly Entry[],
    generation: number,
    frameOffset: number,
    offsets: readonly number[],
  ): void {
    for (let position = 0; position < entries.length; position++) {
      const entry = entries[position]!
      assert(
        entry.index === this.index.last + 1,
        () => `entry ${entry.index} of shard ${this.shard} behind ${this.index.last}`,
      )
      this.index.push(entry.term, generation, frameOffset + offsets[position]!, entry.data.length)
      this.tail.push(entry)
    }
  }

  /** An entry that recovery found; its data are not kept. */
  recover(entry: Entry, generation: number, offset: number): void {
    this.index.push(entry.term, generation, offset, entry.data.length)
  }

  setHardState(state: HardState): void {
    this.state = state
  }

  setMark(mark: SnapshotMark | undefined): void {
    this.mark = mark
  }

  /** Takes away the entries behind `lastKept`. */
  truncateTo(lastKept: number): void {
    if (lastKept >= this.index.last) return
    this.truncations++
    this.index.truncateTo(lastKept)
    this.tail.truncateTo(lastKept)
    this.forgetWindow()
  }

  /** The log begins behind `position`; entries behind it stay. */
  startBehind(position: LogPosition): void {
    if (position.index >= this.index.last) {
      this.truncations++
      this.index.resetTo(position.index)
      this.tail.clear()
    } else {
      this.index.compactTo(position.index)
      this.tail.compactTo(position.index)
    }
    this.start = position
    const last = this.window[this.window.length - 1]
    if (last !== undefined && last.index <= position.index) this.forgetWindow()
  }

  /** All entries have been written once more. Those compacted since are left out. */
  relocate(
    entries: readonly Entry[],
    generation: number,
    frameOffset: number,
    offsets: readonly number[],
  ): void {
    this.index.resetTo(this.start.index)
    for (const [position, entry] of entries.entries()) {
      if (entry.index <= this.start.index) continue
      this.index.push(entry.term, generation, frameOffset + offsets[position]!, entry.data.length)
    }
  }

  /** The replica has left this node. */
  clear(): void {
    this.truncations++
    this.index.resetTo(this.start.index)
    this.tail.clear()
    this.forgetWindow()
  }

  /** Lets go of what was fetched. */
  forgetWindow(): void {
    this.window = []
    this.context.windows.forget(this)
  }

  private fetchedEntry(index: number): Entry | undefined {
    const first = this.window[0]
    return first === undefined || index < first.index ? undefined : this.window[index - first.index]
  }

  private fetch(low: number, high: number, maxBytes: number): void {
    if (this.fetching !== undefined) return
    const end = this.fetchEnd(low, high, Math.min(maxBytes, FETCH_BYTES_MAX))
    const { truncations, context } = this
    this.fetching = context.reader.read(this.shard, this.replica, this.index, low, end).then(
      (entries) => {
        this.fetching = undefined
        if (this.truncations === truncations) {
          this.window = entries
          context.windows.keep(this, entries)
        }
        context.onFetched(this.shard)
      },
      (error: unknown) => {
        this.fetching = undefined
        context.onFatal(error)
        throw error
      },
    )
    this.fetching.catch(() => undefined)
  }

  /** Up to where one fetch goes: within the bytes, and not into what is cached. */
  private fetchEnd(low: number, high: number, maxBytes: number): number {
    let bytes = 0
    let end = low
    while (end < high && this.tail.get(end) === undefined) {
      bytes += this.index.dataBytesAt(end)
      if (bytes > maxBytes && end > low) break
      end++
    }
    return end
  }
}
