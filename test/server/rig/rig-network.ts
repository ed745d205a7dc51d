/**
 * A network between nodes in one process, behind the interface that gRPC implements in production (net/transport.ts). Every
 * packet can be watched, held, dropped or delayed by `tap`; links can be cut and nodes go down. Packets of one link keep their order
 * and arrive after `latencyMs`, as on a stream, unless `behaviour` says otherwise.
 */
import assert from 'node:assert/strict'
import { ERROR_TABLE, RingKvError } from '../../../src/base/errors.ts'
import { nodeId, type NodeId, type Timestamp } from '../../../src/base/ids.ts'
import type {
  ForwardAnswer,
  ForwardRequest,
  MapUpdate,
  NodeBeat,
  NodeHandlers,
  RaftEnvelope,
  SnapshotRequest,
  SnapshotSource,
  Transport,
} from '../../../src/net/transport.ts'
import type { NodeTime, RigTime } from './rig-time.ts'

type PacketKind =
  | 'raft'
  | 'forward'
  | 'forward-answer'
  | 'call'
  | 'answer'
  | 'snapshot-chunk'
  | 'map-update'
  /** Between a client and a node. */
  | 'session'

/** What travels. */
export interface Packet {
  readonly from: NodeId
  readonly to: NodeId
  readonly kind: PacketKind
  /** Of a Raft frame; empty otherwise. */
  readonly envelopes: readonly RaftEnvelope[]
  /** Of a Raft frame. */
  readonly beats?: readonly NodeBeat[]
  /** Of a forwarded request. */
  readonly request?: ForwardRequest
}

/** A packet, and what becomes of it. */
interface Sending extends Packet {
  readonly arrived: (at: Endpoint) => void
  /** It did not arrive, and never will. */
  readonly lost: () => void
}

export type Verdict = 'pass' | 'drop' | 'hold'

/** How a network treats one packet. */
export interface Treatment {
  readonly lost: boolean
  /** A second copy arrives so much later; undefined = there is none. Only Raft frames are ever doubled. */
  readonly copyAfterMs: number | undefined
  /** It may overtake others of its link. */
  readonly overtakes: boolean
}

const AS_IT_SHOULD: Treatment = { lost: false, copyAfterMs: undefined, overtakes: false }

/** Somebody who can be reached: a node in one of its lives, or a client, which has no handlers. */
export interface Endpoint {
  readonly handlers: NodeHandlers | undefined
  readonly time: NodeTime
}

const CALL_TIMEOUT_MS = 5_000
/** Ids of nodes and clients are below. */
const NODES_MAX = 2 ** 16
/** When a stream that lost a piece is given up. */
const BREAK_MS = 1_000

export class RigNetwork {
  /** Decides about each packet as it is sent. */
  tap: (packet: Packet) => Verdict = () => 'pass'
  /** Milliseconds on the way. */
  latencyMs: (packet: Packet) => number = () => 1
  /** What else happens to a packet that is on its way. */
  behaviour: (packet: Packet) => Treatment = () => AS_IT_SHOULD
  /** Told of every packet that arrives at somebody who lives. */
  arriving: (packet: Packet) => void = () => undefined
  /** How long others believe in the streams to a node that went down, milliseconds. */
  noticeMs: (node: NodeId) => number = () => 1
  private readonly time: RigTime
  private readonly endpoints = new Map<NodeId, Endpoint>()
  private readonly cutLinks = new Set<number>()
  /** When the last packet of a link arrives. */
  private readonly linkClearMs = new Map<number, number>()
  private held: Sending[] = []
  private readonly breaks = new Set<{
    readonly nodes: readonly NodeId[]
    readonly run: () => void
  }>()

  constructor(time: RigTime) {
    this.time = time
  }

  /** The node's door to the others, for one of its lives. */
  connect(
    self: NodeId,
    time: NodeTime,
    handlers: NodeHandlers,
    clockReading: () => Timestamp,
  ): Transport {
    this.endpoints.set(self, { handlers, time })
    return new RigTransport(this, self, time, clockReading)
  }

