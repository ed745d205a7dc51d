/** Nodes, layouts and measures that several placement tests use. */
import fc from 'fast-check'
import type { NodeId, ShardId } from '../../src/base/ids.ts'
import { nodeId, shardId, TOKEN_END } from '../../src/base/ids.ts'
import type { PlacementNode } from '../../src/placement/failure-domains.ts'
import type { Plan, PlanShard } from '../../src/placement/plan.ts'
import { initialPlacement } from '../../src/placement/plan.ts'

/** Nodes 1 … `count`; with `zones` > 0 dealt to so many zones in turn. */
export function nodesOf(count: number, zones = 0): PlacementNode[] {
  return Array.from({ length: count }, (_, index) => ({
    id: nodeId(index + 1),
    capacity: 1,
    labels: zones > 0 ? { zone: `zone-${index % zones}` } : {},
  }))
}

export function equalStarts(shards: number): number[] {
  return Array.from({ length: shards }, (_, index) => Math.floor((index * TOKEN_END) / shards))
}

/** Shards 1 … n as a new cluster would place them. */
export function placed(
  shards: number,
  nodes: readonly PlacementNode[],
  replicas: number,
): PlanShard[] {
  const starts = equalStarts(shards)
  return initialPlacement(starts, nodes, replicas).map((preferred, index) => ({
    shard: shardId(index + 1),
    start: starts[index]!,
    bytes: 100 + index,
    nodes: preferred,
  }))
}

/** What a plan makes of a layout, checking that each move is possible where it is made. */
export function carriedOut(shards: readonly PlanShard[], plan: Plan): PlanShard[] {
  const nodesOfShard = new Map<ShardId, NodeId[]>(
    shards.map(({ shard, nodes }) => [shard, [...nodes]]),
  )
  for (const { shard, from, to } of plan.moves) {
    const nodes = nodesOfShard.get(shard)!
    if (to !== undefined) {
      if (nodes.includes(to)) throw new Error(`shard ${shard} is on node ${to} already`)
      nodes.push(to)
    }
    if (from !== undefined) {
      const at = nodes.indexOf(from)
      if (at < 0) throw new Error(`shard ${shard} is not on node ${from}`)
      nodes.splice(at, 1)
    }
  }
  return shards.map((shard) => ({ ...shard, nodes: nodesOfShard.get(shard.shard)! }))
}

export function loadsOf(
  layout: readonly { readonly nodes: readonly NodeId[] }[],
  nodes: readonly PlacementNode[],
): number[] {
  const loads = new Map<NodeId, number>(nodes.map(({ id }) => [id, 0]))
  for (const shard of layout) {
    for (const node of shard.nodes) loads.set(node, (loads.get(node) ?? 0) + 1)
  }
  return [...loads.values()]
}

export const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0)

/** Greatest load over the mean, where whole numbers allow better than the bound: else 1. */
export function peakOverMean(loads: readonly number[]): number {
  const mean = sumOf(loads) / loads.length
  const peak = Math.max(...loads)
  return peak <= Math.ceil(mean) ? 1 : peak / mean
}

/** Any nodes: gaps in the ids, some labels missing, capacities apart. */
export const anyNodes: fc.Arbitrary<PlacementNode[]> = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 500 }).map(nodeId),
    capacity: fc.constantFrom(0.25, 0.5, 1, 1, 1, 2, 4),
    labels: fc.record(
      {
        zone: fc.constantFrom('a', 'b', 'c', 'd'),
        rack: fc.constantFrom('r1', 'r2'),
        host: fc.constantFrom('h1', 'h2', 'h3'),
      },
      { requiredKeys: [] },
    ),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 24 },
)
