/** The lock of docs/recipes/lock.md, as it stands there, against a whole cluster. */
import assert from 'node:assert/strict'
import {
  acquire,
  Fenced,
  putFenced,
  release,
  renew,
  tellStory,
  type Lease,
} from '../../examples/lock.ts'
import type { Client } from '../../src/client/client.ts'
import { RigCluster } from './rig/rig-cluster.ts'
import { RigSdk } from './rig/rig-sdk.ts'

describe('the lock recipe', () => {
  let cluster: RigCluster
  let first: Client
  let second: Client

  const settled = <Result>(promise: Promise<Result>): Promise<Result> => cluster.settled(promise)
  const take = (kv: Client, holder: string): Promise<Lease | undefined> =>
    settled(acquire(kv, 'lock:job', 5_000, holder))

  beforeEach(async () => {
    cluster = await RigCluster.started({ nodes: 3, seed: 21 })
    const sdk = new RigSdk(cluster)
    first = await sdk.connect('first')
    second = await sdk.connect('second')
  })

  afterEach(() => cluster.assertHealthy())

  it('refuses the late writes of a holder that was paused, in the store and elsewhere', async () => {
    const said: string[] = []
    const pause = (ms: number) =>
      new Promise<void>((resolve) => void cluster.time.after(ms, resolve))
    const printer = await settled(tellStory(first, second, pause, (line) => said.push(line)))
    assert.deepEqual(printer.accepted, ['first', 'second'])
    assert.equal(said.filter((line) => line.startsWith('first   is refused')).length, 2)
    assert.equal(said.at(-1), '        the report was written by the second')
  })

  it('has one holder at a time, and greater tokens for later ones', async () => {
    const one = await take(first, 'a')
    assert.equal(await take(second, 'b'), undefined)
    await settled(release(first, one!))
    const two = await take(second, 'b')
    assert(two!.token > one!.token)
    await settled(release(first, one!))
    assert.equal(await take(first, 'a'), undefined, 'a late release freed another holder’s lock')
  })

  it('is kept by renewing, with a new token each time, and comes free without', async () => {
    let lease = (await take(first, 'a'))!
    for (let round = 0; round < 4; round++) {
      await cluster.time.pass(3_000)
      const renewed = await settled(renew(first, lease, 5_000))
      assert(renewed.token > lease.token)
      lease = renewed
    }
    assert.equal(await take(second, 'b'), undefined)
    await cluster.time.pass(6_000)
    assert.notEqual(await take(second, 'b'), undefined)
    await assert.rejects(settled(renew(first, lease, 5_000)), Fenced)
  })

  it('protects nothing any more from its expiry on, though nobody took it over', async () => {
    const lease = (await take(first, 'a'))!
    await settled(putFenced(first, lease, 'job', 'in time'))
    await cluster.time.pass(6_000)
    await assert.rejects(settled(putFenced(first, lease, 'job', 'late')), Fenced)
    assert.equal((await settled(second.get('job')))?.value, 'in time')
  })

  it('outlives the node that took it', async () => {
    const lease = (await take(first, 'a'))!
    const { id } = cluster.leader(cluster.node(1).shardOf('lock:job')).node
    cluster.crash(id)
    assert.equal(await settled(acquire(second, 'lock:job', 60_000, 'b')), undefined)
    await settled(putFenced(second, lease, 'job', 'whoever has the token'))
    await cluster.start(id)
  })
})
