/**
 * The replicated log as the rules of Raft see it: stable storage followed by the unstable tail, and three indexes,
 * `applied ≤ applying ≤ committed ≤ lastIndex`. `applying` is the last entry handed out for application.
 */
import { assert } from '../base/assert.ts'
import type { TraceSink } from '../base/trace.ts'
import { entriesBytes, limitEntries } from './entry-size.ts'
import type { LogStorage } from './log-storage.ts'
import type { Entry, Snapshot } from './messages.ts'
import { Unstable } from './unstable.ts'

const NO_ENTRIES: readonly Entry[] = []

/** Where two logs may agree: an index and its term there, 0 if the term is not known. */
export interface LogPosition {
  readonly index: number
  readonly term: number
}

export class RaftLog {
  readonly unstable: Unstable
  committed: number
  applying: number
  applied: number
  private readonly storage: LogStorage
  private readonly trace: TraceSink
  private readonly maxApplyingBytes: number
  private applyingBytes = 0
  private applyingPaused = false
  /** Committed entries are being brought in from disk: do not ask before `entriesFetched`. */
  private applyFetching = false
  /** Index of the last membership change handed out for application. */
  private applyingConfChange = 0
  /** Nothing more is handed out for application. */
  private applyHeld = false

  /** `maxApplyingBytes` bounds what is handed out for application and not yet applied, beyond one entry. */
  constructor(storage: LogStorage, trace: TraceSink, maxApplyingBytes: number) {
    this.storage = storage
    this.trace = trace
    this.maxApplyingBytes = maxApplyingBytes
    this.unstable = new Unstable(storage.lastIndex() + 1, trace)
    this.committed = storage.firstIndex() - 1
    this.applying = this.committed
    this.applied = this.committed
  }

  get firstIndex(): number {
    const { snapshot } = this.unstable
    return snapshot === undefined ? this.storage.firstIndex() : snapshot.index + 1
  }

  get lastIndex(): number {
    const { unstable } = this
    if (unstable.length > 0) return unstable.end - 1
    return unstable.snapshot === undefined ? this.storage.lastIndex() : unstable.snapshot.index
  }

  get lastTerm(): number {
    const term = this.term(this.lastIndex)
    assert(term !== undefined, 'the last entry has no term')
    return term
  }

  /** Term of the entry at `index`; undefined where it is compacted or beyond the end. */
  term(index: number): number | undefined {
    const unstable = this.unstable.termAt(index)
    if (unstable !== undefined) return unstable
    if (index + 1 < this.firstIndex || index > this.lastIndex) return undefined
    const term = this.storage.term(index)
    return typeof term === 'number' ? term : undefined
  }

  /** Whether a log that ends with this term and index is at least as up to date as this one (Raft, section 5.4.1). */
  isUpToDate(lastTerm: number, lastIndex: number): boolean {
    const own = this.lastTerm
    return lastTerm > own || (lastTerm === own && lastIndex >= this.lastIndex)
  }

  /** Adds a leader's own entries, or a follower's from the first that differs. */
  append(entries: readonly Entry[]): void {
    const first = entries[0]
    if (first === undefined) return
    assert(
      first.index > this.committed,
      () => `append at ${first.index} would replace committed entries (${this.committed})`,
    )
    this.unstable.append(entries)
  }

  /**
   * The receiver's part of AppendEntries (Raft, figure 2): refuses (undefined) where the previous entry differs, else
   * appends what is new and commits. Returns the index up to which the log now agrees with the leader's.
   */
  appendFromLeader(
    prevIndex: number,
    prevTerm: number,
    entries: readonly Entry[],
    leaderCommit: number,
  ): number | undefined {
    if (this.term(prevIndex) !== prevTerm) return undefined
    // An old or repeated message must not cut off what came after it: only a real difference replaces entries.
    const differs = entries.findIndex((entry) => this.term(entry.index) !== entry.term)
    if (differs >= 0) {
      const first = entries[differs]!
      if (first.index <= this.lastIndex) this.traceConflict(first)
      this.append(differs === 0 ? entries : entries.slice(differs))
    }
    const agreed = prevIndex + entries.length
    // Beyond `agreed` this log may still hold another leader's entries.
    this.commitTo(Math.min(leaderCommit, agreed))
    return agreed
  }

  /** The largest index up to `index` whose term is at most `term`: where a log with that entry may agree with this. */
  conflictHint(index: number, term: number): LogPosition {
    for (let i = index; i > 0; i--) {
      const own = this.term(i)
      if (own === undefined) return { index: i, term: 0 }
      if (own <= term) return { index: i, term: own }
    }
    return { index: 0, term: 0 }
  }

  /** Raises the commit index; never lowers it. */
  commitTo(index: number): void {
    if (index <= this.committed) return
    assert(index <= this.lastIndex, () => `commit ${index} beyond the log's end ${this.lastIndex}`)
    this.committed = index
  }

