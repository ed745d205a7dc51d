/** Options of the client and its calls, with defaults and checks in one place. */
import { RingKvError } from '../base/errors.ts'
import { wire } from '../net/protobuf.ts'
import { actorProblem } from '../versions/actor.ts'
import { POLICIES, type Policy } from '../versions/version.ts'
import { WRITE_TIMEOUT_MS_MAX } from './operation-ids.ts'

const TIMEOUT_MS_DEFAULT = 10_000

/** Options of `RingKv.connect`. */
export interface ConnectOptions {
  /**
   * Who writes: kept beside every version as its author, and the actor of own dots for offline edits. At most 64 bytes.
   * Default: nobody.
   */
  readonly actor?: string
  /** Milliseconds that a call may take when it does not say otherwise. Default 10 000. */
  readonly timeoutMs?: number
  /** Milliseconds that `connect` may take. Default `timeoutMs`. */
  readonly connectTimeoutMs?: number
  /** Keyspace of calls that name none. Default `default`. */
  readonly keyspace?: string
  /** Ends `connect`. */
  readonly signal?: AbortSignal
}

/** Options of every call. */
export interface CallOptions {
  /** Milliseconds; default that of `connect`. */
  readonly timeoutMs?: number
  /** Ends the call. A write already sent ends with `OUTCOME_UNKNOWN`, since it may have happened. */
  readonly signal?: AbortSignal
}

export interface KeyspaceOptions extends CallOptions {
  /** Default that of `connect`. */
  readonly keyspace?: string
}

/**
 * - `strict` (default): linearizable, by the leaders.
 * - `snapshot`: one consistent cut as of `at`, or of now; serializable, may trail by clock skew. Any replica that has everything
 *   up to that time answers.
 * - `stale`: one consistent cut as of a recent time that a replica nearby has complete. Cheapest; goes on without leaders.
 */
export type Consistency = 'strict' | 'snapshot' | 'stale'

export interface ReadOptions extends KeyspaceOptions {
  /**
   * Read the past: as of this date, or version timestamp (microseconds). Below the time from which history is kept:
   * `SNAPSHOT_TOO_OLD`; more than the clocks' tolerance ahead: `CLOCK_AHEAD`. Default: now, linearizable.
   */
  readonly at?: number | Date
  /** What the answer may trail behind. Default `strict`. */
  readonly consistency?: Consistency
  /** How old a `stale` answer may be at most, by the clock of the node that is asked. Default 10 000. */
  readonly maxStalenessMs?: number
  /**
   * A `snapshot` or `stale` answer is not older than this hybrid timestamp in microseconds: give what another client read or
   * wrote. It always sees this client's own writes.
   */
  readonly floor?: number
}

/** Options of a write that overwrites. */
export interface OverwriteOptions extends KeyspaceOptions {
  /** From the read that this write builds on: makes it conflict (or merge) with what came in between. */
  readonly context?: Uint8Array
  /** Counters of own edits made offline on top of `context`, rising; needs an `actor`. */
  readonly ownDots?: readonly number[]
  /** How to resolve a conflict; default: the keyspace's policy. */
  readonly onConflict?: Policy
}

export interface PutOptions extends OverwriteOptions {
  /** Refuse with `CONFLICT`, reason `EXISTS`, if the key has a value. */
  readonly ifAbsent?: boolean
  /** The value disappears after this many milliseconds of cluster time. Default: never. */
  readonly ttlMs?: number
  /** As `ttlMs`, but as absolute hybrid timestamp in microseconds. */
  readonly expiry?: number
}

/** The connection's options, complete and checked. */
export interface ClientDefaults {
  readonly actor: string
  readonly timeoutMs: number
  readonly connectTimeoutMs: number
  readonly keyspace: string
}

export function resolveConnectOptions(options: ConnectOptions): ClientDefaults {
  const actor = options.actor ?? ''
  const problem = actor === '' ? undefined : actorProblem(actor)
  if (problem !== undefined) throw invalid(`the actor "${actor}" is not valid: ${problem}`)
  const timeoutMs = checkTimeout(options.timeoutMs ?? TIMEOUT_MS_DEFAULT)
  const connectTimeoutMs = checkTimeout(options.connectTimeoutMs ?? timeoutMs)
  return { actor, timeoutMs, connectTimeoutMs, keyspace: options.keyspace ?? '' }
}

