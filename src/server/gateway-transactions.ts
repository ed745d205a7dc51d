/**
 * Transactions at the gateway (05, "Commit"). All keys in one shard: one command, one Raft entry. Several shards: a one-shot
 * transaction reads what it compares, chooses its branch, and commits with those reads validated; an interactive one brings
 * its read set along; either way the transaction runner does the two-phase commit.
 *
 * A cross-shard request that was sent before, perhaps through another gateway, is resolved, never prepared again: only the
 * first gateway prepares.
 */
import { RingKvError } from '../base/errors.ts'
import { timestamp, type Key, type KeyspaceId, type Timestamp, type Token } from '../base/ids.ts'
import type { PointRead } from '../net/read-codec.ts'
import { invalid } from '../net/request-context.ts'
import type { Requester } from '../net/request-handler.ts'
import { appended } from '../base/short-list.ts'
import { decodeOperationId } from '../net/operation-id-codec.ts'
import {
  decodeCommit,
  decodeResolveKeys,
  decodeTransact,
  encodeTransactOutcome,
  type OneShot,
  type TransactOutcome,
} from '../net/transaction-codec.ts'
import { wire } from '../net/protobuf.ts'
import type { Command, TransactOperation, WriteOperation } from '../shard/command.ts'
import type { CommandReply, ReadRow } from '../shard/request.ts'
import type { Outcome } from '../txn/recovery.ts'
import type { Participant, RangeCheck, ReadCheck, WriteResult } from '../txn/types.ts'
import type { WriteOutcome } from '../versions/version.ts'
import {
  errorOfRefusal,
  errorOfResult,
  unexpectedReply,
  type GatewayContext,
  type Identified,
} from './gateway-context.ts'
import type { GatewayReads } from './gateway-reads.ts'
import { RepeatedResults } from './repeated-results.ts'
import {
  APPLIED,
  checksOf,
  confirmError,
  errorOfOutcome,
  holds,
  latestOf,
  locatedKey,
  resultsOf,
  scatter,
  unknownOutcome,
  type FoundRows,
  type Located,
  type PartDraft,
} from './transaction-answers.ts'
import type { TransactionPart, TransactionResult } from './transaction-runner.ts'

interface Request {
  readonly from: Requester
  readonly id: number
  readonly identified: Identified
  readonly deadlineMs: number
}

/** A request that changes nothing needs no identity: it may be asked as often as one likes. */
type Question = Omit<Request, 'identified'> & { readonly identified: Identified | undefined }

/** A whole transaction for one shard, without its identity. */
type TransactBody = Pick<
  Extract<Command, { kind: 'transact' }>,
  'reads' | 'ranges' | 'compares' | 'then' | 'otherwise'
>

type Branches = Pick<OneShot, 'then' | 'otherwise'>

const NO_TOKENS: readonly Token[] = []
const NO_CHECKS: readonly ReadCheck[] = []
const NOTHING_READ: FoundRows = { rows: new Map(), readAt: timestamp(0) }

export class GatewayTransactions {
  private readonly context: GatewayContext
  private readonly reads: GatewayReads
  private readonly repeated: RepeatedResults

  constructor(context: GatewayContext, reads: GatewayReads) {
    this.context = context
    this.reads = reads
    this.repeated = new RepeatedResults(context, reads)
  }

  begin(from: Requester, request: wire.Request, body: wire.BeginRequest.$Properties): void {
    const { clock } = this.context.options
    const floor = timestamp(body.floor ?? 0)
    this.context.checkReadTime(floor)
    clock.merge(floor)
    from.respond(request.id, { begin: { timestamp: clock.now() } })
  }

  transact(from: Requester, request: wire.Request, body: wire.TransactRequest.$Properties): void {
    const asked = decodeTransact(this.context.cluster, body)
    // Without a condition there is no other branch, and its keys take no part.
    const oneShot = asked.compares.length > 0 ? asked : { ...asked, otherwise: [] }
    const named = [...oneShot.compares, ...oneShot.then, ...oneShot.otherwise]
    if (named.length === 0) throw invalid('a transaction needs at least one operation to do')
    const call = this.request(from, request, body)
    const slot = this.onlySlot(named)
    if (slot !== undefined) {
      const { compares, then, otherwise } = oneShot
      const body = { reads: [], ranges: [], compares, then, otherwise }
      this.oneShard(call, slot, body, named, NO_TOKENS, () => this.readAndCommit(call, oneShot))
    } else if (call.identified.resent) {
      this.resolveResent(call, this.participantsOf(named), oneShot)
    } else this.readAndCommit(call, oneShot)
  }

