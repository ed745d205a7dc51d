/**
 * What a core hands its caller to do. The caller
 *
 * 1. persists `hardState`, `snapshot` (in place of the whole log) and then `entries`, synced if `mustSync`,
 * 2. sends `messages`; with synchronous storage only after step 1, except that a leader's appends may leave before
 *    (thesis, section 10.2.1): it leads in a term that its disk has, and so never again in that one,
 * 3. applies `committedEntries` in order, calling `applyConfChange` for every membership change,
 * 4. with synchronous storage, calls `advance` before it asks for the next Ready.
 *
 * With asynchronous storage steps 1 and 3 travel as `MsgStorageAppend` and `MsgStorageApply` in `messages`, in order,
 * to `APPEND_THREAD` and `APPLY_THREAD`. Each carries the messages to deliver (or to step back into this core) when
 * its work is durable or applied; the fields of the Ready itself are then for information only. Any number of Readys
 * may be outstanding. A `MsgStorageAppend` names a hard state if its term, vote or commit is not zero.
 */
import { assert } from '../base/assert.ts'
import type { ReplicaId } from '../base/ids.ts'
import {
  storageAppendAnswer,
  storageAppendMessage,
  storageApplyMessage,
} from './frequent-messages.ts'
import {
  APPLY_THREAD,
  type Entry,
  type HardState,
  type Message,
  type Snapshot,
} from './messages.ts'
import type { ReadState } from './read-index.ts'
import type { RaftState, Role } from './state.ts'

/** What may be lost: who leads, and in which role this replica is. */
interface SoftState {
  readonly lead: ReplicaId
  readonly role: Role
}

export interface Ready {
  /** Undefined if unchanged. */
  readonly softState: SoftState | undefined
  /** Undefined if unchanged. */
  readonly hardState: HardState | undefined
  /** Batches of reads that may be served once their index is applied. */
  readonly readStates: readonly ReadState[]
  /** To append to the stable log, replacing what stands at their indexes and after. */
  readonly entries: readonly Entry[]
  /** To install instead of log and state machine. */
  readonly snapshot: Snapshot | undefined
  readonly committedEntries: readonly Entry[]
  readonly messages: readonly Message[]
  /** There are entries, or term or vote changed. A commit index alone may be lost. */
  readonly mustSync: boolean
}

export class ReadyAssembler {
  private readonly state: RaftState
  private readonly isAsync: boolean
  private reportedLead: ReplicaId
  private reportedRole: Role
  private reportedTerm: number
  private reportedVote: ReplicaId
  private reportedCommit: number
  /** Synchronous storage only: what `advance` steps; undefined while no Ready is outstanding. */
  private toAdvance: Message[] | undefined

  /** What `state` is now counts as reported. */
  constructor(state: RaftState) {
    this.state = state
    this.isAsync = state.config.asyncStorageWrites
    this.reportedLead = state.lead
    this.reportedRole = state.role
    this.reportedTerm = state.term
    this.reportedVote = state.vote
    this.reportedCommit = state.log.committed
  }

  get hasReady(): boolean {
    const { state } = this
    return (
      state.queueNow.length > 0 ||
      state.queueAfterAppend.length > 0 ||
      state.log.unstable.hasEntriesToHandOut ||
      this.softStateChanged ||
      this.hardStateChanged ||
      state.log.unstable.snapshotToHandOut !== undefined ||
      state.log.hasEntriesToApply(this.isAsync) ||
      state.readStates.length > 0
    )
  }

  /** Takes everything there is to do. Empty where there is nothing. */
  take(): Ready {
    assert(this.toAdvance === undefined, 'ready before the previous Ready was advanced')
    const { state } = this
    const { log } = state
    const entries = log.unstable.entriesToHandOut()
    const snapshot = log.unstable.snapshotToHandOut
    const hardState = this.hardStateChanged ? this.hardState() : undefined
    const softState = this.softStateChanged ? { lead: state.lead, role: state.role } : undefined
    const mustSync =
      entries.length > 0 || state.term !== this.reportedTerm || state.vote !== this.reportedVote
    const committedEntries = log.entriesToApply(this.isAsync)
    const { readStates } = state
    const messages = this.isAsync
      ? this.routeAsync(hardState, entries, snapshot, committedEntries)
      : this.routeSync(snapshot, committedEntries)
    this.accept(committedEntries)
    return {
      softState,
      hardState,
      readStates,
      entries,
      snapshot,
      committedEntries,
      messages,
      mustSync,
    }
  }

