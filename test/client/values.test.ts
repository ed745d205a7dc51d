import assert from 'node:assert/strict'
import fc from 'fast-check'
import { decodeValue, encodeValue, type Value } from '../../src/client/values.ts'
import { endOfPrefix, toKey } from '../../src/client/keys.ts'
import { keyOfBytes } from '../../src/base/ids.ts'
import { plainReason } from '../../src/client/reasons.ts'
import { readTime, resolveConnectOptions } from '../../src/client/options.ts'

const scalar = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.uint8Array(),
)
const value: fc.Arbitrary<Value> = fc.oneof(scalar, fc.array(scalar))

describe('client: values', () => {
  it('come back as they were given', () => {
    fc.assert(
      fc.property(value, (given) => {
        assert.deepEqual(decodeValue(encodeValue(given)), given)
      }),
    )
  })

  it('take safe integers as ints, and refuse what would lose something', () => {
    assert.deepEqual(encodeValue(5), { int: 5n })
    assert.deepEqual(encodeValue([1, 'a']), { list: { elements: [{ int: 1n }, { string: 'a' }] } })
    assert.throws(() => encodeValue(0.5), /number 0.5 is no value/)
    assert.throws(() => encodeValue(2 ** 53), /no value/)
    assert.throws(() => encodeValue(2n ** 63n), /64-bit/)
    assert.throws(() => encodeValue({} as never), /object/)
    assert.throws(() => encodeValue([['nested']] as never), /nested/)
    assert.throws(() => encodeValue(undefined as never), /undefined/)
  })

  it('do not share bytes with the frame they came in', () => {
    const bytes = Buffer.from('abc')
    const decoded = decodeValue({ bytes }) as Uint8Array
    bytes.fill(0)
    assert.deepEqual(decoded, Uint8Array.from(Buffer.from('abc')))
  })
})

describe('client: keys', () => {
  it('have 1 to 4096 bytes', () => {
    assert.throws(() => toKey(''), /empty/)
    assert.throws(() => toKey('ü'.repeat(2049)), /4098 bytes/)
    assert.equal(toKey('ü').length, 2)
    assert.throws(() => toKey(undefined as never), /string or a Uint8Array/)
  })

  it('with a prefix are exactly those from it to its end', () => {
    const bytes = fc
      .uint8Array({ maxLength: 4 })
      .map((array) => array.map((b) => (b > 128 ? 255 : b)))
    fc.assert(
      fc.property(bytes, bytes, (prefixBytes, keyBytes) => {
        const prefix = keyOfBytes(prefixBytes)
        const key = keyOfBytes(keyBytes)
        const end = endOfPrefix(prefix)
        assert.equal(key >= prefix && (end === '' || key < end), key.startsWith(prefix))
      }),
    )
  })
})

describe('client: options and texts', () => {
  it('refuse actors and timeouts that cannot be', () => {
    assert.throws(() => resolveConnectOptions({ actor: 'x'.repeat(65) }), /actor/)
    for (const timeoutMs of [0, -1, NaN, 600_000]) {
      assert.throws(() => resolveConnectOptions({ timeoutMs }), /timeoutMs/)
    }
  })

  it('refuse times to read at that are none', () => {
    assert.equal(readTime(undefined), 0)
    assert.equal(readTime(new Date(5)), 5000)
    assert.equal(readTime(1_795_396_875_064_000), 1_795_396_875_064_000)
    for (const at of [0, -5, 1.5, NaN, Infinity, 2 ** 60, new Date(NaN), new Date(-1)]) {
      assert.throws(() => readTime(at), { code: 'INVALID_ARGUMENT' })
    }
  })

  it('say why a node cannot be reached in few words', () => {
    const refused =
      '14 UNAVAILABLE: No connection established. Last error: Error: connect ECONNREFUSED 127.0.0.1:7401. Resolution note: '
    assert.equal(plainReason(refused), 'connection refused')
    assert.equal(plainReason('14 UNAVAILABLE: Connection dropped'), 'Connection dropped')
    assert.equal(plainReason('no answer for 3000 ms'), 'no answer for 3000 ms')
  })
})
