/** Bytes of answers, between the leader and a gateway on another node. */
import { unreachable } from '../base/assert.ts'
import { ByteReader, ByteWriter, MalformedBytes } from '../base/bytes.ts'
import { ERROR_TABLE, errorCodeOfWire } from '../base/errors.ts'
import type { ParticipantAnswer, Refusal, WriteResult } from '../txn/types.ts'
import {
  readMetConflict,
  readRefusedWrite,
  writeMetConflict,
  writeRefusedWrite,
} from './conflict-codec.ts'
import type { ConflictRecord } from './conflict-log.ts'
import {
  OUTCOMES,
  readKey,
  readKeyspace,
  readList,
  readMember,
  readOperationId,
  readOptionalValue,
  readParticipant,
  readTimestamp,
  readWriteResult,
  writeList,
  writeOperationId,
  writeOptionalValue,
  writeParticipant,
  writeWriteResult,
} from './field-codecs.ts'
import type { CommandReply, ReadReply, ReadRow } from './request.ts'

/** Positions are wire numbers: append only. */
const REPLIES = [
  'written',
  'transacted',
  'recorded',
  'refused',
  'participant',
  'locked',
  'stale-epoch',
  'done',
  'range-deleted',
] as const satisfies readonly CommandReply['kind'][]

const ANSWERS = [
  'prepared',
  'committed',
  'refused',
  'other-list',
  'gone',
  'no-vote',
  'locked',
  'stale-epoch',
] as const satisfies readonly ParticipantAnswer['kind'][]

const NO_VOTE_CODES = ['ALREADY_ANSWERED', 'OUTCOME_EXPIRED'] as const
const READ_REPLIES = ['rows', 'page', 'confirmed', 'conflicts', 'changes'] as const

const writer = new ByteWriter(16384)

export function encodeCommandReply(reply: CommandReply): Buffer {
  writer.reset().u8(REPLIES.indexOf(reply.kind))
  switch (reply.kind) {
    case 'written':
      writeWriteResult(writer, reply.result)
      break
    case 'transacted':
      writer.bool(reply.succeeded).varint(reply.timestamp)
      writeList(writer, reply.results, writeResultOrRow)
      break
    case 'recorded':
      writer.bool(reply.succeeded).varint(reply.at)
      writeOperationId(writer, reply.id)
      writeList(writer, reply.outcomes, (to, outcome) => to.u8(OUTCOMES.indexOf(outcome)))
      break
    case 'refused':
      writer.bool(reply.recorded)
      writeRefusal(writer, reply.refusal)
      break
    case 'participant':
      writeAnswer(writer, reply.answer)
      break
    case 'locked':
      writeOperationId(writer, reply.holder)
      writer.varint(reply.age).varint(reply.keyspace).latin1(reply.key)
      break
    case 'range-deleted':
      writer.varint(reply.deleted).varint(reply.timestamp)
      break
    case 'stale-epoch':
    case 'done':
      break
    default:
      unreachable(reply)
  }
  return writer.finish()
}

/** @throws MalformedBytes when the bytes are not exactly one reply */
export function decodeCommandReply(bytes: Uint8Array): CommandReply {
  const reader = new ByteReader(bytes)
  const reply = readCommandReply(reader)
  reader.expectEnd()
  return reply
}

function readCommandReply(reader: ByteReader): CommandReply {
  const kind = readMember(reader, REPLIES, 'reply')
  switch (kind) {
    case 'written':
      return { kind, result: readWriteResult(reader) }
    case 'transacted': {
      const succeeded = reader.bool()
      const timestamp = readTimestamp(reader)
      return { kind, succeeded, timestamp, results: readList(reader, readResultOrRow) }
    }
    case 'recorded': {
      const succeeded = reader.bool()
      const at = readTimestamp(reader)
      const id = readOperationId(reader)
      const outcomes = readList(reader, (from) => readMember(from, OUTCOMES, 'outcome'))
      return { kind, succeeded, at, id, outcomes }
    }
    case 'refused':
      return { kind, recorded: reader.bool(), refusal: readRefusal(reader) }
    case 'participant':
      return { kind, answer: readAnswer(reader) }
    case 'locked': {
      const holder = readOperationId(reader)
      const age = readTimestamp(reader)
      return { kind, holder, age, keyspace: readKeyspace(reader), key: readKey(reader) }
    }
    case 'range-deleted':
      return { kind, deleted: reader.varint(), timestamp: readTimestamp(reader) }
    case 'stale-epoch':
    case 'done':
      return { kind }
    default:
      return unreachable(kind)
  }
}

export function encodeReadReply(reply: ReadReply): Buffer {
  writer.reset().u8(READ_REPLIES.indexOf(reply.kind)).varint(reply.readAt)
  if (reply.kind === 'confirmed') {
    writer.bool(reply.changed !== undefined)
    if (reply.changed !== undefined) writer.latin1(reply.changed)
    return writer.finish()
  }
  if (reply.kind === 'conflicts') {
    writer.varint(reply.since)
    writeList(writer, reply.records, writeConflict)
    return writer.finish()
  }
  writeList(writer, reply.rows, writeRow)
  if (reply.kind === 'changes') writer.varint(reply.sent).varint(reply.end)
  if (reply.kind === 'page') {
    const { next } = reply
    writer.bool(next !== undefined)
    if (next !== undefined) writer.u32be(next.token).latin1(next.key)
  }
  return writer.finish()
}

