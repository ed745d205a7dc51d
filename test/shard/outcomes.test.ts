import assert from 'node:assert/strict'
import fc from 'fast-check'
import { segment, timestamp, type OperationId } from '../../src/base/ids.ts'
import { shardTableBounds } from '../../src/shard/keys.ts'
import type { Outcome } from '../../src/shard/outcome-rows.ts'
import { OutcomeTable } from '../../src/shard/outcomes.ts'
import { WriteBatch } from '../../src/storage/write-batch.ts'
import { operationId, PARTICIPANTS, SECOND, SHARD, SyncEngine, T0 } from './replica.ts'

const SEGMENT = segment(3)
const at = timestamp(T0)

const applied = (time = T0): Outcome => ({
  kind: 'applied',
  at: timestamp(time),
  succeeded: true,
  outcomes: ['APPLIED'],
})
const committed: Outcome = {
  kind: 'committed',
  at,
  succeeded: true,
  participants: PARTICIPANTS,
  outcomes: [],
}
const refused: Outcome = { kind: 'refused', code: 'RETRY', message: 'lost' }

class Fixture {
  table = new OutcomeTable(SEGMENT, SHARD)
  readonly engine = new SyncEngine()
  private index = 0

  /** All of one entry. */
  record(ids: readonly OperationId[], outcome = applied(), lowWater = 0, time = T0): void {
    this.index += 1
    for (const id of ids) this.table.record(this.index, id, lowWater, outcome, timestamp(time))
    this.table.sweep(timestamp(time))
  }

  seal(): WriteBatch {
    const batch = new WriteBatch()
    this.table.seal(batch)
    this.engine.write(batch)
    return batch
  }

  reload(time = T0): void {
    this.table = new OutcomeTable(SEGMENT, SHARD)
    this.table.load(
      this.engine.read(shardTableBounds('outcomes', SEGMENT, SHARD)),
      this.engine.read(shardTableBounds('marks', SEGMENT, SHARD)),
      timestamp(time),
    )
  }

  get outcomeRows(): number {
    return this.engine.read(shardTableBounds('outcomes', SEGMENT, SHARD)).length
  }

  get markRows(): number {
    return this.engine.read(shardTableBounds('marks', SEGMENT, SHARD)).length
  }

  find(id: OperationId, time = T0): Outcome | undefined {
    return this.table.find(id, timestamp(time))
  }
}

