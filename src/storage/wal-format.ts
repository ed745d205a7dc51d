/**
 * Bytes of a write-ahead log file; docs/FORMATS.md, "Write-ahead log", is the prose.
 *
 * A file is a header page and then frames, each beginning on a page. Whole pages only: a torn write can then never
 * damage the frame before it, and the kernel never has to read a page in order to write a part of it.
 *
 * The checksum of a frame is seeded with the file's generation XOR the log's salt. CRC with another start value differs
 * for the same bytes (the map from start value to result is one to one), so a frame that a recycled file still holds
 * from an earlier generation can never pass as a frame of this one. The salt, a random number chosen when the log is
 * made, keeps clients from writing values that look like frames.
 */
import { crc32c } from '@node-rs/crc32'
import { assert } from '../base/assert.ts'
import type { ByteWriter } from '../base/bytes.ts'

export const PAGE_BYTES = 4096
/** length u32, crc32c u32, sequence u64. */
export const FRAME_HEADER_BYTES = 16
const WAL_FORMAT_VERSION = 1
/** Bound on one frame, so that a damaged length is seen as such. */
const FRAME_BYTES_MAX = 0x3fff_ffff

const MAGIC = Buffer.from('RINGKVWL', 'latin1')
const VERSION_AT = 8
const CHECKSUM_AT = 12
const GENERATION_AT = 16
const SALT_AT = 24
const HEADER_END = 28
/** Where the first frame of a file begins. */
export const FIRST_FRAME_OFFSET = pagesOf(HEADER_END)
const ZEROS = Buffer.alloc(PAGE_BYTES)

/** Rounds up to whole pages. */
export function pagesOf(bytes: number): number {
  return Math.ceil(bytes / PAGE_BYTES) * PAGE_BYTES
}

/** Start value of the checksums in a file. */
export function frameSeed(generation: number, salt: number): number {
  return (generation ^ salt) >>> 0
}

/** The first page of the file with this generation (1 … 2^32 − 1, rising, never reused). */
export function encodeFileHeader(generation: number, salt: number): Buffer {
  assert(generation >= 1 && generation <= 0xffff_ffff, `file generation ${generation}`)
  const page = Buffer.alloc(PAGE_BYTES)
  MAGIC.copy(page)
  page.writeUInt32BE(WAL_FORMAT_VERSION, VERSION_AT)
  page.writeBigUInt64BE(BigInt(generation), GENERATION_AT)
  page.writeUInt32BE(salt, SALT_AT)
  page.writeUInt32BE(headerChecksum(page), CHECKSUM_AT)
  return page
}

export type FileHeader =
  | { readonly kind: 'valid'; readonly generation: number; readonly salt: number }
  | { readonly kind: 'unsupported'; readonly version: number }
  | { readonly kind: 'damaged' }

export function decodeFileHeader(page: Buffer): FileHeader {
  if (page.length < HEADER_END || !page.subarray(0, MAGIC.length).equals(MAGIC)) {
    return { kind: 'damaged' }
  }
  if (page.readUInt32BE(CHECKSUM_AT) !== headerChecksum(page)) return { kind: 'damaged' }
  const version = page.readUInt32BE(VERSION_AT)
  if (version !== WAL_FORMAT_VERSION) return { kind: 'unsupported', version }
  const generation = Number(page.readBigUInt64BE(GENERATION_AT))
  return { kind: 'valid', generation, salt: page.readUInt32BE(SALT_AT) }
}

/** Covers the version, the generation and the salt, in every version of the format. */
function headerChecksum(page: Buffer): number {
  return crc32c(page.subarray(GENERATION_AT, HEADER_END), page.readUInt32BE(VERSION_AT))
}

/** Leaves room for the frame's header; the records follow. */
export function beginFrame(writer: ByteWriter): void {
  writer.reset().raw(ZEROS.subarray(0, FRAME_HEADER_BYTES))
}

/** Pads the frame to whole pages and fills in its header. Returns the writer's own bytes, not a copy. */
export function sealFrame(writer: ByteWriter, sequence: number, seed: number): Buffer {
  const length = writer.size
  assert(length <= FRAME_BYTES_MAX, `a log frame of ${length} bytes`)
  writer.raw(ZEROS.subarray(0, pagesOf(length) - length))
  const frame = writer.view()
  frame.writeUInt32BE(length, 0)
  frame.writeUInt32BE(Math.floor(sequence / 2 ** 32), 8)
  frame.writeUInt32BE(sequence % 2 ** 32, 12)
  frame.writeUInt32BE(crc32c(frame.subarray(8, length), seed), 4)
  return frame
}

/** A frame's place within its file's bytes. */
export interface FrameSpan {
  readonly sequence: number
  /** Of the records, header excluded. */
  readonly start: number
  readonly end: number
}

/** The frame that begins at `offset` of a file's bytes, if a whole and undamaged one does. */
export function frameAt(file: Buffer, offset: number, seed: number): FrameSpan | undefined {
  if (offset + FRAME_HEADER_BYTES > file.length) return undefined
  const length = file.readUInt32BE(offset)
  if (length < FRAME_HEADER_BYTES || length > FRAME_BYTES_MAX) return undefined
  const end = offset + length
  if (end > file.length) return undefined
  const checksum = file.readUInt32BE(offset + 4)
  if (checksum !== crc32c(file.subarray(offset + 8, end), seed)) return undefined
  return { sequence: sequenceAt(file, offset), start: offset + FRAME_HEADER_BYTES, end }
}

/**
 * Offset of the first undamaged frame at or behind `offset` whose sequence is at least `sequenceMin`; `undefined` if
 * there is none. The sequence is looked at first: it rules out nearly all pages without computing a checksum.
 */
export function findFrame(
  file: Buffer,
  offset: number,
  seed: number,
  sequenceMin: number,
): number | undefined {
  for (let at = offset; at + FRAME_HEADER_BYTES <= file.length; at += PAGE_BYTES) {
    if (sequenceAt(file, at) < sequenceMin) continue
    if (frameAt(file, at, seed) !== undefined) return at
  }
  return undefined
}

function sequenceAt(file: Buffer, offset: number): number {
  return file.readUInt32BE(offset + 8) * 2 ** 32 + file.readUInt32BE(offset + 12)
}
