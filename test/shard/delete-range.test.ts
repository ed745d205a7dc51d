import assert from 'node:assert/strict'
import { keyOfText, timestamp, type Key } from '../../src/base/ids.ts'
import { tokenOf } from '../../src/base/token.ts'
import type { Command } from '../../src/shard/command.ts'
import { stateDigest } from '../../src/shard/digest.ts'
import {
  commit,
  kindOf,
  LIMITS,
  operationId,
  ORDERED,
  ORDERED_RULES,
  prepare,
  put,
  SECOND,
  TestReplica,
  TestShard,
  write,
} from './replica.ts'

const TOKEN = tokenOf(ORDERED, '' as Key, ORDERED_RULES.partition)
const inOrdered = { keyspace: ORDERED }

function deleteRange(sequence: number, start = '', end = '', partition = ''): Command {
  return {
    kind: 'delete-range',
    id: operationId(sequence),
    lowWater: 0,
    author: 'ada',
    keyspace: ORDERED,
    partition: partition as Key,
    token: TOKEN,
    start: keyOfText(start),
    end: keyOfText(end),
  }
}

describe('a delete of a range', () => {
  let shard: TestShard
  let sequence: number

  beforeEach(() => {
    shard = new TestShard()
    sequence = 0
    for (const key of ['a', 'b', 'c', 'd']) write1(key, `value of ${key}`)
  })

  function write1(key: string, value: string, parts = {}) {
    return shard.one(write(operationId(++sequence), put(key, value, { ...inOrdered, ...parts })))
  }

  const left = (): string[] =>
    ['a', 'b', 'c', 'd'].filter((key) => shard.value(key, ORDERED_RULES) !== undefined)

  it('deletes what has a value in it, at one stamp, whether or not the engine had it', () => {
    shard.replica.flush()
    write1('bb', 'not written yet')
    const reply = shard.one(deleteRange(++sequence, 'b', 'd'))
    assert(reply.kind === 'range-deleted')
    assert.equal(reply.deleted, 3)
    assert.deepEqual(left(), ['a', 'd'])
    for (const key of ['b', 'bb', 'c']) {
      assert.equal(shard.row(key, ORDERED_RULES).timestamp, reply.timestamp)
    }
    assert.equal(shard.rowAt('b', reply.timestamp - 1, ORDERED_RULES).value === undefined, false)
  })

  it('does it once: a repeated one is told so, and what came later stays', () => {
    const command = deleteRange(++sequence, 'b')
    shard.one(command)
    write1('c', 'again')
    const again = shard.one(command)
    assert.equal(kindOf(again), 'recorded')
    assert.deepEqual(left(), ['a', 'c'])
  })

  it('is the same on replicas that have the rows cached, written, or neither', () => {
    const cold = new TestReplica({ cacheBytes: 0 })
    for (const entry of shard.entries) {
      cold.apply(entry)
      cold.flush()
    }
    const restarted = cold.restarted(0)
    const entry = shard.entry(
      write(operationId(50), put('bb', 'in the same entry', inOrdered)),
      deleteRange(51, 'a', 'd'),
    )
    const replies = [shard.replica, cold, restarted].map((replica) => replica.apply(entry))
    assert.deepEqual(replies[1], replies[0])
    assert.deepEqual(replies[2], replies[0])
    assert.equal(stateDigest(cold.machine), stateDigest(shard.machine))
    assert.equal(stateDigest(restarted.machine), stateDigest(shard.machine))
    assert.deepEqual(left(), ['d'])
  })

  it('counts and deletes no tombstones and no values that expired', () => {
    write1('c', 'brief', { expiry: timestamp(shard.now + SECOND) })
    shard.one(deleteRange(++sequence, 'a', 'b'))
    shard.pass(2 * SECOND)
    const reply = shard.one(deleteRange(++sequence))
    assert(reply.kind === 'range-deleted')
    assert.equal(reply.deleted, 2)
  })

  it('waits for a transaction that writes a key inside, there or not, or reads one', () => {
    for (const [key, parts] of [
      ['b', {}],
      ['new', {}],
    ] as const) {
      const id = operationId(++sequence)
      shard.one(prepare(id, [put(key, 'v', { ...inOrdered, ...parts })]))
      assert.equal(kindOf(shard.one(deleteRange(++sequence))), 'locked')
      assert.equal(kindOf(shard.one(deleteRange(++sequence, 'x', 'y'))), 'range-deleted')
      shard.one(commit(id, shard.now + 10))
    }
    const reads = [
      {
        keyspace: ORDERED,
        key: keyOfText('b'),
        timestamp: shard.row('b', ORDERED_RULES).timestamp,
        readAt: timestamp(shard.now),
      },
    ]
    shard.one(prepare(operationId(++sequence), [], { reads }))
    assert.equal(kindOf(shard.one(deleteRange(++sequence))), 'locked')
    assert.deepEqual(left(), ['a', 'b', 'c', 'd'])
  })

  it('of too much is refused for good, and deletes nothing', () => {
    const count = LIMITS.transactionOperations + 1
    for (let i = 0; i < count; i++) write1(`many-${i}`, 'v')
    const command = deleteRange(++sequence, 'many', 'manz')
    for (let tries = 0; tries < 2; tries++)
      assert.equal(kindOf(shard.one(command)), 'TXN_TOO_LARGE')
    assert.notEqual(shard.value('many-3', ORDERED_RULES), undefined)
  })

  it('leaves keys of another partition alone that has the same token', () => {
    const reply = shard.one(deleteRange(++sequence, '', '', 'another'))
    assert(reply.kind === 'range-deleted')
    assert.equal(reply.deleted, 0)
    assert.deepEqual(left(), ['a', 'b', 'c', 'd'])
  })

  it('of a dropped keyspace is refused', () => {
    shard.batchFields = { keyspaces: [] }
    assert.equal(kindOf(shard.one(deleteRange(++sequence))), 'KEYSPACE_UNKNOWN')
  })
})
