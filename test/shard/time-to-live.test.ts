/** Page 05, "Time to live": one test for each of its sentences that a shard alone can keep. */
import assert from 'node:assert/strict'
import { timestamp } from '../../src/base/ids.ts'
import {
  increment,
  kindOf,
  operationId,
  ORDERED,
  ORDERED_RULES,
  plain,
  prepare,
  put,
  readCheck,
  scanOf,
  SECOND,
  T0,
  TestShard,
  write,
} from './replica.ts'

const EXPIRY = timestamp(T0 + 10 * SECOND)
const LATER = timestamp(T0 + 20 * SECOND)

describe('a value with an expiry', () => {
  let shard: TestShard
  let sequence: number

  beforeEach(() => {
    shard = new TestShard()
    sequence = 0
  })

  function run(operation: Parameters<typeof write>[1]) {
    return shard.one(write(operationId(++sequence), operation))
  }

  const expire = (): void => {
    shard.now = EXPIRY
  }

  it('is there up to its expiry and from then on is a tombstone, for newest reads and reads at T', () => {
    run(put('k', 'v', { expiry: EXPIRY }))
    const { timestamp: at } = shard.row('k')
    const read = (now: number) => {
      shard.now = now
      return [shard.row('k').timestamp, shard.value('k'), plain(shard.rowAt('k', now).value)]
    }
    assert.deepEqual(read(EXPIRY - 1), [at, 'v', 'v'])
    assert.deepEqual(read(EXPIRY), [at, undefined, undefined])
  })

  it('is judged by T for a reader at T, whatever time it is now, also out of history', () => {
    run(put('k', 'v', { expiry: EXPIRY }))
    shard.now = LATER
    assert.equal(plain(shard.rowAt('k', EXPIRY - 1).value), 'v')
    assert.equal(shard.rowAt('k', EXPIRY).value, undefined)
    run(put('k', 'next'))
    shard.replica.flush()
    const history = shard.replica.restarted()
    assert.equal(plain(shard.rowAt('k', EXPIRY - 1).value), 'v')
    assert.equal(shard.rowAt('k', EXPIRY).value, undefined)
    const found = history.at([put('k', '').key], EXPIRY)
    assert(found.kind === 'rows')
    assert.equal(found.rows[0]!.value, undefined)
  })

  it('falls out of scans at its expiry, not sooner', () => {
    run(put('k', 'v', { expiry: EXPIRY, keyspace: ORDERED }))
    const rows = (at: number) => shard.replica.scan(scanOf(), at).rows.length
    shard.now = LATER
    assert.deepEqual([rows(EXPIRY - 1), rows(EXPIRY)], [1, 0])
    assert.equal(shard.value('k', ORDERED_RULES), undefined)
  })

  it('that expired is absent for `ifAbsent`, and the key’s clock goes on', () => {
    run(put('k', 'v', { expiry: EXPIRY }))
    const before = shard.row('k')
    const early = run(put('k', 'w', { ifAbsent: true }))
    assert.equal(kindOf(early), 'CONFLICT')
    expire()
    assert.equal(kindOf(run(put('k', 'w', { ifAbsent: true }))), 'written')
    assert(shard.row('k').timestamp > before.timestamp)
    const stale = run(put('k', 'mine', { context: before.context, policy: 'abort' }))
    assert.equal(kindOf(stale), 'CONFLICT', 'the old context is older than the new version')
  })

  it('that expired can be built on with its context, as nothing came after it', () => {
    run(put('k', 'v', { expiry: EXPIRY }))
    const { context } = shard.row('k')
    expire()
    assert.equal(kindOf(run(put('k', 'w', { context, policy: 'abort' }))), 'written')
    assert.equal(shard.value('k'), 'w')
  })

  it('keeps its expiry under operations, takes the incoming one when it is written over', () => {
    run(put('n', { type: 'int', value: 5n }, { expiry: EXPIRY }))
    run(increment('n', 2))
    assert.deepEqual([shard.value('n'), shard.row('n').expiry], ['7', EXPIRY])
    run(put('n', { type: 'int', value: 1n }, { expiry: LATER }))
    assert.equal(shard.row('n').expiry, LATER)
    run(put('n', { type: 'int', value: 1n }))
    assert.equal(shard.row('n').expiry, 0)
  })

  it('that expired is nothing for an operation, which then lasts', () => {
    run(put('n', { type: 'int', value: 5n }, { expiry: EXPIRY }))
    expire()
    run(increment('n', 2))
    assert.deepEqual([shard.value('n'), shard.row('n').expiry], ['2', 0])
  })

  it('read alive must not have expired by the stamp of who validates it', () => {
    run(put('k', 'v', { expiry: EXPIRY }))
    const reads = [readCheck('k', shard.row('k').timestamp, shard.now)]
    const prepared = shard.one(prepare(operationId(++sequence), [], { reads }))
    assert(prepared.kind === 'participant' && prepared.answer.kind === 'prepared')
    assert.equal(prepared.answer.leastExpiry, EXPIRY)
    expire()
    const late = shard.one(prepare(operationId(++sequence), [], { reads }))
    assert(late.kind === 'participant' && late.answer.kind === 'refused')
    assert.equal(late.answer.refusal.code, 'RETRY')
  })

  it('read as expired counts as read at its expiry, and stays valid', () => {
    run(put('k', 'v', { expiry: EXPIRY }))
    expire()
    const reads = [readCheck('k', shard.row('k').timestamp, EXPIRY)]
    const prepared = shard.one(prepare(operationId(++sequence), [], { reads }))
    assert(prepared.kind === 'participant' && prepared.answer.kind === 'prepared')
    assert.equal(prepared.answer.leastExpiry, 0)
  })

  it('that has passed when it is written is a tombstone at once', () => {
    shard.now = LATER
    run(put('k', 'v', { expiry: EXPIRY }))
    assert.equal(shard.value('k'), undefined)
    assert.equal(kindOf(run(put('k', 'w', { ifAbsent: true }))), 'written')
  })
})
