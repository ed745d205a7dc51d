/**
 * The leader (Raft, figure 2, "Leaders"): proposals, acknowledgements, transfer of leadership (thesis, section 3.10),
 * the check of its quorum (section 6.2).
 */
import { assert } from '../base/assert.ts'
import type { ReplicaId } from '../base/ids.ts'
import {
  decodeConfChange,
  encodeConfChange,
  LEAVE_JOINT,
  leavesJoint,
  type ConfChange,
} from './conf-change.ts'
import { describeConf, describeConfChange, hexId } from './describe.ts'
import { isJoint } from './membership.ts'
import { NONE, type Message } from './messages.ts'
import type { Progress } from './progress.ts'
import { quorumVote } from './quorum.ts'
import {
  appendOwn,
  broadcastAppend,
  broadcastHeartbeat,
  maybeCommit,
  progressText,
  sendAppend,
  sendPending,
  type Proposal,
} from './replication.ts'
import { becomeFollower, reset } from './roles.ts'
import type { RaftState } from './state.ts'

export type ProposalRefusal = 'removed' | 'transferring' | 'uncommitted-limit'

const EMPTY_ENTRY: Proposal = { type: 'normal', data: new Uint8Array(0) }
const LEAVE_JOINT_ENTRY: Proposal = {
  type: 'conf-change-v2',
  data: encodeConfChange(LEAVE_JOINT),
}

export function becomeLeader(state: RaftState): void {
  assert(state.role !== 'follower', 'a follower became leader')
  reset(state, state.term)
  state.lead = state.id
  state.role = 'leader'
  const own = state.ownProgress
  assert(own !== undefined, 'a leader outside its own membership')
  own.becomeReplicate()
  own.recentlyActive = true
  // One of the entries not applied yet may be a membership change: assume so.
  state.pendingConfIndex = state.log.lastIndex
  state.termStartIndex = state.log.lastIndex + 1
  // Lets entries of earlier terms be committed (Raft, section 8: "a blank no-op entry").
  appendOwn(state, [EMPTY_ENTRY])
  state.info(() => `${hexId(state.id)} became leader at term ${state.term}`)
}

export function tickLeader(state: RaftState): void {
  const { config } = state
  state.heartbeatElapsed++
  state.electionElapsed++
  if (state.electionElapsed >= config.electionTicks) {
    state.electionElapsed = 0
    if (config.checkQuorum) checkQuorum(state)
    // A transfer that takes an election timeout has failed (thesis, section 3.10).
    if (state.isLeader && state.leadTransferee !== NONE) {
      abortTransfer(state)
      // It may have been due while proposals were refused.
      leaveJointIfDue(state)
    }
  }
  if (state.isLeader && state.heartbeatElapsed >= config.heartbeatTicks) {
    state.heartbeatElapsed = 0
    beginRound(state)
  }
}

