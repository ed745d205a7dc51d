/** Bytes of the operations that commands are made of: writes, gets, and conditions of one-shot transactions. */
import { unreachable } from '../base/assert.ts'
import { MalformedBytes, type ByteReader, type ByteWriter } from '../base/bytes.ts'
import { timestamp, type Timestamp } from '../base/ids.ts'
import { readValue, writeValue } from '../versions/value-codec.ts'
import type { Compare, TransactOperation, WriteOperation } from './command.ts'
import {
  policyNumber,
  policyOfNumber,
  readKey,
  readKeyspace,
  readList,
  readMember,
  readScalar,
  readTimestamp,
  writeList,
} from './field-codecs.ts'

const OPERATIONS = ['put', 'delete', 'increment', 'append', 'prepend', 'remove', 'get'] as const

/** Which optional parts of a put or delete follow; a policy's number lies above these bits. */
const HAS_EXPIRY = 1
const HAS_CONTEXT = 2
const HAS_OWN_DOTS = 4
const IF_ABSENT = 8
const POLICY_SHIFT = 4

const NO_CONTEXT = Buffer.alloc(0)
const NO_DOTS: readonly number[] = []

export function writeOperation(writer: ByteWriter, operation: TransactOperation): void {
  writer.u8(OPERATIONS.indexOf(operation.op)).varint(operation.keyspace).latin1(operation.key)
  switch (operation.op) {
    case 'put':
      writeComparedParts(writer, operation, operation.expiry, operation.ifAbsent)
      writeValue(writer, operation.value)
      return
    case 'delete':
      writeComparedParts(writer, operation, timestamp(0), false)
      return
    case 'increment':
      writer.i64(operation.by)
      return
    case 'append':
    case 'prepend':
    case 'remove':
      writeList(writer, operation.elements, writeValue)
      return
    case 'get':
      return
    default:
      unreachable(operation)
  }
}

type Compared = Extract<WriteOperation, { op: 'put' | 'delete' }>

function writeComparedParts(
  writer: ByteWriter,
  { context, ownDots, policy }: Compared,
  expiry: Timestamp,
  ifAbsent: boolean,
): void {
  writer.u8(
    (expiry === 0 ? 0 : HAS_EXPIRY) |
      (context.length === 0 ? 0 : HAS_CONTEXT) |
      (ownDots.length === 0 ? 0 : HAS_OWN_DOTS) |
      (ifAbsent ? IF_ABSENT : 0) |
      (policyNumber(policy) << POLICY_SHIFT),
  )
  if (expiry !== 0) writer.varint(expiry)
  if (context.length > 0) writer.bytes(context)
  if (ownDots.length > 0) writeList(writer, ownDots, (to, counter) => to.varint(counter))
}

/** @throws MalformedBytes when the bytes are no operation */
export function readTransactOperation(reader: ByteReader): TransactOperation {
  const op = readMember(reader, OPERATIONS, 'operation')
  const keyspace = readKeyspace(reader)
  const key = readKey(reader)
  switch (op) {
    case 'put': {
      const flags = reader.u8()
      const expiry = (flags & HAS_EXPIRY) === 0 ? timestamp(0) : readTimestamp(reader)
      const context = (flags & HAS_CONTEXT) === 0 ? NO_CONTEXT : reader.bytes()
      const ownDots = readOwnDots(reader, flags)
      const policy = policyOfNumber(flags >> POLICY_SHIFT)
      const value = readValue(reader)
      const ifAbsent = (flags & IF_ABSENT) !== 0
      return { op, keyspace, key, value, expiry, context, ownDots, policy, ifAbsent }
    }
    case 'delete': {
      const flags = reader.u8()
      if ((flags & (HAS_EXPIRY | IF_ABSENT)) !== 0) throw new MalformedBytes('flags of a delete')
      const context = (flags & HAS_CONTEXT) === 0 ? NO_CONTEXT : reader.bytes()
      const ownDots = readOwnDots(reader, flags)
      return { op, keyspace, key, context, ownDots, policy: policyOfNumber(flags >> POLICY_SHIFT) }
    }
    case 'increment':
      return { op, keyspace, key, by: reader.i64() }
    case 'append':
    case 'prepend':
    case 'remove':
      return { op, keyspace, key, elements: readList(reader, readScalar) }
    case 'get':
      return { op, keyspace, key }
    default:
      return unreachable(op)
  }
}

/** @throws MalformedBytes when the bytes are no write */
export function readWriteOperation(reader: ByteReader): WriteOperation {
  const operation = readTransactOperation(reader)
  if (operation.op === 'get') throw new MalformedBytes('a get among writes')
  return operation
}

function readOwnDots(reader: ByteReader, flags: number): readonly number[] {
  return (flags & HAS_OWN_DOTS) === 0 ? NO_DOTS : readList(reader, (from) => from.varint())
}

const COMPARES = ['exists', 'absent', 'value', 'timestamp'] as const
const RELATIONS = ['=', '!=', '<', '>'] as const

export function writeCompare(writer: ByteWriter, compare: Compare): void {
  writer.u8(COMPARES.indexOf(compare.kind)).varint(compare.keyspace).latin1(compare.key)
  switch (compare.kind) {
    case 'exists':
    case 'absent':
      return
    case 'value':
      writer.u8(RELATIONS.indexOf(compare.relation))
      writeValue(writer, compare.value)
      return
    case 'timestamp':
      writer.u8(RELATIONS.indexOf(compare.relation)).varint(compare.timestamp)
      return
    default:
      unreachable(compare)
  }
}

/** @throws MalformedBytes when the bytes are no condition */
export function readCompare(reader: ByteReader): Compare {
  const kind = readMember(reader, COMPARES, 'condition')
  const keyspace = readKeyspace(reader)
  const key = readKey(reader)
  if (kind === 'exists' || kind === 'absent') return { kind, keyspace, key }
  const relation = readMember(reader, RELATIONS, 'relation')
  return kind === 'value'
    ? { kind, keyspace, key, relation, value: readValue(reader) }
    : { kind, keyspace, key, relation, timestamp: readTimestamp(reader) }
}
