/**
 * Binary encoding of everything that RingKV itself writes: log commands, rows, frames of the log. (What other
 * programs read is protobuf.) Integers are LEB128 varints up to 2^53 − 1, fixed-width big-endian where byte order
 * must be sort order; strings and byte strings carry their length first.
 */
import { AssertionError } from './assert.ts'

const INITIAL_BYTES = 256
/** A buffer that messages are handed out of is this large: what is small and stays long keeps no more alive than this. */
const SHARED_BYTES = 16 * 1024
/** Longer messages get buffers of their own. */
const SHARED_MESSAGE_BYTES_MAX = SHARED_BYTES / 4

/**
 * Appends to one growing buffer. Reuse a writer by `reset`, which throws away what was written, or by `finish`, which hands
 * it out. Many small messages are written for every request, so `finish` does not copy those: it hands out the part of the buffer that
 * they are in, and the writer goes on behind them.
 */
export class ByteWriter {
  private buffer: Buffer
  /** Where the present message begins. What is before it belongs to others. */
  private start = 0
  private end = 0

  constructor(initialBytes = INITIAL_BYTES) {
    this.buffer = Buffer.allocUnsafeSlow(initialBytes)
  }

  get size(): number {
    return this.end - this.start
  }

  reset(): this {
    this.end = this.start
    return this
  }

  /** The bytes written so far, which the caller owns from here on; the next message begins. */
  finish(): Buffer {
    const bytes = this.buffer.subarray(this.start, this.end)
    if (bytes.length <= SHARED_MESSAGE_BYTES_MAX && this.buffer.length <= SHARED_BYTES) {
      this.start = this.end
      return bytes
    }
    this.end = this.start
    const copy = Buffer.from(bytes)
    // A large message has made the buffer large: what follows shall not keep it.
    if (this.buffer.length > SHARED_BYTES) this.renew()
    return copy
  }

  /** The bytes written so far, not copied: valid until the next write, `reset` or `finish`. */
  view(): Buffer {
    return this.buffer.subarray(this.start, this.end)
  }

  u8(value: number): this {
    this.reserve(1)
    this.buffer[this.end++] = value
    return this
  }

  bool(value: boolean): this {
    return this.u8(value ? 1 : 0)
  }

  u32be(value: number): this {
    this.reserve(4)
    this.buffer.writeUInt32BE(value, this.end)
    this.end += 4
    return this
  }

  /** Big-endian, 0 … 2^53 − 1, in eight bytes: sorts like the number. */
  u64be(value: number): this {
    checkInteger(value)
    return this.u32be(Math.floor(value / 2 ** 32)).u32be(value % 2 ** 32)
  }

  /** LEB128 of a safe non-negative integer. */
  varint(value: number): this {
    checkInteger(value)
    this.reserve(8)
    const { buffer } = this
    let rest = value
    while (rest >= 0x80) {
      buffer[this.end++] = (rest & 0x7f) | 0x80
      rest = rest < 0x80000000 ? rest >>> 7 : Math.floor(rest / 128)
    }
    buffer[this.end++] = rest
    return this
  }

  /** Signed 64-bit integer, big-endian two's complement. */
  i64(value: bigint): this {
    this.reserve(8)
    this.buffer.writeBigInt64BE(value, this.end)
    this.end += 8
    return this
  }

  /** Bytes without a length. */
  raw(bytes: Uint8Array): this {
    this.reserve(bytes.length)
    this.buffer.set(bytes, this.end)
    this.end += bytes.length
    return this
  }

  /** Length, then bytes. */
  bytes(bytes: Uint8Array): this {
    return this.varint(bytes.length).raw(bytes)
  }

  /** Length in bytes, then the characters (each 0 … 255) as bytes. */
  latin1(text: string): this {
    this.varint(text.length)
    return this.rawLatin1(text)
  }

  rawLatin1(text: string): this {
    this.reserve(text.length)
    writeLatin1(this.buffer, text, this.end)
    this.end += text.length
    return this
  }

  /** Length in bytes, then UTF-8. */
  utf8(text: string): this {
    const size = Buffer.byteLength(text, 'utf8')
    this.varint(size)
    this.reserve(size)
    this.end += this.buffer.write(text, this.end, 'utf8')
    return this
  }

