/**
 * Keeps one long-lived stream to a peer: dials, waits until the peer has accepted it, and after every end dials again with
 * growing pauses (100 ms to 1 s). Each attempt is a connection of its own with a time limit, because grpc-js has none.
 */
import { AssertionError } from '../base/assert.ts'
import type { Client, StatusObject } from '@grpc/grpc-js'
import type { Scheduler, Timer } from '../base/clock.ts'

const PAUSE_MS_MIN = 100
const PAUSE_MS_MAX = 1000
const CONNECT_TIMEOUT_MS = 3000

/** What both kinds of streams that a client opens have in common. */
export interface PeerCall {
  cancel(): void
  on(event: 'data', run: (frame: Buffer) => void): unknown
  on(event: 'metadata' | 'end', run: () => void): unknown
  on(event: 'error', run: (error: Error) => void): unknown
  on(event: 'status', run: (status: StatusObject) => void): unknown
}

export interface RediallerOptions<Call extends PeerCall> {
  readonly scheduler: Scheduler
  /** A new connection. */
  readonly dial: () => Client
  /** Starts the stream on it. */
  readonly open: (client: Client) => Call
  /** The peer accepted the stream. */
  readonly up: (call: Call) => void
  /** Throws on bytes that make no sense: the stream is then given up. */
  readonly data: (call: Call, frame: Buffer) => void
  /** The stream is gone; `wasUp` is false for an attempt that failed. */
  readonly down: (reason: string, wasUp: boolean) => void
}

export class Redialler<Call extends PeerCall> {
  private readonly options: RediallerOptions<Call>
  private pauseMs = PAUSE_MS_MIN
  private timer: Timer | undefined
  private client: Client | undefined
  private call: Call | undefined
  private isUp = false
  private stopped = false

  constructor(options: RediallerOptions<Call>) {
    this.options = options
  }

  start(): void {
    const client = this.options.dial()
    const call = this.options.open(client)
    this.client = client
    this.call = call
    this.timer = this.options.scheduler.after(CONNECT_TIMEOUT_MS, () => {
      this.lost(call, `no connection within ${CONNECT_TIMEOUT_MS} ms`)
    })
    call.on('metadata', () => this.accepted(call))
    call.on('data', (frame) => this.received(call, frame))
    call.on('end', () => this.lost(call, 'the peer ended the stream'))
    call.on('error', (error) => this.lost(call, error.message))
    call.on('status', (result) => this.lost(call, result.details))
  }

  /** Ends the stream for good; nothing is called from here on. */
  stop(): void {
    this.stopped = true
    this.hangUp()
  }

  /** Gives this stream up, as if it had broken, and dials again. */
  abandon(reason: string): void {
    if (this.call !== undefined) this.lost(this.call, reason)
  }

  private accepted(call: Call): void {
    if (this.call !== call || this.isUp) return
    this.isUp = true
    this.pauseMs = PAUSE_MS_MIN
    this.timer?.cancel()
    this.options.up(call)
  }

  private received(call: Call, frame: Buffer): void {
    if (this.call !== call) return
    try {
      this.options.data(call, frame)
    } catch (error) {
      // Bytes that make no sense cost the stream; a broken invariant of ours must not pass for that.
      if (error instanceof AssertionError) throw error
      this.lost(call, error instanceof Error ? error.message : String(error))
    }
  }

  private lost(call: Call, reason: string): void {
    if (this.call !== call) return
    const wasUp = this.isUp
    this.hangUp()
    this.options.down(reason, wasUp)
    if (this.stopped) return
    this.timer = this.options.scheduler.after(this.pauseMs, () => this.start())
    this.pauseMs = Math.min(this.pauseMs * 2, PAUSE_MS_MAX)
  }

  private hangUp(): void {
    const { call, client } = this
    this.call = undefined
    this.client = undefined
    this.isUp = false
    this.timer?.cancel()
    call?.cancel()
    client?.close()
  }
}
