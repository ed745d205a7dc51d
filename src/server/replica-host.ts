/**
 * Which replicas live on this node: brought back from disk at start, made when placement says so. Everything that a
 * replica needs from the node is put together here.
 */
import { assert } from '../base/assert.ts'
import { ByteBudget } from '../base/byte-budget.ts'
import type { HybridClock } from '../base/hybrid-clock.ts'
import type { Clock, Scheduler } from '../base/clock.ts'
import {
  nodeId,
  replicaId,
  segment,
  timestamp,
  PLACEMENT_SHARD,
  type NodeId,
  type OperationId,
  type ReplicaId,
  type Segment,
  type ShardId,
  type Timestamp,
} from '../base/ids.ts'
import type { SeededRandom } from '../base/random.ts'
import type { TraceSink } from '../base/trace.ts'
import type { Config } from '../config/config.ts'
import { PlacementMachine } from '../placement/machine.ts'
import type { MapDelta } from '../placement/view.ts'
import {
  NO_MEMBERS,
  NONE,
  RawNode,
  type ConfState,
  type LogStorage,
  type Message,
  type MessageType,
  type RaftConfig,
  type Snapshot,
} from '../raft/index.ts'
import { rangesOverlap, replicaOn, type Descriptor, type TokenRange } from '../shard/descriptor.ts'
import { HeadCacheBudget } from '../shard/head-cache.ts'
import { metaBounds, metaKey } from '../shard/keys.ts'
import { ShardMachine } from '../shard/machine.ts'
import { decodeMeta } from '../shard/meta-row.ts'
import type { UnforgottenCommit } from '../shard/outcomes.ts'
import type { Participant } from '../txn/types.ts'
import type { RaftEnvelope, Transport } from '../net/transport.ts'
import { scanPages, type Engine, type Row } from '../storage/engine.ts'
import type { LogItem, RaftLog } from '../storage/raft-log.ts'
import { WriteBatch } from '../storage/write-batch.ts'
import type { CommandCall, ReadCall } from './calls.ts'
import { refused } from './calls.ts'
import type { ClusterState } from './cluster-state.ts'
import { EarlyMessages } from './early-messages.ts'
import { KvReplica } from './kv-replica.ts'
import { LogKeeper } from './log-keeper.ts'
import { PlacementReplica } from './placement-replica.ts'
import { decodePlacementRow, PLACEMENT_ROW_KEY, type PlacementRow } from './placement-row.ts'
import type { RaftDriver } from './raft-driver.ts'
import type { Replica } from './raft-group.ts'
import { sweepSegments } from './segment-garbage.ts'
import { SnapshotReceiver } from './snapshot-receiver.ts'
import type { LocalShards } from './shard-router.ts'

/** Where the log of a founding replica begins: behind an imaginary first entry that everybody has. */
const FOUNDING_POSITION = { index: 1, term: 1 }
/** What waits to be sent: to one watcher of a shard, and to all watchers of the shards that are led here. */
const WATCH_LIMITS = { watcherBytes: 2 ** 20 }
const WATCH_NODE_BYTES = 2 ** 26

export interface ReplicaHostOptions {
  readonly config: Config
  readonly self: NodeId
  /** Of the data directory. */
  readonly identity: string
  readonly clock: HybridClock
  readonly monotonic: Clock
  readonly scheduler: Scheduler
  readonly random: SeededRandom
  readonly engine: Engine
  readonly raftLog: RaftLog
  readonly driver: RaftDriver
  readonly cluster: ClusterState
  readonly trace: TraceSink
  readonly transport: () => Transport
  readonly log: (message: string, fields: Record<string, unknown>) => void
  readonly fatal: (error: unknown) => void
  readonly diskFull: () => boolean
  readonly clockSkewed: () => boolean
  readonly isInTime: (node: NodeId) => boolean
  /** Leadership of a shard moved, as seen by the replica here. */
  readonly leaderChanged: (shard: ShardId) => void
  /** A transaction's outcome is overdue. */
  readonly overdue: (id: OperationId, participants: readonly Participant[]) => void
  /** A commit over several shards that nobody forgot in time. */
  readonly unforgotten: (commit: UnforgottenCommit) => void
  readonly placementChanged: (delta: MapDelta) => void
  /** A shard has split here. `leads`: this replica leads the parent. */
  readonly split: (parent: Descriptor, child: Descriptor, leads: boolean) => void
  /** A replica is new here, or puts a batch into the engine: it may have something to forget, and another size. */
  readonly engineChanged: (replica: KvReplica) => void
}

