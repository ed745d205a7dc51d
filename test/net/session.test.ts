import assert from 'node:assert/strict'
import {
  Client,
  credentials,
  Metadata,
  Server,
  type ClientDuplexStream,
  type ServerDuplexStream,
} from '@grpc/grpc-js'
import { systemScheduler } from '../../src/base/clock.ts'
import { RingKvError } from '../../src/base/errors.ts'
import { encodeMessage, wire } from '../../src/net/protobuf.ts'
import { ByteBudget } from '../../src/base/byte-budget.ts'
import type { SessionHandler, SessionRequester } from '../../src/net/request-handler.ts'
import { KV_SERVICE } from '../../src/net/services.ts'
import {
  sessionDialer,
  type ClientSession,
  type SessionEvents,
} from '../../src/net/session-client.ts'
import {
  DEFAULT_SESSION_LIMITS,
  serveSession,
  type SessionLimits,
} from '../../src/net/session-server.ts'
import { listen, newServer, RecordingLog, until } from './support.ts'

const HELLO = { client: Buffer.alloc(16, 0xab), actor: 'ada' }
const CLOCK = 1_700_000_000_000_000

type Answer = (from: SessionRequester, request: wire.Request) => void

/** Echoes a get's key as the value of its row. */
const echo: Answer = (from, request) => {
  from.respond(request.id, { get: { row: { key: request.get!.key!, timestamp: 1 } } })
}

class ScriptedHandler implements SessionHandler {
  answer: Answer = echo
  readonly sessions: SessionRequester[] = []
  readonly requests: wire.Request[] = []
  closedCount = 0

  opened(session: SessionRequester): void {
    this.sessions.push(session)
  }

  request(from: SessionRequester, request: wire.Request): void {
    this.requests.push(request)
    this.answer(from, request)
  }

  closed(): void {
    this.closedCount++
  }
}

class RecordingEvents implements SessionEvents {
  isOpen = false
  readonly clocks: number[] = []
  readonly routesSeen: wire.Routes.$Properties[] = []
  readonly closings: string[] = []

  opened(): void {
    this.isOpen = true
  }

  clock(reading: number): void {
    this.clocks.push(reading)
  }

  routes(routes: wire.Routes.$Properties): void {
    this.routesSeen.push(routes)
  }

  closed(reason: string): void {
    this.closings.push(reason)
  }
}

class Answers {
  readonly all: wire.Response.$Properties[] = []
  brokenCount = 0
  readonly receiver = {
    answered: (response: wire.Response.$Properties) => void this.all.push(response),
    broken: () => {
      this.brokenCount++
    },
  }
}

