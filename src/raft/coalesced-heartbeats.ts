/**
 * Heartbeats without messages: a node that hosts many groups begins their rounds together and carries them, and their
 * answers, in columns, so that neither end makes an object per group (02, "Multi-Raft": "travel in one compact message").
 *
 * Only what is usual is handled here, a follower that hears the leader it knows and a leader that is answered in its own
 * term. Everything else (another term, another role, a stranger) is said by a `false`, and is the business of `step`
 * with the message that the columns stand for.
 */
import type { ReplicaId } from '../base/ids.ts'
import { takeHeartbeat } from './accept.ts'
import { heartbeatAnswered } from './leader.ts'
import { heartbeatCommit } from './replication.ts'
import type { RaftState } from './state.ts'

/** Takes the heartbeats of one group's round. */
export interface HeartbeatSink {
  /** To one peer, with the commit index for it. */
  heartbeat(to: ReplicaId, commit: number): void
}

/** Hands out the round that has begun. */
export function takeHeartbeats(state: RaftState, sink: HeartbeatSink): void {
  state.roundQueued = false
  for (const peer of state.peers) {
    if (peer.id !== state.id) sink.heartbeat(peer.id, heartbeatCommit(state, peer))
  }
}

/** A heartbeat has arrived; true: it is obeyed, and to be answered with its own round. */
export function receiveHeartbeat(
  state: RaftState,
  from: ReplicaId,
  term: number,
  commit: number,
): boolean {
  if (term !== state.term || state.role !== 'follower' || state.lead !== from) return false
  state.electionElapsed = 0
  takeHeartbeat(state, commit)
  return true
}

/** An answer has arrived; true: it has been counted. */
export function receiveHeartbeatAnswer(
  state: RaftState,
  from: ReplicaId,
  term: number,
  round: number,
): boolean {
  const peer = state.progress.get(from)
  if (term !== state.term || !state.isLeader || peer === undefined) return false
  heartbeatAnswered(state, peer, round)
  return true
}