/** Messages with which a replica begins that is not here: a leader's, and of who wants to lead. */
const BEGINNINGS: ReadonlySet<MessageType> = new Set([
  'MsgApp',
  'MsgHeartbeat',
  'MsgPreVote',
  'MsgVote',
])

export class ReplicaHost implements LocalShards {
  placement: PlacementReplica | undefined
  private readonly options: ReplicaHostOptions
  private readonly shards = new Map<ShardId, KvReplica>()
  private readonly leaderless = new Set<ShardId>()
  private readonly caches: HeadCacheBudget
  private readonly keeper: LogKeeper
  private readonly receiver: SnapshotReceiver
  private readonly creating = new Set<ShardId>()
  /** Replicas without a state that were told of. */
  private readonly lost = new Set<ShardId>()
  /** Messages for replicas that are not here yet. */
  private readonly early: EarlyMessages
  /** Those that somebody watches. */
  private readonly watched = new Set<KvReplica>()
  private readonly watchBudget = new ByteBudget(WATCH_NODE_BYTES)
  private nextSegment = 1
  private closed = false

  constructor(options: ReplicaHostOptions) {
    this.options = options
    this.caches = new HeadCacheBudget(options.config.cacheHeads)
    this.keeper = new LogKeeper(options.raftLog)
    this.early = new EarlyMessages(options.monotonic)
    this.receiver = new SnapshotReceiver({
      engine: options.engine,
      clock: options.monotonic,
      scheduler: options.scheduler,
      random: options.random.fork(),
      transport: options.transport,
      newSegment: () => segment(this.nextSegment++),
      step: (shard, message) => options.driver.step(shard, message),
      log: options.log,
    })
  }

  // ---- LocalShards

  leads(shard: ShardId): boolean {
    return this.shards.get(shard)?.serving ?? false
  }

  submit(shard: ShardId, call: CommandCall): void {
    const replica = this.shards.get(shard)
    if (replica === undefined) call.answered(notHere(shard))
    else replica.submit(call)
  }

  read(shard: ShardId, call: ReadCall): void {
    const replica = this.shards.get(shard)
    if (replica === undefined) call.readAnswered(notHere(shard))
    else replica.read(call)
  }

  closedUpTo(shard: ShardId): Timestamp {
    return this.shards.get(shard)?.closedUpTo ?? timestamp(0)
  }

  leaderOf(shard: ShardId): NodeId | undefined {
    return this.shards.get(shard)?.leaderNode
  }

  doubtLeader(shard: ShardId): void {
    if (this.shards.get(shard)?.serving === false) this.options.driver.touch(shard)
  }

  // ----

  replica(shard: ShardId): KvReplica | undefined {
    return this.shards.get(shard)
  }

  replicas(): IterableIterator<KvReplica> {
    return this.shards.values()
  }

  /** Replicas that know no leader. */
  get leaderlessCount(): number {
    return this.leaderless.size
  }

  /** Brings back every replica that the engine knows. Call once, before messages arrive. */
  async restore(): Promise<void> {
    const { engine, raftLog } = this.options
    for (const log of raftLog.shardLogs()) await this.receiver.redo(log)
    const metas: Row[] = []
    for await (const page of scanPages(engine, { ...metaBounds(), limit: 1000 }))
      metas.push(...page)
    const shardMetas = metas.filter(({ key }) => !key.equals(PLACEMENT_ROW_KEY))
    const live = new Set(shardMetas.map(({ value }) => decodeMeta(value).segment))
    this.nextSegment = Math.max(...live, await sweepSegments(engine, live)) + 1
    for (const { value } of shardMetas) await this.restoreShard(value)
    for (const { machine } of this.shards.values()) this.keepLists(machine)
    if (raftLog.findShard(PLACEMENT_SHARD) !== undefined) await this.startPlacement()
  }

  /** The node stops: nothing begins any more. */
  close(): void {
    this.closed = true
  }

  /** A few times a second: watchers of shards that are led here. */
  tickWatches(): void {
    if (this.watched.size === 0) return
    const nowMs = this.options.monotonic.monotonicMs()
    for (const replica of [...this.watched]) replica.tickWatches(nowMs)
  }

  /** What reads brought in beyond the bound goes again. */
  trimCaches(): void {
    this.caches.enforce()
  }

  /** Once a second: slow followers are spared within a bound. */
  enforceLogBudget(): void {
    this.keeper.enforceBudget()
  }

  // ---- snapshots

