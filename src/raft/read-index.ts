/**
 * Heartbeat rounds, and the two ways to read that rest on them (thesis, section 6.4; design page 02, "Reads").
 *
 * Rounds are numbered from 1 in each term of a leader; the number travels in every heartbeat and comes back in its
 * answer. A round that a quorum has answered proves that no later leader had been elected when the round *began*:
 *
 * - **ReadIndex**: a read may be served at the commit index of its arrival once a round that began at or after its
 *   arrival is answered. A new leader knows no commit index of its own before an entry of its term is committed.
 * - **Lease**: who answered has promised not to vote for a while after it *received* the heartbeat, so the leader may
 *   serve until (begin of the newest answered round) + election timeout − margin, on its monotonic clock.
 *
 * A lease is given up for the rest of the term once an election was ordered by a leader transfer: such an election
 * ignores the promises.
 */

/** A batch of reads that may now be served, as soon as `index` is applied. */
export interface ReadState {
  /** What the caller named the batch. */
  readonly context: number
  readonly index: number
}

interface PendingRead extends ReadState {
  readonly round: number
}

/** Begin times are kept for this many rounds; an answer to an older one proves liveness but extends no lease. */
const REMEMBERED_ROUNDS = 64

export class HeartbeatRounds {
  /** Number of the newest round; 0 before the first of this term. */
  last = 0
  /** Newest round that a quorum has answered. */
  private answered = 0
  private leaseForfeited = false
  /** Rounds before this one extend no lease. */
  private leaseFrom = 0
  private pending: PendingRead[] = []
  private readonly beganMs: number[] = []

  /** A new term: nothing of the old one counts. Pending reads are forgotten. */
  reset(): void {
    this.last = 0
    this.answered = 0
    this.leaseForfeited = false
    this.leaseFrom = 0
    if (this.pending.length > 0) this.pending = []
  }

  /** Begins a round; its heartbeats leave after this. */
  begin(nowMs: number): number {
    this.last++
    this.beganMs[this.last % REMEMBERED_ROUNDS] = nowMs
    return this.last
  }

  /**
   * A quorum of the *present* membership has answered `round`. May fall when the membership changes: a lease that the
   * old voters granted says nothing about an election among the new ones.
   */
  setAnswered(round: number): void {
    this.answered = Math.min(round, this.last)
  }

  /** Notes a read that needs the newest round. */
  addRead(context: number, index: number): void {
    this.pending.push({ context, index, round: this.last })
  }

  /** Moves every read whose round is answered to `into`, in order of arrival. */
  takeAnswered(into: ReadState[]): void {
    if (this.pending.length === 0) return
    let count = 0
    while (count < this.pending.length && this.pending[count]!.round <= this.answered) count++
    for (const { context, index } of this.pending.splice(0, count)) into.push({ context, index })
  }

  get hasPendingReads(): boolean {
    return this.pending.length > 0
  }

  /** There is no lease for the rest of this term. */
  forfeitLease(): void {
    this.leaseForfeited = true
  }

  /** There is no lease until a round that begins after this is answered. */
  dropLease(): void {
    this.leaseFrom = this.last + 1
  }

  /** Whether a lease of `durationMs` from the begin of the newest answered round holds at `nowMs`. */
  leaseHolds(nowMs: number, durationMs: number): boolean {
    const round = this.answered
    if (this.leaseForfeited || round === 0 || round < this.leaseFrom) return false
    if (this.last - round >= REMEMBERED_ROUNDS) return false
    return nowMs < this.beganMs[round % REMEMBERED_ROUNDS]! + durationMs
  }
}
