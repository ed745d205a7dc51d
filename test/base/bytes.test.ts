import assert from 'node:assert/strict'
import fc from 'fast-check'
import { AssertionError } from '../../src/base/assert.ts'
import { ByteReader, ByteWriter, MalformedBytes } from '../../src/base/bytes.ts'

const anyNatural = fc.oneof(
  fc.maxSafeNat(),
  fc.nat(300),
  fc.integer({ min: 0, max: 52 }).map((bits) => 2 ** bits),
  fc.integer({ min: 1, max: 53 }).map((bits) => 2 ** bits - 1),
)
const anyInt64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
const anyLatin1 = fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('latin1'))

/** One value of each kind: how it is written, and how it is read and compared. */
type Item = readonly [write: (to: ByteWriter) => ByteWriter, check: (from: ByteReader) => void]
const anyItem: fc.Arbitrary<Item> = fc.oneof(
  fc.nat(255).map((n): Item => [(to) => to.u8(n), (from) => assert.equal(from.u8(), n)]),
  fc.boolean().map((b): Item => [(to) => to.bool(b), (from) => assert.equal(from.bool(), b)]),
  fc
    .nat(2 ** 32 - 1)
    .map((n): Item => [(to) => to.u32be(n), (from) => assert.equal(from.u32be(), n)]),
  anyNatural.map((n): Item => [(to) => to.u64be(n), (from) => assert.equal(from.u64be(), n)]),
  anyNatural.map((n): Item => [(to) => to.varint(n), (from) => assert.equal(from.varint(), n)]),
  anyInt64.map((n): Item => [(to) => to.i64(n), (from) => assert.equal(from.i64(), n)]),
  fc
    .uint8Array()
    .map((b): Item => [(to) => to.bytes(b), (from) => assert.deepEqual([...from.bytes()], [...b])]),
  fc
    .uint8Array()
    .map((b): Item => [
      (to) => to.raw(b),
      (from) => assert.deepEqual([...from.raw(b.length)], [...b]),
    ]),
  anyLatin1.map((s): Item => [(to) => to.latin1(s), (from) => assert.equal(from.latin1(), s)]),
  anyLatin1.map((s): Item => [
    (to) => to.rawLatin1(s),
    (from) => assert.equal(from.rawLatin1(s.length), s),
  ]),
  fc
    .string({ unit: 'grapheme' })
    .map((s): Item => [(to) => to.utf8(s), (from) => assert.equal(from.utf8(), s)]),
)

describe('ByteWriter and ByteReader', () => {
  it('give back any sequence of values, from any growth of the buffer', () => {
    fc.assert(
      fc.property(fc.array(anyItem), fc.integer({ min: 1, max: 64 }), (items, initialBytes) => {
        const writer = new ByteWriter(initialBytes)
        for (const [write] of items) write(writer)
        const { size } = writer
        const bytes = writer.finish()
        assert.equal(bytes.length, size)
        const reader = new ByteReader(bytes)
        for (const [, check] of items) check(reader)
        assert.ok(reader.done)
        reader.expectEnd()
      }),
      { numRuns: 500 },
    )
  })

  it('sort fixed-width integers like the numbers', () => {
    fc.assert(
      fc.property(anyNatural, anyNatural, (a, b) => {
        const [left, right] = [a, b].map((n) => new ByteWriter().u64be(n).finish())
        assert.equal(Math.sign(Buffer.compare(left!, right!)), Math.sign(a - b))
      }),
    )
  })

  it('hand out bytes that nothing written later changes, whatever was begun and thrown away between', () => {
    const anySize = fc.oneof(fc.nat(40), fc.nat(5000), fc.nat(40_000))
    const anyMessage = fc.record({ size: anySize, thrownAway: fc.boolean() })
    const anyMessages = fc.array(anyMessage, { maxLength: 60 })
    fc.assert(
      fc.property(anyMessages, fc.integer({ min: 1, max: 20_000 }), (messages, initialBytes) => {
        const writer = new ByteWriter(initialBytes)
        const finished: [Buffer, Buffer][] = []
        messages.forEach(({ size, thrownAway }, i) => {
          const expected = Buffer.alloc(size, i + 1)
          writer.raw(expected)
          assert.equal(writer.size, size)
          assert.deepEqual(writer.view(), expected)
          if (thrownAway) writer.reset()
          else finished.push([writer.finish(), expected])
          assert.equal(writer.size, 0)
        })
        for (const [bytes, expected] of finished) assert.equal(bytes.compare(expected), 0)
      }),
    )
  })

  it('keep little more alive than a small message, also after a large one', () => {
    const writer = new ByteWriter()
    writer.raw(Buffer.alloc(1 << 20)).finish()
    const small = writer.utf8('small').finish()
    assert.ok(small.buffer.byteLength <= 16 * 1024, `${small.buffer.byteLength} bytes`)
  })

  it('read a window of a buffer and nothing outside it', () => {
    const bytes = new Uint8Array([9, 1, 2, 9])
    const reader = new ByteReader(bytes, 1, 3)
    assert.equal(reader.remaining, 2)
    assert.equal(reader.u8(), 1)
    assert.equal(reader.offset, 2)
    assert.equal(reader.u8(), 2)
    assert.throws(() => reader.u8(), MalformedBytes)
  })

  it('refuse to write integers that would not come back', () => {
    for (const wrong of [-1, 0.5, 2 ** 53, NaN, Infinity]) {
      assert.throws(() => new ByteWriter().varint(wrong), AssertionError)
      assert.throws(() => new ByteWriter().u64be(wrong), AssertionError)
    }
  })
})

describe('ByteReader on damaged bytes', () => {
  it('throws MalformedBytes on every truncation', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        const bytes = item[0](new ByteWriter()).finish()
        for (let length = 0; length < bytes.length; length++) {
          assert.throws(() => item[1](new ByteReader(bytes, 0, length)), MalformedBytes)
        }
      }),
    )
  })

  it('throws nothing else on any bytes', () => {
    const reads = ['bool', 'u64be', 'varint', 'bytes', 'latin1', 'utf8', 'i64', 'u32be'] as const
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.constantFrom(...reads), (bytes, read) => {
        const reader = new ByteReader(bytes)
        try {
          while (!reader.done) reader[read]()
        } catch (error) {
          assert.ok(error instanceof MalformedBytes, String(error))
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('refuses integers beyond 2^53 and booleans beyond 1', () => {
    const huge = Buffer.alloc(9, 0xff)
    assert.throws(() => new ByteReader(huge).varint(), MalformedBytes)
    assert.throws(() => new ByteReader(huge).u64be(), MalformedBytes)
    assert.throws(() => new ByteReader(Buffer.from([2])).bool(), MalformedBytes)
  })

  it('says so when bytes are left over', () => {
    assert.throws(() => new ByteReader(Buffer.from([0])).expectEnd(), MalformedBytes)
  })
})
