/**
 * A transaction's own buffered writes on top of what it reads. Evaluation here only has to agree with the server's for
 * values that the transaction looks at; what is stored is always computed by the shard.
 */
import { RingKvError } from '../base/errors.ts'
import { INT_MAX, INT_MIN } from '../versions/value.ts'
import { expectInt, expectList } from './entries.ts'
import type { WriteOperation } from './operations.ts'
import {
  normalizeScalar,
  normalizeValue,
  sameScalar,
  toInt,
  type Scalar,
  type Value,
} from './values.ts'

/**
 * Whether the outcome of `operation` does not depend on what the key holds. Reading back any other write adds its key to
 * the read set (05, "Interactive transactions live in the client").
 */
export function isBlind(operation: WriteOperation): boolean {
  switch (operation.op) {
    case 'put':
      return operation.context === undefined && operation.ifAbsent !== true
    case 'delete':
      return operation.context === undefined
    case 'increment':
    case 'append':
    case 'prepend':
    case 'remove':
      return false
  }
}

/** The value after `operation` on a key that holds `base`; `undefined` = no value. Throws as the server would. */
export function applyOperation(
  keyName: string,
  base: Value | undefined,
  operation: WriteOperation,
): Value | undefined {
  switch (operation.op) {
    case 'put':
      return normalizeValue(operation.value)
    case 'delete':
      return undefined
    case 'increment':
      return add(keyName, base === undefined ? 0n : expectInt(keyName, base), toInt(operation.by))
    case 'append':
      return [...listOf(keyName, base), ...operation.elements.map(normalizeScalar)]
    case 'prepend':
      return [...operation.elements.map(normalizeScalar), ...listOf(keyName, base)]
    case 'remove': {
      const gone = operation.elements.map(normalizeScalar)
      return listOf(keyName, base).filter(
        (element) => !gone.some((removed) => sameScalar(removed, element)),
      )
    }
  }
}

function listOf(keyName: string, base: Value | undefined): readonly Scalar[] {
  return base === undefined ? [] : expectList(keyName, base)
}

function add(keyName: string, base: bigint, by: bigint): bigint {
  const sum = base + by
  if (sum < INT_MIN || sum > INT_MAX) {
    throw new RingKvError(
      'OVERFLOW',
      `incrementing "${keyName}" (${base.toString()}) by ${by.toString()} exceeds a signed 64-bit integer`,
    )
  }
  return sum
}
