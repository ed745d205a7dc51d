/** The replicated conflict log (04, "What the client learns"): what gets into it, and what is read from it. */
import assert from 'node:assert/strict'
import { keyOfText, timestamp } from '../../src/base/ids.ts'
import type { Command } from '../../src/shard/command.ts'
import type { ConflictRecord } from '../../src/shard/conflict-log.ts'
import type { FoundConflicts } from '../../src/shard/conflict-reads.ts'
import {
  abort,
  commit,
  int,
  KEYSPACE,
  kindOf,
  LIMITS,
  operationId,
  plain,
  prepare,
  put,
  remove,
  RULES,
  stampOf,
  TestShard,
  write,
  type TestReplica,
} from './replica.ts'

/** What the log tells of a key, as a leader would read it. */
function conflictsOf(
  { machine, engine }: TestReplica,
  name: string,
  { limit = 100, at = 0 } = {},
): FoundConflicts {
  const read = { kind: 'conflicts', keyspace: KEYSPACE, key: keyOfText(name), limit } as const
  const plan = machine.planConflicts({ ...read, at: timestamp(at) }, RULES)
  assert(plan.kind === 'plan', plan.kind)
  return plan.found(engine.read(plan.bounds))
}

const outcomes = (found: FoundConflicts): (string | undefined)[] =>
  found.records.map(({ outcome }) => outcome)

/** A shard where `name` was written once; gives the context of that, and the value has been changed since. */
function stale(shard: TestShard, name: string, base: number, theirs: number): Uint8Array {
  shard.one(write(operationId(++sequence), put(name, int(base))))
  const { context } = shard.row(name)
  shard.now += 10
  shard.one(write(operationId(++sequence), put(name, int(theirs))))
  return context
}

let sequence = 1000

const transact = (operations: readonly ReturnType<typeof put>[]): Command => ({
  kind: 'transact',
  id: operationId(++sequence),
  lowWater: 0,
  author: 'ada',
  reads: [],
  ranges: [],
  compares: [],
  then: operations,
  otherwise: [],
})

