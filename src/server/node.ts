/**
 * A node, put together (01, "One binary, three roles"): store, gateway and, on founders, a member of placement. Everything from
 * outside comes in through `NodeEnvironment`, so the simulator runs exactly this code on a network, disks and clocks of its own.
 */
import type { Clock, Scheduler, Timer } from '../base/clock.ts'
import { AssertionError } from '../base/assert.ts'
import { FatalError, RingKvError } from '../base/errors.ts'
import { HybridClock } from '../base/hybrid-clock.ts'
import { nodeId, PLACEMENT_SHARD, type NodeId, type ShardId, type Timestamp } from '../base/ids.ts'
import type { SeededRandom } from '../base/random.ts'
import { silentTrace } from '../base/trace.ts'
import type { Config } from '../config/config.ts'
import type { KeyspaceMeasures, NodeMeasures } from '../metrics/definitions.ts'
import type {
  ClusterReports,
  HeartbeatAnswer,
  MapUpdate,
  NodeBeat,
  NodeHandlers,
  NodeHeartbeat,
  PlacementAnswer,
  RaftEnvelope,
  SnapshotRequest,
  SnapshotSource,
  Transport,
} from '../net/transport.ts'
import {
  decodeCommand,
  decodeReply,
  encodeCommand,
  encodeReply,
  type PlacementCommand,
  type PlacementReply,
} from '../placement/command.ts'
import type { MapDelta } from '../placement/view.ts'
import type { Snapshot } from '../raft/index.ts'
import type { Command } from '../shard/command.ts'
import type { Engine } from '../storage/engine.ts'
import type { RaftLog } from '../storage/raft-log.ts'
import { ClusterState } from './cluster-state.ts'
import { DescriptorNews } from './descriptor-news.ts'
import { answerForward } from './forward-answers.ts'
import { Founding } from './founding.ts'
import { GarbageKeeper } from './garbage-keeper.ts'
import { Gateway } from './gateway.ts'
import { Heartbeats } from './heartbeats.ts'
import { KeyspacePurge } from './keyspace-purge.ts'
import { KvReplica } from './kv-replica.ts'
import { LeaderBalance } from './leader-balance.ts'
import { MapFeed, MapPublisher } from './map-feed.ts'
import {
  PlacementController,
  type LeaderHint,
  type PlacementVerdict,
} from './placement-controller.ts'
import type { PlacementReplica } from './placement-replica.ts'
import { RaftDriver } from './raft-driver.ts'
import { placementSize, raftTicks, ReplicaHost } from './replica-host.ts'
import { RouteFeed } from './route-feed.ts'
import { ShardRouter } from './shard-router.ts'
import { ShardSizes } from './shard-sizes.ts'
import { SnapshotSender } from './snapshot-sender.ts'
import { TransactionRunner } from './transaction-runner.ts'

/** Apply pauses while so much has been applied and is not being written yet. */
const UNSEALED_BYTES_MAX = 24 * 2 ** 20
/** What is applied reaches the engine so much later (docs/decisions/0018). */
const ENGINE_WRITE_DELAY_MS = 2_000
const SECOND_MS = 1000
/** Longer than a leader waits for locks. */
const SPLIT_TIMEOUT_MS = 4_000

export type NodeLog = (
  level: 'debug' | 'info' | 'warn' | 'error',
  message: string,
  fields?: Record<string, unknown>,
) => void

export interface NodeEnvironment {
  readonly clock: Clock
  readonly scheduler: Scheduler
  readonly random: SeededRandom
  readonly engine: Engine
  readonly raftLog: RaftLog
  /** Makes the transport to the other nodes; frames carry readings of the node's hybrid clock. */
  readonly connect: (handlers: NodeHandlers, clockReading: () => Timestamp) => Transport
  /** New at every start. */
  readonly bootId: string
  /** Of the data directory. */
  readonly identity: string
  /** 32 random hexadecimal digits, new at every start. */
  readonly gatewayId: string
  readonly log: NodeLog
  /** Bytes free and in all on the data disk, as last looked at; and memory. */
  readonly resources: () => { diskFreeBytes: number; diskTotalBytes: number; memoryBytes: number }
  /** The environment failed: the process must end. */
  readonly fatal: (error: unknown) => void
}

