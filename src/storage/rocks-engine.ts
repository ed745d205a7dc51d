/**
 * The engine over RocksDB, by rocksdb-native: every call runs on libuv's thread pool, so a cold read or a write stall
 * costs no Raft heartbeat. One column family, because a batch of this binding belongs to one; tables are told apart by
 * the first key byte.
 *
 * What was checked with the real binding: values come in array buffers of their own and outlive the database;
 * `flush` returns after the table, blob and manifest files have been fsynced; nothing before it is (no fsync on
 * write), which is what the engine contract says. `close` would wait for calls in flight, but refuses them with a plain
 * error if they come during it, so this class counts its own calls and closes when they are done.
 *
 * Memory is bounded: block cache 32 MiB (RocksDB's default; the binding cannot set it), index and filter blocks inside
 * it, three write buffers of 16 MiB.
 */
import RocksDB from 'rocksdb-native'
import { FatalError, RingKvError } from '../base/errors.ts'
import type { Engine, EngineSnapshot, Row, ScanRange } from './engine.ts'
import { rowBytes } from './engine.ts'
import type { WriteBatch } from './write-batch.ts'

const MIB = 1024 * 1024
/** Values from here on live in blob files, out of compaction's way (03). */
const BLOB_MIN_BYTES = 4096
const BLOB_FILE_BYTES = 64 * MIB
const WRITE_BUFFER_BYTES = 16 * MIB
const WRITE_BUFFERS_MAX = 3
const BACKGROUND_JOBS_MAX = 2
const OPEN_FILES_MAX = 512
/** Rows that a scan brings over per trip. More would hold large values in memory that `maxBytes` then drops. */
const ROWS_PER_TRIP = 32

interface RocksEngineOptions {
  /** Directory of the database. */
  readonly path: string
  /** Without it, a missing database is an error and not an empty one. */
  readonly createIfMissing: boolean
}

/**
 * Opens the database and takes its lock. Throws `FatalError('data-directory-locked')` when another process (or this
 * one) holds it, `FatalError('engine-failed')` on any other failure.
 */
export async function openRocksEngine(options: RocksEngineOptions): Promise<Engine> {
  const { pinningTier } = RocksDB.constants
  const database = new RocksDB(options.path, {
    createIfMissing: options.createIfMissing,
    maxBackgroundJobs: BACKGROUND_JOBS_MAX,
    maxOpenFiles: OPEN_FILES_MAX,
    enableBlobFiles: true,
    minBlobSize: BLOB_MIN_BYTES,
    blobFileSize: BLOB_FILE_BYTES,
    writeBufferSize: WRITE_BUFFER_BYTES,
    maxWriteBufferNumber: WRITE_BUFFERS_MAX,
    // All pinned, as the binding has it by default, would outgrow the block cache with the data.
    topLevelIndexPinningTier: pinningTier.FLUSHED_AND_SIMILAR,
    partitionPinningTier: pinningTier.NONE,
    unpartitionedPinningTier: pinningTier.FLUSHED_AND_SIMILAR,
  })
  try {
    await database.ready()
  } catch (error) {
    throw openError(options.path, error)
  }
  return new RocksEngine(database)
}

function openError(path: string, error: unknown): FatalError {
  const text = messageOf(error)
  // RocksDB has no code for it: "While lock file: …/LOCK: Resource temporarily unavailable", or "lock hold by current
  // process" within one process.
  if (/\block\b.*\/LOCK:/i.test(text)) {
    return new FatalError(
      'data-directory-locked',
      `${path} is in use by another process: stop it, or choose another data directory (${text})`,
      { cause: error },
    )
  }
  return new FatalError('engine-failed', `cannot open RocksDB at ${path}: ${text}`, {
    cause: error,
  })
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : ''
  return error.message + cause
}

/** Calls in flight, the first failure, and the end: shared by the engine and its snapshots. */
class CallGate {
  private inFlight = 0
  private closing = false
  private failure: FatalError | undefined
  private onIdle: (() => void) | undefined

  async run<Result>(name: string, call: () => Promise<Result>): Promise<Result> {
    this.check()
    this.inFlight++
    try {
      return await call()
    } catch (error) {
      this.failure ??= new FatalError('engine-failed', `RocksDB ${name}: ${messageOf(error)}`, {
        cause: error,
      })
      throw this.failure
    } finally {
      this.inFlight--
      if (this.inFlight === 0) this.onIdle?.()
    }
  }

