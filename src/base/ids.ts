/**
 * The identities of the system, each a distinct type, so that a shard id cannot be passed where a node id belongs.
 */
declare const brand: unique symbol
type Brand<T, Name extends string> = T & { readonly [brand]: Name }

/** A node, positive, allotted by placement (or by the cluster's initial member list), never reused. */
export type NodeId = Brand<number, 'NodeId'>
/** A shard and its Raft group. 0 is the placement group; key-value shards count from 1. Never reused. */
export type ShardId = Brand<number, 'ShardId'>
/** A member of one shard's Raft group, positive, unique in the shard, never reused (02, "Replica ids"). */
export type ReplicaId = Brand<number, 'ReplicaId'>
/** A keyspace, positive; 1 is `default`. Never reused. */
export type KeyspaceId = Brand<number, 'KeyspaceId'>
/** Store-local number that prefixes a replica's rows (03, "segment"). Never reused on a node. */
export type Segment = Brand<number, 'Segment'>
/** Position on the ring, 0 … 2^32 − 1. */
export type Token = Brand<number, 'Token'>
/** Hybrid clock reading: microseconds since 1970 as a safe integer. */
export type Timestamp = Brand<number, 'Timestamp'>

/**
 * A key's bytes as a string with one character (0 … 255) per byte. Such strings are immutable, hash and compare
 * fast, and JavaScript's string order on them *is* byte order. Convert with `keyOfBytes`, `keyOfText`, `keyBytes`.
 */
export type Key = Brand<string, 'Key'>

export const nodeId = (value: number): NodeId => value as NodeId
export const shardId = (value: number): ShardId => value as ShardId
export const replicaId = (value: number): ReplicaId => value as ReplicaId
export const keyspaceId = (value: number): KeyspaceId => value as KeyspaceId
export const segment = (value: number): Segment => value as Segment
export const token = (value: number): Token => value as Token
export const timestamp = (value: number): Timestamp => value as Timestamp

export const PLACEMENT_SHARD = shardId(0)
export const DEFAULT_KEYSPACE = keyspaceId(1)
/** End of the token space: exclusive upper bound of the last shard's range. */
export const TOKEN_END = 2 ** 32

export function keyOfBytes(bytes: Uint8Array): Key {
  return asBuffer(bytes).toString('latin1') as Key
}

/** The key of a text: its UTF-8 bytes. */
export function keyOfText(text: string): Key {
  // Pure ASCII is its own UTF-8, and nearly every key is.
  return (/^[\x00-\x7f]*$/.test(text) ? text : Buffer.from(text, 'utf8').toString('latin1')) as Key
}

export function keyBytes(key: Key): Buffer {
  return Buffer.from(key, 'latin1')
}

/** For people: the key as text where it is valid UTF-8, else its bytes in hexadecimal after `0x`. */
export function keyText(key: Key): string {
  const bytes = keyBytes(key)
  const text = bytes.toString('utf8')
  return text.includes('\ufffd') ? `0x${bytes.toString('hex')}` : text
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes)
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/**
 * Names one logical write or transaction over all its retries (05, "One identity for every write"). Minted by the
 * client only. `client` is 128 random bits as 32 hexadecimal digits; `sequence` rises by one per operation.
 */
export interface OperationId {
  readonly client: string
  readonly sequence: number
  /** Past this stamp the operation can no longer take effect. */
  readonly expiry: Timestamp
}

/** Map key of an operation id. The expiry belongs to the id but does not distinguish two of them. */
export function operationKey(id: OperationId): string {
  return `${id.client}/${id.sequence}`
}
