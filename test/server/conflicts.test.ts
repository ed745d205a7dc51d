/** Conflicts through a whole cluster: what a client is told, and what the log of the key's shard tells afterwards. */
import assert from 'node:assert/strict'
import { SeededRandom } from '../../src/base/random.ts'
import type { RingKvError } from '../../src/base/errors.ts'
import type { Client } from '../../src/client/client.ts'
import { describeConflict, type Conflict } from '../../src/client/conflicts.ts'
import { isConflict } from '../../src/client/errors.ts'
import type { ValueInput } from '../../src/client/values.ts'
import { ClientFactory } from '../sim/world.ts'
import { keysOfShards, RigCluster } from './rig/rig-cluster.ts'

let cluster: RigCluster
let clients: ClientFactory

async function start(nodes: number): Promise<void> {
  cluster = await RigCluster.started({ nodes, seed: 5 })
  clients = new ClientFactory(cluster, new SeededRandom(3))
}

const settled = <Value>(promise: Promise<Value>): Promise<Value> => cluster.settled(promise)
const connect = async (actor: string): Promise<Client> =>
  (await settled(clients.make(actor))).client

async function conflictsOf(promise: Promise<unknown>): Promise<readonly Conflict[]> {
  const error = await settled(
    promise.then(
      () => assert.fail('the write was not refused'),
      (thrown: unknown) => thrown as RingKvError,
    ),
  )
  assert(isConflict(error), error.message)
  return error.details!.conflicts
}

/** Writes `base`, reads its context, and writes `theirs` over it. */
async function stale(
  client: Client,
  key: string,
  base: ValueInput,
  theirs: ValueInput,
): Promise<Uint8Array> {
  await settled(client.put(key, base))
  const read = await settled(client.get(key))
  await settled(client.put(key, theirs))
  return read!.context
}

describe('a conflict', () => {
  it('is told in full: both sides, their clocks, why, and the context to go on from', async () => {
    await start(3)
    const [ada, bob] = [await connect('ada'), await connect('bob')]
    const context = await stale(ada, 'doc', ['milk', 'eggs'], ['milk', 'six eggs'])
    const edit = ['milk', 'no eggs']
    const [conflict, ...others] = await conflictsOf(bob.put('doc', edit, { context }))
    assert.equal(others.length, 0)
    assert(conflict !== undefined)
    const { relation, reason, detail, base, theirs, mine } = conflict
    assert.deepEqual([relation, reason], ['STALE', 'OVERLAPPING_EDITS'])
    assert.deepEqual(detail, { kind: 'overlap', start: 1, end: 2 })
    assert.deepEqual(
      [base?.value, theirs?.value, mine.value],
      [['milk', 'eggs'], ['milk', 'six eggs'], edit],
    )
    assert.deepEqual([base?.author, theirs?.author, mine.author], ['ada', 'ada', 'bob'])
    assert.deepEqual(Object.values(theirs!.clock), [theirs!.timestamp])
    assert.deepEqual([conflict.keyspace, conflict.key], ['default', 'doc'])
    assert.match(describeConflict(conflict), /- "eggs"\n +\+ "no eggs"\n/)
    const written = await settled(bob.put('doc', edit, { context: conflict.newestContext }))
    assert.equal(written.outcome, 'APPLIED')
  })

  it('is in the log of the key, also after its leader and then every node went down', async () => {
    await start(3)
    const client = await connect('ada')
    const context = await stale(client, 'n', 10n, 15n)
    const [refused] = await conflictsOf(client.put('n', 11n, { context, onConflict: 'abort' }))
    const merged = await settled(client.put('n', 12n, { context }))
    const expected = [
      ['MERGED', 'auto', 12n, 17n, merged.timestamp],
      [undefined, 'abort', 11n, undefined, refused!.mine.timestamp],
    ]
    const told = async (): Promise<unknown[]> => {
      const { conflicts, since } = await settled(client.conflicts('n'))
      assert.equal(since, conflicts.at(-1)?.at)
      return conflicts.map(({ outcome, policy, mine, merged: result, at }) => {
        return [outcome, policy, mine.value, result?.value, at]
      })
    }
    assert.deepEqual(await told(), expected)
    cluster.crash(cluster.leader(cluster.running[0]!.shardOf('n')).node.id)
    await cluster.ready()
    assert.deepEqual(await told(), expected)
    for (const { id } of cluster.running) cluster.crash(id)
    for (const { id } of cluster.all) await cluster.start(id)
    await cluster.ready()
    assert.deepEqual(await told(), expected)
    assert.deepEqual((await settled(client.conflicts('another'))).conflicts, [])
  })

  it('is explained again when the answer was lost and the write is sent a second time', async () => {
    await start(1)
    const client = await connect('ada')
    const context = await stale(client, 'doc', 'a', 'b')
    const rig = cluster.client(1)
    const put = { key: Buffer.from('doc'), value: { string: 'c' }, context }
    const header = rig.header()
    const first = await settled(rig.answer({ put: { ...put, header } }))
    const again = await settled(
      rig.answer({ put: { ...put, header: { ...header, resent: true } } }),
    )
    assert.equal(first.error?.name, 'CONFLICT')
    assert.equal(again.error?.message, first.error.message)
    const told = [first, again].map(({ error }) => error!.conflicts![0]!)
    assert.deepEqual(told[1]!.mine, told[0]!.mine)
    assert.deepEqual(told[1]!.theirs, told[0]!.theirs)
    assert.equal((await settled(client.conflicts('doc'))).conflicts.length, 1)
  })

  it('of a transaction over several shards is told of every key, and nothing happens', async () => {
    await start(3)
    const client = await connect('ada')
    const keys = [...keysOfShards(cluster).values()]
    const puts = []
    for (const key of keys) {
      const context = await stale(client, key, `base of ${key}`, `theirs of ${key}`)
      puts.push({ op: 'put', key, value: `mine of ${key}`, context } as const)
    }
    const [fine, ...clashing] = puts
    const latest = (await settled(client.get(fine!.key)))!.context
    const conflicts = await conflictsOf(
      client.transactOnce({ then: [{ ...fine!, context: latest }, ...clashing] }),
    )
    assert.deepEqual(conflicts.map(({ key }) => key).sort(), clashing.map(({ key }) => key).sort())
    for (const { key, mine, theirs } of conflicts) {
      assert.deepEqual([mine.value, theirs?.value], [`mine of ${key}`, `theirs of ${key}`])
    }
    for (const key of keys) {
      assert.equal((await settled(client.get(key)))?.value, `theirs of ${key}`)
    }
    cluster.assertHealthy()
  })

  it('that was cut is fetched whole by its time', async () => {
    await start(3)
    const client = await connect('ada')
    const long = (letter: string): string => letter.repeat(10_000)
    const context = await stale(client, 'doc', long('b'), long('t'))
    const [short] = await conflictsOf(client.put('doc', long('m'), { context }))
    assert.deepEqual(
      [short!.base, short!.theirs, short!.mine].map((side) => [side!.value, side!.truncated]),
      ['b', 't', 'm'].map((letter) => [letter.repeat(4096), true]),
    )
    const { conflicts } = await settled(client.conflicts('doc', { at: short!.mine.timestamp }))
    const [whole] = conflicts
    assert.deepEqual(
      [whole!.base, whole!.theirs, whole!.mine].map((side) => [side!.value, side!.truncated]),
      ['b', 't', 'm'].map((letter) => [long(letter), false]),
    )
  })
})
