/**
 * The vocabulary of the consensus core: log entries, the state that must be durable, and the messages that replicas
 * exchange (Ongaro, "Consensus: Bridging Theory and Practice", 2014; message names as the field knows them from etcd).
 *
 * All of these are plain immutable values. Byte strings are passed by reference and never copied or changed by the
 * core: whoever hands one in keeps it unchanged for as long as the core may hold it.
 */
import type { ReplicaId } from '../base/ids.ts'

/** Addressees that are not replicas: the local threads of asynchronous storage. */
export const APPEND_THREAD = -1 as ReplicaId
export const APPLY_THREAD = -2 as ReplicaId
/** "Nobody": no leader, no vote, a local message's sender. */
export const NONE = 0 as ReplicaId

export type EntryType = 'normal' | 'conf-change' | 'conf-change-v2'

export interface Entry {
  readonly term: number
  readonly index: number
  readonly type: EntryType
  /** Opaque to the core. For configuration changes: `encodeConfChange`'s bytes. */
  readonly data: Uint8Array
}

/** Must be durable before any message that depends on it leaves (Raft, figure 2, "persistent state"). */
export interface HardState {
  readonly term: number
  readonly vote: ReplicaId
  readonly commit: number
}

/** A membership as it is stored and sent. Lists are ascending, without repeats. */
export interface ConfState {
  readonly voters: readonly ReplicaId[]
  /** Non-empty exactly while the membership is joint. */
  readonly votersOutgoing: readonly ReplicaId[]
  readonly learners: readonly ReplicaId[]
  /** Outgoing voters that become learners when the joint membership is left. */
  readonly learnersNext: readonly ReplicaId[]
  readonly autoLeave: boolean
}

/** Of a replica that has not heard of a membership yet. */
export const NO_MEMBERS: ConfState = {
  voters: [],
  votersOutgoing: [],
  learners: [],
  learnersNext: [],
  autoLeave: false,
}

/**
 * Names a state-machine snapshot. `data` is opaque to the core; the server puts a locator there and streams rows
 * out of band.
 */
export interface Snapshot {
  readonly index: number
  readonly term: number
  readonly confState: ConfState
  readonly data: Uint8Array
}

export type MessageType =
  | 'MsgHup'
  | 'MsgBeat'
  | 'MsgProp'
  | 'MsgApp'
  | 'MsgAppResp'
  | 'MsgVote'
  | 'MsgVoteResp'
  | 'MsgSnap'
  | 'MsgHeartbeat'
  | 'MsgHeartbeatResp'
  | 'MsgUnreachable'
  | 'MsgSnapStatus'
  | 'MsgCheckQuorum'
  | 'MsgTransferLeader'
  | 'MsgTimeoutNow'
  | 'MsgReadIndex'
  | 'MsgReadIndexResp'
  | 'MsgPreVote'
  | 'MsgPreVoteResp'
  | 'MsgStorageAppend'
  | 'MsgStorageAppendResp'
  | 'MsgStorageApply'
  | 'MsgStorageApplyResp'
  | 'MsgForgetLeader'
  /** To a replica that refused a vote: `commit` (of `logTerm`) is committed. */
  | 'MsgCommitted'

/**
 * One message. Every field is always present, so that all messages have one shape (fast property access, no
 * per-type classes); a field that a type does not use is 0, empty, false or undefined. Build with `message`.
 */
export interface Message {
  readonly type: MessageType
  readonly from: ReplicaId
  readonly to: ReplicaId
  /** Sender's term; 0 for local messages, forwarded proposals and `MsgCommitted`. */
  readonly term: number
  /** Term of the entry at `index`; of a refused vote and of `MsgCommitted`: at `commit`. */
  readonly logTerm: number
  readonly index: number
  readonly commit: number
  readonly vote: ReplicaId
  readonly reject: boolean
  /** With `reject`: the follower's guess where the logs may agree; its term is `logTerm`. */
  readonly rejectHint: number
  /** An election ordered by a leader transfer: voters ignore their lease. */
  readonly transfer: boolean
  readonly entries: readonly Entry[]
  readonly snapshot: Snapshot | undefined
  /**
   * Number of a read-index or heartbeat round, rising in a leader's term; echoed by answers. 0 = none. A heartbeat's
   * round is what lease and read-index answers are counted by.
   */
  readonly context: number
  /** Of storage messages: what to send, in order, once the work is durable (or applied). */
  readonly responses: readonly Message[]
}

const NO_ENTRIES: readonly Entry[] = []
const NO_MESSAGES: readonly Message[] = []

/** A message with the given fields, all others empty. */
export function message(type: MessageType, fields: Partial<Omit<Message, 'type'>>): Message {
  return {
    type,
    from: fields.from ?? NONE,
    to: fields.to ?? NONE,
    term: fields.term ?? 0,
    logTerm: fields.logTerm ?? 0,
    index: fields.index ?? 0,
    commit: fields.commit ?? 0,
    vote: fields.vote ?? NONE,
    reject: fields.reject ?? false,
    rejectHint: fields.rejectHint ?? 0,
    transfer: fields.transfer ?? false,
    entries: fields.entries ?? NO_ENTRIES,
    snapshot: fields.snapshot,
    context: fields.context ?? 0,
    responses: fields.responses ?? NO_MESSAGES,
  }
}
