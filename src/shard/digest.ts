/**
 * Fingerprints of a shard's replicated state: replicas with one applied index must have equal ones (11, invariant SM).
 *
 * Two halves. `stateDigest` covers what a machine holds in memory. `VersionsDigest` covers heads and history, which only
 * the engine has whole: feed it the rows of `versionRanges`, read from an engine snapshot of a replica that has written
 * everything. Collected versions do not count, as replicas delete their bytes at different times; neither do segments, nor which
 * versions share a row of history.
 */
import { xxh64 } from '@node-rs/xxhash'
import { ByteWriter } from '../base/bytes.ts'
import type { Row } from '../storage/engine.ts'
import {
  decodeHeadKey,
  decodeHistoryKey,
  historyKey,
  isHeadKey,
  SEGMENT_BYTES,
  SEGMENT_OFFSET,
  versionRangesOf,
  type KeyBounds,
} from './keys.ts'
import type { ShardMachine } from './machine.ts'
import { encodeMeta, type MetaRow } from './meta-row.ts'
import { encodeOutcomes } from './outcome-rows.ts'
import { decodeHead, encodePrepareRecord } from './rows.ts'
import { decodeHistoryRow, encodeHistoryRow } from './history-rows.ts'
import { isCollected } from './shard-state.ts'
import { segment, timestamp } from '../base/ids.ts'

const NEVER = timestamp(0)

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
    for (const row of rows) {
      if (isHeadKey(row.key)) this.addHead(row)
      else this.addHistory(row)
    }
  }

  /** 16 hexadecimal digits, of everything added so far. */
  value(): string {
    return hex(this.hash)
  }

  private addHead(row: Row): void {
    const { gcPoints, descriptor } = this.meta
    const gcPoint = gcPoints.get(decodeHeadKey(row.key).keyspace)
    const version = decodeHead(row.value, descriptor.incarnation)
    if (gcPoint === undefined || !isCollected(version, gcPoint)) this.addRow(row)
  }

  private addHistory({ key: rowKey, value: row }: Row): void {
    const { gcPoints, segment: own, descriptor } = this.meta
    const { incarnation } = descriptor
    const { keyspace, token, key } = decodeHistoryKey(rowKey)
    const gcPoint = gcPoints.get(keyspace) ?? NEVER
    for (const one of decodeHistoryRow(row, incarnation).reverse()) {
      if (one.supersededAt <= gcPoint) continue
      this.addRow({
        key: historyKey(own, keyspace, token, key, one.version.timestamp),
        value: encodeHistoryRow([one], 0, incarnation).value,
      })
    }
  }

  private addRow({ key, value }: Row): void {
    this.hash = xxh64(key.subarray(0, SEGMENT_OFFSET), this.hash)
    this.hash = xxh64(key.subarray(SEGMENT_OFFSET + SEGMENT_BYTES), this.hash)
    this.hash = xxh64(value, this.hash)
  }
}

function hex(hash: bigint): string {
  return hash.toString(16).padStart(16, '0')
}
