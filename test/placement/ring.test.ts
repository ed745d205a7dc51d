import assert from 'node:assert/strict'
import fc from 'fast-check'
import { AssertionError } from '../../src/base/assert.ts'
import { nodeId, TOKEN_END } from '../../src/base/ids.ts'
import type { PlacementNode } from '../../src/placement/failure-domains.ts'
import { FailureDomains } from '../../src/placement/failure-domains.ts'
import { Ring } from '../../src/placement/ring.ts'
import { anyNodes, nodesOf, sumOf } from './samples.ts'

const anyToken = fc.nat(TOKEN_END - 1)

describe('the ring', () => {
  it('finds the first point at or after a token, around the end too', () => {
    fc.assert(
      fc.property(anyNodes, anyToken, (nodes, at) => {
        const { pointTokens } = new Ring(nodes)
        const found = new Ring(nodes).firstPoint(at)
        const expected = pointTokens.findIndex((point) => point >= at)
        assert.equal(found, Math.max(0, expected))
      }),
    )
  })

  it('has points in proportion to capacity, 64 at least', () => {
    const nodes = [0.1, 1, 2.5].map((capacity, index) => ({
      id: nodeId(index + 1),
      capacity,
      labels: {},
    }))
    const { pointNodes } = new Ring(nodes)
    const counts = [0, 1, 2].map((node) => pointNodes.filter((owner) => owner === node).length)
    assert.deepEqual(counts, [64, 64, 160])
  })

  it('keeps every other preference when a node joins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), anyToken, (count, at) => {
        const before = new Ring(nodesOf(count)).preferred(at, 3)
        const after = new Ring(nodesOf(count + 1)).preferred(at, 3)
        const old = after.filter((id) => id <= count)
        assert.deepEqual(old, before.slice(0, old.length))
      }),
    )
  })

  it('prefers distinct nodes, in distinct zones while there are enough', () => {
    fc.assert(
      fc.property(anyNodes, anyToken, fc.integer({ min: 1, max: 5 }), (nodes, at, count) => {
        const preferred = new Ring(nodes).preferred(at, count)
        assert.equal(preferred.length, Math.min(count, nodes.length))
        assert.equal(new Set(preferred).size, preferred.length)
      }),
    )
    const zoned = nodesOf(12, 4)
    for (let at = 0; at < TOKEN_END; at += TOKEN_END / 50) {
      const zones = new Ring(zoned).preferred(at, 4).map((id) => (id - 1) % 4)
      assert.equal(new Set(zones).size, 4)
    }
  })

  it('needs a node', () => {
    assert.throws(() => new Ring([]), AssertionError)
  })
})

describe('failure domains', () => {
  const labelled = (...labels: PlacementNode['labels'][]): PlacementNode[] =>
    labels.map((own, index) => ({ id: nodeId(index + 1), capacity: 1, labels: own }))

  it('limit replicas per domain to the least that leaves room for all', () => {
    const zones = (...names: string[]) => labelled(...names.map((zone) => ({ zone })))
    assert.deepEqual(new FailureDomains(zones('a', 'b', 'c'), 3).limits, [1])
    assert.deepEqual(new FailureDomains(zones('a', 'a', 'b', 'b'), 3).limits, [2])
    assert.deepEqual(new FailureDomains(zones('a', 'b', 'b', 'b', 'b'), 4).limits, [3])
    assert.deepEqual(new FailureDomains(zones('a', 'a', 'a'), 3).limits, [3])
    assert.deepEqual(new FailureDomains(zones('a', 'b'), 3).limits, [1])
    assert.deepEqual(new FailureDomains(labelled({}, {}, {}), 3).limits, [])
  })

  it('of one name in two zones are two domains', () => {
    const nodes = labelled(
      { zone: 'a', rack: '1' },
      { zone: 'b', rack: '1' },
      { zone: 'a', rack: '1' },
      { zone: 'a', rack: '2' },
    )
    const domains = new FailureDomains(nodes, 2)
    assert.ok(domains.allows([0], -1, 1))
    assert.ok(!domains.allows([0], -1, 2))
    assert.deepEqual(new FailureDomains(nodes, 3).limits, [2, 1])
    const three = new FailureDomains(nodes, 3)
    assert.ok(three.allows([0], -1, 3))
    assert.ok(!three.allows([0], -1, 2))
    assert.ok(three.allows([0], -1, 2, 1), 'racks left aside')
    assert.ok(three.allows([0, 1], 0, 2), 'in place of the first')
    assert.ok(!three.allows([0, 1], -1, 1), 'a node twice')
  })

  it('give targets that add up, stay within the limits, and follow capacity', () => {
    fc.assert(
      fc.property(
        anyNodes,
        fc.integer({ min: 1, max: 5 }),
        fc.nat(200),
        (nodes, replicas, shards) => {
          const targets = [...new FailureDomains(nodes, replicas).targets(shards, replicas)]
          const total = shards * Math.min(replicas, nodes.length)
          assert.ok(sumOf(targets) <= total + 1e-6)
          for (const target of targets) assert.ok(target >= 0 && target <= shards + 1e-6)
          // Without labels nothing but "one per node" limits: then they add up, and a bigger node has no less.
          const plain = nodes.map((node) => ({ ...node, labels: {} }))
          const free = [...new FailureDomains(plain, replicas).targets(shards, replicas)]
          assert.ok(Math.abs(sumOf(free) - total) < 1e-6)
          for (const [a, left] of plain.entries()) {
            for (const [b, right] of plain.entries()) {
              if (left.capacity >= right.capacity) assert.ok(free[a]! >= free[b]! - 1e-9)
            }
          }
        },
      ),
    )
  })

  it('let a zone of one node hold a replica of everything, and no more', () => {
    const nodes = labelled(
      { zone: 'a' },
      { zone: 'b' },
      { zone: 'b' },
      { zone: 'c' },
      { zone: 'c' },
    )
    assert.deepEqual([...new FailureDomains(nodes, 3).targets(100, 3)], [100, 50, 50, 50, 50])
  })
})
