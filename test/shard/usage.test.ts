import assert from 'node:assert/strict'
import fc from 'fast-check'
import { ByteReader, ByteWriter } from '../../src/base/bytes.ts'
import { timestamp } from '../../src/base/ids.ts'
import { stateDigest } from '../../src/shard/digest.ts'
import { keyspaceBounds } from '../../src/shard/keys.ts'
import { decodeHistoryRow } from '../../src/shard/history-rows.ts'
import { decodeHead } from '../../src/shard/rows.ts'
import { TimedCounts, type KeyspaceUse } from '../../src/shard/usage.ts'
import { valueBytes } from '../../src/versions/value-codec.ts'
import type { Version } from '../../src/versions/version.ts'
import {
  abort,
  commit,
  increment,
  KEYSPACE,
  operationId,
  prepare,
  put,
  remove,
  SECOND,
  T0,
  TestReplica,
  TestShard,
  text,
  write,
} from './replica.ts'

const MINUTE = 60 * SECOND
const at = timestamp

describe('counts by time', () => {
  it('go when the GC point has passed all of their span, not sooner', () => {
    const counts = new TimedCounts()
    counts.add(at(T0), 10, at(0))
    counts.add(at(T0 + 10 * MINUTE), 5, at(0))
    counts.collect(at(T0))
    assert.deepEqual([counts.count, counts.bytes], [2, 15])
    counts.collect(at(T0 + 5 * MINUTE))
    assert.deepEqual([counts.count, counts.bytes], [1, 5])
    counts.collect(at(T0 + 20 * MINUTE))
    assert.deepEqual([counts.count, counts.bytes], [0, 0])
  })

  it('of what the GC point has passed already are none', () => {
    const counts = new TimedCounts()
    counts.add(at(T0), 10, at(T0 + 10 * MINUTE))
    assert.equal(counts.count, 0)
    counts.remove(at(T0), 10)
    assert.equal(counts.count, 0)
  })

  it('lose exactly what is removed, however spans were joined, and stay small', () => {
    const anyTime = fc.integer({ min: 0, max: 1000 }).map((minute) => at(T0 + minute * MINUTE))
    const anyStep = fc.oneof(
      fc.record({ add: anyTime, bytes: fc.nat(100) }),
      fc.record({ remove: fc.nat() }),
      fc.record({ collect: anyTime }),
    )
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 200 }), (steps) => {
        let counts = new TimedCounts()
        let present: { at: number; bytes: number }[] = []
        let point = at(0)
        for (const step of steps) {
          if ('add' in step) {
            counts.add(step.add, step.bytes, point)
            if (step.add > point) present.push({ at: step.add, bytes: step.bytes })
          } else if ('remove' in step) {
            const [gone] = present.splice(step.remove % (present.length || 1), 1)
            if (gone !== undefined) counts.remove(at(gone.at), gone.bytes)
          } else if (step.collect > point) {
            point = step.collect
            counts.collect(point)
            present = present.filter((each) => each.at > point)
          }
          const bytes = present.reduce((sum, each) => sum + each.bytes, 0)
          assert(counts.count >= present.length && counts.bytes >= bytes, 'something is missing')
          const writer = new ByteWriter(64)
          counts.write(writer)
          assert(writer.view().length < 200)
          counts = TimedCounts.read(new ByteReader(writer.finish()))
        }
        counts.collect(at(T0 + 2000 * MINUTE))
        assert.deepEqual([counts.count, counts.bytes], [0, 0])
      }),
      { numRuns: 300 },
    )
  })
})

/** By looking at every row. */
function recount(replica: TestReplica): KeyspaceUse {
  const { segment, descriptor } = replica.machine
  const size = ({ value }: Version): number => (value === undefined ? 0 : valueBytes(value))
  const rowsOf = (table: 'heads' | 'history') =>
    replica.engine.read(keyspaceBounds(table, segment, KEYSPACE, descriptor.range))
  let keys = 0
  let bytes = 0
  for (const { key, value } of rowsOf('heads')) {
    const version = decodeHead(value, descriptor.incarnation)
    if (version.value === undefined) continue
    keys += 1
    bytes += key.length - HEAD_PREFIX_BYTES + size(version)
  }
  let historyBytes = 0
  for (const { key, value } of rowsOf('history')) {
    // No key here has a zero byte to be escaped.
    const keyBytes = key.length - HEAD_PREFIX_BYTES - HISTORY_SUFFIX_BYTES
    for (const { version } of decodeHistoryRow(value, descriptor.incarnation)) {
      historyBytes += keyBytes + size(version)
    }
  }
  return { keyspace: KEYSPACE, keys, bytes, historyBytes }
}

