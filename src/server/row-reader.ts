/**
 * Reads from the engine the rows that entries of all shards need, together: whatever is asked for while one read is under way
 * goes into the next. One batched get costs one trip to the thread pool, however many keys it has; a hundred small ones
 * would stand in line before the log's writes.
 */
import type { Engine, Row } from '../storage/engine.ts'
import type { PendingRows } from './replicated-state.ts'

/** Keys of one batched get, so that one read does not hold up the next for long. */
const KEYS_MAX = 2048

interface Wanted {
  readonly rows: PendingRows
  readonly done: () => void
}

export class RowReader {
  private readonly engine: Engine
  private readonly fatal: (error: unknown) => void
  private queue: Wanted[] = []
  private reading = false

  constructor(engine: Engine, fatal: (error: unknown) => void) {
    this.engine = engine
    this.fatal = fatal
  }

  /** Calls `done` when the rows have been read and handed over. Reads begin with `start`. */
  want(rows: PendingRows, done: () => void): void {
    this.queue.push({ rows, done })
  }

  /** Begins the next read, if none is under way. */
  start(): void {
    if (this.reading || this.queue.length === 0) return
    this.reading = true
    const wanted = this.take()
    this.read(wanted).then(() => {
      this.reading = false
      this.start()
      for (const { done } of wanted) done()
    }, this.fatal)
  }

  private take(): Wanted[] {
    let keys = 0
    let count = 0
    while (count < this.queue.length && keys < KEYS_MAX)
      keys += this.queue[count++]!.rows.keys.length
    return this.queue.splice(0, count)
  }

  private async read(wanted: readonly Wanted[]): Promise<void> {
    const keys: Buffer[] = []
    const ranges: Promise<Row[]>[] = []
    for (const { rows } of wanted) {
      for (const key of rows.keys) keys.push(key)
      for (const range of rows.ranges) ranges.push(this.engine.iterate(range))
    }
    const read = keys.length === 0 ? [] : this.engine.multiGet(keys)
    // Awaited together: the first of them to fail is who tells.
    const [values, ...found] = await Promise.all([read, ...ranges])
    let key = 0
    let range = 0
    for (const { rows } of wanted) {
      const nextKey = key + rows.keys.length
      const nextRange = range + rows.ranges.length
      rows.fill(values.slice(key, nextKey), found.slice(range, nextRange))
      key = nextKey
      range = nextRange
    }
  }
}
