/**
 * Only the first gateway prepares (05, "One id, one participant list, for ever"): a transaction over several shards that may
 * have been sent before is resolved. What nobody has prepared is thereby fenced, and never happens.
 */
import assert from 'node:assert/strict'
import { wire } from '../../src/net/protobuf.ts'
import type { RigClient } from './rig/rig-client.ts'
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

const { WRITE_OUTCOME_APPLIED: APPLIED } = wire.WriteOutcome

describe('the answer to a transaction that is sent again', () => {
  let cluster: RigCluster
  let client: RigClient

  const settled = <Result>(promise: Promise<Result>): Promise<Result> => cluster.settled(promise)

  beforeEach(async () => {
    cluster = await RigCluster.started({ nodes: 3, seed: 12 })
    client = cluster.client(1)
  })

  /** A key's context, and the key changed since. */
  async function stale(key: string, base: bigint, theirs: bigint): Promise<Uint8Array> {
    const write = (int: bigint): Promise<wire.Response> =>
      settled(
        client.ask({ put: { header: client.header(), key: Buffer.from(key), value: { int } } }),
      )
    await write(base)
    const read = await settled(client.ask({ get: { key: Buffer.from(key) } }))
    await write(theirs)
    return read.get!.row!.context!
  }

  /** What both answers say of each operation. */
  async function twice(
    then: readonly wire.Operation.$Properties[],
    meanwhile: () => Promise<unknown> = () => Promise.resolve(),
  ): Promise<[unknown[], unknown[]]> {
    const header = client.header()
    const told = async (resent: boolean): Promise<unknown[]> => {
      const transact = { header: { ...header, resent }, then: [...then] }
      const answer = await settled(client.ask({ transact }))
      assert.equal(answer.transact!.succeeded, true)
      return (answer.transact!.results ?? []).map(({ written, row }) =>
        written
          ? [written.outcome, written.timestamp, plain(written.value)]
          : ['row', plain(row?.value)],
      )
    }
    const first = await told(false)
    await settled(meanwhile())
    return [first, await told(true)]
  }

  const plain = (value: wire.Value.$Properties | null | undefined): unknown =>
    value?.int ?? value?.string ?? value?.list?.elements?.map(({ string }) => string)

  const operationsOn = (keys: readonly Buffer[], context: Uint8Array) => [
    { put: { key: keys[0]!, value: { int: 12n }, context } },
    { increment: { key: keys[1]!, by: 5n } },
    { listAppend: { key: keys[2]!, elements: [{ string: 'x' }] } },
    { get: { key: keys[2]! } },
    { get: { key: keys[3]! } },
  ]

  for (const [where, together] of [
    ['in one shard', true],
    ['over several shards', false],
  ] as const) {
    it(`says the same of every operation, whatever was written since, ${where}`, async () => {
      const names = together
        ? ['{t}a', '{t}b', '{t}c', '{t}d']
        : [...keysOfShards(cluster).values()].slice(0, 4)
      const keys = names.map((name) => Buffer.from(name))
      const context = await stale(names[0]!, 10n, 15n)
      await settled(client.put(names[3]!, 'there'))
      const operations = operationsOn(keys, context)
      const [first, again] = await twice(operations, async () => {
        for (const key of keys.slice(1, 3)) {
          await client.ask({ delete: { header: client.header(), key } })
        }
        await client.put(names[3]!, 'changed')
      })
      const { WRITE_OUTCOME_MERGED: MERGED } = wire.WriteOutcome
      const at = (first[0] as unknown[])[1]
      assert.deepEqual(first, [
        [MERGED, at, 17n],
        [APPLIED, at, 5n],
        [APPLIED, at, ['x']],
        ['row', ['x']],
        ['row', 'there'],
      ])
      assert.deepEqual(again, first)
    })
  }

  it('leaves out the value of a write that another one of the same transaction followed', async () => {
    const key = Buffer.from('n')
    const increments = [1n, 10n].map((by) => ({ increment: { key, by } }))
    const [first, again] = await twice([{ get: { key } }, ...increments])
    const at = (first[1] as unknown[])[1]
    assert.deepEqual(first, [
      ['row', undefined],
      [APPLIED, at, 1n],
      [APPLIED, at, 11n],
    ])
    assert.deepEqual(again, [
      ['row', undefined],
      [APPLIED, at, undefined],
      [APPLIED, at, 11n],
    ])
  })

  it('has no results where a get stood between two writes of its key', async () => {
    const key = Buffer.from('n')
    const increment = { increment: { key, by: 1n } }
    const [first, again] = await twice([increment, { get: { key } }, increment])
    assert.equal(first.length, 3)
    assert.deepEqual(again, [])
  })
})
