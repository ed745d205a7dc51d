/** How a replica leaves one role for another, except for becoming leader (Raft, figure 4). */
import { assert } from '../base/assert.ts'
import type { ReplicaId } from '../base/ids.ts'
import { hexId } from './describe.ts'
import { NONE } from './messages.ts'
import type { RaftState } from './state.ts'

/** Forgets everything that belongs to the role or, if `term` is new, to the term. */
export function reset(state: RaftState, term: number): void {
  assert(term >= state.term, () => `term falls from ${state.term} to ${term}`)
  if (term !== state.term) {
    state.term = term
    state.vote = NONE
  }
  state.lead = NONE
  state.electionElapsed = 0
  state.heartbeatElapsed = 0
  const { electionTicks, random } = state.config
  state.randomizedElectionTicks = random.integer(electionTicks, 2 * electionTicks - 1)
  state.leadTransferee = NONE
  state.votes.clear()
  state.pendingConfIndex = 0
  state.termStartIndex = 0
  state.uncommittedBytes = 0
  state.rounds.reset()
  state.roundQueued = false
  const { lastIndex } = state.log
  for (const peer of state.peers) peer.reset(peer.id === state.id ? lastIndex : 0, lastIndex + 1)
}

export function becomeFollower(state: RaftState, term: number, lead: ReplicaId): void {
  reset(state, term)
  state.role = 'follower'
  state.lead = lead
  state.info(() => `${hexId(state.id)} became follower at term ${state.term}`)
}

export function becomeCandidate(state: RaftState): void {
  assert(state.role !== 'leader', 'a leader became candidate')
  reset(state, state.term + 1)
  state.role = 'candidate'
  state.vote = state.id
  state.info(() => `${hexId(state.id)} became candidate at term ${state.term}`)
}

/** Asking is free: neither term nor vote changes, and the timers run on (thesis, section 9.6). */
export function becomePreCandidate(state: RaftState): void {
  assert(state.role !== 'leader', 'a leader became pre-candidate')
  state.votes.clear()
  state.lead = NONE
  state.role = 'pre-candidate'
  state.info(() => `${hexId(state.id)} became pre-candidate at term ${state.term}`)
}
