/**
 * Consistent hashing with virtual nodes (Karger et al., 1997): every node owns points on the ring in proportion to its
 * capacity, and a range is served by the nodes whose points come first, walking clockwise from the range's start. A
 * node that comes or goes thus concerns only the ranges that end at its points. How much a node may take is bounded
 * elsewhere (`layout.ts`), after Mirrokni, Thorup and Zadimoghaddam, "Consistent Hashing with Bounded Loads" (2018).
 *
 * A node's points depend on nothing but its id and capacity, so every replica of the placement group, and every release,
 * computes the same ring.
 */
import { assert } from '../base/assert.ts'
import type { NodeId } from '../base/ids.ts'
import { TOKEN_END } from '../base/ids.ts'
import { SeededRandom } from '../base/random.ts'
import type { PlacementNode } from './failure-domains.ts'
import { FailureDomains } from './failure-domains.ts'

/** Points of a node of capacity 1, and the fewest of any node. */
const POINTS_PER_NODE = 64
/** A very big node does not need finer points than this; its load is set by its target, not by its points. */
const POINTS_PER_NODE_MAX = 4096
/** Points are sorted as one number: token above, node index below; together within 2^53. */
const NODE_INDEX_END = 2 ** 20

export class Ring {
  readonly nodes: readonly PlacementNode[]
  /** Points in clockwise order: where they lie, and the index of the node that owns them. */
  readonly pointTokens: Uint32Array
  readonly pointNodes: Uint32Array

  /** @param nodes at least one, with distinct ids, in any order */
  constructor(nodes: readonly PlacementNode[]) {
    assert(nodes.length > 0 && nodes.length < NODE_INDEX_END, `a ring of ${nodes.length} nodes`)
    this.nodes = [...nodes].sort((a, b) => a.id - b.id)
    const points = sortedPoints(this.nodes)
    this.pointTokens = Uint32Array.from(points, (point) => Math.floor(point / NODE_INDEX_END))
    this.pointNodes = Uint32Array.from(points, (point) => point % NODE_INDEX_END)
  }

  /** Index of the first point at or clockwise after `token`. */
  firstPoint(token: number): number {
    const { pointTokens } = this
    let low = 0
    let high = pointTokens.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (pointTokens[middle]! < token) low = middle + 1
      else high = middle
    }
    return low === pointTokens.length ? 0 : low
  }

  /**
   * The nodes that a range starting at `token` prefers, load aside: the first `count` met clockwise that lie in distinct
   * failure domains. Fewer only if there are fewer nodes.
   */
  preferred(token: number, count: number): readonly NodeId[] {
    const domains = new FailureDomains(this.nodes, count)
    const chosen: number[] = []
    const wanted = Math.min(count, this.nodes.length)
    for (let levels = domains.limits.length; chosen.length < wanted; levels--) {
      const first = this.firstPoint(token)
      for (let step = 0; step < this.pointNodes.length && chosen.length < wanted; step++) {
        const node = this.pointNodes[(first + step) % this.pointNodes.length]!
        if (domains.allows(chosen, -1, node, levels)) chosen.push(node)
      }
    }
    return chosen.map((node) => this.nodes[node]!.id)
  }
}

function sortedPoints(nodes: readonly PlacementNode[]): Float64Array {
  const counts = nodes.map(({ capacity }) =>
    Math.min(
      POINTS_PER_NODE_MAX,
      Math.max(POINTS_PER_NODE, Math.round(POINTS_PER_NODE * capacity)),
    ),
  )
  const points = new Float64Array(counts.reduce((sum, count) => sum + count, 0))
  let at = 0
  nodes.forEach((node, index) => {
    const random = new SeededRandom(node.id)
    for (let point = 0; point < counts[index]!; point++) {
      points[at++] = random.integer(0, TOKEN_END - 1) * NODE_INDEX_END + index
    }
  })
  return points.sort()
}
