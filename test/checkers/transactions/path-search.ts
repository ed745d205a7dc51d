/**
 * Shortest ways through a graph of dependencies, in transactions: leaving a relay costs nothing, because the way over relays is
 * one edge.
 */
import type { Digraph } from './digraph.ts'
import { edgeKind, edgeOrder, type EdgeKind } from './dependencies.ts'

/** One edge between two participants, relays left out. */
export interface Step {
  readonly from: number
  readonly to: number
  readonly kind: Exclude<EdgeKind, 'relay'>
  /** The key order that it comes from, for `ww`, `wr` and `rw`. */
  readonly order: number
}

/** Each step begins where the one before it ends, the first one where the last one ends. */
export type Cycle = readonly Step[]

/** An edge of a graph: its ends are nodes. */
export interface Edge {
  readonly from: number
  readonly to: number
  readonly label: number
}

export class PathSearch {
  readonly graph: Digraph
  private readonly isRelay: (node: number) => boolean
  /** The way to each node that this search has met: the edge, and where it came from. */
  private readonly edgeTo: Int32Array
  private readonly cameFrom: Int32Array
  private readonly metIn: Int32Array
  private search = 0
  /** Edges looked at since the beginning: the measure of the work done. */
  edgesSeen = 0

  constructor(graph: Digraph, isRelay: (node: number) => boolean) {
    this.graph = graph
    this.isRelay = isRelay
    this.edgeTo = new Int32Array(graph.nodeCount)
    this.cameFrom = new Int32Array(graph.nodeCount)
    this.metIn = new Int32Array(graph.nodeCount)
  }

  /**
   * The shortest way from `from` to `to` of at least one edge, over nodes in `scope` and edges of `kinds` (by default any).
   * `undefined` if there is none.
   */
  shortest(
    from: number,
    to: number,
    scope?: ReadonlySet<number>,
    kinds?: ReadonlySet<EdgeKind>,
  ): readonly Edge[] | undefined {
    const { offsets, targets, labels } = this.graph
    const search = ++this.search
    let level = [from]
    while (level.length > 0) {
      const next: number[] = []
      // A relay's targets join the level that is being walked.
      for (const node of level) {
        const following = this.isRelay(node) ? level : next
        for (let edge = offsets[node]!; edge < offsets[node + 1]!; edge++) {
          this.edgesSeen++
          const target = targets[edge]!
          if (this.metIn[target] === search || scope?.has(target) === false) continue
          if (kinds?.has(edgeKind(labels[edge]!)) === false) continue
          this.metIn[target] = search
          this.edgeTo[target] = edge
          this.cameFrom[target] = node
          if (target === to) return this.wayTo(from, to)
          following.push(target)
        }
      }
      level = next
    }
    return undefined
  }

  private wayTo(from: number, to: number): readonly Edge[] {
    const way: Edge[] = []
    for (let at = to; ;) {
      const before = this.cameFrom[at]!
      way.push({ from: before, to: at, label: this.graph.labels[this.edgeTo[at]!]! })
      at = before
      if (at === from) return way.reverse()
    }
  }
}

/** A closed way as a cycle of participants: relays are left out. `participantOf` says whose node it is. */
export function cycleOf(
  way: readonly Edge[],
  participantOf: (node: number) => number | undefined,
): Cycle {
  // Begin at a participant, so that no edge over relays is cut in two.
  const start = way.findIndex(({ from }) => participantOf(from) !== undefined)
  const turned = [...way.slice(start), ...way.slice(0, start)]
  const steps: Step[] = []
  let leaving: { from: number; label: number } | undefined
  for (const { from, to, label } of turned) {
    leaving ??= { from: participantOf(from)!, label }
    const arrived = participantOf(to)
    if (arrived === undefined) continue
    const kind = edgeKind(leaving.label) as Step['kind']
    steps.push({ from: leaving.from, to: arrived, kind, order: edgeOrder(leaving.label) })
    leaving = undefined
  }
  return mergeTimeSteps(steps)
}

/** What ends before something begins that ends before a third begins ends before that. */
function mergeTimeSteps(steps: readonly Step[]): Cycle {
  const isTime = (step: Step | undefined): boolean =>
    step?.kind === 'realtime' || step?.kind === 'process'
  // Begin behind a step that is not of time: there is one, for time alone makes no cycle.
  const start = steps.findIndex((_, index) => !isTime(steps.at(index - 1)))
  const merged: Step[] = []
  for (const step of [...steps.slice(start), ...steps.slice(0, start)]) {
    const last = merged.at(-1)
    if (last?.kind === step.kind && isTime(last))
      merged[merged.length - 1] = { ...last, to: step.to }
    else merged.push(step)
  }
  return merged
}