  commit(from: Requester, request: wire.Request, body: wire.CommitRequest.$Properties): void {
    const { reads, ranges, writes, age } = decodeCommit(this.context.cluster, body)
    const named: Located[] = [...reads, ...writes]
    const tokens = ranges.map(({ token }) => token)
    if (named.length + tokens.length === 0) throw invalid('nothing was read or written')
    if (writes.length === 0) {
      const at = latestOf(reads, ranges)
      this.context.checkReadTime(at)
      const deadlineMs = this.context.deadlineOf(request)
      const call = { from, id: request.id, identified: undefined, deadlineMs }
      this.confirm(call, at, reads, ranges, { succeeded: true, results: [], timestamp: at })
      return
    }
    const call = this.request(from, request, body)
    const slot = this.onlySlot(named, tokens)
    if (slot !== undefined) {
      const body = { reads, ranges, compares: [], then: writes, otherwise: [] }
      this.oneShard(call, slot, body, named, tokens, () =>
        this.commitParts(call, age, reads, ranges, writes, true),
      )
    } else if (call.identified.resent) {
      const branches = { then: writes, otherwise: [] }
      this.resolveResent(call, this.participantsOf(named, tokens), branches)
    } else this.commitParts(call, age, reads, ranges, writes, true)
  }

  resolve(from: Requester, request: wire.Request, body: wire.ResolveRequest.$Properties): void {
    const id = decodeOperationId(body.id, from.client)
    const keys = decodeResolveKeys(this.context.cluster, body)
    const { transactions } = this.context.options
    const participants = this.participantsOf(keys)
    transactions.recover(id, participants, 'keys', this.context.deadlineOf(request), (outcome) => {
      if (outcome.kind === 'unknown') {
        this.context.respondError(from, request.id, unknownOutcome())
        return
      }
      const { Outcome: codes } = wire.ResolveResponse
      const code = {
        committed: codes.OUTCOME_COMMITTED,
        aborted: codes.OUTCOME_ABORTED,
        expired: codes.OUTCOME_EXPIRED,
      }[outcome.kind]
      const at = outcome.kind === 'committed' ? outcome.at : 0
      from.respond(request.id, { resolve: { outcome: code, timestamp: at } })
    })
  }

  // ---- one shard

  /** `several`: runs it over several shards, if a split has come between and nothing of it was logged. */
  private oneShard(
    call: Request,
    token: Token,
    body: TransactBody,
    named: readonly Located[],
    tokens: readonly Token[],
    several: () => void,
  ): void {
    const { id, lowWater, author, resent } = call.identified
    this.context.router.send({
      token,
      command: { kind: 'transact', id, lowWater, author, ...body },
      read: undefined,
      deadlineMs: call.deadlineMs,
      resent,
      step: false,
      whole: () => this.onlySlot(named, tokens) !== undefined,
      done: (result) => {
        if (result.kind === 'reply') this.oneShardReplied(call, result.reply, body)
        else if (result.kind === 'scattered') {
          this.scattered(call, result.maybeLogged, named, tokens, body, several)
        } else if (result.kind === 'failed') this.fail(call, errorOfResult(result))
        else this.fail(call, unexpectedReply(result.kind))
      },
    })
  }

  /**
   * The keys have come to lie in several shards on the way. If an attempt may have been logged, what is recorded of the id decides, and only
   * if that is nothing may the client begin again (05: "the gateway recovers that id").
   */
  private scattered(
    call: Request,
    maybeLogged: boolean,
    named: readonly Located[],
    tokens: readonly Token[],
    branches: Branches,
    several: () => void,
  ): void {
    try {
      if (maybeLogged) this.resolveResent(call, this.participantsOf(named, tokens), branches)
      else several()
    } catch (error) {
      this.fail(call, error)
    }
  }

  private oneShardReplied(call: Request, reply: CommandReply, branches: Branches): void {
    switch (reply.kind) {
      case 'transacted':
        this.succeed(call, reply)
        break
      case 'recorded':
        this.repeat(call, reply, branches, reply.outcomes)
        break
      case 'refused':
        this.fail(call, errorOfRefusal(reply.refusal))
        break
      case 'written':
      case 'participant':
      case 'locked':
      case 'stale-epoch':
      case 'done':
      case 'range-deleted':
        this.fail(call, unexpectedReply(reply.kind))
        break
    }
  }

