/**
 * Where each row of a shard lives in the engine (03, "Tables"): table byte, segment, then what sorts the table.
 *
 * - Everything fixed is big-endian, so bytes sort like numbers; a key of the store comes last or is escaped (`0x00`
 *   becomes `00 ff`, the end is `00 01`), so that rows sort like (token, key) and no key's rows lie between another's.
 * - `~timestamp` is 2^53 − 1 − timestamp: newest first.
 * - Heads and history of a shard are contiguous per keyspace, because a split shares one segment and tells the halves
 *   apart by token; the tables of a shard's own records carry the shard id for the same reason.
 */
import { assert } from '../base/assert.ts'
import { ByteReader, MalformedBytes, writeLatin1 } from '../base/bytes.ts'
import {
  keyspaceId,
  shardId,
  timestamp,
  token,
  TOKEN_END,
  type Key,
  type KeyspaceId,
  type OperationId,
  type Segment,
  type ShardId,
  type Timestamp,
  type Token,
} from '../base/ids.ts'
import type { TokenRange } from './descriptor.ts'

export const TABLE = {
  meta: 0x01,
  heads: 0x10,
  history: 0x11,
  prepared: 0x20,
  outcomes: 0x21,
  marks: 0x22,
  conflicts: 0x23,
  garbage: 0x24,
} as const

/** A half-open range of engine keys, shaped like the engine's own. */
export interface KeyBounds {
  readonly gte: Buffer
  readonly lt: Buffer
}

/** Bytes before a head's key: table, segment, keyspace, token. */
const HEAD_PREFIX_BYTES = 13
/** Bytes before what sorts a shard's own tables: table, segment, shard. */
const SHARD_PREFIX_BYTES = 9
/** Table byte and segment: what a snapshot's receiver replaces. */
export const SEGMENT_OFFSET = 1
export const SEGMENT_BYTES = 4
const MAX_SAFE = Number.MAX_SAFE_INTEGER
const TIMESTAMP_BYTES = 8

export function headKey(
  segment: Segment,
  keyspace: KeyspaceId,
  keyToken: number,
  key: Key,
): Buffer {
  const buffer = Buffer.allocUnsafe(HEAD_PREFIX_BYTES + key.length)
  writePrefix(buffer, TABLE.heads, segment, keyspace, keyToken)
  writeLatin1(buffer, key, HEAD_PREFIX_BYTES)
  return buffer
}

export function isHeadKey(bytes: Buffer): boolean {
  return bytes[0] === TABLE.heads
}

export interface HeadPosition {
  readonly keyspace: KeyspaceId
  readonly token: Token
  readonly key: Key
}

/** Throws `MalformedBytes` if `bytes` is not the key of a head. */
export function decodeHeadKey(bytes: Buffer): HeadPosition {
  const reader = expectTable(bytes, TABLE.heads)
  const keyspace = keyspaceId(reader.u32be())
  const keyToken = token(reader.u32be())
  return { keyspace, token: keyToken, key: reader.rawLatin1(reader.remaining) as Key }
}

/** @param at timestamp of the oldest version in the row (history-rows.ts) */
export function historyKey(
  segment: Segment,
  keyspace: KeyspaceId,
  keyToken: number,
  key: Key,
  at: Timestamp,
): Buffer {
  const escaped = escapeKey(key)
  const buffer = Buffer.allocUnsafe(HEAD_PREFIX_BYTES + escaped.length + TIMESTAMP_BYTES)
  writePrefix(buffer, TABLE.history, segment, keyspace, keyToken)
  writeLatin1(buffer, escaped, HEAD_PREFIX_BYTES)
  writeU64(buffer, MAX_SAFE - at, HEAD_PREFIX_BYTES + escaped.length)
  return buffer
}

export interface HistoryPosition extends HeadPosition {
  readonly timestamp: Timestamp
}

