/**
 * Explanations of bounded size (04, "What the client learns"). Enough of each value stays to understand the conflict; the
 * rest is fetched by the versions' timestamps. All explanations of one answer share a bound, so a transaction that
 * conflicts on a thousand keys still explains every one of them, each more briefly.
 */
import { valueBytes } from './value-codec.ts'
import type { Scalar, Value } from './value.ts'
import type { ConflictExplanation, ConflictSide, VectorClock } from './version.ts'

/** How much of each side is kept. */
export interface SideBounds {
  readonly valueBytes: number
  readonly clockActors: number
}

/** Of an explanation that stands alone. */
export const SIDE_BOUNDS: SideBounds = { valueBytes: 4096, clockActors: 64 }

/** Values and clocks of one answer share about this much each. */
const ANSWER_BYTES = 1024 * 1024
const SIDES = 3
const CLOCK_ENTRY_BYTES = 80
const CLOCK_ACTORS_MIN = 4

/** Bounds for each of `count` explanations that travel together. */
export function sideBoundsOf(count: number): SideBounds {
  const share = Math.floor(ANSWER_BYTES / (SIDES * Math.max(1, count)))
  const actors = Math.max(CLOCK_ACTORS_MIN, Math.floor(share / CLOCK_ENTRY_BYTES))
  return {
    valueBytes: Math.min(SIDE_BOUNDS.valueBytes, share),
    clockActors: Math.min(SIDE_BOUNDS.clockActors, actors),
  }
}

/** `explanation` itself where nothing has to go. */
export function cutExplanation(
  explanation: ConflictExplanation,
  bounds: SideBounds,
): ConflictExplanation {
  const base = explanation.base && cutSide(explanation.base, bounds)
  const theirs = explanation.theirs && cutSide(explanation.theirs, bounds)
  const mine = cutSide(explanation.mine, bounds)
  const isWhole =
    base === explanation.base && theirs === explanation.theirs && mine === explanation.mine
  return isWhole ? explanation : { ...explanation, base, theirs, mine }
}

/** `side` itself where nothing has to go. */
export function cutSide(side: ConflictSide, bounds: SideBounds): ConflictSide {
  const value = side.value && cutValue(side.value, bounds.valueBytes)
  const clock = cutClock(side.clock, bounds.clockActors)
  return value === side.value && clock === side.clock
    ? side
    : { ...side, value, clock, truncated: true }
}

/** The newest events of a clock, at most `limit`. */
function cutClock(clock: VectorClock, limit: number): VectorClock {
  const { actors, counters, dropped } = clock
  if (actors.length <= limit) return clock
  const newest = actors
    .map((_, at) => at)
    .sort((a, b) => counters[b]! - counters[a]! || a - b)
    .slice(0, limit)
    .sort((a, b) => a - b)
  return {
    actors: newest.map((at) => actors[at]!),
    counters: newest.map((at) => counters[at]!),
    dropped,
  }
}

/** `value` itself if it is small, else as much of its beginning as fits. */
function cutValue(value: Value, limit: number): Value {
  if (valueBytes(value) <= limit) return value
  if (value.type !== 'list') return cutScalar(value, limit)
  const kept: Scalar[] = []
  let size = 0
  for (const element of value.value) {
    size += valueBytes(element)
    if (size > limit) break
    kept.push(element)
  }
  return { type: 'list', value: kept }
}

function cutScalar(scalar: Scalar, limit: number): Scalar {
  switch (scalar.type) {
    case 'int':
      return scalar
    case 'bytes':
      // A copy: the whole value must not stay in memory for its beginning.
      return { type: 'bytes', value: Buffer.from(scalar.value.subarray(0, limit)) }
    case 'string':
      return { type: 'string', value: cutText(scalar.value, limit) }
  }
}

/** The longest beginning of `text` in whole characters whose UTF-8 fits. */
function cutText(text: string, limit: number): string {
  const bytes = Buffer.from(text.slice(0, limit), 'utf8')
  let end = Math.min(bytes.length, limit)
  // Never between the bytes of one character: continuation bytes look like 10xxxxxx.
  while (end > 0 && end < bytes.length && (bytes[end]! & 0xc0) === 0x80) end--
  return bytes.toString('utf8', 0, end)
}
