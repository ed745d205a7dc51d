/** A shard becomes two (design page 06, "Split"; page 12): what both halves inherit, and when nothing happens. */
import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  keyOfText,
  nodeId,
  replicaId,
  segment,
  shardId,
  timestamp,
  token as tokenId,
  TOKEN_END,
  type Key,
} from '../../src/base/ids.ts'
import { tokenOf } from '../../src/base/token.ts'
import { decodeConflictKey, shardTableBounds } from '../../src/shard/keys.ts'
import { stateDigest } from '../../src/shard/digest.ts'
import type { Command } from '../../src/shard/command.ts'
import {
  abort,
  CHILD,
  commit,
  CONF_STATE,
  descriptorOf,
  increment,
  int,
  KEYSPACE,
  kindOf,
  operationId,
  plain,
  prepare,
  put,
  remove,
  resolve,
  RULES,
  SECOND,
  SHARD,
  split,
  stampOf,
  T0,
  TestReplica,
  TestShard,
  write,
} from './replica.ts'

const MIDDLE = TOKEN_END / 2

const names = Array.from({ length: 64 }, (_, i) => `k${i}`)
const tokenOfName = (name: string): number => tokenOf(KEYSPACE, keyOfText(name), RULES.partition)
const lower = names.filter((name) => tokenOfName(name) < MIDDLE)
const upper = names.filter((name) => tokenOfName(name) >= MIDDLE)
const [low = '', otherLow = ''] = lower
const [high = '', otherHigh = ''] = upper

/** Splits in the middle. The child as a shard of its own, on the same engine. */
function splitShard(shard: TestShard, parts: Parameters<typeof split>[2] = {}): TestShard {
  assert.equal(kindOf(shard.one(split(shard.machine, MIDDLE, parts))), 'done')
  const child = new TestShard()
  child.replica = shard.replica.childReplica()
  child.now = shard.now
  return child
}

function filled(): TestShard {
  const shard = new TestShard()
  names.forEach((name, i) => shard.one(write(operationId(i + 1), put(name, name))))
  return shard
}

