/** Tells the placement leader once a second that this node lives, and which shards it leads (06, "Liveness and routing"). */
import type { Clock, Scheduler, Timer } from '../base/clock.ts'
import { nodeId, type NodeId, type ShardId } from '../base/ids.ts'
import type { HeartbeatAnswer, NodeHeartbeat, ShardReport, Transport } from '../net/transport.ts'
import type { KvReplica } from './kv-replica.ts'
import type { ShardSizes } from './shard-sizes.ts'

const INTERVAL_MS = 1000
/** A node that found no placement leader looks again sooner. */
const SEARCH_MS = 200

/** The clocks' distance cannot be told from a beat that took longer than this: half of it is the error. */
const ROUND_TRIP_MAX_MS = 200

export interface HeartbeatsOptions {
  readonly self: NodeId
  readonly clock: Clock
  readonly scheduler: Scheduler
  readonly transport: Pick<Transport, 'heartbeat'>
  /** Nodes that may lead placement. */
  readonly candidates: readonly NodeId[]
  /** The placement leader as the replica here knows it. */
  readonly knownLeader: () => NodeId | undefined
  /** Answers for this node itself. */
  readonly ownAnswer: (heartbeat: NodeHeartbeat) => HeartbeatAnswer
  readonly replicas: () => Iterable<KvReplica>
  /** Those of them that may have changed since the last call. */
  readonly changedReplicas: () => Iterable<KvReplica>
  readonly sizes: Pick<ShardSizes, 'note' | 'look' | 'takeNews' | 'bytesOf'>
  /** Everything but the shards. */
  readonly describe: () => Omit<NodeHeartbeat, 'shards' | 'full' | 'clockOffsetMs'>
  /** The placement leader has answered, so long after it was asked. */
  readonly heard: (answer: HeartbeatAnswer, roundTripMs: number) => void
}

export class Heartbeats {
  private readonly options: HeartbeatsOptions
  private timer: Timer | undefined
  private closed = false
  private leader: NodeId | 0 = 0
  private probe = 0
  private full = true
  private offset: { readonly node: NodeId; readonly ms: number } | undefined
  /** What was reported of each shard, as text, to send changes only. */
  private readonly reported = new Map<ShardId, string>()

  constructor(options: HeartbeatsOptions) {
    this.options = options
  }

  start(): void {
    void this.beat()
  }

  /** As last heard. */
  get placementLeader(): NodeId | undefined {
    return this.leader === 0 ? undefined : this.leader
  }

  close(): void {
    this.closed = true
    this.timer?.cancel()
  }

  private async beat(): Promise<void> {
    const { options } = this
    const target = options.knownLeader() ?? (this.leader === 0 ? this.nextCandidate() : this.leader)
    const shards = this.changes()
    void options.sizes.look()
    const clockOffsetMs = this.offsetFrom(target)
    const heartbeat: NodeHeartbeat = {
      ...options.describe(),
      shards,
      full: this.full,
      clockOffsetMs,
    }
    let delayMs = INTERVAL_MS
    const sentAtMs = options.clock.monotonicMs()
    try {
      const answer =
        target === options.self
          ? options.ownAnswer(heartbeat)
          : await options.transport.heartbeat(target, heartbeat)
      const roundTripMs = options.clock.monotonicMs() - sentAtMs
      this.measure(target, answer, roundTripMs)
      if (!answer.notLeader) options.heard(answer, roundTripMs)
      if (answer.notLeader) {
        this.leader = answer.leader
        this.full = true
        delayMs = SEARCH_MS
      } else {
        this.leader = target
        this.full = answer.wantFull
        if (answer.wantFull) delayMs = SEARCH_MS
      }
    } catch {
      this.leader = nodeId(0)
      this.full = true
      delayMs = SEARCH_MS
    }
    if (!this.closed) this.timer = options.scheduler.after(delayMs, () => void this.beat())
  }

  /** As in NTP: its clock was read about when the beat was half way. */
  private measure(node: NodeId, { wallMicros }: HeartbeatAnswer, roundTripMs: number): void {
    if (node === this.options.self || roundTripMs > ROUND_TRIP_MAX_MS) {
      this.offset = undefined
      return
    }
    const aheadMs = (this.options.clock.wallMicros() - wallMicros) / 1000 - roundTripMs / 2
    this.offset = { node, ms: Math.round(aheadMs) }
  }

  /** How far this node's wall clock is ahead of that one's, if it was measured just before. */
  private offsetFrom(node: NodeId): number | undefined {
    if (node === this.options.self) return 0
    return this.offset?.node === node ? this.offset.ms : undefined
  }

  private nextCandidate(): NodeId {
    const { candidates } = this.options
    return candidates[this.probe++ % candidates.length]!
  }

  /** What the leader does not know, or everything. A report that fails to arrive is followed by a full one. */
  private changes(): ShardReport[] {
    const { replicas, changedReplicas, sizes } = this.options
    const changed = changedReplicas()
    if (this.full) this.reported.clear()
    const grown = sizes.takeNews()
    const shards: ShardReport[] = []
    const active = [...(this.full ? replicas() : changed)]
    for (const replica of active) if (replica.serving) sizes.note(replica)
    for (const replica of [...active, ...grown]) {
      const { shard, descriptor, node } = replica
      const leading = replica.serving
      const { config, range } = descriptor.epoch
      const approximateBytes = leading ? sizes.bytesOf(shard) : 0
      const usage = leading ? [...replica.machine.usage()] : []
      const counts = usage.map(({ keyspace, keys, bytes, historyBytes }) =>
        [keyspace, keys, bytes, historyBytes].join('/'),
      )
      const summary = `${leading} ${node.term} ${config}.${range} ${approximateBytes} ${counts.join(' ')}`
      if (this.reported.get(shard) === summary) continue
      this.reported.set(shard, summary)
      shards.push({
        shard,
        leading,
        term: node.term,
        appliedIndex: replica.appliedIndex,
        approximateBytes,
        configEpoch: config,
        rangeEpoch: range,
        usage,
      })
    }
    return shards
  }
}
