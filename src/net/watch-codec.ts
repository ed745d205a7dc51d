/**
 * Watches between the wire and the domain. A resume token says for parts of the ring up to which timestamp everything was sent. It
 * names tokens of the ring, not shards, so that it is good after splits and on every node.
 */
import { ByteReader, ByteWriter, MalformedBytes } from '../base/bytes.ts'
import { timestamp, TOKEN_END, type Key, type KeyspaceId, type Timestamp } from '../base/ids.ts'
import { tokenOf } from '../base/token.ts'
import type { wire } from './protobuf.ts'
import { endOfPrefix } from './read-codec.ts'
import { boundOf, invalid, keyOf, keyspaceOf, type RequestContext } from './request-context.ts'

/** A part of the ring, [start, end), and what of it is resolved; 0 = watched from when the watch begins. */
export interface ResolvedRange {
  readonly start: number
  readonly end: number
  readonly resolved: Timestamp
}

export interface Watch {
  readonly keyspace: KeyspaceId
  readonly start: Key
  /** Exclusive; empty = unbounded. */
  readonly end: Key
  /** Where to go on, in ring order and without gaps: the whole ring, or the one token of a single key. */
  readonly from: readonly ResolvedRange[]
}

const TOKEN_VERSION = 1
/** Ranges of a token, at most: neighbours go together beyond that, and more is repeated. */
const TOKEN_RANGES_MAX = 256

/** @throws RingKvError KEYSPACE_UNKNOWN, KEY_INVALID, INVALID_ARGUMENT */
export function decodeWatch(
  context: RequestContext,
  request: wire.WatchRequest.$Properties,
): Watch {
  const keyspace = keyspaceOf(context, request.keyspace)
  const key = boundOf(context, request.key)
  const prefix = boundOf(context, request.prefix)
  const start = boundOf(context, request.start)
  const end = boundOf(context, request.end)
  const chosen = [key !== '', prefix !== '', start !== '' || end !== '']
  if (chosen.filter(Boolean).length > 1) {
    throw invalid('a watch takes a key, or a prefix, or start and end, only one of them')
  }
  const { id } = keyspace
  if (key !== '') {
    const token = tokenOf(id, keyOf(context, request.key), keyspace.partition)
    const from = rangesOf(request, token, token + 1)
    return { keyspace: id, start: key, end: `${key}\x00` as Key, from }
  }
  const from = rangesOf(request, 0, TOKEN_END)
  if (prefix !== '') return { keyspace: id, start: prefix, end: endOfPrefix(prefix), from }
  return { keyspace: id, start, end, from }
}

function rangesOf(
  request: wire.WatchRequest.$Properties,
  start: number,
  end: number,
): readonly ResolvedRange[] {
  const { token } = request
  if (token === null || token === undefined || token.length === 0) {
    return [{ start, end, resolved: timestamp(request.from ?? 0) }]
  }
  const ranges = decodeResumeToken(token)
    .filter((range) => range.start < end && range.end > start)
    .map(({ resolved, ...range }) => ({
      start: Math.max(range.start, start),
      end: Math.min(range.end, end),
      resolved,
    }))
  if (ranges[0]?.start !== start || ranges.at(-1)?.end !== end) {
    throw invalid('the token is of a watch that did not cover these keys')
  }
  return ranges
}

/** @param ranges in ring order, without gaps */
export function encodeResumeToken(ranges: readonly ResolvedRange[]): Buffer {
  const each = Math.ceil(ranges.length / TOKEN_RANGES_MAX)
  const parts: ResolvedRange[] = []
  for (let i = 0; i < ranges.length; i += each) {
    const group = ranges.slice(i, i + each)
    const resolved = timestamp(Math.min(...group.map((range) => range.resolved)))
    parts.push({ start: group[0]!.start, end: group.at(-1)!.end, resolved })
  }
  const writer = new ByteWriter(64).u8(TOKEN_VERSION).varint(parts[0]?.start ?? 0)
  writer.varint(parts.length)
  for (const { end, resolved } of parts) writer.varint(end).varint(resolved)
  return writer.finish()
}

/** @throws RingKvError INVALID_ARGUMENT */
function decodeResumeToken(bytes: Uint8Array): readonly ResolvedRange[] {
  try {
    const reader = new ByteReader(bytes)
    const version = reader.u8()
    if (version !== TOKEN_VERSION) throw new MalformedBytes(`token version ${version}`)
    let start = reader.varint()
    const count = reader.varint()
    if (count > TOKEN_RANGES_MAX) throw new MalformedBytes(`${count} ranges`)
    const ranges: ResolvedRange[] = []
    for (let i = 0; i < count; i++) {
      const end = reader.varint()
      if (end <= start || end > TOKEN_END) throw new MalformedBytes('ranges out of order')
      ranges.push({ start, end, resolved: timestamp(reader.varint()) })
      start = end
    }
    reader.expectEnd()
    return ranges
  } catch (error) {
    if (!(error instanceof MalformedBytes)) throw error
    throw invalid('the token is not one that a watch gave out')
  }
}
