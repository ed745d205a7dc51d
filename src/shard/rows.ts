/**
 * Values of the rows that keys.ts places: heads, prepare records (docs/FORMATS.md, "Rows"). A row that does not decode
 * means a damaged engine: the decoders throw `MalformedBytes`, the shell makes it fatal.
 */
import { ByteReader, ByteWriter, MalformedBytes } from '../base/bytes.ts'
import { token } from '../base/ids.ts'
import type { Intent, PrepareRecord, WriteResult } from '../txn/types.ts'
import { readVersion, writeVersion } from '../versions/version-codec.ts'
import type { Version } from '../versions/version.ts'
import {
  OUTCOMES,
  readKey,
  readKeyspace,
  readList,
  readMember,
  readOperationId,
  readOptionalValue,
  readParticipant,
  readRangeCheck,
  readReadCheck,
  readTimestamp,
  writeList,
  writeOperationId,
  writeOptionalValue,
  writeParticipant,
  writeRangeCheck,
  writeReadCheck,
} from './field-codecs.ts'
import { readMetConflict, writeMetConflict } from './conflict-codec.ts'

const rowWriter = new ByteWriter(4096)

export function encodeHead(version: Version, incarnation: string): Buffer {
  const writer = rowWriter.reset()
  writeVersion(writer, version, incarnation)
  return writer.finish()
}

export function decodeHead(bytes: Buffer, incarnation: string): Version {
  const reader = new ByteReader(bytes)
  const version = readVersion(reader, incarnation)
  reader.expectEnd()
  return version
}

export function encodePrepareRecord(record: PrepareRecord, incarnation: string): Buffer {
  const writer = rowWriter.reset()
  writeOperationId(writer, record.id)
  writer.varint(record.age).varint(record.stamp).varint(record.leastExpiry).bool(record.succeeded)
  writeList(writer, record.participants, writeParticipant)
  writeList(writer, record.reads, writeReadCheck)
  writeList(writer, record.ranges, writeRangeCheck)
  writeList(writer, record.intents, (to, intent) => writeIntent(to, intent, incarnation))
  writeList(writer, record.results, (to, result) => writePreparedResult(to, result, record.intents))
  writeList(writer, record.conflicts, writeMetConflict)
  return writer.finish()
}

export function decodePrepareRecord(bytes: Buffer, incarnation: string): PrepareRecord {
  const reader = new ByteReader(bytes)
  const id = readOperationId(reader)
  const age = readTimestamp(reader)
  const stamp = readTimestamp(reader)
  const leastExpiry = readTimestamp(reader)
  const succeeded = reader.bool()
  const participants = readList(reader, readParticipant)
  const reads = readList(reader, readReadCheck)
  const ranges = readList(reader, readRangeCheck)
  const intents = readList(reader, (from) => readIntent(from, incarnation))
  const results = readList(reader, (from) => readPreparedResult(from, intents))
  const conflicts = readList(reader, readMetConflict)
  reader.expectEnd()
  const read = { reads, ranges }
  return {
    id,
    age,
    participants,
    succeeded,
    stamp,
    leastExpiry,
    ...read,
    intents,
    results,
    conflicts,
  }
}

function writeIntent(writer: ByteWriter, intent: Intent, incarnation: string): void {
  writer.varint(intent.keyspace).latin1(intent.key).u32be(intent.token).bool(intent.storeDot)
  writeVersion(writer, intent.version, incarnation)
}

function readIntent(reader: ByteReader, incarnation: string): Intent {
  const keyspace = readKeyspace(reader)
  const key = readKey(reader)
  const keyToken = token(reader.u32be())
  const storeDot = reader.bool()
  return { keyspace, key, token: keyToken, storeDot, version: readVersion(reader, incarnation) }
}

/** How a result's value is stored: not at all, as that of an intent (its number follows), or whole. */
const VALUE_NONE = 0
const VALUE_OF_INTENT = 1
const VALUE_OWN = 2

function writePreparedResult(
  writer: ByteWriter,
  result: WriteResult,
  intents: readonly Intent[],
): void {
  writer.u8(OUTCOMES.indexOf(result.outcome)).varint(result.timestamp)
  if (result.value === undefined) {
    writer.u8(VALUE_NONE)
    return
  }
  const intent = intents.findIndex(({ version }) => version.value === result.value)
  if (intent >= 0) writer.u8(VALUE_OF_INTENT).varint(intent)
  else writeOptionalValue(writer.u8(VALUE_OWN), result.value)
}

function readPreparedResult(reader: ByteReader, intents: readonly Intent[]): WriteResult {
  const outcome = readMember(reader, OUTCOMES, 'outcome')
  const timestamp = readTimestamp(reader)
  const where = reader.u8()
  if (where === VALUE_NONE) return { outcome, timestamp, value: undefined }
  if (where === VALUE_OWN) return { outcome, timestamp, value: readOptionalValue(reader) }
  const intent = where === VALUE_OF_INTENT ? intents[reader.varint()] : undefined
  if (intent === undefined) throw new MalformedBytes(`value of a prepared result at ${where}`)
  return { outcome, timestamp, value: intent.version.value }
}
