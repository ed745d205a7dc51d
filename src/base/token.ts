/**
 * From key to place on the ring (06, "Ring"): a key's token is the 32-bit xxHash of its partition part, seeded with its
 * keyspace's id. Every party (client, gateway, each replica at apply) computes it for every request and all must agree
 * for ever, so the function is fixed: changing it would lose every key already stored.
 *
 * Keys of one partition have one token, hence one shard. The partition part is the text inside the first `{…}` of the
 * key (the convention of Redis Cluster: up to the first `}` after the first `{`, and not empty), else what the
 * keyspace's rule says. Under `all` no tag is looked for: the keyspace is one partition, whatever its keys look like.
 *
 * Short parts are hashed here, in place, without a copy or a call into native code, which alone costs half a
 * microsecond; long ones go to the native library, which is faster from a few hundred bytes on.
 */
import { xxh32 as nativeXxh32 } from '@node-rs/xxhash'
import type { Key, KeyspaceId, Token } from './ids.ts'
import { token } from './ids.ts'

/**
 * What part of a key without a `{…}` tag decides where it lives. Fixed when the keyspace is made.
 *
 * - `key`: the whole key.
 * - `first`: the first `parts` (≥ 1) parts as cut by `separator` (not empty, ASCII), without a trailing separator: with
 *   2 and `:`, `user:17:name` and `user:17` both belong to `user:17`. A key with fewer parts is its own partition.
 * - `all`: nothing; the whole keyspace is one partition.
 */
export type PartitionRule =
  | { readonly kind: 'key' }
  | { readonly kind: 'first'; readonly parts: number; readonly separator: string }
  | { readonly kind: 'all' }

/** From this many bytes on the native hash is faster than the one below (measured on x64, Node 20). */
const NATIVE_FROM_BYTES = 160

/** The bytes of `key` that decide its token; `''` under the rule `all`. */
export function partitionOf(key: Key, rule: PartitionRule): Key {
  if (rule.kind === 'all') return '' as Key
  const open = key.indexOf('{')
  const close = tagEnd(key, open)
  return (close > 0 ? key.slice(open + 1, close) : key.slice(0, ruleEnd(key, rule))) as Key
}

/** The token of `key`: `xxh32(partitionOf(key, rule), seed = keyspace)`. Allocates nothing for usual keys. */
export function tokenOf(keyspace: KeyspaceId, key: Key, rule: PartitionRule): Token {
  if (rule.kind === 'all') return token(hashSlice('', 0, 0, keyspace))
  const open = key.indexOf('{')
  const close = tagEnd(key, open)
  return close > 0
    ? token(hashSlice(key, open + 1, close, keyspace))
    : token(hashSlice(key, 0, ruleEnd(key, rule), keyspace))
}

/** Where the tag that begins at `open` ends; −1 if there is no tag, or an empty one. */
function tagEnd(key: string, open: number): number {
  if (open < 0) return -1
  const close = key.indexOf('}', open + 1)
  return close > open + 1 ? close : -1
}

/** Length of the partition part of a key without a tag. */
function ruleEnd(key: string, rule: Exclude<PartitionRule, { kind: 'all' }>): number {
  if (rule.kind === 'key') return key.length
  const { separator } = rule
  let end = -separator.length
  for (let part = 0; part < rule.parts; part++) {
    end = key.indexOf(separator, end + separator.length)
    if (end < 0) return key.length
  }
  return end
}

/** xxh32 of the characters (each 0 … 255) from `start` to `end` as bytes. */
function hashSlice(text: string, start: number, end: number, seed: number): number {
  return end - start < NATIVE_FROM_BYTES
    ? xxh32(text, start, end, seed)
    : nativeXxh32(Buffer.from(text.slice(start, end), 'latin1'), seed)
}

// The algorithm of https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md, "XXH32", on the characters of a
// string; all arithmetic is modulo 2^32 in signed 32-bit integers, which the engine keeps unboxed.
const PRIME_1 = 0x9e3779b1 | 0
const PRIME_2 = 0x85ebca77 | 0
const PRIME_3 = 0xc2b2ae3d | 0
const PRIME_4 = 0x27d4eb2f
const PRIME_5 = 0x165667b1
const STRIPE = 16

function xxh32(text: string, start: number, end: number, seed: number): number {
  let at = start
  let hash = (seed + PRIME_5) | 0
  if (end - start >= STRIPE) {
    let a = (seed + PRIME_1 + PRIME_2) | 0
    let b = (seed + PRIME_2) | 0
    let c = seed | 0
    let d = (seed - PRIME_1) | 0
    do {
      a = mixLane(a, word(text, at))
      b = mixLane(b, word(text, at + 4))
      c = mixLane(c, word(text, at + 8))
      d = mixLane(d, word(text, at + 12))
      at += STRIPE
    } while (at + STRIPE <= end)
    hash = (rotate(a, 1) + rotate(b, 7) + rotate(c, 12) + rotate(d, 18)) | 0
  }
  hash = (hash + (end - start)) | 0
  for (; at + 4 <= end; at += 4) {
    hash = (hash + Math.imul(word(text, at), PRIME_3)) | 0
    hash = Math.imul(rotate(hash, 17), PRIME_4)
  }
  for (; at < end; at++) {
    hash = (hash + Math.imul(text.charCodeAt(at), PRIME_5)) | 0
    hash = Math.imul(rotate(hash, 11), PRIME_1)
  }
  hash = Math.imul(hash ^ (hash >>> 15), PRIME_2)
  hash = Math.imul(hash ^ (hash >>> 13), PRIME_3)
  return (hash ^ (hash >>> 16)) >>> 0
}

function mixLane(lane: number, input: number): number {
  return Math.imul(rotate((lane + Math.imul(input, PRIME_2)) | 0, 13), PRIME_1)
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits))
}

/** Four bytes, little-endian. */
function word(text: string, at: number): number {
  return (
    text.charCodeAt(at) |
    (text.charCodeAt(at + 1) << 8) |
    (text.charCodeAt(at + 2) << 16) |
    (text.charCodeAt(at + 3) << 24)
  )
}
