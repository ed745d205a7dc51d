/**
 * Fingerprints of a shard's replicated state: replicas with one applied index must have equal ones (11, invariant SM).
 *
 * Two halves. `stateDigest` covers what a machine holds in memory. `VersionsDigest` covers heads and history, which only
 * the engine has whole: feed it the rows of `versionRanges`, read from an engine snapshot of a replica that has written
 * everything. Collected versions do not count, as replicas delete their bytes at different times; neither do segments.
 */
import { xxh64 } from '@node-rs/xxhash'
import { ByteWriter } from '../base/bytes.ts'
import type { Row } from '../storage/engine.ts'
import {
  decodeHeadKey,
  decodeHistoryKey,
  isHeadKey,
  SEGMENT_BYTES,
  SEGMENT_OFFSET,
  versionRangesOf,
  type KeyBounds,
} from './keys.ts'
import type { ShardMachine } from './machine.ts'
import { encodeMeta, type MetaRow } from './meta-row.ts'
import { encodeOutcomes } from './outcome-rows.ts'
import { decodeHead, decodeHistory, encodePrepareRecord } from './rows.ts'
import { isCollected } from './shard-state.ts'
import { segment, timestamp } from '../base/ids.ts'

/** 16 hexadecimal digits. */
export function stateDigest(machine: ShardMachine): string {
  const state = machine.internals
  const { lastStamp, outcomes, prepared, conflicts, incarnation } = state
  const writer = new ByteWriter(4096)
  const meta: MetaRow = {
    ...state.meta(),
    // Of this replica alone.
    segment: segment(0),
    closed: { timestamp: timestamp(0), index: 0 },
    garbageLists: 0,
    inherits: [],
    gcPoints: new Map([...state.gcPoints].sort(([a], [b]) => a - b)),
  }
  writer.bytes(encodeMeta(meta))
  writer.bytes(encodeOutcomes(outcomes.views(lastStamp)))
  for (const { client, mark, greatestExpiry } of outcomes.marks(lastStamp)) {
    writer.latin1(client).varint(mark).varint(greatestExpiry)
  }
  const records = [...prepared.all()].map((record) => encodePrepareRecord(record, incarnation))
  for (const record of records.sort((a, b) => a.compare(b))) writer.bytes(record)
  writer.varint(conflicts.size)
  return hex(xxh64(writer.view()))
}

/** Engine ranges of all heads and all history of a replica, in the order in which `VersionsDigest` wants them. */
export function versionRanges(meta: MetaRow): KeyBounds[] {
  const { segment: own, descriptor } = meta
  const keyspaces = [...meta.gcPoints.keys()].sort((a, b) => a - b)
  return versionRangesOf(own, keyspaces, descriptor.range)
}

export class VersionsDigest {
  private readonly meta: MetaRow
  private hash = 0n

  /** @param meta the replica's, as of the same engine snapshot as the rows */
  constructor(meta: MetaRow) {
    this.meta = meta
  }

  /** Rows in order; any number at a time. */
  add(rows: readonly Row[]): void {
    for (const row of rows) if (!this.isCollected(row)) this.addRow(row)
  }

  /** 16 hexadecimal digits, of everything added so far. */
  value(): string {
    return hex(this.hash)
  }

  private addRow({ key, value }: Row): void {
    this.hash = xxh64(key.subarray(0, SEGMENT_OFFSET), this.hash)
    this.hash = xxh64(key.subarray(SEGMENT_OFFSET + SEGMENT_BYTES), this.hash)
    this.hash = xxh64(value, this.hash)
  }

  private isCollected({ key, value }: Row): boolean {
    const { gcPoints, descriptor } = this.meta
    const { incarnation } = descriptor
    if (isHeadKey(key)) {
      const gcPoint = gcPoints.get(decodeHeadKey(key).keyspace)
      return gcPoint !== undefined && isCollected(decodeHead(value, incarnation), gcPoint)
    }
    const gcPoint = gcPoints.get(decodeHistoryKey(key).keyspace)
    return gcPoint !== undefined && decodeHistory(value, incarnation).supersededAt <= gcPoint
  }
}

function hex(hash: bigint): string {
  return hash.toString(16).padStart(16, '0')
}
