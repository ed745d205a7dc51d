/**
 * What was changed between two sequences: the shortest edit script of Myers ("An O(ND) Difference Algorithm and Its
 * Variations", 1986, the greedy algorithm), as hunks. Elements are numbers; `Interner` gives equal elements equal
 * numbers, so that long texts are compared once and not in the inner loop.
 *
 * The time is the number of elements times the number of edits, so a merge of values of a megabyte could take minutes.
 * Every step is therefore counted against a budget; the count depends on the input alone, so that all replicas give up
 * at the same point.
 */
import { assert } from '../base/assert.ts'
import type { Scalar } from './value.ts'

/** Work of one merge, in steps of a few nanoseconds each: about ten milliseconds, and 8 MB of trace. */
export const WORK_STEPS_MAX = 2_000_000

/** Steps that a merge may still take; shared by all parts of one merge. */
export interface WorkBudget {
  steps: number
}

/** `base[start, end)` became `side[from, to)`. Hunks are in order and do not touch each other. */
export interface Hunk {
  readonly start: number
  readonly end: number
  readonly from: number
  readonly to: number
}

/** Numbers elements: equal ones get the same number. */
export class Interner {
  private readonly ints = new Map<bigint, number>()
  private readonly texts = new Map<string, number>()
  private readonly byteStrings = new Map<string, number>()
  private next = 0

  scalar(scalar: Scalar): number {
    switch (scalar.type) {
      case 'int':
        return this.number(this.ints, scalar.value)
      case 'string':
        return this.text(scalar.value)
      case 'bytes': {
        const { buffer, byteOffset, byteLength } = scalar.value
        const latin1 = Buffer.from(buffer, byteOffset, byteLength).toString('latin1')
        return this.number(this.byteStrings, latin1)
      }
    }
  }

  text(text: string): number {
    return this.number(this.texts, text)
  }

  private number<Element>(numbers: Map<Element, number>, element: Element): number {
    const known = numbers.get(element)
    if (known !== undefined) return known
    numbers.set(element, this.next)
    return this.next++
  }
}

/** The hunks that turn `base` into `side`; undefined when the budget does not suffice (it then is used up). */
export function diffSequences(
  base: readonly number[],
  side: readonly number[],
  budget: WorkBudget,
): readonly Hunk[] | undefined {
  let head = 0
  const shorter = Math.min(base.length, side.length)
  while (head < shorter && base[head] === side[head]) head++
  let tail = 0
  while (tail < shorter - head && base[base.length - 1 - tail] === side[side.length - 1 - tail]) {
    tail++
  }
  const middle = new Middle(base, side, head, base.length - tail, side.length - tail)
  return middle.diff(budget)
}

/** The part of both sequences between what they have in common at head and tail. */
class Middle {
  private readonly base: readonly number[]
  private readonly side: readonly number[]
  private readonly offset: number
  private readonly baseLength: number
  private readonly sideLength: number

  constructor(
    base: readonly number[],
    side: readonly number[],
    offset: number,
    baseEnd: number,
    sideEnd: number,
  ) {
    this.base = base
    this.side = side
    this.offset = offset
    this.baseLength = baseEnd - offset
    this.sideLength = sideEnd - offset
  }

  diff(budget: WorkBudget): readonly Hunk[] | undefined {
    const { offset, baseLength, sideLength } = this
    if (baseLength === 0 && sideLength === 0) return []
    if (baseLength === 0 || sideLength === 0) {
      return [{ start: offset, end: offset + baseLength, from: offset, to: offset + sideLength }]
    }
    const trace = this.search(budget)
    return trace === undefined ? undefined : this.hunks(trace)
  }

