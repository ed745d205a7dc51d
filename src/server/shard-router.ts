/**
 * Gets a request to the leader of the shard that owns a token, wherever it is, and keeps trying until the deadline: through
 * elections, moves and splits the caller only waits. It never changes the operation id; from the moment a command may
 * have reached a log, later attempts accept recorded answers only (05, "When an answer is final").
 *
 * Looking for the leader goes in rounds. In one round each replica is asked once at most, first whom a refusal named;
 * replicas that disagree, each naming the other, thus end the round instead of making the request run in circles. Between
 * rounds it pauses, longer each time, and the longer the more others look for the same leader, until news of the map or of a leader
 * ends the pause: the first of them that is answered calls the others. News also moves on what waits at a node that leads no
 * more but cannot say so, as its process stands still.
 */
import { backoffMs } from '../base/backoff.ts'
import type { Clock, Scheduler, Timer } from '../base/clock.ts'
import { ERROR_TABLE, errorCodeOfWire, type ErrorCode } from '../base/errors.ts'
import { PLACEMENT_SHARD, token, type NodeId, type ShardId, type Timestamp } from '../base/ids.ts'
import type { Random } from '../base/random.ts'
import type { ForwardAnswer, Transport } from '../net/transport.ts'
import { encodeCommand } from '../shard/command-codec.ts'
import type { Command } from '../shard/command.ts'
import type { ClusterState } from './cluster-state.ts'
import { decodeCommandReply, decodeReadReply } from '../shard/reply-codec.ts'
import { encodeRead } from '../shard/request-codec.ts'
import { isOfAnyReplica, type CommandReply, type Read, type ReadReply } from '../shard/request.ts'
import {
  type CommandCall,
  type CommandOutcome,
  type ReadCall,
  type ReadOutcome,
  type Refused,
} from './calls.ts'
import { Deadlines } from './deadlines.ts'

/** Pauses between rounds: the first, doubling up to the longest, half of each random. */
const PAUSE_MIN_MS = 25
const PAUSE_MAX_MS = 200
/**
 * Where more than this many of one sort look for one leader, they share the pace of so many. Steps of the commit protocol are a
 * sort of their own: transactions that cannot be ended must not slow down clients.
 */
const SEARCHERS_AT_FULL_PACE = 8
const CROWDED_PAUSE_MAX_MS = 2_000

/** What the router needs of this node's own replicas. */
export interface LocalShards {
  /** The leader of this shard is here and serves. */
  leads(shard: ShardId): boolean
  submit(shard: ShardId, call: CommandCall): void
  read(shard: ShardId, call: ReadCall): void
  /** Reads of any replica up to this time are answered by the one here; 0 = there is none. */
  closedUpTo(shard: ShardId): Timestamp
  /** Whom the local replica of the shard, if there is one, takes for the leader. */
  leaderOf(shard: ShardId): NodeId | undefined
  /** Whoever was taken for the leader did not answer as one: a replica that sleeps here should look. */
  doubtLeader(shard: ShardId): void
}

/** Final results. `failed` after the deadline, or for errors that another attempt cannot change. */
export type RoutedResult =
  | { readonly kind: 'reply'; readonly reply: CommandReply }
  | { readonly kind: 'read'; readonly reply: ReadReply }
  | {
      readonly kind: 'failed'
      readonly code: ErrorCode
      readonly message: string
      readonly retryAfterMs: number
    }

  /**
   * The shard has split, and what is asked for lies in several by now. `maybeLogged`: an attempt may have been logged all the
   * same; what is recorded of the id is the answer.
   */
  | { readonly kind: 'scattered'; readonly maybeLogged: boolean }

export interface RoutedRequest {
  /** Where: the shard that owns this token now. */
  readonly token: number
  readonly command: Command | undefined
  readonly read: Read | undefined
  readonly deadlineMs: number
  /** The id was sent before, by another gateway or attempt. */
  readonly resent: boolean
  /**
   * A step of the commit protocol: the caller treats refusals outside the log as hints, and wants to hear of them and of
   * changed ranges at once.
   */
  readonly step: boolean
  /** Whether everything that is asked for lies in one shard (still); default: it is one token's. */
  readonly whole?: (() => boolean) | undefined
  /** Called exactly once. */
  done(result: RoutedResult): void
}

/** What a request is to the leader that it looks for. */
type Sort = 'read' | 'write' | 'step'

export interface ShardRouterOptions {
  readonly clock: Clock
  readonly scheduler: Scheduler
  readonly random: Random
  readonly transport: Pick<Transport, 'forward'>
  readonly cluster: ClusterState
  readonly local: LocalShards
  readonly self: NodeId
}

