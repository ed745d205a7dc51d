/**
 * Transactions at apply: whole ones of this shard (`transact`), and this shard's part of one over several (`prepare`).
 * Both validate what was read, evaluate writes on top of each other, and only then let anything happen. Several
 * operations on one key make one version.
 */
import { keyText, timestamp, type Key, type KeyspaceId, type Timestamp } from '../base/ids.ts'
import { appended } from '../base/short-list.ts'
import { shown } from '../base/shown.ts'
import type { LockBlock } from '../txn/locks.ts'
import { lesserExpiry, voteOf } from '../txn/participant.ts'
import type {
  Intent,
  PrepareRecord,
  RangeCheck,
  ReadCheck,
  Refusal,
  RefusedWrite,
  WriteResult,
} from '../txn/types.ts'
import { valueBytes } from '../versions/value-codec.ts'
import type { Version } from '../versions/version.ts'
import {
  knownReply,
  knownVote,
  lockedReply,
  participantReply,
  record,
  refuse,
  type CommandOf,
} from './apply-commands.ts'
import type { Compare, TransactOperation, WriteOperation } from './command.ts'
import { compareHolds } from './compare.ts'
import { rangeContains } from './descriptor.ts'
import { refusal, unknownKeyspace, type EntryContext } from './entry-context.ts'
import { conflictRefusal } from './conflict-refusal.ts'
import { evaluateOperation } from './evaluation.ts'
import type { HeadEntry } from './head-cache.ts'
import { readRowOf } from './read-rows.ts'
import type { CommandReply, ReadRow } from './request.ts'
import { writesOverQuota } from './quota.ts'
import { validateRange, validateRead } from './validation.ts'

/** Why a transaction stops: keys of another shard, a lock, or a refusal. */
type Stop =
  | { readonly kind: 'stale-epoch' }
  | { readonly kind: 'locked'; readonly block: LockBlock }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** What a transaction's operations on one key have come to so far. */
interface Staged {
  readonly entry: HeadEntry
  version: Version
  storeDot: boolean
}

export function applyTransact(context: EntryContext, command: CommandOf<'transact'>): CommandReply {
  const known = knownReply(context, command.id)
  if (known !== undefined) return known
  const work = new TransactionWork(context, command.author)
  const operations = command.then.length + command.otherwise.length
  const stop =
    work.checkSize(operations, [...command.then, ...command.otherwise]) ??
    work.read(command.reads, command.ranges) ??
    work.lockCompares(command.compares)
  if (stop !== undefined) return stopReply(context, command, stop)
  const succeeded = command.compares.every((compare) => work.holds(compare))
  const stopped = work.run(succeeded ? command.then : command.otherwise)
  if (stopped !== undefined) return stopReply(context, command, stopped)
  work.writeHeads()
  const at = context.stamp
  const outcomes = work.writeResults.map(({ outcome }) => outcome)
  record(context, command, { kind: 'applied', at, succeeded, outcomes })
  return { kind: 'transacted', succeeded, results: work.results, timestamp: at }
}

export function applyPrepare(context: EntryContext, command: CommandOf<'prepare'>): CommandReply {
  const known = knownVote(context, command.id, command.participants)
  if (known !== undefined) return known
  const work = new TransactionWork(context, command.author)
  const stop =
    work.checkParticipants(command.participants.length) ??
    work.checkSize(command.writes.length, command.writes) ??
    work.read(command.reads, command.ranges) ??
    work.run(command.writes)
  if (stop !== undefined) {
    const reply = stopReply(context, command, stop)
    return reply.kind === 'refused'
      ? participantReply({ kind: 'refused', refusal: reply.refusal })
      : reply
  }
  const promise: PrepareRecord = {
    id: command.id,
    age: command.age,
    participants: command.participants,
    succeeded: command.succeeded,
    stamp: context.stamp,
    leastExpiry: work.leastExpiry,
    reads: work.duplicates.length > 0 ? [...command.reads, ...work.duplicates] : command.reads,
    ranges: command.ranges,
    intents: work.intents(),
    results: work.writeResults,
    conflicts: context.takeConflicts(),
  }
  const { prepared, outcomes } = context.state
  prepared.hold(promise)
  outcomes.seen(command.id, command.lowWater, context.stamp)
  return participantReply(voteOf(promise, command.participants))
}

