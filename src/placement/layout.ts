/**
 * A layout under construction: which nodes hold each shard, and how loaded each node thereby is. Initial placement and
 * balancing both work on one. Nodes are named by their index in the ring, shards by their position in ring order.
 *
 * Load is counted in replicas and judged against the node's target (see `failure-domains.ts`). New replicas go only to
 * nodes below their target (bounded loads with ε = 0 but for rounding: measured, that costs nothing here, as a plan
 * keeps what is in place). What is in place moves only when a node is further from its target than the tolerance. The
 * distance between the two bounds is what lets balancing come to rest.
 */
import { FailureDomains } from './failure-domains.ts'
import type { Ring } from './ring.ts'

/** Targets are sums of fractions: this close to a whole number they mean it. */
const ROUNDING = 1e-6

export class Layout {
  readonly ring: Ring
  readonly domains: FailureDomains
  readonly targets: Float64Array
  readonly loads: Int32Array
  /** Nodes of each shard. */
  readonly members: number[][]
  /** Where each shard's range starts; ascending. */
  readonly starts: readonly number[]
  private readonly fill: Int32Array
  private readonly high: Int32Array
  private readonly low: Int32Array
  /** Which nodes the walk numbered `walk` has met. */
  private readonly met: Uint32Array
  private walk = 0
  private replaced = 0

  /**
   * @param starts ascending; `members` belongs to the layout from here on
   * @param tolerance how far from its target a node is in balance, as a fraction
   */
  constructor(
    ring: Ring,
    starts: readonly number[],
    members: number[][],
    replicas: number,
    tolerance: number,
  ) {
    this.ring = ring
    this.starts = starts
    this.members = members
    this.domains = new FailureDomains(ring.nodes, replicas)
    this.targets = this.domains.targets(starts.length, replicas)
    this.loads = new Int32Array(ring.nodes.length)
    for (const nodes of members) for (const node of nodes) this.loads[node]!++
    // Half a replica cannot be placed: a whole number next to the target is always within bounds.
    this.fill = Int32Array.from(this.targets, (target) => Math.ceil(target - ROUNDING))
    this.high = Int32Array.from(this.targets, (target, node) =>
      Math.max(this.fill[node]!, Math.floor(target * (1 + tolerance))),
    )
    this.low = Int32Array.from(this.targets, (target) =>
      Math.min(Math.floor(target + ROUNDING), Math.ceil(target * (1 - tolerance))),
    )
    this.met = new Uint32Array(ring.nodes.length)
  }

  /** How many replicas have been moved from one node to another. */
  get moves(): number {
    return this.replaced
  }

  isOverloaded(node: number): boolean {
    return this.loads[node]! > this.high[node]!
  }

  isUnderloaded(node: number): boolean {
    return this.loads[node]! < this.low[node]!
  }

  /** Whether one replica more would not lift the node above its target. */
  hasRoom(node: number): boolean {
    return this.loads[node]! + 1 <= this.targets[node]! + ROUNDING
  }

  isAboveTarget(node: number): boolean {
    return this.loads[node]! > this.targets[node]!
  }

  /** Load over target, were the load different by `change`. */
  pressure(node: number, change = 0): number {
    return (this.loads[node]! + change) / Math.max(this.targets[node]!, 1e-9)
  }

  /**
   * The best node for one more replica of `shard`, or for the one at `position` instead: the first clockwise that the
   * failure domains allow and that is not full. Domains win over load: if all that they allow are full, the least
   * loaded of those; and a level of domains is given up, the narrowest first, only if it leaves no node at all.
   * Undefined if every node has a replica already.
   */
  choose(shard: number, position: number): number | undefined {
    for (let levels = this.domains.limits.length; levels >= 0; levels--) {
      const node =
        this.firstWithRoom(shard, position, levels) ?? this.least(shard, position, levels)
      if (node !== undefined) return node
    }
    return undefined
  }

  /** The first node clockwise from the shard's start that the domains allow and that is not full. */
  firstWithRoom(
    shard: number,
    position: number,
    levels = this.domains.limits.length,
  ): number | undefined {
    const { ring, met, loads, fill } = this
    const { pointNodes } = ring
    const walk = ++this.walk
    const members = this.members[shard]!
    let unmet = ring.nodes.length
    let point = ring.firstPoint(this.starts[shard]!)
    for (; unmet > 0; point = point + 1 === pointNodes.length ? 0 : point + 1) {
      const node = pointNodes[point]!
      if (met[node] === walk) continue
      met[node] = walk
      unmet--
      if (loads[node]! < fill[node]! && this.domains.allows(members, position, node, levels)) {
        return node
      }
    }
    return undefined
  }

  add(shard: number, node: number): void {
    this.members[shard]!.push(node)
    this.loads[node]!++
  }

  remove(shard: number, position: number): void {
    const [node] = this.members[shard]!.splice(position, 1)
    this.loads[node!]!--
  }

  replace(shard: number, position: number, node: number): void {
    const members = this.members[shard]!
    this.loads[members[position]!]!--
    members[position] = node
    this.replaced++
    this.loads[node]!++
  }

  private least(shard: number, position: number, levels: number): number | undefined {
    const members = this.members[shard]!
    let best: number | undefined
    for (let node = 0; node < this.loads.length; node++) {
      if (best !== undefined && this.pressure(node, 1) >= this.pressure(best, 1)) continue
      if (this.domains.allows(members, position, node, levels)) best = node
    }
    return best
  }
}
