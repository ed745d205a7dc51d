/**
 * Transactions between the wire and the domain: one-shot ones (`Transact`), the end of interactive ones (`Commit`), and the
 * question what became of one (`Resolve`). Limits are counted while decoding, so that a transaction which is too large is
 * refused before anything is prepared, by the name of the limit and the value found (05, "Limits").
 */
import { RingKvError } from '../base/errors.ts'
import {
  timestamp,
  type Key,
  type KeyspaceId,
  type OperationId,
  type Timestamp,
} from '../base/ids.ts'
import { tokenOf } from '../base/token.ts'
import type { Compare, TransactOperation, WriteOperation } from '../shard/command.ts'
import type { ReadRow } from '../shard/request.ts'
import type { RangeCheck, ReadCheck, WriteResult } from '../txn/types.ts'
import { valueBytes } from '../versions/value-codec.ts'
import { encodeOperationId } from './operation-id-codec.ts'
import { encodeRow } from './read-codec.ts'
import { wire } from './protobuf.ts'
import { boundOf, invalid, keyOf, keyspaceOf, type RequestContext } from './request-context.ts'
import { decodeValue } from './value-codec.ts'
import {
  decodeDelete,
  decodeIncrement,
  decodeListEdit,
  decodePut,
  encodeWriteResult,
} from './write-codec.ts'

export interface OneShot {
  readonly compares: readonly Compare[]
  readonly then: readonly TransactOperation[]
  readonly otherwise: readonly TransactOperation[]
  /** Start of the first attempt; 0 = now. */
  readonly age: Timestamp
}

export interface CommitSet {
  readonly reads: readonly ReadCheck[]
  readonly ranges: readonly RangeCheck[]
  readonly writes: readonly WriteOperation[]
  /** As in `OneShot`. */
  readonly age: Timestamp
}

/** A key that an operation names, for asking what became of it. */
export interface NamedKey {
  readonly keyspace: KeyspaceId
  readonly key: Key
}

/** Rows that one range of a read set may hold (05, "Interactive transactions live in the client"). */
const RANGE_ROWS_MAX = 1000

type Relation = '=' | '!=' | '<' | '>'

/** @throws RingKvError TXN_TOO_LARGE, and whatever a single operation's decoding throws */
export function decodeTransact(
  context: RequestContext,
  request: wire.TransactRequest.$Properties,
): OneShot {
  const compares = request.compare ?? []
  const then = request.then ?? []
  const otherwise = request.otherwise ?? []
  checkCount(context, compares.length + then.length + otherwise.length)
  const decoded = {
    compares: compares.map((compare) => decodeCompare(context, compare)),
    then: then.map((operation) => decodeOperation(context, operation)),
    otherwise: otherwise.map((operation) => decodeOperation(context, operation)),
    age: timestamp(request.age ?? 0),
  }
  let bytes = 0
  for (const compare of decoded.compares) bytes += compareBytes(compare)
  for (const operation of decoded.then) bytes += operationBytes(operation)
  for (const operation of decoded.otherwise) bytes += operationBytes(operation)
  checkBytes(context, bytes)
  return decoded
}

/** @throws RingKvError TXN_TOO_LARGE, INVALID_ARGUMENT for a read among the writes, and as single operations do */
export function decodeCommit(
  context: RequestContext,
  request: wire.CommitRequest.$Properties,
): CommitSet {
  const reads = request.reads ?? []
  const ranges = request.ranges ?? []
  const writes = request.writes ?? []
  checkCount(context, reads.length + ranges.length + writes.length)
  const decoded = {
    reads: reads.map((read) => decodeReadKey(context, read)),
    ranges: ranges.map((range) => decodeReadRange(context, range)),
    writes: writes.map((operation) => decodeWrite(context, operation)),
    age: timestamp(request.age ?? 0),
  }
  let bytes = 0
  for (const read of decoded.reads) bytes += read.key.length
  for (const range of decoded.ranges) {
    bytes += range.start.length + range.end.length
    for (const row of range.rows) bytes += row.key.length
  }
  for (const operation of decoded.writes) bytes += operationBytes(operation)
  checkBytes(context, bytes)
  return decoded
}

/** The keys of a `Resolve`. @throws RingKvError TXN_TOO_LARGE, KEYSPACE_UNKNOWN, KEY_INVALID, INVALID_ARGUMENT */
export function decodeResolveKeys(
  context: RequestContext,
  request: wire.ResolveRequest.$Properties,
): readonly NamedKey[] {
  const keys = request.keys ?? []
  if (keys.length === 0) throw invalid('a resolve must name the keys of the operation')
  checkCount(context, keys.length)
  return keys.map((named) => ({
    keyspace: keyspaceOf(context, named.keyspace).id,
    key: keyOf(context, named.key),
  }))
}

function decodeOperation(
  context: RequestContext,
  operation: wire.Operation.$Properties,
): TransactOperation {
  const { get } = operation
  if (get === null || get === undefined) return decodeWrite(context, operation)
  if ((get.at ?? 0) !== 0) throw invalid('a get inside a transaction reads at no other time')
  const keyspace = keyspaceOf(context, get.keyspace).id
  return { op: 'get', keyspace, key: keyOf(context, get.key) }
}

