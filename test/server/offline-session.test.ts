/** Edits made without a connection, brought to a whole cluster later (04, "A context", "Inside a transaction"). */
import assert from 'node:assert/strict'
import type { Client } from '../../src/client/client.ts'
import { OfflineSession } from '../../src/client/offline/offline-session.ts'
import type { Value } from '../../src/client/values.ts'
import { wire } from '../../src/net/protobuf.ts'
import { createKeyspace } from '../../src/server/keyspace-admin.ts'
import { tellStory } from '../../examples/offline-shopping-list.ts'
import { keysOfShards, RigCluster } from './rig/rig-cluster.ts'
import { RigSdk } from './rig/rig-sdk.ts'

let cluster: RigCluster
let sdk: RigSdk
let home: Client
let line: Client

const settled = <Result>(promise: Promise<Result>): Promise<Result> => cluster.settled(promise)

async function start(nodes = 3): Promise<void> {
  cluster = await RigCluster.started({ nodes, seed: 9 })
  sdk = new RigSdk(cluster)
  home = await sdk.connect('home')
  line = await sdk.connect('tablet')
}

const wallMicros = (): number => cluster.time.nowMs * 1000

async function session(...keys: string[]): Promise<OfflineSession> {
  const made = new OfflineSession({ actor: 'tablet', wallMicros })
  await settled(made.fetch(line, keys))
  return made
}

const stored = async (key: string): Promise<Value | undefined> =>
  (await settled(home.get(key)))?.value

/** The commit happens, and the session dies before it hears of it: go on with one that was exported before. */
async function commitUnheard(edits: OfflineSession): Promise<void> {
  await settled(edits.commit(line))
}

