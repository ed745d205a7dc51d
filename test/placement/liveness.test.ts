import assert from 'node:assert/strict'
import fc from 'fast-check'
import { AssertionError } from '../../src/base/assert.ts'
import { nodeId } from '../../src/base/ids.ts'
import { Liveness } from '../../src/placement/liveness.ts'

const OPTIONS = { suspectAfterMs: 5_000, downAfterMs: 60_000 }
const NODE = nodeId(1)

function livenessWith(state: Parameters<Liveness['track']>[1]) {
  const liveness = new Liveness(OPTIONS)
  liveness.track(NODE, state, 0)
  return liveness
}

const change = (from: string, to: string) => [{ node: NODE, from, to }]

describe('liveness', () => {
  it('asks for nothing while heartbeats arrive', () => {
    const liveness = livenessWith('up')
    for (let now = 1_000; now < 200_000; now += 1_000) {
      liveness.heartbeat(NODE, now)
      assert.deepEqual(liveness.due(now + 999), [])
    }
  })

  it('suspects a silent node, then gives it up, and repeats itself until the registry follows', () => {
    const liveness = livenessWith('up')
    assert.deepEqual(liveness.due(4_999), [])
    assert.deepEqual(liveness.due(5_000), change('up', 'suspect'))
    assert.deepEqual(liveness.due(6_000), change('up', 'suspect'))
    liveness.track(NODE, 'suspect', 6_000)
    assert.deepEqual(liveness.due(59_999), [])
    assert.deepEqual(liveness.due(60_000), change('suspect', 'down'))
    liveness.track(NODE, 'down', 60_000)
    assert.deepEqual(liveness.due(1e9), [])
  })

  it('gives up a node at once when nobody looked for so long', () => {
    assert.deepEqual(livenessWith('up').due(60_000), change('up', 'down'))
  })

  it('takes back a node that is heard of again', () => {
    for (const state of ['suspect', 'down'] as const) {
      const liveness = livenessWith(state)
      liveness.heartbeat(NODE, 100_000)
      assert.deepEqual(liveness.due(100_001), change(state, 'up'))
    }
  })

  it('of a new leader holds nobody for alive who has not been heard of', () => {
    for (const state of ['suspect', 'down'] as const) {
      assert.deepEqual(livenessWith(state).due(1_000), [])
    }
    assert.deepEqual(livenessWith('suspect').due(60_000), change('suspect', 'down'))
  })

  it('of a new leader declares nobody down before it has waited itself', () => {
    const liveness = new Liveness(OPTIONS)
    liveness.track(NODE, 'up', 1_000_000)
    assert.deepEqual(liveness.due(1_004_999), [])
    assert.deepEqual(liveness.due(1_059_999), change('up', 'suspect'))
  })

  it('leaves a draining node to its administrator, dead or alive', () => {
    const liveness = livenessWith('draining')
    assert.deepEqual(liveness.due(1e9), [])
    liveness.track(NODE, 'up', 1e9)
    assert.deepEqual(liveness.due(1e9), change('up', 'down'))
  })

  it('forgets a removed node and ignores what it still sends', () => {
    const liveness = livenessWith('up')
    liveness.track(NODE, 'removed', 10)
    liveness.heartbeat(NODE, 20)
    assert.deepEqual(liveness.due(1e9), [])
    assert.equal(liveness.silentMs(NODE, 1e9), undefined)
  })

  it('is not set back by a late heartbeat', () => {
    const liveness = livenessWith('up')
    liveness.heartbeat(NODE, 10_000)
    liveness.heartbeat(NODE, 3_000)
    assert.equal(liveness.silentMs(NODE, 12_000), 2_000)
    assert.deepEqual(liveness.due(14_999), [])
  })

  it('names changes in order of node, each with the state that it assumes', () => {
    const liveness = new Liveness(OPTIONS)
    for (const id of [9, 2, 5]) liveness.track(nodeId(id), 'up', id)
    assert.deepEqual(
      liveness.due(30_000).map(({ node }) => node),
      [2, 5, 9],
    )
  })

  it('never calls a node down that was heard of within the time for it', () => {
    const anyEvent = fc.record({
      after: fc.integer({ min: 0, max: 30_000 }),
      beats: fc.boolean(),
      applies: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(anyEvent), (events) => {
        const liveness = livenessWith('up')
        let now = 0
        let heard = 0
        for (const { after, beats, applies } of events) {
          now += after
          if (beats) {
            liveness.heartbeat(NODE, now)
            heard = now
          }
          for (const { to } of liveness.due(now)) {
            assert.equal(to === 'down', now - heard >= OPTIONS.downAfterMs)
            assert.equal(to === 'up', now - heard < OPTIONS.suspectAfterMs)
            if (applies) liveness.track(NODE, to, now)
          }
        }
      }),
    )
  })

  it('refuses times that make no sense together', () => {
    assert.throws(() => new Liveness({ suspectAfterMs: 10, downAfterMs: 10 }), AssertionError)
  })
})
