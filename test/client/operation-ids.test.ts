import assert from 'node:assert/strict'
import fc from 'fast-check'
import { ClusterClock } from '../../src/client/cluster-clock.ts'
import { OperationIds } from '../../src/client/operation-ids.ts'
import { FakeTime } from './fake-time.ts'

function make(): { ids: OperationIds; time: FakeTime; clock: ClusterClock } {
  const time = new FakeTime()
  const clock = new ClusterClock(time)
  clock.merge(time.wallMicros())
  return { ids: new OperationIds(new Uint8Array(16), clock), time, clock }
}

describe('operation ids', () => {
  it('keep the low-water mark at the least open sequence, whatever the order of answers', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { minLength: 1, maxLength: 400 }), (choices) => {
        const { ids } = make()
        const open = new Set<number>()
        let next = 1
        for (const choice of choices) {
          // Mostly mint, in bursts beyond the first window; settle any open one.
          if (open.size === 0 || choice % 3 > 0) {
            for (let i = 0; i < 1 + (choice % 40); i++) {
              assert.equal(ids.nextSequence(), next)
              open.add(next++)
            }
          } else {
            const sequence = [...open][choice % open.size]!
            open.delete(sequence)
            ids.settle(sequence)
            ids.settle(sequence)
          }
          assert.equal(ids.lowWater, open.size === 0 ? next : Math.min(...open))
        }
      }),
    )
  })

  it('live as long as the call waits, and no longer than ten minutes', () => {
    const { ids, clock } = make()
    assert.equal(ids.expiry(1000), clock.now() + 60_000_000)
    assert.equal(ids.expiry(100_000), clock.now() + 130_000_000)
    assert.equal(ids.expiry(10_000_000), clock.now() + 600_000_000)
  })
})

describe('the cluster clock', () => {
  it('runs on by itself and never back', async () => {
    const { clock, time } = make()
    const before = clock.now()
    await time.pass(5000)
    assert.equal(clock.now(), before + 5_000_000)
    clock.merge(before)
    assert.equal(clock.now(), before + 5_000_000)
    clock.merge(before + 9_000_000)
    assert.equal(clock.now(), before + 9_000_000)
  })

  it('follows nodes that were ahead for a while back to the time', async () => {
    const { clock, time } = make()
    clock.merge(time.wallMicros() + 36_000_000)
    assert.equal(clock.now(), time.wallMicros() + 36_000_000)
    for (let seconds = 0; seconds < 11; seconds++) {
      await time.pass(1000)
      clock.merge(time.wallMicros())
    }
    assert.equal(clock.now(), time.wallMicros())
  })

  it('counts the reading that was the least late, and goes on by itself when none come', async () => {
    const { clock, time } = make()
    for (const late of [3_000, 200, 9_000]) {
      await time.pass(100)
      clock.merge(time.wallMicros() - late)
    }
    assert.equal(clock.now(), time.wallMicros())
    await time.pass(60_000)
    assert.equal(clock.now(), time.wallMicros())
  })

  it('is unknown before any node has told the time', () => {
    assert.equal(new ClusterClock(new FakeTime()).known, false)
  })
})
