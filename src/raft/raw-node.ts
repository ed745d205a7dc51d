/**
 * The door of the consensus core: one replica of one group, driven from outside. Events go in (`tick`, `step`,
 * `propose` …), work comes out of `ready`. Nothing here waits, reads a clock or does I/O; a call is complete when it
 * returns, and the same calls with the same seed give the same work.
 */
import { assert } from '../base/assert.ts'
import type { ReplicaId } from '../base/ids.ts'
import { encodeConfChange, type ConfChange } from './conf-change.ts'
import { checkConfig, type RaftConfig } from './config.ts'
import * as core from './core.ts'
import {
  receiveHeartbeat,
  receiveHeartbeatAnswer,
  takeHeartbeats,
  type HeartbeatSink,
} from './coalesced-heartbeats.ts'
import { startElection } from './election.ts'
import { beginRound, countAnswers } from './liveness.ts'
import type { LogStorage } from './log-storage.ts'
import { changeMembership } from './membership.ts'
import {
  APPEND_THREAD,
  APPLY_THREAD,
  message,
  type ConfState,
  type EntryType,
  type Message,
} from './messages.ts'
import type { ProgressView } from './progress.ts'
import { confChangeRefusal, proposeEntries, type ProposalRefusal } from './proposals.ts'
import { applyConfChange } from './reconfigure.ts'
import { ReadyAssembler, type Ready } from './ready.ts'
import { fallAsleep, followerMayRest, leaderMayRest, wakeUp } from './rest.ts'
import { sendPending } from './replication.ts'
import { RaftState, type Role } from './state.ts'

/** Why a message was not taken. */
export type StepError =
  | 'proposal-dropped'
  | 'peer-not-found'
  | 'local-message'
  /** It names another replica id: of an earlier life of this node, or of another node. */
  | 'wrong-replica'

/** The errors as etcd words them. */
export const STEP_ERROR_TEXTS: Readonly<Record<StepError, string>> = {
  'proposal-dropped': 'raft proposal dropped',
  'peer-not-found': 'raft: cannot step as peer not found',
  'local-message': 'raft: cannot step raft local message',
  'wrong-replica': 'raft: message for another replica',
}

/** Why a proposal was not taken. `uncommitted-limit`: try again when some have been applied. */
export type ProposeError = 'not-leader' | ProposalRefusal

/**
 * Why a membership change was not proposed. `term-not-started`: no entry of this term is committed yet;
 * `not-applicable`: it does not fit the present membership, or another change is not applied yet.
 */
export type ConfChangeError = ProposeError | 'term-not-started' | 'not-applicable'

/** Where a proposal went. It is committed if the entry at `index` is one day committed with this `term`. */
export interface Proposed {
  readonly index: number
  readonly term: number
}

export class RawNode {
  private readonly state: RaftState
  private readonly assembler: ReadyAssembler

  /** A follower without a leader, in the state that `storage` remembers. */
  constructor(config: RaftConfig, storage: LogStorage) {
    checkConfig(config)
    this.state = new RaftState(config, storage)
    if (config.voteAfterStartWait) this.state.promisedUntilMs = Infinity
    core.start(this.state)
    this.assembler = new ReadyAssembler(this.state)
  }

  get id(): ReplicaId {
    return this.state.id
  }

  get role(): Role {
    return this.state.role
  }

  get isLeader(): boolean {
    return this.state.isLeader
  }

  get term(): number {
    return this.state.term
  }

  get vote(): ReplicaId {
    return this.state.vote
  }

  /** `NONE` if unknown. */
  get leader(): ReplicaId {
    return this.state.lead
  }

  get commit(): number {
    return this.state.log.committed
  }

  get applied(): number {
    return this.state.log.applied
  }

  get lastIndex(): number {
    return this.state.log.lastIndex
  }

  /** The membership as applied. */
  get confState(): ConfState {
    return this.state.conf
  }

  /** Who leadership is being transferred to; `NONE` if nobody. */
  get leadTransferee(): ReplicaId {
    return this.state.leadTransferee
  }

  /** Data bytes of this leader's proposals that are not applied yet. */
  get uncommittedBytes(): number {
    return this.state.uncommittedBytes
  }

  /** An entry of this leader's term is committed; before that it must serve nothing. */
  get committedInTerm(): boolean {
    return this.state.committedInTerm
  }

