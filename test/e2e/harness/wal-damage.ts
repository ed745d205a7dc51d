/** Damages the Raft log of a node that is down, in the ways in which disks and crashes do. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ByteWriter } from '../../../src/base/bytes.ts'
import {
  beginFrame,
  decodeFileHeader,
  FIRST_FRAME_OFFSET,
  frameAt,
  frameSeed,
  PAGE_BYTES,
  pagesOf,
  sealFrame,
} from '../../../src/storage/wal-format.ts'

interface Frame {
  readonly path: string
  readonly offset: number
  /** Offset of its last byte that the checksum covers, exclusive. */
  readonly end: number
  readonly sequence: number
  readonly seed: number
}

/** All undamaged frames of the log in `<data>/raft`, in order. */
function framesOf(data: string): Frame[] {
  const directory = join(data, 'raft')
  const frames: Frame[] = []
  const names = readdirSync(directory).filter((name) => name.endsWith('.wal'))
  for (const name of names.toSorted()) {
    const path = join(directory, name)
    const content = readFileSync(path)
    const header = decodeFileHeader(content.subarray(0, PAGE_BYTES))
    if (header.kind !== 'valid') throw new Error(`${path} has no valid header`)
    const seed = frameSeed(header.generation, header.salt)
    for (let offset = FIRST_FRAME_OFFSET; ;) {
      const frame = frameAt(content, offset, seed)
      if (frame === undefined) break
      frames.push({ path, offset, end: frame.end, sequence: frame.sequence, seed })
      offset += pagesOf(frame.end - offset)
    }
  }
  return frames
}

/** Leaves a half-written frame behind the last one, as a crash in the middle of a write does. */
export function tearNextFrame(data: string): void {
  const last = framesOf(data).at(-1)!
  const writer = new ByteWriter()
  beginFrame(writer)
  writer.raw(Buffer.alloc(3 * PAGE_BYTES, 0xab))
  const frame = sealFrame(writer, last.sequence + 1, last.seed)
  const half = Buffer.from(frame.subarray(0, 2 * PAGE_BYTES))
  overwrite(last.path, last.offset + pagesOf(last.end - last.offset), half)
}

/** Flips one bit in a frame in the middle of the log. Returns where, and how to undo it. */
export function flipBitInTheMiddle(data: string): {
  path: string
  offset: number
  undo: () => void
} {
  const frames = framesOf(data)
  const frame = frames[Math.floor(frames.length / 2)]!
  const at = frame.end - 1
  const before = Buffer.from(readFileSync(frame.path).subarray(at, at + 1))
  overwrite(frame.path, at, Buffer.of(before[0]! ^ 0x10))
  return { path: frame.path, offset: frame.offset, undo: () => overwrite(frame.path, at, before) }
}

function overwrite(path: string, offset: number, bytes: Buffer): void {
  const content = readFileSync(path)
  bytes.copy(content, offset)
  writeFileSync(path, content)
}
