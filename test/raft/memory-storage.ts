/** Stable log storage in memory, with the semantics of FORMAT.md 7.2: what scripts and tests persist into. */
import assert from 'node:assert/strict'
import type { ReplicaId } from '../../src/base/ids.ts'
import type { ConfState, Entry, HardState, LogStorage, Snapshot } from '../../src/raft/index.ts'

export const NO_CONF: ConfState = {
  voters: [],
  votersOutgoing: [],
  learners: [],
  learnersNext: [],
  autoLeave: false,
}

export class MemoryStorage implements LogStorage {
  hardState: HardState = { term: 0, vote: 0 as ReplicaId, commit: 0 }
  /** What `initialState` and `snapshot` answer from; replaced by an installed snapshot. */
  confState: ConfState = NO_CONF
  /** Where `snapshot()` gets the newest state-machine snapshot. */
  newestSnapshot: () => Snapshot | 'fetching' = () => 'fetching'
  /** Entries below this index are "on disk only". */
  fetchingBelow = 0
  entriesStored: Entry[] = []
  private baseIndex = 0
  private baseTerm = 0

  initialState(): { hardState: HardState; confState: ConfState } {
    return { hardState: this.hardState, confState: this.confState }
  }

  firstIndex(): number {
    return this.baseIndex + 1
  }

  lastIndex(): number {
    return this.baseIndex + this.entriesStored.length
  }

  term(index: number): number | 'compacted' | 'unavailable' {
    if (index < this.baseIndex) return 'compacted'
    if (index === this.baseIndex) return this.baseTerm
    return this.entriesStored[index - this.baseIndex - 1]?.term ?? 'unavailable'
  }

  entries(
    low: number,
    high: number,
    maxBytes: number,
  ): readonly Entry[] | 'compacted' | 'unavailable' | 'fetching' {
    if (low <= this.baseIndex) return 'compacted'
    if (high > this.lastIndex() + 1) return 'unavailable'
    if (low < this.fetchingBelow) return 'fetching'
    const wanted = this.entriesStored.slice(low - this.baseIndex - 1, high - this.baseIndex - 1)
    let bytes = 0
    const end = wanted.findIndex(({ data }, i) => (bytes += data.length) > maxBytes && i > 0)
    return end < 0 ? wanted : wanted.slice(0, end)
  }

  snapshot(): Snapshot | 'fetching' {
    return this.newestSnapshot()
  }

  append(entries: readonly Entry[]): void {
    const fresh = entries.filter((entry) => entry.index > this.baseIndex)
    const first = fresh[0]
    if (first === undefined) return
    assert.ok(first.index <= this.lastIndex() + 1, `gap before entry ${first.index}`)
    this.entriesStored = [
      ...this.entriesStored.slice(0, first.index - this.baseIndex - 1),
      ...fresh,
    ]
  }

  install(snapshot: Snapshot): void {
    this.baseIndex = snapshot.index
    this.baseTerm = snapshot.term
    this.entriesStored = []
    this.confState = snapshot.confState
  }

  /** Drops all entries up to `index`. False if they are gone already. */
  compact(index: number): boolean {
    if (index <= this.baseIndex) return false
    const term = this.term(index)
    assert.ok(typeof term === 'number', `compaction to ${index} beyond the end`)
    this.entriesStored = this.entriesStored.slice(index - this.baseIndex)
    this.baseIndex = index
    this.baseTerm = term
    return true
  }
}