  /** A client joins. */
  connectClient(self: NodeId, time: NodeTime): void {
    this.endpoints.set(self, { handlers: undefined, time })
  }

  /** A client is gone. */
  clientDown(self: NodeId): void {
    this.endpoints.delete(self)
  }

  /** The node is gone: streams to it break. */
  down(node: NodeId): void {
    this.endpoints.delete(node)
    const noticeMs = this.noticeMs(node)
    for (const broken of [...this.breaks]) {
      if (!broken.nodes.includes(node)) continue
      this.breaks.delete(broken)
      this.time.after(noticeMs, broken.run)
    }
    for (const { handlers, time } of this.endpoints.values()) {
      time.after(noticeMs, () => handlers?.peerLost(node))
    }
  }

  /** Cuts the links between `nodes` and everybody else, in both directions. */
  isolate(...nodes: NodeId[]): void {
    for (const [other] of this.endpoints) {
      if (nodes.includes(other)) continue
      for (const node of nodes) {
        this.cutLinks.add(linkBetween(node, other))
        this.cutLinks.add(linkBetween(other, node))
      }
    }
  }

  /** Cuts one link in one direction. */
  cut(from: NodeId, to: NodeId): void {
    this.cutLinks.add(linkBetween(from, to))
  }

  mend(from: NodeId, to: NodeId): void {
    this.cutLinks.delete(linkBetween(from, to))
  }

  heal(): void {
    this.cutLinks.clear()
  }

  /** Packets that `tap` holds, oldest first. */
  get heldPackets(): readonly Packet[] {
    return this.held
  }

  /** Sends held packets on their way, those that are chosen. */
  release(choose: (packet: Packet) => boolean = () => true): void {
    const released = this.held.filter(choose)
    this.held = this.held.filter((packet) => !choose(packet))
    for (const packet of released) this.travel(packet)
  }

  // ---- for transports

  send(packet: Sending): void {
    switch (this.tap(packet)) {
      case 'pass':
        this.travel(packet)
        break
      case 'hold':
        this.held.push(packet)
        break
      case 'drop':
        packet.lost()
        break
    }
  }

  get clients(): NodeId[] {
    const all = [...this.endpoints]
    return all.filter(([, { handlers }]) => handlers === undefined).map(([id]) => id)
  }

  isUp(node: NodeId): boolean {
    return this.endpoints.has(node)
  }

  reaches(from: NodeId, to: NodeId): boolean {
    return this.endpoints.has(to) && !this.cutLinks.has(linkBetween(from, to))
  }

  /** Calls `run` if one of the nodes goes down; returns how to stop that. */
  onBreak(nodes: readonly NodeId[], run: () => void): () => void {
    const entry = { nodes, run }
    this.breaks.add(entry)
    return () => this.breaks.delete(entry)
  }

  private travel(packet: Sending): void {
    const { lost, copyAfterMs, overtakes } = this.behaviour(packet)
    if (lost) {
      packet.lost()
      return
    }
    const link = linkBetween(packet.from, packet.to)
    let arrivesMs = this.time.nowMs + this.latencyMs(packet)
    if (!overtakes) {
      arrivesMs = Math.max(arrivesMs, this.linkClearMs.get(link) ?? 0)
      this.linkClearMs.set(link, arrivesMs)
    }
    const arrive = (): void => this.arrive(packet)
    this.time.after(arrivesMs - this.time.nowMs, arrive)
    if (copyAfterMs !== undefined && packet.kind === 'raft') {
      this.time.after(arrivesMs + copyAfterMs - this.time.nowMs, arrive)
    }
  }

  private arrive(packet: Sending): void {
    const { from, to } = packet
    const endpoint = this.endpoints.get(to)
    if (endpoint === undefined || !this.reaches(from, to)) {
      packet.lost()
      return
    }
    endpoint.time.arrive(() => {
      this.arriving(packet)
      packet.arrived(endpoint)
    })
  }
}