  /** A leader offers a snapshot to a replica here. */
  snapshotOffered(from: NodeId, replica: Replica, message: Message): void {
    if (replica instanceof KvReplica) this.receiver.offered(from, replica, message)
    else this.receiver.offeredInline(replica, message)
  }

  snapshotSegment(shard: ShardId, snapshot: Snapshot): Segment {
    return this.receiver.segmentOf(shard, snapshot)
  }

  /** The snapshot's mark is durable: returns the replica with its state. */
  async installSnapshot(replica: Replica, snapshot: Snapshot): Promise<Replica> {
    const { shard, node } = replica
    const before = replica instanceof KvReplica ? replica.machine : undefined
    const meta = await this.receiver.activate(shard, before?.garbage.isKept === true)
    if (before !== undefined) this.releaseLists(before)
    this.options.raftLog.forgetSnapshotMark(shard, snapshot.index)
    replica.close()
    if (replica instanceof PlacementReplica)
      return this.placementFrom(node, decodePlacementRow(meta))
    return this.kvReplica(node, await this.loadMachine(meta))
  }

  // ---- splits

  /**
   * A shard has split: its other half begins here with what was made of it, unless there is a replica already, or was one.
   */
  private splitOff(parent: KvReplica, machine: ShardMachine): void {
    const { self, raftLog, fatal } = this.options
    const { descriptor, shard } = machine
    this.options.split(parent.descriptor, descriptor, parent.node.isLeader)
    const place = replicaOn(descriptor, self)
    const isHere = this.shards.has(shard) || this.creating.has(shard)
    if (
      place === undefined ||
      isHere ||
      raftLog.findShard(shard) !== undefined ||
      raftLog.smallestAcceptable(shard) > place.replica
    ) {
      machine.close()
      parent.machine.garbage.listsCopied(shard)
      if (this.shards.get(shard)?.machine.segment !== machine.segment) {
        parent.machine.disown(descriptor.range)
      }
      return
    }
    this.creating.add(shard)
    this.keepLists(machine)
    parent.adopt(machine)
    this.begin(machine, place.replica, parent.node.isLeader).catch((error: unknown) => {
      // What was under way when the node began to stop.
      if (!this.closed) fatal(error)
    })
  }

  /**
   * What it begins with is durable before its log is, and that before it acts. So a log never lies here without its state, which
   * could not be had again if the parent, after a crash, got a snapshot instead of coming to the split once more; and rows without a log are of
   * a replica that has promised nothing.
   */
  private async begin(machine: ShardMachine, replica: ReplicaId, leads: boolean): Promise<void> {
    const { engine, driver, monotonic, scheduler } = this.options
    const { shard } = machine
    // When the entry is applied to its end.
    await new Promise<void>((resolve) => scheduler.endOfTurn(resolve))
    await driver.pump.caughtUp()
    await engine.flush()
    // Meanwhile the node may have begun to stop: its log takes nothing any more.
    if (this.closed) return
    await this.startLog(machine, replica)
    this.creating.delete(shard)
    const member = this.start(machine, false)
    driver.unsealed(shard)
    if (leads) {
      // Where the parent is led everybody is known to be well: no need to wait for silence.
      member.node.campaign(monotonic.monotonicMs())
      driver.touch(shard)
    }
  }

  private startLog(machine: ShardMachine, replica: ReplicaId): Promise<void> {
    return this.options.raftLog.append([logStart(machine, replica)])
  }

  /** Lists of garbage stay where they are until the shards that were split off have copied their parts. */
  private keepLists({ shard, segment: own, inherits }: ShardMachine): void {
    for (const parent of inherits) {
      const machine = this.shards.get(parent)?.machine
      if (machine?.segment === own) machine.garbage.keepListsFor(shard)
    }
  }

  /** A snapshot takes the machine's place, with lists of its own: nobody needs to keep any for it. */
  private releaseLists({ shard, inherits }: ShardMachine): void {
    for (const parent of inherits) this.shards.get(parent)?.machine.garbage.listsCopied(shard)
  }

