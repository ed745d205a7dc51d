/**
 * Quotas at apply (06; docs/decisions/0011). Placement adds up what the shards' leaders report and says which keyspaces are
 * full; that comes here with the rules in the entry. In a full keyspace nothing may leave more live bytes than it found: values
 * can be read, replaced by others no larger, and deleted.
 */
import type { KeyspaceId } from '../base/ids.ts'
import type { Refusal } from '../txn/types.ts'
import { valueBytes } from '../versions/value-codec.ts'
import type { Version } from '../versions/version.ts'
import { refusal, type EntryContext } from './entry-context.ts'
import type { HeadEntry } from './head-cache.ts'

/** Bytes of a key and its value that count; 0 without a value. */
function liveBytes(entry: HeadEntry, version: Version | undefined): number {
  return version?.value === undefined ? 0 : entry.key.length + valueBytes(version.value)
}

/** The refusal of one write that a full keyspace has no room for. */
export function writeOverQuota(
  context: EntryContext,
  entry: HeadEntry,
  version: Version,
): Refusal | undefined {
  if (context.rules(entry.keyspace)?.full === undefined) return undefined
  const growth = liveBytes(entry, version) - liveBytes(entry, context.head(entry))
  return growth > 0 ? fullRefusal(context, entry.keyspace) : undefined
}

/** The refusal of writes that happen together: what some of them free counts for the others of the same keyspace. */
export function writesOverQuota(
  context: EntryContext,
  writes: Iterable<{ readonly entry: HeadEntry; readonly version: Version }>,
): Refusal | undefined {
  if (context.batch.keyspaces.every(({ full }) => full === undefined)) return undefined
  const growth = new Map<KeyspaceId, number>()
  for (const { entry, version } of writes) {
    const change = liveBytes(entry, version) - liveBytes(entry, context.head(entry))
    growth.set(entry.keyspace, (growth.get(entry.keyspace) ?? 0) + change)
  }
  for (const [keyspace, bytes] of growth) {
    const isFull = context.rules(keyspace)?.full !== undefined
    if (isFull && bytes > 0) return fullRefusal(context, keyspace)
  }
  return undefined
}

function fullRefusal(context: EntryContext, keyspace: KeyspaceId): Refusal {
  const { name, usedBytes, quotaBytes } = context.rules(keyspace)!.full!
  return refusal(
    'QUOTA_EXCEEDED',
    `the keyspace "${name}" is full: ${usedBytes} of ${quotaBytes} bytes when last counted; delete something or raise its quota`,
  )
}
