/**
 * What of the engine belongs to one replica, and how those rows travel (03, "Snapshot install"; 06). A sender reads
 * `replicaRanges` from an engine snapshot and packs the rows into chunks without their segment; a receiver unpacks them
 * under a fresh segment of its own and, when all rows are in, writes the `meta` row that makes them live.
 *
 * The ranges follow from the `meta` row *of the same engine snapshot*, whose applied index is the Raft snapshot's index.
 * They are also what is to be deleted when a replica goes.
 */
import { crc32 } from '@node-rs/crc32'
import { ByteReader, ByteWriter, MalformedBytes } from '../base/bytes.ts'
import type { Segment } from '../base/ids.ts'
import type { Row } from '../storage/engine.ts'
import { versionRanges } from './digest.ts'
import { SEGMENT_BYTES, SEGMENT_OFFSET, shardTableBounds, type KeyBounds } from './keys.ts'
import { decodeMeta, encodeMeta, type MetaRow } from './meta-row.ts'

const CHUNK_FORMAT = 1
const CHECKSUM_BYTES = 4

/** All rows of a replica but its `meta` row. */
export function replicaRanges(meta: MetaRow): KeyBounds[] {
  const { segment, descriptor } = meta
  return [
    ...versionRanges(meta),
    shardTableBounds('prepared', segment, descriptor.shard),
    shardTableBounds('outcomes', segment, descriptor.shard),
    shardTableBounds('marks', segment, descriptor.shard),
    shardTableBounds('conflicts', segment, descriptor.shard),
    shardTableBounds('garbage', segment, descriptor.shard),
  ]
}

/** Rows as they travel. Their segment stays behind. */
export function encodeChunk(rows: readonly Row[]): Buffer {
  const writer = new ByteWriter(65536).u8(CHUNK_FORMAT).varint(rows.length)
  for (const { key, value } of rows) {
    writer.varint(key.length - SEGMENT_BYTES).raw(key.subarray(0, SEGMENT_OFFSET))
    writer.raw(key.subarray(SEGMENT_OFFSET + SEGMENT_BYTES)).bytes(value)
  }
  return writer.u32be(crc32(writer.view())).finish()
}

/**
 * The rows of a chunk under the receiver's segment. Values are views of `bytes`.
 * @throws MalformedBytes when the bytes are no chunk, or damaged
 */
export function decodeChunk(bytes: Buffer, segment: Segment): Row[] {
  const end = bytes.length - CHECKSUM_BYTES
  if (end < 0 || bytes.readUInt32BE(end) !== crc32(bytes.subarray(0, end))) {
    throw new MalformedBytes('the checksum of a snapshot chunk is wrong')
  }
  const reader = new ByteReader(bytes, 0, end)
  const format = reader.u8()
  if (format !== CHUNK_FORMAT) throw new MalformedBytes(`snapshot chunk format ${format}`)
  const count = reader.varint()
  const rows: Row[] = []
  for (let i = 0; i < count; i++) {
    const rest = reader.bytes()
    if (rest.length < SEGMENT_OFFSET) throw new MalformedBytes('a row without a table')
    rows.push({ key: withSegment(rest, segment), value: reader.bytes() })
  }
  reader.expectEnd()
  return rows
}

function withSegment(rest: Buffer, segment: Segment): Buffer {
  const key = Buffer.allocUnsafe(rest.length + SEGMENT_BYTES)
  rest.copy(key, 0, 0, SEGMENT_OFFSET)
  key.writeUInt32BE(segment, SEGMENT_OFFSET)
  rest.copy(key, SEGMENT_OFFSET + SEGMENT_BYTES, SEGMENT_OFFSET)
  return key
}

/**
 * The sender's `meta` row as the receiver writes it.
 * @throws MalformedBytes when `meta` is no `meta` row
 */
export function metaUnder(meta: Uint8Array, segment: Segment): Buffer {
  // Lists are inherited inside a segment; senders wait until theirs are complete.
  return encodeMeta({ ...decodeMeta(meta), segment, inherits: [] })
}
