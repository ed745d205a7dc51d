/**
 * Runs transactions to a known end. An attempt that lost against another transaction is repeated under a new id; an attempt
 * whose outcome is in doubt is first resolved, and only repeated when it is certain that it did not and will not happen
 * (05). So a transaction happens exactly once or not at all, or the caller is told that this is not known.
 */
import { RingKvError } from '../base/errors.ts'
import { keyOfBytes } from '../base/ids.ts'
import type { wire } from '../net/protobuf.ts'
import type { ClientCore } from './core.ts'
import { decodeRow, decodeWritten, type Entry, type WriteResult } from './entries.ts'
import {
  isOutcomeUnknown,
  outcomeUnknown,
  type OperationKey,
  type UnresolvedOperation,
} from './errors.ts'
import {
  encodeCompare,
  encodeOperation,
  operationKeys,
  type Compare,
  type Operation,
} from './operations.ts'
import type { CallOptions } from './options.ts'
import type { WireResponse } from './session.ts'
import { pauseAfterLossMs } from './pace.ts'
import { resolveOperation, type Resolution } from './resolve.ts'
import { Transaction } from './transaction.ts'

const RESOLVE_PAUSE_MS = 100

// ---- interactive -------------------------------------------------------------------------------------------------

/** Runs `body` until one of its attempts commits; see `RingKv.transact`. */
export async function transact<Result>(
  core: ClientCore,
  body: (transaction: Transaction) => Promise<Result> | Result,
  options: CallOptions,
): Promise<Result> {
  const deadlineMs = core.deadline(options)
  // Older transactions win over younger ones, so one that keeps losing gets its turn.
  const age = core.dispatcher.clusterClock.now()
  let lost: RingKvError | undefined
  for (let attempt = 1; ; attempt++) {
    const sinceMs = core.dispatcher.nowMs()
    const transaction = new Transaction(core, deadlineMs, options.signal)
    const ran = await runBody(transaction, body)
    transaction.end()
    try {
      lost = await finishAttempt(core, transaction, ran, age, deadlineMs, options.signal)
    } catch (error) {
      throw starvedOr(error, lost, attempt)
    }
    if (lost === undefined) {
      if (ran.error !== undefined) throw ran.error.thrown
      return ran.result as Result
    }
    await pauseBeforeRetry(core, attempt, sinceMs, lost, deadlineMs, options.signal)
  }
}

interface Ran<Result> {
  readonly result: Result | undefined
  readonly error: { readonly thrown: unknown } | undefined
}

async function runBody<Result>(
  transaction: Transaction,
  body: (transaction: Transaction) => Promise<Result> | Result,
): Promise<Ran<Result>> {
  try {
    return { result: await body(transaction), error: undefined }
  } catch (thrown) {
    return { result: undefined, error: { thrown } }
  }
}

/** Ends one attempt. Returns why it must be repeated, or `undefined` when the outcome of `ran` stands. */
async function finishAttempt(
  core: ClientCore,
  transaction: Transaction,
  ran: Ran<unknown>,
  age: number,
  deadlineMs: number,
  signal: AbortSignal | undefined,
): Promise<RingKvError | undefined> {
  const thrown = ran.error?.thrown
  if (thrown instanceof RingKvError && thrown.retry !== 'no') {
    if (thrown.retry === 'new-id') return thrown
    throw thrown
  }
  // What the program decided by its reads, throwing included, only counts if these were the newest.
  const request = transaction.commitRequest(ran.error === undefined)
  const { reads, ranges, writes } = request
  if (reads?.length === 0 && ranges?.length === 0 && writes?.length === 0) return undefined
  request.age = age
  try {
    await commit(core, request, deadlineMs, signal)
    return undefined
  } catch (error) {
    if (error instanceof RingKvError && error.retry === 'new-id') return error
    if (ran.error !== undefined) return undefined
    throw error
  }
}

