import assert from 'node:assert/strict'
import fc from 'fast-check'
import { ByteReader, ByteWriter, MalformedBytes } from '../../src/base/bytes.ts'
import { timestamp } from '../../src/base/ids.ts'
import {
  readClock,
  readVersion,
  writeClock,
  writeVersion,
} from '../../src/versions/version-codec.ts'
import { StoreEvent } from '../../src/versions/store-event.ts'
import type { Version } from '../../src/versions/version.ts'
import {
  assertSame,
  arbitraryClock,
  arbitraryTimestamp,
  arbitraryValue,
  clockOf,
  holds,
  INCARNATION,
  text,
  throughBytes,
} from './support.ts'

const STORE = `@${INCARNATION}`

const arbitraryVersion: fc.Arbitrary<Version> = fc
  .record({
    timestamp: arbitraryTimestamp,
    clock: arbitraryClock,
    place: fc.nat(6),
    counter: fc.integer({ min: 1, max: 2 ** 51 }),
    author: fc.oneof(fc.constant(''), fc.string({ unit: 'grapheme' })),
    expiry: fc.oneof(fc.constant(timestamp(0)), arbitraryTimestamp),
    value: fc.option(arbitraryValue, { nil: undefined }),
  })
  .map(({ place, counter, clock, ...rest }) => {
    const actor = clock.actors[place] ?? (place === 6 ? STORE : 'elsewhere')
    const { timestamp: at, author, expiry, value } = rest
    return { timestamp: at, clock, dot: { actor, counter }, author, expiry, value }
  })

/** A usual version: one actor, the store; written by somebody without a name. */
function plain(at: number): Version {
  return {
    timestamp: timestamp(at),
    clock: clockOf({ [STORE]: at }),
    dot: { actor: STORE, counter: at },
    author: '',
    expiry: timestamp(0),
    value: text('v'),
  }
}

function encode(version: Version, incarnation = INCARNATION): Buffer {
  const writer = new ByteWriter()
  writeVersion(writer, version, incarnation)
  return writer.finish()
}

describe('the bytes of a version', () => {
  it('give the version back', () => {
    holds(
      fc.property(arbitraryVersion, (version) => void throughBytes(version)),
      1000,
    )
    holds(fc.property(arbitraryTimestamp, (at) => void throughBytes(plain(at))))
  })

  it('are nine beside the value where only the store ever wrote', () => {
    assert.equal(encode(plain(1.7e15)).toString('hex'), '08' + '00060a24181e4000' + '010176')
  })

  it('are not the short form when anything about clock or dot differs', () => {
    const at = 1000
    const unusual: Partial<Version>[] = [
      { clock: clockOf({ [STORE]: at }, 1) },
      { clock: clockOf({ [STORE]: at + 1 }) },
      { clock: clockOf({ tablet: at }), dot: { actor: 'tablet', counter: at } },
      { clock: clockOf({ [STORE]: at, tablet: 5 }) },
      { dot: { actor: STORE, counter: at - 1 } },
      { dot: { actor: 'tablet', counter: at } },
      { clock: clockOf({ '@other': at }) },
    ]
    for (const part of unusual) {
      const version = { ...plain(at), ...part }
      assertSame(throughBytes(version), version)
      assert.equal(encode(version)[0]! & 8, 0)
    }
  })

  it('say "the store" and not its name, so a new incarnation inherits them', () => {
    const versions = [plain(1000), { ...plain(1000), clock: clockOf({ [STORE]: 1000, b: 7 }) }]
    for (const version of versions) {
      const read = readVersion(new ByteReader(encode(version)), 'next')
      assert.equal(read.dot.actor, '@next')
      assert.deepEqual(
        read.clock.actors,
        version.clock.actors.map((a) => (a === 'b' ? a : '@next')),
      )
    }
  })

  it('make one object of clock and dot where both are one event of the store', () => {
    const { clock, dot } = throughBytes(plain(1))
    assert.ok(clock instanceof StoreEvent)
    assert.equal(dot, clock)
  })

  it('are refused when cut anywhere', () => {
    holds(
      fc.property(arbitraryVersion, fc.nat(), (version, cut) => {
        const bytes = encode(version)
        const reader = new ByteReader(bytes, 0, cut % bytes.length)
        assert.throws(() => readVersion(reader, INCARNATION), MalformedBytes)
      }),
    )
  })

  it('throw nothing but MalformedBytes, whatever they are', () => {
    holds(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          readVersion(new ByteReader(bytes), INCARNATION)
        } catch (error) {
          assert.ok(error instanceof MalformedBytes)
        }
      }),
      5000,
    )
  })
})

describe('the bytes of a clock', () => {
  it('give the clock back', () => {
    holds(
      fc.property(arbitraryClock, (clock) => {
        const writer = new ByteWriter()
        writeClock(writer, clock, INCARNATION)
        const reader = new ByteReader(writer.finish())
        assertSame(readClock(reader, INCARNATION), clock)
        reader.expectEnd()
      }),
    )
  })

  it('are refused when the clock breaks an invariant', () => {
    const broken: [string, [string, number][], number][] = [
      [
        'unsorted',
        [
          ['b', 1],
          ['a', 2],
        ],
        0,
      ],
      [
        'repeated',
        [
          ['a', 1],
          ['a', 2],
        ],
        0,
      ],
      ['at the dropped counter', [['a', 5]], 5],
      ['without a counter', [['a', 0]], 0],
    ]
    for (const [what, entries, dropped] of broken) {
      const writer = new ByteWriter().varint(entries.length)
      for (const [actor, counter] of entries) writer.utf8(actor).varint(counter)
      writer.varint(dropped)
      const reader = new ByteReader(writer.finish())
      assert.throws(() => readClock(reader, INCARNATION), MalformedBytes, what)
    }
  })
})