  private reserve(extra: number): void {
    if (this.end + extra > this.buffer.length) this.grow(this.size + extra)
  }

  private renew(): void {
    this.buffer = Buffer.allocUnsafeSlow(SHARED_BYTES)
    this.start = this.end = 0
  }

  /** Takes what is written of the present message to a buffer that has room for `needed` bytes of it. */
  private grow(needed: number): void {
    const sizeOfShared = this.start > 0 ? SHARED_BYTES : 2 * this.buffer.length
    const grown = Buffer.allocUnsafeSlow(Math.max(needed, sizeOfShared))
    this.buffer.copy(grown, 0, this.start, this.end)
    this.buffer = grown
    this.end -= this.start
    this.start = 0
  }
}

/** Texts up to this are written faster character by character than by a call out of JavaScript. */
const SHORT_TEXT_CHARACTERS = 24

/** Writes the characters of `text`, each 0 … 255, as bytes from `offset` on, where there is room for them. */
export function writeLatin1(buffer: Buffer, text: string, offset: number): void {
  if (text.length > SHORT_TEXT_CHARACTERS) {
    buffer.write(text, offset, 'latin1')
    return
  }
  for (let i = 0; i < text.length; i++) buffer[offset + i] = text.charCodeAt(i)
}

/** Not `assert`, whose message would be built for every integer written. */
function checkInteger(value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new AssertionError(`${value} is not a safe non-negative integer`)
  }
}

/** Thrown by `ByteReader` on bytes that no `ByteWriter` wrote; callers turn it into their own corruption error. */
export class MalformedBytes extends Error {
  override readonly name = 'MalformedBytes'
}

/** Reads what `ByteWriter` wrote; every read is bounds-checked. */
export class ByteReader {
  private readonly buffer: Buffer
  private position: number
  private readonly end: number

  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    this.buffer = Buffer.isBuffer(bytes)
      ? bytes
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.position = start
    this.end = end
  }

  get offset(): number {
    return this.position
  }

  get remaining(): number {
    return this.end - this.position
  }

  get done(): boolean {
    return this.position >= this.end
  }

  u8(): number {
    return this.buffer[this.take(1)]!
  }

  bool(): boolean {
    const value = this.u8()
    if (value > 1) throw new MalformedBytes(`boolean ${value} at offset ${this.position - 1}`)
    return value === 1
  }

  u32be(): number {
    return this.buffer.readUInt32BE(this.take(4))
  }

  u64be(): number {
    const value = this.u32be() * 2 ** 32 + this.u32be()
    if (!Number.isSafeInteger(value)) throw new MalformedBytes(`integer beyond 2^53: ${value}`)
    return value
  }

  varint(): number {
    let value = 0
    let scale = 1
    for (let i = 0; i < 8; i++) {
      const byte = this.u8()
      value += (byte & 0x7f) * scale
      if (byte < 0x80) {
        if (!Number.isSafeInteger(value)) break
        return value
      }
      scale *= 128
    }
    throw new MalformedBytes(`varint beyond 2^53 at offset ${this.position}`)
  }

  i64(): bigint {
    return this.buffer.readBigInt64BE(this.take(8))
  }

  /** A view into the reader's buffer: copy it if it must outlive the buffer. */
  raw(size: number): Buffer {
    const start = this.take(size)
    return this.buffer.subarray(start, start + size)
  }

  /** A view into the reader's buffer: copy it if it must outlive the buffer. */
  bytes(): Buffer {
    return this.raw(this.varint())
  }

  latin1(): string {
    return this.rawLatin1(this.varint())
  }

  rawLatin1(size: number): string {
    const start = this.take(size)
    return this.buffer.toString('latin1', start, start + size)
  }

  utf8(): string {
    const size = this.varint()
    const start = this.take(size)
    return this.buffer.toString('utf8', start, start + size)
  }

  expectEnd(): void {
    if (!this.done) throw new MalformedBytes(`${this.remaining} bytes left over`)
  }

  private take(size: number): number {
    const start = this.position
    if (size < 0 || start + size > this.end) {
      throw new MalformedBytes(`need ${size} bytes at offset ${start}, have ${this.end - start}`)
    }
    this.position = start + size
    return start
  }
}
