/**
 * What stays in memory of every live entry of a shard: its term and where its bytes are. Twelve bytes an entry (file
 * generation, offset, data bytes) in one typed array, and one pair of numbers for each run of equal terms, because a
 * node may hold millions of entries and thousands of shards.
 */
import { assert } from '../base/assert.ts'

const COLUMNS = 3
const GENERATION = 0
const OFFSET = 1
const DATA_BYTES = 2
const INITIAL_CAPACITY = 4
const NOTHING = new Uint32Array(0)

/** The entries (`before`, `last`]. */
export class EntryIndex {
  private cells = NOTHING
  /** Row of the first live entry. */
  private head = 0
  private count = 0
  private dataBytes = 0
  /** Runs of equal terms: the first index of each, ascending, and its term. */
  private runStarts: number[] = []
  private runTerms: number[] = []
  private before: number

  /** Empty, behind index `before`. */
  constructor(before: number) {
    this.before = before
  }

  get size(): number {
    return this.count
  }

  get last(): number {
    return this.before + this.count
  }

  /** Sum of the entries' data. */
  get bytes(): number {
    return this.dataBytes
  }

  /** The entry behind the last one. `generation` must not fall. */
  push(term: number, generation: number, offset: number, dataBytes: number): void {
    if ((this.head + this.count + 1) * COLUMNS > this.cells.length) this.makeRoom()
    const cell = (this.head + this.count) * COLUMNS
    this.cells[cell + GENERATION] = generation
    this.cells[cell + OFFSET] = offset
    this.cells[cell + DATA_BYTES] = dataBytes
    this.count++
    this.dataBytes += dataBytes
    if (this.runTerms[this.runTerms.length - 1] !== term) {
      this.runStarts.push(this.last)
      this.runTerms.push(term)
    }
  }

  termAt(index: number): number {
    assert(index > this.before && index <= this.last, () => `no entry ${index} in the index`)
    let run = this.runStarts.length - 1
    while (this.runStarts[run]! > index) run--
    return this.runTerms[run]!
  }

  generationAt(index: number): number {
    return this.cell(index, GENERATION)
  }

  offsetAt(index: number): number {
    return this.cell(index, OFFSET)
  }

  dataBytesAt(index: number): number {
    return this.cell(index, DATA_BYTES)
  }

  /** Forgets entries behind `lastKept`. */
  truncateTo(lastKept: number): void {
    assert(
      lastKept >= this.before,
      () => `truncation to ${lastKept}, log starts behind ${this.before}`,
    )
    while (this.last > lastKept) {
      this.dataBytes -= this.dataBytesAt(this.last)
      this.count--
    }
    while (this.runStarts.length > 0 && this.runStarts[this.runStarts.length - 1]! > lastKept) {
      this.runStarts.pop()
      this.runTerms.pop()
    }
  }

  /** Forgets entries up to `index`, at most up to the last one. */
  compactTo(index: number): void {
    const count = Math.min(index - this.before, this.count)
    for (let i = 1; i <= count; i++) this.dataBytes -= this.dataBytesAt(this.before + i)
    this.head += count
    this.count -= count
    this.before += count
    let passed = 0
    while (passed + 1 < this.runStarts.length && this.runStarts[passed + 1]! <= this.before + 1) {
      passed++
    }
    this.runStarts.splice(0, passed)
    this.runTerms.splice(0, passed)
    if (this.count === 0) this.resetTo(this.before)
  }

  /** Empty again, behind index `before`. */
  resetTo(before: number): void {
    this.cells = NOTHING
    this.head = 0
    this.count = 0
    this.dataBytes = 0
    this.runStarts = []
    this.runTerms = []
    this.before = before
  }

  private cell(index: number, column: number): number {
    assert(index > this.before && index <= this.last, () => `no entry ${index} in the index`)
    return this.cells[(this.head + index - this.before - 1) * COLUMNS + column]!
  }

  private makeRoom(): void {
    const live = this.cells.subarray(this.head * COLUMNS, (this.head + this.count) * COLUMNS)
    const capacity = Math.max(INITIAL_CAPACITY, this.count * 2)
    const grown = new Uint32Array(capacity * COLUMNS)
    grown.set(live)
    this.cells = grown
    this.head = 0
  }
}
