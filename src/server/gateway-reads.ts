/** Point reads, batch reads and scans at the gateway: which shards, and how their rows become one answer. */
import { timestamp, type Key, type Timestamp, type Token } from '../base/ids.ts'
import type { RingKvError } from '../base/errors.ts'
import { wire } from '../net/protobuf.ts'
import {
  decodeBatchGet,
  decodeGet,
  decodeScan,
  encodeRow,
  type PointRead,
  type ScanPage,
} from '../net/read-codec.ts'
import type { Requester } from '../net/request-handler.ts'
import type { ReadRow } from '../shard/request.ts'
import { errorOfResult, unexpectedReply, type GatewayContext } from './gateway-context.ts'
import { isStrict, readTime } from './read-time.ts'
import { ScanRun } from './scan-run.ts'
import type { RoutedRequest, RoutedResult } from './shard-router.ts'

export class GatewayReads {
  private readonly context: GatewayContext

  constructor(context: GatewayContext) {
    this.context = context
  }

  get(from: Requester, request: wire.Request, body: wire.GetRequest.$Properties): void {
    const { context } = this
    const read = decodeGet(context.cluster, body)
    context.checkReadTime(read.at)
    const token = context.tokenOf(read.keyspace, read.keys[0]!)
    const placed = isStrict(body) ? read : anyReplicaAt(read, readTime(context, body, [token]))
    context.router.send(new PointGet(context, from, request, placed, token))
  }

  batchGet(from: Requester, request: wire.Request, body: wire.BatchGetRequest.$Properties): void {
    const { context } = this
    const asked = decodeBatchGet(context.cluster, body)
    context.checkReadTime(asked.at)
    let read = asked
    if (!isStrict(body)) {
      const tokens = asked.keys.map((key) => context.tokenOf(asked.keyspace, key))
      read = anyReplicaAt(asked, readTime(context, body, tokens))
    }
    this.getMany(read, context.deadlineOf(request), (result) => {
      if ('error' in result) context.respondError(from, request.id, result.error)
      else {
        const { rows, readAt } = result
        from.respond(request.id, { batchGet: { rows: rows.map(encodeRow), readAt } })
      }
    })
  }

  /** Reads keys of any shards, in their order. Not one cut over several shards unless `read.at` is set. */
  getMany(
    read: PointRead,
    deadlineMs: number,
    done: (
      result:
        | { readonly rows: readonly ReadRow[]; readonly readAt: Timestamp }
        | { readonly error: RingKvError },
    ) => void,
  ): void {
    const { context } = this
    const groups = new Map<
      number,
      { readonly token: Token; readonly keys: Key[]; readonly positions: number[] }
    >()
    const { shards } = context.cluster.view
    read.keys.forEach((key, position) => {
      const token = context.tokenOf(read.keyspace, key)
      const slot = shards.slotOf(token)
      let group = groups.get(slot)
      if (group === undefined) groups.set(slot, (group = { token, keys: [], positions: [] }))
      group.keys.push(key)
      group.positions.push(position)
    })
    const rows = new Array<ReadRow>(read.keys.length)
    let readAt = 0
    let open = groups.size
    let failed = false
    if (open === 0) done({ rows, readAt: read.at })
    for (const { token, keys, positions } of groups.values()) {
      const part: PointRead = { ...read, keys }
      const take = (found: readonly ReadRow[], foundAt: Timestamp): void => {
        positions.forEach((position, i) => (rows[position] = found[i]!))
        readAt = Math.max(readAt, foundAt)
        if (--open === 0) done({ rows, readAt: timestamp(readAt) })
      }
      const fail = (error: RingKvError): void => {
        failed = true
        done({ error })
      }
      const finish = (result: RoutedResult): void => {
        if (failed) return
        if (result.kind === 'read' && result.reply.kind === 'rows') {
          take(result.reply.rows, result.reply.readAt)
        } else if (result.kind === 'scattered') {
          this.getMany(part, deadlineMs, (again) => {
            if (failed) return
            if ('error' in again) fail(again.error)
            else take(again.rows, again.readAt)
          })
        } else {
          fail(result.kind === 'failed' ? errorOfResult(result) : unexpectedReply(result.kind))
        }
      }
      const request = readRequest(token, part, deadlineMs, finish)
      context.router.send(
        keys.length === 1 ? request : { ...request, whole: () => this.isWhole(part) },
      )
    }
  }

  private isWhole({ keyspace, keys }: PointRead): boolean {
    const { context } = this
    const { shards } = context.cluster.view
    const slot = shards.slotOf(context.tokenOf(keyspace, keys[0]!))
    return keys.every((key) => shards.slotOf(context.tokenOf(keyspace, key)) === slot)
  }

  /** One page, over as many shards as it takes, all at one time. */
  scan(from: Requester, request: wire.Request, body: wire.ScanRequest.$Properties): void {
    const { context } = this
    const page = decodeScan(context.cluster, body)
    context.checkReadTime(page.at)
    new ScanRun(context, from, request, this.timed(page, body)).start()
  }

  /** The page with its time, if it need not be strict. Later pages have that of the first. */
  private timed(page: ScanPage, body: wire.ScanRequest.$Properties): ScanPage {
    if (isStrict(body)) return page
    const { context } = this
    if (page.after !== undefined) return { ...page, anyReplica: true }
    const { shards } = context.cluster.view
    const tokens =
      page.token === undefined
        ? shards
            .overlapping({ start: 0, end: 2 ** 32 })
            .map((slot) => shards.descriptorAt(slot).range.start)
        : [page.token]
    return { ...page, at: readTime(context, body, tokens), anyReplica: true }
  }
}

function anyReplicaAt(read: PointRead, at: Timestamp): PointRead {
  return { ...read, at, anyReplica: true }
}

function readRequest(
  token: number,
  read: RoutedRequest['read'],
  deadlineMs: number,
  done: (result: RoutedResult) => void,
): RoutedRequest {
  return { token, command: undefined, read, deadlineMs, resent: false, step: false, done }
}

/** The hot path of reads: one object a request. */
class PointGet implements RoutedRequest {
  readonly command = undefined
  readonly resent = false
  readonly step = false
  readonly token: Token
  readonly read: PointRead
  readonly deadlineMs: number
  private readonly context: GatewayContext
  private readonly from: Requester
  private readonly id: number

  constructor(
    context: GatewayContext,
    from: Requester,
    request: wire.Request,
    read: PointRead,
    token: Token,
  ) {
    this.context = context
    this.from = from
    this.id = request.id
    this.read = read
    this.token = token
    this.deadlineMs = context.deadlineOf(request)
  }

  done(result: RoutedResult): void {
    if (result.kind === 'read' && result.reply.kind === 'rows') {
      const row = result.reply.rows[0]!
      this.from.respond(this.id, { get: { row: encodeRow(row), readAt: result.reply.readAt } })
    } else if (result.kind === 'failed') {
      this.context.respondError(this.from, this.id, errorOfResult(result))
    } else this.context.respondError(this.from, this.id, unexpectedReply(result.kind))
  }
}
