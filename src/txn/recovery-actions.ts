/**
 * What a recovery, and a coordinator once voting is over, asks of the gateway around it, and what it says in the end.
 */
import type { Timestamp } from '../base/ids.ts'
import type { Participant, Refusal } from './types.ts'

/** What became of a transaction, as far as one asker knows. */
export type Outcome =
  | {
      readonly kind: 'committed'
      readonly at: Timestamp
      /** Which branch of a one-shot transaction this is; true for everything else. */
      readonly succeeded: boolean
      /** The transaction's participants; empty if it was an operation of one shard. */
      readonly participants: readonly Participant[]
    }
  | { readonly kind: 'aborted'; readonly refusal: Refusal }
  /** Nothing is recorded any more: it happened or it did not, nobody can say (`OUTCOME_EXPIRED`). */
  | { readonly kind: 'expired' }
  /** Not known by the deadline (`OUTCOME_UNKNOWN`): ask again. */
  | { readonly kind: 'unknown' }

/** The codes with which an `Abort` may leave a refusal row where there was no record. */
export interface AbortRefusal {
  readonly code: 'RETRY' | 'CONFLICT' | 'DEADLINE'
  readonly message: string
}

/**
 * What the machine wants done. `ticket` comes back with the answer; it is opaque. The shell routes by the participant's
 * token (after a split that is the heir), and refreshes its map when it hears `stale-epoch` before passing that on.
 */
export interface RecoveryActions {
  /** Send `ResolveOrFence` with the asker's list (empty when a client asks by keys). */
  resolve(ticket: number, participant: Participant, list: readonly Participant[]): void
  /** Send `Commit(at)`. */
  commit(ticket: number, participant: Participant, at: Timestamp): void
  /** Send `Abort`. The decision is made; this may drop a prepare record. */
  abort(
    ticket: number,
    participant: Participant,
    list: readonly Participant[],
    refusal: AbortRefusal,
  ): void
  /** Called exactly once: what to tell whoever asked. */
  decided(outcome: Outcome): void
  /** Every participant has applied the commit: the id may go on the next `forget` list of each. */
  applied(list: readonly Participant[]): void
  /** A participant's record contradicts a proven decision: a broken invariant somewhere. Shout. */
  contradiction(message: string): void
  /** No more events are needed. Called exactly once, last. */
  done(): void
}
