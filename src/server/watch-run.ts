/**
 * One watch of a client at its gateway, over all shards that it touches (05, "Watch").
 *
 * The ring is cut into *lanes*, each a part of one shard, which ask the shard's leader for changes, independently. The client asks
 * as well: what the lanes have received since is its next answer, with a token that names what is resolved in each lane once the
 * client has that answer. A lane whose changes the client has not taken yet asks no further, so a slow client holds a bounded
 * amount here, and whatever else waits for it waits at the leaders or in history.
 *
 * Nothing here has to survive: with its token the client goes on anywhere.
 */
import { RingKvError } from '../base/errors.ts'
import { timestamp, token, type Timestamp } from '../base/ids.ts'
import { encodeResumeToken, type Watch } from '../net/watch-codec.ts'
import { encodeRow } from '../net/read-codec.ts'
import type { wire } from '../net/protobuf.ts'
import type { Requester } from '../net/request-handler.ts'
import type { ReadReply, ReadRow } from '../shard/request.ts'
import { errorOfResult, unexpectedReply, type GatewayContext } from './gateway-context.ts'
import type { RoutedResult } from './shard-router.ts'

/** How long a leader may take to answer that there is nothing. */
const LANE_TIMEOUT_MS = 15_000
/** Pause of a lane after a failure. */
const LANE_PAUSE_MS = 200
/** An answer without changes goes out so long after the one before, and at the latest so long after the request. */
const PROGRESS_MS = 1_000
const ANSWER_MS = 10_000
/** Of changes that a whole watch holds: shared by its lanes, within these bounds for each. */
const WATCH_BYTES = 2 ** 18
const LANE_BYTES_MIN = 2 ** 12
const LANE_BYTES_MAX = 2 ** 16

type Changes = Extract<ReadReply, { kind: 'changes' }>

/** A part of the ring. */
interface Lane {
  readonly start: number
  end: number
  /** What the next request to the leader says: resolved, and the number of the last answer. */
  at: Timestamp
  received: number
  /** What the client knows to be resolved. */
  told: Timestamp
  /** Changes that the client has not taken. */
  rows: readonly ReadRow[]
}

/** A request of the client that waits for an answer. */
interface Parked {
  readonly from: Requester
  readonly id: number
  readonly sinceMs: number
}

export class WatchRun {
  /** With the last answer. */
  token: Uint8Array = NO_TOKEN
  /** Monotonic milliseconds at which the client last asked, or was answered. */
  heardMs: number
  private readonly context: GatewayContext
  private readonly watch: Watch
  private readonly name: string
  private lanes: Lane[]
  private laneBytes = LANE_BYTES_MIN
  private parked: Parked | undefined
  private answeredMs = 0
  private greeted: boolean
  private error: RingKvError | undefined
  private closed = false

  /**
   * @param name unique among all watches of all gateways
   * @param resumed the client has a token of this watch
   */
  constructor(context: GatewayContext, watch: Watch, name: string, resumed: boolean) {
    this.greeted = resumed
    this.context = context
    this.watch = watch
    this.name = name
    this.heardMs = this.nowMs()
    this.lanes = watch.from.flatMap(({ start, end, resolved }) =>
      context.cluster.view.shards.overlapping({ start, end }).map((slot) => {
        const { range } = context.cluster.view.shards.descriptorAt(slot)
        return laneOf(Math.max(start, range.start), Math.min(end, range.end), resolved)
      }),
    )
  }

  /** Bytes that it may hold here. */
  get bytesMax(): number {
    return this.lanes.length * this.bytesOfLane
  }

  start(): void {
    this.laneBytes = this.bytesOfLane
    for (const lane of this.lanes) this.ask(lane)
  }

  get hasFailed(): boolean {
    return this.error !== undefined
  }

  /** The client asks for what came since its last answer. */
  request(from: Requester, id: number): void {
    const nowMs = this.nowMs()
    this.heardMs = nowMs
    if (this.parked !== undefined) {
      const { parked } = this
      this.parked = undefined
      const twice = new RingKvError('INVALID_ARGUMENT', 'the watch has a request open already')
      this.context.respondError(parked.from, parked.id, twice)
    }
    this.parked = { from, id, sinceMs: nowMs }
    this.answer()
  }

  /** Now and then: what is resolved goes out without changes, too. */
  tick(nowMs: number): void {
    if (this.parked !== undefined) this.heardMs = nowMs
    this.answer()
  }

