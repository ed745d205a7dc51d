/**
 * A replica of a key-value shard: the Raft core, the shard's state machine, and, while it leads, the proposals, waiting commands
 * and reads of its callers.
 */
import { assert } from '../base/assert.ts'
import type { ByteBudget } from '../base/byte-budget.ts'
import type { Clock } from '../base/clock.ts'
import type { HybridClock } from '../base/hybrid-clock.ts'
import {
  timestamp,
  type NodeId,
  type ReplicaId,
  type ShardId,
  type Timestamp,
} from '../base/ids.ts'
import { decodeConfChange, NONE, type Entry, type RawNode, type ReadState } from '../raft/index.ts'
import { decodeBatch } from '../shard/command-codec.ts'
import type { Batch, Command } from '../shard/command.ts'
import { rangeContains, type Descriptor } from '../shard/descriptor.ts'
import type { ReleasedLocks } from '../shard/entry-context.ts'
import type { ShardMachine } from '../shard/machine.ts'
import { isOfAnyReplica, type CommandReply, type Read } from '../shard/request.ts'
import type { UnforgottenCommit } from '../shard/outcomes.ts'
import type { RowFetch } from '../shard/row-fetch.ts'
import type { PrepareRecord } from '../txn/types.ts'
import type { Engine } from '../storage/engine.ts'
import type { WriteBatch } from '../storage/write-batch.ts'
import { ownCall, refused, type CommandCall, type ReadCall } from './calls.ts'
import { isEnd } from './foreseen-locks.ts'
import { KvProposals, type Proposal } from './kv-proposals.ts'
import { KvReads } from './kv-reads.ts'
import { KvSplit } from './kv-split.ts'
import { KvWaiting } from './kv-waiting.ts'
import { KvWatches, type WatchLimits } from './kv-watches.ts'
import type { Replica } from './raft-group.ts'
import type { PendingRows, ReplicatedState } from './replicated-state.ts'
import type { ShardSettings } from './shard-settings.ts'

export interface KvReplicaOptions {
  readonly node: RawNode
  readonly machine: ShardMachine
  readonly engine: Engine
  readonly clock: HybridClock
  readonly monotonic: Clock
  readonly settings: () => ShardSettings
  readonly readMode: 'lease' | 'read-index'
  readonly batchBytesMax: number
  readonly outcomeBytesMax: () => number
  /** This node's wall clock is too far from the others' to give stamps (05, "Timestamps"). */
  readonly clockSkewed: () => boolean
  /** Whether that node lives, and its clock is right. */
  readonly isInTime: (node: NodeId) => boolean
  readonly diskFull: () => boolean
  /** Asks for a turn of the driver for this shard. */
  readonly wake: () => void
  readonly durablyApplied: (index: number) => void
  readonly roleChanged: (replica: KvReplica) => void
  /** The shard has split: `child` is the other half, as of the entry that was just applied. */
  readonly splitOff: (parent: KvReplica, child: ShardMachine) => void
  /** Its effects went into an engine batch. */
  readonly sealed: (replica: KvReplica) => void
  /** A prepared transaction whose outcome is overdue: somebody must recover it. */
  readonly overdue: (record: PrepareRecord) => void
  /** A commit over several shards that nobody forgot in time: see to it that all have applied it, then forget it. */
  readonly unforgotten: (commit: UnforgottenCommit) => void
  /** Somebody watches the shard here, or nobody does any more. */
  readonly watched: (replica: KvReplica, isWatched: boolean) => void
  readonly watchLimits: WatchLimits
  readonly watchBudget: ByteBudget
  readonly fatal: (error: unknown) => void
}

/**
 * Older than the time that a coordinator gives its votes, which may legally be spent waiting in line: a sweep must not fence
 * transactions that are well. A prepare record older than this is asked after (05: reads that meet a lock "start recovery when it is overdue"). */
const OVERDUE_MS = 2_500
const SWEEP_INTERVAL_MS = 500
/**
 * How long after its id's expiry a commit should have been forgotten. Each participant holds the record; the first in
 * the list sees to it, the others wait this much longer for it to be done.
 */
const UNFORGOTTEN_MICROS = 5_000_000
const UNFORGOTTEN_INTERVAL_MS = 2_000
/** Handed out at a sweep; the next one comes for the rest. */
const UNFORGOTTEN_MAX = 256

