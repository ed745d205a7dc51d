/**
 * Membership changes take effect when they are *applied*, not when they are appended (unlike the thesis, like etcd):
 * the election rules make up for it by refusing to campaign while a committed change is unapplied.
 */
import { AssertionError } from '../base/assert.ts'
import type { ConfChange } from './conf-change.ts'
import { describeConf, hexId } from './describe.ts'
import { countAnswers } from './liveness.ts'
import { changeMembership, isVoter, membershipOf, type Membership } from './membership.ts'
import { NONE, type ConfState } from './messages.ts'
import { leaveJointIfDue } from './proposals.ts'
import { broadcastAppend, maybeCommit, sendAppend } from './replication.ts'
import { becomeFollower } from './roles.ts'
import type { RaftState } from './state.ts'
import { abortTransfer } from './transfer.ts'

/** Applies a committed change. One that does not fit was proposed unchecked: a bug, on every replica alike. */
export function applyConfChange(state: RaftState, change: ConfChange): ConfState {
  const result = changeMembership(state, change, (id) => state.newProgress(id))
  if (result.kind === 'refused') {
    throw new AssertionError(`membership change cannot be applied: ${result.reason}`)
  }
  switchMembership(state, result.membership)
  return state.conf
}

/** Takes over the membership of a received snapshot. */
export function restoreMembership(state: RaftState, conf: ConfState): void {
  switchMembership(
    state,
    membershipOf(conf, (id) => state.newProgress(id)),
  )
}

/** Everything up to `index` is applied; `bytes` of it had been handed out as committed entries. */
export function appliedTo(state: RaftState, index: number, bytes: number): void {
  // An answer of the apply thread may come after a snapshot has gone past it.
  state.log.appliedTo(Math.max(index, state.log.applied), bytes)
  leaveJointIfDue(state)
}

function switchMembership(state: RaftState, membership: Membership): void {
  state.setMembership(membership)
  state.info(() => `${hexId(state.id)} switched to configuration ${describeConf(state.conf)}`)
  if (!state.isLeader) return
  // Promises of voters that no longer vote are worth nothing, and removed ones are no longer waited for.
  countAnswers(state)
  if (!isVoter(state.conf, state.id)) {
    // Who is not in the membership may lead until the change is known, but no longer than needed (thesis, 4.2.2).
    if (state.config.stepDownOnRemoval) becomeFollower(state, state.term, NONE)
    return
  }
  if (maybeCommit(state)) {
    // The new quorum may be smaller.
    broadcastAppend(state)
  } else {
    for (const peer of state.peers) {
      if (peer.id !== state.id) sendAppend(state, peer, false)
    }
  }
  if (state.leadTransferee !== NONE && !isVoter(state.conf, state.leadTransferee)) {
    abortTransfer(state)
  }
}