  // ---- several shards

  /** A one-shot transaction over several shards: read what decides and what is asked for, then commit. */
  private readAndCommit(call: Request, oneShot: OneShot): void {
    const wanted = new Map<string, Located>()
    const want = ({ keyspace, key }: Located): void => {
      wanted.set(locatedKey(keyspace, key), { keyspace, key })
    }
    oneShot.compares.forEach(want)
    for (const operation of [...oneShot.then, ...oneShot.otherwise]) {
      if (operation.op === 'get') want(operation)
    }
    // Not above any of the reads: absence stays validated only while nothing was collected since (05).
    const readAt = this.context.options.clock.peek()
    if (wanted.size === 0) {
      this.commitOperations(call, oneShot, NO_CHECKS, oneShot.then, NOTHING_READ, true)
      return
    }
    this.readAll([...wanted.values()], call.deadlineMs, (found) => {
      if (found instanceof RingKvError) {
        this.fail(call, found)
        return
      }
      const { rows } = found
      const succeeded = oneShot.compares.every((compare) => holds(compare, rows))
      const operations = succeeded ? oneShot.then : oneShot.otherwise
      const checks = checksOf(oneShot.compares, operations, rows, readAt)
      try {
        this.commitOperations(call, oneShot, checks, operations, found, succeeded)
      } catch (error) {
        // A keyspace was dropped between reading and committing.
        this.fail(call, error)
      }
    })
  }

  private commitOperations(
    call: Request,
    { compares, age }: OneShot,
    checks: readonly ReadCheck[],
    operations: readonly TransactOperation[],
    { rows, readAt }: FoundRows,
    succeeded: boolean,
  ): void {
    const writes = operations.filter(isWrite)
    const answer = (
      results: readonly (WriteResult | undefined)[],
      at: Timestamp,
    ): TransactOutcome => ({
      succeeded,
      timestamp: at,
      results: resultsOf(operations, results, rows, at),
    })
    const named = [...checks, ...writes]
    const slot = named.length === 0 ? undefined : this.onlySlot(named)
    if (named.length === 0) {
      this.succeed(call, answer([], timestamp(0)))
    } else if (writes.length === 0) {
      this.confirm(call, readAt, checks, [], answer([], readAt))
    } else if (slot !== undefined) {
      // The chosen branch lies in one shard although the whole did not: the id still belongs to one entry, which comes
      // to the same branch, as everything that was compared is validated, and records it.
      const [then, otherwise] = succeeded ? [writes, []] : [[], writes]
      const body = { reads: checks, ranges: [], compares, then, otherwise }
      const chosen = { then: operations, otherwise: operations }
      this.oneShardOf(call, slot, body, chosen, answer, named, () =>
        this.commitParts(call, age, checks, [], writes, succeeded, answer),
      )
    } else {
      this.commitParts(call, age, checks, [], writes, succeeded, answer)
    }
  }

  private oneShardOf(
    call: Request,
    token: Token,
    body: TransactBody,
    branches: Branches,
    answer: (results: readonly (WriteResult | undefined)[], at: Timestamp) => TransactOutcome,
    named: readonly Located[],
    several: () => void,
  ): void {
    const { id, lowWater, author } = call.identified
    this.context.router.send({
      token,
      command: { kind: 'transact', id, lowWater, author, ...body },
      read: undefined,
      deadlineMs: call.deadlineMs,
      resent: false,
      step: false,
      whole: () => this.onlySlot(named) !== undefined,
      done: (result) => {
        if (result.kind === 'failed') this.fail(call, errorOfResult(result))
        else if (result.kind === 'scattered') {
          this.scattered(call, result.maybeLogged, named, NO_TOKENS, branches, several)
        } else if (result.kind === 'reply' && result.reply.kind === 'transacted') {
          const { results, timestamp: at } = result.reply
          const written = results.map((one) => ('outcome' in one ? one : undefined))
          this.succeed(call, answer(written, at))
        } else if (result.kind === 'reply') {
          this.oneShardReplied(call, result.reply, branches)
        } else this.fail(call, unexpectedReply(result.kind))
      },
    })
  }

