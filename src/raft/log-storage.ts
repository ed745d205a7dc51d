/**
 * What the consensus core reads of its stable log. Synchronous: whoever implements it keeps in memory what the core
 * may ask for (all terms; recent entries) and says `unavailable` for entries that must be fetched from disk first.
 */
import type { ConfState, Entry, HardState, Snapshot } from './messages.ts'

export interface LogStorage {
  /** State at start; read once by the core's constructor. */
  initialState(): { readonly hardState: HardState; readonly confState: ConfState }
  /** 1 + the index of the last compacted entry (or of the snapshot that the log starts behind). */
  firstIndex(): number
  /** `firstIndex() - 1` for an empty log. */
  lastIndex(): number
  /** Term at `index`, also at `firstIndex() - 1`. `compacted` below that, `unavailable` above `lastIndex()`. */
  term(index: number): number | 'compacted' | 'unavailable'
  /**
   * Entries in [low, high), at least one where low < high, cut so that their data stay within `maxBytes` if more than one.
   * `fetching`: on disk only; the implementation has begun to bring them in and will cause the caller to try
   * again (the core then simply sends nothing to that follower now).
   */
  entries(
    low: number,
    high: number,
    maxBytes: number,
  ): readonly Entry[] | 'compacted' | 'unavailable' | 'fetching'
  /** The newest snapshot that could be sent to a follower; `fetching` while there is none to send yet. */
  snapshot(): Snapshot | 'fetching'
}
