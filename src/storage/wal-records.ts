/**
 * The records inside a log frame; docs/FORMATS.md, "Write-ahead log", lists their bytes. Every record but the last kind
 * names the shard and the replica that it belongs to, so that replay never mixes up two replicas that a node hosted of
 * one shard at different times.
 *
 * Each entry carries a checksum of its own besides the frame's: an entry is read back alone, long after its frame was
 * verified, and must not be sent on or applied if the disk has rotted meanwhile.
 */
import { crc32c } from '@node-rs/crc32'
import { unreachable } from '../base/assert.ts'
import { type ByteReader, type ByteWriter, MalformedBytes } from '../base/bytes.ts'
import {
  type ReplicaId,
  replicaId,
  type Segment,
  segment,
  type ShardId,
  shardId,
} from '../base/ids.ts'
import type { Entry, EntryType, HardState } from '../raft/messages.ts'

/** The point that a log begins behind: `index` is compacted (or never existed), `term` is its term. */
export interface LogPosition {
  readonly index: number
  readonly term: number
}

/** A snapshot that has been installed in `segment`; the log was replaced by its position (03, "Snapshot install"). */
export interface SnapshotMark extends LogPosition {
  readonly segment: Segment
}

const ENTRIES = 1
const HARD_STATE = 2
const LOG_START = 3
const TRUNCATE = 4
const SNAPSHOT_MARK = 5
const REPLICA_REMOVED = 6
const FILES_FREED = 7

const ENTRY_TYPES: readonly EntryType[] = ['normal', 'conf-change', 'conf-change-v2']

function typeNumber(type: EntryType): number {
  switch (type) {
    case 'normal':
      return 0
    case 'conf-change':
      return 1
    case 'conf-change-v2':
      return 2
    default:
      return unreachable(type)
  }
}

function begin(writer: ByteWriter, kind: number, shard: ShardId, replica: ReplicaId): void {
  writer.u8(kind).varint(shard).varint(replica)
}

/**
 * Consecutive entries behind the end of the log. Appends to `offsets` where in the frame each entry begins.
 */
export function writeEntries(
  writer: ByteWriter,
  shard: ShardId,
  replica: ReplicaId,
  entries: readonly Entry[],
  offsets: number[],
): void {
  begin(writer, ENTRIES, shard, replica)
  writer.varint(entries.length).varint(entries[0]!.index)
  for (const entry of entries) {
    offsets.push(writer.size)
    writer.varint(entry.term).u8(typeNumber(entry.type)).varint(entry.data.length)
    writer.u32be(entryChecksum(shard, replica, entry)).raw(entry.data)
  }
}

export function writeHardState(
  writer: ByteWriter,
  shard: ShardId,
  replica: ReplicaId,
  state: HardState,
): void {
  begin(writer, HARD_STATE, shard, replica)
  writer.varint(state.term).varint(state.vote).varint(state.commit)
}

/** The log begins behind this position: a new log, or a compaction. Entries behind it stay. */
export function writeLogStart(
  writer: ByteWriter,
  shard: ShardId,
  replica: ReplicaId,
  position: LogPosition,
): void {
  begin(writer, LOG_START, shard, replica)
  writer.varint(position.index).varint(position.term)
}

/** Entries behind `lastKept` are no more. */
export function writeTruncate(
  writer: ByteWriter,
  shard: ShardId,
  replica: ReplicaId,
  lastKept: number,
): void {
  begin(writer, TRUNCATE, shard, replica)
  writer.varint(lastKept)
}

/** All entries are no more; the log begins behind the mark. */
export function writeSnapshotMark(
  writer: ByteWriter,
  shard: ShardId,
  replica: ReplicaId,
  mark: SnapshotMark,
): void {
  begin(writer, SNAPSHOT_MARK, shard, replica)
  writer.varint(mark.segment).varint(mark.index).varint(mark.term)
}

/** Replicas of this shard below `smallestAcceptable` are gone from this node for good. */
export function writeReplicaRemoved(
  writer: ByteWriter,
  shard: ShardId,
  smallestAcceptable: ReplicaId,
): void {
  begin(writer, REPLICA_REMOVED, shard, smallestAcceptable)
}

/** Files up to this generation may be missing: nothing in them is needed any more. */
export function writeFilesFreed(writer: ByteWriter, generation: number): void {
  writer.u8(FILES_FREED).varint(generation)
}

