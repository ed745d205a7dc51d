import assert from 'node:assert/strict'
import { keyOfText, nodeId, replicaId, segment, timestamp, type Key } from '../../src/base/ids.ts'
import { tokenOf } from '../../src/base/token.ts'
import { decodeBatch } from '../../src/shard/command-codec.ts'
import { decodeConflict } from '../../src/shard/conflict-codec.ts'
import { stateDigest, VersionsDigest, versionRanges } from '../../src/shard/digest.ts'
import { metaKey, shardTableBounds } from '../../src/shard/keys.ts'
import { decodeMeta } from '../../src/shard/meta-row.ts'
import { decodeChunk, encodeChunk, metaUnder, replicaRanges } from '../../src/shard/snapshot.ts'
import { ShardMachine } from '../../src/shard/machine.ts'
import { HeadCacheBudget } from '../../src/shard/head-cache.ts'
import { MalformedBytes } from '../../src/base/bytes.ts'
import { WriteBatch } from '../../src/storage/write-batch.ts'
import { decodeContext, encodeContext } from '../../src/versions/context.ts'
import {
  CONF_STATE,
  commit,
  increment,
  int,
  KEYSPACE,
  kindOf,
  LIMITS,
  operationId,
  ORDERED,
  ORDERED_RULES,
  plain,
  prepare,
  put,
  remove,
  scanOf,
  SECOND,
  SHARD,
  stampOf,
  SyncEngine,
  T0,
  TestShard,
  text,
  write,
  type TestReplica,
} from './replica.ts'
import type { CommandReply } from '../../src/shard/request.ts'

function refusalOf(reply: CommandReply): Extract<CommandReply, { kind: 'refused' }>['refusal'] {
  assert(reply.kind === 'refused', kindOf(reply))
  return reply.refusal
}

function versionsDigest(replica: TestReplica, engine = replica.engine): string {
  const meta = decodeMeta(engine.get(metaKey(SHARD))!)
  const digest = new VersionsDigest(meta)
  for (const bounds of versionRanges(meta)) digest.add(engine.read(bounds))
  return digest.value()
}