/** Who leads, as far as this replica knows, and whether it does so itself. */
interface Announced {
  readonly leader: ReplicaId
  readonly term: number
  readonly serving: boolean
}

const UNHEARD_OF: Announced = { leader: NONE, term: 0, serving: false }

export class KvReplica implements Replica, ReplicatedState {
  readonly shard: ShardId
  readonly replica: ReplicaId
  readonly node: RawNode
  readonly machine: ShardMachine
  private readonly options: KvReplicaOptions
  private readonly proposals: KvProposals
  private readonly waiting: KvWaiting
  private readonly reads: KvReads
  private readonly watches: KvWatches
  private readonly split: KvSplit
  /**
   * Shards that were split off and that the engine does not have. Their first rows go into one batch with those by which this one
   * has shrunk: else a crash in between would leave a parent without a child, or a parent that is replayed from before the split and
   * writes old heads over the child's.
   */
  private unborn: ShardMachine[] = []
  /** Batches of entries in the log that are not applied yet, decoded once. */
  private readonly foreseen = new Map<number, { readonly term: number; readonly batch: Batch }>()
  /** Term in which this replica last led; 0 = it does not lead. */
  private ledTerm = 0
  /** What was last told of this replica. */
  private announced: Announced = UNHEARD_OF
  /** Term in which it last put its clock above everything in the log. */
  private clockTerm = 0
  private closed = false
  private ceilingRequested = false
  private locksReleased = false
  /** A request has come since `mayRest` was last asked. */
  private askedSince = false
  private nextSweepMs = 0
  /** When a sweep first met a prepare record. */
  private readonly metMs = new WeakMap<PrepareRecord, number>()
  private nextUnforgottenMs = 0

  constructor(options: KvReplicaOptions) {
    const { node, machine } = options
    this.options = options
    this.node = node
    this.machine = machine
    this.shard = machine.descriptor.shard
    this.replica = node.id
    const leaderNode = () => this.leaderNode ?? 0
    this.proposals = new KvProposals({
      ...options,
      leaderNode,
      outcomesFull: () => this.raiseCeiling(this.options.clock.peek()),
      dropped: ({ command }) => {
        if (command.kind === 'prepare') this.waiting.released(command.id)
      },
    })
    this.waiting = new KvWaiting((call) => this.resubmit(call))
    this.reads = new KvReads({
      ...options,
      mode: options.readMode,
      serving: () => this.serving,
      silent: () => this.proposals.splitUnderWay,
      open: () => !this.closed,
      raiseCeiling: (at) => this.raiseCeiling(at),
      leaderNode,
    })
    this.split = new KvSplit({
      ...options,
      carriesPrepares: () => this.proposals.carriesPrepares,
      propose: (call) => {
        this.proposals.submit(call)
        options.wake()
      },
      goOn: (call) => this.resubmit(call),
    })
    this.watches = new KvWatches({
      ...options,
      leaderNode,
      raiseCeiling: (at) => this.raiseCeiling(at),
      watched: (isWatched) => options.watched(this, isWatched),
    })
  }

  /** For the node's watchers, also while the shard sleeps. */
  tickWatches(nowMs: number): void {
    if (this.serving) this.watches.tick(nowMs)
  }

  get state(): ReplicatedState {
    return this
  }

  get descriptor(): Descriptor {
    return this.machine.descriptor
  }

  get appliedIndex(): number {
    return this.machine.appliedIndex
  }

  /** A seal always holds everything that is applied. */
  get sealedIndex(): number {
    return this.machine.appliedIndex
  }

  get unsealedVersions(): number {
    return this.machine.unsealedVersions
  }

  /** Leads, and has applied an entry of its term, hence everything that was acknowledged before (02, "Reads"). */
  get serving(): boolean {
    return !this.closed && this.node.isLeader && this.machine.appliedTerm === this.node.term
  }

  /** Node of the leader as this replica sees it. */
  get leaderNode(): NodeId | undefined {
    const { leader } = this.node
    return leader === 0 ? undefined : this.nodeOf(leader)
  }

  nodeOf(replica: ReplicaId): NodeId | undefined {
    return this.descriptor.replicas.find((member) => member.replica === replica)?.node
  }

  // ---- requests of gateways