async function commit(
  core: ClientCore,
  request: wire.CommitRequest.$Properties,
  deadlineMs: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const keys = commitKeys(request)
  const first = keys[0]!
  if (request.writes?.length === 0) {
    // Nothing can happen twice: it is asked as a read is, as often as it takes.
    const key = keyOfBytes(first.key)
    const confirm = { request: { commit: request }, keyspace: first.keyspace, key }
    await core.invoke({ ...confirm, kind: 'read' }, deadlineMs, signal, () => undefined)
    return
  }
  const header = core.newHeader(deadlineMs)
  try {
    await core.invoke(
      {
        kind: 'transaction',
        request: { commit: { ...request, header } },
        header,
        keyspace: first.keyspace,
        key: keyOfBytes(first.key),
        keys,
      },
      deadlineMs,
      signal,
      () => undefined,
    )
  } catch (error) {
    if (!isOutcomeUnknown(error) || signal?.aborted === true) throw error
    const { outcome } = await resolveDoubt(core, error, deadlineMs, signal)
    core.dispatcher.ids.settle(header.id.sequence)
    if (outcome === 'aborted') throw abortedInDoubt()
  }
}

function commitKeys(request: wire.CommitRequest.$Properties): OperationKey[] {
  const { reads, ranges, writes } = request
  const keys = operationKeys(writes ?? [])
  for (const { keyspace, key } of reads ?? []) keys.push({ keyspace: keyspace!, key: key! })
  for (const { keyspace, partitionOf } of ranges ?? []) {
    keys.push({ keyspace: keyspace!, key: partitionOf! })
  }
  return keys
}

// ---- one-shot ----------------------------------------------------------------------------------------------------

/** Compare, then one of two branches, atomically, over any number of shards. */
export interface OneShot {
  readonly compare?: readonly Compare[]
  /** What to do when every compare holds. */
  readonly then: readonly Operation[]
  /** What to do otherwise. Default nothing. */
  readonly else?: readonly Operation[]
}

export type OperationResult =
  | ({ readonly kind: 'written' } & WriteResult)
  | { readonly kind: 'read'; readonly entry: Entry | undefined }

export interface OneShotResult {
  /** Whether every compare held, so that `then` was done. */
  readonly succeeded: boolean
  /** One per operation of the branch that was done; `undefined` when the answer was lost and asked for again. */
  readonly results: readonly OperationResult[] | undefined
  /** When it took effect. */
  readonly timestamp: number
}

/** See `RingKv.transactOnce`. */
export async function transactOnce(
  core: ClientCore,
  oneShot: OneShot,
  options: CallOptions,
): Promise<OneShotResult> {
  const deadlineMs = core.deadline(options)
  const { keyspace } = core.defaults
  const { clusterClock } = core.dispatcher
  const encode = (operation: Operation): wire.Operation.$Properties =>
    encodeOperation(operation, keyspace, clusterClock)
  const request: wire.TransactRequest.$Properties = {
    compare: (oneShot.compare ?? []).map((compare) => encodeCompare(compare, keyspace)),
    then: oneShot.then.map(encode),
    otherwise: (oneShot.else ?? []).map(encode),
    age: clusterClock.now(),
  }
  let lost: RingKvError | undefined
  for (let attempt = 1; ; attempt++) {
    const sinceMs = core.dispatcher.nowMs()
    try {
      return await attemptOnce(core, request, deadlineMs, options.signal)
    } catch (error) {
      if (!(error instanceof RingKvError) || error.retry !== 'new-id') {
        throw starvedOr(error, lost, attempt)
      }
      lost = error
    }
    await pauseBeforeRetry(core, attempt, sinceMs, lost, deadlineMs, options.signal)
  }
}

async function attemptOnce(
  core: ClientCore,
  request: wire.TransactRequest.$Properties,
  deadlineMs: number,
  signal: AbortSignal | undefined,
): Promise<OneShotResult> {
  const header = core.newHeader(deadlineMs)
  const keys = transactKeys(request)
  const first = keys[0]
  const invocation = {
    request: { transact: { ...request, header } },
    header,
    keys,
    ...(first === undefined ? {} : { keyspace: first.keyspace, key: keyOfBytes(first.key) }),
  }
  const decode = ({ transact: answer }: WireResponse): OneShotResult =>
    decodeOneShot(answer ?? {}, request)
  try {
    return await core.invoke({ ...invocation, kind: 'transaction' }, deadlineMs, signal, decode)
  } catch (error) {
    if (!isOutcomeUnknown(error) || signal?.aborted === true) throw error
    const resolution = await resolveDoubt(core, error, deadlineMs, signal)
    if (resolution.outcome === 'aborted') {
      core.dispatcher.ids.settle(header.id.sequence)
      throw abortedInDoubt()
    }
    // It happened, so its branch and what became of its writes are on record: the same id brings them back.
    const again = { ...invocation, kind: 'write', sentBefore: true } as const
    try {
      return await core.invoke(again, deadlineMs, signal, decode)
    } catch (failed) {
      if (request.compare?.length !== 0) throw failed
      // Without a condition there was but one branch: that it happened is known.
      core.dispatcher.ids.settle(header.id.sequence)
      return { succeeded: true, results: undefined, timestamp: resolution.timestamp }
    }
  }
}

