/**
 * The files of the write-ahead log: their names, and their life. A file is `0000000007.wal` while frames in it count,
 * `.idle` while it waits to be used again, `.tmp` while it is being filled with zeros.
 *
 * The *next* file is made ready while the current one fills: allocated (or recycled), named, its header and name
 * durable. So rolling over to it costs nothing. Every change of a name is followed by an fsync of the directory before
 * anything builds on it; in particular a file that is freed loses its `.wal` name durably before its header is
 * overwritten and before the next one is freed, so that after any crash the generations present are consecutive.
 */
import { assert } from '../base/assert.ts'
import type { Scheduler } from '../base/clock.ts'
import type { Random } from '../base/random.ts'
import { errorCodeOf, type File, type FileSystem, joinPath } from './file-system.ts'
import { logCorrupt, logFormatUnsupported } from './log-errors.ts'
import {
  decodeFileHeader,
  encodeFileHeader,
  FIRST_FRAME_OFFSET,
  frameSeed,
  PAGE_BYTES,
  pagesOf,
} from './wal-format.ts'

const WAL_SUFFIX = '.wal'
const IDLE_SUFFIX = '.idle'
const DRAFT_SUFFIX = '.tmp'
const GENERATION_DIGITS = 10
/** How long to wait before asking a full disk again. */
const FULL_DISK_RETRY_MS = 1000

/** One file whose frames count. */
export interface WalFile {
  readonly generation: number
  readonly path: string
  readonly file: File
  /** Size in bytes. */
  readonly bytes: number
  /** Of the checksums of its frames. */
  readonly seed: number
}

export interface WalFilesOptions {
  readonly fileSystem: FileSystem
  readonly scheduler: Scheduler
  /** For the salt of a new log. */
  readonly random: Random
  /** Directory of the log; must exist. */
  readonly directory: string
  /** Size of a normal file, a multiple of the page. */
  readonly fileBytes: number
}

export class WalFiles {
  private readonly options: WalFilesOptions
  /** A normal-sized file that may be used again. */
  private idle: string | undefined
  /** Files that frames will go to, in order of generation; at most one is in the making. */
  private readonly ready: Promise<WalFile>[] = []
  private salt: number
  private closing = false

  constructor(options: WalFilesOptions) {
    const { fileBytes } = options
    assert(
      fileBytes % PAGE_BYTES === 0 && fileBytes >= 2 * FIRST_FRAME_OFFSET,
      `log files of ${fileBytes} bytes`,
    )
    this.options = options
    this.salt = options.random.integer(0, 0xffff_ffff)
  }

  /** Size of a normal file. */
  get fileBytes(): number {
    return this.options.fileBytes
  }

  /** Opens what is in the directory, in order of generation, and throws away half-made files. */
  async openAll(): Promise<WalFile[]> {
    const { fileSystem, directory, fileBytes } = this.options
    const files: WalFile[] = []
    for (const name of await fileSystem.list(directory)) {
      const path = joinPath(directory, name)
      if (name.endsWith(WAL_SUFFIX)) files.push(await this.openExisting(name, path))
      else if (name.endsWith(DRAFT_SUFFIX)) await fileSystem.unlink(path)
      else if (name.endsWith(IDLE_SUFFIX)) {
        const bytes = await this.sizeOf(path)
        if (this.idle === undefined && bytes === fileBytes) this.idle = path
        else await fileSystem.unlink(path)
      }
    }
    return files.sort((a, b) => a.generation - b.generation)
  }

  /** Begins to make the file of this generation ready, unless one is. */
  prepare(generation: number): void {
    if (this.ready.length > 0) return
    const file = this.make(generation, this.options.fileBytes)
    // Whoever takes the file sees the failure.
    file.catch(() => undefined)
    this.ready.push(file)
  }

  /** Files found by `openAll` that have no frames yet: they come next. */
  adopt(files: readonly WalFile[]): void {
    for (const file of files) this.ready.push(Promise.resolve(file))
  }