export class Node implements NodeHandlers {
  readonly self: NodeId
  readonly cluster = new ClusterState()
  readonly clock: HybridClock
  readonly driver: RaftDriver
  readonly host: ReplicaHost
  readonly router: ShardRouter
  readonly gateway: Gateway
  private readonly config: Config
  private readonly environment: NodeEnvironment
  private readonly transport: Transport
  private readonly transactions: TransactionRunner
  private readonly snapshots: SnapshotSender
  private readonly garbage: GarbageKeeper
  private readonly sizes: ShardSizes
  private readonly routes: RouteFeed
  private readonly publisher: MapPublisher
  private readonly balance: LeaderBalance
  private readonly feed: MapFeed
  private readonly purge: KeyspacePurge
  private readonly news: DescriptorNews
  private readonly heartbeats: Heartbeats
  private readonly startedMs: number
  private readonly peers = new Set<NodeId>()
  private placementController: PlacementController | undefined
  private readonly founding: Founding
  /** Who asked for the map before this founder had one. */
  private readonly earlyWatchers: (() => void)[] = []
  /** Nodes whose wall clocks are wrong, as placement last said. */
  private skewedNodes: ReadonlySet<NodeId> = new Set()
  private timers: Timer[] = []
  private restored = false
  private stopping = false

  constructor(config: Config, environment: NodeEnvironment) {
    const { clock, scheduler, engine, raftLog, random, fatal } = environment
    this.config = config
    this.environment = environment
    this.self = nodeId(config.nodeId)
    this.clock = new HybridClock(clock)
    this.startedMs = clock.monotonicMs()
    const transport = environment.connect(this, () => this.clock.peek())
    this.transport = transport
    this.driver = new RaftDriver({
      clock,
      scheduler,
      transport,
      raftLog,
      engine,
      self: this.self,
      bootId: environment.bootId,
      peers: () => this.peers,
      ...raftTicks(config),
      sleepAfterBeats: Math.ceil(config.raftHibernateAfter / config.raftHeartbeat),
      maxUnsealedBytes: UNSEALED_BYTES_MAX,
      engineWriteDelayMs: ENGINE_WRITE_DELAY_MS,
      checkpointBytes: config.checkpointBytes,
      unknownReplica: (_from, envelope) => {
        if (this.restored) this.host.unknownReplica(envelope)
      },
      snapshotOffered: (from, replica, message) =>
        this.host.snapshotOffered(from, replica, message),
      snapshotSegment: (shard, snapshot) => this.host.snapshotSegment(shard, snapshot),
      installSnapshot: (replica, snapshot) => this.host.installSnapshot(replica, snapshot),
      snapshotSent: ({ shard }, to) => this.snapshots.offered(shard, to),
      fatal,
    })
    this.host = new ReplicaHost({
      config,
      self: this.self,
      identity: environment.identity,
      clock: this.clock,
      monotonic: clock,
      scheduler,
      random,
      engine,
      raftLog,
      driver: this.driver,
      cluster: this.cluster,
      trace: silentTrace,
      transport: () => this.transport,
      log: (message, fields) => environment.log('info', message, fields),
      fatal,
      diskFull: () => environment.resources().diskFreeBytes < config.diskReserve,
      clockSkewed: () => this.skewedNodes.has(this.self),
      isInTime: (node) => this.isInTime(node),
      leaderChanged: (shard) => this.leaderChanged(shard),
      overdue: (id, participants) => this.transactions.recoverOverdue(id, participants),
      unforgotten: (commit) => this.transactions.deliverAgain(commit),
      placementChanged: (delta) => this.placementChanged(delta),
      split: (parent, child, leads) => this.news.split([parent, child], leads),
      engineChanged: (replica) => this.engineChanged(replica),
    })
    this.sizes = new ShardSizes(environment.engine, (shard) => this.host.replica(shard))
    this.garbage = this.newGarbageKeeper()
    this.snapshots = new SnapshotSender({
      engine,
      driver: this.driver,
      clock,
      scheduler,
      concurrentMax: config.snapshotConcurrent,
      bytesPerSecond: config.snapshotRate,
      replica: (shard) => this.host.replica(shard),
      firstIndexOf: (shard) => raftLog.shard(shard).firstIndex(),
    })
    this.router = new ShardRouter({
      clock,
      scheduler,
      random,
      transport,
      cluster: this.cluster,
      local: this.host,
      self: this.self,
    })
    this.transactions = new TransactionRunner({
      clock,
      scheduler,
      random,
      router: this.router,
      contradiction: (message) => environment.log('error', message),
    })
    this.routes = new RouteFeed(this.cluster, this.router, scheduler)
    this.gateway = new Gateway(
      {
        cluster: this.cluster,
        router: this.router,
        transactions: this.transactions,
        clock: this.clock,
        monotonic: clock,
        requestTimeoutMs: config.requestTimeout,
        clientId: environment.gatewayId,
        onBug: (error) => {
          environment.log('error', 'a request failed by a bug', { error })
          // A broken invariant: whatever it left behind must not go on.
          if (error instanceof AssertionError) fatal(error)
        },
      },
      this.routes,
    )
    const founders = this.founders()
    this.publisher = new MapPublisher(this.cluster, () => this.knownLeaders())
    this.balance = new LeaderBalance(this.host, this.driver, this.self, () => this.skewedNodes)
    this.purge = new KeyspacePurge(this.cluster.view, () => this.host.replicas())
    this.news = this.newDescriptorNews()
    this.feed = new MapFeed({
      cluster: this.cluster,
      transport,
      scheduler,
      sources: founders,
      hinted: (hints) => this.hinted(hints),
    })
    this.heartbeats = this.newHeartbeats(founders)
    this.founding = this.newFounding(founders)
  }

