/**
 * Three-way merge of lists: both sides' insertions and deletions are kept (04, "Merging is three-way").
 *
 * Each side's change is a row of hunks, "these elements of the base became those". Two hunks clash when both touch one
 * element of the base, unless both only delete, or both made the same of the same elements. Everything else is woven
 * together along the base: what a side inserts before an element stands before what the other side made of that element;
 * where both insert at one place, the higher version's elements come first.
 *
 * Elements that both sides inserted are kept twice, even if equal: two jobs were queued. Swapping the sides (with the
 * higher one staying the higher one) gives the same result.
 */
import { merged, refused, type MergeResult } from './merge-result.ts'
import { diffSequences, Interner, WORK_STEPS_MAX, type Hunk } from './sequence-diff.ts'
import type { Scalar } from './value.ts'

/** One side's list as numbers, and what it changed. */
interface Side {
  readonly elements: readonly Scalar[]
  readonly numbers: readonly number[]
  readonly hunks: readonly Hunk[]
}

export function mergeLists(
  base: readonly Scalar[],
  theirs: readonly Scalar[],
  mine: readonly Scalar[],
  mineIsHigher: boolean,
): MergeResult {
  const interner = new Interner()
  const number = (list: readonly Scalar[]): number[] => list.map((one) => interner.scalar(one))
  const budget = { steps: WORK_STEPS_MAX }
  const baseNumbers = number(base)
  const sideOf = (elements: readonly Scalar[]): Side | undefined => {
    const numbers = number(elements)
    const hunks = diffSequences(baseNumbers, numbers, budget)
    return hunks && { elements, numbers, hunks }
  }
  const [their, my] = [sideOf(theirs), sideOf(mine)]
  if (their === undefined || my === undefined) return refused('WORK_BOUND')
  const clash = firstClash(their, my)
  if (clash !== undefined) return refused('OVERLAPPING_EDITS', { kind: 'overlap', ...clash })
  const [higher, lower] = mineIsHigher ? [my, their] : [their, my]
  return merged({ type: 'list', value: weave(base, higher, lower) })
}

/** The base elements of the first two hunks that cannot stand together; undefined if all can. */
function firstClash(a: Side, b: Side): { start: number; end: number } | undefined {
  const touching = ({ start, end }: Hunk): boolean => end > start
  const left = a.hunks.filter(touching)
  const right = b.hunks.filter(touching)
  let i = 0
  let j = 0
  while (i < left.length && j < right.length) {
    const one = left[i]!
    const other = right[j]!
    const overlap = one.start < other.end && other.start < one.end
    if (overlap && !agree(a, one, b, other)) {
      return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) }
    }
    if (one.end <= other.end) i++
    if (other.end <= one.end) j++
  }
  return undefined
}

/** Whether both sides may have their way with the elements that both hunks touch. */
function agree(a: Side, one: Hunk, b: Side, other: Hunk): boolean {
  const size = one.to - one.from
  if (size !== other.to - other.from) return false
  if (size === 0) return true
  if (one.start !== other.start || one.end !== other.end) return false
  for (let i = 0; i < size; i++) {
    if (a.numbers[one.from + i] !== b.numbers[other.from + i]) return false
  }
  return true
}

/** Both sides' hunks, which do not clash, applied to the base. */
function weave(base: readonly Scalar[], higher: Side, lower: Side): readonly Scalar[] {
  const result: Scalar[] = []
  const insert = (side: Side, hunk: Hunk): void => {
    for (let i = hunk.from; i < hunk.to; i++) result.push(side.elements[i]!)
  }
  let high = 0
  let low = 0
  let at = 0
  /** Elements of the base before this one are deleted by a hunk that was applied. */
  let deletedTo = 0
  for (;;) {
    const one = higher.hunks[high]
    const other = lower.hunks[low]
    const next = Math.min(one?.start ?? base.length, other?.start ?? base.length)
    for (let i = Math.max(at, deletedTo); i < next; i++) result.push(base[i]!)
    at = Math.max(at, next)
    if (one === undefined && other === undefined) return result
    if (one !== undefined && (other === undefined || goesFirst(one, other))) {
      insert(higher, one)
      deletedTo = Math.max(deletedTo, one.end)
      high++
      // Both made the same of the same elements: once is enough.
      if (other !== undefined && one.end > one.start && isSameRange(one, other)) low++
    } else {
      insert(lower, other!)
      deletedTo = Math.max(deletedTo, other!.end)
      low++
    }
  }
}

/** Whether the higher version's next hunk is applied before the lower one's. */
function goesFirst(higher: Hunk, lower: Hunk): boolean {
  if (higher.start !== lower.start) return higher.start < lower.start
  // At one place, what is only inserted stands before what replaces the element there.
  const replaces = higher.end > higher.start
  const otherInserts = lower.end === lower.start
  return !(replaces && otherInserts)
}

function isSameRange(a: Hunk, b: Hunk): boolean {
  return a.start === b.start && a.end === b.end
}
