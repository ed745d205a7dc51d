/**
 * Snapshot isolation as a question about cycles: a history has it if and only if every cycle of dependencies has two
 * anti-dependencies one directly after the other (Fekete et al., 2005; with an order in time that snapshots must respect: Cerone and
 * Gotsman, "Analysing Snapshot Isolation", 2016, theorem 9). To find a cycle without such a pair, each node is doubled: its second
 * half is where an anti-dependency leads to, and no anti-dependency leaves it. So any cycle of the doubled graph will do.
 */
import { unreachable } from '../../../src/base/assert.ts'
import { edgeKind, type Dependencies } from './dependencies.ts'
import { Digraph, EdgeList } from './digraph.ts'

/** Node n becomes `2n` (anything but `rw` led here) and `2n + 1` (`rw` led here). Labels stay. */
export function snapshotGraph({ edges, nodeCount }: Dependencies): Digraph {
  const doubled = new EdgeList()
  for (let edge = 0; edge < edges.length; edge++) {
    const from = edges.from(edge) * 2
    const to = edges.to(edge) * 2
    const label = edges.label(edge)
    const kind = edgeKind(label)
    switch (kind) {
      case 'rw':
        doubled.add(from, to + 1, label)
        break
      case 'relay':
        doubled.add(from, to, label)
        doubled.add(from + 1, to + 1, label)
        break
      case 'ww':
      case 'wr':
      case 'process':
      case 'realtime':
        doubled.add(from, to, label)
        doubled.add(from + 1, to, label)
        break
      default:
        unreachable(kind)
    }
  }
  return new Digraph(nodeCount * 2, doubled)
}
