/** Handing leadership over on purpose (thesis, section 3.10). */
import type { ReplicaId } from '../base/ids.ts'
import { hexId } from './describe.ts'
import { NONE } from './messages.ts'
import type { Progress } from './progress.ts'
import { sendAppend } from './replication.ts'
import type { RaftState } from './state.ts'

export function transferLeader(state: RaftState, target: Progress): void {
  if (state.conf.learners.includes(target.id)) {
    state.debug(() => `${hexId(state.id)} is learner. Ignored transferring leadership`)
    return
  }
  if (state.leadTransferee !== NONE) {
    if (state.leadTransferee === target.id) {
      state.info(
        () =>
          `${hexId(state.id)} [term ${state.term}] transfer leadership to ${hexId(target.id)} ` +
          `is in progress, ignores request to same node ${hexId(target.id)}`,
      )
      return
    }
    const previous = state.leadTransferee
    abortTransfer(state)
    state.info(
      () =>
        `${hexId(state.id)} [term ${state.term}] abort previous transferring leadership to ` +
        hexId(previous),
    )
  }
  if (target.id === state.id) {
    state.debug(
      () => `${hexId(state.id)} is already leader. Ignored transferring leadership to self`,
    )
    return
  }
  state.info(
    () =>
      `${hexId(state.id)} [term ${state.term}] starts to transfer leadership to ` +
      hexId(target.id),
  )
  // Within one election timeout, counted from here.
  state.electionElapsed = 0
  state.leadTransferee = target.id
  if (target.match === state.log.lastIndex) {
    sendTimeoutNow(state, target.id)
    state.info(
      () =>
        `${hexId(state.id)} sends MsgTimeoutNow to ${hexId(target.id)} immediately ` +
        `as ${hexId(target.id)} already has up-to-date log`,
    )
  } else {
    sendAppend(state, target, true)
  }
}

/** Proposals are accepted again. The lease stays given up if the election may have been ordered already. */
export function abortTransfer(state: RaftState): void {
  state.leadTransferee = NONE
}

/** Tells an up-to-date follower to campaign at once. */
export function sendTimeoutNow(state: RaftState, to: ReplicaId): void {
  state.rounds.forfeitLease()
  state.send('MsgTimeoutNow', { to })
}