function decodeWrite(
  context: RequestContext,
  operation: wire.Operation.$Properties,
): WriteOperation {
  if (operation.put) return decodePut(context, operation.put)
  if (operation.delete) return decodeDelete(context, operation.delete)
  if (operation.increment) return decodeIncrement(context, operation.increment)
  if (operation.listAppend) return decodeListEdit(context, 'append', operation.listAppend)
  if (operation.listPrepend) return decodeListEdit(context, 'prepend', operation.listPrepend)
  if (operation.listRemove) return decodeListEdit(context, 'remove', operation.listRemove)
  throw invalid(
    operation.get
      ? 'a commit takes writes only; what was read goes into its read set'
      : 'an operation is missing, or of a kind that this server does not know',
  )
}

function decodeCompare(context: RequestContext, compare: wire.Compare.$Properties): Compare {
  const keyspace = keyspaceOf(context, compare.keyspace).id
  const key = keyOf(context, compare.key)
  const { exists, value, timestamp: at } = compare
  if (value !== null && value !== undefined) {
    const relation = decodeRelation(compare.relation)
    const target = decodeValue(value)
    if (target.type === 'list' && (relation === '<' || relation === '>')) {
      throw invalid('lists can be compared as equal or not equal only')
    }
    return { kind: 'value', keyspace, key, relation, value: target }
  }
  if (at !== null && at !== undefined) {
    const relation = decodeRelation(compare.relation)
    return { kind: 'timestamp', keyspace, key, relation, timestamp: timestamp(at) }
  }
  if (exists !== null && exists !== undefined) {
    const relation = decodeRelation(compare.relation)
    if (relation !== '=' && relation !== '!=') {
      throw invalid('whether a key exists can be compared as equal or not equal only')
    }
    return { kind: (relation === '=') === exists ? 'exists' : 'absent', keyspace, key }
  }
  throw invalid('a compare has no target')
}

function decodeRelation(relation: wire.Compare.Relation | null | undefined): Relation {
  switch (relation) {
    case wire.Compare.Relation.RELATION_EQUAL:
      return '='
    case wire.Compare.Relation.RELATION_NOT_EQUAL:
      return '!='
    case wire.Compare.Relation.RELATION_LESS:
      return '<'
    case wire.Compare.Relation.RELATION_GREATER:
      return '>'
    default:
      throw invalid(`relation ${relation ?? 0} of a compare is missing or not known`)
  }
}

function decodeReadKey(context: RequestContext, read: wire.ReadKey.$Properties): ReadCheck {
  return {
    keyspace: keyspaceOf(context, read.keyspace).id,
    key: keyOf(context, read.key),
    timestamp: timestamp(read.timestamp ?? 0),
    readAt: timestamp(read.readAt ?? 0),
  }
}

function decodeReadRange(context: RequestContext, range: wire.ReadRange.$Properties): RangeCheck {
  const keyspace = keyspaceOf(context, range.keyspace)
  const partition = keyOf(context, range.partitionOf)
  const rows = range.rows ?? []
  if (rows.length > RANGE_ROWS_MAX) {
    throw new RingKvError(
      'TXN_TOO_LARGE',
      `a scanned range of ${rows.length} rows, more than the limit of ${RANGE_ROWS_MAX}; read less, or outside the transaction`,
    )
  }
  return {
    keyspace: keyspace.id,
    token: tokenOf(keyspace.id, partition, keyspace.partition),
    start: boundOf(context, range.start),
    end: boundOf(context, range.end),
    rows: rows.map((row) => ({
      key: keyOf(context, row.key),
      timestamp: timestamp(row.timestamp ?? 0),
    })),
    readAt: timestamp(range.readAt ?? 0),
  }
}

function checkCount(context: RequestContext, count: number): void {
  const limit = context.limits.transactionOperations
  if (count > limit) {
    throw new RingKvError(
      'TXN_TOO_LARGE',
      `${count} reads, compares and writes in one transaction, more than the limit of ${limit}; split it`,
    )
  }
}

function checkBytes(context: RequestContext, bytes: number): void {
  const limit = context.limits.transactionBytes
  if (bytes > limit) {
    throw new RingKvError(
      'TXN_TOO_LARGE',
      `${bytes} bytes of keys and values in one transaction, more than the limit of ${limit}; split it`,
    )
  }
}

function compareBytes(compare: Compare): number {
  return compare.key.length + (compare.kind === 'value' ? valueBytes(compare.value) : 0)
}

function operationBytes(operation: TransactOperation): number {
  const { key } = operation
  switch (operation.op) {
    case 'put':
      return key.length + operation.context.length + valueBytes(operation.value)
    case 'delete':
      return key.length + operation.context.length
    case 'append':
    case 'prepend':
    case 'remove':
      return key.length + valueBytes({ type: 'list', value: operation.elements })
    default:
      return key.length
  }
}

/** What a transaction did, as the gateway knows it. */
export interface TransactOutcome {
  readonly succeeded: boolean
  /** One per operation of the branch, in order; empty when an answer is repeated. */
  readonly results: readonly (WriteResult | ReadRow)[]
  readonly timestamp: Timestamp
}

export function encodeTransactOutcome(
  outcome: TransactOutcome,
  minted?: OperationId,
): wire.TransactResponse.$Properties {
  return {
    succeeded: outcome.succeeded,
    results: outcome.results.map((result) =>
      'outcome' in result ? { written: encodeWriteResult(result) } : { row: encodeRow(result) },
    ),
    timestamp: outcome.timestamp,
    id: minted === undefined ? null : encodeOperationId(minted),
  }
}
