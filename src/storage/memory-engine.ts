/**
 * The engine's memory twin: deterministic, with the same contract and the same bad days as RocksDB without fsync.
 *
 * A `MemoryStore` is the disk: it outlives processes. `open` is a process opening the database, `crash` is that
 * process dying: of the batches written since the last completed `flush` a prefix survives, its length drawn from the
 * caller's generator. Calls in flight at a crash never settle, as nothing settles in a process that is gone.
 */
import { assert } from '../base/assert.ts'
import type { Scheduler } from '../base/clock.ts'
import { FatalError, RingKvError } from '../base/errors.ts'
import type { Random } from '../base/random.ts'
import type { Engine, EngineReader, EngineSnapshot, Row, ScanRange } from './engine.ts'
import { SortedRows } from './sorted-rows.ts'
import type { WriteBatch } from './write-batch.ts'

type EngineOperation = 'get' | 'iterate' | 'write' | 'flush' | 'size' | 'property'

/** How a simulator takes part in the life of a memory engine. All may be left out. */
export interface MemoryEngineHooks {
  /** Defers answers: with it, an operation takes effect when it begins and answers after `latencyMs`. */
  readonly scheduler?: Scheduler | undefined
  /** Milliseconds that an operation takes; 0 without. */
  readonly latencyMs?: ((operation: EngineOperation) => number) | undefined
  /** A text makes the operation fail with `engine-failed`, and every later one. */
  readonly failure?: ((operation: EngineOperation) => string | undefined) | undefined
}

const PROPERTY_ROWS = 'rocksdb.estimate-num-keys'

export class MemoryStore {
  /** What a crash cannot take. */
  private durable = new SortedRows()
  /** Batches since then, in order. */
  private unflushed: OwnBatch[] = []
  /** Batches ever made durable. */
  private flushedCount = 0
  private current: MemoryEngine | undefined

  /** Throws `FatalError('data-directory-locked')` while another engine is open on this store. */
  open(hooks: MemoryEngineHooks = {}): Engine {
    if (this.current !== undefined) {
      throw new FatalError('data-directory-locked', 'the memory store is open already')
    }
    const rows = this.durable.freeze()
    for (const batch of this.unflushed) batch.applyTo(rows)
    this.current = new MemoryEngine(this, rows, hooks)
    return this.current
  }

  /** The process dies and the power fails. Works whether or not an engine is open. */
  crash(random: Random): void {
    this.current?.kill()
    this.current = undefined
    const survivors = this.unflushed.slice(0, random.integer(0, this.unflushed.length))
    for (const batch of survivors) batch.applyTo(this.durable)
    this.flushedCount += this.unflushed.length
    this.unflushed = []
  }

  /** For the engine only: a batch was applied; the store keeps it. */
  recordWrite(batch: OwnBatch): void {
    this.unflushed.push(batch)
  }

  /** For the engine only: number of batches ever written. */
  get writtenCount(): number {
    return this.flushedCount + this.unflushed.length
  }

  /** For the engine only: `rows`, which the first `count` batches ever written have made, are durable now. */
  flushed(count: number, rows: SortedRows): void {
    // Flushes may end in another order than they began in.
    if (count <= this.flushedCount) return
    this.unflushed.splice(0, count - this.flushedCount)
    this.flushedCount = count
    this.durable = rows
  }

  /** For the engine only. Like RocksDB, a close makes nothing durable: a crash may still take what is unflushed. */
  recordClose(): void {
    this.current = undefined
  }
}

/** A batch as the store keeps it: the caller may use its buffers again once a write has settled. */
class OwnBatch {
  /** A string where rows from there up to the key of the same place are deleted; undefined where the key is. */
  private readonly seconds: (Buffer | string | undefined)[] = []
  private readonly keys: string[] = []

  constructor(batch: WriteBatch) {
    batch.forEach({
      put: (key, value) => this.add(text(key), copy(value)),
      delete: (key) => this.add(text(key), undefined),
      deleteRange: (start, end) => this.add(text(end), text(start)),
    })
  }

  applyTo(rows: SortedRows): void {
    const { keys, seconds } = this
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]!
      const second = seconds[i]
      if (second === undefined) rows.delete(key)
      else if (typeof second === 'string') rows.deleteRange(second, key)
      else rows.put(key, second)
    }
  }

  private add(key: string, second: Buffer | string | undefined): void {
    this.keys.push(key)
    this.seconds.push(second)
  }
}

function text(bytes: Buffer): string {
  return bytes.toString('latin1')
}

/** An owned copy: an engine's answers outlive its rows, and must not be a way to change them. */
function copy(value: Buffer): Buffer {
  return Buffer.from(value)
}

/** Runs operations with the hooks' latency and failures; settles nothing once the process is dead. */
class MemoryGate {
  private readonly hooks: MemoryEngineHooks
  private failure: FatalError | undefined
  private closing = false
  private dead = false
  private inFlight = 0
  private onIdle: (() => void) | undefined

  constructor(hooks: MemoryEngineHooks) {
    this.hooks = hooks
  }