describe('the conflict log', () => {
  it('tells how a conflict was resolved, by which policy and operation, and what came of it', () => {
    const shard = new TestShard()
    const context = stale(shard, 'n', 10, 15)
    const id = operationId(7)
    const reply = shard.one(write(id, put('n', int(12), { context })))
    assert(reply.kind === 'written')
    const [record] = conflictsOf(shard.replica, 'n').records
    assert(record !== undefined)
    assert.deepEqual([record.outcome, record.policy, record.id], ['MERGED', 'auto', id])
    assert.equal(record.at, reply.result.timestamp)
    assert.equal(record.merged?.timestamp, reply.result.timestamp)
    const { base, theirs, mine, reason } = record.explanation
    assert.deepEqual(
      [base, theirs, mine, record.merged].map((side) => plain(side?.value)),
      ['10', '15', '12', '17'],
    )
    assert.equal(reason, 'RESOLVED')
  })

  it('keeps the value of a write that lost: nothing else has it', () => {
    const shard = new TestShard()
    const context = stale(shard, 'n', 10, 15)
    const ownDots = [shard.row('n').timestamp - 1]
    const edit = put('n', int(12), { context, ownDots, policy: 'lww' })
    const reply = shard.one(write(operationId(7), edit))
    assert.equal(kindOf(reply), 'written')
    const [record] = conflictsOf(shard.replica, 'n').records
    assert.deepEqual([record?.outcome, plain(record?.explanation.mine.value)], ['LOST', '12'])
    assert.equal(shard.value('n'), '15')
  })

  it('has nothing of what a refused transaction had resolved before it was refused', () => {
    const shard = new TestShard()
    const merges = stale(shard, 'merges', 10, 15)
    const clashes = stale(shard, 'clashes', 1, 2)
    const reply = shard.one(
      transact([
        put('merges', int(12), { context: merges }),
        put('clashes', int(3), { context: clashes, policy: 'abort' }),
      ]),
    )
    assert.equal(kindOf(reply), 'CONFLICT')
    assert.equal(shard.value('merges'), '15')
    assert.deepEqual(outcomes(conflictsOf(shard.replica, 'merges')), [])
    assert.deepEqual(outcomes(conflictsOf(shard.replica, 'clashes')), [undefined])
  })

  it('tells of a transaction over several shards when it commits, and only then', () => {
    const shard = new TestShard()
    const context = stale(shard, 'n', 10, 15)
    const id = operationId(7)
    const stamp = stampOf(shard.one(prepare(id, [put('n', int(12), { context })])))
    shard.replica.flush()
    const restarted = shard.replica.restarted()
    const entry = shard.entry(commit(id, stamp + 500))
    for (const replica of [shard.replica, restarted]) {
      replica.apply(entry)
      const [record, ...others] = conflictsOf(replica, 'n').records
      assert.equal(others.length, 0)
      assert.deepEqual([record?.outcome, record?.id], ['MERGED', id])
      assert.equal(record?.merged?.timestamp, stamp + 500)
      assert.equal(plain(record.merged.value), '17')
    }
  })

  it('tells nothing of a transaction over several shards that is aborted', () => {
    const shard = new TestShard()
    const context = stale(shard, 'n', 10, 15)
    const id = operationId(7)
    assert.equal(kindOf(shard.one(prepare(id, [put('n', int(12), { context })]))), 'prepared')
    assert.equal(kindOf(shard.one(abort(id))), 'refused')
    assert.deepEqual(conflictsOf(shard.replica, 'n').records, [])
  })

  it('tells of the conflict that refused a prepare', () => {
    const shard = new TestShard()
    const context = stale(shard, 'n', 10, 15)
    const edit = put('n', int(12), { context, policy: 'abort' })
    assert.equal(kindOf(shard.one(prepare(operationId(7), [edit]))), 'refused')
    assert.deepEqual(outcomes(conflictsOf(shard.replica, 'n')), [undefined])
  })

  it('keeps base and theirs short, as history has them, and mine whole', () => {
    const shard = new TestShard()
    const long = (letter: string): string => letter.repeat(3 * 4096)
    shard.batchFields = { limits: { ...LIMITS, valueBytes: 1 << 16 } }
    shard.one(write(operationId(1), put('doc', long('b'))))
    const { context } = shard.row('doc')
    shard.one(write(operationId(2), put('doc', long('t'))))
    shard.one(write(operationId(3), put('doc', long('m'), { context })))
    const [short] = conflictsOf(shard.replica, 'doc').records
    assert(short !== undefined)
    assert.deepEqual(sizesOf(short), [4096, 4096, 4096])
    const [record] = conflictsOf(shard.replica, 'doc', { at: short.at }).records
    assert(record !== undefined)
    assert.deepEqual(sizesOf(record), [4096, 4096, 3 * 4096])
    const { base, theirs, mine } = record.explanation
    assert.deepEqual([base?.truncated, theirs?.truncated, mine.truncated], [true, true, undefined])
    assert.equal(plain(shard.rowAt('doc', base!.timestamp).value), long('b'))
    assert.equal(plain(shard.rowAt('doc', theirs!.timestamp).value), long('t'))
  })

  it('is read the same before the engine has it, while it gets it, and after a restart', () => {
    const shard = new TestShard()
    const refuse = (name: string): void => {
      shard.one(write(operationId(++sequence), put(name, 'mine', { ifAbsent: true })))
    }
    shard.one(write(operationId(1), put('a', 'there')))
    shard.one(write(operationId(2), put('b', 'there')))
    for (const name of ['a', 'b', 'a']) refuse(name)
    const first = conflictsOf(shard.replica, 'a')
    assert.equal(first.records.length, 2)
    assert.ok(first.records[0]!.at > first.records[1]!.at, 'newest first')
    assert.equal(first.since, first.records[1]!.at)
    const batch = shard.replica.seal()
    assert.deepEqual(conflictsOf(shard.replica, 'a'), first)
    refuse('a')
    const three = conflictsOf(shard.replica, 'a')
    assert.deepEqual(three.records.slice(1), first.records)
    shard.replica.written(batch)
    assert.deepEqual(conflictsOf(shard.replica, 'a'), three)
    shard.restart()
    assert.deepEqual(conflictsOf(shard.replica, 'a'), three)
    assert.deepEqual(conflictsOf(shard.replica, 'a', { limit: 1 }).records, [three.records[0]])
    const { at } = three.records[1]!
    assert.deepEqual(conflictsOf(shard.replica, 'a', { at }).records, [three.records[1]])
  })

  it('has no more of what it dropped, whether or not the engine still has it', () => {
    const shard = new TestShard()
    const value = 'x'.repeat(3000)
    shard.one(write(operationId(1), put('a', value)))
    const refuse = (): void => {
      shard.one(write(operationId(++sequence), put('a', value, { ifAbsent: true })))
    }
    refuse()
    const first = conflictsOf(shard.replica, 'a').records[0]!.at
    shard.replica.flush()
    for (let i = 0; i < 100; i++) refuse()
    const { since, records } = conflictsOf(shard.replica, 'a')
    assert.ok(since > first)
    assert.equal(records.at(-1)!.at, since)
  })

  it('is not asked while a transaction holds the key: it may be committed already', () => {
    const shard = new TestShard()
    shard.one(prepare(operationId(1), [remove('a')]))
    const key = keyOfText('a')
    const read = { kind: 'conflicts', keyspace: KEYSPACE, key, limit: 1, at: timestamp(0) } as const
    assert.equal(shard.machine.planConflicts(read, RULES).kind, 'locked')
  })
})

function sizesOf({ explanation: { base, theirs, mine } }: ConflictRecord): (number | undefined)[] {
  return [base, theirs, mine].map((side) => plain(side?.value)?.length)
}
