/**
 * Whether a replica has nothing to do but to say so, and what changes when its group stops saying so (02, "Hibernation").
 *
 * A resting replica is not ticked. Its time stands still: a follower wakes with the silence that it had counted before, and
 * what its node has noticed meanwhile (a dead leader) is told to it. A leader that rests has no lease, and does not know
 * whether it still leads: a read costs it a round, a write a quorum, as ever.
 */
import type { ReplicaId } from '../base/ids.ts'
import { isJoint } from './membership.ts'
import { NONE } from './messages.ts'
import type { Progress } from './progress.ts'
import type { RaftState } from './state.ts'

/** As a leader: everything is committed, applied and known to be on every member, and nothing is pending. */
export function leaderMayRest(state: RaftState): boolean {
  const { log, id } = state
  if (!state.committedInTerm || state.leadTransferee !== NONE || isJoint(state.conf)) return false
  if (log.applied !== log.lastIndex || log.unstable.length > 0) return false
  if (state.rounds.hasPendingReads) return false
  for (const peer of state.peers) {
    if (peer.id !== id && !hasEverything(peer, log.lastIndex)) return false
  }
  return true
}

/** As a follower of `leader`, which has nothing beyond index `commit`. */
export function followerMayRest(state: RaftState, leader: ReplicaId, commit: number): boolean {
  const { log } = state
  return (
    state.role === 'follower' &&
    state.lead === leader &&
    log.committed === commit &&
    log.unstable.snapshot === undefined &&
    state.heldSnapshot === undefined
  )
}

export function fallAsleep(state: RaftState): void {
  state.rounds.dropLease()
}

/** `silentTicks`: how long the leader's node is known to have been silent; being asleep itself counts nothing. */
export function wakeUp(state: RaftState, silentTicks: number): void {
  if (!state.isLeader) {
    state.electionElapsed = Math.max(state.electionElapsed, silentTicks)
    return
  }
  // A full election timeout to find out whether there is a quorum.
  state.electionElapsed = 0
  for (const peer of state.peers) {
    if (peer.id !== state.id) peer.recentlyActive = false
  }
}

function hasEverything(peer: Progress, lastIndex: number): boolean {
  return peer.state === 'replicate' && peer.match === lastIndex && peer.inflights.count === 0
}
