/**
 * Requests that no well-behaved client sends, straight over gRPC. Each is answered with an error that says what is wrong, nothing
 * is changed, and the connection serves the next request.
 */
import assert from 'node:assert/strict'
import { RingKvError, type ErrorCode } from '../../src/base/errors.ts'
import { encodeMessage, wire } from '../../src/net/protobuf.ts'
import {
  ADMIN_SERVICE,
  INTERNAL_SERVICE,
  KV_SERVICE,
  RAFT_SERVICE,
  type Method,
} from '../../src/net/services.ts'
import { useCluster } from './harness/cluster.ts'
import { errorOf, RawClient, type RawSession } from './harness/raw-client.ts'

const KEY = Buffer.from('witness')

describe('bad input', () => {
  const cluster = useCluster()
  let client: RawClient
  let session: RawSession
  let version = 0
  let sequence = 0

  before(async () => {
    client = new RawClient(cluster.current.node(1).listen)
    const put = { key: KEY, value: { string: 'unchanged' } }
    version = (await client.call(KV_SERVICE.Put, put)).timestamp
  })
  beforeEach(() => {
    session = client.session().hello()
  })
  afterEach(async () => {
    session.close()
    const { row } = await client.call(KV_SERVICE.Get, { key: KEY })
    assert.equal(row?.timestamp, version, 'the witness was changed')
  })
  after(() => client.close())

  async function unaryError(call: Promise<unknown>): Promise<ErrorCode> {
    try {
      await call
    } catch (error) {
      assert(error instanceof RingKvError, `no coded error: ${String(error)}`)
      assert.doesNotMatch(error.message, /\bat \S+:\d+/, 'a stack trace')
      return error.code
    }
    throw new Error('it was answered without an error')
  }

  /** Sessions must say who writes what. */
  function newHeader(): wire.WriteHeader.$Properties {
    return { id: { sequence: ++sequence, expiry: version + 60_000_000 } }
  }

  async function isServed(on: RawSession): Promise<void> {
    const { get } = await on.ask({ get: { key: KEY } })
    assert.equal(get?.row?.value?.string, 'unchanged')
  }

  // ---- wrong requests, by both ways to call ----------------------------------------------------------------------

  const value = { string: 'x' }
  const put = (more: object) => ({ put: { key: KEY, value, ...more } })
  const operations = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      put: { key: Buffer.from(`t:${index}`), value },
    }))
  const big = (bytes: number) => ({ bytes: Buffer.alloc(bytes) })
  const list = (length: number) => ({ list: { elements: new Array(length).fill({ int: 1n }) } })

  const wrong: readonly (readonly [string, ErrorCode, wire.Request.$Properties])[] = [
    ['an empty key', 'KEY_INVALID', put({ key: Buffer.alloc(0) })],
    ['a key of 4097 bytes', 'KEY_INVALID', put({ key: Buffer.alloc(4097, 1) })],
    ['an empty key to read', 'KEY_INVALID', { get: { key: Buffer.alloc(0) } }],
    ['a large value', 'VALUE_TOO_LARGE', put({ value: big((1 << 20) + 1) })],
    ['a long list', 'VALUE_TOO_LARGE', put({ value: list(1 << 20) })],
    ['no value', 'INVALID_ARGUMENT', put({ value: null })],
    ['a value of no kind', 'INVALID_ARGUMENT', put({ value: {} })],
    ['an unknown keyspace', 'KEYSPACE_UNKNOWN', put({ keyspace: 'nowhere' })],
    ['an unknown keyspace to read', 'KEYSPACE_UNKNOWN', { get: { keyspace: 'no', key: KEY } }],
    ['an unknown policy', 'INVALID_ARGUMENT', put({ onConflict: 99 })],
    ['a context that is none', 'CONFLICT', put({ context: Buffer.from('rubbish') })],
    ['own dots that fall', 'INVALID_ARGUMENT', put({ ownDots: [3, 2] })],
    ['an int added to text', 'TYPE_MISMATCH', { increment: { key: KEY, by: 1n } }],
    ['elements added to text', 'TYPE_MISMATCH', { listAppend: { key: KEY, elements: [value] } }],
    ['too many operations', 'TXN_TOO_LARGE', { transact: { then: operations(1025) } }],
    [
      'too many bytes at once',
      'TXN_TOO_LARGE',
      {
        transact: {
          then: operations(10).map(({ put: { key } }) => ({
            put: { key, value: big(1_000_000) },
          })),
        },
      },
    ],
    ['a future to read at', 'CLOCK_AHEAD', { get: { key: KEY, at: 2 ** 52 } }],
    ['a future to scan at', 'CLOCK_AHEAD', { scan: { at: 2 ** 52 } }],
    ['a future floor', 'CLOCK_AHEAD', { begin: { floor: 2 ** 52 } }],
    ['a cursor that is none', 'INVALID_ARGUMENT', { scan: { cursor: Buffer.from('rubbish') } }],
    [
      'an id that outlives everything',
      'CLOCK_AHEAD',
      put({ header: { id: { client: Buffer.alloc(16, 7), sequence: 1, expiry: 2 ** 52 } } }),
    ],
    [
      'an id of a strange length',
      'INVALID_ARGUMENT',
      put({ header: { id: { client: Buffer.alloc(5), sequence: 1, expiry: 1 } } }),
    ],
    [
      'an id that has expired',
      'OUTCOME_EXPIRED',
      put({ header: { id: { client: Buffer.alloc(16, 7), sequence: 1, expiry: 1 } } }),
    ],
    ['an actor of 65 bytes', 'INVALID_ARGUMENT', put({ actor: 'a'.repeat(65) })],
    [
      'a compare without relation',
      'INVALID_ARGUMENT',
      { transact: { compare: [{ key: KEY, value }], then: operations(1) } },
    ],
    ['an operation without kind', 'INVALID_ARGUMENT', { transact: { then: [{}] } }],
    ['a commit of nothing', 'INVALID_ARGUMENT', { commit: {} }],
    ['a resolve without id', 'INVALID_ARGUMENT', { resolve: { keys: [{ key: KEY }] } }],
  ]
  const unaryMethods = {
    get: KV_SERVICE.Get,
    scan: KV_SERVICE.ScanPage,
    put: KV_SERVICE.Put,
    increment: KV_SERVICE.Increment,
    listAppend: KV_SERVICE.ListAppend,
    transact: KV_SERVICE.Transact,
    begin: KV_SERVICE.Begin,
    commit: KV_SERVICE.Commit,
    resolve: KV_SERVICE.Resolve,
  } as const

  for (const [what, code, request] of wrong) {
    it(`answers ${what} with ${code}`, async () => {
      const [body] = Object.keys(request) as (keyof typeof unaryMethods)[]
      const method = unaryMethods[body!] as Method<unknown, unknown>
      const message = request[body!]!
      assert.equal(await unaryError(client.call(method, message)), code)
      // On a session the actor is the session's.
      if (what.startsWith('an actor')) return
      const header = 'header' in message ? message.header : newHeader()
      assert.equal(errorOf(await session.ask({ [body!]: { ...message, header } })), code)
      await isServed(session)
    })
  }

  // ---- wrong bytes -----------------------------------------------------------------------------------------------

  it('refuses a frame that is no frame, and only that session', async () => {
    const other = client.session().hello()
    await isServed(other)
    session.sendBytes(Buffer.from([0x0f, 0xff, 0xff, 0xff, 0xff]))
    const { code, details } = await session.ended
    assert.equal(code, 3, details)
    await isServed(other)
    other.close()
  })

  it('refuses a request that reaches beyond its frame', async () => {
    const frame = encodeMessage(wire.ClientFrame, { requests: [{ id: 1, get: { key: KEY } }] })
    session.sendBytes(frame.subarray(0, frame.length - 3))
    assert.equal((await session.ended).code, 3)
  })

  it('answers a request whose body is rubbish by its id, and goes on', async () => {
    // Field 2 of the frame holds: id = 77, then a `get` (field 3) that claims more bytes than there are.
    session.sendBytes(Buffer.from([0x12, 0x06, 0x08, 77, 0x1a, 0x05, 0x0a, 0x7f]))
    assert.equal(errorOf(await session.answer(77)), 'INVALID_ARGUMENT')
    await isServed(session)
  })

  it('answers a request of a kind from the future with UNIMPLEMENTED', async () => {
    // Field 1000, a message; and no body at all.
    session.sendBytes(Buffer.from([0x12, 0x06, 0x08, 78, 0xc2, 0x3e, 0x01, 0x00]))
    assert.equal(errorOf(await session.answer(78)), 'UNIMPLEMENTED')
    session.sendBytes(Buffer.from([0x12, 0x02, 0x08, 79]))
    assert.equal(errorOf(await session.answer(79)), 'UNIMPLEMENTED')
    await isServed(session)
  })

  it('ignores fields from the future', async () => {
    const future = Buffer.from([0xc2, 0x3e, 0x02, 0x01, 0x02])
    const get = Buffer.concat([encodeMessage(wire.GetRequest, { key: KEY }), future])
    const answer = await client.callBytes(KV_SERVICE.Get.path, get)
    assert.equal(wire.GetResponse.decode(answer).row?.value?.string, 'unchanged')
    session.sendBytes(future)
    await isServed(session)
  })

  it('ends a session that does not say hello first, or twice', async () => {
    const rude = client.session()
    void rude.ask({ get: { key: KEY } })
    assert.equal((await rude.ended).code, 3)
    session.hello()
    assert.equal((await session.ended).code, 3)
  })

  it('refuses bytes that are no message', async () => {
    const call = client.callBytes(KV_SERVICE.Put.path, Buffer.from([0x0a, 0xff]))
    await assert.rejects(call, (error: { code: number }) => [3, 13].includes(error.code))
  })

  it('refuses a message beyond the size that it takes', async () => {
    const bytes = Buffer.alloc(15 << 20)
    const value = { bytes }
    assert.equal(
      await unaryError(client.call(KV_SERVICE.Put, { key: KEY, value })),
      'VALUE_TOO_LARGE',
    )
    const beyond = client.callBytes(KV_SERVICE.Put.path, Buffer.alloc(17 << 20))
    await assert.rejects(beyond, (error: { code: number }) => error.code === 8)
    session.sendBytes(Buffer.alloc(17 << 20))
    assert.equal((await session.ended).code, 8)
  })

  it('does nothing after a deadline that has passed', async () => {
    const late = client.call(KV_SERVICE.Put, { key: KEY, value }, -1000)
    await assert.rejects(late, (error: { code: number | string }) =>
      [4, 'DEADLINE'].includes(error.code),
    )
  })

  it('answers everything of a flood, however little of it is right', async () => {
    const asked = Array.from({ length: 3000 }, (_, index) =>
      session.ask(index % 3 === 0 ? { get: { key: KEY } } : { get: { key: Buffer.alloc(0) } }),
    )
    const answers = await Promise.all(asked)
    answers.forEach((answer, index) => {
      assert.equal(errorOf(answer), index % 3 === 0 ? undefined : 'KEY_INVALID')
    })
  })

  it('refuses bad keyspaces', async () => {
    const create = (request: wire.CreateKeyspaceRequest.$Properties): Promise<unknown> =>
      client.call(ADMIN_SERVICE.CreateKeyspace, request)
    for (const name of ['', 'with blank', 'x'.repeat(1000)]) {
      assert.equal(await unaryError(create({ name })), 'INVALID_ARGUMENT')
    }
    const other = { name: 'default', partition: { kind: wire.PartitionRule.Kind.KIND_ALL } }
    assert.equal(await unaryError(create(other)), 'ALREADY_EXISTS')
  })

  it('says that an unknown method is not implemented', async () => {
    const call = client.callBytes('/ringkv.v1.Kv/Destroy', Buffer.alloc(0))
    await assert.rejects(call, (error: { code: number }) => error.code === 12)
  })

  // ---- standard services -----------------------------------------------------------------------------------------

  it('answers health checks', async () => {
    for (const service of ['', 'ringkv.v1.Kv']) {
      const request = Buffer.concat([Buffer.from([0x0a, service.length]), Buffer.from(service)])
      const answer = await client.callBytes('/grpc.health.v1.Health/Check', request)
      assert.deepEqual([...answer], [0x08, 0x01], 'not SERVING')
    }
  })

  it('lists its services by reflection', async () => {
    // ServerReflectionRequest with list_services (field 7); the names come back as text among a few tags.
    const stream = client.stream('/grpc.reflection.v1.ServerReflection/ServerReflectionInfo')
    const answer = new Promise<string>((resolve, reject) => {
      stream.on('data', (bytes: Buffer) => resolve(bytes.toString('latin1')))
      stream.on('error', reject)
    })
    stream.write(Buffer.from([0x3a, 0x00]))
    const names = await answer
    stream.end()
    for (const service of ['ringkv.v1.Kv', 'ringkv.v1.Admin']) assert(names.includes(service))
  })

  // ---- what only nodes should call -------------------------------------------------------------------------------

  describe('on the services between nodes', () => {
    const node = () => cluster.current.node(1)
    const rubbish = Buffer.from('c0ffee00ffffffffff', 'hex')

    afterEach(async () => {
      assert(node().running, node().log().split('\n').slice(-5).join('\n'))
      await isServed(session)
    })

    it('refuses strangers', async () => {
      const stranger = { clusterId: 'another', node: 2 }
      const calls = [
        client.call(INTERNAL_SERVICE.Heartbeat, stranger),
        client.call(INTERNAL_SERVICE.ProposePlacement, { clusterId: 'another' }),
      ]
      for (const call of calls) {
        await assert.rejects(call, (error: Error) => /cluster/.test(error.message))
      }
    })

    const forged = (): Promise<unknown>[] => {
      const { clusterId } = cluster.current
      const heartbeat = (sender: number) =>
        client.call(INTERNAL_SERVICE.Heartbeat, { clusterId, node: sender })
      const placement = (command: Buffer) =>
        client.call(INTERNAL_SERVICE.ProposePlacement, { clusterId, command })
      return [
        heartbeat(0),
        heartbeat(4_000_000_000),
        placement(Buffer.alloc(0)),
        placement(rubbish),
        placement(Buffer.from('{"kind":"create-keyspace","name":7}')),
        client.callBytes(INTERNAL_SERVICE.Heartbeat.path, rubbish),
      ]
    }

    it('survives forged unary calls', async () => {
      // Refused or taken for nonsense, but not for long.
      await Promise.allSettled(forged())
    })

    for (const [name, path] of [
      ['Forward', INTERNAL_SERVICE.Forward.path],
      ['WatchMap', INTERNAL_SERVICE.WatchMap.path],
      ['Listen', RAFT_SERVICE.Listen.path],
      ['FetchSnapshot', RAFT_SERVICE.FetchSnapshot.path],
    ] as const) {
      it(`survives rubbish on ${name}`, async () => {
        const { clusterId } = cluster.current
        const hello = encodeMessage(wire.RaftHello, { clusterId, node: 0, bootId: '', to: 1 })
        const request = encodeMessage(wire.SnapshotRequest, { clusterId })
        for (const bytes of [Buffer.alloc(0), rubbish, hello, request]) {
          const stream = client.stream(path)
          const ended = new Promise((resolve) => stream.on('status', resolve))
          stream.on('error', () => undefined)
          stream.on('data', () => undefined)
          stream.write(bytes)
          stream.write(rubbish)
          stream.end()
          // Some of these wait for more; the node must live through either.
          const timer = setTimeout(() => stream.cancel(), 500)
          await ended
          clearTimeout(timer)
        }
      })
    }
  })
})
