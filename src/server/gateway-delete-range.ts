/**
 * Deletes of a range at the gateway. Apply reads the whole range, on every replica, so a look at it comes first: what is far too
 * much never gets there. The refusal is logged all the same, by the command that fences an id, so that it is final also for a
 * request that was sent twice; and if an earlier attempt has deleted the range already, that is found there.
 */
import { RingKvError } from '../base/errors.ts'
import { timestamp, type Key } from '../base/ids.ts'
import type { DeleteRange } from '../net/delete-range-codec.ts'
import { encodeOperationId } from '../net/operation-id-codec.ts'
import type { wire } from '../net/protobuf.ts'
import type { Requester } from '../net/request-handler.ts'
import { tooManyRows } from '../shard/apply-delete-range.ts'
import type { Command } from '../shard/command.ts'
import type { CommandReply } from '../shard/request.ts'
import {
  errorOfRefusal,
  errorOfResult,
  unexpectedReply,
  type GatewayContext,
  type Identified,
} from './gateway-context.ts'
import type { RoutedResult } from './shard-router.ts'

const PAGE_BYTES = 1 << 20

export class DeleteRangeRun {
  private readonly context: GatewayContext
  private readonly from: Requester
  private readonly request: wire.Request
  private readonly range: DeleteRange
  private readonly identified: Identified
  private readonly deadlineMs: number
  private found = 0

  constructor(
    context: GatewayContext,
    from: Requester,
    request: wire.Request,
    range: DeleteRange,
    identified: Identified,
  ) {
    this.context = context
    this.from = from
    this.request = request
    this.range = range
    this.identified = identified
    this.deadlineMs = context.deadlineOf(request)
  }

  start(): void {
    this.look(undefined)
  }

  private look(after: { readonly token: number; readonly key: Key } | undefined): void {
    const { keyspace, token, start, end } = this.range
    const limit = this.context.cluster.limits.transactionOperations + 1
    const read = {
      kind: 'scan',
      ...{ keyspace, token, start, end, after, limit },
      at: timestamp(0),
      maxBytes: PAGE_BYTES,
      keysOnly: true,
      anyReplica: false,
    } as const
    const { deadlineMs } = this
    this.context.router.send({
      ...{ token, command: undefined, read, deadlineMs, resent: false, step: false },
      done: (result) => this.looked(result),
    })
  }

  private looked(result: RoutedResult): void {
    if (result.kind === 'failed') {
      this.notLooked(errorOfResult(result))
      return
    }
    if (result.kind !== 'read' || result.reply.kind !== 'page') {
      this.fail(unexpectedReply(result.kind))
      return
    }
    const { rows, next } = result.reply
    this.found += rows.length
    const { id, lowWater, author } = this.identified
    const limit = this.context.cluster.limits.transactionOperations
    if (this.found > limit) {
      const refusal = { code: 'TXN_TOO_LARGE', message: tooManyRows(this.found, limit) } as const
      this.log({ kind: 'abort', id, participants: [], refusal })
    } else if (next !== undefined) this.look(next)
    else this.log({ kind: 'delete-range', id, lowWater, author, ...this.range })
  }

  /** Nothing happens now, but an earlier attempt may have done it. */
  private notLooked(error: RingKvError): void {
    const { id, resent } = this.identified
    const details = { operation: id }
    this.fail(resent ? new RingKvError('OUTCOME_UNKNOWN', error.message, details) : error)
  }

  private log(command: Command): void {
    const { token } = this.range
    const { deadlineMs } = this
    const { resent } = this.identified
    this.context.router.send({
      ...{ token, command, read: undefined, deadlineMs, resent, step: false },
      done: (result) => {
        if (result.kind === 'failed') this.fail(errorOfResult(result))
        else if (result.kind === 'reply') this.replied(result.reply)
        else this.fail(unexpectedReply(result.kind))
      },
    })
  }

  private replied(reply: CommandReply): void {
    switch (reply.kind) {
      case 'range-deleted':
        this.answer(reply.timestamp, reply.deleted)
        break
      case 'recorded':
        this.answer(reply.at, undefined)
        break
      case 'refused':
        this.fail(errorOfRefusal(reply.refusal))
        break
      case 'participant':
        if (reply.answer.kind === 'committed') this.answer(reply.answer.at, undefined)
        else if (reply.answer.kind === 'refused') this.fail(errorOfRefusal(reply.answer.refusal))
        else {
          const message = 'the operation id expired, or its outcome was seen: nothing happens now'
          this.fail(new RingKvError('OUTCOME_EXPIRED', message))
        }
        break
      default:
        this.fail(unexpectedReply(reply.kind))
    }
  }

  private answer(at: number, deleted: number | undefined): void {
    const { minted } = this.identified
    this.from.respond(this.request.id, {
      rangeDeleted: {
        timestamp: at,
        deleted: deleted ?? 0,
        counted: deleted !== undefined,
        id: minted === undefined ? null : encodeOperationId(minted),
      },
    })
  }

  private fail(error: RingKvError): void {
    this.context.respondError(this.from, this.request.id, error, this.identified.minted)
  }
}
