/** Keyspaces as clients and operators meet them: made, found everywhere at once, changed, dropped (06, 07). */
import assert from 'node:assert/strict'
import { RingKvError } from '../../src/base/errors.ts'
import { wire } from '../../src/net/protobuf.ts'
import {
  alterKeyspace,
  createKeyspace,
  dropKeyspace,
  showKeyspace,
} from '../../src/server/keyspace-admin.ts'
import type { RigClient } from './rig/rig-client.ts'
import { RigCluster } from './rig/rig-cluster.ts'

function create(cluster: RigCluster, node: number, name: string, more = {}) {
  const request = wire.CreateKeyspaceRequest.decode(
    wire.CreateKeyspaceRequest.encode({ name, ...more }).finish(),
  )
  return cluster.settled(createKeyspace(cluster.node(node).node, request))
}

function alter(cluster: RigCluster, node: number, name: string, more = {}) {
  const request = wire.AlterKeyspaceRequest.decode(
    wire.AlterKeyspaceRequest.encode({ name, ...more }).finish(),
  )
  return cluster.settled(alterKeyspace(cluster.node(node).node, request))
}

function drop(cluster: RigCluster, node: number, name: string, id = 0) {
  const request = wire.DropKeyspaceRequest.decode(
    wire.DropKeyspaceRequest.encode({ name, id }).finish(),
  )
  return cluster.settled(dropKeyspace(cluster.node(node).node, request))
}

async function put(client: RigClient, keyspace: string, key: string): Promise<void> {
  const header = client.header()
  await client.ask({
    put: { header, keyspace, key: Buffer.from(key), value: { string: 'value' } },
  })
}

async function get(client: RigClient, keyspace: string, key: string): Promise<unknown> {
  const answer = await client.ask({ get: { keyspace, key: Buffer.from(key) } })
  return answer.get!.row?.value?.string ?? undefined
}

async function refusalOf(promise: Promise<unknown>): Promise<RingKvError> {
  try {
    await promise
  } catch (error) {
    if (error instanceof RingKvError) return error
    throw error
  }
  return assert.fail('it was not refused')
}

/** Of the value that `put` writes. */
const VALUE_BYTES = 7