describe('a split', () => {
  it('leaves the lower tokens to the shard and gives the upper ones to the child', () => {
    const shard = filled()
    const child = splitShard(shard)
    const { descriptor } = shard.machine
    assert.deepEqual(descriptor.range, { start: 0, end: MIDDLE })
    assert.deepEqual(descriptor.epoch, { config: 1, range: 2 })
    assert.deepEqual(child.machine.descriptor, {
      ...descriptor,
      shard: CHILD,
      range: { start: MIDDLE, end: TOKEN_END },
      replicas: [{ ...descriptor.replicas[0]!, replica: replicaId(2) }],
      nextReplica: 3,
    })
    assert.deepEqual(child.machine.confState, { ...CONF_STATE, voters: [replicaId(2)] })
    assert.equal(child.machine.appliedIndex, shard.machine.appliedIndex)
    assert.equal(child.machine.appliedTerm, shard.machine.appliedTerm)
    for (const name of lower) assert.equal(shard.value(name), name)
    for (const name of upper) assert.equal(child.value(name), name)
    for (const name of upper) {
      assert.equal(shard.replica.newest([keyOfText(name)], shard.now).kind, 'stale-epoch')
    }
  })

  it('gives the child what the engine does not have yet, versions that were superseded too', () => {
    const shard = filled()
    const before = shard.row(high).timestamp
    shard.one(write(operationId(100), put(high, 'newer')))
    shard.one(split(shard.machine, MIDDLE))
    const child = new TestShard()
    child.replica = shard.replica.childReplica(false)
    child.now = shard.now
    assert.equal(child.value(high), 'newer')
    assert.equal(plain(child.rowAt(high, before).value), high)
    assert.equal(child.value(otherHigh), otherHigh)
  })

  it('gives the replicas of the child ids that the parent never had, and keeps their roles', () => {
    const places = [
      { ...descriptorOf().replicas[0]!, replica: replicaId(4) },
      { replica: replicaId(9), node: nodeId(2), role: 'learner' as const },
    ]
    const descriptor = { ...descriptorOf(), replicas: places, nextReplica: 12 }
    const shard = new TestShard({ descriptor })
    const { confState } = shard.machine
    shard.machine.applyMembership(1, 1, shard.machine.descriptor, {
      ...confState,
      voters: [replicaId(4)],
      learners: [replicaId(9)],
    })
    const child = splitShard(shard)
    const { replicas, nextReplica } = child.machine.descriptor
    assert.deepEqual(
      replicas.map(({ replica, role }) => [replica, role]),
      [
        [12, 'voter'],
        [13, 'learner'],
      ],
    )
    assert.equal(nextReplica, 14)
    assert.deepEqual(child.machine.confState.voters, [12])
    assert.deepEqual(child.machine.confState.learners, [13])
  })

  it('does not happen when the epoch is another one', () => {
    for (const epoch of [
      { config: 2, range: 1 },
      { config: 1, range: 2 },
      { config: 0, range: 1 },
    ]) {
      const shard = filled()
      assert.equal(kindOf(shard.one(split(shard.machine, MIDDLE, { epoch }))), 'stale-epoch')
      assert.deepEqual(shard.machine.descriptor, descriptorOf())
      assert.equal(shard.replica.child, undefined)
    }
  })

  it('does not happen while the membership changes', () => {
    const joint = { ...CONF_STATE, votersOutgoing: [replicaId(1)] }
    const leaving = { ...CONF_STATE, learnersNext: [replicaId(1)] }
    const strange = { ...CONF_STATE, voters: [replicaId(1), replicaId(5)] }
    for (const confState of [joint, leaving, strange]) {
      const shard = new TestShard()
      shard.machine.applyMembership(1, 1, shard.machine.descriptor, confState)
      assert.equal(kindOf(shard.one(split(shard.machine, MIDDLE))), 'CONFLICT')
      assert.deepEqual(shard.machine.descriptor, descriptorOf())
    }
  })

  it('does not happen while a transaction is prepared', () => {
    const shard = filled()
    const id = operationId(100)
    const at = stampOf(shard.one(prepare(id, [put(high, 'new')])))
    assert.equal(kindOf(shard.one(split(shard.machine, MIDDLE))), 'CONFLICT')
    assert.deepEqual(shard.machine.descriptor, descriptorOf())
    shard.one(commit(id, at))
    const child = splitShard(shard)
    assert.equal(child.value(high), 'new')
  })

  it('does not happen at a bound of the range', () => {
    const descriptor = descriptorOf({ start: 10, end: 20 })
    for (const token of [0, 10, 20, 30]) {
      const shard = new TestShard({ descriptor })
      assert.equal(kindOf(shard.one(split(shard.machine, token))), 'CONFLICT')
      assert.deepEqual(shard.machine.descriptor, descriptor)
    }
  })

  it('leaves commands behind it in the same entry without effect', () => {
    const shard = filled()
    const replies = shard.run(
      write(operationId(100), put(low, 'before')),
      split(shard.machine, MIDDLE),
      write(operationId(101), put(low, 'after')),
      write(operationId(102), put(high, 'after')),
    )
    assert.deepEqual(replies.map(kindOf), ['written', 'done', 'stale-epoch', 'stale-epoch'])
    const child = new TestShard()
    child.replica = shard.replica.childReplica()
    child.now = shard.now
    assert.equal(shard.value(low), 'before')
    assert.equal(child.value(high), high)
  })

  it('leaves entries of the old epoch without effect, fences and commits too', () => {
    const shard = filled()
    const id = operationId(100)
    const old = [
      write(operationId(101), put(low, 'late')),
      resolve(id, [], [tokenOfName(low)]),
      abort(id),
      split(shard.machine, MIDDLE / 2),
    ]
    const child = splitShard(shard)
    shard.batchFields = { rangeEpoch: 1 }
    const replies = shard.run(...old)
    assert.deepEqual(new Set(replies.map(kindOf)), new Set(['stale-epoch']))
    shard.batchFields = {}
    assert.equal(shard.value(low), low)
    assert.equal(kindOf(shard.one(prepare(id, [put(low, 'new')]))), 'prepared')
    assert.equal(kindOf(child.one(prepare(id, [put(high, 'new')]))), 'prepared')
  })

  it('lets a fence land only in the half that has its token', () => {
    const shard = filled()
    const child = splitShard(shard)
    const id = operationId(100)
    assert.equal(kindOf(shard.one(resolve(id, [], [tokenOfName(high)]))), 'stale-epoch')
    assert.equal(kindOf(child.one(resolve(id, [], [tokenOfName(low)]))), 'stale-epoch')
    assert.equal(kindOf(child.one(prepare(id, [put(high, 'new')]))), 'prepared')
  })
})