/** Throws `INVALID_ARGUMENT` unless positive and short enough for an operation id to outlive it. */
export function checkTimeout(timeoutMs: number): number {
  if (!(timeoutMs > 0 && timeoutMs <= WRITE_TIMEOUT_MS_MAX)) {
    throw invalid(`timeoutMs must be above 0 and at most ${WRITE_TIMEOUT_MS_MAX}, not ${timeoutMs}`)
  }
  return timeoutMs
}

/** A read's time on the wire: 0 = now. Throws `INVALID_ARGUMENT` for what is no time since 1970. */
export function readTime(at: ReadOptions['at']): number {
  if (at === undefined) return 0
  const micros = typeof at === 'object' ? at.getTime() * 1000 : at
  if (Number.isSafeInteger(micros) && micros > 0) return micros
  throw invalid(
    `at must be a date after 1970, or a timestamp in whole microseconds, not ${String(at)}`,
  )
}

const WIRE_POLICIES = {
  auto: wire.ConflictPolicy.CONFLICT_POLICY_AUTO,
  lww: wire.ConflictPolicy.CONFLICT_POLICY_LWW,
  abort: wire.ConflictPolicy.CONFLICT_POLICY_ABORT,
  text: wire.ConflictPolicy.CONFLICT_POLICY_TEXT,
} as const satisfies Record<Policy, wire.ConflictPolicy>

const CONSISTENCIES = {
  strict: wire.Consistency.CONSISTENCY_STRICT,
  snapshot: wire.Consistency.CONSISTENCY_SNAPSHOT,
  stale: wire.Consistency.CONSISTENCY_STALE,
} as const satisfies Record<Consistency, wire.Consistency>

const STALENESS_MS_MAX = 2 ** 32 - 1

/** How a request says what its answer may trail behind. `ownWrites`: timestamp of the client's newest. */
export function encodeConsistency(
  { consistency = 'strict', maxStalenessMs = 0, floor = 0 }: ReadOptions,
  ownWrites: number,
): { consistency?: wire.Consistency; maxStalenessMs?: number; floor?: number } {
  if (!Object.hasOwn(CONSISTENCIES, consistency)) {
    const known = Object.keys(CONSISTENCIES).join(', ')
    throw invalid(`a consistency must be one of ${known}, not ${consistency as string}`)
  }
  if (maxStalenessMs !== 0 && consistency !== 'stale') {
    throw invalid('maxStalenessMs is of stale reads only')
  }
  if (!(maxStalenessMs >= 0 && maxStalenessMs <= STALENESS_MS_MAX)) {
    throw invalid(`maxStalenessMs must be from 1 to ${STALENESS_MS_MAX}, not ${maxStalenessMs}`)
  }
  if (consistency === 'strict') return {}
  return {
    consistency: CONSISTENCIES[consistency],
    maxStalenessMs: Math.ceil(maxStalenessMs),
    floor: Math.max(floor, ownWrites),
  }
}

/** Whether any replica may answer. */
export function anyReplicaOf({ consistency = 'strict' }: ReadOptions): boolean {
  return consistency !== 'strict'
}

/** A policy on the wire; throws `INVALID_ARGUMENT` for what is none. */
export function encodePolicy(policy: Policy): wire.ConflictPolicy {
  if (!POLICIES.includes(policy)) {
    throw invalid(
      `a conflict policy must be one of ${POLICIES.join(', ')}, not ${policy as string}`,
    )
  }
  return WIRE_POLICIES[policy]
}

export function invalid(message: string): RingKvError {
  return new RingKvError('INVALID_ARGUMENT', message)
}

/** A time or a dot, as the wire takes it. */
export function counted(what: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= 0) return value
  throw invalid(`${what} must be an integer of microseconds, 0 or more, not ${value}`)
}