  private newGarbageKeeper(): GarbageKeeper {
    const { clock, scheduler, engine, fatal } = this.environment
    return new GarbageKeeper({
      engine,
      clock: this.clock,
      monotonic: clock,
      scheduler,
      settings: () => this.cluster.shardSettings,
      holds: () => this.cluster.view.holds,
      replicaOf: (shard) => this.host.replica(shard),
      unsealed: (shard) => this.driver.unsealed(shard),
      fatal,
    })
  }

  private newDescriptorNews(): DescriptorNews {
    const { host } = this
    return new DescriptorNews({
      self: this.self,
      cluster: this.cluster,
      propose: (command) => this.placement(command),
      descriptors: function* () {
        for (const { descriptor } of host.replicas()) yield descriptor
      },
    })
  }

  private newHeartbeats(founders: readonly NodeId[]): Heartbeats {
    const { clock, scheduler } = this.environment
    return new Heartbeats({
      self: this.self,
      clock,
      scheduler,
      transport: this.transport,
      candidates: founders,
      knownLeader: () => this.host.placement?.leaderNode,
      ownAnswer: (heartbeat) => this.heartbeat(heartbeat),
      replicas: () => this.host.replicas(),
      changedReplicas: () => this.changedReplicas(),
      sizes: this.sizes,
      describe: () => this.describe(),
      heard: (answer, roundTripMs) => this.placementAnswered(answer, roundTripMs),
    })
  }

