/**
 * Nodes with nothing but Raft cores and their heartbeats: storage is done at once, beats and messages are handed over by the
 * test, one by one if it likes.
 */
import sinon from 'sinon'
import { nodeId, shardId, type NodeId, type ReplicaId, type ShardId } from '../../src/base/ids.ts'
import type { NodeBeat, RaftEnvelope } from '../../src/net/transport.ts'
import type { Message, RaftConfig } from '../../src/raft/index.ts'
import type { Replica } from '../../src/server/raft-group.ts'
import { Rest, ShardHeartbeats, type HeartbeatGroup } from '../../src/server/shard-heartbeats.ts'
import { conf, ELECTION_TICKS, TestReplica, TICK_MS } from '../raft/test-replica.ts'

export const HEARTBEAT_TICKS = 2
export const SLEEP_AFTER_BEATS = 3

const CONFIG: Partial<RaftConfig> = {
  electionTicks: ELECTION_TICKS,
  coalescedHeartbeats: true,
  checkQuorum: true,
  preVote: true,
  readMode: 'lease',
}

export interface SleepyGroup extends HeartbeatGroup {
  readonly raft: TestReplica
  isSettled: boolean
  /** What the replica above says. */
  mayRest: boolean
  readonly ticked: sinon.SinonSpy<[number], void>
  /** What it closes as a leader, microseconds. */
  closes: number
  /** What its leader has closed. */
  readonly closed: sinon.SinonSpy<[number, number], void>
}

export interface SentBeat {
  readonly from: NodeId
  readonly to: NodeId
  readonly beat: NodeBeat
}

export interface SentMessage {
  readonly from: NodeId
  readonly to: NodeId
  readonly envelope: RaftEnvelope
}

/** One life of one node. Replica ids are node ids. */
export class SleepyNode {
  readonly id: NodeId
  readonly groups = new Map<ShardId, SleepyGroup>()
  readonly heartbeats: ShardHeartbeats<SleepyGroup>
  readonly unknown: RaftEnvelope[] = []
  private readonly cluster: SleepyCluster

  constructor(cluster: SleepyCluster, id: number, bootId: string, before?: SleepyNode) {
    this.cluster = cluster
    this.id = nodeId(id)
    this.heartbeats = new ShardHeartbeats<SleepyGroup>({
      clock: { monotonicMs: () => cluster.nowMs, wallMicros: () => 0 },
      transport: {
        sendBeat: (to, beat) => cluster.beats.push({ from: this.id, to, beat }),
      },
      self: this.id,
      bootId,
      peers: () => cluster.ids.filter((other) => other !== this.id),
      heartbeatTicks: HEARTBEAT_TICKS,
      electionTicks: ELECTION_TICKS,
      sleepAfterBeats: cluster.sleepAfterBeats,
      groups: this.groups,
      ready: (group) => this.drain(group),
      unknownReplica: (_from, envelope) => this.unknown.push(envelope),
    })
    for (let shard = 1; shard <= cluster.shards; shard++) {
      this.host(shardId(shard), before?.group(shard).raft)
    }
  }

  group(shard = 1): SleepyGroup {
    return this.groups.get(shardId(shard))!
  }

  /** Something happened to the group. */
  drain({ raft, replica }: SleepyGroup): void {
    raft.nowMs = this.cluster.nowMs
    for (const message of raft.drain()) {
      if (message.type === 'MsgHeartbeatResp') this.heartbeats.answer(this.of(replica), message)
      else {
        const envelope = { shard: replica.shard, message }
        this.cluster.messages.push({ from: this.id, to: nodeId(message.to), envelope })
      }
    }
    this.heartbeats.takeRound(this.of(replica))
    this.heartbeats.flush()
  }

  tick(): void {
    for (const { raft } of this.groups.values()) raft.nowMs = this.cluster.nowMs
    this.heartbeats.tick(this.cluster.nowMs)
  }

  receive(from: NodeId, { shard, message }: RaftEnvelope): void {
    const group = this.groups.get(shard)!
    this.heartbeats.heard(from)
    this.heartbeats.stir(group, message.from)
    group.raft.node.step(message, this.cluster.nowMs)
    this.drain(group)
  }

  /** Somebody here asks for something. */
  touch(shard = 1): void {
    this.heartbeats.stir(this.group(shard))
    this.drain(this.group(shard))
  }

