/**
 * The transport between nodes over gRPC. Each pair of nodes has, per direction, one stream for consensus (dialled by the
 * receiver), one for forwarded requests (dialled by the asker), and a connection for snapshots while one is under way:
 * three connections, so that bulk never stands in front of a heartbeat.
 *
 * Time, timers and the log come from outside. Nothing blocks, nothing grows without bound, and no request is ever sent
 * twice by this layer.
 */
import { Metadata, type ChannelCredentials, type Client, type Server } from '@grpc/grpc-js'
import { assert } from '../base/assert.ts'
import type { Clock, Scheduler, Timer } from '../base/clock.ts'
import type { NodeId } from '../base/ids.ts'
import { dial } from './channel.ts'
import { localRefusal } from './forward-codec.ts'
import { ForwardClient } from './forward-client.ts'
import type { NetLog } from './net-log.ts'
import { addNodeServices } from './node-services.ts'
import { PlacementClient } from './placement-client.ts'
import { RaftListener, RaftSender, type ListenCall } from './raft-streams.ts'
import { RAFT_SERVICE } from './services.ts'
import { encodeSnapshotRequest, receiveSnapshot } from './snapshot-stream.ts'
import { wire } from './protobuf.ts'
import type {
  ClusterReports,
  ForwardAnswer,
  ForwardRequest,
  HeartbeatAnswer,
  MapUpdate,
  NodeBeat,
  NodeHandlers,
  NodeHeartbeat,
  PlacementAnswer,
  RaftEnvelope,
  SnapshotRequest,
  SnapshotSource,
  Transport,
} from './transport.ts'

export interface GrpcTransportOptions {
  readonly clusterId: string
  readonly node: NodeId
  /** New with every start of the process. */
  readonly bootId: string
  readonly clock: Clock
  readonly scheduler: Scheduler
  /** The node's hybrid clock, read once a frame. */
  readonly clockReading: () => number
  /** For dialling peers. */
  readonly credentials: ChannelCredentials
  readonly log: NetLog
}

/** What happened so far; for metrics. */
export interface TransportCounters {
  /** Raft messages dropped because the peer was not connected, or too slow. */
  readonly raftDropped: number
}

/** How often deadlines of forwarded requests are looked at, milliseconds. */
const SWEEP_MS = 20
const SNAPSHOT_WINDOW_BYTES = 4 << 20

interface Peer {
  readonly address: string
  readonly listener: RaftListener
  readonly forward: ForwardClient
  readonly placement: PlacementClient
}

export class GrpcTransport implements Transport {
  private readonly options: GrpcTransportOptions
  private readonly handlers: NodeHandlers
  private readonly peers = new Map<NodeId, Peer>()
  private readonly senders = new Map<NodeId, RaftSender>()
  private readonly bulk = new Set<Client>()
  /** Runs while a forwarded request is open. */
  private sweep: Timer | undefined
  private raftDropped = 0
  private closed = false

  constructor(options: GrpcTransportOptions, handlers: NodeHandlers) {
    this.options = options
    this.handlers = handlers
  }

  get counters(): TransportCounters {
    return { raftDropped: this.raftDropped }
  }

  /** Adds the services that peers call to a server that has not been started yet. */
  register(server: Server): void {
    addNodeServices(server, {
      options: this.options,
      handlers: this.handlers,
      listening: (peer, bootId, call) => this.listening(peer, bootId, call),
    })
  }

  setPeer(node: NodeId, address: string): void {
    assert(node !== this.options.node, 'a node is no peer of its own')
    const known = this.peers.get(node)
    if (this.closed || known?.address === address) return
    this.hangUp(known)
    const peer: Peer = {
      address,
      listener: new RaftListener(node, address, this.options, this.handlers),
      forward: new ForwardClient(node, address, this.options, this.handlers),
      placement: new PlacementClient(address, this.options),
    }
    this.peers.set(node, peer)
    peer.listener.start()
    peer.forward.start()
  }