describe('both halves of a split', () => {
  it('answer a retry with what was recorded before', () => {
    const shard = filled()
    shard.one(write(operationId(100), increment('n')))
    shard.one(write(operationId(101), increment(low)))
    const refusedBefore = kindOf(shard.one(write(operationId(101), increment(low))))
    const child = splitShard(shard)
    for (const half of [shard, child]) {
      assert.equal(kindOf(half.one(write(operationId(100), increment('n')))), 'recorded')
      assert.equal(kindOf(half.one(write(operationId(101), increment(low)))), refusedBefore)
    }
  })

  it('keep the fences that were there', () => {
    const shard = filled()
    const id = operationId(100)
    assert.equal(kindOf(shard.one(resolve(id))), 'refused')
    const child = splitShard(shard)
    assert.equal(kindOf(shard.one(prepare(id, [put(low, 'late')]))), 'refused')
    assert.equal(kindOf(child.one(prepare(id, [put(high, 'late')]))), 'refused')
  })

  it('know what a client has seen', () => {
    const shard = filled()
    shard.one(write(operationId(100), put(low, 'new'), 90))
    const child = splitShard(shard)
    child.restart()
    for (const half of [shard, child]) {
      assert.equal(kindOf(half.one(write(operationId(89), put('x', 'late')))), 'ALREADY_ANSWERED')
    }
  })

  it('have the time, what was promised by then, and what was collected', () => {
    const shard = filled()
    const id = operationId(100)
    const at = stampOf(shard.one(prepare(id, [put(low, 'new')])))
    shard.one(commit(id, at + 50))
    shard.collect()
    shard.machine.closeTimestamp(timestamp(at), shard.machine.appliedIndex)
    const child = splitShard(shard)
    const { machine } = child
    assert.equal(machine.lastStamp, shard.machine.lastStamp)
    assert.equal(machine.clockFloor, at + 50)
    assert.equal(machine.ceiling, shard.machine.ceiling)
    assert.equal(machine.closedUpTo, at)
    assert.equal(machine.gcPoint(KEYSPACE), shard.machine.gcPoint(KEYSPACE))
    assert.notEqual(machine.gcPoint(KEYSPACE), 0)
    assert.equal(machine.descriptor.incarnation, shard.machine.descriptor.incarnation)
  })

  it('remember deleted keys', () => {
    const shard = filled()
    shard.one(write(operationId(100), remove(high)))
    const child = splitShard(shard)
    const deleted = child.row(high)
    assert.equal(deleted.value, undefined)
    assert.notEqual(deleted.timestamp, 0)
  })

  it('have the conflicts that were met, whether the engine had them or not', () => {
    const shard = filled()
    const stale = shard.row(high).context
    shard.one(write(operationId(100), put(high, 'other')))
    const conflict = (sequence: number) =>
      shard.one(
        write(operationId(sequence), put(high, 'mine', { context: stale, policy: 'abort' })),
      )
    assert.equal(kindOf(conflict(101)), 'CONFLICT')
    shard.replica.flush()
    assert.equal(kindOf(conflict(102)), 'CONFLICT')
    const child = splitShard(shard)
    const rowsOf = (id: typeof SHARD) =>
      shard.replica.engine.read(shardTableBounds('conflicts', segment(3), id))
    assert.equal(rowsOf(CHILD).length, 2)
    assert.deepEqual(
      rowsOf(CHILD).map(({ key, value }) => [decodeConflictKey(key), value]),
      rowsOf(SHARD).map(({ key, value }) => [decodeConflictKey(key), value]),
    )
    const before = stateDigest(child.machine)
    child.restart()
    assert.equal(stateDigest(child.machine), before)
  })

  it('have all counts together that the shard had, whatever is estimated', () => {
    for (const millionths of [0, 333_333, 1_000_000]) {
      const shard = filled()
      shard.one(write(operationId(100), put(low, 'new', { expiry: timestamp(T0 + 100 * SECOND) })))
      const [before] = [...shard.machine.usage()]
      const child = splitShard(shard, { shares: [{ keyspace: KEYSPACE, millionths }] })
      const sum = () => {
        const [one, other] = [[...shard.machine.usage()][0]!, [...child.machine.usage()][0]!]
        return {
          keys: one.keys + other.keys,
          bytes: one.bytes + other.bytes,
          historyBytes: one.historyBytes + other.historyBytes,
        }
      }
      const { keys, bytes, historyBytes } = before!
      assert.deepEqual(sum(), { keys, bytes, historyBytes })
      let sequence = 200
      for (const name of lower) shard.one(write(operationId(sequence++), remove(name)))
      child.restart()
      for (const name of upper) child.one(write(operationId(sequence++), remove(name)))
      shard.restart()
      const { keys: none, bytes: noBytes } = sum()
      assert.deepEqual([none, noBytes], [0, 0])
    }
  })

  it('forget a commit at its expiry where no participant lies, and keep it where one does', () => {
    const shard = filled()
    const id = operationId(100)
    // A participant's token says where it lies, not the keys.
    const participants = [
      { shard: SHARD, token: tokenId(MIDDLE - 1) },
      { shard: shardId(8), token: tokenId(MIDDLE - 2) },
    ]
    const at = stampOf(shard.one(prepare(id, [put(low, 'new')], { participants })))
    shard.one(commit(id, at))
    const child = splitShard(shard)
    const asked = (half: TestShard) => half.machine.unforgottenBefore(timestamp(Infinity), 9).length
    assert.deepEqual([asked(shard), asked(child)], [1, 0])
    child.restart()
    shard.restart()
    assert.deepEqual([asked(shard), asked(child)], [1, 0])
    assert.equal(kindOf(child.one(resolve(id, []))), 'committed')
    for (const half of [shard, child]) half.pass(61 * SECOND)
    assert.equal(kindOf(shard.one(resolve(id, []))), 'committed')
    assert.equal(kindOf(child.one(resolve(id, []))), 'gone')
  })
})