function stopReply(
  context: EntryContext,
  command: CommandOf<'transact'> | CommandOf<'prepare'>,
  stop: Stop,
): CommandReply {
  switch (stop.kind) {
    case 'stale-epoch':
      context.takeConflicts()
      return stop
    case 'locked':
      context.takeConflicts()
      return lockedReply(stop.block)
    case 'refused':
      context.dropResolved()
      return refuse(context, command, stop.refusal)
  }
}

/** One transaction on its way through: reads validated, writes staged. */
class TransactionWork {
  /** One per operation, in order. */
  readonly results: (WriteResult | ReadRow)[] = []
  writeResults: WriteResult[] = []
  /** Keys whose write had been applied before: nothing is written, but they must not change either. */
  readonly duplicates: ReadCheck[] = []
  leastExpiry: Timestamp = timestamp(0)
  private readonly context: EntryContext
  private readonly author: string
  private readonly staged = new Map<HeadEntry, Staged>()

  constructor(context: EntryContext, author: string) {
    this.context = context
    this.author = author
  }

  checkParticipants(count: number): Stop | undefined {
    const limit = this.context.batch.limits.transactionParticipants
    return count <= limit ? undefined : tooLarge('participants', limit, count)
  }

  checkSize(count: number, operations: readonly TransactOperation[]): Stop | undefined {
    const { transactionOperations, transactionBytes } = this.context.batch.limits
    if (count > transactionOperations) return tooLarge('operations', transactionOperations, count)
    let bytes = 0
    for (const operation of operations) bytes += operationBytes(operation)
    return bytes <= transactionBytes ? undefined : tooLarge('bytes', transactionBytes, bytes)
  }

  /** Locks of everything that was read, then whether it still holds. */
  read(reads: readonly ReadCheck[], ranges: readonly RangeCheck[]): Stop | undefined {
    const { state, stamp, fetched } = this.context
    for (const check of ranges) {
      const stop = this.rangeStop(check)
      if (stop !== undefined) return stop
    }
    const entries: HeadEntry[] = []
    for (const check of reads) {
      const entry = this.readable(check.keyspace, check.key)
      if (isStop(entry)) return entry
      entries.push(entry)
    }
    for (let i = 0; i < reads.length; i++) {
      const check = reads[i]!
      const validity = validateRead(state, check, entries[i]!, stamp)
      if (validity.kind === 'changed') return lostRace(`key "${shown(keyText(check.key))}"`)
      this.leastExpiry = lesserExpiry(this.leastExpiry, validity.leastExpiry)
    }
    for (const check of ranges) {
      const validity = validateRange(state, check, fetched, stamp)
      if (validity.kind === 'changed') return lostRace('a range')
      this.leastExpiry = lesserExpiry(this.leastExpiry, validity.leastExpiry)
    }
    return undefined
  }

  lockCompares(compares: readonly Compare[]): Stop | undefined {
    for (const { keyspace, key } of compares) {
      const entry = this.readable(keyspace, key)
      if (isStop(entry)) return entry
    }
    return undefined
  }

  /** After `lockCompares`. */
  holds(compare: Compare): boolean {
    const entry = this.readable(compare.keyspace, compare.key)
    return !isStop(entry) && compareHolds(compare, this.context.head(entry))
  }

  /** Evaluates operations in order; each sees what those before it made. */
  run(operations: readonly TransactOperation[]): Stop | undefined {
    const conflicts: RefusedWrite[] = []
    for (const operation of operations) {
      if (operation.op === 'get') {
        const entry = this.readable(operation.keyspace, operation.key)
        if (isStop(entry)) return entry
        this.results.push(this.rowOf(entry))
        continue
      }
      const outcome = this.write(operation)
      if (outcome === undefined) continue
      if (outcome.kind !== 'conflict') return outcome
      conflicts.push(outcome.refused)
    }
    if (conflicts.length > 0) return { kind: 'refused', refusal: conflictRefusal(conflicts) }
    const full = writesOverQuota(this.context, this.staged.values())
    return full && { kind: 'refused', refusal: full }
  }

  writeHeads(): void {
    for (const { entry, version } of this.staged.values()) {
      this.context.state.writeHead(entry, version)
    }
  }

