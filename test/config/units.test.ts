import assert from 'node:assert/strict'
import fc from 'fast-check'
import { bytes, duration } from '../../src/config/units.ts'

describe('sizes and times', () => {
  it('are written with a unit, or as a number of bytes or milliseconds', () => {
    const sizes = { '64MiB': 2 ** 26, '1.5KiB': 1536, ' 7 B ': 7, '12': 12, '2TiB': 2 ** 41 }
    for (const [text, value] of Object.entries(sizes)) assert.equal(bytes.parse(text), value)
    const times = { '500ms': 500, '1.5s': 1500, '5min': 300_000, '2h': 7_200_000, '1d': 86_400_000 }
    for (const [text, value] of Object.entries(times)) assert.equal(duration.parse(text), value)
    assert.equal(bytes.parse(4096), 4096)
  })

  it('are refused with an example when they are anything else', () => {
    for (const input of [
      true,
      '',
      '-1',
      '5MB',
      '5 min ms',
      'MiB',
      '1e3',
      '0x10',
      -1,
      NaN,
      Infinity,
    ]) {
      const result = bytes.safeParse(input)
      assert(!result.success, `${String(input)} was taken for a size`)
      assert.match(result.error.issues[0]!.message, /64MiB/)
    }
    assert(!duration.safeParse('5MiB').success)
    assert(!duration.safeParse(undefined).success)
  })

  it('are whole numbers, the nearest to what was written', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (number) => {
        const text = number.toFixed(3)
        assert.equal(bytes.parse(`${text}KiB`), Math.round(Number(text) * 1024))
      }),
    )
  })
})
