/**
 * What a key-value shard's log holds: batches of commands. A gateway encodes a command once; the leader puts those
 * bytes into a batch under a header with everything else that evaluation may depend on (01, "Replicated state machines are
 * evaluated at apply time"): stamps, ceiling, range epoch, limits, keyspace settings, evaluation version. Apply reads
 * nothing but the entry and the shard's replicated state.
 */
import type { Key, KeyspaceId, OperationId, ShardId, Timestamp } from '../base/ids.ts'
import type { PartitionRule } from '../base/token.ts'
import type { LockRange } from '../txn/locks.ts'
import type { Participant, RangeCheck, ReadCheck } from '../txn/types.ts'
import type { Epoch } from './descriptor.ts'
import type { KeyspaceRange } from './dropped-keyspaces.ts'
import type { Scalar, Value } from '../versions/value.ts'
import type { Policy } from '../versions/version.ts'

/** One change of one key. */
export type WriteOperation =
  | {
      readonly op: 'put'
      readonly keyspace: KeyspaceId
      readonly key: Key
      readonly value: Value
      /** Absolute expiry, 0 = never. */
      readonly expiry: Timestamp
      /** Opaque context bytes as the client brought them; empty = none. */
      readonly context: Uint8Array
      /** Own dots' counters of `actor`, rising, for an offline edit; empty = none. */
      readonly ownDots: readonly number[]
      /** The writer's own conflict policy; undefined = the keyspace's. */
      readonly policy: Policy | undefined
      readonly ifAbsent: boolean
    }
  | {
      readonly op: 'delete'
      readonly keyspace: KeyspaceId
      readonly key: Key
      readonly context: Uint8Array
      readonly ownDots: readonly number[]
      readonly policy: Policy | undefined
    }
  | {
      readonly op: 'increment'
      readonly keyspace: KeyspaceId
      readonly key: Key
      readonly by: bigint
    }
  | {
      /** Add at the end, add at the front (keeping the given order), or remove every equal element. */
      readonly op: 'append' | 'prepend' | 'remove'
      readonly keyspace: KeyspaceId
      readonly key: Key
      readonly elements: readonly Scalar[]
    }

/** A condition of a one-shot transaction on the newest version of a key. */
export type Compare =
  | { readonly kind: 'exists' | 'absent'; readonly keyspace: KeyspaceId; readonly key: Key }
  | {
      readonly kind: 'value'
      readonly keyspace: KeyspaceId
      readonly key: Key
      /** Both must have the same type for `<` and `>`; lists and mixed types are only equal or unequal. */
      readonly relation: '=' | '!=' | '<' | '>'
      readonly value: Value
    }
  | {
      readonly kind: 'timestamp'
      readonly keyspace: KeyspaceId
      readonly key: Key
      readonly relation: '=' | '!=' | '<' | '>'
      readonly timestamp: Timestamp
    }

export type TransactOperation =
  WriteOperation | { readonly op: 'get'; readonly keyspace: KeyspaceId; readonly key: Key }

interface Identified {
  readonly id: OperationId
  /** The client has seen every outcome below this sequence. */
  readonly lowWater: number
  /** Who writes: kept beside versions and in conflicts; the actor of own dots. Empty if unnamed. */
  readonly author: string
}