  /** The outstanding Ready is done: returns the messages to step, in order. */
  takeAdvance(): readonly Message[] {
    assert(!this.isAsync, 'advance with asynchronous storage')
    assert(this.toAdvance !== undefined, 'advance without a Ready')
    const messages = this.toAdvance
    this.toAdvance = undefined
    return messages
  }

  /** Storage work becomes messages; what waits for it becomes their responses. */
  private routeAsync(
    hardState: HardState | undefined,
    entries: readonly Entry[],
    snapshot: Snapshot | undefined,
    committedEntries: readonly Entry[],
  ): readonly Message[] {
    const { queueNow, queueAfterAppend, id } = this.state
    const needsAppend =
      entries.length > 0 ||
      hardState !== undefined ||
      snapshot !== undefined ||
      queueAfterAppend.length > 0
    if (needsAppend) {
      const stored = this.storageAnswer(snapshot)
      if (stored !== undefined) queueAfterAppend.push(stored)
      queueNow.push(storageAppendMessage(id, hardState, entries, snapshot, queueAfterAppend))
    }
    const applied = this.applyAnswer(committedEntries)
    if (applied !== undefined) {
      queueNow.push(
        storageApplyMessage('MsgStorageApply', id, APPLY_THREAD, committedEntries, [applied]),
      )
    }
    return queueNow
  }

  /** The caller stores before it sends, so that only answers to oneself must wait, for `advance`. */
  private routeSync(
    snapshot: Snapshot | undefined,
    committedEntries: readonly Entry[],
  ): readonly Message[] {
    const { queueNow, queueAfterAppend, id } = this.state
    const own: Message[] = []
    for (const outgoing of queueAfterAppend) {
      if (outgoing.to === id) own.push(outgoing)
      else queueNow.push(outgoing)
    }
    const stored = this.storageAnswer(snapshot)
    if (stored !== undefined) own.push(stored)
    const applied = this.applyAnswer(committedEntries)
    if (applied !== undefined) own.push(applied)
    this.toAdvance = own
    return queueNow
  }

  private get softStateChanged(): boolean {
    return this.state.lead !== this.reportedLead || this.state.role !== this.reportedRole
  }

  private get hardStateChanged(): boolean {
    const { term, vote, log } = this.state
    const changed =
      term !== this.reportedTerm ||
      vote !== this.reportedVote ||
      log.committed !== this.reportedCommit
    return changed && (term !== 0 || vote !== 0 || log.committed !== 0)
  }

  private hardState(): HardState {
    const { term, vote, log } = this.state
    return { term, vote, commit: log.committed }
  }

  /** The acknowledgement that everything handed out so far is durable, this Ready included. */
  private storageAnswer(snapshot: Snapshot | undefined): Message | undefined {
    const { log, id, term } = this.state
    const hasEntries = log.unstable.length > 0
    if (!hasEntries && snapshot === undefined) return undefined
    // The term lets the core recognise an answer that is older than another leader's entries (the ABA problem).
    return storageAppendAnswer(
      id,
      term,
      hasEntries ? log.lastTerm : 0,
      hasEntries ? log.lastIndex : 0,
      snapshot,
    )
  }

  private applyAnswer(committedEntries: readonly Entry[]): Message | undefined {
    if (committedEntries.length === 0) return undefined
    const { id } = this.state
    return storageApplyMessage('MsgStorageApplyResp', APPLY_THREAD, id, committedEntries, [])
  }

  private accept(committedEntries: readonly Entry[]): void {
    const { state } = this
    this.reportedLead = state.lead
    this.reportedRole = state.role
    this.reportedTerm = state.term
    this.reportedVote = state.vote
    this.reportedCommit = state.log.committed
    // The Ready owns the old arrays now.
    state.queueNow = []
    state.queueAfterAppend = []
    state.readStates = []
    if (!state.config.coalescedHeartbeats) state.roundQueued = false
    state.log.unstable.markHandedOut()
    if (committedEntries.length > 0) state.log.markApplying(committedEntries, this.isAsync)
  }
}
