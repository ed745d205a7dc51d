/**
 * The client's end of a session: one bidirectional stream to one node. Requests of one event-loop turn leave in one frame,
 * answers are matched by id. There is one callback object a request and nothing else: no promise, no timer.
 *
 * A session does not reconnect. When it breaks, every open request is told that it *may* have been received, since nobody
 * can know; what to do then, and when to dial again, is its owner's decision.
 */
import { Metadata, status, type ChannelCredentials, type ClientDuplexStream } from '@grpc/grpc-js'
import type { Client } from '@grpc/grpc-js'
import type { Scheduler, Timer } from '../base/clock.ts'
import { RingKvError } from '../base/errors.ts'
import { dial, REQUEST_BYTES_MAX } from './channel.ts'
import { FrameQueue } from './frame-queue.ts'
import { wire } from './protobuf.ts'
import { invalid } from './request-context.ts'
import { KV_SERVICE } from './services.ts'

/** Gets the answer to one request: exactly one of the two is called, once, never inside `send`. */
export interface SessionReceiver {
  /** Byte strings in `response` are views into its frame. */
  answered(response: wire.Response.$Properties): void
  /** The session ended first. The request may have reached the node, or not. */
  broken(): void
}

/** What a session reports besides answers. Never called inside the call that dials. */
export interface SessionEvents {
  /** The node has accepted the session: requests can be sent. */
  opened(): void
  /** Hybrid clock reading of the node, microseconds; with every frame. */
  clock(reading: number): void
  routes(routes: wire.Routes.$Properties): void
  /** The session failed or never came up; called once, after every open request is `broken`. */
  closed(reason: string): void
}

export interface SessionHello {
  /** 16 random bytes. */
  readonly client: Uint8Array
  readonly actor: string
}

export interface SessionDialOptions {
  readonly scheduler: Scheduler
  readonly credentials: ChannelCredentials
  /** How long a session may take to come up, milliseconds. */
  readonly connectTimeoutMs: number
}

export interface ClientSession {
  /**
   * Sends in the frame of this turn, under an id of its own (`request.id` is overwritten). The request is encoded before
   * this returns.
   * @throws RingKvError INVALID_ARGUMENT if it cannot be encoded, OVERLOADED if the node takes nothing and too much waits
   */
  send(request: wire.Request.$Properties, receiver: SessionReceiver): void
  /** Ends the session; open requests are `broken`. No event follows. Safe to call twice. */
  close(): void
}

const FRAME_BYTES = 1 << 18
/** Requests that wait because the node does not read; beyond this `send` refuses. */
const UNSENT_BYTES_MAX = 64 << 20
/** Largest single request: what shares its frame must fit beside it. */
const ONE_REQUEST_BYTES_MAX = REQUEST_BYTES_MAX - 2 * FRAME_BYTES
/** What the node may have under way to us before it waits. */
const WINDOW_BYTES = 1 << 20

const CLIENT_FRAME_HELLO = 1
const CLIENT_FRAME_REQUESTS = 2

/** Makes the function that dials sessions with these options. Requests may be sent from `opened` on. */
export function sessionDialer(
  options: SessionDialOptions,
): (address: string, hello: SessionHello, events: SessionEvents) => ClientSession {
  return (address, hello, events) => new GrpcSession(address, hello, events, options)
}

type Call = ClientDuplexStream<Buffer, Buffer>

class GrpcSession implements ClientSession {
  private readonly events: SessionEvents
  private readonly client: Client
  private readonly call: Call
  private readonly connectTimer: Timer
  private readonly waiting = new Map<number, SessionReceiver>()
  private readonly requests: FrameQueue
  private lastId = 0
  private up = false
  private ended = false

  constructor(
    address: string,
    hello: SessionHello,
    events: SessionEvents,
    options: SessionDialOptions,
  ) {
    this.events = events
    this.client = dial(address, options.credentials, WINDOW_BYTES)
    const { path, requestSerialize, responseDeserialize } = KV_SERVICE.Session
    this.call = this.client.makeBidiStreamRequest(
      path,
      requestSerialize,
      responseDeserialize,
      new Metadata(),
    )
    this.requests = new FrameQueue(this.call, {
      scheduler: options.scheduler,
      frameBytes: FRAME_BYTES,
    })
    this.connectTimer = options.scheduler.after(options.connectTimeoutMs, () => {
      this.fail(`no connection to ${address} within ${options.connectTimeoutMs} ms`)
    })
    this.listen()
    this.requests.add(CLIENT_FRAME_HELLO, wire.Hello, { ...hello, wantRoutes: true })
  }

  send(request: wire.Request.$Properties, receiver: SessionReceiver): void {
    if (this.ended) throw new Error('a session was used after it ended')
    if (this.requests.unsentBytes > UNSENT_BYTES_MAX) {
      throw new RingKvError('OVERLOADED', 'the node takes no more requests; wait for answers')
    }
    const id = this.lastId + 1
    request.id = id
    this.encode(request)
    this.lastId = id
    this.waiting.set(id, receiver)
  }

  close(): void {
    if (this.ended) return
    this.end()
    this.breakWaiting()
  }

  private encode(request: wire.Request.$Properties): void {
    try {
      this.requests.add(CLIENT_FRAME_REQUESTS, wire.Request, request, ONE_REQUEST_BYTES_MAX)
    } catch (error) {
      throw invalid(`the request cannot be sent: ${error instanceof Error ? error.message : ''}`)
    }
  }

  private listen(): void {
    const { call } = this
    call.on('metadata', () => this.opened())
    call.on('data', (frame: Buffer) => this.received(frame))
    call.on('error', (error: Error) => this.fail(error.message))
    call.on('end', () => this.fail('the node ended the session'))
    call.on('status', (result) => this.fail(`the node ended the session: ${status[result.code]}`))
  }

  private opened(): void {
    if (this.ended || this.up) return
    this.up = true
    this.connectTimer.cancel()
    this.events.opened()
  }

  private received(bytes: Buffer): void {
    if (this.ended) return
    let frame: wire.ServerFrame
    try {
      frame = wire.ServerFrame.decode(bytes)
    } catch (error) {
      this.fail(`the node sent a malformed frame: ${error instanceof Error ? error.message : ''}`)
      return
    }
    if (frame.clock !== 0) this.events.clock(frame.clock)
    if (frame.routes !== null && frame.routes !== undefined) this.events.routes(frame.routes)
    for (const response of frame.responses) {
      const id = response.id ?? 0
      const receiver = this.waiting.get(id)
      if (receiver === undefined) continue
      this.waiting.delete(id)
      receiver.answered(response)
    }
  }

  private fail(reason: string): void {
    if (this.ended) return
    this.end()
    this.breakWaiting()
    this.events.closed(reason)
  }

  private end(): void {
    this.ended = true
    this.connectTimer.cancel()
    this.requests.stop()
    this.call.cancel()
    this.client.close()
  }

  private breakWaiting(): void {
    const receivers = [...this.waiting.values()]
    this.waiting.clear()
    for (const receiver of receivers) receiver.broken()
  }
}
