/**
 * What every part of the gateway shares: time, ids, routing, and how answers and errors leave.
 */
import type { Clock } from '../base/clock.ts'
import { refusalError, RingKvError, type ErrorCode } from '../base/errors.ts'
import type { HybridClock } from '../base/hybrid-clock.ts'
import {
  timestamp,
  type Key,
  type KeyspaceId,
  type OperationId,
  type Timestamp,
  type Token,
} from '../base/ids.ts'
import { tokenOf } from '../base/token.ts'
import { asRingKvError, encodeError } from '../net/error-codec.ts'
import { decodeHeader, type WriteHeader } from '../net/operation-id-codec.ts'
import type { wire } from '../net/protobuf.ts'
import { actorOf } from '../net/request-context.ts'
import type { Requester } from '../net/request-handler.ts'
import type { Refusal } from '../txn/types.ts'
import type { ClusterState } from './cluster-state.ts'
import type { RoutedResult, ShardRouter } from './shard-router.ts'
import type { TransactionRunner } from './transaction-runner.ts'

/** How long an operation id may live, at most (05, "One identity for every write"). */
const EXPIRY_MAX_MICROS = 600_000_000
/**
 * Where one wall clock was once far ahead, the nodes' hybrid clocks count on from there until the others have caught up. A time
 * that one node gave out is then ahead of what another has counted since they last heard of each other: a microsecond an event.
 */
const COUNTED_AHEAD_MICROS = 10_000
/** Expiry of ids that the gateway mints. */
const MINTED_EXPIRY_MICROS = 60_000_000

export interface GatewayOptions {
  readonly cluster: ClusterState
  readonly router: ShardRouter
  readonly transactions: TransactionRunner
  readonly clock: HybridClock
  readonly monotonic: Clock
  readonly requestTimeoutMs: number
  /** Names this gateway in ids that it mints: 32 random hexadecimal digits, new at every start. */
  readonly clientId: string
  /** A request failed by a bug of ours. */
  readonly onBug: (error: unknown) => void
}

/** Identity of one write request. */
export interface Identified {
  readonly id: OperationId
  readonly lowWater: number
  readonly resent: boolean
  readonly author: string
  /** Set where the gateway minted the id: the client must hear of it. */
  readonly minted: OperationId | undefined
}

export class GatewayContext {
  readonly options: GatewayOptions
  private sequence = 0

  constructor(options: GatewayOptions) {
    this.options = options
  }

  get cluster(): ClusterState {
    return this.options.cluster
  }

  get router(): ShardRouter {
    return this.options.router
  }

  deadlineOf(request: { readonly timeoutMs?: number | null }): number {
    const timeoutMs = request.timeoutMs ?? 0
    const now = this.options.monotonic.monotonicMs()
    return now + (timeoutMs === 0 ? this.options.requestTimeoutMs : timeoutMs)
  }

  /** @throws RingKvError INVALID_ARGUMENT, CLOCK_AHEAD */
  identify(
    from: Requester,
    header: wire.WriteHeader.$Properties | null | undefined,
    actor: string | null | undefined,
  ): Identified {
    const decoded: WriteHeader = decodeHeader(header, from.client)
    const author = from.client === '' ? actorOf(actor) : from.actor
    const { lowWater, resent } = decoded
    if (decoded.id !== undefined) {
      if (decoded.id.expiry > this.options.clock.peek() + EXPIRY_MAX_MICROS) {
        throw new RingKvError(
          'CLOCK_AHEAD',
          'the operation id expires more than 10 minutes from now; mint its expiry from a cluster clock reading',
        )
      }
      return { id: decoded.id, lowWater, resent, author, minted: undefined }
    }
    const id: OperationId = {
      client: this.options.clientId,
      sequence: ++this.sequence,
      expiry: timestamp(this.options.clock.peek() + MINTED_EXPIRY_MICROS),
    }
    return { id, lowWater: 0, resent: false, author, minted: id }
  }

  tokenOf(keyspace: KeyspaceId, key: Key): Token {
    const rules = this.cluster.rules(keyspace)
    if (rules === undefined) {
      throw new RingKvError('KEYSPACE_UNKNOWN', `keyspace ${keyspace} was dropped`)
    }
    return tokenOf(keyspace, key, rules.partition)
  }

  /** A client's time to read at: 0 stays 0. @throws RingKvError CLOCK_AHEAD */
  checkReadTime(at: Timestamp): void {
    const { clock, cluster, monotonic } = this.options
    // Against the wall clock: a reader could otherwise push the hybrid clock ahead step by step.
    const ahead = monotonic.wallMicros() + cluster.limits.clockMaxAheadMicros
    if (at > Math.max(ahead, clock.peek() + COUNTED_AHEAD_MICROS)) {
      throw new RingKvError(
        'CLOCK_AHEAD',
        `time ${at} is further ahead of this node than clock.max-ahead allows; read at a time the cluster gave out`,
      )
    }
  }

  respondError(from: Requester, id: number, error: unknown, minted?: OperationId): void {
    const known = asRingKvError(error)
    if (known.code === 'INTERNAL') this.options.onBug(error)
    const details =
      minted !== undefined && known.code === 'OUTCOME_UNKNOWN'
        ? new RingKvError(known.code, known.message, { operation: minted })
        : known
    from.respond(id, { error: this.encodeError(details) })
  }

  /** As it goes out to a client, with the names of keyspaces. */
  encodeError(error: RingKvError): wire.Error.$Properties {
    return encodeError(error, (keyspace) => this.cluster.keyspaceName(keyspace))
  }
}

/** A failed route or a refused command as the error that the client sees. */
export function errorOfResult(result: Extract<RoutedResult, { kind: 'failed' }>): RingKvError {
  const { code, message, retryAfterMs } = result
  return refusalError(code, message, retryAfterMs > 0 ? { retryAfterMs } : undefined)
}

export function errorOfRefusal(refusal: Refusal): RingKvError {
  const { code, message, conflicts } = refusal
  return refusalError(code, message, conflicts.length > 0 ? { conflicts } : undefined)
}

/** An answer of a kind that this request cannot have: a bug. */
export function unexpectedReply(kind: string): RingKvError {
  return new RingKvError<unknown>('INTERNAL' satisfies ErrorCode, `unexpected reply ${kind}`)
}
