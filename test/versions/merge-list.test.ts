import assert from 'node:assert/strict'
import fc from 'fast-check'
import { mergeLists } from '../../src/versions/merge-list.ts'
import type { MergeResult } from '../../src/versions/merge-result.ts'
import type { Scalar } from '../../src/versions/value.ts'
import { holds, list } from './support.ts'

type Letters = string | readonly string[]

const elements = (letters: Letters): readonly Scalar[] =>
  Array.from(letters).map((value) => ({ type: 'string', value }))

const letters = (result: MergeResult): string | undefined =>
  result.kind === 'merged' && result.value?.type === 'list'
    ? result.value.value.map((element) => String(element.value)).join('')
    : undefined

function merge(base: Letters, theirs: Letters, mine: Letters, mineIsHigher = true): MergeResult {
  return mergeLists(elements(base), elements(theirs), elements(mine), mineIsHigher)
}

/** What one side did: which base elements it deleted, and what it inserted before each (and at the end). */
interface Script {
  readonly deleted: readonly boolean[]
  readonly inserted: readonly string[]
}

/** Consecutive changes of a script: base elements `[start, end)` became `text`. */
interface Change {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Base elements are unique capital letters; what is inserted never is one, so there is one way to see the change. */
const BASE = 'ABCDEF'

function scriptOf(alphabet: string): fc.Arbitrary<Script> {
  const insertion = fc.oneof(
    { weight: 3, arbitrary: fc.constant('') },
    {
      weight: 1,
      arbitrary: fc.string({ unit: fc.constantFrom(...Array.from(alphabet)), maxLength: 2 }),
    },
  )
  return fc.record({
    deleted: fc.array(
      fc.nat(3).map((n) => n === 0),
      { minLength: BASE.length, maxLength: BASE.length },
    ),
    inserted: fc.array(insertion, { minLength: BASE.length + 1, maxLength: BASE.length + 1 }),
  })
}

function apply({ deleted, inserted }: Script): string {
  let result = ''
  for (let at = 0; at <= BASE.length; at++) {
    result += inserted[at]!
    if (at < BASE.length && !deleted[at]!) result += BASE[at]!
  }
  return result
}

function changesOf({ deleted, inserted }: Script): Change[] {
  const changes: Change[] = []
  let at = 0
  while (at <= BASE.length) {
    const start = at
    let text = inserted[at]!
    while (deleted[at] === true) text += inserted[++at]!
    if (at > start || text !== '') changes.push({ start, end: at, text })
    at++
  }
  return changes
}

/** The rules of the design, applied to known changes instead of to diffs. Undefined = overlapping edits. */
function reference(higher: Script, lower: Script): string | undefined {
  const [high, low] = [changesOf(higher), changesOf(lower)]
  for (const one of high) {
    for (const other of low) {
      const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start)
      const same = one.start === other.start && one.end === other.end && one.text === other.text
      if (shared > 0 && !same && (one.text !== '' || other.text !== '')) return undefined
    }
  }
  let result = ''
  for (let at = 0; at <= BASE.length; at++) {
    const here = (changes: Change[]): Change | undefined => changes.find((one) => one.start === at)
    const [one, other] = [here(high), here(low)]
    const onlyInserts = (change: Change | undefined): boolean => change?.end === at
    if (onlyInserts(one)) result += one!.text
    if (onlyInserts(other)) result += other!.text
    const replacements = [one, other].flatMap((c) =>
      c === undefined || c.end === at ? [] : c.text,
    )
    result += [...new Set(replacements)].join('')
    if (at < BASE.length && !higher.deleted[at]! && !lower.deleted[at]!) result += BASE[at]!
  }
  return result
}

