/** Finds a short cycle of every kind that there is, and names it (Adya, 1999; names of the variants as Elle has them). */
import { cyclicComponents, Digraph, EdgeList } from './digraph.ts'
import { edgeKind, type Dependencies, type EdgeKind, type TimeOrder } from './dependencies.ts'
import { cycleOf, PathSearch, type Cycle, type Edge } from './path-search.ts'
import { snapshotGraph } from './snapshot-graph.ts'

/**
 * `G0`: writes only; `G1c`: writes and reads; `G-single`: one anti-dependency; `G-nonadjacent`: several, none directly after another;
 * `G2-item`: some directly after others, which snapshot isolation permits. With `-process` or `-realtime`: only if the order in
 * time counts.
 */
export type CycleName = `${CycleShape}${'' | '-process' | '-realtime'}`
type CycleShape = 'G0' | 'G1c' | 'G-single' | 'G-nonadjacent' | 'G2-item'

export interface NamedCycle {
  readonly name: CycleName
  readonly shape: CycleShape
  readonly time: TimeOrder
  readonly cycle: Cycle
}

export interface CycleFindings {
  /** At least one if `isAcyclic` is false; the shortest met of each name. */
  readonly cycles: readonly NamedCycle[]
  readonly isAcyclic: boolean
  /** Whether every cycle is of shape `G2-item`. */
  readonly permitsSnapshots: boolean
  /** Nodes of each set of participants (and relays) that lie on cycles together. */
  readonly components: readonly Int32Array[]
}

/** Limits of the search for cycles to show; whether there are any is always told. */
const COMPONENTS_MAX = 20
const TRIES_MAX = 400
const EDGES_MAX = 30_000_000

const TIME_KINDS: readonly EdgeKind[] = ['process', 'realtime', 'relay']
const WRITES: ReadonlySet<EdgeKind> = new Set(['ww', ...TIME_KINDS])
const WRITES_AND_READS: ReadonlySet<EdgeKind> = new Set(['ww', 'wr', ...TIME_KINDS])
const ALL: ReadonlySet<EdgeKind> = new Set(['ww', 'wr', 'rw', ...TIME_KINDS])

export function findCycles(dependencies: Dependencies, participantCount: number): CycleFindings {
  const graph = new Digraph(dependencies.nodeCount, dependencies.edges)
  const components = cyclicComponents(graph)
  if (components.length === 0) {
    return { cycles: [], isAcyclic: true, permitsSnapshots: true, components }
  }
  const collector = new Collector(graph, participantCount)
  const isInSnapshotCycle = new Uint8Array(graph.nodeCount)
  const doubled = snapshotGraph(dependencies)
  const snapshotComponents = cyclicComponents(doubled)
  for (const component of snapshotComponents) {
    for (const half of component) isInSnapshotCycle[half >> 1] = 1
  }
  for (const component of snapshotComponents.slice(0, COMPONENTS_MAX)) {
    collector.searchSnapshotComponent(dependencies, doubled, component)
  }
  const others = components.filter((nodes) => nodes.every((node) => isInSnapshotCycle[node] === 0))
  for (const component of others.slice(0, COMPONENTS_MAX)) {
    collector.searchThrough('rw', ALL, setOf(component))
  }
  return {
    cycles: [...collector.shortest.values()],
    isAcyclic: false,
    permitsSnapshots: snapshotComponents.length === 0,
    components,
  }
}

class Collector {
  readonly shortest = new Map<CycleName, NamedCycle>()
  private readonly graph: Digraph
  private readonly paths: PathSearch
  private readonly participantCount: number

  constructor(graph: Digraph, participantCount: number) {
    this.graph = graph
    this.participantCount = participantCount
    this.paths = new PathSearch(graph, (node) => node >= participantCount)
  }

  /** Cycles without two anti-dependencies in a row, the simple shapes first. */
  searchSnapshotComponent(
    dependencies: Dependencies,
    doubled: Digraph,
    component: Int32Array,
  ): void {
    const nodes = setOf(component.map((half) => half >> 1))
    let found = false
    for (const [kind, kinds] of [['ww', WRITES] as const, ['wr', WRITES_AND_READS] as const]) {
      const within = cyclicComponents(subgraph(dependencies, nodes, kinds))
      for (const inner of within.slice(0, COMPONENTS_MAX)) {
        found = this.searchThrough(kind, kinds, setOf(inner)) || found
      }
    }
    found = this.searchThrough('rw', WRITES_AND_READS, nodes) || found
    if (!found) this.searchHalves(doubled, component)
  }

