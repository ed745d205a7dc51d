/**
 * What a gateway asks of a shard's leader, and what the leader answers. A request is either a command (logged, see
 * command.ts) or a read (never logged).
 */
import type { Key, KeyspaceId, OperationId, Timestamp } from '../base/ids.ts'
import type {
  ParticipantAnswer,
  RangeCheck,
  ReadCheck,
  Refusal,
  WriteResult,
} from '../txn/types.ts'
import type { Value } from '../versions/value.ts'
import type { ConflictRecord } from './conflict-log.ts'
import type { TokenRange } from './descriptor.ts'

export type Read =
  | {
      /** Points: the newest versions (`at` 0), or those of snapshot time `at`. */
      readonly kind: 'get'
      readonly keyspace: KeyspaceId
      readonly keys: readonly Key[]
      readonly at: Timestamp
      /** Any replica for which `at` is closed may answer; default: only the leader. */
      readonly anyReplica?: boolean
    }
  | {
      /** Rows of [start, end) of this shard's part of a keyspace at snapshot time `at`, in (token, key) order. */
      readonly kind: 'scan'
      readonly keyspace: KeyspaceId
      /** Only this partition's token; undefined = all tokens of the shard. */
      readonly token: number | undefined
      readonly start: Key
      /** Exclusive; empty = unbounded. */
      readonly end: Key
      /** Continue behind this row; undefined = from the beginning. */
      readonly after: { readonly token: number; readonly key: Key } | undefined
      /** 0 = the leader chooses its current time. */
      readonly at: Timestamp
      readonly limit: number
      readonly maxBytes: number
      readonly keysOnly: boolean
      /** As of a `get`. */
      readonly anyReplica?: boolean
    }
  | {
      /**
       * Whether what a transaction without writes has read is still the newest (05, "Strict read-only transactions"). Asked
       * after the last of its reads has ended.
       */
      readonly kind: 'confirm'
      readonly reads: readonly ReadCheck[]
      readonly ranges: readonly RangeCheck[]
      /** Greatest of all timestamps read, and of all clock readings by which an expiry was judged. */
      readonly at: Timestamp
    }
  | {
      /**
       * What has changed since `at`, a resolved timestamp; 0 = from now on. The leader answers when there is something, or after
       * a while (05, "Watch"). It remembers the watcher and what it was sent, so that the next request, which names the last
       * answer, gets what came since. If it does not remember, it begins again behind `at`.
       */
      readonly kind: 'changes'
      readonly keyspace: KeyspaceId
      /** Tokens that are watched; those beyond the shard's are left out. */
      readonly range: TokenRange
      readonly start: Key
      /** Exclusive; empty = unbounded. */
      readonly end: Key
      readonly at: Timestamp
      /** Chosen by the gateway, unique. */
      readonly watcher: string
      /** Number of the last answer that was received; 0 = none. */
      readonly received: number
      readonly maxBytes: number
    }
  | {
      /** The newest conflicts of a key in the shard's log, or (`at` above 0) the one that was logged at that stamp. */
      readonly kind: 'conflicts'
      readonly keyspace: KeyspaceId
      readonly key: Key
      readonly at: Timestamp
      readonly limit: number
    }

/** Whether not only the leader may answer. */
export function isOfAnyReplica(read: Read): boolean {
  return (read.kind === 'get' || read.kind === 'scan') && read.anyReplica === true
}

/** One row that a read found. A tombstone or an expired version is reported with its timestamp and no value. */
export interface ReadRow {
  readonly key: Key
  /** 0 = the key never had a version (or it was collected). */
  readonly timestamp: Timestamp
  readonly value: Value | undefined
  readonly expiry: Timestamp
  readonly author: string
  /** Opaque context to bring back with a later write; empty for a key without a version. */
  readonly context: Uint8Array
}

export type ReadReply =
  | { readonly kind: 'rows'; readonly rows: readonly ReadRow[]; readonly readAt: Timestamp }
  | {
      readonly kind: 'page'
      readonly rows: readonly ReadRow[]
      readonly readAt: Timestamp
      /** Last position looked at, to continue behind; undefined = the shard's end was reached. */
      readonly next: { readonly token: number; readonly key: Key } | undefined
    }
  /** `changed`: a key that was read is not as it was; undefined = everything is. */
  | { readonly kind: 'confirmed'; readonly changed: Key | undefined; readonly readAt: Timestamp }
  | {
      readonly kind: 'conflicts'
      /** Newest first. */
      readonly records: readonly ConflictRecord[]
      /** When the oldest conflict of the shard was logged that is still kept; 0 = none is. */
      readonly since: Timestamp
      readonly readAt: Timestamp
    }
  | {
      readonly kind: 'changes'
      /** New versions, those of a key in the order in which they were made. */
      readonly rows: readonly ReadRow[]
      /** Resolved: with this answer, everything at or below it has been sent. */
      readonly readAt: Timestamp
      /** Number of this answer. */
      readonly sent: number
      /** First token that was not watched. */
      readonly end: number
    }

/** What apply answers to a command. */
export type CommandReply =
  | { readonly kind: 'written'; readonly result: WriteResult }
  | {
      readonly kind: 'transacted'
      /** Which branch ran. */
      readonly succeeded: boolean
      /** One per operation of the branch, in order. */
      readonly results: readonly (WriteResult | ReadRow)[]
      readonly timestamp: Timestamp
    }
  /**
   * The id is known: what was recorded for it. `at` is the commit timestamp, at which the values of operations and merges
   * are to be read again; what was collected since is answered without a value.
   */
  | {
      readonly kind: 'recorded'
      readonly succeeded: boolean
      readonly outcomes: readonly WriteResult['outcome'][]
      readonly at: Timestamp
      readonly id: OperationId
    }
  /**
   * `recorded`: whether this is final also after a second send (05): the refusal is in the outcome table, or
   * (`ALREADY_ANSWERED`, `OUTCOME_EXPIRED`) every later answer to the id will be the same.
   */
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly recorded: boolean }
  /** So many keys had a value. */
  | { readonly kind: 'range-deleted'; readonly deleted: number; readonly timestamp: Timestamp }
  | { readonly kind: 'participant'; readonly answer: ParticipantAnswer }
  /** Locked by a prepared transaction: no effect, nothing recorded; the leader queues it again. */
  | {
      readonly kind: 'locked'
      readonly holder: OperationId
      readonly age: Timestamp
      readonly keyspace: KeyspaceId
      readonly key: Key
    }
  | { readonly kind: 'stale-epoch' }
  /** Of commit, forget, raise-ceiling, collect. */
  | { readonly kind: 'done' }