/** @throws MalformedBytes when the bytes are not exactly one reply to a read */
export function decodeReadReply(bytes: Uint8Array): ReadReply {
  const reader = new ByteReader(bytes)
  const kind = readMember(reader, READ_REPLIES, 'read reply')
  const readAt = readTimestamp(reader)
  const reply = readReadReply(reader, kind, readAt)
  reader.expectEnd()
  return reply
}

function readReadReply(
  reader: ByteReader,
  kind: ReadReply['kind'],
  readAt: ReadReply['readAt'],
): ReadReply {
  if (kind === 'confirmed') {
    return { kind, changed: reader.bool() ? readKey(reader) : undefined, readAt }
  }
  if (kind === 'conflicts') {
    const since = readTimestamp(reader)
    return { kind, records: readList(reader, readConflict), since, readAt }
  }
  const rows = readList(reader, readRow)
  if (kind === 'rows') return { kind, rows, readAt }
  if (kind === 'changes') return { kind, rows, readAt, sent: reader.varint(), end: reader.varint() }
  const next = reader.bool() ? { token: reader.u32be(), key: readKey(reader) } : undefined
  return { kind, rows, readAt, next }
}

function writeConflict(to: ByteWriter, record: ConflictRecord): void {
  writeOperationId(to.varint(record.at), record.id)
  writeMetConflict(to, record)
}

function readConflict(reader: ByteReader): ConflictRecord {
  const at = readTimestamp(reader)
  return { at, id: readOperationId(reader), ...readMetConflict(reader) }
}

function writeRow(to: ByteWriter, row: ReadRow): void {
  to.latin1(row.key).varint(row.timestamp).varint(row.expiry).utf8(row.author).bytes(row.context)
  writeOptionalValue(to, row.value)
}

function readRow(reader: ByteReader): ReadRow {
  const key = readKey(reader)
  const timestamp = readTimestamp(reader)
  const expiry = readTimestamp(reader)
  const author = reader.utf8()
  const context = reader.bytes()
  return { key, timestamp, value: readOptionalValue(reader), expiry, author, context }
}

const RESULT = 0
const ROW = 1

function writeResultOrRow(to: ByteWriter, each: WriteResult | ReadRow): void {
  if ('outcome' in each) writeWriteResult(to.u8(RESULT), each)
  else writeRow(to.u8(ROW), each)
}

function readResultOrRow(reader: ByteReader): WriteResult | ReadRow {
  const which = reader.u8()
  if (which === RESULT) return readWriteResult(reader)
  if (which === ROW) return readRow(reader)
  throw new MalformedBytes(`result ${which}`)
}

function writeRefusal(to: ByteWriter, refusal: Refusal): void {
  to.u8(ERROR_TABLE[refusal.code].wire).utf8(refusal.message)
  writeList(to, refusal.conflicts, writeRefusedWrite)
}

function readRefusal(reader: ByteReader): Refusal {
  const code = errorCodeOfWire(reader.u8())
  const message = reader.utf8()
  return { code, message, conflicts: readList(reader, readRefusedWrite) }
}

function writeAnswer(to: ByteWriter, answer: ParticipantAnswer): void {
  to.u8(ANSWERS.indexOf(answer.kind))
  switch (answer.kind) {
    case 'prepared':
      to.varint(answer.stamp).varint(answer.leastExpiry).bool(answer.succeeded)
      writeList(to, answer.participants, writeParticipant)
      writeList(to, answer.results, writeWriteResult)
      return
    case 'committed':
      to.varint(answer.at).bool(answer.succeeded)
      writeList(to, answer.participants, writeParticipant)
      return
    case 'refused':
      writeRefusal(to, answer.refusal)
      return
    case 'other-list':
      writeList(to, answer.participants, writeParticipant)
      return
    case 'no-vote':
      to.u8(NO_VOTE_CODES.indexOf(answer.code))
      return
    case 'locked':
      writeOperationId(to, answer.holder)
      return
    case 'gone':
    case 'stale-epoch':
      return
    default:
      unreachable(answer)
  }
}

function readAnswer(reader: ByteReader): ParticipantAnswer {
  const kind = readMember(reader, ANSWERS, 'answer')
  switch (kind) {
    case 'prepared': {
      const stamp = readTimestamp(reader)
      const leastExpiry = readTimestamp(reader)
      const succeeded = reader.bool()
      const participants = readList(reader, readParticipant)
      const results = readList(reader, readWriteResult)
      return { kind, stamp, leastExpiry, participants, succeeded, results }
    }
    case 'committed': {
      const at = readTimestamp(reader)
      const succeeded = reader.bool()
      return { kind, at, succeeded, participants: readList(reader, readParticipant) }
    }
    case 'refused':
      return { kind, refusal: readRefusal(reader) }
    case 'other-list':
      return { kind, participants: readList(reader, readParticipant) }
    case 'no-vote':
      return { kind, code: readMember(reader, NO_VOTE_CODES, 'no-vote') }
    case 'locked':
      return { kind, holder: readOperationId(reader) }
    case 'gone':
    case 'stale-epoch':
      return { kind }
    default:
      return unreachable(kind)
  }
}
