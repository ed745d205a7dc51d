/**
 * Heartbeats of all Raft groups of a node, and their sleep (02, "Multi-Raft").
 *
 * At every heartbeat interval each peer gets one beat: the heartbeats of all shards that are awake and led here, in columns, and
 * this process's boot id, which alone keeps the sleeping shards quiet. Reads that need a round get theirs at the end of their
 * turn, in the same columns.
 *
 * **Sleep.** A leader whose shard has had nothing to do for a while marks its heartbeats: the follower that holds everything and
 * knows it to be committed falls asleep and says so. When all have said so the leader falls asleep, and gives its lease up. A
 * lost mark or answer only means that the next beat says it again: the leader sleeps last.
 *
 * **Waking.** Anything that happens to a shard wakes its replica here: a request, a message, a vote request. The leader's next
 * heartbeat wakes the others; a follower that woke first tells its leader so. A node that falls silent, or comes back with another
 * boot id, is dead: the shards that it led wake with that silence counted, so that they elect as quickly as if they had been
 * awake. A node that came back also wakes the shards led here, so that its replicas hear of their leader.
 *
 * Invariants: what is not in `awake` costs nothing per tick; a follower sleeps only at the word of the leader of its term; time
 * spent asleep never counts as a leader's silence.
 */
import type { Clock } from '../base/clock.ts'
import type { NodeId, ReplicaId, ShardId } from '../base/ids.ts'
import type { HeartbeatColumns, NodeBeat, RaftEnvelope, Transport } from '../net/transport.ts'
import { message, NONE, type HeartbeatSink, type Message, type MessageType } from '../raft/index.ts'
import { BeatOutbox } from './beat-outbox.ts'
import { PeerLiveness } from './peer-liveness.ts'
import type { Replica } from './raft-group.ts'

/** What is known of one group's sleep. */
export class Rest {
  asleep = false
  /** Beats that passed since something happened, on a leader. */
  quietBeats = 0
  /** The round with which the leader began to ask for sleep; 0 = it does not ask. */
  askedRound = 0
  /** Who has answered since that they sleep. */
  readonly sleepers: ReplicaId[] = []
}

/** A group as it is seen from here. */
export interface HeartbeatGroup {
  readonly replica: Replica
  readonly rest: Rest
  /** Nothing of it is under way outside the core. */
  readonly isSettled: boolean
}

export interface ShardHeartbeatsOptions<Group extends HeartbeatGroup> {
  readonly clock: Clock
  readonly transport: Pick<Transport, 'sendBeat'>
  readonly self: NodeId
  readonly bootId: string
  /** Nodes that must hear that this one lives. */
  readonly peers: () => Iterable<NodeId>
  readonly heartbeatTicks: number
  /** A peer that is silent for so long is dead. */
  readonly electionTicks: number
  /** Quiet beats after which a shard goes to sleep; 0 = never. */
  readonly sleepAfterBeats: number
  readonly groups: ReadonlyMap<ShardId, Group>
  /** The core of this group has work. */
  readonly ready: (group: Group) => void
  readonly unknownReplica: (from: NodeId, envelope: RaftEnvelope) => void
}

export class ShardHeartbeats<Group extends HeartbeatGroup> implements HeartbeatSink {
  private readonly options: ShardHeartbeatsOptions<Group>
  private readonly awake = new Set<Group>()
  private readonly liveness: PeerLiveness
  private readonly outbox: BeatOutbox
  private ticks = 0
  /** The group whose round is being taken. */
  private taking: Group | undefined
  private takingRound = 0
  private takingClosed = 0

  constructor(options: ShardHeartbeatsOptions<Group>) {
    this.options = options
    this.liveness = new PeerLiveness(options.electionTicks)
    this.outbox = new BeatOutbox(options.transport, options.bootId)
  }

  /** Replicas that are awake. */
  get awakeCount(): number {
    return this.awake.size
  }

  /** Whether the peer lives, as far as is known here. */
  hears(peer: NodeId): boolean {
    return this.liveness.isAlive(peer)
  }

  add(group: Group): void {
    this.awake.add(group)
  }

  remove(group: Group): void {
    this.awake.delete(group)
  }

  tick(nowMs: number): void {
    for (const peer of this.liveness.tick()) this.wakeLedBy(peer)
    for (const group of this.awake) {
      const { replica } = group
      replica.node.tick(nowMs)
      replica.tick(nowMs)
      if (replica.node.hasReady()) this.options.ready(group)
    }
    if (++this.ticks % this.options.heartbeatTicks === 0) this.beat(nowMs)
    this.flush()
  }

