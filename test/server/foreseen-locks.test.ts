import assert from 'node:assert/strict'
import { ForeseenLocks } from '../../src/server/foreseen-locks.ts'
import type { Command } from '../../src/shard/command.ts'
import {
  abort,
  commit,
  KEYSPACE,
  LIMITS,
  operationId,
  prepare,
  put,
  readCheck,
  RULES,
  stampOf,
  T0,
  TestShard,
  write,
} from '../shard/replica.ts'

const on = (sequence: number, key: string): Command =>
  prepare(operationId(sequence), [put(key, 'x'), put(key, 'y')])

describe('the locks that a leader foresees', () => {
  let shard: TestShard
  let locks: ForeseenLocks

  beforeEach(() => {
    shard = new TestShard()
    const settings = {
      limits: LIMITS,
      keyspaces: new Map([[KEYSPACE, RULES]]),
      wasDropped: () => false,
    }
    locks = new ForeseenLocks(shard.replica.machine, () => settings)
  })

  function blockerOf(command: Command): number | undefined {
    return locks.blockerOf(command)?.holder.id.sequence
  }

  it('are those of the machine', () => {
    shard.one(on(1, 'a'))
    assert.equal(blockerOf(on(2, 'a')), 1)
    assert.equal(blockerOf(write(operationId(3), put('a', 'x'))), 1)
    assert.equal(blockerOf(on(2, 'b')), undefined)
  })

  it('and those of prepares on their way', () => {
    locks.proposed(on(1, 'a'))
    assert.equal(blockerOf(on(2, 'a')), 1)
    assert.equal(blockerOf(write(operationId(3), put('a', 'x'))), 1)
    assert.equal(blockerOf(on(2, 'b')), undefined)
    locks.settled(on(1, 'a'))
    assert.equal(blockerOf(on(2, 'a')), undefined)
  })

  it('also what they read', () => {
    locks.proposed(prepare(operationId(1), [], { reads: [readCheck('a', 0, T0)] }))
    assert.equal(blockerOf(on(2, 'a')), 1)
    const reads = [readCheck('a', 0, T0)]
    assert.equal(blockerOf(prepare(operationId(3), [], { reads })), undefined)
  })

  it('without those that an end on its way will release', () => {
    const stamp = stampOf(shard.one(on(1, 'a')))
    locks.proposed(commit(operationId(1), stamp))
    assert.equal(blockerOf(on(2, 'a')), undefined)
    locks.proposed(on(2, 'a'))
    assert.equal(blockerOf(on(3, 'a')), 2)
    // It did not make it into the log.
    locks.settled(commit(operationId(1), stamp))
    assert.equal(blockerOf(on(3, 'a')), 1)
  })

  it('an end releases what was prepared before it, not what comes behind', () => {
    locks.proposed(on(1, 'a'))
    locks.proposed(abort(operationId(1)))
    assert.equal(blockerOf(on(2, 'a')), undefined)
    locks.proposed(on(1, 'a'))
    assert.equal(blockerOf(on(2, 'a')), 1)
  })

  it('nobody waits for himself', () => {
    locks.proposed(on(1, 'a'))
    assert.equal(blockerOf(on(1, 'a')), undefined)
    locks.proposed(on(1, 'a'))
    assert.equal(blockerOf(on(2, 'a')), 1)
    locks.clear()
    shard.one(on(1, 'a'))
    assert.equal(blockerOf(on(1, 'a')), undefined)
  })

  it('none of what is on its way when the replica leads no more', () => {
    locks.proposed(on(1, 'a'))
    locks.clear()
    assert.equal(blockerOf(on(2, 'a')), undefined)
  })
})