describe('shard machine', () => {
  describe('writes', () => {
    it('supersede each other and stay readable at their time', () => {
      const shard = new TestShard()
      const stamps = ['one', 'two', 'three'].map((value, i) => {
        const reply = shard.one(write(operationId(i), put('a', value)))
        assert(reply.kind === 'written')
        return reply.result.timestamp
      })
      for (const flushed of [false, true]) {
        if (flushed) shard.replica.flush()
        const seen = stamps.map((stamp) => plain(shard.rowAt('a', stamp).value))
        assert.deepEqual(seen, ['one', 'two', 'three'])
        assert.equal(shard.rowAt('a', stamps[0]! - 1).timestamp, 0)
      }
    })

    it('of one entry see each other in order', () => {
      const shard = new TestShard()
      const replies = shard.run(
        write(operationId(1), put('n', int(40))),
        write(operationId(2), increment('n')),
        write(operationId(3), increment('n')),
      )
      assert.deepEqual(replies.map(kindOf), ['written', 'written', 'written'])
      assert.equal(shard.value('n'), '42')
    })

    it('a hot key is one head row, whatever happened to it between two seals', () => {
      const shard = new TestShard()
      const ids = Array.from({ length: 50 }, (_, i) => operationId(i))
      shard.run(...ids.map((id) => write(id, increment('n'))))
      const heads: Buffer[] = []
      shard.replica.seal().forEach({
        put: (key) => {
          if (key[0] === 0x10) heads.push(key)
        },
        delete: () => undefined,
        deleteRange: () => undefined,
      })
      assert.equal(heads.length, 1)
    })

    it('expire: from then on the key is deleted, with the same timestamp', () => {
      const shard = new TestShard()
      const expiry = timestamp(T0 + 5 * SECOND)
      shard.one(write(operationId(1), put('a', 'x', { expiry })))
      const { timestamp: at } = shard.row('a')
      shard.now = expiry
      assert.deepEqual([shard.row('a').timestamp, shard.row('a').value], [at, undefined])
      assert.equal(
        kindOf(shard.one(write(operationId(2), put('a', 'y', { ifAbsent: true })))),
        'written',
      )
      assert.equal(plain(shard.rowAt('a', expiry - 1).value), 'x')
    })

    it('a conflict is explained, recorded, and kept in the conflict log', () => {
      const shard = new TestShard()
      shard.one(write(operationId(1), put('a', 'base')))
      const { context } = shard.row('a')
      shard.one(write(operationId(2), put('a', 'theirs')))
      const stale = write(operationId(3), put('a', 'mine', { context }))
      const { code, conflicts } = refusalOf(shard.one(stale))
      assert.equal(code, 'CONFLICT')
      const { base, theirs, mine } = conflicts[0]!.conflict
      assert.deepEqual(
        [base, theirs, mine].map((side) => plain(side?.value)),
        ['base', 'theirs', 'mine'],
      )
      // Asked again: the same answer, without the explanation.
      const again = refusalOf(shard.one(stale))
      assert.deepEqual([again.code, again.conflicts], ['CONFLICT', []])
      shard.replica.flush()
      const rows = shard.replica.engine.read(
        shardTableBounds('conflicts', shard.machine.segment, SHARD),
      )
      const record = decodeConflict(rows[0]!.key, rows[0]!.value)
      assert.equal(record.key, keyOfText('a'))
      assert.equal(record.outcome, undefined)
      assert.equal(plain(record.explanation.mine.value), 'mine')
    })

    it('a merge looks up its base in history, in the cache or the engine', () => {
      for (const cacheBytes of [1 << 20, 1]) {
        const shard = new TestShard({ cacheBytes })
        shard.one(write(operationId(1), put('n', int(10))))
        const { context } = shard.row('n')
        shard.one(write(operationId(2), put('n', int(15))))
        if (cacheBytes === 1) shard.replica.flush()
        const reply = shard.one(write(operationId(3), put('n', int(12), { context })))
        assert(reply.kind === 'written')
        assert.equal(reply.result.outcome, 'MERGED')
        assert.equal(plain(reply.result.value), '17')
      }
    })

    it('of one entry with one context: the base of the second is the head that the first superseded', () => {
      const shard = new TestShard()
      shard.one(write(operationId(1), put('n', int(10))))
      const { context } = shard.row('n')
      const replies = shard.run(
        write(operationId(2), put('n', int(11), { context })),
        write(operationId(3), put('n', int(12), { context })),
      )
      const outcomes = replies.map((reply) => reply.kind === 'written' && reply.result.outcome)
      assert.deepEqual(outcomes, ['APPLIED', 'MERGED'])
      assert.equal(shard.value('n'), '13')
    })

    it('a base that never was is gone, whatever lies beside it', () => {
      const shard = new TestShard()
      shard.one(write(operationId(1), put('n', int(10))))
      const { context } = shard.row('n')
      shard.pass(1000)
      shard.one(write(operationId(2), put('n', int(15))))
      shard.replica.flush()
      const known = decodeContext(KEYSPACE, keyOfText('n'), context)!
      const between = { ...known, timestamp: timestamp(known.timestamp + 1) }
      const forged = encodeContext(KEYSPACE, keyOfText('n'), between)
      const stale = write(operationId(3), put('n', int(12), { context: forged }))
      assert.equal(refusalOf(shard.one(stale)).code, 'CONFLICT')
    })

    it('a base that was collected is gone, whether or not its bytes still lie there', () => {
      for (const bytes of ['deleted', 'left', 'in a row with a version that stays'] as const) {
        const shard = new TestShard()
        shard.one(write(operationId(1), put('n', int(10))))
        const { context } = shard.row('n')
        shard.one(write(operationId(2), put('n', int(15))))
        if (bytes !== 'in a row with a version that stays') shard.replica.flush()
        shard.one({ kind: 'collect', keyspace: KEYSPACE, point: timestamp(shard.now) })
        shard.one(write(operationId(4), put('n', int(16))))
        shard.replica.flush()
        if (bytes === 'deleted') {
          const batch = new WriteBatch()
          const history = versionRanges(decodeMeta(shard.replica.engine.get(metaKey(SHARD))!))[1]!
          const [, oldest] = shard.replica.engine.read(history)
          batch.delete(oldest!.key)
          shard.replica.engine.write(batch)
        }
        const stale = write(operationId(3), put('n', int(12), { context }))
        assert.equal(refusalOf(shard.one(stale)).code, 'CONFLICT', bytes)
      }
    })
  })

  it('a tombstone that was collected is no base, whether or not its row still lies there', () => {
    const answers = [false, true].map((swept) => {
      const shard = new TestShard({ cacheBytes: swept ? 0 : 1 << 20 })
      shard.one(write(operationId(1), put('a', 'x')))
      shard.one(write(operationId(2), remove('a')))
      const { context } = shard.row('a')
      shard.one({ kind: 'collect', keyspace: KEYSPACE, point: timestamp(shard.now) })
      if (swept) assert(shard.replica.sweep() > 0)
      // Once deleted in the same transaction, the key has something to compare with.
      const then = [remove('a'), put('a', 'y', { context })]
      const nothing = {
        lowWater: 0,
        author: '',
        reads: [],
        ranges: [],
        compares: [],
        otherwise: [],
      }
      return refusalOf(shard.one({ kind: 'transact', id: operationId(3), then, ...nothing }))
    })
    assert.equal(answers[0]!.code, 'CONFLICT')
    assert.deepEqual(answers[1], answers[0])
  })

  it('the conflict log is bounded, the oldest goes first, and a restart changes nothing of that', () => {
    const shard = new TestShard()
    const value = 'x'.repeat(3000)
    shard.one(write(operationId(0), put('a', value)))
    const conflict = (i: number): Parameters<typeof shard.one>[0] =>
      write(operationId(i), put('a', value, { ifAbsent: true }))
    for (let i = 1; i < 100; i++) shard.one(conflict(i))
    shard.replica.flush()
    const restarted = shard.replica.restarted()
    const bounds = shardTableBounds('conflicts', shard.machine.segment, SHARD)
    for (let i = 100; i < 110; i++) {
      const entry = shard.entry(conflict(i))
      shard.replica.apply(entry)
      restarted.apply(entry)
    }
    const rows = [shard.replica, restarted].map((replica) => {
      replica.flush()
      return replica.engine.read(bounds)
    })
    assert.deepEqual(rows[0], rows[1])
    const bytes = rows[0]!.reduce((sum, { key, value: row }) => sum + key.length + row.length, 0)
    assert(bytes <= 256 * 1024 && bytes > 200 * 1024, `${bytes} bytes`)
    const newest = decodeConflict(rows[0]!.at(-1)!.key, rows[0]!.at(-1)!.value)
    assert.equal(newest.at, shard.machine.lastStamp)
    assert.equal(stateDigest(restarted.machine), stateDigest(shard.machine))
  })

  describe('limits and keyspaces come from the entry', () => {
    const refused = (operation: Parameters<typeof write>[1]): string => {
      const shard = new TestShard()
      const id = operationId(1)
      const { code } = refusalOf(shard.one(write(id, operation)))
      assert.equal(kindOf(shard.one(write(id, put('ok', 'x')))), code, 'the refusal is recorded')
      return code
    }

    it('a key has 1 to `keyBytes` bytes', () => {
      assert.equal(refused(put('', 'x')), 'KEY_INVALID')
      assert.equal(refused(put('k'.repeat(LIMITS.keyBytes + 1), 'x')), 'KEY_INVALID')
      const shard = new TestShard()
      const longest = put('k'.repeat(LIMITS.keyBytes), 'x')
      assert.equal(kindOf(shard.one(write(operationId(1), longest))), 'written')
    })

    it('a value has at most `valueBytes` bytes, also one that grows', () => {
      assert.equal(refused(put('a', 'x'.repeat(LIMITS.valueBytes))), 'VALUE_TOO_LARGE')
      const elements = [{ type: 'string', value: 'x'.repeat(LIMITS.valueBytes) }] as const
      const append = { op: 'append', keyspace: KEYSPACE, key: keyOfText('a'), elements } as const
      assert.equal(refused(append), 'VALUE_TOO_LARGE')
    })

    it('a keyspace without rules is unknown', () => {
      const foreign = { ...put('a', 'x'), keyspace: 99 as typeof KEYSPACE }
      assert.equal(refused(foreign), 'KEYSPACE_UNKNOWN')
    })

    it('a transaction has bounded operations, bytes and participants', () => {
      const shard = new TestShard()
      const many = Array.from({ length: LIMITS.transactionOperations + 1 }, () => increment('n'))
      const codes = [
        prepare(operationId(1), many),
        prepare(operationId(2), Array(6).fill(put('a', 'x'.repeat(4000)))),
        prepare(operationId(3), [], {
          participants: Array.from({ length: 5 }, () => ({ shard: SHARD, token: 1 as never })),
        }),
      ].map((command) => {
        const reply = shard.one(command)
        assert(reply.kind === 'participant' && reply.answer.kind === 'refused')
        return reply.answer.refusal.code
      })
      assert.deepEqual(codes, ['TXN_TOO_LARGE', 'TXN_TOO_LARGE', 'TXN_TOO_LARGE'])
    })
  })

  describe('transactions over several shards', () => {
    it('intents become versions at c, in history too', () => {
      const shard = new TestShard()
      shard.one(write(operationId(1), put('a', 'before')))
      const id = operationId(2)
      const stamp = stampOf(shard.one(prepare(id, [put('a', 'after'), increment('n', 3)])))
      shard.one(commit(id, stamp + 500))
      assert.equal(shard.row('a').timestamp, stamp + 500)
      assert.equal(shard.value('n'), '3')
      assert.equal(plain(shard.rowAt('a', stamp + 499).value), 'before')
      const next = shard.one(
        write(operationId(3), put('a', 'later', { context: shard.row('a').context })),
      )
      assert.equal(kindOf(next), 'written')
    })

    it('a commit repeated changes nothing', () => {
      const shard = new TestShard()
      const id = operationId(2)
      const stamp = stampOf(shard.one(prepare(id, [increment('n', 3)])))
      shard.one(commit(id, stamp))
      shard.one(write(operationId(3), increment('n')))
      shard.one(commit(id, stamp))
      assert.equal(shard.value('n'), '4')
    })

    it('several operations on one key make one version, and one result each', () => {
      const shard = new TestShard()
      const id = operationId(2)
      const reply = shard.one(prepare(id, [put('n', int(5)), increment('n'), increment('n')]))
      assert(reply.kind === 'participant' && reply.answer.kind === 'prepared')
      assert.deepEqual(
        reply.answer.results.map(({ value }) => plain(value)),
        [undefined, '6', '7'],
      )
      shard.replica.flush()
      const restarted = shard.replica.restarted()
      const again = restarted.apply(shard.entry(prepare(id, [])))[0]
      assert.deepEqual(again, reply)
      shard.replica.apply(shard.entries.at(-1))
      shard.one(commit(id, shard.now))
      assert.equal(shard.value('n'), '7')
    })

    it('tells which locks were freed', () => {
      const shard = new TestShard()
      const id = operationId(2)
      const stamp = stampOf(shard.one(prepare(id, [put('a', 'x')])))
      assert.equal(shard.replica.released.length, 0)
      shard.one(commit(id, stamp))
      const [released] = shard.replica.released
      assert.deepEqual(released?.holder.id, id)
      assert.deepEqual(
        released.footprint.writes.map(({ key }) => key),
        [keyOfText('a')],
      )
    })

    it('a commit finds its heads after a restart, when nothing is cached', () => {
      const shard = new TestShard({ cacheBytes: 1 })
      shard.one(write(operationId(1), put('a', 'before')))
      const id = operationId(2)
      const stamp = stampOf(shard.one(prepare(id, [put('a', 'after')])))
      shard.replica.flush()
      const restarted = shard.replica.restarted(1)
      const entry = shard.entry(commit(id, stamp))
      shard.replica.apply(entry)
      restarted.apply(entry)
      for (const replica of [shard.replica, restarted]) {
        const row = replica.newest([keyOfText('a')], shard.now)
        assert(row.kind === 'rows')
        assert.equal(plain(row.rows[0]!.value), 'after')
      }
    })
  })

  describe('one-shot transactions', () => {
    const transact = (sequence: number, parts: object): Parameters<TestShard['one']>[0] => ({
      kind: 'transact',
      id: operationId(sequence),
      lowWater: 0,
      author: '',
      reads: [],
      ranges: [],
      compares: [],
      then: [],
      otherwise: [],
      ...parts,
    })
    const get = (name: string): object => ({ op: 'get', keyspace: KEYSPACE, key: keyOfText(name) })
    const values = (reply: CommandReply): (string | undefined)[] => {
      assert(reply.kind === 'transacted', kindOf(reply))
      return reply.results.map(({ value }) => plain(value))
    }

    it('choose the branch by conditions', () => {
      const shard = new TestShard()
      shard.one(write(operationId(1), put('n', int(5))))
      const key = { keyspace: KEYSPACE, key: keyOfText('n') }
      const at = shard.row('n').timestamp
      const conditions: [object, boolean][] = [
        [{ kind: 'exists' }, true],
        [{ kind: 'absent' }, false],
        [{ kind: 'value', relation: '=', value: int(5) }, true],
        [{ kind: 'value', relation: '!=', value: int(5) }, false],
        [{ kind: 'value', relation: '<', value: int(6) }, true],
        [{ kind: 'value', relation: '>', value: int(5) }, false],
        [{ kind: 'value', relation: '<', value: text('6') }, false],
        [{ kind: 'value', relation: '!=', value: text('5') }, true],
        [{ kind: 'timestamp', relation: '=', timestamp: at }, true],
        [{ kind: 'timestamp', relation: '>', timestamp: at }, false],
      ]
      conditions.forEach(([condition, expected], i) => {
        const compares = [{ ...key, ...condition }]
        const reply = shard.one(
          transact(10 + i, { compares, then: [put('r', 'then')], otherwise: [put('r', 'else')] }),
        )
        assert(reply.kind === 'transacted')
        assert.equal(
          reply.succeeded,
          expected,
          JSON.stringify(condition, (_, v: unknown) => String(v)),
        )
        assert.equal(shard.value('r'), expected ? 'then' : 'else')
      })
    })

    it('see their own earlier operations', () => {
      const shard = new TestShard()
      const then = [get('n'), increment('n', 2), get('n'), increment('n', 3), remove('n'), get('n')]
      const reply = shard.one(transact(1, { then }))
      assert.deepEqual(values(reply), [undefined, '2', '2', '5', undefined, undefined])
      assert.equal(shard.row('n').value, undefined)
    })

    it('happen whole or not at all', () => {
      const shard = new TestShard()
      shard.one(write(operationId(1), put('t', 'text')))
      const then = [put('a', 'x'), increment('t')]
      const reply = shard.one(transact(2, { then }))
      assert(reply.kind === 'refused')
      assert.equal(reply.refusal.code, 'TYPE_MISMATCH')
      assert.match(reply.refusal.message, /^key "t": .*holds a string/, 'which of its keys it was')
      assert.equal(shard.row('a').timestamp, 0)
    })

    it('explain every conflict, not only the first', () => {
      const shard = new TestShard()
      for (const [i, name] of ['a', 'b'].entries()) shard.one(write(operationId(i), put(name, 'x')))
      const then = ['a', 'b', 'c'].map((name) => put(name, 'y', { ifAbsent: true }))
      const { conflicts } = refusalOf(shard.one(transact(5, { then })))
      assert.deepEqual(
        conflicts.map(({ key }) => key),
        [keyOfText('a'), keyOfText('b')],
      )
    })

    it('are validated against what they read', () => {
      const shard = new TestShard()
      shard.one(write(operationId(1), put('a', 'x')))
      const reads = [
        {
          keyspace: KEYSPACE,
          key: keyOfText('a'),
          timestamp: shard.row('a').timestamp,
          readAt: shard.now,
        },
      ]
      assert.equal(kindOf(shard.one(transact(2, { reads, then: [put('b', 'x')] }))), 'transacted')
      shard.one(write(operationId(3), put('a', 'y')))
      assert.equal(kindOf(shard.one(transact(4, { reads, then: [put('b', 'y')] }))), 'RETRY')
      assert.equal(shard.value('b'), 'x')
    })

    it('are validated against the ranges that they scanned', () => {
      for (const flushed of [false, true]) {
        const shard = new TestShard({ cacheBytes: flushed ? 1 : 1 << 20 })
        const inOrder = { keyspace: ORDERED }
        for (const [i, name] of ['b', 'c', 'x'].entries()) {
          shard.one(write(operationId(i), put(name, name, inOrder)))
        }
        if (flushed) shard.replica.flush()
        const range = { start: 'a' as Key, end: 'm' as Key }
        const { rows, readAt } = shard.replica.scan(scanOf(range), shard.now)
        const token = tokenOf(ORDERED, keyOfText('x'), ORDERED_RULES.partition)
        const ranges = [{ keyspace: ORDERED, token, ...range, rows, readAt }]
        const attempt = (sequence: number): string =>
          kindOf(shard.one(transact(sequence, { ranges, then: [put('r', 'x')] })))
        assert.equal(attempt(10), 'transacted')
        shard.one(write(operationId(20), put('x', 'outside', inOrder)))
        if (flushed) shard.replica.flush()
        assert.equal(attempt(11), 'transacted')
        shard.one(write(operationId(21), put('d', 'new', inOrder)))
        if (flushed) shard.replica.flush()
        assert.equal(attempt(12), 'RETRY')
        // Deleted again: still, the range was not all the time as it was read.
        shard.one(write(operationId(22), remove('d', ORDERED)))
        assert.equal(attempt(13), 'RETRY')
      }
    })
  })

  describe('missing rows', () => {
    it('leave no trace: the entry is applied whole once they are there', () => {
      const shard = new TestShard({ cacheBytes: 1 })
      shard.one(write(operationId(1), put('a', 'x')))
      shard.replica.flush()
      const entry = shard.entry(
        write(operationId(2), increment('n')),
        write(operationId(3), put('a', 'y')),
      )
      const { machine } = shard
      const before = stateDigest(machine)
      const batch = decodeBatch(entry)
      const result = machine.apply(machine.appliedIndex + 1, 1, batch)
      assert(result.kind === 'needs')
      assert.equal(stateDigest(machine), before)
      assert(!machine.hasUnsealed)
      const replies = shard.replica.apply(entry)
      assert.deepEqual(replies.map(kindOf), ['written', 'written'])
      assert.equal(shard.value('n'), '1')
    })

    it('are each asked for once', () => {
      const shard = new TestShard()
      const entry = shard.entry(
        write(operationId(1), increment('n')),
        write(operationId(2), increment('n')),
        write(operationId(3), increment('m')),
      )
      assert.equal(shard.machine.missingHeads(decodeBatch(entry))?.keys.length, 2)
      shard.replica.apply(entry)
      assert.equal(shard.machine.missingHeads(decodeBatch(entry)), undefined)
    })

    it('heads fetched early do not overwrite what was applied meanwhile', () => {
      const shard = new TestShard()
      const first = shard.entry(write(operationId(1), increment('n')))
      shard.now += 10
      const second = shard.entry(write(operationId(2), increment('n')))
      const early = shard.machine.missingHeads(decodeBatch(second))!
      const values = early.keys.map((key) => shard.replica.engine.get(key))
      shard.replica.apply(first)
      shard.machine.fill(early, values, [])
      shard.replica.apply(second)
      assert.equal(shard.value('n'), '2')
    })
  })

  describe('positions', () => {
    it('entries come in order, once', () => {
      const shard = new TestShard()
      const { machine } = shard
      machine.apply(1, 1, undefined)
      assert.equal(machine.appliedIndex, 1)
      assert.throws(() => machine.apply(1, 1, undefined), /after/)
      assert.throws(() => machine.apply(3, 1, undefined), /after/)
      assert.throws(() => machine.apply(2, 0, undefined), /term/)
    })

    it('stamps rise from entry to entry', () => {
      const shard = new TestShard()
      const entry = shard.entry({ kind: 'raise-ceiling' })
      shard.replica.apply(entry)
      assert.throws(() => shard.replica.apply(entry), /stamp/)
    })

    it('an unknown evaluation version is not guessed at', () => {
      const shard = new TestShard()
      shard.batchFields = { evaluationVersion: 99 }
      assert.throws(() => shard.one({ kind: 'raise-ceiling' }), /evaluation version/)
    })

    it('a membership change is a position like any other, and survives a restart', () => {
      const shard = new TestShard()
      const { machine } = shard
      const replicas = [
        ...machine.descriptor.replicas,
        { replica: replicaId(2), node: nodeId(2), role: 'learner' as const },
      ]
      const descriptor = {
        ...machine.descriptor,
        epoch: { config: 2, range: 1 },
        replicas,
        nextReplica: replicaId(3),
      }
      const confState = { ...CONF_STATE, learners: [replicaId(2)] }
      machine.applyMembership(1, 1, descriptor, confState)
      shard.replica.flush()
      const restarted = shard.replica.restarted().machine
      assert.deepEqual(restarted.descriptor, descriptor)
      assert.deepEqual(restarted.confState, confState)
      assert.equal(restarted.appliedIndex, 1)
    })
  })

  describe('garbage', () => {
    it('a read below the GC point is too old', () => {
      const shard = new TestShard()
      shard.one(write(operationId(1), put('a', 'x')))
      const at = shard.now
      shard.pass(SECOND)
      shard.one({ kind: 'collect', keyspace: KEYSPACE, point: timestamp(at) })
      assert.equal(shard.replica.at([keyOfText('a')], at - 1).kind, 'too-old')
      assert.equal(plain(shard.rowAt('a', at).value), 'x')
    })

    it('a tombstone stays until the GC point passes it, then the key starts anew', () => {
      const shard = new TestShard()
      shard.one(write(operationId(1), put('a', 'x')))
      shard.one(write(operationId(2), remove('a')))
      const deleted = shard.row('a').timestamp
      shard.one({ kind: 'collect', keyspace: KEYSPACE, point: timestamp(deleted - 1) })
      assert.equal(shard.row('a').timestamp, deleted)
      shard.one({ kind: 'collect', keyspace: KEYSPACE, point: timestamp(deleted) })
      assert.equal(shard.row('a').timestamp, 0)
      const before = shard.machine.lastStamp
      shard.one(write(operationId(3), put('a', 'y')))
      shard.replica.flush()
      // Between the collection and the new value there was nothing, though the old value's row still lies there.
      assert.equal(shard.rowAt('a', before).timestamp, 0)
      assert.equal(shard.value('a'), 'y')
    })

    it('the point never falls, and never reaches what is still to be written', () => {
      const shard = new TestShard()
      const { machine } = shard
      shard.one({ kind: 'collect', keyspace: KEYSPACE, point: timestamp(Number.MAX_SAFE_INTEGER) })
      const point = machine.internals.gcPoint(KEYSPACE)
      assert.equal(point, machine.lastStamp - 1)
      shard.one({ kind: 'collect', keyspace: KEYSPACE, point: timestamp(5) })
      assert.equal(machine.internals.gcPoint(KEYSPACE), point)
    })
  })

  describe('snapshots and digests', () => {
    const populated = (): TestShard => {
      const shard = new TestShard()
      for (let i = 0; i < 20; i++) shard.one(write(operationId(i), put(`k${i % 7}`, `v${i}`)))
      shard.one(write(operationId(30), put('o', 'x', { keyspace: ORDERED })))
      shard.one(prepare(operationId(40), [put('p', 'x')]))
      shard.one(write(operationId(41), put('k1', 'y', { ifAbsent: true })))
      shard.replica.flush()
      return shard
    }

    it('a snapshot installed under another segment is the same replica', () => {
      const shard = populated()
      const { engine } = shard.replica
      const meta = engine.get(metaKey(SHARD))!
      const fresh = segment(77)
      const copy = new SyncEngine()
      const batch = new WriteBatch()
      for (const bounds of replicaRanges(decodeMeta(meta))) {
        for (const row of decodeChunk(encodeChunk(engine.read(bounds)), fresh)) {
          batch.put(row.key, row.value)
        }
      }
      batch.put(metaKey(SHARD), metaUnder(meta, fresh))
      copy.write(batch)
      assert.equal(copy.size, engine.size)
      const tables = ShardMachine.loadBounds(SHARD, fresh).map((bounds) => copy.read(bounds))
      const budget = new HeadCacheBudget(1 << 20)
      const installed = ShardMachine.load(copy.get(metaKey(SHARD))!, tables, budget)
      assert.equal(installed.segment, fresh)
      assert.equal(stateDigest(installed), stateDigest(shard.machine))
      assert.equal(versionsDigest(shard.replica, copy), versionsDigest(shard.replica))
    })

    it('a damaged chunk is refused', () => {
      const chunk = encodeChunk([{ key: Buffer.from('0123456789'), value: Buffer.from('value') }])
      for (let at = 0; at < chunk.length; at++) {
        const damaged = Buffer.from(chunk)
        damaged[at] = damaged[at]! ^ 1
        assert.throws(() => decodeChunk(damaged, segment(1)), MalformedBytes)
        assert.throws(() => decodeChunk(chunk.subarray(0, at), segment(1)), MalformedBytes)
      }
    })

    it('digests tell a lost head, a lost outcome and another ceiling', () => {
      const shard = populated()
      const other = populated()
      assert.equal(stateDigest(other.machine), stateDigest(shard.machine))
      assert.equal(versionsDigest(other.replica), versionsDigest(shard.replica))
      const { engine } = other.replica
      const head = engine.read(versionRanges(decodeMeta(engine.get(metaKey(SHARD))!))[0]!)[0]!
      const batch = new WriteBatch()
      batch.delete(head.key)
      engine.write(batch)
      assert.notEqual(versionsDigest(other.replica), versionsDigest(shard.replica))
      other.one(write(operationId(50), increment('z')))
      assert.notEqual(stateDigest(other.machine), stateDigest(shard.machine))
    })

    it('digests do not see what was collected', () => {
      const shard = populated()
      shard.one({ kind: 'collect', keyspace: KEYSPACE, point: timestamp(shard.now) })
      shard.replica.flush()
      const before = versionsDigest(shard.replica)
      const { engine } = shard.replica
      const meta = decodeMeta(engine.get(metaKey(SHARD))!)
      const history = versionRanges(meta).at(-2)!
      const batch = new WriteBatch()
      for (const row of engine.read(history)) batch.delete(row.key)
      assert(batch.size > 5)
      engine.write(batch)
      assert.equal(versionsDigest(shard.replica), before)
    })
  })
})
