/**
 * The consensus core's two events: time passing, and a message. Everything else is a rule of one of the roles.
 *
 * The order of checks in `step` is that of the thesis: first the term, which may make this replica a follower or end
 * the matter; then what every role treats alike (storage answers, votes); then the role.
 */
import { stepCandidate } from './candidate.ts'
import { describeConf, hexId } from './describe.ts'
import {
  answerOutdatedVoteRequest,
  answerVoteRequest,
  compareCommits,
  learnCommit,
  mustIgnoreVoteRequest,
  startElection,
} from './election.ts'
import { dataBytes, entriesBytes } from './entry-size.ts'
import { stepFollower } from './follower.ts'
import { appendAccepted } from './frequent-messages.ts'
import { stepLeader, tickLeader } from './leader.ts'
import { allVoters } from './membership.ts'
import { NONE, type Message, type Snapshot } from './messages.ts'
import { proposeEntries } from './proposals.ts'
import { appliedTo } from './reconfigure.ts'
import { becomeFollower } from './roles.ts'
import type { RaftState } from './state.ts'

/** Brings a newly built state into the role of a follower without a leader. */
export function start(state: RaftState): void {
  state.info(() => `${hexId(state.id)} switched to configuration ${describeConf(state.conf)}`)
  becomeFollower(state, state.term, NONE)
  const { log } = state
  state.info(
    () =>
      `newRaft ${hexId(state.id)} [peers: [${allVoters(state.conf).map(hexId).join(',')}], ` +
      `term: ${state.term}, commit: ${log.committed}, applied: ${log.applied}, ` +
      `lastindex: ${log.lastIndex}, lastterm: ${log.lastTerm}]`,
  )
}

export function tick(state: RaftState): void {
  if (state.isLeader) {
    tickLeader(state)
    return
  }
  state.electionElapsed++
  if (state.electionElapsed < state.randomizedElectionTicks) return
  if (!state.promotable || state.nowMs < state.promisedUntilMs) return
  state.electionElapsed = 0
  startElection(state, false)
}

/** Handles one message. Returns false where a proposal was dropped. */
export function step(state: RaftState, incoming: Message): boolean {
  if (isVoteRequest(incoming) && mustIgnoreVoteRequest(state, incoming)) return true
  if (incoming.term > state.term) {
    followHigherTerm(state, incoming)
  } else if (incoming.term < state.term && incoming.term !== 0) {
    answerLowerTerm(state, incoming)
    return true
  }
  switch (incoming.type) {
    case 'MsgStorageAppendResp':
      if (incoming.index !== 0) state.log.unstable.stableTo(incoming.index, incoming.logTerm)
      if (incoming.snapshot !== undefined) snapshotInstalled(state, incoming.snapshot)
      return true
    case 'MsgStorageApplyResp':
      entriesApplied(state, incoming)
      return true
    case 'MsgVote':
    case 'MsgPreVote':
      answerVoteRequest(state, incoming)
      return true
    case 'MsgVoteResp':
    case 'MsgPreVoteResp':
      if (incoming.reject) compareCommits(state, incoming)
      return stepRole(state, incoming)
    case 'MsgCommitted':
      learnCommit(state, incoming)
      return true
    default:
      return stepRole(state, incoming)
  }
}

function stepRole(state: RaftState, incoming: Message): boolean {
  switch (state.role) {
    case 'follower':
      return stepFollower(state, incoming)
    case 'candidate':
    case 'pre-candidate':
      return stepCandidate(state, incoming)
    case 'leader':
      if (incoming.type === 'MsgProp') {
        return proposeEntries(state, incoming.entries) === undefined
      }
      stepLeader(state, incoming)
      return true
  }
}

function isVoteRequest(incoming: Message): boolean {
  return incoming.type === 'MsgVote' || incoming.type === 'MsgPreVote'
}

function followHigherTerm(state: RaftState, incoming: Message): void {
  const { type, from, term } = incoming
  // A request for a pre-vote, or a granted one, names a term that nobody has entered yet.
  if (type === 'MsgPreVote' || (type === 'MsgPreVoteResp' && !incoming.reject)) return
  state.info(
    () =>
      `${hexId(state.id)} [term: ${state.term}] received a ${type} message with higher term ` +
      `from ${hexId(from)} [term: ${term}]`,
  )
  const fromLeader = type === 'MsgApp' || type === 'MsgHeartbeat' || type === 'MsgSnap'
  becomeFollower(state, term, fromLeader ? from : NONE)
}

function answerLowerTerm(state: RaftState, incoming: Message): void {
  const { type, from, term } = incoming
  const { checkQuorum, preVote } = state.config
  if ((checkQuorum || preVote) && (type === 'MsgHeartbeat' || type === 'MsgApp')) {
    // This replica's higher term could otherwise not reach a leader whose followers refuse to vote: tell it, so that
    // it steps down and one election brings everybody to the same term.
    state.sendAfterAppend(appendAccepted(state.id, from, state.term, 0))
  } else if (isVoteRequest(incoming)) {
    answerOutdatedVoteRequest(state, incoming)
  } else if ((type === 'MsgVoteResp' || type === 'MsgPreVoteResp') && incoming.reject) {
    // It decides nothing any more, but its news are as good as ever.
    compareCommits(state, incoming)
  } else if (type === 'MsgStorageAppendResp') {
    if (incoming.index !== 0) {
      // Another leader's entries may stand at those indexes now and not be durable.
      state.info(
        () =>
          `${hexId(state.id)} [term: ${state.term}] ignored entry appends from a ` +
          `MsgStorageAppendResp message with lower term [term: ${term}]`,
      )
    }
    // A snapshot holds only committed entries: its installation is valid in every term.
    if (incoming.snapshot !== undefined) snapshotInstalled(state, incoming.snapshot)
  } else {
    state.info(
      () =>
        `${hexId(state.id)} [term: ${state.term}] ignored a ${type} message with lower term ` +
        `from ${hexId(from)} [term: ${term}]`,
    )
  }
}

function snapshotInstalled(state: RaftState, snapshot: Snapshot): void {
  state.log.unstable.stableSnapshotTo(snapshot.index)
  appliedTo(state, snapshot.index, 0)
}

function entriesApplied(state: RaftState, { entries }: Message): void {
  const last = entries[entries.length - 1]
  if (last === undefined) return
  // Entries of earlier terms were never counted: the sum must not fall below zero.
  state.uncommittedBytes = Math.max(0, state.uncommittedBytes - dataBytes(entries))
  appliedTo(state, last.index, entriesBytes(entries))
  releaseSnapshot(state)
}

/** Takes up a snapshot that waited, as if it arrived now: term and leader may have changed. */
function releaseSnapshot(state: RaftState): void {
  const { heldSnapshot, log } = state
  if (heldSnapshot === undefined || log.isApplyingConfChange) return
  state.heldSnapshot = undefined
  log.holdApply(false)
  step(state, heldSnapshot)
}
