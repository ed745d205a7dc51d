/**
 * Consensus traffic between two nodes: one stream per direction. The *receiver* dials, and messages come as responses, since
 * only a client can give a stream a large window (07, "Facts about the libraries").
 *
 * So to send to a peer, a node needs the peer's call to have arrived. Until then, and whenever too much waits for a slow
 * peer, messages are dropped and counted: Raft repairs itself, and a queue without end would only make its news older.
 */
import { Metadata, type ClientReadableStream, type ServerWritableStream } from '@grpc/grpc-js'
import type { ChannelCredentials } from '@grpc/grpc-js'
import type { Scheduler } from '../base/clock.ts'
import { timestamp, type NodeId } from '../base/ids.ts'
import { dial } from './channel.ts'
import { FrameQueue } from './frame-queue.ts'
import type { NetLog } from './net-log.ts'
import type { Identity } from './peer-identity.ts'
import { wire } from './protobuf.ts'
import { decodeBeat, encodeBeat } from './raft-beat-codec.ts'
import { decodeRaft, encodeRaft } from './raft-codec.ts'
import { Redialler } from './redialler.ts'
import { RAFT_SERVICE } from './services.ts'
import type { NodeBeat, NodeHandlers, RaftEnvelope } from './transport.ts'

/** A frame is closed at this size: large enough for throughput, small enough that a heartbeat is not kept waiting. */
const FRAME_BYTES = 1 << 20
/** What may wait for one peer; beyond it new messages are dropped. */
const UNSENT_BYTES_MAX = 32 << 20
/** How much a peer may have under way to us. */
const WINDOW_BYTES = 4 << 20

const FRAME_MESSAGES = 1
const FRAME_CLOCK = 2
const FRAME_BOOT_ID = 3
const FRAME_BEATS = 4

export interface RaftStreamOptions extends Identity {
  readonly bootId: string
  readonly scheduler: Scheduler
  readonly credentials: ChannelCredentials
  readonly clockReading: () => number
  readonly log: NetLog
}

export type ListenCall = ServerWritableStream<wire.RaftHello, Buffer>

/** Everything this node has to say to one listener. */
export class RaftSender {
  private readonly call: ListenCall
  private readonly queue: FrameQueue

  constructor(call: ListenCall, options: RaftStreamOptions) {
    this.call = call
    let first = true
    this.queue = new FrameQueue(call, {
      scheduler: options.scheduler,
      frameBytes: FRAME_BYTES,
      finish: (frame) => {
        frame.addUint64(FRAME_CLOCK, options.clockReading())
        if (first) frame.addString(FRAME_BOOT_ID, options.bootId)
        first = false
      },
    })
    call.sendMetadata(new Metadata())
    // Says who speaks, before there is anything to say.
    this.queue.addEmptyFrame()
  }

  /** Whether the message was queued; false = dropped. */
  send(envelope: RaftEnvelope): boolean {
    if (this.queue.unsentBytes >= UNSENT_BYTES_MAX) return false
    this.queue.add(FRAME_MESSAGES, wire.RaftMessage, encodeRaft(envelope))
    return true
  }

  /** As `send`. */
  sendBeat(beat: NodeBeat): boolean {
    if (this.queue.unsentBytes >= UNSENT_BYTES_MAX) return false
    this.queue.add(FRAME_BEATS, wire.RaftBeat, encodeBeat(beat))
    return true
  }

  end(): void {
    this.queue.stop()
    this.call.end()
  }
}

/** Listens to one peer for as long as it is a peer. */
export class RaftListener {
  private readonly redialler: Redialler<ClientReadableStream<Buffer>>
  private readonly peer: NodeId
  private readonly handlers: NodeHandlers
  /** Boot id of the peer's process as last heard; empty = never. */
  private bootId = ''
  private up = false

  constructor(peer: NodeId, address: string, options: RaftStreamOptions, handlers: NodeHandlers) {
    this.peer = peer
    this.handlers = handlers
    const { Listen } = RAFT_SERVICE
    const hello = new wire.RaftHello({
      clusterId: options.clusterId,
      node: options.node,
      bootId: options.bootId,
      to: peer,
    })
    this.redialler = new Redialler({
      scheduler: options.scheduler,
      dial: () => dial(address, options.credentials, WINDOW_BYTES),
      open: (client) =>
        client.makeServerStreamRequest(
          Listen.path,
          Listen.requestSerialize,
          Listen.responseDeserialize,
          hello,
          new Metadata(),
        ),
      up: () => {
        this.up = true
        options.log({ kind: 'peer-connected', node: peer, stream: 'raft' })
      },
      data: (_call, frame) => this.received(wire.RaftFrame.decode(frame)),
      down: (reason, wasUp) => {
        if (!wasUp) return
        options.log({ kind: 'peer-disconnected', node: peer, stream: 'raft', reason })
        this.lost()
      },
    })
  }

  start(): void {
    this.redialler.start()
  }

  stop(): void {
    this.redialler.stop()
  }

  /** The peer's boot id, from whichever direction it came first. A new one means that the old process is dead. */
  heardBootId(bootId: string): void {
    if (bootId === '' || bootId === this.bootId) return
    const restarted = this.bootId !== ''
    this.bootId = bootId
    if (restarted) this.handlers.peerLost(this.peer)
  }

  private received(frame: wire.RaftFrame): void {
    this.heardBootId(frame.bootId)
    if (frame.clock !== 0) this.handlers.clockReading(timestamp(frame.clock))
    if (frame.messages.length > 0) this.handlers.raft(this.peer, frame.messages.map(decodeRaft))
    for (const beat of frame.beats) this.handlers.beat(this.peer, decodeBeat(beat))
  }

  private lost(): void {
    if (!this.up) return
    this.up = false
    this.handlers.peerLost(this.peer)
  }
}
