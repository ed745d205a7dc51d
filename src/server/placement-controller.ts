/**
 * What the leader of the placement group does besides keeping its log: it founds the cluster, hears heartbeats, judges who is
 * alive, and passes on who leads which shard. All decisions go through the log; only liveness and leader hints are soft
 * state, rebuilt from heartbeats by every new leader.
 */
import type { Clock } from '../base/clock.ts'
import type { HybridClock } from '../base/hybrid-clock.ts'
import { nodeId, type KeyspaceId, type NodeId, type ShardId } from '../base/ids.ts'
import type { ClusterReports, HeartbeatAnswer, NodeHeartbeat } from '../net/transport.ts'
import type { PlacementCommand, PlacementReply } from '../placement/command.ts'
import { fullBytesOf } from '../placement/keyspaces.ts'
import { Liveness } from '../placement/liveness.ts'
import { sameProfile } from '../placement/nodes.ts'
import type { KeyspaceUse } from '../shard/usage.ts'
import { ClockOffsets } from './clock-offsets.ts'
import { SplitOperators, type AskSplit } from './split-operators.ts'
import type { PlacementReplica } from './placement-replica.ts'

export interface LeaderHint {
  readonly shard: ShardId
  readonly leader: NodeId
  readonly term: number
}

interface ShardUsage {
  readonly term: number
  readonly usage: readonly KeyspaceUse[]
}

/** What the placement leader has to say to a heartbeat. */
export type PlacementVerdict = Pick<HeartbeatAnswer, 'notLeader' | 'leader' | 'wantFull'>

export interface PlacementControllerOptions {
  /** The one that is here now: a snapshot puts another in its place. */
  readonly replica: () => PlacementReplica
  readonly clock: HybridClock
  readonly monotonic: Clock
  readonly clusterId: string
  readonly members: readonly { readonly node: number; readonly address: string }[]
  readonly replicas: number
  readonly initialShards: number
  readonly version: string
  /** Brings a split to the leader of its shard. */
  readonly askSplit: AskSplit
  /** Leaders that are news, to whoever watches the map here. */
  readonly hinted: (hints: readonly LeaderHint[]) => void
  readonly log: (message: string, fields: Record<string, unknown>) => void
}

export class PlacementController {
  private readonly options: PlacementControllerOptions
  private liveness = new Liveness()
  private clocks = new ClockOffsets()
  private term = 0
  /** Nodes whose full shard list this leader has. */
  private readonly complete = new Set<NodeId>()
  private readonly reports = new Map<NodeId, NodeHeartbeat>()
  private readonly shardBytes = new Map<ShardId, number>()
  /** What keyspaces have in each shard, as its leader of this term of the shard said. */
  private readonly usage = new Map<ShardId, ShardUsage>()
  private readonly leaders = new Map<ShardId, LeaderHint>()
  private readonly registering = new Set<NodeId>()
  private founding = false
  private judging = false
  private readonly splits: SplitOperators

  constructor(options: PlacementControllerOptions) {
    this.options = options
    this.splits = new SplitOperators(options.clock, options.askSplit)
  }

  /** What nodes and shard leaders last said of themselves; nothing where this replica does not lead. */
  clusterReports(): ClusterReports {
    const replica = this.options.replica()
    if (!replica.serving) {
      const leader = replica.leaderNode ?? nodeId(0)
      return { notLeader: true, leader, nodes: [], shards: [] }
    }
    const nodes = [...this.reports.values()].map(
      ({ node, diskFreeBytes, diskTotalBytes, memoryBytes, uptimeSeconds }) => {
        return { node, diskFreeBytes, diskTotalBytes, memoryBytes, uptimeSeconds }
      },
    )
    const shards = [...this.usage].map(([shard, { usage }]) => {
      return { shard, approximateBytes: this.shardBytes.get(shard) ?? 0, usage }
    })
    return { notLeader: false, leader: nodeId(0), nodes, shards }
  }

  /** Nodes whose wall clocks are too far from the others'; none where this replica does not lead. */
  skewedNodes(): readonly NodeId[] {
    const { monotonic, replica } = this.options
    return replica().serving ? this.clocks.skewed(monotonic.monotonicMs()) : []
  }

  leaderHints(): readonly LeaderHint[] {
    return [...this.leaders.values()]
  }

  heartbeat(heartbeat: NodeHeartbeat): PlacementVerdict {
    const { monotonic } = this.options
    const replica = this.options.replica()
    if (!replica.serving) {
      return { notLeader: true, leader: replica.leaderNode ?? nodeId(0), wantFull: false }
    }
    this.noteTerm()
    const { node, identity } = heartbeat
    const registered = replica.machine.view.node(node)?.identity ?? ''
    if (registered !== '' && registered !== identity) {
      // Another data directory under the same id: nothing that it says is of the node that is known.
      return { notLeader: false, leader: nodeId(0), wantFull: false }
    }
    this.liveness.heartbeat(node, monotonic.monotonicMs())
    if (heartbeat.full) this.complete.add(node)
    this.reports.set(node, heartbeat)
    const { clockOffsetMs } = heartbeat
    if (clockOffsetMs !== undefined) {
      const { clockMaxAheadMs } = replica.machine.view.settings
      this.clocks.report(node, clockOffsetMs, clockMaxAheadMs, monotonic.monotonicMs())
    }
    this.takeSizes(heartbeat)
    this.takeHints(heartbeat)
    this.register(heartbeat)
    return { notLeader: false, leader: nodeId(0), wantFull: !this.complete.has(node) }
  }

