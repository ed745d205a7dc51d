/**
 * The node's Raft log: the logs of all its shards on one write-ahead log (03, "Raft log").
 *
 * - `append` is durable when its promise resolves, for all shards in it at once: all or nothing of one call survives a
 *   crash. Calls become durable in the order in which they were made; those made while a write is in flight share the
 *   next one. Call it once per turn of the event loop with everything that the turn produced.
 * - What a `ShardLog` shows is durable: it changes just before the promise of the append resolves.
 * - The first failed write is the last one: this append and all later calls reject with
 *   `FatalError('log-write-failed')`. Failures outside a call (freeing files, reading back rotten entries) go to
 *   `onFatal`. After either the process must stop.
 * - Data of entries are kept by reference and must never change.
 */
import { assert } from '../base/assert.ts'
import { MalformedBytes } from '../base/bytes.ts'
import type { Scheduler } from '../base/clock.ts'
import { FatalError } from '../base/errors.ts'
import type { ReplicaId, ShardId } from '../base/ids.ts'
import type { Random } from '../base/random.ts'
import type { Entry, HardState, Snapshot } from '../raft/messages.ts'
import { FetchWindows } from './fetch-windows.ts'
import type { FileSystem } from './file-system.ts'
import { logCorrupt, logWriteFailed } from './log-errors.ts'
import { LogReader } from './log-reader.ts'
import { LogReclaim } from './log-reclaim.ts'
import { LogReplay } from './log-replay.ts'
import { ShardLog, type ShardLogContext } from './shard-log.ts'
import { NO_REPLICA, ShardRecords } from './shard-records.ts'
import { TailCache } from './tail-cache.ts'
import { Wal } from './wal.ts'
import { type WalFile, WalFiles } from './wal-files.ts'
import { recoverWal } from './wal-recovery.ts'
import type { LogPosition, SnapshotMark } from './wal-records.ts'

/** Of the cache, so much again may be held in entries fetched from disk. */
const WINDOWS_PART = 4

export interface RaftLogOptions {
  readonly fileSystem: FileSystem
  readonly scheduler: Scheduler
  /** For the salt of a new log; from the operating system in production. */
  readonly random: Random
  /** Directory of the log; must exist. */
  readonly directory: string
  /** Whether a log may be made where there is none. Without: `FatalError('data-directory-unusable')`. */
  readonly createIfMissing: boolean
  /** Size of a file, a multiple of 4096; production 64 MiB, tests smaller. A larger append gets a file of its own. */
  readonly fileBytes: number
  /** `raft.log.max-bytes`: budget for all files. */
  readonly maxBytes: number
  /** `raft.cache-bytes`: newest entries of all shards in memory. */
  readonly cacheBytes: number
  /** Answers `ShardLog.snapshot`. */
  readonly snapshotOf: (shard: ShardId) => Snapshot | 'fetching'
  /** Entries that `ShardLog.entries` was `fetching` have come: ask again. */
  readonly onFetched: (shard: ShardId) => void
  readonly onFatal: (error: unknown) => void
}

/** What one shard has for the log. Several items of one shard in one append take effect in order. */
export interface LogItem {
  readonly shard: ShardId
  /** A new log, before anything else of this replica. */
  readonly start?: (LogPosition & { readonly replica: ReplicaId }) | undefined
  /** An installed snapshot replaces all entries. Needs `hardState` beside it. */
  readonly snapshotMark?: SnapshotMark | undefined
  /** Consecutive; replace what the log has from the first one on. None of them may be committed yet. */
  readonly entries?: readonly Entry[] | undefined
  readonly hardState?: HardState | undefined
}

/** A shard whose entries take space. */
export interface Laggard {
  readonly shard: ShardId
  /** Bytes of its entries' data. */
  readonly liveBytes: number
  /** Whether it is what keeps the oldest file. */
  readonly pinsOldest: boolean
}

/** What an append has to do once it is durable. */
interface Effect {
  readonly item: LogItem
  readonly records: ShardRecords
  /** Where in the frame its entries begin. */
  readonly offsets: number[]
}

export class RaftLog {
  private readonly options: RaftLogOptions
  private readonly context: ShardLogContext
  private readonly wal: Wal
  private readonly shards: Map<ShardId, ShardRecords>
  private readonly reclaim: LogReclaim

