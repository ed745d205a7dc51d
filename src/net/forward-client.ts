/**
 * The asking end of `Internal.Forward`: requests of a gateway to the shards that one peer leads. One stream, dialled by the
 * asker; requests of a turn leave in one frame; answers are matched by id, in any order.
 *
 * Every request is answered exactly once: by the peer, by the stream's end, or by its deadline. Deadlines are looked at by
 * one timer of the transport, not by one each, so an answer may be up to a sweep late. Of an unanswered *command* that may
 * have left this node nobody can say whether it was logged, and the answer says so (05, "When an answer is final").
 */
import { Metadata, type ChannelCredentials, type ClientDuplexStream } from '@grpc/grpc-js'
import type { Clock, Scheduler } from '../base/clock.ts'
import { timestamp, type NodeId } from '../base/ids.ts'
import { dial } from './channel.ts'
import { decodeForwardAnswer, encodeForwardRequest, localRefusal } from './forward-codec.ts'
import { FrameQueue } from './frame-queue.ts'
import type { NetLog } from './net-log.ts'
import type { Identity } from './peer-identity.ts'
import { encodeMessage, wire } from './protobuf.ts'
import { Redialler } from './redialler.ts'
import { INTERNAL_SERVICE } from './services.ts'
import type { ForwardAnswer, ForwardRequest, NodeHandlers } from './transport.ts'

const FRAME_BYTES = 1 << 18
/** What may wait for one peer; beyond it requests are refused at once. */
const UNSENT_BYTES_MAX = 32 << 20
/** Requests without an answer; beyond it further ones are refused at once. */
const OPEN_REQUESTS_MAX = 65_536
const WINDOW_BYTES = 4 << 20

const FRAME_CLOCK = 3
const FRAME_REQUESTS = 4

export interface ForwardClientOptions extends Identity {
  readonly clock: Clock
  readonly scheduler: Scheduler
  readonly credentials: ChannelCredentials
  readonly clockReading: () => number
  readonly log: NetLog
}

interface OpenRequest {
  readonly done: (answer: ForwardAnswer) => void
  /** On the monotonic clock. */
  readonly deadlineMs: number
  readonly isCommand: boolean
}

type Call = ClientDuplexStream<Buffer, Buffer>

export class ForwardClient {
  private readonly peer: NodeId
  private readonly options: ForwardClientOptions
  private readonly handlers: NodeHandlers
  private readonly redialler: Redialler<Call>
  private readonly open = new Map<number, OpenRequest>()
  private queue: FrameQueue | undefined
  private lastId = 0
  /** Requests up to this id were in frames that may have left. */
  private lastLeftId = 0

  constructor(
    peer: NodeId,
    address: string,
    options: ForwardClientOptions,
    handlers: NodeHandlers,
  ) {
    this.peer = peer
    this.options = options
    this.handlers = handlers
    const { path, requestSerialize, responseDeserialize } = INTERNAL_SERVICE.Forward
    this.redialler = new Redialler<Call>({
      scheduler: options.scheduler,
      dial: () => dial(address, options.credentials, WINDOW_BYTES),
      open: (client) => {
        const call = client.makeBidiStreamRequest(
          path,
          requestSerialize,
          responseDeserialize,
          new Metadata(),
        )
        this.introduce(call)
        return call
      },
      up: (call) => this.connected(call),
      data: (_call, frame) => this.received(wire.ForwardReplyFrame.decode(frame)),
      down: (reason, wasUp) => this.disconnected(reason, wasUp),
    })
  }

  start(): void {
    this.redialler.start()
  }

  /** Answers everything that is open, then nothing more is called. */
  stop(): void {
    this.redialler.stop()
    this.disconnected('the transport was closed', false)
  }

  forward(request: ForwardRequest, done: (answer: ForwardAnswer) => void): void {
    const { queue } = this
    if (queue === undefined) {
      this.refuse(done, `node ${this.peer} is not connected`)
      return
    }
    if (queue.unsentBytes >= UNSENT_BYTES_MAX || this.open.size >= OPEN_REQUESTS_MAX) {
      this.refuse(done, `too much is waiting for node ${this.peer}`)
      return
    }
    const id = this.lastId + 1
    queue.add(FRAME_REQUESTS, wire.ForwardRequest, encodeForwardRequest(id, request))
    this.lastId = id
    this.open.set(id, {
      done,
      deadlineMs: this.options.clock.monotonicMs() + request.timeoutMs,
      isCommand: request.command !== undefined,
    })
  }

  /** Whether some request waits for its answer. */
  get hasOpen(): boolean {
    return this.open.size > 0
  }

  /** Answers every request whose deadline is not after `nowMs`. */
  expire(nowMs: number): void {
    for (const [id, request] of this.open) {
      if (request.deadlineMs > nowMs) continue
      this.open.delete(id)
      const maybeLogged = request.isCommand && id <= this.lastLeftId
      const message = `node ${this.peer} did not answer in time`
      request.done(localRefusal('DEADLINE', message, maybeLogged))
    }
  }

  /** The first frame, at once: the peer accepts the stream when it knows who calls. */
  private introduce(call: Call): void {
    const { clusterId, node, clockReading } = this.options
    const hello = { clusterId, node, clock: clockReading(), to: this.peer }
    call.write(encodeMessage(wire.ForwardFrame, hello))
  }

  private connected(call: Call): void {
    this.options.log({ kind: 'peer-connected', node: this.peer, stream: 'forward' })
    this.queue = new FrameQueue(call, {
      scheduler: this.options.scheduler,
      frameBytes: FRAME_BYTES,
      finish: (frame) => {
        frame.addUint64(FRAME_CLOCK, this.options.clockReading())
        this.lastLeftId = this.lastId
      },
    })
  }

  private received(frame: wire.ForwardReplyFrame): void {
    if (frame.clock !== 0) this.handlers.clockReading(timestamp(frame.clock))
    for (const reply of frame.replies) {
      const id = reply.id ?? 0
      const request = this.open.get(id)
      if (request === undefined) continue
      this.open.delete(id)
      request.done(decodeForwardAnswer(reply))
    }
  }

  private disconnected(reason: string, wasUp: boolean): void {
    this.queue?.stop()
    this.queue = undefined
    if (wasUp) {
      this.options.log({ kind: 'peer-disconnected', node: this.peer, stream: 'forward', reason })
    }
    const broken = [...this.open]
    this.open.clear()
    for (const [id, request] of broken) {
      const maybeLogged = request.isCommand && id <= this.lastLeftId
      const message = `the connection to node ${this.peer} broke: ${reason}`
      request.done(localRefusal('NO_QUORUM', message, maybeLogged))
    }
  }

  /** Not inside `forward`: its caller need not expect an answer before it returns. */
  private refuse(done: (answer: ForwardAnswer) => void, message: string): void {
    this.options.scheduler.endOfTurn(() => done(localRefusal('NO_QUORUM', message, false)))
  }
}
