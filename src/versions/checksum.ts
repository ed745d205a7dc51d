/**
 * CRC-32 (IEEE 802.3, as in zlib) in JavaScript, for inputs of a few dozen bytes spread over several places: a call into
 * native code alone takes longer than summing a usual key and context here, and would need them side by side first.
 */
const REVERSED_POLYNOMIAL = 0xedb88320

const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let entry = byte
  for (let bit = 0; bit < 8; bit++) {
    entry = (entry & 1) === 0 ? entry >>> 1 : (entry >>> 1) ^ REVERSED_POLYNOMIAL
  }
  return entry
})

/** State before the first byte. */
export const CHECKSUM_START = -1

/** The state after four more bytes, big-endian. */
export function sumU32(state: number, value: number): number {
  let next = state
  for (let shift = 24; shift >= 0; shift -= 8) next = sumByte(next, value >>> shift)
  return next
}

/** The state after the characters of `text` (each 0 … 255) as bytes. */
export function sumLatin1(state: number, text: string): number {
  let next = state
  for (let at = 0; at < text.length; at++) next = sumByte(next, text.charCodeAt(at))
  return next
}

/** The state after `bytes[0, end)`. */
export function sumBytes(state: number, bytes: Uint8Array, end: number): number {
  let next = state
  for (let at = 0; at < end; at++) next = sumByte(next, bytes[at]!)
  return next
}

/** The checksum of all bytes that led to `state`, as an unsigned integer. */
export function checksumOf(state: number): number {
  return ~state >>> 0
}

function sumByte(state: number, byte: number): number {
  return TABLE[(state ^ byte) & 0xff]! ^ (state >>> 8)
}
