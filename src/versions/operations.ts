/**
 * Increments and list edits (04): operations, not overwrites. They apply to the newest version, whatever it is, so they
 * take no context and never conflict. They keep the value's expiry.
 */
import { assert } from '../base/assert.ts'
import { timestamp, type Timestamp } from '../base/ids.ts'
import { storeVersion } from './store-version.ts'
import { INT_MAX, INT_MIN, type Scalar, type Value } from './value.ts'
import { valueBytes, valuesEqual } from './value-codec.ts'
import type { Version } from './version.ts'

export type OperationEvaluation =
  | {
      readonly kind: 'write'
      readonly outcome: 'APPLIED'
      readonly version: Version
      readonly storeDot: true
    }
  | {
      readonly kind: 'refuse'
      readonly code: 'TYPE_MISMATCH' | 'OVERFLOW' | 'VALUE_TOO_LARGE'
      readonly message: string
    }

/**
 * Adds `by` to the key's int; an absent or deleted key counts as 0.
 * @param current the head, as for `evaluateWrite`
 * @param stamp above the head's timestamp
 */
export function evaluateIncrement(
  current: Version | undefined,
  by: bigint,
  stamp: Timestamp,
  incarnation: string,
  author: string,
): OperationEvaluation {
  const before = current?.value ?? ZERO
  if (before.type !== 'int') return typeMismatch('increment', 'an int', before)
  const value = before.value + by
  if (value < INT_MIN || value > INT_MAX) {
    const message = `${before.value.toString()} plus ${by.toString()} does not fit a signed 64-bit int`
    return { kind: 'refuse', code: 'OVERFLOW', message }
  }
  return applied(current, { type: 'int', value }, stamp, incarnation, author)
}

/**
 * Adds `elements` at the end or (in the given order) at the front of the key's list, or removes every element equal to
 * one of them; an absent or deleted key counts as the empty list.
 */
export function evaluateListEdit(
  current: Version | undefined,
  op: 'append' | 'prepend' | 'remove',
  elements: readonly Scalar[],
  stamp: Timestamp,
  incarnation: string,
  author: string,
  valueByteLimit: number,
): OperationEvaluation {
  const before = current?.value ?? NO_ELEMENTS
  if (before.type !== 'list') return typeMismatch(op, 'a list', before)
  const value: Value = { type: 'list', value: edited(before.value, op, elements) }
  const size = valueBytes(value)
  if (op !== 'remove' && size > valueByteLimit) {
    const message = `the list would take ${size} bytes, the limit is ${valueByteLimit}`
    return { kind: 'refuse', code: 'VALUE_TOO_LARGE', message }
  }
  return applied(current, value, stamp, incarnation, author)
}

const ZERO: Value = { type: 'int', value: 0n }
const NO_ELEMENTS: Value = { type: 'list', value: [] }
const NEVER = timestamp(0)

function edited(
  list: readonly Scalar[],
  op: 'append' | 'prepend' | 'remove',
  elements: readonly Scalar[],
): readonly Scalar[] {
  if (op === 'append') return list.concat(elements)
  if (op === 'prepend') return elements.concat(list)
  return list.filter((element) => !elements.some((gone) => valuesEqual(gone, element)))
}

function applied(
  current: Version | undefined,
  value: Value,
  stamp: Timestamp,
  incarnation: string,
  author: string,
): OperationEvaluation {
  assert(
    current === undefined || stamp > current.timestamp,
    () => `stamp ${stamp} is not above the head's ${current?.timestamp ?? 0}`,
  )
  const expiry = current?.value === undefined ? NEVER : current.expiry
  const version = storeVersion(current?.clock, stamp, incarnation, author, expiry, value)
  return { kind: 'write', outcome: 'APPLIED', version, storeDot: true }
}

function typeMismatch(operation: string, wanted: string, found: Value): OperationEvaluation {
  const message = `${operation} needs ${wanted}, but the key holds ${withArticle(found)}`
  return { kind: 'refuse', code: 'TYPE_MISMATCH', message }
}

function withArticle(value: Value): string {
  if (value.type === 'bytes') return 'bytes'
  return value.type === 'int' ? 'an int' : `a ${value.type}`
}