  submit(call: CommandCall): void {
    if (!this.serving) {
      call.answered(this.notServing())
      return
    }
    if (call.rangeEpoch !== this.descriptor.epoch.range) {
      call.answered(refused('STALE_EPOCH', `shard ${this.shard} has another range now`))
      return
    }
    this.askedSince = true
    if (this.options.clockSkewed() && this.hasVoterInTime()) {
      // The shard is on its way to another leader (leader-balance.ts); where there is no other, time must do as it is.
      call.answered(refused('NOT_LEADER', 'the clock of the node that leads the shard is wrong'))
      return
    }
    this.startServing()
    if (call.command.kind === 'split') {
      this.split.ask(call, call.command)
      return
    }
    // Nobody overtakes a line, even if no lock is in the way just now: readers would starve a writer.
    if (!this.waiting.isEmpty && this.waiting.joinLine(call)) return
    this.propose(call)
  }

  private hasVoterInTime(): boolean {
    return this.node.confState.voters.some((voter) => {
      const place = this.nodeOf(voter)
      return place !== undefined && this.options.isInTime(place)
    })
  }

  read(call: ReadCall): void {
    const { read } = call
    if (!this.serving) {
      if (this.holds(read)) {
        this.readClosed(call)
        return
      }
      call.readAnswered(this.notServing())
      return
    }
    if (call.rangeEpoch !== this.descriptor.epoch.range) {
      call.readAnswered(refused('STALE_EPOCH', `shard ${this.shard} has another range now`))
      return
    }
    if (read.kind === 'changes') {
      this.watches.ask(call, read)
      return
    }
    this.askedSince = true
    this.startServing()
    this.reads.submit(call)
  }

  /** Snapshot and stale reads up to here are answered here, by this replica alone. */
  get closedUpTo(): Timestamp {
    if (this.closed) return timestamp(0)
    if (!this.serving) return this.machine.closedUpTo
    return this.closable
  }

  /** What a leader may close now, by the ceiling that is applied here. */
  private get closable(): Timestamp {
    return timestamp(Math.min(this.options.clock.peek(), this.machine.ceiling))
  }

  /** How much later that could be, by what is applied; 0 before anything was closed. */
  get closedLagMicros(): number {
    const { closedUpTo } = this
    if (closedUpTo === 0) return 0
    return Math.max(0, this.closable - closedUpTo)
  }

  /** Whether this replica, which does not lead, may answer the read all the same. */
  private holds(read: Read): boolean {
    if (this.closed || !isOfAnyReplica(read)) return false
    return read.at !== 0 && read.at <= this.machine.closedUpTo
  }

  private readClosed(call: ReadCall): void {
    if (call.rangeEpoch === this.descriptor.epoch.range) this.reads.submitClosed(call)
    else call.readAnswered(refused('STALE_EPOCH', `shard ${this.shard} has another range now`))
  }

  /** A command that has waited goes on. */
  private resubmit(call: CommandCall): void {
    if (this.serving) this.propose(call)
    else call.answered(this.notServing())
  }

  private propose(call: CommandCall): void {
    if (call.command.kind === 'prepare' && this.split.holdsBack) {
      this.split.hold(call)
      return
    }
    const block = this.proposals.locks.blockerOf(call.command)
    if (block !== undefined) {
      const { holder, keyspace, key } = block
      this.waiting.wait(call, { id: holder.id, age: holder.age, keyspace, key })
      return
    }
    this.proposals.submit(call)
    // Behind the end of a transaction nobody has to wait for it any more.
    if (isEnd(call.command)) this.waiting.released(call.command.id)
    // What has to gather behind an entry under way is looked at again when that is applied.
    if (this.proposals.mayPropose) this.options.wake()
  }

  // ---- Replica: the driver's side

  closeBatch(): void {
    if (!this.serving) return
    this.proposals.closeBatch()
    this.reads.closeRound()
  }

  roleChanged(): void {
    const leadsTerm = this.node.isLeader ? this.node.term : 0
    if (this.ledTerm !== 0 && this.ledTerm !== leadsTerm) this.abandon()
    this.ledTerm = leadsTerm
    this.announce()
  }

  /** Tells who leads and whether it serves, when that is news: the core reports much that is not. */
  private announce(): void {
    const { serving } = this
    const { leader, term } = this.node
    const { announced } = this
    if (leader === announced.leader && term === announced.term && serving === announced.serving) {
      return
    }
    this.announced = { leader, term, serving }
    this.options.roleChanged(this)
  }

  readsConfirmed(states: readonly ReadState[]): void {
    this.reads.confirmed(states)
  }

