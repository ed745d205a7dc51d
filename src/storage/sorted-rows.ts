/**
 * An ordered map with cheap frozen copies, for the memory engine: sorted chunks of bounded length, found by binary
 * search. A copy shares the chunks; whoever writes to a shared chunk first makes its own (copy on write). Keys are
 * binary strings, one character per byte, whose JavaScript order is byte order.
 */
interface Chunk {
  /** The map that may change this chunk in place; anyone else copies it. */
  owner: object
  keys: string[]
  values: Buffer[]
  /** Of all its keys and values; undefined where that is not known any more. */
  bytes: number | undefined
}

const CHUNK_ROWS_MAX = 256

export class SortedRows {
  private chunks: Chunk[] = []
  private owner: object = {}

  /** A frozen copy: O(rows / 256) now, one chunk at a time later. */
  freeze(): SortedRows {
    const copy = new SortedRows()
    copy.chunks = this.chunks.slice()
    // Neither owns the shared chunks any more.
    this.owner = {}
    return copy
  }

  get(key: string): Buffer | undefined {
    const chunk = this.chunks[this.chunkOf(key)]
    if (chunk === undefined) return undefined
    const at = lowerBound(chunk.keys, key)
    return chunk.keys[at] === key ? chunk.values[at] : undefined
  }

  put(key: string, value: Buffer): void {
    if (this.chunks.length === 0) {
      this.chunks.push({ owner: this.owner, keys: [key], values: [value], bytes: undefined })
      return
    }
    const index = this.chunkOf(key)
    const chunk = this.own(index)
    chunk.bytes = undefined
    const at = lowerBound(chunk.keys, key)
    if (chunk.keys[at] === key) {
      chunk.values[at] = value
      return
    }
    chunk.keys.splice(at, 0, key)
    chunk.values.splice(at, 0, value)
    if (chunk.keys.length > CHUNK_ROWS_MAX) this.split(index, chunk)
  }

  delete(key: string): void {
    const index = this.chunkOf(key)
    const found = this.chunks[index]
    if (found === undefined) return
    const at = lowerBound(found.keys, key)
    if (found.keys[at] === key) this.remove(index, at, at + 1)
  }

  /** Removes all keys in [start, end). */
  deleteRange(start: string, end: string): void {
    let index = this.chunkOf(start)
    while (index < this.chunks.length) {
      const { keys } = this.chunks[index]!
      const from = lowerBound(keys, start)
      const to = lowerBound(keys, end)
      const reachesEnd = to < keys.length
      const before = this.chunks.length
      if (from < to) this.remove(index, from, to)
      if (reachesEnd) return
      if (this.chunks.length === before) index++
    }
  }

  /** Calls `visit` for the rows of [start, end) in order (or against it) until it returns false. */
  scan(
    start: string,
    end: string,
    reverse: boolean,
    visit: (key: string, value: Buffer) => boolean,
  ): void {
    if (reverse) this.scanDown(start, end, visit)
    else this.scanUp(start, end, visit)
  }

  /** Bytes of the keys and values in [start, end): chunks that lie within it are counted once for as long as they stay. */
  bytesIn(start: string, end: string): number {
    let bytes = 0
    for (let index = this.chunkOf(start); index < this.chunks.length; index++) {
      const chunk = this.chunks[index]!
      if (chunk.keys[0]! >= end) break
      const from = lowerBound(chunk.keys, start)
      const to = lowerBound(chunk.keys, end)
      if (from > 0 || to < chunk.keys.length) bytes += bytesOf(chunk, from, to)
      else bytes += chunk.bytes ??= bytesOf(chunk, from, to)
    }
    return bytes
  }

  private scanUp(start: string, end: string, visit: (key: string, value: Buffer) => boolean): void {
    for (let index = this.chunkOf(start); index < this.chunks.length; index++) {
      const { keys, values } = this.chunks[index]!
      for (let at = lowerBound(keys, start); at < keys.length; at++) {
        if (keys[at]! >= end || !visit(keys[at]!, values[at]!)) return
      }
    }
  }

  private scanDown(
    start: string,
    end: string,
    visit: (key: string, value: Buffer) => boolean,
  ): void {
    const last = Math.min(this.chunkOf(end), this.chunks.length - 1)
    for (let index = last; index >= 0; index--) {
      const { keys, values } = this.chunks[index]!
      for (let at = lowerBound(keys, end) - 1; at >= 0; at--) {
        if (keys[at]! < start || !visit(keys[at]!, values[at]!)) return
      }
    }
  }

  /** Index of the last chunk that begins at or before `key`; 0 if none does. */
  private chunkOf(key: string): number {
    let low = 0
    let high = this.chunks.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.chunks[middle]!.keys[0]! <= key) low = middle + 1
      else high = middle
    }
    return Math.max(0, low - 1)
  }

  private own(index: number): Chunk {
    const chunk = this.chunks[index]!
    if (chunk.owner === this.owner) return chunk
    const { keys, values, bytes } = chunk
    const copy = { owner: this.owner, keys: keys.slice(), values: values.slice(), bytes }
    this.chunks[index] = copy
    return copy
  }

  private remove(index: number, from: number, to: number): void {
    if (to - from === this.chunks[index]!.keys.length) {
      this.chunks.splice(index, 1)
      return
    }
    const chunk = this.own(index)
    chunk.bytes = undefined
    chunk.keys.splice(from, to - from)
    chunk.values.splice(from, to - from)
  }

  private split(index: number, chunk: Chunk): void {
    const half = chunk.keys.length >>> 1
    const keys = chunk.keys.splice(half)
    const values = chunk.values.splice(half)
    this.chunks.splice(index + 1, 0, { owner: this.owner, keys, values, bytes: undefined })
  }
}

function bytesOf({ keys, values }: Chunk, from: number, to: number): number {
  let bytes = 0
  for (let at = from; at < to; at++) bytes += keys[at]!.length + values[at]!.length
  return bytes
}

/** Index of the first element ≥ `key`. */
function lowerBound(keys: readonly string[], key: string): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (keys[middle]! < key) low = middle + 1
    else high = middle
  }
  return low
}