  private newFounding(founders: readonly NodeId[]): Founding {
    const { environment, transport } = this
    const { fatal, scheduler } = environment
    return new Founding({
      others: founders.filter((node) => node !== this.self),
      identity: environment.identity,
      scheduler,
      ask: (founder) =>
        transport.heartbeat(founder, {
          ...this.describe(),
          shards: [],
          full: false,
          clockOffsetMs: undefined,
        }),
      free: () => void this.foundPlacement().catch(fatal),
      foreign: () => fatal(this.foreignDirectory()),
      waitingFor: (missing) => {
        environment.log('warn', 'the cluster begins when all founders are up', { missing })
      },
    })
  }

  /** Brings the replicas back and begins to take part. */
  async start(): Promise<void> {
    const { scheduler } = this.environment
    for (const { node, address } of this.config.members) this.meet(nodeId(node), address)
    this.cluster.onChange((delta) => this.clusterChanged(delta))
    await this.host.restore()
    this.restored = true
    const founders = this.founders()
    if (this.host.placement !== undefined) this.beginPlacement(this.host.placement)
    else if (!founders.includes(this.self)) this.feed.start()
    else if (founders.length === 1) await this.foundPlacement()
    else this.founding.start()
    this.heartbeats.start()
    this.timers = [
      scheduler.every(this.config.raftTick, () => this.tick()),
      scheduler.every(SECOND_MS, () => this.everySecond()),
      scheduler.every(this.config.checkpointInterval, () => void this.checkpoint()),
    ]
  }

  /** Takes no more part; what is in flight on disk completes. The caller closes log, engine and transport. */
  async stop(): Promise<void> {
    if (this.stopping) return
    this.stopping = true
    for (const timer of this.timers) timer.cancel()
    this.heartbeats.close()
    this.garbage.close()
    this.founding.close()
    this.feed.close()
    this.routes.close()
    this.transactions.close()
    this.gateway.close()
    this.host.close()
    await this.driver.stop()
    this.router.close()
  }

  /** Whether every shard that has a replica here knows a leader. */
  get ready(): boolean {
    return this.cluster.view.shards.size > 0 && this.host.leaderlessCount === 0
  }

  /** A placement command through whichever node leads placement. */
  async placement(command: PlacementCommand): Promise<PlacementReply> {
    const { placement } = this.host
    if (placement?.serving === true) {
      const reply = await placement.propose(command)
      if (reply !== undefined) return reply
    }
    const leader = this.placementLeader ?? this.founders()[0]!
    if (leader === this.self) throw noPlacement()
    const answer = await this.transport
      .proposePlacement(leader, encodeCommand(command))
      .catch((error: unknown) => {
        // It died, or cannot be reached: the command may have been logged all the same.
        throw error instanceof RingKvError ? error : noPlacement()
      })
    if (answer.notLeader) throw noPlacement()
    return decodeReply(answer.reply)
  }

  /** Resolves when `condition` holds of what this node knows of the cluster, or when the time is up. */
  heard(condition: () => boolean, withinMs: number): Promise<void> {
    if (condition()) return Promise.resolve()
    const { scheduler } = this.environment
    return new Promise((resolve) => {
      const done = (): void => {
        stop()
        timer.cancel()
        resolve()
      }
      const stop = this.cluster.onChange(() => {
        if (condition()) done()
      })
      const timer = scheduler.after(withinMs, done)
    })
  }

  // ---- what operators ask

  get clusterId(): string {
    return this.config.clusterId
  }

  get replicasWanted(): number {
    return this.config.replicas
  }

  get placementLeader(): NodeId | undefined {
    return this.host.placement?.leaderNode ?? this.heartbeats.placementLeader
  }

  /** What nodes and shards report of themselves, from whoever leads placement; nothing if that cannot be reached. */
  async clusterReports(): Promise<ClusterReports> {
    const own = this.reports()
    const leader = this.placementLeader
    if (!own.notLeader || leader === undefined || leader === this.self) return own
    try {
      return await this.transport.reports(leader)
    } catch {
      return own
    }
  }

