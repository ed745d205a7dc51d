/**
 * Values as a program sees them, and as the wire carries them (04, "Values"). An int is a `bigint` in every answer, so
 * that nothing is lost above 2^53; safe integers are accepted where a value is given. Fractions are refused: RingKV has
 * no floating-point type, and rounding silently would be worse than an error.
 */
import { RingKvError } from '../base/errors.ts'
import type { wire } from '../net/protobuf.ts'
import {
  INT_MAX,
  INT_MIN,
  type Scalar as TypedScalar,
  type Value as TypedValue,
} from '../versions/value.ts'

/** What can be given for one element: text, bytes, or an integer in the signed 64-bit range. */
export type ScalarInput = string | Uint8Array | bigint | number
/** What can be given for a value: a scalar, or a list of scalars (mixed types are allowed). */
export type ValueInput = ScalarInput | readonly ScalarInput[]

/** One element of a list as it is read. */
export type Scalar = string | Uint8Array | bigint
/** A value as it is read: text, bytes, integer, or a list of those. */
export type Value = Scalar | readonly Scalar[]

export type ValueType = 'int' | 'string' | 'bytes' | 'list'

export type WireScalar = wire.Scalar.$Properties
export type WireValue = wire.Value.$Properties

export function typeOfValue(value: Value): ValueType {
  if (typeof value === 'string') return 'string'
  if (typeof value === 'bigint') return 'int'
  return value instanceof Uint8Array ? 'bytes' : 'list'
}

/** Throws `INVALID_ARGUMENT` for a fraction, `OVERFLOW` for an integer beyond 64 bits. */
export function encodeValue(input: ValueInput): WireValue {
  if (Array.isArray(input)) return { list: { elements: input.map(encodeScalar) } }
  return encodeScalar(input as ScalarInput)
}

/** As `encodeValue`, for one list element. */
export function encodeScalar(input: ScalarInput): WireScalar {
  if (typeof input === 'string') return { string: input }
  if (input instanceof Uint8Array) return { bytes: input }
  return { int: toInt(input) }
}

/** The integer that was meant; see `encodeValue` for the errors. */
export function toInt(input: unknown): bigint {
  if (typeof input === 'bigint') {
    if (input < INT_MIN || input > INT_MAX) {
      throw new RingKvError('OVERFLOW', `${input.toString()} does not fit a signed 64-bit integer`)
    }
    return input
  }
  if (typeof input === 'number' && Number.isSafeInteger(input)) return BigInt(input)
  const what = typeof input === 'number' ? `the number ${input}` : `a ${describe(input)}`
  throw new RingKvError(
    'INVALID_ARGUMENT',
    `${what} is no value: give a string, a Uint8Array, a bigint, a safe integer, or an array of those`,
  )
}

function describe(input: unknown): string {
  if (input === null) return 'null'
  return typeof input === 'object' ? 'nested object or list' : typeof input
}

/** `undefined` for an absent value. Bytes are copied, since the wire's are views into a frame. */
export function decodeValue(encoded: WireValue | null | undefined): Value | undefined {
  if (encoded === null || encoded === undefined) return undefined
  if (encoded.list !== null && encoded.list !== undefined) {
    return (encoded.list.elements ?? []).map(decodeScalar)
  }
  return decodeScalar(encoded)
}

function decodeScalar(encoded: Omit<WireScalar, 'kind'>): Scalar {
  if (encoded.string !== null && encoded.string !== undefined) return encoded.string
  if (encoded.int !== null && encoded.int !== undefined) return encoded.int
  if (encoded.bytes !== null && encoded.bytes !== undefined) return Uint8Array.from(encoded.bytes)
  throw new RingKvError(
    'INTERNAL',
    'the server sent a value of a type that this client does not know; use a newer client',
  )
}

/** A given value as a reader would get it back. Lists and bytes are not copied. */
export function normalizeValue(input: ValueInput): Value {
  return Array.isArray(input) ? input.map(normalizeScalar) : normalizeScalar(input as ScalarInput)
}

export function normalizeScalar(input: ScalarInput): Scalar {
  return typeof input === 'string' || input instanceof Uint8Array ? input : toInt(input)
}

/** As the parts below the SDK see it. */
export function typedValue(value: Value): TypedValue {
  if (Array.isArray(value)) return { type: 'list', value: value.map(typedScalar) }
  return typedScalar(value as Scalar)
}

function typedScalar(value: Scalar): TypedScalar {
  if (typeof value === 'string') return { type: 'string', value }
  return typeof value === 'bigint' ? { type: 'int', value } : { type: 'bytes', value }
}

/** Whether two scalars have the same type and content. */
export function sameScalar(left: Scalar, right: Scalar): boolean {
  if (left instanceof Uint8Array && right instanceof Uint8Array) {
    return Buffer.compare(left, right) === 0
  }
  return left === right
}
