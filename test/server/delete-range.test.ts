/** Deletes of a range against a whole cluster: in pieces, exactly once, and not too much (07, `DeleteRange`). */
import assert from 'node:assert/strict'
import { RingKvError } from '../../src/base/errors.ts'
import type { Client } from '../../src/client/client.ts'
import { wire } from '../../src/net/protobuf.ts'
import { createKeyspace } from '../../src/server/keyspace-admin.ts'
import type { RigClient } from './rig/rig-client.ts'
import { RigCluster } from './rig/rig-cluster.ts'
import { RigSdk } from './rig/rig-sdk.ts'

const KEYSPACE = 'ordered'
const keyspace = KEYSPACE

describe('a range', () => {
  let cluster: RigCluster
  let kv: Client
  let raw: RigClient

  const settled = <Result>(promise: Promise<Result>): Promise<Result> => cluster.settled(promise)

  beforeEach(async () => {
    cluster = await RigCluster.started({ nodes: 3, seed: 31, settings: { initialShards: 2 } })
    const partition = { kind: wire.PartitionRule.Kind.KIND_ALL }
    const request = new wire.CreateKeyspaceRequest({ name: KEYSPACE, partition })
    await settled(createKeyspace(cluster.node(1).node, request))
    kv = await new RigSdk(cluster).connect('ada')
    raw = cluster.client(2)
  })

  afterEach(() => cluster.assertHealthy())

  async function fill(prefix: string, count: number): Promise<void> {
    const entries = Array.from({ length: count }, (_, i) => ({ key: `${prefix}${i}`, value: 'v' }))
    const results = await settled(kv.batchPut(entries, { keyspace }))
    for (const result of results) assert(!(result instanceof RingKvError))
  }

  async function countOf(prefix: string): Promise<number> {
    const counting = async (): Promise<number> => {
      const keys = new Set<string>()
      for await (const { key } of kv.scan({ keyspace, prefix, keysOnly: true })) keys.add(key)
      return keys.size
    }
    return settled(counting())
  }

  const askRaw = (header: wire.WriteHeader.$Properties, prefix: string) => {
    const bytes = { partitionOf: Buffer.from('any'), prefix: Buffer.from(prefix) }
    return raw.ask({ deleteRange: { header, keyspace, ...bytes } })
  }

  it('goes, and what lies around it stays', async () => {
    await fill('a:', 3)
    await fill('b:', 5)
    const result = await settled(kv.deleteRange({ keyspace, partitionOf: 'b', prefix: 'b:' }))
    assert.equal(result.deleted, 5)
    assert.deepEqual([await countOf('a:'), await countOf('b:')], [3, 0])
    const none = await settled(kv.deleteRange({ keyspace, partitionOf: 'b', prefix: 'b:' }))
    assert.equal(none.deleted, 0)
  })

  it('that is long goes in pieces', async () => {
    await fill('long:', 2_300)
    await fill('other', 1)
    const result = await settled(
      kv.deleteRange({ keyspace, partitionOf: 'x', start: 'long:', end: 'long;' }),
    )
    assert.equal(result.deleted, 2_300)
    assert.deepEqual([await countOf('long:'), await countOf('other')], [0, 1])
    for (const shard of cluster.shards) await cluster.assertEqualReplicas(shard)
  })

  it('that is too long for one call is refused, also when the call is repeated', async () => {
    await fill('long:', 1_100)
    const header = raw.header()
    for (const resent of [false, true]) {
      await assert.rejects(settled(askRaw({ ...header, resent }, 'long:')), (error: unknown) => {
        assert(error instanceof RingKvError)
        assert.equal(error.code, 'TXN_TOO_LARGE')
        assert.match(error.message, /at most 1024/)
        return true
      })
    }
    assert.equal(await countOf('long:'), 1_100)
  })

  it('goes once, though the call is repeated after somebody wrote into it again', async () => {
    await fill('b:', 4)
    const header = raw.header()
    const first = await settled(askRaw(header, 'b:'))
    assert.deepEqual([first.rangeDeleted!.deleted, first.rangeDeleted!.counted], [4, true])
    await fill('b:', 1_100)
    const again = await settled(askRaw({ ...header, resent: true }, 'b:'))
    assert.equal(again.rangeDeleted!.counted ?? false, false)
    assert.equal(again.rangeDeleted!.timestamp, first.rangeDeleted!.timestamp)
    assert.equal(await countOf('b:'), 1_100)
  })
})
