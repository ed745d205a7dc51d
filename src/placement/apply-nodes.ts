/** Commands about nodes: who registers, and what state a node is in. */
import type { NodeId, ShardId } from '../base/ids.ts'
import { nodeId } from '../base/ids.ts'
import type { PlacementCommand } from './command.ts'
import type { NodeProfile, NodeRecord } from './nodes.ts'
import { profileOf, sameProfile } from './nodes.ts'
import type { Outcome, PlacementState } from './state.ts'
import { refuse } from './state.ts'
import type { ClusterView } from './view.ts'

type Command<Kind extends PlacementCommand['kind']> = Extract<PlacementCommand, { kind: Kind }>

/** How many shards in the way of a removal are named. */
const NAMED_SHARDS = 5

export function registerNode(state: PlacementState, command: Command<'register-node'>): Outcome {
  const { view } = state
  const { identity } = command
  const profile = profileOf(command)
  const bound = view.nodes().find((node) => node.identity === identity)
  const known = bound ?? view.node(command.node)
  const problem = registrationProblem(view, command, bound, known)
  if (problem !== undefined) return problem
  if (known === undefined) {
    const id = nodeId(state.next.node++)
    return changed({ id, identity, ...profile, state: 'up', registeredAt: command.at })
  }
  const node: NodeRecord = { ...known, identity, ...profile }
  const isSame = known.identity === identity && sameProfile(known, profile)
  return isSame ? { reply: { kind: 'node', node: known } } : changed(node)
}

export function setNodeState(state: PlacementState, command: Command<'set-node-state'>): Outcome {
  const { node: id, from, to } = command
  const node = state.view.node(id)
  if (node === undefined) return refuse('NOT_FOUND', `there is no node ${id}`)
  if (node.state === to) return { reply: { kind: 'node', node } }
  if (node.state === 'removed') return refuse('CONFLICT', `node ${id} has been removed for good`)
  // JSON has no undefined: an absent `from` may arrive as null.
  const expected = from ?? node.state
  if (node.state !== expected) {
    return refuse('CONFLICT', `node ${id} is ${node.state}, not ${expected}`)
  }
  if (to === 'removed') {
    const shards = shardsOn(state.view, id)
    if (shards.length > 0) {
      const named = shards.slice(0, NAMED_SHARDS).join(', ')
      const more = shards.length > NAMED_SHARDS ? ` and ${shards.length - NAMED_SHARDS} more` : ''
      return refuse(
        'CONFLICT',
        `node ${id} still has replicas of shards ${named}${more}: drain it first`,
      )
    }
  }
  return changed({ ...node, state: to })
}

function registrationProblem(
  view: ClusterView,
  command: Command<'register-node'>,
  bound: NodeRecord | undefined,
  known: NodeRecord | undefined,
): Outcome | undefined {
  const { node: claimed, identity, addresses } = command
  if (known === undefined && claimed > 0) {
    return refuse('NOT_FOUND', `there is no node ${claimed}: register without an id to get one`)
  }
  if (bound !== undefined && claimed > 0 && bound.id !== claimed) {
    return refuse('ALREADY_EXISTS', `this data directory is node ${bound.id}, not ${claimed}`)
  }
  if (known?.state === 'removed') {
    return refuse(
      'PERMISSION_DENIED',
      `node ${known.id} has been removed: give the machine an empty data directory to join anew`,
    )
  }
  if (known !== undefined && known.identity !== '' && known.identity !== identity) {
    return refuse('ALREADY_EXISTS', `node ${known.id} is another data directory`)
  }
  const neighbour = view
    .nodes()
    .find((node) => holdsAddress(node, addresses) && node.id !== known?.id)
  return neighbour === undefined
    ? undefined
    : refuse('ALREADY_EXISTS', `node ${neighbour.id} is alive at ${addresses.rpc}`)
}

/** A node that does not answer may have lost its disk: another one may then come up at its address. */
function holdsAddress(node: NodeRecord, addresses: NodeProfile['addresses']): boolean {
  const isAlive = node.state === 'up' || node.state === 'draining'
  return isAlive && node.addresses.rpc === addresses.rpc
}

function shardsOn(view: ClusterView, node: NodeId): ShardId[] {
  const shards: ShardId[] = []
  for (const { shard, replicas } of view.shards.descriptors()) {
    if (replicas.some((place) => place.node === node)) shards.push(shard)
  }
  return shards
}

function changed(node: NodeRecord): Outcome {
  return { reply: { kind: 'node', node }, changes: { nodes: [node] } }
}
