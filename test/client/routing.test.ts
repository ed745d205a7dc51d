import assert from 'node:assert/strict'
import { keyOfText, keyspaceId } from '../../src/base/ids.ts'
import { tokenOf } from '../../src/base/token.ts'
import { Routes } from '../../src/client/routes.ts'
import { wire } from '../../src/net/protobuf.ts'
import type { WireRoutes } from '../../src/client/session.ts'
import { FakeCluster, FakeNode, outcomeOf } from './fake-cluster.ts'

const { KIND_FIRST, KIND_KEY } = wire.PartitionRule.Kind
const APPLIED = wire.WriteOutcome.WRITE_OUTCOME_APPLIED
const HALF = 2 ** 31
const ROUTES: WireRoutes = {
  full: true,
  nodes: [
    { id: 1, address: 'a:1' },
    { id: 2, address: 'b:1' },
  ],
  shards: [
    { shard: 1, start: 0, end: HALF, leader: 1 },
    { shard: 2, start: HALF, end: 2 ** 32, leader: 2 },
  ],
  keyspaces: [
    { id: 1, name: 'default', partition: { kind: KIND_KEY } },
    { id: 2, name: 'users', partition: { kind: KIND_FIRST, parts: 2, separator: ':' } },
  ],
}

function leaderOf(key: string): string {
  return tokenOf(keyspaceId(1), keyOfText(key), { kind: 'key' }) < HALF ? 'a:1' : 'b:1'
}

function keyLedBy(address: string): string {
  return Array.from({ length: 100 }, (_, i) => `key${i}`).find((key) => leaderOf(key) === address)!
}

