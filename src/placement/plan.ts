/**
 * Which node should hold what: the initial layout of a new ring, and the difference between a layout as it is and as it
 * should be. A plan is a pure function of its inputs, whatever order they come in, so that it can be shown first and
 * carried out later exactly as shown (06, "Operators", `rebalance --plan`).
 *
 * The caller passes the nodes that may hold replicas; replicas elsewhere (on a drained or dead node) are moved away. A
 * plan never lowers a shard's replica count: a replica that should leave but has nowhere to go stays, and is `blocked`.
 */
import { assert } from '../base/assert.ts'
import type { NodeId, ShardId } from '../base/ids.ts'
import { balance, complete } from './balance.ts'
import type { PlacementNode } from './failure-domains.ts'
import { Layout } from './layout.ts'
import { Ring } from './ring.ts'

/** A new ring starts out this even; a plan for one in use leaves what is within the wider tolerance in place. */
const INITIAL_TOLERANCE = 0.02
const PLAN_TOLERANCE = 0.1

/** A load so far from the mean of all nodes (for its capacity) is reported as due to uneven failure domains. */
const UNEVEN = 0.15

export interface PlanShard {
  readonly shard: ShardId
  /** First token of its range. */
  readonly start: number
  /** Size of one replica. */
  readonly bytes: number
  readonly nodes: readonly NodeId[]
}

interface ReplicaMove {
  readonly shard: ShardId
  /** Undefined when the shard gains a replica. */
  readonly from: NodeId | undefined
  /** Undefined when the shard has one too many. */
  readonly to: NodeId | undefined
  /** To be copied. */
  readonly bytes: number
  /**
   * `replicate`: too few replicas; `surplus`: too many; `vacate`: its node may not hold replicas; `domains`: two
   * replicas too close together; `balance`: the load is uneven.
   */
  readonly reason: 'replicate' | 'surplus' | 'vacate' | 'domains' | 'balance'
}

interface PlannedLoad {
  readonly node: NodeId
  readonly replicas: number
  readonly target: number
}

export interface Plan {
  /** In order of shard id. */
  readonly moves: readonly ReplicaMove[]
  readonly bytes: number
  /** After the moves, in order of node id. */
  readonly loads: readonly PlannedLoad[]
  /** Nodes whose share of the load must differ from their share of the capacity, because failure domains are uneven. */
  readonly uneven: readonly NodeId[]
  /** Shards that will have fewer replicas than wanted, as there are too few nodes. */
  readonly short: readonly ShardId[]
  /** Replicas that should leave their node and cannot, because no other node can take them. */
  readonly blocked: readonly { readonly shard: ShardId; readonly node: NodeId }[]
}

/**
 * Preferred nodes for each of the ranges that start at `starts`: `replicas` of them (or all nodes, if fewer), in order of
 * preference, the first being the intended leader.
 * @param starts ascending
 */
export function initialPlacement(
  starts: readonly number[],
  nodes: readonly PlacementNode[],
  replicas: number,
): readonly (readonly NodeId[])[] {
  const ring = new Ring(nodes)
  const layout = new Layout(
    ring,
    starts,
    starts.map(() => []),
    replicas,
    INITIAL_TOLERANCE,
  )
  complete(layout, replicas)
  balance(layout)
  leadersFirst(layout)
  return layout.members.map((members) => members.map((node) => ring.nodes[node]!.id))
}

/**
 * What to move so that every shard has `replicas` replicas in distinct failure domains and no node is out of balance.
 * @param nodes those that may hold replicas; at least one
 */
