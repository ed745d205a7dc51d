import assert from 'node:assert/strict'
import fc from 'fast-check'
import { nodeId, replicaId, shardId, token, TOKEN_END } from '../../src/base/ids.ts'
import type { Descriptor } from '../../src/shard/descriptor.ts'
import {
  descriptorProblem,
  epochSupersedes,
  rangeContains,
  rangesOverlap,
  replicaOn,
  sameEpoch,
} from '../../src/shard/descriptor.ts'

const good: Descriptor = {
  shard: shardId(4),
  range: { start: 10, end: TOKEN_END },
  epoch: { config: 2, range: 1 },
  replicas: [
    { replica: replicaId(1), node: nodeId(5), role: 'voter' },
    { replica: replicaId(3), node: nodeId(2), role: 'learner' },
  ],
  incarnation: 'cluster',
  nextReplica: 4,
}
const [voter, learner] = good.replicas

describe('a descriptor', () => {
  it('owns its start and not its end', () => {
    assert.ok(rangeContains({ start: 10, end: 20 }, token(10)))
    assert.ok(rangeContains({ start: 10, end: 20 }, token(19)))
    assert.ok(!rangeContains({ start: 10, end: 20 }, token(20)))
    assert.ok(!rangeContains({ start: 10, end: 20 }, token(9)))
    assert.ok(rangeContains(good.range, token(TOKEN_END - 1)))
  })

  it('overlaps another where they share a token', () => {
    const anyRange = fc
      .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 5 }))
      .map(([start, length]) => ({ start, end: start + length }))
    fc.assert(
      fc.property(anyRange, anyRange, (a, b) => {
        const tokens = Array.from({ length: 20 }, (_, at) => token(at))
        const shared = tokens.some((at) => rangeContains(a, at) && rangeContains(b, at))
        assert.equal(rangesOverlap(a, b), shared)
      }),
    )
  })

  it('finds the replica on a node, of either role', () => {
    assert.equal(replicaOn(good, nodeId(2)), learner)
    assert.equal(replicaOn(good, nodeId(3)), undefined)
  })

  it('is superseded by an epoch with one counter higher and none lower', () => {
    const epoch = { config: 2, range: 3 }
    assert.ok(epochSupersedes({ config: 3, range: 3 }, epoch))
    assert.ok(epochSupersedes({ config: 2, range: 4 }, epoch))
    assert.ok(!epochSupersedes({ config: 2, range: 3 }, epoch))
    assert.ok(!epochSupersedes({ config: 9, range: 2 }, epoch))
    assert.ok(!epochSupersedes({ config: 1, range: 9 }, epoch))
    assert.ok(sameEpoch(epoch, { config: 2, range: 3 }))
    assert.ok(!sameEpoch(epoch, { config: 3, range: 2 }))
  })

  it('survives JSON', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(good)), good)
    assert.equal(descriptorProblem(good), undefined)
  })

  const wrong: readonly (readonly [string, object])[] = [
    ['an empty range', { range: { start: 5, end: 5 } }],
    ['a range that wraps', { range: { start: 5, end: 4 } }],
    ['a range beyond the ring', { range: { start: 5, end: TOKEN_END + 1 } }],
    ['a negative epoch', { epoch: { config: -1, range: 1 } }],
    ['an epoch that is no integer', { epoch: { config: 1.5, range: 1 } }],
    ['no replica', { replicas: [] }],
    ['no incarnation', { incarnation: '' }],
    ['two replicas of one id', { replicas: [voter, { ...learner, replica: 1 }] }],
    ['two replicas on one node', { replicas: [voter, { ...learner, node: 5 }] }],
    ['a replica that was not allotted yet', { nextReplica: 3 }],
    ['a replica without a role', { replicas: [{ ...voter, role: 'witness' }] }],
    ['replica 0', { replicas: [{ ...voter, replica: 0 }] }],
    ['node 0', { replicas: [{ ...voter, node: 0 }] }],
    ['a shard id that is no number', { shard: '4' }],
  ]
  for (const [what, change] of wrong) {
    it(`with ${what} is refused`, () => {
      assert.equal(typeof descriptorProblem({ ...good, ...change }), 'string')
    })
  }
})
