/**
 * The server's end of a session: one bidirectional stream with many requests and answers a frame, in any order, matched by
 * id. Answers are encoded as they come and leave together at the end of the turn.
 *
 * Nothing here grows without bound. A session has at most so many requests and request bytes open, all sessions of a node
 * together so many bytes, and beyond that new ones are answered `OVERLOADED`. What a client that is gone had asked for counts until
 * it is done. A client that does not read its answers is not read from either, until it does.
 *
 * Bad input costs only itself: a request that cannot be decoded is answered with an error if its id can be made out; only
 * a frame without recognizable structure ends the session.
 */
import { Metadata, status, type ServerDuplexStream } from '@grpc/grpc-js'
import type { ByteBudget } from '../base/byte-budget.ts'
import type { Scheduler } from '../base/clock.ts'
import { RingKvError } from '../base/errors.ts'
import { asRingKvError, encodeError } from './error-codec.ts'
import { FrameQueue } from './frame-queue.ts'
import type { NetLog } from './net-log.ts'
import { decodeClientId } from './operation-id-codec.ts'
import { readUint64, wire, wireReader, type WireReader } from './protobuf.ts'
import { actorOf, invalid } from './request-context.ts'
import type { SessionHandler, SessionRequester } from './request-handler.ts'

export interface SessionLimits {
  /** Requests that have not been answered yet. */
  readonly openRequests: number
  /** Bytes of those requests. */
  readonly openBytes: number
  /** Encoded answers that the client has not taken; at this many, its requests are no longer read. */
  readonly unsentBytes: number
}

export const DEFAULT_SESSION_LIMITS: SessionLimits = {
  openRequests: 16_384,
  openBytes: 64 << 20,
  unsentBytes: 16 << 20,
}

export interface SessionServerOptions {
  readonly scheduler: Scheduler
  /** The node's hybrid clock, read once a frame. */
  readonly clockReading: () => number
  readonly log: NetLog
  readonly limits?: SessionLimits
  /** Of all sessions together; default: none. */
  readonly budget?: ByteBudget
}

/** A frame is closed at this size, so that no single one is large. */
const FRAME_BYTES = 1 << 18
/** How long an overloaded client should wait, milliseconds. */
const RETRY_AFTER_MS = 50
/** Estimated bytes of an open request in the node, besides those of its message. */
const REQUEST_BYTES = 2048

// Field numbers and wire types of kv.proto's frames, which are taken apart and put together here field by field.
const CLIENT_FRAME_HELLO = 1
const CLIENT_FRAME_REQUESTS = 2
const SERVER_FRAME_RESPONSES = 1
const SERVER_FRAME_CLOCK = 2
const SERVER_FRAME_ROUTES = 3
const REQUEST_ID = 1
const VARINT = 0
const LENGTH_DELIMITED = 2

type Call = ServerDuplexStream<Buffer, Buffer>

/** Serves one call of `Kv.Session` until either side ends it. */
export function serveSession(
  call: Call,
  handler: SessionHandler,
  options: SessionServerOptions,
): void {
  new ServerSession(call, handler, options).start()
}

class ServerSession implements SessionRequester {
  client = ''
  actor = ''
  wantsRoutes = false
  connected = true
  readonly peer: string

  private readonly call: Call
  private readonly handler: SessionHandler
  private readonly options: SessionServerOptions
  private readonly limits: SessionLimits
  private readonly answers: FrameQueue
  /** Bytes of every open request, by id. */
  private readonly open = new Map<number, number>()
  private openBytes = 0
  private greeted = false
  private draining = false

  constructor(call: Call, handler: SessionHandler, options: SessionServerOptions) {
    this.call = call
    this.handler = handler
    this.options = options
    this.limits = options.limits ?? DEFAULT_SESSION_LIMITS
    this.peer = call.getPeer()
    this.answers = new FrameQueue(call, {
      scheduler: options.scheduler,
      frameBytes: FRAME_BYTES,
      finish: (frame) => frame.addUint64(SERVER_FRAME_CLOCK, options.clockReading()),
      flushed: () => this.flushed(),
    })
  }

  start(): void {
    const { call } = this
    call.on('data', (frame: Buffer) => this.received(frame))
    call.on('end', () => this.drain())
    call.on('cancelled', () => this.disconnect())
    call.on('error', () => this.disconnect())
    call.on('close', () => this.disconnect())
    // Headers at once: the client takes them as the sign that the session stands.
    call.sendMetadata(new Metadata())
  }

  respond(id: number, response: wire.Response.$Properties): void {
    const size = this.open.get(id)
    if (size === undefined) return
    this.open.delete(id)
    this.openBytes -= size
    this.options.budget?.giveBack(REQUEST_BYTES + size)
    this.answer(id, response)
  }

  pushRoutes(routes: wire.Routes.$Properties): void {
    if (!this.connected) return
    this.answers.add(SERVER_FRAME_ROUTES, wire.Routes, routes)
  }

  private received(frame: Buffer): void {
    if (!this.connected || this.draining) return
    const reader = wireReader(frame)
    try {
      while (reader.pos < reader.len) this.field(reader)
    } catch (error) {
      const reason = textOf(error)
      this.options.log({ kind: 'malformed-frame', peer: this.peer, reason })
      this.abort(
        error instanceof RingKvError ? error : invalid(`the frame cannot be decoded: ${reason}`),
      )
    }
  }