describe('client: routes', () => {
  it('finds the leader of a key by its token', () => {
    const routes = new Routes()
    routes.apply(ROUTES)
    for (let i = 0; i < 100; i++) {
      assert.equal(routes.addressOf('', keyOfText(`k${i}`)), leaderOf(`k${i}`))
    }
  })

  it('sends keys of one partition to one place', () => {
    const routes = new Routes()
    routes.apply(ROUTES)
    const places = ['name', 'mail', 'x'].map((part) =>
      routes.shardOf('users', keyOfText(`user:17:${part}`)),
    )
    assert.equal(new Set(places).size, 1)
  })

  it('follows changes of single shards, and a split', () => {
    const routes = new Routes()
    routes.apply(ROUTES)
    routes.apply({
      shards: [
        { shard: 2, start: HALF, end: HALF + 1000, leader: 2 },
        { shard: 3, start: HALF + 1000, end: 2 ** 32, leader: 1 },
      ],
    })
    for (let i = 0; i < 50; i++)
      assert.equal(routes.addressOf('default', keyOfText(`k${i}`)), 'a:1')
  })

  it('knows nothing about unknown keyspaces, shards without leader, and before the first push', () => {
    const routes = new Routes()
    assert.equal(routes.addressOf('', keyOfText('k')), undefined)
    routes.apply(ROUTES)
    assert.equal(routes.addressOf('nowhere', keyOfText('k')), undefined)
    routes.apply({ shards: [1, 2].map((shard) => ({ ...ROUTES.shards![shard - 1]!, leader: 0 })) })
    assert.equal(routes.addressOf('', keyOfText('k')), undefined)
  })

  it('sends every request to the node of its leader', async () => {
    const cluster = new FakeCluster(['a:1', 'b:1'])
    cluster.routes = ROUTES
    cluster.behaviour = ({ reply }) => reply({ written: { outcome: APPLIED, timestamp: 1 } })
    const kv = await cluster.client()
    for (let i = 0; i < 30; i++) await outcomeOf(cluster.time, kv.put(`k${i}`, 'v'))
    cluster.arrivals.forEach(({ address }, i) => assert.equal(address, leaderOf(`k${i}`)))
    await kv.close()
  })

  it('asks any other node while the leader’s node is away, and comes back to it', async () => {
    const cluster = new FakeCluster(['a:1', 'b:1'])
    cluster.routes = ROUTES
    cluster.behaviour = ({ reply }) => reply({ get: { row: {}, readAt: 1 } })
    const kv = await cluster.client()
    const key = keyLedBy('a:1')
    cluster.node('a:1').crash()
    await outcomeOf(cluster.time, kv.get(key))
    assert.equal(cluster.arrivals.at(-1)!.address, 'b:1')
    cluster.node('a:1').up = true
    await cluster.time.pass(3000)
    await outcomeOf(cluster.time, kv.get(key))
    assert.equal(cluster.arrivals.at(-1)!.address, 'a:1')
    await kv.close()
  })

  it('learns nodes that it was not told of, and sends to them', async () => {
    const cluster = new FakeCluster(['a:1'])
    cluster.routes = ROUTES
    cluster.behaviour = ({ reply }) => reply({ get: { row: {}, readAt: 1 } })
    const kv = await cluster.client()
    cluster.nodes.set('b:1', new FakeNode('b:1'))
    const key = keyLedBy('b:1')
    await outcomeOf(cluster.time, kv.get(key), 10)
    await outcomeOf(cluster.time, kv.get(key), 10)
    assert.deepEqual(
      cluster.arrivals.map(({ address }) => address),
      ['a:1', 'b:1'],
    )
    await kv.close()
  })

  it('leaves a node that has fallen silent, giving its requests to others', async () => {
    const cluster = new FakeCluster(['a:1', 'b:1'])
    cluster.routes = ROUTES
    cluster.behaviour = ({ reply }) => reply({ get: { row: {}, readAt: 1 } })
    const kv = await cluster.client()
    const key = keyLedBy('a:1')
    cluster.node('a:1').silent = true
    const { error } = await outcomeOf(cluster.time, kv.get(key), 5000)
    assert.equal(error, undefined)
    assert.equal(cluster.arrivals.at(-1)!.address, 'b:1')
    await kv.close()
  })

  it('keeps a session whose node is alive, however long one request takes', async () => {
    const cluster = new FakeCluster(['a:1'])
    const kv = await cluster.client()
    const call = kv.get('k', { timeoutMs: 60_000 })
    await cluster.time.pass(30_000)
    assert.equal(cluster.arrivals.length, 1)
    cluster.arrivals[0]!.reply({
      get: { row: { timestamp: 4, value: { string: 'late' } }, readAt: 1 },
    })
    assert.equal((await call)?.value, 'late')
    await kv.close()
  })

  it('does not count the time in which nothing was asked as silence', async () => {
    const cluster = new FakeCluster(['a:1'])
    const kv = await cluster.client()
    await cluster.time.pass(60_000)
    const call = kv.get('k')
    await cluster.time.pass(500)
    cluster.arrivals[0]!.reply({ get: { row: {}, readAt: 1 } })
    await call
    assert.equal(cluster.arrivals.length, 1)
    await kv.close()
  })

  it('finds out that a node is silent also when nobody waits for its answer any more', async () => {
    const cluster = new FakeCluster(['a:1', 'b:1'])
    cluster.routes = ROUTES
    const kv = await cluster.client()
    cluster.node('a:1').silent = true
    const { error } = await outcomeOf(
      cluster.time,
      kv.get(keyLedBy('a:1'), { timeoutMs: 100 }),
      500,
    )
    assert.match(String(error), /no answer before the deadline/)
    const dials = cluster.node('a:1').sessions.length
    await cluster.time.pass(5_000)
    assert.equal(cluster.node('a:1').sessions.length, dials + 1)
    await kv.close()
  })

  it('needs no timer while nothing is asked', async () => {
    const cluster = new FakeCluster(['a:1'])
    cluster.behaviour = ({ reply }) => reply({ get: { row: {}, readAt: 1 } })
    const kv = await cluster.client()
    assert.equal(cluster.time.planned, 0)
    await outcomeOf(cluster.time, kv.get('k'))
    await cluster.time.pass(100)
    assert.equal(cluster.time.planned, 0)
    await kv.close()
  })

  it('keeps requests until a node can be reached', async () => {
    const cluster = new FakeCluster(['a:1'])
    cluster.behaviour = ({ reply }) => reply({ get: { row: {}, readAt: 1 } })
    const kv = await cluster.client()
    cluster.node('a:1').crash()
    const call = kv.get('k')
    await cluster.time.pass(2000)
    assert.equal(cluster.arrivals.length, 0)
    cluster.node('a:1').up = true
    const { error } = await outcomeOf(cluster.time, call, 3000)
    assert.equal(error, undefined)
    await kv.close()
  })

  it('groups many reads by leader and gives the answers in the order asked', async () => {
    const cluster = new FakeCluster(['a:1', 'b:1'])
    cluster.routes = ROUTES
    cluster.behaviour = ({ request, reply }) => {
      const rows = request.batchGet!.keys!.map((key) => {
        const text = Buffer.from(key).toString()
        return text === 'k3' ? { key } : { key, timestamp: 1, value: { string: text } }
      })
      reply({ batchGet: { rows, readAt: 1 } })
    }
    const kv = await cluster.client()
    const keys = Array.from({ length: 20 }, (_, i) => `k${i}`)
    const { result } = await outcomeOf(cluster.time, kv.getMany(keys))
    assert.deepEqual(
      result!.map((entry) => entry?.value),
      keys.map((key) => (key === 'k3' ? undefined : key)),
    )
    assert.equal(cluster.arrivals.length, 2)
    await kv.close()
  })

  it('puts a batch with an id each, and says of each what became of it', async () => {
    const cluster = new FakeCluster(['a:1'])
    cluster.behaviour = ({ request, reply, refuse }) => {
      const key = Buffer.from(request.put!.key!).toString()
      if (key === 'bad') refuse('TYPE_MISMATCH', 'no')
      else reply({ written: { outcome: APPLIED, timestamp: 3 } })
    }
    const kv = await cluster.client()
    const entries = ['a', 'bad', 'c'].map((key) => ({ key, value: 'v' }))
    const { result } = await outcomeOf(cluster.time, kv.batchPut(entries))
    assert.deepEqual(
      result!.map((each) => ('code' in each ? each.code : each.outcome)),
      ['APPLIED', 'TYPE_MISMATCH', 'APPLIED'],
    )
    const ids = cluster.arrivals.map(({ request }) => request.put!.header!.id!.sequence)
    assert.equal(new Set(ids).size, 3)
    await kv.close()
  })
})
