/**
 * The replicated key-value state machine of one shard (01, "Deterministic cores"; 03, "Applying and durability"; 05).
 * Committed log entries go in, in order; answers and released locks come out; rows for the engine are collected with
 * `seal`. Synchronous and deterministic: the same entries make the same state and the same answers on every replica,
 * whatever each of them has cached.
 *
 * How the shell drives it:
 * - `apply` each entry. If it answers `needs`, nothing has happened: read the named rows, `fill` them, `apply` again.
 *   `missingHeads` says early which heads an entry will need, for fetching them for many shards at once.
 * - `seal` puts all rows that changed since the last seal into an engine batch: every head once, however often it
 *   changed, and always the `meta` row with the applied index. When the engine has the batch, `cleanUpTo` its number.
 *   Until then the changed rows stay in memory, and reads find them there.
 * - Reads on the leader: `getNewest`, `getAt`, `planScan`, `confirm`.
 */
import { assert, unreachable } from '../base/assert.ts'
import {
  timestamp,
  type KeyspaceId,
  type Segment,
  type ShardId,
  type Timestamp,
} from '../base/ids.ts'
import type { ConfState } from '../raft/messages.ts'
import type { Row } from '../storage/engine.ts'
import type { WriteBatch } from '../storage/write-batch.ts'
import type { LockBlock, LockTable } from '../txn/locks.ts'
import type { PrepareRecord, RangeCheck, ReadCheck } from '../txn/types.ts'
import type { Version } from '../versions/version.ts'
import {
  applyAbort,
  applyCollect,
  applyCommit,
  applyDropKeyspaces,
  applyForget,
  applyResolve,
  applyWrite,
} from './apply-commands.ts'
import { applyDeleteRange } from './apply-delete-range.ts'
import { applyPrepare, applyTransact } from './apply-transactions.ts'
import {
  nothingSince,
  planChanges,
  resolvedOf,
  type ChangesFilter,
  type ChangesPlan,
  type ChangesPosition,
} from './changes.ts'
import { NOTHING_CLOSED } from './closed-timestamps.ts'
import { EVALUATION_VERSION, type Batch, type Command, type KeyspaceRules } from './command.ts'
import { planConflicts, type ConflictsPlan, type ConflictsRead } from './conflict-reads.ts'
import type { Descriptor, TokenRange } from './descriptor.ts'
import { DroppedKeyspaces } from './dropped-keyspaces.ts'
import { EntryContext, type ReleasedLocks } from './entry-context.ts'
import type { Garbage } from './garbage.ts'
import type { HeadCacheBudget, HeadEntry } from './head-cache.ts'
import { encodeHistoryRow, newestAtOrBelow, type HistoryVersion } from './history-rows.ts'
import {
  decodeHeadKey,
  headKey,
  garbageBounds,
  historyKey,
  keyspaceBounds,
  metaKey,
  preparedKey,
  shardTableBounds,
  versionRangesOf,
  type KeyBounds,
} from './keys.ts'
import { commandBlocker } from './command-locks.ts'
import { decodeMeta, encodeMeta, type MetaRow } from './meta-row.ts'
import { missingHeads, missingRows } from './needed-rows.ts'
import type { UnforgottenCommit } from './outcomes.ts'
import {
  confirmReads,
  newestPoints,
  pointsAt,
  type ConfirmResult,
  type GetRead,
  type PointsResult,
  type ReadTooOld,
  type RulesLookup,
} from './reads.ts'
import type { CommandReply } from './request.ts'
import type { RowFetch } from './row-fetch.ts'
import { decodeHead, decodePrepareRecord, encodeHead, encodePrepareRecord } from './rows.ts'
import { planScan, type ScanPlanResult, type ScanRead } from './scan.ts'
import { ShardState } from './shard-state.ts'
import { applySplit, splitOff } from './split.ts'
import type { KeyspaceUse } from './usage.ts'

export type ApplyResult =
  | {
      readonly kind: 'applied'
      /** One per command of the entry, in order. */
      readonly replies: readonly CommandReply[]
      readonly released: readonly ReleasedLocks[]
      /**
       * The shard was split: the other half, as of this entry. Whether a replica of it begins with that is the shell's to say (it may
       * exist already); what the parent has in its segment of those tokens is the child's from here on.
       */
      readonly child?: ShardMachine | undefined
    }
  /** Nothing has happened: `fill` this, then apply the entry again. */
  | { readonly kind: 'needs'; readonly fetch: RowFetch }

