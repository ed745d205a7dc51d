import assert from 'node:assert/strict'
import {
  keyOfText,
  keyspaceId,
  timestamp,
  token,
  type Key,
  type OperationId,
} from '../../src/base/ids.ts'
import { LockTable, type Footprint, type LockHolder } from '../../src/txn/locks.ts'

const KEYSPACE = keyspaceId(1)
const TOKEN = token(5)
const A = keyOfText('a')
const B = keyOfText('b')
const C = keyOfText('c')

const id = (sequence: number): OperationId => ({ client: 'c', sequence, expiry: timestamp(9) })
const holder = (sequence: number, age = sequence, stamp = 100): LockHolder => ({
  id: id(sequence),
  age: timestamp(age),
  stamp: timestamp(stamp),
})
const point = (key: Key): { keyspace: typeof KEYSPACE; key: Key; token: typeof TOKEN } => ({
  keyspace: KEYSPACE,
  key,
  token: TOKEN,
})
const range = (
  start: string,
  end: string,
): { keyspace: typeof KEYSPACE; token: typeof TOKEN; start: Key; end: Key } => ({
  keyspace: KEYSPACE,
  token: TOKEN,
  start: start as Key,
  end: end as Key,
})
const footprint = (parts: Partial<Footprint>): Footprint => ({
  writes: [],
  reads: [],
  ranges: [],
  ...parts,
})

describe('lock table', () => {
  it('exclusive: nobody reads, writes or scans', () => {
    const table = new LockTable()
    table.acquire(holder(1), footprint({ writes: [point(A)] }))
    assert.equal(table.readBlocker(KEYSPACE, A, Infinity)?.holder.id.sequence, 1)
    assert.equal(table.writeBlocker(KEYSPACE, A, TOKEN)?.holder.id.sequence, 1)
    assert.equal(table.rangeBlocker(range('a', 'b'), Infinity)?.key, A)
    assert.equal(table.rangeBlocker(range('b', ''), Infinity), undefined)
    assert.equal(table.readBlocker(KEYSPACE, B, Infinity), undefined)
    assert.equal(table.readBlocker(keyspaceId(2), A, Infinity), undefined)
  })

  it('shared: nobody writes, others read', () => {
    const table = new LockTable()
    table.acquire(holder(1), footprint({ reads: [point(A)] }))
    table.acquire(holder(2), footprint({ reads: [point(A)] }))
    assert.equal(table.readBlocker(KEYSPACE, A, Infinity), undefined)
    assert.equal(table.rangeBlocker(range('', ''), Infinity), undefined)
    assert(table.writeBlocker(KEYSPACE, A, TOKEN))
    table.release(id(1))
    assert.equal(table.writeBlocker(KEYSPACE, A, TOKEN)?.holder.id.sequence, 2)
    table.release(id(2))
    assert.equal(table.writeBlocker(KEYSPACE, A, TOKEN), undefined)
  })

  it('range: nobody writes inside, in that partition', () => {
    const table = new LockTable()
    table.acquire(holder(1), footprint({ ranges: [range('a', 'c')] }))
    assert(table.writeBlocker(KEYSPACE, A, TOKEN))
    assert(table.writeBlocker(KEYSPACE, B, TOKEN))
    assert.equal(table.writeBlocker(KEYSPACE, C, TOKEN), undefined)
    assert.equal(table.writeBlocker(KEYSPACE, A, token(6)), undefined)
    assert.equal(table.readBlocker(KEYSPACE, A, Infinity), undefined)
    table.release(id(1))
    assert.equal(table.writeBlocker(KEYSPACE, A, TOKEN), undefined)
  })

  it('a range without an end reaches to the end of the partition', () => {
    const table = new LockTable()
    table.acquire(holder(1), footprint({ ranges: [range('b', '')] }))
    assert(table.writeBlocker(KEYSPACE, '\xff\xff' as Key, TOKEN))
    assert.equal(table.writeBlocker(KEYSPACE, A, TOKEN), undefined)
  })

  it('a reader at T waits for prepare stamps at or below T only', () => {
    const table = new LockTable()
    table.acquire(holder(1, 1, 100), footprint({ writes: [point(A)] }))
    assert(table.readBlocker(KEYSPACE, A, 100))
    assert.equal(table.readBlocker(KEYSPACE, A, 99), undefined)
    assert(table.rangeBlocker(range('', ''), 100))
    assert.equal(table.rangeBlocker(range('', ''), 99), undefined)
  })

  it('names the oldest of several holders, however they came', () => {
    for (const order of [
      [3, 1, 2],
      [1, 2, 3],
      [2, 3, 1],
    ]) {
      const table = new LockTable()
      for (const age of order) table.acquire(holder(age), footprint({ reads: [point(A)] }))
      assert.equal(table.writeBlocker(KEYSPACE, A, TOKEN)?.holder.age, 1)
      table.acquire(holder(9, 0), footprint({ ranges: [range('a', 'b')] }))
      assert.equal(table.writeBlocker(KEYSPACE, A, TOKEN)?.holder.age, 0)
    }
    const written = new LockTable()
    written.acquire(holder(5, 5), footprint({ writes: [point(A)] }))
    written.acquire(holder(4, 4), footprint({ writes: [point(C), point(B)] }))
    const block = written.rangeBlocker(range('', ''), Infinity)
    assert.deepEqual([block?.holder.age, block?.key], [4, B])
  })

  it('a transaction may read and write one key, and gives back all of it', () => {
    const table = new LockTable()
    table.acquire(holder(1), footprint({ writes: [point(A)], reads: [point(A), point(A)] }))
    assert(table.holds(id(1)))
    const released = table.release(id(1))
    assert.deepEqual(released?.writes, [point(A)])
    assert(table.isEmpty)
    assert.equal(table.writeBlocker(KEYSPACE, A, TOKEN), undefined)
    assert.equal(table.release(id(1)), undefined)
  })

  it('refuses to take what another transaction holds, and to hold twice', () => {
    const table = new LockTable()
    table.acquire(holder(1), footprint({ reads: [point(A)] }))
    assert.throws(() => table.acquire(holder(2), footprint({ writes: [point(A)] })), /another/)
    assert.throws(() => table.acquire(holder(1), footprint({})), /already/)
  })
})
