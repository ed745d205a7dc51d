/**
 * The `meta` row of a replica: everything of its replicated state that is neither a version nor a record of an
 * operation. It goes into every engine batch that carries effects of the shard, so the engine always holds the state
 * as of exactly one applied index.
 */
import { ByteReader, ByteWriter, MalformedBytes } from '../base/bytes.ts'
import {
  nodeId,
  replicaId,
  segment,
  shardId,
  type KeyspaceId,
  type ReplicaId,
  type Segment,
  type ShardId,
  type Timestamp,
} from '../base/ids.ts'
import type { ConfState } from '../raft/messages.ts'
import { descriptorProblem, type Descriptor, type ReplicaPlace } from './descriptor.ts'
import { DroppedKeyspaces } from './dropped-keyspaces.ts'
import { readKeyspace, readList, readMember, readTimestamp, writeList } from './field-codecs.ts'
import { KeyspaceUsage } from './usage.ts'

/** "Nothing stamped at or below `timestamp` comes any more, once `index` is applied" (05, "Closed timestamps"). */
export interface ClosedTimestamp {
  readonly timestamp: Timestamp
  readonly index: number
}

export interface MetaRow {
  readonly segment: Segment
  readonly descriptor: Descriptor
  readonly confState: ConfState
  readonly appliedIndex: number
  readonly appliedTerm: number
  readonly lastStamp: Timestamp
  readonly clockFloor: Timestamp
  readonly ceiling: Timestamp
  readonly closed: ClosedTimestamp
  /** GC point of every keyspace that ever had a row in the shard. */
  readonly gcPoints: ReadonlyMap<KeyspaceId, Timestamp>
  /** Lists of garbage that this replica has made, so that each has its own row. Not replicated. */
  readonly garbageLists: number
  /** Of the same keyspaces. */
  readonly usage: ReadonlyMap<KeyspaceId, KeyspaceUsage>
  /** What was dropped, of these and of others. */
  readonly dropped: DroppedKeyspaces
  /** Shards of the same segment whose garbage lists name rows of this one: it was split off from them. Not replicated. */
  readonly inherits: readonly ShardId[]
}

/** 3: counts may be below zero, and a shard that was split off inherits lists of garbage. */
const META_FORMAT = 3

const metaWriter = new ByteWriter(1024)

export function encodeMeta(meta: MetaRow): Buffer {
  const writer = metaWriter.reset().u8(META_FORMAT).varint(meta.segment)
  writeDescriptor(writer, meta.descriptor)
  writeConfState(writer, meta.confState)
  writer
    .varint(meta.appliedIndex)
    .varint(meta.appliedTerm)
    .varint(meta.lastStamp)
    .varint(meta.clockFloor)
    .varint(meta.ceiling)
    .varint(meta.closed.timestamp)
    .varint(meta.closed.index)
    .varint(meta.gcPoints.size)
  for (const [keyspace, point] of meta.gcPoints) writer.varint(keyspace).varint(point)
  writer.varint(meta.garbageLists)
  for (const keyspace of meta.gcPoints.keys()) meta.usage.get(keyspace)!.write(writer)
  meta.dropped.write(writer)
  writeList(writer, meta.inherits, (to, shard) => to.varint(shard))
  return writer.finish()
}

/** @throws MalformedBytes when the bytes are no `meta` row */
export function decodeMeta(bytes: Uint8Array): MetaRow {
  const reader = new ByteReader(bytes)
  const format = reader.u8()
  if (format !== META_FORMAT) throw new MalformedBytes(`meta format ${format}`)
  const row = {
    segment: segment(reader.varint()),
    descriptor: readDescriptor(reader),
    confState: readConfState(reader),
    appliedIndex: reader.varint(),
    appliedTerm: reader.varint(),
    lastStamp: readTimestamp(reader),
    clockFloor: readTimestamp(reader),
    ceiling: readTimestamp(reader),
    closed: { timestamp: readTimestamp(reader), index: reader.varint() },
    gcPoints: new Map(
      readList(reader, (from) => [readKeyspace(from), readTimestamp(from)] as const),
    ),
    garbageLists: reader.varint(),
  }
  const usage = new Map<KeyspaceId, KeyspaceUsage>()
  for (const keyspace of row.gcPoints.keys()) usage.set(keyspace, KeyspaceUsage.read(reader))
  const dropped = DroppedKeyspaces.read(reader)
  const inherits = readList(reader, (from) => shardId(from.varint()))
  reader.expectEnd()
  return { ...row, usage, dropped, inherits }
}

const ROLES = ['voter', 'learner'] as const

function writeDescriptor(writer: ByteWriter, descriptor: Descriptor): void {
  writer
    .varint(descriptor.shard)
    .varint(descriptor.range.start)
    .varint(descriptor.range.end)
    .varint(descriptor.epoch.config)
    .varint(descriptor.epoch.range)
    .utf8(descriptor.incarnation)
    .varint(descriptor.nextReplica)
  writeList(writer, descriptor.replicas, (to, { replica, node, role }) =>
    to.varint(replica).varint(node).u8(ROLES.indexOf(role)),
  )
}

function readDescriptor(reader: ByteReader): Descriptor {
  const descriptor = {
    shard: shardId(reader.varint()),
    range: { start: reader.varint(), end: reader.varint() },
    epoch: { config: reader.varint(), range: reader.varint() },
    incarnation: reader.utf8(),
    nextReplica: replicaId(reader.varint()),
    replicas: readList(reader, readPlace),
  }
  const problem = descriptorProblem(descriptor)
  if (problem !== undefined) throw new MalformedBytes(`descriptor: ${problem}`)
  return descriptor
}

function readPlace(reader: ByteReader): ReplicaPlace {
  const replica = replicaId(reader.varint())
  const node = nodeId(reader.varint())
  return { replica, node, role: readMember(reader, ROLES, 'role') }
}

function writeConfState(writer: ByteWriter, state: ConfState): void {
  writeReplicas(writer, state.voters)
  writeReplicas(writer, state.votersOutgoing)
  writeReplicas(writer, state.learners)
  writeReplicas(writer, state.learnersNext)
  writer.bool(state.autoLeave)
}

function readConfState(reader: ByteReader): ConfState {
  return {
    voters: readReplicas(reader),
    votersOutgoing: readReplicas(reader),
    learners: readReplicas(reader),
    learnersNext: readReplicas(reader),
    autoLeave: reader.bool(),
  }
}

function writeReplicas(writer: ByteWriter, replicas: readonly ReplicaId[]): void {
  writeList(writer, replicas, (to, replica) => to.varint(replica))
}

function readReplicas(reader: ByteReader): ReplicaId[] {
  return readList(reader, (from) => replicaId(from.varint()))
}
