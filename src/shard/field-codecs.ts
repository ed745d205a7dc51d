/**
 * Bytes of the pieces that commands, rows and messages share. Every `read…` throws `MalformedBytes` on bytes that its
 * `write…` did not make, and nothing else; a count is believed only if that many elements could follow.
 */
import { MalformedBytes, type ByteReader, type ByteWriter } from '../base/bytes.ts'
import {
  keyspaceId,
  shardId,
  timestamp,
  token,
  type Key,
  type KeyspaceId,
  type OperationId,
  type Timestamp,
} from '../base/ids.ts'
import { appended } from '../base/short-list.ts'
import type { PartitionRule } from '../base/token.ts'
import type { Participant, RangeCheck, ReadCheck, WriteResult } from '../txn/types.ts'
import { readValue, writeValue } from '../versions/value-codec.ts'
import type { Scalar, Value } from '../versions/value.ts'
import { POLICIES, type Policy, type WriteOutcome } from '../versions/version.ts'

export function readTimestamp(reader: ByteReader): Timestamp {
  return timestamp(reader.varint())
}

export function readKeyspace(reader: ByteReader): KeyspaceId {
  return keyspaceId(reader.varint())
}

/** A number that may be below zero: doubled, the odd ones negative. */
export function writeSigned(writer: ByteWriter, value: number): void {
  writer.varint(value < 0 ? -2 * value - 1 : 2 * value)
}

export function readSigned(reader: ByteReader): number {
  const doubled = reader.varint()
  const half = Math.floor(doubled / 2)
  return doubled % 2 === 0 ? half : -half - 1
}

export function readKey(reader: ByteReader): Key {
  return reader.latin1() as Key
}

/** A list whose elements take at least one byte each. */
export function readList<T>(reader: ByteReader, readElement: (reader: ByteReader) => T): T[] {
  const count = reader.varint()
  if (count > reader.remaining) {
    throw new MalformedBytes(`list of ${count} in ${reader.remaining} bytes`)
  }
  let elements: T[] = []
  for (let i = 0; i < count; i++) elements = appended(elements, readElement(reader))
  return elements
}

export function writeList<T>(
  writer: ByteWriter,
  elements: readonly T[],
  writeElement: (writer: ByteWriter, element: T) => void,
): void {
  writer.varint(elements.length)
  for (let i = 0; i < elements.length; i++) writeElement(writer, elements[i]!)
}

/** The member of `members` that the next byte numbers. */
export function readMember<T>(reader: ByteReader, members: readonly T[], what: string): T {
  const index = reader.u8()
  const member = members[index]
  if (member === undefined) throw new MalformedBytes(`${what} ${index}`)
  return member
}

export function writeOperationId(writer: ByteWriter, id: OperationId): void {
  writer.latin1(id.client).varint(id.sequence).varint(id.expiry)
}

export function readOperationId(reader: ByteReader): OperationId {
  const client = reader.latin1()
  const sequence = reader.varint()
  return { client, sequence, expiry: readTimestamp(reader) }
}

export function writeParticipant(writer: ByteWriter, participant: Participant): void {
  writer.varint(participant.shard).u32be(participant.token)
}

export function readParticipant(reader: ByteReader): Participant {
  const shard = shardId(reader.varint())
  return { shard, token: token(reader.u32be()) }
}

export function writeReadCheck(writer: ByteWriter, check: ReadCheck): void {
  writer.varint(check.keyspace).latin1(check.key).varint(check.timestamp).varint(check.readAt)
}

export function readReadCheck(reader: ByteReader): ReadCheck {
  return {
    keyspace: readKeyspace(reader),
    key: readKey(reader),
    timestamp: readTimestamp(reader),
    readAt: readTimestamp(reader),
  }
}

export function writeRangeCheck(writer: ByteWriter, check: RangeCheck): void {
  writer.varint(check.keyspace).u32be(check.token).latin1(check.start).latin1(check.end)
  writer.varint(check.readAt)
  writeList(writer, check.rows, (to, row) => to.latin1(row.key).varint(row.timestamp))
}

export function readRangeCheck(reader: ByteReader): RangeCheck {
  return {
    keyspace: readKeyspace(reader),
    token: token(reader.u32be()),
    start: readKey(reader),
    end: readKey(reader),
    readAt: readTimestamp(reader),
    rows: readList(reader, (from) => ({ key: readKey(from), timestamp: readTimestamp(from) })),
  }
}

export function writeOptionalValue(writer: ByteWriter, value: Value | undefined): void {
  writer.bool(value !== undefined)
  if (value !== undefined) writeValue(writer, value)
}

export function readOptionalValue(reader: ByteReader): Value | undefined {
  return reader.bool() ? readValue(reader) : undefined
}

export function readScalar(reader: ByteReader): Scalar {
  const value = readValue(reader)
  if (value.type === 'list') throw new MalformedBytes('a list inside a list')
  return value
}

export const OUTCOMES: readonly WriteOutcome[] = ['APPLIED', 'MERGED', 'WON', 'LOST']

export function writeWriteResult(writer: ByteWriter, result: WriteResult): void {
  writer.u8(OUTCOMES.indexOf(result.outcome)).varint(result.timestamp)
  writeOptionalValue(writer, result.value)
}

export function readWriteResult(reader: ByteReader): WriteResult {
  const outcome = readMember(reader, OUTCOMES, 'outcome')
  const at = readTimestamp(reader)
  return { outcome, timestamp: at, value: readOptionalValue(reader) }
}

/** 0 = none, else 1 + position in `POLICIES`. */
export function policyNumber(policy: Policy | undefined): number {
  return policy === undefined ? 0 : POLICIES.indexOf(policy) + 1
}

export function policyOfNumber(number: number): Policy | undefined {
  if (number === 0) return undefined
  const policy = POLICIES[number - 1]
  if (policy === undefined) throw new MalformedBytes(`policy ${number}`)
  return policy
}

const PARTITION_KINDS = ['key', 'first', 'all'] as const

export function writePartitionRule(writer: ByteWriter, rule: PartitionRule): void {
  writer.u8(PARTITION_KINDS.indexOf(rule.kind))
  if (rule.kind === 'first') writer.varint(rule.parts).utf8(rule.separator)
}

export function readPartitionRule(reader: ByteReader): PartitionRule {
  const kind = readMember(reader, PARTITION_KINDS, 'partition rule')
  if (kind !== 'first') return { kind }
  const parts = reader.varint()
  const separator = reader.utf8()
  if (parts < 1 || separator === '') throw new MalformedBytes('an empty partition rule')
  return { kind, parts, separator }
}
