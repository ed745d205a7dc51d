/**
 * How 64-bit integers cross the wire. protobufjs knows `Long` objects or rounding numbers; RingKV wants neither:
 *
 * - `uint64` is a safe integer (timestamps, indexes, ids). Anything above 2^53 − 1 is refused, in both directions, and so
 *   is a `bigint`, which the library would silently write as 0.
 * - `sint64` is a `bigint`, exact over the whole range −2^63 … 2^63 − 1 (the values that people store).
 *
 * Importing this file replaces those methods on the library's one Reader and Writer, for every user of the library in
 * this process; the Buffer variants inherit them. Kinds of integers that no RingKV message uses are left alone;
 * scripts/generate.mjs refuses a proto file with one.
 */
import protobuf from 'protobufjs/minimal.js'
import { INT_MAX, INT_MIN } from '../versions/value.ts'

/** What the replaced methods see of a reader: the library's own fields. */
interface ReaderState {
  readonly buf: Uint8Array
  pos: number
  len: number
}

interface WriterState {
  buf: Uint8Array
  pos: number
  _reserve(bytes: number): void
  uint32(value: number): WriterState
}

const VARINT_BYTES_MAX = 10
/** Seven bytes of a varint carry 49 bits, which a number holds exactly. */
const LOW_BYTES = 7
const LOW_BITS = 49
/** Zigzag doubles: below this the doubled number is still exact. */
const ZIGZAG_NUMBER_LIMIT = 2n ** 51n
/** From here on the tenth byte of a varint would carry more than the 64th bit. */
const HIGH_LIMIT = 2 ** (64 - LOW_BITS)

function outOfRange(reader: ReaderState): RangeError {
  return new RangeError(`index out of range: ${reader.pos} of ${reader.len}`)
}

function readUint64(this: ReaderState): number {
  const { buf, len } = this
  let at = this.pos
  let value = 0
  let scale = 1
  for (let i = 0; i < VARINT_BYTES_MAX; i++) {
    if (at >= len) throw outOfRange(this)
    const byte = buf[at++]!
    value += (byte & 0x7f) * scale
    if (byte < 0x80) {
      if (value > Number.MAX_SAFE_INTEGER) throw new RangeError(`uint64 above 2^53 - 1`)
      this.pos = at
      return value
    }
    scale *= 128
  }
  throw new Error('invalid varint encoding')
}

function readSint64(this: ReaderState): bigint {
  const { buf, len } = this
  let at = this.pos
  let low = 0
  let high = 0
  let scale = 1
  for (let i = 0; i < VARINT_BYTES_MAX; i++) {
    if (at >= len) throw outOfRange(this)
    const byte = buf[at++]!
    if (i < LOW_BYTES) low += (byte & 0x7f) * scale
    else high += (byte & 0x7f) * scale
    scale = i === LOW_BYTES - 1 ? 1 : scale * 128
    if (byte < 0x80) {
      if (high >= HIGH_LIMIT) throw new RangeError('sint64 of more than 64 bits')
      this.pos = at
      return unzigzag(low, high)
    }
  }
  throw new Error('invalid varint encoding')
}

/** The signed integer of the zigzag number `high · 2^49 + low`. */
function unzigzag(low: number, high: number): bigint {
  if (high === 0) return BigInt(low % 2 === 0 ? low / 2 : -(low + 1) / 2)
  const bits = (BigInt(high) << BigInt(LOW_BITS)) | BigInt(low)
  return (bits >> 1n) ^ -(bits & 1n)
}

function writeUint64(this: WriterState, value: number): WriterState {
  this._reserve(VARINT_BYTES_MAX)
  this.pos = putVarint(this.buf, this.pos, checkedUint64(value))
  return this
}

function writeUint64s(this: WriterState, values: readonly number[]): WriterState {
  let size = 0
  for (const value of values) size += varintBytes(checkedUint64(value))
  this.uint32(size)
  this._reserve(size)
  for (const value of values) this.pos = putVarint(this.buf, this.pos, value)
  return this
}

function writeSint64(this: WriterState, value: bigint): WriterState {
  if (typeof value !== 'bigint') throw new TypeError(`sint64 wants a bigint, got ${typeof value}`)
  if (value < INT_MIN || value > INT_MAX) throw new RangeError(`sint64 of ${value}`)
  this._reserve(VARINT_BYTES_MAX)
  const { buf } = this
  if (value < ZIGZAG_NUMBER_LIMIT && value >= -ZIGZAG_NUMBER_LIMIT) {
    const number = Number(value)
    this.pos = putVarint(buf, this.pos, number < 0 ? -2 * number - 1 : 2 * number)
    return this
  }
  const bits = BigInt.asUintN(64, (value << 1n) ^ (value >> 63n))
  let low = Number(BigInt.asUintN(LOW_BITS, bits))
  for (let i = 0; i < LOW_BYTES; i++) {
    buf[this.pos++] = (low % 128) | 0x80
    low = Math.floor(low / 128)
  }
  this.pos = putVarint(buf, this.pos, Number(bits >> BigInt(LOW_BITS)))
  return this
}

function checkedUint64(value: number): number {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`uint64 wants a safe integer from 0 on, got ${typeof value} ${value}`)
  }
  return value
}

/** Writes `value` (0 … 2^53 − 1) and returns the position behind it. */
function putVarint(buffer: Uint8Array, start: number, value: number): number {
  let at = start
  let rest = value
  while (rest >= 0x80) {
    buffer[at++] = (rest & 0x7f) | 0x80
    rest = rest < 0x80000000 ? rest >>> 7 : Math.floor(rest / 128)
  }
  buffer[at++] = rest
  return at
}

function varintBytes(value: number): number {
  let bytes = 1
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 128)) bytes++
  return bytes
}

/** Fixed for good: a later `protobuf.configure()` would bring the rounding methods back, so it fails instead. */
function fix(prototype: object, methods: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(prototype, name, { value, writable: false, configurable: false })
  }
}

fix(protobuf.Reader.prototype, { uint64: readUint64, sint64: readSint64 })
fix(protobuf.Writer.prototype, {
  uint64: writeUint64,
  uint64s: writeUint64s,
  sint64: writeSint64,
})