  /**
   * Myers' search. `furthest[k]` is how far in the base the best path with the edits so far gets on diagonal k = base
   * position − side position. Returns, for each number of edits, the furthest points *before* its round, every second
   * diagonal, from −edits + 1 on.
   */
  private search(budget: WorkBudget): Int32Array[] | undefined {
    const { baseLength, sideLength } = this
    // Round d costs d + 1 steps at least, so no more rounds than this can be paid for.
    const affordable = Math.ceil(Math.sqrt(2 * Math.max(0, budget.steps))) + 1
    const rounds = Math.min(baseLength + sideLength, affordable)
    const center = rounds + 1
    const furthest = new Int32Array(2 * center + 1)
    const trace: Int32Array[] = []
    for (let edits = 0; edits <= rounds; edits++) {
      trace.push(everySecond(furthest, center - edits + 1, edits))
      for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
        let at = startOn(furthest, center, diagonal, edits)
        const from = at
        at = this.slide(at, at - diagonal)
        furthest[center + diagonal] = at
        budget.steps -= 1 + at - from
        if (at >= baseLength && at - diagonal >= sideLength) {
          return budget.steps < 0 ? undefined : trace
        }
      }
      if (budget.steps < 0) return undefined
    }
    budget.steps = -1
    return undefined
  }

  /** Where the run of equal elements from (`x`, `y`) ends in the base. */
  private slide(x: number, y: number): number {
    const { base, side, offset, baseLength, sideLength } = this
    let at = x
    let other = y
    while (at < baseLength && other < sideLength && base[offset + at] === side[offset + other]) {
      at++
      other++
    }
    return at
  }

  /** Walks the trace back from the end; the gaps between the runs of equal elements are the hunks. */
  private hunks(trace: readonly Int32Array[]): readonly Hunk[] {
    const { offset } = this
    const hunks: Hunk[] = []
    // The end of the hunk that is being collected: the run of equal elements behind it starts here.
    let end = this.baseLength
    let to = this.sideLength
    let x = end
    let y = to
    for (let edits = trace.length - 1; edits > 0; edits--) {
      const before = trace[edits]!
      const diagonal = x - y
      const down =
        diagonal === -edits ||
        (diagonal !== edits &&
          seconds(before, edits, diagonal - 1) < seconds(before, edits, diagonal + 1))
      const previous = down ? diagonal + 1 : diagonal - 1
      const fromX = seconds(before, edits, previous)
      const fromY = fromX - previous
      const runStart = down ? fromX : fromX + 1
      if (runStart < x) {
        addHunk(hunks, offset, x, end, y, to)
        end = runStart
        to = runStart - diagonal
      }
      x = fromX
      y = fromY
    }
    assert(x === y, () => `the first run of equal elements is off by ${x - y}`)
    addHunk(hunks, offset, x, end, y, to)
    // The very first elements differ (what both have in common there was cut off), so the run before them is empty.
    return hunks.reverse()
  }
}

function addHunk(
  hunks: Hunk[],
  offset: number,
  start: number,
  end: number,
  from: number,
  to: number,
): void {
  if (start === end && from === to) return
  hunks.push({ start: offset + start, end: offset + end, from: offset + from, to: offset + to })
}

/** Where the path with `edits` edits enters `diagonal`: one insertion down or one deletion right of a former path. */
function startOn(furthest: Int32Array, center: number, diagonal: number, edits: number): number {
  if (edits === 0) return 0
  const above = furthest[center + diagonal + 1]!
  const left = furthest[center + diagonal - 1]!
  return diagonal === -edits || (diagonal !== edits && left < above) ? above : left + 1
}

/** `count` entries of `all` from `start` on, every second one. */
function everySecond(all: Int32Array, start: number, count: number): Int32Array {
  const taken = new Int32Array(count)
  for (let i = 0; i < count; i++) taken[i] = all[start + 2 * i]!
  return taken
}

/** The entry of `diagonal` in what `everySecond` took before round `edits`. */
function seconds(taken: Int32Array, edits: number, diagonal: number): number {
  return taken[(diagonal + edits - 1) / 2]!
}
