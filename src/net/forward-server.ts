/**
 * The answering end of `Internal.Forward`: hands each request to the node, collects the answers of a turn into one frame,
 * and stops reading requests while the asker does not take its answers.
 */
import { Metadata, type ServerDuplexStream } from '@grpc/grpc-js'
import type { Scheduler } from '../base/clock.ts'
import { nodeId, timestamp, type NodeId } from '../base/ids.ts'
import { decodeForwardRequest, encodeForwardAnswer } from './forward-codec.ts'
import { FrameQueue } from './frame-queue.ts'
import type { NetLog } from './net-log.ts'
import { refuseStranger, type Identity } from './peer-identity.ts'
import { wire } from './protobuf.ts'
import type { NodeHandlers } from './transport.ts'

const FRAME_BYTES = 1 << 18
/** Answers that the asker has not taken; at this many bytes its requests are no longer read. */
const UNSENT_BYTES_MAX = 32 << 20

const FRAME_CLOCK = 1
const FRAME_REPLIES = 2

export interface ForwardServerOptions extends Identity {
  readonly scheduler: Scheduler
  readonly clockReading: () => number
  readonly log: NetLog
}

type Call = ServerDuplexStream<Buffer, Buffer>

export class ForwardServer {
  private readonly call: Call
  private readonly options: ForwardServerOptions
  private readonly handlers: NodeHandlers
  private readonly answers: FrameQueue
  private from: NodeId | undefined
  private ended = false

  constructor(call: Call, options: ForwardServerOptions, handlers: NodeHandlers) {
    this.call = call
    this.options = options
    this.handlers = handlers
    this.answers = new FrameQueue(call, {
      scheduler: options.scheduler,
      frameBytes: FRAME_BYTES,
      finish: (frame) => frame.addUint64(FRAME_CLOCK, options.clockReading()),
      flushed: () => this.throttle(),
    })
    call.on('data', (frame: Buffer) => this.received(frame))
    call.on('end', () => this.end())
    call.on('cancelled', () => this.end())
    call.on('error', () => this.end())
  }

  private received(bytes: Buffer): void {
    if (this.ended) return
    let frame: wire.ForwardFrame
    try {
      frame = wire.ForwardFrame.decode(bytes)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      this.options.log({ kind: 'malformed-frame', peer: this.call.getPeer(), reason })
      this.call.emit('error', new Error(reason))
      return
    }
    const from = this.from ?? this.introduced(frame)
    if (from === undefined) return
    if (frame.clock !== 0) this.handlers.clockReading(timestamp(frame.clock))
    for (const request of frame.requests) this.handle(from, request)
  }

  private introduced(frame: wire.ForwardFrame): NodeId | undefined {
    const { call, options } = this
    const refusal = refuseStranger(options, frame, call.getPeer(), options.log)
    if (refusal !== undefined) {
      call.emit('error', refusal)
      return undefined
    }
    this.from = nodeId(frame.node)
    // The headers tell the asker that it is welcome.
    call.sendMetadata(new Metadata())
    return this.from
  }

  private handle(from: NodeId, request: wire.ForwardRequest.$Properties): void {
    const id = request.id ?? 0
    this.handlers.forward(from, decodeForwardRequest(request), (answer) => {
      if (!this.ended) {
        this.answers.add(FRAME_REPLIES, wire.ForwardReply, encodeForwardAnswer(id, answer))
      }
    })
  }

  private throttle(): void {
    const stuck = this.answers.unsentBytes >= UNSENT_BYTES_MAX
    if (stuck === this.call.isPaused()) return
    if (stuck) this.call.pause()
    else this.call.resume()
  }

  private end(): void {
    if (this.ended) return
    this.ended = true
    this.answers.stop()
    this.call.end()
  }
}
