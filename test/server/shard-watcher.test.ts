/** What one watcher remembers: bounded, and never what the search will find or has not passed. */
import assert from 'node:assert/strict'
import { keyOfText, timestamp, TOKEN_END } from '../../src/base/ids.ts'
import { ShardWatcher } from '../../src/server/shard-watcher.ts'
import { ByteBudget } from '../../src/base/byte-budget.ts'
import type { HeadEntry } from '../../src/shard/head-cache.ts'
import type { Version } from '../../src/versions/version.ts'
import { KEYSPACE, text } from '../shard/replica.ts'

const WATCHER_BYTES = 2_000
const FROM = timestamp(100)

describe('a watcher of a shard', () => {
  let budget: ByteBudget

  beforeEach(() => {
    budget = new ByteBudget(3_500)
  })

  function watcher(live: boolean): ShardWatcher {
    const range = { start: 0, end: TOKEN_END }
    const filter = { keyspace: KEYSPACE, range, start: keyOfText('a'), end: keyOfText('x') }
    return new ShardWatcher('w', filter, FROM, live, WATCHER_BYTES, budget)
  }

  function change(to: ShardWatcher, key: string, at: number, bytes = 1): boolean {
    const entry = { keyspace: KEYSPACE, token: 7, key: keyOfText(key) } as HeadEntry
    const version = { timestamp: timestamp(at), value: text('v'.repeat(bytes)) } as Version
    return to.changed(entry, version)
  }

  const keysOf = (from: ShardWatcher): string[] =>
    from.take(Infinity, true).map(({ key }) => key.toString())

  it('that is live remembers every change of its keys, in order', () => {
    const live = watcher(true)
    for (const key of ['c', 'b', 'z', 'c']) change(live, key, 200)
    assert.deepEqual(keysOf(live), ['c', 'b', 'c'])
    assert.equal(budget.usedBytes, 0)
  })

  it('that catches up remembers changes only of what the search has passed', () => {
    const late = watcher(false)
    assert.equal(change(late, 'b', 200), false)
    late.searched({ token: 7, key: keyOfText('m'), since: undefined })
    for (const key of ['b', 'm', 'n']) change(late, key, 201)
    assert.deepEqual(keysOf(late), ['b'])
  })

  it('remembers everything while a page is read, until it is known how far it went', () => {
    const late = watcher(false)
    late.reading = true
    for (const key of ['b', 'n']) change(late, key, 200)
    late.searched({ token: 7, key: keyOfText('m'), since: undefined })
    assert.deepEqual(keysOf(late), ['b'])
    for (const key of ['b', 'n']) change(late, key, 201)
    late.searched(undefined)
    assert.ok(late.live)
    assert.deepEqual(keysOf(late), ['b', 'n'])
    assert.equal(budget.usedBytes, 0)
  })

  it('drops what it remembers when that is too much, and searches from what was sent', () => {
    const live = watcher(true)
    change(live, 'b', 200, 1_000)
    change(live, 'c', 201, 1_000)
    assert.equal(live.live, false)
    assert.equal(live.searches, 1)
    assert.equal(live.hasChanges, false)
    assert.equal(live.resolved, FROM)
    assert.equal(budget.usedBytes, 0)
  })

  it('does so, too, when all watchers of the node remember too much together', () => {
    const watchers = [watcher(true), watcher(true), watcher(true)]
    for (const one of watchers) change(one, 'b', 200, 1_500)
    assert.deepEqual(
      watchers.map(({ live }) => live),
      [true, true, false],
    )
    watchers[0]!.clear()
    watchers[1]!.clear()
    assert.equal(budget.usedBytes, 0)
  })

  it('is told that nothing is resolved at or above what it has not been sent', () => {
    const live = watcher(true)
    change(live, 'b', 300)
    change(live, 'c', 250)
    assert.equal(live.resolvable(timestamp(400)), 249)
    live.take(1, true)
    assert.equal(live.resolvable(timestamp(400)), 249)
    live.take(1, true)
    assert.equal(live.resolvable(timestamp(400)), 400)
  })
})
