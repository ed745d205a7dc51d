/**
 * Talks to one node by gRPC directly, without the SDK: no checks before sending, no retries, no routes. What a node makes of
 * a request is what comes back.
 */
import {
  Client,
  credentials,
  Metadata,
  type ClientDuplexStream,
  type ServiceError,
  type StatusObject,
} from '@grpc/grpc-js'
import { errorCodeOfWire, RingKvError, type ErrorCode } from '../../../src/base/errors.ts'
import { ERROR_TRAILER } from '../../../src/net/error-codec.ts'
import { encodeMessage, wire } from '../../../src/net/protobuf.ts'
import { KV_SERVICE, type Method } from '../../../src/net/services.ts'

export class RawClient {
  private readonly client: Client

  constructor(address: string) {
    this.client = new Client(address, credentials.createInsecure(), {
      'grpc.enable_retries': 0,
      'grpc.max_send_message_length': -1,
      'grpc.use_local_subchannel_pool': 1,
    })
  }

  /** One unary call. Throws `RingKvError` where the node says what is wrong, else the gRPC error. */
  call<Request, Response>(
    method: Method<Request, Response>,
    request: object,
    timeoutMs = 10_000,
  ): Promise<Response> {
    const serialize = (message: object) => method.requestSerialize(message as Request)
    return this.unary(method.path, serialize, method.responseDeserialize, request, timeoutMs)
  }

  /** One unary call whose request is these bytes, whatever they mean. */
  callBytes(path: string, request: Buffer, timeoutMs = 10_000): Promise<Buffer> {
    const asIs = (bytes: Buffer) => bytes
    return this.unary(path, asIs, asIs, request, timeoutMs)
  }

  session(): RawSession {
    return new RawSession(this.stream(KV_SERVICE.Session.path))
  }

  /** A stream of bytes in both directions. */
  stream(path: string): ClientDuplexStream<Buffer, Buffer> {
    const asIs = (bytes: Buffer) => bytes
    return this.client.makeBidiStreamRequest(path, asIs, asIs)
  }

  close(): void {
    this.client.close()
  }

  private unary<Request, Response>(
    path: string,
    serialize: (request: Request) => Buffer,
    deserialize: (bytes: Buffer) => Response,
    request: Request,
    timeoutMs: number,
  ): Promise<Response> {
    const options = { deadline: Date.now() + timeoutMs }
    return new Promise((resolve, reject) => {
      this.client.makeUnaryRequest(
        path,
        serialize,
        deserialize,
        request,
        new Metadata(),
        options,
        (error, response) => {
          if (error === null) resolve(response!)
          else reject(codedError(error) ?? error)
        },
      )
    })
  }
}

function codedError(error: ServiceError): RingKvError | undefined {
  const [trailer] = error.metadata.get(ERROR_TRAILER)
  if (!Buffer.isBuffer(trailer)) return undefined
  const { code, message } = wire.Error.decode(trailer)
  return new RingKvError(errorCodeOfWire(code), message)
}

type Answer = wire.Response.$Properties

/** A session stream, frame by frame. */
export class RawSession {
  /** How the stream ended. */
  readonly ended: Promise<StatusObject>
  private readonly call: ClientDuplexStream<Buffer, Buffer>
  private readonly answers = new Map<number, Answer>()
  private readonly waiting = new Map<number, (answer: Answer) => void>()
  private nextId = 1

  constructor(call: ClientDuplexStream<Buffer, Buffer>) {
    this.call = call
    call.on('data', (frame: Buffer) => this.received(wire.ServerFrame.decode(frame)))
    call.on('error', () => undefined)
    this.ended = new Promise((resolve) => call.on('status', resolve))
  }

  hello(actor = ''): this {
    const hello = { client: Buffer.alloc(16, 7), actor, wantRoutes: false }
    this.sendBytes(encodeMessage(wire.ClientFrame, { hello }))
    return this
  }

  sendBytes(frame: Buffer): void {
    this.call.write(frame)
  }

  /** Sends one request in a frame of its own; resolves with its answer. */
  ask(request: Omit<wire.Request.$Properties, 'id'>): Promise<Answer> {
    const id = this.nextId++
    this.sendBytes(encodeMessage(wire.ClientFrame, { requests: [{ ...request, id }] }))
    return this.answer(id)
  }

  /** The answer to the request of this id. */
  answer(id: number): Promise<Answer> {
    this.nextId = Math.max(this.nextId, id + 1)
    const answer = this.answers.get(id)
    if (answer !== undefined) return Promise.resolve(answer)
    return new Promise((resolve) => this.waiting.set(id, resolve))
  }

  close(): void {
    this.call.cancel()
  }

  private received(frame: wire.ServerFrame): void {
    for (const answer of frame.responses) {
      const id = answer.id ?? 0
      this.answers.set(id, answer)
      this.waiting.get(id)?.(answer)
    }
  }
}

/** The code of an answer's error; `undefined` if it has none. */
export function errorOf(answer: Answer): ErrorCode | undefined {
  const { error } = answer
  return error === null || error === undefined ? undefined : errorCodeOfWire(error.code ?? 0)
}
