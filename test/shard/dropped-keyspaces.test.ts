import assert from 'node:assert/strict'
import fc from 'fast-check'
import { ByteReader, ByteWriter } from '../../src/base/bytes.ts'
import { keyspaceId, timestamp } from '../../src/base/ids.ts'
import type { Command } from '../../src/shard/command.ts'
import { stateDigest } from '../../src/shard/digest.ts'
import { DroppedKeyspaces } from '../../src/shard/dropped-keyspaces.ts'
import {
  abort,
  commit,
  KEYSPACE,
  kindOf,
  operationId,
  ORDERED,
  ORDERED_RULES,
  prepare,
  put,
  SECOND,
  TestShard,
  write,
} from './replica.ts'

const drop = (from: number, to = from + 1): Command => ({
  kind: 'drop-keyspaces',
  from: keyspaceId(from),
  to: keyspaceId(to),
})
const DROP_ORDERED = drop(ORDERED)
const inOrdered = { keyspace: ORDERED }

describe('ids of dropped keyspaces', () => {
  it('are exactly those that were added, in as few ranges as there are, also when read back', () => {
    const anyRange = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 5 }))
    fc.assert(
      fc.property(fc.array(anyRange), (added) => {
        let dropped = new DroppedKeyspaces()
        const ids = new Set<number>()
        for (const [from, count] of added) {
          dropped.add({ from: keyspaceId(from), to: keyspaceId(from + count) })
          for (let id = from; id < from + count; id++) ids.add(id)
          const writer = new ByteWriter(64)
          dropped.write(writer)
          const bytes = writer.finish()
          const gaps = [...ids].filter((id) => !ids.has(id - 1)).length
          assert.equal(bytes.length, 1 + 2 * gaps)
          dropped = DroppedKeyspaces.read(new ByteReader(bytes))
        }
        for (let id = 1; id < 40; id++) assert.equal(dropped.has(keyspaceId(id)), ids.has(id))
      }),
    )
  })
})

describe('a keyspace that is dropped', () => {
  let shard: TestShard

  beforeEach(() => {
    shard = new TestShard()
    shard.one(write(operationId(1), put('k', 'stays')))
    shard.one(write(operationId(2), put('k', 'goes', inOrdered)))
    shard.one(write(operationId(3), put('k', 'goes too', inOrdered)))
  })

  const rowsOfOrdered = () =>
    [...shard.machine.usage()].filter(({ keyspace }) => keyspace === ORDERED)

  it('leaves no row, whether or not the engine had them', () => {
    const flushed = shard.replica.restarted()
    shard.replica.flush()
    const written = shard.replica.engine.size
    assert(written > flushed.engine.size)
    shard.one(write(operationId(4), put('not written', 'yet', inOrdered)))
    shard.one(DROP_ORDERED)
    shard.replica.flush()
    assert.deepEqual(rowsOfOrdered(), [])
    const prefixes = shard.replica.engine
      .read({ gte: Buffer.from([0x10]), lt: Buffer.from([0x12]) })
      .map(({ key }) => key.readUInt32BE(5))
    assert.deepEqual(prefixes, [KEYSPACE])
    assert.equal(shard.value('k'), 'stays')
  })

  it('stays dropped for a leader that has not heard of it', () => {
    shard.one(DROP_ORDERED)
    const reply = shard.one(write(operationId(4), put('k', 'late', inOrdered)))
    assert(reply.kind === 'refused' && reply.recorded)
    assert.equal(reply.refusal.code, 'KEYSPACE_UNKNOWN')
    shard.one({ kind: 'collect', keyspace: ORDERED, point: timestamp(shard.now) })
    assert.deepEqual(rowsOfOrdered(), [])
  })

  it('stays dropped after a restart, and before the drop was written if that is where it restarts', () => {
    shard.replica.flush()
    const before = shard.replica.restarted()
    shard.one(DROP_ORDERED)
    shard.restart()
    assert(shard.machine.wasDropped(ORDERED))
    before.apply(shard.entries.at(-1))
    before.flush()
    shard.replica.flush()
    assert.equal(stateDigest(before.machine), stateDigest(shard.machine))
    assert.equal(before.engine.size, shard.replica.engine.size)
  })

  it('waits for a transaction that is prepared in it, which still commits', () => {
    const at = shard.now + SECOND
    shard.one(prepare(operationId(5), [put('k', 'prepared', inOrdered), put('k', 'with it')]))
    shard.one(DROP_ORDERED)
    assert(!shard.machine.wasDropped(ORDERED))
    shard.one(commit(operationId(5), at))
    assert.equal(shard.value('k', ORDERED_RULES), 'prepared')
    assert.equal(shard.value('k'), 'with it')
    shard.one(DROP_ORDERED)
    assert(shard.machine.wasDropped(ORDERED))
  })

  it('waits for a transaction that was prepared before a restart', () => {
    shard.one(prepare(operationId(5), [put('other', 'prepared', inOrdered)]))
    shard.restart()
    shard.one(DROP_ORDERED)
    assert(!shard.machine.wasDropped(ORDERED))
    shard.one(abort(operationId(5)))
    shard.one(DROP_ORDERED)
    assert(shard.machine.wasDropped(ORDERED))
  })

  it('takes no new transactions', () => {
    shard.one(DROP_ORDERED)
    const reply = shard.one(prepare(operationId(5), [put('k', 'v', inOrdered)]))
    assert.equal(kindOf(reply), 'refused')
  })

  it('is not brought back by a read that was under way', () => {
    shard.replica.flush()
    const replica = shard.replica.restarted()
    const read = {
      kind: 'get',
      keyspace: ORDERED,
      keys: [put('k', 'v').key],
      at: timestamp(0),
    } as const
    const asked = replica.machine.getNewest(read, ORDERED_RULES, timestamp(shard.now))
    assert(asked.kind === 'needs')
    const values = asked.fetch.keys.map((key) => replica.engine.get(key))
    replica.apply(shard.entry(DROP_ORDERED))
    replica.machine.fill(asked.fetch, values, [])
    assert.equal(replica.machine.getNewest(read, ORDERED_RULES, timestamp(shard.now)).kind, 'needs')
  })
})
