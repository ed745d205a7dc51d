/**
 * The tail of the log that is not known to be durable yet, and a received snapshot that is not installed yet.
 *
 * Entries stay here until storage has acknowledged them, even after they were handed out for writing: `inProgress` is
 * the end (exclusive) of what was handed out. An acknowledgement names index *and* term, because the entry at an index
 * may have been replaced by another leader's while the old one was being written.
 */
import { assert } from '../base/assert.ts'
import type { TraceSink } from '../base/trace.ts'
import type { Entry, Snapshot } from './messages.ts'

const NO_ENTRIES: readonly Entry[] = []

export class Unstable {
  /** Index of the first entry here, or of the one to come. */
  offset: number
  inProgress: number
  snapshot: Snapshot | undefined = undefined
  private entries: Entry[] = []
  private snapshotInProgress = false
  private readonly trace: TraceSink

  /** An empty tail that continues at `offset`. */
  constructor(offset: number, trace: TraceSink) {
    this.offset = offset
    this.inProgress = offset
    this.trace = trace
  }

  get length(): number {
    return this.entries.length
  }

  /** Index after the last entry here. */
  get end(): number {
    return this.offset + this.entries.length
  }

  get hasEntriesToHandOut(): boolean {
    return this.end > this.inProgress
  }

  /** The snapshot that storage has not been asked to install yet. */
  get snapshotToHandOut(): Snapshot | undefined {
    return this.snapshotInProgress ? undefined : this.snapshot
  }

  /** Term at `index` if this tail knows it. */
  termAt(index: number): number | undefined {
    if (index >= this.offset) return this.entries[index - this.offset]?.term
    return this.snapshot?.index === index ? this.snapshot.term : undefined
  }

  /** Copy of the entries in [low, high), which must lie here. */
  slice(low: number, high: number): readonly Entry[] {
    assert(low >= this.offset && high <= this.end, 'slice outside the unstable log')
    return this.entries.slice(low - this.offset, high - this.offset)
  }

  /** Entries that storage has not been asked to write yet. */
  entriesToHandOut(): readonly Entry[] {
    return this.hasEntriesToHandOut ? this.slice(this.inProgress, this.end) : NO_ENTRIES
  }

  /** Everything here is being written now. */
  markHandedOut(): void {
    this.inProgress = this.end
    this.snapshotInProgress = this.snapshot !== undefined
  }

  /** Adds `entries`, replacing what stood at their indexes and after. */
  append(entries: readonly Entry[]): void {
    const from = entries[0]!.index
    if (from === this.end) {
      for (const entry of entries) this.entries.push(entry)
    } else if (from <= this.offset) {
      this.info(() => `replace the unstable entries from index ${from}`)
      this.entries = [...entries]
      this.offset = from
      this.inProgress = from
    } else {
      this.info(() => `truncate the unstable entries before index ${from}`)
      assert(from < this.end, () => `gap in the log before index ${from}`)
      this.entries = [...this.entries.slice(0, from - this.offset), ...entries]
      // What is being written from here on is no longer what stands here.
      this.inProgress = Math.min(this.inProgress, from)
    }
  }

  /** Storage holds everything up to the entry with this index and term. */
  stableTo(index: number, term: number): void {
    const own = index >= this.offset ? this.entries[index - this.offset]?.term : undefined
    if (own === undefined) {
      this.info(() => `entry at index ${index} missing from unstable log; ignoring`)
      return
    }
    if (own !== term) {
      this.info(
        () =>
          `entry at (index,term)=(${index},${term}) mismatched with ` +
          `entry at (${index},${own}) in unstable log; ignoring`,
      )
      return
    }
    const count = index + 1 - this.offset
    if (count === this.entries.length) this.entries = []
    else this.entries.splice(0, count)
    this.offset = index + 1
    this.inProgress = Math.max(this.inProgress, this.offset)
  }

  /** Storage has installed the snapshot with this index. */
  stableSnapshotTo(index: number): void {
    if (this.snapshot?.index !== index) return
    this.snapshot = undefined
    this.snapshotInProgress = false
  }

  /** The log is now this snapshot and nothing else. */
  restore(snapshot: Snapshot): void {
    this.offset = snapshot.index + 1
    this.inProgress = this.offset
    this.entries = []
    this.snapshot = snapshot
    this.snapshotInProgress = false
  }

  private info(text: () => string): void {
    if (this.trace.wants('info')) this.trace.emit('info', text())
  }
}
