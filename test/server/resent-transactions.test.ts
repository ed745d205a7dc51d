/**
 * Only the first gateway prepares (05, "One id, one participant list, for ever"): a transaction over several shards that may
 * have been sent before is resolved. What nobody has prepared is thereby fenced, and never happens.
 */
import assert from 'node:assert/strict'
import { keysOfShards, RigCluster } from './rig/rig-cluster.ts'

describe('a transaction over several shards that may have been sent before', () => {
  let cluster: RigCluster
  let keys: readonly Buffer[]

  beforeEach(async () => {
    cluster = await RigCluster.started({ nodes: 3, seed: 11 })
    keys = [...keysOfShards(cluster).values()].slice(0, 2).map((key) => Buffer.from(key))
  })

  const puts = () => keys.map((key) => ({ put: { key, value: { string: 'written' } } }))

  const assertNothingWritten = async (): Promise<void> => {
    const reader = cluster.client(3)
    for (const key of keys) {
      assert.equal(await cluster.settled(reader.get(key.toString())), undefined)
    }
    cluster.assertHealthy()
  }

  it('is not prepared by the gateway that is asked again, when it is interactive', async () => {
    const client = cluster.client(2)
    const commit = { header: { ...client.header(), resent: true }, writes: puts() }
    await assert.rejects(cluster.settled(client.ask({ commit })), { code: 'RETRY' })
    await assertNothingWritten()
  })

  it('nor when it is a one-shot', async () => {
    const client = cluster.client(2)
    const transact = { header: { ...client.header(), resent: true }, then: puts() }
    await assert.rejects(cluster.settled(client.ask({ transact })), { code: 'RETRY' })
    await assertNothingWritten()
  })

  it('has the outcome of the first sending', async () => {
    const client = cluster.client(1)
    const header = client.header()
    await cluster.settled(client.ask({ commit: { header, writes: puts() } }))
    const again = cluster.client(2)
    const id = { ...header.id!, client: Buffer.from(client.client, 'hex') }
    const commit = { header: { ...header, id, resent: true }, writes: puts() }
    const answer = await cluster.settled(again.ask({ commit }))
    assert.equal(answer.transact!.succeeded, true)
    for (const key of keys) {
      assert.equal(await cluster.settled(again.get(key.toString())), 'written')
    }
    cluster.assertHealthy()
  })
})
