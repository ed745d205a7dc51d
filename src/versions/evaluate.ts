/**
 * The one way in for writes: compares a write with the key's newest version, resolves a conflict by the policy, and makes
 * the new version (04). Pure, and evaluated at apply on every replica: the result depends on nothing but the input.
 *
 * A write that met a conflict needs the version it started from. The caller is asked for it (`need-base`) and calls
 * again with what history has, so that the usual write costs no look into history.
 */
import { assert, unreachable } from '../base/assert.ts'
import { timestamp, type Timestamp } from '../base/ids.ts'
import { actorProblem, storeActor } from './actor.ts'
import {
  compareWithHead,
  compareWithNothing,
  isDuplicate,
  type Comparison,
  type MissedComparison,
  type Seen,
} from './compare.ts'
import { explainConflict, explainUnknown, ownDotOf, type Missed } from './explain.ts'
import { resolveConflict } from './resolve.ts'
import type { MergeBase } from './merge.ts'
import { nextStoreDot, storeVersion } from './store-version.ts'
import type { Value } from './value.ts'
import {
  advanceClock,
  clocksEqual,
  counterOf,
  EMPTY_CLOCK,
  greatestCounter,
  pruneClock,
} from './vector-clock.ts'
import type {
  ConflictDetail,
  ConflictExplanation,
  ConflictReason,
  Context,
  Dot,
  Policy,
  UnknownCause,
  VectorClock,
  Version,
} from './version.ts'

export { evaluateIncrement, evaluateListEdit, type OperationEvaluation } from './operations.ts'
export { restamp } from './store-version.ts'

/** A put or delete as its command brought it. */
export interface IncomingWrite {
  /** `undefined` = delete. */
  readonly value: Value | undefined
  /** Absolute expiry, 0 = never. */
  readonly expiry: Timestamp
  /** `none` = the command has no context; `invalid` = it has bytes that are no context of this key. */
  readonly context: Context | 'none' | 'invalid'
  /** Counters of `actor`'s offline edits on top of the context, rising; the last one is this write. */
  readonly ownDots: readonly number[]
  /** Who made the own dots; any text (or empty) if there are none. */
  readonly actor: string
  readonly ifAbsent: boolean
  readonly author: string
}

export interface WriteInput {
  /** The head; the caller turns an expired one into a tombstone and a collected one into `undefined`. */
  readonly current: Version | undefined
  readonly incoming: IncomingWrite
  readonly policy: Policy
  /** Timestamp of the new version; above the head's. */
  readonly stamp: Timestamp
  /** The shard's. */
  readonly incarnation: string
  /** Greatest number of entries of a clock, ≥ 2. */
  readonly clockActors: number
  readonly clockMaxAheadMicros: number
  /** Greatest encoded size of a merged value in bytes. */
  readonly valueByteLimit: number
  /** The keyspace's GC point on this shard, 0 = none. */
  readonly gcPoint: Timestamp
  /**
   * The version with the timestamp that `need-base` named. `gone` when there is none, or when it was superseded at or
   * below the GC point, even where its bytes still lie about: replicas must agree.
   */
  readonly base: Version | 'gone' | 'unfetched'
}

export type Evaluation =
  /** Call again with the version of this timestamp as `base`. */
  | { readonly kind: 'need-base'; readonly timestamp: Timestamp }
  | {
      readonly kind: 'write'
      readonly outcome: 'APPLIED' | 'MERGED' | 'WON' | 'LOST'
      /** The new head. */
      readonly version: Version
      /** Whether the store made the dot, which then moves along at a transaction's commit (`restamp`). */
      readonly storeDot: boolean
      /** For the conflict log, when something was resolved. */
      readonly conflict: ConflictExplanation | undefined
    }
  /** Applied before: no effect, answered as applied. */
  | { readonly kind: 'duplicate'; readonly version: Version }
  | { readonly kind: 'conflict'; readonly explanation: ConflictExplanation }
  | {
      readonly kind: 'refuse'
      readonly code: 'CLOCK_AHEAD' | 'INVALID_ARGUMENT'
      readonly message: string
    }

const NEVER = timestamp(0)
const CONTEXT_OF_NOTHING: Context = { incarnation: '', timestamp: NEVER, clock: EMPTY_CLOCK }