const HEAD_PREFIX_BYTES = 13
const HISTORY_SUFFIX_BYTES = 10

function usageOf(replica: TestReplica): KeyspaceUse | undefined {
  return [...replica.machine.usage()].find(({ keyspace }) => keyspace === KEYSPACE)
}

describe('what a keyspace has in a shard', () => {
  it('is counted with every write: new keys, larger and smaller values, deletes', () => {
    const shard = new TestShard()
    shard.one(write(operationId(1), put('abc', text('12345'))))
    const size = (value: string) => 3 + valueBytes(text(value))
    const use = () => usageOf(shard.replica)
    assert.deepEqual(use(), { keyspace: KEYSPACE, keys: 1, bytes: size('12345'), historyBytes: 0 })
    shard.one(write(operationId(2), put('abc', text('1'))))
    const history = size('12345')
    assert.deepEqual([use()?.bytes, use()?.historyBytes], [size('1'), history])
    shard.one(write(operationId(3), remove('abc')))
    assert.deepEqual(use(), {
      keyspace: KEYSPACE,
      keys: 0,
      bytes: 0,
      historyBytes: history + size('1'),
    })
  })

  it('changes when a transaction commits, not when it prepares or aborts', () => {
    const shard = new TestShard()
    shard.one(prepare(operationId(1), [put('a', 'v')]))
    shard.one(prepare(operationId(2), [put('b', 'v')]))
    assert.equal(usageOf(shard.replica), undefined)
    shard.one(abort(operationId(2)))
    shard.one(commit(operationId(1), shard.now + 10))
    assert.equal(usageOf(shard.replica)?.keys, 1)
  })

  it('loses history, and values that expired, when the GC point has passed them', () => {
    const shard = new TestShard()
    shard.one(write(operationId(1), put('k', 'old')))
    shard.one(write(operationId(2), put('k', 'new')))
    shard.one(write(operationId(3), put('brief', 'v', { expiry: at(shard.now + MINUTE) })))
    assert.equal(usageOf(shard.replica)?.keys, 2)
    shard.pass(10 * MINUTE)
    assert.equal(usageOf(shard.replica)?.keys, 2, 'it counts until it is collected')
    shard.one({ kind: 'collect', keyspace: KEYSPACE, point: timestamp(shard.now - MINUTE) })
    const use = usageOf(shard.replica)
    assert.deepEqual([use?.keys, use?.historyBytes], [1, 0])
    shard.one(write(operationId(4, shard.now + MINUTE), put('brief', 'again')))
    assert.equal(usageOf(shard.replica)?.keys, 2)
  })

  it('is what a count of all rows finds, on every replica, also after a restart', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd')
    const anyWrite = fc.oneof(
      fc
        .tuple(name, fc.nat(3), fc.boolean())
        .map(([key, length, expires]) => ({ key, value: 'x'.repeat(length), expires }) as const),
      name.map((key) => ({ remove: key }) as const),
      name.map((key) => ({ increment: `n${key}` }) as const),
      fc.constant({ restart: true } as const),
    )
    fc.assert(
      fc.property(fc.array(anyWrite, { maxLength: 40 }), (steps) => {
        const shard = new TestShard()
        const follower = new TestReplica({ cacheBytes: 0 })
        const run = (operation: Parameters<typeof write>[1], sequence: number): void => {
          const entry = shard.entry(write(operationId(sequence), operation))
          shard.replica.apply(entry)
          follower.apply(entry)
          follower.flush()
        }
        steps.forEach((step, i) => {
          if ('restart' in step) shard.restart()
          else if ('remove' in step) run(remove(step.remove), i + 1)
          else if ('increment' in step) run(increment(step.increment), i + 1)
          else {
            const expiry = step.expires ? shard.now + (i % 7) * MINUTE : 0
            run(put(step.key, step.value, { expiry: at(expiry) }), i + 1)
          }
        })
        shard.replica.flush()
        if (follower.machine.appliedIndex === 0) return
        assert.deepEqual(usageOf(shard.replica), recount(shard.replica))
        assert.equal(stateDigest(follower.machine), stateDigest(shard.machine))
      }),
      { numRuns: 100 },
    )
  })
})