/** Where a new shard's history begins. */
export interface NewShard {
  readonly segment: Segment
  readonly descriptor: Descriptor
  readonly confState: ConfState
  readonly appliedIndex: number
  readonly appliedTerm: number
}

const NEVER = timestamp(0)
const NOTHING_APPLIED: ApplyResult = { kind: 'applied', replies: [], released: [] }
const STALE_EPOCH: CommandReply = { kind: 'stale-epoch' }
const DONE: CommandReply = { kind: 'done' }

export class ShardMachine {
  private readonly state: ShardState
  /** What the next entry asked for. */
  private fetch: RowFetch | undefined
  /** The `meta` row differs from the last sealed one. */
  private unsealed: boolean

  private constructor(state: ShardState, unsealed: boolean) {
    this.state = state
    this.unsealed = unsealed
  }

  /** A shard without any history. Its first `seal` writes the rows that make it exist. */
  static empty(shard: NewShard, caches: HeadCacheBudget): ShardMachine {
    const meta: MetaRow = {
      ...shard,
      lastStamp: NEVER,
      clockFloor: NEVER,
      ceiling: NEVER,
      closed: NOTHING_CLOSED,
      gcPoints: new Map(),
      garbageLists: 0,
      usage: new Map(),
      dropped: new DroppedKeyspaces(),
      inherits: [],
    }
    return new ShardMachine(new ShardState(meta, caches), true)
  }

  /** Engine ranges to read in full, in this order, for `load`. */
  static loadBounds(shard: ShardId, segment: Segment): readonly KeyBounds[] {
    return [
      shardTableBounds('prepared', segment, shard),
      shardTableBounds('outcomes', segment, shard),
      shardTableBounds('marks', segment, shard),
      shardTableBounds('conflicts', segment, shard),
    ]
  }

  /**
   * A replica as its rows in the engine say.
   * @param meta value of the shard's `meta` row
   * @param tables rows of each of `loadBounds`
   * @throws MalformedBytes when a row is damaged
   */
  static load(
    meta: Uint8Array,
    tables: readonly (readonly Row[])[],
    caches: HeadCacheBudget,
  ): ShardMachine {
    const machine = new ShardMachine(new ShardState(decodeMeta(meta), caches), false)
    const { state } = machine
    const [prepared = [], outcomes = [], marks = [], conflicts = []] = tables
    for (const { value } of prepared) {
      state.prepared.restore(decodePrepareRecord(value, state.incarnation))
    }
    state.outcomes.load(outcomes, marks, state.lastStamp)
    state.conflicts.load(conflicts)
    return machine
  }

  get shard(): ShardId {
    return this.state.shard
  }

  get segment(): Segment {
    return this.state.segment
  }

  get descriptor(): Descriptor {
    return this.state.descriptor
  }

  get confState(): ConfState {
    return this.state.confState
  }

  get appliedIndex(): number {
    return this.state.appliedIndex
  }

  get appliedTerm(): number {
    return this.state.appliedTerm
  }

  /** Greatest stamp in the applied log. */
  get lastStamp(): Timestamp {
    return this.state.lastStamp
  }

  /** Greatest commit timestamp in the applied log: stamps must be above it. */
  get clockFloor(): Timestamp {
    return this.state.clockFloor
  }

  /** Timestamp reads may be served up to here; a new leader stamps above it. Never falls. */
  get ceiling(): Timestamp {
    return this.state.ceiling
  }

  /** Snapshot and stale reads up to here may be served by this replica, whoever leads (05, "Closed timestamps"). */
  get closedUpTo(): Timestamp {
    const { closed, appliedIndex, ceiling } = this.state
    return timestamp(Math.min(closed.at(appliedIndex).timestamp, ceiling))
  }

  get locks(): LockTable {
    return this.state.prepared.locks
  }

  /** Estimated bytes of the outcome table, for `outcomes.max-bytes`. */
  get outcomeBytes(): number {
    return this.state.outcomes.bytes
  }

  /** Whether the keyspace is known here to be dropped. */
  wasDropped(keyspace: KeyspaceId): boolean {
    return this.state.dropped.has(keyspace)
  }

  /** Keyspaces that have, or had, something here. */
  keyspaces(): IterableIterator<KeyspaceId> {
    return this.state.usage.keys()
  }

  /** What each keyspace has in this shard, in no particular order. */
  *usage(): Generator<KeyspaceUse> {
    for (const [keyspace, { keys, bytes, historyBytes }] of this.state.usage) {
      yield { keyspace, keys, bytes, historyBytes }
    }
  }

  /** Versions that the next `seal` will write. */
  get unsealedVersions(): number {
    return this.state.heads.unsealedVersions
  }