  /** A transaction that only read: all of it must have been the newest at one moment. Nothing is logged or locked. */
  private confirm(
    call: Question,
    at: Timestamp,
    reads: readonly ReadCheck[],
    ranges: readonly RangeCheck[],
    answer: TransactOutcome,
  ): void {
    const drafts = this.drafts(reads, ranges, [])
    let open = drafts.length
    let over = false
    const end = (error: RingKvError | undefined): void => {
      if (over) return
      over = true
      if (error === undefined) this.succeed(call, answer)
      else this.fail(call, error)
    }
    const send = (draft: PartDraft): void => {
      this.context.router.send({
        token: draft.token,
        command: undefined,
        read: { kind: 'confirm', at, reads: draft.reads, ranges: draft.ranges },
        deadlineMs: call.deadlineMs,
        resent: false,
        step: false,
        whole: () => this.drafts(draft.reads, draft.ranges, []).length === 1,
        done: (result) => {
          if (result.kind === 'scattered') {
            const parts = this.drafts(draft.reads, draft.ranges, [])
            open += parts.length - 1
            parts.forEach(send)
            return
          }
          const error = confirmError(result)
          if (error !== undefined) end(error)
          else if (--open === 0) end(undefined)
        },
      })
    }
    drafts.forEach(send)
  }

  private commitParts(
    call: Request,
    age: Timestamp,
    reads: readonly ReadCheck[],
    ranges: readonly RangeCheck[],
    writes: readonly WriteOperation[],
    succeeded: boolean,
    answer?: (results: readonly (WriteResult | undefined)[], at: Timestamp) => TransactOutcome,
  ): void {
    const drafts = this.drafts(reads, ranges, writes)
    const { transactionParticipants: max } = this.context.cluster.limits
    if (drafts.length > max) {
      throw new RingKvError(
        'TXN_TOO_LARGE',
        `${drafts.length} shards in one transaction, more than the limit of ${max}`,
      )
    }
    const since = age > 0 ? age : this.context.options.clock.peek()
    const { id } = call.identified
    const { shards } = this.context.cluster.view
    const participants = drafts.map(({ slot, token }) => ({ shard: shards.shardAt(slot), token }))
    const parts = drafts.map((draft, index) => ({
      participant: participants[index]!,
      prepare: prepareOf(call.identified, participants, since, succeeded, draft),
      whole: () => this.isTogether(draft),
    }))
    const { transactions } = this.context.options
    transactions.commit(id, participants, parts, call.deadlineMs, (result) => {
      this.decided(call, result, ({ at }) => {
        const byPosition = scatter(drafts, result, writes.length)
        if (answer !== undefined) return answer(byPosition, at)
        const results = byPosition.map((one) => ({ ...(one ?? APPLIED), timestamp: at }))
        return { succeeded, results, timestamp: at }
      })
    })
  }

  private decided(
    call: Request,
    { outcome, conflicts }: TransactionResult,
    committed: (outcome: Extract<Outcome, { kind: 'committed' }>) => TransactOutcome,
  ): void {
    if (outcome.kind === 'committed') this.succeed(call, committed(outcome))
    else this.fail(call, errorOfOutcome(outcome, conflicts))
  }

  /** What became of an earlier send is the answer; the branch that ran is on record beside it. */
  private resolveResent(
    call: Request,
    participants: readonly Participant[],
    branches: Branches,
  ): void {
    const { transactions } = this.context.options
    transactions.recover(call.identified.id, participants, 'keys', call.deadlineMs, (outcome) => {
      if (outcome.kind === 'committed') this.repeat(call, outcome, branches, undefined)
      else this.fail(call, errorOfOutcome(outcome, []))
    })
  }

  /** The answer to a transaction that happened before. */
  private repeat(
    call: Request,
    { at, succeeded }: { readonly at: Timestamp; readonly succeeded: boolean },
    { then, otherwise }: Branches,
    outcomes: readonly WriteOutcome[] | undefined,
  ): void {
    const operations = succeeded ? then : otherwise
    const { deadlineMs } = call
    const happened = { id: call.identified.id, at, operations, deadlineMs }
    try {
      this.repeated.rebuild(happened, outcomes, (results) => {
        this.succeed(call, { succeeded, results, timestamp: at })
      })
    } catch (error) {
      // A keyspace was dropped since.
      this.fail(call, error)
    }
  }

