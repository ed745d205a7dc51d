import assert from 'node:assert/strict'
import {
  Client,
  credentials,
  Metadata,
  type MethodDefinition,
  type Server,
  type ServiceError,
} from '@grpc/grpc-js'
import { systemClock, systemScheduler } from '../../src/base/clock.ts'
import { RingKvError } from '../../src/base/errors.ts'
import { encodeError, ERROR_TRAILER } from '../../src/net/error-codec.ts'
import { kvService } from '../../src/net/kv-service.ts'
import { wire } from '../../src/net/protobuf.ts'
import type { Requester, SessionHandler } from '../../src/net/request-handler.ts'
import { addHealthAndReflection } from '../../src/net/server-extras.ts'
import { KV_SERVICE } from '../../src/net/services.ts'
import { listen, newServer, RecordingLog, until } from './support.ts'

type Answer = (from: Requester, request: wire.Request) => void

describe('unary calls', () => {
  let server: Server
  let client: Client
  let answer: Answer
  let recorded: RecordingLog
  const handler: SessionHandler = {
    opened: () => undefined,
    closed: () => undefined,
    request: (from, request) => answer(from, request),
  }

  beforeEach(async () => {
    recorded = new RecordingLog()
    server = newServer()
    const options = {
      scheduler: systemScheduler,
      clock: systemClock,
      clockReading: () => 1,
      log: recorded.log,
    }
    server.addService(KV_SERVICE, kvService(handler, options))
    client = new Client(await listen(server), credentials.createInsecure())
  })

  afterEach(() => {
    client.close()
    server.forceShutdown()
  })

  function call<In, Out>(
    method: MethodDefinition<In, Out>,
    request: unknown,
    deadline?: number,
  ): Promise<Out> {
    return new Promise((resolve, reject) => {
      client.makeUnaryRequest(
        method.path,
        method.requestSerialize,
        method.responseDeserialize,
        request as In,
        new Metadata(),
        deadline === undefined ? {} : { deadline },
        (error, response) => (error === null ? resolve(response!) : reject(error)),
      )
    })
  }

  it('bring every kind of request to the handler under the name a session would use', async () => {
    const key = Buffer.from('k')
    const bodies: (string | undefined)[] = []
    answer = (from, request) => {
      bodies.push(request.body)
      from.respond(request.id, {
        get: {},
        batchGet: {},
        scan: {},
        written: {},
        batchPut: {},
        transact: {},
        begin: {},
        resolve: {},
      })
    }
    await call(KV_SERVICE.Get, { key })
    await call(KV_SERVICE.BatchGet, {})
    await call(KV_SERVICE.ScanPage, {})
    await call(KV_SERVICE.Put, { key })
    await call(KV_SERVICE.Delete, { key })
    await call(KV_SERVICE.Increment, { key, by: 1n })
    await call(KV_SERVICE.ListAppend, { key })
    await call(KV_SERVICE.ListPrepend, { key })
    await call(KV_SERVICE.ListRemove, { key })
    await call(KV_SERVICE.BatchPut, {})
    await call(KV_SERVICE.Transact, {})
    await call(KV_SERVICE.Begin, {})
    await call(KV_SERVICE.Commit, {})
    await call(KV_SERVICE.Resolve, {})
    assert.deepEqual(bodies, [
      'get',
      'batchGet',
      'scan',
      'put',
      'delete',
      'increment',
      'listAppend',
      'listPrepend',
      'listRemove',
      'batchPut',
      'transact',
      'begin',
      'commit',
      'resolve',
    ])
  })

  it('carry the message there and the answer back', async () => {
    answer = (from, request) => {
      assert.equal(from.client, '')
      assert.equal(request.put?.value?.int, 5n)
      from.respond(request.id, { written: { timestamp: 9, value: { int: 2n ** 62n } } })
    }
    const written = await call(KV_SERVICE.Put, { key: Buffer.from('k'), value: { int: 5n } })
    assert.equal(written.timestamp, 9)
    assert.equal(written.value?.int, 2n ** 62n)
  })

  it('fail with the status of the code and the whole error in the trailers', async () => {
    answer = (from, request) => {
      const error = new RingKvError('VALUE_TOO_LARGE', 'too much')
      from.respond(request.id, { error: encodeError(error) })
    }
    await assert.rejects(call(KV_SERVICE.Put, {}), (error: ServiceError) => {
      assert.equal(error.code, 3)
      assert.equal(error.details, 'VALUE_TOO_LARGE: too much')
      const [trailer] = error.metadata.get(ERROR_TRAILER)
      assert.equal(wire.Error.decode(trailer as Buffer).message, 'too much')
      return true
    })
  })

  it('fail when the handler throws, without telling why', async () => {
    answer = () => {
      throw new TypeError('secret')
    }
    await assert.rejects(call(KV_SERVICE.Get, {}), (error: ServiceError) => {
      assert.equal(error.code, 13)
      assert.doesNotMatch(error.details, /secret/)
      return true
    })
    assert.ok(recorded.has('handler-failed'))
  })

  it('hand their deadline on as a timeout', async () => {
    let timeoutMs = -1
    answer = (from, request) => {
      timeoutMs = request.timeoutMs
      from.respond(request.id, { get: {} })
    }
    await call(KV_SERVICE.Get, {}, systemClock.wallMicros() / 1000 + 60_000)
    assert.ok(timeoutMs > 0 && timeoutMs <= 60_000, String(timeoutMs))
    await call(KV_SERVICE.Get, {})
    assert.equal(timeoutMs, 0)
  })

  it('tell the handler when the caller has gone', async () => {
    let caller: Requester | undefined
    answer = (from) => (caller = from)
    const pending = client.makeUnaryRequest(
      KV_SERVICE.Get.path,
      KV_SERVICE.Get.requestSerialize,
      KV_SERVICE.Get.responseDeserialize,
      new wire.GetRequest(),
      () => undefined,
    )
    await until(() => caller !== undefined)
    assert.equal(caller?.connected, true)
    pending.cancel()
    await until(() => caller?.connected === false)
    caller.respond(1, { get: {} })
  })

  function scan(): {
    pages: wire.ScanResponse[]
    ended: () => boolean
    error: () => Error | undefined
  } {
    const { path, requestSerialize, responseDeserialize } = KV_SERVICE.Scan
    const stream = client.makeServerStreamRequest(
      path,
      requestSerialize,
      responseDeserialize,
      new wire.ScanRequest({ prefix: Buffer.from('p') }),
    )
    const pages: wire.ScanResponse[] = []
    let ended = false
    let error: Error | undefined
    stream.on('data', (page: wire.ScanResponse) => pages.push(page))
    stream.on('end', () => (ended = true))
    stream.on('error', (failure: Error) => (error = failure))
    return { pages, ended: () => ended, error: () => error }
  }

  it('stream a scan page by page, each asked for by the cursor of the one before', async () => {
    const cursors: string[] = []
    answer = (from, request) => {
      cursors.push(Buffer.from(request.scan!.cursor!).toString())
      const page = cursors.length
      const cursor = Buffer.from(page < 3 ? `after-${page}` : '')
      from.respond(request.id, { scan: { readAt: page, cursor } })
    }
    const result = scan()
    await until(result.ended)
    assert.deepEqual(cursors, ['', 'after-1', 'after-2'])
    assert.deepEqual(
      result.pages.map(({ readAt }) => readAt),
      [1, 2, 3],
    )
  })

  it('stream a watch answer by answer, each asked for by the token of the one before', async () => {
    const tokens: string[] = []
    answer = (from, request) => {
      tokens.push(Buffer.from(request.watch!.token!).toString())
      if (tokens.length === 4) return
      from.respond(request.id, { watch: { token: Buffer.from(`t${tokens.length}`) } })
    }
    const { path, requestSerialize, responseDeserialize } = KV_SERVICE.Watch
    const request = new wire.WatchRequest({ token: Buffer.from('t0') })
    const stream = client.makeServerStreamRequest(
      path,
      requestSerialize,
      responseDeserialize,
      request,
    )
    stream.on('data', () => undefined)
    stream.on('error', () => undefined)
    await until(() => tokens.length === 4)
    assert.deepEqual(tokens, ['t0', 't1', 't2', 't3'])
    stream.cancel()
  })

  it('break a scan off with the error that a page met', async () => {
    let asked = 0
    answer = (from, request) => {
      asked++
      if (asked === 1) from.respond(request.id, { scan: { cursor: Buffer.from('c') } })
      else {
        const error = encodeError(new RingKvError('SNAPSHOT_TOO_OLD', 'gone'))
        from.respond(request.id, { error })
      }
    }
    const result = scan()
    await until(() => result.error() !== undefined)
    assert.equal((result.error() as ServiceError).code, 11)
    assert.equal(result.pages.length, 1)
  })
})