describe('session', () => {
  let server: Server
  let address: string
  let handler: ScriptedHandler
  let limits: SessionLimits
  let budget: ByteBudget
  let recorded: RecordingLog
  let serverCalls: ServerDuplexStream<Buffer, Buffer>[]
  const sessions: ClientSession[] = []
  const clients: Client[] = []

  beforeEach(async () => {
    handler = new ScriptedHandler()
    limits = DEFAULT_SESSION_LIMITS
    budget = new ByteBudget(1 << 30)
    recorded = new RecordingLog()
    serverCalls = []
    server = newServer()
    const Session = (call: ServerDuplexStream<Buffer, Buffer>) => {
      serverCalls.push(call)
      serveSession(call, handler, {
        scheduler: systemScheduler,
        clockReading: () => CLOCK,
        log: recorded.log,
        limits,
        budget,
      })
    }
    server.addService({ Session: KV_SERVICE.Session }, { Session })
    address = await listen(server)
  })

  afterEach(() => {
    for (const session of sessions.splice(0)) session.close()
    for (const client of clients.splice(0)) client.close()
    server.forceShutdown()
  })

  function dialOnly(events: SessionEvents, target = address): ClientSession {
    const session = sessionDialer({
      scheduler: systemScheduler,
      credentials: credentials.createInsecure(),
      connectTimeoutMs: 5000,
    })(target, HELLO, events)
    sessions.push(session)
    return session
  }

  async function open(events = new RecordingEvents()): Promise<ClientSession> {
    const session = dialOnly(events)
    await until(() => events.isOpen)
    return session
  }

  /** A client that writes whatever frames a test wants. */
  function rawCall(): ClientDuplexStream<Buffer, Buffer> & { frames: wire.ServerFrame[] } {
    const client = new Client(address, credentials.createInsecure())
    clients.push(client)
    const { path, requestSerialize, responseDeserialize } = KV_SERVICE.Session
    const call = client.makeBidiStreamRequest(
      path,
      requestSerialize,
      responseDeserialize,
      new Metadata(),
    )
    const frames: wire.ServerFrame[] = []
    call.on('data', (frame: Buffer) => frames.push(wire.ServerFrame.decode(frame)))
    return Object.assign(call, { frames })
  }

  const get = (text: string) => ({ get: { key: Buffer.from(text) } })
  const helloFrame = encodeMessage(wire.ClientFrame, { hello: HELLO })

  it('introduces the client before its requests', async () => {
    const session = await open()
    const answers = new Answers()
    session.send(get('a'), answers.receiver)
    await until(() => answers.all.length === 1)
    const [from] = handler.sessions
    assert.equal(from?.client, 'ab'.repeat(16))
    assert.equal(from.actor, 'ada')
    assert.equal(from.wantsRoutes, true)
  })

  it('answers thousands of requests, each by its own answer, in few frames', async () => {
    const events = new RecordingEvents()
    const session = await open(events)
    const seen = new Map<string, string>()
    for (let i = 0; i < 5000; i++) {
      session.send(get(`key-${i}`), {
        answered: ({ get: body }) => {
          seen.set(`key-${i}`, Buffer.from(body!.row!.key!).toString())
        },
        broken: () => assert.fail('broken'),
      })
    }
    await until(() => seen.size === 5000)
    for (const [asked, answered] of seen) assert.equal(answered, asked)
    assert.ok(events.clocks.length < 50, `${events.clocks.length} frames for 5000 answers`)
    assert.ok(events.clocks.every((reading) => reading === CLOCK))
  })

  it('matches answers that come in another order', async () => {
    const held: wire.Request[] = []
    handler.answer = (from, request) => {
      held.push(request)
      if (held.length === 3) for (const late of held.reverse()) echo(from, late)
    }
    const session = await open()
    const answered: string[] = []
    for (const key of ['a', 'b', 'c']) {
      session.send(get(key), {
        answered: ({ get: body }) =>
          void answered.push(key + Buffer.from(body!.row!.key!).toString()),
        broken: () => assert.fail('broken'),
      })
    }
    await until(() => answered.length === 3)
    assert.deepEqual(answered, ['cc', 'bb', 'aa'])
  })

  it('pushes routes to clients', async () => {
    const events = new RecordingEvents()
    await open(events)
    await until(() => handler.sessions.length === 1)
    handler.sessions[0]!.pushRoutes({ full: true, nodes: [{ id: 4, address: 'somewhere' }] })
    await until(() => events.routesSeen.length === 1)
    assert.equal(events.routesSeen[0]?.nodes?.[0]?.address, 'somewhere')
  })

  it('tells every open request of a break that it may have been received, once', async () => {
    handler.answer = () => undefined
    const events = new RecordingEvents()
    const session = await open(events)
    const answers = new Answers()
    for (let i = 0; i < 10; i++) session.send(get('a'), answers.receiver)
    await until(() => handler.requests.length === 10)
    server.forceShutdown()
    await until(() => events.closings.length === 1)
    assert.equal(answers.brokenCount, 10)
    assert.equal(answers.all.length, 0)
  })

  it('lets the node know when a client is gone, and takes late answers quietly', async () => {
    handler.answer = () => undefined
    const session = await open()
    session.send(get('a'), new Answers().receiver)
    await until(() => handler.requests.length === 1)
    session.close()
    await until(() => handler.closedCount === 1)
    assert.equal(handler.sessions[0]?.connected, false)
    echo(handler.sessions[0], handler.requests[0]!)
  })

  it('breaks open requests on close, without an event', async () => {
    handler.answer = () => undefined
    const events = new RecordingEvents()
    const session = await open(events)
    const answers = new Answers()
    session.send(get('a'), answers.receiver)
    session.close()
    session.close()
    assert.equal(answers.brokenCount, 1)
    await until(() => handler.closedCount === 1)
    assert.deepEqual(events.closings, [])
  })

  it('reports an address where nobody listens', async () => {
    server.forceShutdown()
    const events = new RecordingEvents()
    dialOnly(events)
    await until(() => events.closings.length === 1)
    assert.equal(events.isOpen, false)
  })

  it('refuses a request that cannot be encoded, and only that', async () => {
    const session = await open()
    const answers = new Answers()
    session.send(get('a'), answers.receiver)
    const bad = { get: { key: Buffer.from('b'), at: 2 ** 60 } }
    assert.throws(() => session.send(bad, answers.receiver), RingKvError)
    session.send(get('c'), answers.receiver)
    await until(() => answers.all.length === 2)
    assert.equal(handler.requests.length, 2)
  })

  it('carries a request of many megabytes', async () => {
    const session = await open()
    const answers = new Answers()
    const bytes = Buffer.alloc(12 << 20, 7)
    session.send({ put: { key: Buffer.from('k'), value: { bytes } } }, answers.receiver)
    session.send(get('a'), answers.receiver)
    handler.answer = (from, request) => {
      if (request.get) echo(from, request)
      else from.respond(request.id, { written: { timestamp: request.put!.value!.bytes!.length } })
    }
    await until(() => answers.all.length === 2)
    assert.equal(answers.all[0]?.written?.timestamp, 12 << 20)
  })

  it('answers a request that its handler throws on, and tells the log why', async () => {
    handler.answer = () => {
      throw new TypeError('bug')
    }
    const session = await open()
    const answers = new Answers()
    session.send(get('a'), answers.receiver)
    await until(() => answers.all.length === 1)
    assert.equal(answers.all[0]?.error?.name, 'INTERNAL')
    assert.ok(recorded.has('handler-failed'))
  })

  it('answers a request of a kind that it does not know', async () => {
    const call = rawCall()
    call.write(helloFrame)
    call.write(encodeMessage(wire.ClientFrame, { requests: [{ id: 3 }] }))
    await until(() => call.frames.length > 0)
    assert.equal(call.frames[0]?.responses[0]?.error?.name, 'UNIMPLEMENTED')
    call.cancel()
    call.on('error', () => undefined)
  })

  it('answers a malformed request by its id and keeps the session', async () => {
    const call = rawCall()
    call.write(helloFrame)
    // id 7, then a get whose length reaches beyond the request
    const request = Buffer.from('08071a7f0a01', 'hex')
    const good = encodeMessage(wire.ClientFrame, { requests: [{ id: 8, ...get('x') }] })
    call.write(Buffer.concat([Buffer.from([0x12, request.length]), request, good]))
    await until(() => call.frames.flatMap((frame) => frame.responses).length === 2)
    const [malformed, fine] = call.frames.flatMap((frame) => frame.responses)
    assert.equal(malformed?.id, 7)
    assert.equal(malformed.error?.name, 'INVALID_ARGUMENT')
    assert.equal(fine?.id, 8)
    assert.ok(fine.get)
    call.cancel()
    call.on('error', () => undefined)
  })

  for (const [what, frames] of [
    ['a frame without structure', [helloFrame, Buffer.from('12ffffff', 'hex')]],
    ['a request before the hello', [encodeMessage(wire.ClientFrame, { requests: [{ id: 1 }] })]],
    ['a second hello', [helloFrame, helloFrame]],
    ['a client id of the wrong size', [encodeMessage(wire.ClientFrame, { hello: {} })]],
    ['a request without an id', [helloFrame, encodeMessage(wire.ClientFrame, { requests: [{}] })]],
    [
      'an id that is open already',
      [
        helloFrame,
        encodeMessage(wire.ClientFrame, {
          requests: [get('a'), get('b')].map((r) => ({ id: 1, ...r })),
        }),
      ],
    ],
  ] as const) {
    it(`ends the session on ${what}`, async () => {
      handler.answer = () => undefined
      const call = rawCall()
      let failure: (Error & { code?: number }) | undefined
      call.on('error', (error: Error) => (failure = error))
      for (const frame of frames) call.write(frame)
      await until(() => failure !== undefined)
      assert.equal(failure?.code, 3)
      assert.ok(recorded.has('malformed-frame'))
    })
  }

  it('refuses requests beyond the bound of open ones, and serves again when some are answered', async () => {
    limits = { ...DEFAULT_SESSION_LIMITS, openRequests: 4 }
    handler.answer = () => undefined
    const session = await open()
    const answers = new Answers()
    for (let i = 0; i < 6; i++) session.send(get('a'), answers.receiver)
    await until(() => answers.all.length === 2)
    for (const { error } of answers.all) {
      assert.equal(error?.name, 'OVERLOADED')
      assert.ok((error.retryAfterMs ?? 0) > 0)
    }
    for (const request of handler.requests) echo(handler.sessions[0]!, request)
    handler.answer = echo
    session.send(get('b'), answers.receiver)
    await until(() => answers.all.length === 7)
    assert.ok(answers.all.at(-1)?.get)
  })

  it('refuses requests beyond the bound of open bytes', async () => {
    limits = { ...DEFAULT_SESSION_LIMITS, openBytes: 1000 }
    handler.answer = () => undefined
    const session = await open()
    const answers = new Answers()
    for (let i = 0; i < 3; i++) session.send(get('x'.repeat(400)), answers.receiver)
    await until(() => answers.all.length === 1)
    assert.equal(answers.all[0]?.error?.name, 'OVERLOADED')
    assert.equal(handler.requests.length, 2)
  })

  it('refuses requests beyond what all sessions together may have open, also for those who are gone', async () => {
    budget = new ByteBudget(10_000)
    handler.answer = () => undefined
    const [first, second] = [await open(), await open()]
    const answers = new Answers()
    for (let i = 0; i < 2; i++) first.send(get('x'.repeat(400)), answers.receiver)
    await until(() => handler.requests.length === 2)
    for (let i = 0; i < 3; i++) second.send(get('x'.repeat(400)), answers.receiver)
    await until(() => answers.all.length === 1)
    assert.equal(answers.all[0]?.error?.name, 'OVERLOADED')
    const requests = [...handler.requests]
    const server = handler.sessions[0]!
    first.close()
    await until(() => !server.connected)
    assert(budget.usedBytes > 8_000, 'what is still being done counts')
    for (const request of requests.slice(0, 2)) echo(server, request)
    for (const request of requests.slice(2)) echo(handler.sessions[1]!, request)
    await until(() => answers.all.length >= 3)
    assert.equal(budget.usedBytes, 0)
  })

  it('does not read from a client that does not read its answers, and loses none of them', async () => {
    limits = { ...DEFAULT_SESSION_LIMITS, unsentBytes: 1 << 18 }
    const row = Buffer.alloc(1 << 16, 1)
    handler.answer = (from, request) => {
      from.respond(request.id, { get: { row: { key: row, timestamp: request.id } } })
    }
    const call = rawCall()
    call.pause()
    call.write(helloFrame)
    const total = 150
    for (let id = 1; id <= total; id++) {
      call.write(encodeMessage(wire.ClientFrame, { requests: [{ id, ...get('a') }] }))
    }
    await until(() => serverCalls[0]?.isPaused() === true)
    const handledWhilePaused = handler.requests.length
    assert.ok(handledWhilePaused < total, `${handledWhilePaused} of ${total}`)
    call.resume()
    const ids = () => call.frames.flatMap((frame) => frame.responses.map(({ id }) => id))
    await until(() => ids().length === total)
    assert.deepEqual(
      ids(),
      Array.from({ length: total }, (_, i) => i + 1),
    )
    call.cancel()
    call.on('error', () => undefined)
  })

  it('refuses a frame beyond the size limit of the server', async () => {
    const tiny = new Server({ 'grpc.max_receive_message_length': 1000 })
    tiny.addService(
      { Session: KV_SERVICE.Session },
      {
        Session: (call: ServerDuplexStream<Buffer, Buffer>) =>
          serveSession(call, handler, {
            scheduler: systemScheduler,
            clockReading: () => CLOCK,
            log: recorded.log,
          }),
      },
    )
    const target = await listen(tiny)
    try {
      const events = new RecordingEvents()
      const session = dialOnly(events, target)
      await until(() => events.isOpen)
      const answers = new Answers()
      session.send(get('x'.repeat(4000)), answers.receiver)
      await until(() => events.closings.length === 1)
      assert.equal(answers.brokenCount, 1)
      assert.equal(handler.requests.length, 0)
    } finally {
      tiny.forceShutdown()
    }
  })

  it('gives every answer to a client that has said its last word, then ends', async () => {
    handler.answer = () => undefined
    const call = rawCall()
    let ended = false
    call.on('end', () => (ended = true))
    call.write(helloFrame)
    call.write(encodeMessage(wire.ClientFrame, { requests: [{ id: 5, ...get('a') }] }))
    await until(() => handler.requests.length === 1)
    call.end()
    echo(handler.sessions[0]!, handler.requests[0]!)
    await until(() => ended)
    assert.equal(call.frames[0]?.responses[0]?.id, 5)
  })
})