  /** Whether `seal` has something to write. */
  get hasUnsealed(): boolean {
    return this.unsealed
  }

  /** 0 = nothing of the keyspace was ever collected: every time can be read. */
  gcPoint(keyspace: KeyspaceId): Timestamp {
    return this.state.gcPoint(keyspace)
  }

  /** Whether time alone will make something of it superfluous: versions that are not the newest, outcomes. */
  get hasLeftovers(): boolean {
    const { garbage, inherits } = this.state
    return !garbage.isEmpty || inherits.length > 0 || this.outcomesUntil > 0
  }

  /** Shards of whose garbage lists this replica has not copied its part yet. */
  get inherits(): readonly ShardId[] {
    return this.state.inherits
  }

  /** The parts are copied. */
  inherited(): void {
    this.state.inherits = []
    this.state.garbage.lookAgain()
    this.unsealed = true
  }

  /** What was collected and is still in the engine. */
  get garbage(): Garbage {
    return this.state.garbage
  }

  /** From when on nothing in the outcome table counts any more, as far as shard time decides; 0 = it is empty. */
  get outcomesUntil(): Timestamp {
    return this.state.outcomes.latestExpiry
  }

  /** Every promise whose outcome is not known here, for sweeps over overdue transactions. */
  preparedRecords(): IterableIterator<PrepareRecord> {
    return this.state.prepared.all()
  }

  /** Cross-shard commits whose ids expired before `before` and whose `forget` has not come, at most `limit`. */
  unforgottenBefore(before: Timestamp, limit: number): UnforgottenCommit[] {
    return this.state.outcomes.unforgottenBefore(before, limit)
  }

  /** @internal The whole state, for the parts of the shard that are not about applying: digests, snapshots. */
  get internals(): ShardState {
    return this.state
  }

  // ---- applying --------------------------------------------------------------------------------------------------

  /** Heads that `batch` will need and that are not cached. Entries before it need not be applied yet. */
  missingHeads(batch: Batch): RowFetch | undefined {
    return missingHeads(this.state, batch)
  }

  /**
   * Takes the rows of a fetch: `values` of its `keys`, `ranges` of its `ranges`. After a read's fetch, ask again in the
   * same turn, as the cache promises to keep rows only for the next entry.
   * @throws MalformedBytes when a row is damaged
   */
  fill(
    fetch: RowFetch,
    values: readonly (Buffer | undefined)[],
    ranges: readonly (readonly Row[])[],
  ): void {
    const { heads, incarnation } = this.state
    assert(values.length === fetch.keys.length, 'a fetch filled with too few or too many values')
    assert(ranges.length === fetch.ranges.length, 'a fetch filled with too few or too many ranges')
    fetch.heads.forEach(({ keyspace, key, token }, i) => {
      const value = values[i]
      const version = value && decodeHead(value, incarnation)
      heads.fill(keyspace, key, token, version, fetch.madeAt, fetch.pins)
    })
    const { versions, checks } = fetch
    fetch.fill(
      versions.map(({ at }, i) => newestAtOrBelow(ranges[i]![0]?.value, at, incarnation)),
      ranges.slice(versions.length, versions.length + checks.length).map((rows) =>
        rows.map(({ key, value }) => ({
          key: decodeHeadKey(key).key,
          version: decodeHead(value, incarnation),
        })),
      ),
      fetch.conflicts && ranges[ranges.length - 1],
    )
  }

  /**
   * Applies one committed entry; `batch` undefined = an entry without commands (a new leader's first). All or nothing.
   * Effects stay in memory until `seal`.
   */
  apply(index: number, term: number, batch: Batch | undefined): ApplyResult {
    const { state } = this
    this.checkPosition(index, term)
    if (batch === undefined) {
      this.advance(index, term)
      return NOTHING_APPLIED
    }
    if (this.isCurrent(batch)) {
      const fetched = this.fetch?.filled === true ? this.fetch : undefined
      const fetch = missingRows(state, batch, fetched)
      if (fetch !== undefined) {
        this.fetch = fetch
        return { kind: 'needs', fetch }
      }
    }
    this.checkBatch(batch)
    const context = new EntryContext(state, batch, index, this.fetch)
    const replies: CommandReply[] = []
    for (let i = 0; i < batch.commands.length; i++) {
      const stamp = timestamp(batch.stamp + i)
      state.lastStamp = stamp
      context.stamp = stamp
      // Looked at each time: a command before this one may have split the shard.
      if (!this.isCurrent(batch)) {
        replies.push(STALE_EPOCH)
        continue
      }
      assert(stamp > state.clockFloor, () => `stamp ${stamp} is not above ${state.clockFloor}`)
      const command = batch.commands[i]!
      replies.push(applyCommand(context, command))
      context.logConflicts(command)
    }
    if (batch.commands.length === 0) state.lastStamp = batch.stamp
    if (batch.ceiling > state.ceiling) state.ceiling = batch.ceiling
    this.advance(index, term)
    const child = context.split && new ShardMachine(splitOff(context, context.split), true)
    return { kind: 'applied', replies, released: context.released, child }
  }

