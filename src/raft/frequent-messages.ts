/**
 * The messages that replication, storage and heartbeats consist of, built without intermediate objects: every put of every
 * shard makes several. They have the same fields in the same order as `message` makes.
 */
import type { ReplicaId } from '../base/ids.ts'
import {
  APPEND_THREAD,
  NONE,
  type Entry,
  type HardState,
  type Message,
  type Snapshot,
} from './messages.ts'

const NO_ENTRIES: readonly Entry[] = []
const NO_MESSAGES: readonly Message[] = []

/** AppendEntries (Raft, figure 2); the entries follow the one at `prevIndex`. */
export function appendMessage(
  from: ReplicaId,
  to: ReplicaId,
  term: number,
  prevIndex: number,
  prevTerm: number,
  entries: readonly Entry[],
  commit: number,
): Message {
  return {
    type: 'MsgApp',
    from,
    to,
    term,
    logTerm: prevTerm,
    index: prevIndex,
    commit,
    vote: NONE,
    reject: false,
    rejectHint: 0,
    transfer: false,
    entries,
    snapshot: undefined,
    context: 0,
    responses: NO_MESSAGES,
  }
}

/** "My log agrees with yours up to `index`." */
export function appendAccepted(
  from: ReplicaId,
  to: ReplicaId,
  term: number,
  index: number,
): Message {
  return {
    type: 'MsgAppResp',
    from,
    to,
    term,
    logTerm: 0,
    index,
    commit: 0,
    vote: NONE,
    reject: false,
    rejectHint: 0,
    transfer: false,
    entries: NO_ENTRIES,
    snapshot: undefined,
    context: 0,
    responses: NO_MESSAGES,
  }
}

/** A heartbeat of `round`, or its answer (which names no commit index). */
export function heartbeatMessage(
  type: 'MsgHeartbeat' | 'MsgHeartbeatResp',
  from: ReplicaId,
  to: ReplicaId,
  term: number,
  commit: number,
  round: number,
): Message {
  return {
    type,
    from,
    to,
    term,
    logTerm: 0,
    index: 0,
    commit,
    vote: NONE,
    reject: false,
    rejectHint: 0,
    transfer: false,
    entries: NO_ENTRIES,
    snapshot: undefined,
    context: round,
    responses: NO_MESSAGES,
  }
}

/** To be made durable; then `responses` may leave. `hardState` undefined = as it was. */
export function storageAppendMessage(
  from: ReplicaId,
  hardState: HardState | undefined,
  entries: readonly Entry[],
  snapshot: Snapshot | undefined,
  responses: readonly Message[],
): Message {
  return {
    type: 'MsgStorageAppend',
    from,
    to: APPEND_THREAD,
    term: hardState === undefined ? 0 : hardState.term,
    logTerm: 0,
    index: 0,
    commit: hardState === undefined ? 0 : hardState.commit,
    vote: hardState === undefined ? NONE : hardState.vote,
    reject: false,
    rejectHint: 0,
    transfer: false,
    entries,
    snapshot,
    context: 0,
    responses,
  }
}

/** "Durable up to `index`", which is of `logTerm`, as of the sender's `term`. 0 and 0 = there were no entries. */
export function storageAppendAnswer(
  to: ReplicaId,
  term: number,
  logTerm: number,
  index: number,
  snapshot: Snapshot | undefined,
): Message {
  return {
    type: 'MsgStorageAppendResp',
    from: APPEND_THREAD,
    to,
    term,
    logTerm,
    index,
    commit: 0,
    vote: NONE,
    reject: false,
    rejectHint: 0,
    transfer: false,
    entries: NO_ENTRIES,
    snapshot,
    context: 0,
    responses: NO_MESSAGES,
  }
}

/** To be applied, or that it has been. */
export function storageApplyMessage(
  type: 'MsgStorageApply' | 'MsgStorageApplyResp',
  from: ReplicaId,
  to: ReplicaId,
  entries: readonly Entry[],
  responses: readonly Message[],
): Message {
  return {
    type,
    from,
    to,
    term: 0,
    logTerm: 0,
    index: 0,
    commit: 0,
    vote: NONE,
    reject: false,
    rejectHint: 0,
    transfer: false,
    entries,
    snapshot: undefined,
    context: 0,
    responses,
  }
}