/** Leaves at the end of the turn. */
interface RaftFrame {
  readonly envelopes: RaftEnvelope[]
  readonly beats: NodeBeat[]
}

class RigTransport implements Transport {
  private readonly network: RigNetwork
  private readonly self: NodeId
  private readonly time: NodeTime
  private readonly clockReading: () => Timestamp
  private outbox = new Map<NodeId, RaftFrame>()

  constructor(network: RigNetwork, self: NodeId, time: NodeTime, clockReading: () => Timestamp) {
    this.network = network
    this.self = self
    this.time = time
    this.clockReading = clockReading
  }

  setPeer(): void {
    // Nodes find each other by id here.
  }

  sendRaft(to: NodeId, envelope: RaftEnvelope): void {
    this.frameTo(to).envelopes.push(envelope)
  }

  sendBeat(to: NodeId, beat: NodeBeat): void {
    this.frameTo(to).beats.push(beat)
  }

  forward(to: NodeId, request: ForwardRequest, done: (answer: ForwardAnswer) => void): void {
    let open = true
    const settle = (answer: ForwardAnswer): void => {
      if (!open) return
      open = false
      timer.cancel()
      forgetBreak()
      done(answer)
    }
    const fail = (maybeLogged: boolean): void => settle(unreachable(to, maybeLogged))
    const forgetBreak = this.network.onBreak([to], () => this.time.after(0, () => fail(true)))
    const timer = this.time.after(request.timeoutMs, () => fail(true))
    if (!this.network.reaches(this.self, to)) {
      this.time.after(0, () => fail(false))
      return
    }
    this.send(to, 'forward', {
      request,
      arrived: (at) =>
        handlersOf(at).forward(this.self, request, (answer) => {
          this.answer(at, to, 'forward-answer', () => settle(answer))
        }),
    })
  }

  async fetchSnapshot(from: NodeId, request: SnapshotRequest): Promise<SnapshotSource> {
    const { header, chunks } = await this.call(from, 'call', (handlers) =>
      handlers.snapshot(request),
    )
    return { header, chunks: this.chunksFrom(from, chunks) }
  }

  heartbeat(to: NodeId, heartbeat: Parameters<NodeHandlers['heartbeat']>[0]) {
    return this.call(to, 'call', (handlers) => Promise.resolve(handlers.heartbeat(heartbeat)))
  }

  reports(to: NodeId) {
    return this.call(to, 'call', (handlers) => Promise.resolve(handlers.reports()))
  }

  proposePlacement(to: NodeId, command: Uint8Array) {
    return this.call(to, 'call', (handlers) => handlers.proposePlacement(command))
  }

  watchMap(
    from: NodeId,
    since: number,
    onUpdate: (update: MapUpdate) => void,
    cancelled: AbortSignal,
  ): Promise<void> {
    return new Promise((_resolve, reject) => {
      const stop = new AbortController()
      const end = (): void => {
        stop.abort()
        forgetBreak()
        reject(new RingKvError('NO_QUORUM', `the stream from node ${from} broke`))
      }
      const forgetBreak = this.network.onBreak([from, this.self], () => this.time.after(0, end))
      cancelled.addEventListener('abort', end)
      if (!this.network.reaches(this.self, from)) {
        this.time.after(0, end)
        return
      }
      this.send(from, 'call', {
        arrived: (at) => {
          const take = (update: MapUpdate): void => {
            if (!stop.signal.aborted) onUpdate(update)
          }
          // A stream that loses a piece breaks.
          const broken = (): void => void this.time.after(BREAK_MS, end)
          const push = (update: MapUpdate): void =>
            this.answer(at, from, 'map-update', () => take(update), broken)
          handlersOf(at).watchMap(since, push, stop.signal)
        },
        lost: () => void this.time.after(BREAK_MS, end),
      })
    })
  }

