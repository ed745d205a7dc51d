/**
 * Brings leadership home, lazily (06, "Leaders are spread the same way"): the first replica in a shard's descriptor is
 * meant to lead. Whoever leads in its place hands over once that replica has been alive and caught up for a while. A few
 * at a time, so that callers hardly notice.
 *
 * A node whose clock is wrong gives away whatever it leads at once, if it can, and is given nothing (05, "Timestamps"; 0022).
 */
import type { NodeId, ReplicaId, ShardId } from '../base/ids.ts'
import type { KvReplica } from './kv-replica.ts'
import type { RaftDriver } from './raft-driver.ts'
import type { ReplicaHost } from './replica-host.ts'

/** Consecutive looks (one a second) at which the preferred leader must be fit. */
const FIT_LOOKS = 5
const TRANSFERS_PER_LOOK = 4
/** Entries that the preferred leader may be behind when it is asked. */
const LAG_ENTRIES_MAX = 64
/** Shards that a node with a wrong clock gives away at one look. */
const GIVEN_AWAY_PER_LOOK = 256

export class LeaderBalance {
  private readonly host: ReplicaHost
  private readonly driver: RaftDriver
  private readonly self: NodeId
  /** Nodes whose clocks are wrong. */
  private readonly skewed: () => ReadonlySet<NodeId>
  /** Shards that are led here in place of another node: consecutive looks at which that one was fit. */
  private readonly fitLooks = new Map<ShardId, number>()

  constructor(
    host: ReplicaHost,
    driver: RaftDriver,
    self: NodeId,
    skewed: () => ReadonlySet<NodeId>,
  ) {
    this.host = host
    this.driver = driver
    this.self = self
    this.skewed = skewed
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
    if (this.skewed().has(this.self)) {
      this.giveAway()
      return
    }
    let transfers = 0
    for (const [shard, looks] of this.fitLooks) {
      const replica = this.host.replica(shard)
      const isFit =
        replica?.serving === true && this.isFit(replica, replica.descriptor.replicas[0]!.replica)
      this.fitLooks.set(shard, isFit ? looks + 1 : 0)
      if (!isFit || looks + 1 < FIT_LOOKS || transfers >= TRANSFERS_PER_LOOK) continue
      transfers++
      this.fitLooks.set(shard, 0)
      replica.node.transferLeader(replica.descriptor.replicas[0]!.replica)
      this.driver.touch(shard)
    }
  }

  private giveAway(): void {
    let given = 0
    for (const replica of this.host.replicas()) {
      if (!replica.serving || given >= GIVEN_AWAY_PER_LOOK) continue
      const { node, shard } = replica
      const heir = node.confState.voters.find((voter) => this.isFit(replica, voter))
      if (heir === undefined) continue
      given++
      node.transferLeader(heir)
      this.driver.touch(shard)
    }
  }

  /**
   * Whether that replica may lead, lives and has nearly everything. Its node is asked for life, not the core: that forgets at each
   * quorum check who has answered, once per election timeout, and hears nothing at all while the shard sleeps.
   */
  private isFit(replica: KvReplica, id: ReplicaId): boolean {
    const { node } = replica
    const place = replica.nodeOf(id)
    const progress = node.progress.get(id)
    return (
      place !== undefined &&
      place !== this.self &&
      progress !== undefined &&
      progress.state === 'replicate' &&
      !this.skewed().has(place) &&
      this.driver.hears(place) &&
      node.lastIndex - progress.match <= LAG_ENTRIES_MAX
    )
  }
}
