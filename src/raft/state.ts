/**
 * Everything one replica's core knows, and the two outgoing queues. The rules that change it are in the files of the
 * roles; this file only keeps the parts consistent with each other.
 *
 * A message goes into `queueNow` if it may leave at once, and into `queueAfterAppend` if it promises something that
 * must be durable first: votes, requests for them and acknowledgements of appends (Raft, figure 2: "persistent state …
 * updated on stable storage before responding"), also those to oneself.
 */
import { assert } from '../base/assert.ts'
import type { ReplicaId } from '../base/ids.ts'
import type { RaftConfig } from './config.ts'
import { RaftLog } from './log.ts'
import type { LogStorage } from './log-storage.ts'
import { isVoter, membershipOf, type Membership } from './membership.ts'
import {
  message,
  NONE,
  type ConfState,
  type HardState,
  type Message,
  type MessageType,
} from './messages.ts'
import { Progress } from './progress.ts'
import { quorumReached } from './quorum.ts'
import { HeartbeatRounds, type ReadState } from './read-index.ts'

export type Role = 'follower' | 'pre-candidate' | 'candidate' | 'leader'

export class RaftState {
  readonly config: RaftConfig
  readonly id: ReplicaId
  readonly log: RaftLog
  readonly rounds = new HeartbeatRounds()

  term = 0
  vote: ReplicaId = NONE
  lead: ReplicaId = NONE
  role: Role = 'follower'
  /** Answers to this candidate's (or pre-candidate's) requests. */
  readonly votes = new Map<ReplicaId, boolean>()

  conf: ConfState
  progress: ReadonlyMap<ReplicaId, Progress>
  /** The values of `progress`, in ascending order of id: for loops without garbage. */
  peers: readonly Progress[]

  electionElapsed = 0
  heartbeatElapsed = 0
  randomizedElectionTicks = 0
  /** The reading that came with the newest event, monotonic milliseconds. */
  nowMs = 0
  /** Until then this replica elects nobody: it answered a heartbeat whose sender may hold a lease. */
  promisedUntilMs = -Infinity

  leadTransferee: ReplicaId = NONE
  /** No membership change may be proposed before this index is applied. */
  pendingConfIndex = 0
  /** Index of the first entry of this term, on a leader. */
  termStartIndex = 0
  /** Data bytes of proposals of this term that are not applied yet. */
  uncommittedBytes = 0

  /** A snapshot that must wait until the membership changes handed out before it are applied. */
  heldSnapshot: Message | undefined = undefined

  queueNow: Message[] = []
  queueAfterAppend: Message[] = []
  readStates: ReadState[] = []
  /** A heartbeat round has begun whose messages are still in `queueNow`, or have not been taken by the caller. */
  roundQueued = false

  // Bound once, so that quorum arithmetic allocates no closures.
  private readonly matchOf = (id: ReplicaId): number => this.progress.get(id)?.match ?? 0
  private readonly answeredRoundOf = (id: ReplicaId): number =>
    this.progress.get(id)?.answeredRound ?? 0

  constructor(config: RaftConfig, storage: LogStorage) {
    this.config = config
    this.id = config.id
    this.log = new RaftLog(storage, config.trace, config.maxCommittedBytesPerReady)
    const { hardState, confState } = storage.initialState()
    const membership = membershipOf(confState, (id) => this.newProgress(id))
    this.conf = membership.conf
    this.progress = membership.progress
    this.peers = [...membership.progress.values()]
    this.term = hardState.term
    this.vote = hardState.vote
    this.loadIndexes(hardState)
  }

  /** The progress entry of a member that is added now (etcd: next index from the leader's own log end). */
  newProgress(id: ReplicaId): Progress {
    return new Progress(id, Math.max(this.log.lastIndex, 1), {
      messages: this.config.maxInflightMessages,
      bytes: this.config.maxInflightBytes,
    })
  }

  get ownProgress(): Progress | undefined {
    return this.progress.get(this.id)
  }

  get isLeader(): boolean {
    return this.role === 'leader'
  }

  /** Whether this replica could become leader: a voter that is not waiting for a snapshot. */
  get promotable(): boolean {
    return isVoter(this.conf, this.id) && this.log.unstable.snapshot === undefined
  }

  /** The index that a quorum holds (joint: each half's quorum), by the leader's knowledge. */
  quorumMatch(): number {
    return quorumReached(this.conf, this.matchOf)
  }

  /** The newest heartbeat round that a quorum has answered. */
  quorumRound(): number {
    return quorumReached(this.conf, this.answeredRoundOf)
  }

  setMembership(membership: Membership): void {
    this.conf = membership.conf
    this.progress = membership.progress
    this.peers = [...membership.progress.values()]
  }

  /** An entry of this leader's term is committed: only now does it know the group's commit index (thesis, 6.4). */
  get committedInTerm(): boolean {
    return this.isLeader && this.log.committed >= this.termStartIndex
  }

  /** Sends a message that carries the current term and depends on nothing that is not durable. */
  send(type: MessageType, fields: Partial<Omit<Message, 'type' | 'term'>>): void {
    this.sendNow(message(type, { from: this.id, ...fields, term: this.term }))
  }

  sendNow(outgoing: Message): void {
    assert(outgoing.to !== this.id, () => `${outgoing.type} to oneself`)
    this.queueNow.push(outgoing)
  }

  sendAfterAppend(outgoing: Message): void {
    this.queueAfterAppend.push(outgoing)
  }

  debug(text: () => string): void {
    if (this.config.trace.wants('debug')) this.config.trace.emit('debug', text())
  }

  info(text: () => string): void {
    if (this.config.trace.wants('info')) this.config.trace.emit('info', text())
  }

  warn(text: () => string): void {
    if (this.config.trace.wants('warn')) this.config.trace.emit('warn', text())
  }

  private loadIndexes(hardState: HardState): void {
    const { log, config } = this
    log.commitTo(hardState.commit)
    if (config.applied === 0) return
    // The commit index is not synced for itself, so the state machine may know a higher one.
    log.commitTo(config.applied)
    assert(config.applied >= log.applied, () => `applied ${config.applied} below the log's start`)
    log.appliedTo(config.applied, 0)
  }
}
