import assert from 'node:assert/strict'
import fc from 'fast-check'
import { keyOfText, timestamp, type Key } from '../../src/base/ids.ts'
import type { ScanRead } from '../../src/shard/scan.ts'
import {
  commit,
  descriptorOf,
  KEYSPACE,
  operationId,
  ORDERED,
  plain,
  prepare,
  put,
  remove,
  scanOf,
  stampOf,
  T0,
  TestShard,
  write,
} from './replica.ts'

const inOrder = { keyspace: ORDERED }

/** All pages of a scan, as `key=value`. */
function all(shard: TestShard, read: ScanRead, at: number, pageRows = Infinity): string[] {
  const found: string[] = []
  let { after } = read
  for (let pages = 0; pages < 1000; pages++) {
    const page = shard.replica.scan({ ...read, after }, at, pageRows)
    assert(page.rows.length <= read.limit)
    found.push(...page.rows.map(({ key, value }) => `${key}=${plain(value) ?? ''}`))
    if (page.next === undefined) return found
    after = page.next
  }
  assert.fail('a scan without an end')
}

describe('scan', () => {
  it('shows live rows in key order, dirty or written', () => {
    const shard = new TestShard()
    const put1 = (i: number, key: string): void => {
      shard.one(write(operationId(i), put(key, `v-${key}`, inOrder)))
    }
    put1(1, 'b')
    put1(2, 'd')
    put1(3, 'x')
    shard.replica.flush()
    put1(4, 'a')
    put1(5, 'c')
    shard.one(write(operationId(6), remove('x', ORDERED)))
    assert.deepEqual(all(shard, scanOf(), shard.now), ['a=v-a', 'b=v-b', 'c=v-c', 'd=v-d'])
    const part = scanOf({ start: 'b' as Key, end: 'd' as Key })
    assert.deepEqual(all(shard, part, shard.now), ['b=v-b', 'c=v-c'])
    assert.deepEqual(all(shard, scanOf({ keysOnly: true }), shard.now), ['a=', 'b=', 'c=', 'd='])
  })

  it('shows one applied index, however much is applied while it is paged', () => {
    const shard = new TestShard()
    for (let i = 0; i < 6; i++) shard.one(write(operationId(i), put(`k${i}`, 'old', inOrder)))
    const at = shard.now
    const planned = shard.machine.planScan(scanOf(), timestamp(at))
    assert(planned.kind === 'plan')
    const snapshot = shard.replica.engine.copy()
    shard.now += 1
    for (let i = 0; i < 6; i++) shard.one(write(operationId(20 + i), put(`k${i}`, 'new', inOrder)))
    shard.replica.flush()
    const page = planned.plan.page(snapshot.read(planned.plan.bounds), true)
    assert(page.kind === 'page')
    assert.deepEqual(
      page.rows.map(({ value }) => plain(value)),
      Array(6).fill('old'),
    )
  })

  it('waits for exclusive locks inside it that were prepared at or below T', () => {
    const shard = new TestShard()
    const stamp = stampOf(shard.one(prepare(operationId(1), [put('c', 'x', inOrder)])))
    const kind = (read: ScanRead, at: number): string =>
      shard.machine.planScan(read, timestamp(at)).kind
    assert.equal(kind(scanOf(), stamp), 'locked')
    assert.equal(kind(scanOf(), stamp - 1), 'plan')
    assert.equal(kind(scanOf({ start: 'd' as Key }), stamp), 'plan')
    assert.equal(kind(scanOf({ keyspace: KEYSPACE }), stamp), 'plan')
    const token = shard.machine.internals.heads.get(ORDERED, keyOfText('c'))!.token
    assert.equal(kind(scanOf({ after: { token, key: keyOfText('c') } }), stamp), 'plan')
    shard.one(commit(operationId(1), stamp))
    assert.deepEqual(all(shard, scanOf(), stamp), ['c=x'])
  })

  it('is refused below the GC point and for tokens of another shard', () => {
    const shard = new TestShard({ descriptor: descriptorOf({ start: 100, end: 200 }) })
    assert.equal(shard.machine.planScan(scanOf({ token: 200 }), timestamp(T0)).kind, 'stale-epoch')
    assert.equal(shard.machine.planScan(scanOf({ token: 100 }), timestamp(T0)).kind, 'plan')
    shard.one({ kind: 'raise-ceiling' })
    shard.one({ kind: 'collect', keyspace: ORDERED, point: timestamp(T0) })
    assert.equal(shard.machine.planScan(scanOf(), timestamp(T0 - 1)).kind, 'too-old')
  })

  it('at any time, in pages of any size, equals what points read at that time say', () => {
    const step = fc.record({
      key: fc.nat(7),
      deletes: fc.boolean(),
      flushes: fc.nat(3),
    })
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        fc.constantFrom(KEYSPACE, ORDERED),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 5 }),
        fc.nat(40),
        (steps, keyspace, limit, pageRows, time) => {
          const shard = new TestShard()
          steps.forEach(({ key, deletes, flushes }, i) => {
            const name = `k${key}`
            const operation = deletes ? remove(name, keyspace) : put(name, `${i}`, { keyspace })
            shard.one(write(operationId(i), operation))
            if (flushes === 0) shard.replica.flush()
          })
          const at = T0 + time
          const rules = { id: keyspace, partition: { kind: keyspace === ORDERED ? 'all' : 'key' } }
          const expected: string[] = []
          for (let key = 0; key < 8; key++) {
            const row = shard.rowAt(`k${key}`, at, rules as never)
            if (row.value !== undefined) expected.push(`k${key}=${plain(row.value) ?? ''}`)
          }
          const found = all(shard, scanOf({ keyspace, limit }), at, pageRows)
          if (keyspace === KEYSPACE) found.sort()
          assert.deepEqual(found, expected)
        },
      ),
      { numRuns: 300 },
    )
  })
})
