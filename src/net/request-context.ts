/**
 * What decoding a request depends on besides its bytes: which keyspaces exist, and the limits in force. Every check that
 * needs no stored data happens here, at the edge, so that bad input is refused before it costs a shard anything (10,
 * "Limits before work"). Shards check again at apply with the limits in the entry; this is only the early refusal.
 */
import { RingKvError } from '../base/errors.ts'
import { keyOfBytes, keyText, type Key, type KeyspaceId } from '../base/ids.ts'
import type { PartitionRule } from '../base/token.ts'
import type { Limits } from '../shard/command.ts'
import { actorProblem } from '../versions/actor.ts'

/** A keyspace as requests need it. */
export interface KeyspaceRef {
  readonly id: KeyspaceId
  readonly partition: PartitionRule
}

export interface RequestContext {
  /** The keyspace of this name; undefined if there is none. */
  keyspace(name: string): KeyspaceRef | undefined
  /** Whether a keyspace of this name is known to have been dropped. */
  wasDropped(name: string): boolean
  readonly limits: Limits
}

const DEFAULT_KEYSPACE_NAME = 'default'
const NO_BYTES = Buffer.alloc(0)

/** The fields of a wire message are null, undefined or set; this is how absent ones look to the rest of the codec. */
export function bytesOf(field: Uint8Array | null | undefined): Uint8Array {
  return field ?? NO_BYTES
}

/** @throws RingKvError KEYSPACE_UNKNOWN */
export function keyspaceOf(context: RequestContext, name: string | null | undefined): KeyspaceRef {
  const known = name === '' || name === null || name === undefined ? DEFAULT_KEYSPACE_NAME : name
  const keyspace = context.keyspace(known)
  if (keyspace === undefined) throw unknownKeyspace(context, known)
  return keyspace
}

/** A keyspace of this name is not known here: it may have been made just now, elsewhere. */
export class UnheardKeyspace extends RingKvError {
  readonly keyspace: string

  constructor(name: string) {
    const message = `there is no keyspace "${name.slice(0, 100)}"; create it or check the name`
    super('KEYSPACE_UNKNOWN', message)
    this.keyspace = name
  }
}

export function unknownKeyspace(
  context: Pick<RequestContext, 'wasDropped'>,
  name: string,
): RingKvError {
  if (!context.wasDropped(name)) return new UnheardKeyspace(name)
  const message = `the keyspace "${name}" was dropped, with everything in it`
  return new RingKvError('KEYSPACE_UNKNOWN', message)
}

/** @throws RingKvError KEY_INVALID for an empty or too long key */
export function keyOf(context: RequestContext, bytes: Uint8Array | null | undefined): Key {
  const size = bytes?.length ?? 0
  if (size === 0 || size > context.limits.keyBytes) {
    throw new RingKvError(
      'KEY_INVALID',
      `a key of ${size} bytes: a key must have 1 to ${context.limits.keyBytes} bytes`,
    )
  }
  return keyOfBytes(bytes!)
}

/** A bound of a range: may be empty. @throws RingKvError KEY_INVALID */
export function boundOf(context: RequestContext, bytes: Uint8Array | null | undefined): Key {
  return bytes === null || bytes === undefined || bytes.length === 0
    ? ('' as Key)
    : keyOf(context, bytes)
}

/** A value of `size` encoded bytes. @throws RingKvError VALUE_TOO_LARGE */
export function checkValueSize(context: RequestContext, key: Key, size: number): void {
  if (size > context.limits.valueBytes) {
    throw new RingKvError(
      'VALUE_TOO_LARGE',
      `the value for key "${keyText(key)}" has ${size} bytes encoded, more than the limit of ${context.limits.valueBytes}`,
    )
  }
}

/** The name of a writer: empty, or a valid actor. @throws RingKvError INVALID_ARGUMENT */
export function actorOf(actor: string | null | undefined): string {
  if (actor === null || actor === undefined || actor === '') return ''
  const problem = actorProblem(actor)
  if (problem !== undefined) throw invalid(`the actor is not valid: ${problem}`)
  return actor
}

export function invalid(message: string): RingKvError {
  return new RingKvError('INVALID_ARGUMENT', message)
}
