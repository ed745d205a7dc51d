/**
 * Bounds the memory that all shards together hold in entries fetched from disk. The window fetched first goes first;
 * the newest one always stays, so that whoever asked for it finds it.
 */
import type { Entry } from '../raft/messages.ts'
import { cachedBytes } from './tail-cache.ts'

interface WindowOwner {
  forgetWindow(): void
}

export class FetchWindows {
  private readonly maxBytes: number
  private bytes = 0
  /** In the order in which they were fetched. */
  private readonly owners = new Map<WindowOwner, number>()

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes
  }

  /** `owner` now holds these entries, instead of any earlier ones. */
  keep(owner: WindowOwner, entries: readonly Entry[]): void {
    this.forget(owner)
    let size = 0
    for (const entry of entries) size += cachedBytes(entry)
    this.owners.set(owner, size)
    this.bytes += size
    for (const other of this.owners.keys()) {
      if (this.bytes <= this.maxBytes || other === owner) break
      other.forgetWindow()
    }
  }

  /** `owner` holds nothing any more. */
  forget(owner: WindowOwner): void {
    this.bytes -= this.owners.get(owner) ?? 0
    this.owners.delete(owner)
  }
}
