/**
 * Drives all Raft groups of a node (01, "How a write flows"; 02, "Multi-Raft").
 *
 * Everything that happens in one turn of the event loop is handled together at its end: open batches are proposed, the cores
 * of all groups that were touched are drained, all their log writes go out as **one** durable write, all messages to a peer as
 * one frame. A leader's appends leave in parallel with its own disk write; what promises something (votes, requests for them,
 * append acknowledgements) leaves only when the write behind it is durable: the core hands those over as `responses` of a storage
 * message, and this file is where that rule is kept.
 *
 * Heartbeats of all groups travel together, and groups that have nothing to do sleep (shard-heartbeats.ts): they cost nothing.
 */
import { assert } from '../base/assert.ts'
import type { Clock, Scheduler } from '../base/clock.ts'
import type { NodeId, ReplicaId, Segment, ShardId } from '../base/ids.ts'
import type { NodeBeat, RaftEnvelope, Transport } from '../net/transport.ts'
import {
  APPEND_THREAD,
  APPLY_THREAD,
  type Entry,
  type Message,
  type Snapshot,
} from '../raft/messages.ts'
import type { ProgressView } from '../raft/index.ts'
import type { LogItem, RaftLog } from '../storage/raft-log.ts'
import type { Engine } from '../storage/engine.ts'
import { ApplyPump, type ApplyTarget } from './apply-pump.ts'
import { DiskWatch } from './disk-watch.ts'
import type { Replica } from './raft-group.ts'
import { Rest, ShardHeartbeats, type HeartbeatGroup } from './shard-heartbeats.ts'

export interface RaftDriverOptions {
  readonly clock: Clock
  readonly scheduler: Scheduler
  readonly transport: Pick<Transport, 'sendRaft' | 'sendBeat'>
  readonly raftLog: RaftLog
  readonly engine: Engine
  readonly self: NodeId
  /** Of this process. */
  readonly bootId: string
  /** Nodes that must hear that this one lives. */
  readonly peers: () => Iterable<NodeId>
  /** Ticks between heartbeats. */
  readonly heartbeatTicks: number
  /** A peer that is silent for so long is dead. */
  readonly electionTicks: number
  /** Heartbeats without anything to do after which a shard goes to sleep; 0 = never. */
  readonly sleepAfterBeats: number
  readonly maxUnsealedBytes: number
  readonly engineWriteDelayMs: number
  readonly checkpointBytes: number
  /** A message for a replica that is not here (yet). */
  readonly unknownReplica: (from: NodeId, envelope: RaftEnvelope) => void
  /** A snapshot is offered; the owner brings in its rows and then calls `step`. */
  readonly snapshotOffered: (from: NodeId, replica: Replica, message: Message) => void
  /** Where the rows of a snapshot that the core has accepted are. */
  readonly snapshotSegment: (shard: ShardId, snapshot: Snapshot) => Segment
  /** The snapshot's mark is durable: make it the replica's state. Nothing is applied meanwhile. */
  readonly installSnapshot: (replica: Replica, snapshot: Snapshot) => Promise<Replica>
  /** A snapshot was offered to a follower: somebody must report what became of it. */
  readonly snapshotSent: (replica: Replica, to: ReplicaId) => void
  readonly fatal: (error: unknown) => void
}

/** A disk that has taken no write for so many election timeouts is no leader's. */
const STALLED_ELECTIONS = 4
/** Rounds of one turn, at most. */
const ROUNDS_MAX = 4

/** A replica inside the driver. */
class Group implements ApplyTarget, HeartbeatGroup {
  replica: Replica
  readonly rest = new Rest()
  readonly driver: RaftDriver
  touched = false
  removed = false
  /** Among the changed ones. */
  changed = false
  /** Log writes handed to the log and not yet durable. */
  writesInFlight = 0
  /** While a snapshot is being installed: acknowledgements of what was written after it. */
  behindSnapshot: Message[] | undefined
  durableTerm: number
  durableVote: number

  constructor(replica: Replica, driver: RaftDriver, durableTerm: number, durableVote: number) {
    this.replica = replica
    this.driver = driver
    this.durableTerm = durableTerm
    this.durableVote = durableVote
  }

  get state() {
    return this.replica.state
  }

  get isSettled(): boolean {
    return !this.touched && this.writesInFlight === 0 && this.behindSnapshot === undefined
  }

  entryApplied(entry: Entry): void {
    this.replica.applied(entry)
  }

  handOutApplied(responses: readonly Message[]): void {
    this.driver.deliver(this, responses)
  }