export function planPlacement(
  shards: readonly PlanShard[],
  nodes: readonly PlacementNode[],
  replicas: number,
): Plan {
  const ring = new Ring(nodes)
  const indexOf = new Map(ring.nodes.map(({ id }, index) => [id, index]))
  const ordered = [...shards].sort((a, b) => a.start - b.start || a.shard - b.shard)
  const before = ordered.map((shard) =>
    shard.nodes.map((node) => indexOf.get(node)).filter((index) => index !== undefined),
  )
  const starts = ordered.map(({ start }) => start)
  const layout = new Layout(
    ring,
    starts,
    before.map((members) => [...members]),
    replicas,
    PLAN_TOLERANCE,
  )
  complete(layout, replicas)
  balance(layout)
  const moves: ReplicaMove[] = []
  const blocked: Plan['blocked'][number][] = []
  ordered.forEach((shard, position) => {
    const difference = differenceOf(shard, before[position]!, layout, position, replicas)
    moves.push(...difference.moves)
    blocked.push(...difference.blocked)
  })
  moves.sort((a, b) => a.shard - b.shard)
  return {
    moves,
    bytes: moves.reduce((sum, { bytes }) => sum + bytes, 0),
    loads: ring.nodes.map(({ id }, node) => ({
      node: id,
      replicas: layout.loads[node]!,
      target: layout.targets[node]!,
    })),
    uneven: unevenNodes(layout),
    short:
      ring.nodes.length < replicas ? ordered.map(({ shard }) => shard).sort((a, b) => a - b) : [],
    blocked: blocked.sort((a, b) => a.shard - b.shard),
  }
}

/** Pairs the nodes that a shard leaves with those that it gains. */
function differenceOf(
  shard: PlanShard,
  before: readonly number[],
  layout: Layout,
  position: number,
  replicas: number,
): Pick<Plan, 'moves' | 'blocked'> {
  const after = layout.members[position]!.map((node) => layout.ring.nodes[node]!.id)
  const usable = before.map((node) => layout.ring.nodes[node]!.id)
  // Replicas on nodes that must be vacated go first: they are the urgent ones.
  const leaving = shard.nodes
    .filter((node) => !after.includes(node))
    .sort((a, b) => Number(usable.includes(a)) - Number(usable.includes(b)))
  const gained = after.filter((node) => !shard.nodes.includes(node))
  const misplaced = before.some((node, at) => !layout.domains.allows(before, at, node))
  const moves: ReplicaMove[] = []
  const blocked: Plan['blocked'][number][] = []
  const pairs = Math.max(leaving.length, gained.length)
  let kept = after.length
  for (let pair = 0; pair < pairs; pair++) {
    const from = leaving[pair]
    const to = gained[pair]
    if (to === undefined && kept < replicas) {
      assert(from !== undefined, 'a pair has a side')
      blocked.push({ shard: shard.shard, node: from })
      kept++
      continue
    }
    const vacates = from !== undefined && !usable.includes(from)
    const reason = reasonOf(from, to, vacates, misplaced)
    moves.push({ shard: shard.shard, from, to, bytes: to === undefined ? 0 : shard.bytes, reason })
  }
  return { moves, blocked }
}

function reasonOf(
  from: NodeId | undefined,
  to: NodeId | undefined,
  vacates: boolean,
  misplaced: boolean,
): ReplicaMove['reason'] {
  if (from === undefined) return 'replicate'
  if (vacates) return 'vacate'
  if (to === undefined) return 'surplus'
  return misplaced ? 'domains' : 'balance'
}

function unevenNodes(layout: Layout): NodeId[] {
  const { nodes } = layout.ring
  const capacity = nodes.reduce((sum, node) => sum + node.capacity, 0)
  const total = layout.targets.reduce((sum, target) => sum + target, 0)
  return nodes
    .filter((node, index) => {
      const fair = (total * node.capacity) / capacity
      return Math.abs(layout.targets[index]! - fair) > UNEVEN * fair
    })
    .map(({ id }) => id)
}

/** Passes over all shards in which leaders are chosen again, knowing by then what the others lead. */
const LEADER_PASSES = 4

/** Moves to the front of each shard's members the one that leads least for its share; of equals the first. */
function leadersFirst(layout: Layout): void {
  const led = new Int32Array(layout.targets.length)
  const share = (node: number) => led[node]! / layout.targets[node]!
  for (let pass = 0; pass < LEADER_PASSES; pass++) {
    for (const members of layout.members) {
      if (pass > 0) led[members[0]!]!--
      let least = 0
      for (let position = 1; position < members.length; position++) {
        if (share(members[position]!) < share(members[least]!)) least = position
      }
      const [leader] = members.splice(least, 1)
      members.unshift(leader!)
      led[leader!]!++
    }
  }
}
