/**
 * A confirmation carries the greatest of all timestamps read (05, "Strict read-only transactions"): every shard stamps what comes
 * later above it. So what was read is a cut by timestamp, too, and contradicts no reader of a snapshot.
 */
import assert from 'node:assert/strict'
import type { Read } from '../../src/shard/request.ts'
import { decodeRead } from '../../src/shard/request-codec.ts'
import { keysOfShards, RigCluster } from './rig/rig-cluster.ts'

type Confirmation = Extract<Read, { kind: 'confirm' }>

describe('the confirmation of a transaction that only read', () => {
  it('goes to every shard with the greatest timestamp that was read at any of them', async () => {
    const cluster = await RigCluster.started({ nodes: 3, seed: 9 })
    const keys = [...keysOfShards(cluster).values()]
    const client = cluster.client(1)
    const written: number[] = []
    for (const key of keys) written.push(await cluster.settled(client.put(key, 'value')))
    const latest = Math.max(...written)

    const seen: Confirmation[] = []
    cluster.network.tap = ({ request }) => {
      const read = request?.read && decodeRead(request.read)
      if (read?.kind === 'confirm') seen.push(read)
      return 'pass'
    }
    const reads = keys.map((key, i) => {
      const timestamp = written[i]!
      return { key: Buffer.from(key), timestamp, readAt: timestamp }
    })
    const answer = await cluster.settled(cluster.client(2).ask({ commit: { reads } }))
    assert.equal(answer.transact!.succeeded, true)
    assert.ok(seen.length > 0, 'some shard is led elsewhere')
    for (const { at } of seen) assert.ok(at >= latest, `${at} is before ${latest}`)
    cluster.assertHealthy()
  })
})