  check(): void {
    if (this.failure !== undefined) throw this.failure
    if (this.closing) throw new RingKvError('SHUTTING_DOWN', 'the storage engine is closed')
  }

  /** Refuses new calls; resolves when none is in flight. */
  async shut(): Promise<void> {
    this.closing = true
    if (this.inFlight === 0) return
    await new Promise<void>((resolve) => {
      this.onIdle = resolve
    })
  }
}

class RocksReader {
  protected readonly database: RocksDB
  protected readonly gate: CallGate

  constructor(database: RocksDB, gate: CallGate) {
    this.database = database
    this.gate = gate
  }

  async get(key: Buffer): Promise<Buffer | undefined> {
    const values = await this.multiGet([key])
    return values[0]
  }

  multiGet(keys: readonly Buffer[]): Promise<(Buffer | undefined)[]> {
    return this.gate.run('get', async () => {
      if (keys.length === 0) return []
      const batch = this.database.read({ capacity: keys.length, autoDestroy: true })
      const values: (Buffer | null)[] = new Array<Buffer | null>(keys.length).fill(null)
      const reads: Promise<unknown>[] = []
      for (let i = 0; i < keys.length; i++) {
        reads.push(batch.get(keys[i]!).then((value) => (values[i] = value)))
      }
      reads.push(batch.flush())
      await Promise.all(reads)
      return values.map((value) => value ?? undefined)
    })
  }

  iterate(range: ScanRange): Promise<Row[]> {
    return this.gate.run('iterate', () => {
      if (range.limit === 0 || range.gte.compare(range.lt) >= 0) return Promise.resolve([])
      return collectRows(this.database, range)
    })
  }
}

function collectRows(database: RocksDB, range: ScanRange): Promise<Row[]> {
  const { limit = Number.POSITIVE_INFINITY, maxBytes = Number.POSITIVE_INFINITY } = range
  return new Promise((resolve, reject) => {
    const rows: Row[] = []
    let bytes = 0
    let failure: Error | undefined
    const iterator = database.iterator({
      gte: range.gte,
      lt: range.lt,
      reverse: range.reverse ?? false,
      limit,
      // One above the limit, so that the trip that reaches it also sees that it is the last one.
      capacity: Math.min(limit + 1, ROWS_PER_TRIP),
    })
    iterator.on('data', (row) => {
      if (rows.length > 0 && bytes >= maxBytes) return
      rows.push(row)
      bytes += rowBytes(row)
      if (bytes >= maxBytes) iterator.destroy()
    })
    iterator.on('error', (error) => {
      failure = error
    })
    iterator.on('close', () => {
      if (failure === undefined) resolve(rows)
      else reject(failure)
    })
  })
}

class RocksEngine extends RocksReader implements Engine {
  private closed: Promise<void> | undefined

  constructor(database: RocksDB) {
    super(database, new CallGate())
  }

  write(batch: WriteBatch): Promise<void> {
    return this.gate.run('write', async () => {
      if (batch.size === 0) return
      const native = this.database.write({ capacity: batch.size, autoDestroy: true })
      batch.forEach({
        put: (key, value) => native.tryPut(key, value),
        delete: (key) => native.tryDelete(key),
        deleteRange: (start, end) => native.tryDeleteRange(start, end),
      })
      await native.flush()
    })
  }

  snapshot(): EngineSnapshot {
    this.gate.check()
    return new RocksSnapshot(this.database.snapshot(), this.gate)
  }

  flush(): Promise<void> {
    return this.gate.run('flush', () => this.database.flush())
  }

  approximateSize(gte: Buffer, lt: Buffer): Promise<number> {
    return this.gate.run('approximate size', async () => {
      if (gte.compare(lt) >= 0) return 0
      return this.database.approximateSize(gte, lt, { includeMemtables: true })
    })
  }

  property(name: string): Promise<string | undefined> {
    return this.gate.run('property', () => this.database.getProperty(name))
  }

  close(): Promise<void> {
    this.closed ??= this.gate.shut().then(() => this.database.close())
    return this.closed
  }
}

class RocksSnapshot extends RocksReader implements EngineSnapshot {
  private closed: Promise<void> | undefined

  close(): Promise<void> {
    this.closed ??= this.database.close()
    return this.closed
  }
}
