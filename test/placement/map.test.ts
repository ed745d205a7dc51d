import assert from 'node:assert/strict'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { nodeId, replicaId, shardId, token, TOKEN_END } from '../../src/base/ids.ts'
import { ShardMap } from '../../src/placement/map.ts'
import type { Descriptor } from '../../src/shard/descriptor.ts'
import { epochSupersedes, rangesOverlap } from '../../src/shard/descriptor.ts'

function descriptor(
  shard: number,
  start: number,
  end: number,
  epoch: readonly [config: number, range: number] = [1, 1],
  nodes: readonly number[] = [1, 2, 3],
): Descriptor {
  return {
    shard: shardId(shard),
    range: { start, end },
    epoch: { config: epoch[0], range: epoch[1] },
    replicas: nodes.map((node, index) => ({
      replica: replicaId(index + 1),
      node: nodeId(node),
      role: index === 3 ? 'learner' : 'voter',
    })),
    incarnation: `history-${shard % 3}`,
    nextReplica: nodes.length + 1,
  }
}

/** What a shard map must do, in the plainest way. */
class LinearMap {
  all: Descriptor[] = []

  upsert(candidate: Descriptor): boolean {
    const known = this.all.find(({ shard }) => shard === candidate.shard)
    if (known !== undefined && !epochSupersedes(candidate.epoch, known.epoch)) return false
    const overlapped = this.all.filter(
      (other) => other !== known && rangesOverlap(other.range, candidate.range),
    )
    if (overlapped.some(({ epoch }) => epoch.range >= candidate.epoch.range)) return false
    this.all = this.all.filter((other) => other !== known && !overlapped.includes(other))
    this.all.push(candidate)
    this.all.sort((a, b) => a.range.start - b.range.start)
    return true
  }

  byToken(at: number): Descriptor | undefined {
    return this.all.find(({ range }) => at >= range.start && at < range.end)
  }
}

/** A ring of 64 steps, so that ranges meet often; its ends are the ring's ends. */
const STEP = TOKEN_END / 64
const anyDescriptor = fc
  .record({
    shard: fc.integer({ min: 1, max: 12 }),
    start: fc.integer({ min: 0, max: 63 }),
    steps: fc.integer({ min: 1, max: 24 }),
    config: fc.integer({ min: 1, max: 3 }),
    range: fc.integer({ min: 1, max: 5 }),
    nodes: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 7 }),
  })
  .map(({ shard, start, steps, config, range, nodes }) =>
    descriptor(
      shard,
      start * STEP,
      Math.min(TOKEN_END, (start + steps) * STEP),
      [config, range],
      nodes,
    ),
  )

const PROBES = Array.from({ length: 64 }, (_, step) => step * STEP).flatMap((start) => [
  start,
  start + 1,
  start + STEP - 1,
])

