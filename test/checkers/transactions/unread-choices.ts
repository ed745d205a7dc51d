/**
 * Appends to one key that nobody read came in some order, but nothing tells which. For serializability it does not matter: any
 * order of transactions that fits everything else orders them too. Under snapshot isolation it does: of two that append to one key
 * the second must have seen the first ("first committer wins"), so each order adds a `ww` edge, and all these edges together must
 * leave the doubled graph (snapshot-graph.ts) without a cycle.
 *
 * Pairs that do not lie on a cycle of all dependencies together can follow any order that fits those. For the others we search: a
 * pair of which one order would close a cycle takes the other one; where both would, or none does, the search turns back or
 * branches. So the answer is exact, unless the search exceeds its bounds.
 */
import { groupBy } from '../group-by.ts'
import type { Digraph } from './digraph.ts'
import type { KeyOrder } from './key-order.ts'

/** Two who appended to the key unread: participants' numbers. */
export interface Pair {
  readonly one: number
  readonly other: number
  readonly key: string
}

export type ChoiceResult =
  | { readonly kind: 'possible' }
  /** Whichever order is chosen for `pair`, a cycle closes (maybe only by what that demands of other pairs). */
  | { readonly kind: 'impossible'; readonly pair: Pair }
  | { readonly kind: 'unknown' }

const PAIRS_MAX = 2_000
const EDGES_MAX = 20_000_000

/** `components`: the participants that lie on cycles of all dependencies together. `doubled` has no cycle. */
export function chooseUnreadOrders(
  orders: readonly KeyOrder[],
  components: readonly Int32Array[],
  doubled: Digraph,
): ChoiceResult {
  const componentOf = new Map<number, number>()
  for (const [index, component] of components.entries()) {
    for (const node of component) componentOf.set(node, index)
  }
  const pairs: Pair[] = []
  for (const { key, unread } of orders) {
    const numbers = unread.map(({ participant }) => participant.number)
    const together = groupBy(
      numbers.filter((number) => componentOf.has(number)),
      (number) => componentOf.get(number),
    )
    for (const group of together.values()) {
      if (pairs.length + (group.length * (group.length - 1)) / 2 > PAIRS_MAX) {
        return { kind: 'unknown' }
      }
      for (const [index, one] of group.entries()) {
        for (const other of group.slice(index + 1)) pairs.push({ one, other, key })
      }
    }
  }
  return new Chooser(doubled, pairs).choose()
}

class Chooser {
  private readonly doubled: Digraph
  private readonly pairs: readonly Pair[]
  /** Chosen so far: edges from the first of a pair to the second, by node, not by half. */
  private readonly chosen = new Map<number, number[]>()
  private readonly metIn: Int32Array
  private search = 0
  private edgesSeen = 0

  constructor(doubled: Digraph, pairs: readonly Pair[]) {
    this.doubled = doubled
    this.pairs = pairs
    this.metIn = new Int32Array(doubled.nodeCount)
  }

  choose(): ChoiceResult {
    return this.chooseFor(this.pairs)
  }

  /** Leaves `chosen` as it was, unless all can be chosen. */
  private chooseFor(pairs: readonly Pair[]): ChoiceResult {
    const trail: Pair[] = []
    const giveBack = (result: ChoiceResult): ChoiceResult => {
      for (const { one } of trail) this.chosen.get(one)!.pop()
      return result
    }
    let open = pairs
    for (let before = -1; before !== open.length;) {
      before = open.length
      const left: Pair[] = []
      for (const pair of open) {
        if (this.edgesSeen > EDGES_MAX) return giveBack({ kind: 'unknown' })
        const { one, other } = pair
        const canBeFirst = !this.leads(other, one)
        const canBeSecond = !this.leads(one, other)
        if (canBeFirst && canBeSecond) left.push(pair)
        else if (canBeFirst) this.add(pair, trail)
        else if (canBeSecond) this.add({ ...pair, one: other, other: one }, trail)
        else return giveBack({ kind: 'impossible', pair })
      }
      open = left
    }
    const pair = open[0]
    if (pair === undefined) return { kind: 'possible' }
    let isCertain = true
    for (const first of [pair, { ...pair, one: pair.other, other: pair.one }]) {
      const branch: Pair[] = []
      this.add(first, branch)
      const result = this.chooseFor(open.slice(1))
      if (result.kind === 'possible') return result
      isCertain &&= result.kind === 'impossible'
      for (const { one } of branch) this.chosen.get(one)!.pop()
    }
    return giveBack(isCertain ? { kind: 'impossible', pair } : { kind: 'unknown' })
  }

  private add(pair: Pair, trail: Pair[]): void {
    const following = this.chosen.get(pair.one)
    if (following === undefined) this.chosen.set(pair.one, [pair.other])
    else following.push(pair.other)
    trail.push(pair)
  }

  /** Whether a `ww` edge from `to` to `from` would close a cycle: whether a way leads from `from`, entered by it, to `to`. */
  private leads(from: number, to: number): boolean {
    const { offsets, targets } = this.doubled
    const search = ++this.search
    const stack = [from * 2]
    this.metIn[from * 2] = search
    const meet = (half: number): void => {
      if (this.metIn[half] === search) return
      this.metIn[half] = search
      stack.push(half)
    }
    for (let half = stack.pop(); half !== undefined; half = stack.pop()) {
      if (half >> 1 === to) return true
      this.edgesSeen += offsets[half + 1]! - offsets[half]! + 1
      for (let edge = offsets[half]!; edge < offsets[half + 1]!; edge++) meet(targets[edge]!)
      for (const next of this.chosen.get(half >> 1) ?? []) meet(next * 2)
    }
    return false
  }
}
