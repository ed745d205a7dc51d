/** What a replica does with a current leader's appends, heartbeats and snapshots (Raft, figures 2 and 13). */
import { hexId } from './describe.ts'
import { appendAccepted, heartbeatMessage } from './frequent-messages.ts'
import { message, type Message, type Snapshot } from './messages.ts'
import { restoreMembership } from './reconfigure.ts'
import type { RaftState } from './state.ts'

export function handleAppend(state: RaftState, incoming: Message): void {
  const { log } = state
  const { from, index, logTerm } = incoming
  if (index < log.committed) {
    acknowledge(state, incoming, log.committed)
    return
  }
  const agreed = log.appendFromLeader(index, logTerm, incoming.entries, incoming.commit)
  if (agreed !== undefined) {
    acknowledge(state, incoming, agreed)
    return
  }
  state.debug(
    () =>
      `${hexId(state.id)} [logterm: ${log.term(index) ?? 0}, index: ${index}] rejected MsgApp ` +
      `[logterm: ${logTerm}, index: ${index}] from ${hexId(from)}`,
  )
  // Entries here of higher terms than the leader's at that place cannot be on its log: skip them all.
  const hint = log.conflictHint(Math.min(index, log.lastIndex), logTerm)
  state.sendAfterAppend(
    message('MsgAppResp', {
      from: state.id,
      to: from,
      term: state.term,
      index,
      reject: true,
      rejectHint: hint.index,
      logTerm: hint.term,
    }),
  )
}

export function handleHeartbeat(state: RaftState, incoming: Message): void {
  const { from, commit, context } = incoming
  takeHeartbeat(state, commit)
  state.sendNow(heartbeatMessage('MsgHeartbeatResp', state.id, from, state.term, 0, context))
}

/** What a leader's heartbeat changes. It must be answered. */
export function takeHeartbeat(state: RaftState, commit: number): void {
  state.log.commitTo(commit)
  if (state.config.readMode === 'lease') {
    // The sender may serve reads from now on: elect nobody else meanwhile, whatever happens to term and leader.
    state.promisedUntilMs = Math.max(
      state.promisedUntilMs,
      state.nowMs + state.config.electionTimeoutMs,
    )
  }
}

export function handleSnapshot(state: RaftState, incoming: Message): void {
  const { log } = state
  const { snapshot } = incoming
  if (snapshot === undefined) return
  if (log.isApplyingConfChange) {
    // It would be applied to the snapshot's membership, which holds it already. Nothing follows meanwhile.
    state.heldSnapshot = incoming
    log.holdApply(true)
    return
  }
  if (!restore(state, snapshot)) {
    state.info(
      () =>
        `${hexId(state.id)} [commit: ${log.committed}] ignored snapshot ` +
        `[index: ${snapshot.index}, term: ${snapshot.term}]`,
    )
    acknowledge(state, incoming, log.committed)
    return
  }
  state.info(
    () =>
      `${hexId(state.id)} [commit: ${log.committed}] restored snapshot ` +
      `[index: ${snapshot.index}, term: ${snapshot.term}]`,
  )
  acknowledge(state, incoming, log.lastIndex)
}

/** Replaces log and membership by the snapshot, unless the log already holds what it stands for. */
function restore(state: RaftState, snapshot: Snapshot): boolean {
  const { log, id } = state
  const { index, term, confState } = snapshot
  if (index <= log.committed) return false
  const members = [confState.voters, confState.votersOutgoing, confState.learners]
  if (!members.some((ids) => ids.includes(id))) {
    state.warn(
      () => `${hexId(id)} attempted to restore a snapshot whose membership it is not part of`,
    )
    return false
  }
  if (log.term(index) === term) {
    // The entries up to the snapshot are here: keep what follows them (Raft, figure 13, step 6).
    state.info(
      () =>
        `${hexId(id)} [commit: ${log.committed}, lastindex: ${log.lastIndex}, lastterm: ` +
        `${log.lastTerm}] fast-forwarded commit to snapshot [index: ${index}, term: ${term}]`,
    )
    log.commitTo(index)
    return false
  }
  log.restore(snapshot)
  restoreMembership(state, confState)
  state.info(
    () =>
      `${hexId(id)} [commit: ${log.committed}, lastindex: ${log.lastIndex}, lastterm: ` +
      `${log.lastTerm}] restored snapshot [index: ${index}, term: ${term}]`,
  )
  return true
}

function acknowledge(state: RaftState, incoming: Message, index: number): void {
  state.sendAfterAppend(appendAccepted(state.id, incoming.from, state.term, index))
}