/** Throws `MalformedBytes` if `bytes` is not the key of a history row. */
export function decodeHistoryKey(bytes: Buffer): HistoryPosition {
  const reader = expectTable(bytes, TABLE.history)
  const keyspace = keyspaceId(reader.u32be())
  const keyToken = token(reader.u32be())
  const key = unescapeKey(reader.rawLatin1(Math.max(reader.remaining - TIMESTAMP_BYTES, 0)))
  const inverted = reader.u64be()
  return { keyspace, token: keyToken, key, timestamp: timestamp(MAX_SAFE - inverted) }
}

/** Rows of one key's history, newest first, from the one that has its newest version at or below `at`, if any row has. */
export function historyAtOrBelow(
  segment: Segment,
  keyspace: KeyspaceId,
  keyToken: number,
  key: Key,
  at: Timestamp,
): KeyBounds {
  return {
    gte: historyKey(segment, keyspace, keyToken, key, at),
    lt: successorOfPrefix(historyKey(segment, keyspace, keyToken, key, timestamp(0))),
  }
}

/** Rows of one key's history that have only versions above `at`, newest first. */
export function historyAbove(
  segment: Segment,
  keyspace: KeyspaceId,
  keyToken: number,
  key: Key,
  at: Timestamp,
): KeyBounds {
  return {
    gte: historyKey(segment, keyspace, keyToken, key, timestamp(MAX_SAFE)),
    lt: historyKey(segment, keyspace, keyToken, key, at),
  }
}

/** Heads of one partition with keys in [start, end); an empty `end` means: to the end of the partition. */
export function partitionBounds(
  segment: Segment,
  keyspace: KeyspaceId,
  keyToken: number,
  start: Key,
  end: Key,
): KeyBounds {
  return {
    gte: headKey(segment, keyspace, keyToken, start),
    lt:
      end === ''
        ? tokenBound(TABLE.heads, segment, keyspace, keyToken + 1)
        : headKey(segment, keyspace, keyToken, end),
  }
}

/** Rows of one keyspace with tokens in `range`, in the table of heads or of history. */
export function keyspaceBounds(
  table: 'heads' | 'history',
  segment: Segment,
  keyspace: KeyspaceId,
  range: TokenRange,
): KeyBounds {
  return {
    gte: tokenBound(TABLE[table], segment, keyspace, range.start),
    lt: tokenBound(TABLE[table], segment, keyspace, range.end),
  }
}

/** All heads, then all history, of these keyspaces in a range. */
export function versionRangesOf(
  segment: Segment,
  keyspaces: readonly KeyspaceId[],
  range: TokenRange,
): KeyBounds[] {
  return [
    ...keyspaces.map((keyspace) => keyspaceBounds('heads', segment, keyspace, range)),
    ...keyspaces.map((keyspace) => keyspaceBounds('history', segment, keyspace, range)),
  ]
}

/** The first possible key at `tokenEnd`, which may be 2^32: then that of the next keyspace. */
function tokenBound(table: number, segment: Segment, keyspace: number, tokenEnd: number): Buffer {
  const buffer = Buffer.allocUnsafe(HEAD_PREFIX_BYTES)
  const wraps = tokenEnd === TOKEN_END
  writePrefix(buffer, table, segment, wraps ? keyspace + 1 : keyspace, wraps ? 0 : tokenEnd)
  return buffer
}

export function preparedKey(segment: Segment, shard: ShardId, id: OperationId): Buffer {
  const { client, sequence } = id
  const buffer = shardKey(TABLE.prepared, segment, shard, client.length + TIMESTAMP_BYTES)
  buffer.write(client, SHARD_PREFIX_BYTES, 'latin1')
  writeU64(buffer, sequence, SHARD_PREFIX_BYTES + client.length)
  return buffer
}

export function outcomeKey(segment: Segment, shard: ShardId, index: number): Buffer {
  const buffer = shardKey(TABLE.outcomes, segment, shard, TIMESTAMP_BYTES)
  writeU64(buffer, index, SHARD_PREFIX_BYTES)
  return buffer
}

