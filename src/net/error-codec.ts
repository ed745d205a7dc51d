/**
 * Errors on the wire: the closed set of base/errors.ts, by number and name, with what a program needs beside the text. A
 * conflict carries both sides and their base, each value cut at 4 KiB: enough to understand it, never enough to make an
 * answer large. On unary calls the same message travels in the trailers, beside the gRPC status of its code.
 */
import { Metadata } from '@grpc/grpc-js'
import { ERROR_TABLE, errorCodeOfWire, RingKvError } from '../base/errors.ts'
import { keyBytes, type Key, type OperationId } from '../base/ids.ts'
import { valueBytes } from '../versions/value-codec.ts'
import type { Scalar, Value } from '../versions/value.ts'
import type { ConflictExplanation, ConflictSide, VectorClock } from '../versions/version.ts'
import { encodeOperationId } from './operation-id-codec.ts'
import { encodeMessage, wire } from './protobuf.ts'
import { encodeValue } from './value-codec.ts'

/** What `RingKvError.details` may hold on a server; all parts are optional. */
interface ErrorDetails {
  /** Of `CONFLICT`: one explanation per key that could not be resolved. */
  readonly conflicts?: readonly { readonly key: Key; readonly conflict: ConflictExplanation }[]
  /** Of `OVERLOADED`: when to come back, in milliseconds. */
  readonly retryAfterMs?: number
  /** Of `OUTCOME_UNKNOWN`: the id to resolve, where the gateway minted it. */
  readonly operation?: OperationId
}

/** Trailer of a failed unary call: the encoded `Error`. */
export const ERROR_TRAILER = 'ringkv-error-bin'

const VALUE_BYTES_MAX = 4096
/** Explanations in one answer; a transaction may touch more keys than a person reads. */
const CONFLICTS_MAX = 16
const CLOCK_ACTORS_MAX = 64

/** Whatever was thrown, as a coded error. What is not one is a bug: its text stays in the server's log. */
export function asRingKvError(error: unknown): RingKvError {
  return error instanceof RingKvError
    ? error
    : new RingKvError('INTERNAL', "the server failed on this request; see the node's log")
}

export function encodeError(error: RingKvError): wire.Error.$Properties {
  const details = (error.details ?? {}) as ErrorDetails
  const { conflicts, retryAfterMs, operation } = details
  return {
    code: ERROR_TABLE[error.code].wire,
    name: error.code,
    message: error.message,
    conflicts:
      conflicts === undefined ? null : conflicts.slice(0, CONFLICTS_MAX).map(encodeConflict),
    retryAfterMs: retryAfterMs === undefined ? 0 : Math.ceil(retryAfterMs),
    id: operation === undefined ? null : encodeOperationId(operation),
  }
}

/** The status of a unary call that failed. */
export interface CallStatus {
  readonly code: number
  readonly details: string
  readonly metadata: Metadata
}

/** The status of a unary call that is answered by `error`. */
export function statusOfError(error: wire.Error.$Properties): CallStatus {
  const metadata = new Metadata()
  metadata.set(ERROR_TRAILER, encodeMessage(wire.Error, error))
  const code = errorCodeOfWire(error.code ?? 0)
  // The table holds gRPC's numbers without importing gRPC.
  const grpcStatus: number = ERROR_TABLE[code].grpc
  return {
    code: grpcStatus,
    details: `${code}: ${error.message ?? ''}`,
    metadata,
  }
}

/** What the other end threw, if the failed call carries it. Conflicts are left out: nodes do not ask each other for any. */
export function errorOfStatus(failed: { readonly metadata?: Metadata }): RingKvError | undefined {
  const [trailer] = failed.metadata?.get(ERROR_TRAILER) ?? []
  if (trailer === undefined || typeof trailer === 'string') return undefined
  const { code, message, retryAfterMs } = wire.Error.decode(trailer)
  return new RingKvError(
    errorCodeOfWire(code),
    message,
    retryAfterMs > 0 ? { retryAfterMs } : undefined,
  )
}

/** When to come back, in milliseconds, as the error says; 0 = it does not. */
export function retryAfterMsOf({ details }: RingKvError): number {
  return (details as ErrorDetails | undefined)?.retryAfterMs ?? 0
}

function encodeConflict(named: {
  readonly key: Key
  readonly conflict: ConflictExplanation
}): wire.Conflict.$Properties {
  const { relation, reason, base, theirs, mine, detail } = named.conflict
  return {
    key: keyBytes(named.key),
    relation,
    reason,
    base: base === undefined ? null : encodeSide(base),
    theirs: theirs === undefined ? null : encodeSide(theirs),
    mine: encodeSide(mine),
    cause: detail?.kind === 'unknown' ? detail.cause : '',
    overlap: detail?.kind === 'overlap' ? { start: detail.start, end: detail.end } : null,
  }
}

function encodeSide(side: ConflictSide): wire.ConflictSide.$Properties {
  const { value } = side
  const cut = value === undefined ? undefined : cutValue(value)
  return {
    timestamp: side.timestamp,
    clock: encodeClock(side.clock),
    value: cut === undefined ? null : encodeValue(cut),
    author: side.author,
    truncated:
      side.truncated === true || cut !== value || side.clock.actors.length > CLOCK_ACTORS_MAX,
  }
}

function encodeClock(clock: VectorClock): wire.VectorClock.$Properties {
  // Without a prototype, so that an actor may be called anything.
  const counters = Object.create(null) as Record<string, number>
  const count = Math.min(clock.actors.length, CLOCK_ACTORS_MAX)
  for (let i = 0; i < count; i++) counters[clock.actors[i]!] = clock.counters[i]!
  return { counters, dropped: clock.dropped }
}

/** `value` itself if it is small, else as much of its beginning as fits. */
function cutValue(value: Value): Value {
  if (valueBytes(value) <= VALUE_BYTES_MAX) return value
  if (value.type !== 'list') return cutScalar(value)
  const kept: Scalar[] = []
  let size = 0
  for (const element of value.value) {
    size += valueBytes(element)
    if (size > VALUE_BYTES_MAX) break
    kept.push(element)
  }
  return { type: 'list', value: kept }
}

function cutScalar(scalar: Scalar): Scalar {
  switch (scalar.type) {
    case 'int':
      return scalar
    case 'bytes':
      return { type: 'bytes', value: scalar.value.subarray(0, VALUE_BYTES_MAX) }
    case 'string':
      return { type: 'string', value: cutText(scalar.value) }
  }
}

/** The longest beginning of `text` in whole characters whose UTF-8 fits. */
function cutText(text: string): string {
  const bytes = Buffer.from(text.slice(0, VALUE_BYTES_MAX), 'utf8')
  let end = Math.min(bytes.length, VALUE_BYTES_MAX)
  // Never between the bytes of one character: continuation bytes look like 10xxxxxx.
  while (end > 0 && end < bytes.length && (bytes[end]! & 0xc0) === 0x80) end--
  return bytes.toString('utf8', 0, end)
}
