/** Bytes of conflicts: in the conflict log, in prepare records, and in answers. */
import { ByteReader, ByteWriter, MalformedBytes } from '../base/bytes.ts'
import type { MetConflict, RefusedWrite } from '../txn/types.ts'
import { cutSide, SIDE_BOUNDS } from '../versions/cut-explanation.ts'
import { readClock, writeClock } from '../versions/version-codec.ts'
import {
  POLICIES,
  type ConflictDetail,
  type ConflictExplanation,
  type ConflictReason,
  type ConflictRelation,
  type ConflictSide,
  type UnknownCause,
} from '../versions/version.ts'
import type { ConflictRecord } from './conflict-log.ts'
import {
  OUTCOMES,
  readKey,
  readKeyspace,
  readMember,
  readOperationId,
  readOptionalValue,
  readTimestamp,
  writeOperationId,
  writeOptionalValue,
} from './field-codecs.ts'
import { decodeConflictKey } from './keys.ts'

/** Positions are wire numbers: append only. */
const RELATIONS: readonly ConflictRelation[] = ['STALE', 'CONCURRENT', 'EXISTS', 'UNKNOWN']
const REASONS: readonly ConflictReason[] = [
  'EXISTS',
  'INCOMPATIBLE',
  'INCOMPATIBLE_TYPES',
  'OVERLAPPING_EDITS',
  'OVERFLOW',
  'BASE_GONE',
  'UNKNOWN_CONTEXT',
  'POLICY_ABORT',
  'WORK_BOUND',
  'RESOLVED',
]
const CAUSES: readonly UnknownCause[] = [
  'MALFORMED',
  'OTHER_INCARNATION',
  'AHEAD',
  'PREVIOUS_DOT_MISSING',
  'OWN_DOT_OLD',
  'PRUNED',
  'COLLECTED',
]

const HAS_BASE = 1
const HAS_THEIRS = 2
const HAS_CAUSE = 4
const HAS_OVERLAP = 8
const FLAGS_ALL = 15

/** Clocks are written with every actor's full name: an explanation outlives incarnations. */
const NO_INCARNATION = ''

const recordWriter = new ByteWriter(4096)

/**
 * The value of a row of the conflict log; its key says when, which keyspace and which key. Base, theirs and a merge's
 * result are cut: history has them by their timestamps. Mine is whole: if it was refused or lost, it is nowhere else.
 */
export function encodeConflict(record: ConflictRecord): Buffer {
  const writer = recordWriter.reset()
  writeOperationId(writer, record.id)
  const { explanation, merged } = record
  const { base, theirs } = explanation
  writeMet(writer, {
    ...record,
    explanation: {
      ...explanation,
      base: base && cutSide(base, SIDE_BOUNDS),
      theirs: theirs && cutSide(theirs, SIDE_BOUNDS),
    },
    merged: merged && cutSide(merged, SIDE_BOUNDS),
  })
  return writer.finish()
}

/** @throws MalformedBytes when the bytes are no row of the conflict log */
export function decodeConflict(key: Buffer, value: Buffer): ConflictRecord {
  const reader = new ByteReader(value)
  const id = readOperationId(reader)
  const met = readMet(reader)
  reader.expectEnd()
  return { ...decodeConflictKey(key), id, ...met }
}

export function writeMetConflict(writer: ByteWriter, conflict: MetConflict): void {
  writer.varint(conflict.keyspace).latin1(conflict.key)
  writeMet(writer, conflict)
}

/** @throws MalformedBytes when the bytes are none */
export function readMetConflict(reader: ByteReader): MetConflict {
  return { keyspace: readKeyspace(reader), key: readKey(reader), ...readMet(reader) }
}

export function writeRefusedWrite(writer: ByteWriter, refused: RefusedWrite): void {
  writer.varint(refused.keyspace).latin1(refused.key).bytes(refused.newest)
  writeExplanation(writer, refused.conflict)
}