  /** Whether the shard has the range under which the batch was made. */
  private isCurrent({ rangeEpoch }: Batch): boolean {
    return rangeEpoch === this.state.descriptor.epoch.range
  }

  /** A configuration change took effect with entry `index`. */
  applyMembership(index: number, term: number, descriptor: Descriptor, confState: ConfState): void {
    this.checkPosition(index, term)
    assert(descriptor.shard === this.shard, 'a descriptor of another shard')
    this.state.descriptor = descriptor
    this.state.confState = confState
    this.advance(index, term)
  }

  private checkPosition(index: number, term: number): void {
    const { appliedIndex, appliedTerm } = this.state
    assert(index === appliedIndex + 1, () => `entry ${index} after ${appliedIndex}`)
    assert(term >= appliedTerm, () => `term ${term} after ${appliedTerm}`)
  }

  private checkBatch(batch: Batch): void {
    const { lastStamp } = this.state
    assert(batch.stamp > lastStamp, () => `stamp ${batch.stamp} after ${lastStamp}`)
    assert(
      batch.evaluationVersion === EVALUATION_VERSION,
      () => `evaluation version ${batch.evaluationVersion} is not known here`,
    )
  }

  private advance(index: number, term: number): void {
    const { state } = this
    state.appliedIndex = index
    state.appliedTerm = term
    state.outcomes.sweep(state.lastStamp)
    state.heads.unpin()
    state.heads.budget.enforce()
    this.fetch = undefined
    this.unsealed = true
  }

  // ---- the engine ------------------------------------------------------------------------------------------------

  /** The `meta` row as `seal` would write it now. */
  metaBytes(): Buffer {
    return encodeMeta(this.state.meta())
  }

  /** Puts every row that changed since the last call into `batch`, number `sequence`; numbers rise. */
  seal(sequence: number, batch: WriteBatch): void {
    const { state } = this
    const { segment, shard, incarnation, garbage } = state
    state.heads.seal(sequence, (entry, superseded) => {
      putHead(batch, segment, entry, incarnation)
      garbage.headWritten(entry)
      putHistory(batch, state, entry, superseded)
    })
    garbage.seal(sequence, batch)
    // Behind all that is put, lest anything of them stay.
    for (const keyspace of state.purges.splice(0)) purge(batch, state, keyspace)
    for (const range of state.disowned.splice(0)) {
      for (const { gte, lt } of versionRangesOf(segment, [...state.gcPoints.keys()], range)) {
        batch.deleteRange(gte, lt)
      }
    }
    state.prepared.drainChanges((id, record) => {
      const key = preparedKey(segment, shard, id)
      if (record === undefined) batch.delete(key)
      else batch.put(key, encodePrepareRecord(record, incarnation))
    })
    state.outcomes.seal(batch)
    state.conflicts.seal(sequence, batch)
    batch.put(metaKey(shard), encodeMeta(state.meta()))
    this.unsealed = false
  }

  /** The shard that was split off does not begin with what lies here: its versions go with the next batch. */
  disown(range: TokenRange): void {
    this.state.disowned.push(range)
    this.unsealed = true
  }

  /** The engine has all batches up to number `sequence`. */
  cleanUpTo(sequence: number): void {
    this.state.heads.cleanUpTo(sequence)
    this.state.garbage.written(sequence)
    this.state.heads.budget.enforce()
    this.state.conflicts.cleanUpTo(sequence)
  }

  /** The replica goes: its memory is given back. */
  close(): void {
    this.state.heads.close()
  }

  // ---- reading ---------------------------------------------------------------------------------------------------

  /** The newest versions, expiry judged at `now`; waits for every exclusive lock on the keys. */
  getNewest(read: GetRead, rules: KeyspaceRules, now: Timestamp): PointsResult {
    return newestPoints(this.state, read, rules, now)
  }

  /**
   * The versions of snapshot time `read.at`; waits for exclusive locks with a prepare stamp at most that.
   * @param fetched what an earlier call asked for, filled
   */
  getAt(read: GetRead, rules: KeyspaceRules, fetched?: RowFetch): PointsResult {
    return pointsAt(this.state, read, rules, fetched)
  }