export class ShardRouter {
  readonly options: ShardRouterOptions
  readonly open: Deadlines<Attempt>
  /** Leaders as last heard from refusals and from placement's hints. */
  private readonly leaderHints = new Map<ShardId, NodeId>()
  /** How many attempts look for the leader of a shard. */
  private readonly searching: Readonly<Record<Sort, Map<ShardId, number>>> = {
    read: new Map(),
    write: new Map(),
    step: new Map(),
  }
  private readonly stopListening: () => void

  constructor(options: ShardRouterOptions) {
    this.options = options
    this.open = new Deadlines(options.clock, options.scheduler)
    this.stopListening = options.cluster.onChange(({ descriptors }) => {
      if (descriptors.length > 0) this.open.each((attempt) => attempt.mapChanged())
    })
  }

  send(request: RoutedRequest): void {
    new Attempt(this, request).go()
  }

  /** The leader is known, from a replica here or from placement: whoever looks for it, or waits elsewhere, goes there. */
  leaderFound(shard: ShardId, leader: NodeId): void {
    this.hintLeader(shard, leader)
    this.open.each((attempt) => attempt.leaderFound(shard, leader))
  }

  /** For attempts only: hearsay, or a leader that just answered. */
  hintLeader(shard: ShardId, leader: NodeId): void {
    if (this.leaderHints.get(shard) !== leader) this.leaderHints.set(shard, leader)
  }

  /** The node cannot be reached: whoever sent us there was wrong, or is by now. */
  forgetLeader(shard: ShardId, node: NodeId): void {
    if (this.leaderHints.get(shard) === node) this.leaderHints.delete(shard)
  }

  forgetNode(node: NodeId): void {
    for (const [shard, leader] of this.leaderHints) {
      if (leader === node) this.leaderHints.delete(shard)
    }
  }

  /** Best guess; undefined = nobody known to lead. */
  leaderOf(shard: ShardId): NodeId | undefined {
    return this.options.local.leaderOf(shard) ?? this.leaderHints.get(shard)
  }

  /** For attempts only: one more looks for the leader of this shard, or one less. */
  countSearcher(shard: ShardId, sort: Sort, change: 1 | -1): void {
    const searching = this.searching[sort]
    const count = (searching.get(shard) ?? 0) + change
    if (count === 0) searching.delete(shard)
    else searching.set(shard, count)
  }

  searchersOf(shard: ShardId, sort: Sort): number {
    return this.searching[sort].get(shard) ?? 0
  }

  /** For attempts only: a leader has answered. One whose clock is wrong takes no commands, but answers reads. */
  served(shard: ShardId, sort: Sort): void {
    const { read, write, step } = this.searching
    const isAwaited = read.has(shard) || (sort !== 'read' && (write.has(shard) || step.has(shard)))
    if (isAwaited) this.open.each((attempt) => attempt.served(shard, sort))
  }

  close(): void {
    this.stopListening()
    this.open.close()
  }
}

/** One request on its way, over all its attempts. Implements both call shapes so that no closures are needed. */
class Attempt implements CommandCall, ReadCall {
  readonly deadlineMs: number
  rangeEpoch = 0
  private readonly router: ShardRouter
  private readonly request: RoutedRequest
  private encoded: Uint8Array | undefined
  private registered = false
  private finished = false
  private maybeLogged = false
  /** Where the attempt is whose fate is open; undefined = none is under way. */
  private asked: NodeId | undefined = undefined
  /** Who was asked in this round and does not lead. */
  private refusers: NodeId[] = NOBODY
  /** Whom the last refusal named. */
  private named: NodeId | undefined = undefined
  /** Rotates over the replicas where nobody knows the leader. */
  private probes = 0
  private rounds = 0
  /** Runs while nobody is asked. */
  private pause: Timer | undefined = undefined
  /** The pause is one that news may end. */
  private searching = false
  private shard = NO_SHARD
  private lastRefusal = 'no leader was reachable'

  constructor(router: ShardRouter, request: RoutedRequest) {
    this.router = router
    this.request = request
    this.deadlineMs = request.deadlineMs
  }

  get command(): Command {
    return this.request.command!
  }

  get read(): Read {
    return this.request.read!
  }

  get bytes(): Uint8Array {
    return (this.encoded ??= encodeCommand(this.command))
  }

  get sort(): Sort {
    const { command, step } = this.request
    return command === undefined ? 'read' : step ? 'step' : 'write'
  }

  get log(): boolean {
    return this.maybeLogged || this.request.resent
  }

