import assert from 'node:assert/strict'
import fc from 'fast-check'
import { HybridClock } from '../../src/base/hybrid-clock.ts'
import { timestamp } from '../../src/base/ids.ts'

/** A wall clock that the test sets. */
function wallAt(micros: number) {
  const wall = { micros, wallMicros: () => wall.micros }
  return wall
}

describe('HybridClock', () => {
  it('rises strictly, whatever the wall clock and merged readings do', () => {
    const step = fc.record({
      wall: fc.integer({ min: 0, max: 1000 }),
      merge: fc.option(fc.integer({ min: 0, max: 2000 })),
      count: fc.integer({ min: 1, max: 5 }),
    })
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const wall = wallAt(0)
        const clock = new HybridClock(wall)
        let greatest = 0
        for (const { wall: micros, merge, count } of steps) {
          wall.micros = micros
          if (merge !== null) {
            clock.merge(timestamp(merge))
            greatest = Math.max(greatest, merge)
          }
          assert.ok(clock.peek() >= greatest)
          const first = clock.reserve(count)
          assert.ok(first > greatest, `${first} after ${greatest}`)
          assert.ok(first >= micros)
          greatest = first + count - 1
        }
        assert.ok(clock.now() > greatest)
      }),
    )
  })

  it('follows the wall clock when nothing is ahead of it', () => {
    const wall = wallAt(1_000)
    const clock = new HybridClock(wall)
    assert.equal(clock.now(), 1_000)
    wall.micros = 5_000
    assert.equal(clock.peek(), 5_000)
    assert.equal(clock.now(), 5_000)
    wall.micros = 100
    assert.equal(clock.now(), 5_001)
  })

  it('does not use up readings by peeking', () => {
    const clock = new HybridClock(wallAt(10))
    assert.equal(clock.peek(), 10)
    assert.equal(clock.now(), 10)
    assert.equal(clock.peek(), 10)
    assert.equal(clock.now(), 11)
  })

  it('refuses a client reading too far ahead and stays where it was', () => {
    const clock = new HybridClock(wallAt(1_000))
    assert.equal(clock.mergeFromClient(timestamp(1_501), 500), false)
    assert.equal(clock.now(), 1_000)
    assert.equal(clock.mergeFromClient(timestamp(1_500), 500), true)
    assert.equal(clock.now(), 1_501)
  })
})
