/** The follower: obeys the leader of its term and passes on what only the leader can do. */
import { handleAppend, handleHeartbeat, handleSnapshot } from './accept.ts'
import { hexId } from './describe.ts'
import { startElection } from './election.ts'
import { message, NONE, type Message } from './messages.ts'
import type { RaftState } from './state.ts'

/** Returns false where a proposal was dropped. */
export function stepFollower(state: RaftState, incoming: Message): boolean {
  switch (incoming.type) {
    case 'MsgProp':
      return forwardProposal(state, incoming)
    case 'MsgApp':
    case 'MsgHeartbeat':
    case 'MsgSnap':
      state.electionElapsed = 0
      state.lead = incoming.from
      obey(state, incoming)
      return true
    case 'MsgTransferLeader':
      forwardTransfer(state, incoming)
      return true
    case 'MsgForgetLeader':
      forgetLeader(state)
      return true
    case 'MsgTimeoutNow':
      state.info(
        () =>
          `${hexId(state.id)} [term ${state.term}] received MsgTimeoutNow from ` +
          `${hexId(incoming.from)} and starts an election to get leadership.`,
      )
      // No pre-vote even where it is on: the leader itself asks for this election.
      startElection(state, true)
      return true
    default:
      return true
  }
}

/** Handles an append, heartbeat or snapshot of the leader of this term. */
export function obey(state: RaftState, incoming: Message): void {
  if (incoming.type === 'MsgApp') handleAppend(state, incoming)
  else if (incoming.type === 'MsgHeartbeat') handleHeartbeat(state, incoming)
  else handleSnapshot(state, incoming)
}

function forwardProposal(state: RaftState, incoming: Message): boolean {
  if (state.lead === NONE) {
    state.info(() => `${hexId(state.id)} no leader at term ${state.term}; dropping proposal`)
    return false
  }
  state.sendNow({ ...incoming, to: state.lead, term: 0 })
  return true
}

function forwardTransfer(state: RaftState, incoming: Message): void {
  if (state.lead === NONE) {
    state.info(
      () => `${hexId(state.id)} no leader at term ${state.term}; dropping leader transfer msg`,
    )
    return
  }
  const { from } = incoming
  state.sendNow(message('MsgTransferLeader', { from, to: state.lead, term: state.term }))
}

function forgetLeader(state: RaftState): void {
  if (state.config.readMode === 'lease') {
    // It has promised the leader not to elect another one.
    if (state.config.trace.wants('error')) {
      state.config.trace.emit('error', 'ignoring MsgForgetLeader due to ReadOnlyLeaseBased')
    }
    return
  }
  if (state.lead === NONE) return
  state.info(
    () => `${hexId(state.id)} forgetting leader ${hexId(state.lead)} at term ${state.term}`,
  )
  state.lead = NONE
}
