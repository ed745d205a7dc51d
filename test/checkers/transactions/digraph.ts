/** A directed graph in flat arrays: built once by edge, then read by node. Nodes are numbers from 0. */
export class Digraph {
  readonly nodeCount: number
  /** Edges of node n are those at `offsets[n]` up to `offsets[n + 1]`. */
  readonly offsets: Int32Array
  readonly targets: Int32Array
  readonly labels: Int32Array

  constructor(nodeCount: number, edges: EdgeList) {
    this.nodeCount = nodeCount
    this.offsets = new Int32Array(nodeCount + 1)
    this.targets = new Int32Array(edges.length)
    this.labels = new Int32Array(edges.length)
    for (let edge = 0; edge < edges.length; edge++) this.offsets[edges.from(edge) + 1]!++
    for (let node = 0; node < nodeCount; node++) this.offsets[node + 1]! += this.offsets[node]!
    const next = this.offsets.slice()
    for (let edge = 0; edge < edges.length; edge++) {
      const at = next[edges.from(edge)]!++
      this.targets[at] = edges.to(edge)
      this.labels[at] = edges.label(edge)
    }
  }
}

/** Edges to build graphs of. A label is any 32-bit integer. */
export class EdgeList {
  private readonly flat: number[] = []

  get length(): number {
    return this.flat.length / 3
  }

  add(from: number, to: number, label: number): void {
    this.flat.push(from, to, label)
  }

  from(edge: number): number {
    return this.flat[edge * 3]!
  }

  to(edge: number): number {
    return this.flat[edge * 3 + 1]!
  }

  label(edge: number): number {
    return this.flat[edge * 3 + 2]!
  }
}

/**
 * The strongly connected components of more than one node, smallest first (Tarjan, 1972, without recursion). A graph without
 * self-loops has a cycle if and only if it has such a component.
 */
export function cyclicComponents(graph: Digraph): readonly Int32Array[] {
  const { nodeCount, offsets, targets } = graph
  const index = new Int32Array(nodeCount).fill(-1)
  const low = new Int32Array(nodeCount)
  const nextEdge = new Int32Array(nodeCount)
  const isOpen = new Uint8Array(nodeCount)
  const open: number[] = []
  const path: number[] = []
  const components: Int32Array[] = []
  let indexCount = 0
  const visit = (node: number): void => {
    index[node] = low[node] = indexCount++
    nextEdge[node] = offsets[node]!
    isOpen[node] = 1
    open.push(node)
    path.push(node)
  }
  for (let root = 0; root < nodeCount; root++) {
    if (index[root] === -1) visit(root)
    while (path.length > 0) {
      const node = path.at(-1)!
      if (nextEdge[node]! < offsets[node + 1]!) {
        const target = targets[nextEdge[node]!++]!
        if (index[target] === -1) visit(target)
        else if (isOpen[target] === 1) low[node] = Math.min(low[node]!, index[target]!)
        continue
      }
      path.pop()
      const parent = path.at(-1)
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[node]!)
      if (low[node] !== index[node]) continue
      const start = open.lastIndexOf(node)
      const component = open.splice(start)
      for (const member of component) isOpen[member] = 0
      if (component.length > 1) components.push(Int32Array.from(component))
    }
  }
  return components.sort((one, other) => one.length - other.length)
}
