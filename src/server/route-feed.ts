/**
 * Tells sessions where shards and their leaders are, so that clients can send each request straight to the right node. Only
 * hints: a client that is wrong, or does not listen, is routed by the gateway.
 */
import type { Scheduler, Timer } from '../base/clock.ts'
import type { NodeId, ShardId } from '../base/ids.ts'
import { wire } from '../net/protobuf.ts'
import type { SessionRequester } from '../net/request-handler.ts'
import type { ClusterState } from './cluster-state.ts'
import type { ShardRouter } from './shard-router.ts'
import type { PartitionRule } from '../base/token.ts'

/** Changes gather for so long: an election moves many leaders at once. */
const PUSH_DELAY_MS = 50

export class RouteFeed {
  private readonly cluster: ClusterState
  private readonly router: ShardRouter
  private readonly scheduler: Scheduler
  private readonly sessions = new Set<SessionRequester>()
  private readonly changedShards = new Set<ShardId>()
  private mapChanged = false
  private timer: Timer | undefined

  constructor(cluster: ClusterState, router: ShardRouter, scheduler: Scheduler) {
    this.cluster = cluster
    this.router = router
    this.scheduler = scheduler
    cluster.onChange(() => {
      this.mapChanged = true
      this.schedule()
    })
  }

  add(session: SessionRequester): void {
    this.sessions.add(session)
    session.pushRoutes(this.everything())
  }

  remove(session: SessionRequester): void {
    this.sessions.delete(session)
  }

  leaderChanged(shard: ShardId): void {
    this.changedShards.add(shard)
    this.schedule()
  }

  close(): void {
    this.timer?.cancel()
    this.sessions.clear()
  }

  private schedule(): void {
    if (this.timer !== undefined || this.sessions.size === 0) return
    this.timer = this.scheduler.after(PUSH_DELAY_MS, () => {
      this.timer = undefined
      this.push()
    })
  }

  private push(): void {
    const routes = this.mapChanged ? this.everything() : this.changes()
    this.mapChanged = false
    this.changedShards.clear()
    for (const session of this.sessions) session.pushRoutes(routes)
  }

  private changes(): wire.Routes.$Properties {
    const { shards } = this.cluster.view
    const changed: wire.RouteShard.$Properties[] = []
    for (const shard of this.changedShards) {
      const slot = shards.slotOfShardId(shard)
      if (slot >= 0) changed.push(this.route(slot))
    }
    return { full: false, shards: changed }
  }

  private everything(): wire.Routes.$Properties {
    const { view } = this.cluster
    const shards: wire.RouteShard.$Properties[] = []
    for (const slot of view.shards.overlapping({ start: 0, end: 2 ** 32 })) {
      shards.push(this.route(slot))
    }
    return {
      full: true,
      shards,
      nodes: view.nodes().map(({ id, addresses }) => ({ id, address: addresses.rpc })),
      keyspaces: view
        .keyspaces()
        .map(({ id, name, partition }) => ({ id, name, partition: encodePartition(partition) })),
    }
  }

  private route(slot: number): wire.RouteShard.$Properties {
    const { shard, range, replicas } = this.cluster.view.shards.descriptorAt(slot)
    const leader: NodeId | 0 = this.router.leaderOf(shard) ?? 0
    const { start, end } = range
    return { shard, start, end, leader, replicas: replicas.map(({ node }) => node) }
  }
}

/** A partition rule as clients learn it. */
export function encodePartition(rule: PartitionRule): wire.PartitionRule.$Properties {
  switch (rule.kind) {
    case 'key':
      return { kind: wire.PartitionRule.Kind.KIND_KEY }
    case 'first':
      return {
        kind: wire.PartitionRule.Kind.KIND_FIRST,
        parts: rule.parts,
        separator: rule.separator,
      }
    case 'all':
      return { kind: wire.PartitionRule.Kind.KIND_ALL }
  }
}
