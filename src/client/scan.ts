/**
 * Scans: pages fetched one ahead of the reader, all as of the time of the first page, so that a scan over any number of
 * shards is one consistent cut.
 */
import type { Key } from '../base/ids.ts'
import { keyBytes } from '../base/ids.ts'
import type { wire } from '../net/protobuf.ts'
import type { ClientCore } from './core.ts'
import { decodeKeyedRow, type KeyedEntry } from './entries.ts'
import { toKey, toKeyBound, type KeyInput } from './keys.ts'
import { anyReplicaOf, invalid, readTime, type ReadOptions } from './options.ts'

const PAGE_ROWS_DEFAULT = 1000
const PAGE_ROWS_MAX = 10_000

/** What to scan. Without anything: the whole keyspace. `timeoutMs` is per page. */
export interface ScanOptions extends ReadOptions {
  /** Only keys that begin so. */
  readonly prefix?: KeyInput
  /** First key, inclusive. */
  readonly start?: KeyInput
  /** Exclusive. */
  readonly end?: KeyInput
  /** Only the partition of this key, in key order. */
  readonly partitionOf?: KeyInput
  /** Stop after this many rows. Default: none. */
  readonly limit?: number
  /** Rows fetched at once. Default 1 000, at most 10 000. */
  readonly pageRows?: number
  /** Do not fetch values; `value` is then an empty string. */
  readonly keysOnly?: boolean
}

interface Page {
  readonly rows: KeyedEntry[]
  readonly cursor: Uint8Array
  readonly readAt: number
}

/** See `RingKv.scan`. */
export async function* scan(
  core: ClientCore,
  options: ScanOptions,
): AsyncGenerator<KeyedEntry, void, undefined> {
  const limit = options.limit ?? Infinity
  if (!(limit > 0)) throw invalid(`a scan's limit must be above 0, not ${limit}`)
  const request = scanRequest(core, options)
  const partition = options.partitionOf === undefined ? undefined : toKey(options.partitionOf)
  let found = 0
  let next: Promise<Page> | undefined = fetchPage(core, request, partition, options)
  while (next !== undefined) {
    const { rows, cursor, readAt }: Page = await next
    const enough: boolean = found + rows.length >= limit
    next =
      enough || cursor.length === 0
        ? undefined
        : fetchPage(core, { ...request, cursor, at: readAt }, partition, options)
    // It is awaited after this page's rows; a reader that stops early never awaits it.
    next?.catch(() => undefined)
    for (const row of rows) {
      if (found++ >= limit) return
      yield row
    }
  }
}

function scanRequest(core: ClientCore, options: ScanOptions): wire.ScanRequest.$Properties {
  const { prefix, start, end, partitionOf, limit, keysOnly } = options
  if (prefix !== undefined && (start !== undefined || end !== undefined)) {
    throw invalid('give a scan a prefix, or start and end, not both')
  }
  const pageRows = options.pageRows ?? PAGE_ROWS_DEFAULT
  if (!(Number.isInteger(pageRows) && pageRows > 0 && pageRows <= PAGE_ROWS_MAX)) {
    throw invalid(`pageRows must be from 1 to ${PAGE_ROWS_MAX}, not ${pageRows}`)
  }
  return {
    keyspace: options.keyspace ?? core.defaults.keyspace,
    prefix: boundBytes(prefix),
    start: boundBytes(start),
    end: boundBytes(end),
    limit: Math.min(pageRows, limit ?? Infinity),
    at: readTime(options.at),
    keysOnly: keysOnly ?? false,
    partitionOf: partitionOf === undefined ? boundBytes(undefined) : keyBytes(toKey(partitionOf)),
    ...core.consistency(options),
  }
}

export function boundBytes(bound: KeyInput | undefined): Uint8Array {
  return keyBytes(toKeyBound(bound ?? ''))
}

function fetchPage(
  core: ClientCore,
  request: wire.ScanRequest.$Properties,
  partition: Key | undefined,
  options: ScanOptions,
): Promise<Page> {
  const target = partition === undefined ? {} : { keyspace: request.keyspace!, key: partition }
  return core.invoke(
    { kind: 'read', request: { scan: request }, ...target, anyReplica: anyReplicaOf(options) },
    core.deadline(options),
    options.signal,
    ({ scan: page }) => ({
      rows: (page?.rows ?? []).map(decodeKeyedRow),
      cursor: Uint8Array.from(page?.cursor ?? []),
      readAt: page?.readAt ?? 0,
    }),
  )
}
