/**
 * What transactions are made of on a shard's side (05, "Commit"): what was read, who takes part, what became of it.
 * These shapes go into log entries, prepare records and messages between nodes.
 */
import type { ErrorCode } from '../base/errors.ts'
import type { Key, KeyspaceId, OperationId, ShardId, Timestamp, Token } from '../base/ids.ts'
import type {
  ConflictExplanation,
  ConflictSide,
  Policy,
  Version,
  WriteOutcome,
} from '../versions/version.ts'
import type { Value } from '../versions/value.ts'

/** A shard and a ring token inside it, so that after a split the token finds the heir. */
export interface Participant {
  readonly shard: ShardId
  readonly token: Token
}

/** "I read this key and saw the version `timestamp`": valid while that version is still the newest. */
export interface ReadCheck {
  readonly keyspace: KeyspaceId
  readonly key: Key
  /** 0 = the key had no version at all. A tombstone read counts as that version. */
  readonly timestamp: Timestamp
  /** Snapshot time of the read: absence is void once the shard's GC point has passed it. */
  readonly readAt: Timestamp
}

/** "I scanned [start, end) of one partition and saw exactly these rows" (tombstones are not rows). */
export interface RangeCheck {
  readonly keyspace: KeyspaceId
  /** Token of the partition. */
  readonly token: Token
  readonly start: Key
  /** Exclusive; empty string = no upper bound inside the partition. */
  readonly end: Key
  readonly rows: readonly { readonly key: Key; readonly timestamp: Timestamp }[]
  readonly readAt: Timestamp
}

/** What one write of a command did. `version` is the head it left behind. */
export interface WriteResult {
  readonly outcome: WriteOutcome
  readonly timestamp: Timestamp
  /** Result of an operation (increment, list edit) or a merge; undefined for a plain write that was applied. */
  readonly value: Value | undefined
}

/** Why a command had no effect, as it is recorded in the outcome table and told to the client. */
export interface Refusal {
  readonly code: ErrorCode
  readonly message: string
  /** For `CONFLICT`: one per key that could not be resolved. Not stored with the outcome; absent on a retried answer. */
  readonly conflicts: readonly RefusedWrite[]
}

/** A write whose conflict could not be resolved, as its client is told. */
export interface RefusedWrite {
  readonly keyspace: KeyspaceId
  readonly key: Key
  /** Cut (versions/cut-explanation.ts). */
  readonly conflict: ConflictExplanation
  /** Context of what is stored now, to go on from; empty if the key has no version. */
  readonly newest: Uint8Array
}

/** A conflict that a write met, resolved or not, as the conflict log keeps it. Values are whole. */
export interface MetConflict {
  readonly keyspace: KeyspaceId
  readonly key: Key
  /** The policy in force. */
  readonly policy: Policy
  /** How it was resolved; undefined = the write was refused. */
  readonly outcome: WriteOutcome | undefined
  readonly explanation: ConflictExplanation
  /** The version that came of a merge. */
  readonly merged: ConflictSide | undefined
}

/** A participant's yes, durable until the outcome is known (05, step 2). */
export interface PrepareRecord {
  readonly id: OperationId
  /** Start of the transaction's first attempt: older (smaller) wins in wait-die. */
  readonly age: Timestamp
  readonly participants: readonly Participant[]
  /** Which branch of a one-shot transaction this is; true for everything else. */
  readonly succeeded: boolean
  /** The prepare stamp p. */
  readonly stamp: Timestamp
  /** Least expiry of the live versions read or built on; 0 = none. c at or past it means abort. */
  readonly leastExpiry: Timestamp
  readonly reads: readonly ReadCheck[]
  readonly ranges: readonly RangeCheck[]
  /** Resolved versions, one a key; their timestamps and store-made dots are set at commit to c. */
  readonly intents: readonly Intent[]
  /** One per write of the `Prepare`, in order, for the vote; several writes may share one intent. */
  readonly results: readonly WriteResult[]
  /** What was resolved on the way: for the conflict log, once it has happened. */
  readonly conflicts: readonly MetConflict[]
}

export interface Intent {
  readonly keyspace: KeyspaceId
  readonly key: Key
  readonly token: Token
  readonly version: Version
  /** Whether the dot was made by the store (so it moves to c at commit) or brought by the writer. */
  readonly storeDot: boolean
}

/** A participant's answer to `Prepare`, `Abort` or `ResolveOrFence`, given after apply. */
export type ParticipantAnswer =
  | {
      readonly kind: 'prepared'
      readonly stamp: Timestamp
      readonly leastExpiry: Timestamp
      readonly participants: readonly Participant[]
      /** Which branch of a one-shot transaction this is; true for everything else. */
      readonly succeeded: boolean
      /** One per write of the `Prepare`, in order; their timestamps are p, to be replaced by c. */
      readonly results: readonly WriteResult[]
    }
  /** `participants` is empty if the id was a write or transaction of one shard. */
  | {
      readonly kind: 'committed'
      readonly at: Timestamp
      /** Which branch of a one-shot transaction this is; true for everything else. */
      readonly succeeded: boolean
      readonly participants: readonly Participant[]
    }
  /**
   * A refusal row exists (logged): final. To `Abort`: it met a prepare record or a refusal row, or left one.
   * `refusal` says why, if this shard is the one that refused.
   */
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Prepared, but under another participant list: recover by that list. */
  | { readonly kind: 'other-list'; readonly participants: readonly Participant[] }
  /** No record, past expiry or below the client's mark: nothing was written. */
  | { readonly kind: 'gone' }
  /** No vote: the id's outcome was given away already (`ALREADY_ANSWERED`, `OUTCOME_EXPIRED`). */
  | { readonly kind: 'no-vote'; readonly code: 'ALREADY_ANSWERED' | 'OUTCOME_EXPIRED' }
  /** Nothing happened, nothing recorded: locks are in the way. */
  | { readonly kind: 'locked'; readonly holder: OperationId }
  /** Nothing happened, nothing recorded: not this shard's range any more. */
  | { readonly kind: 'stale-epoch' }
