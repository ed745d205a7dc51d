/**
 * Errors on the wire: the closed set of base/errors.ts, by number and name, with what a program needs beside the text. On
 * unary calls the same message travels in the trailers, beside the gRPC status of its code.
 */
import { Metadata } from '@grpc/grpc-js'
import { ERROR_TABLE, errorCodeOfWire, RingKvError } from '../base/errors.ts'
import type { OperationId } from '../base/ids.ts'
import type { RefusedWrite } from '../txn/types.ts'
import { encodeRefusedWrites, type KeyspaceNames } from './conflict-codec.ts'
import { encodeOperationId } from './operation-id-codec.ts'
import { encodeMessage, wire } from './protobuf.ts'

/** What `RingKvError.details` may hold on a server; all parts are optional. */
interface ErrorDetails {
  /** Of `CONFLICT`: one explanation per key that could not be resolved. */
  readonly conflicts?: readonly RefusedWrite[]
  /** Of `OVERLOADED`: when to come back, in milliseconds. */
  readonly retryAfterMs?: number
  /** Of `OUTCOME_UNKNOWN`: the id to resolve, where the gateway minted it. */
  readonly operation?: OperationId
}

/** Trailer of a failed unary call: the encoded `Error`. */
export const ERROR_TRAILER = 'ringkv-error-bin'

/** Whatever was thrown, as a coded error. What is not one is a bug: its text stays in the server's log. */
export function asRingKvError(error: unknown): RingKvError {
  return error instanceof RingKvError
    ? error
    : new RingKvError('INTERNAL', "the server failed on this request; see the node's log")
}

/** `keyspaceName`: needed only where conflicts may be told. */
export function encodeError(
  error: RingKvError,
  keyspaceName: KeyspaceNames = () => '',
): wire.Error.$Properties {
  const details = (error.details ?? {}) as ErrorDetails
  const { conflicts, retryAfterMs, operation } = details
  return {
    code: ERROR_TABLE[error.code].wire,
    name: error.code,
    message: error.message,
    conflicts: conflicts === undefined ? null : encodeRefusedWrites(conflicts, keyspaceName),
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
