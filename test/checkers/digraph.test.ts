import assert from 'node:assert/strict'
import fc from 'fast-check'
import { holds } from './samples.ts'
import { cyclicComponents, Digraph, EdgeList } from './transactions/digraph.ts'

type Pairs = readonly (readonly [number, number])[]

function graphOf(nodeCount: number, pairs: Pairs): Digraph {
  const edges = new EdgeList()
  for (const [from, to] of pairs) edges.add(from, to, 0)
  return new Digraph(nodeCount, edges)
}

/** Which nodes reach each other, by squaring the relation until nothing is added. */
function componentsByReach(nodeCount: number, pairs: Pairs): string[] {
  const nodes = Array.from({ length: nodeCount }, (_, node) => node)
  const reach = nodes.map((from) =>
    nodes.map((to) => pairs.some(([a, b]) => a === from && b === to)),
  )
  for (const via of nodes) {
    for (const from of nodes) {
      for (const to of nodes) reach[from]![to] ||= reach[from]![via]! && reach[via]![to]!
    }
  }
  const groups = nodes.map((node) =>
    nodes.filter((other) => other === node || (reach[node]![other] && reach[other]![node])),
  )
  return [...new Set(groups.filter(({ length }) => length > 1).map((group) => group.join()))].sort()
}

describe('strongly connected components', () => {
  it('are those that reach each other', () => {
    const node = fc.nat(7)
    holds(
      fc.property(fc.array(fc.tuple(node, node), { maxLength: 16 }), (pairs) => {
        const found = cyclicComponents(graphOf(8, pairs)).map((component) =>
          [...component].sort((one, other) => one - other).join(),
        )
        assert.deepEqual(found.sort(), componentsByReach(8, pairs))
      }),
    )
  })

  it('are found in a chain too long for recursion', () => {
    const count = 200_000
    const chain = Array.from({ length: count }, (_, node) => [node, (node + 1) % count] as const)
    assert.deepEqual(
      cyclicComponents(graphOf(count, chain)).map(({ length }) => length),
      [count],
    )
    assert.deepEqual(cyclicComponents(graphOf(count, chain.slice(1))), [])
  })
})
