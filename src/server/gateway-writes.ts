/** Single-key writes at the gateway. */
import { decodeDeleteRange } from '../net/delete-range-codec.ts'
import { operationKey, timestamp, type OperationId, type Token } from '../base/ids.ts'
import type { wire } from '../net/protobuf.ts'
import { invalid } from '../net/request-context.ts'
import type { Requester } from '../net/request-handler.ts'
import { decodePut, encodeWriteResult } from '../net/write-codec.ts'
import { RingKvError } from '../base/errors.ts'
import type { Command, WriteOperation } from '../shard/command.ts'
import type { CommandReply } from '../shard/request.ts'
import type { Refusal, WriteResult } from '../txn/types.ts'
import { DeleteRangeRun } from './gateway-delete-range.ts'
import {
  errorOfRefusal,
  errorOfResult,
  unexpectedReply,
  type GatewayContext,
  type Identified,
} from './gateway-context.ts'
import type { RoutedRequest, RoutedResult } from './shard-router.ts'

/** Puts of one `BatchPut`. */
const BATCH_PUTS_MAX = 10_000
/** A key's conflicts among which a refused write is looked for. */
const CONFLICTS_SEARCHED = 1000
const NO_CONTEXT = new Uint8Array(0)

export class GatewayWrites {
  private readonly context: GatewayContext

  constructor(context: GatewayContext) {
    this.context = context
  }

  write(
    from: Requester,
    request: wire.Request,
    body: { readonly header?: wire.WriteHeader.$Properties | null; readonly actor?: string | null },
    operation: WriteOperation,
  ): void {
    const { context } = this
    const identified = context.identify(from, body.header, body.actor)
    const token = context.tokenOf(operation.keyspace, operation.key)
    const deadlineMs = context.deadlineOf(request)
    const { id } = request
    context.router.send(
      new Write(context, token, operation, identified, deadlineMs, (result) => {
        if (result instanceof RingKvError) {
          context.respondError(from, id, result, identified.minted)
        } else from.respond(id, { written: encodeWriteResult(result, identified.minted) })
      }),
    )
  }

  /** All keys of a range of one partition. */
  deleteRange(
    from: Requester,
    request: wire.Request,
    body: wire.DeleteRangeRequest.$Properties,
  ): void {
    const { context } = this
    const range = decodeDeleteRange(context.cluster, body)
    const identified = context.identify(from, body.header, body.actor)
    new DeleteRangeRun(context, from, request, range, identified).start()
  }

  /** Many independent puts, each with its own id and outcome. */
  batchPut(from: Requester, request: wire.Request, body: wire.BatchPutRequest.$Properties): void {
    const { context } = this
    const puts = body.puts ?? []
    if (puts.length > BATCH_PUTS_MAX) {
      throw invalid(`${puts.length} puts in one request, more than the limit of ${BATCH_PUTS_MAX}`)
    }
    const deadlineMs = context.deadlineOf(request)
    const results = new Array<wire.BatchPutResult.$Properties>(puts.length)
    let open = puts.length
    const respond = (): void => from.respond(request.id, { batchPut: { results } })
    if (open === 0) respond()
    puts.forEach((put, position) => {
      const settle = (result: WriteResult | RingKvError, minted?: OperationId): void => {
        results[position] =
          result instanceof RingKvError
            ? { error: context.encodeError(result) }
            : { written: encodeWriteResult(result, minted) }
        if (--open === 0) respond()
      }
      try {
        const operation = decodePut(context.cluster, put)
        const identified = context.identify(from, put.header, put.actor)
        const token = context.tokenOf(operation.keyspace, operation.key)
        context.router.send(
          new Write(context, token, operation, identified, deadlineMs, (result) =>
            settle(result, identified.minted),
          ),
        )
      } catch (error) {
        if (!(error instanceof RingKvError)) throw error
        settle(error)
      }
    })
  }
}

/** One single-key write on its way. */
class Write implements RoutedRequest {
  readonly read = undefined
  readonly step = false
  readonly token: Token
  readonly command: Extract<Command, { kind: 'write' }>
  readonly resent: boolean
  readonly deadlineMs: number
  private readonly context: GatewayContext
  private readonly write: WriteOperation
  private readonly settle: (result: WriteResult | RingKvError) => void

  constructor(
    context: GatewayContext,
    token: Token,
    write: WriteOperation,
    identified: Identified,
    deadlineMs: number,
    settle: (result: WriteResult | RingKvError) => void,
  ) {
    this.context = context
    this.token = token
    this.write = write
    const { id, lowWater, author } = identified
    this.command = { kind: 'write', id, lowWater, author, write }
    this.resent = identified.resent
    this.deadlineMs = deadlineMs
    this.settle = settle
  }

  done(result: RoutedResult): void {
    if (result.kind === 'reply') this.replied(result.reply)
    else if (result.kind === 'failed') this.settle(errorOfResult(result))
    else this.settle(unexpectedReply(result.kind))
  }

  private replied(reply: CommandReply): void {
    switch (reply.kind) {
      case 'written':
        this.settle(reply.result)
        break
      case 'recorded':
        this.recorded(reply)
        break
      case 'refused':
        if (reply.refusal.code === 'CONFLICT' && reply.refusal.conflicts.length === 0) {
          this.explain(reply.refusal)
        } else this.settle(errorOfRefusal(reply.refusal))
        break
      case 'transacted':
      case 'range-deleted':
      case 'participant':
      case 'locked':
      case 'stale-epoch':
      case 'done':
        this.settle(unexpectedReply(reply.kind))
        break
    }
  }

  /** It was refused before: the explanation is in the conflict log, unless it has grown too old for that. */
  private explain(refusal: Refusal): void {
    const { keyspace, key } = this.write
    const { id } = this.command
    this.context.router.send({
      token: this.token,
      command: undefined,
      read: { kind: 'conflicts', keyspace, key, at: timestamp(0), limit: CONFLICTS_SEARCHED },
      deadlineMs: this.deadlineMs,
      resent: false,
      step: false,
      done: (result) => {
        const found = result.kind === 'read' && result.reply.kind === 'conflicts'
        const records = found ? result.reply.records : []
        const own = records.find((record) => operationKey(record.id) === operationKey(id))
        const conflicts = own && [{ keyspace, key, conflict: own.explanation, newest: NO_CONTEXT }]
        this.settle(errorOfRefusal({ ...refusal, conflicts: conflicts ?? [] }))
      },
    })
  }

  /** It had happened before: an operation's value is read again as of then (05, "One identity for every write"). */
  private recorded(reply: Extract<CommandReply, { kind: 'recorded' }>): void {
    const outcome = reply.outcomes[0] ?? 'APPLIED'
    const at = reply.at
    const bare: WriteResult = { outcome, timestamp: at, value: undefined }
    const plain = this.write.op === 'put' || this.write.op === 'delete'
    if (plain && outcome !== 'MERGED') {
      this.settle(bare)
      return
    }
    const { keyspace, key } = this.write
    this.context.router.send({
      token: this.token,
      command: undefined,
      read: { kind: 'get', keyspace, keys: [key], at },
      deadlineMs: this.deadlineMs,
      resent: false,
      step: false,
      done: (result) => {
        const row =
          result.kind === 'read' && result.reply.kind === 'rows' ? result.reply.rows[0] : undefined
        // Collected since, or overwritten by an expiry: answered without the value.
        this.settle(row?.timestamp === at ? { ...bare, value: row.value } : bare)
      },
    })
  }
}
