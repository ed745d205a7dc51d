/**
 * Brings leadership home, lazily (06, "Leaders are spread the same way"): the first replica in a shard's descriptor is
 * meant to lead. Whoever leads in its place hands over once that replica has been alive and caught up for a while. A few
 * at a time, so that callers hardly notice.
 */
import type { NodeId, ShardId } from '../base/ids.ts'
import type { KvReplica } from './kv-replica.ts'
import type { RaftDriver } from './raft-driver.ts'
import type { ReplicaHost } from './replica-host.ts'

/** Consecutive looks (one a second) at which the preferred leader must be fit. */
const FIT_LOOKS = 5
const TRANSFERS_PER_LOOK = 4
/** Entries that the preferred leader may be behind when it is asked. */
const LAG_ENTRIES_MAX = 64

export class LeaderBalance {
  private readonly host: ReplicaHost
  private readonly driver: RaftDriver
  private readonly self: NodeId
  /** Shards that are led here in place of another node: consecutive looks at which that one was fit. */
  private readonly fitLooks = new Map<ShardId, number>()

  constructor(host: ReplicaHost, driver: RaftDriver, self: NodeId) {
    this.host = host
    this.driver = driver
    this.self = self
  }

  /** Who leads the shard, or should, may have changed. */
  leaderChanged(shard: ShardId): void {
    const replica = this.host.replica(shard)
    const isMisplaced =
      replica?.node.isLeader === true && replica.descriptor.replicas[0]!.node !== this.self
    if (!isMisplaced) this.fitLooks.delete(shard)
    else if (!this.fitLooks.has(shard)) this.fitLooks.set(shard, 0)
  }

  /** Once a second. */
  tick(): void {
    let transfers = 0
    for (const [shard, looks] of this.fitLooks) {
      const replica = this.host.replica(shard)
      const isFit = replica?.serving === true && this.isFit(replica)
      this.fitLooks.set(shard, isFit ? looks + 1 : 0)
      if (!isFit || looks + 1 < FIT_LOOKS || transfers >= TRANSFERS_PER_LOOK) continue
      transfers++
      this.fitLooks.set(shard, 0)
      replica.node.transferLeader(replica.descriptor.replicas[0]!.replica)
      this.driver.touch(shard)
    }
  }

  /** Whether the preferred leader lives and has nearly everything. What a sleeping shard knows of its peers may be old. */
  private isFit({ node, descriptor }: KvReplica): boolean {
    const preferred = descriptor.replicas[0]!
    const progress = node.progress.get(preferred.replica)
    return (
      progress !== undefined &&
      progress.recentlyActive &&
      this.driver.hears(preferred.node) &&
      node.lastIndex - progress.match <= LAG_ENTRIES_MAX
    )
  }
}
