/**
 * One watcher of a shard, at the shard's leader: how far it has been sent what changed, and what waits to be sent.
 *
 * It is either *live*, and every new version of its keys goes into its buffer; or it *catches up*, and only versions of keys
 * that the search has passed do, as the search will find the others. While a page of the search is being read everything is kept,
 * until it is known how far the page went.
 *
 * The buffer is bounded. When it overflows, everything in it is dropped and the watcher catches up from what it was sent last:
 * what is resolved was sent, and the rest is in history.
 */
import type { ByteBudget } from '../base/byte-budget.ts'
import { timestamp, type Timestamp } from '../base/ids.ts'
import {
  bytesOfChange,
  isBefore,
  isWatched,
  type Change,
  type ChangesFilter,
  type ChangesPosition,
} from '../shard/changes.ts'
import type { HeadEntry } from '../shard/head-cache.ts'
import type { Version } from '../versions/version.ts'
import type { ReadCall } from './calls.ts'

export class ShardWatcher {
  readonly id: string
  readonly filter: ChangesFilter
  /** Everything at or below it has been sent. */
  resolved: Timestamp
  /** Number of the last answer. */
  sent = 0
  /** The request that waits for an answer. */
  call: ReadCall | undefined
  /** When the last request came, monotonic milliseconds. */
  askedMs = 0
  /** A page of the search is being read. */
  reading = false
  /** Rises whenever the search begins anew. */
  searches = 0
  live: boolean
  /** The search has passed everything before this; undefined = nothing. */
  position: ChangesPosition | undefined
  private readonly bytesMax: number
  private readonly budget: ByteBudget
  private buffer: Change[] = []
  private bytes = 0

  constructor(
    id: string,
    filter: ChangesFilter,
    resolved: Timestamp,
    live: boolean,
    bytesMax: number,
    budget: ByteBudget,
  ) {
    this.id = id
    this.filter = filter
    this.resolved = resolved
    this.live = live
    this.bytesMax = bytesMax
    this.budget = budget
  }

  get hasChanges(): boolean {
    return this.buffer.length > 0
  }

  /** A version was written. False: it is none of this watcher's. */
  changed({ keyspace, token, key }: HeadEntry, version: Version): boolean {
    if (keyspace !== this.filter.keyspace || !isWatched(this.filter, token, key)) return false
    // Only where the watch began ahead of the shard's time, at a time that its client chose.
    if (version.timestamp <= this.resolved) return false
    const { live, reading, position } = this
    const passed = position !== undefined && isBefore(token, key, position)
    if (!live && !reading && !passed) return false
    const change = { token, key, version }
    const bytes = bytesOfChange(change)
    if (this.bytes + bytes > this.bytesMax || !this.budget.take(bytes)) this.searchAgain()
    else {
      this.buffer.push(change)
      this.bytes += bytes
    }
    return true
  }

  /** A page was read: the search has passed everything before `next`, or is over. */
  searched(next: ChangesPosition | undefined): void {
    this.position = next
    this.live = next === undefined
    if (next === undefined) return
    const kept = this.buffer.filter(({ token, key }) => isBefore(token, key, next))
    this.clear()
    for (const change of kept) this.bytes += bytesOfChange(change)
    this.buffer = kept
    this.budget.force(this.bytes)
  }

  /** Takes changes out of the buffer: the first in any case if `atLeastOne`, others up to `bytes`. */
  take(bytes: number, atLeastOne: boolean): readonly Change[] {
    let count = 0
    let taken = 0
    for (const change of this.buffer) {
      const size = bytesOfChange(change)
      if (taken + size > bytes && !(atLeastOne && count === 0)) break
      taken += size
      count++
    }
    this.bytes -= taken
    this.budget.giveBack(taken)
    return this.buffer.splice(0, count)
  }

  /** Of what is resolved in the shard, what this watcher may be told now that it has not been sent what is in the buffer. */
  resolvable(resolved: Timestamp): Timestamp {
    let most: number = resolved
    for (const { version } of this.buffer) most = Math.min(most, version.timestamp - 1)
    return timestamp(Math.max(most, this.resolved))
  }

  /** Gives its memory back. */
  clear(): void {
    this.budget.giveBack(this.bytes)
    this.buffer = []
    this.bytes = 0
  }

  private searchAgain(): void {
    this.clear()
    this.live = false
    this.position = undefined
    this.searches++
  }
}