  /** Every member with what a leader knows of it, oneself included, ascending by id; of use on a leader only. */
  get progress(): ReadonlyMap<ReplicaId, ProgressView> {
    return this.state.progress
  }

  /** One tick has passed. `nowMs`: monotonic milliseconds, never falling from call to call. */
  tick(nowMs: number): void {
    this.observe(nowMs)
    core.tick(this.state)
  }

  /** A message from another replica, or an answer of this replica's own storage. */
  step(incoming: Message, nowMs: number): StepError | undefined {
    this.observe(nowMs)
    const error = this.refusal(incoming)
    if (error !== undefined) return error
    return core.step(this.state, incoming) ? undefined : 'proposal-dropped'
  }

  /** Appends to the log if this replica leads. `data` must not change afterwards. */
  propose(data: Uint8Array): Proposed | ProposeError {
    return this.proposeEntry('normal', data)
  }

  /** Appends a membership change that is certain to be applicable when it is committed. */
  proposeConfChange(change: ConfChange): Proposed | ConfChangeError {
    const { state } = this
    if (!state.isLeader) return 'not-leader'
    // Two uncommitted changes of different terms could have disjoint majorities (see design page 11).
    if (!state.committedInTerm) return 'term-not-started'
    if (!state.config.disableConfChangeValidation) {
      if (confChangeRefusal(state, change) !== undefined) return 'not-applicable'
      const trial = changeMembership(state, change, (id) => state.newProgress(id))
      if (trial.kind === 'refused') return 'not-applicable'
    }
    return this.proposeEntry('conf-change-v2', encodeConfChange(change))
  }

  /** A committed membership change is applied now. Returns the new membership, to be stored with the applied index. */
  applyConfChange(change: ConfChange): ConfState {
    return applyConfChange(this.state, change)
  }

  /** Campaigns now if it may: a voter that owes no leader its lease and has applied every membership change. */
  campaign(nowMs: number): void {
    this.observe(nowMs)
    startElection(this.state, false)
  }

  /** Asks the leader (perhaps this replica) to hand leadership to voter `to`; it tries for one election timeout. */
  transferLeader(to: ReplicaId): void {
    this.stepLocal(message('MsgTransferLeader', { from: to, to: this.state.id }))
  }

  /** Makes a follower forget its leader, so that it may vote (not with lease reads). */
  forgetLeader(): void {
    this.stepLocal(message('MsgForgetLeader', { from: this.state.id, to: this.state.id }))
  }

  /** Messages to `id` are being lost: send it one append at a time until it answers. */
  reportUnreachable(id: ReplicaId): void {
    this.stepLocal(message('MsgUnreachable', { from: id, to: this.state.id }))
  }

  /** The snapshot sent to `id` has been handed over, or (`ok` false) failed. Must be called for every MsgSnap. */
  reportSnapshot(id: ReplicaId, ok: boolean): void {
    this.stepLocal(message('MsgSnapStatus', { from: id, to: this.state.id, reject: !ok }))
  }

  /**
   * Asks for a batch of linearizable reads. Its `context` comes back in `Ready.readStates` with the index to wait for;
   * it is never answered if leadership is lost first (watch term and role). Refused (false) unless this replica leads
   * and has committed an entry of its term. Calls between two Readys share one heartbeat round.
   */
  readIndex(context: number, nowMs: number): boolean {
    this.observe(nowMs)
    const { state } = this
    if (!state.committedInTerm) return false
    // Heartbeats that have not left yet begin after this call as well as any.
    if (!state.roundQueued) beginRound(state)
    state.rounds.addRead(context, state.log.committed)
    countAnswers(state)
    return true
  }

  /**
   * Whether this leader may serve reads of its applied state. To be asked *after* the value was read: the process may
   * have been paused in between.
   */
  hasLease(nowMs: number): boolean {
    const { state } = this
    const { readMode, electionTimeoutMs, leaseMarginMs } = state.config
    return (
      readMode === 'lease' &&
      state.committedInTerm &&
      state.log.applied >= state.termStartIndex &&
      state.rounds.leaseHolds(nowMs, electionTimeoutMs - leaseMarginMs)
    )
  }

  // ---- coalesced heartbeats (coalesced-heartbeats.ts)

  /** Begins a heartbeat round if this replica leads; `takeHeartbeats` follows. */
  beginRound(nowMs: number): void {
    this.observe(nowMs)
    if (this.state.isLeader) beginRound(this.state)
  }

