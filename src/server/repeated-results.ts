/**
 * What a transaction's operations said, for an answer that is given again (05, "One identity for every write"). The outcome table
 * keeps when it took effect and, in one shard, what became of each write; everything else is read again at that time: the
 * values of operations and merges, and what gets saw. What was collected since is answered without a value. Over several
 * shards the conflict log tells which writes were resolved and how, as far back as it reaches.
 *
 * All or nothing: what cannot be told exactly (a get between two writes of its key, an outcome that the log has dropped)
 * leaves the answer without results.
 */
import {
  operationKey,
  timestamp,
  type Key,
  type KeyspaceId,
  type OperationId,
  type Timestamp,
} from '../base/ids.ts'
import type { TransactOperation } from '../shard/command.ts'
import type { ReadRow } from '../shard/request.ts'
import type { WriteResult } from '../txn/types.ts'
import type { WriteOutcome } from '../versions/version.ts'
import type { GatewayContext } from './gateway-context.ts'
import type { GatewayReads } from './gateway-reads.ts'
import { locatedKey, type Located } from './transaction-answers.ts'

type Results = readonly (WriteResult | ReadRow)[]

/** A transaction that has happened. */
interface Happened {
  readonly id: OperationId
  readonly at: Timestamp
  /** Of the branch that ran. */
  readonly operations: readonly TransactOperation[]
  readonly deadlineMs: number
}

/** Whose row to read: as of the transaction, or as of the moment before. */
type Moment = 'before' | 'after'

/** A key's conflicts among which one of the transaction is looked for. */
const CONFLICTS_SEARCHED = 1000
const NO_RESULTS: Results = []

export class RepeatedResults {
  private readonly context: GatewayContext
  private readonly reads: GatewayReads

  constructor(context: GatewayContext, reads: GatewayReads) {
    this.context = context
    this.reads = reads
  }

  /** `outcomes`: one per write, in order, as recorded; undefined = only the conflict log can tell. */
  rebuild(
    happened: Happened,
    outcomes: readonly WriteOutcome[] | undefined,
    done: (results: Results) => void,
  ): void {
    const writes = happened.operations.filter(({ op }) => op !== 'get')
    if (outcomes === undefined) {
      this.findOutcomes(happened, writes, (found) => {
        if (found === undefined) done(NO_RESULTS)
        else this.readAgain(happened, found, done)
      })
    } else if (outcomes.length === writes.length) this.readAgain(happened, outcomes, done)
    else done(NO_RESULTS)
  }

  private findOutcomes(
    happened: Happened,
    writes: readonly TransactOperation[],
    done: (outcomes: readonly WriteOutcome[] | undefined) => void,
  ): void {
    const outcomes = writes.map((): WriteOutcome | undefined => 'APPLIED')
    let open = 1
    const settle = (): void => {
      if (--open > 0) return
      done(outcomes.includes(undefined) ? undefined : (outcomes as readonly WriteOutcome[]))
    }
    writes.forEach((write, position) => {
      if (!isCompared(write)) return
      open++
      this.findOutcome(happened, write, (outcome) => {
        outcomes[position] = outcome
        settle()
      })
    })
    settle()
  }

  private findOutcome(
    { id, at, deadlineMs }: Happened,
    { keyspace, key }: Located,
    done: (outcome: WriteOutcome | undefined) => void,
  ): void {
    this.context.router.send({
      token: this.context.tokenOf(keyspace, key),
      command: undefined,
      read: { kind: 'conflicts', keyspace, key, at: timestamp(0), limit: CONFLICTS_SEARCHED },
      deadlineMs,
      resent: false,
      step: false,
      done: (result) => {
        if (result.kind !== 'read' || result.reply.kind !== 'conflicts') {
          done(undefined)
          return
        }
        const { records, since } = result.reply
        const own = records.find((record) => operationKey(record.id) === operationKey(id))
        // Without a record nothing was resolved, if the log would still have it.
        done(own === undefined ? (since <= at ? 'APPLIED' : undefined) : own.outcome)
      },
    })
  }

  private readAgain(
    happened: Happened,
    outcomes: readonly WriteOutcome[],
    done: (results: Results) => void,
  ): void {
    const { operations, at } = happened
    const moments = operations.map((operation, i) => momentOf(operations, i, operation))
    if (moments.includes(undefined)) {
      done(NO_RESULTS)
      return
    }
    this.readRows(happened, moments as readonly Moment[], (rows) => {
      let write = 0
      const results = operations.map((operation, i) => {
        const row = rows.get(rowName(moments[i]!, operation))
        if (operation.op === 'get') return row
        const outcome = outcomes[write++]!
        const isOwn = moments[i] === 'after' && row?.timestamp === at
        const returnsValue = !isOverwrite(operation) || outcome === 'MERGED'
        return { outcome, timestamp: at, value: isOwn && returnsValue ? row.value : undefined }
      })
      done(results.includes(undefined) ? NO_RESULTS : (results as Results))
    })
  }

  private readRows(
    { operations, at, deadlineMs }: Happened,
    moments: readonly Moment[],
    done: (rows: ReadonlyMap<string, ReadRow>) => void,
  ): void {
    const rows = new Map<string, ReadRow>()
    const groups = new Map<string, { moment: Moment; keyspace: KeyspaceId; keys: Set<Key> }>()
    operations.forEach(({ keyspace, key }, i) => {
      const moment = moments[i]!
      const name = `${moment}/${keyspace}`
      const group = groups.get(name) ?? { moment, keyspace, keys: new Set<Key>() }
      groups.set(name, group)
      group.keys.add(key)
    })
    let open = groups.size
    for (const { moment, keyspace, keys } of groups.values()) {
      const time = timestamp(moment === 'after' ? at : at - 1)
      const read = { kind: 'get', keyspace, keys: [...keys], at: time } as const
      const found = (some: readonly ReadRow[]): void => {
        for (const row of some) rows.set(rowName(moment, { keyspace, key: row.key }), row)
        if (--open === 0) done(rows)
      }
      // Too old or not to be had: the answer goes without.
      if (this.context.cluster.rules(keyspace) === undefined) found([])
      else
        this.reads.getMany(read, deadlineMs, (result) => found('rows' in result ? result.rows : []))
    }
  }
}

function rowName(moment: Moment, { keyspace, key }: Located): string {
  return `${moment}/${locatedKey(keyspace, key)}`
}

/** When an operation's row is to be read; undefined where no moment shows what it saw. */
function momentOf(
  operations: readonly TransactOperation[],
  position: number,
  { keyspace, key, op }: TransactOperation,
): Moment | undefined {
  const isWrite = (other: TransactOperation): boolean =>
    other.op !== 'get' && other.key === key && other.keyspace === keyspace
  const wasWritten = operations.slice(0, position).some(isWrite)
  const isWrittenLater = operations.slice(position + 1).some(isWrite)
  // A write that another one follows is answered without its value.
  if (op !== 'get') return isWrittenLater ? 'before' : 'after'
  if (wasWritten && isWrittenLater) return undefined
  return isWrittenLater ? 'before' : 'after'
}

function isOverwrite({ op }: TransactOperation): boolean {
  return op === 'put' || op === 'delete'
}

/** Whether the write may have been anything but applied. */
function isCompared(operation: TransactOperation): boolean {
  if (operation.op !== 'put' && operation.op !== 'delete') return false
  return operation.context.length > 0 || operation.ownDots.length > 0
}
