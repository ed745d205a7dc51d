import assert from 'node:assert/strict'
import fc from 'fast-check'
import { diff3MergeRegions } from 'node-diff3'
import type { MergeResult } from '../../src/versions/merge-result.ts'
import { mergeTexts } from '../../src/versions/merge-text.ts'
import { holds } from './support.ts'

/** Merges texts of one-letter lines. */
function merge(base: string, theirs: string, mine: string): string | MergeResult {
  const lines = (text: string): string => Array.from(text).join('\n')
  const result = mergeTexts(lines(base), lines(theirs), lines(mine))
  const merged = result.kind === 'merged' && result.value?.type === 'string'
  return merged ? result.value.value.replaceAll('\n', '') : result
}

function overlap(start: number, end: number): MergeResult {
  return { kind: 'refused', reason: 'OVERLAPPING_EDITS', detail: { kind: 'overlap', start, end } }
}

describe('the merge of texts', () => {
  const cases: [string, string, string, string, string][] = [
    ['takes changes of different lines from both sides', 'abcde', 'xbcde', 'abcdy', 'xbcdy'],
    ['takes insertions at different places', 'abc', 'xabc', 'abcy', 'xabcy'],
    ['takes deletions of different lines', 'abcde', 'bcde', 'abcd', 'bcd'],
    ['takes one change that both made once', 'abc', 'axc', 'axc', 'axc'],
    ['takes one insertion that both made once', 'abc', 'axbc', 'axbc', 'axbc'],
    ['takes several stretches', 'abcdefg', 'xbcyefg', 'abcdefz', 'xbcyefz'],
  ]
  for (const [rule, base, theirs, mine, expected] of cases) {
    it(rule, () => assert.equal(merge(base, theirs, mine), expected))
  }

  it('refuses different changes of one line, and says which', () => {
    assert.deepEqual(merge('abcde', 'abxde', 'abyde'), overlap(2, 3))
  })

  it('refuses changes of neighbouring lines, and different insertions at one place', () => {
    assert.deepEqual(merge('abcd', 'axcd', 'abyd'), overlap(1, 3))
    assert.deepEqual(merge('ab', 'axb', 'ayb'), overlap(1, 1))
  })

  it('keeps line ends and the end of the text as they are', () => {
    const result = mergeTexts('a\r\nb\r\nc', 'A\r\nb\r\nc', 'a\r\nb\r\nc\n')
    assert.deepEqual(result, { kind: 'merged', value: { type: 'string', value: 'A\r\nb\r\nc\n' } })
  })

  it('takes the other side whole where one side changed nothing', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 20 })
    holds(
      fc.property(text, text, (base, changed) => {
        const expected = { kind: 'merged', value: { type: 'string', value: changed } }
        assert.deepEqual(mergeTexts(base, changed, base), expected)
        assert.deepEqual(mergeTexts(base, base, changed), expected)
      }),
      2000,
    )
  })

  it('decides as diff3 does on the whole text', () => {
    // Lines of the base are unique, so there is one way to align the sides with it.
    const base = Array.from('ABCDEFGH')
    // Per line: leave it, change it, or (every second one) insert something before it.
    const side = (alphabet: string): fc.Arbitrary<string> => {
      const edit = fc.constantFrom('', '', '', '', '', '', ...Array.from(alphabet))
      return fc
        .array(edit, { minLength: base.length, maxLength: base.length })
        .map((edits) => base.map((line, at) => edited(line, edits[at]!, at)).join(''))
    }
    const edited = (line: string, edit: string, at: number): string =>
      edit !== '' && at % 2 === 1 ? edit : edit + line
    let [merged, refused] = [0, 0]
    holds(
      fc.property(side('xys'), side('uvs'), (theirs, mine) => {
        const regions = diff3MergeRegions(Array.from(theirs), base, Array.from(mine))
        const expected = regions.map((region) => {
          if (region.stable) return region.bufferContent.join('')
          const same = region.aContent.join() === region.bContent.join()
          return same ? region.aContent.join('') : undefined
        })
        const result = merge(base.join(''), theirs, mine)
        if (expected.includes(undefined)) {
          assert.ok(typeof result !== 'string')
          refused++
        } else {
          assert.equal(result, expected.join(''))
          merged++
        }
      }),
      2000,
    )
    assert.ok(merged > 200 && refused > 200, `${merged} merged, ${refused} refused`)
  })

  it('merges a text of a megabyte that was changed at both ends', () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `line ${i} `.padEnd(50, '.'))
    const theirs = ['first', ...lines.slice(1)]
    const mine = [...lines.slice(0, -1), 'last']
    const result = mergeTexts(lines.join('\n'), theirs.join('\n'), mine.join('\n'))
    const value = ['first', ...lines.slice(1, -1), 'last'].join('\n')
    assert.deepEqual(result, { kind: 'merged', value: { type: 'string', value } })
  })

  it('gives up on texts that would take the library long', () => {
    const blank = '\n'.repeat(3000)
    const text = (mark: string): string => `${mark}${blank.replaceAll('\n', `\n${mark}\n`)}`
    const result = mergeTexts(blank, text('x'), text('y'))
    assert.ok(result.kind === 'refused' && result.reason === 'WORK_BOUND')
  })

  it('is not confused by lines called like members of objects', () => {
    const base = '__proto__\nconstructor\ntoString'
    const result = mergeTexts(base, `x\n${base}`, base.replace('constructor', 'valueOf'))
    const value = 'x\n__proto__\nvalueOf\ntoString'
    assert.deepEqual(result, { kind: 'merged', value: { type: 'string', value } })
  })
})
