import assert from 'node:assert/strict'
import fc from 'fast-check'
import { nodeId, shardId } from '../../src/base/ids.ts'
import type { PlacementNode } from '../../src/placement/failure-domains.ts'
import { FailureDomains } from '../../src/placement/failure-domains.ts'
import type { PlanShard } from '../../src/placement/plan.ts'
import { initialPlacement, planPlacement } from '../../src/placement/plan.ts'
import {
  anyNodes,
  carriedOut,
  equalStarts,
  loadsOf,
  nodesOf,
  peakOverMean,
  placed,
  sumOf,
} from './samples.ts'

/** Node count, shards, replicas, zones: from a developer's three nodes to a thousand. */
const EVEN_CLUSTERS: readonly (readonly [number, number, number, number])[] = [
  [3, 32, 3, 0],
  [4, 32, 3, 0],
  [5, 32, 3, 0],
  [5, 64, 5, 0],
  [6, 48, 3, 3],
  [10, 128, 3, 5],
  [30, 512, 3, 3],
  [60, 1000, 5, 6],
  [100, 2000, 3, 0],
  [300, 6000, 3, 10],
  [1000, 12_000, 3, 20],
]
const LOAD_BOUND = 1.15
const MOVEMENT_BOUND = 1.25

describe('initial placement', () => {
  for (const [count, shards, replicas, zones] of EVEN_CLUSTERS) {
    it(`spreads ${shards} × ${replicas} over ${count} nodes in ${zones} zones evenly`, () => {
      const nodes = nodesOf(count, zones)
      const layout = placed(shards, nodes, replicas)
      assert.ok(peakOverMean(loadsOf(layout, nodes)) <= LOAD_BOUND)
      const leaders = layout.map((shard) => ({ nodes: shard.nodes.slice(0, 1) }))
      assert.ok(peakOverMean(loadsOf(leaders, nodes)) <= LOAD_BOUND, 'leaders')
      for (const shard of layout) {
        assert.equal(new Set(shard.nodes).size, replicas)
        if (zones >= replicas) {
          assert.equal(new Set(shard.nodes.map((id) => (id - 1) % zones)).size, replicas)
        }
      }
    })
  }

  it('does not depend on the order in which nodes are named', () => {
    const starts = equalStarts(40)
    fc.assert(
      fc.property(
        anyNodes.chain((nodes) =>
          fc.tuple(
            fc.constant(nodes),
            fc.shuffledSubarray(nodes, { minLength: nodes.length, maxLength: nodes.length }),
          ),
        ),
        fc.integer({ min: 1, max: 5 }),
        ([nodes, shuffled], replicas) => {
          assert.deepEqual(
            initialPlacement(starts, shuffled, replicas),
            initialPlacement(starts, nodes, replicas),
          )
        },
      ),
    )
  })

  it('never puts two replicas on a node, and as many as it can on any nodes', () => {
    fc.assert(
      fc.property(anyNodes, fc.integer({ min: 1, max: 5 }), (nodes, replicas) => {
        for (const preferred of initialPlacement(equalStarts(20), nodes, replicas)) {
          assert.equal(preferred.length, Math.min(replicas, nodes.length))
          assert.equal(new Set(preferred).size, preferred.length)
        }
      }),
    )
  })

  it('gives nodes load in proportion to capacity', () => {
    const nodes = nodesOf(12).map((node) => ({ ...node, capacity: node.id <= 4 ? 4 : 1 }))
    const loads = loadsOf(placed(600, nodes, 3), nodes)
    for (const [index, load] of loads.entries()) {
      const fair = (1800 * nodes[index]!.capacity) / 24
      assert.ok(Math.abs(load - fair) <= 0.05 * fair, `node ${index + 1}: ${load} of ${fair}`)
    }
  })

  it('lets domains win over load, and keeps the rest even', () => {
    // Zone 0 is a single node: it must hold a replica of everything.
    const nodes = nodesOf(7).map((node) => ({
      ...node,
      labels: { zone: node.id === 1 ? 'a' : node.id <= 4 ? 'b' : 'c' },
    }))
    const loads = loadsOf(placed(90, nodes, 3), nodes)
    assert.equal(loads[0], 90)
    for (const load of loads.slice(1)) assert.ok(Math.abs(load - 30) <= 1, loads.join(' '))
  })

  it('puts at most two of three replicas into one of two zones, on different hosts', () => {
    const nodes = nodesOf(8, 2).map((node) => ({
      ...node,
      labels: { ...node.labels, host: `host-${node.id >> 2}` },
    }))
    for (const shard of placed(64, nodes, 3)) {
      const hosts = shard.nodes.map((id) => JSON.stringify(nodes[id - 1]!.labels))
      assert.equal(new Set(shard.nodes.map((id) => (id - 1) % 2)).size, 2)
      assert.equal(new Set(hosts).size, 3)
    }
  })

  it('keeps to the limits of every level where labels can be honoured at all', () => {
    fc.assert(
      fc.property(anyNodes, (nodes) => {
        // Distinct zones are always possible here: limits of zones do not depend on other labels.
        const zoned = nodes.map((node) => ({
          ...node,
          labels: node.labels['zone'] ? { zone: node.labels['zone'] } : {},
        }))
        const domains = new FailureDomains(zoned, 3)
        const indexOf = new Map(zoned.map(({ id }, index) => [id, index]))
        for (const preferred of initialPlacement(equalStarts(30), zoned, 3)) {
          const members = preferred.map((id) => indexOf.get(id)!)
          members.forEach((node, at) => assert.ok(domains.allows(members, at, node)))
        }
      }),
    )
  })
})

