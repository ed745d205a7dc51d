/**
 * Reads between the wire and the domain. A scan goes page by page over shards; between pages nothing is kept on any node:
 * the cursor that the client brings back holds the position and the snapshot time (so all pages are one cut).
 */
import { ByteReader, ByteWriter, MalformedBytes } from '../base/bytes.ts'
import {
  keyBytes,
  timestamp,
  type Key,
  type KeyspaceId,
  type Timestamp,
  type Token,
} from '../base/ids.ts'
import { partitionOf, tokenOf } from '../base/token.ts'
import type { Read, ReadRow } from '../shard/request.ts'
import type { wire } from './protobuf.ts'
import { boundOf, invalid, keyOf, keyspaceOf, type RequestContext } from './request-context.ts'
import { encodeValue } from './value-codec.ts'

export type PointRead = Extract<Read, { readonly kind: 'get' }>

/** One page of a scan as the gateway runs it, over however many shards it takes. */
export interface ScanPage {
  readonly keyspace: KeyspaceId
  /** Only this partition's token; undefined = the whole ring. */
  readonly token: Token | undefined
  /** Whether a key is of that partition: another one may share its token. */
  readonly isOfPartition: (key: Key) => boolean
  readonly start: Key
  /** Exclusive; empty = unbounded. */
  readonly end: Key
  /** Continue behind this position; undefined = from the beginning. */
  readonly after: ScanPosition | undefined
  /** Snapshot time; 0 = the first shard asked chooses. */
  readonly at: Timestamp
  /** Most rows of this page. */
  readonly limit: number
  readonly keysOnly: boolean
  /** Not only leaders may answer. */
  readonly anyReplica: boolean
}

export interface ScanPosition {
  readonly token: number
  readonly key: Key
}

/** Rows of a page when the client does not say, and at most when it does. */
const SCAN_ROWS_DEFAULT = 1000
const SCAN_ROWS_MAX = 10_000

/** Most keys of one `BatchGet`. */
const BATCH_KEYS_MAX = 10_000

const CURSOR_VERSION = 1

/** @throws RingKvError KEYSPACE_UNKNOWN, KEY_INVALID */
export function decodeGet(
  context: RequestContext,
  request: wire.GetRequest.$Properties,
): PointRead {
  const keyspace = keyspaceOf(context, request.keyspace).id
  const keys = [keyOf(context, request.key)]
  return { kind: 'get', keyspace, keys, at: timestamp(request.at ?? 0), anyReplica: false }
}

/** @throws RingKvError KEYSPACE_UNKNOWN, KEY_INVALID, INVALID_ARGUMENT */
export function decodeBatchGet(
  context: RequestContext,
  request: wire.BatchGetRequest.$Properties,
): PointRead {
  const wanted = request.keys ?? []
  if (wanted.length > BATCH_KEYS_MAX) {
    throw invalid(`${wanted.length} keys in one request, more than the limit of ${BATCH_KEYS_MAX}`)
  }
  const keyspace = keyspaceOf(context, request.keyspace).id
  const keys = wanted.map((key) => keyOf(context, key))
  return { kind: 'get', keyspace, keys, at: timestamp(request.at ?? 0), anyReplica: false }
}

/** @throws RingKvError KEYSPACE_UNKNOWN, KEY_INVALID, INVALID_ARGUMENT */
export function decodeScan(
  context: RequestContext,
  request: wire.ScanRequest.$Properties,
): ScanPage {
  const keyspace = keyspaceOf(context, request.keyspace)
  const prefix = boundOf(context, request.prefix)
  const start = boundOf(context, request.start)
  const end = boundOf(context, request.end)
  if (prefix !== '' && (start !== '' || end !== '')) {
    throw invalid('a scan takes a prefix, or start and end, not both')
  }
  const partition = boundOf(context, request.partitionOf)
  const cursor = decodeCursor(request.cursor)
  const wanted = request.limit ?? 0
  const { partition: rule } = keyspace
  const partitionText = partition === '' ? undefined : partitionOf(partition, rule)
  return {
    keyspace: keyspace.id,
    token: partition === '' ? undefined : tokenOf(keyspace.id, partition, rule),
    isOfPartition: (key) => partitionText === undefined || partitionOf(key, rule) === partitionText,
    start: prefix === '' ? start : prefix,
    end: prefix === '' ? end : endOfPrefix(prefix),
    after: cursor?.position,
    at: cursor?.at ?? timestamp(request.at ?? 0),
    limit: Math.min(wanted === 0 ? SCAN_ROWS_DEFAULT : wanted, SCAN_ROWS_MAX),
    keysOnly: request.keysOnly ?? false,
    anyReplica: false,
  }
}

/** The least key above every key that begins with `prefix`; empty if there is none. */
export function endOfPrefix(prefix: Key): Key {
  let last = prefix.length - 1
  while (last >= 0 && prefix.charCodeAt(last) === 0xff) last--
  if (last < 0) return '' as Key
  return (prefix.slice(0, last) + String.fromCharCode(prefix.charCodeAt(last) + 1)) as Key
}

/** Opaque to clients: where the next page begins, and the snapshot time of all pages. */
export function encodeCursor(position: ScanPosition, at: Timestamp): Buffer {
  return new ByteWriter(32)
    .u8(CURSOR_VERSION)
    .u32be(position.token)
    .varint(at)
    .rawLatin1(position.key)
    .finish()
}

function decodeCursor(
  bytes: Uint8Array | null | undefined,
): { readonly position: ScanPosition; readonly at: Timestamp } | undefined {
  if (bytes === null || bytes === undefined || bytes.length === 0) return undefined
  try {
    const reader = new ByteReader(bytes)
    const version = reader.u8()
    if (version !== CURSOR_VERSION) throw new MalformedBytes(`cursor version ${version}`)
    const token = reader.u32be()
    const at = timestamp(reader.varint())
    const key = reader.rawLatin1(reader.remaining) as Key
    return { position: { token, key }, at }
  } catch (error) {
    if (!(error instanceof MalformedBytes)) throw error
    throw invalid('the cursor is not one that a scan gave out')
  }
}

export function encodeRow(row: ReadRow): wire.Row.$Properties {
  return {
    key: keyBytes(row.key),
    timestamp: row.timestamp,
    value: row.value === undefined ? null : encodeValue(row.value),
    expiry: row.expiry,
    author: row.author,
    context: row.context,
  }
}
