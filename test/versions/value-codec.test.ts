import assert from 'node:assert/strict'
import fc from 'fast-check'
import { ByteReader, ByteWriter, MalformedBytes } from '../../src/base/bytes.ts'
import { INT_MAX, INT_MIN, isWellFormedValue, type Value } from '../../src/versions/value.ts'
import { readValue, valueBytes, valuesEqual, writeValue } from '../../src/versions/value-codec.ts'
import { arbitraryValue, binary, holds, int, list, text } from './support.ts'

function encode(value: Value): Buffer {
  const writer = new ByteWriter()
  writeValue(writer, value)
  return writer.finish()
}

function decode(bytes: Uint8Array): Value {
  const reader = new ByteReader(bytes)
  const value = readValue(reader)
  reader.expectEnd()
  return value
}

describe('the bytes of a value', () => {
  it('give the value back', () => {
    holds(fc.property(arbitraryValue, (value) => assert.deepEqual(decode(encode(value)), value)))
  })

  it('are as many as valueBytes says', () => {
    holds(
      fc.property(arbitraryValue, (value) => {
        assert.equal(valueBytes(value), encode(value).length)
      }),
    )
    for (const length of [127, 128, 16_383, 16_384, 2_097_151, 2_097_152]) {
      const long = text('x'.repeat(length))
      assert.equal(valueBytes(long), encode(long).length)
    }
  })

  it('are the same only for equal values', () => {
    holds(
      fc.property(arbitraryValue, arbitraryValue, (a, b) => {
        assert.equal(encode(a).equals(encode(b)), valuesEqual(a, b))
      }),
      2000,
    )
    holds(fc.property(arbitraryValue, (a) => assert.ok(valuesEqual(a, decode(encode(a))))))
  })

  it('have a fixed form', () => {
    const forms: [Value, string][] = [
      [int(-2), '00fffffffffffffffe'],
      [text('az'), '0102617a'],
      [text('ä'), '0202c3a4'],
      [binary(0, 255), '030200ff'],
      [list(1, 'b'), '0402' + '000000000000000001' + '010162'],
    ]
    for (const [value, hex] of forms) assert.equal(encode(value).toString('hex'), hex)
  })

  it('hold the whole range of ints', () => {
    for (const extreme of [INT_MIN, INT_MAX]) {
      assert.deepEqual(decode(encode(int(extreme))), int(extreme))
    }
  })

  it('are refused when cut anywhere', () => {
    holds(
      fc.property(arbitraryValue, fc.nat(), (value, cut) => {
        const bytes = encode(value)
        assert.throws(() => decode(bytes.subarray(0, cut % bytes.length)), MalformedBytes)
      }),
    )
  })

  it('throw nothing but MalformedBytes, whatever they are', () => {
    holds(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        try {
          decode(bytes)
        } catch (error) {
          assert.ok(error instanceof MalformedBytes)
        }
      }),
      5000,
    )
    for (const nested of ['04010401', '04ffffffffffffff0f', '05']) {
      assert.throws(() => decode(Buffer.from(nested, 'hex')), MalformedBytes)
    }
  })

  it('are shared by a long byte string and copied by a short one', () => {
    const shares = (size: number): boolean => {
      const bytes = encode({ type: 'bytes', value: Buffer.alloc(size, 7) })
      const value = decode(bytes)
      assert.ok(value.type === 'bytes')
      bytes.fill(0)
      return value.value[0] === 0
    }
    assert.equal(shares(4096), false)
    assert.equal(shares(4097), true)
  })
})

describe('a well-formed value', () => {
  it('has only text that UTF-8 can carry', () => {
    holds(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
        const value = String.fromCharCode(...units)
        const survives = Buffer.from(value, 'utf8').toString('utf8') === value
        assert.equal(isWellFormedValue(text(value)), survives)
        assert.equal(isWellFormedValue(list('ok', value)), survives)
      }),
      2000,
    )
    for (const lone of ['\ud800', 'a\udc00b', '\udc00\ud800', '\ud83d\ud83d\ude00']) {
      assert.equal(isWellFormedValue(text(lone)), false)
    }
    assert.equal(isWellFormedValue(text('\ud83d\ude00')), true)
  })

  it('has only ints of 64 bits', () => {
    assert.equal(isWellFormedValue(int(INT_MAX)), true)
    assert.equal(isWellFormedValue(int(INT_MAX + 1n)), false)
    assert.equal(isWellFormedValue(int(INT_MIN - 1n)), false)
    assert.equal(isWellFormedValue(binary(255)), true)
  })
})