  private field(reader: WireReader): void {
    const tag = reader.tag()
    const field = tag >>> 3
    const wireType = tag & 7
    if (wireType === LENGTH_DELIMITED && field === CLIENT_FRAME_REQUESTS) this.request(reader)
    else if (wireType === LENGTH_DELIMITED && field === CLIENT_FRAME_HELLO) {
      this.hello(wire.Hello.decode(reader, reader.size()))
    } else reader.skipType(wireType, 0, field)
  }

  private hello(hello: wire.Hello): void {
    if (this.greeted) throw invalid('a session says hello once')
    this.client = decodeClientId(hello.client)
    this.actor = actorOf(hello.actor)
    this.wantsRoutes = hello.wantRoutes
    this.greeted = true
    this.handler.opened(this)
  }

  private request(reader: WireReader): void {
    if (!this.greeted) throw invalid('the first frame of a session must carry a hello')
    const size = reader.size()
    const start = reader.pos
    const end = start + size
    if (end > reader.len) throw new RangeError('a request reaches beyond its frame')
    const frameEnd = reader.len
    let request: wire.Request
    try {
      request = wire.Request.decode(reader, size)
    } catch (error) {
      reader.len = frameEnd
      reader.pos = end
      this.malformed(reader.buf.subarray(start, end), error)
      return
    }
    this.accept(request, size)
  }

  private accept(request: wire.Request, size: number): void {
    const { id } = request
    if (id === 0) throw invalid('a request needs an id')
    if (this.open.has(id)) throw invalid(`request id ${id} is open already`)
    if (
      this.open.size >= this.limits.openRequests ||
      this.openBytes + size > this.limits.openBytes
    ) {
      this.refuse(id, this.overloaded())
      return
    }
    if (this.options.budget?.take(REQUEST_BYTES + size) === false) {
      const message = 'the clients of this node together have as many requests open as it can hold'
      this.refuse(id, new RingKvError('OVERLOADED', message, { retryAfterMs: RETRY_AFTER_MS }))
      return
    }
    this.open.set(id, size)
    this.openBytes += size
    if (request.body === undefined) {
      const unknown = 'the request has no body, or one that this server does not know'
      this.respond(id, { error: encodeError(new RingKvError('UNIMPLEMENTED', unknown)) })
      return
    }
    try {
      this.handler.request(this, request)
    } catch (error) {
      this.options.log({ kind: 'handler-failed', where: `session ${request.body}`, error })
      this.respond(id, { error: encodeError(asRingKvError(error)) })
    }
  }

  /** A request that is not one: its id may still be readable. */
  private malformed(bytes: Uint8Array, error: unknown): void {
    const id = idOf(bytes)
    const problem = invalid(`a request cannot be decoded: ${textOf(error)}`)
    if (id === 0 || this.open.has(id)) throw problem
    this.refuse(id, problem)
  }

  private overloaded(): RingKvError {
    return new RingKvError(
      'OVERLOADED',
      `this session has ${this.open.size} requests with ${this.openBytes} bytes open; wait for answers before sending more`,
      { retryAfterMs: RETRY_AFTER_MS },
    )
  }

  private refuse(id: number, error: RingKvError): void {
    this.answer(id, { error: encodeError(error) })
  }

  private answer(id: number, response: wire.Response.$Properties): void {
    if (!this.connected) return
    response.id = id
    try {
      this.answers.add(SERVER_FRAME_RESPONSES, wire.Response, response)
    } catch (error) {
      this.options.log({ kind: 'handler-failed', where: 'encoding an answer', error })
      const failed = { id, error: encodeError(asRingKvError(error)) }
      this.answers.add(SERVER_FRAME_RESPONSES, wire.Response, failed)
    }
  }

  /** Reads on only while the client takes its answers; ends when it has taken the last one. */
  private flushed(): void {
    const { unsentBytes } = this.answers
    const stuck = unsentBytes >= this.limits.unsentBytes
    if (stuck !== this.call.isPaused()) {
      if (stuck) this.call.pause()
      else this.call.resume()
    }
    if (this.draining && unsentBytes === 0 && this.open.size === 0) {
      this.draining = false
      this.call.end()
    }
  }

  /** The client has said its last word; it still gets every answer. */
  private drain(): void {
    this.draining = true
    this.answers.plan()
  }

  private abort(error: RingKvError): void {
    this.answers.flush()
    this.call.emit('error', { code: status.INVALID_ARGUMENT, details: error.message })
    this.disconnect()
  }

  private disconnect(): void {
    if (!this.connected) return
    this.connected = false
    this.answers.stop()
    if (this.greeted) this.handler.closed(this)
  }
}

/** The id of a request whose rest may be garbage; 0 if it has none. */
function idOf(request: Uint8Array): number {
  try {
    const reader = wireReader(request)
    while (reader.pos < reader.len) {
      const tag = reader.tag()
      if (tag === ((REQUEST_ID << 3) | VARINT)) return readUint64(reader)
      reader.skipType(tag & 7, 0, tag >>> 3)
    }
  } catch {
    // No id to be found.
  }
  return 0
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
