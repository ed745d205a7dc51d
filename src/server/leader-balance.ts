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
  private readonly fitLooks = new Map<ShardId, number>()

  constructor(host: ReplicaHost, driver: RaftDriver, self: NodeId) {
    this.host = host
    this.driver = driver
    this.self = self
  }

  /** Once a second. */
  tick(): void {
    let transfers = 0
    for (const replica of this.host.replicas()) {
      const preferred = replica.descriptor.replicas[0]!
      const mayMove = replica.serving && preferred.node !== this.self && isFit(replica)
      if (!mayMove) {
        this.fitLooks.delete(replica.shard)
        continue
      }
      const looks = (this.fitLooks.get(replica.shard) ?? 0) + 1
      this.fitLooks.set(replica.shard, looks)
      if (looks < FIT_LOOKS || transfers >= TRANSFERS_PER_LOOK) continue
      transfers++
      this.fitLooks.delete(replica.shard)
      replica.node.transferLeader(preferred.replica)
      this.driver.touch(replica.shard)
    }
  }
}

function isFit({ node, descriptor }: KvReplica): boolean {
  const progress = node.progress.get(descriptor.replicas[0]!.replica)
  return (
    progress !== undefined &&
    progress.recentlyActive &&
    node.lastIndex - progress.match <= LAG_ENTRIES_MAX
  )
}
