/**
 * The Kv service for a gRPC server: sessions, and the unary twins of every request. A twin puts its message into the same
 * `Request` that a session would carry and hands it to the same handler, so both ways to call have one meaning.
 */
import {
  Metadata,
  type sendUnaryData,
  type ServerDuplexStream,
  type ServerUnaryCall,
  type ServerWritableStream,
} from '@grpc/grpc-js'
import type { Clock } from '../base/clock.ts'
import { RingKvError } from '../base/errors.ts'
import { asRingKvError, encodeError, statusOfError } from './error-codec.ts'
import { wire } from './protobuf.ts'
import type { Requester, RequestHandler, SessionHandler } from './request-handler.ts'
import { KV_SERVICE, type Handlers } from './services.ts'
import { serveSession, type SessionServerOptions } from './session-server.ts'

export interface KvServiceOptions extends SessionServerOptions {
  readonly clock: Clock
}

type RequestBody = NonNullable<wire.Request['body']>
type ResponseBody = Exclude<NonNullable<wire.Response['body']>, 'error'>
type UnaryCall = ServerUnaryCall<unknown, unknown>
type ScanCall = ServerWritableStream<wire.ScanRequest, wire.ScanResponse.$Properties>
type WatchCall = ServerWritableStream<wire.WatchRequest, wire.WatchResponse.$Properties>

/** Every call carries one request, so its id needs no counting. */
const ONLY_ID = 1

/** The implementation to add to a server together with `KV_SERVICE`. */
export function kvService(
  handler: SessionHandler,
  options: KvServiceOptions,
): Handlers<typeof KV_SERVICE> {
  const unary = (request: RequestBody, response: ResponseBody) => {
    return (call: UnaryCall, callback: sendUnaryData<unknown>) => {
      new UnaryRequester(call, response, callback).start(handler, request, options)
    }
  }
  return {
    Session: (call: ServerDuplexStream<Buffer, Buffer>) => serveSession(call, handler, options),
    Get: unary('get', 'get'),
    BatchGet: unary('batchGet', 'batchGet'),
    ScanPage: unary('scan', 'scan'),
    Scan: (call: ScanCall) => new StreamRequester(call, scanStep).start(handler, options),
    Watch: (call: WatchCall) => new StreamRequester(call, watchStep).start(handler, options),
    Put: unary('put', 'written'),
    Delete: unary('delete', 'written'),
    Increment: unary('increment', 'written'),
    ListAppend: unary('listAppend', 'written'),
    ListPrepend: unary('listPrepend', 'written'),
    ListRemove: unary('listRemove', 'written'),
    DeleteRange: unary('deleteRange', 'rangeDeleted'),
    BatchPut: unary('batchPut', 'batchPut'),
    Transact: unary('transact', 'transact'),
    Begin: unary('begin', 'begin'),
    Commit: unary('commit', 'transact'),
    Resolve: unary('resolve', 'resolve'),
    Conflicts: unary('conflicts', 'conflicts'),
    History: unary('history', 'history'),
  }
}

/** The request that a session would have carried. */
function requestOf(body: RequestBody, message: unknown, timeoutMs: number): wire.Request {
  const request = new wire.Request({ id: ONLY_ID, timeoutMs })
  Object.assign(request, { [body]: message, body })
  return request
}

/** Milliseconds until a call's deadline, at least 1; 0 = it has none. */
function timeoutOf(call: Pick<UnaryCall, 'getDeadline'>, clock: Clock): number {
  const deadline = Number(call.getDeadline())
  if (!Number.isFinite(deadline)) return 0
  return Math.max(1, Math.round(deadline - clock.wallMicros() / 1000))
}

function handle(
  handler: RequestHandler,
  from: Requester,
  request: wire.Request,
  options: KvServiceOptions,
): void {
  try {
    handler.request(from, request)
  } catch (error) {
    options.log({ kind: 'handler-failed', where: `unary ${request.body ?? ''}`, error })
    from.respond(ONLY_ID, { error: encodeError(asRingKvError(error)) })
  }
}

class UnaryRequester implements Requester {
  readonly client = ''
  readonly actor = ''
  private readonly call: UnaryCall
  private readonly expected: ResponseBody
  private readonly callback: sendUnaryData<unknown>
  private answered = false

  constructor(call: UnaryCall, expected: ResponseBody, callback: sendUnaryData<unknown>) {
    this.call = call
    this.expected = expected
    this.callback = callback
  }

  get peer(): string {
    return this.call.getPeer()
  }

  get connected(): boolean {
    return !this.answered && !this.call.cancelled
  }

  start(handler: RequestHandler, body: RequestBody, options: KvServiceOptions): void {
    const timeoutMs = timeoutOf(this.call, options.clock)
    handle(handler, this, requestOf(body, this.call.request, timeoutMs), options)
  }

  respond(_id: number, response: wire.Response.$Properties): void {
    if (this.answered) return
    this.answered = true
    const body = response[this.expected]
    if (body !== null && body !== undefined) this.callback(null, body)
    else this.callback(statusOfError(response.error ?? unexpected()))
  }
}

/** How one kind of request goes on behind an answer: changes the request; false = that was the last answer. */
interface Step<Request, Response> {
  readonly body: 'scan' | 'watch'
  goOn(request: Request, answer: Response): boolean
}

const scanStep: Step<wire.ScanRequest, wire.ScanResponse.$Properties> = {
  body: 'scan',
  goOn: (request, { cursor }) => {
    request.cursor = cursor ?? NO_BYTES
    return request.cursor.length > 0
  },
}

const watchStep: Step<wire.WatchRequest, wire.WatchResponse.$Properties> = {
  body: 'watch',
  goOn: (request, { token }) => {
    request.token = token ?? NO_BYTES
    return true
  },
}

const NO_BYTES = Buffer.alloc(0)

/** Runs a scan or a watch answer by answer: the next is asked for when the client has taken the one before. */
class StreamRequester<Request, Response> implements Requester {
  readonly client = ''
  readonly actor = ''
  private readonly call: ServerWritableStream<Request, Response>
  private readonly step: Step<Request, Response>
  private next: (() => void) | undefined

  constructor(call: ServerWritableStream<Request, Response>, step: Step<Request, Response>) {
    this.call = call
    this.step = step
  }

  get peer(): string {
    return this.call.getPeer()
  }

  get connected(): boolean {
    return !this.call.cancelled && !this.call.destroyed
  }

  start(handler: RequestHandler, options: KvServiceOptions): void {
    const { request } = this.call
    this.next = () => {
      const timeoutMs = timeoutOf(this.call, options.clock)
      handle(handler, this, requestOf(this.step.body, request, timeoutMs), options)
    }
    this.call.on('error', () => undefined)
    this.next()
  }

  respond(_id: number, response: wire.Response.$Properties): void {
    if (!this.connected) return
    const answer = response[this.step.body] as Response | null | undefined
    if (answer === null || answer === undefined) {
      this.call.emit('error', statusOfError(response.error ?? unexpected()))
      return
    }
    const goesOn = this.step.goOn(this.call.request, answer)
    // The write's callback runs when the answer has left: a slow reader holds one here, not everything.
    this.call.write(answer, () => this.taken(goesOn))
  }

  private taken(goesOn: boolean): void {
    if (!this.connected) return
    if (goesOn) this.next?.()
    else this.call.end(new Metadata())
  }
}

function unexpected(): wire.Error.$Properties {
  return encodeError(new RingKvError('INTERNAL', 'the answer has another type'))
}
