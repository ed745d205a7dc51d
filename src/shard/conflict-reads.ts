/**
 * Reads of the conflict log (04, "What the client learns"): the recent conflicts of one key. They are as fresh as any
 * newest read: whoever was answered with a conflict finds it here.
 */
import { timestamp, type Timestamp } from '../base/ids.ts'
import { tokenOf } from '../base/token.ts'
import type { Row } from '../storage/engine.ts'
import { cutExplanation, sideBoundsOf } from '../versions/cut-explanation.ts'
import type { KeyspaceRules } from './command.ts'
import { decodeConflict } from './conflict-codec.ts'
import type { ConflictRecord } from './conflict-log.ts'
import { rangeContains } from './descriptor.ts'
import { decodeConflictKey, type KeyBounds } from './keys.ts'
import type { ReadElsewhere, ReadLocked } from './reads.ts'
import type { Read } from './request.ts'
import type { ShardState } from './shard-state.ts'

export type ConflictsRead = Extract<Read, { kind: 'conflicts' }>

/** What the log holds of a key. */
export interface FoundConflicts {
  /** Newest first. */
  readonly records: readonly ConflictRecord[]
  /** When the oldest conflict was logged, of any key of the shard, that is still kept; 0 = there is none. */
  readonly since: Timestamp
}

export type ConflictsPlan =
  | {
      readonly kind: 'plan'
      /** Read all rows here, from now on. */
      readonly bounds: KeyBounds
      /** @throws MalformedBytes when a row is damaged */
      readonly found: (rows: readonly Row[]) => FoundConflicts
    }
  | ReadLocked
  | ReadElsewhere

/**
 * Waits for exclusive locks on the key: a transaction that is committed already may have a conflict to log. One record
 * (`read.at` given) is whole, several are cut to what one answer holds.
 */
export function planConflicts(
  state: ShardState,
  read: ConflictsRead,
  rules: KeyspaceRules,
): ConflictsPlan {
  const { keyspace, key, at, limit } = read
  const block = state.prepared.locks.readBlocker(keyspace, key, Infinity)
  if (block !== undefined) return { kind: 'locked', holder: block.holder, key }
  const { range } = state.descriptor
  if (!rangeContains(range, tokenOf(keyspace, key, rules.partition))) return { kind: 'stale-epoch' }
  const log = state.conflicts
  const unwritten = log.unwritten()
  const found = (stored: readonly Row[]): FoundConflicts => {
    const rows = log.whole(stored, unwritten)
    const own = rows.filter((row) => {
      const place = decodeConflictKey(row.key)
      return place.keyspace === keyspace && place.key === key && (at === 0 || place.at === at)
    })
    const newest = own.reverse().slice(0, limit)
    const records = newest.map((row) => decodeConflict(row.key, row.value))
    const since = rows.length === 0 ? timestamp(0) : decodeConflictKey(rows[0]!.key).at
    return { records: at === 0 ? records.map(cutFor(records.length)) : records, since }
  }
  return { kind: 'plan', bounds: log.bounds, found }
}

function cutFor(count: number): (record: ConflictRecord) => ConflictRecord {
  const bounds = sideBoundsOf(count)
  return (record) => ({ ...record, explanation: cutExplanation(record.explanation, bounds) })
}