  go(): void {
    const { cluster, local, self } = this.router.options
    const { shards } = cluster.view
    const slot = shards.slotOf(token(this.request.token))
    if (slot < 0) {
      this.shard = NO_SHARD
      this.endRound('the shard map is not known yet')
      return
    }
    const shard = shards.shardAt(slot)
    this.shard = shard
    this.rangeEpoch = shards.rangeEpochAt(slot)
    if ((local.leads(shard) || this.isHeldHere(shard)) && !this.refusers.includes(self)) {
      this.asked = self
      if (this.request.command !== undefined) local.submit(shard, this)
      else local.read(shard, this)
      if (!this.finished) this.register()
      return
    }
    this.register()
    const node = this.remoteTarget(slot)
    if (node === undefined) {
      const nobody = this.refusers.length === 0
      this.endRound(nobody ? `shard ${shard} has no known leader` : this.lastRefusal)
    } else this.forward(node)
  }

  /** The request is a read that the replica on this node may answer though it does not lead. */
  private isHeldHere(shard: ShardId): boolean {
    const { read } = this.request
    if (read === undefined || !isOfAnyReplica(read)) return false
    return read.at !== 0 && read.at <= this.router.options.local.closedUpTo(shard)
  }

  // ---- news

  mapChanged(): void {
    if (this.searching) this.again()
  }

  served(shard: ShardId, sort: Sort): void {
    if (shard !== this.shard || !this.searching) return
    if (sort !== 'read' || this.sort === 'read') this.again()
  }

  leaderFound(shard: ShardId, leader: NodeId): void {
    if (shard !== this.shard || this.finished) return
    if (this.searching) {
      this.again()
      return
    }
    const { asked, router, request } = this
    // Steps of the commit protocol are repeated by its own machine.
    if (asked === undefined || asked === leader || asked === router.options.self || request.step)
      return
    // It may be in the log of the node that was asked; from here on what is recorded is the answer.
    if (request.command !== undefined) this.maybeLogged = true
    this.asked = undefined
    this.lastRefusal = `node ${asked} led the shard and did not answer`
    this.again()
  }

  // ---- answers

  answered(outcome: CommandOutcome): void {
    const { self } = this.router.options
    if (outcome.kind === 'refused') this.refusedBy(self, outcome)
    else this.replied(outcome.reply)
  }

  readAnswered(outcome: ReadOutcome): void {
    if (outcome.kind === 'refused') this.refusedBy(this.router.options.self, outcome)
    else this.finish(outcome)
  }

  /** The deadline passed. */
  expired(): void {
    this.registered = false
    if (this.finished) return
    const write = this.request.command !== undefined
    const underWay = this.asked !== undefined
    const fate = (this.log || underWay) && write
    const code = fate ? 'OUTCOME_UNKNOWN' : underWay ? 'DEADLINE' : 'NO_QUORUM'
    const consequence = fate
      ? 'it may still happen: ask for the outcome of its id'
      : 'nothing happened'
    this.finish({
      kind: 'failed',
      code,
      message: `shard ${this.shard} did not answer in time (${this.lastRefusal}); ${consequence}`,
      retryAfterMs: 0,
    })
  }

  /** Whom to ask next in this round; undefined = nobody is left. */
  private remoteTarget(slot: number): NodeId | undefined {
    const { self, cluster } = this.router.options
    const { named } = this
    if (named !== undefined && this.mayAsk(named)) return named
    const leader = this.router.leaderOf(this.shard)
    if (leader !== undefined && this.mayAsk(leader)) return leader
    // Elected here, and about to serve: nobody else knows better, unless it takes too long.
    if (leader === self && this.rounds === 0) return undefined
    const { shards } = cluster.view
    const count = shards.replicaCountAt(slot)
    for (let tries = 0; tries < count; tries++) {
      const node = shards.nodeAt(slot, this.probes++ % count)
      if (this.mayAsk(node)) return node
    }
    return undefined
  }

  private mayAsk(node: NodeId): boolean {
    return node !== this.router.options.self && !this.refusers.includes(node)
  }

  private forward(node: NodeId): void {
    const { clock, transport } = this.router.options
    const timeoutMs = Math.ceil(this.deadlineMs - clock.monotonicMs())
    if (timeoutMs <= 0) return
    this.asked = node
    const { command, read } = this.request
    transport.forward(
      node,
      {
        shard: this.shard,
        rangeEpoch: this.rangeEpoch,
        timeoutMs,
        command: command === undefined ? undefined : this.bytes,
        read: read === undefined ? undefined : encodeRead(read),
        log: this.log,
      },
      (answer) => this.forwarded(node, answer),
    )
  }