/** Evaluates one put or delete. Checks come in the order of the design's table; the first that applies decides. */
export function evaluateWrite(input: WriteInput): Evaluation {
  const { current, incoming } = input
  assert(
    current === undefined || input.stamp > current.timestamp,
    () => `stamp ${input.stamp} is not above the head's ${current?.timestamp ?? 0}`,
  )
  const { context, ownDots } = incoming
  if (ownDots.length > 0) {
    const malformed = ownDotsProblem(incoming)
    if (malformed !== undefined) return refuse('INVALID_ARGUMENT', malformed)
    if (isDuplicate(current, incoming.actor, ownDots)) {
      return { kind: 'duplicate', version: current! }
    }
    const ahead = ownDots.at(-1)! - input.stamp
    if (ahead > input.clockMaxAheadMicros) {
      return refuse('CLOCK_AHEAD', `the edit is dated ${ahead} µs ahead of the store's clock`)
    }
  }
  if (incoming.ifAbsent && current?.value !== undefined) {
    const missed: Missed = { head: current, relation: 'EXISTS', base: undefined }
    return conflict(input, missed, 'EXISTS', undefined)
  }
  if (context === 'none' && ownDots.length === 0) return follow(input)
  const seen = seenBy(incoming, input.incarnation)
  if (typeof seen === 'string') return unknownContext(input, seen)
  if (ownDots.length > 0 && ownDots[0]! <= greatestCounter(seen.context.clock)) {
    return refuse('INVALID_ARGUMENT', 'an own dot must be above every counter of its context')
  }
  return actOn(input, seen, compare(input, seen))
}

function compare(input: WriteInput, seen: Seen): Comparison {
  return input.current === undefined
    ? compareWithNothing(seen, input.gcPoint)
    : compareWithHead(seen, input.current)
}

function actOn(input: WriteInput, seen: Seen, comparison: Comparison): Evaluation {
  switch (comparison.kind) {
    case 'follows':
      return follow(input)
    case 'unknown':
      return unknownContext(input, comparison.cause)
    case 'missed':
      return actOnMissed(input, seen, comparison)
    default:
      return unreachable(comparison)
  }
}

function actOnMissed(input: WriteInput, seen: Seen, comparison: MissedComparison): Evaluation {
  const { incoming, policy } = input
  const { relation, needsAncestor } = comparison
  const head = input.current!
  // The higher version wins whole, whatever the base was. All others need it, if only to tell it.
  const needsBase = needsAncestor || (policy !== 'lww' && !incoming.ifAbsent)
  const base = needsBase ? baseOf(input, seen, head) : 'gone'
  if (base === 'unfetched') return { kind: 'need-base', timestamp: seen.context.timestamp }
  if (base === 'gone') {
    if (needsAncestor) return unknownContext(input, 'PRUNED')
  } else if (!clocksEqual(base.clock, seen.context.clock)) {
    return unknownContext(input, 'AHEAD')
  }
  // The precondition holds: the key is deleted, whoever deleted it.
  if (incoming.ifAbsent) return follow(input)
  return settle(input, seen, { head, relation, base: base === 'gone' ? undefined : base })
}

/** The base as far as it is known without asking, else what the caller brought. */
function baseOf(input: WriteInput, seen: Seen, head: Version): WriteInput['base'] {
  const at = seen.context.timestamp
  // Nothing was there; or it was superseded at or below the GC point, by the head at the latest.
  if (at === 0 || head.timestamp <= input.gcPoint) return 'gone'
  const { base } = input
  assert(
    typeof base === 'string' || base.timestamp === at,
    () => `version ${at} is the base, another one was given`,
  )
  return base
}

function settle(input: WriteInput, seen: Seen, missed: Missed): Evaluation {
  const { incoming, policy, stamp } = input
  const { head } = missed
  const ownDot = ownDotOf(incoming)
  const mine = {
    value: incoming.value,
    dot: ownDot ?? nextStoreDot(head.clock, stamp, input.incarnation),
  }
  const base = mergeBaseOf(input, seen, missed)
  const resolution = resolveConflict(policy, base, head, mine, input.valueByteLimit)
  switch (resolution.kind) {
    case 'refused':
      return conflict(input, missed, resolution.reason, resolution.detail)
    case 'won':
      return resolved(input, missed, 'WON', newVersion(input, ownDot), ownDot === undefined)
    case 'lost':
      return resolved(input, missed, 'LOST', keptVersion(input, head), false)
    case 'merged': {
      const version = mergedVersion(input, head, resolution.value)
      return resolved(input, missed, 'MERGED', version, true)
    }
  }
}

/**
 * The base's value, if it is what this edit really started from. It is not where an earlier edit of the same offline
 * chain came in (it would be counted twice), nor certainly where the base has expired (the writer may have seen it
 * deleted).
 */
function mergeBaseOf(input: WriteInput, seen: Seen, missed: Missed): MergeBase {
  const { base, head } = missed
  const { actor } = input.incoming
  if (actor !== '' && mayHaveLaterDot(head.clock, base?.clock ?? EMPTY_CLOCK, actor)) return 'gone'
  if (base === undefined) return seen.context.timestamp === 0 ? undefined : 'gone'
  if (base.value !== undefined && base.expiry !== 0 && base.expiry <= input.stamp) return 'gone'
  return base.value
}

/** Whether `actor` has, or had before pruning, an event in `clock` that is later than its events in `earlier`. */
function mayHaveLaterDot(clock: VectorClock, earlier: VectorClock, actor: string): boolean {
  const newest = counterOf(clock, actor)
  return newest === 0 ? clock.dropped > earlier.dropped : newest > counterOf(earlier, actor)
}