  /**
   * A message for a replica that is not here. It waits for a moment, as the replica may be about to come: by a split, which
   * its sender has applied sooner. If it never comes that way, since the parent came here by a snapshot that had shrunk already, it
   * begins empty and gets a snapshot. It must not as long as a replica here owns some of its tokens: that one will split.
   *
   * A vote request lets it begin, too. A replica that never was here has promised nothing and holds nothing, so it may vote as any that
   * is far behind; and where another one is gone for good there is no leader without its vote.
   */
  unknownReplica(envelope: RaftEnvelope): void {
    const { shard, message } = envelope
    if (message.type !== 'MsgSnap') this.early.keep(envelope)
    const { cluster, self, identity, raftLog, fatal } = this.options
    if (!BEGINNINGS.has(message.type) || this.shards.has(shard) || this.creating.has(shard)) return
    const descriptor = cluster.view.shards.byShard(shard)
    const place = descriptor && replicaOn(descriptor, self)
    if (descriptor === undefined || place?.replica !== message.to || isFounding(descriptor)) return
    if (cluster.view.node(self)?.identity !== identity) return
    if (raftLog.smallestAcceptable(shard) > place.replica || this.owns(descriptor.range)) return
    if (this.isLost(shard, place.replica)) return
    this.creating.add(shard)
    this.beginEmpty(descriptor, place.replica).catch(fatal)
  }

  /**
   * Whether the log of the replica is here and the state in which it begins is not: a crash came while a snapshot took the parent
   * beyond a split that the engine did not have yet. What was acknowledged from that log and voted under its id stands, so it can
   * neither begin anew nor go on.
   */
  private isLost(shard: ShardId, replica: ReplicaId): boolean {
    const { raftLog, log } = this.options
    if ((raftLog.findShard(shard)?.firstIndex() ?? 1) === 1) return false
    if (!this.lost.has(shard)) {
      this.lost.add(shard)
      log('a replica has its log and no state: it must be removed and added again', {
        shard,
        replica,
      })
    }
    return true
  }

  private owns(range: TokenRange): boolean {
    for (const { descriptor } of this.shards.values()) {
      if (rangesOverlap(descriptor.range, range)) return true
    }
    return false
  }

  private async beginEmpty(descriptor: Descriptor, replica: ReplicaId): Promise<void> {
    const { raftLog, log } = this.options
    const { shard } = descriptor
    const existed = raftLog.findShard(shard) !== undefined
    if (!existed) {
      const hardState = { term: 0, vote: NONE, commit: 0 }
      await raftLog.append([{ shard, start: { index: 0, term: 0, replica }, hardState }])
    }
    this.creating.delete(shard)
    const machine = ShardMachine.empty(
      {
        segment: segment(this.nextSegment++),
        descriptor,
        confState: NO_MEMBERS,
        appliedIndex: 0,
        appliedTerm: 0,
      },
      this.caches,
    )
    log('a replica begins empty', { shard, replica })
    this.start(machine, existed)
  }

  // ----

  /** Makes the founding replicas that the map says belong here and that are missing. */
  async createMissing(): Promise<void> {
    const { cluster, self, identity, engine, raftLog } = this.options
    // A wiped node has lost the votes of its replicas: it must never hold them again under the old ids.
    if (cluster.view.node(self)?.identity !== identity) return
    const { shards } = cluster.view
    const machines: ShardMachine[] = []
    for (const slot of shards.overlapping({ start: 0, end: 2 ** 32 })) {
      const shard = shards.shardAt(slot)
      if (this.shards.has(shard) || this.creating.has(shard)) continue
      const descriptor = shards.descriptorAt(slot)
      const place = replicaOn(descriptor, self)
      // Replicas of later states of a shard begin empty and get a snapshot.
      if (place === undefined || !isFounding(descriptor)) continue
      if (raftLog.smallestAcceptable(shard) > place.replica) continue
      this.creating.add(shard)
      machines.push(this.foundingMachine(descriptor))
    }
    if (machines.length === 0) return
    // As for a shard that was split off: its rows first.
    const batch = new WriteBatch()
    for (const machine of machines) batch.put(metaKey(machine.shard), machine.metaBytes())
    await engine.write(batch)
    await engine.flush()
    const items = machines.map((machine) => logStart(machine, this.ownReplica(machine)))
    await raftLog.append(items)
    for (const machine of machines) this.found(machine)
  }

  private foundingMachine(descriptor: Descriptor): ShardMachine {
    return ShardMachine.empty(
      {
        segment: segment(this.nextSegment++),
        descriptor,
        confState: confStateOf(descriptor),
        appliedIndex: FOUNDING_POSITION.index,
        appliedTerm: FOUNDING_POSITION.term,
      },
      this.caches,
    )
  }

  private found(machine: ShardMachine): void {
    const { self, driver, monotonic } = this.options
    const { shard, descriptor } = machine
    this.creating.delete(shard)
    const member = this.start(machine, false)
    if (descriptor.replicas[0]?.node !== self) return
    // The preferred leader asks first, so that leaders are spread from the start.
    member.node.campaign(monotonic.monotonicMs())
    driver.touch(shard)
  }

