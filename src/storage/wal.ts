/**
 * The write-ahead log as a queue of frames: whoever has records encodes them straight into the frame that is being
 * filled, one frame is being written, and all that was submitted meanwhile travels in the next one (group commit). One
 * frame = one O_DSYNC write = one trip to the thread pool.
 *
 * A failed write is final (02, "Safety on disk errors"): nothing that was not durable before is acknowledged ever
 * again, because after a failed write neither the disk nor the page cache can be trusted. All later calls fail with the
 * same error.
 */
import { assert } from '../base/assert.ts'
import { ByteWriter } from '../base/bytes.ts'
import type { FatalError } from '../base/errors.ts'
import { logWriteFailed } from './log-errors.ts'
import type { WalFile, WalFiles } from './wal-files.ts'
import {
  beginFrame,
  FIRST_FRAME_OFFSET,
  FRAME_HEADER_BYTES,
  pagesOf,
  sealFrame,
} from './wal-format.ts'
import type { RecoveredEnd } from './wal-recovery.ts'

/** Told what became of records. Called in the order of submission. */
export interface FrameListener {
  /** The records are durable, in a frame at `offset` of the file with this generation. */
  durable(generation: number, offset: number): void
  failed(error: FatalError): void
}

/** A frame that has grown to this is closed to further records; the next submission begins another. */
const FRAME_FULL_BYTES = 4 * 1024 * 1024
/** Buffers of frames larger than this are not kept for the next frame. */
const BUFFER_KEPT_BYTES = 8 * 1024 * 1024
const BUFFERS_KEPT = 3

interface FramePlace {
  readonly generation: number
  readonly offset: number
}

interface Frame {
  readonly writer: ByteWriter
  listeners: FrameListener[]
}

export class Wal {
  private readonly files: WalFiles
  /** Oldest first; the last one is written to. */
  private readonly live: WalFile[]
  private offset: number
  private sequence: number
  /** Frames that wait, in order; the last one may still take records. */
  private readonly queue: Frame[] = []
  private readonly spareFrames: Frame[] = []
  private writing = false
  private failure: FatalError | undefined
  private closing = false
  private onIdle: (() => void) | undefined
  /** Called behind each roll-over to a new file. */
  private readonly rolled: () => void

  constructor(files: WalFiles, end: RecoveredEnd, rolled: () => void) {
    this.files = files
    this.live = end.live
    this.offset = end.offset
    this.sequence = end.sequence
    this.rolled = rolled
    files.adopt(end.ready)
    files.prepare(this.current.generation + 1)
  }

  /**
   * Where to encode records. Encode and `submit` in one go, without throwing between: a frame cannot take back what
   * has been put in. Throws the failure that stopped the log.
   */
  openFrame(): ByteWriter {
    if (this.failure !== undefined) throw this.failure
    assert(!this.closing, 'append to a closed log')
    const last = this.queue[this.queue.length - 1]
    if (last !== undefined && last.writer.size < FRAME_FULL_BYTES) return last.writer
    const frame = this.spareFrames.pop() ?? { writer: new ByteWriter(), listeners: [] }
    beginFrame(frame.writer)
    this.queue.push(frame)
    return frame.writer
  }

  /** Sends off what was encoded since `openFrame`. */
  submit(listener: FrameListener): void {
    this.queue[this.queue.length - 1]!.listeners.push(listener)
    if (!this.writing) void this.writeAll()
  }

  /** Files whose frames count, oldest first. */
  get liveFiles(): readonly WalFile[] {
    return this.live
  }

  get totalBytes(): number {
    let bytes = 0
    for (const file of this.live) bytes += file.bytes
    return bytes
  }

  get error(): FatalError | undefined {
    return this.failure
  }

  /**
   * Gives up the oldest file, which must not be the current one. The caller has made sure, durably, that nothing in it
   * is needed, and that nobody is reading it.
   */
  async freeOldest(): Promise<void> {
    assert(this.live.length > 1, 'the current log file cannot be freed')
    const file = this.live.shift()!
    try {
      await this.files.free(file)
    } catch (error) {
      throw this.fail(logWriteFailed(file.path, error))
    }
  }

  /** Writes what has been submitted, then closes the files. */
  async close(): Promise<void> {
    if (this.closing) return
    this.closing = true
    if (this.writing) {
      await new Promise<void>((resolve) => {
        this.onIdle = resolve
      })
    }
    await this.files.close()
    for (const { file } of this.live) await file.close()
  }

  private get current(): WalFile {
    return this.live[this.live.length - 1]!
  }

  private async writeAll(): Promise<void> {
    this.writing = true
    while (this.queue.length > 0 && this.failure === undefined) {
      const frame = this.queue.shift()!
      let place: FramePlace
      try {
        place = await this.write(frame.writer)
      } catch (error) {
        this.queue.unshift(frame)
        this.fail(logWriteFailed(this.current.path, error))
        break
      }
      const { listeners, writer } = frame
      frame.listeners = []
      if (this.spareFrames.length < BUFFERS_KEPT && writer.size <= BUFFER_KEPT_BYTES) {
        this.spareFrames.push(frame)
      }
      for (const listener of listeners) listener.durable(place.generation, place.offset)
    }
    this.writing = false
    this.onIdle?.()
  }

  private async write(writer: ByteWriter): Promise<FramePlace> {
    if (this.offset + pagesOf(writer.size) > this.current.bytes) await this.roll(writer.size)
    const { file, generation, seed } = this.current
    const { offset } = this
    const bytes = sealFrame(writer, this.sequence + 1, seed)
    await file.write(bytes, offset)
    this.sequence++
    this.offset += bytes.length
    return { generation, offset }
  }

  /** Goes on to a file that has room for a frame of so many bytes. */
  private async roll(frameBytes: number): Promise<void> {
    do {
      // A file is left only with a frame in it, else a damaged single frame could not be told from none.
      if (this.offset === FIRST_FRAME_OFFSET) await this.writeEmptyFrame()
      const generation = this.current.generation + 1
      const isLarge = FIRST_FRAME_OFFSET + pagesOf(frameBytes) > this.files.fileBytes
      const large = isLarge ? await this.files.makeLarge(generation, frameBytes) : undefined
      this.live.push(large ?? (await this.files.takeNext(generation)))
      this.offset = FIRST_FRAME_OFFSET
    } while (this.offset + pagesOf(frameBytes) > this.current.bytes)
    this.files.prepare(this.current.generation + 1)
    this.rolled()
  }

  private async writeEmptyFrame(): Promise<void> {
    const writer = new ByteWriter(FRAME_HEADER_BYTES)
    beginFrame(writer)
    const { file, seed } = this.current
    const bytes = sealFrame(writer, this.sequence + 1, seed)
    await file.write(bytes, this.offset)
    this.sequence++
    this.offset += bytes.length
  }

  private fail(error: FatalError): FatalError {
    if (this.failure !== undefined) return this.failure
    this.failure = error
    for (const frame of this.queue.splice(0)) {
      for (const listener of frame.listeners) listener.failed(error)
    }
    return error
  }
}
