/** What a client is told, and the conflict log keeps, about a conflict (04, "What the client learns"). */
import type { IncomingWrite, WriteInput } from './evaluate.ts'
import { advanceClock, EMPTY_CLOCK, greatestCounter } from './vector-clock.ts'
import type {
  ConflictDetail,
  ConflictExplanation,
  ConflictReason,
  ConflictRelation,
  ConflictSide,
  Dot,
  UnknownCause,
  Version,
} from './version.ts'

/** A conflict as the comparison found it. */
export interface Missed {
  readonly head: Version
  readonly relation: ConflictRelation
  /** The version that the writer started from, if history has it. */
  readonly base: Version | undefined
}

export function explainConflict(
  input: WriteInput,
  { head, relation, base }: Missed,
  reason: ConflictReason,
  detail: ConflictDetail | undefined,
): ConflictExplanation {
  return {
    relation,
    reason,
    base: base === undefined ? undefined : sideOf(base),
    theirs: sideOf(head),
    mine: mySide(input),
    ...(detail === undefined ? undefined : { detail }),
  }
}

export function explainUnknown(input: WriteInput, cause: UnknownCause): ConflictExplanation {
  const { current } = input
  return {
    relation: 'UNKNOWN',
    reason: 'UNKNOWN_CONTEXT',
    base: undefined,
    theirs: current === undefined ? undefined : sideOf(current),
    mine: mySide(input),
    detail: { kind: 'unknown', cause },
  }
}

/** The last own dot, which is this write; undefined if the writer brought none. */
export function ownDotOf({ actor, ownDots }: IncomingWrite): Dot | undefined {
  return ownDots.length === 0 ? undefined : { actor, counter: ownDots.at(-1)! }
}

/** A stored version as a side of a conflict. */
export function sideOf({ timestamp, clock, value, author }: Version): ConflictSide {
  return { timestamp, clock, value, author }
}

/** The incoming write, with the clock that its writer knows. */
function mySide({ incoming, stamp }: WriteInput): ConflictSide {
  const { context, value, author } = incoming
  const known = typeof context === 'string' ? EMPTY_CLOCK : context.clock
  const dot = ownDotOf(incoming)
  const isNew = dot !== undefined && dot.counter > greatestCounter(known)
  const clock = isNew ? advanceClock(known, dot.actor, dot.counter) : known
  return { timestamp: stamp, clock, value, author }
}