  private of({ shard }: Replica): SleepyGroup {
    return this.groups.get(shard)!
  }

  private host(shard: ShardId, before: TestReplica | undefined): void {
    const { ids, nowMs } = this.cluster
    const raft = new TestReplica({
      id: this.id,
      conf: conf({ voters: ids }),
      entries: before?.storage.entriesStored ?? [],
      ...before?.storage.hardState,
      config: CONFIG,
    })
    raft.nowMs = nowMs
    const ticked: sinon.SinonSpy<[number], void> = sinon.fake()
    const closed: sinon.SinonSpy<[number, number], void> = sinon.fake()
    const group: SleepyGroup = {
      raft,
      rest: new Rest(),
      isSettled: true,
      mayRest: true,
      ticked,
      closes: 0,
      closed,
      replica: {
        shard,
        replica: raft.id,
        node: raft.node,
        nodeOf: (replica: ReplicaId) => nodeId(replica),
        tick: ticked,
        mayRest: () => group.mayRest,
        closesUpTo: () => group.closes,
        leaderClosed: closed,
      } as unknown as Replica,
    }
    this.groups.set(shard, group)
    this.heartbeats.add(group)
  }
}

export class SleepyCluster {
  readonly ids: readonly NodeId[]
  readonly shards: number
  readonly sleepAfterBeats: number
  nowMs = 1_000
  beats: SentBeat[] = []
  messages: SentMessage[] = []
  /** Nodes that are not heard, or not there. */
  readonly deaf = new Set<NodeId>()
  private readonly nodes: SleepyNode[]

  constructor(shards = 1, sleepAfterBeats = SLEEP_AFTER_BEATS) {
    this.shards = shards
    this.sleepAfterBeats = sleepAfterBeats
    this.ids = [1, 2, 3].map(nodeId)
    this.nodes = this.ids.map((id) => new SleepyNode(this, id, `${id}.1`))
  }

  node(id: number): SleepyNode {
    return this.nodes[id - 1]!
  }

  /** The process is another one, and knows what was on its disk. */
  restart(id: number): SleepyNode {
    const node = new SleepyNode(this, id, `${id}.2`, this.node(id))
    this.nodes[id - 1] = node
    return node
  }

  /** Node 1 leads every shard, and everybody has heard of it. */
  elect(): void {
    for (const group of this.node(1).groups.values()) {
      group.raft.node.campaign(this.nowMs)
      this.node(1).drain(group)
    }
    this.exchange()
  }

  /** Lets `count` ticks pass, in which everything arrives. */
  run(count = 1): void {
    for (let i = 0; i < count; i++) {
      this.tick()
      this.exchange()
    }
  }

  /** One tick of everybody; nothing arrives yet. */
  tick(): void {
    this.nowMs += TICK_MS
    for (const node of this.nodes) if (!this.deaf.has(node.id)) node.tick()
  }

  /** Hands over what is on its way, and what that causes, but for what `lost` takes away. */
  exchange(lost: (sent: SentBeat | SentMessage) => boolean = () => false): void {
    while (this.beats.length + this.messages.length > 0) {
      for (const sent of this.messages.splice(0)) {
        if (!lost(sent) && this.arrives(sent)) this.node(sent.to).receive(sent.from, sent.envelope)
      }
      for (const sent of this.beats.splice(0)) {
        if (!lost(sent) && this.arrives(sent)) this.deliver(sent)
      }
    }
  }

  deliver({ from, to, beat }: SentBeat): void {
    this.node(to).heartbeats.received(from, beat)
  }

  /** Ticks until every replica that is heard sleeps. */
  untilAsleep(): void {
    for (let ticks = 0; ticks < 100; ticks++) {
      if (this.ids.every((id) => this.deaf.has(id) || this.node(id).heartbeats.awakeCount === 0)) {
        return
      }
      this.run()
    }
    throw new Error('nobody sleeps')
  }

  private arrives({ from, to }: { readonly from: NodeId; readonly to: NodeId }): boolean {
    return !this.deaf.has(from) && !this.deaf.has(to)
  }
}

/** Messages of one type that are on their way. */
export function onTheirWay(cluster: SleepyCluster, type: Message['type']): SentMessage[] {
  return cluster.messages.filter(({ envelope }) => envelope.message.type === type)
}