  applyConfChange(entry: Entry): void {
    this.replica.applyConfChange(entry)
  }

  durablyApplied(index: number): void {
    this.replica.durablyApplied(index)
  }
}

/** Messages that must not leave (or be stepped) before a log write is durable. */
interface Promised {
  readonly group: Group
  readonly responses: readonly Message[]
  /** Whether a write of this group stands behind them, or only earlier ones do. */
  readonly write: boolean
  /** Its mark is in that write: it becomes the replica's state before the responses leave. */
  readonly snapshot: Snapshot | undefined
}

export class RaftDriver {
  readonly pump: ApplyPump
  private readonly heartbeats: ShardHeartbeats<Group>
  private readonly disk: DiskWatch
  private readonly options: RaftDriverOptions
  private readonly groups = new Map<ShardId, Group>()
  private touched: Group[] = []
  private changed: Group[] = []
  private turnScheduled = false
  private inTurn = false
  /** Something was touched during a turn, or what waited may go on. */
  private again = false
  private stopped = false
  /** Snapshots that take the place of a state. */
  private readonly installations = new Set<Promise<void>>()
  private items: LogItem[] = []
  private promised: Promised[] = []
  private lastWrite: Promise<void> = Promise.resolve()

  constructor(options: RaftDriverOptions) {
    this.options = options
    this.disk = new DiskWatch(STALLED_ELECTIONS * options.electionTicks)
    this.pump = new ApplyPump(options.engine, {
      scheduler: options.scheduler,
      writeDelayMs: options.engineWriteDelayMs,
      writeBytes: options.maxUnsealedBytes / 2,
      maxUnsealedBytes: options.maxUnsealedBytes,
      checkpointBytes: options.checkpointBytes,
      fatal: options.fatal,
      wake: () => this.scheduleTurn(),
    })
    this.heartbeats = new ShardHeartbeats({
      ...options,
      groups: this.groups,
      ready: (group) => this.touchGroup(group),
      unknownReplica: (from, envelope) => this.unknownReplica(from, envelope),
    })
  }

  /** Replicas that are not asleep. */
  get awakeCount(): number {
    return this.heartbeats.awakeCount
  }

  add(replica: Replica): void {
    assert(!this.groups.has(replica.shard), () => `shard ${replica.shard} is here already`)
    const { hardState } = this.options.raftLog.shard(replica.shard).initialState()
    const group = new Group(replica, this, hardState.term, hardState.vote)
    this.groups.set(replica.shard, group)
    this.pump.add(group)
    this.heartbeats.add(group)
    this.touchGroup(group)
  }

  /** A message that its owner held back until now (a snapshot whose rows have arrived). */
  step(shard: ShardId, message: Message): void {
    const group = this.groups.get(shard)
    if (group === undefined || this.stopped) return
    this.heartbeats.stir(group, message.from)
    group.replica.node.step(message, this.options.clock.monotonicMs())
    this.touchGroup(group)
  }

  remove(shard: ShardId): void {
    const group = this.groups.get(shard)
    if (group === undefined) return
    group.removed = true
    this.groups.delete(shard)
    this.pump.remove(group)
    this.heartbeats.remove(group)
    group.replica.close()
  }

  replica(shard: ShardId): Replica | undefined {
    return this.groups.get(shard)?.replica
  }

  *replicas(): Generator<Replica> {
    for (const group of this.groups.values()) yield group.replica
  }

  /** The shard's state machine has something for its next engine batch. Wakes nobody. */
  unsealed(shard: ShardId): void {
    const group = this.groups.get(shard)
    if (group !== undefined) this.pump.unsealed(group)
  }

  /** Something happened to this shard's core or open batch: look at it at the end of the turn. Wakes it if it sleeps. */
  touch(shard: ShardId): void {
    const group = this.groups.get(shard)
    if (group === undefined) return
    this.heartbeats.stir(group)
    this.touchGroup(group)
  }

  /** The replicas that had something to do since the last call; whatever can be seen of the others is as it was. */
  takeChanged(): Replica[] {
    const groups = this.changed
    this.changed = []
    for (const group of groups) group.changed = false
    return groups.filter(({ removed }) => !removed).map(({ replica }) => replica)
  }

  /** Whether a peer that has been heard is not silent since. */
  hears(peer: NodeId): boolean {
    return this.heartbeats.hears(peer)
  }

