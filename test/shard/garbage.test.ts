import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { keyOfText, timestamp } from '../../src/base/ids.ts'
import { decodeGarbageList, dueOfHead, ListWriter } from '../../src/shard/garbage-lists.ts'
import { shardTableBounds } from '../../src/shard/keys.ts'
import type { Version } from '../../src/versions/version.ts'
import {
  KEYSPACE,
  operationId,
  prepare,
  put,
  remove,
  SECOND,
  SHARD,
  T0,
  TestShard,
  write,
  commit,
} from './replica.ts'

/** Rows of heads, history and garbage lists. */
function rows(shard: TestShard): { heads: number; history: number; lists: number } {
  const { engine, machine } = shard.replica
  const count = (table: number) =>
    engine.read({ gte: Buffer.from([table]), lt: Buffer.from([table + 1]) }).length
  assert.deepEqual(
    engine.read(shardTableBounds('garbage', machine.segment, SHARD)).length,
    count(0x24),
  )
  return { heads: count(0x10), history: count(0x11), lists: count(0x24) }
}

describe('garbage', () => {
  let sequence = 0
  const id = () => operationId(++sequence, T0 + 100_000 * SECOND)

  it('superseded versions, tombstones and expired values go once they are collected, the rest stays', () => {
    const shard = new TestShard()
    for (const value of ['1', '2', '3']) shard.one(write(id(), put('overwritten', value)))
    shard.one(write(id(), put('deleted', 'x')))
    shard.one(write(id(), remove('deleted')))
    shard.one(write(id(), put('brief', 'x', { expiry: timestamp(shard.now + 5 * SECOND) })))
    shard.one(write(id(), put('long', 'x', { expiry: timestamp(shard.now + 500 * SECOND) })))
    shard.one(write(id(), put('kept', 'x')))
    assert.equal(shard.replica.sweep(), 0, 'nothing is collected yet')
    // Both versions of the overwritten key lie in one row.
    assert.deepEqual(rows(shard), { heads: 5, history: 2, lists: 4 })
    shard.pass(20 * SECOND)
    shard.collect()
    shard.replica.sweep()
    assert.deepEqual(rows(shard), { heads: 3, history: 0, lists: 1 })
    shard.restart()
    const values = ['overwritten', 'deleted', 'brief', 'long', 'kept'].map((key) =>
      shard.value(key),
    )
    assert.deepEqual(values, ['3', undefined, undefined, 'x', 'x'])
  })

  it('a restart forgets no list, and a restart between collecting and sweeping none either', () => {
    const shard = new TestShard()
    for (const value of ['1', '2', '3']) shard.one(write(id(), put('a', value)))
    shard.restart()
    shard.one(write(id(), put('a', '4')))
    shard.collect()
    shard.restart()
    shard.replica.sweep()
    assert.deepEqual(rows(shard), { heads: 1, history: 0, lists: 0 })
    assert(shard.machine.garbage.isEmpty)
  })

  it('nothing goes that the GC point has not reached', () => {
    const shard = new TestShard()
    shard.one(write(id(), put('a', '1')))
    shard.one(write(id(), put('a', '2')))
    shard.replica.flush()
    shard.collect()
    const between = shard.machine.lastStamp
    shard.one(write(id(), put('a', '3')))
    shard.replica.sweep()
    assert.deepEqual(rows(shard), { heads: 1, history: 1, lists: 1 })
    assert.equal(shard.rowAt('a', between).value?.value, '2')
  })

  it('a row of history goes when the last of its versions is collected', () => {
    const shard = new TestShard()
    shard.one(write(id(), put('a', '1')))
    shard.one(write(id(), put('a', '2')))
    const between = shard.machine.lastStamp
    shard.one(write(id(), put('a', '3')))
    shard.one({ kind: 'collect', keyspace: KEYSPACE, point: between })
    shard.replica.sweep()
    assert.deepEqual(rows(shard), { heads: 1, history: 1, lists: 1 })
    shard.restart()
    assert.equal(shard.rowAt('a', between).value?.value, '2')
    shard.collect()
    shard.replica.sweep()
    assert.deepEqual(rows(shard), { heads: 1, history: 0, lists: 0 })
  })

  it('a tombstone that was written over is not taken for the head', () => {
    for (const moment of ['before the sweep', 'while heads are read', 'before the seal'] as const) {
      const shard = new TestShard({ cacheBytes: 0 })
      const { garbage } = shard.machine
      shard.one(write(id(), put('a', '1')))
      shard.one(write(id(), remove('a')))
      shard.collect()
      shard.replica.flush()
      const again = () => shard.one(write(id(), put('a', 'again')))
      if (moment === 'before the sweep') again()
      const sweep = garbage.begin()!
      const lists = shard.replica.engine.read(sweep.bounds)
      for (const list of lists) garbage.take(sweep, list)
      garbage.takenAll(sweep)
      const keys = garbage.ask(sweep)
      const values = keys.map((key) => shard.replica.engine.get(key))
      if (moment === 'while heads are read') {
        // Written, and gone from the cache again.
        again()
        shard.replica.flush()
        shard.replica.budget.enforce()
      }
      garbage.finish(sweep, values)
      if (moment === 'before the seal') again()
      shard.restart()
      assert.equal(shard.value('a'), 'again', moment)
      shard.collect()
      shard.replica.sweep()
      assert.deepEqual(rows(shard), { heads: 1, history: 0, lists: 0 }, moment)
    }
  })

  it('lists that are made while others are read are not forgotten', () => {
    const shard = new TestShard()
    const { garbage } = shard.machine
    shard.one(write(id(), put('a', '1')))
    shard.one(write(id(), put('a', '2')))
    shard.collect()
    shard.replica.flush()
    const sweep = garbage.begin()!
    const lists = shard.replica.engine.read(sweep.bounds)
    shard.one(write(id(), put('a', '3')))
    shard.replica.flush()
    for (const list of lists) garbage.take(sweep, list)
    garbage.takenAll(sweep)
    garbage.finish(sweep, [])
    shard.replica.flush()
    assert.deepEqual(rows(shard), { heads: 1, history: 1, lists: 1 })
    shard.collect()
    shard.replica.sweep()
    assert.deepEqual(rows(shard), { heads: 1, history: 0, lists: 0 })
  })

  it('a list whose batch is still being written when a sweep reads is not forgotten', () => {
    const shard = new TestShard()
    const { garbage } = shard.machine
    shard.one(write(id(), put('a', '1')))
    shard.one(write(id(), put('a', '2')))
    shard.collect()
    const batch = shard.replica.seal()
    const sweep = garbage.begin()!
    assert.equal(shard.replica.engine.read(sweep.bounds).length, 0)
    garbage.takenAll(sweep)
    garbage.finish(sweep, [])
    shard.replica.written(batch)
    shard.replica.sweep()
    assert.deepEqual(rows(shard), { heads: 1, history: 0, lists: 0 })
  })

  it('many lists are worked off a few at a time', () => {
    const shard = new TestShard()
    for (let round = 0; round < 40; round++) {
      for (let key = 0; key < 5; key++) shard.one(write(id(), put(`key-${key}`, `${round}`)))
      shard.replica.flush()
    }
    shard.collect()
    let sweeps = 0
    while (rows(shard).history > 0) {
      shard.replica.sweep(8)
      sweeps++
      assert(sweeps < 20, 'it does not come to an end')
    }
    assert.equal(sweeps, 5)
    shard.replica.sweep()
    assert.deepEqual(rows(shard), { heads: 5, history: 0, lists: 0 })
  })

  it('the point stays below what a prepared transaction will commit', () => {
    const shard = new TestShard()
    const transaction = id()
    shard.one(prepare(transaction, [put('a', 'late')]))
    const prepared = shard.machine.lastStamp
    shard.pass(100 * SECOND)
    shard.collect()
    assert.equal(shard.machine.gcPoint(KEYSPACE), prepared - 1)
    shard.one(commit(transaction, prepared))
    assert.equal(shard.rowAt('a', prepared).value?.value, 'late')
  })

  describe('values that expire', () => {
    const version = (expiry: number): Version =>
      ({ timestamp: timestamp(T0), expiry: timestamp(expiry), value: {} }) as never

    it('are looked at soon after they expire, and those far off on the way too', () => {
      const soon = dueOfHead(version(T0 + 60 * SECOND), timestamp(T0))!
      assert(soon >= T0 + 60 * SECOND && soon <= T0 + 70 * SECOND, `${soon - T0}`)
      let after = timestamp(T0)
      let looks = 0
      const expiry = T0 + 30 * 86_400 * SECOND
      while (after < expiry) {
        const next = dueOfHead(version(expiry), after)!
        assert(next > after)
        after = next
        looks++
      }
      assert(looks < 14, `${looks} looks`)
    })

    it('before they are committed count as deleted when they are, and stay until then', () => {
      const shard = new TestShard()
      const transaction = id()
      const expiry = timestamp(shard.now + 5 * SECOND)
      shard.one(prepare(transaction, [put('a', 'brief', { expiry })]))
      shard.pass(60 * SECOND)
      const committed = timestamp(shard.now)
      shard.one(commit(transaction, committed))
      shard.replica.flush()
      shard.pass(60 * SECOND)
      shard.one({ kind: 'collect', keyspace: KEYSPACE, point: timestamp(committed - 1) })
      shard.replica.sweep()
      assert.equal(rows(shard).heads, 1)
      shard.one({ kind: 'collect', keyspace: KEYSPACE, point: committed })
      shard.replica.sweep()
      assert.deepEqual(rows(shard), { heads: 0, history: 0, lists: 0 })
    })

    it('gather: many different expiries make few lists', () => {
      const writer = new ListWriter()
      for (let i = 0; i < 1000; i++) {
        const head = {
          keyspace: KEYSPACE,
          token: 7,
          key: keyOfText(`key-${i}`),
          version: version(T0 + 60 * SECOND + i * 97_003),
        }
        writer.head(head as never)
      }
      const lists = [...writer.lists()]
      assert(lists.length < 40, `${lists.length} lists`)
      const named = lists.flatMap(({ bytes }) => decodeGarbageList(bytes))
      assert.equal(named.length, 1000)
    })

    it('one that was overwritten is named no more after the first look', () => {
      const shard = new TestShard()
      const far = timestamp(T0 + 1000 * 3600 * SECOND)
      for (let i = 0; i < 20; i++) {
        shard.one(write(id(), put('session', `${i}`, { expiry: far })))
        shard.replica.flush()
      }
      shard.pass(2 * 3600 * SECOND)
      shard.collect()
      shard.replica.sweep()
      assert.deepEqual(rows(shard), { heads: 1, history: 0, lists: 1 })
      assert.equal(shard.value('session'), '19')
      const left = shard.replica.engine.read(
        shardTableBounds('garbage', shard.machine.segment, SHARD),
      )
      assert.equal(decodeGarbageList(left[0]!.value).length, 1)
    })
  })

  it('replicas that swept and replicas that did not give the same answers ever after', () => {
    const swept = new TestShard()
    const unswept = new TestShard()
    const both = (entry: Buffer) => {
      assert.deepEqual(swept.replica.apply(entry), unswept.replica.apply(entry))
    }
    for (let round = 0; round < 60; round++) {
      const key = `key-${round % 7}`
      const operation = round % 5 === 4 ? remove(key) : put(key, `${round}`)
      both(swept.entry(write(id(), operation)))
      if (round % 3 === 0) {
        both(swept.entry({ kind: 'collect', keyspace: KEYSPACE, point: timestamp(swept.now) }))
        swept.replica.sweep()
      }
      if (round % 11 === 0) {
        swept.restart()
        unswept.restart()
      }
    }
    for (let key = 0; key < 7; key++) {
      const name = `key-${key}`
      unswept.now = swept.now
      assert.deepEqual(swept.row(name).value, unswept.row(name).value)
    }
  })
})