function transactKeys(request: wire.TransactRequest.$Properties): OperationKey[] {
  const compares = (request.compare ?? []).map(({ keyspace, key }) => ({
    keyspace: keyspace!,
    key: key!,
  }))
  const { then, otherwise } = request
  return [...compares, ...operationKeys(then ?? []), ...operationKeys(otherwise ?? [])]
}

function decodeOneShot(
  answer: wire.TransactResponse.$Properties,
  { then, otherwise }: wire.TransactRequest.$Properties,
): OneShotResult {
  const succeeded = answer.succeeded ?? false
  const results = answer.results ?? []
  // A repeated answer brings the branch and the time, not what each operation said.
  const complete = results.length === (succeeded ? then : otherwise)?.length
  return {
    succeeded,
    results: complete ? results.map(decodeOperationResult) : undefined,
    timestamp: answer.timestamp ?? 0,
  }
}

function decodeOperationResult(result: wire.OperationResult.$Properties): OperationResult {
  return result.written !== null && result.written !== undefined
    ? { kind: 'written', ...decodeWritten(result.written) }
    : { kind: 'read', entry: decodeRow(result.row) }
}

// ---- shared ------------------------------------------------------------------------------------------------------

/** Asks until the outcome is known; at the deadline the doubt is reported as it came. */
async function resolveDoubt(
  core: ClientCore,
  doubt: RingKvError<UnresolvedOperation>,
  deadlineMs: number,
  signal: AbortSignal | undefined,
): Promise<Resolution> {
  const operation = doubt.details!
  for (;;) {
    if (core.dispatcher.nowMs() >= deadlineMs) throw doubt
    try {
      return await resolveOperation(core, operation, deadlineMs, signal)
    } catch (error) {
      if (!(error instanceof RingKvError)) throw outcomeUnknown(operation, 'the caller gave up')
      if (error.code === 'OUTCOME_EXPIRED' || error.retry === 'no') throw doubt
    }
    await core.pause(RESOLVE_PAUSE_MS, signal)
  }
}

function abortedInDoubt(): RingKvError {
  return new RingKvError(
    'RETRY',
    'the answer was lost and the transaction turned out not to have happened',
  )
}

async function pauseBeforeRetry(
  core: ClientCore,
  attempt: number,
  sinceMs: number,
  cause: RingKvError,
  deadlineMs: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { dispatcher } = core
  const delayMs = pauseAfterLossMs(attempt, dispatcher.nowMs() - sinceMs, dispatcher.random)
  if (core.dispatcher.nowMs() + delayMs >= deadlineMs) throw starved(cause, attempt, '')
  await core.pause(delayMs, signal)
}

/**
 * What to throw for an attempt that ended without an outcome of its own. If the ones before it lost against other
 * transactions, it is the deadline that cut this one short: the transaction starved, and may be tried again.
 */
function starvedOr(error: unknown, lost: RingKvError | undefined, attempts: number): unknown {
  if (lost === undefined || !(error instanceof RingKvError) || error.retry !== 'same-id') {
    return error
  }
  const told = starved(lost, attempts, `; the last one: ${error.message}`)
  told.cause = error
  return told
}

function starved(lost: RingKvError, attempts: number, last: string): RingKvError {
  const count = attempts === 1 ? '1 attempt' : `${attempts} attempts`
  return new RingKvError(
    'RETRY',
    `${lost.message} (${count} until the deadline, none took effect${last}). It may be tried again`,
  )
}