  /** A scan at snapshot time `at`. Take the engine's snapshot in the same turn. */
  planScan(read: ScanRead, at: Timestamp): ScanPlanResult {
    return planScan(this.state, read, at)
  }

  /** Everything that is ever written at or below this is applied (05, "Watch"). */
  get resolved(): Timestamp {
    return resolvedOf(this.state)
  }

  /** Whether no version above `since` was ever written here. */
  nothingSince(since: Timestamp): boolean {
    return nothingSince(this.state, since)
  }

  /** Versions above `since`, from `position` on. Take the engine's snapshot in the same turn. */
  planChanges(
    filter: ChangesFilter,
    since: Timestamp,
    position: ChangesPosition | undefined,
  ): ChangesPlan | ReadTooOld {
    return planChanges(this.state, filter, since, position)
  }

  /** Apply tells `watcher` of every version that it makes a head; undefined = nobody. */
  watch(watcher: ((entry: HeadEntry, version: Version) => void) | undefined): void {
    this.state.watcher = watcher
  }

  /**
   * Whether everything read is still the newest at `now` and nothing of it locked.
   * @param fetched what an earlier call asked for, filled
   */
  confirm(
    reads: readonly ReadCheck[],
    ranges: readonly RangeCheck[],
    rules: RulesLookup,
    now: Timestamp,
    fetched?: RowFetch,
  ): ConfirmResult {
    return confirmReads(this.state, reads, ranges, rules, now, fetched)
  }

  /** The recent conflicts of a key. */
  planConflicts(read: ConflictsRead, rules: KeyspaceRules): ConflictsPlan {
    return planConflicts(this.state, read, rules)
  }

  /**
   * What a command would have to wait for, as far as can be told before it is applied. A leader asks before it proposes,
   * of the machine's own locks and of a table of prepares that it proposed and that are not applied yet.
   */
  lockedBy(
    command: Command,
    rules: RulesLookup,
    table: LockTable = this.locks,
  ): LockBlock | undefined {
    return commandBlocker(table, command, rules)
  }

  /** A leader has promised to stamp nothing at or below `at` any more; it had proposed everything up to `index` by then. */
  closeTimestamp(at: Timestamp, index: number): void {
    const { closed, appliedIndex } = this.state
    closed.add(at, index, appliedIndex)
  }
}

function applyCommand(context: EntryContext, command: Command): CommandReply {
  switch (command.kind) {
    case 'write':
      return applyWrite(context, command)
    case 'transact':
      return applyTransact(context, command)
    case 'prepare':
      return applyPrepare(context, command)
    case 'commit':
      return applyCommit(context, command)
    case 'abort':
      return applyAbort(context, command)
    case 'resolve':
      return applyResolve(context, command)
    case 'forget':
      return applyForget(context, command)
    case 'raise-ceiling':
      return DONE
    case 'collect':
      return applyCollect(context, command)
    case 'delete-range':
      return applyDeleteRange(context, command)
    case 'drop-keyspaces':
      return applyDropKeyspaces(context, command)
    case 'split':
      return applySplit(context, command)
    default:
      return unreachable(command)
  }
}

function putHead(batch: WriteBatch, segment: Segment, entry: HeadEntry, incarnation: string): void {
  const { keyspace, token, key, version } = entry
  assert(version !== undefined, 'a head that was written has a version')
  batch.put(headKey(segment, keyspace, token, key), encodeHead(version, incarnation))
}

/** Removes every row of a keyspace. */
function purge(batch: WriteBatch, state: ShardState, keyspace: KeyspaceId): void {
  const { segment, shard, descriptor } = state
  for (const { gte, lt } of [
    keyspaceBounds('heads', segment, keyspace, descriptor.range),
    keyspaceBounds('history', segment, keyspace, descriptor.range),
    garbageBounds(segment, shard, keyspace, NEVER),
  ]) {
    batch.deleteRange(gte, lt)
  }
}

function putHistory(
  batch: WriteBatch,
  { segment, incarnation, garbage }: ShardState,
  entry: HeadEntry,
  versions: readonly HistoryVersion[],
): void {
  const { keyspace, token, key } = entry
  let first = 0
  while (first < versions.length) {
    const { value, next } = encodeHistoryRow(versions, first, incarnation)
    const { timestamp: at } = versions[first]!.version
    batch.put(historyKey(segment, keyspace, token, key, at), value)
    garbage.superseded(entry, at, versions[next - 1]!.supersededAt)
    first = next
  }
}