  sendRaft(to: NodeId, envelope: RaftEnvelope): void {
    const sender = this.senders.get(to)
    if (sender?.send(envelope) !== true) this.raftDropped++
  }

  sendBeat(to: NodeId, beat: NodeBeat): void {
    const sender = this.senders.get(to)
    if (sender?.sendBeat(beat) !== true) this.raftDropped++
  }

  forward(to: NodeId, request: ForwardRequest, done: (answer: ForwardAnswer) => void): void {
    const peer = this.peers.get(to)
    if (peer !== undefined) {
      peer.forward.forward(request, done)
      this.planSweep()
    } else {
      const answer = localRefusal('NO_QUORUM', `the address of node ${to} is not known`, false)
      this.options.scheduler.endOfTurn(() => done(answer))
    }
  }

  async fetchSnapshot(from: NodeId, request: SnapshotRequest): Promise<SnapshotSource> {
    const { clusterId, node, credentials, scheduler } = this.options
    const client = dial(this.peer(from).address, credentials, SNAPSHOT_WINDOW_BYTES)
    this.bulk.add(client)
    const { path, requestSerialize, responseDeserialize } = RAFT_SERVICE.FetchSnapshot
    const call = client.makeServerStreamRequest(
      path,
      requestSerialize,
      responseDeserialize,
      new wire.SnapshotRequest(encodeSnapshotRequest(clusterId, node, request)),
      new Metadata(),
    )
    call.on('close', () => {
      this.bulk.delete(client)
      client.close()
    })
    return receiveSnapshot(call, scheduler)
  }

  heartbeat(to: NodeId, heartbeat: NodeHeartbeat): Promise<HeartbeatAnswer> {
    return this.peer(to).placement.heartbeat(heartbeat)
  }

  proposePlacement(to: NodeId, command: Uint8Array): Promise<PlacementAnswer> {
    return this.peer(to).placement.propose(command)
  }

  reports(to: NodeId): Promise<ClusterReports> {
    return this.peer(to).placement.reports()
  }

  watchMap(
    from: NodeId,
    since: number,
    onUpdate: (update: MapUpdate) => void,
    cancelled: AbortSignal,
  ): Promise<void> {
    return this.peer(from).placement.watchMap(since, onUpdate, cancelled)
  }

  /** Ends every stream; open requests are answered. */
  close(): void {
    if (this.closed) return
    this.closed = true
    this.sweep?.cancel()
    for (const peer of this.peers.values()) this.hangUp(peer)
    for (const sender of this.senders.values()) sender.end()
    for (const client of this.bulk) client.close()
    this.senders.clear()
  }

  private peer(node: NodeId): Peer {
    const peer = this.peers.get(node)
    if (peer === undefined) throw new Error(`the address of node ${node} is not known`)
    return peer
  }

  private hangUp(peer: Peer | undefined): void {
    peer?.listener.stop()
    peer?.forward.stop()
    peer?.placement.close()
  }

  private listening(peer: NodeId, bootId: string, call: ListenCall): void {
    this.peers.get(peer)?.listener.heardBootId(bootId)
    this.senders.get(peer)?.end()
    const sender = new RaftSender(call, this.options)
    this.senders.set(peer, sender)
    const gone = () => {
      if (this.senders.get(peer) !== sender) return
      this.senders.delete(peer)
      sender.end()
    }
    call.on('cancelled', gone)
    call.on('error', gone)
  }

  private expire(): void {
    // A little early rather than late: a caller was promised an answer by its deadline.
    const nowMs = this.options.clock.monotonicMs() + SWEEP_MS
    for (const peer of this.peers.values()) peer.forward.expire(nowMs)
  }

  private planSweep(): void {
    if (this.closed) return
    this.sweep ??= this.options.scheduler.after(SWEEP_MS, () => {
      this.sweep = undefined
      this.expire()
      for (const { forward } of this.peers.values()) if (forward.hasOpen) this.planSweep()
    })
  }
}