export type Command =
  /** One single-key write. */
  | (Identified & { readonly kind: 'write'; readonly write: WriteOperation })
  /**
   * A whole transaction on this one shard: `reads` and `ranges` must still hold, then `compares` choose the branch. Reads
   * see the state before the transaction with its own earlier operations on top.
   */
  | (Identified & {
      readonly kind: 'transact'
      readonly reads: readonly ReadCheck[]
      readonly ranges: readonly RangeCheck[]
      readonly compares: readonly Compare[]
      readonly then: readonly TransactOperation[]
      readonly otherwise: readonly TransactOperation[]
    })
  | (Identified & {
      readonly kind: 'prepare'
      readonly age: Timestamp
      /** Which branch of a one-shot transaction this is; true for everything else. Kept for repeated answers. */
      readonly succeeded: boolean
      readonly participants: readonly Participant[]
      readonly reads: readonly ReadCheck[]
      readonly ranges: readonly RangeCheck[]
      readonly writes: readonly WriteOperation[]
    })
  /** Deletes what has a value in a range of one partition. */
  | (Identified &
      LockRange & {
        readonly kind: 'delete-range'
        /** The bytes that make the partition: another one may share its token. */
        readonly partition: Key
      })
  | { readonly kind: 'commit'; readonly id: OperationId; readonly at: Timestamp }
  | {
      /** Drop the prepare record, or, having none, leave a refusal row. */
      readonly kind: 'abort'
      readonly id: OperationId
      readonly participants: readonly Participant[]
      readonly refusal: {
        readonly code: 'RETRY' | 'CONFLICT' | 'DEADLINE' | 'TXN_TOO_LARGE'
        readonly message: string
      }
    }
  | {
      /** `ResolveOrFence`: what became of the id here; having nothing, a refusal row fences a late prepare. */
      readonly kind: 'resolve'
      readonly id: OperationId
      /** The asker's participant list; empty when a client asks by keys. */
      readonly participants: readonly Participant[]
      /** Tokens that must belong to this shard for the fence to land (checked at apply). */
      readonly tokens: readonly number[]
    }
  /** Every participant of these committed ids has applied them. */
  | { readonly kind: 'forget'; readonly ids: readonly OperationId[] }
  /** No effect but the batch's ceiling (an idle shard that must serve timestamp reads). */
  | { readonly kind: 'raise-ceiling' }
  /** Versions superseded at or below `point` are gone for every reader of `keyspace` from here on. */
  | { readonly kind: 'collect'; readonly keyspace: KeyspaceId; readonly point: Timestamp }
  /** These keyspaces were dropped: nothing of them is left from here on. Waits, by having no effect, for transactions in them. */
  | ({ readonly kind: 'drop-keyspaces' } & KeyspaceRange)
  /**
   * Tokens from `token` on become the shard `child` (06, "Split"), if the shard's epoch is still `epoch`, its membership is not
   * changing and nothing is locked. Else nothing happens.
   */
  | {
      readonly kind: 'split'
      readonly child: ShardId
      readonly token: number
      readonly epoch: Epoch
      /** About how much of each keyspace goes to the child; half of those that are not named. */
      readonly shares: readonly KeyspaceShare[]
    }

/** The part of a keyspace's rows that a split gives to the child, in millionths. */
export interface KeyspaceShare {
  readonly keyspace: KeyspaceId
  readonly millionths: number
}

export type CommandKind = Command['kind']

/** The rules that a keyspace had when the leader made the batch. */
export interface KeyspaceRules {
  readonly id: KeyspaceId
  readonly partition: PartitionRule
  readonly policy: Policy
  readonly retentionMicros: number
  /** Set while nothing may grow here. */
  readonly full: FullKeyspace | undefined
}

/** A keyspace that has reached its quota: what the refusal of a write says. */
interface FullKeyspace {
  readonly name: string
  /** When placement last found it full. */
  readonly usedBytes: number
  readonly quotaBytes: number
}

/** The limits in force (07, 05 "Limits"); a command over a limit is refused at apply with a typed error. */
export interface Limits {
  readonly keyBytes: number
  readonly valueBytes: number
  readonly clockActors: number
  readonly transactionOperations: number
  readonly transactionBytes: number
  readonly transactionParticipants: number
  readonly clockMaxAheadMicros: number
}

/** One Raft entry of a key-value shard. Command `i` has the stamp `stamp + i`. */
export interface Batch {
  readonly stamp: Timestamp
  readonly ceiling: Timestamp
  /** Range epoch of the descriptor under which the leader accepted the commands. */
  readonly rangeEpoch: number
  readonly evaluationVersion: number
  readonly limits: Limits
  /** Rules of every keyspace that a command names; a name without rules is refused with `KEYSPACE_UNKNOWN`. */
  readonly keyspaces: readonly KeyspaceRules[]
  readonly commands: readonly Command[]
}

/** Version of what evaluation computes; a change of any result needs a new one. */
export const EVALUATION_VERSION = 1