  measure(): NodeMeasures {
    let leaders = 0
    let locksHeld = 0
    let outcomeBytes = 0
    let replicas = 0
    for (const { serving, machine } of this.host.replicas()) {
      replicas++
      if (serving) leaders++
      locksHeld += machine.locks.size
      outcomeBytes += machine.outcomeBytes
    }
    const { shards } = this.cluster.view
    let shardsWithoutLeader = 0
    for (const slot of shards.overlapping({ start: 0, end: 2 ** 32 })) {
      if (this.router.leaderOf(shards.shardAt(slot)) === undefined) shardsWithoutLeader++
    }
    const { raftLog, resources } = this.environment
    return {
      replicas,
      leaders,
      shards: shards.size,
      shardsWithoutLeader,
      locksHeld,
      outcomeBytes,
      logBytes: raftLog.totalBytes,
      diskFreeBytes: resources().diskFreeBytes,
      closedLagSeconds: this.closedLagMs() / SECOND_MS,
    }
  }

  /** How far what a follower here may answer trails what it has applied, at most. */
  closedLagMs(): number {
    let lag = 0
    for (const replica of this.host.replicas()) lag = Math.max(lag, replica.closedLagMicros)
    return Math.round(lag / 1000)
  }

  measureKeyspaces(): KeyspaceMeasures[] {
    const led = [...this.host.replicas()].filter(({ serving }) => serving)
    const uses = led.flatMap(({ machine }) => [...machine.usage()])
    return this.cluster.view.keyspaces().map(({ id, name }) => {
      const own = uses.filter(({ keyspace }) => keyspace === id)
      const sum = (what: 'keys' | 'bytes' | 'historyBytes') =>
        own.reduce((total, use) => total + use[what], 0)
      return { name, keys: sum('keys'), bytes: sum('bytes'), historyBytes: sum('historyBytes') }
    })
  }

  /** Log entries that a core wanted have been read from disk. */
  entriesFetched(shard: ShardId): void {
    const replica = this.driver.replica(shard)
    replica?.node.entriesFetched()
    this.driver.touch(shard)
  }

  /** Applied index of the replica here, if there is one. */
  appliedIndexOf(shard: ShardId): number | undefined {
    return this.host.replica(shard)?.appliedIndex
  }

  // ---- NodeHandlers

  clockReading(reading: Timestamp): void {
    this.clock.merge(reading)
  }

  raft(from: NodeId, envelopes: readonly RaftEnvelope[]): void {
    this.driver.receive(from, envelopes)
  }

  beat(from: NodeId, beat: NodeBeat): void {
    this.driver.beat(from, beat)
  }

  peerLost(peer: NodeId): void {
    this.router.forgetNode(peer)
  }

  forward(...[, request, respond]: Parameters<NodeHandlers['forward']>): void {
    answerForward(this.host, this.environment.clock, request, respond)
  }

  snapshot(request: SnapshotRequest): Promise<SnapshotSource> {
    return this.snapshots.send(request)
  }

  /** What the log offers to a follower that fell behind it. */
  snapshotOf(shard: ShardId): Snapshot | 'fetching' {
    const { placement } = this.host
    if (shard === PLACEMENT_SHARD) return placement?.snapshot() ?? 'fetching'
    return this.snapshots.snapshotOf(shard)
  }

  heartbeat(heartbeat: NodeHeartbeat): HeartbeatAnswer {
    const { placement } = this.host
    const verdict = this.placementController?.heartbeat(heartbeat) ?? NO_VERDICT
    return {
      ...verdict,
      certain: this.restored && (placement?.isCurrent ?? true),
      identity: this.cluster.view.node(heartbeat.node)?.identity ?? '',
      wallMicros: this.environment.clock.wallMicros(),
      skewedNodes: this.placementController?.skewedNodes() ?? [],
      mapVersion: placement?.machine.version ?? 0,
    }
  }

