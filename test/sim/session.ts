/**
 * The real SDK's session with a real gateway over the simulated network: frames are encoded, travel like any packet, and are
 * decoded at the other end, as by gRPC's stream (net/session-client.ts and session-server.ts say what holds). A stream never loses
 * a piece in its middle: when a frame is lost, the session breaks.
 */
import assert from 'node:assert/strict'
import type { NodeId } from '../../src/base/ids.ts'
import type { Session, SessionEvents, SessionHello, Receiver } from '../../src/client/session.ts'
import { encodeMessage, wire } from '../../src/net/protobuf.ts'
import type { SessionHandler, SessionRequester } from '../../src/net/request-handler.ts'
import type { Endpoint, RigNetwork } from '../server/rig/rig-network.ts'
import type { NodeTime } from '../server/rig/rig-time.ts'

/** What a session needs of the cluster. */
export interface SessionHost {
  readonly network: RigNetwork
  /** The gateway of the node in this life; undefined if it is over, or not up yet. */
  gatewayOf(node: NodeId, life: NodeTime): SessionHandler | undefined
  /** The node's hybrid clock, as it goes out with every frame. */
  clockOf(node: NodeId): number
  /** Those that are open, or about to be. */
  readonly sessions: Set<SimSession>
}

/** From the loss of a frame until both ends believe it. */
const BREAK_MS = 800
/** A refused connection answers at once. */
const REFUSED_MS = 2
/** When a node notices that a client is gone that did not say goodbye. */
const CLIENT_GONE_MS = 13_000

/** Frames of one direction: nothing behind a lost one arrives. */
interface Direction {
  sent: number
  lostFrom: number
}

export class SimSession implements Session {
  private readonly host: SessionHost
  readonly client: NodeId
  readonly node: NodeId
  private readonly time: NodeTime
  private readonly events: SessionEvents
  private readonly waiting = new Map<number, Receiver>()
  private readonly forgetBreak: () => void
  private readonly up: Direction = { sent: 0, lostFrom: Infinity }
  private readonly down: Direction = { sent: 0, lostFrom: Infinity }
  private outbox: Uint8Array[] = []
  private lastId = 0
  private ended = false
  private server: ServerEnd | undefined

  constructor(
    host: SessionHost,
    client: { readonly id: NodeId; readonly time: NodeTime },
    node: NodeId,
    hello: SessionHello,
    events: SessionEvents,
  ) {
    this.host = host
    this.client = client.id
    this.time = client.time
    this.node = node
    this.events = events
    this.forgetBreak = host.network.onBreak([node], () => this.fail('connection reset'))
    host.sessions.add(this)
    this.toNode((at) => this.accepted(at, hello))
  }

  send(request: wire.Request.$Properties, receiver: Receiver): void {
    assert(!this.ended, 'a session was used after it ended')
    const id = ++this.lastId
    request.id = id
    this.outbox.push(encodeMessage(wire.Request, request))
    this.waiting.set(id, receiver)
    if (this.outbox.length === 1) this.time.afterTurn(() => this.flush())
  }

  close(): void {
    if (this.ended) return
    this.end()
    this.breakWaiting()
    const { server } = this
    if (server === undefined) return
    this.time.after(CLIENT_GONE_MS, () => server.disconnect())
    this.toNode(() => server.disconnect())
  }

  /** Both ends find out at once that the connection is no more; what has arrived is still worked on. */
  reset(): void {
    this.server?.disconnect()
    this.fail('connection reset')
  }

  /** The client's process is gone, and the node has noticed. */
  abandoned(): void {
    this.end()
    this.server?.disconnect()
  }

  /** A frame of the node has arrived. */
  received(answers: readonly Uint8Array[], routes: readonly Uint8Array[], clock: number): void {
    if (this.ended) return
    this.events.clock(clock)
    for (const bytes of routes) this.events.routes(wire.Routes.decode(bytes))
    for (const bytes of answers) {
      const response = wire.Response.decode(bytes)
      const receiver = this.waiting.get(response.id)
      this.waiting.delete(response.id)
      receiver?.answered(response)
    }
  }

  /** Something from the node is to arrive here. */
  fromNode(life: NodeTime, arrived: () => void): void {
    if (life.isAlive) this.sendFrame(this.node, this.client, this.down, arrived)
  }

