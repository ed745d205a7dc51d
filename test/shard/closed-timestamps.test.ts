import assert from 'node:assert/strict'
import { timestamp } from '../../src/base/ids.ts'
import { ClosedTimestamps, NOTHING_CLOSED } from '../../src/shard/closed-timestamps.ts'

describe('closed timestamps of a replica', () => {
  let closed: ClosedTimestamps

  beforeEach(() => {
    closed = new ClosedTimestamps(NOTHING_CLOSED)
  })

  const add = (at: number, index: number, applied: number): void =>
    closed.add(timestamp(at), index, applied)

  it('are in force once their entry is applied, not before', () => {
    add(100, 5, 4)
    assert.equal(closed.at(4).timestamp, 0)
    assert.deepEqual(closed.at(5), { timestamp: 100, index: 5 })
  })

  it('never fall, whatever comes late', () => {
    add(100, 5, 5)
    add(90, 4, 5)
    add(100, 9, 5)
    assert.equal(closed.at(5).timestamp, 100)
  })

  it('come into force one after the other on a replica that stays behind', () => {
    for (let beat = 1; beat <= 50; beat++) {
      const applied = beat * 10 - 15
      add(beat * 100, beat * 10, applied)
      const { index } = closed.at(applied)
      assert.ok(index <= applied || index === 0)
      if (beat > 3) assert.ok(applied - index <= 20, `${index} in force at ${applied}`)
    }
  })

  it('jump to the newest when everything is applied', () => {
    for (const beat of [1, 2, 3, 4]) add(beat * 100, beat * 10, 0)
    assert.deepEqual(closed.at(40), { timestamp: 400, index: 40 })
  })
})
