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

export interface ReadOptions extends KeyspaceOptions {
  /** Read the past: hybrid timestamp in microseconds. Default: now, linearizable. */
  readonly at?: number
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

const WIRE_POLICIES = {
  auto: wire.ConflictPolicy.CONFLICT_POLICY_AUTO,
  lww: wire.ConflictPolicy.CONFLICT_POLICY_LWW,
  abort: wire.ConflictPolicy.CONFLICT_POLICY_ABORT,
  text: wire.ConflictPolicy.CONFLICT_POLICY_TEXT,
} as const satisfies Record<Policy, wire.ConflictPolicy>

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
