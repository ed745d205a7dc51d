/**
 * Every failure that crosses an edge (wire, SDK, CLI) has one of these codes. The table is closed: docs/ERRORS.md
 * is generated from it, the gRPC status of an answer comes from it, and clients decide by it whether to try again.
 *
 * `retry` says what helps:
 * - `no`      the same request will fail again
 * - `route`   the gateway retries by itself after refreshing its shard map
 * - `same-id` the same request under the same operation id may be sent again
 * - `new-id`  the transaction may be tried again from its start, under a new operation id
 * - `resolve` whether it happened is unknown: ask for the outcome of the operation id first
 */
export type RetryAdvice = 'no' | 'route' | 'same-id' | 'new-id' | 'resolve'

interface ErrorRow {
  /** Stable number on the wire (`Error.code` in kv.proto). Never reuse one. */
  readonly wire: number
  /** gRPC status code of a unary answer. */
  readonly grpc: number
  readonly retry: RetryAdvice
  /** kvctl's exit code: 1 failed, 2 usage, 3 not found, 4 conflict, 5 unavailable. */
  readonly exit: 1 | 2 | 3 | 4 | 5
  readonly meaning: string
}

// gRPC status numbers, named here because base imports nothing.
const INVALID_ARGUMENT = 3
const DEADLINE_EXCEEDED = 4
const NOT_FOUND = 5
const ALREADY_EXISTS = 6
const PERMISSION_DENIED = 7
const RESOURCE_EXHAUSTED = 8
const FAILED_PRECONDITION = 9
const ABORTED = 10
const OUT_OF_RANGE = 11
const UNIMPLEMENTED = 12
const INTERNAL = 13
const UNAVAILABLE = 14
const UNAUTHENTICATED = 16

export const ERROR_TABLE = {
  NOT_LEADER: row(1, UNAVAILABLE, 'route', 5, 'this replica does not lead the shard'),
  STALE_EPOCH: row(2, UNAVAILABLE, 'route', 5, 'the shard changed since the request was routed'),
  LOCKED: row(3, ABORTED, 'same-id', 5, 'a prepared transaction holds the key'),
  CONFLICT: row(4, ABORTED, 'no', 4, 'the key changed since its context was read'),
  RETRY: row(5, ABORTED, 'new-id', 5, 'the transaction lost against another one; nothing happened'),
  ALREADY_ANSWERED: row(6, FAILED_PRECONDITION, 'no', 1, 'the client has already seen the outcome'),
  OUTCOME_EXPIRED: row(
    7,
    FAILED_PRECONDITION,
    'no',
    1,
    'the operation id expired; outcome unknown',
  ),
  OUTCOME_UNKNOWN: row(8, UNAVAILABLE, 'resolve', 5, 'no answer in time; it may have happened'),
  TXN_TOO_LARGE: row(9, INVALID_ARGUMENT, 'no', 2, 'the transaction exceeds a limit'),
  VALUE_TOO_LARGE: row(10, INVALID_ARGUMENT, 'no', 2, 'the encoded value exceeds its limit'),
  KEY_INVALID: row(11, INVALID_ARGUMENT, 'no', 2, 'a key must have 1 to 4096 bytes'),
  TYPE_MISMATCH: row(12, FAILED_PRECONDITION, 'no', 1, 'the value has another type'),
  OVERFLOW: row(13, OUT_OF_RANGE, 'no', 1, 'the result does not fit a signed 64-bit integer'),
  SNAPSHOT_TOO_OLD: row(14, OUT_OF_RANGE, 'no', 1, 'history below the asked time is gone'),
  OVERLOADED: row(15, RESOURCE_EXHAUSTED, 'same-id', 5, 'a bounded queue or memory limit is full'),
  DISK_FULL: row(
    16,
    RESOURCE_EXHAUSTED,
    'same-id',
    5,
    'the store refuses writes: disk nearly full',
  ),
  NO_QUORUM: row(17, UNAVAILABLE, 'same-id', 5, 'the shard has no reachable leader'),
  DEADLINE: row(18, DEADLINE_EXCEEDED, 'same-id', 5, 'the deadline passed; nothing happened'),
  UNAUTHENTICATED: row(19, UNAUTHENTICATED, 'no', 1, 'who are you'),
  PERMISSION_DENIED: row(20, PERMISSION_DENIED, 'no', 1, 'you may not do this'),
  INVALID_ARGUMENT: row(21, INVALID_ARGUMENT, 'no', 2, 'the request is malformed'),
  KEYSPACE_UNKNOWN: row(22, NOT_FOUND, 'no', 3, 'no such keyspace'),
  NOT_FOUND: row(23, NOT_FOUND, 'no', 3, 'no such thing'),
  ALREADY_EXISTS: row(24, ALREADY_EXISTS, 'no', 4, 'a thing of that name exists'),
  CLOCK_AHEAD: row(25, INVALID_ARGUMENT, 'no', 1, 'a timestamp is too far in the future'),
  QUOTA_EXCEEDED: row(26, RESOURCE_EXHAUSTED, 'no', 1, 'the keyspace is over its quota'),
  UNIMPLEMENTED: row(27, UNIMPLEMENTED, 'no', 1, 'this server does not know the request'),
  SHUTTING_DOWN: row(28, UNAVAILABLE, 'route', 5, 'the node is stopping'),
  INTERNAL: row(29, INTERNAL, 'no', 1, 'a bug in the server; see its log'),
} as const satisfies Record<string, ErrorRow>