describe('garbage of a shard that was split', () => {
  /** Old versions of every key, and the GC point behind them. */
  function littered(): TestShard {
    const shard = filled()
    names.forEach((name, i) => shard.one(write(operationId(1_000 + i), put(name, 'newer'))))
    shard.replica.flush()
    return shard
  }

  const historyRows = ({ replica }: TestShard) =>
    replica.engine.read({ gte: Buffer.from([0x11]), lt: Buffer.from([0x12]) }).length

  it('stays until the child has its part of the lists', () => {
    const shard = littered()
    const child = splitShard(shard)
    shard.collect()
    assert.equal(shard.replica.sweep(), 0)
    assert.deepEqual(child.machine.inherits, [SHARD])
    assert.equal(historyRows(shard), names.length)
    shard.machine.garbage.listsCopied(CHILD)
    shard.replica.sweep()
    // What is left is the child's.
    assert.equal(historyRows(shard), upper.length)
    child.now = shard.now
    assert.equal(child.value(otherHigh), 'newer')
    assert.equal(shard.value(otherLow), 'newer')
  })
})

describe('replicas that apply a split', () => {
  type Step =
    | { readonly kind: 'write'; readonly name: string; readonly by: number }
    | { readonly kind: 'remove'; readonly name: string }
    | { readonly kind: 'flush' }

  const aName = fc.constantFrom(...names)
  const aStep: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ kind: fc.constant('write'), name: aName, by: fc.nat(9) }),
    fc.record({ kind: fc.constant('remove'), name: aName }),
    fc.record({ kind: fc.constant('flush') }),
  )

  const commandOf = (step: Exclude<Step, { kind: 'flush' }>, sequence: number): Command =>
    write(
      operationId(sequence),
      step.kind === 'remove' ? remove(step.name) : increment(step.name, step.by),
    )

  it('come to the same halves, with any cache, any batches and restarts, and lose nothing', () => {
    fc.assert(
      fc.property(
        fc.array(aStep, { maxLength: 40 }),
        fc.array(aStep, { maxLength: 40 }),
        fc.integer({ min: 1, max: TOKEN_END - 1 }),
        fc.boolean(),
        (before, after, token, restarts) => {
          const shard = new TestShard({ cacheBytes: 1 })
          const calm = new TestReplica()
          const sums = new Map<string, bigint | undefined>()
          let sequence = 0
          const run = (half: TestShard, step: Step): void => {
            if (step.kind === 'flush') half.replica.flush()
            else {
              half.one(commandOf(step, ++sequence))
              const sum = sums.get(step.name) ?? 0n
              sums.set(step.name, step.kind === 'remove' ? undefined : sum + BigInt(step.by))
            }
          }
          for (const step of before) run(shard, step)
          shard.one(split(shard.machine, token))
          for (const entry of shard.entries) calm.apply(entry)
          const child = new TestShard()
          child.replica = shard.replica.childReplica()
          const calmChild = calm.childReplica()
          assert.equal(stateDigest(shard.machine), stateDigest(calm.machine))
          assert.equal(stateDigest(child.machine), stateDigest(calmChild.machine))
          if (restarts) for (const half of [shard, child]) half.restart()
          const halfOf = (name: string) => (tokenOfName(name) < token ? shard : child)
          const entriesBefore = shard.entries.length
          for (const step of after) {
            if (step.kind !== 'flush') run(halfOf(step.name), step)
            else for (const half of [shard, child]) run(half, step)
          }
          for (const entry of shard.entries.slice(entriesBefore)) calm.apply(entry)
          for (const entry of child.entries) calmChild.apply(entry)
          assert.equal(stateDigest(shard.machine), stateDigest(calm.machine))
          assert.equal(stateDigest(child.machine), stateDigest(calmChild.machine))
          for (const [name, sum] of sums) {
            const value = sum === undefined ? undefined : int(Number(sum))
            assert.equal(halfOf(name).value(name), plain(value), name)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('drop what is being read of keys that leave', () => {
    const shard = filled()
    shard.replica.flush()
    shard.restart()
    const key: Key = keyOfText(high)
    const read = { kind: 'get', keyspace: KEYSPACE, keys: [key], at: timestamp(0) } as const
    const asked = shard.machine.getNewest(read, RULES, timestamp(shard.now))
    assert(asked.kind === 'needs')
    const child = splitShard(shard)
    child.one(write(operationId(100), put(high, 'newer')))
    shard.replica.fill(asked.fetch)
    assert.equal(child.value(high), 'newer')
    assert.equal(shard.replica.newest([key], shard.now).kind, 'stale-epoch')
  })
})
