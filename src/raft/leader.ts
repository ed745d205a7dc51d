/** The leader (Raft, figure 2, "Leaders"): how one begins, what time does, and what its peers' answers do. */
import { assert } from '../base/assert.ts'
import { hexId } from './describe.ts'
import { beginRound, checkQuorum, countAnswers } from './liveness.ts'
import { NONE, type Message } from './messages.ts'
import type { Progress } from './progress.ts'
import { EMPTY_ENTRY, leaveJointIfDue } from './proposals.ts'
import {
  appendOwn,
  broadcastAppend,
  maybeCommit,
  progressText,
  sendAppend,
  sendPending,
} from './replication.ts'
import { reset } from './roles.ts'
import type { RaftState } from './state.ts'
import { abortTransfer, sendTimeoutNow, transferLeader } from './transfer.ts'

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
  const isDue = !config.coalescedHeartbeats && state.heartbeatElapsed >= config.heartbeatTicks
  if (state.isLeader && isDue) {
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
  const committed = maybeCommit(state)
  if (!state.config.lazyCommitNotice) {
    if (committed) broadcastAppend(state)
    else if (!isSelf && peer.mayBumpCommit(state.log.committed)) sendAppend(state, peer, true)
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

/** The peer has answered heartbeat `round` of this term; 0 = it says only that it is there. */
export function heartbeatAnswered(state: RaftState, peer: Progress, round: number): void {
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