  private drafts(
    reads: readonly ReadCheck[],
    ranges: readonly RangeCheck[],
    writes: readonly WriteOperation[],
  ): PartDraft[] {
    const drafts = new Map<number, PartDraft>()
    const { shards } = this.context.cluster.view
    const at = (token: Token): PartDraft => {
      const slot = shards.slotOf(token)
      let draft = drafts.get(slot)
      if (draft === undefined) {
        draft = { slot, token, tokens: [], reads: [], ranges: [], writes: [], positions: [] }
        drafts.set(slot, draft)
      }
      draft.tokens = appended(draft.tokens, token)
      return draft
    }
    for (const read of reads) {
      const draft = at(this.context.tokenOf(read.keyspace, read.key))
      draft.reads = appended(draft.reads, read)
    }
    for (const range of ranges) {
      const draft = at(range.token)
      draft.ranges = appended(draft.ranges, range)
    }
    writes.forEach((write, position) => {
      const draft = at(this.context.tokenOf(write.keyspace, write.key))
      draft.writes = appended(draft.writes, write)
      draft.positions = appended(draft.positions, position)
    })
    return [...drafts.values()]
  }

  /** Whether all keys of the draft are (still) in one shard. */
  private isTogether({ token, tokens }: PartDraft): boolean {
    const { shards } = this.context.cluster.view
    const slot = shards.slotOf(token)
    return tokens.every((one) => shards.slotOf(one) === slot)
  }

  private participantsOf(
    keys: readonly Located[],
    tokens: readonly Token[] = [],
  ): readonly Participant[] {
    const { shards } = this.context.cluster.view
    const participants = new Map<number, Participant>()
    const add = (token: Token): void => {
      const slot = shards.slotOf(token)
      if (!participants.has(slot)) participants.set(slot, { shard: shards.shardAt(slot), token })
    }
    for (const { keyspace, key } of keys) add(this.context.tokenOf(keyspace, key))
    tokens.forEach(add)
    return [...participants.values()]
  }

  // ----

  /** A token of the one shard that owns everything named; undefined if there are several. */
  private onlySlot(named: readonly Located[], tokens: readonly Token[] = []): Token | undefined {
    const { shards } = this.context.cluster.view
    let first: Token | undefined
    let slot = -1
    const sameShard = (token: Token): boolean => {
      const its = shards.slotOf(token)
      if (first === undefined) {
        first = token
        slot = its
      }
      return its === slot
    }
    for (const { keyspace, key } of named) {
      if (!sameShard(this.context.tokenOf(keyspace, key))) return undefined
    }
    for (const token of tokens) if (!sameShard(token)) return undefined
    return first
  }

  /** @param wanted at least one */
  private readAll(
    wanted: readonly Located[],
    deadlineMs: number,
    done: (found: FoundRows | RingKvError) => void,
  ): void {
    const rows = new Map<string, ReadRow>()
    let readAt = timestamp(0)
    const byKeyspace = new Map<KeyspaceId, Key[]>()
    for (const { keyspace, key } of wanted) {
      const keys = byKeyspace.get(keyspace)
      if (keys === undefined) byKeyspace.set(keyspace, [key])
      else keys.push(key)
    }
    let open = byKeyspace.size
    let failed = false
    for (const [keyspace, keys] of byKeyspace) {
      const read: PointRead = { kind: 'get', keyspace, keys, at: timestamp(0) }
      this.reads.getMany(read, deadlineMs, (result) => {
        if (failed) return
        if ('error' in result) {
          failed = true
          done(result.error)
          return
        }
        for (const row of result.rows) rows.set(locatedKey(keyspace, row.key), row)
        if (result.readAt > readAt) readAt = result.readAt
        if (--open === 0) done({ rows, readAt })
      })
    }
  }

  private request(
    from: Requester,
    request: wire.Request,
    body: { readonly header?: wire.WriteHeader.$Properties | null; readonly actor?: string | null },
  ): Request {
    const identified = this.context.identify(from, body.header, body.actor)
    return { from, id: request.id, identified, deadlineMs: this.context.deadlineOf(request) }
  }

  private succeed({ from, id, identified }: Question, outcome: TransactOutcome): void {
    from.respond(id, { transact: encodeTransactOutcome(outcome, identified?.minted) })
  }

  private fail({ from, id, identified }: Question, error: unknown): void {
    this.context.respondError(from, id, error, identified?.minted)
  }
}

function isWrite(operation: TransactOperation): operation is WriteOperation {
  return operation.op !== 'get'
}

function prepareOf(
  { id, lowWater, author }: Identified,
  participants: readonly Participant[],
  age: Timestamp,
  succeeded: boolean,
  { reads, ranges, writes }: PartDraft,
): TransactionPart['prepare'] {
  const kind = 'prepare'
  return { kind, id, lowWater, author, age, participants, succeeded, reads, ranges, writes }
}
