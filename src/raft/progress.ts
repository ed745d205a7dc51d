/**
 * What a leader knows about one peer's log (nextIndex and matchIndex of Raft, figure 2) and how fast it may send:
 *
 * - `probe`: the place where the logs meet is unknown; one append at a time, until an answer or a heartbeat's echo.
 * - `replicate`: it is known; appends are pipelined within the in-flight window.
 * - `snapshot`: the entries it needs are gone; nothing is sent until the snapshot has arrived or failed.
 *
 * `match < next` always holds, and `match` never falls within a term.
 */
import { assert } from '../base/assert.ts'
import type { ReplicaId } from '../base/ids.ts'
import { Inflights, type InflightLimits } from './inflights.ts'

export type ProgressState = 'probe' | 'replicate' | 'snapshot'

/** The part of a peer's progress that the outside may look at. */
export interface ProgressView {
  readonly id: ReplicaId
  /** Highest index known to be durable there. */
  readonly match: number
  /** Index of the next entry to send. */
  readonly next: number
  readonly state: ProgressState
  /** Heard from since the last check of the quorum. */
  readonly recentlyActive: boolean
  /** Index of the snapshot under way; 0 outside state `snapshot`. */
  readonly pendingSnapshot: number
  /** Highest commit index sent there. */
  readonly sentCommit: number
  readonly paused: boolean
  readonly inflights: { readonly count: number; readonly full: boolean }
}

export class Progress implements ProgressView {
  readonly id: ReplicaId
  readonly inflights: Inflights
  match = 0
  next: number
  state: ProgressState = 'probe'
  recentlyActive = true
  pendingSnapshot = 0
  sentCommit = 0
  /** Newest heartbeat round of this term that the peer has answered. */
  answeredRound = 0
  private flowPaused = false

  /** A peer of which nothing is known but that its log may continue at `next`. */
  constructor(id: ReplicaId, next: number, limits: InflightLimits) {
    this.id = id
    this.next = next
    this.inflights = new Inflights(limits)
  }

  /** No append may be sent now. */
  get paused(): boolean {
    return this.state === 'snapshot' || this.flowPaused
  }

  /** Everything forgotten, at the start of a term. */
  reset(match: number, next: number): void {
    this.match = match
    this.next = next
    this.recentlyActive = false
    this.sentCommit = 0
    this.answeredRound = 0
    this.enter('probe')
  }

  becomeProbe(): void {
    // After a snapshot the peer most likely holds it, even where its answer has not come.
    this.next =
      this.state === 'snapshot'
        ? Math.max(this.match + 1, this.pendingSnapshot + 1)
        : this.match + 1
    this.enter('probe')
    this.lowerSentCommit()
  }

  becomeReplicate(): void {
    this.next = this.match + 1
    this.enter('replicate')
  }

  becomeSnapshot(snapshotIndex: number): void {
    this.enter('snapshot')
    this.pendingSnapshot = snapshotIndex
    this.next = snapshotIndex + 1
    this.sentCommit = snapshotIndex
  }

  /** An append with `count` entries and `bytes` of data has left. */
  sent(count: number, bytes: number): void {
    if (this.state === 'replicate') {
      if (count > 0) {
        this.next += count
        this.inflights.add(this.next - 1, bytes)
      }
      this.flowPaused = this.inflights.full
      return
    }
    assert(this.state === 'probe', 'append sent to a peer that waits for a snapshot')
    if (count > 0) this.flowPaused = true
  }

  /** The peer holds everything up to `index`. Returns whether that is news. */
  acknowledge(index: number): boolean {
    if (index <= this.match) return false
    this.match = index
    this.next = Math.max(this.next, index + 1)
    this.flowPaused = false
    return true
  }

  /**
   * The peer refused an append after index `rejected`; the logs may meet at `hint`. Returns false for an answer that
   * is out of date (late, or repeated), which must change nothing.
   */
  reject(rejected: number, hint: number): boolean {
    if (this.state === 'replicate') {
      if (rejected <= this.match) return false
      this.next = this.match + 1
    } else {
      if (rejected !== this.next - 1) return false
      this.next = Math.max(Math.min(rejected, hint + 1), this.match + 1)
      this.flowPaused = false
    }
    this.lowerSentCommit()
    return true
  }

  /** Whether telling the peer the commit index `commit` could move it. */
  mayBumpCommit(commit: number): boolean {
    return commit > this.sentCommit && this.sentCommit < this.next - 1
  }

  /** The peer answers again: it may get another append. */
  resume(): void {
    this.flowPaused = false
  }

  /** Nothing more until the peer answers. */
  pause(): void {
    this.flowPaused = true
  }

  private lowerSentCommit(): void {
    this.sentCommit = Math.min(this.sentCommit, this.next - 1)
  }

  private enter(state: ProgressState): void {
    this.state = state
    this.flowPaused = false
    this.pendingSnapshot = 0
    this.inflights.clear()
  }
}