  /** Once a second. */
  tick(): void {
    const { monotonic } = this.options
    const replica = this.options.replica()
    if (!replica.serving) return
    this.noteTerm()
    if (replica.machine.cluster === undefined) {
      this.found(this.bootstrapCommand())
      return
    }
    const now = monotonic.monotonicMs()
    const { view } = replica.machine
    this.judgeQuotas(replica)
    this.splits.tick(replica)
    const nodes = view.nodes()
    for (const { id, state } of nodes) this.liveness.track(id, state, now)
    for (const { node, from, to } of this.liveness.due(now)) {
      this.options.log(`node ${node} is ${to}`, { node, from, to })
      void replica.propose({ kind: 'set-node-state', node, from, to })
    }
    const at = this.options.clock.peek()
    if (view.holds.some(({ expiresAt }) => expiresAt <= at)) {
      void replica.propose({ kind: 'release-hold', at, hold: 0 })
    }
    const registered = nodes.filter(({ identity }) => identity !== '')
    if (view.shards.size === 0 && registered.length >= this.options.members.length) {
      this.found({ kind: 'create-initial-shards' })
    }
  }

  /**
   * Who has reached its quota, and who has not any more, by what the shards' leaders last reported. As long as a shard has
   * not, nothing is judged: half of the truth would set a full keyspace free.
   */
  private judgeQuotas(replica: PlacementReplica): void {
    const { view } = replica.machine
    const limited = view.keyspaces().filter(({ quotaBytes }) => quotaBytes > 0)
    if (limited.length === 0 || this.judging || this.usage.size < view.shards.size) return
    const used = new Map<KeyspaceId, number>()
    for (const { usage } of this.usage.values()) {
      for (const { keyspace, bytes } of usage) {
        used.set(keyspace, (used.get(keyspace) ?? 0) + bytes)
      }
    }
    for (const keyspace of limited) {
      const { id, name, fullBytes } = keyspace
      const usedBytes = used.get(id) ?? 0
      if ((fullBytesOf(keyspace, usedBytes) === 0) === (fullBytes === 0)) continue
      this.judging = true
      const state = fullBytes === 0 ? 'has reached its quota' : 'is below its quota again'
      this.options.log(`keyspace ${name} ${state}`, { keyspace: name, usedBytes })
      void replica.propose({ kind: 'judge-quota', keyspace: id, usedBytes }).then(() => {
        this.judging = false
      })
      return
    }
  }

  /** A new term of ours begins with empty soft state. */
  private noteTerm(): void {
    const { term } = this.options.replica().node
    if (term === this.term) return
    this.term = term
    this.liveness = new Liveness()
    this.complete.clear()
    this.reports.clear()
    this.usage.clear()
    this.clocks = new ClockOffsets()
    this.registering.clear()
    this.founding = false
    this.judging = false
  }

  private bootstrapCommand(): PlacementCommand {
    const { clock, clusterId, members, replicas, initialShards, version } = this.options
    return {
      kind: 'bootstrap',
      at: clock.now(),
      clusterId,
      replicas,
      initialShards,
      settings: {},
      members: members.map(({ node, address }) => ({
        id: nodeId(node),
        addresses: { rpc: address, http: '' },
        labels: {},
        capacity: 1,
        version,
      })),
    }
  }

  /** One founding step at a time. */
  private found(command: PlacementCommand): void {
    if (this.founding) return
    this.founding = true
    void this.options
      .replica()
      .propose(command)
      .then((reply) => {
        this.founding = false
        this.logReply(command.kind, reply)
      })
  }

  private logReply(what: string, reply: PlacementReply | undefined): void {
    if (reply === undefined) return
    if (reply.kind === 'error') this.options.log(`${what} refused: ${reply.message}`, { what })
    else this.options.log(`${what} done`, { what })
  }

  private register(heartbeat: NodeHeartbeat): void {
    const { clock } = this.options
    const replica = this.options.replica()
    const { node, identity, address, httpAddress, labels, capacity, version } = heartbeat
    if (replica.machine.cluster === undefined || this.registering.has(node)) return
    const addresses = { rpc: address, http: httpAddress }
    const known = replica.machine.view.node(node)
    const profile = { addresses, labels, capacity, version }
    if (known?.identity === identity && sameProfile(known, profile)) return
    this.registering.add(node)
    const command: PlacementCommand = {
      kind: 'register-node',
      at: clock.now(),
      identity,
      node,
      ...profile,
    }
    void replica.propose(command).then((reply) => {
      this.registering.delete(node)
      if (reply?.kind === 'error') {
        this.options.log(`node ${node} was refused: ${reply.message}`, { node, address })
      }
    })
  }

  private takeSizes({ shards }: NodeHeartbeat): void {
    for (const { shard, leading, term, approximateBytes, usage } of shards) {
      if (!leading) continue
      // A new leader has not measured yet.
      if (approximateBytes > 0) this.shardBytes.set(shard, approximateBytes)
      // One that was deposed may not know it.
      if (term >= (this.usage.get(shard)?.term ?? 0)) this.usage.set(shard, { term, usage })
    }
  }

  private takeHints(heartbeat: NodeHeartbeat): void {
    const news: LeaderHint[] = []
    for (const { shard, leading, term } of heartbeat.shards) {
      if (!leading) continue
      const known = this.leaders.get(shard)
      if (known !== undefined && (known.term > term || known.leader === heartbeat.node)) continue
      const hint = { shard, leader: heartbeat.node, term }
      this.leaders.set(shard, hint)
      news.push(hint)
    }
    if (news.length > 0) this.options.hinted(news)
  }
}
