/**
 * Bytes of a context, opaque to clients (04, "A context"):
 *
 * | part | form |
 * | --- | --- |
 * | format | 1 byte: 1 = plain clock, 2 = any clock |
 * | timestamp | 8 bytes, big-endian |
 * | incarnation | varint length, UTF-8 |
 * | clock | format 2 only, as in version-codec.ts; in format 1 it is the store's one event at the timestamp |
 * | checksum | CRC-32, big-endian, of keyspace id (4 bytes, big-endian), key, and all of the above |
 *
 * The checksum covers the key, so a context brought to another key is refused. It finds accidents (cut, mixed up, taken
 * for text), it does not stop a forger: whoever may write a key may do so without a context too.
 */
import { ByteReader, ByteWriter, MalformedBytes } from '../base/bytes.ts'
import { timestamp, type Key, type KeyspaceId } from '../base/ids.ts'
import { CHECKSUM_START, checksumOf, sumBytes, sumLatin1, sumU32 } from './checksum.ts'
import { isPlainClock, plainClock, readClock, writeClock } from './version-codec.ts'
import type { Context } from './version.ts'

const FORMAT_PLAIN = 1
const FORMAT_ANY = 2
const CHECKSUM_BYTES = 4

/** Reused for every context. Empty between calls. */
const scratch = new ByteWriter(1024)

/** The bytes that a reader of `key` takes away; the caller owns them. */
export function encodeContext(keyspace: KeyspaceId, key: Key, context: Context): Buffer {
  const { incarnation, timestamp: at, clock } = context
  const plain = isPlainClock(clock, at, incarnation)
  scratch
    .reset()
    .u8(plain ? FORMAT_PLAIN : FORMAT_ANY)
    .u64be(at)
    .utf8(incarnation)
  if (!plain) writeClock(scratch, clock, incarnation)
  const end = scratch.size
  const bytes = scratch.u32be(0).finish()
  bytes.writeUInt32BE(checksum(keyspace, key, bytes, end), end)
  return bytes
}

/** The context in `bytes`; undefined when they are none of this key's: cut, damaged, or another key's. Never throws. */
export function decodeContext(
  keyspace: KeyspaceId,
  key: Key,
  bytes: Uint8Array,
): Context | undefined {
  const end = bytes.length - CHECKSUM_BYTES
  if (end < 1) return undefined
  const sum = new ByteReader(bytes, end).u32be()
  if (sum !== checksum(keyspace, key, bytes, end)) return undefined
  try {
    return readContext(new ByteReader(bytes, 0, end))
  } catch (error) {
    if (error instanceof MalformedBytes) return undefined
    throw error
  }
}

/** What the bytes of a context say, whichever key they belong to: for people. undefined when they are no context at all. */
export function peekContext(bytes: Uint8Array): Context | undefined {
  try {
    return readContext(new ByteReader(bytes, 0, Math.max(0, bytes.length - CHECKSUM_BYTES)))
  } catch (error) {
    if (error instanceof MalformedBytes) return undefined
    throw error
  }
}

function readContext(reader: ByteReader): Context {
  const format = reader.u8()
  if (format !== FORMAT_PLAIN && format !== FORMAT_ANY) {
    throw new MalformedBytes(`context format ${format}`)
  }
  const at = timestamp(reader.u64be())
  const incarnation = reader.utf8()
  const clock =
    format === FORMAT_PLAIN ? plainClock(at, incarnation) : readClock(reader, incarnation)
  reader.expectEnd()
  return { incarnation, timestamp: at, clock }
}

function checksum(keyspace: KeyspaceId, key: Key, content: Uint8Array, end: number): number {
  return checksumOf(sumBytes(sumLatin1(sumU32(CHECKSUM_START, keyspace), key), content, end))
}