// ---- new versions ------------------------------------------------------------------------------------------------

/** The write as it came, on top of what the key has. */
function follow(input: WriteInput): Evaluation {
  const ownDot = ownDotOf(input.incoming)
  return {
    kind: 'write',
    outcome: 'APPLIED',
    version: newVersion(input, ownDot),
    storeDot: ownDot === undefined,
    conflict: undefined,
  }
}

/**
 * The version that a write makes whose dot is the store's. For a write that names nothing that it has seen and asks for nothing
 * this is all of its evaluation: it follows whatever is there (the design's table, first row). Most writes of a busy store
 * are such.
 */
export function blindVersion(
  current: Version | undefined,
  value: Value | undefined,
  expiry: Timestamp,
  stamp: Timestamp,
  incarnation: string,
  author: string,
): Version {
  const head = current?.timestamp ?? NEVER
  assert(stamp > head, () => `stamp ${stamp} is not above the head's ${head}`)
  const until = value === undefined ? NEVER : expiry
  return storeVersion(current?.clock, stamp, incarnation, author, until, value)
}

function newVersion(input: WriteInput, ownDot: Dot | undefined): Version {
  const { current, incoming, stamp, incarnation } = input
  const { author, value, expiry } = incoming
  if (ownDot === undefined) {
    return blindVersion(current, value, expiry, stamp, incarnation, author)
  }
  const clock = clockWithOwnDot(input)
  const until = value === undefined ? NEVER : expiry
  return { timestamp: stamp, clock, dot: ownDot, author, expiry: until, value }
}

/** The head once more, its clock now with the loser's dot, so that neither side conflicts over it again. */
function keptVersion(input: WriteInput, head: Version): Version {
  const { dot, author, value } = head
  const expiry = value === undefined ? NEVER : head.expiry
  return { timestamp: input.stamp, clock: clockWithOwnDot(input), dot, author, expiry, value }
}

function mergedVersion(input: WriteInput, head: Version, value: Value | undefined): Version {
  const { incoming, stamp, incarnation } = input
  const clock = incoming.ownDots.length === 0 ? head.clock : clockWithOwnDot(input)
  const expiry = value === undefined ? NEVER : incoming.expiry
  return storeVersion(clock, stamp, incarnation, incoming.author, expiry, value)
}

/**
 * The key's clock with the last own dot. This is the join with the context too: a context with anything that the key's
 * clock lacks was refused.
 */
function clockWithOwnDot(input: WriteInput): VectorClock {
  const { current, incoming, clockActors, incarnation } = input
  const { actor, counter } = ownDotOf(incoming)!
  const advanced = advanceClock(current?.clock ?? EMPTY_CLOCK, actor, counter)
  return pruneClock(advanced, clockActors, storeActor(incarnation))
}

// ---- checks of what came in --------------------------------------------------------------------------------------

function ownDotsProblem({ actor, ownDots }: IncomingWrite): string | undefined {
  const problem = actorProblem(actor)
  if (problem !== undefined) return problem
  let last = 0
  for (const counter of ownDots) {
    if (!Number.isSafeInteger(counter) || counter <= last) {
      return `own dots must be rising positive integers, ${counter} comes after ${last}`
    }
    last = counter
  }
  return undefined
}

/** What the writer has seen, or why that cannot be told. Own dots without a context stand on nothing. */
function seenBy(incoming: IncomingWrite, incarnation: string): Seen | UnknownCause {
  const { context, actor, ownDots } = incoming
  if (context === 'none') return { context: CONTEXT_OF_NOTHING, actor, ownDots }
  if (context === 'invalid') return 'MALFORMED'
  if (context.incarnation !== incarnation) return 'OTHER_INCARNATION'
  return { context, actor, ownDots }
}

// ---- answers -----------------------------------------------------------------------------------------------------

function resolved(
  input: WriteInput,
  missed: Missed,
  outcome: 'MERGED' | 'WON' | 'LOST',
  version: Version,
  storeDot: boolean,
): Evaluation {
  const explanation = explainConflict(input, missed, 'RESOLVED', undefined)
  return { kind: 'write', outcome, version, storeDot, conflict: explanation }
}

function conflict(
  input: WriteInput,
  missed: Missed,
  reason: ConflictReason,
  detail: ConflictDetail | undefined,
): Evaluation {
  return { kind: 'conflict', explanation: explainConflict(input, missed, reason, detail) }
}

function unknownContext(input: WriteInput, cause: UnknownCause): Evaluation {
  return { kind: 'conflict', explanation: explainUnknown(input, cause) }
}

function refuse(code: 'CLOCK_AHEAD' | 'INVALID_ARGUMENT', message: string): Evaluation {
  return { kind: 'refuse', code, message }
}
