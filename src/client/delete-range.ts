/**
 * Deletes of a range. One call to the server deletes all or nothing, and at most so many keys; a longer range goes piece by
 * piece, each at once, so somebody may see the first pieces gone and the last ones not yet.
 */
import { RingKvError } from '../base/errors.ts'
import { keyBytes, keyOfBytes, type Key } from '../base/ids.ts'
import type { wire } from '../net/protobuf.ts'
import type { ClientCore } from './core.ts'
import { endOfPrefix, toKey, toKeyBound, type KeyInput } from './keys.ts'
import { invalid, type KeyspaceOptions } from './options.ts'
import { scan } from './scan.ts'

/** Keys of one piece, at first. */
const PIECE_KEYS = 1000

/** Which keys of one partition to delete. Without prefix and bounds: all of it. */
export interface DeleteRangeOptions extends KeyspaceOptions {
  /** Any key of the partition. */
  readonly partitionOf: KeyInput
  /** Only keys that begin so. */
  readonly prefix?: KeyInput
  /** First key, inclusive. */
  readonly start?: KeyInput
  /** Exclusive. */
  readonly end?: KeyInput
}

export interface DeleteRangeResult {
  /** Keys that had a value; undefined if a lost answer took the count with it. */
  readonly deleted: number | undefined
  /** When the last piece went: hybrid timestamp in microseconds. */
  readonly timestamp: number
}

/** See `RingKv.deleteRange`. `timeoutMs` is per piece. */
export async function deleteRange(
  core: ClientCore,
  options: DeleteRangeOptions,
): Promise<DeleteRangeResult> {
  const { prefix } = options
  if (prefix !== undefined && (options.start !== undefined || options.end !== undefined)) {
    throw invalid('give a prefix, or start and end, not both')
  }
  const end = prefix === undefined ? toKeyBound(options.end ?? '') : endOfPrefix(toKeyBound(prefix))
  let start = toKeyBound(prefix ?? options.start ?? '')
  let total: number | undefined = 0
  let pieceKeys = PIECE_KEYS
  let bound = end
  for (;;) {
    try {
      const { deleted, timestamp } = await deletePiece(core, options, start, bound)
      total = total === undefined || deleted === undefined ? undefined : total + deleted
      if (bound === end) return { deleted: total, timestamp }
      start = bound
    } catch (error) {
      if (!(error instanceof RingKvError) || error.code !== 'TXN_TOO_LARGE') throw error
      // Others write into it, or the server takes less.
      if (bound !== end) pieceKeys = Math.max(1, Math.floor(pieceKeys / 2))
    }
    bound = (await boundAfter(core, options, start, end, pieceKeys)) ?? end
  }
}

/** The bound behind the first `count` keys; undefined if there are not so many. */
async function boundAfter(
  core: ClientCore,
  options: DeleteRangeOptions,
  start: Key,
  end: Key,
  count: number,
): Promise<Key | undefined> {
  const { partitionOf, keyspace, timeoutMs, signal } = options
  const rows = scan(core, {
    partitionOf,
    start: keyBytes(start),
    end: keyBytes(end),
    limit: count,
    pageRows: count,
    keysOnly: true,
    ...(keyspace === undefined ? {} : { keyspace }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(signal === undefined ? {} : { signal }),
  })
  let seen = 0
  let last: Uint8Array | undefined
  for await (const row of rows) {
    seen++
    last = row.keyBytes
  }
  return seen < count ? undefined : (`${keyOfBytes(last!)}\0` as Key)
}

function deletePiece(
  core: ClientCore,
  options: DeleteRangeOptions,
  start: Key,
  end: Key,
): Promise<DeleteRangeResult> {
  const key = toKey(options.partitionOf)
  const keyspace = options.keyspace ?? core.defaults.keyspace
  const deadlineMs = core.deadline(options)
  const header = core.newHeader(deadlineMs)
  const request: wire.DeleteRangeRequest.$Properties = {
    header,
    keyspace,
    partitionOf: keyBytes(key),
    start: keyBytes(start),
    end: keyBytes(end),
  }
  return core.invoke(
    { kind: 'write', request: { deleteRange: request }, header, keyspace, key },
    deadlineMs,
    options.signal,
    ({ rangeDeleted }) => ({
      deleted: rangeDeleted?.counted === true ? (rangeDeleted.deleted ?? 0) : undefined,
      timestamp: rangeDeleted?.timestamp ?? 0,
    }),
  )
}