  intents(): Intent[] {
    return [...this.staged.values()].map(({ entry, version, storeDot }) => {
      const { keyspace, key, token } = entry
      return { keyspace, key, token, version, storeDot }
    })
  }

  private write(
    operation: WriteOperation,
  ): Stop | { kind: 'conflict'; refused: RefusedWrite } | undefined {
    const { context } = this
    const entry = context.locate(operation.keyspace, operation.key)
    if (entry === 'elsewhere') return { kind: 'stale-epoch' }
    if ('code' in entry) return { kind: 'refused', refusal: entry }
    const block = context.state.prepared.locks.writeBlocker(
      operation.keyspace,
      operation.key,
      entry.token,
    )
    if (block !== undefined) return { kind: 'locked', block }
    const current = this.current(entry)
    const evaluated = evaluateOperation(context, operation, this.author, entry, current)
    switch (evaluated.kind) {
      case 'write': {
        const { version, outcome, storeDot } = evaluated
        this.staged.set(entry, { entry, version, storeDot })
        this.leastExpiry = lesserExpiry(this.leastExpiry, evaluated.builtOnExpiry)
        const value = evaluated.returnsValue ? version.value : undefined
        this.push({ outcome, timestamp: context.stamp, value })
        return undefined
      }
      case 'duplicate': {
        const { keyspace, key } = operation
        const at = evaluated.version.timestamp
        this.duplicates.push({ keyspace, key, timestamp: at, readAt: context.stamp })
        this.push({ outcome: 'APPLIED', timestamp: at, value: undefined })
        return undefined
      }
      case 'conflict':
      case 'refused':
        return evaluated
    }
  }

  private push(result: WriteResult): void {
    this.results.push(result)
    this.writeResults = appended(this.writeResults, result)
  }

  /**
   * What an operation applies to. A version that the transaction itself made counts as older than the stamp, so that
   * the next one made at the same stamp can take its place.
   */
  private current(entry: HeadEntry): Version | undefined {
    const staged = this.staged.get(entry)
    if (staged === undefined) return this.context.head(entry)
    return { ...staged.version, timestamp: timestamp(this.context.stamp - 1) }
  }

  private rowOf(entry: HeadEntry): ReadRow {
    const { context } = this
    const version = this.staged.get(entry)?.version ?? context.head(entry)
    return readRowOf(entry.keyspace, entry.key, version, context.state.incarnation)
  }

  private readable(keyspace: KeyspaceId, key: Key): HeadEntry | Stop {
    const { context } = this
    const entry = context.locate(keyspace, key)
    if (entry === 'elsewhere') return { kind: 'stale-epoch' }
    if ('code' in entry) return { kind: 'refused', refusal: entry }
    const block = context.state.prepared.locks.readBlocker(keyspace, key, Infinity)
    return block === undefined ? entry : { kind: 'locked', block }
  }

  private rangeStop(check: RangeCheck): Stop | undefined {
    const { context } = this
    const { descriptor, prepared } = context.state
    if (context.rules(check.keyspace) === undefined) {
      return { kind: 'refused', refusal: unknownKeyspace(check.keyspace) }
    }
    if (!rangeContains(descriptor.range, check.token)) return { kind: 'stale-epoch' }
    const block = prepared.locks.rangeBlocker(check, Infinity)
    return block === undefined ? undefined : { kind: 'locked', block }
  }
}

function isStop(found: HeadEntry | Stop): found is Stop {
  return 'kind' in found
}

function lostRace(what: string): Stop {
  const message = `${what} that the transaction read has changed`
  return { kind: 'refused', refusal: refusal('RETRY', message) }
}

function tooLarge(what: string, limit: number, value: number): Stop {
  const message = `a transaction has at most ${limit} ${what}, this one has ${value}`
  return { kind: 'refused', refusal: refusal('TXN_TOO_LARGE', message) }
}

/** Bytes of an operation that count against the limit of a transaction. */
function operationBytes(operation: TransactOperation): number {
  switch (operation.op) {
    case 'put':
      return operation.key.length + operation.context.length + valueBytes(operation.value)
    case 'delete':
      return operation.key.length + operation.context.length
    case 'append':
    case 'prepend':
    case 'remove':
      return operation.elements.reduce((sum, each) => sum + valueBytes(each), operation.key.length)
    case 'increment':
    case 'get':
      return operation.key.length
  }
}
