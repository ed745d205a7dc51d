import assert from 'node:assert/strict'
import sinon from 'sinon'
import { systemClock, systemScheduler } from '../../src/base/clock.ts'
import { Deadlines, type Expiring } from '../../src/server/deadlines.ts'

/** One bucket. */
const LATE_MS = 32

describe('deadlines', () => {
  let clock: sinon.SinonFakeTimers
  let deadlines: Deadlines<Expiring>

  beforeEach(() => {
    clock = sinon.useFakeTimers({
      now: 1_000_000,
      toFake: ['setInterval', 'clearInterval', 'performance'],
    })
    deadlines = new Deadlines(systemClock, systemScheduler)
  })

  afterEach(() => {
    deadlines.close()
    clock.restore()
  })

  function item(
    inMs: number,
    expired: () => void = () => undefined,
  ): Omit<Expiring, 'expired'> & { readonly expired: sinon.SinonSpy<[], void> } {
    return { deadlineMs: systemClock.monotonicMs() + inMs, expired: sinon.spy(expired) }
  }

  it('fire once, never early, at most two buckets late', () => {
    for (const inMs of [0, 1, 31, 32, 33, 500, 999.5]) {
      const one = item(inMs)
      deadlines.add(one)
      clock.tick(Math.max(0, Math.ceil(inMs) - 1))
      if (inMs > 1) sinon.assert.notCalled(one.expired)
      clock.tick(2 * LATE_MS + 1)
      sinon.assert.calledOnce(one.expired)
    }
  })

  it('fire for what was past already when it was added', () => {
    clock.tick(10_000)
    const one = item(-5_000)
    deadlines.add(one)
    clock.tick(2 * LATE_MS)
    sinon.assert.calledOnce(one.expired)
  })

  it('do not fire for what was taken out, be it past its deadline', () => {
    clock.tick(10_000)
    const [future, past] = [item(100), item(-5_000)]
    for (const one of [future, past]) {
      deadlines.add(one)
      deadlines.remove(one)
    }
    clock.tick(1_000)
    sinon.assert.notCalled(future.expired)
    sinon.assert.notCalled(past.expired)
  })

  it('fire for what is added while they fire, although its time is past', () => {
    const second = item(0)
    const first = item(0, () => deadlines.add(second))
    deadlines.add(first)
    clock.tick(4 * LATE_MS)
    sinon.assert.calledOnce(first.expired)
    sinon.assert.calledOnce(second.expired)
  })

  it('catch up in order after the process stood still', () => {
    const [first, second] = [item(40), item(400)]
    deadlines.add(second)
    deadlines.add(first)
    clock.tick(5_000)
    sinon.assert.callOrder(first.expired, second.expired)
  })

  it('need no timer while nothing waits, and begin anew when something does', () => {
    assert.equal(clock.countTimers(), 0)
    const [ended, expired] = [item(100), item(200)]
    for (const one of [ended, expired]) deadlines.add(one)
    deadlines.remove(ended)
    clock.tick(200 + 3 * LATE_MS)
    sinon.assert.calledOnce(expired.expired)
    assert.equal(clock.countTimers(), 0)
    clock.tick(10_000)
    const later = item(100)
    deadlines.add(later)
    clock.tick(99)
    sinon.assert.notCalled(later.expired)
    clock.tick(3 * LATE_MS)
    sinon.assert.calledOnce(later.expired)
    sinon.assert.notCalled(ended.expired)
  })

  it('leave no timer behind when closed', () => {
    deadlines.add(item(100))
    deadlines.close()
    assert.equal(clock.countTimers(), 0)
  })
})
