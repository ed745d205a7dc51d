import assert from 'node:assert/strict'
import fc from 'fast-check'
import { ERROR_TABLE, RingKvError, type ErrorCode } from '../../src/base/errors.ts'
import { DEFAULT_KEYSPACE, keyOfText, timestamp } from '../../src/base/ids.ts'
import {
  asRingKvError,
  encodeError,
  ERROR_TRAILER,
  statusOfError,
} from '../../src/net/error-codec.ts'
import { encodeMessage, wire } from '../../src/net/protobuf.ts'
import type { Value } from '../../src/versions/value.ts'

const CODES = Object.keys(ERROR_TABLE) as ErrorCode[]

function sent(error: RingKvError): wire.Error {
  const encoded = encodeError(error, (keyspace) =>
    keyspace === DEFAULT_KEYSPACE ? 'default' : 'another',
  )
  return wire.Error.decode(encodeMessage(wire.Error, encoded))
}

function conflictOn(value: Value): wire.Conflict.$Properties {
  const side = {
    timestamp: timestamp(1),
    clock: { actors: [], counters: [], dropped: 0 },
    value,
    author: '',
  }
  const error = new RingKvError('CONFLICT', 'changed', {
    conflicts: [
      {
        keyspace: DEFAULT_KEYSPACE,
        key: keyOfText('k'),
        newest: new Uint8Array(0),
        conflict: {
          relation: 'STALE',
          reason: 'INCOMPATIBLE',
          base: undefined,
          theirs: side,
          mine: side,
        },
      },
    ],
  })
  return sent(error).conflicts[0]!
}

describe('errors on the wire', () => {
  it('carry number, name and text of every code', () => {
    for (const code of CODES) {
      const error = sent(new RingKvError(code, `about ${code}`))
      assert.equal(error.code, ERROR_TABLE[code].wire)
      assert.equal(error.name, code)
      assert.equal(error.message, `about ${code}`)
    }
  })

  it('map every code to the gRPC status of the table, with the whole error in the trailers', () => {
    for (const code of CODES) {
      const result = statusOfError(encodeError(new RingKvError(code, 'why')))
      assert.equal(result.code, ERROR_TABLE[code].grpc)
      assert.equal(result.details, `${code}: why`)
      const [trailer] = result.metadata.get(ERROR_TRAILER)
      assert.equal(wire.Error.decode(trailer as Buffer).name, code)
    }
  })

  it('say when to come back, and which operation is in doubt', () => {
    assert.equal(sent(new RingKvError('OVERLOADED', '', { retryAfterMs: 12.5 })).retryAfterMs, 13)
    const operation = { client: 'ab'.repeat(16), sequence: 4, expiry: timestamp(5) }
    const { id } = sent(new RingKvError('OUTCOME_UNKNOWN', '', { operation }))
    assert.equal(id?.sequence, 4)
    assert.equal(Buffer.from(id.client!).toString('hex'), operation.client)
  })

  it('tell nothing of a bug but that there is one', () => {
    const error = asRingKvError(new TypeError('secret path /home'))
    assert.equal(error.code, 'INTERNAL')
    assert.doesNotMatch(error.message, /secret/)
    const coded = new RingKvError('LOCKED', 'held')
    assert.equal(asRingKvError(coded), coded)
  })

  it('explain a conflict from both sides', () => {
    const side = (at: number, value: Value | undefined) => ({
      timestamp: timestamp(at),
      clock: { actors: ['__proto__', 'tablet'], counters: [4, 9], dropped: 2 },
      value,
      author: 'ada',
    })
    const { conflicts } = sent(
      new RingKvError('CONFLICT', 'changed', {
        conflicts: [
          {
            keyspace: DEFAULT_KEYSPACE,
            key: keyOfText('doc'),
            newest: Uint8Array.of(7, 8),
            conflict: {
              relation: 'CONCURRENT',
              reason: 'OVERLAPPING_EDITS',
              base: undefined,
              theirs: side(7, undefined),
              mine: side(8, { type: 'string', value: 'mine' }),
              detail: { kind: 'overlap', start: 2, end: 5 },
            },
          },
        ],
      }),
    )
    const [conflict] = conflicts
    assert.equal(conflict?.relation, 'CONCURRENT')
    assert.equal(conflict.reason, 'OVERLAPPING_EDITS')
    assert.equal(conflict.base, null)
    assert.equal(conflict.theirs?.value, null)
    assert.equal(conflict.mine?.value?.string, 'mine')
    assert.equal(conflict.mine.truncated, false)
    assert.deepEqual(Object.entries(conflict.mine.clock?.counters ?? {}), [
      ['__proto__', 4],
      ['tablet', 9],
    ])
    assert.equal(conflict.overlap?.end, 5)
    assert.equal(conflict.keyspace, 'default')
    assert.deepEqual(conflict.newestContext, Buffer.of(7, 8))
  })

  it('cut large values at 4 KiB, and say so', () => {
    const text = conflictOn({ type: 'string', value: 'x'.repeat(5000) }).mine
    assert.equal(text?.value?.string?.length, 4096)
    assert.equal(text.truncated, true)
    const raw = conflictOn({ type: 'bytes', value: Buffer.alloc(9000) }).mine
    assert.equal(raw?.value?.bytes?.length, 4096)
    const element = { type: 'string', value: 'y'.repeat(1000) } as const
    const list = conflictOn({ type: 'list', value: Array.from({ length: 9 }, () => element) }).mine
    assert.equal(list?.value?.list?.elements?.length, 4)
    assert.equal(list.truncated, true)
    assert.equal(conflictOn({ type: 'string', value: 'x'.repeat(4000) }).mine?.truncated, false)
  })

  it('explain every one of a thousand conflicts, each more briefly', () => {
    const value = { type: 'string', value: 'x'.repeat(5000) } as const
    const counters = Array.from({ length: 64 }, (_, i) => i + 1)
    const actors = counters.map(
      (i) => `actor-with-a-rather-long-name-${String(i).padStart(20, '0')}`,
    )
    const clock = { actors, counters, dropped: 0 }
    const side = { timestamp: timestamp(1), clock, value, author: '' }
    const conflict = {
      relation: 'STALE',
      reason: 'INCOMPATIBLE',
      base: side,
      theirs: side,
      mine: side,
    } as const
    const conflicts = Array.from({ length: 1024 }, (_, i) => ({
      keyspace: DEFAULT_KEYSPACE,
      key: keyOfText(`k${i}`),
      newest: new Uint8Array(0),
      conflict,
    }))
    const error = new RingKvError('CONFLICT', 'changed', { conflicts })
    assert(encodeMessage(wire.Error, encodeError(error)).length < 4 * 1024 * 1024)
    const told = sent(error).conflicts
    assert.equal(told.length, 1024)
    for (const { mine } of told) {
      assert.equal(mine?.truncated, true)
      assert((mine.value?.string?.length ?? 0) >= 300)
      assert.equal(mine.clock?.counters?.[actors.at(-1)!], 64, 'the newest event is kept')
    }
  })

  it('never cut a character in two', () => {
    const unit = fc.constantFrom('a', 'é', '€', '😀')
    fc.assert(
      fc.property(fc.string({ unit, minLength: 4100, maxLength: 4200 }), (text) => {
        const cut = conflictOn({ type: 'string', value: text }).mine?.value?.string ?? ''
        assert.ok(text.startsWith(cut))
        assert.ok(Buffer.byteLength(cut) <= 4096 && Buffer.byteLength(cut) > 4092)
      }),
      { numRuns: 30 },
    )
  })
})
