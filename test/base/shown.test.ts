import assert from 'node:assert/strict'
import fc from 'fast-check'
import { shown } from '../../src/base/shown.ts'

describe('shown', () => {
  it('gives primitives as they are, and the kind of anything else', () => {
    const cases: readonly (readonly [unknown, string])[] = [
      ['text', 'text'],
      [1.5, '1.5'],
      [NaN, 'NaN'],
      [7n, '7'],
      [true, 'true'],
      [undefined, 'undefined'],
      [null, 'null'],
      [[1, 2], 'a list'],
      [{ a: 1 }, 'an object'],
    ]
    for (const [value, expected] of cases) assert.equal(shown(value), expected)
  })

  it('cuts long texts', () => {
    assert.equal(shown('x'.repeat(81)), `${'x'.repeat(80)}…`)
  })

  it('never throws, whatever a value pretends to be', () => {
    const traps = ['toString', 'valueOf', 'toJSON', 'length']
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom(...traps), fc.jsonValue())),
        (value) => assert.equal(typeof shown(value), 'string'),
      ),
    )
  })
})
