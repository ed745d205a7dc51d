/**
 * The leader's sending side: appends, snapshots for who fell behind the log's start, heartbeats, and the commit rule.
 * Peers are always visited in ascending order of id.
 */
import { dataBytes } from './entry-size.ts'
import { describeProgress, hexId } from './describe.ts'
import { appendAccepted, appendMessage, heartbeatMessage } from './frequent-messages.ts'
import type { Entry, EntryType } from './messages.ts'
import type { Progress } from './progress.ts'
import type { RaftState } from './state.ts'

/** An entry that has no place in a log yet. */
export interface Proposal {
  readonly type: EntryType
  readonly data: Uint8Array
}

const NO_ENTRIES: readonly Entry[] = []

/**
 * Appends to the leader's own log. False, and nothing done, where that would exceed `maxUncommittedBytes`; the first
 * uncommitted proposal and empty entries always pass.
 */
export function appendOwn(state: RaftState, proposals: readonly Proposal[]): boolean {
  const { log } = state
  let index = log.lastIndex
  const entries: Entry[] = []
  for (const { type, data } of proposals) {
    entries.push({ term: state.term, index: ++index, type, data })
  }
  const bytes = dataBytes(entries)
  const { maxUncommittedBytes } = state.config
  if (bytes > 0 && state.uncommittedBytes > 0) {
    if (state.uncommittedBytes + bytes > maxUncommittedBytes) return false
  }
  state.uncommittedBytes += bytes
  log.append(entries)
  // The leader's own acknowledgement counts once its own disk has the entries, not before (thesis, section 10.2.1).
  state.sendAfterAppend(appendAccepted(state.id, state.id, state.term, index))
  return true
}

/** Raises the commit index if a quorum holds more. Returns whether it did. */
export function maybeCommit(state: RaftState): boolean {
  const { log } = state
  const index = state.quorumMatch()
  if (index <= log.committed) return false
  // Entries of earlier terms are committed only indirectly, by one of the own term (Raft, section 5.4.2, figure 8).
  if (log.term(index) !== state.term) return false
  log.commitTo(index)
  return true
}

/** Sends every peer an append, an empty one where there is nothing new. */
export function broadcastAppend(state: RaftState): void {
  for (const peer of state.peers) {
    if (peer.id !== state.id) sendAppend(state, peer, true)
  }
}

/** Sends `peer` all that its window takes. */
export function sendPending(state: RaftState, peer: Progress): void {
  while (sendAppend(state, peer, false)) {
    // Each append is limited in size.
  }
}

/** Sends one append, or a snapshot where the entries are gone. Returns whether something was sent. */
export function sendAppend(state: RaftState, peer: Progress, allowEmpty: boolean): boolean {
  if (peer.paused) return false
  const { log } = state
  const prevIndex = peer.next - 1
  const prevTerm = log.term(prevIndex)
  if (prevTerm === undefined) return sendSnapshot(state, peer)
  const windowFull = peer.state === 'replicate' && peer.inflights.full
  const entries = windowFull ? NO_ENTRIES : log.entriesFrom(peer.next, state.config.maxMessageBytes)
  if (entries === 'compacted') return sendSnapshot(state, peer)
  // Tried again at the next heartbeat's answer, or when the caller says that they have come.
  if (entries === 'fetching') return false
  if (entries.length === 0 && !allowEmpty) return false
  const { committed } = log
  state.sendNow(
    appendMessage(state.id, peer.id, state.term, prevIndex, prevTerm, entries, committed),
  )
  peer.sent(entries.length, dataBytes(entries))
  peer.sentCommit = committed
  return true
}

/** Sends heartbeats of the newest round to every peer, learners too. */
export function broadcastHeartbeat(state: RaftState, round: number): void {
  for (const peer of state.peers) {
    if (peer.id === state.id) continue
    const commit = heartbeatCommit(state, peer)
    state.sendNow(heartbeatMessage('MsgHeartbeat', state.id, peer.id, state.term, commit, round))
  }
}

/** The commit index that a heartbeat to `peer` carries; it counts as sent. */
export function heartbeatCommit(state: RaftState, peer: Progress): number {
  // Never beyond what the peer is known to hold: a heartbeat does not check that the logs agree.
  const commit = Math.min(peer.match, state.log.committed)
  peer.sentCommit = commit
  return commit
}

function sendSnapshot(state: RaftState, peer: Progress): boolean {
  if (!peer.recentlyActive) {
    state.debug(
      () => `ignore sending snapshot to ${hexId(peer.id)} since it is not recently active`,
    )
    return false
  }
  const { log } = state
  const snapshot = log.snapshot()
  if (snapshot === 'fetching') return false
  state.debug(
    () =>
      `${hexId(state.id)} [firstindex: ${log.firstIndex}, commit: ${log.committed}] ` +
      `sent snapshot[index: ${snapshot.index}, term: ${snapshot.term}] ` +
      `to ${hexId(peer.id)} [${progressText(state, peer)}]`,
  )
  peer.becomeSnapshot(snapshot.index)
  state.debug(
    () =>
      `${hexId(state.id)} paused sending replication messages ` +
      `to ${hexId(peer.id)} [${progressText(state, peer)}]`,
  )
  state.send('MsgSnap', { to: peer.id, snapshot })
  return true
}

export function progressText(state: RaftState, peer: Progress): string {
  return describeProgress(peer, state.conf.learners.includes(peer.id))
}