  /** A round has begun, by `beginRound` or `readIndex`, that has not been taken: its number; 0 = none. */
  get roundToTake(): number {
    return this.state.roundQueued ? this.state.rounds.last : 0
  }

  takeHeartbeats(sink: HeartbeatSink): void {
    takeHeartbeats(this.state, sink)
  }

  /** A heartbeat to this replica. True: answer it with its round and this term. False: `step` it as a message. */
  receiveHeartbeat(from: ReplicaId, term: number, commit: number, nowMs: number): boolean {
    this.observe(nowMs)
    return receiveHeartbeat(this.state, from, term, commit)
  }

  /** The answer to a heartbeat of this replica. False: `step` it as a message. */
  receiveHeartbeatAnswer(from: ReplicaId, term: number, round: number, nowMs: number): boolean {
    this.observe(nowMs)
    return receiveHeartbeatAnswer(this.state, from, term, round)
  }

  // ---- rest (rest.ts)

  /** Leads, and all members have all there is: they may be asked to rest, and then it may rest itself. */
  get leaderMayRest(): boolean {
    return leaderMayRest(this.state) && !this.assembler.hasReady
  }

  /** Obeys `leader` and holds everything up to `commit`, which is all that the leader has. */
  followerMayRest(leader: ReplicaId, commit: number): boolean {
    return followerMayRest(this.state, leader, commit)
  }

  /** No tick will come until `wakeUp`; the lease is gone. Everything else works as ever. */
  fallAsleep(): void {
    fallAsleep(this.state)
  }

  /** Ticks come again. `silentTicks`: for how long the leader's node is known to be silent or dead. */
  wakeUp(silentTicks: number): void {
    wakeUp(this.state, silentTicks)
  }

  // ----

  /** The storage has at hand what it answered `fetching` to: send and apply it. Cheap when nothing waited. */
  entriesFetched(): void {
    const { state } = this
    state.log.entriesFetched()
    if (!state.isLeader) return
    for (const peer of state.peers) {
      if (peer.id !== state.id) sendPending(state, peer)
    }
  }

  /** Whether `ready` would have something to do. */
  hasReady(): boolean {
    return this.assembler.hasReady
  }

  ready(): Ready {
    return this.assembler.take()
  }

  /** Synchronous storage only: the work of the last Ready is done. */
  advance(): void {
    for (const answer of this.assembler.takeAdvance()) core.step(this.state, answer)
  }

  /** Overrides the drawn election timeout until the next reset; for scripts and simulations. */
  setRandomizedElectionTimeout(ticks: number): void {
    assert(ticks >= 1, `election timeout of ${ticks} ticks`)
    this.state.randomizedElectionTicks = ticks
  }

  private proposeEntry(type: EntryType, data: Uint8Array): Proposed | ProposeError {
    const { state } = this
    if (!state.isLeader) return 'not-leader'
    const refusal = proposeEntries(state, [{ type, data }])
    return refusal ?? { index: state.log.lastIndex, term: state.term }
  }

  private stepLocal(local: Message): void {
    core.step(this.state, local)
  }

  /** What may not come from outside. */
  private refusal({ type, from, to }: Message): StepError | undefined {
    const { state } = this
    if (to !== state.id) return 'wrong-replica'
    if (from === APPEND_THREAD || from === APPLY_THREAD) return undefined
    switch (type) {
      case 'MsgHup':
      case 'MsgBeat':
      case 'MsgUnreachable':
      case 'MsgSnapStatus':
      case 'MsgCheckQuorum':
      case 'MsgStorageAppend':
      case 'MsgStorageAppendResp':
      case 'MsgStorageApply':
      case 'MsgStorageApplyResp':
        return 'local-message'
      case 'MsgAppResp':
      case 'MsgVoteResp':
      case 'MsgPreVoteResp':
      case 'MsgHeartbeatResp':
      case 'MsgReadIndexResp':
        return state.progress.has(from) ? undefined : 'peer-not-found'
      default:
        return undefined
    }
  }

  private observe(nowMs: number): void {
    const { state } = this
    assert(nowMs >= state.nowMs, () => `time falls from ${state.nowMs} to ${nowMs}`)
    state.nowMs = nowMs
    // The first reading: a promise made just before the restart ends one election timeout after it at the latest.
    if (state.promisedUntilMs === Infinity) {
      state.promisedUntilMs = nowMs + state.config.electionTimeoutMs
    }
  }
}
