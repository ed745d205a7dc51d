/**
 * Nodes that do what a test says, behind the interface of a session. Every request that arrives is recorded as it was at
 * that moment. Requests for the time (probes, begin) are answered by themselves unless a node is silent.
 */
import { SeededRandom } from '../../src/base/random.ts'
import { ERROR_TABLE, type ErrorCode } from '../../src/base/errors.ts'
import { Client } from '../../src/client/client.ts'
import { Dispatcher } from '../../src/client/dispatcher.ts'
import { resolveConnectOptions, type ConnectOptions } from '../../src/client/options.ts'
import type {
  OpenSession,
  Receiver,
  Session,
  SessionEvents,
  WireRequest,
  WireResponse,
  WireRoutes,
} from '../../src/client/session.ts'
import { FakeTime } from './fake-time.ts'

/** One request as a node got it. */
export interface Arrival {
  readonly address: string
  readonly request: WireRequest
  readonly reply: (response: WireResponse) => void
  readonly refuse: (code: ErrorCode, message?: string) => void
}

/** What a node does with a request; without an answer the request stays open. */
export type Behaviour = (arrival: Arrival) => void

export class FakeNode {
  readonly address: string
  up = true
  silent = false
  readonly sessions: FakeSession[] = []

  constructor(address: string) {
    this.address = address
  }

  /** All its connections end, now; new ones are refused until `up` is set again. */
  crash(): void {
    this.up = false
    for (const session of this.sessions.splice(0)) session.fail('connection reset')
  }
}

class FakeSession implements Session {
  private readonly open = new Map<number, Receiver>()
  private readonly cluster: FakeCluster
  private readonly node: FakeNode
  readonly events: SessionEvents
  private lastId = 0
  private ended = false

  constructor(cluster: FakeCluster, node: FakeNode, events: SessionEvents) {
    this.cluster = cluster
    this.node = node
    this.events = events
  }

  send(request: WireRequest, receiver: Receiver): void {
    const id = ++this.lastId
    this.open.set(id, receiver)
    const copy = structuredClone(request)
    this.cluster.time.endOfTurn(() => {
      if (!this.ended && !this.node.silent) this.cluster.arrive(this.node.address, copy, this, id)
    })
  }

  answer(id: number, response: WireResponse): void {
    const receiver = this.open.get(id)
    if (receiver === undefined || this.ended) return
    this.events.clock(this.cluster.time.wallMicros())
    this.open.delete(id)
    receiver.answered(response)
  }

  close(): void {
    if (this.ended) return
    this.ended = true
    this.breakOpen()
  }

  fail(reason: string): void {
    if (this.ended) return
    this.ended = true
    this.breakOpen()
    this.events.closed(reason)
  }

  private breakOpen(): void {
    const receivers = [...this.open.values()]
    this.open.clear()
    for (const receiver of receivers) receiver.broken()
  }
}

export class FakeCluster {
  readonly time = new FakeTime()
  readonly nodes = new Map<string, FakeNode>()
  /** Everything that arrived but requests for the time, oldest first. */
  readonly arrivals: Arrival[] = []
  /** How often a timestamp to read at was asked for. */
  begins: WireRequest[] = []
  behaviour: Behaviour = () => undefined
  /** Pushed to every new session. */
  routes: WireRoutes | undefined

  constructor(addresses: readonly string[]) {
    for (const address of addresses) this.nodes.set(address, new FakeNode(address))
  }

  node(address: string): FakeNode {
    return this.nodes.get(address)!
  }

  readonly openSession: OpenSession = (address, _hello, events) => {
    const node = this.nodes.get(address)
    const session = new FakeSession(this, node ?? new FakeNode(address), events)
    this.time.endOfTurn(() => {
      if (node?.up !== true) {
        session.fail('connection refused')
        return
      }
      node.sessions.push(session)
      events.opened()
      if (this.routes !== undefined) events.routes(this.routes)
    })
    return session
  }

  arrive(address: string, request: WireRequest, session: FakeSession, id: number): void {
    if (request.begin) {
      const timestamp = Math.max(request.begin.floor ?? 0, this.time.wallMicros())
      if ((request.begin.floor ?? 0) > 0 || request.timeoutMs !== 3000) this.begins.push(request)
      session.answer(id, { begin: { timestamp } })
      return
    }
    const arrival: Arrival = {
      address,
      request,
      reply: (response) => session.answer(id, response),
      refuse: (code, message = '') => {
        session.answer(id, { error: { code: ERROR_TABLE[code].wire, name: code, message } })
      },
    }
    this.arrivals.push(arrival)
    this.behaviour(arrival)
  }

  /** A connected client. */
  async client(options: ConnectOptions = {}, seed = 1): Promise<Client> {
    const defaults = resolveConnectOptions(options)
    const dispatcher = new Dispatcher({
      clock: this.time,
      scheduler: this.time,
      random: new SeededRandom(seed),
      openSession: this.openSession,
      seeds: [...this.nodes.keys()],
      actor: defaults.actor,
      clientId: new Uint8Array(16).fill(seed),
    })
    await this.time.settle()
    return new Client(dispatcher, defaults)
  }
}

/** Runs a call while time passes, and gives back how it ended. */
export async function outcomeOf<Result>(
  time: FakeTime,
  call: Promise<Result>,
  passMs = 0,
): Promise<{ result?: Result; error?: Error }> {
  const ended = call.then(
    (result) => ({ result }),
    (error: unknown) => ({ error: error as Error }),
  )
  await time.pass(passMs)
  return ended
}

/** The body of the write in a request, whatever it is. */
export function headerOf(request: WireRequest) {
  const write =
    request.put ??
    request.delete ??
    request.increment ??
    request.listAppend ??
    request.transact ??
    request.commit
  return write!.header!
}
