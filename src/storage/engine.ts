/**
 * The ordered key-value engine that rows of the state machine live in (03, "Key-value engine"). Two implementations,
 * RocksDB and a memory twin for simulation, pass one suite (test/storage/engine-suite.ts).
 *
 * The contract, for both:
 * - Keys sort by their bytes. Byte strings handed in must stay unchanged until the call settles; those handed out are
 *   the caller's own and outlive the engine.
 * - A batch is atomic. A write whose promise resolved is seen by every later read of this process, but is *not*
 *   durable: the Raft log is. `flush` makes durable every write that resolved before `flush` was called; after any
 *   crash a prefix of the batches survives, at least up to the last `flush` that resolved.
 * - All calls may overlap. Two overlapping writes are applied in either order: a caller for whom order matters keeps
 *   one write in flight.
 * - A failure of the environment rejects with `FatalError('engine-failed')`, and so does every call after it; a call
 *   after `close` rejects with `RingKvError('SHUTTING_DOWN')`.
 */
import type { WriteBatch } from './write-batch.ts'

export interface Row {
  readonly key: Buffer
  readonly value: Buffer
}

/** A half-open range of keys and how much of it to read at once. */
export interface ScanRange {
  readonly gte: Buffer
  readonly lt: Buffer
  /** From the greatest key down. */
  readonly reverse?: boolean | undefined
  /** At most so many rows; unbounded without. */
  readonly limit?: number | undefined
  /** Stops behind the row that brings keys and values to so many bytes; unbounded without. At least one row comes. */
  readonly maxBytes?: number | undefined
}

/** What can be read, of the engine as it is or of a snapshot. */
export interface EngineReader {
  /** `undefined`: no such row. */
  get(key: Buffer): Promise<Buffer | undefined>
  /** Values in the order of the keys, in one trip to the thread pool. */
  multiGet(keys: readonly Buffer[]): Promise<(Buffer | undefined)[]>
  /**
   * One page of a range, in order. The range is exhausted when the page holds fewer rows than `limit` and fewer bytes
   * than `maxBytes`; otherwise `rangeAfter` names the rest. Opening a scan is dear: never use it for point reads.
   */
  iterate(range: ScanRange): Promise<Row[]>
}

/** A frozen view. Holds back compaction of everything newer, so close it soon. */
export interface EngineSnapshot extends EngineReader {
  /** Reads that have begun still finish. Safe to call twice. */
  close(): Promise<void>
}

export interface Engine extends EngineReader {
  /** Applies the batch atomically. The batch must not be changed until the promise settles, and not be used again. */
  write(batch: WriteBatch): Promise<void>
  /** The state after every write that has resolved; taken at once. */
  snapshot(): EngineSnapshot
  /** Checkpoint: all writes that resolved before this call are durable when it resolves. */
  flush(): Promise<void>
  /** Bytes on disk and in memory of the rows in [gte, lt): an estimate, for balancing and split points. */
  approximateSize(gte: Buffer, lt: Buffer): Promise<number>
  /** The engine's own statistic of that name as text; `undefined` where it has none. */
  property(name: string): Promise<string | undefined>
  /** Lets calls in flight finish, refuses new ones, releases files and locks. Safe to call twice. */
  close(): Promise<void>
}

/** What of `range` lies beyond `last`, the last row of a page that was read from it. */
function rangeAfter(range: ScanRange, last: Row): ScanRange {
  if (range.reverse === true) return { ...range, lt: last.key }
  return { ...range, gte: Buffer.concat([last.key, Buffer.alloc(1)]) }
}

/** Bytes of a row that count against `maxBytes`. */
export function rowBytes(row: Row): number {
  return row.key.length + row.value.length
}

/** Whether a page that `iterate` returned for `range` reached the end of the range. */
function reachedEnd(range: ScanRange, page: readonly Row[]): boolean {
  if (range.limit !== undefined && page.length >= range.limit) return false
  if (range.maxBytes === undefined) return true
  let bytes = 0
  for (const row of page) bytes += rowBytes(row)
  return bytes < range.maxBytes
}

/** All rows of a range, page by page, each page bounded by `range.limit` and `range.maxBytes`. */
export async function* scanPages(reader: EngineReader, range: ScanRange): AsyncGenerator<Row[]> {
  let rest = range
  for (;;) {
    const page = await reader.iterate(rest)
    if (page.length > 0) yield page
    if (page.length === 0 || reachedEnd(rest, page)) return
    rest = rangeAfter(rest, page[page.length - 1]!)
  }
}