/** The log index that an outcome row's key names. */
export function decodeOutcomeKey(bytes: Buffer): number {
  return shardKeyReader(bytes, TABLE.outcomes).u64be()
}

export function markKey(segment: Segment, shard: ShardId, client: string): Buffer {
  const buffer = shardKey(TABLE.marks, segment, shard, client.length)
  buffer.write(client, SHARD_PREFIX_BYTES, 'latin1')
  return buffer
}

/** The client that a mark's key names. */
export function decodeMarkKey(bytes: Buffer): string {
  const reader = shardKeyReader(bytes, TABLE.marks)
  return reader.rawLatin1(reader.remaining)
}

/** A conflict of `key` that the command stamped `at` met. */
export function conflictKey(
  segment: Segment,
  shard: ShardId,
  at: Timestamp,
  keyspace: KeyspaceId,
  key: Key,
): Buffer {
  const fixed = TIMESTAMP_BYTES + 4
  const buffer = shardKey(TABLE.conflicts, segment, shard, fixed + key.length)
  writeU64(buffer, at, SHARD_PREFIX_BYTES)
  buffer.writeUInt32BE(keyspace, SHARD_PREFIX_BYTES + TIMESTAMP_BYTES)
  buffer.write(key, SHARD_PREFIX_BYTES + fixed, 'latin1')
  return buffer
}

export interface ConflictPosition {
  readonly at: Timestamp
  readonly keyspace: KeyspaceId
  readonly key: Key
}

export function decodeConflictKey(bytes: Buffer): ConflictPosition {
  const reader = shardKeyReader(bytes, TABLE.conflicts)
  const at = timestamp(reader.u64be())
  const keyspace = keyspaceId(reader.u32be())
  return { at, keyspace, key: reader.rawLatin1(reader.remaining) as Key }
}

/** The replica's list number `serial` of garbage: what it names may go once the GC point is at `due`. */
export function garbageKey(
  segment: Segment,
  shard: ShardId,
  keyspace: KeyspaceId,
  due: Timestamp,
  serial: number,
): Buffer {
  const buffer = shardKey(TABLE.garbage, segment, shard, 4 + 2 * TIMESTAMP_BYTES)
  buffer.writeUInt32BE(keyspace, SHARD_PREFIX_BYTES)
  writeU64(buffer, due, SHARD_PREFIX_BYTES + 4)
  writeU64(buffer, serial, SHARD_PREFIX_BYTES + 4 + TIMESTAMP_BYTES)
  return buffer
}

/** When the list of this key is due. */
export function decodeGarbageKey(bytes: Buffer): Timestamp {
  const reader = shardKeyReader(bytes, TABLE.garbage)
  reader.raw(4)
  return timestamp(reader.u64be())
}

/** Garbage lists of one keyspace that are due at `from` or later. */
export function garbageBounds(
  segment: Segment,
  shard: ShardId,
  keyspace: KeyspaceId,
  from: Timestamp,
): KeyBounds {
  const gte = garbageKey(segment, shard, keyspace, from, 0)
  return { gte, lt: successorOfPrefix(gte.subarray(0, SHARD_PREFIX_BYTES + 4)) }
}

/** The same row of one of a shard's own tables, as another shard of the segment has it. */
export function underShard(key: Buffer, shard: ShardId): Buffer {
  const copy = Buffer.from(key)
  copy.writeUInt32BE(shard, SEGMENT_OFFSET + SEGMENT_BYTES)
  return copy
}

/** All rows of one of a shard's own tables. */
export function shardTableBounds(
  table: 'prepared' | 'outcomes' | 'marks' | 'conflicts' | 'garbage',
  segment: Segment,
  shard: ShardId,
): KeyBounds {
  const gte = shardKey(TABLE[table], segment, shard, 0)
  return { gte, lt: successorOfPrefix(gte) }
}

