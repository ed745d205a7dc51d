/**
 * What a gateway makes of the pieces of a transaction: read checks of rows, one result per operation of what participants voted,
 * errors of outcomes. Pure functions of gateway-transactions.ts.
 */
import { RingKvError } from '../base/errors.ts'
import {
  keyText,
  timestamp,
  type Key,
  type KeyspaceId,
  type Timestamp,
  type Token,
} from '../base/ids.ts'
import { shown } from '../base/shown.ts'
import type { Compare, TransactOperation, WriteOperation } from '../shard/command.ts'
import { compareHolds } from '../shard/compare.ts'
import { conflictRefusal } from '../shard/conflict-refusal.ts'
import type { ReadRow } from '../shard/request.ts'
import type { Outcome } from '../txn/recovery.ts'
import type { RangeCheck, ReadCheck, RefusedWrite, WriteResult } from '../txn/types.ts'
import type { Value } from '../versions/value.ts'
import { errorOfRefusal, errorOfResult, unexpectedReply } from './gateway-context.ts'
import type { RoutedResult } from './shard-router.ts'
import type { TransactionResult } from './transaction-runner.ts'

export interface Located {
  readonly keyspace: KeyspaceId
  readonly key: Key
}

/** What one participant gets of a transaction, and which operations its write results belong to. */
export interface PartDraft {
  readonly slot: number
  readonly token: Token
  tokens: Token[]
  reads: ReadCheck[]
  ranges: RangeCheck[]
  writes: WriteOperation[]
  /** Position of each write in the transaction's operations. */
  positions: number[]
}

/** The newest rows, and the greatest clock reading by which any of them was read. */
export interface FoundRows {
  readonly rows: ReadonlyMap<string, ReadRow>
  readonly readAt: Timestamp
}

/** A write whose vote was never seen, of a transaction that committed. */
export const APPLIED: WriteResult = {
  outcome: 'APPLIED',
  timestamp: timestamp(0),
  value: undefined,
}

const NO_CONTEXT = Buffer.alloc(0)

export function locatedKey(keyspace: KeyspaceId, key: Key): string {
  return `${keyspace}/${key}`
}

export function holds(compare: Compare, rows: ReadonlyMap<string, ReadRow>): boolean {
  return compareHolds(compare, rows.get(locatedKey(compare.keyspace, compare.key)))
}

/** Everything that was compared or asked for must still be so at commit. */
export function checksOf(
  compares: readonly Compare[],
  operations: readonly TransactOperation[],
  rows: ReadonlyMap<string, ReadRow>,
  readAt: Timestamp,
): ReadCheck[] {
  const checks = new Map<string, ReadCheck>()
  const check = ({ keyspace, key }: Located): void => {
    const name = locatedKey(keyspace, key)
    const row = rows.get(name)!
    checks.set(name, { keyspace, key, timestamp: row.timestamp, readAt })
  }
  compares.forEach(check)
  for (const operation of operations) if (operation.op === 'get') check(operation)
  return [...checks.values()]
}

/** Greatest timestamp of anything that was read, and of the times at which it was read. */
export function latestOf(reads: readonly ReadCheck[], ranges: readonly RangeCheck[]): Timestamp {
  let latest = 0
  for (const read of reads) latest = Math.max(latest, read.readAt, read.timestamp)
  for (const { readAt, rows } of ranges) {
    latest = Math.max(latest, readAt)
    for (const row of rows) latest = Math.max(latest, row.timestamp)
  }
  return timestamp(latest)
}

/** Why one shard's confirmation does not confirm; undefined if it does. */
export function confirmError(result: RoutedResult): RingKvError | undefined {
  if (result.kind === 'failed') return errorOfResult(result)
  if (result.kind !== 'read' || result.reply.kind !== 'confirmed')
    return unexpectedReply(result.kind)
  const { changed } = result.reply
  if (changed === undefined) return undefined
  const name = shown(keyText(changed))
  return new RingKvError('RETRY', `key "${name}" that the transaction read has changed`)
}

/** Results by position of the write among all writes. */
export function scatter(
  drafts: readonly PartDraft[],
  { results }: TransactionResult,
  count: number,
): (WriteResult | undefined)[] {
  const byPosition = new Array<WriteResult | undefined>(count).fill(undefined)
  drafts.forEach(({ positions }, participant) => {
    const votes = results[participant]
    if (votes === undefined) return
    positions.forEach((position, i) => (byPosition[position] = votes[i]))
  })
  return byPosition
}

/**
 * One result per operation; a get after own writes of its key sees them.
 * @param written of the writes among the operations, in order; undefined or missing = applied
 */
export function resultsOf(
  operations: readonly TransactOperation[],
  written: readonly (WriteResult | undefined)[],
  rows: ReadonlyMap<string, ReadRow>,
  at: Timestamp,
): (WriteResult | ReadRow)[] {
  const own = operations.some(({ op }) => op === 'get') ? new Map<string, ReadRow>() : undefined
  let writes = 0
  return operations.map((operation) => {
    if (operation.op === 'get') {
      const name = locatedKey(operation.keyspace, operation.key)
      return own?.get(name) ?? rows.get(name)!
    }
    const result = written[writes++] ?? APPLIED
    own?.set(locatedKey(operation.keyspace, operation.key), rowAfter(operation, result.value, at))
    return { ...result, timestamp: at }
  })
}

function rowAfter(operation: WriteOperation, computed: Value | undefined, at: Timestamp): ReadRow {
  const { key, op } = operation
  const value = op === 'put' ? operation.value : op === 'delete' ? undefined : computed
  const expiry = op === 'put' ? operation.expiry : timestamp(0)
  return { key, timestamp: at, value, expiry, author: '', context: NO_CONTEXT }
}

/** `conflicts`: what all participants that refused had to explain; the outcome has those of one. */
export function errorOfOutcome(
  outcome: Exclude<Outcome, { kind: 'committed' }>,
  conflicts: readonly RefusedWrite[],
): RingKvError {
  switch (outcome.kind) {
    case 'aborted':
      return errorOfRefusal(
        outcome.refusal.code === 'CONFLICT' && conflicts.length > 0
          ? conflictRefusal(conflicts)
          : outcome.refusal,
      )
    case 'expired':
      return new RingKvError(
        'OUTCOME_EXPIRED',
        'the operation id expired: whether the transaction happened can no longer be told',
      )
    case 'unknown':
      return unknownOutcome()
  }
}

export function unknownOutcome(): RingKvError {
  return new RingKvError(
    'OUTCOME_UNKNOWN',
    'the outcome was not known in time; it may have happened: resolve the id',
  )
}
