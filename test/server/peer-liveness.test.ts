import assert from 'node:assert/strict'
import { nodeId } from '../../src/base/ids.ts'
import { PeerLiveness } from '../../src/server/peer-liveness.ts'

const PEER = nodeId(2)
const TICKS = 5

describe('the liveness of peers', () => {
  let liveness: PeerLiveness

  beforeEach(() => {
    liveness = new PeerLiveness(TICKS)
  })

  const ticks = (count: number) => Array.from({ length: count }, () => liveness.tick()).flat()

  it('is unknown until something is heard', () => {
    liveness.heard(PEER)
    assert.equal(liveness.isAlive(PEER), false)
    assert.deepEqual(ticks(3 * TICKS), [])
    assert.equal(liveness.beat(PEER, 'a'), false)
    assert.equal(liveness.isAlive(PEER), true)
  })

  it('ends once with so many silent ticks, and comes back with a word', () => {
    liveness.beat(PEER, 'a')
    assert.deepEqual(ticks(TICKS - 1), [])
    assert.deepEqual(ticks(1), [PEER])
    assert.equal(liveness.isAlive(PEER), false)
    assert.deepEqual(ticks(3 * TICKS), [], 'nobody dies twice')
    liveness.heard(PEER)
    assert.equal(liveness.isAlive(PEER), true)
    assert.deepEqual(ticks(TICKS), [PEER])
  })

  it('is renewed by any word', () => {
    liveness.beat(PEER, 'a')
    for (let i = 0; i < 10; i++) {
      assert.deepEqual(ticks(TICKS - 1), [])
      if (i % 2 === 0) liveness.heard(PEER)
      else liveness.beat(PEER, 'a')
    }
  })

  it('ends with another boot id, which is said once', () => {
    liveness.beat(PEER, 'a')
    assert.equal(liveness.beat(PEER, 'b'), true)
    assert.equal(liveness.beat(PEER, 'b'), false)
    assert.equal(liveness.isAlive(PEER), true)
  })
})