describe('the merge of lists', () => {
  it('does what its rules say of the changes that were made', () => {
    let [merged, refused] = [0, 0]
    holds(
      // The two alphabets share a letter, so both sides sometimes make the same change.
      fc.property(scriptOf('xys'), scriptOf('uvs'), (higher, lower) => {
        const result = merge(BASE, apply(lower), apply(higher))
        const expected = reference(higher, lower)
        assert.equal(letters(result), expected)
        if (expected === undefined) refused++
        else merged++
      }),
      5000,
    )
    assert.ok(merged > 500 && refused > 500, `${merged} merged, ${refused} refused`)
  })

  it('does not depend on which side is called mine', () => {
    const side = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 })
    holds(
      fc.property(side, side, side, fc.boolean(), (base, one, other, oneIsHigher) => {
        const there = merge(base, one, other, !oneIsHigher)
        const back = merge(base, other, one, oneIsHigher)
        assert.deepEqual(there, back)
      }),
      3000,
    )
  })

  it('takes the other side whole where one side changed nothing', () => {
    const side = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 10 })
    holds(
      fc.property(side, side, (base, changed) => {
        assert.equal(letters(merge(base, changed, base)), changed.join(''))
        assert.equal(letters(merge(base, base, changed)), changed.join(''))
      }),
      2000,
    )
  })

  const cases: [string, Letters, Letters, Letters, string | undefined][] = [
    ['keeps both appends, those of the higher version first', 'ab', 'abx', 'aby', 'abyx'],
    ['keeps both prepends', 'ab', 'xab', 'yab', 'yxab'],
    ['keeps an element that both added, twice', 'a', 'ax', 'ax', 'axx'],
    ['deletes what either deleted', 'abcd', 'acd', 'abc', 'ac'],
    ['deletes once what both deleted', 'abc', 'ac', 'ac', 'ac'],
    ['deletes the union of overlapping deletions', 'abcde', 'ade', 'abe', 'ae'],
    ['keeps an insertion inside what the other deleted', 'abcd', 'ad', 'abxcd', 'axd'],
    ['keeps a change beside an insertion', 'ab', 'yb', 'axb', 'yxb'],
    ['keeps changes of neighbours', 'ab', 'xb', 'ay', 'xy'],
    ['applies the same change once', 'abc', 'axc', 'axc', 'axc'],
    ['refuses two changes of one element', 'abc', 'axc', 'ayc', undefined],
    ['refuses a change of what the other deleted', 'abc', 'ac', 'axc', undefined],
    ['works from an empty list', '', 'x', 'y', 'yx'],
    ['works to an empty list', 'ab', '', 'ab', ''],
  ]
  for (const [rule, base, theirs, mine, expected] of cases) {
    it(rule, () => assert.equal(letters(merge(base, theirs, mine)), expected))
  }

  it('names the elements of the base over which it stumbled', () => {
    const result = merge('abcdef', 'abxyef', 'abczef')
    assert.ok(result.kind === 'refused')
    assert.deepEqual(result.detail, { kind: 'overlap', start: 2, end: 4 })
  })

  it('tells elements of different types apart', () => {
    const base = list(1, '1')
    const mine = list('1')
    assert.ok(base.type === 'list' && mine.type === 'list')
    const bytes: Scalar = { type: 'bytes', value: Buffer.from('1') }
    const theirs = [...base.value, bytes, { type: 'bytes' as const, value: new Uint8Array([49]) }]
    const result = mergeLists(base.value, theirs, mine.value, true)
    assert.ok(result.kind === 'merged' && result.value?.type === 'list')
    assert.deepEqual(result.value.value, [mine.value[0], bytes, theirs[3]])
  })

  it('merges large lists with few edits', () => {
    const base = Array.from({ length: 100_000 }, (_, i) => String(i))
    const theirs = ['first', ...base.slice(0, 50_000), ...base.slice(50_010)]
    const mine = [...base.slice(5), 'last']
    const result = merge(base, theirs, mine)
    assert.ok(result.kind === 'merged' && result.value?.type === 'list')
    const expected = ['first', ...base.slice(5, 50_000), ...base.slice(50_010), 'last']
    assert.deepEqual(result.value.value, elements(expected))
  })

  it('gives up on large lists with many edits, both sides counted', () => {
    const base = Array.from({ length: 3000 }, (_, i) => `a${i}`)
    const other = base.map((_, i) => `b${i}`)
    assert.deepEqual(merge(base, other, base), {
      kind: 'refused',
      reason: 'WORK_BOUND',
      detail: undefined,
    })
  })
})
