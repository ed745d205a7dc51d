/**
 * Reads a write-ahead log back after a stop or a crash (03, "Recovery").
 *
 * Frames are replayed in sequence, file by file. Where an undamaged frame with the next sequence does not follow, the
 * log either ends (nothing was written there yet, or the last write was torn) or is damaged. Both look the same at that
 * place; the difference is whether any undamaged frame comes later. Frames are written one at a time, so behind a torn
 * one there cannot be another: if there is, something that was durable has been lost, possibly an acknowledged entry
 * or a vote, and the node must not start.
 */
import { ByteReader, MalformedBytes } from '../base/bytes.ts'
import { fileErrorText } from './file-system.ts'
import { logCorrupt } from './log-errors.ts'
import type { WalFile } from './wal-files.ts'
import { FIRST_FRAME_OFFSET, findFrame, frameAt, pagesOf } from './wal-format.ts'

/**
 * Handed each frame's records in order; the reader's offsets are offsets within the file. Throws `MalformedBytes` if the
 * records make no sense.
 */
export type FrameReplay = (records: ByteReader, file: WalFile) => void

/** Where the log goes on. */
export interface RecoveredEnd {
  /** Files up to the one to append to, oldest first. */
  readonly live: WalFile[]
  /** Offset behind the last frame in the last of them. */
  readonly offset: number
  /** Sequence of the last frame; 0 if there is none. */
  readonly sequence: number
  /** Files behind those, without frames: made ready, and not used yet. */
  readonly ready: readonly WalFile[]
}

/** Replays all files, given in order of generation. There must be at least one. */
export function recoverWal(files: readonly WalFile[], replay: FrameReplay): Promise<RecoveredEnd> {
  return new RecoveryReader(files, replay).run()
}

class RecoveryReader {
  private readonly files: readonly WalFile[]
  private readonly replay: FrameReplay
  private buffer = Buffer.alloc(0)
  /** Of the last frame replayed; 0 before the first. */
  private sequence = 0
  /** How many of the files hold what has been replayed, and where in the last of them it ends. */
  private liveCount = 1
  private offset = FIRST_FRAME_OFFSET

  constructor(files: readonly WalFile[], replay: FrameReplay) {
    this.files = files
    this.replay = replay
  }

  async run(): Promise<RecoveredEnd> {
    for (const [position, file] of this.files.entries()) {
      const previous = this.files[position - 1]
      if (previous !== undefined && file.generation !== previous.generation + 1) {
        throw logCorrupt(file.path, 0, `the files between it and ${previous.path} are missing`)
      }
      const end = this.replayFile(file, await this.load(file), position)
      if (end === FIRST_FRAME_OFFSET) continue
      this.liveCount = position + 1
      this.offset = end
    }
    return {
      live: this.files.slice(0, this.liveCount),
      offset: this.offset,
      sequence: this.sequence,
      ready: this.files.slice(this.liveCount),
    }
  }

  private async load(file: WalFile): Promise<Buffer> {
    if (this.buffer.length < file.bytes) this.buffer = Buffer.alloc(file.bytes)
    const content = this.buffer.subarray(0, file.bytes)
    let count: number
    try {
      count = await file.file.read(content, 0)
    } catch (error) {
      throw logCorrupt(file.path, 0, `it cannot be read: ${fileErrorText(error)}`)
    }
    if (count < file.bytes) throw logCorrupt(file.path, count, 'the file ends there')
    return content
  }

  /** Returns the offset behind the file's last frame. */
  private replayFile(file: WalFile, content: Buffer, position: number): number {
    const { seed } = file
    let offset = FIRST_FRAME_OFFSET
    // A file is left only with a frame in it, so frames behind a file without one are frames behind damage.
    const mayContinue = position <= this.liveCount
    while (mayContinue) {
      const frame = frameAt(content, offset, seed)
      const isFirst = position === 0 && offset === FIRST_FRAME_OFFSET
      if (frame === undefined || !(isFirst || frame.sequence === this.sequence + 1)) break
      this.replayFrame(file, content, offset, frame.start, frame.end)
      this.sequence = frame.sequence
      offset += pagesOf(frame.end - offset)
    }
    const later = findFrame(content, offset, seed, this.sequence + 1)
    if (later === undefined) return offset
    const here = offset > FIRST_FRAME_OFFSET || position === 0
    throw logCorrupt(
      here ? file.path : this.files[this.liveCount - 1]!.path,
      here ? offset : this.offset,
      `no undamaged frame follows there, but one does at offset ${later} of ${file.path}`,
    )
  }

  private replayFrame(
    file: WalFile,
    content: Buffer,
    offset: number,
    start: number,
    end: number,
  ): void {
    try {
      this.replay(new ByteReader(content, start, end), file)
    } catch (error) {
      if (!(error instanceof MalformedBytes)) throw error
      throw logCorrupt(file.path, offset, `the frame is whole but makes no sense: ${error.message}`)
    }
  }
}