  /**
   * Entries from `low` on, at least one and within `maxBytes` if more. `compacted`: a snapshot is needed instead;
   * `fetching`: they are on disk and will be here later.
   */
  entriesFrom(low: number, maxBytes: number): readonly Entry[] | 'compacted' | 'fetching' {
    return low > this.lastIndex ? NO_ENTRIES : this.slice(low, this.lastIndex + 1, maxBytes)
  }

  /** Entries in [low, high), which must be within the log, cut to `maxBytes`. */
  slice(low: number, high: number, maxBytes: number): readonly Entry[] | 'compacted' | 'fetching' {
    if (low >= high) return NO_ENTRIES
    const { offset } = this.unstable
    if (low >= offset) return limitEntries(this.unstable.slice(low, high), maxBytes)
    if (low < this.firstIndex) return 'compacted'
    const stableHigh = Math.min(high, offset)
    const stable = this.storage.entries(low, stableHigh, maxBytes)
    if (stable === 'compacted' || stable === 'fetching') return stable
    assert(stable !== 'unavailable', () => `entries [${low}, ${stableHigh}) missing from storage`)
    assert(stable.length > 0 && stable[0]!.index === low, 'storage answered other entries')
    // Storage may have cut by its own measure; what follows must then wait for the next call.
    if (low + stable.length < stableHigh || high <= offset) return limitEntries(stable, maxBytes)
    return limitEntries([...stable, ...this.unstable.slice(offset, high)], maxBytes)
  }

  snapshot(): Snapshot | 'fetching' {
    return this.unstable.snapshot ?? this.storage.snapshot()
  }

  /** Whether `entriesToApply` would have something; `durableOnly` leaves out what storage has not acknowledged. */
  hasEntriesToApply(durableOnly: boolean): boolean {
    return (
      this.applying < this.maxAppliable(durableOnly) &&
      !this.applyingPaused &&
      !this.applyFetching &&
      !this.applyHeld &&
      this.unstable.snapshot === undefined
    )
  }

  /** The next committed entries to apply, within the limit on outstanding bytes. */
  entriesToApply(durableOnly: boolean): readonly Entry[] {
    if (!this.hasEntriesToApply(durableOnly)) return NO_ENTRIES
    const entries = this.slice(
      this.applying + 1,
      this.maxAppliable(durableOnly) + 1,
      this.maxApplyingBytes - this.applyingBytes,
    )
    assert(entries !== 'compacted', () => `entry ${this.applying + 1} compacted before applied`)
    if (entries === 'fetching') {
      this.applyFetching = true
      return NO_ENTRIES
    }
    return entries
  }

  /** `entries`, from `entriesToApply`, were handed out. */
  markApplying(entries: readonly Entry[], durableOnly: boolean): void {
    this.applying = entries[entries.length - 1]!.index
    this.applyingBytes += entriesBytes(entries)
    for (const { type, index } of entries) {
      if (type !== 'normal') this.applyingConfChange = index
    }
    this.applyingPaused =
      this.applyingBytes >= this.maxApplyingBytes || this.applying < this.maxAppliable(durableOnly)
  }

  /** Everything up to `index` is applied, of which `bytes` had been handed out as entries. */
  appliedTo(index: number, bytes: number): void {
    assert(
      index >= this.applied && index <= this.committed,
      () => `applied ${index} outside [${this.applied}, ${this.committed}]`,
    )
    this.applied = index
    this.applying = Math.max(this.applying, index)
    this.applyingBytes = Math.max(0, this.applyingBytes - bytes)
    this.applyingPaused = this.applyingBytes >= this.maxApplyingBytes
  }

  /** A membership change was handed out for application and is not applied yet. */
  get isApplyingConfChange(): boolean {
    return this.applyingConfChange > this.applied
  }

  /** Hands out nothing more for application, or goes on. */
  holdApply(held: boolean): void {
    this.applyHeld = held
  }

  /** Storage has brought in entries that it did not have at hand. */
  entriesFetched(): void {
    this.applyFetching = false
  }

  /** Replaces the whole log by a received snapshot. */
  restore(snapshot: Snapshot): void {
    if (this.trace.wants('info')) {
      const { unstable } = this
      this.trace.emit(
        'info',
        `log [committed=${this.committed}, applied=${this.applied}, applying=${this.applying}, ` +
          `unstable.offset=${unstable.offset}, unstable.offsetInProgress=${unstable.inProgress}, ` +
          `len(unstable.Entries)=${unstable.length}] starts to restore snapshot ` +
          `[index: ${snapshot.index}, term: ${snapshot.term}]`,
      )
    }
    this.committed = snapshot.index
    this.unstable.restore(snapshot)
  }

  private maxAppliable(durableOnly: boolean): number {
    return durableOnly ? Math.min(this.committed, this.unstable.offset - 1) : this.committed
  }

  private traceConflict(first: Entry): void {
    if (!this.trace.wants('info')) return
    this.trace.emit(
      'info',
      `found conflict at index ${first.index} ` +
        `[existing term: ${this.term(first.index) ?? 0}, conflicting term: ${first.term}]`,
    )
  }
}