export function stepLeader(state: RaftState, incoming: Message): void {
  const peer = state.progress.get(incoming.from)
  if (peer === undefined) {
    state.debug(() => `${hexId(state.id)} no progress available for ${hexId(incoming.from)}`)
    return
  }
  switch (incoming.type) {
    case 'MsgAppResp':
      peer.recentlyActive = true
      if (incoming.reject) appendRefused(state, peer, incoming)
      else appendAcknowledged(state, peer, incoming.index)
      return
    case 'MsgHeartbeatResp': {
      heartbeatAnswered(state, peer, incoming.context)
      return
    }
    case 'MsgSnapStatus': {
      snapshotReported(state, peer, incoming.reject)
      return
    }
    case 'MsgUnreachable':
      // Appends in flight are probably lost: stop pipelining.
      if (peer.state === 'replicate') peer.becomeProbe()
      state.debug(
        () =>
          `${hexId(state.id)} failed to send message to ${hexId(peer.id)} ` +
          `because it is unreachable [${progressText(state, peer)}]`,
      )
      return
    case 'MsgTransferLeader': {
      transferLeader(state, peer)
      return
    }
    default:
      // Everything else means nothing to a leader of its own term.
      return
  }
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
  const accepted = proposals.map((proposal, position) =>
    proposal.type === 'normal' ? proposal : admitConfChange(state, proposal, position),
  )
  if (!appendOwn(state, accepted)) return 'uncommitted-limit'
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

function appendRefused(state: RaftState, peer: Progress, incoming: Message): void {
  const { index, rejectHint, logTerm } = incoming
  state.debug(
    () =>
      `${hexId(state.id)} received MsgAppResp(rejected, hint: (index ${rejectHint}, ` +
      `term ${logTerm})) from ${hexId(peer.id)} for index ${index}`,
  )
  // The follower said what term it has at its guess; skip all own entries of higher terms at once (Raft, section 5.3).
  const probe = logTerm > 0 ? state.log.conflictHint(rejectHint, logTerm).index : rejectHint
  if (!peer.reject(index, probe)) return
  state.debug(
    () =>
      `${hexId(state.id)} decreased progress of ${hexId(peer.id)} to ` +
      `[${progressText(state, peer)}]`,
  )
  if (peer.state === 'replicate') peer.becomeProbe()
  sendAppend(state, peer, true)
}

function appendAcknowledged(state: RaftState, peer: Progress, index: number): void {
  const news = peer.acknowledge(index)
  if (!news && !(index === peer.match && peer.state === 'probe')) return
  resumeReplication(state, peer, index)
  const isSelf = peer.id === state.id
  if (maybeCommit(state)) {
    broadcastAppend(state)
  } else if (!isSelf && peer.mayBumpCommit(state.log.committed)) {
    sendAppend(state, peer, true)
  }
  if (isSelf) return
  sendPending(state, peer)
  if (peer.id === state.leadTransferee && peer.match === state.log.lastIndex) {
    sendTimeoutNow(state, peer.id)
  }
}

function resumeReplication(state: RaftState, peer: Progress, index: number): void {
  if (peer.state === 'replicate') {
    peer.inflights.freeUpTo(index)
  } else if (peer.state === 'probe') {
    peer.becomeReplicate()
  } else if (peer.match + 1 >= state.log.firstIndex) {
    // Whether or not the snapshot arrived, the log can take over from here.
    state.debug(
      () =>
        `${hexId(state.id)} recovered from needing snapshot, resumed sending replication ` +
        `messages to ${hexId(peer.id)} [${progressText(state, peer)}]`,
    )
    peer.becomeProbe()
    peer.becomeReplicate()
  }
}

function heartbeatAnswered(state: RaftState, peer: Progress, round: number): void {
  peer.recentlyActive = true
  peer.resume()
  // An append or its answer may have been lost; a live peer gets another one.
  if (peer.match < state.log.lastIndex || peer.state === 'probe') sendAppend(state, peer, true)
  if (round > peer.answeredRound) {
    peer.answeredRound = round
    countAnswers(state)
  }
}

function snapshotReported(state: RaftState, peer: Progress, failed: boolean): void {
  if (peer.state !== 'snapshot') return
  // After a failure the peer is where it was; otherwise probing continues behind the snapshot.
  if (failed) peer.pendingSnapshot = 0
  peer.becomeProbe()
  state.debug(
    () =>
      `${hexId(state.id)} snapshot ${failed ? 'failed' : 'succeeded'}, resumed sending ` +
      `replication messages to ${hexId(peer.id)} [${progressText(state, peer)}]`,
  )
  // Installing it takes the peer a while: wait for its answer, or for a heartbeat's.
  peer.pause()
}

function transferLeader(state: RaftState, target: Progress): void {
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

function sendTimeoutNow(state: RaftState, to: ReplicaId): void {
  state.rounds.forfeitLease()
  state.send('MsgTimeoutNow', { to })
}

/** Begins a heartbeat round at `state.nowMs`. */
export function beginRound(state: RaftState): void {
  const round = state.rounds.begin(state.nowMs)
  const own = state.ownProgress
  if (own !== undefined) own.answeredRound = round
  broadcastHeartbeat(state, round)
  state.roundQueued = true
  // Alone in its group, a leader is a quorum.
  countAnswers(state)
}

/** Counts anew which round a quorum has answered, and releases the reads that waited for it. */
export function countAnswers(state: RaftState): void {
  state.rounds.setAnswered(state.quorumRound())
  state.rounds.takeAnswered(state.readStates)
}

function checkQuorum(state: RaftState): void {
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
