/**
 * The conflicts of a key, from the log of its shard. Asked for one of them, the gateway also brings what the log had to cut:
 * base, theirs and a merge's result are versions, and history has them by their timestamps.
 */
import type { RingKvError } from '../base/errors.ts'
import { decodeConflictsRead, encodeLoggedConflict } from '../net/conflict-codec.ts'
import type { wire } from '../net/protobuf.ts'
import type { Requester } from '../net/request-handler.ts'
import type { ConflictRecord } from '../shard/conflict-log.ts'
import type { ReadReply } from '../shard/request.ts'
import type { ConflictSide } from '../versions/version.ts'
import { errorOfResult, unexpectedReply, type GatewayContext } from './gateway-context.ts'
import type { GatewayReads } from './gateway-reads.ts'

type ConflictsReply = Extract<ReadReply, { kind: 'conflicts' }>

export class GatewayConflicts {
  private readonly context: GatewayContext
  private readonly reads: GatewayReads

  constructor(context: GatewayContext, reads: GatewayReads) {
    this.context = context
    this.reads = reads
  }

  read(from: Requester, request: wire.Request, body: wire.ConflictsRequest.$Properties): void {
    const { context } = this
    const read = decodeConflictsRead(context.cluster, body)
    const deadlineMs = context.deadlineOf(request)
    context.router.send({
      token: context.tokenOf(read.keyspace, read.key),
      command: undefined,
      read,
      deadlineMs,
      resent: false,
      step: false,
      done: (result) => {
        if (result.kind === 'failed') context.respondError(from, request.id, errorOfResult(result))
        else if (result.kind !== 'read' || result.reply.kind !== 'conflicts') {
          context.respondError(from, request.id, unexpectedReply(result.kind))
        } else if (read.at === 0) this.respond(from, request.id, result.reply)
        else this.complete(from, request.id, result.reply, deadlineMs)
      },
    })
  }

  private respond(from: Requester, id: number, { records, since }: ConflictsReply): void {
    const { cluster } = this.context
    const conflicts = records.map((record) =>
      encodeLoggedConflict(record, (keyspace) => cluster.keyspaceName(keyspace)),
    )
    from.respond(id, { conflicts: { conflicts, since } })
  }

  private complete(from: Requester, id: number, reply: ConflictsReply, deadlineMs: number): void {
    const [record] = reply.records
    if (record === undefined) {
      this.respond(from, id, reply)
      return
    }
    const { base, theirs, mine } = record.explanation
    this.wholeSides(record, [base, theirs, record.merged], deadlineMs, (sides) => {
      const [wholeBase, wholeTheirs, merged] = sides
      const explanation = { ...record.explanation, base: wholeBase, theirs: wholeTheirs, mine }
      this.respond(from, id, { ...reply, records: [{ ...record, explanation, merged }] })
    })
  }

  /** Each side with its whole value, if history still has it; else as it was. */
  private wholeSides(
    { keyspace, key }: ConflictRecord,
    sides: readonly (ConflictSide | undefined)[],
    deadlineMs: number,
    done: (sides: readonly (ConflictSide | undefined)[]) => void,
  ): void {
    const whole = [...sides]
    let open = 1
    const settle = (): void => {
      if (--open === 0) done(whole)
    }
    sides.forEach((side, position) => {
      if (side?.truncated !== true) return
      open++
      const read = { kind: 'get', keyspace, keys: [key], at: side.timestamp } as const
      this.reads.getMany(read, deadlineMs, (result) => {
        const value = wholeValue(result, side)
        if (value !== undefined) whole[position] = { ...side, value, truncated: false }
        settle()
      })
    })
    settle()
  }
}

function wholeValue(
  result: Parameters<Parameters<GatewayReads['getMany']>[2]>[0] | { readonly error: RingKvError },
  side: ConflictSide,
): ConflictSide['value'] {
  const row = 'rows' in result ? result.rows[0] : undefined
  return row?.timestamp === side.timestamp ? row.value : undefined
}
