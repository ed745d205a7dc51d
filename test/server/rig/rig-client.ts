/**
 * A client session of one node, without SDK and sockets: requests go to the gateway as decoded protobuf. Ids rise by one; an
 * answer's error is thrown as `RingKvError`.
 */
import { errorCodeOfWire, RingKvError } from '../../../src/base/errors.ts'
import { encodeMessage, wire } from '../../../src/net/protobuf.ts'
import type { SessionHandler, SessionRequester } from '../../../src/net/request-handler.ts'

type Body = Omit<wire.Request.$Properties, 'id'>

/** What the client needs of the rig. */
export interface ClientHost {
  /** The gateway of the node; undefined while it is down. */
  gateway(): SessionHandler | undefined
  /** Calls `lost` when the node goes down. */
  onDown(lost: () => void): void
  wallMicros(): number
}

/** The node went down before it answered. */
class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'
}

const ID_LIFE_MICROS = 60_000_000

export class RigClient implements SessionRequester {
  readonly client: string
  readonly actor = 'ada'
  readonly peer = 'rig'
  readonly wantsRoutes = false
  readonly connected = true
  private readonly host: ClientHost
  private readonly waiting = new Map<number, (answer: wire.Response) => void>()
  private lastRequest = 0
  private lastSequence = 0

  constructor(host: ClientHost, number: number) {
    this.host = host
    this.client = number.toString(16).padStart(32, '0')
  }

  respond(id: number, response: wire.Response.$Properties): void {
    // Through the wire's encoding, as an answer to a real client.
    const answer = wire.Response.decode(encodeMessage(wire.Response, { ...response, id }))
    const waiting = this.waiting.get(id)
    if (waiting === undefined) throw new Error(`request ${id} was answered twice`)
    this.waiting.delete(id)
    waiting(answer)
  }

  pushRoutes(): void {
    // It asked for none.
  }

  /** A header with a new operation id. */
  header(): wire.WriteHeader.$Properties {
    const sequence = ++this.lastSequence
    const expiry = this.host.wallMicros() + ID_LIFE_MICROS
    return { id: { sequence, expiry }, lowWater: 0, resent: false }
  }

  /** @throws RingKvError, ConnectionLost */
  async ask(body: Body): Promise<wire.Response> {
    const answer = await this.answer(body)
    if (answer.error) {
      throw new RingKvError(errorCodeOfWire(answer.error.code ?? 0), answer.error.message ?? '')
    }
    return answer
  }

  /** As `ask`, but an error is an answer like any other. */
  async answer(body: Body): Promise<wire.Response> {
    const id = ++this.lastRequest
    const gateway = this.host.gateway()
    if (gateway === undefined) throw new ConnectionLost()
    return new Promise<wire.Response>((resolve, reject) => {
      this.host.onDown(() => reject(new ConnectionLost()))
      this.waiting.set(id, resolve)
      gateway.request(this, wire.Request.decode(encodeMessage(wire.Request, { ...body, id })))
    })
  }

  async put(key: string, value: string, header = this.header()): Promise<number> {
    const answer = await this.ask({
      put: { header, key: Buffer.from(key), value: { string: value } },
    })
    return answer.written!.timestamp ?? 0
  }

  /** The key's text; undefined if it has none. `at` 0 = newest. */
  async get(key: string, at = 0): Promise<string | undefined> {
    const answer = await this.ask({ get: { key: Buffer.from(key), at } })
    return answer.get!.row?.value?.string ?? undefined
  }

  /** Puts all of them, or none. */
  async putAll(texts: Readonly<Record<string, string>>, header = this.header()): Promise<boolean> {
    const then = Object.entries(texts).map(([key, value]) => ({
      put: { key: Buffer.from(key), value: { string: value } },
    }))
    const answer = await this.ask({ transact: { header, then } })
    return answer.transact!.succeeded ?? false
  }
}
