/**
 * What the Admin service does about keyspaces: every change is a command to placement, which checks it; the answer waits a
 * moment until this node knows the change too, so that whoever goes on here finds what was made.
 */
import { RingKvError } from '../base/errors.ts'
import { keyspaceId, type KeyspaceId } from '../base/ids.ts'
import type { PartitionRule } from '../base/token.ts'
import { wire } from '../net/protobuf.ts'
import type { ClusterReports } from '../net/transport.ts'
import { invalid, unknownKeyspace } from '../net/request-context.ts'
import { decodePolicy, encodePolicy } from '../net/write-codec.ts'
import type { PlacementCommand } from '../placement/command.ts'
import { DEFAULT_KEYSPACE_SPEC, type Keyspace } from '../placement/keyspaces.ts'
import type { KeyspaceUse } from '../shard/usage.ts'
import type { Node } from './node.ts'
import { encodePartition } from './route-feed.ts'

/** The change counts already; longer nobody waits for this node to hear of it. */
const HEARD_WITHIN_MS = 1000

type Info = wire.KeyspaceInfo.$Properties

export async function listKeyspaces(node: Node): Promise<Info[]> {
  const totals = totalsOf(await node.clusterReports())
  return node.cluster.view
    .keyspaces()
    .map((keyspace) => ({ ...keyspaceInfo(keyspace), ...totals.get(keyspace.id) }))
}

/** @throws RingKvError KEYSPACE_UNKNOWN */
export async function showKeyspace(
  node: Node,
  { name }: wire.ShowKeyspaceRequest,
): Promise<wire.ShowKeyspaceResponse.$Properties> {
  const keyspace = node.cluster.view.keyspaceNamed(name)
  if (keyspace === undefined) throw unknownKeyspace(node.cluster, name)
  const reports = await node.clusterReports()
  const shards = reports.shards.flatMap(({ shard, usage }) =>
    usage.filter((use) => use.keyspace === keyspace.id).map((use) => ({ shard, ...shownUse(use) })),
  )
  shards.sort((a, b) => a.shard - b.shard)
  return { keyspace: { ...keyspaceInfo(keyspace), ...totalsOf(reports).get(keyspace.id) }, shards }
}

/** What each keyspace has in all shards together. */
function totalsOf({ shards }: ClusterReports): Map<KeyspaceId, Omit<KeyspaceUse, 'keyspace'>> {
  const totals = new Map<KeyspaceId, { keys: number; bytes: number; historyBytes: number }>()
  for (const { keyspace, keys, bytes, historyBytes } of shards.flatMap(({ usage }) => usage)) {
    const total = totals.get(keyspace) ?? { keys: 0, bytes: 0, historyBytes: 0 }
    total.keys += keys
    total.bytes += bytes
    total.historyBytes += historyBytes
    totals.set(keyspace, total)
  }
  for (const [keyspace, total] of totals) totals.set(keyspace, shownUse(total))
  return totals
}

/** What a split gave to one half too much the other has too little, even below zero (docs/decisions/0017). */
function shownUse({ keys, bytes, historyBytes }: Omit<KeyspaceUse, 'keyspace'>) {
  return {
    keys: Math.max(0, keys),
    bytes: Math.max(0, bytes),
    historyBytes: Math.max(0, historyBytes),
  }
}

/** @throws RingKvError ALREADY_EXISTS, INVALID_ARGUMENT */
export async function createKeyspace(
  node: Node,
  request: wire.CreateKeyspaceRequest,
): Promise<Info> {
  const { keyspace, existed } = await change(node, {
    kind: 'create-keyspace',
    at: node.clock.now(),
    name: request.name,
    partition: decodePartition(request.partition),
    policy: decodePolicy(request.policy) ?? DEFAULT_KEYSPACE_SPEC.policy,
    retentionMs: request.retentionMs || DEFAULT_KEYSPACE_SPEC.retentionMs,
    quotaBytes: request.quotaBytes,
  })
  const { view } = node.cluster
  await node.heard(() => view.keyspace(keyspace.id) !== undefined, HEARD_WITHIN_MS)
  return { ...keyspaceInfo(keyspace), existed }
}

/** @throws RingKvError KEYSPACE_UNKNOWN, INVALID_ARGUMENT */
export async function alterKeyspace(node: Node, request: wire.AlterKeyspaceRequest): Promise<Info> {
  const { keyspace } = await change(node, {
    kind: 'alter-keyspace',
    name: request.name,
    id: keyspaceId(request.id),
    policy: decodePolicy(request.policy),
    retentionMs: request.retentionMs ?? undefined,
    quotaBytes: request.quotaBytes ?? undefined,
  })
  const text = JSON.stringify(keyspace)
  const isKnown = () => JSON.stringify(node.cluster.view.keyspace(keyspace.id)) === text
  await node.heard(isKnown, HEARD_WITHIN_MS)
  return keyspaceInfo(keyspace)
}

/** @throws RingKvError KEYSPACE_UNKNOWN, INVALID_ARGUMENT */
export async function dropKeyspace(node: Node, request: wire.DropKeyspaceRequest): Promise<Info> {
  const { name } = request
  const { keyspace } = await change(node, {
    kind: 'drop-keyspace',
    at: node.clock.now(),
    name,
    id: keyspaceId(request.id),
  })
  await node.heard(() => node.cluster.view.isDropped(keyspace.id), HEARD_WITHIN_MS)
  return keyspaceInfo(keyspace)
}

async function change(
  node: Node,
  command: PlacementCommand,
): Promise<{ readonly keyspace: Keyspace; readonly existed: boolean }> {
  const reply = await node.placement(command)
  if (reply.kind === 'keyspace') return reply
  if (reply.kind === 'error') throw new RingKvError(reply.error, reply.message)
  throw new RingKvError('INTERNAL', `unexpected reply ${reply.kind}`)
}

function keyspaceInfo(keyspace: Keyspace): Info {
  const { id, name, partition, policy, retentionMs, quotaBytes, fullBytes, createdAt } = keyspace
  return {
    id,
    name,
    partition: encodePartition(partition),
    policy: encodePolicy(policy),
    retentionMs,
    quotaBytes,
    full: fullBytes > 0,
    createdAt,
  }
}

/** @throws RingKvError INVALID_ARGUMENT for a kind of rule that this server does not know */
function decodePartition(rule: wire.PartitionRule.$Properties | null | undefined): PartitionRule {
  const { KIND_ALL, KIND_FIRST, KIND_KEY } = wire.PartitionRule.Kind
  const kind = rule?.kind ?? KIND_KEY
  switch (kind) {
    case KIND_KEY:
      return { kind: 'key' }
    case KIND_FIRST:
      return { kind: 'first', parts: rule?.parts ?? 0, separator: rule?.separator ?? '' }
    case KIND_ALL:
      return { kind: 'all' }
    default:
      throw invalid(`partition rule ${kind as number} is not known`)
  }
}