  watchMap(since: number, push: (update: MapUpdate) => void, cancelled: AbortSignal): void {
    const { placement } = this.host
    if (placement === undefined) {
      // A founder that waits for the others: the watcher hears from it when the cluster begins.
      this.earlyWatchers.push(() => this.watchMap(since, push, cancelled))
      return
    }
    this.publisher.watch(since, (version) => placement.machine.deltaSince(version), push, cancelled)
  }

  async proposePlacement(command: Uint8Array): Promise<PlacementAnswer> {
    const { placement } = this.host
    const reply =
      placement?.serving === true ? await placement.propose(decodeCommand(command)) : undefined
    if (reply !== undefined)
      return { reply: encodeReply(reply), notLeader: false, leader: this.self }
    return { reply: NO_BYTES, notLeader: true, leader: placement?.leaderNode ?? nodeId(0) }
  }

  // ----

  reports(): ClusterReports {
    const { placementController } = this
    return placementController?.clusterReports() ?? NO_REPORTS
  }

  private founders(): readonly NodeId[] {
    const { members } = this.config
    return members.slice(0, placementSize(members.length)).map(({ node }) => nodeId(node))
  }

  /** A cluster begins here: nobody knows this node under another data directory. */
  private async foundPlacement(): Promise<void> {
    await this.host.startPlacement()
    if (!this.stopping && this.host.placement !== undefined) {
      this.beginPlacement(this.host.placement)
    }
  }

  private beginPlacement(first: PlacementReplica): void {
    const { clusterId, members, replicas, initialShards } = this.config
    this.placementController = new PlacementController({
      replica: () => this.host.placement ?? first,
      clock: this.clock,
      monotonic: this.environment.clock,
      clusterId,
      members,
      replicas,
      initialShards,
      version: VERSION,
      askSplit: (command, token) => this.askSplit(command, token),
      hinted: (hints) => this.hinted(hints),
      log: (message, fields) => this.environment.log('info', message, fields),
    })
    for (const watch of this.earlyWatchers.splice(0)) watch()
  }

  private askSplit(command: Extract<Command, { kind: 'split' }>, token: number): Promise<string> {
    return new Promise((resolve) => {
      this.router.send({
        token,
        command,
        read: undefined,
        deadlineMs: this.environment.clock.monotonicMs() + SPLIT_TIMEOUT_MS,
        resent: false,
        step: true,
        done: (result) => {
          if (result.kind === 'failed') resolve(result.message)
          else if (result.kind === 'reply' && result.reply.kind === 'refused') {
            resolve(result.reply.refusal.message)
          } else resolve('')
        },
      })
    })
  }

  private placementChanged(delta: MapDelta): void {
    this.cluster.apply(delta)
  }

  private clusterChanged(delta: MapDelta): void {
    const { fatal } = this.environment
    this.news.mapChanged(delta)
    for (const { id, addresses } of delta.nodes) this.meet(id, addresses.rpc)
    const registered = this.cluster.view.node(this.self)?.identity ?? ''
    if (registered !== '' && registered !== this.environment.identity) {
      fatal(this.foreignDirectory())
      return
    }
    if (delta.descriptors.length + delta.nodes.length > 0) this.host.createMissing().catch(fatal)
  }

  private foreignDirectory(): FatalError {
    return new FatalError(
      'data-directory-foreign',
      `node ${this.self} of this cluster is another data directory: a node that lost its disk must join as a new node`,
    )
  }

  /** Where another node is, or is now. */
  private meet(node: NodeId, address: string): void {
    if (node === this.self) return
    this.peers.add(node)
    this.transport.setPeer(node, address)
  }

  private engineChanged(replica: KvReplica): void {
    this.garbage.note(replica)
    if (replica.serving) this.sizes.note(replica)
  }

  private leaderChanged(shard: ShardId): void {
    const leader = this.host.leaderOf(shard)
    if (leader !== undefined) this.router.leaderFound(shard, leader)
    this.routes.leaderChanged(shard)
    this.balance.leaderChanged(shard)
  }