  /** A message came that is no beat. */
  heard(from: NodeId): void {
    this.liveness.heard(from)
  }

  received(from: NodeId, { bootId, heartbeats, answers }: NodeBeat): void {
    if (this.liveness.beat(from, bootId)) {
      this.wakeLedBy(from)
      this.wakeFollowedBy(from)
    }
    const nowMs = this.options.clock.monotonicMs()
    for (let at = 0; at < heartbeats.shards.length; at++)
      this.heartbeatArrived(from, heartbeats, at, nowMs)
    for (let at = 0; at < answers.shards.length; at++) this.answerArrived(from, answers, at, nowMs)
    this.flush()
  }

  /** Something happened to the shard, by the hand of `by` (`NONE`: somebody here). Must be said before the core hears of it. */
  stir(group: Group, by: ReplicaId = NONE): void {
    this.wake(group, by, 0)
  }

  /** The answer to a heartbeat that was too unusual to be answered at once. */
  answer({ replica }: Group, { to, term, context }: Message): void {
    const peer = replica.nodeOf(to)
    if (peer === undefined) return
    this.outbox.to(peer).answers.add(replica.shard, replica.replica, to, term, 0, context, false)
  }

  /** Sends the round that reads of this group have begun. */
  takeRound(group: Group): void {
    if (group.replica.node.roundToTake !== 0) this.take(group)
  }

  /** `HeartbeatSink`: of the group that is being taken. */
  heartbeat(to: ReplicaId, commit: number): void {
    const { replica, rest } = this.taking!
    const peer = replica.nodeOf(to)
    if (peer === undefined || peer === this.options.self) return
    const { node, shard } = replica
    const { heartbeats } = this.outbox.to(peer)
    const { takingRound: round, takingClosed: closed } = this
    heartbeats.add(shard, node.id, to, node.term, commit, round, rest.askedRound !== 0)
    heartbeats.addClosed(closed, closed === 0 ? 0 : node.lastIndex)
  }

  /** Sends what has gathered. */
  flush(): void {
    this.outbox.flush()
  }

  private beat(nowMs: number): void {
    for (const peer of this.options.peers()) this.outbox.to(peer)
    for (const group of this.awake) {
      const { node } = group.replica
      if (!node.isLeader || this.restsNow(group)) continue
      node.beginRound(nowMs)
      const { rest } = group
      if (rest.askedRound === 0 && this.mayAsk(rest)) rest.askedRound = node.roundToTake
      this.take(group)
    }
  }

  private mayAsk({ quietBeats }: Rest): boolean {
    const { sleepAfterBeats } = this.options
    return sleepAfterBeats > 0 && quietBeats > sleepAfterBeats
  }

  /** Counts quiet beats of a group that is led here, and lets it sleep when everybody else does. */
  private restsNow(group: Group): boolean {
    const { replica, rest } = group
    if (!replica.mayRest() || !group.isSettled || !replica.node.leaderMayRest) {
      this.disturb(rest)
      return false
    }
    rest.quietBeats++
    if (rest.askedRound === 0) return false
    for (const id of replica.node.progress.keys()) {
      if (id !== replica.replica && !rest.sleepers.includes(id)) return false
    }
    replica.node.fallAsleep()
    this.sleep(group)
    return true
  }

  private take(group: Group): void {
    const { node } = group.replica
    this.taking = group
    this.takingRound = node.roundToTake
    this.takingClosed = group.replica.closesUpTo()
    node.takeHeartbeats(this)
    this.taking = undefined
  }

  private heartbeatArrived(
    from: NodeId,
    columns: HeartbeatColumns,
    at: number,
    nowMs: number,
  ): void {
    const group = this.groupOf(from, 'MsgHeartbeat', columns, at)
    if (group === undefined) return
    const { node } = group.replica
    const leader = columns.from[at]!
    const commit = columns.commits[at]!
    const obeyed = node.receiveHeartbeat(leader, columns.terms[at]!, commit, nowMs)
    const closed = columns.closed[at] ?? 0
    if (obeyed && closed !== 0) group.replica.leaderClosed(closed, columns.closedIndexes[at]!)
    const asleep = obeyed && columns.asleep[at]! && node.followerMayRest(leader, commit)
    if (asleep) this.sleep(group)
    else this.wake(group, leader, 0)
    if (obeyed) {
      const { shard, replica } = group.replica
      const round = columns.rounds[at]!
      this.outbox.to(from).answers.add(shard, replica, leader, node.term, 0, round, asleep)
    } else node.step(messageOf('MsgHeartbeat', columns, at), nowMs)
    if (node.hasReady()) this.options.ready(group)
  }