function row(
  wire: number,
  grpc: number,
  retry: RetryAdvice,
  exit: ErrorRow['exit'],
  meaning: string,
): ErrorRow {
  return { wire, grpc, retry, exit, meaning }
}

export type ErrorCode = keyof typeof ERROR_TABLE

const CODE_BY_WIRE = new Map<number, ErrorCode>(
  Object.entries(ERROR_TABLE).map(([code, { wire }]) => [wire, code as ErrorCode]),
)

/** The code with this wire number; `INTERNAL` for a number from a newer server. */
export function errorCodeOfWire(wire: number): ErrorCode {
  return CODE_BY_WIRE.get(wire) ?? 'INTERNAL'
}

/**
 * The one exception type of RingKV's edges. `message` says what happened, to which key or shard, and what to do.
 * `details` carries the structured part (a conflict's explanation, a leader hint, a retry-after).
 */
export class RingKvError<Details = unknown> extends Error {
  override readonly name = 'RingKvError'
  readonly code: ErrorCode
  readonly details: Details | undefined

  constructor(code: ErrorCode, message: string, details?: Details) {
    super(message)
    this.code = code
    this.details = details
  }

  get retry(): RetryAdvice {
    return ERROR_TABLE[this.code].retry
  }
}

/**
 * An error that tells what a shard or a node has decided, made where that arrives: it has no stack, as nothing on it would say who
 * asked, and taking it down costs more than all the rest of a refused request.
 */
export function refusalError(code: ErrorCode, message: string, details?: unknown): RingKvError {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return new RingKvError(code, message, details)
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

/**
 * The environment failed in a way that the process must not survive (a failed log write, a corrupt log, a foreign
 * data directory). `exitCode` is distinct for each kind; see docs/ERRORS.md.
 */
export const FATAL_EXIT_CODES = {
  'bad-configuration': 64,
  'data-directory-unusable': 65,
  'data-directory-locked': 66,
  'data-directory-foreign': 67,
  'log-corrupt': 68,
  'log-write-failed': 69,
  'engine-failed': 70,
  'address-in-use': 71,
  'format-unsupported': 72,
} as const

export type FatalKind = keyof typeof FATAL_EXIT_CODES

export class FatalError extends Error {
  override readonly name = 'FatalError'
  readonly kind: FatalKind
  readonly exitCode: number

  constructor(kind: FatalKind, message: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
    this.exitCode = FATAL_EXIT_CODES[kind]
  }
}