  private *changedReplicas(): Generator<KvReplica> {
    for (const replica of this.driver.takeChanged()) {
      if (replica instanceof KvReplica) yield replica
    }
  }

  private hinted(hints: readonly LeaderHint[]): void {
    for (const { shard, leader } of hints) {
      // A replica here hears of its leader sooner than placement does.
      if (this.host.leaderOf(shard) !== undefined || this.router.leaderOf(shard) === leader)
        continue
      this.router.leaderFound(shard, leader)
      this.routes.leaderChanged(shard)
    }
    this.publisher.hinted(hints)
  }

  private placementAnswered(answer: HeartbeatAnswer, ageMs: number): void {
    const { skewedNodes, mapVersion, wallMicros } = answer
    this.clocksJudged(skewedNodes)
    if (this.cluster.view.version >= mapVersion) this.garbage.holdsKnown(ageMs, wallMicros)
  }

  private clocksJudged(skewed: readonly NodeId[]): void {
    const { log } = this.environment
    const was = this.skewedNodes.has(this.self)
    this.skewedNodes = new Set(skewed)
    const is = this.skewedNodes.has(this.self)
    if (is && !was) {
      const message =
        "this node's wall clock is further from the other nodes' than clock.max-ahead allows: it leads no shards that a node with a right clock can lead, until the clock is set right"
      log('warn', message, { skewed })
    } else if (was && !is) log('info', "this node's wall clock is right again", {})
    const { placement } = this.host
    if (is && placement?.serving === true) this.giveAwayPlacement(placement)
  }

  /** Whether another node lives, and its clock is right. */
  private isInTime(node: NodeId): boolean {
    return !this.skewedNodes.has(node) && this.driver.hears(node)
  }

  /** Placement stamps what it decides, too. */
  private giveAwayPlacement(placement: PlacementReplica): void {
    const { node } = placement
    const heir = node.confState.voters.find((voter) => {
      const place = placement.nodeOf(voter)
      return place !== undefined && place !== this.self && this.isInTime(place)
    })
    if (heir === undefined) return
    node.transferLeader(heir)
    this.driver.touch(PLACEMENT_SHARD)
  }

  private knownLeaders(): readonly LeaderHint[] {
    return this.placementController?.leaderHints() ?? []
  }

  private tick(): void {
    this.driver.tick()
    this.host.trimCaches()
    this.host.tickWatches()
  }

  private everySecond(): void {
    this.placementController?.tick()
    this.balance.tick()
    this.snapshots.tick()
    this.garbage.tick()
    this.purge.tick()
    this.news.tick()
    this.host.enforceLogBudget()
  }

  private async checkpoint(): Promise<void> {
    try {
      await this.driver.pump.checkpoint()
    } catch (error) {
      this.environment.fatal(error)
    }
  }

  private describe(): Omit<NodeHeartbeat, 'shards' | 'full' | 'clockOffsetMs'> {
    const { config, environment, self } = this
    return {
      node: self,
      identity: environment.identity,
      address: config.advertise,
      httpAddress: config.http,
      labels: config.labels,
      capacity: config.capacity,
      version: VERSION,
      bootId: environment.bootId,
      uptimeSeconds: Math.floor((environment.clock.monotonicMs() - this.startedMs) / SECOND_MS),
      ...environment.resources(),
    }
  }
}

/** Of this software, as nodes tell each other. */
export const VERSION = '0.1.0'

const NO_BYTES = Buffer.alloc(0)
const NO_REPORTS: ClusterReports = { notLeader: true, leader: nodeId(0), nodes: [], shards: [] }
const NO_VERDICT: PlacementVerdict = { notLeader: true, leader: nodeId(0), wantFull: false }

function noPlacement(): RingKvError {
  return new RingKvError(
    'NO_QUORUM',
    'the placement group has no reachable leader; try again in a moment',
  )
}
