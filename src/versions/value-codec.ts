/**
 * Bytes of a value, in heads, history, log entries and everywhere else inside RingKV:
 *
 * | tag | type | then |
 * | --- | --- | --- |
 * | 0 | int | 8 bytes, big-endian two's complement |
 * | 1 | string, ASCII only | varint length, characters |
 * | 2 | string, other | varint length, UTF-8 |
 * | 3 | bytes | varint length, bytes |
 * | 4 | list | varint count, elements (tags 0–3) |
 *
 * A value has exactly one encoding. Text that is ASCII has its own tag because it decodes several times faster, and
 * nearly all text in a key-value store is.
 *
 * `readValue` takes short byte strings out of the reader's buffer by copying them, so that a small cached value does
 * not keep a large frame alive; longer ones stay views of it, so the buffer must never be overwritten.
 */
import { unreachable } from '../base/assert.ts'
import { MalformedBytes, type ByteReader, type ByteWriter } from '../base/bytes.ts'
import type { Scalar, Value } from './value.ts'

const TAG_INT = 0
const TAG_ASCII = 1
const TAG_UTF8 = 2
const TAG_BYTES = 3
const TAG_LIST = 4

/** Byte strings up to this size are copied when read, longer ones are views. */
const COPY_BYTES_MAX = 4096

const INT_BYTES = 8

/** Appends `value`, which must be well-formed (`isWellFormedValue`). */
export function writeValue(writer: ByteWriter, value: Value): void {
  switch (value.type) {
    case 'int':
      writer.u8(TAG_INT).i64(value.value)
      return
    case 'string': {
      const text = value.value
      if (Buffer.byteLength(text, 'utf8') === text.length) writer.u8(TAG_ASCII).latin1(text)
      else writer.u8(TAG_UTF8).utf8(text)
      return
    }
    case 'bytes':
      writer.u8(TAG_BYTES).bytes(value.value)
      return
    case 'list':
      writer.u8(TAG_LIST).varint(value.value.length)
      for (const element of value.value) writeValue(writer, element)
      return
    default:
      unreachable(value)
  }
}

/** @throws MalformedBytes when the bytes are no value */
export function readValue(reader: ByteReader): Value {
  const tag = reader.u8()
  return tag === TAG_LIST ? readList(reader) : readScalar(reader, tag)
}

function readScalar(reader: ByteReader, tag: number): Scalar {
  switch (tag) {
    case TAG_INT:
      return { type: 'int', value: reader.i64() }
    case TAG_ASCII:
      return { type: 'string', value: reader.latin1() }
    case TAG_UTF8:
      return { type: 'string', value: reader.utf8() }
    case TAG_BYTES: {
      const bytes = reader.bytes()
      return { type: 'bytes', value: bytes.length > COPY_BYTES_MAX ? bytes : Buffer.from(bytes) }
    }
    default:
      throw new MalformedBytes(`value tag ${tag} at offset ${reader.offset - 1}`)
  }
}

function readList(reader: ByteReader): Value {
  const count = reader.varint()
  // Every element takes at least two bytes, so a damaged count cannot make us build a giant array.
  if (count > reader.remaining)
    throw new MalformedBytes(`list of ${count} in ${reader.remaining} bytes`)
  const elements: Scalar[] = []
  for (let i = 0; i < count; i++) elements.push(readScalar(reader, reader.u8()))
  return { type: 'list', value: elements }
}

/** Exactly the number of bytes that `writeValue` appends. */
export function valueBytes(value: Value): number {
  switch (value.type) {
    case 'int':
      return 1 + INT_BYTES
    case 'string':
      return sized(Buffer.byteLength(value.value, 'utf8'))
    case 'bytes':
      return sized(value.value.length)
    case 'list': {
      let total = 1 + varintBytes(value.value.length)
      for (const element of value.value) total += valueBytes(element)
      return total
    }
    default:
      return unreachable(value)
  }
}

function sized(bytes: number): number {
  return 1 + varintBytes(bytes) + bytes
}

function varintBytes(value: number): number {
  let bytes = 1
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 128)) bytes++
  return bytes
}

export function valuesEqual(a: Value, b: Value): boolean {
  if (a === b) return true
  switch (a.type) {
    case 'int':
      return b.type === 'int' && a.value === b.value
    case 'string':
      return b.type === 'string' && a.value === b.value
    case 'bytes':
      return b.type === 'bytes' && Buffer.compare(a.value, b.value) === 0
    case 'list': {
      if (b.type !== 'list' || a.value.length !== b.value.length) return false
      const others = b.value
      return a.value.every((element, at) => valuesEqual(element, others[at]!))
    }
    default:
      return unreachable(a)
  }
}
