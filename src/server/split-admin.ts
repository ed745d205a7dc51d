/** What the Admin service does about splits: where a shard is to be divided, and the operator that placement keeps for it. */
import { RingKvError } from '../base/errors.ts'
import { keyOfBytes, shardId } from '../base/ids.ts'
import { tokenOf } from '../base/token.ts'
import type { wire } from '../net/protobuf.ts'
import { unknownKeyspace } from '../net/request-context.ts'
import type { PlacementCommand, PlacementReply } from '../placement/command.ts'
import { operatorSteps, requestProblem, type Operator } from '../placement/operator.ts'
import type { Descriptor } from '../shard/descriptor.ts'
import type { Node } from './node.ts'

/** When a split that does not come about is given up. */
const TIMEOUT_MS = 60_000
/** For as long as electing another placement leader takes. */
const TRIES_MAX = 15
const RETRY_MS = 200

/** @throws RingKvError NOT_FOUND, KEYSPACE_UNKNOWN, INVALID_ARGUMENT, CONFLICT, ALREADY_EXISTS */
export async function splitShard(
  node: Node,
  request: wire.SplitShardRequest,
): Promise<wire.SplitShardResponse.$Properties> {
  const descriptor = node.cluster.view.shards.byShard(shardId(request.shard))
  if (descriptor === undefined) {
    throw new RingKvError('NOT_FOUND', `there is no shard ${request.shard}`)
  }
  const token = tokenOfRequest(node, request, descriptor)
  const plan = await planOf(node, descriptor, token)
  if (request.plan) {
    const problem = requestProblem({ kind: 'split', token }, descriptor)
    if (problem !== undefined) throw new RingKvError('CONFLICT', problem)
    return plan
  }
  const reply = await addOperator(node, {
    kind: 'operator-add',
    at: node.clock.now(),
    shard: descriptor.shard,
    request: { kind: 'split', token },
    timeoutMs: TIMEOUT_MS,
  })
  if (reply.kind === 'error') throw new RingKvError(reply.error, reply.message)
  if (reply.kind !== 'operator') throw new RingKvError('INTERNAL', `placement said ${reply.kind}`)
  return { ...plan, operator: operatorInfo(reply.operator) }
}

/** Placement's leader may change meanwhile; asking again for the same split is harmless. */
async function addOperator(node: Node, command: PlacementCommand): Promise<PlacementReply> {
  for (let tries = 1; ; tries++) {
    try {
      return await node.placement(command)
    } catch (error) {
      if (tries === TRIES_MAX) throw error
      await node.heard(() => false, RETRY_MS)
    }
  }
}

function tokenOfRequest(
  node: Node,
  { token, key }: wire.SplitShardRequest,
  { range }: Descriptor,
): number {
  if (key != null) {
    const name = key.keyspace ?? ''
    const keyspace = node.cluster.view.keyspaceNamed(name)
    if (keyspace === undefined) throw unknownKeyspace(node.cluster, name)
    return tokenOf(keyspace.id, keyOfBytes(key.key ?? NO_BYTES), keyspace.partition)
  }
  return token ?? Math.floor((range.start + range.end) / 2)
}

async function planOf(
  node: Node,
  { shard, range, replicas }: Descriptor,
  token: number,
): Promise<wire.SplitShardResponse.$Properties> {
  const { shards } = await node.clusterReports()
  return {
    shard,
    start: range.start,
    token,
    end: range.end,
    approximateBytes: shards.find((size) => size.shard === shard)?.approximateBytes ?? 0,
    replicas: replicas.map((place) => ({
      replica: place.replica,
      node: place.node,
      learner: place.role === 'learner',
    })),
  }
}

function operatorInfo(operator: Operator): wire.OperatorInfo.$Properties {
  const { id, shard, action, state, step, note } = operator
  const isSplit = action.kind === 'split'
  return {
    id,
    shard,
    kind: action.kind,
    state,
    step: operatorSteps(action)[step] ?? '',
    note,
    child: isSplit ? action.child : 0,
    token: isSplit ? action.token : 0,
  }
}

const NO_BYTES = new Uint8Array()
