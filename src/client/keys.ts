/** Keys and keyspaces as a program gives them: text (its UTF-8 bytes count) or bytes. */
import { RingKvError } from '../base/errors.ts'
import { keyOfBytes, keyOfText, keyText, type Key } from '../base/ids.ts'

export type KeyInput = string | Uint8Array

/** Longest key in bytes (04, "Values"). */
const KEY_BYTES_MAX = 4096

/** Name of the keyspace that is meant when none is named. */
export const DEFAULT_KEYSPACE_NAME = 'default'

/** Throws `KEY_INVALID` unless the key has 1 … 4096 bytes. */
export function toKey(input: KeyInput): Key {
  const key = toKeyBound(input)
  if (key.length < 1 || key.length > KEY_BYTES_MAX) {
    throw new RingKvError(
      'KEY_INVALID',
      key.length === 0
        ? 'a key must not be empty; give 1 to 4096 bytes'
        : `the key "${keyText(key.slice(0, 40) as Key)}…" has ${key.length} bytes; at most ${KEY_BYTES_MAX} are allowed`,
    )
  }
  return key
}

/** A scan's bound or prefix: as a key, but may be empty. */
export function toKeyBound(input: KeyInput): Key {
  if (typeof input === 'string') return keyOfText(input)
  if (input instanceof Uint8Array) return keyOfBytes(input)
  throw new RingKvError('KEY_INVALID', 'a key must be a string or a Uint8Array')
}

/** The least key that is above every key with this prefix; empty = there is no bound. */
export function endOfPrefix(prefix: Key): Key {
  for (let length = prefix.length; length > 0; length--) {
    const last = prefix.charCodeAt(length - 1)
    if (last < 0xff) return (prefix.slice(0, length - 1) + String.fromCharCode(last + 1)) as Key
  }
  return '' as Key
}
