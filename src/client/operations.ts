/**
 * Operations and conditions as plain data, for one-shot transactions, and how they look on the wire. The single-key calls
 * and interactive transactions build their requests here too, so that an operation means the same everywhere.
 */
import { keyBytes, type Key } from '../base/ids.ts'
import { wire } from '../net/protobuf.ts'
import type { ClusterClock } from './cluster-clock.ts'
import type { OperationKey } from './errors.ts'
import { toKey, type KeyInput } from './keys.ts'
import {
  counted,
  invalid,
  encodePolicy,
  type OverwriteOptions,
  type PutOptions,
} from './options.ts'
import { encodeScalar, encodeValue, toInt, type ScalarInput, type ValueInput } from './values.ts'

interface Target {
  readonly key: KeyInput
  /** Default that of `connect`. */
  readonly keyspace?: string
}

type WithoutCall<Options> = Omit<Options, 'timeoutMs' | 'signal' | 'keyspace'>

/** One change of one key. */
export type WriteOperation =
  | (Target & { readonly op: 'put'; readonly value: ValueInput } & WithoutCall<PutOptions>)
  | (Target & { readonly op: 'delete' } & WithoutCall<OverwriteOptions>)
  | (Target & { readonly op: 'increment'; readonly by: bigint | number })
  | (Target & {
      /** Add at the end, add at the front (keeping the given order), or remove every equal element. */
      readonly op: 'append' | 'prepend' | 'remove'
      readonly elements: readonly ScalarInput[]
    })

/** One step of a one-shot transaction. */
export type Operation = WriteOperation | (Target & { readonly op: 'get' })

export type Relation = '=' | '!=' | '<' | '>'

/** A condition on the newest version of a key. Lists and values of different types are only equal or unequal. */
export type Compare =
  | (Target & { readonly exists: boolean })
  | (Target & { readonly is: Relation; readonly value: ValueInput })
  | (Target & { readonly is: Relation; readonly timestamp: number })

type WireOperation = wire.Operation.$Properties
const RELATIONS = {
  '=': wire.Compare.Relation.RELATION_EQUAL,
  '!=': wire.Compare.Relation.RELATION_NOT_EQUAL,
  '<': wire.Compare.Relation.RELATION_LESS,
  '>': wire.Compare.Relation.RELATION_GREATER,
} as const satisfies Record<Relation, wire.Compare.Relation>
const NONE = new Uint8Array(0)

export function putRequest(
  keyspace: string,
  key: Key,
  value: ValueInput,
  options: WithoutCall<PutOptions>,
  clock: ClusterClock,
): wire.PutRequest.$Properties {
  const request: wire.PutRequest.$Properties = {
    keyspace,
    key: keyBytes(key),
    value: encodeValue(value),
  }
  if (options.ttlMs !== undefined || options.expiry !== undefined) {
    request.expiry = expiryOf(options, clock)
  }
  if (options.ifAbsent === true) request.ifAbsent = true
  addOverwrite(request, options)
  return request
}

export function deleteRequest(
  keyspace: string,
  key: Key,
  options: WithoutCall<OverwriteOptions>,
): wire.DeleteRequest.$Properties {
  const request: wire.DeleteRequest.$Properties = { keyspace, key: keyBytes(key) }
  addOverwrite(request, options)
  return request
}

function addOverwrite(
  request: wire.PutRequest.$Properties | wire.DeleteRequest.$Properties,
  options: WithoutCall<OverwriteOptions>,
): void {
  if (options.context !== undefined) {
    // On the wire an empty context means none at all, and the write would overwrite whatever is there.
    if (options.context.length === 0) {
      throw invalid('the context is empty: leave it out to overwrite, or give one from a read')
    }
    request.context = options.context
  }
  if (options.ownDots !== undefined) {
    request.ownDots = options.ownDots.map((dot) => counted('an own dot', dot))
  }
  if (options.onConflict !== undefined) request.onConflict = encodePolicy(options.onConflict)
}

/** Absolute expiry of a put; see `PutOptions`. */
function expiryOf(options: Pick<PutOptions, 'ttlMs' | 'expiry'>, clock: ClusterClock): number {
  const { ttlMs, expiry } = options
  if (ttlMs === undefined) return counted('expiry', expiry ?? 0)
  if (expiry !== undefined) throw invalid('give ttlMs or expiry, not both')
  if (!(ttlMs > 0 && Number.isSafeInteger(Math.ceil(ttlMs * 1000)))) {
    throw invalid(`ttlMs must be above 0, not ${ttlMs}`)
  }
  return clock.now() + Math.ceil(ttlMs * 1000)
}

export function incrementRequest(
  keyspace: string,
  key: Key,
  by: bigint | number,
): wire.IncrementRequest.$Properties {
  return { keyspace, key: keyBytes(key), by: toInt(by) }
}

export function listRequest(
  keyspace: string,
  key: Key,
  elements: readonly ScalarInput[],
): wire.ListRequest.$Properties {
  return { keyspace, key: keyBytes(key), elements: elements.map(encodeScalar) }
}

export function encodeOperation(
  operation: Operation,
  defaultKeyspace: string,
  clock: ClusterClock,
): WireOperation {
  const key = toKey(operation.key)
  const keyspace = operation.keyspace ?? defaultKeyspace
  switch (operation.op) {
    case 'put':
      return { put: putRequest(keyspace, key, operation.value, operation, clock) }
    case 'delete':
      return { delete: deleteRequest(keyspace, key, operation) }
    case 'increment':
      return { increment: incrementRequest(keyspace, key, operation.by) }
    case 'append':
      return { listAppend: listRequest(keyspace, key, operation.elements) }
    case 'prepend':
      return { listPrepend: listRequest(keyspace, key, operation.elements) }
    case 'remove':
      return { listRemove: listRequest(keyspace, key, operation.elements) }
    case 'get':
      return { get: { keyspace, key: keyBytes(key) } }
  }
}

export function encodeCompare(compare: Compare, defaultKeyspace: string): wire.Compare.$Properties {
  const target = {
    keyspace: compare.keyspace ?? defaultKeyspace,
    key: keyBytes(toKey(compare.key)),
  }
  if ('exists' in compare) {
    return { ...target, relation: RELATIONS['='], exists: compare.exists }
  }
  if (!Object.hasOwn(RELATIONS, compare.is)) {
    throw invalid(`a compare's relation must be one of ${Object.keys(RELATIONS).join(' ')}`)
  }
  const relation = RELATIONS[compare.is]
  return 'value' in compare
    ? { ...target, relation, value: encodeValue(compare.value) }
    : { ...target, relation, timestamp: counted('the timestamp', compare.timestamp) }
}

/** The keys that an operation's outcome can be asked by. */
export function operationKeys(operations: readonly WireOperation[]): OperationKey[] {
  return operations.map((operation) => {
    const body =
      operation.put ??
      operation.delete ??
      operation.increment ??
      operation.listAppend ??
      operation.listPrepend ??
      operation.listRemove ??
      operation.get
    return { keyspace: body?.keyspace ?? '', key: body?.key ?? NONE }
  })
}