describe('a plan', () => {
  it('for a layout that is in order is empty', () => {
    for (const [count, shards, replicas, zones] of EVEN_CLUSTERS) {
      const nodes = nodesOf(count, zones)
      const plan = planPlacement(placed(shards, nodes, replicas), nodes, replicas)
      assert.deepEqual(plan.moves, [])
      assert.deepEqual(plan.blocked, [])
      assert.deepEqual(plan.short, [])
      assert.equal(plan.bytes, 0)
    }
  })

  for (const [count, shards, replicas, zones] of EVEN_CLUSTERS) {
    it(`for one more node than ${count} in ${zones} zones moves its share and stays even`, () => {
      const before = placed(shards, nodesOf(count, zones), replicas)
      const nodes = nodesOf(count + 1, zones)
      const plan = planPlacement(before, nodes, replicas)
      const minimum = (shards * replicas) / (count + 1)
      assert.ok(
        plan.moves.length <= Math.ceil(minimum * MOVEMENT_BOUND),
        `${plan.moves.length} moves, minimum ${minimum}`,
      )
      const joined = loadsOf(carriedOut(before, plan), nodes)
      assert.ok(
        joined.at(-1)! >= Math.floor(plan.loads.at(-1)!.target),
        'the new node has its share',
      )
      assert.equal(sumOf(joined), shards * replicas)
      if (zones === 0) assert.ok(peakOverMean(joined) <= LOAD_BOUND)
      plan.loads.forEach(({ target }, at) => {
        assert.ok(joined[at]! <= Math.max(Math.ceil(target), target * LOAD_BOUND))
      })
      assert.ok(plan.moves.every(({ reason }) => reason === 'balance'))
    })

    if (count > replicas) {
      it(`for one node less than ${count} in ${zones} zones moves what it had and stays even`, () => {
        const all = nodesOf(count, zones)
        const before = placed(shards, all, replicas)
        for (const gone of [0, Math.floor(count / 2), count - 1]) {
          const nodes = all.filter((_, index) => index !== gone)
          const plan = planPlacement(before, nodes, replicas)
          const minimum = loadsOf(before, all)[gone]!
          assert.ok(
            plan.moves.length <= Math.ceil(minimum * MOVEMENT_BOUND),
            `${plan.moves.length} moves, minimum ${minimum}`,
          )
          const after = carriedOut(before, plan)
          assert.ok(after.every((shard) => !shard.nodes.includes(all[gone]!.id)))
          assert.ok(after.every((shard) => shard.nodes.length === replicas))
          const left = loadsOf(after, nodes)
          if (zones === 0) assert.ok(peakOverMean(left) <= LOAD_BOUND)
          plan.loads.forEach(({ target }, at) => {
            assert.ok(left[at]! <= Math.max(Math.ceil(target), target * LOAD_BOUND))
          })
        }
      })
    }
  }

  it('moves about the minimum in clusters of any size', () => {
    const anyCluster = fc.record({
      count: fc.integer({ min: 7, max: 1000 }),
      perNode: fc.integer({ min: 4, max: 12 }),
      zones: fc.constantFrom(0, 3, 4, 7),
      gone: fc.nat(),
    })
    fc.assert(
      fc.property(anyCluster, ({ count, perNode, zones, gone }) => {
        const all = nodesOf(count, zones)
        const before = placed(count * perNode, all, 3)
        const grown = planPlacement(before, nodesOf(count + 1, zones), 3)
        const share = (count * perNode * 3) / (count + 1)
        assert.ok(grown.moves.length <= Math.ceil(share * MOVEMENT_BOUND))
        const remaining = all.filter((_, index) => index !== gone % count)
        const shrunk = planPlacement(before, remaining, 3)
        const had = loadsOf(before, all)[gone % count]!
        assert.ok(shrunk.moves.length <= Math.ceil(had * MOVEMENT_BOUND))
        for (const [plan, nodes] of [
          [grown, nodesOf(count + 1, zones)],
          [shrunk, remaining],
        ] as const) {
          const loads = loadsOf(carriedOut(before, plan), nodes)
          const areEven = zones === 0 || (nodes.length % zones === 0 && plan === grown)
          if (areEven) assert.ok(peakOverMean(loads) <= LOAD_BOUND)
          // Where domains are not even, a node's target is what they leave it.
          plan.loads.forEach(({ target }, at) => {
            assert.ok(loads[at]! <= Math.max(Math.ceil(target), target * LOAD_BOUND))
          })
        }
      }),
      { numRuns: 10 },
    )
  })

  it('stays within its bounds through a long life of nodes that come and go', () => {
    const replicas = 3
    let nodes = nodesOf(12)
    let layout = placed(480, nodes, replicas)
    let moved = 0
    let minimum = 0
    for (let round = 0; round < 60; round++) {
      const [leaver] = nodes
      nodes =
        round % 3 === 2 && leaver !== undefined
          ? nodes.slice(1)
          : [...nodes, { id: nodeId(100 + round), capacity: 1, labels: {} }]
      const left = layout.flatMap((shard) => shard.nodes).filter((id) => id === leaver!.id).length
      minimum += nodes[0] === leaver ? (480 * replicas) / nodes.length : left
      const plan = planPlacement(layout, nodes, replicas)
      moved += plan.moves.length
      layout = carriedOut(layout, plan)
      assert.ok(peakOverMean(loadsOf(layout, nodes)) <= LOAD_BOUND, `round ${round}`)
    }
    assert.ok(moved <= minimum * MOVEMENT_BOUND, `${moved} moved, minimum ${minimum}`)
  })

  it('from any layout can be carried out, is complete, and leads to rest', () => {
    const anyLayout = anyNodes.chain((nodes) =>
      fc.tuple(
        fc.constant(nodes),
        fc.array(
          fc.uniqueArray(fc.integer({ min: 1, max: 500 }).map(nodeId), {
            minLength: 1,
            maxLength: 5,
          }),
          { minLength: 1, maxLength: 30 },
        ),
        fc.integer({ min: 1, max: 5 }),
      ),
    )
    fc.assert(
      fc.property(anyLayout, ([nodes, members, replicas]) => {
        const starts = equalStarts(members.length)
        const before: PlanShard[] = members.map((ids, index) => ({
          shard: shardId(index + 1),
          start: starts[index]!,
          bytes: 1,
          // Some of them on nodes that are there, some on nodes that are gone.
          nodes: [
            ...new Set(ids.map((id, at) => (at % 2 === 0 ? nodes[id % nodes.length]!.id : id))),
          ],
        }))
        const plan = planPlacement(before, nodes, replicas)
        const after = carriedOut(before, plan)
        const ids = new Set(nodes.map(({ id }) => id))
        const stuck = new Set(plan.blocked.map(({ shard, node }) => `${shard}/${node}`))
        after.forEach((shard, index) => {
          const wanted = Math.min(replicas, nodes.length)
          assert.equal(shard.nodes.filter((id) => ids.has(id)).length, wanted)
          assert.ok(shard.nodes.length <= replicas)
          // No shard ends with fewer than it had, unless it had too many.
          assert.ok(shard.nodes.length >= Math.min(replicas, before[index]!.nodes.length))
          for (const id of shard.nodes) assert.ok(ids.has(id) || stuck.has(`${shard.shard}/${id}`))
        })
        assert.equal(plan.short.length, nodes.length < replicas ? before.length : 0)
        assert.equal(plan.bytes, plan.moves.filter(({ to }) => to !== undefined).length)
        assert.deepEqual(planPlacement(after, nodes, replicas).moves, [])
      }),
      { numRuns: 300 },
    )
  })

  it('names why each replica moves', () => {
    const nodes = nodesOf(4, 4)
    const shard = (id: number, ids: number[]): PlanShard => ({
      shard: shardId(id),
      start: (id - 1) * 1000,
      bytes: 5,
      nodes: ids.map(nodeId),
    })
    const reasonsFor = (shards: PlanShard[], among: PlacementNode[], replicas: number) =>
      planPlacement(shards, among, replicas).moves.map(({ reason }) => reason)
    assert.deepEqual(reasonsFor([shard(1, [1, 2])], nodes, 3), ['replicate'])
    assert.deepEqual(reasonsFor([shard(1, [1, 2, 3, 4])], nodes, 3), ['surplus'])
    assert.deepEqual(reasonsFor([shard(1, [1, 2, 9])], nodes, 3), ['vacate'])
    const crowded = nodesOf(6, 3)
    assert.deepEqual(reasonsFor([shard(1, [1, 4, 2])], crowded, 3), ['domains'])
    const onOne = Array.from({ length: 8 }, (_, index) => shard(index + 1, [1]))
    assert.deepEqual([...new Set(reasonsFor(onOne, nodesOf(2), 1))], ['balance'])
  })

  it('keeps a replica that has nowhere to go, and says so', () => {
    const before = placed(8, nodesOf(3), 3)
    const plan = planPlacement(before, nodesOf(2), 3)
    assert.deepEqual(plan.moves, [])
    assert.deepEqual(
      plan.blocked,
      before.map(({ shard }) => ({ shard, node: nodeId(3) })),
    )
    assert.equal(plan.short.length, 8)
  })

  it('counts the bytes that it copies', () => {
    const before = placed(32, nodesOf(4), 3)
    const plan = planPlacement(before, nodesOf(5), 3)
    const sizes = new Map(before.map(({ shard, bytes }) => [shard, bytes]))
    assert.equal(plan.bytes, sumOf(plan.moves.map(({ shard }) => sizes.get(shard)!)))
  })

  it('says which nodes cannot have their fair share for lack of even domains', () => {
    const nodes = nodesOf(7).map((node) => ({
      ...node,
      labels: { zone: node.id === 1 ? 'a' : node.id <= 4 ? 'b' : 'c' },
    }))
    const plan = planPlacement(placed(90, nodes, 3), nodes, 3)
    assert.ok(plan.uneven.includes(nodeId(1)))
    assert.deepEqual(plan.moves, [])
  })
})
