/** What a leader takes into its log: commands, membership changes, and the one that leaves a joint membership. */
import { assert } from '../base/assert.ts'
import {
  decodeConfChange,
  encodeConfChange,
  LEAVE_JOINT,
  leavesJoint,
  type ConfChange,
} from './conf-change.ts'
import { describeConf, describeConfChange, hexId } from './describe.ts'
import { isJoint } from './membership.ts'
import { NONE } from './messages.ts'
import { appendOwn, broadcastAppend, type Proposal } from './replication.ts'
import type { RaftState } from './state.ts'

export type ProposalRefusal = 'removed' | 'transferring' | 'uncommitted-limit'

export const EMPTY_ENTRY: Proposal = { type: 'normal', data: new Uint8Array(0) }
const LEAVE_JOINT_ENTRY: Proposal = {
  type: 'conf-change-v2',
  data: encodeConfChange(LEAVE_JOINT),
}

/** Appends proposals and sends them. Membership changes must have been checked. */
export function proposeEntries(
  state: RaftState,
  proposals: readonly Proposal[],
): ProposalRefusal | undefined {
  assert(proposals.length > 0, 'an empty proposal')
  if (state.ownProgress === undefined) return 'removed'
  if (state.leadTransferee !== NONE) {
    state.debug(
      () =>
        `${hexId(state.id)} [term ${state.term}] transfer leadership to ` +
        `${hexId(state.leadTransferee)} is in progress; dropping proposal`,
    )
    return 'transferring'
  }
  const pendingBefore = state.pendingConfIndex
  const accepted = proposals.map((proposal, position) =>
    proposal.type === 'normal' ? proposal : admitConfChange(state, proposal, position),
  )
  if (!appendOwn(state, accepted)) {
    // Nothing pends that is not in the log: else no membership change would ever be taken again.
    state.pendingConfIndex = pendingBefore
    return 'uncommitted-limit'
  }
  broadcastAppend(state)
  return undefined
}

/** Why the membership change may not enter the log now; undefined if it may. */
export function confChangeRefusal(state: RaftState, change: ConfChange): string | undefined {
  const { applied } = state.log
  if (state.pendingConfIndex > applied) {
    return (
      `possible unapplied conf change at index ${state.pendingConfIndex} ` +
      `(applied to ${applied})`
    )
  }
  const leaving = leavesJoint(change)
  if (isJoint(state.conf) && !leaving) return 'must transition out of joint config first'
  if (!isJoint(state.conf) && leaving) return 'not in joint state; refusing empty conf change'
  return undefined
}

/** Proposes to leave a joint membership that is to be left by itself, once the change that entered it is applied. */
export function leaveJointIfDue(state: RaftState): void {
  if (!state.conf.autoLeave || !state.isLeader) return
  if (state.log.applied < state.pendingConfIndex) return
  if (proposeEntries(state, [LEAVE_JOINT_ENTRY]) !== undefined) return
  state.info(
    () => `initiating automatic transition out of joint configuration ${describeConf(state.conf)}`,
  )
}

/** A refused change becomes an empty entry, so that the proposals around it keep their places. */
function admitConfChange(state: RaftState, proposal: Proposal, position: number): Proposal {
  const change = decodeConfChange(proposal.data)
  if (!state.config.disableConfChangeValidation) {
    const refusal = confChangeRefusal(state, change)
    if (refusal !== undefined) {
      state.info(
        () =>
          `${hexId(state.id)} ignoring conf change ${describeConfChange(change)} ` +
          `at config ${describeConf(state.conf)}: ${refusal}`,
      )
      return EMPTY_ENTRY
    }
  }
  state.pendingConfIndex = state.log.lastIndex + 1 + position
  return proposal
}
