/**
 * A scan of what is newest reads at a time that is chosen when it begins (05). Behind a lock that time grows old: the transaction that
 * held it may commit above it and be acknowledged before the scan goes on, which must not miss it.
 */
import assert from 'node:assert/strict'
import sinon from 'sinon'
import { HybridClock } from '../../src/base/hybrid-clock.ts'
import { keyOfText, nodeId, timestamp, type Timestamp } from '../../src/base/ids.ts'
import type { RawNode } from '../../src/raft/index.ts'
import { KvReads } from '../../src/server/kv-reads.ts'
import type { ShardMachine } from '../../src/shard/machine.ts'
import type { Read } from '../../src/shard/request.ts'
import { MemoryStore } from '../../src/storage/memory-engine.ts'
import { FakeTime } from '../client/fake-time.ts'
import {
  descriptorOf,
  LIMITS,
  operationId,
  ORDERED_RULES,
  scanOf,
  SECOND,
} from '../shard/replica.ts'

const LOCKED = {
  kind: 'locked',
  holder: { id: operationId(1), age: timestamp(1) },
  key: keyOfText('k'),
} as unknown as ReturnType<ShardMachine['planScan']>

describe('a scan that waited for a lock', () => {
  let clock: HybridClock
  let times: Timestamp[]
  let reads: KvReads

  beforeEach(() => {
    const time = new FakeTime()
    clock = new HybridClock(time)
    times = []
    const planScan: ShardMachine['planScan'] = (_read, at) => {
      times.push(at)
      return LOCKED
    }
    const ceiling = timestamp(clock.peek() + 60 * SECOND)
    const descriptor = descriptorOf()
    const machine = { planScan, wasDropped: () => false, appliedIndex: 10, ceiling, descriptor }
    reads = new KvReads({
      node: { lastIndex: 10, hasLease: () => true } as unknown as RawNode,
      machine: machine as unknown as ShardMachine,
      engine: new MemoryStore().open(),
      clock,
      monotonic: time,
      settings: () => ({
        limits: LIMITS,
        keyspaces: new Map([[ORDERED_RULES.id, ORDERED_RULES]]),
        wasDropped: () => false,
      }),
      mode: 'lease',
      silent: () => false,
      serving: () => true,
      open: () => true,
      raiseCeiling: sinon.fake(),
      leaderNode: () => nodeId(2),
      wake: sinon.fake(),
      fatal: sinon.fake(),
    })
  })

  function submit(read: Read): void {
    reads.submit({ read, rangeEpoch: 1, deadlineMs: Infinity, readAnswered: sinon.fake() })
  }

  it('reads what is newest at a time above the commit that released it', () => {
    submit(scanOf())
    const committedAt = timestamp(clock.now() + SECOND)
    clock.merge(committedAt)
    reads.applied(true)
    assert.equal(times.length, 2)
    assert.ok(times[1]! > committedAt, `${times[1]!} is not above ${committedAt}`)
  })

  it('still reads at the time that its client gave', () => {
    const at = clock.now()
    submit(scanOf({ at }))
    reads.applied(true)
    assert.deepEqual(times, [at, at])
  })
})
