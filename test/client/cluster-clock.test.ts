import assert from 'node:assert/strict'
import { ClusterClock } from '../../src/client/cluster-clock.ts'
import { FakeTime } from './fake-time.ts'

/** How far a node's clock is ahead for a while. */
const AHEAD = 60_000_000

describe("a client's idea of the cluster's time", () => {
  let time: FakeTime
  let clock: ClusterClock

  beforeEach(() => {
    time = new FakeTime()
    clock = new ClusterClock(time)
  })

  function ahead(): number {
    return clock.now() - time.wallMicros()
  }

  it('is unknown before the first reading', () => {
    assert.equal(clock.known, false)
    assert.equal(clock.now(), 0)
    clock.merge(0)
    assert.equal(clock.known, false)
  })

  it('is the reading that came least late, carried on', async () => {
    clock.merge(time.wallMicros() - 5_000)
    clock.merge(time.wallMicros() - 2_000)
    clock.merge(time.wallMicros() - 9_000)
    await time.pass(1_000)
    assert.equal(ahead(), -2_000)
  })

  it('comes back within ten seconds when the node that was ahead is heard no more', async () => {
    clock.merge(time.wallMicros() + AHEAD)
    for (let second = 0; second < 4; second++) {
      await time.pass(1_000)
      clock.merge(time.wallMicros())
    }
    assert.equal(ahead(), AHEAD)
    for (let second = 0; second < 7; second++) {
      await time.pass(1_000)
      clock.merge(time.wallMicros())
    }
    assert.equal(ahead(), 0)
  })

  it('comes back with the first reading after a long silence', async () => {
    clock.merge(time.wallMicros() + AHEAD)
    await time.pass(60_000)
    assert.equal(ahead(), AHEAD)
    clock.merge(time.wallMicros())
    assert.equal(ahead(), 0)
  })
})
