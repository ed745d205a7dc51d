import assert from 'node:assert/strict'
import fc from 'fast-check'
import { diffSequences, Interner, type Hunk } from '../../src/versions/sequence-diff.ts'
import { holds } from './support.ts'

const sequence = fc.array(fc.nat(3), { maxLength: 14 })

/** Length of the longest common subsequence, by the textbook's table. */
function commonLength(a: readonly number[], b: readonly number[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const one of a) {
    const next = [0]
    for (let at = 0; at < b.length; at++) {
      next.push(one === b[at] ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!))
    }
    row = next
  }
  return row[b.length]!
}

function apply(base: readonly number[], side: readonly number[], hunks: readonly Hunk[]): number[] {
  const result: number[] = []
  let copied = 0
  for (const { start, end, from, to } of hunks) {
    result.push(...base.slice(copied, start))
    assert.equal(result.length, from, 'a hunk says where it is on the side')
    result.push(...side.slice(from, to))
    copied = end
  }
  return [...result, ...base.slice(copied)]
}

describe('the difference of two sequences', () => {
  it('turns one into the other', () => {
    holds(
      fc.property(sequence, sequence, (base, side) => {
        const hunks = diffSequences(base, side, { steps: 10_000 })!
        assert.deepEqual(apply(base, side, hunks), side)
      }),
      3000,
    )
  })

  it('has as few edits as possible, in hunks that do not touch', () => {
    holds(
      fc.property(sequence, sequence, (base, side) => {
        const hunks = diffSequences(base, side, { steps: 10_000 })!
        const edits = hunks.reduce(
          (sum, { start, end, from, to }) => sum + end - start + to - from,
          0,
        )
        assert.equal(edits, base.length + side.length - 2 * commonLength(base, side))
        for (let at = 1; at < hunks.length; at++) assert.ok(hunks[at]!.start > hunks[at - 1]!.end)
        for (const { start, end, from, to } of hunks) assert.ok(end > start || to > from)
      }),
      3000,
    )
  })

  it('gives up exactly when the budget does not suffice', () => {
    holds(
      fc.property(sequence, sequence, (base, side) => {
        const plenty = { steps: 10_000 }
        const hunks = diffSequences(base, side, plenty)
        const needed = 10_000 - plenty.steps
        assert.deepEqual(diffSequences(base, side, { steps: needed }), hunks)
        if (needed === 0) return
        const short = { steps: needed - 1 }
        assert.equal(diffSequences(base, side, short), undefined)
        assert.ok(short.steps < 0, 'and leaves nothing for others')
      }),
      2000,
    )
  })

  it('costs at least the square of the edits', () => {
    const budget = { steps: 1_000_000 }
    const base = Array.from({ length: 100 }, (_, at) => at)
    diffSequences(
      base,
      base.map((one) => one + 1000),
      budget,
    )
    assert.ok(1_000_000 - budget.steps >= (200 * 200) / 2)
  })

  it('costs nothing where only one stretch was inserted or deleted', () => {
    const base = Array.from({ length: 100_000 }, (_, at) => at)
    const side = base.toSpliced(50_000, 10_000)
    const budget = { steps: 0 }
    assert.deepEqual(diffSequences(base, side, budget), [
      { start: 50_000, end: 60_000, from: 50_000, to: 50_000 },
    ])
    assert.equal(diffSequences(side, base, budget)?.length, 1)
  })
})

describe('an interner', () => {
  it('gives equal elements one number, and different ones different numbers', () => {
    const interner = new Interner()
    const numbers = [
      interner.scalar({ type: 'int', value: 1n }),
      interner.scalar({ type: 'string', value: '1' }),
      interner.scalar({ type: 'bytes', value: Buffer.from('1') }),
      interner.scalar({ type: 'bytes', value: Buffer.from('2') }),
      interner.text('2'),
    ]
    assert.equal(new Set(numbers).size, numbers.length)
    assert.equal(interner.scalar({ type: 'int', value: 1n }), numbers[0])
    assert.equal(interner.text('1'), numbers[1])
    const view = new Uint8Array([48, 49, 50]).subarray(1, 2)
    assert.equal(interner.scalar({ type: 'bytes', value: view }), numbers[2])
  })
})