  close(): void {
    this.closed = true
    this.parked = undefined
    this.lanes = []
  }

  private get bytesOfLane(): number {
    const share = Math.floor(WATCH_BYTES / Math.max(1, this.lanes.length))
    return Math.min(LANE_BYTES_MAX, Math.max(LANE_BYTES_MIN, share))
  }

  private nowMs(): number {
    return this.context.options.monotonic.monotonicMs()
  }

  // ---- lanes

  private ask(lane: Lane): void {
    if (this.closed) return
    const { keyspace, start, end } = this.watch
    this.context.router.send({
      token: lane.start,
      command: undefined,
      read: {
        kind: 'changes',
        keyspace,
        range: { start: lane.start, end: lane.end },
        start,
        end,
        at: lane.at,
        watcher: `${this.name}/${lane.start}`,
        received: lane.received,
        maxBytes: this.laneBytes,
      },
      deadlineMs: this.nowMs() + LANE_TIMEOUT_MS,
      resent: false,
      step: false,
      done: (result) => this.asked(lane, result),
    })
  }

  private asked(lane: Lane, result: RoutedResult): void {
    if (this.closed) return
    if (result.kind === 'read' && result.reply.kind === 'changes') this.received(lane, result.reply)
    else if (result.kind !== 'failed') this.fail(unexpectedReply(result.kind))
    else if (result.code === 'DEADLINE' || result.code === 'NO_QUORUM') {
      const { scheduler } = this.context.router.options
      scheduler.after(LANE_PAUSE_MS, () => this.ask(lane))
    } else this.fail(errorOfResult(result))
  }

  private received(lane: Lane, { rows, readAt, sent, end }: Changes): void {
    if (end < lane.end) this.split(lane, end)
    if (lane.told === 0) lane.told = readAt
    lane.at = readAt
    lane.received = sent
    lane.rows = rows
    this.answer()
    // What only says what is resolved need not be taken first.
    if (rows.length === 0) this.ask(lane)
  }

  /** The shard ends before the lane: the rest of it is watched where it is now. */
  private split(lane: Lane, end: number): void {
    const rest = laneOf(end, lane.end, lane.told)
    lane.end = end
    this.lanes.splice(this.lanes.indexOf(lane) + 1, 0, rest)
    this.ask(rest)
  }

  private fail(error: RingKvError): void {
    this.error = error
    this.answer()
  }

  // ---- the client

  private answer(): void {
    const { parked, error } = this
    if (parked === undefined) return
    if (error !== undefined) {
      this.parked = undefined
      this.context.respondError(parked.from, parked.id, error)
      return
    }
    // Before every lane has begun, a token would say of some that they begin later.
    if (this.lanes.some(({ told }) => told === 0)) return
    const nowMs = this.nowMs()
    if (!this.greeted) {
      // From where it begins, before there is anything else: every event comes with a token before it.
      this.greeted = true
      this.respond(parked, [], nowMs)
      return
    }
    const filled = this.lanes.filter(({ rows }) => rows.length > 0)
    const news = this.lanes.some(({ at, told }) => at > told)
    const due = nowMs - this.answeredMs >= PROGRESS_MS && news
    if (filled.length === 0 && !due && nowMs - parked.sinceMs < ANSWER_MS) return
    const events = filled.flatMap(({ rows }) => rows.map(encodeRow))
    for (const lane of this.lanes) {
      lane.told = lane.at
      lane.rows = NO_ROWS
    }
    this.respond(parked, events, nowMs)
    for (const lane of filled) this.ask(lane)
  }

  private respond(parked: Parked, events: wire.Row.$Properties[], nowMs: number): void {
    this.parked = undefined
    this.answeredMs = this.heardMs = nowMs
    this.token = encodeResumeToken(
      this.lanes.map(({ start, end, told }) => ({ start, end, resolved: told })),
    )
    const resolved = timestamp(Math.min(...this.lanes.map(({ told }) => told)))
    parked.from.respond(parked.id, { watch: { events, token: this.token, resolved } })
  }
}

const NO_ROWS: readonly ReadRow[] = []
const NO_TOKEN = new Uint8Array(0)

function laneOf(start: number, end: number, resolved: Timestamp): Lane {
  return { start: token(start), end, at: resolved, received: 0, told: resolved, rows: NO_ROWS }
}
