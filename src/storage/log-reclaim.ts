/**
 * Frees files of the log, strictly the oldest first (03, "Space").
 *
 * Before a file goes, everything in it that still counts is written again and durable: hard states, log starts, removal
 * records and unflushed snapshot marks always; the whole log of a shard only if it is small, nothing of it is on its
 * way, files are more than half of the budget, and those that are full are more than twice what lives. Without the last
 * condition logs that nearly fill the budget would be written again without end: a round over all files gains only what does
 * not live. A shard with a large live tail in the file pins it until it is compacted; when the budget is exceeded the server
 * makes the largest laggards compact.
 *
 * The frame that writes things again also records that the file is free, so that recovery knows which files may be
 * missing.
 */
import { assert } from '../base/assert.ts'
import type { ByteWriter } from '../base/bytes.ts'
import type { ShardId } from '../base/ids.ts'
import type { Entry } from '../raft/messages.ts'
import type { LogReader } from './log-reader.ts'
import type { ShardLog } from './shard-log.ts'
import type { DurableKinds, ShardRecords } from './shard-records.ts'
import type { Wal } from './wal.ts'
import { pagesOf } from './wal-format.ts'
import { writeFilesFreed } from './wal-records.ts'

/** A log with more data than this is not written again. */
const MOVED_BYTES_MAX = 256 * 1024
/** Nor one with more than this part of a file. */
const MOVED_FILE_PARTS = 8
/** Nothing is written again where full files are not more than so many times what would have to be, sooner or later. */
const LIVE_PARTS_MAX = 2

export interface ReclaimOptions {
  readonly wal: Wal
  readonly reader: LogReader
  readonly shards: ReadonlyMap<ShardId, ShardRecords>
  /** Size of a normal file. */
  readonly fileBytes: number
  /** Node-wide bound that files should stay under. */
  readonly maxBytes: number
  readonly onFatal: (error: unknown) => void
}

export class LogReclaim {
  private readonly options: ReclaimOptions
  private running: Promise<void> | undefined
  private wanted = false
  private stopped = false

  constructor(options: ReclaimOptions) {
    this.options = options
  }

  /** Something happened that may have freed a file: look in the background. */
  kick(): void {
    this.wanted = true
    if (this.running !== undefined || this.stopped) return
    this.running = this.run().then(
      () => {
        this.running = undefined
        if (this.wanted) this.kick()
      },
      (error: unknown) => {
        this.stopped = true
        this.running = undefined
        this.options.onFatal(error)
      },
    )
  }

  /** Begins nothing more; resolves when what has begun is done. */
  async stop(): Promise<void> {
    this.stopped = true
    await this.running
  }

  private async run(): Promise<void> {
    // Behind the current call stack: many shards compact in one turn.
    await Promise.resolve()
    this.wanted = false
    while (!this.stopped && this.options.wal.error === undefined) {
      if (!(await this.freeOldest())) return
    }
  }

  /** Returns whether a file was freed. */
  private async freeOldest(): Promise<boolean> {
    const { wal, reader } = this.options
    const [oldest, second] = wal.liveFiles
    if (oldest === undefined || second === undefined) return false
    const { generation } = oldest
    const pinning = this.pinningLogs(generation)
    if (pinning.length > 0 && !this.movingPays()) return false
    for (const log of pinning) {
      if (!this.mayMove(log) || !(await this.move(log))) return false
    }
    assert(this.pinningLogs(generation).length === 0, 'a log that was moved still pins the file')
    await this.rewriteAndFree(generation)
    await reader.unread(generation)
    if (this.stopped) return false
    await wal.freeOldest()
    return true
  }

  private pinningLogs(generation: number): ShardLog[] {
    const logs: ShardLog[] = []
    for (const { log } of this.options.shards.values()) {
      const oldest = log?.oldestGeneration()
      if (log !== undefined && oldest !== undefined && oldest <= generation) logs.push(log)
    }
    return logs
  }

  /** Whether there is need, and gain enough, to write logs again. */
  private movingPays(): boolean {
    const { wal, maxBytes, shards } = this.options
    if (wal.totalBytes <= maxBytes / 2) return false
    let bytes = 0
    for (const { log } of shards.values()) {
      // Each in a frame of its own.
      if (log?.oldestGeneration() !== undefined) bytes += pagesOf(log.liveBytes())
    }
    const fullBytes = wal.totalBytes - wal.liveFiles.at(-1)!.bytes
    return fullBytes > LIVE_PARTS_MAX * bytes
  }

  private mayMove(log: ShardLog): boolean {
    const { fileBytes } = this.options
    return log.liveBytes() <= Math.min(MOVED_BYTES_MAX, fileBytes / MOVED_FILE_PARTS)
  }

  /** Writes a shard's whole log again. Returns false if it is in use: a busy shard with a small log soon compacts. */
  private async move(log: ShardLog): Promise<boolean> {
    for (let low = log.firstIndex(); low <= log.lastIndex();) {
      const found = await log.load(low, log.lastIndex() + 1, Number.POSITIVE_INFINITY)
      if (!Array.isArray(found)) return false
      low += found.length
    }
    const records = this.options.shards.get(log.shard)
    const entries = wholeLog(log)
    if (records?.log !== log || records.pending > 0 || records.replica !== log.replica) return false
    if (entries === undefined) return false
    if (entries.length === 0) return true
    const offsets: number[] = []
    let kinds: DurableKinds = {}
    const moved = this.write(
      (writer) => {
        kinds = records.encodeMove(writer, entries, offsets)
      },
      (generation, offset) => {
        records.pending--
        if (records.log !== log) return
        records.noteDurable(kinds, generation)
        log.relocate(entries, generation, offset, offsets)
      },
    )
    records.pending++
    await moved
    return true
  }

  private async rewriteAndFree(freed: number): Promise<void> {
    const rewritten: { readonly records: ShardRecords; readonly kinds: DurableKinds }[] = []
    await this.write(
      (writer) => {
        for (const records of this.options.shards.values()) {
          if (!records.needsRewrite(freed)) continue
          rewritten.push({ records, kinds: records.encodeRewrite(writer) })
        }
        writeFilesFreed(writer, freed)
      },
      (generation) => {
        for (const { records, kinds } of rewritten) records.noteDurable(kinds, generation)
      },
    )
  }

  /** Encodes now; `durable` is called with the frame's place, in the order of all frames. */
  private write(
    encode: (writer: ByteWriter) => void,
    durable: (generation: number, offset: number) => void,
  ): Promise<void> {
    const { wal } = this.options
    encode(wal.openFrame())
    return new Promise((resolve, reject) => {
      wal.submit({
        durable: (generation, offset) => {
          durable(generation, offset)
          resolve()
        },
        failed: reject,
      })
    })
  }
}

/** All entries of a log, if they are in memory. */
function wholeLog(log: ShardLog): Entry[] | undefined {
  const entries: Entry[] = []
  while (log.firstIndex() + entries.length <= log.lastIndex()) {
    const low = log.firstIndex() + entries.length
    const found = log.entries(low, log.lastIndex() + 1, Number.POSITIVE_INFINITY)
    if (!Array.isArray(found)) return undefined
    for (const entry of found) entries.push(entry as Entry)
  }
  assert(
    entries.length === 0 || entries[0]!.index === log.firstIndex(),
    'a log moved from its start',
  )
  return entries
}