  /**
   * Opens or makes the log. Throws `FatalError`: `log-corrupt` if something durable is missing or damaged,
   * `log-write-failed`, `format-unsupported`, `data-directory-unusable`.
   */
  static async open(options: RaftLogOptions): Promise<RaftLog> {
    const files = new WalFiles(options)
    let found: WalFile[]
    try {
      found = await files.openAll()
      if (found.length === 0) {
        if (!options.createIfMissing) throw logMissing(options.directory)
        found = [await files.takeNext(1)]
      }
    } catch (error) {
      throw logWriteFailed(options.directory, error)
    }
    try {
      return await RaftLog.recover(options, files, found)
    } catch (error) {
      for (const { file } of found) await file.close()
      throw error
    }
  }

  private static async recover(
    options: RaftLogOptions,
    files: WalFiles,
    found: WalFile[],
  ): Promise<RaftLog> {
    const holder: { log?: RaftLog } = {}
    const context: ShardLogContext = {
      cache: new TailCache(options.cacheBytes),
      windows: new FetchWindows(Math.ceil(options.cacheBytes / WINDOWS_PART)),
      reader: new LogReader((generation) => holder.log!.fileOf(generation)),
      snapshotOf: options.snapshotOf,
      onFetched: options.onFetched,
      onFatal: options.onFatal,
    }
    const replay = new LogReplay(context)
    const end = await recoverWal(found, (records, file) => replay.replay(records, file))
    const [oldest] = found
    if (oldest!.generation > replay.freedThrough + 1) {
      throw logCorrupt(oldest!.path, 0, 'files before it are missing')
    }
    let shards: Map<ShardId, ShardRecords>
    try {
      shards = replay.finish()
    } catch (error) {
      if (!(error instanceof MalformedBytes)) throw error
      throw logCorrupt(end.live[end.live.length - 1]!.path, end.offset, error.message)
    }
    const wal = new Wal(files, end, () => holder.log!.reclaim.kick())
    holder.log = new RaftLog(options, context, wal, shards)
    return holder.log
  }

  private constructor(
    options: RaftLogOptions,
    context: ShardLogContext,
    wal: Wal,
    shards: Map<ShardId, ShardRecords>,
  ) {
    this.options = options
    this.context = context
    this.wal = wal
    this.shards = shards
    this.reclaim = new LogReclaim({ ...options, wal, shards, reader: context.reader })
  }

  /** The log of a shard that has one. */
  shard(shard: ShardId): ShardLog {
    const log = this.findShard(shard)
    assert(log !== undefined, () => `no log of shard ${shard}`)
    return log
  }

  /** `undefined`: none was started, or it was dropped. */
  findShard(shard: ShardId): ShardLog | undefined {
    return this.shards.get(shard)?.log
  }

  /** All shards that have a log. */
  *shardLogs(): Generator<ShardLog> {
    for (const { log } of this.shards.values()) if (log !== undefined) yield log
  }

  /** Replica ids of the shard below this one have been removed from this node for good; 0 if none was. */
  smallestAcceptable(shard: ShardId): ReplicaId {
    return this.shards.get(shard)?.smallestAcceptable ?? NO_REPLICA
  }

  /** Durable when it resolves. See the contract above. */
  append(items: readonly LogItem[]): Promise<void> {
    return new Promise((resolve, reject) => {
      if (items.length === 0) {
        resolve()
        return
      }
      const writer = this.wal.openFrame()
      const effects: Effect[] = []
      for (const item of items) {
        const records = this.recordsOf(item.shard)
        const offsets: number[] = []
        encodeItem(writer, records, item, offsets)
        records.pending++
        effects.push({ item, records, offsets })
      }
      this.wal.submit({
        durable: (generation, offset) => {
          for (const effect of effects) this.takeEffect(effect, generation, offset)
          resolve()
        },
        failed: reject,
      })
    })
  }

  /**
   * The replica is gone from this node, and replicas of the shard below `smallestAcceptable` never come back. Works
   * without a log, too. Durable when it resolves; nothing may be appended for the shard before a new `start`.
   */
  drop(shard: ShardId, smallestAcceptable: ReplicaId): Promise<void> {
    return new Promise((resolve, reject) => {
      const records = this.recordsOf(shard)
      records.encodeRemoval(this.wal.openFrame(), smallestAcceptable)
      records.pending++
      this.wal.submit({
        durable: (generation) => {
          records.pending--
          records.log?.clear()
          records.log = undefined
          records.noteDurable({ removal: true }, generation)
          this.reclaim.kick()
          resolve()
        },
        failed: reject,
      })
    })
  }

