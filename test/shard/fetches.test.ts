/**
 * Rows that leave the cache for the engine while others are being fetched: what is asked for must come to an end, whatever the
 * engine's writer does meanwhile.
 */
import assert from 'node:assert/strict'
import { keyOfText, timestamp } from '../../src/base/ids.ts'
import { decodeBatch } from '../../src/shard/command-codec.ts'
import { KEYSPACE, operationId, plain, put, TestShard, write } from './replica.ts'

const RULES = {
  id: KEYSPACE,
  partition: { kind: 'key' },
  policy: 'auto',
  retentionMicros: 3_600_000_000,
  full: undefined,
} as const

describe('fetches', () => {
  /** Key `a` has its first version in the engine's history; that of `b` goes there when the shard is flushed. */
  function shardWithHistory(): { shard: TestShard; at: number; contexts: Uint8Array[] } {
    const shard = new TestShard()
    shard.run(write(operationId(1), put('a', 'a1')), write(operationId(2), put('b', 'b1')))
    const at = shard.now
    const contexts = ['a', 'b'].map((name) => shard.row(name).context)
    shard.pass(1000)
    shard.run(write(operationId(3), put('a', 'a2')))
    shard.replica.flush()
    shard.run(write(operationId(4), put('b', 'b2')))
    return { shard, at, contexts }
  }

  it('of a read bring all its rows together, so that none is missing in turns', () => {
    const { shard, at } = shardWithHistory()
    const { machine, replica } = shard
    const keys = [keyOfText('a'), keyOfText('b')]
    const read = { kind: 'get', keyspace: KEYSPACE, keys, at: timestamp(at) } as const
    const first = machine.getAt(read, RULES)
    assert(first.kind === 'needs')
    assert.equal(first.fetch.versions.length, 1, 'one of them is still in memory')
    replica.flush()
    replica.fill(first.fetch)
    const second = machine.getAt(read, RULES, first.fetch)
    assert(second.kind === 'needs')
    replica.fill(second.fetch)
    const third = machine.getAt(read, RULES, second.fetch)
    assert(third.kind === 'rows')
    assert.deepEqual(
      third.rows.map(({ value }) => plain(value)),
      ['a1', 'b1'],
    )
  })

  it('of an entry bring all its bases together, so that apply cannot stand still', () => {
    const { shard, contexts } = shardWithHistory()
    const { machine, replica } = shard
    const [contextA, contextB] = contexts
    const entry = shard.entry(
      write(operationId(5), put('a', 'a3', { context: contextA!, policy: 'abort' })),
      write(operationId(6), put('b', 'b3', { context: contextB!, policy: 'abort' })),
    )
    const index = machine.appliedIndex + 1
    const first = machine.apply(index, 1, decodeBatch(entry))
    assert(first.kind === 'needs')
    assert.equal(first.fetch.versions.length, 1, 'one of them is still in memory')
    replica.flush()
    replica.fill(first.fetch)
    const second = machine.apply(index, 1, decodeBatch(entry))
    assert(second.kind === 'needs')
    replica.fill(second.fetch)
    const third = machine.apply(index, 1, decodeBatch(entry))
    assert(third.kind === 'applied')
    assert.equal(machine.appliedIndex, index)
  })
})
