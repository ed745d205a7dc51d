import assert from 'node:assert/strict'
import fc from 'fast-check'
import { nodeId } from '../../src/base/ids.ts'
import { ClockOffsets } from '../../src/server/clock-offsets.ts'

const BOUND_MS = 500

/** Node `i + 1` reports `offsets[i]`, so often. */
function reported(offsets: readonly number[], rounds: number, clocks = new ClockOffsets()) {
  for (let round = 0; round < rounds; round++) {
    offsets.forEach((offset, i) => clocks.report(nodeId(i + 1), offset, BOUND_MS, round * 1_000))
  }
  return clocks
}

describe('clock offsets', () => {
  it('name the one that is far from the others, be it the placement leader', () => {
    assert.deepEqual(reported([0, 10, 700], 4).skewed(4_000), [3])
    assert.deepEqual(reported([0, -700, -690], 4).skewed(4_000), [1])
    assert.deepEqual(reported([0, 5, -900, 8, 2], 4).skewed(4_000), [3])
  })

  it('name nobody within the bound, nor after few measurements, nor among two', () => {
    assert.deepEqual(reported([0, 400, -90], 10).skewed(10_000), [])
    assert.deepEqual(reported([0, 10, 700], 2).skewed(2_000), [])
    assert.deepEqual(reported([0, 7_000], 10).skewed(10_000), [])
  })

  it('forgive a clock that was set right', () => {
    const clocks = reported([0, 10, 700], 5)
    reported([0, 10, 20], 2, clocks)
    assert.deepEqual(clocks.skewed(5_000), [3], 'not after two looks')
    reported([0, 10, 20], 1, clocks)
    assert.deepEqual(clocks.skewed(5_000), [])
  })

  it('do not count what is old', () => {
    const clocks = reported([0, 10, 700], 5)
    assert.deepEqual(clocks.skewed(20_000), [])
    for (const at of [20_000, 21_000, 22_000, 23_000]) {
      clocks.report(nodeId(1), 0, BOUND_MS, at)
      clocks.report(nodeId(2), 800, BOUND_MS, at)
    }
    assert.deepEqual(clocks.skewed(23_000), [], 'two clocks prove nothing')
  })

  it('never name whoever has the median clock, and only those beyond the bound of it', () => {
    const someOffsets = fc.array(fc.integer({ min: -5_000, max: 5_000 }), {
      minLength: 3,
      maxLength: 9,
    })
    fc.assert(
      fc.property(someOffsets, (offsets) => {
        const named = reported(offsets, 5).skewed(5_000)
        const sorted = [...offsets].sort((a, b) => a - b)
        const medians = [sorted[(offsets.length - 1) >> 1]!, sorted[offsets.length >> 1]!]
        for (const node of named) {
          const offset = offsets[node - 1]!
          assert(medians.some((median) => Math.abs(offset - median) > BOUND_MS))
        }
        assert(
          offsets.some((offset, i) => medians.includes(offset) && !named.includes(nodeId(i + 1))),
        )
      }),
    )
  })
})