  applied(): void {
    const released = this.locksReleased
    this.locksReleased = false
    if (!this.split.isIdle) this.split.look()
    this.reads.applied(released)
    this.watches.applied()
  }

  tick(nowMs: number): void {
    this.reads.tick(nowMs)
    if (!this.serving) return
    if (!this.waiting.isEmpty) this.waiting.tick(nowMs)
    if (!this.split.isIdle) this.split.look()
    if (nowMs >= this.nextSweepMs && !this.machine.locks.isEmpty) {
      this.nextSweepMs = nowMs + SWEEP_INTERVAL_MS
      this.sweep(nowMs)
    }
    if (nowMs >= this.nextUnforgottenMs) {
      this.nextUnforgottenMs = nowMs + UNFORGOTTEN_INTERVAL_MS
      this.sweepUnforgotten()
    }
  }

  mayRest(): boolean {
    const wasAsked = this.askedSince
    this.askedSince = false
    return (
      !wasAsked &&
      this.serving &&
      this.machine.locks.isEmpty &&
      this.proposals.isIdle &&
      this.waiting.isEmpty &&
      this.reads.isIdle &&
      this.split.isIdle &&
      this.machine.unforgottenBefore(timestamp(Infinity), 1).length === 0
    )
  }

  /**
   * Up to the ceiling that is applied, so that whoever leads next stamps above it; what is proposed from here on is stamped
   * above the clock.
   */
  closesUpTo(): Timestamp {
    if (!this.serving) return timestamp(0)
    const closed = this.closable
    this.options.clock.merge(closed)
    this.machine.closeTimestamp(closed, this.node.lastIndex)
    return closed
  }

  leaderClosed(at: number, index: number): void {
    this.machine.closeTimestamp(timestamp(at), index)
  }

  durablyApplied(index: number): void {
    this.options.durablyApplied(index)
  }

  close(): void {
    if (this.closed) return
    this.closed = true
    this.abandon()
    this.machine.close()
  }

  // ---- ReplicatedState: the pump's side

  get mayLag(): boolean {
    return !this.node.isLeader
  }

  foresee(entry: Entry): PendingRows | undefined {
    if (entry.data.length === 0) return undefined
    const fetch = this.machine.missingHeads(this.batchOf(entry))
    return fetch === undefined ? undefined : this.pending(fetch)
  }

  apply(entry: Entry): PendingRows | undefined {
    const batch = entry.data.length === 0 ? undefined : this.batchOf(entry)
    const result = this.machine.apply(entry.index, entry.term, batch)
    if (result.kind === 'needs') return this.pending(result.fetch)
    this.foreseen.delete(entry.index)
    if (this.ledTerm !== 0 && !this.announced.serving) this.announce()
    const proposal = this.proposals.take(entry.index, entry.term)
    if (batch !== undefined) this.merge(batch)
    // Answers first: a command of this very entry may have to wait for a lock that the same entry released.
    if (proposal !== undefined) this.answer(proposal, result.replies)
    for (const lock of result.released) this.released(lock)
    if (result.child !== undefined) this.wasSplit(result.child)
    // What has gathered meanwhile may be proposed now.
    if (!this.proposals.isEmpty) this.options.wake()
    return undefined
  }

  /** The first rows of `child` go into the engine with the next ones of this shard. */
  adopt(child: ShardMachine): void {
    this.unborn.push(child)
  }

  /** Whoever waits here under the old range finds his way anew. */
  private wasSplit(child: ShardMachine): void {
    this.options.splitOff(this, child)
    if (!this.serving) return
    const stale = refused('STALE_EPOCH', `shard ${this.shard} has another range now`)
    this.proposals.turnAllAway(stale)
    this.waiting.turnAllAway()
    this.split.abandon(stale)
    // Followers hear with the next entry that this one is committed.
    this.raiseCeiling(this.options.clock.peek())
  }

  applyConfChange(entry: Entry): void {
    const confState = this.node.applyConfChange(decodeConfChange(entry.data))
    this.machine.applyMembership(entry.index, entry.term, this.descriptor, confState)
    // Where the leader is may be known only now.
    this.announced = UNHEARD_OF
    this.announce()
  }

  get owesRows(): boolean {
    return this.unborn.length > 0
  }

  seal(sequence: number, batch: WriteBatch): void {
    this.machine.seal(sequence, batch)
    for (const child of this.unborn.splice(0)) child.seal(sequence, batch)
    this.options.sealed(this)
  }

