import assert from 'node:assert/strict'
import type { Command } from '../../src/shard/command.ts'
import type { CommandReply } from '../../src/shard/request.ts'
import {
  increment,
  KEYSPACE,
  kindOf,
  operationId,
  ORDERED,
  ORDERED_RULES,
  prepare,
  put,
  remove,
  RULES,
  SECOND,
  TestShard,
  write,
} from './replica.ts'

const FULL = { name: 'users', usedBytes: 105, quotaBytes: 100 }

describe('a keyspace that has reached its quota', () => {
  let shard: TestShard

  beforeEach(() => {
    shard = new TestShard()
    shard.one(write(operationId(1), put('large', '12345')))
    shard.one(write(operationId(2), increment('count')))
    shard.batchFields = { keyspaces: [{ ...RULES, full: FULL }, ORDERED_RULES] }
  })

  function assertFull(reply: CommandReply): void {
    assert(reply.kind === 'refused', kindOf(reply))
    assert.equal(reply.refusal.code, 'QUOTA_EXCEEDED')
    assert.match(reply.refusal.message, /"users" is full: 105 of 100 bytes/)
    assert(reply.recorded)
  }

  const transact = (
    sequence: number,
    ...then: Extract<Command, { kind: 'transact' }>['then']
  ): Command => ({
    kind: 'transact',
    id: operationId(sequence),
    lowWater: 0,
    author: '',
    reads: [],
    ranges: [],
    compares: [],
    then,
    otherwise: [],
  })

  it('refuses new keys and larger values, naming use and limit, and changes nothing', () => {
    const before = [...shard.machine.usage()]
    assertFull(shard.one(write(operationId(3), put('new', ''))))
    assertFull(shard.one(write(operationId(4), put('large', '123456'))))
    assert.deepEqual([...shard.machine.usage()], before)
    assertFull(shard.one(write(operationId(4), put('large', '123456'))))
  })

  it('takes deletes, values no larger than before, and sums', () => {
    assert.equal(kindOf(shard.one(write(operationId(3), put('large', '54321')))), 'written')
    assert.equal(kindOf(shard.one(write(operationId(4), increment('count', 1e9)))), 'written')
    assert.equal(kindOf(shard.one(write(operationId(5), remove('large')))), 'written')
    assertFull(shard.one(write(operationId(6), put('large', '1'))))
  })

  it('takes a transaction that frees as much as it takes', () => {
    const moved = transact(3, remove('large'), put('moved', '12345'))
    assert.equal(kindOf(shard.one(moved)), 'transacted')
    assertFull(shard.one(transact(4, put('moved', '1234'), put('other', '1'))))
    assert.equal(shard.value('moved'), '12345')
  })

  it('refuses prepares for good', () => {
    const reply = shard.one(prepare(operationId(3), [put('new', 'v')]))
    assert(reply.kind === 'participant' && reply.answer.kind === 'refused')
    assert.equal(reply.answer.refusal.code, 'QUOTA_EXCEEDED')
    assert.equal(shard.machine.locks.size, 0)
  })

  it('leaves other keyspaces alone', () => {
    const other = put('new', 'v', { keyspace: ORDERED })
    assert.equal(kindOf(shard.one(write(operationId(3), other))), 'written')
    assert.equal(
      kindOf(shard.one(transact(4, put('newer', 'v', { keyspace: ORDERED })))),
      'transacted',
    )
    assertFull(shard.one(transact(5, { ...other, key: put('k', '').key }, put('new', 'v'))))
    assert.equal(KEYSPACE, RULES.id)
  })

  it('counts a value that expired as none', () => {
    shard.batchFields = {}
    const expiry = shard.now + SECOND
    shard.one(write(operationId(3), put('brief', '12345', { expiry: expiry as never })))
    shard.batchFields = { keyspaces: [{ ...RULES, full: FULL }] }
    shard.pass(2 * SECOND)
    assertFull(shard.one(write(operationId(4), put('brief', '1'))))
  })
})
