/**
 * One version of one key, and what a reader carries away from it (04, "A version", "A context").
 */
import type { Timestamp } from '../base/ids.ts'
import type { Value } from './value.ts'

/** One event: `actor` made its `counter`-th mark. Counters are hybrid timestamps and never restart. */
export interface Dot {
  readonly actor: string
  readonly counter: number
}

/**
 * A version vector, actor → greatest counter seen, as two parallel arrays sorted by actor (most clocks have one
 * entry). `dropped` is the greatest counter that pruning removed, 0 if none.
 */
export interface VectorClock {
  readonly actors: readonly string[]
  readonly counters: readonly number[]
  readonly dropped: number
}

/** One version. Every maker writes the fields in this order, so that all versions share one hidden class. */
export interface Version {
  /** Unique in the key's life: identifies the version. */
  readonly timestamp: Timestamp
  readonly clock: VectorClock
  /** The event that made this version. */
  readonly dot: Dot
  /** Who wrote it, for people; empty if the writer did not say. Not part of the clock. */
  readonly author: string
  /** Absolute expiry in hybrid time; 0 = never. From then on the version is a tombstone with the same timestamp. */
  readonly expiry: Timestamp
  /** `undefined` = tombstone. */
  readonly value: Value | undefined
}

/** What a read hands out and a later write brings back; opaque bytes outside. Valid for one key only. */
export interface Context {
  readonly incarnation: string
  readonly timestamp: Timestamp
  readonly clock: VectorClock
}

export type Policy = 'auto' | 'lww' | 'abort' | 'text'

export const POLICIES: readonly Policy[] = ['auto', 'lww', 'abort', 'text']

/** What a write did (04, "What the client learns"). */
export type WriteOutcome = 'APPLIED' | 'MERGED' | 'WON' | 'LOST'

export type ConflictRelation = 'STALE' | 'CONCURRENT' | 'EXISTS' | 'UNKNOWN'

/**
 * Why a conflict could not be resolved.
 * - `EXISTS`              the key is live, and the write asked that it be absent
 * - `INCOMPATIBLE`        both sides changed it, and values of this type are not merged
 * - `INCOMPATIBLE_TYPES`  a side changed the type of the value
 * - `OVERLAPPING_EDITS`   both sides changed the same elements or lines, in different ways
 * - `OVERFLOW`            the sum of both changes does not fit an int
 * - `BASE_GONE`           the common ancestor's value is not to be had, or is not the base of this edit any more
 * - `UNKNOWN_CONTEXT`     what the writer saw cannot be placed in this key's history
 * - `POLICY_ABORT`        the policy forbids resolving
 * - `WORK_BOUND`          the merge, or its result, would exceed a limit
 * - `RESOLVED`            it was resolved (in the conflict log only; the outcome says how)
 */
export type ConflictReason =
  | 'EXISTS'
  | 'INCOMPATIBLE'
  | 'INCOMPATIBLE_TYPES'
  | 'OVERLAPPING_EDITS'
  | 'OVERFLOW'
  | 'BASE_GONE'
  | 'UNKNOWN_CONTEXT'
  | 'POLICY_ABORT'
  | 'WORK_BOUND'
  | 'RESOLVED'

/** What exactly is wrong with an `UNKNOWN_CONTEXT`. */
export type UnknownCause =
  /** The bytes are no context of this key: damaged, or of another key. */
  | 'MALFORMED'
  /** The context is of another history: before a restore or a quorum recovery. */
  | 'OTHER_INCARNATION'
  /** The context has seen events that this key never had. */
  | 'AHEAD'
  /** The writer's actor has an event on the key that neither the context nor the own dots contain. */
  | 'PREVIOUS_DOT_MISSING'
  /** An own dot is not above the actor's newest event, hence an old edit that comes late. */
  | 'OWN_DOT_OLD'
  /** The clock was pruned since, so that it cannot be told whether something is missing. */
  | 'PRUNED'
  /** The key has no version, and history up to the context's (or own dot's) time was collected. */
  | 'COLLECTED'

/** Structured, not text: it is replicated with the conflict log, and wording may change without harm. */
export type ConflictDetail =
  | { readonly kind: 'unknown'; readonly cause: UnknownCause }
  /** Elements (of a list) or lines (of a text) `[start, end)` of the base that both sides changed. */
  | { readonly kind: 'overlap'; readonly start: number; readonly end: number }

/** One side of a conflict: a version without the parts that people do not need. */
export interface ConflictSide {
  /** When the version was written; of a refused write: when it was refused. */
  readonly timestamp: Timestamp
  readonly clock: VectorClock
  /** `undefined` = deleted (or, of the base, not to be had). */
  readonly value: Value | undefined
  readonly author: string
  /** The value or the clock was cut to fit into an answer; absent or false = whole. */
  readonly truncated?: boolean
}

/** The full explanation that a refused write gives back for one key. */
export interface ConflictExplanation {
  readonly relation: ConflictRelation
  readonly reason: ConflictReason
  /** The version that the writer started from; undefined if history no longer has it or there was none. */
  readonly base: ConflictSide | undefined
  readonly theirs: ConflictSide | undefined
  readonly mine: ConflictSide
  readonly detail?: ConflictDetail
}
