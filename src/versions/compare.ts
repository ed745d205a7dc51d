/**
 * Where a write stands in the key's history (04, "Every write is compared"): what the writer has seen, its context plus
 * the dots it made offline, against what the key's newest version has seen.
 *
 * Timestamps of one key's versions rise, and each version's clock includes the clocks of all earlier ones. So a context
 * with the head's timestamp has seen everything; one with a smaller timestamp missed something, unless all that it
 * missed are the writer's own offline edits, which its own dots then contain.
 *
 * Pruned clocks make three questions undecidable: whether the key ever had an event that the context has and the head's
 * clock lacks (an earlier life of the key, deleted and collected, may have had it instead), whether an own dot was seen
 * before, and whether the actor made another event since the context. The first is settled by looking for the context's
 * version in history (`needsAncestor`); the others are answered `unknown`, which may refuse a harmless write and never
 * accepts a harmful one.
 */
import type { Timestamp } from '../base/ids.ts'
import type { Context, UnknownCause, Version } from './version.ts'
import { clocksEqual, counterOf, greatestCounter } from './vector-clock.ts'

export type Comparison =
  /** Nothing was missed: the new version follows the head (or is the key's first). */
  | { readonly kind: 'follows' }
  | MissedComparison
  | { readonly kind: 'unknown'; readonly cause: UnknownCause }

/** Something was missed: a conflict. */
export interface MissedComparison {
  readonly kind: 'missed'
  readonly relation: 'STALE' | 'CONCURRENT'
  /** Only trust the context if its version is found in the key's history, with the same clock. */
  readonly needsAncestor: boolean
}

/** What the writer brings along. Invariants: own dots rise and are above every counter of the context. */
export interface Seen {
  readonly context: Context
  readonly actor: string
  readonly ownDots: readonly number[]
}

const FOLLOWS: Comparison = { kind: 'follows' }

/** Whether the last own dot is an event that the key has (checked before anything else). */
export function isDuplicate(
  head: Version | undefined,
  actor: string,
  ownDots: readonly number[],
): boolean {
  return head !== undefined && ownDots.length > 0 && counterOf(head.clock, actor) === ownDots.at(-1)
}

/**
 * Compares with a key that has no version. Nothing that was seen can remain: it was collected, or never was. An edit
 * made before the GC point may have been applied, deleted and collected since, so it is not taken either.
 */
export function compareWithNothing(seen: Seen, gcPoint: Timestamp): Comparison {
  const { context, ownDots } = seen
  const madeAt = ownDots[0] ?? context.timestamp
  if (gcPoint > 0 && madeAt <= gcPoint) return unknown('COLLECTED')
  if (context.timestamp === 0 && greatestCounter(context.clock) === 0) return FOLLOWS
  return unknown(context.timestamp <= gcPoint ? 'COLLECTED' : 'AHEAD')
}

/** Compares with the key's newest version, of the same incarnation. Duplicates were sorted out before. */
export function compareWithHead(seen: Seen, head: Version): Comparison {
  const { context, ownDots } = seen
  const cause = ownDots.length === 0 ? undefined : ownDotProblem(seen, head)
  if (cause !== undefined) return unknown(cause)
  if (context.timestamp >= head.timestamp) {
    const isHead = context.timestamp === head.timestamp && clocksEqual(context.clock, head.clock)
    return isHead ? FOLLOWS : unknown('AHEAD')
  }
  const excess = excessOf(context, head)
  if (excess === 'certain') return unknown('AHEAD')
  if (ownDots.length === 0) {
    return { kind: 'missed', relation: 'STALE', needsAncestor: excess === 'possible' }
  }
  return missesNothing(seen, head)
    ? FOLLOWS
    : { kind: 'missed', relation: 'CONCURRENT', needsAncestor: excess === 'possible' }
}

/** Whether the own dots cannot be the next ones of their actor on this key. */
function ownDotProblem(seen: Seen, head: Version): UnknownCause | undefined {
  const { context, actor, ownDots } = seen
  const { clock } = head
  const newest = counterOf(clock, actor)
  if (ownDots.at(-1)! < newest) return 'OWN_DOT_OLD'
  if (ownDots[0]! <= clock.dropped) return 'PRUNED'
  if (newest > 0) {
    const contained = counterOf(context.clock, actor) >= newest || ownDots.includes(newest)
    return contained ? undefined : 'PREVIOUS_DOT_MISSING'
  }
  // The actor's previous event may be among those dropped since the context was read.
  return clock.dropped > context.clock.dropped ? 'PRUNED' : undefined
}

/** Whether the context has seen an event that the head has not. */
function excessOf(context: Context, head: Version): 'none' | 'possible' | 'certain' {
  const { actors, counters, dropped } = context.clock
  if (dropped > head.clock.dropped) return 'certain'
  // What the context has dropped itself may have been collected with an earlier life of the key.
  let excess: 'none' | 'possible' = dropped > 0 ? 'possible' : 'none'
  for (let at = 0; at < actors.length; at++) {
    const known = counterOf(head.clock, actors[at]!)
    if (counters[at]! <= known) continue
    if (known > 0 || counters[at]! > head.clock.dropped) return 'certain'
    excess = 'possible'
  }
  return excess
}

/** Whether context and own dots together have seen every event of the head. */
function missesNothing(seen: Seen, head: Version): boolean {
  const { actors, counters, dropped } = head.clock
  if (dropped > seen.context.clock.dropped) return false
  return actors.every((actor, at) => {
    const own = actor === seen.actor ? seen.ownDots.at(-1)! : 0
    return counters[at]! <= Math.max(own, counterOf(seen.context.clock, actor))
  })
}

function unknown(cause: UnknownCause): Comparison {
  return { kind: 'unknown', cause }
}
