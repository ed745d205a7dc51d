/** How a leader knows that it still leads: heartbeat rounds, and the check of its quorum (thesis, 6.2 and 6.4). */
import { hexId } from './describe.ts'
import { NONE } from './messages.ts'
import { quorumVote } from './quorum.ts'
import { broadcastHeartbeat } from './replication.ts'
import { becomeFollower } from './roles.ts'
import type { RaftState } from './state.ts'

/** Begins a heartbeat round at `state.nowMs`. */
export function beginRound(state: RaftState): void {
  const round = state.rounds.begin(state.nowMs)
  const own = state.ownProgress
  if (own !== undefined) own.answeredRound = round
  if (!state.config.coalescedHeartbeats) broadcastHeartbeat(state, round)
  state.roundQueued = true
  // Alone in its group, a leader is a quorum.
  countAnswers(state)
}

/** Counts anew which round a quorum has answered, and releases the reads that waited for it. */
export function countAnswers(state: RaftState): void {
  state.rounds.setAnswered(state.quorumRound())
  state.rounds.takeAnswered(state.readStates)
}

/** Steps down unless a quorum was heard from since the last check. */
export function checkQuorum(state: RaftState): void {
  // Only voters count: learners decide nothing.
  const active = quorumVote(
    state.conf,
    (id) => id === state.id || state.progress.get(id)?.recentlyActive === true,
  )
  if (active !== 'won') {
    state.warn(() => `${hexId(state.id)} stepped down to follower since quorum is not active`)
    becomeFollower(state, state.term, NONE)
  }
  for (const peer of state.peers) {
    if (peer.id !== state.id) peer.recentlyActive = false
  }
}