describe('outcome table', () => {
  it('answers what was recorded, over a restart too', () => {
    const fixture = new Fixture()
    fixture.record([operationId(1)])
    fixture.record([operationId(2)], committed)
    fixture.record([operationId(3)], refused)
    fixture.seal()
    const found = (): (Outcome | undefined)[] =>
      [1, 2, 3, 4].map((i) => fixture.find(operationId(i)))
    const expected = [applied(), committed, refused, undefined]
    assert.deepEqual(found(), expected)
    fixture.reload()
    assert.deepEqual(found(), expected)
  })

  it('writes one row an entry, with all its ids', () => {
    const fixture = new Fixture()
    fixture.record([operationId(1), operationId(2), operationId(3, T0 + SECOND, 'c2')])
    fixture.seal()
    assert.equal(fixture.outcomeRows, 1)
    assert.equal(fixture.markRows, 2)
  })

  it('a record made and dropped before the engine writes it is never written', () => {
    const fixture = new Fixture()
    fixture.record([operationId(1)])
    fixture.record([operationId(2)], applied(), 2)
    const batch = fixture.seal()
    assert.equal(fixture.outcomeRows, 1)
    // Entry 2's row and the client's mark, nothing to delete.
    assert.equal(batch.size, 2)
  })

  it('a row goes when the last of its records goes', () => {
    const fixture = new Fixture()
    fixture.record([operationId(1), operationId(2)])
    fixture.seal()
    fixture.record([operationId(3)], applied(), 2)
    fixture.seal()
    assert.equal(fixture.outcomeRows, 2)
    assert.equal(fixture.find(operationId(1)), undefined)
    assert(fixture.find(operationId(2)))
    fixture.record([operationId(4)], applied(), 3)
    fixture.seal()
    assert.equal(fixture.outcomeRows, 2)
  })

  it('what was dropped does not come back with its row', () => {
    const fixture = new Fixture()
    fixture.record([operationId(1), operationId(2)])
    fixture.seal()
    fixture.record([operationId(3)], applied(), 2)
    fixture.seal()
    fixture.reload()
    assert.equal(fixture.find(operationId(1)), undefined)
    assert(fixture.find(operationId(2)))
    assert(fixture.table.isAnswered(operationId(1), at))
  })

  it('an expired record does not count, swept or not, loaded or not', () => {
    const expiry = T0 + 5 * SECOND
    const fixture = new Fixture()
    fixture.record([operationId(1, expiry)])
    fixture.seal()
    assert(fixture.find(operationId(1), expiry))
    assert.equal(fixture.find(operationId(1), expiry + 1), undefined)
    fixture.reload(expiry)
    assert(fixture.find(operationId(1), expiry))
    fixture.reload(expiry + 1)
    assert.equal(fixture.find(operationId(1), expiry + 1), undefined)
  })

  it('sweeping gives memory and rows back, marks too', () => {
    const fixture = new Fixture()
    for (let i = 0; i < 100; i++) fixture.record([operationId(i, T0 + SECOND, `c${i % 10}`)])
    fixture.seal()
    assert(fixture.table.bytes > 0)
    fixture.record([operationId(1, T0 + 100 * SECOND, 'late')])
    for (let second = 0; second < 40; second++) {
      fixture.table.sweep(timestamp(T0 + second * SECOND))
    }
    fixture.seal()
    assert.equal(fixture.outcomeRows, 1)
    assert.equal(fixture.markRows, 1)
    for (let second = 40; second < 240; second++) {
      fixture.table.sweep(timestamp(T0 + second * SECOND))
    }
    fixture.seal()
    assert.equal(fixture.table.bytes, 0)
    assert.equal(fixture.outcomeRows, 0)
    assert.equal(fixture.markRows, 0)
  })

  it('a mark never falls while it counts, and a client that comes back later starts anew', () => {
    const fixture = new Fixture()
    const expiry = T0 + 5 * SECOND
    fixture.record([operationId(10, expiry)], applied(), 9)
    fixture.record([operationId(11, expiry)], applied(), 4)
    assert(fixture.table.isAnswered(operationId(8), at))
    const later = T0 + 60 * SECOND
    assert(!fixture.table.isAnswered(operationId(8), timestamp(later)))
    fixture.record([operationId(3, later + SECOND)], applied(), 2, later)
    assert(!fixture.table.isAnswered(operationId(3), timestamp(later)))
    assert(fixture.table.isAnswered(operationId(1), timestamp(later)))
  })

  it('a forgotten commit stays forgotten over a restart', () => {
    const fixture = new Fixture()
    const id = operationId(1, T0 + SECOND)
    fixture.record([id], committed)
    fixture.seal()
    fixture.reload(T0 + 2 * SECOND)
    assert(fixture.find(id, T0 + 2 * SECOND), 'kept, as nobody has said that all applied it')
    fixture.table.forget(id, timestamp(T0))
    assert(fixture.find(id, T0), 'kept, as the client may ask')
    fixture.seal()
    fixture.reload(T0)
    assert(fixture.find(id, T0))
    assert.equal(fixture.find(id, T0 + 2 * SECOND), undefined)
    fixture.reload(T0 + 2 * SECOND)
    assert.equal(fixture.find(id, T0 + 2 * SECOND), undefined)
  })

  it('names commits past their expiry whose forget did not come, over a restart too', () => {
    const fixture = new Fixture()
    const [early, late, single] = [1, 2, 3].map((sequence) =>
      operationId(sequence, T0 + sequence * SECOND),
    ) as [OperationId, OperationId, OperationId]
    fixture.record([early, late], committed)
    fixture.record([single])
    const named = (before: number, limit = 10) =>
      fixture.table.unforgottenBefore(timestamp(before), limit).map(({ id }) => id)
    for (let round = 0; round < 2; round++) {
      assert.deepEqual(named(T0 + SECOND), [])
      assert.deepEqual(named(T0 + 2 * SECOND), [early])
      assert.deepEqual(named(T0 + 9 * SECOND), [early, late])
      assert.deepEqual(named(T0 + 9 * SECOND, 1), [early])
      fixture.seal()
      fixture.reload()
    }
    fixture.table.forget(early, at)
    assert.deepEqual(named(T0 + 9 * SECOND), [late])
    fixture.seal()
    fixture.reload()
    assert.deepEqual(named(T0 + 9 * SECOND), [late])
  })

  it('loading is what running would have been: same records, same marks, at any time', () => {
    const step = fc.record({
      sequence: fc.nat(20),
      client: fc.constantFrom('c1', 'c2'),
      lives: fc.integer({ min: 0, max: 30 }),
      lowWater: fc.nat(20),
      wait: fc.nat(10),
      kind: fc.constantFrom('applied', 'committed', 'refused', 'forget', 'reload'),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const running = new Fixture()
        const loading = new Fixture()
        let time = T0
        for (const { sequence, client, lives, lowWater, wait, kind } of steps) {
          time += wait * SECOND
          const id = operationId(sequence, time + lives * SECOND, client)
          for (const each of [running, loading]) {
            if (kind === 'forget') each.table.forget(id, timestamp(time))
            else if (kind === 'reload') each.seal()
            else if (each.find(id, time) === undefined) {
              const outcome = { applied: applied(), committed, refused }[kind]
              each.record([id], outcome, lowWater, time)
            }
          }
          if (kind === 'reload') loading.reload(time)
          if (sequence % 3 === 0) running.table.sweep(timestamp(time))
          const shardTime = timestamp(time)
          assert.deepEqual(loading.table.views(shardTime), running.table.views(shardTime))
          assert.deepEqual(loading.table.marks(shardTime), running.table.marks(shardTime))
        }
      }),
      { numRuns: 500 },
    )
  })
})