describe('an offline session', () => {
  it('commits edits of many keys at once, merged with what others did meanwhile', async () => {
    await start()
    const [first, second, third] = [...keysOfShards(cluster).values()]
    await settled(home.put(first!, ['milk', 'eggs']))
    await settled(home.put(second!, 10n))
    const edits = await session(first!, second!, third!)
    edits.listAppend(first!, ['flour'])
    edits.increment(second!, -2n)
    edits.put(third!, 'new')
    assert.deepEqual(edits.get(first!), ['milk', 'eggs', 'flour'])
    await settled(home.listRemove(first!, ['milk']))
    await settled(home.increment(second!, 5n))
    const results = await settled(edits.commit(line))
    assert.deepEqual(
      results.map(({ key, outcome, value }) => [key, outcome, value]),
      [
        [first, 'MERGED', ['eggs', 'flour']],
        [second, 'MERGED', 13n],
        [third, 'APPLIED', 'new'],
      ],
    )
    assert.deepEqual(await stored(first!), ['eggs', 'flour'])
    assert.equal(await stored(second!), 13n)
    assert.deepEqual(edits.pending, [])
    assert.deepEqual(await settled(edits.commit(line)), [])
    cluster.assertHealthy()
  })

  it('aborts whole where one key cannot be merged, with every such key explained', async () => {
    await start()
    const [first, second, third] = [...keysOfShards(cluster).values()]
    for (const key of [first!, second!]) await settled(home.put(key, 'base'))
    await settled(home.put(third!, 1n))
    const edits = await session(first!, second!, third!)
    edits.put(first!, 'mine')
    edits.put(second!, 'mine')
    edits.increment(third!)
    for (const key of [first!, second!]) await settled(home.put(key, 'theirs'))
    const conflicts = await sdk.conflictsOf(edits.commit(line))
    assert.deepEqual(conflicts.map(({ key }) => key).sort(), [first, second].sort())
    for (const { relation, reason, base, theirs, mine } of conflicts) {
      assert.deepEqual([relation, reason], ['CONCURRENT', 'INCOMPATIBLE'])
      assert.deepEqual([base?.value, theirs?.value, mine.value], ['base', 'theirs', 'mine'])
      assert.equal(mine.author, 'tablet')
      assert.ok('tablet' in mine.clock)
    }
    assert.equal(await stored(third!), 1n)
    assert.equal(edits.pending.length, 3)
    assert.ok(edits.pending.every(({ inDoubt }) => !inDoubt))
    // One key goes the others' way, the other is decided by when the edits were made.
    await settled(edits.takeTheirs(line, [first!]))
    const results = await settled(edits.commit(line, { onConflict: 'lww' }))
    assert.deepEqual(
      results.map(({ key, outcome, value }) => [key, outcome, value]),
      [
        [second, 'LOST', 'theirs'],
        [third, 'APPLIED', 2n],
      ],
    )
    assert.equal(edits.get(second!), 'theirs')
  })

  it('makes its edits once more on top of what is stored', async () => {
    await start(1)
    await settled(home.put('list', ['a', 'b']))
    const edits = await session('list')
    edits.put('list', ['a', 'mine'])
    edits.listAppend('list', ['c'])
    await settled(home.put('list', ['a', 'theirs']))
    await sdk.conflictsOf(edits.commit(line))
    await settled(edits.redo(line, ['list']))
    assert.deepEqual(edits.get('list'), ['a', 'mine', 'c'])
    const [result] = await settled(edits.commit(line))
    assert.equal(result?.outcome, 'APPLIED')
    assert.deepEqual(await stored('list'), ['a', 'mine', 'c'])
  })

  it('survives a restart of the program, with the edits that are not committed', async () => {
    await start(1)
    await settled(home.put('n', 5n))
    await settled(home.put('list', ['x', Uint8Array.of(1, 255), 7n]))
    const before = await session('n', 'list')
    before.increment('n', 3n)
    before.listPrepend('list', ['y'])
    before.put('note', 'brand new', { onConflict: 'text' })
    const after = OfflineSession.import(before.export(), { wallMicros })
    assert.equal(after.export(), before.export())
    assert.deepEqual(after.pending, before.pending)
    after.increment('n', 1n)
    await settled(home.increment('n', 10n))
    const results = await settled(after.commit(line))
    assert.deepEqual(
      results.map(({ outcome }) => outcome),
      ['MERGED', 'APPLIED', 'APPLIED'],
    )
    assert.equal(await stored('n'), 19n)
    assert.deepEqual(await stored('list'), ['y', 'x', Uint8Array.of(1, 255), 7n])
  })

  it('may be committed again when it is not known how a commit ended: nothing happens twice', async () => {
    await start(3)
    const [first, second] = [...keysOfShards(cluster).values()]
    await settled(home.put(first!, 10n))
    await settled(home.put(second!, ['a']))
    const edits = await session(first!, second!)
    edits.increment(first!, 5n)
    edits.listAppend(second!, ['b'])
    const kept = edits.export()
    await settled(home.increment(first!, 100n))
    await commitUnheard(edits)
    // The program died before it heard: it comes back with what it had kept, and others have gone on meanwhile.
    await settled(home.increment(first!, 1000n))
    const again = OfflineSession.import(kept, { wallMicros })
    const results = await settled(again.commit(line))
    assert.deepEqual(
      results.map(({ value }) => value),
      [1115n, ['a', 'b']],
    )
    assert.equal(await stored(first!), 1115n)
    assert.deepEqual(await stored(second!), ['a', 'b'])
  })

  it('goes on from a commit that nobody heard of: the chain has no gap', async () => {
    await start(1)
    await settled(home.put('n', 10n))
    const edits = await session('n')
    edits.increment('n', 5n)
    const kept = edits.export()
    await commitUnheard(edits)
    const again = OfflineSession.import(kept, { wallMicros })
    cluster.crash(1)
    const lost = await sdk.errorOf(again.commit(line, { timeoutMs: 500 }))
    assert.equal(lost.code, 'OUTCOME_UNKNOWN')
    assert.equal(again.pending[0]?.inDoubt, true)
    await cluster.start(1)
    await cluster.ready()
    again.increment('n', 2n)
    const [result] = await settled(again.commit(line))
    assert.deepEqual([result?.outcome, result?.value], ['APPLIED', 17n])
    assert.equal(await stored('n'), 17n)
  })

  it('does not build on a merge that it has not seen: BASE_GONE, and redo does only what is missing', async () => {
    await start(1)
    await settled(home.put('n', 10n))
    const edits = await session('n')
    edits.increment('n', 5n)
    const kept = edits.export()
    await settled(home.increment('n', 100n))
    await commitUnheard(edits)
    const again = OfflineSession.import(kept, { wallMicros })
    cluster.crash(1)
    await sdk.errorOf(again.commit(line, { timeoutMs: 500 }))
    await cluster.start(1)
    await cluster.ready()
    again.increment('n', 2n)
    const [conflict] = await sdk.conflictsOf(again.commit(line))
    assert.deepEqual([conflict?.reason, conflict?.theirs?.value], ['BASE_GONE', 115n])
    await settled(again.redo(line, ['n']))
    assert.equal(again.get('n'), 117n, 'the five are in it already')
    await settled(again.commit(line))
    assert.equal(await stored('n'), 117n)
  })

  it('finds what it has made again in a commit that arrives only then', async () => {
    await start(1)
    await settled(home.put('n', 10n))
    const edits = await session('n')
    edits.increment('n', 5n)
    const underWay = edits.export()
    // Nobody knows what became of the commit; the edit is made again on what others have written since.
    await settled(home.increment('n', 100n))
    await settled(edits.redo(line, ['n']))
    const kept = edits.export()
    await commitUnheard(OfflineSession.import(underWay, { wallMicros }))
    const again = OfflineSession.import(kept, { wallMicros })
    again.increment('n', 2n)
    await sdk.conflictsOf(again.commit(line))
    await settled(again.redo(line, ['n']))
    await settled(again.commit(line))
    assert.equal(await stored('n'), 117n, 'the five once')
  })

  it('dates edits now that a clock which ran ahead has dated later', async () => {
    await start(1)
    await settled(home.put('n', 1n))
    let ahead = 0
    const edits = new OfflineSession({ actor: 'tablet', wallMicros: () => wallMicros() + ahead })
    await settled(edits.fetch(line, ['n']))
    ahead = 3_600_000_000
    edits.increment('n', 1n)
    await assert.rejects(settled(edits.commit(line)), { code: 'CLOCK_AHEAD' })
    const [result] = await settled(edits.commit(line))
    assert.deepEqual([result?.outcome, result?.value], ['APPLIED', 2n])
    edits.increment('n', 1n)
    assert.equal((await settled(edits.commit(line)))[0]?.value, 3n)
  })

  it('commits edits with the dates that it was kept with, so that none is done twice', async () => {
    await start(1)
    const keys = ['from', 'to']
    for (const key of keys) await settled(home.put(key, 100n))
    const edits = await session(...keys)
    // In one microsecond: the second is dated after the cluster's time.
    edits.increment('from', -7n)
    edits.increment('to', 7n)
    const kept = edits.export()
    await commitUnheard(edits)
    for (const key of keys) await settled(home.put(key, 0n))
    const next = OfflineSession.import(kept, { wallMicros })
    next.increment('from', -1n)
    next.increment('to', 1n)
    await settled(next.redo(line, keys))
    await settled(next.commit(line))
    assert.deepEqual(await Promise.all(keys.map(stored)), [-1n, 1n])
  })

  it('knows a deleted key, and may delete and make it again', async () => {
    await start(1)
    await settled(home.put('k', 'x'))
    await settled(home.delete('k'))
    const edits = await session('k')
    assert.equal(edits.get('k'), undefined)
    edits.put('k', 'again')
    assert.equal((await settled(edits.commit(line)))[0]?.outcome, 'APPLIED')
    edits.delete('k')
    assert.equal((await settled(edits.commit(line)))[0]?.outcome, 'APPLIED')
    assert.equal(await stored('k'), undefined)
  })

  it('works in a keyspace of its own, if it is told, over restarts too', async () => {
    await start(1)
    const { node } = cluster.node(1)
    await settled(createKeyspace(node, new wire.CreateKeyspaceRequest({ name: 'notes' })))
    const keyspace = 'notes'
    await settled(home.put('n', 1n, { keyspace }))
    const first = new OfflineSession({ actor: 'tablet', keyspace, wallMicros })
    await settled(first.fetch(line, ['n']))
    const edits = OfflineSession.import(first.export(), { wallMicros })
    edits.increment('n', 1n)
    edits.put('n', 'elsewhere', { keyspace: 'default' })
    const results = await settled(edits.commit(line))
    assert.deepEqual(
      results.map((result) => [result.keyspace, result.outcome, result.value]),
      [
        ['notes', 'APPLIED', 2n],
        ['default', 'APPLIED', 'elsewhere'],
      ],
    )
    assert.equal((await settled(home.get('n', { keyspace })))?.value, 2n)
  })

  it('keeps edits that were made while it commits for the next commit', async () => {
    await start(1)
    await settled(home.put('n', 1n))
    const edits = await session('n')
    edits.increment('n', 1n)
    const committing = edits.commit(line)
    edits.increment('n', 10n)
    await settled(committing)
    assert.equal(await stored('n'), 2n)
    assert.equal(edits.pending.length, 1)
    await settled(edits.commit(line))
    assert.equal(await stored('n'), 12n)
  })

  it('refuses what would not be its own: another actor, a key that was not taken along, nonsense', async () => {
    await start(1)
    await settled(home.put('n', 1n))
    const edits = await session('n')
    edits.increment('n')
    assert.match(
      (await sdk.errorOf(edits.commit(home))).message,
      /that of "home": connect with actor/,
    )
    assert.throws(() => edits.increment('other'), /was not taken along/)
    assert.throws(() => edits.listAppend('n', ['a']), { code: 'TYPE_MISMATCH' })
    assert.throws(() => edits.increment('n', 2n ** 63n - 1n), { code: 'OVERFLOW' })
    assert.throws(() => new OfflineSession({ actor: '@store' }), { code: 'INVALID_ARGUMENT' })
    const text = edits.export()
    for (const damaged of ['', '{}', text.slice(0, -5), text.replace('"2"', '"2.5"')]) {
      assert.throws(() => OfflineSession.import(damaged), { code: 'INVALID_ARGUMENT' })
    }
    assert.equal(edits.get('n'), 2n)
    assert.equal(await stored('n'), 1n)
  })
})

describe('the example of two tablets and one shopping list', () => {
  it('ends as it says: merged, refused whole, settled', async () => {
    await start(3)
    const lines: string[] = []
    await settled(
      tellStory(
        (actor) => sdk.dial(actor),
        (said) => lines.push(said),
      ),
    )
    const told = lines.join('\n')
    assert.match(
      told,
      /hall +shopping:list MERGED, shopping:stock:oats MERGED\n +list: candles, eggs, bread, flour +stock of oats: 14/,
    )
    assert.match(told, /refused: the write of key "shopping:list" conflicts with what is stored/)
    assert.match(told, /OVERLAPPING_EDITS: both sides changed the same part/)
    assert.deepEqual(await stored('shopping:list'), ['candles', 'ten eggs', 'bread', 'flour'])
    assert.equal(await stored('shopping:stock:oats'), 17n)
  })
})
