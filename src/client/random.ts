/** Where the client's randomness enters: identities from the operating system, jitter from a generator seeded by it. */
import { randomBytes } from 'node:crypto'
import { SeededRandom, type Random } from '../base/random.ts'

/** 16 bytes that no other client instance has. */
export function randomClientId(): Uint8Array {
  return Uint8Array.from(randomBytes(16))
}

export function randomJitter(): Random {
  return new SeededRandom(randomBytes(6).readUIntBE(0, 6))
}