  receive(from: NodeId, envelopes: readonly RaftEnvelope[]): void {
    if (this.stopped) return
    const now = this.options.clock.monotonicMs()
    this.heartbeats.heard(from)
    for (const envelope of envelopes) {
      const group = this.groups.get(envelope.shard)
      const { message } = envelope
      if (group === undefined || message.to !== group.replica.replica) {
        this.unknownReplica(from, envelope)
      } else if (message.type === 'MsgTimeoutNow' && this.disk.isStalled) {
        // It could be elected, but not serve.
      } else if (message.type === 'MsgSnap') {
        this.options.snapshotOffered(from, group.replica, message)
      } else {
        this.heartbeats.stir(group, message.from)
        // Errors are messages out of place (an unknown peer's answer): a lossy network makes those.
        group.replica.node.step(message, now)
        this.stepped(group)
      }
    }
  }

  /** Heartbeats of another node's shards, its answers, and that it lives. */
  beat(from: NodeId, beat: NodeBeat): void {
    if (!this.stopped) this.heartbeats.received(from, beat)
  }

  tick(): void {
    if (this.stopped) return
    this.disk.tick()
    if (this.disk.isDue(this.options.electionTicks)) this.giveAwayLeaders()
    this.heartbeats.tick(this.options.clock.monotonicMs())
  }

  /** No turn runs after this; what is in flight in the log still completes. */
  async stop(): Promise<void> {
    this.stopped = true
    for (const group of this.groups.values()) group.replica.close()
    await this.lastWrite
    await this.pump.caughtUp()
    // They need the engine to the end, or what they had marked is done again at the next start.
    await Promise.all(this.installations)
    await this.pump.close()
  }

  /** Acknowledgements whose condition has come true: to this replica itself, or to its peers. */
  deliver(group: Group, responses: readonly Message[]): void {
    if (group.removed || this.stopped) return
    const now = this.options.clock.monotonicMs()
    for (const response of responses) {
      if (response.to === group.replica.replica) group.replica.node.step(response, now)
      else this.send(group, response)
    }
    this.stepped(group)
  }

  private unknownReplica(from: NodeId, envelope: RaftEnvelope): void {
    this.options.unknownReplica(from, envelope)
    // The entry that splits it off from another shard may be among those that wait to be applied.
    this.pump.hurry()
  }

  /** The disk takes nothing: whatever is led here is offered to the voter that has the most. */
  private giveAwayLeaders(): void {
    for (const group of this.groups.values()) {
      const { node } = group.replica
      if (!node.isLeader || group.rest.asleep) continue
      let heir: ProgressView | undefined
      for (const id of node.confState.voters) {
        const place = group.replica.nodeOf(id)
        if (id === node.id || place === undefined || !this.hears(place)) continue
        const peer = node.progress.get(id)
        if (peer?.state === 'replicate' && peer.match > (heir?.match ?? -1)) heir = peer
      }
      if (heir === undefined) continue
      node.transferLeader(heir.id)
      this.touchGroup(group)
    }
  }

  /** The core has taken a message. Half of them (a second acknowledgement, a follower's own) leave nothing to do. */
  private stepped(group: Group): void {
    if (group.replica.node.hasReady()) this.touchGroup(group)
    else this.markChanged(group)
  }

  private touchGroup(group: Group): void {
    if (!group.touched) {
      group.touched = true
      this.touched.push(group)
    }
    this.markChanged(group)
    this.scheduleTurn()
  }

  private markChanged(group: Group): void {
    if (group.changed) return
    group.changed = true
    this.changed.push(group)
  }

  private scheduleTurn(): void {
    this.again = true
    if (this.turnScheduled || this.inTurn || this.stopped) return
    this.turnScheduled = true
    this.options.scheduler.endOfTurn(() => {
      this.turnScheduled = false
      if (!this.stopped) this.turn()
    })
  }

  private turn(): void {
    this.inTurn = true
    // Applying can touch groups again (acknowledged applies, commands that waited): bounded rounds keep the loop fair.
    for (let round = 0; round < ROUNDS_MAX && (round === 0 || this.again); round++) {
      this.again = false
      const groups = this.touched
      this.touched = []
      for (const group of groups) this.drain(group)
      this.pump.run()
    }
    this.writeLog()
    this.heartbeats.flush()
    this.inTurn = false
    if (this.again) this.scheduleTurn()
  }

