import assert from 'node:assert/strict'
import { keyOfText } from '../../src/base/ids.ts'
import {
  commit,
  increment,
  kindOf,
  operationId,
  plain,
  prepare,
  put,
  remove,
  stampOf,
  TestShard,
  write,
} from './replica.ts'

describe('shard machine', () => {
  it('writes, reads, supersedes and deletes', () => {
    const shard = new TestShard()
    const reply = shard.one(write(operationId(1), put('a', 'one')))
    assert.equal(reply.kind, 'written')
    assert.equal(shard.value('a'), 'one')
    shard.one(write(operationId(2), put('a', 'two')))
    shard.one(write(operationId(3), remove('a')))
    assert.equal(shard.value('a'), undefined)
    const first = (reply as { result: { timestamp: number } }).result.timestamp
    assert.equal(plain(shard.rowAt('a', first).value), 'one')
    shard.replica.flush()
    assert.equal(plain(shard.rowAt('a', first).value), 'one')
  })

  it('increments in one entry', () => {
    const shard = new TestShard()
    shard.run(...Array.from({ length: 5 }, (_, i) => write(operationId(i), increment('n'))))
    assert.equal(shard.value('n'), '5')
  })

  it('prepares and commits', () => {
    const shard = new TestShard()
    const id = operationId(1)
    const stamp = stampOf(shard.one(prepare(id, [put('a', 'x'), increment('n', 3)])))
    assert.equal(shard.replica.newest([keyOfText('a')], shard.now).kind, 'locked')
    shard.replica.flush()
    const other = shard.replica.restarted()
    assert.equal(other.machine.locks.size, 1)
    assert.equal(kindOf(shard.one(write(operationId(2), put('a', 'y')))), 'locked')
    assert.equal(kindOf(shard.one(commit(id, stamp + 5))), 'done')
    assert.equal(shard.row('a').timestamp, stamp + 5)
    assert.equal(shard.value('n'), '3')
    assert.equal(kindOf(shard.one(prepare(id, []))), 'committed')
  })
})