  /** For some edges of `kind` within `scope`: the shortest way back over edges of `kinds`. Says whether there was any. */
  searchThrough(kind: EdgeKind, kinds: ReadonlySet<EdgeKind>, scope: ReadonlySet<number>): boolean {
    let found = false
    for (const edge of sample(edgesWithin(this.graph, kind, scope))) {
      if (this.paths.edgesSeen > EDGES_MAX) break
      const { from, to } = edge
      const way = this.paths.shortest(to, from, scope, kinds)
      if (way === undefined) continue
      found = true
      this.collect([edge, ...way], (node) => node)
    }
    return found
  }

  /** The shortest way from some nodes of a component of the doubled graph back to themselves. */
  private searchHalves(doubled: Digraph, component: Int32Array): void {
    const paths = new PathSearch(doubled, (half) => half >> 1 >= this.participantCount)
    const scope = setOf(component)
    for (const half of sample([...component])) {
      if (paths.edgesSeen > EDGES_MAX) break
      this.collect(paths.shortest(half, half, scope, ALL)!, (node) => node >> 1)
    }
  }

  private collect(way: readonly Edge[], nodeOf: (node: number) => number): void {
    const cycle = cycleOf(way, (node) => {
      const participant = nodeOf(node)
      return participant < this.participantCount ? participant : undefined
    })
    const named = nameCycle(cycle)
    const known = this.shortest.get(named.name)
    if (known === undefined || known.cycle.length > cycle.length) {
      this.shortest.set(named.name, named)
    }
  }
}

function nameCycle(cycle: Cycle): NamedCycle {
  const has = (kind: EdgeKind): boolean => cycle.some((step) => step.kind === kind)
  const time = has('realtime') ? 'realtime' : has('process') ? 'process' : 'none'
  const antiCount = cycle.filter(({ kind }) => kind === 'rw').length
  const isAdjacent = cycle.some(
    ({ kind }, index) => kind === 'rw' && cycle.at(index - 1)!.kind === 'rw',
  )
  let shape: CycleShape
  if (antiCount === 0) shape = has('wr') ? 'G1c' : 'G0'
  else if (antiCount === 1) shape = 'G-single'
  else shape = isAdjacent ? 'G2-item' : 'G-nonadjacent'
  return { name: time === 'none' ? shape : `${shape}-${time}`, shape, time, cycle }
}

/** The edges among `nodes` that are of `kinds`. */
function subgraph(
  { edges, nodeCount }: Dependencies,
  nodes: ReadonlySet<number>,
  kinds: ReadonlySet<EdgeKind>,
): Digraph {
  const kept = new EdgeList()
  for (let edge = 0; edge < edges.length; edge++) {
    const [from, to, label] = [edges.from(edge), edges.to(edge), edges.label(edge)]
    if (kinds.has(edgeKind(label)) && nodes.has(from) && nodes.has(to)) kept.add(from, to, label)
  }
  return new Digraph(nodeCount, kept)
}

function edgesWithin(
  { offsets, targets, labels }: Digraph,
  kind: EdgeKind,
  scope: ReadonlySet<number>,
): readonly Edge[] {
  const found: Edge[] = []
  for (const from of scope) {
    for (let edge = offsets[from]!; edge < offsets[from + 1]!; edge++) {
      const to = targets[edge]!
      const label = labels[edge]!
      if (edgeKind(label) === kind && scope.has(to)) found.push({ from, to, label })
    }
  }
  return found
}

/** At most `TRIES_MAX` items, evenly spread. */
function sample<Item>(items: readonly Item[]): readonly Item[] {
  const step = Math.max(1, items.length / TRIES_MAX)
  const sampled: Item[] = []
  for (let at = 0; at < items.length; at += step) sampled.push(items[Math.floor(at)]!)
  return sampled
}

function setOf(nodes: Int32Array): ReadonlySet<number> {
  return new Set(nodes)
}
