/**
 * The versions of a key, newest first. Each names the time right before it, at which the one that it superseded was the newest: so
 * history is read by ordinary reads in the past, each as true as any, until there is nothing earlier, or nothing that is kept.
 */
import { timestamp, type Timestamp } from '../base/ids.ts'
import type { wire } from '../net/protobuf.ts'
import { decodeGet, encodeRow } from '../net/read-codec.ts'
import type { Requester } from '../net/request-handler.ts'
import type { ReadRow } from '../shard/request.ts'
import { valueBytes } from '../versions/value-codec.ts'
import { errorOfResult, unexpectedReply, type GatewayContext } from './gateway-context.ts'
import type { RoutedResult } from './shard-router.ts'

const VERSIONS_DEFAULT = 20
const VERSIONS_MAX = 100
/** An answer ends with the version that reaches this, so that no answer is much larger. */
const VALUE_BYTES_MAX = 4 << 20

export function readHistory(
  context: GatewayContext,
  from: Requester,
  request: wire.Request,
  body: wire.HistoryRequest.$Properties,
): void {
  const read = decodeGet(context.cluster, body)
  context.checkReadTime(read.at)
  const wanted = body.limit ?? 0
  const limit = Math.min(wanted === 0 ? VERSIONS_DEFAULT : wanted, VERSIONS_MAX)
  const token = context.tokenOf(read.keyspace, read.keys[0]!)
  const deadlineMs = context.deadlineOf(request)
  const rows: wire.Row.$Properties[] = []
  let bytes = 0
  const answer = (complete: boolean): void => {
    from.respond(request.id, { history: { rows, complete } })
  }
  const take = (row: ReadRow): void => {
    if (row.timestamp === 0) {
      answer(true)
      return
    }
    rows.push(encodeRow(row))
    if (row.value !== undefined) bytes += valueBytes(row.value)
    if (rows.length >= limit || bytes >= VALUE_BYTES_MAX) answer(false)
    else ask(timestamp(row.timestamp - 1))
  }
  const done = (result: RoutedResult): void => {
    if (result.kind === 'failed') {
      // The oldest that is kept may have been collected while its successors were read.
      if (result.code === 'SNAPSHOT_TOO_OLD' && rows.length > 0) answer(true)
      else context.respondError(from, request.id, errorOfResult(result))
    } else if (result.kind !== 'read' || result.reply.kind !== 'rows') {
      context.respondError(from, request.id, unexpectedReply(result.kind))
    } else take(result.reply.rows[0]!)
  }
  const ask = (at: Timestamp): void => {
    context.router.send({
      token,
      command: undefined,
      read: { ...read, at },
      deadlineMs,
      resent: false,
      step: false,
      done,
    })
  }
  ask(read.at)
}
