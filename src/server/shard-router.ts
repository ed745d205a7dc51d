/**
 * Gets a request to the leader of the shard that owns a token, wherever it is, and keeps trying until the deadline: through
 * elections, moves and splits the caller only waits. It never changes the operation id; from the moment a command may
 * have reached a log, later attempts accept recorded answers only (05, "When an answer is final").
 */
import type { Clock, Scheduler } from '../base/clock.ts'
import { ERROR_TABLE, errorCodeOfWire, type ErrorCode } from '../base/errors.ts'
import { token, type NodeId, type ShardId } from '../base/ids.ts'
import type { ForwardAnswer, Transport } from '../net/transport.ts'
import { encodeCommand } from '../shard/command-codec.ts'
import type { Command } from '../shard/command.ts'
import type { ClusterState } from './cluster-state.ts'
import { decodeCommandReply, decodeReadReply } from '../shard/reply-codec.ts'
import { encodeRead } from '../shard/request-codec.ts'
import type { CommandReply, Read, ReadReply } from '../shard/request.ts'
import {
  type CommandCall,
  type CommandOutcome,
  type ReadCall,
  type ReadOutcome,
  type Refused,
} from './calls.ts'
import { Deadlines } from './deadlines.ts'

/** Pause before asking again where nobody knew the leader. */
const RETRY_PAUSE_MS = 25

/** What the router needs of this node's own replicas. */
export interface LocalShards {
  /** The leader of this shard is here and serves. */
  leads(shard: ShardId): boolean
  submit(shard: ShardId, call: CommandCall): void
  read(shard: ShardId, call: ReadCall): void
  /** Whom the local replica of the shard, if there is one, takes for the leader. */
  leaderOf(shard: ShardId): NodeId | undefined
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
  /** Called exactly once. */
  done(result: RoutedResult): void
}

export interface ShardRouterOptions {
  readonly clock: Clock
  readonly scheduler: Scheduler
  readonly transport: Pick<Transport, 'forward'>
  readonly cluster: ClusterState
  readonly local: LocalShards
  readonly self: NodeId
}

export class ShardRouter {
  readonly options: ShardRouterOptions
  readonly deadlines: Deadlines
  /** Leaders as last heard from refusals and from placement's hints. */
  private readonly leaderHints = new Map<ShardId, NodeId>()

  constructor(options: ShardRouterOptions) {
    this.options = options
    this.deadlines = new Deadlines(options.clock, options.scheduler)
  }

  send(request: RoutedRequest): void {
    new Attempt(this, request).go()
  }

  hintLeader(shard: ShardId, leader: NodeId): void {
    this.leaderHints.set(shard, leader)
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

  close(): void {
    this.deadlines.close()
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
  /** An attempt is under way: its fate is open. */
  private underWay = false
  /** Rotates over the replicas where nobody knows the leader. */
  private probes = 0
  private shard = 0 as ShardId
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

  get log(): boolean {
    return this.maybeLogged || this.request.resent
  }

  go(): void {
    const { cluster, local } = this.router.options
    const { shards } = cluster.view
    const slot = shards.slotOf(token(this.request.token))
    if (slot < 0) {
      this.later('the shard map is not known yet')
      return
    }
    const shard = shards.shardAt(slot)
    this.shard = shard
    this.rangeEpoch = shards.rangeEpochAt(slot)
    if (local.leads(shard)) {
      this.underWay = true
      if (this.request.command !== undefined) local.submit(shard, this)
      else local.read(shard, this)
      if (!this.finished) this.register()
      return
    }
    this.register()
    const node = this.remoteTarget(slot)
    if (node === undefined) this.later(`shard ${shard} has no known leader`)
    else this.forward(node)
  }

  answered(outcome: CommandOutcome): void {
    this.underWay = false
    if (outcome.kind === 'refused') this.refusedBy(outcome)
    else if (outcome.reply.kind === 'stale-epoch' && !this.request.step)
      this.later('the shard changed its range')
    else this.finish({ kind: 'reply', reply: outcome.reply })
  }

  readAnswered(outcome: ReadOutcome): void {
    this.underWay = false
    if (outcome.kind === 'refused') this.refusedBy(outcome)
    else this.finish(outcome)
  }

  /** The deadline passed. */
  expired(): void {
    this.registered = false
    if (this.finished) return
    const write = this.request.command !== undefined
    const fate = (this.log || this.underWay) && write
    const code = fate ? 'OUTCOME_UNKNOWN' : this.underWay ? 'DEADLINE' : 'NO_QUORUM'
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

  private remoteTarget(slot: number): NodeId | undefined {
    const { self, cluster } = this.router.options
    const leader = this.router.leaderOf(this.shard)
    if (leader !== undefined && leader !== self) return leader
    const { shards } = cluster.view
    const count = shards.replicaCountAt(slot)
    for (let tries = 0; tries < count; tries++) {
      const node = shards.nodeAt(slot, this.probes++ % count)
      if (node !== self) return node
    }
    return undefined
  }

  private forward(node: NodeId): void {
    const { clock, transport } = this.router.options
    const timeoutMs = Math.ceil(this.deadlineMs - clock.monotonicMs())
    if (timeoutMs <= 0) return
    this.underWay = true
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
        this.answered({ kind: 'reply', reply: decodeCommandReply(answer.reply) })
        break
      case 'read-reply':
        this.router.hintLeader(this.shard, node)
        this.readAnswered({ kind: 'read', reply: decodeReadReply(answer.reply) })
        break
      case 'error': {
        const code = errorCodeOfWire(answer.code)
        this.underWay = false
        if (code === 'NO_QUORUM') this.router.forgetLeader(this.shard, node)
        this.refusedBy({ ...answer, kind: 'refused', code })
        break
      }
    }
  }

  private refusedBy(refusal: Refused): void {
    if (this.finished) return
    if (refusal.maybeLogged) this.maybeLogged = true
    const { leader } = refusal
    const advice = ERROR_TABLE[refusal.code].retry
    if (refusal.code === 'NOT_LEADER' && leader !== 0) {
      const known = this.router.leaderOf(this.shard)
      this.router.hintLeader(this.shard, leader)
      if (known !== leader && leader !== this.router.options.self) {
        // News: go there at once, but through the scheduler, so that two confused nodes cannot recurse.
        this.later(refusal.message, 0)
        return
      }
    }
    // A refusal outside the log is final only if no earlier attempt can have been logged.
    const mayTellClient = !this.log || this.request.step || this.request.command === undefined
    if (advice === 'route' || refusal.code === 'NO_QUORUM' || !mayTellClient) {
      this.later(refusal.message, Math.max(refusal.retryAfterMs, RETRY_PAUSE_MS))
      return
    }
    this.finish({
      kind: 'failed',
      code: refusal.code,
      message: refusal.message,
      retryAfterMs: refusal.retryAfterMs,
    })
  }

  private later(why: string, pauseMs = RETRY_PAUSE_MS): void {
    if (this.finished) return
    this.lastRefusal = why
    this.register()
    this.router.options.scheduler.after(pauseMs, () => {
      if (!this.finished) this.go()
    })
  }

  private register(): void {
    if (this.registered) return
    this.registered = true
    this.router.deadlines.add(this)
  }

  private finish(result: RoutedResult): void {
    if (this.finished) return
    this.finished = true
    if (this.registered) this.router.deadlines.remove(this)
    this.request.done(result)
  }
}