/** Live bytes of this process, inside and outside the heap. */
function usedBytes(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  // Buffers found dead by one collection are given back by the next at the latest.
  for (let round = 0; round < 3; round++) collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

describe('ShardMap', () => {
  it('answers like a list, whatever it is told', () => {
    fc.assert(
      fc.property(fc.array(anyDescriptor, { maxLength: 40 }), (descriptors) => {
        const map = new ShardMap()
        const model = new LinearMap()
        for (const next of descriptors) assert.equal(map.upsert(next), model.upsert(next))
        assert.deepEqual([...map.descriptors()], model.all)
        assert.equal(map.size, model.all.length)
        for (const probe of PROBES) {
          const expected = model.byToken(probe)
          const slot = map.slotOf(token(probe))
          assert.deepEqual(map.byToken(token(probe)), expected)
          assert.equal(slot < 0 ? undefined : map.shardAt(slot), expected?.shard)
          if (expected === undefined) continue
          assert.equal(map.rangeEpochAt(slot), expected.epoch.range)
          assert.equal(map.replicaCountAt(slot), expected.replicas.length)
          expected.replicas.forEach(({ node }, at) => assert.equal(map.nodeAt(slot, at), node))
        }
        for (let shard = 1; shard <= 12; shard++) {
          const expected = model.all.find((known) => known.shard === shard)
          assert.deepEqual(map.byShard(shardId(shard)), expected)
        }
        for (const [start, end] of [
          [0, TOKEN_END],
          [5 * STEP + 1, 9 * STEP],
          [63 * STEP, TOKEN_END],
        ] as const) {
          const found = map.overlapping({ start, end }).map((slot) => map.shardAt(slot))
          const expected = model.all.filter(({ range }) => rangesOverlap(range, { start, end }))
          assert.deepEqual(
            found,
            expected.map(({ shard }) => shard),
          )
        }
      }),
      { numRuns: 300 },
    )
  })

  it('owns every token up to the last', () => {
    const map = new ShardMap()
    map.upsert(descriptor(1, 0, 2 ** 31))
    map.upsert(descriptor(2, 2 ** 31, TOKEN_END))
    assert.equal(map.byToken(token(0))?.shard, 1)
    assert.equal(map.byToken(token(2 ** 31 - 1))?.shard, 1)
    assert.equal(map.byToken(token(2 ** 31))?.shard, 2)
    assert.equal(map.byToken(token(TOKEN_END - 1))?.shard, 2)
  })

  it('follows a split, whichever half it hears of first', () => {
    for (const order of [0, 1]) {
      const map = new ShardMap()
      map.upsert(descriptor(1, 0, 100))
      const halves = [descriptor(1, 0, 50, [1, 2]), descriptor(2, 50, 100, [1, 2])]
      if (order === 1) halves.reverse()
      for (const half of halves) assert.ok(map.upsert(half))
      assert.equal(map.byToken(token(49))?.shard, 1)
      assert.equal(map.byToken(token(50))?.shard, 2)
    }
  })

  it('does not go back to what was before a split', () => {
    const map = new ShardMap()
    map.upsert(descriptor(1, 0, 50, [1, 2]))
    map.upsert(descriptor(2, 50, 100, [1, 2]))
    assert.equal(map.upsert(descriptor(1, 0, 100, [5, 1])), false)
    assert.equal(map.byToken(token(70))?.shard, 2)
  })

  it('keeps a shard in its slot through changes', () => {
    const map = new ShardMap()
    map.upsert(descriptor(1, 0, 50))
    map.upsert(descriptor(2, 50, 100))
    const slot = map.slotOfShardId(shardId(2))
    map.upsert(descriptor(2, 60, 90, [2, 2], [1, 2, 3, 4, 5]))
    map.upsert(descriptor(1, 0, 20, [2, 2]))
    assert.equal(map.slotOfShardId(shardId(2)), slot)
    assert.equal(map.slotOf(token(55)), -1)
  })

  it('is empty after clear, and good as new', () => {
    const map = new ShardMap()
    map.upsert(descriptor(1, 0, 100, [9, 9]))
    map.clear()
    assert.equal(map.size, 0)
    assert.equal(map.slotOf(token(1)), -1)
    assert.ok(map.upsert(descriptor(1, 0, 100)))
    assert.equal(map.byToken(token(1))?.epoch.config, 1)
  })

  it('holds 100 000 shards in less than 16 MiB, after each has changed its replicas', () => {
    const shards = 100_000
    const before = usedBytes()
    const map = new ShardMap()
    const size = Math.floor(TOKEN_END / shards)
    const membersOf = (shard: number, count: number) =>
      Array.from({ length: count }, (_, at) => ((shard * 7 + at * 13) % 997) + 1)
    const fill = (config: number, nodes: number) => {
      for (let shard = 1; shard <= shards; shard++) {
        const range = [(shard - 1) * size, shard * size] as const
        map.upsert(descriptor(shard, ...range, [config, 1], membersOf(shard, nodes)))
      }
    }
    fill(1, 3)
    fill(2, 4)
    fill(3, 3)
    assert.equal(map.size, shards)
    const bytes = usedBytes() - before
    assert.ok(bytes < 16 * 2 ** 20, `${bytes} bytes`)
    for (let shard = 1; shard <= shards; shard += 997) {
      const found = map.byToken(token(size * shard - 1))
      assert.deepEqual(
        [found?.shard, found?.epoch.config, found?.replicas.map(({ node }) => node)],
        [shard, 3, membersOf(shard, 3)],
      )
    }
  })
})