  /** A call, so that nobody takes the answer of before for that of now. */
  private isDead(): boolean {
    return this.dead
  }

  /** `effect` runs at once, in the order of the calls; `settle` runs when the answer is due. */
  run<Result>(operation: EngineOperation, effect: () => () => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.isDead()) return
      this.check()
      const reason = this.hooks.failure?.(operation)
      if (reason !== undefined) {
        this.failure = new FatalError('engine-failed', `memory engine ${operation}: ${reason}`)
        throw this.failure
      }
      // The hook may have ended the process.
      if (this.isDead()) return
      const settle = effect()
      this.inFlight++
      this.later(operation, () => {
        if (this.dead) return
        this.inFlight--
        if (this.failure === undefined) resolve(settle())
        else reject(this.failure)
        if (this.inFlight === 0) this.onIdle?.()
      })
    })
  }

  check(): void {
    if (this.failure !== undefined) throw this.failure
    if (this.closing) throw new RingKvError('SHUTTING_DOWN', 'the storage engine is closed')
  }

  kill(): void {
    this.dead = true
  }

  async shut(): Promise<void> {
    this.closing = true
    if (this.inFlight === 0) return
    await new Promise<void>((resolve) => {
      this.onIdle = resolve
    })
  }

  private later(operation: EngineOperation, run: () => void): void {
    const { scheduler, latencyMs } = this.hooks
    if (scheduler === undefined) queueMicrotask(run)
    else scheduler.after(latencyMs?.(operation) ?? 0, run)
  }
}

class MemoryReader implements EngineReader {
  protected readonly rows: SortedRows
  protected readonly gate: MemoryGate

  constructor(rows: SortedRows, gate: MemoryGate) {
    this.rows = rows
    this.gate = gate
  }

  async get(key: Buffer): Promise<Buffer | undefined> {
    const values = await this.multiGet([key])
    return values[0]
  }

  multiGet(keys: readonly Buffer[]): Promise<(Buffer | undefined)[]> {
    return this.gate.run('get', () => {
      const values = keys.map((key) => this.rows.get(text(key)))
      return () => values.map((value) => (value === undefined ? undefined : copy(value)))
    })
  }

  iterate(range: ScanRange): Promise<Row[]> {
    return this.gate.run('iterate', () => {
      const { limit = Number.POSITIVE_INFINITY, maxBytes = Number.POSITIVE_INFINITY } = range
      const page: Row[] = []
      let bytes = 0
      if (limit > 0 && range.gte.compare(range.lt) < 0) {
        this.rows.scan(text(range.gte), text(range.lt), range.reverse ?? false, (key, value) => {
          page.push({ key: Buffer.from(key, 'latin1'), value: copy(value) })
          bytes += key.length + value.length
          return page.length < limit && bytes < maxBytes
        })
      }
      return () => page
    })
  }
}

class MemoryEngine extends MemoryReader implements Engine {
  private readonly store: MemoryStore
  private closed: Promise<void> | undefined

  constructor(store: MemoryStore, rows: SortedRows, hooks: MemoryEngineHooks) {
    super(rows, new MemoryGate(hooks))
    this.store = store
  }

  write(batch: WriteBatch): Promise<void> {
    return this.gate.run('write', () => {
      if (batch.size > 0) {
        const own = new OwnBatch(batch)
        own.applyTo(this.rows)
        this.store.recordWrite(own)
      }
      return () => undefined
    })
  }

  snapshot(): EngineSnapshot {
    this.gate.check()
    return new MemorySnapshot(this.rows.freeze(), this.gate)
  }

  flush(): Promise<void> {
    return this.gate.run('flush', () => {
      const count = this.store.writtenCount
      const rows = this.rows.freeze()
      return () => this.store.flushed(count, rows)
    })
  }

  approximateSize(gte: Buffer, lt: Buffer): Promise<number> {
    return this.gate.run('size', () => {
      let bytes = 0
      if (gte.compare(lt) < 0) {
        bytes = this.rows.bytesIn(text(gte), text(lt))
      }
      return () => bytes
    })
  }

  property(name: string): Promise<string | undefined> {
    return this.gate.run('property', () => {
      if (name !== PROPERTY_ROWS) return () => undefined
      let rows = 0
      this.rows.scan('', '\u{ffff}', false, () => {
        rows++
        return true
      })
      return () => String(rows)
    })
  }

  close(): Promise<void> {
    this.closed ??= this.gate.shut().then(() => this.store.recordClose())
    return this.closed
  }

  /** For the store only. */
  kill(): void {
    this.gate.kill()
  }
}

class MemorySnapshot extends MemoryReader implements EngineSnapshot {
  private open = true

  close(): Promise<void> {
    this.open = false
    return Promise.resolve()
  }

  override iterate(range: ScanRange): Promise<Row[]> {
    assert(this.open, 'read of a closed snapshot')
    return super.iterate(range)
  }

  override multiGet(keys: readonly Buffer[]): Promise<(Buffer | undefined)[]> {
    assert(this.open, 'read of a closed snapshot')
    return super.multiGet(keys)
  }
}