  private forwarded(node: NodeId, answer: ForwardAnswer): void {
    switch (answer.kind) {
      case 'reply':
        this.router.hintLeader(this.shard, node)
        this.replied(decodeCommandReply(answer.reply))
        break
      case 'read-reply':
        this.router.hintLeader(this.shard, node)
        this.finish({ kind: 'read', reply: decodeReadReply(answer.reply) })
        break
      case 'error': {
        const code = errorCodeOfWire(answer.code)
        if (code === 'NO_QUORUM') this.router.forgetLeader(this.shard, node)
        this.refusedBy(node, { ...answer, kind: 'refused', code })
        break
      }
    }
  }

  private replied(reply: CommandReply): void {
    if (reply.kind !== 'stale-epoch' || this.request.step) {
      this.finish({ kind: 'reply', reply })
      return
    }
    this.asked = undefined
    this.endRound('the shard changed its range')
  }

  private refusedBy(node: NodeId, refusal: Refused): void {
    if (this.finished) return
    if (refusal.maybeLogged) this.maybeLogged = true
    // Somebody else was asked meanwhile: that answer counts.
    if (this.asked !== node) return
    this.asked = undefined
    this.lastRefusal = refusal.message
    const { code } = refusal
    if (code === 'NOT_LEADER' || code === 'NO_QUORUM' || code === 'SHUTTING_DOWN') {
      if (refusal.leader === 0) this.router.options.local.doubtLeader(this.shard)
      this.goElsewhere(node, refusal.leader)
      return
    }
    // A refusal outside the log is final only if no earlier attempt can have been logged.
    const mayTellClient = !this.log || this.request.step || this.request.command === undefined
    if (ERROR_TABLE[code].retry === 'route' || !mayTellClient) {
      this.endRound(refusal.message, refusal.retryAfterMs)
      return
    }
    const { message, retryAfterMs } = refusal
    this.finish({ kind: 'failed', code, message, retryAfterMs })
  }

  /** The node does not lead, or is not there. Through the scheduler, so that two confused nodes cannot recurse. */
  private goElsewhere(refuser: NodeId, leader: NodeId | 0): void {
    this.refusers = [...this.refusers, refuser]
    if (leader === 0 || this.refusers.includes(leader)) {
      this.named = undefined
      this.router.forgetLeader(this.shard, refuser)
    } else {
      this.named = leader
      this.router.hintLeader(this.shard, leader)
    }
    this.again(false)
  }

  /** Nobody is left to ask in this round, or asking makes no sense yet: a new one begins after a pause, or at news. */
  private endRound(why: string, atLeastMs = 0): void {
    if (this.finished) return
    const { scheduler, random } = this.router.options
    this.lastRefusal = why
    this.register()
    this.setSearching(atLeastMs === 0)
    const crowd = this.router.searchersOf(this.shard, this.sort) / SEARCHERS_AT_FULL_PACE
    const longestMs = Math.min(PAUSE_MAX_MS * Math.max(1, crowd), CROWDED_PAUSE_MAX_MS)
    const pauseMs = backoffMs(++this.rounds, PAUSE_MIN_MS, longestMs, random)
    this.pause = scheduler.after(Math.max(pauseMs, atLeastMs), () => this.beginRound())
  }

  private beginRound(): void {
    this.refusers = NOBODY
    this.named = undefined
    this.setSearching(false)
    if (this.finished) return
    if (this.request.whole?.() === false) {
      this.finish({ kind: 'scattered', maybeLogged: this.log })
    } else this.go()
  }

  /** Goes on in this turn of the scheduler, by default with a new round. */
  private again(newRound = true): void {
    if (this.finished) return
    this.setSearching(false)
    this.register()
    this.pause?.cancel()
    this.pause = this.router.options.scheduler.after(0, () => {
      if (newRound) this.beginRound()
      else if (!this.finished) this.go()
    })
  }

  private setSearching(searching: boolean): void {
    if (searching === this.searching) return
    this.searching = searching
    this.router.countSearcher(this.shard, this.sort, searching ? 1 : -1)
  }

  private register(): void {
    if (this.registered) return
    this.registered = true
    this.router.open.add(this)
  }

  private finish(result: RoutedResult): void {
    if (this.finished) return
    this.finished = true
    this.pause?.cancel()
    this.setSearching(false)
    if (this.registered) this.router.open.remove(this)
    if (result.kind !== 'failed') this.router.served(this.shard, this.sort)
    this.request.done(result)
  }
}

const NOBODY: NodeId[] = []
/** No key-value shard has the placement group's number. */
const NO_SHARD = PLACEMENT_SHARD
