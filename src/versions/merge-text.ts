/**
 * Three-way merge of texts by lines, as `diff3` does it (Khanna, Kunal, Pierce, "A Formal Investigation of Diff3",
 * 2007): lines that only one side changed are taken from that side; where both changed the same or neighbouring lines,
 * they must have made the same of them.
 *
 * The library that decides about neighbouring changes (node-diff3) takes quadratic time in the number of lines it is
 * given, so it gets only the stretches where both sides changed something; everything between is settled by the diffs
 * alone. The library's output is part of evaluation: a release that changes it needs a new evaluation version.
 */
import { diff3MergeRegions } from 'node-diff3'
import { merged, refused, type MergeResult } from './merge-result.ts'
import {
  diffSequences,
  Interner,
  WORK_STEPS_MAX,
  type Hunk,
  type WorkBudget,
} from './sequence-diff.ts'

/** A stretch of the base that a side changed, and where it is on each side. */
interface Stretch {
  readonly base: Range
  readonly theirs: Range
  readonly mine: Range
}

interface Range {
  readonly start: number
  readonly end: number
}

export function mergeTexts(base: string, theirs: string, mine: string): MergeResult {
  const interner = new Interner()
  const budget = { steps: WORK_STEPS_MAX }
  const number = (line: string): number => interner.text(line)
  // A line keeps everything but its line feed, so joining the lines gives the text back.
  const baseLines = base.split('\n')
  const theirLines = theirs.split('\n')
  const myLines = mine.split('\n')
  const baseNumbers = baseLines.map(number)
  const theirHunks = diffSequences(baseNumbers, theirLines.map(number), budget)
  const myHunks = diffSequences(baseNumbers, myLines.map(number), budget)
  if (theirHunks === undefined || myHunks === undefined) return refused('WORK_BOUND')
  const result: string[] = []
  let copied = 0
  for (const stretch of changedStretches(theirHunks, myHunks)) {
    append(result, baseLines, copied, stretch.base.start)
    const refusal = mergeStretch(
      result,
      stretch.base.start,
      slice(baseLines, stretch.base),
      slice(theirLines, stretch.theirs),
      slice(myLines, stretch.mine),
      budget,
    )
    if (refusal !== undefined) return refusal
    copied = stretch.base.end
  }
  append(result, baseLines, copied, baseLines.length)
  return merged({ type: 'string', value: result.join('\n') })
}

/** Appends what the stretch at base line `start` becomes; gives back the refusal where it cannot become anything. */
function mergeStretch(
  result: string[],
  start: number,
  base: string[],
  theirs: string[],
  mine: string[],
  budget: WorkBudget,
): MergeResult | undefined {
  const settled = sameLines(base, theirs) ? mine : sameLines(base, mine) ? theirs : undefined
  if (settled !== undefined) {
    append(result, settled, 0, settled.length)
    return undefined
  }
  budget.steps -= libraryCost(base, theirs) + libraryCost(base, mine)
  if (budget.steps < 0) return refused('WORK_BOUND')
  for (const region of diff3MergeRegions(theirs, base, mine)) {
    if (!region.stable && !sameLines(region.aContent, region.bContent)) {
      const from = start + region.oStart
      const detail = { kind: 'overlap', start: from, end: from + region.oLength } as const
      return refused('OVERLAPPING_EDITS', detail)
    }
    const content = region.stable ? region.bufferContent : region.aContent
    append(result, content, 0, content.length)
  }
  return undefined
}

/** The base cut into stretches that at least one side changed; hunks that overlap or touch share a stretch. */
function changedStretches(theirs: readonly Hunk[], mine: readonly Hunk[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  let i = 0
  let j = 0
  /** By how much each side is shifted against the base so far. */
  let theirShift = 0
  let myShift = 0
  while (i < theirs.length || j < mine.length) {
    const start = Math.min(theirs[i]?.start ?? Infinity, mine[j]?.start ?? Infinity)
    const [theirStart, myStart] = [start + theirShift, start + myShift]
    let end = start
    for (;;) {
      const their = theirs[i]
      const my = mine[j]
      if (their !== undefined && their.start <= end) {
        end = Math.max(end, their.end)
        theirShift = their.to - their.end
        i++
      } else if (my !== undefined && my.start <= end) {
        end = Math.max(end, my.end)
        myShift = my.to - my.end
        j++
      } else break
    }
    stretches.push({
      base: { start, end },
      theirs: { start: theirStart, end: end + theirShift },
      mine: { start: myStart, end: end + myShift },
    })
  }
  return stretches
}

/**
 * An upper bound of the steps that the library's diff takes: for every line of the base and every equal line of the
 * side, it walks over the candidates found so far, of which there are at most as many as the shorter one has lines.
 */
function libraryCost(base: readonly string[], side: readonly string[]): number {
  const occurrences = new Map<string, number>()
  for (const line of side) occurrences.set(line, (occurrences.get(line) ?? 0) + 1)
  let pairs = 0
  for (const line of base) pairs += occurrences.get(line) ?? 0
  return base.length + side.length + pairs * Math.min(base.length, side.length)
}

function slice(lines: readonly string[], { start, end }: Range): string[] {
  return lines.slice(start, end)
}

function sameLines(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, at) => line === b[at])
}

function append(result: string[], lines: readonly string[], start: number, end: number): void {
  for (let i = start; i < end; i++) result.push(lines[i]!)
}