  written(sequence: number): void {
    this.machine.cleanUpTo(sequence)
  }

  beforeCheckpoint(): void {
    // Everything is in the rows already.
  }

  // ----

  private notServing() {
    // A follower that sleeps should see whether there is a leader.
    this.options.wake()
    const leader = this.node.isLeader ? 0 : (this.leaderNode ?? 0)
    return refused('NOT_LEADER', `shard ${this.shard} is not led here`, { leader })
  }

  /** Once per term: later stamps must be above the shard's ceiling and everything in its log. */
  private startServing(): void {
    if (this.clockTerm === this.node.term) return
    const { machine } = this
    const floor = Math.max(machine.lastStamp, machine.clockFloor, machine.ceiling)
    this.options.clock.merge(timestamp(floor))
    this.clockTerm = this.node.term
  }

  private batchOf(entry: Entry): Batch {
    const known = this.foreseen.get(entry.index)
    if (known?.term === entry.term) return known.batch
    const proposed = this.proposals.peek(entry.index, entry.term)
    const batch = proposed ?? decodeBatch(entry.data)
    this.foreseen.set(entry.index, { term: entry.term, batch })
    return batch
  }

  private pending(fetch: RowFetch): PendingRows {
    const { keys, ranges } = fetch
    return { keys, ranges, fill: (values, rows) => this.machine.fill(fetch, values, rows) }
  }

  /** A replica's clock follows its log, so that whoever leads next stamps above it. */
  private merge(batch: Batch): void {
    this.options.clock.merge(timestamp(batch.stamp + batch.commands.length))
  }

  private released({ holder }: ReleasedLocks): void {
    this.locksReleased = true
    if (this.serving) this.waiting.released(holder.id)
  }

  private answer(proposal: Proposal, replies: readonly CommandReply[]): void {
    assert(replies.length === proposal.calls.length, 'one reply per command')
    for (let i = 0; i < replies.length; i++) {
      const call = proposal.calls[i]!
      const reply = replies[i]!
      if (reply.kind === 'locked' && this.serving) {
        // It waits, unless the holder is gone since (later commands of the same entry can have ended it) or will be.
        this.propose(call)
        continue
      }
      if (call.command.kind === 'prepare' && !tookHold(reply)) {
        this.waiting.released(call.command.id)
      }
      if (reply.kind === 'locked') call.answered(this.notServing())
      else call.answered({ kind: 'reply', reply })
    }
  }

  private raiseCeiling(at: Timestamp): void {
    this.proposals.wantCeiling(at)
    if (this.ceilingRequested) return
    this.ceilingRequested = true
    const command: Command = { kind: 'raise-ceiling' }
    this.proposals.submit(
      ownCall(command, this.descriptor.epoch.range, () => {
        this.ceilingRequested = false
      }),
    )
    this.options.wake()
  }

  /**
   * A record is as old as its stamp says, or as this leader knows it to be: when a clock was ahead, cluster time stands still until
   * the others have caught up with it, and by stamps nothing becomes older.
   */
  private sweep(nowMs: number): void {
    const overdueBefore = this.options.clock.peek() - OVERDUE_MS * 1000
    for (const record of this.machine.preparedRecords()) {
      const metMs = this.metMs.get(record)
      if (metMs === undefined) this.metMs.set(record, nowMs)
      const isKnownLong = metMs !== undefined && nowMs - metMs >= OVERDUE_MS
      if (isKnownLong || record.stamp < overdueBefore) this.options.overdue(record)
    }
  }

  private sweepUnforgotten(): void {
    const now = this.options.clock.peek()
    const late = timestamp(Math.max(0, now - UNFORGOTTEN_MICROS))
    for (const commit of this.machine.unforgottenBefore(late, UNFORGOTTEN_MAX)) {
      const [one] = commit.outcome.participants
      const first = one !== undefined && rangeContains(this.descriptor.range, one.token)
      if (first || commit.id.expiry < late - UNFORGOTTEN_MICROS) this.options.unforgotten(commit)
    }
  }

  private abandon(): void {
    this.proposals.abandon()
    this.waiting.abandon()
    this.reads.abandon()
    this.watches.abandon()
    this.split.abandon(refused('NOT_LEADER', 'the shard has another leader'))
    this.ceilingRequested = false
  }
}

function tookHold(reply: CommandReply): boolean {
  return reply.kind === 'participant' && reply.answer.kind === 'prepared'
}
