import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { encodeMessage, wire, wireReader } from '../../src/net/protobuf.ts'
import { INT_MAX, INT_MIN } from '../../src/versions/value.ts'

const EDGES = [0n, 1n, -1n, 63n, 64n, -64n, -65n, 2n ** 31n, -(2n ** 31n) - 1n]
const POWERS = Array.from({ length: 63 }, (_, bit) => 2n ** BigInt(bit))

describe('protobuf integers', () => {
  function roundTripInt(int: bigint): bigint | null | undefined {
    return wire.Value.decode(encodeMessage(wire.Value, { int })).int
  }

  it('carries every sint64 exactly, at all edges', () => {
    const around = POWERS.flatMap((power) => [power - 1n, power, power + 1n, -power - 1n, -power])
    for (const int of [...EDGES, ...around, INT_MIN, INT_MIN + 1n, INT_MAX - 1n, INT_MAX]) {
      assert.equal(roundTripInt(int), int)
    }
  })

  it('carries any sint64 exactly', () => {
    fc.assert(fc.property(fc.bigInt(INT_MIN, INT_MAX), (int) => roundTripInt(int) === int))
  })

  it('writes sint64 as protobuf does: zigzag varints', () => {
    const hex = (int: bigint) => encodeMessage(wire.Value, { int }).toString('hex')
    assert.equal(hex(0n), '0800')
    assert.equal(hex(-1n), '0801')
    assert.equal(hex(1n), '0802')
    assert.equal(hex(INT_MAX), '08feffffffffffffffff01')
    assert.equal(hex(INT_MIN), '08ffffffffffffffffff01')
  })

  it('reads from a plain Uint8Array as from a Buffer', () => {
    const bytes = Uint8Array.from(encodeMessage(wire.Value, { int: INT_MIN }))
    assert.equal(wire.Value.decode(bytes).int, INT_MIN)
  })

  it('refuses to write a sint64 that is no bigint, or beyond 64 bits', () => {
    assert.throws(() => encodeMessage(wire.Value, { int: 5 as unknown as bigint }), TypeError)
    assert.throws(() => encodeMessage(wire.Value, { int: INT_MAX + 1n }), RangeError)
    assert.throws(() => encodeMessage(wire.Value, { int: INT_MIN - 1n }), RangeError)
  })

  it('refuses to read a sint64 of more than 64 bits, or one without an end', () => {
    const tooLong = Buffer.from(`08${'ff'.repeat(9)}02`, 'hex')
    const endless = Buffer.from(`08${'ff'.repeat(11)}`, 'hex')
    const cut = Buffer.from('08ffff', 'hex')
    for (const bytes of [tooLong, endless, cut]) assert.throws(() => wire.Value.decode(bytes))
  })

  it('carries safe integers as uint64', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (at) => {
        return wire.GetRequest.decode(encodeMessage(wire.GetRequest, { at })).at === at
      }),
    )
  })

  it('refuses to write a uint64 that is not a safe integer from 0 on', () => {
    for (const at of [-1, 0.5, NaN, 2 ** 53, 5n as unknown as number]) {
      assert.throws(() => encodeMessage(wire.GetRequest, { at }), RangeError, String(at))
    }
  })

  it('refuses to read a uint64 beyond 2^53', () => {
    const beyond = Buffer.from('18808080808080801018808080808080801f', 'hex')
    assert.throws(() => wire.GetRequest.decode(beyond), RangeError)
  })

  it('carries packed uint64 lists', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeNat()), (ownDots) => {
        const decoded = wire.PutRequest.decode(encodeMessage(wire.PutRequest, { ownDots }))
        assert.deepEqual([...decoded.ownDots], ownDots)
      }),
    )
  })
})

describe('generated messages', () => {
  it('decode bytes as views into the frame', () => {
    const frame = encodeMessage(wire.GetRequest, { key: Buffer.from('key') })
    const { key } = wire.GetRequest.decode(frame)
    assert.equal(key.buffer, frame.buffer)
    assert.equal(Buffer.from(key).toString(), 'key')
  })

  it('have every field set, also those that the wire left out', () => {
    const put = wire.PutRequest.decode(Buffer.alloc(0))
    assert.deepEqual(Object.keys(put), Object.keys(new wire.PutRequest()))
    assert.equal(put.expiry, 0)
    assert.equal(put.ifAbsent, false)
    assert.equal(put.key.length, 0)
    assert.equal(put.value, null)
  })

  it('let the last member of a oneof win', () => {
    const first = encodeMessage(wire.Value, { string: 'gone' })
    const second = encodeMessage(wire.Value, { int: 7n })
    const value = wire.Value.decode(Buffer.concat([first, second]))
    assert.equal(value.kind, 'int')
    assert.equal(value.string, null)
    assert.equal(value.int, 7n)
  })

  it('keep a default that a oneof member carries', () => {
    const value = wire.Value.decode(encodeMessage(wire.Value, { int: 0n }))
    assert.equal(value.kind, 'int')
    assert.equal(value.int, 0n)
    assert.equal(wire.Value.decode(encodeMessage(wire.Value, { string: '' })).string, '')
  })

  it('skip fields that a newer peer may send', () => {
    const unknown = Buffer.from('f2070568656c6c6f', 'hex')
    const known = encodeMessage(wire.GetRequest, { at: 9 })
    assert.equal(wire.GetRequest.decode(Buffer.concat([unknown, known])).at, 9)
  })

  it('refuse text that is not UTF-8', () => {
    const bytes = Buffer.from('1203ff4142', 'hex')
    assert.throws(() => wire.Value.decode(bytes))
  })

  it('carry maps whose keys are named like parts of an object', () => {
    const counters = Object.create(null) as Record<string, number>
    counters['__proto__'] = 5
    counters['constructor'] = 6
    const clock = wire.VectorClock.decode(encodeMessage(wire.VectorClock, { counters }))
    assert.deepEqual(Object.entries(clock.counters), Object.entries(counters))
  })

  it('stay encodable after a message was refused half-way', () => {
    const bad = { put: { header: { lowWater: 0.5 } } }
    assert.throws(() => encodeMessage(wire.Request, bad), RangeError)
    const good = encodeMessage(wire.Request, { id: 1, get: { at: 2 } })
    assert.equal(wire.Request.decode(good).get?.at, 2)
  })

  it('never crash on garbage: they decode or throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        for (const type of [
          wire.ClientFrame,
          wire.ServerFrame,
          wire.RaftFrame,
          wire.ForwardFrame,
        ]) {
          try {
            type.decode(wireReader(bytes))
          } catch (error) {
            assert.ok(error instanceof Error)
          }
        }
      }),
    )
  })
})

describe('the generated code', () => {
  it('is imported by protobuf.ts only, so that nobody gets it without exact integers', () => {
    const offenders: string[] = []
    for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts') || file.startsWith('gen')) continue
      const text = readFileSync(join('src', file), 'utf8')
      if (/^(?:import|export) (?!type)[^\n]*gen\/ringkv/m.test(text)) offenders.push(file)
    }
    assert.deepEqual(offenders, [join('net', 'protobuf.ts')])
  })
})
