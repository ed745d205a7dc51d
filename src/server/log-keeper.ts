/**
 * Decides how much of each shard's log is kept (02, "Log lifecycle"): nothing behind what is durably applied is needed by this
 * node itself; a leader keeps what its followers still lack, a follower some entries in case it leads next. When the
 * node's log is over its budget, everybody keeps only what is not durable yet.
 */
import type { ShardId } from '../base/ids.ts'
import type { RawNode } from '../raft/index.ts'
import type { RaftLog } from '../storage/raft-log.ts'

/** Entries that a follower keeps behind its durably applied index. */
const FOLLOWER_KEEPS = 4096

interface Kept {
  readonly shard: ShardId
  readonly node: RawNode
}

export class LogKeeper {
  private readonly raftLog: RaftLog

  constructor(raftLog: RaftLog) {
    this.raftLog = raftLog
  }

  durablyApplied({ shard, node }: Kept, index: number): void {
    const upTo =
      this.raftLog.bytesOverBudget > 0 ? index : Math.min(index, this.spared(node, index))
    if (upTo > 0) this.raftLog.compact(shard, upTo)
  }

  private spared(node: RawNode, index: number): number {
    if (!node.isLeader) return index - FOLLOWER_KEEPS
    let least = index
    for (const { match } of node.progress.values()) least = Math.min(least, match)
    return least
  }
}
