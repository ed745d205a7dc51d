import assert from 'node:assert/strict'
import { crc32 } from '@node-rs/crc32'
import fc from 'fast-check'
import { keyOfBytes, keyspaceId, timestamp } from '../../src/base/ids.ts'
import { decodeContext, encodeContext } from '../../src/versions/context.ts'
import type { Context } from '../../src/versions/version.ts'
import {
  arbitraryClock,
  assertSame,
  arbitraryTimestamp,
  clockOf,
  holds,
  KEY,
  KEYSPACE,
} from './support.ts'

const arbitraryContext: fc.Arbitrary<Context> = fc.record(
  {
    incarnation: fc.oneof(fc.constant('f00d'), fc.string({ maxLength: 32 })),
    timestamp: arbitraryTimestamp,
    clock: arbitraryClock,
  },
  { noNullPrototype: true },
)

const arbitraryKey = fc.uint8Array({ minLength: 1, maxLength: 64 }).map(keyOfBytes)

/** The usual context: a key that only the store wrote. */
const plain: Context = {
  incarnation: '0123456789abcdef0123456789abcdef',
  timestamp: timestamp(1.7e15),
  clock: clockOf({ '@0123456789abcdef0123456789abcdef': 1.7e15 }),
}

describe('a context', () => {
  it('comes back as it went out, for its key', () => {
    holds(
      fc.property(arbitraryContext, arbitraryKey, fc.integer({ min: 1, max: 1e6 }), (...all) => {
        const [context, key, keyspace] = all
        const bytes = encodeContext(keyspaceId(keyspace), key, context)
        assertSame(decodeContext(keyspaceId(keyspace), key, bytes), context)
      }),
      1000,
    )
  })

  it('of a key that only the store wrote says nothing twice', () => {
    const bytes = encodeContext(KEYSPACE, KEY, plain)
    assert.equal(bytes.length, 1 + 8 + 1 + 32 + 4)
    assertSame(decodeContext(KEYSPACE, KEY, bytes), plain)
  })

  it('is refused for another key and for another keyspace', () => {
    holds(
      fc.property(arbitraryContext, arbitraryKey, arbitraryKey, (context, key, other) => {
        fc.pre(key !== other)
        const bytes = encodeContext(KEYSPACE, key, context)
        assert.equal(decodeContext(KEYSPACE, other, bytes), undefined)
        assert.equal(decodeContext(keyspaceId(2), key, bytes), undefined)
      }),
    )
  })

  it('is refused with any bit flipped', () => {
    const bytes = encodeContext(KEYSPACE, KEY, { ...plain, clock: clockOf({ tablet: 7, b: 3 }) })
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = Buffer.from(bytes)
      flipped[bit >> 3]! ^= 1 << (bit & 7)
      assert.equal(decodeContext(KEYSPACE, KEY, flipped), undefined, `bit ${bit}`)
    }
  })

  it('is refused when cut or lengthened anywhere', () => {
    const bytes = encodeContext(KEYSPACE, KEY, plain)
    for (let size = 0; size < bytes.length; size++) {
      assert.equal(decodeContext(KEYSPACE, KEY, bytes.subarray(0, size)), undefined, `${size}`)
      assert.equal(decodeContext(KEYSPACE, KEY, bytes.subarray(size + 1)), undefined, `-${size}`)
    }
    for (const more of [0, 1, 255]) {
      const longer = Buffer.concat([bytes, Buffer.from([more])])
      assert.equal(decodeContext(KEYSPACE, KEY, longer), undefined)
    }
  })

  it('is refused, and never an exception, whatever the bytes', () => {
    holds(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        assert.equal(decodeContext(KEYSPACE, KEY, bytes), undefined)
      }),
      5000,
    )
  })

  it('is refused also when the checksum of nonsense is right', () => {
    holds(
      fc.property(fc.uint8Array({ maxLength: 60 }), (content) => {
        const covered = Buffer.concat([
          Buffer.from([0, 0, 0, 1]),
          Buffer.from(KEY, 'latin1'),
          content,
        ])
        const sum = Buffer.alloc(4)
        sum.writeUInt32BE(crc32(covered))
        const context = decodeContext(KEYSPACE, KEY, Buffer.concat([content, sum]))
        // What passes for a context is one: it has the same bytes again, or is a longer form of them.
        if (context !== undefined) assert.ok(Number.isSafeInteger(context.timestamp))
      }),
      5000,
    )
  })

  it('is owned by its caller: a later one does not change it', () => {
    const first = encodeContext(KEYSPACE, KEY, plain)
    const copy = Buffer.from(first)
    encodeContext(KEYSPACE, keyOfBytes(Buffer.alloc(4096, 1)), plain)
    assert.deepEqual(first, copy)
  })

  it('may be given as any kind of byte array', () => {
    const bytes = encodeContext(KEYSPACE, KEY, plain)
    assertSame(decodeContext(KEYSPACE, KEY, new Uint8Array(bytes)), plain)
  })
})
