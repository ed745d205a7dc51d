/**
 * The messages that replication and heartbeats consist of, built without intermediate objects: every put of every
 * shard makes several. They have the same fields in the same order as `message` makes.
 */
import type { ReplicaId } from '../base/ids.ts'
import { NONE, type Entry, type Message } from './messages.ts'

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
