/**
 * Which replicas would be lost together. Nodes carry labels (`zone`, `rack`, `host`); nodes with the same labels down to
 * a level share a failure domain of that level. Two consequences follow for placement, both computed here:
 *
 * - **Limits.** Of one shard's replicas at most `limit` may lie in one domain of a level, where `limit` is the least
 *   number that still lets every shard have all its replicas: 1 when there are at least as many domains as replicas,
 *   2 for three replicas in two zones, no limit at all where nobody has the label.
 * - **Targets.** How many replicas each node should hold: in proportion to capacity as far as the limits allow. With even
 *   domains that is the mean. With uneven ones (three zones, one of them a single node) the limits win, and the
 *   target says how far the load must differ, so that no algorithm fights for a balance that cannot be had.
 */
import { assert } from '../base/assert.ts'
import type { NodeId } from '../base/ids.ts'

/** Label names that form failure domains, the widest first. Other labels are for people. */
const FAILURE_DOMAIN_LABELS: readonly string[] = ['zone', 'rack', 'host']

/** What placement needs to know of a node that may hold replicas. */
export interface PlacementNode {
  readonly id: NodeId
  readonly labels: Readonly<Record<string, string>>
  /** Relative weight, > 0; 1 is an ordinary node. */
  readonly capacity: number
}

/** Failure domains of a list of nodes, which are named by their index in that list. */
export class FailureDomains {
  /** Replicas of one shard per domain, by level, the widest first. */
  readonly limits: readonly number[]
  /** By level: the domain number of each node. */
  private readonly domains: readonly Int32Array[]
  private readonly capacities: readonly number[]

  /** @param replicas how many replicas a shard should have; fewer nodes than that mean one on each node. */
  constructor(nodes: readonly PlacementNode[], replicas: number) {
    this.capacities = nodes.map(({ capacity }) => capacity)
    const used = FAILURE_DOMAIN_LABELS.filter((label) =>
      nodes.some(({ labels }) => label in labels),
    )
    this.domains = used.map((_, level) => domainNumbers(nodes, used.slice(0, level + 1)))
    const wanted = Math.min(replicas, nodes.length)
    this.limits = this.domains.map((numbers) => leastLimit(numbers, wanted))
  }

  /**
   * Whether a shard with replicas on `members`, less the one at position `except`, may get one on `candidate`.
   * @param levels how many levels count, from the widest; fewer than all when the labels cannot all be honoured.
   */
  allows(
    members: readonly number[],
    except: number,
    candidate: number,
    levels = this.domains.length,
  ): boolean {
    for (let position = 0; position < members.length; position++) {
      if (position !== except && members[position] === candidate) return false
    }
    for (let level = 0; level < levels; level++) {
      const numbers = this.domains[level]!
      let free = this.limits[level]!
      for (let position = 0; position < members.length; position++) {
        if (position === except) continue
        if (numbers[members[position]!] === numbers[candidate]) free--
      }
      if (free <= 0) return false
    }
    return true
  }

  /** How many replicas each node should hold when there are `shards` shards; fractional. */
  targets(shards: number, replicas: number): Float64Array {
    const targets = new Float64Array(this.capacities.length)
    if (shards === 0) return targets
    const all = Array.from(targets, (_, node) => node)
    const total = Math.min(shards * replicas, this.roomOf(all, 0, shards))
    this.spread(all, 0, total, shards, targets)
    return targets
  }

  private spread(
    nodes: readonly number[],
    level: number,
    total: number,
    shards: number,
    targets: Float64Array,
  ): void {
    const groups = this.groups(nodes, level)
    const shares = waterFill(
      total,
      groups.map((group) => group.reduce((sum, node) => sum + this.capacities[node]!, 0)),
      groups.map((group) => this.roomOf(group, level + 1, shards)),
    )
    groups.forEach((group, index) => {
      if (level >= this.domains.length) targets[group[0]!] = shares[index]!
      else this.spread(group, level + 1, shares[index]!, shards, targets)
    })
  }

  /** The most replicas that a domain (whose parts are of `level`) can hold under the limits. */
  private roomOf(nodes: readonly number[], level: number, shards: number): number {
    const limit = level === 0 ? Infinity : this.limits[level - 1]!
    if (level > this.domains.length) return shards
    const parts = this.groups(nodes, level)
    const room = parts.reduce((sum, part) => sum + this.roomOf(part, level + 1, shards), 0)
    return Math.min(limit * shards, room)
  }

  /** The parts of a domain: domains of `level`, or single nodes below the last level. */
  private groups(nodes: readonly number[], level: number): number[][] {
    const numbers = this.domains[level]
    if (numbers === undefined) return nodes.map((node) => [node])
    const groups = new Map<number, number[]>()
    for (const node of nodes) {
      const group = groups.get(numbers[node]!)
      if (group === undefined) groups.set(numbers[node]!, [node])
      else group.push(node)
    }
    return [...groups.values()]
  }
}

function domainNumbers(nodes: readonly PlacementNode[], labels: readonly string[]): Int32Array {
  const numberOfPath = new Map<string, number>()
  return Int32Array.from(nodes, (node) => {
    const path = JSON.stringify(labels.map((label) => node.labels[label] ?? ''))
    const known = numberOfPath.get(path)
    if (known !== undefined) return known
    numberOfPath.set(path, numberOfPath.size)
    return numberOfPath.size - 1
  })
}

/** Least limit per domain under which `wanted` replicas still find a node each. */
function leastLimit(numbers: Int32Array, wanted: number): number {
  const sizes: number[] = []
  for (const number of numbers) sizes[number] = (sizes[number] ?? 0) + 1
  let limit = 1
  while (sizes.reduce((sum, size) => sum + Math.min(limit, size), 0) < wanted) limit++
  return limit
}

/** Divides `total` in proportion to `weights`, none above its maximum; what one cannot take, the others share. */
function waterFill(
  total: number,
  weights: readonly number[],
  maxima: readonly number[],
): Float64Array {
  const shares = new Float64Array(weights.length)
  let open = weights.map((_, index) => index)
  let rest = total
  while (open.length > 0) {
    const weight = open.reduce((sum, index) => sum + weights[index]!, 0)
    const full = open.filter((index) => (rest * weights[index]!) / weight >= maxima[index]!)
    if (full.length === 0) {
      for (const index of open) shares[index] = (rest * weights[index]!) / weight
      return shares
    }
    for (const index of full) shares[index] = maxima[index]!
    rest -= full.reduce((sum, index) => sum + maxima[index]!, 0)
    open = open.filter((index) => !full.includes(index))
  }
  assert(rest < 1e-6 * Math.max(1, total), () => `${rest} of ${total} replicas have no room`)
  return shares
}