  private flush(): void {
    const frame = this.outbox
    this.outbox = []
    if (!this.ended) this.toNode(() => this.server?.requests(frame))
  }

  private toNode(arrived: (at: Endpoint) => void): void {
    this.sendFrame(this.client, this.node, this.up, arrived)
  }

  private sendFrame(
    from: NodeId,
    to: NodeId,
    direction: Direction,
    arrived: (at: Endpoint) => void,
  ): void {
    const number = direction.sent++
    this.host.network.send({
      from,
      to,
      kind: 'session',
      envelopes: [],
      arrived: (at) => {
        if (number < direction.lostFrom) arrived(at)
      },
      lost: () => {
        direction.lostFrom = Math.min(direction.lostFrom, number)
        this.broken()
      },
    })
  }

  /** Both ends find out, after a while, that the stream lost something. */
  private broken(): void {
    const { server } = this
    const delayMs = this.host.network.isUp(this.node) ? BREAK_MS : REFUSED_MS
    this.time.after(delayMs, () => this.fail('connection lost'))
    if (server !== undefined) this.time.after(delayMs, () => server.disconnect())
  }

  private accepted(at: Endpoint, hello: SessionHello): void {
    if (!this.time.isAlive) return
    const gateway = this.host.gatewayOf(this.node, at.time)
    if (gateway === undefined) {
      this.broken()
      return
    }
    const name = Buffer.from(hello.client).toString('hex')
    this.server = new ServerEnd(this, gateway, at.time, name, hello.actor, () =>
      this.host.clockOf(this.node),
    )
    gateway.opened(this.server)
    this.fromNode(at.time, () => {
      if (!this.ended) this.events.opened()
    })
  }

  private fail(reason: string): void {
    if (this.ended) return
    this.end()
    this.breakWaiting()
    this.events.closed(reason)
  }

  private end(): void {
    this.ended = true
    this.host.sessions.delete(this)
    this.forgetBreak()
  }

  private breakWaiting(): void {
    const receivers = [...this.waiting.values()]
    this.waiting.clear()
    for (const receiver of receivers) receiver.broken()
  }
}

/** The node's end, for as long as that node lives. */
class ServerEnd implements SessionRequester {
  readonly client: string
  readonly actor: string
  readonly peer = 'simulated'
  readonly wantsRoutes = true
  connected = true
  private readonly session: SimSession
  private readonly gateway: SessionHandler
  private readonly life: NodeTime
  private readonly clock: () => number
  private readonly open = new Set<number>()
  private answers: Uint8Array[] = []
  private routes: Uint8Array[] = []

  constructor(
    session: SimSession,
    gateway: SessionHandler,
    life: NodeTime,
    client: string,
    actor: string,
    clock: () => number,
  ) {
    this.session = session
    this.gateway = gateway
    this.life = life
    this.client = client
    this.actor = actor
    this.clock = clock
  }

  requests(frame: readonly Uint8Array[]): void {
    if (!this.connected || !this.life.isAlive) return
    for (const bytes of frame) {
      const request = wire.Request.decode(bytes)
      this.open.add(request.id)
      this.gateway.request(this, request)
    }
  }

  respond(id: number, response: wire.Response.$Properties): void {
    if (!this.connected || !this.life.isAlive) return
    assert(this.open.delete(id), `request ${id} was answered twice`)
    this.planFlush()
    this.answers.push(encodeMessage(wire.Response, { ...response, id }))
  }

  pushRoutes(routes: wire.Routes.$Properties): void {
    if (!this.connected || !this.life.isAlive) return
    this.planFlush()
    this.routes.push(encodeMessage(wire.Routes, routes))
  }

  disconnect(): void {
    if (!this.connected) return
    this.connected = false
    if (this.life.isAlive) this.gateway.closed(this)
  }

  private planFlush(): void {
    if (this.answers.length + this.routes.length === 0) this.life.afterTurn(() => this.flush())
  }

  private flush(): void {
    const { answers, routes } = this
    this.answers = []
    this.routes = []
    if (!this.connected || !this.life.isAlive) return
    const clock = this.clock()
    this.session.fromNode(this.life, () => this.session.received(answers, routes, clock))
  }
}
