/**
 * Single-key writes between the wire and the domain, and what they answer. Every function that decodes throws a
 * `RingKvError` (KEYSPACE_UNKNOWN, KEY_INVALID, VALUE_TOO_LARGE or INVALID_ARGUMENT) for input that no shard would accept.
 */
import { unreachable } from '../base/assert.ts'
import { timestamp, type OperationId } from '../base/ids.ts'
import type { WriteOperation } from '../shard/command.ts'
import type { WriteResult } from '../txn/types.ts'
import { valueBytes } from '../versions/value-codec.ts'
import type { Policy, WriteOutcome } from '../versions/version.ts'
import { encodeOperationId } from './operation-id-codec.ts'
import { wire } from './protobuf.ts'
import { bytesOf, checkValueSize, invalid, keyOf, keyspaceOf } from './request-context.ts'
import type { RequestContext } from './request-context.ts'
import { decodeScalars, decodeValue, encodeValue } from './value-codec.ts'

const NO_DOTS: readonly number[] = []

/** Edits of one key between two reads of it that a client may bring: no shard should search a longer list. */
const OWN_DOTS_MAX = 1024

/** Index = number of the enum on the wire. */
const POLICY_OF_WIRE: readonly (Policy | undefined)[] = [undefined, 'auto', 'lww', 'abort', 'text']

/** @throws RingKvError */
export function decodePut(
  context: RequestContext,
  request: wire.PutRequest.$Properties,
): WriteOperation {
  const keyspace = keyspaceOf(context, request.keyspace).id
  const key = keyOf(context, request.key)
  const value = decodeValue(request.value)
  checkValueSize(context, key, valueBytes(value))
  return {
    op: 'put',
    keyspace,
    key,
    value,
    expiry: timestamp(request.expiry ?? 0),
    context: bytesOf(request.context),
    ownDots: decodeOwnDots(request.ownDots),
    policy: decodePolicy(request.onConflict),
    ifAbsent: request.ifAbsent ?? false,
  }
}

/** @throws RingKvError */
export function decodeDelete(
  context: RequestContext,
  request: wire.DeleteRequest.$Properties,
): WriteOperation {
  return {
    op: 'delete',
    keyspace: keyspaceOf(context, request.keyspace).id,
    key: keyOf(context, request.key),
    context: bytesOf(request.context),
    ownDots: decodeOwnDots(request.ownDots),
    policy: decodePolicy(request.onConflict),
  }
}

/** @throws RingKvError */
export function decodeIncrement(
  context: RequestContext,
  request: wire.IncrementRequest.$Properties,
): WriteOperation {
  return {
    op: 'increment',
    keyspace: keyspaceOf(context, request.keyspace).id,
    key: keyOf(context, request.key),
    by: request.by ?? 0n,
  }
}

/** @throws RingKvError */
export function decodeListEdit(
  context: RequestContext,
  op: 'append' | 'prepend' | 'remove',
  request: wire.ListRequest.$Properties,
): WriteOperation {
  const keyspace = keyspaceOf(context, request.keyspace).id
  const key = keyOf(context, request.key)
  const elements = decodeScalars(request.elements)
  checkValueSize(context, key, valueBytes({ type: 'list', value: elements }))
  return { op, keyspace, key, elements }
}

/** undefined = none named: the keyspace's own. @throws RingKvError INVALID_ARGUMENT */
export function decodePolicy(policy: wire.ConflictPolicy | null | undefined): Policy | undefined {
  const number: number = policy ?? 0
  if (number < 0 || number >= POLICY_OF_WIRE.length) {
    throw invalid(`conflict policy ${number} is not known`)
  }
  return POLICY_OF_WIRE[number]
}

function decodeOwnDots(dots: readonly number[] | null | undefined): readonly number[] {
  if (dots === null || dots === undefined || dots.length === 0) return NO_DOTS
  if (dots.length > OWN_DOTS_MAX) {
    throw invalid(
      `${dots.length} own dots, more than the limit of ${OWN_DOTS_MAX}; read the key again and go on from there`,
    )
  }
  for (let i = 1; i < dots.length; i++) {
    if (dots[i]! <= dots[i - 1]!) throw invalid('own dots must rise')
  }
  return dots
}

export function encodePolicy(policy: Policy): wire.ConflictPolicy {
  switch (policy) {
    case 'auto':
      return wire.ConflictPolicy.CONFLICT_POLICY_AUTO
    case 'lww':
      return wire.ConflictPolicy.CONFLICT_POLICY_LWW
    case 'abort':
      return wire.ConflictPolicy.CONFLICT_POLICY_ABORT
    case 'text':
      return wire.ConflictPolicy.CONFLICT_POLICY_TEXT
    default:
      return unreachable(policy)
  }
}

/** `minted` is the id that the gateway made because the request brought none. */
export function encodeWriteResult(
  result: WriteResult,
  minted?: OperationId,
): wire.WriteResponse.$Properties {
  return {
    outcome: encodeOutcome(result.outcome),
    timestamp: result.timestamp,
    value: result.value === undefined ? null : encodeValue(result.value),
    id: minted === undefined ? null : encodeOperationId(minted),
  }
}

export function encodeOutcome(outcome: WriteOutcome): wire.WriteOutcome {
  switch (outcome) {
    case 'APPLIED':
      return wire.WriteOutcome.WRITE_OUTCOME_APPLIED
    case 'MERGED':
      return wire.WriteOutcome.WRITE_OUTCOME_MERGED
    case 'WON':
      return wire.WriteOutcome.WRITE_OUTCOME_WON
    case 'LOST':
      return wire.WriteOutcome.WRITE_OUTCOME_LOST
    default:
      return unreachable(outcome)
  }
}
