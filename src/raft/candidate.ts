/** Candidate and pre-candidate: counts votes, or gives way to who leads the term already. */
import { campaign } from './election.ts'
import { hexId } from './describe.ts'
import { obey } from './follower.ts'
import { becomeLeader } from './leader.ts'
import { NONE, type Message } from './messages.ts'
import { quorumVote, type VoteResult } from './quorum.ts'
import { broadcastAppend } from './replication.ts'
import { becomeFollower } from './roles.ts'
import type { RaftState } from './state.ts'

/** Returns false where a proposal was dropped. */
export function stepCandidate(state: RaftState, incoming: Message): boolean {
  switch (incoming.type) {
    case 'MsgProp':
      state.info(() => `${hexId(state.id)} no leader at term ${state.term}; dropping proposal`)
      return false
    case 'MsgApp':
    case 'MsgHeartbeat':
    case 'MsgSnap':
      // Somebody else won this term.
      becomeFollower(state, incoming.term, incoming.from)
      obey(state, incoming)
      return true
    case 'MsgVoteResp':
    case 'MsgPreVoteResp':
      if (incoming.type === ownResponseType(state)) countVote(state, incoming)
      return true
    default:
      return true
  }
}

function countVote(state: RaftState, incoming: Message): void {
  switch (poll(state, incoming)) {
    case 'won':
      if (state.role === 'pre-candidate') {
        campaign(state, 'election')
      } else {
        becomeLeader(state)
        broadcastAppend(state)
      }
      return
    case 'lost':
      // A pre-candidate's term is its own: nothing was raised for nothing.
      becomeFollower(state, state.term, NONE)
      return
    case 'pending':
      return
  }
}

/** Records the first answer of each replica; the election needs a quorum of both halves (Raft, section 6). */
function poll(state: RaftState, { from, type, reject }: Message): VoteResult {
  state.info(
    () =>
      `${hexId(state.id)} received ${type}${reject ? ' rejection' : ''} ` +
      `from ${hexId(from)} at term ${state.term}`,
  )
  if (!state.votes.has(from)) state.votes.set(from, !reject)
  state.info(() => {
    const counted = state.peers.filter((peer) => !state.conf.learners.includes(peer.id))
    const answers = counted.map((peer) => state.votes.get(peer.id))
    const granted = answers.filter((answer) => answer === true).length
    const refused = answers.filter((answer) => answer === false).length
    return `${hexId(state.id)} has received ${granted} ${type} votes and ${refused} vote rejections`
  })
  return quorumVote(state.conf, (id) => state.votes.get(id))
}

function ownResponseType(state: RaftState): 'MsgVoteResp' | 'MsgPreVoteResp' {
  return state.role === 'pre-candidate' ? 'MsgPreVoteResp' : 'MsgVoteResp'
}
