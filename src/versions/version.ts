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

/** One side of a conflict: a version without the parts that people do not need. */
export interface ConflictSide {
  readonly timestamp: Timestamp
  readonly clock: VectorClock
  /** `undefined` = deleted (or, of the base, not to be had). */
  readonly value: Value | undefined
  readonly author: string
}

/** The full explanation that a refused write gives back for one key. */
export interface ConflictExplanation {
  readonly relation: ConflictRelation
  readonly reason: ConflictReason
  /** The version that the writer started from; undefined if history no longer has it or there was none. */
  readonly base: ConflictSide | undefined
  readonly theirs: ConflictSide | undefined
  readonly mine: ConflictSide
}
