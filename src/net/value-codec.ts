/**
 * Values between the wire and the domain. Byte strings are passed on as views, in both directions: a value that a
 * request brings is encoded into a command within the same turn, and a value that an answer carries is never changed.
 */
import { unreachable } from '../base/assert.ts'
import type { Scalar, Value } from '../versions/value.ts'
import type { wire } from './protobuf.ts'
import { invalid } from './request-context.ts'

/** @throws RingKvError INVALID_ARGUMENT for an absent value or a kind that this server does not know */
export function decodeValue(value: wire.Value.$Properties | null | undefined): Value {
  const list = value?.list
  if (list === null || list === undefined) return decodeScalar(value)
  return { type: 'list', value: decodeScalars(list.elements) }
}

/** @throws RingKvError INVALID_ARGUMENT */
export function decodeScalars(
  elements: readonly wire.Scalar.$Properties[] | null | undefined,
): Scalar[] {
  const decoded: Scalar[] = []
  if (elements !== null && elements !== undefined) {
    for (const element of elements) decoded.push(decodeScalar(element))
  }
  return decoded
}

function decodeScalar(
  value: wire.Scalar.$Properties | wire.Value.$Properties | null | undefined,
): Scalar {
  if (value !== null && value !== undefined) {
    const { bytes, string, int } = value
    if (bytes !== null && bytes !== undefined) return { type: 'bytes', value: bytes }
    if (string !== null && string !== undefined) return { type: 'string', value: string }
    if (int !== null && int !== undefined) return { type: 'int', value: int }
  }
  throw invalid('a value is missing, or of a type that this server does not know')
}

export function encodeValue(value: Value): wire.Value.$Properties {
  switch (value.type) {
    case 'list':
      return { list: { elements: value.value.map(encodeScalar) } }
    case 'int':
      return { int: value.value }
    case 'string':
      return { string: value.value }
    case 'bytes':
      return { bytes: value.value }
    default:
      return unreachable(value)
  }
}

function encodeScalar(scalar: Scalar): wire.Scalar.$Properties {
  switch (scalar.type) {
    case 'int':
      return { int: scalar.value }
    case 'string':
      return { string: scalar.value }
    case 'bytes':
      return { bytes: scalar.value }
    default:
      return unreachable(scalar)
  }
}