  private frameTo(to: NodeId): RaftFrame {
    if (this.outbox.size === 0) this.time.afterTurn(() => this.sendFrames())
    let frame = this.outbox.get(to)
    if (frame === undefined) {
      frame = { envelopes: [], beats: [] }
      this.outbox.set(to, frame)
    }
    return frame
  }

  private sendFrames(): void {
    const frames = this.outbox
    this.outbox = new Map()
    for (const [to, { envelopes, beats }] of frames) {
      const reading = this.clockReading()
      this.send(to, 'raft', {
        envelopes,
        beats,
        arrived: (at) => {
          const handlers = handlersOf(at)
          handlers.clockReading(reading)
          if (envelopes.length > 0) handlers.raft(this.self, envelopes)
          for (const beat of beats) handlers.beat(this.self, beat)
        },
      })
    }
  }

  private async *chunksFrom(
    from: NodeId,
    chunks: AsyncIterable<Uint8Array>,
  ): AsyncGenerator<Uint8Array> {
    const iterator = chunks[Symbol.asyncIterator]()
    const leave = (): void => void iterator.return?.()
    const forgetBreak = this.network.onBreak([this.self], leave)
    try {
      for (;;) {
        const next = await this.call(from, 'snapshot-chunk', () => iterator.next())
        if (next.done === true) return
        yield next.value
      }
    } finally {
      forgetBreak()
      leave()
    }
  }

  /** One request and its answer. Rejects when either is lost. */
  private call<Answer>(
    to: NodeId,
    kind: PacketKind,
    run: (handlers: NodeHandlers) => Promise<Answer>,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const lost = (): void => {
        forgetBreak()
        reject(new RingKvError('NO_QUORUM', `node ${to} does not answer`))
      }
      const forgetBreak = this.network.onBreak([to], () => this.time.after(0, lost))
      const timer = this.time.after(CALL_TIMEOUT_MS, lost)
      const settle = (at: Endpoint, finish: () => void): void =>
        this.answer(at, to, 'answer', () => {
          timer.cancel()
          forgetBreak()
          finish()
        })
      if (!this.network.reaches(this.self, to)) {
        this.time.after(0, lost)
        return
      }
      this.send(to, kind, {
        arrived: (at) => {
          run(handlersOf(at)).then(
            (answer) => settle(at, () => resolve(answer)),
            (error: unknown) =>
              settle(at, () => reject(error instanceof Error ? error : new Error(String(error)))),
          )
        },
      })
    })
  }

  private send(
    to: NodeId,
    kind: PacketKind,
    packet: Pick<Sending, 'arrived'> & Partial<Sending>,
  ): void {
    // A process that died in the middle of a turn says nothing more.
    if (!this.time.isAlive) return
    // What is lost is noticed by nobody but a timer, as on a cut wire.
    this.network.send({
      from: this.self,
      to,
      kind,
      envelopes: [],
      lost: () => undefined,
      ...packet,
    })
  }

  /** Something comes back from `to`, in the life in which it was asked. */
  private answer(
    at: Endpoint,
    to: NodeId,
    kind: PacketKind,
    arrived: () => void,
    lost: () => void = () => undefined,
  ): void {
    if (!at.time.isAlive) return
    this.network.send({
      from: to,
      to: this.self,
      kind,
      envelopes: [],
      arrived: ({ time }) => {
        // Not for a later life of this node.
        if (time === this.time) arrived()
      },
      lost,
    })
  }
}

function handlersOf({ handlers }: Endpoint): NodeHandlers {
  assert(handlers !== undefined, 'a client serves nobody')
  return handlers
}

/** One number for a link in one direction. */
export function linkBetween(from: NodeId, to: NodeId): number {
  return from * NODES_MAX + to
}

function unreachable(to: NodeId, maybeLogged: boolean): ForwardAnswer {
  return {
    kind: 'error',
    code: ERROR_TABLE.NO_QUORUM.wire,
    message: `node ${to} cannot be reached`,
    leader: nodeId(0),
    maybeLogged,
    retryAfterMs: 0,
  }
}