describe('a keyspace', () => {
  it('takes writes at once through any node, though some leader has not heard of it yet', async () => {
    const settings = { initialShards: 8 }
    const cluster = await RigCluster.started({ nodes: 4, seed: 3, settings })
    const led = cluster.shards.filter((shard) => cluster.leader(shard).node.id === 4)
    assert(led.length > 0, 'node 4 should lead something')
    cluster.network.tap = ({ kind, to }) => (kind === 'map-update' && to === 4 ? 'hold' : 'pass')
    await create(cluster, 1, 'users')
    const client = cluster.client(1)
    const keys = Array.from({ length: 32 }, (_, i) => `key-${i}`)
    const writes = Promise.all(keys.map((key) => put(client, 'users', key)))
    await cluster.time.pass(500)
    const isNews = cluster.node(4).node.cluster.view.keyspaceNamed('users') === undefined
    assert(isNews, 'node 4 knows it already')
    cluster.network.tap = () => 'pass'
    cluster.network.release(() => true)
    await cluster.settled(writes)
    assert.equal(await cluster.settled(get(cluster.client(2), 'users', 'key-7')), 'value')
    cluster.assertHealthy()
  })

  it('is made once, however often it is asked for with the same rules', async () => {
    const cluster = await RigCluster.started({ nodes: 3, seed: 4 })
    const rules = { quotaBytes: 1000, retentionMs: 120_000 }
    const first = await create(cluster, 1, 'users', rules)
    const again = await create(cluster, 2, 'users', rules)
    assert.deepEqual([first.existed, again.existed], [false, true])
    assert.equal(again.id, first.id)
    const error = await refusalOf(create(cluster, 3, 'users'))
    assert.equal(error.code, 'ALREADY_EXISTS')
    assert.match(error.message, /retention in milliseconds is 120000, not 3600000/)
  })

  it('is altered in what is given, and shown so', async () => {
    const cluster = await RigCluster.started({ nodes: 3, seed: 5 })
    await create(cluster, 1, 'users', { quotaBytes: 1000 })
    await alter(cluster, 2, 'users', { retentionMs: 90_000 })
    await alter(cluster, 2, 'users', { quotaBytes: 0 })
    const { keyspace } = await cluster.settled(
      showKeyspace(cluster.node(2).node, new wire.ShowKeyspaceRequest({ name: 'users' })),
    )
    assert.deepEqual([keyspace?.retentionMs, keyspace?.quotaBytes], [90_000, 0])
    const short = await refusalOf(alter(cluster, 1, 'users', { retentionMs: 1 }))
    assert.equal(short.code, 'INVALID_ARGUMENT')
    assert.match(short.message, /60000 ms \(the transaction lifetime\)/)
  })

  it('that was dropped is refused as such, and its name can be used again', async () => {
    const cluster = await RigCluster.started({ nodes: 3, seed: 6 })
    const { id } = await create(cluster, 1, 'users')
    const client = cluster.client(2)
    await cluster.settled(put(client, 'users', 'ada'))
    await drop(cluster, 2, 'users')
    for (const request of [put(client, 'users', 'bob'), get(client, 'users', 'ada')]) {
      const error = await refusalOf(cluster.settled(request))
      assert.equal(error.code, 'KEYSPACE_UNKNOWN')
      assert.match(error.message, /"users" was dropped/)
    }
    const made = await create(cluster, 3, 'users')
    assert.notEqual(made.id, id)
    const stale = await refusalOf(drop(cluster, 3, 'users', id ?? 0))
    assert.match(stale.message, /dropped and made anew/)
    assert.equal(await cluster.settled(get(cluster.client(3), 'users', 'ada')), undefined)
    cluster.assertHealthy()
  })

  it('is counted by its shards, alike on all replicas, also after power failures', async () => {
    const settings = { initialShards: 4 }
    const cluster = await RigCluster.started({ nodes: 3, seed: 7, settings })
    await create(cluster, 1, 'users')
    const client = cluster.client(1)
    const keys = Array.from({ length: 20 }, (_, i) => `key-${i}`)
    await cluster.settled(Promise.all(keys.map((key) => put(client, 'users', key))))
    const counted = async (): Promise<unknown[]> => {
      const request = new wire.ShowKeyspaceRequest({ name: 'users' })
      const shown = await cluster.settled(showKeyspace(cluster.node(2).node, request))
      return [shown.keyspace!.keys, shown.keyspace!.bytes, shown.keyspace!.historyBytes]
    }
    const bytes = keys.reduce((sum, key) => sum + key.length + VALUE_BYTES, 0)
    await cluster.time.pass(2_500)
    assert.deepEqual(await counted(), [20, bytes, 0])
    for (const id of [1, 2, 3]) cluster.crash(id)
    for (const id of [1, 2, 3]) await cluster.start(id)
    await cluster.ready()
    await cluster.settled(put(cluster.client(3), 'users', 'key-1'))
    await cluster.time.pass(2_500)
    assert.deepEqual(await counted(), [20, bytes, 'key-1'.length + VALUE_BYTES])
    for (const shard of cluster.shards) await cluster.assertEqualReplicas(shard)
    cluster.assertHealthy()
  })

  it('that was dropped leaves nothing on any replica, and its contexts mean nothing to its heir', async () => {
    const settings = { initialShards: 4 }
    const cluster = await RigCluster.started({ nodes: 3, seed: 8, settings })
    const { id } = await create(cluster, 1, 'users')
    const client = cluster.client(1)
    const keys = Array.from({ length: 12 }, (_, i) => `key-${i}`)
    await cluster.settled(Promise.all(keys.map((key) => put(client, 'users', key))))
    const read = await cluster.settled(
      client.ask({ get: { keyspace: 'users', key: Buffer.from('key-1') } }),
    )
    const context = read.get!.row!.context ?? null
    await drop(cluster, 2, 'users')
    await create(cluster, 3, 'users')
    cluster.crash(2)
    await cluster.time.pass(15_000)
    await cluster.start(2)
    await cluster.ready()
    const isClean = (): boolean =>
      cluster.running.every(({ node }) =>
        [...node.host.replicas()].every(
          ({ machine }) => ![...machine.keyspaces()].some((it) => it === id),
        ),
      )
    await cluster.time.until(isClean, 'nothing left of the dropped keyspace', 30_000)
    const body = { keyspace: 'users', key: Buffer.from('key-1'), context, value: { string: 'v' } }
    const error = await refusalOf(
      cluster.settled(client.ask({ put: { ...body, header: client.header() } })),
    )
    assert.equal(error.code, 'CONFLICT')
    assert.equal(await cluster.settled(get(client, 'users', 'key-1')), undefined)
    for (const shard of cluster.shards) await cluster.assertEqualReplicas(shard)
    cluster.assertHealthy()
  })

  it('takes no more than its quota, and goes on when there is room again', async () => {
    const cluster = await RigCluster.started({ nodes: 3, seed: 9, settings: { initialShards: 4 } })
    await create(cluster, 1, 'users', { quotaBytes: 100 })
    const client = cluster.client(1)
    const writer = cluster.client(2)
    const remove = (key: string) =>
      writer.ask({ delete: { header: writer.header(), keyspace: 'users', key: Buffer.from(key) } })
    const fill = async (): Promise<RingKvError> => {
      for (let i = 0; ; i++) {
        await cluster.time.pass(200)
        assert(i < 200, 'it was never full')
        try {
          await cluster.settled(put(client, 'users', `key-${i}`))
        } catch (error) {
          return error as RingKvError
        }
      }
    }
    const full = await fill()
    assert.equal(full.code, 'QUOTA_EXCEEDED')
    assert.match(full.message, /"users" is full: \d+ of 100 bytes/)
    // It stays full over a change of the placement leader, who has to count first.
    const leader = cluster.running.find(({ node }) => node.host.placement?.serving === true)!
    cluster.crash(leader.id)
    await cluster.time.pass(10_000)
    await cluster.start(leader.id)
    await cluster.ready()
    const late = await refusalOf(cluster.settled(put(writer, 'users', 'key-late')))
    assert.equal(late.code, 'QUOTA_EXCEEDED')
    await cluster.settled(put(writer, 'users', 'key-1'))
    for (let i = 0; i < 30; i++) await cluster.settled(remove(`key-${i}`))
    await cluster.time.pass(5_000)
    await cluster.settled(put(writer, 'users', 'key-late'))
    cluster.assertHealthy()
  })
})
