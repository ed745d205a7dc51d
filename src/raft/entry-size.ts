/** How large entries count for the limits on messages, on one Ready and on uncommitted data. */
import type { Entry } from './messages.ts'

/** Stands for an entry's header, so that empty entries count too. */
const ENTRY_OVERHEAD_BYTES = 16

/** Bytes of data in `entries`, without headers: an empty entry is free and no limit can refuse it. */
export function dataBytes(entries: readonly Entry[]): number {
  let bytes = 0
  for (const entry of entries) bytes += entry.data.length
  return bytes
}

/** Bytes of `entries` with their headers: positive for every entry. */
export function entriesBytes(entries: readonly Entry[]): number {
  return dataBytes(entries) + entries.length * ENTRY_OVERHEAD_BYTES
}

/** The longest prefix of `entries` within `maxBytes`, at least one entry. Does not copy what needs no cut. */
export function limitEntries(entries: readonly Entry[], maxBytes: number): readonly Entry[] {
  let bytes = 0
  for (let i = 0; i < entries.length; i++) {
    bytes += entries[i]!.data.length + ENTRY_OVERHEAD_BYTES
    if (bytes > maxBytes && i > 0) return entries.slice(0, i)
  }
  return entries
}