describe('standard services', () => {
  const HEALTH_CHECK = '/grpc.health.v1.Health/Check'
  const pass = (bytes: Buffer) => bytes
  let server: Server
  let client: Client

  beforeEach(() => {
    server = newServer()
  })

  afterEach(() => {
    client.close()
    server.forceShutdown()
  })

  it('say whether the node serves, and describe the interface from its files', async () => {
    const health = addHealthAndReflection(server)
    client = new Client(await listen(server), credentials.createInsecure())
    const check = () =>
      new Promise<string>((resolve, reject) => {
        client.makeUnaryRequest(HEALTH_CHECK, pass, pass, Buffer.alloc(0), (error, response) =>
          error === null ? resolve(response!.toString('hex')) : reject(error),
        )
      })
    assert.equal(await check(), '0802')
    health.setServing(true)
    assert.equal(await check(), '0801')

    const path = '/grpc.reflection.v1.ServerReflection/ServerReflectionInfo'
    const call = client.makeBidiStreamRequest(path, pass, pass, new Metadata())
    const listed = new Promise<string>((resolve, reject) => {
      call.on('data', (answer: Buffer) => resolve(answer.toString('latin1')))
      call.on('error', reject)
    })
    // ServerReflectionRequest { list_services: "*" }
    call.write(Buffer.from('3a012a', 'hex'))
    const services = await listed
    call.end()
    for (const name of ['Kv', 'Admin', 'Raft', 'Internal']) {
      assert.ok(services.includes(`ringkv.v1.${name}`), name)
    }
  })
})
