/**
 * Makes a layout complete and even with few changes, in an order that keeps the changes few:
 *
 * 1. `complete`: shards with too few replicas get more, with too many fewer; replicas that violate failure domains move.
 * 2. `relieve`: an underloaded node (a new one above all) is given replicas up to its target: from overloaded nodes
 *    first, which would have to give some away anyway, then from any node above its target. A node's points on the
 *    ring say which shards it takes: those that start just before them.
 * 3. `shed`: what is still overloaded gives replicas to whoever the ring names next.
 *
 * When a node joins, only replicas for it move, about its target; when one leaves, only those that it had.
 */
import type { Layout } from './layout.ts'

/** One pass does nearly all; what one node sheds may leave another a little off. */
const PASSES_MAX = 16

/** Gives every shard `replicas` replicas, or one on each node if there are fewer nodes, where domains allow. */
export function complete(layout: Layout, replicas: number): void {
  const wanted = Math.min(replicas, layout.ring.nodes.length)
  for (let shard = 0; shard < layout.members.length; shard++) {
    const members = layout.members[shard]!
    while (members.length > wanted) layout.remove(shard, mostDispensable(layout, members))
    for (let position = members.length - 1; position >= 0; position--) {
      if (layout.domains.allows(members, position, members[position]!)) continue
      const better = anyAllowed(layout, shard, position)
      if (better !== undefined) layout.replace(shard, position, better)
    }
    while (members.length < wanted) layout.add(shard, layout.choose(shard, -1)!)
  }
}

/** Moves replicas until no node is out of balance, or until no move that the domains allow would help. */
export function balance(layout: Layout): void {
  // Each move brings the loads nearer to their targets, so this ends; the bound is for the unforeseen.
  for (let pass = 0; pass < PASSES_MAX; pass++) {
    if (!balanceOnce(layout)) return
  }
}

/** Returns whether anything moved. */
function balanceOnce(layout: Layout): boolean {
  const before = layout.moves
  const seen = { marks: new Uint32Array(layout.starts.length), enumeration: 0 }
  for (const [node, tokens] of pointsOfUnderloaded(layout)) relieve(layout, node, tokens, seen)
  shed(layout)
  return layout.moves > before
}

/** The member to drop: one that violates domains if there is one, else the most loaded. */
function mostDispensable(layout: Layout, members: readonly number[]): number {
  let worst = 0
  let worstScore = -1
  members.forEach((node, position) => {
    const violates = !layout.domains.allows(members, position, node)
    const score = layout.pressure(node) + (violates ? 1e6 : 0)
    if (score > worstScore) {
      worst = position
      worstScore = score
    }
  })
  return worst
}

/** A node that satisfies every level in place of the member at `position`, full or not; undefined if there is none. */
function anyAllowed(layout: Layout, shard: number, position: number): number | undefined {
  const node = layout.choose(shard, position)
  if (node === undefined) return undefined
  return layout.domains.allows(layout.members[shard]!, position, node) ? node : undefined
}

/** Ring points of each underloaded node, the emptiest node first. */
function pointsOfUnderloaded(layout: Layout): [node: number, tokens: number[]][] {
  const { pointNodes, pointTokens } = layout.ring
  const points = new Map<number, number[]>()
  for (let node = 0; node < layout.loads.length; node++) {
    if (layout.isUnderloaded(node)) points.set(node, [])
  }
  if (points.size === 0) return []
  for (let point = 0; point < pointNodes.length; point++) {
    points.get(pointNodes[point]!)?.push(pointTokens[point]!)
  }
  return [...points].sort(([a], [b]) => layout.pressure(a) - layout.pressure(b) || a - b)
}

/** Whether a member may give up a replica to the node that is being relieved. */
type Donor = (layout: Layout, donor: number, taker: number) => boolean

const DONORS: readonly Donor[] = [
  (layout, donor) => layout.isOverloaded(donor),
  (layout, donor) => layout.isAboveTarget(donor),
  // Last resort, only while the taker is out of balance: anyone who stays the better off of the two.
  (layout, donor, taker) =>
    layout.isUnderloaded(taker) && layout.pressure(donor, -1) >= layout.pressure(taker, 1),
]

function relieve(layout: Layout, node: number, tokens: readonly number[], seen: SeenShards): void {
  for (const donates of DONORS) {
    for (const shard of shardsBefore(layout.starts, tokens, seen)) {
      if (!layout.hasRoom(node)) return
      const position = donorPosition(layout, shard, node, donates)
      if (position >= 0) layout.replace(shard, position, node)
    }
  }
}

/** Position of the most loaded member that may hand its replica to `node`; −1 if none. */
function donorPosition(layout: Layout, shard: number, node: number, donates: Donor): number {
  const members = layout.members[shard]!
  let best = -1
  for (let position = 0; position < members.length; position++) {
    const donor = members[position]!
    if (!donates(layout, donor, node)) continue
    if (best >= 0 && layout.pressure(members[best]!) >= layout.pressure(donor)) continue
    if (layout.domains.allows(members, position, node)) best = position
  }
  return best
}

/** Marks which shards an enumeration has given; shared, so that a thousand enumerations need one array. */
interface SeenShards {
  readonly marks: Uint32Array
  enumeration: number
}

/** Every shard once: those that start last before a token, then those one further back, and so on. */
function* shardsBefore(
  starts: readonly number[],
  tokens: readonly number[],
  seen: SeenShards,
): Generator<number, void> {
  const heads = tokens.map((token) => lastAtOrBefore(starts, token))
  const mark = ++seen.enumeration
  let given = 0
  for (let back = 0; given < starts.length; back++) {
    for (const head of heads) {
      const shard = (head - back + starts.length) % starts.length
      if (seen.marks[shard] === mark) continue
      seen.marks[shard] = mark
      given++
      yield shard
    }
  }
}

/** Index of the last start at or below `token`; the last of all (the ring closes) if there is none. */
function lastAtOrBefore(starts: readonly number[], token: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (starts[middle]! <= token) low = middle + 1
    else high = middle
  }
  return low === 0 ? starts.length - 1 : low - 1
}

function shed(layout: Layout): void {
  for (let shard = 0; shard < layout.members.length; shard++) {
    const members = layout.members[shard]!
    for (let position = 0; position < members.length; position++) {
      if (!layout.isOverloaded(members[position]!)) continue
      const taker = layout.firstWithRoom(shard, position)
      if (taker !== undefined) layout.replace(shard, position, taker)
    }
  }
}
