/**
 * Reads entries back from the log's files: for a follower that is behind the tail cache, after a restart, and when the
 * tail of a shard has to move. Every entry's own checksum is verified; rot is fatal (`log-corrupt`), since what has
 * rotted was acknowledged.
 */
import { assert } from '../base/assert.ts'
import { ByteReader, MalformedBytes } from '../base/bytes.ts'
import type { ReplicaId, ShardId } from '../base/ids.ts'
import type { Entry } from '../raft/messages.ts'
import type { EntryIndex } from './entry-index.ts'
import { fileErrorText } from './file-system.ts'
import { logCorrupt } from './log-errors.ts'
import type { WalFile } from './wal-files.ts'
import { encodedEntryBytes, readEntry } from './wal-records.ts'

/** Entries so close together are read at once, together with what lies between them. */
const READ_BYTES_MAX = 1024 * 1024

/** Entries that one read of one file brings. */
interface ReadPlan {
  readonly generation: number
  readonly from: number
  to: number
  readonly indexes: number[]
  readonly offsets: number[]
  usefulBytes: number
}

export class LogReader {
  private readonly fileOf: (generation: number) => WalFile
  /** Reads in flight by file, and who waits for there to be none. */
  private readonly readers = new Map<number, number>()
  private readonly waiting = new Map<number, () => void>()

  constructor(fileOf: (generation: number) => WalFile) {
    this.fileOf = fileOf
  }

  /** The entries [low, high), all of them in `index` at the time of the call. */
  async read(
    shard: ShardId,
    replica: ReplicaId,
    index: EntryIndex,
    low: number,
    high: number,
  ): Promise<Entry[]> {
    // The plan and the pins are made now, before anything can move the entries or free the files.
    const plans = planReads(index, low, high)
    const files = plans.map((plan) => this.pin(plan.generation))
    const entries: Entry[] = []
    try {
      for (const [position, plan] of plans.entries()) {
        for (const entry of await readPlan(files[position]!, plan, shard, replica)) {
          entries.push(entry)
        }
      }
    } finally {
      for (const plan of plans) this.unpin(plan.generation)
    }
    return entries
  }

  /** Resolves when nobody reads the file. */
  async unread(generation: number): Promise<void> {
    if (!this.readers.has(generation)) return
    await new Promise<void>((resolve) => {
      this.waiting.set(generation, resolve)
    })
  }

  private pin(generation: number): WalFile {
    this.readers.set(generation, (this.readers.get(generation) ?? 0) + 1)
    return this.fileOf(generation)
  }

  private unpin(generation: number): void {
    const left = this.readers.get(generation)! - 1
    if (left > 0) {
      this.readers.set(generation, left)
      return
    }
    this.readers.delete(generation)
    this.waiting.get(generation)?.()
    this.waiting.delete(generation)
  }
}

function planReads(index: EntryIndex, low: number, high: number): ReadPlan[] {
  const plans: ReadPlan[] = []
  for (let at = low; at < high; at++) {
    const generation = index.generationAt(at)
    const offset = index.offsetAt(at)
    const bytes = encodedEntryBytes(index.termAt(at), index.dataBytesAt(at))
    const last = plans[plans.length - 1]
    const joins =
      last?.generation === generation &&
      offset >= last.to &&
      offset + bytes - last.from <= READ_BYTES_MAX
    if (joins) {
      last.to = offset + bytes
      last.indexes.push(at)
      last.offsets.push(offset)
      last.usefulBytes += bytes
    } else {
      plans.push({
        generation,
        from: offset,
        to: offset + bytes,
        indexes: [at],
        offsets: [offset],
        usefulBytes: bytes,
      })
    }
  }
  return plans
}

async function readPlan(
  file: WalFile,
  plan: ReadPlan,
  shard: ShardId,
  replica: ReplicaId,
): Promise<Entry[]> {
  const bytes = Buffer.allocUnsafeSlow(plan.to - plan.from)
  let count: number
  try {
    count = await file.file.read(bytes, plan.from)
  } catch (error) {
    throw logCorrupt(file.path, plan.from, `it cannot be read: ${fileErrorText(error)}`)
  }
  if (count < bytes.length) throw logCorrupt(file.path, plan.from + count, 'the file ends there')
  // Entries that are few among others' bytes get their own memory, so as not to hold on to all of it.
  const sparse = plan.usefulBytes * 2 < bytes.length
  return plan.indexes.map((index, position) => {
    const offset = plan.offsets[position]!
    try {
      const entry = readEntry(new ByteReader(bytes, offset - plan.from), shard, replica, index)
      return sparse ? { ...entry, data: Buffer.from(entry.data) } : entry
    } catch (error) {
      assert(error instanceof MalformedBytes, () => String(error))
      throw logCorrupt(file.path, offset, error.message)
    }
  })
}
