import assert from 'node:assert/strict'
import { timestamp } from '../../src/base/ids.ts'
import { evaluateIncrement, evaluateListEdit } from '../../src/versions/evaluate.ts'
import type { Scalar, Value } from '../../src/versions/value.ts'
import { INT_MAX, INT_MIN } from '../../src/versions/value.ts'
import { valueBytes } from '../../src/versions/value-codec.ts'
import type { Version } from '../../src/versions/version.ts'
import { assertSame, binary, clockOf, INCARNATION, int, KeyLife, list, text } from './support.ts'

const STAMP = timestamp(9000)

function holding(value: Value | undefined, expiry = 0): Version {
  const life = new KeyLife()
  return life.written({ value, expiry: timestamp(expiry) }).version
}

function elements(value: Value): readonly Scalar[] {
  assert.ok(value.type === 'list')
  return value.value
}

function increment(current: Version | undefined, by: bigint) {
  return evaluateIncrement(current, by, STAMP, INCARNATION, 'ada')
}

function edit(current: Version | undefined, op: 'append' | 'prepend' | 'remove', what: Value) {
  return evaluateListEdit(current, op, elements(what), STAMP, INCARNATION, 'ada', 40)
}

function versionOf(evaluation: ReturnType<typeof increment>): Version {
  assert.equal(evaluation.kind, 'write')
  return evaluation.version
}

describe('an increment', () => {
  it('starts from zero on an absent key and on a tombstone', () => {
    assert.deepEqual(versionOf(increment(undefined, 5n)).value, int(5))
    assert.deepEqual(versionOf(increment(holding(undefined), -5n)).value, int(-5))
  })

  it('adds to the newest version, as one event of the store', () => {
    const version = versionOf(increment(holding(int(37)), 5n))
    assert.deepEqual(version.value, int(42))
    assertSame(version.clock, clockOf({ '@f00d': 9000 }))
    assertSame({ dot: version.dot }, { dot: { actor: '@f00d', counter: 9000 } })
    assert.deepEqual([version.timestamp, version.author], [9000, 'ada'])
  })

  it('keeps the expiry of a value, and takes none from a tombstone', () => {
    assert.equal(versionOf(increment(holding(int(1), 9500), 1n)).expiry, 9500)
    const expired = { ...holding(int(1), 9500), value: undefined }
    assert.equal(versionOf(increment(expired, 1n)).expiry, 0)
  })

  it('is refused on another type', () => {
    for (const value of [text('1'), binary(1), list(1)]) {
      const refusal = increment(holding(value), 1n)
      assert.ok(refusal.kind === 'refuse' && refusal.code === 'TYPE_MISMATCH')
      assert.match(
        refusal.message,
        /increment needs an int, but the key holds (a string|bytes|a list)/,
      )
    }
  })

  it('is refused where it would overflow, and exact up to there', () => {
    assert.deepEqual(versionOf(increment(holding(int(INT_MAX - 1n)), 1n)).value, int(INT_MAX))
    for (const [from, by] of [
      [INT_MAX, 1n],
      [INT_MIN, -1n],
      [INT_MIN, INT_MIN],
    ] as const) {
      const refusal = increment(holding(int(from)), by)
      assert.ok(refusal.kind === 'refuse' && refusal.code === 'OVERFLOW')
    }
  })

  it('never is stamped at or below the head', () => {
    const head = { ...holding(int(1)), timestamp: STAMP }
    assert.throws(() => increment(head, 1n), /not above the head/)
  })
})

describe('a list edit', () => {
  it('starts from the empty list on an absent key and on a tombstone', () => {
    for (const current of [undefined, holding(undefined)]) {
      assert.deepEqual(versionOf(edit(current, 'append', list('a'))).value, list('a'))
      assert.deepEqual(versionOf(edit(current, 'remove', list('a'))).value, list())
    }
  })

  it('appends and prepends in the given order', () => {
    const head = holding(list('m'))
    assert.deepEqual(versionOf(edit(head, 'append', list('a', 'b'))).value, list('m', 'a', 'b'))
    assert.deepEqual(versionOf(edit(head, 'prepend', list('a', 'b'))).value, list('a', 'b', 'm'))
    assert.deepEqual(head.value, list('m'), 'the former version is as it was')
  })

  it('removes every equal element, of the same type only', () => {
    const head = holding(list('a', 1, 'b', 'a', '1'))
    assert.deepEqual(versionOf(edit(head, 'remove', list('a', 1))).value, list('b', '1'))
  })

  it('is refused on another type', () => {
    const refusal = edit(holding(text('x')), 'prepend', list('a'))
    assert.ok(refusal.kind === 'refuse' && refusal.code === 'TYPE_MISMATCH')
    assert.match(refusal.message, /prepend needs a list/)
  })

  it('is refused beyond the limit of a value, in encoded bytes, and fills it exactly', () => {
    const full = list('x'.repeat(36))
    assert.equal(valueBytes(full), 40)
    assert.deepEqual(versionOf(edit(undefined, 'append', full)).value, full)
    const refusal = edit(holding(full), 'append', list(''))
    assert.ok(refusal.kind === 'refuse' && refusal.code === 'VALUE_TOO_LARGE')
    assert.match(refusal.message, /42 bytes, the limit is 40/)
  })

  it('may always remove, also from a list that a former limit allowed', () => {
    const head = holding(list('x'.repeat(50), 'y'))
    const { value } = versionOf(edit(head, 'remove', list('y')))
    assert.deepEqual(value, list('x'.repeat(50)))
  })
})
