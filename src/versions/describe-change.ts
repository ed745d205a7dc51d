/**
 * What one side of a conflict made of the base, as people read changes: `- "milk"`, `+ "oat milk"` for the elements of a
 * list and the lines of a text, and the difference for an int.
 */
import { describeValue } from './describe.ts'
import { diffSequences, Interner, type Hunk } from './sequence-diff.ts'
import type { Scalar, Value } from './value.ts'

/** Changed elements or lines shown of a side. */
const SHOWN_MAX = 12
const ELEMENT_BYTES_MAX = 100
/** Steps of the search for the changes: far less than a merge may take, as nothing depends on it. */
const STEPS_MAX = 200_000

/** One line a change; empty where the values do not say more than they do side by side. */
export function describeChange(base: Value | undefined, side: Value | undefined): string[] {
  if (base === undefined || side === undefined) return []
  if (base.type === 'int' && side.type === 'int') return intChange(base.value, side.value)
  const parts = base.type === side.type ? partsOf(base) : undefined
  const others = parts && partsOf(side)
  return parts === undefined || others === undefined ? [] : sequenceChange(parts, others)
}

function intChange(base: bigint, side: bigint): string[] {
  const by = side - base
  return [by < 0n ? `- ${(-by).toString()}` : `+ ${by.toString()}`]
}

/** Elements of a list or lines of a text; undefined for a value that is one thing. */
function partsOf(value: Value): readonly Scalar[] | undefined {
  if (value.type === 'list') return value.value
  if (value.type !== 'string' || !value.value.includes('\n')) return undefined
  return value.value.split('\n').map((line) => ({ type: 'string', value: line }))
}

function sequenceChange(base: readonly Scalar[], side: readonly Scalar[]): string[] {
  const interner = new Interner()
  const numbers = (parts: readonly Scalar[]): number[] => parts.map((one) => interner.scalar(one))
  const hunks = diffSequences(numbers(base), numbers(side), { steps: STEPS_MAX })
  if (hunks === undefined) return ['(too many changes to show)']
  if (hunks.length === 0) return ['(as in the base)']
  const lines = hunks.flatMap((hunk) => hunkLines(base, side, hunk))
  const more = lines.length - SHOWN_MAX
  return more > 0 ? [...lines.slice(0, SHOWN_MAX), `… ${more} more`] : lines
}

function hunkLines(base: readonly Scalar[], side: readonly Scalar[], hunk: Hunk): string[] {
  const { start, end, from, to } = hunk
  const shown = (part: Scalar): string => describeValue(part, ELEMENT_BYTES_MAX)
  return [
    ...base.slice(start, end).map((part) => `- ${shown(part)}`),
    ...side.slice(from, to).map((part) => `+ ${shown(part)}`),
  ]
}
