/**
 * Loads rows with many puts under way at once, and knows up to which line everything is stored, so that an interrupted load
 * can go on there. Puts overwrite, so doing some of them again changes nothing.
 *
 * A line that is wrong is reported and passed over; a put that fails because the cluster cannot be reached ends the load.
 */
import { RingKvError } from '../../base/errors.ts'
import type { PutOptions } from '../../client/index.ts'
import type { KeyInput } from '../../client/keys.ts'
import type { Value } from '../../client/values.ts'
import { exitCodeOf } from './exit.ts'
import { parseLoadLine } from './load-lines.ts'

/** What the loader needs of a client. */
export interface PutTarget {
  put(key: KeyInput, value: Value, options: PutOptions): Promise<unknown>
}

export interface LoaderOptions {
  /** Puts under way at once. */
  readonly inFlight: number
  /** Wrong lines that are passed over before the load ends. */
  readonly errorsMax: number
  readonly onBadLine: (line: number, error: unknown) => void
}

/** Bytes of lines under way at once; large values must not pile up. */
const BYTES_IN_FLIGHT = 8 << 20

export interface LoadCounts {
  /** Rows stored. */
  stored: number
  /** Lines that were wrong. */
  bad: number
  /** Bytes of the lines that are done, line ends included. */
  bytes: number
}

/** Error codes that say that this row cannot be stored, while others can. */
const BAD_ROW: ReadonlySet<string> = new Set(['KEY_INVALID', 'VALUE_TOO_LARGE', 'INVALID_ARGUMENT'])

export class Loader {
  readonly counts: LoadCounts = { stored: 0, bad: 0, bytes: 0 }
  private readonly target: PutTarget
  private readonly options: LoaderOptions
  private readonly done = new Set<number>()
  private lowLine: number
  private underWay = 0
  private bytesUnderWay = 0
  private failure: unknown = undefined
  private wake: (() => void) | undefined
  private stopping = false

  /** Lines up to `skipLines` are passed over: they were stored before. */
  constructor(target: PutTarget, skipLines: number, options: LoaderOptions) {
    this.target = target
    this.options = options
    this.lowLine = skipLines
  }

  /** Every line up to this one (counted from 1) is done. */
  get doneThrough(): number {
    return this.lowLine
  }

  /** Takes no further line; `run` ends when what is under way has ended. */
  stop(): void {
    this.stopping = true
    this.wake?.()
  }

  /** Throws the error of a put that ended the load. */
  async run(lines: AsyncIterable<string>): Promise<void> {
    const skip = this.lowLine
    let number = 0
    for await (const line of lines) {
      number++
      if (number <= skip) {
        this.counts.bytes += Buffer.byteLength(line) + 1
        continue
      }
      await this.room()
      if (this.mustEnd) break
      this.start(number, line)
    }
    while (this.underWay > 0) await this.change()
    if (this.failure !== undefined) throw this.failure as Error
  }

  private get mustEnd(): boolean {
    return this.stopping || this.failure !== undefined
  }

  private start(number: number, line: string): void {
    const size = Buffer.byteLength(line) + 1
    let row
    try {
      row = parseLoadLine(line)
    } catch (error) {
      this.badLine(number, size, error)
      return
    }
    if (row === undefined) {
      this.finish(number, size)
      return
    }
    this.underWay++
    this.bytesUnderWay += size
    const options = row.expiry === 0 ? {} : { expiry: row.expiry }
    this.target.put(row.key, row.value, options).then(
      () => {
        this.counts.stored++
        this.ended(size)
        this.finish(number, size)
      },
      (error: unknown) => {
        this.ended(size)
        if (error instanceof RingKvError && BAD_ROW.has(error.code)) {
          this.badLine(number, size, error)
        } else {
          this.failure ??= new LoadFailure(number, error)
        }
      },
    )
  }

  private badLine(number: number, size: number, error: unknown): void {
    this.counts.bad++
    this.options.onBadLine(number, error)
    this.finish(number, size)
    if (this.counts.bad > this.options.errorsMax) {
      this.failure ??= new Error(`more than ${this.options.errorsMax} lines are wrong: stopped`)
    }
  }

  private finish(number: number, size: number): void {
    this.counts.bytes += size
    this.done.add(number)
    while (this.done.delete(this.lowLine + 1)) this.lowLine++
  }

  private ended(size: number): void {
    this.underWay--
    this.bytesUnderWay -= size
    this.wake?.()
  }

  private async room(): Promise<void> {
    while (
      !this.mustEnd &&
      (this.underWay >= this.options.inFlight ||
        (this.bytesUnderWay > BYTES_IN_FLIGHT && this.underWay > 0))
    ) {
      await this.change()
    }
  }

  private change(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = () => {
        this.wake = undefined
        resolve()
      }
    })
  }
}

/** The put of one line failed and with it the load. */
class LoadFailure extends Error {
  readonly exitCode: number

  constructor(line: number, error: unknown) {
    super(`line ${line}: ${error instanceof Error ? error.message : String(error)}`)
    this.exitCode = exitCodeOf(error)
  }
}
