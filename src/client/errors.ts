/**
 * Errors as the SDK throws them: always `RingKvError`, whose `code` is one of the closed table in base/errors.ts. This file
 * gives the structured parts their types: what a conflict explains, and which operation an unknown outcome is about.
 */
import {
  ERROR_TABLE,
  errorCodeOfWire,
  refusalError,
  RingKvError,
  type ErrorCode,
} from '../base/errors.ts'
import type { OperationId } from '../base/ids.ts'
import type { wire } from '../net/protobuf.ts'
import { decodeConflict, type Conflict } from './conflicts.ts'

export type WireError = wire.Error.$Properties

/** `details` of an error with code `CONFLICT`. */
export interface ConflictDetails {
  readonly conflicts: readonly Conflict[]
}

export interface OperationKey {
  readonly keyspace: string
  readonly key: Uint8Array
}

/** Names an operation whose outcome may have to be asked for: `details` of `OUTCOME_UNKNOWN`, argument of `resolve`. */
export interface UnresolvedOperation {
  readonly id: OperationId
  readonly keys: readonly OperationKey[]
}

/** `details` of errors that say when to come back. */
export interface RetryAfterDetails {
  /** Milliseconds. */
  readonly retryAfterMs: number
}

export function isConflict(error: unknown): error is RingKvError<ConflictDetails> {
  return error instanceof RingKvError && error.code === 'CONFLICT' && error.details !== undefined
}

/** Whether the write may have happened; `error.details` can be given to `RingKv.resolve`. */
export function isOutcomeUnknown(error: unknown): error is RingKvError<UnresolvedOperation> {
  return (
    error instanceof RingKvError && error.code === 'OUTCOME_UNKNOWN' && error.details !== undefined
  )
}

/** The error of an answer. */
export function decodeError(encoded: WireError): RingKvError {
  const code = errorCodeOfWire(encoded.code ?? 0)
  const message = messageOr(encoded.message, code)
  if (code === 'CONFLICT') {
    const details: ConflictDetails = { conflicts: (encoded.conflicts ?? []).map(decodeConflict) }
    return refusalError(code, message, details)
  }
  const retryAfterMs = encoded.retryAfterMs ?? 0
  const details: RetryAfterDetails | undefined = retryAfterMs > 0 ? { retryAfterMs } : undefined
  return refusalError(code, message, details)
}

function messageOr(message: string | null | undefined, code: ErrorCode): string {
  return message === null || message === undefined || message === ''
    ? ERROR_TABLE[code].meaning
    : message
}

/** `clientId/sequence/expiry`: an operation id as people and scripts pass it around. */
export function formatOperationId(id: OperationId): string {
  return `${id.client}/${id.sequence}/${id.expiry}`
}

/** The error of a write that may have happened. `why` says what went wrong, without a full stop. */
export function outcomeUnknown(
  operation: UnresolvedOperation,
  why: string,
): RingKvError<UnresolvedOperation> {
  return new RingKvError<UnresolvedOperation>(
    'OUTCOME_UNKNOWN',
    `${why}; the operation ${formatOperationId(operation.id)} may or may not have happened. ` +
      `Ask with resolve(error.details) before doing it again`,
    operation,
  )
}
