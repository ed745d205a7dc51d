/**
 * JSON with exact 64-bit integers. JSON itself allows any number of digits; `JSON.parse` rounds them. Here long integers are
 * read exactly, and written as `{"int":"…"}` where other programs would round them.
 */
import { usageError } from './exit.ts'
import { typeOfValue, type Scalar, type Value } from '../../client/values.ts'
import { INT_MAX, INT_MIN } from '../../versions/value.ts'

type JsonScalar = string | number | { readonly int: string } | { readonly bytes: string }
export type JsonValue = JsonScalar | readonly JsonScalar[]

/** Strings, or integers too long for a double. */
const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g

/** Parses JSON text; integers of 16 digits or more come out as `{ int: digits }`. Throws `SyntaxError`. */
export function parseExactJson(text: string): unknown {
  return JSON.parse(
    text.replace(TOKENS, (token) => (token[0] === '"' ? token : `{"int":"${token}"}`)),
  )
}

/**
 * The value that parsed JSON means: a string, an integer, `{"bytes": base64}`, `{"int": digits}`, or an array of those.
 * Throws a usage error that says what is wrong.
 */
export function valueOfJson(json: unknown): Value {
  return Array.isArray(json) ? json.map(scalarOfJson) : scalarOfJson(json)
}

function scalarOfJson(json: unknown): Scalar {
  if (typeof json === 'string') return json
  if (typeof json === 'number') {
    if (Number.isSafeInteger(json)) return BigInt(json)
    throw usageError(`${json} is not an integer: RingKV stores integers, text, bytes and lists`)
  }
  if (typeof json === 'object' && json !== null) {
    const { bytes, int } = json as { bytes?: unknown; int?: unknown }
    if (typeof bytes === 'string') return bytesOfBase64(bytes)
    if (typeof int === 'string') return intOfText(int)
  }
  throw usageError(
    `${JSON.stringify(json)} is not a value: give a string, an integer, {"bytes":"<base64>"}, or a list of those`,
  )
}

/** Throws a usage error unless the text is an integer in the signed 64-bit range. */
export function intOfText(text: string): bigint {
  if (!/^[+-]?\d+$/.test(text)) throw usageError(`"${text}" is not an integer`)
  const value = BigInt(text.replace('+', ''))
  if (value < INT_MIN || value > INT_MAX) {
    throw usageError(`${text} does not fit a signed 64-bit integer`)
  }
  return value
}

/** Throws a usage error unless the text is base64. */
export function bytesOfBase64(text: string): Uint8Array {
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(text)) throw usageError(`"${text}" is not base64`)
  return Uint8Array.from(Buffer.from(text, 'base64'))
}

/** A value as `valueOfJson` reads it back. */
export function jsonOfValue(value: Value): JsonValue {
  return typeOfValue(value) === 'list'
    ? (value as readonly Scalar[]).map(jsonOfScalar)
    : jsonOfScalar(value as Scalar)
}

function jsonOfScalar(value: Scalar): JsonScalar {
  if (typeof value === 'string') return value
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('base64') }
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : { int: value.toString() }
}

/** A key's JSON: text, or `{"bytes": base64}` where the bytes are no UTF-8. */
export function jsonOfKey(keyBytes: Uint8Array): string | { readonly bytes: string } {
  const buffer = Buffer.from(keyBytes)
  const text = buffer.toString('utf8')
  return Buffer.from(text, 'utf8').equals(buffer) ? text : { bytes: buffer.toString('base64') }
}
