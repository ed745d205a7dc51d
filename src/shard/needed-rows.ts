/**
 * Which rows an entry's evaluation will read, found before anything is evaluated: so apply needs no way back. It errs on
 * the side of too much (a base that turns out not to matter) and never on the other: evaluation asserts that.
 *
 * What an entry's own earlier commands change does not make other rows necessary: a context names a version that was
 * newest before (then it is in the cache, and stays findable there when a command of this entry supersedes it) or an
 * older one (then it is named here).
 */
import { rangeContains } from './descriptor.ts'
import { timestamp, type Key, type KeyspaceId } from '../base/ids.ts'
import { tokenOf } from '../base/token.ts'
import { decodeContext } from '../versions/context.ts'
import { insideRange, type LockRange } from '../txn/locks.ts'
import type { Batch, Command, KeyspaceRules, TransactOperation } from './command.ts'
import type { HeadEntry } from './head-cache.ts'
import type { HistoryVersion } from './history-rows.ts'
import { RowFetch, type RangeRow } from './row-fetch.ts'
import type { ShardState } from './shard-state.ts'

/** Heads that the entry names and the cache lacks. For prefetching: entries before it may not be applied yet. */
export function missingHeads(state: ShardState, batch: Batch): RowFetch | undefined {
  const search = new Search(state, batch)
  for (const command of batch.commands) search.headsOf(command)
  return search.fetch
}

/** All rows that the entry, which is the next to be applied, may read and that are not at hand. */
export function missingRows(
  state: ShardState,
  batch: Batch,
  fetched: RowFetch | undefined,
): RowFetch | undefined {
  const search = new Search(state, batch)
  let headsAreAll = true
  for (const command of batch.commands) {
    search.headsOf(command)
    if (readsMoreThanHeads(command)) headsAreAll = false
  }
  // Which versions are missing shows only when all heads are there.
  if (search.fetch !== undefined || headsAreAll) return search.fetch
  for (const command of batch.commands) search.versionsOf(command, fetched)
  // Ranges come last in a fetch.
  for (const command of batch.commands) search.rangesOf(command, fetched)
  for (const command of batch.commands) search.conflictsOf(command, fetched)
  return search.isMissing ? search.fetch : undefined
}

/** Whether `versionsOf`, `rangesOf` or `conflictsOf` may have something to look for. */
function readsMoreThanHeads(command: Command): boolean {
  switch (command.kind) {
    case 'write':
      return hasContext(command.write)
    case 'transact':
      return (
        command.ranges.length > 0 ||
        command.then.some(hasContext) ||
        command.otherwise.some(hasContext)
      )
    case 'prepare':
      return command.ranges.length > 0 || command.writes.some(hasContext)
    case 'delete-range':
    case 'split':
      return true
    default:
      return false
  }
}

function hasContext(
  operation: TransactOperation,
): operation is Extract<TransactOperation, { op: 'put' | 'delete' }> {
  return (operation.op === 'put' || operation.op === 'delete') && operation.context.length > 0
}

/**
 * Versions and ranges of one entry come from one fetch: while one is read, another may leave the cache for the engine, and
 * rows fetched one after the other would be missing in turns for ever. So `fetch` names all that the cache lacks, and
 * `isMissing` says whether the last fetch lacks some of it too.
 */
class Search {
  fetch: RowFetch | undefined
  isMissing = false
  private readonly state: ShardState
  private readonly batch: Batch

  constructor(state: ShardState, batch: Batch) {
    this.state = state
    this.batch = batch
  }

  headsOf(command: Command): void {
    switch (command.kind) {
      case 'write':
        this.head(command.write.keyspace, command.write.key)
        return
      case 'transact':
        for (const each of command.reads) this.head(each.keyspace, each.key)
        for (const each of command.compares) this.head(each.keyspace, each.key)
        for (const each of command.then) this.head(each.keyspace, each.key)
        for (const each of command.otherwise) this.head(each.keyspace, each.key)
        return
      case 'prepare':
        for (const each of command.reads) this.head(each.keyspace, each.key)
        for (const each of command.writes) this.head(each.keyspace, each.key)
        return
      case 'commit': {
        // At start the record comes back without the heads that it will change.
        const record = this.state.prepared.find(command.id)
        for (const each of record?.intents ?? []) {
          if (this.state.heads.get(each.keyspace, each.key) === undefined) {
            this.wanted().wantHead(each.keyspace, each.key, each.token)
          }
        }
        return
      }
      default:
    }
  }

