/**
 * Deletes the keys of a range of one partition that have a value at the command's stamp (07, `DeleteRange`): one entry, so all of
 * them at once, and under one operation id, so once. It reads the range, so it waits for exclusive locks inside; and it
 * writes what it finds, so it waits for readers of that, of keys and of ranges.
 *
 * Two partitions can have one token: keys of another one that lie between are left alone.
 */
import { timestamp, type Key } from '../base/ids.ts'
import { partitionOf } from '../base/token.ts'
import { blindVersion } from '../versions/evaluate.ts'
import { knownReply, lockedReply, record, refuse, type CommandOf } from './apply-commands.ts'
import { rangeContains } from './descriptor.ts'
import { refusal, unknownKeyspace, type EntryContext } from './entry-context.ts'
import type { CommandReply } from './request.ts'
import { versionAt } from './shard-state.ts'
import { headsInRange } from './validation.ts'

const NEVER = timestamp(0)

export function applyDeleteRange(
  context: EntryContext,
  command: CommandOf<'delete-range'>,
): CommandReply {
  const known = knownReply(context, command.id)
  if (known !== undefined) return known
  const { state, stamp, batch } = context
  const { keyspace, token } = command
  const rules = context.rules(keyspace)
  if (rules === undefined) return refuse(context, command, unknownKeyspace(keyspace))
  if (!rangeContains(state.descriptor.range, token)) return { kind: 'stale-epoch' }
  const { locks } = state.prepared
  const inside = locks.rangeBlocker(command, Infinity)
  if (inside !== undefined) return lockedReply(inside)
  const gcPoint = state.gcPoint(keyspace)
  const heads = headsInRange(state, command, context.fetched)
  const doomed: Key[] = []
  for (const key of [...heads.keys()].sort()) {
    if (versionAt(heads.get(key)!, stamp, gcPoint)?.value === undefined) continue
    if (partitionOf(key, rules.partition) !== command.partition) continue
    const block = locks.writeBlocker(keyspace, key, token)
    if (block !== undefined) return lockedReply(block)
    doomed.push(key)
  }
  const limit = batch.limits.transactionOperations
  if (doomed.length > limit) {
    return refuse(context, command, refusal('TXN_TOO_LARGE', tooManyRows(doomed.length, limit)))
  }
  for (const key of doomed) {
    const entry = state.heads.ensure(keyspace, key, token, heads.get(key)!)
    const { incarnation } = state
    const current = context.head(entry)
    state.writeHead(
      entry,
      blindVersion(current, undefined, NEVER, stamp, incarnation, command.author),
    )
  }
  record(context, command, { kind: 'applied', at: stamp, succeeded: true, outcomes: [] })
  return { kind: 'range-deleted', deleted: doomed.length, timestamp: stamp }
}

/** What a refusal says of a range with too much in it. */
export function tooManyRows(found: number, limit: number): string {
  return `the range holds ${found} keys or more, and one call deletes at most ${limit}: divide it, as the SDK and kvctl do`
}