/** `meta` rows come in kinds; this one is a shard's. */
const META_SHARD = 0x01
const META_STAGED = META_SHARD + 1

export function metaKey(shard: ShardId): Buffer {
  const buffer = Buffer.allocUnsafe(6)
  buffer[0] = TABLE.meta
  buffer[1] = META_SHARD
  buffer.writeUInt32BE(shard, 2)
  return buffer
}

/** Where a snapshot's `meta` row waits until its mark is durable in the log (03, "Snapshot install"). */
export function stagedMetaKey(shard: ShardId): Buffer {
  const buffer = metaKey(shard)
  buffer[1] = META_STAGED
  return buffer
}

/** The shard that a `meta` row's key names. Throws `MalformedBytes` if it is none. */
export function decodeMetaKey(bytes: Buffer): ShardId {
  const reader = new ByteReader(bytes)
  if (reader.u8() !== TABLE.meta || reader.u8() !== META_SHARD) {
    throw new MalformedBytes('not the key of a shard')
  }
  const shard = shardId(reader.u32be())
  reader.expectEnd()
  return shard
}

/** The `meta` rows of all shards on a node. */
export function metaBounds(): KeyBounds {
  return {
    gte: Buffer.from([TABLE.meta, META_SHARD]),
    lt: Buffer.from([TABLE.meta, META_SHARD + 1]),
  }
}

function writePrefix(
  buffer: Buffer,
  table: number,
  segment: Segment,
  keyspace: number,
  keyToken: number,
): void {
  buffer[0] = table
  buffer.writeUInt32BE(segment, SEGMENT_OFFSET)
  buffer.writeUInt32BE(keyspace, 5)
  buffer.writeUInt32BE(keyToken, 9)
}

function shardKey(table: number, segment: Segment, shard: ShardId, extraBytes: number): Buffer {
  const buffer = Buffer.allocUnsafe(SHARD_PREFIX_BYTES + extraBytes)
  buffer[0] = table
  buffer.writeUInt32BE(segment, SEGMENT_OFFSET)
  buffer.writeUInt32BE(shard, 5)
  return buffer
}

function shardKeyReader(bytes: Buffer, table: number): ByteReader {
  const reader = expectTable(bytes, table)
  reader.raw(4)
  return reader
}

function expectTable(bytes: Buffer, table: number): ByteReader {
  const reader = new ByteReader(bytes)
  if (reader.u8() !== table) throw new MalformedBytes(`not a key of table ${table}`)
  reader.raw(SEGMENT_BYTES)
  return reader
}

function writeU64(buffer: Buffer, value: number, offset: number): void {
  assert(Number.isSafeInteger(value) && value >= 0, () => `u64 of ${value}`)
  buffer.writeUInt32BE(Math.floor(value / 2 ** 32), offset)
  buffer.writeUInt32BE(value % 2 ** 32, offset + 4)
}

const KEY_END = '\x00\x01'

function escapeKey(key: string): string {
  return (key.includes('\x00') ? key.replaceAll('\x00', '\x00\xff') : key) + KEY_END
}

function unescapeKey(escaped: string): Key {
  if (!escaped.endsWith(KEY_END)) throw new MalformedBytes('a history key has no end')
  const body = escaped.slice(0, -KEY_END.length)
  if (!body.includes('\x00')) return body as Key
  const key = body.replaceAll('\x00\xff', '\x00')
  if (escapeKey(key) !== escaped) throw new MalformedBytes('a history key is not well escaped')
  return key as Key
}

/** The first byte string behind all that begin with `prefix` (whose bytes are not all 0xff). */
function successorOfPrefix(prefix: Buffer): Buffer {
  const end = Buffer.from(prefix)
  let last = end.length - 1
  while (end[last] === 0xff) last -= 1
  end[last] = end[last]! + 1
  return end.subarray(0, last + 1)
}
