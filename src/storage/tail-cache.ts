/**
 * The newest entries of all shards, in memory, bounded in bytes for the whole node (`raft.cache-bytes`): what followers
 * and apply nearly always ask for. Oldest arrivals leave first, whatever shard they belong to, so what is cached of one
 * shard is always an unbroken run up to its last entry. Entries are kept by reference.
 */
import { assert } from '../base/assert.ts'
import type { Entry } from '../raft/messages.ts'

/** Charged for an entry besides its data. */
const ENTRY_OVERHEAD_BYTES = 96
/** The queue of arrivals is swept of entries that are gone already when it is so much longer than what is cached. */
const SWEEP_SLACK = 1024

export function cachedBytes(entry: Entry): number {
  return entry.data.length + ENTRY_OVERHEAD_BYTES
}

export class TailCache {
  private readonly maxBytes: number
  private bytesUsed = 0
  private count = 0
  /** Arrivals in order; those before `queueHead` are done with. */
  private queue: { readonly tail: CachedTail; readonly entry: Entry }[] = []
  private queueHead = 0

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes
  }

  get bytes(): number {
    return this.bytesUsed
  }

  /** For `CachedTail` only. */
  arrived(tail: CachedTail, entry: Entry): void {
    this.bytesUsed += cachedBytes(entry)
    this.count++
    this.queue.push({ tail, entry })
    while (this.bytesUsed > this.maxBytes) this.evictOldest()
    if (this.queue.length - this.queueHead > 2 * this.count + SWEEP_SLACK) this.sweep()
  }

  /** For `CachedTail` only. */
  left(entry: Entry): void {
    this.bytesUsed -= cachedBytes(entry)
    this.count--
  }

  private evictOldest(): void {
    const oldest = this.queue[this.queueHead]!
    this.queueHead++
    if (oldest.tail.get(oldest.entry.index) === oldest.entry) {
      oldest.tail.compactTo(oldest.entry.index)
    }
    if (this.queueHead > SWEEP_SLACK && this.queueHead * 2 > this.queue.length) {
      this.queue = this.queue.slice(this.queueHead)
      this.queueHead = 0
    }
  }

  private sweep(): void {
    this.queue = this.queue
      .slice(this.queueHead)
      .filter(({ tail, entry }) => tail.get(entry.index) === entry)
    this.queueHead = 0
  }
}

/** The cached entries of one shard. */
export class CachedTail {
  private readonly cache: TailCache
  private entries: Entry[] = []
  /** Position in `entries` of the first one that is still cached. */
  private head = 0

  constructor(cache: TailCache) {
    this.cache = cache
  }

  get(index: number): Entry | undefined {
    const first = this.entries[this.head]
    if (first === undefined || index < first.index) return undefined
    return this.entries[this.head + index - first.index]
  }

  /** The entry behind the last one; any entry if none is cached. */
  push(entry: Entry): void {
    const last = this.entries[this.entries.length - 1]
    assert(
      last === undefined || last.index + 1 === entry.index,
      () => `entry ${entry.index} cached behind ${last!.index}`,
    )
    this.entries.push(entry)
    this.cache.arrived(this, entry)
  }

  truncateTo(lastKept: number): void {
    while (this.entries.length > this.head) {
      const last = this.entries[this.entries.length - 1]!
      if (last.index <= lastKept) return
      this.entries.pop()
      this.cache.left(last)
    }
    this.forgetPassed()
  }

  compactTo(index: number): void {
    while (this.head < this.entries.length && this.entries[this.head]!.index <= index) {
      this.cache.left(this.entries[this.head]!)
      this.head++
    }
    this.forgetPassed()
  }

  clear(): void {
    this.truncateTo(0)
  }

  /** Lets go of entries that have left, once they are half of the array. */
  private forgetPassed(): void {
    if (this.head * 2 < this.entries.length && this.head < SWEEP_SLACK) return
    this.entries = this.entries.slice(this.head)
    this.head = 0
  }
}