  private ownReplica({ descriptor }: ShardMachine): ReplicaId {
    const place = replicaOn(descriptor, this.options.self)
    assert(place !== undefined, () => `shard ${descriptor.shard} has no replica here`)
    return place.replica
  }

  private async restoreShard(meta: Buffer): Promise<void> {
    const { descriptor } = decodeMeta(meta)
    const { shard } = descriptor
    const { raftLog, self } = this.options
    const place = descriptor.replicas.find(({ node }) => node === self)
    if (place === undefined || raftLog.smallestAcceptable(shard) > place.replica) return
    const machine = await this.loadMachine(meta)
    // Its first rows were written, and then the power failed: it has never acted.
    if (raftLog.findShard(shard) === undefined) await this.startLog(machine, place.replica)
    this.start(machine, true)
  }

  /** The machine whose rows lie in the engine under this `meta` row. */
  private async loadMachine(meta: Buffer): Promise<ShardMachine> {
    const { descriptor, segment: known } = decodeMeta(meta)
    const bounds = ShardMachine.loadBounds(descriptor.shard, known)
    const tables = await Promise.all(bounds.map((range) => this.options.engine.iterate(range)))
    return ShardMachine.load(meta, tables, this.caches)
  }

  private start(machine: ShardMachine, existed: boolean): KvReplica {
    const { self, raftLog, driver } = this.options
    const { shard, replicas } = machine.descriptor
    const { replica } = replicas.find(({ node }) => node === self)!
    const log = raftLog.shard(shard)
    log.setConfState(machine.confState)
    const member = this.kvReplica(
      this.rawNode(replica, log, machine.appliedIndex, existed),
      machine,
    )
    driver.add(member)
    for (const message of this.early.take(shard, replica)) driver.step(shard, message)
    return member
  }

  private kvReplica(node: RawNode, machine: ShardMachine): KvReplica {
    const { driver, cluster, config, engine } = this.options
    const { shard } = machine.descriptor
    const member: KvReplica = new KvReplica({
      node,
      machine,
      engine,
      clock: this.options.clock,
      monotonic: this.options.monotonic,
      settings: () => cluster.shardSettings,
      readMode: config.reads,
      batchBytesMax: config.raftMaxMessage,
      outcomeBytesMax: () => config.outcomesMax / this.shards.size,
      diskFull: this.options.diskFull,
      clockSkewed: this.options.clockSkewed,
      isInTime: this.options.isInTime,
      wake: () => driver.touch(shard),
      durablyApplied: (index) => this.keeper.durablyApplied(member, index),
      roleChanged: () => {
        this.noteLeader(member)
        this.options.leaderChanged(shard)
      },
      splitOff: (parent, child) => this.splitOff(parent, child),
      sealed: this.options.engineChanged,
      overdue: ({ id, participants }) => this.options.overdue(id, participants),
      unforgotten: this.options.unforgotten,
      watched: (replica, isWatched) => {
        if (isWatched) this.watched.add(replica)
        else this.watched.delete(replica)
      },
      watchLimits: WATCH_LIMITS,
      watchBudget: this.watchBudget,
      fatal: this.options.fatal,
    })
    this.shards.set(shard, member)
    this.options.engineChanged(member)
    this.noteLeader(member)
    return member
  }

  private noteLeader({ shard, leaderNode }: KvReplica): void {
    if (leaderNode === undefined) this.leaderless.add(shard)
    else this.leaderless.delete(shard)
  }

  /** Brings the placement replica back, or makes a founder's first one: see founding.ts for when that is right. */
  async startPlacement(): Promise<void> {
    const { engine, raftLog, self, driver, config } = this.options
    const founders = config.members.slice(0, placementSize(config.members.length))
    const shard = PLACEMENT_SHARD
    const existed = raftLog.findShard(shard) !== undefined
    if (!existed) {
      const hardState = {
        term: FOUNDING_POSITION.term,
        vote: NONE,
        commit: FOUNDING_POSITION.index,
      }
      const start = { ...FOUNDING_POSITION, replica: replicaId(self) }
      await raftLog.append([{ shard, start, hardState }])
    }
    const stored = await engine.get(PLACEMENT_ROW_KEY)
    const row = stored === undefined ? undefined : decodePlacementRow(stored)
    const machine =
      row === undefined ? new PlacementMachine() : PlacementMachine.fromSnapshot(row.snapshot)
    const voters = row?.members ?? founders.map(({ node }) => replicaId(node))
    const log = raftLog.shard(shard)
    log.setConfState({
      voters: [...voters].sort((a, b) => a - b),
      votersOutgoing: [],
      learners: [],
      learnersNext: [],
      autoLeave: false,
    })
    const applied = row ?? {
      appliedIndex: FOUNDING_POSITION.index,
      appliedTerm: FOUNDING_POSITION.term,
    }
    const node = this.rawNode(replicaId(self), log, applied.appliedIndex, existed)
    driver.add(this.placementReplica(node, machine, applied))
    if (machine.version > 0) this.options.placementChanged(machine.deltaSince(0))
  }

