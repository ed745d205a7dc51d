/**
 * Whether what a transaction read is still so (05, "Commit", "Time to live"). Versions are identified by their timestamp,
 * which is unique in a key's life:
 *
 * - a version read is valid while it is the key's newest, and only if it has not expired since it was read alive;
 * - "nothing there" is valid only while the GC point has not passed the read: else create, delete and collect in between
 *   would look like nothing;
 * - a range is valid if the same rows live in it, no more and no fewer, and nothing in it was written since.
 */
import { timestamp, type Key, type KeyspaceId, type Timestamp } from '../base/ids.ts'
import { lesserExpiry } from '../txn/participant.ts'
import type { LockRange } from '../txn/locks.ts'
import type { RangeCheck, ReadCheck } from '../txn/types.ts'
import type { Version } from '../versions/version.ts'
import type { HeadEntry } from './head-cache.ts'
import { dirtyInRange } from './needed-rows.ts'
import type { RowFetch } from './row-fetch.ts'
import { isExpired, versionAt, type ShardState } from './shard-state.ts'

export type Validity =
  /** `leastExpiry`: of the live versions read; 0 = none. */
  | { readonly kind: 'valid'; readonly leastExpiry: Timestamp }
  | { readonly kind: 'changed'; readonly keyspace: KeyspaceId; readonly key: Key }

const NEVER = timestamp(0)
const VALID: Validity = { kind: 'valid', leastExpiry: NEVER }

export function validateRead(
  state: ShardState,
  check: ReadCheck,
  entry: HeadEntry,
  at: Timestamp,
): Validity {
  const { keyspace, key } = check
  const gcPoint = state.gcPoint(keyspace)
  const version = state.headAt(entry, at)
  if (version === undefined) {
    return check.timestamp === 0 && gcPoint <= check.readAt ? VALID : changed(keyspace, key)
  }
  if (version.timestamp !== check.timestamp) return changed(keyspace, key)
  // The head as it was written: `version` is a tombstone from its expiry on.
  if (isExpired(entry.version!, at)) {
    return entry.version!.expiry <= check.readAt ? VALID : changed(keyspace, key)
  }
  return version.value === undefined || version.expiry === 0
    ? VALID
    : { kind: 'valid', leastExpiry: version.expiry }
}

/** `fetched` must hold the range's rows (needed-rows.ts). */
export function validateRange(
  state: ShardState,
  check: RangeCheck,
  fetched: RowFetch | undefined,
  at: Timestamp,
): Validity {
  const { keyspace } = check
  const gcPoint = state.gcPoint(keyspace)
  if (gcPoint > check.readAt) return changed(keyspace, check.start)
  const unseen = new Map(check.rows.map((row) => [row.key, row.timestamp]))
  let leastExpiry = NEVER
  for (const [key, head] of headsInRange(state, check, fetched)) {
    // Also of what is deleted again by now: the range was not all the time as it was read.
    if (head.timestamp > check.readAt) return changed(keyspace, key)
    const version = versionAt(head, at, gcPoint)
    if (version?.value === undefined) continue
    if (unseen.get(key) !== version.timestamp) return changed(keyspace, key)
    unseen.delete(key)
    leastExpiry = lesserExpiry(leastExpiry, version.expiry)
  }
  for (const key of unseen.keys()) return changed(keyspace, key)
  return { kind: 'valid', leastExpiry }
}

/** The heads of a range: the engine's, over them those frozen with the fetch, over them what is dirty now. */
export function headsInRange(
  state: ShardState,
  check: LockRange,
  fetched: RowFetch | undefined,
): Map<Key, Version> {
  const heads = new Map<Key, Version>()
  for (const { key, version } of fetched?.foundRange(check) ?? []) heads.set(key, version)
  for (const { key, version } of dirtyInRange(state, check)) heads.set(key, version)
  return heads
}

function changed(keyspace: KeyspaceId, key: Key): Validity {
  return { kind: 'changed', keyspace, key }
}
