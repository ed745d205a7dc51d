/** Deletes of a range between the wire and the domain. */
import type { Key, KeyspaceId, Token } from '../base/ids.ts'
import { partitionOf, tokenOf } from '../base/token.ts'
import type { wire } from './protobuf.ts'
import { endOfPrefix } from './read-codec.ts'
import { boundOf, invalid, keyOf, keyspaceOf, type RequestContext } from './request-context.ts'

export interface DeleteRange {
  readonly keyspace: KeyspaceId
  /** Bytes that make the partition. */
  readonly partition: Key
  readonly token: Token
  readonly start: Key
  /** Exclusive; empty = to the end of the partition. */
  readonly end: Key
}

/** @throws RingKvError KEYSPACE_UNKNOWN, KEY_INVALID, INVALID_ARGUMENT */
export function decodeDeleteRange(
  context: RequestContext,
  request: wire.DeleteRangeRequest.$Properties,
): DeleteRange {
  const { id, partition: rule } = keyspaceOf(context, request.keyspace)
  const partitionKey = keyOf(context, request.partitionOf)
  const prefix = boundOf(context, request.prefix)
  const start = boundOf(context, request.start)
  const end = boundOf(context, request.end)
  if (prefix !== '' && (start !== '' || end !== '')) {
    throw invalid('give a prefix, or start and end, not both')
  }
  return {
    keyspace: id,
    partition: partitionOf(partitionKey, rule),
    token: tokenOf(id, partitionKey, rule),
    start: prefix === '' ? start : prefix,
    end: prefix === '' ? end : endOfPrefix(prefix),
  }
}
