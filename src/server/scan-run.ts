/**
 * One page of a scan at the gateway, over as many shards as it takes, all at one time (06, "Ring"). Shards are read several at
 * once, as a shard without traffic first has to promise the time through its log, which takes a round of consensus; their
 * rows are put together in ring order.
 *
 * What is read ahead is bounded: few shards at first, one more at a time with each that brought less than the page wants, so
 * that a scan that fills its page from the first shard costs only few others anything. What came of a shard behind the end of the page
 * is dropped, and read again by the next page.
 *
 * A shard may split while it is read. Ranges only shrink, so a reply covers at least what the map says *now* of the shard at
 * the part's first token: rows behind that are dropped, and the rest of the part is read for itself.
 */
import { timestamp, type Key, type Timestamp, type Token } from '../base/ids.ts'
import { wire } from '../net/protobuf.ts'
import { encodeCursor, encodeRow, type ScanPage, type ScanPosition } from '../net/read-codec.ts'
import type { Requester } from '../net/request-handler.ts'
import type { ReadReply, ReadRow } from '../shard/request.ts'
import { valueBytes } from '../versions/value-codec.ts'
import { errorOfResult, unexpectedReply, type GatewayContext } from './gateway-context.ts'
import type { RoutedResult } from './shard-router.ts'

/** Bytes of one page, of one shard's as of the whole, give or take the last row. */
const PAGE_BYTES = 1 << 20
/** Shards that are read at once: at first, and at most. In the worst case each brings the bytes of a page. */
const WINDOW_FIRST = 4
const WINDOW_MAX = 16
const RING_END = 2 ** 32
/** Of a row in an answer, besides key, value and context. */
const ROW_BYTES = 64

type Page = Extract<ReadReply, { kind: 'page' }>

/** What one shard is asked for. */
interface Part {
  /** Tokens from here on, as far as the shard goes. */
  readonly token: number
  readonly after: ScanPosition | undefined
  /** Where the next part begins. */
  readonly end: number
  result: RoutedResult | undefined
}

export class ScanRun {
  private readonly context: GatewayContext
  private readonly from: Requester
  private readonly request: wire.Request
  private readonly page: ScanPage
  private readonly deadlineMs: number
  private readonly rows: ReadRow[] = []
  private bytes = 0
  private at: Timestamp
  /** Those that are on their way or have come, in ring order. */
  private parts: Part[] = []
  private window = WINDOW_FIRST
  /** First token that no part covers. */
  private nextToken: number
  private taking = false
  private finished = false

  constructor(context: GatewayContext, from: Requester, request: wire.Request, page: ScanPage) {
    this.context = context
    this.from = from
    this.request = request
    this.page = page
    this.deadlineMs = context.deadlineOf(request)
    this.nextToken = page.after?.token ?? page.token ?? 0
    // One partition lies in one shard, whose leader may choose the time; several shards need one time for all.
    this.at = page.at === 0 && page.token === undefined ? context.options.clock.now() : page.at
  }

  start(): void {
    const { after, token } = this.page
    if (token === undefined) this.readAhead(after)
    else {
      this.nextToken = RING_END
      this.parts.push({ token, after, end: RING_END, result: undefined })
      this.ask(this.parts[0]!)
    }
  }

  /** Asks further shards, as many as may be read at once. `after`: where in the first of them. */
  private readAhead(after?: ScanPosition): void {
    let position = after
    while (this.parts.length < this.window && this.nextToken < RING_END && !this.finished) {
      const token = this.nextToken
      this.nextToken = this.endOfShard(token)
      const part: Part = { token, after: position, end: this.nextToken, result: undefined }
      position = undefined
      // First in line, then asked: a leader on this node may answer at once.
      this.parts.push(part)
      this.ask(part)
    }
  }

  private ask(part: Part): void {
    const { keyspace, token, start, end, keysOnly, limit, anyReplica } = this.page
    const read = {
      kind: 'scan' as const,
      keyspace,
      token,
      start,
      end,
      after: part.after,
      at: this.at,
      limit: limit - this.rows.length,
      maxBytes: PAGE_BYTES,
      keysOnly,
      anyReplica,
    }
    this.context.router.send({
      token: part.token,
      command: undefined,
      read,
      deadlineMs: this.deadlineMs,
      resent: false,
      step: false,
      done: (result) => {
        part.result = result
        this.takeInOrder()
      },
    })
  }

  /** Puts together what has come without a gap. */
  private takeInOrder(): void {
    if (this.finished || this.taking) return
    this.taking = true
    for (let part = this.parts[0]; part?.result !== undefined; part = this.parts[0]) {
      this.parts.shift()
      this.take(part, part.result)
      if (this.isOver()) return
      if (this.window < WINDOW_MAX) this.window++
    }
    this.taking = false
    this.readAhead()
  }

  private take(part: Part, result: RoutedResult): void {
    if (result.kind === 'failed') this.fail(errorOfResult(result))
    else if (result.kind !== 'read' || result.reply.kind !== 'page') {
      this.fail(unexpectedReply(result.kind))
    } else this.takePage(part, result.reply)
  }

  private takePage(part: Part, { rows, next, readAt }: Page): void {
    this.at = readAt
    const covered = this.page.token === undefined ? this.endOfShard(part.token) : part.end
    const shrunk = covered < part.end
    for (const row of rows) {
      if (shrunk && this.tokenOf(row) >= covered) break
      if (!this.page.isOfPartition(row.key)) continue
      if (this.isFull) {
        this.endAt(this.positionOf(this.rows[this.rows.length - 1]!))
        return
      }
      this.rows.push(row)
      this.bytes += bytesOf(row)
    }
    if (next !== undefined && next.token < covered) {
      this.endAt(next)
      return
    }
    if (shrunk) {
      const rest: Part = { token: covered, after: undefined, end: part.end, result: undefined }
      this.parts.unshift(rest)
      if (!this.isFull) this.ask(rest)
    }
    const rest = this.parts[0]?.token ?? this.nextToken
    if (rest >= RING_END) this.endAt(undefined)
    else if (this.isFull) this.endAt({ token: rest, key: '' as Key })
  }

  /** A call, as the compiler takes no notice of what others did to the field. */
  private isOver(): boolean {
    return this.finished
  }

  private get isFull(): boolean {
    return this.rows.length >= this.page.limit || this.bytes >= PAGE_BYTES
  }

  /** First token behind the shard that owns `token`, as the map is now. */
  private endOfShard(token: number): number {
    return this.context.cluster.view.shards.byToken(token as Token)?.range.end ?? RING_END
  }

  private positionOf(row: ReadRow): ScanPosition {
    return { token: this.tokenOf(row), key: row.key }
  }

  private tokenOf({ key }: ReadRow): number {
    return this.page.token ?? this.context.tokenOf(this.page.keyspace, key)
  }

  private fail(error: unknown): void {
    this.finished = true
    this.context.respondError(this.from, this.request.id, error)
  }

  /** The page is complete; the next one, if there is any, goes on behind `position`. */
  private endAt(position: ScanPosition | undefined): void {
    this.finished = true
    this.from.respond(this.request.id, {
      scan: {
        rows: this.rows.map(encodeRow),
        cursor: position === undefined ? null : encodeCursor(position, this.at),
        readAt: timestamp(this.at),
      },
    })
  }
}

function bytesOf({ key, value, context, author }: ReadRow): number {
  return (
    ROW_BYTES +
    key.length +
    context.length +
    author.length +
    (value === undefined ? 0 : valueBytes(value))
  )
}