/** @throws MalformedBytes when the bytes are none */
export function readRefusedWrite(reader: ByteReader): RefusedWrite {
  const keyspace = readKeyspace(reader)
  const key = readKey(reader)
  const newest = reader.bytes()
  return { keyspace, key, conflict: readExplanation(reader), newest }
}

type Met = Pick<MetConflict, 'policy' | 'outcome' | 'explanation' | 'merged'>

function writeMet(writer: ByteWriter, { policy, outcome, explanation, merged }: Met): void {
  writer.u8(outcome === undefined ? 0 : OUTCOMES.indexOf(outcome) + 1)
  writer.u8(POLICIES.indexOf(policy))
  writeExplanation(writer, explanation)
  writer.bool(merged !== undefined)
  if (merged !== undefined) writeSide(writer, merged)
}

function readMet(reader: ByteReader): Met {
  const number = reader.u8()
  const outcome = number === 0 ? undefined : OUTCOMES[number - 1]
  if (number !== 0 && outcome === undefined) throw new MalformedBytes(`outcome ${number}`)
  const policy = readMember(reader, POLICIES, 'policy')
  const explanation = readExplanation(reader)
  const merged = reader.bool() ? readSide(reader) : undefined
  return { policy, outcome, explanation, merged }
}

function writeExplanation(writer: ByteWriter, explanation: ConflictExplanation): void {
  const { base, theirs, detail } = explanation
  writer.u8(RELATIONS.indexOf(explanation.relation)).u8(REASONS.indexOf(explanation.reason))
  writer.u8(
    (base === undefined ? 0 : HAS_BASE) |
      (theirs === undefined ? 0 : HAS_THEIRS) |
      (detail?.kind === 'unknown' ? HAS_CAUSE : 0) |
      (detail?.kind === 'overlap' ? HAS_OVERLAP : 0),
  )
  if (base !== undefined) writeSide(writer, base)
  if (theirs !== undefined) writeSide(writer, theirs)
  writeSide(writer, explanation.mine)
  if (detail?.kind === 'unknown') writer.u8(CAUSES.indexOf(detail.cause))
  if (detail?.kind === 'overlap') writer.varint(detail.start).varint(detail.end)
}

/** @throws MalformedBytes when the bytes are no explanation */
function readExplanation(reader: ByteReader): ConflictExplanation {
  const relation = readMember(reader, RELATIONS, 'relation')
  const reason = readMember(reader, REASONS, 'reason')
  const flags = reader.u8()
  if (flags > FLAGS_ALL) throw new MalformedBytes(`explanation flags ${flags}`)
  const base = (flags & HAS_BASE) === 0 ? undefined : readSide(reader)
  const theirs = (flags & HAS_THEIRS) === 0 ? undefined : readSide(reader)
  const mine = readSide(reader)
  const detail = readDetail(reader, flags)
  const explanation = { relation, reason, base, theirs, mine }
  return detail === undefined ? explanation : { ...explanation, detail }
}

function readDetail(reader: ByteReader, flags: number): ConflictDetail | undefined {
  if ((flags & HAS_CAUSE) !== 0)
    return { kind: 'unknown', cause: readMember(reader, CAUSES, 'cause') }
  if ((flags & HAS_OVERLAP) === 0) return undefined
  return { kind: 'overlap', start: reader.varint(), end: reader.varint() }
}

function writeSide(writer: ByteWriter, side: ConflictSide): void {
  writer.varint(side.timestamp)
  writeClock(writer, side.clock, NO_INCARNATION)
  writer.utf8(side.author).bool(side.truncated === true)
  writeOptionalValue(writer, side.value)
}

function readSide(reader: ByteReader): ConflictSide {
  const timestamp = readTimestamp(reader)
  const clock = readClock(reader, NO_INCARNATION)
  const author = reader.utf8()
  const truncated = reader.bool()
  const side = { timestamp, clock, value: readOptionalValue(reader), author }
  return truncated ? { ...side, truncated } : side
}