  private drain(group: Group): void {
    group.touched = false
    if (group.removed) return
    const { replica } = group
    replica.closeBatch()
    while (replica.node.hasReady()) {
      const ready = replica.node.ready()
      if (ready.softState !== undefined || ready.hardState !== undefined) replica.roleChanged()
      // Who leads now has all that has gathered to apply before it serves.
      if (ready.softState !== undefined) this.pump.hurry()
      for (const message of ready.messages) {
        if (message.to === APPEND_THREAD) this.append(group, message)
        else if (message.to === APPLY_THREAD) {
          this.pump.enqueue(group, message.entries, message.responses)
        } else this.send(group, message)
      }
      if (ready.readStates.length > 0) replica.readsConfirmed(ready.readStates)
    }
    this.heartbeats.takeRound(group)
  }

  private send(group: Group, message: Message): void {
    if (message.type === 'MsgHeartbeatResp') {
      this.heartbeats.answer(group, message)
      return
    }
    const to = group.replica.nodeOf(message.to)
    if (to === undefined) return
    if (message.type === 'MsgSnap') this.options.snapshotSent(group.replica, message.to)
    this.options.transport.sendRaft(to, { shard: group.replica.shard, message })
  }

  /** Storage work of one core: written with everything else of this turn. */
  private append(group: Group, message: Message): void {
    const { shard, state } = group.replica
    const voteOrTerm =
      message.term !== 0 &&
      (message.term !== group.durableTerm || message.vote !== group.durableVote)
    const { snapshot } = message
    if (message.entries.length === 0 && !voteOrTerm && snapshot === undefined) {
      // A commit index alone need not be durable: it travels with the next write.
      this.afterWrites(group, message.responses)
      return
    }
    if (message.term !== 0) {
      group.durableTerm = message.term
      group.durableVote = message.vote
    }
    const { node } = group.replica
    const hardState =
      message.term !== 0
        ? { term: message.term, vote: message.vote, commit: message.commit }
        : snapshot === undefined
          ? undefined
          : { term: node.term, vote: node.vote, commit: node.commit }
    const snapshotMark = snapshot && {
      segment: this.options.snapshotSegment(shard, snapshot),
      index: snapshot.index,
      term: snapshot.term,
    }
    if (snapshot !== undefined) this.pump.hold(group)
    this.items.push({ shard, hardState, entries: message.entries, snapshotMark })
    group.writesInFlight++
    this.promised.push({ group, responses: message.responses, write: true, snapshot })
    if (!state.mayLag) this.pump.foresee(group, message.entries)
  }

  /** Responses that depend on earlier writes only. */
  private afterWrites(group: Group, responses: readonly Message[]): void {
    if (responses.length === 0) return
    if (group.writesInFlight === 0) this.deliverInOrder(group, responses)
    else if (this.items.length > 0) {
      this.promised.push({ group, responses, write: false, snapshot: undefined })
    } else {
      this.lastWrite.then(() => this.deliverInOrder(group, responses), this.options.fatal)
    }
  }

  /**
   * Acknowledgements leave in the order of the work behind them. A snapshot takes longer to install than entries behind it take to
   * be written; acknowledged first, those would make the core forget them while it still believes in a log that ends with the snapshot.
   */
  private deliverInOrder(group: Group, responses: readonly Message[]): void {
    if (group.behindSnapshot === undefined) this.deliver(group, responses)
    else group.behindSnapshot.push(...responses)
  }

  private writeLog(): void {
    if (this.items.length === 0) return
    const { items, promised } = this
    this.items = []
    this.promised = []
    this.lastWrite = this.options.raftLog.append(items)
    this.disk.writeBegun()
    this.lastWrite.then(() => {
      this.disk.writeDone()
      for (const { group, responses, write, snapshot } of promised) {
        if (write) group.writesInFlight--
        if (snapshot === undefined) this.deliverInOrder(group, responses)
        else this.install(group, snapshot, responses)
      }
    }, this.options.fatal)
  }

  private install(group: Group, snapshot: Snapshot, responses: readonly Message[]): void {
    assert(group.behindSnapshot === undefined, 'two snapshots are installed at once')
    const behind: Message[] = []
    group.behindSnapshot = behind
    const install = async (): Promise<void> => {
      // Overlapping engine writes are applied in either order: the old state's last one comes first.
      await this.pump.caughtUp()
      group.replica = await this.options.installSnapshot(group.replica, snapshot)
      this.pump.resume(group)
      group.behindSnapshot = undefined
      this.deliver(group, [...responses, ...behind])
    }
    const installation = install()
      .catch(this.options.fatal)
      .finally(() => this.installations.delete(installation))
    this.installations.add(installation)
  }
}