  private placementFrom(node: RawNode, row: PlacementRow): PlacementReplica {
    const machine = PlacementMachine.fromSnapshot(row.snapshot)
    this.options.placementChanged(machine.deltaSince(0))
    return this.placementReplica(node, machine, row)
  }

  private placementReplica(
    node: RawNode,
    machine: PlacementMachine,
    applied: Pick<PlacementRow, 'appliedIndex' | 'appliedTerm'>,
  ): PlacementReplica {
    const { driver } = this.options
    const replica: PlacementReplica = new PlacementReplica({
      node,
      machine,
      appliedIndex: applied.appliedIndex,
      appliedTerm: applied.appliedTerm,
      // Founders' replica ids are their node ids.
      nodeOf: (member) => nodeId(member),
      wake: () => driver.touch(PLACEMENT_SHARD),
      durablyApplied: (index) => this.keeper.durablyApplied(replica, index),
      changed: (delta) => this.options.placementChanged(delta),
    })
    this.placement = replica
    return replica
  }

  private rawNode(
    id: KvReplica['replica'],
    storage: LogStorage,
    applied: number,
    existed: boolean,
  ): RawNode {
    const { config, random, trace } = this.options
    return new RawNode(
      {
        id,
        ...raftTicks(config),
        preVote: true,
        checkQuorum: true,
        readMode: config.reads,
        asyncStorageWrites: true,
        maxMessageBytes: config.raftMaxMessage,
        maxInflightMessages: config.raftMaxInflightMessages,
        maxInflightBytes: config.raftMaxInflight,
        maxUncommittedBytes: config.raftMaxUncommitted,
        maxCommittedBytesPerReady: config.raftMaxInflight,
        lazyCommitNotice: true,
        coalescedHeartbeats: true,
        stepDownOnRemoval: true,
        compareCommits: true,
        requestVotesAtOnce: false,
        disableConfChangeValidation: false,
        applied,
        electionTimeoutMs: config.raftElection,
        leaseMarginMs: config.raftTick + config.raftLeaseDrift,
        voteAfterStartWait: existed,
        random: random.fork(),
        trace,
      },
      storage,
    )
  }
}

/** The Raft clock's settings in its own unit. */
export function raftTicks({
  raftTick,
  raftHeartbeat,
  raftElection,
}: Config): Pick<RaftConfig, 'electionTicks' | 'heartbeatTicks'> {
  return {
    electionTicks: Math.round(raftElection / raftTick),
    heartbeatTicks: Math.round(raftHeartbeat / raftTick),
  }
}

/** Placement runs on the first three members, or five where there are that many. */
export function placementSize(members: number): number {
  return members >= 5 ? 5 : members >= 3 ? 3 : 1
}

/** The log of a replica that begins with a state: behind the entry with which that was made, which everybody has. */
function logStart(machine: ShardMachine, replica: ReplicaId): LogItem {
  const { shard, appliedIndex: index, appliedTerm: term } = machine
  return { shard, start: { index, term, replica }, hardState: { term, vote: NONE, commit: index } }
}

/** As it was made with the cluster: whoever holds a replica of it begins with an empty shard. */
function isFounding({ epoch }: Descriptor): boolean {
  return epoch.config === 1 && epoch.range === 1
}

function confStateOf({ replicas }: Descriptor): ConfState {
  const ids = (role: 'voter' | 'learner') =>
    replicas
      .filter((place) => place.role === role)
      .map(({ replica }) => replica)
      .sort((a, b) => a - b)
  return {
    voters: ids('voter'),
    votersOutgoing: [],
    learners: ids('learner'),
    learnersNext: [],
    autoLeave: false,
  }
}

function notHere(shard: ShardId) {
  return refused('NOT_LEADER', `shard ${shard} has no replica on this node`)
}