/** What replay does with each record, in the order in which they were written. */
export interface RecordVisitor {
  /** One entry; `offset` is where it begins in the reader's buffer. `data` is a view of that buffer. */
  entry(shard: ShardId, replica: ReplicaId, entry: Entry, offset: number): void
  hardState(shard: ShardId, replica: ReplicaId, state: HardState): void
  logStart(shard: ShardId, replica: ReplicaId, position: LogPosition): void
  truncate(shard: ShardId, replica: ReplicaId, lastKept: number): void
  snapshotMark(shard: ShardId, replica: ReplicaId, mark: SnapshotMark): void
  replicaRemoved(shard: ShardId, smallestAcceptable: ReplicaId): void
  filesFreed(generation: number): void
}

/** Reads the records of one frame. Throws `MalformedBytes` on what no writer of this version wrote. */
export function readRecords(reader: ByteReader, visitor: RecordVisitor): void {
  while (!reader.done) {
    const kind = reader.u8()
    if (kind === FILES_FREED) visitor.filesFreed(reader.varint())
    else {
      const shard = shardId(reader.varint())
      const replica = replicaId(reader.varint())
      readShardRecord(kind, shard, replica, reader, visitor)
    }
  }
}

function readShardRecord(
  kind: number,
  shard: ShardId,
  replica: ReplicaId,
  reader: ByteReader,
  visitor: RecordVisitor,
): void {
  switch (kind) {
    case ENTRIES: {
      const count = reader.varint()
      const first = reader.varint()
      for (let i = 0; i < count; i++) {
        const offset = reader.offset
        visitor.entry(shard, replica, readEntry(reader, shard, replica, first + i), offset)
      }
      return
    }
    case HARD_STATE: {
      const term = reader.varint()
      const vote = replicaId(reader.varint())
      visitor.hardState(shard, replica, { term, vote, commit: reader.varint() })
      return
    }
    case LOG_START: {
      const index = reader.varint()
      visitor.logStart(shard, replica, { index, term: reader.varint() })
      return
    }
    case TRUNCATE:
      visitor.truncate(shard, replica, reader.varint())
      return
    case SNAPSHOT_MARK: {
      const segmentNumber = segment(reader.varint())
      const index = reader.varint()
      visitor.snapshotMark(shard, replica, { segment: segmentNumber, index, term: reader.varint() })
      return
    }
    case REPLICA_REMOVED:
      visitor.replicaRemoved(shard, replica)
      return
    default:
      throw new MalformedBytes(`log record of kind ${kind}`)
  }
}

/** Reads one entry where `writeEntries` put it. Throws `MalformedBytes` if its checksum does not match. */
export function readEntry(
  reader: ByteReader,
  shard: ShardId,
  replica: ReplicaId,
  index: number,
): Entry {
  const term = reader.varint()
  const number = reader.u8()
  const type = ENTRY_TYPES[number]
  if (type === undefined) throw new MalformedBytes(`entry of type ${number}`)
  const size = reader.varint()
  const checksum = reader.u32be()
  const entry: Entry = { term, index, type, data: reader.raw(size) }
  if (entryChecksum(shard, replica, entry) !== checksum) {
    throw new MalformedBytes(`checksum of entry ${index} of shard ${shard} does not match`)
  }
  return entry
}

/** Bytes that `writeEntries` spends on an entry: what a read of it must fetch. */
export function encodedEntryBytes(term: number, dataBytes: number): number {
  return varintBytes(term) + 1 + varintBytes(dataBytes) + 4 + dataBytes
}

function varintBytes(value: number): number {
  let size = 1
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 128)) size++
  return size
}

/** Over the data, seeded with what names the entry: bytes of another entry do not pass as this one. */
function entryChecksum(shard: ShardId, replica: ReplicaId, entry: Entry): number {
  let seed = Math.imul(shard, 0x9e3779b1) ^ Math.imul(replica, 0x85ebca77)
  seed = Math.imul(seed ^ entry.index, 0xc2b2ae3d) ^ Math.floor(entry.index / 2 ** 32)
  seed = Math.imul(seed ^ entry.term, 0x27d4eb2f) ^ typeNumber(entry.type)
  return crc32c(entry.data, seed >>> 0)
}
