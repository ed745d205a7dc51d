/** Splits a shard of a rig the way an operator does, and waits until every node's map has both halves. */
import assert from 'node:assert/strict'
import type { ShardId } from '../../../src/base/ids.ts'
import type { RigCluster } from './rig-cluster.ts'

/** By default in the middle. Returns the child. */
export async function splitShard(
  cluster: RigCluster,
  shard: ShardId,
  token?: number,
): Promise<ShardId> {
  const child = await beginSplit(cluster, shard, token)
  await cluster.time.until(
    () =>
      cluster.running.every(({ node }) => node.cluster.view.shards.byShard(child) !== undefined),
    `shard ${child} on every map`,
  )
  return child
}

/** Records the operator only. */
export async function beginSplit(
  cluster: RigCluster,
  shard: ShardId,
  token?: number,
): Promise<ShardId> {
  const [{ node }] = cluster.running as [(typeof cluster.running)[0]]
  const range = node.cluster.view.shards.byShard(shard)?.range
  assert(range !== undefined)
  const at = token ?? Math.floor((range.start + range.end) / 2)
  const reply = await cluster.settled(
    node.placement({
      kind: 'operator-add',
      at: node.clock.now(),
      shard,
      request: { kind: 'split', token: at },
      timeoutMs: 60_000,
    }),
  )
  assert(reply.kind === 'operator' && reply.operator.action.kind === 'split', reply.kind)
  return reply.operator.action.child
}
