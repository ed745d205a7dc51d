/**
 * Rows of history (docs/FORMATS.md, "Rows"; docs/decisions/0019). A row holds versions of one key that followed each other and
 * were superseded between two engine batches of the shard, as many as make a small row: what a version costs is its row
 * far more than its bytes. It stands under the timestamp of its oldest version, so the first row at or below a time has that
 * time's version, if any row has.
 *
 * How versions are shared out over rows depends on when a replica wrote its batches, so it differs from replica to replica, and
 * so does when a row goes: all of its versions must be collected. Nothing may follow from what else is found in a row.
 */
import { ByteReader, ByteWriter } from '../base/bytes.ts'
import type { Timestamp } from '../base/ids.ts'
import { readVersion, writeVersion } from '../versions/version-codec.ts'
import type { Version } from '../versions/version.ts'
import { readTimestamp } from './field-codecs.ts'

/** A superseded version and when it was superseded. */
export interface HistoryVersion {
  readonly version: Version
  readonly supersededAt: Timestamp
}

/** A row that has reached this takes no more: rows of 4 KiB would live in blob files, and one version is read by its row. */
const ROW_BYTES = 3072

const rowWriter = new ByteWriter(4096)

/** The row that begins with `versions[from]`, oldest first, and where the next one begins. */
export function encodeHistoryRow(
  versions: readonly HistoryVersion[],
  from: number,
  incarnation: string,
): { readonly value: Buffer; readonly next: number } {
  const writer = rowWriter.reset()
  let next = from
  do {
    const { version, supersededAt } = versions[next]!
    writeVersion(writer.varint(supersededAt), version, incarnation)
    next += 1
  } while (next < versions.length && writer.size < ROW_BYTES)
  return { value: writer.finish(), next }
}

/**
 * The versions of a row, oldest first.
 * @throws MalformedBytes when the bytes are no such row
 */
export function decodeHistoryRow(bytes: Buffer, incarnation: string): HistoryVersion[] {
  const reader = new ByteReader(bytes)
  const versions: HistoryVersion[] = []
  do {
    const supersededAt = readTimestamp(reader)
    versions.push({ version: readVersion(reader, incarnation), supersededAt })
  } while (!reader.done)
  return versions
}

/** The newest version at or below `at` in a row that begins at or below it; undefined without a row. */
export function newestAtOrBelow(
  row: Buffer | undefined,
  at: Timestamp,
  incarnation: string,
): HistoryVersion | undefined {
  if (row === undefined) return undefined
  return decodeHistoryRow(row, incarnation).findLast(({ version }) => version.timestamp <= at)
}