  versionsOf(command: Command, fetched: RowFetch | undefined): void {
    switch (command.kind) {
      case 'write':
        this.baseOf(command.write, fetched)
        return
      case 'prepare':
        for (const write of command.writes) this.baseOf(write, fetched)
        return
      case 'transact':
        for (const write of command.then) this.baseOf(write, fetched)
        for (const write of command.otherwise) this.baseOf(write, fetched)
        return
      default:
    }
  }

  rangesOf(command: Command, fetched: RowFetch | undefined): void {
    if (command.kind === 'delete-range') this.range(command, fetched)
    if (command.kind !== 'transact' && command.kind !== 'prepare') return
    for (const check of command.ranges) this.range(check, fetched)
  }

  /** A split's child gets a copy of the conflict log. */
  conflictsOf(command: Command, fetched: RowFetch | undefined): void {
    if (command.kind !== 'split') return
    const { conflicts } = this.state
    const wanted = this.wanted()
    if (wanted.conflicts === undefined)
      wanted.wantConflicts(conflicts.bounds, conflicts.unwritten())
    if (fetched?.conflicts?.found === undefined) this.isMissing = true
  }

  private head(keyspace: KeyspaceId, key: Key): void {
    if (this.state.heads.get(keyspace, key) !== undefined) return
    const rules = this.rules(keyspace)
    if (rules === undefined || key.length < 1 || key.length > this.batch.limits.keyBytes) return
    const token = tokenOf(keyspace, key, rules.partition)
    if (rangeContains(this.state.descriptor.range, token)) {
      this.wanted().wantHead(keyspace, key, token)
    }
  }

  private baseOf(write: TransactOperation, fetched: RowFetch | undefined): void {
    if (!hasContext(write)) return
    const { keyspace, key, context } = write
    const entry = this.state.heads.get(keyspace, key)
    const at = decodeContext(keyspace, key, context)?.timestamp
    if (entry?.version === undefined || at === undefined || at === 0) return
    if (versionInCache(entry, at) !== undefined) return
    this.wanted().wantVersion(keyspace, key, entry.token, at)
    if (fetched === undefined || fetched.found(keyspace, key, at) === 'missing') {
      this.isMissing = true
    }
  }

  private range(check: LockRange, fetched: RowFetch | undefined): void {
    const { state } = this
    if (this.rules(check.keyspace) === undefined) return
    if (!rangeContains(state.descriptor.range, check.token)) return
    this.wanted().wantRange(check, dirtyInRange(state, check))
    if (fetched?.foundRange(check) === undefined) this.isMissing = true
  }

  private rules(keyspace: KeyspaceId): KeyspaceRules | undefined {
    return rulesIn(this.state, this.batch, keyspace)
  }

  private wanted(): RowFetch {
    const { heads, segment } = this.state
    this.fetch ??= new RowFetch(segment, heads.changeCounter, true)
    return this.fetch
  }
}

/** The keyspace's rules as the entry brings them; none of one that was dropped, whatever the entry's leader had heard. */
export function rulesIn(
  { dropped }: ShardState,
  { keyspaces }: Batch,
  keyspace: KeyspaceId,
): KeyspaceRules | undefined {
  for (const rules of keyspaces) {
    if (rules.id === keyspace) return dropped.has(keyspace) ? undefined : rules
  }
  return undefined
}

/** The version of exactly `at`, if it is the head or was one that the engine may not have in history yet. */
export function versionInCache(entry: HeadEntry, at: number): HistoryVersion | undefined {
  if (entry.version?.timestamp === at) return { version: entry.version, supersededAt: NOT_YET }
  return entry.history === undefined ? undefined : versionAmong(entry.history, at)
}

/** The version of exactly `at` among rows whose timestamps rise. A hot key has thousands. */
function versionAmong(rows: readonly HistoryVersion[], at: number): HistoryVersion | undefined {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (rows[middle]!.version.timestamp < at) low = middle + 1
    else high = middle
  }
  const row = rows[low]
  return row?.version.timestamp === at ? row : undefined
}

const NOT_YET = timestamp(Number.MAX_SAFE_INTEGER)

/** Heads inside a range that the engine may not have. */
export function dirtyInRange(state: ShardState, range: LockRange): RangeRow[] {
  const rows: RangeRow[] = []
  for (const { keyspace, token, key, version } of state.heads.dirty()) {
    if (keyspace !== range.keyspace || token !== range.token || version === undefined) continue
    if (insideRange(range, key)) rows.push({ key, version })
  }
  return rows
}
