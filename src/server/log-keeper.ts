/**
 * Decides how much of each shard's log is kept (02, "Log lifecycle"): nothing behind what is durably applied is needed by this
 * node itself; a leader keeps what its followers still lack, a follower some entries in case it leads next. When the
 * node's log is over its budget, the shards that keep the most give that up, a few at a time until it is not: whoever lacked
 * it gets a snapshot.
 */
import type { ShardId } from '../base/ids.ts'
import type { RawNode } from '../raft/index.ts'
import type { RaftLog } from '../storage/raft-log.ts'
import type { ShardLog } from '../storage/shard-log.ts'

/** Entries that a follower keeps behind its durably applied index. */
const FOLLOWER_KEEPS = 4096
/** Shards that give up what they spare, at one look. */
const GIVEN_UP_PER_LOOK = 8

interface Kept {
  readonly shard: ShardId
  readonly node: RawNode
}

interface Sparing {
  readonly log: ShardLog | undefined
  /** Durably applied index. */
  readonly index: number
}

export class LogKeeper {
  private readonly raftLog: RaftLog
  /** Shards that keep more than they need. */
  private readonly sparing = new Map<ShardId, Sparing>()

  constructor(raftLog: RaftLog) {
    this.raftLog = raftLog
  }

  durablyApplied({ shard, node }: Kept, index: number): void {
    const upTo = Math.min(index, this.spared(node, index))
    if (upTo < index) this.sparing.set(shard, { log: this.raftLog.findShard(shard), index })
    else this.sparing.delete(shard)
    if (upTo > 0) this.raftLog.compact(shard, upTo)
  }

  /** Once a second. What pins the oldest file goes first: before it is free, nothing else is. */
  enforceBudget(): void {
    const { raftLog, sparing } = this
    if (raftLog.bytesOverBudget === 0 || sparing.size === 0) return
    const laggards = raftLog
      .largestLaggards(Infinity)
      .filter(({ shard }) => sparing.has(shard))
      .sort((a, b) => Number(b.pinsOldest) - Number(a.pinsOldest))
    for (const { shard } of laggards.slice(0, GIVEN_UP_PER_LOOK)) {
      const { log, index } = sparing.get(shard)!
      sparing.delete(shard)
      // Not where another replica has come in that one's place.
      if (raftLog.findShard(shard) === log) raftLog.compact(shard, index)
    }
  }

  private spared(node: RawNode, index: number): number {
    if (!node.isLeader) return index - FOLLOWER_KEEPS
    let least = index
    for (const { match } of node.progress.values()) least = Math.min(least, match)
    return least
  }
}
