/**
 * What a key can hold (04, "Values"): a signed 64-bit integer, text, bytes, or a list of those. Values are immutable:
 * nothing changes a value's bytes or list after it was made, so they are shared freely between versions, caches and
 * replies.
 */
import { unreachable } from '../base/assert.ts'

export type Scalar =
  | { readonly type: 'int'; readonly value: bigint }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'bytes'; readonly value: Uint8Array }

export type Value = Scalar | { readonly type: 'list'; readonly value: readonly Scalar[] }

export const INT_MIN = -(2n ** 63n)
export const INT_MAX = 2n ** 63n - 1n

/**
 * Whether every text in `value` is well-formed Unicode and every int fits 64 bits. Edges refuse other values with
 * `INVALID_ARGUMENT`: encoded as UTF-8 they would come back changed.
 */
export function isWellFormedValue(value: Value): boolean {
  switch (value.type) {
    case 'int':
      return value.value >= INT_MIN && value.value <= INT_MAX
    case 'string':
      return isWellFormedText(value.value)
    case 'bytes':
      return true
    case 'list':
      return value.value.every(isWellFormedValue)
    default:
      return unreachable(value)
  }
}

/** Bytes are worth copying where they keep more than so many times their own size from being freed. */
const HELD_TIMES_MAX = 2

/**
 * The same value with bytes of its own. Values come as views of the request, log entry or pool that they were read from, and hold all of
 * that in memory: right for what is on its way, wrong for what stays. `value` itself where nothing is to be gained.
 */
export function withOwnBytes(value: Value): Value {
  switch (value.type) {
    case 'int':
    case 'string':
      return value
    case 'bytes':
      return ownBytes(value)
    case 'list':
      return value.value.some(holdsMore)
        ? { type: 'list', value: value.value.map(ownBytes) }
        : value
    default:
      return unreachable(value)
  }
}

function ownBytes(scalar: Scalar): Scalar {
  if (scalar.type !== 'bytes' || !holdsMore(scalar)) return scalar
  const { value } = scalar
  const own = Buffer.allocUnsafeSlow(value.length)
  own.set(value)
  return { type: 'bytes', value: own }
}

function holdsMore(scalar: Scalar): boolean {
  if (scalar.type !== 'bytes') return false
  return scalar.value.buffer.byteLength > HELD_TIMES_MAX * scalar.value.length
}

/**
 * Whether `text` is Unicode: no half of a character outside the basic plane stands without its other half. (The
 * platform's own check, newer than the language level that we compile for; a regular expression takes fifty times as long.)
 */
export function isWellFormedText(text: string): boolean {
  return (text as unknown as { isWellFormed(): boolean }).isWellFormed()
}
