/** Commands about the cluster as a whole: its beginning, its first shards, its settings. */
import { replicaId, shardId, TOKEN_END } from '../base/ids.ts'
import type { Descriptor } from '../shard/descriptor.ts'
import type { InitialMember, PlacementCommand } from './command.ts'
import { DEFAULT_KEYSPACE_SPEC } from './keyspaces.ts'
import { newKeyspace } from './apply-keyspaces.ts'
import type { NodeRecord } from './nodes.ts'
import { mayHoldReplicas, profileOf } from './nodes.ts'
import { initialPlacement } from './plan.ts'
import type { Settings } from './settings.ts'
import { DEFAULT_SETTINGS, settingsProblem } from './settings.ts'
import type { ClusterRecord, Outcome, PlacementState } from './state.ts'
import { DONE, refuse } from './state.ts'

type Command<Kind extends PlacementCommand['kind']> = Extract<PlacementCommand, { kind: Kind }>

export function bootstrap(state: PlacementState, command: Command<'bootstrap'>): Outcome {
  const { at, clusterId, replicas, initialShards, members } = command
  if (state.cluster !== undefined) {
    return state.cluster.id === clusterId
      ? DONE
      : refuse('ALREADY_EXISTS', `this is cluster ${state.cluster.id}, not ${clusterId}`)
  }
  const problem = settingsProblem(command.settings)
  if (problem !== undefined) return refuse('INVALID_ARGUMENT', problem)
  const settings: Settings = { ...DEFAULT_SETTINGS, ...command.settings }
  const spec = {
    ...DEFAULT_KEYSPACE_SPEC,
    retentionMs: Math.max(DEFAULT_KEYSPACE_SPEC.retentionMs, settings.transactionLifetimeMs),
  }
  const ids = members.map(({ id }) => id).sort((a, b) => a - b)
  state.cluster = { id: clusterId, replicas, initialShards, members: ids, createdAt: at }
  state.next.node = ids.at(-1)! + 1
  const keyspace = newKeyspace(state, spec, at)
  const nodes = members.map((member) => initialNode(member, command.at))
  return { reply: { kind: 'done' }, changes: { settings, nodes, keyspaces: [keyspace] } }
}

/**
 * Cuts the ring into equal ranges and places each by consistent hashing over the registered nodes, so that every replica
 * of this group computes the same shards. The first replica of each is the intended leader.
 */
export function createInitialShards(state: PlacementState, cluster: ClusterRecord): Outcome {
  const { view } = state
  if (view.shards.size > 0) {
    const [first] = view.shards.descriptors()
    return {
      reply: { kind: 'shards', shards: view.shards.size, replicas: first!.replicas.length },
    }
  }
  const nodes = view.nodes().filter((node) => mayHoldReplicas(node.state))
  if (nodes.length === 0) return refuse('NOT_FOUND', 'no node is up to hold the first shards')
  const { initialShards } = cluster
  const starts = Array.from({ length: initialShards }, (_, index) =>
    Math.floor((index * TOKEN_END) / initialShards),
  )
  const placement = initialPlacement(starts, nodes, cluster.replicas)
  const first = state.next.shard
  const descriptors = placement.map((preferred, index): Descriptor => ({
    shard: shardId(first + index),
    range: { start: starts[index]!, end: starts[index + 1] ?? TOKEN_END },
    epoch: { config: 1, range: 1 },
    replicas: preferred.map((node, position) => ({
      replica: replicaId(position + 1),
      node,
      role: 'voter',
    })),
    incarnation: cluster.id,
    nextReplica: preferred.length + 1,
  }))
  state.next.shard = first + initialShards
  const replicas = Math.min(cluster.replicas, nodes.length)
  return { reply: { kind: 'shards', shards: initialShards, replicas }, changes: { descriptors } }
}

export function setSettings(state: PlacementState, command: Command<'set-settings'>): Outcome {
  const problem = settingsProblem(command.changes)
  if (problem !== undefined) return refuse('INVALID_ARGUMENT', problem)
  const settings: Settings = { ...state.view.settings, ...command.changes }
  const short = state.view
    .keyspaces()
    .find(({ retentionMs }) => retentionMs < settings.transactionLifetimeMs)
  if (short !== undefined) {
    return refuse(
      'INVALID_ARGUMENT',
      `transactionLifetimeMs ${settings.transactionLifetimeMs} exceeds the retention of keyspace ` +
        `${short.name}, ${short.retentionMs} ms: raise that first`,
    )
  }
  const names = Object.keys(settings) as (keyof Settings)[]
  return names.every((name) => settings[name] === state.view.settings[name])
    ? DONE
    : { reply: { kind: 'done' }, changes: { settings } }
}

function initialNode(member: InitialMember, at: NodeRecord['registeredAt']): NodeRecord {
  return { id: member.id, identity: '', ...profileOf(member), state: 'up', registeredAt: at }
}