  private answerArrived(from: NodeId, columns: HeartbeatColumns, at: number, nowMs: number): void {
    const group = this.groupOf(from, 'MsgHeartbeatResp', columns, at)
    if (group === undefined) return
    const { rest, replica } = group
    const { node } = replica
    const peer = columns.from[at]!
    const term = columns.terms[at]!
    const round = columns.rounds[at]!
    const asleep = columns.asleep[at]!
    // An answer to the last asking may come twice, or late.
    if (rest.asleep && asleep && term <= node.term) return
    if (rest.asleep) this.wake(group, peer, 0)
    if (!node.receiveHeartbeatAnswer(peer, term, round, nowMs)) {
      node.step(messageOf('MsgHeartbeatResp', columns, at), nowMs)
    } else this.noteSleeper(rest, peer, round, asleep)
    if (node.hasReady()) this.options.ready(group)
  }

  private noteSleeper(rest: Rest, peer: ReplicaId, round: number, asleep: boolean): void {
    if (rest.askedRound === 0) return
    // Round 0: it woke since it answered.
    if (!asleep && (round === 0 || round >= rest.askedRound)) this.disturb(rest)
    else if (asleep && round >= rest.askedRound && !rest.sleepers.includes(peer)) {
      rest.sleepers.push(peer)
    }
  }

  /** The group that an element is meant for; what is meant for nobody here goes to the owner. */
  private groupOf(
    from: NodeId,
    type: MessageType,
    columns: HeartbeatColumns,
    at: number,
  ): Group | undefined {
    const shard = columns.shards[at]!
    const group = this.options.groups.get(shard)
    if (group?.replica.replica === columns.to[at]) return group
    this.options.unknownReplica(from, { shard, message: messageOf(type, columns, at) })
    return undefined
  }

  /** The node is dead: its leaders are gone. */
  private wakeLedBy(dead: NodeId): void {
    for (const group of this.options.groups.values()) {
      const { node } = group.replica
      if (!group.rest.asleep || node.isLeader || node.leader === NONE) continue
      if (group.replica.nodeOf(node.leader) !== dead) continue
      this.wake(group, NONE, this.options.electionTicks)
    }
  }

  /** The node is back: its replicas wait to hear from their leaders. */
  private wakeFollowedBy(peer: NodeId): void {
    for (const group of this.options.groups.values()) {
      const { node } = group.replica
      if (!group.rest.asleep || !node.isLeader) continue
      for (const id of node.progress.keys()) {
        if (group.replica.nodeOf(id) === peer) this.wake(group, NONE, 0)
      }
    }
  }

  private sleep(group: Group): void {
    this.disturb(group.rest)
    group.rest.asleep = true
    this.awake.delete(group)
  }

  private wake(group: Group, by: ReplicaId, silentTicks: number): void {
    const { rest, replica } = group
    // Heartbeats of a leader that does not ask for sleep are no event, to who is awake.
    this.disturb(rest)
    if (!rest.asleep) return
    rest.asleep = false
    this.awake.add(group)
    const { node } = replica
    node.wakeUp(silentTicks)
    if (node.isLeader || node.leader === NONE || node.leader === by) return
    const peer = replica.nodeOf(node.leader)
    if (peer === undefined) return
    const { answers } = this.outbox.to(peer)
    answers.add(replica.shard, replica.replica, node.leader, node.term, 0, 0, false)
  }

  /** Something happened: the quiet time begins anew. */
  private disturb(rest: Rest): void {
    rest.quietBeats = 0
    rest.askedRound = 0
    rest.sleepers.length = 0
  }
}

/** The message that an element stands for. */
function messageOf(type: MessageType, columns: HeartbeatColumns, at: number): Message {
  return message(type, {
    from: columns.from[at]!,
    to: columns.to[at]!,
    term: columns.terms[at]!,
    commit: columns.commits[at]!,
    context: columns.rounds[at]!,
  })
}