  /**
   * Forgets entries up to `index`, which must be durably applied. At once and without a write: after a restart the log
   * may begin earlier again.
   */
  compact(shard: ShardId, index: number): void {
    const log = this.shard(shard)
    if (index < log.firstIndex()) return
    const term = log.term(index)
    assert(typeof term === 'number', () => `compaction of shard ${shard} to ${index}: ${term}`)
    log.startBehind({ index, term })
    const records = this.recordsOf(shard)
    // Not so if the replica is being dropped: the records may speak of its successor already.
    if (records.replica === log.replica) records.compactTo({ index, term })
    this.reclaim.kick()
  }

  /** The engine's `meta` of the snapshot at `index` is flushed: its mark need not be kept any more. */
  forgetSnapshotMark(shard: ShardId, index: number): void {
    const log = this.shard(shard)
    const mark = log.snapshotMark()
    if (mark !== undefined && mark.index <= index) log.setMark(undefined)
    const records = this.recordsOf(shard)
    if (records.replica === log.replica) records.forgetMark(index)
  }

  /** Bytes of data of a shard's entries; 0 without a log. */
  liveBytes(shard: ShardId): number {
    return this.findShard(shard)?.liveBytes() ?? 0
  }

  /** Bytes of all files. */
  get totalBytes(): number {
    return this.wal.totalBytes
  }

  /** Bytes by which the files exceed the budget; 0 while they do not. */
  get bytesOverBudget(): number {
    return Math.max(0, this.totalBytes - this.options.maxBytes)
  }

  /** The shards with the most bytes, most first: who has to compact when the budget is exceeded. */
  largestLaggards(count: number): Laggard[] {
    const oldestFile = this.wal.liveFiles[0]!.generation
    const laggards: Laggard[] = []
    for (const log of this.shardLogs()) {
      const oldest = log.oldestGeneration()
      if (oldest === undefined) continue
      const pinsOldest = oldest <= oldestFile
      laggards.push({ shard: log.shard, liveBytes: log.liveBytes(), pinsOldest })
    }
    return laggards.sort((a, b) => b.liveBytes - a.liveBytes).slice(0, count)
  }

  /** Writes what was appended, then closes. Nothing may be called after it. */
  async close(): Promise<void> {
    await this.reclaim.stop()
    for (const { generation } of this.wal.liveFiles) await this.context.reader.unread(generation)
    await this.wal.close()
  }

  private fileOf(generation: number): WalFile {
    const files = this.wal.liveFiles
    const file = files[generation - files[0]!.generation]
    assert(file?.generation === generation, () => `log file ${generation} is not there`)
    return file
  }

  private recordsOf(shard: ShardId): ShardRecords {
    let records = this.shards.get(shard)
    if (records === undefined) {
      records = new ShardRecords(shard)
      this.shards.set(shard, records)
    }
    return records
  }

  private takeEffect(effect: Effect, generation: number, frameOffset: number): void {
    const { item, records, offsets } = effect
    const { start, snapshotMark, entries, hardState } = item
    records.pending--
    if (start !== undefined) {
      const { replica, index, term } = start
      records.log = new ShardLog(this.context, item.shard, replica, { index, term })
    }
    const log = records.log!
    if (snapshotMark !== undefined) {
      log.truncateTo(log.firstIndex() - 1)
      log.startBehind({ index: snapshotMark.index, term: snapshotMark.term })
      log.setMark(snapshotMark)
    }
    if (entries !== undefined && entries.length > 0) {
      log.truncateTo(entries[0]!.index - 1)
      log.append(entries, generation, frameOffset, offsets)
    }
    if (hardState !== undefined) log.setHardState(hardState)
    if (start !== undefined || snapshotMark !== undefined) {
      records.noteDurable({ start: true }, generation)
    }
  }
}

function encodeItem(
  writer: ReturnType<Wal['openFrame']>,
  records: ShardRecords,
  item: LogItem,
  offsets: number[],
): void {
  const { start, snapshotMark, entries, hardState } = item
  if (start !== undefined) {
    records.encodeStart(writer, start.replica, { index: start.index, term: start.term })
  }
  if (snapshotMark !== undefined) {
    assert(hardState !== undefined, 'a snapshot mark and its hard state share one frame')
    records.encodeMark(writer, snapshotMark)
  }
  if (entries !== undefined && entries.length > 0) records.encodeEntries(writer, entries, offsets)
  if (hardState !== undefined) records.encodeHardState(writer, hardState)
}

function logMissing(directory: string): FatalError {
  return new FatalError(
    'data-directory-unusable',
    `the Raft log in ${directory} is gone: the node must not go on without its votes. Remove it from the cluster ` +
      '(kvctl node remove) and start it on an empty directory as a new node',
  )
}