  /** The file that is to be written next, as soon as it is there. On a full disk this waits until there is room. */
  async takeNext(generation: number): Promise<WalFile> {
    this.prepare(generation)
    const file = await this.ready.shift()!
    assert(file.generation === generation, `log file ${file.generation}, expected ${generation}`)
    return file
  }

  /** A file for one frame that is larger than a normal file holds; `undefined` while another one comes first. */
  async makeLarge(generation: number, frameBytes: number): Promise<WalFile | undefined> {
    if (this.ready.length > 0) return undefined
    return this.make(generation, FIRST_FRAME_OFFSET + pagesOf(frameBytes))
  }

  /** Gives up the oldest file. Nothing may be reading it. */
  async free(file: WalFile): Promise<void> {
    const { fileSystem, directory, fileBytes } = this.options
    await file.file.close()
    if (this.idle === undefined && file.bytes === fileBytes) {
      const path = this.pathOf(file.generation, IDLE_SUFFIX)
      await fileSystem.rename(file.path, path)
      await fileSystem.syncDirectory(directory)
      this.idle = path
    } else {
      await fileSystem.unlink(file.path)
      await fileSystem.syncDirectory(directory)
    }
  }

  /** Waits for background work and closes the files that are ready. */
  async close(): Promise<void> {
    this.closing = true
    for (const ready of this.ready.splice(0)) {
      const file = await ready.catch(() => undefined)
      await file?.file.close()
    }
  }

  private async openExisting(name: string, path: string): Promise<WalFile> {
    const generation = Number(name.slice(0, -WAL_SUFFIX.length))
    const file = await this.options.fileSystem.open(path, { dataSync: true })
    const page = Buffer.alloc(PAGE_BYTES)
    await file.read(page, 0)
    const header = decodeFileHeader(page)
    if (header.kind === 'unsupported') throw logFormatUnsupported(path, header.version)
    if (header.kind === 'damaged' || header.generation !== generation) {
      throw logCorrupt(path, 0, 'the file header is not the one that was written')
    }
    this.salt = header.salt
    const seed = frameSeed(generation, header.salt)
    return { generation, path, file, bytes: await file.size(), seed }
  }

  private async sizeOf(path: string): Promise<number> {
    const file = await this.options.fileSystem.open(path)
    const bytes = await file.size()
    await file.close()
    return bytes
  }

  private async make(generation: number, bytes: number): Promise<WalFile> {
    for (;;) {
      try {
        return await this.tryMake(generation, bytes)
      } catch (error) {
        // Nothing is lost by waiting: appends wait too, and the store refuses writes long before (03, "Disk full").
        if (errorCodeOf(error) !== 'ENOSPC' || this.closing) throw error
        await this.sleep(FULL_DISK_RETRY_MS)
      }
    }
  }

  private async tryMake(generation: number, bytes: number): Promise<WalFile> {
    const { fileSystem, directory } = this.options
    const path = this.pathOf(generation, WAL_SUFFIX)
    let source = bytes === this.options.fileBytes ? this.idle : undefined
    if (source === undefined) source = await this.allocate(generation, bytes)
    else this.idle = undefined
    const file = await fileSystem.open(source, { dataSync: true })
    await file.write(encodeFileHeader(generation, this.salt), 0)
    await fileSystem.rename(source, path)
    await fileSystem.syncDirectory(directory)
    return { generation, path, file, bytes, seed: frameSeed(generation, this.salt) }
  }

  private async allocate(generation: number, bytes: number): Promise<string> {
    const { fileSystem } = this.options
    const path = this.pathOf(generation, DRAFT_SUFFIX)
    const file = await fileSystem.open(path, { create: true })
    try {
      await file.fillWithZeros(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    return path
  }

  private pathOf(generation: number, suffix: string): string {
    const { directory } = this.options
    return joinPath(directory, String(generation).padStart(GENERATION_DIGITS, '0') + suffix)
  }

  private sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.options.scheduler.after(milliseconds, resolve)
    })
  }
}
