/**
 * Messages for replicas that are not here yet: a shard is split on one node a little sooner than on another, and the child's
 * first vote request must not be lost for that, or it would be without a leader for an election timeout. Few are kept, and for a
 * moment only, and none that is large: Raft repeats what matters.
 */
import type { Clock } from '../base/clock.ts'
import type { ReplicaId, ShardId } from '../base/ids.ts'
import type { RaftEnvelope } from '../net/transport.ts'
import type { Message } from '../raft/index.ts'

const SHARDS_MAX = 64
const MESSAGES_MAX = 8
const KEPT_MS = 1_000
/** Of the entries of one message. */
const BYTES_MAX = 4_096

interface Kept {
  readonly message: Message
  readonly sinceMs: number
}

export class EarlyMessages {
  private readonly clock: Clock
  private readonly byShard = new Map<ShardId, Kept[]>()

  constructor(clock: Clock) {
    this.clock = clock
  }

  keep({ shard, message }: RaftEnvelope): void {
    const bytes = message.entries.reduce((sum, { data }) => sum + data.length, 0)
    if (bytes > BYTES_MAX) return
    let kept = this.byShard.get(shard)
    if (kept === undefined) {
      if (this.byShard.size >= SHARDS_MAX) this.dropOld()
      if (this.byShard.size >= SHARDS_MAX) return
      this.byShard.set(shard, (kept = []))
    }
    kept.push({ message, sinceMs: this.clock.monotonicMs() })
    if (kept.length > MESSAGES_MAX) kept.shift()
  }

  /** What has come for the replica, which is here now. */
  take(shard: ShardId, replica: ReplicaId): readonly Message[] {
    const kept = this.byShard.get(shard) ?? []
    this.byShard.delete(shard)
    return kept
      .filter((one) => this.isFresh(one) && one.message.to === replica)
      .map(({ message }) => message)
  }

  private isFresh({ sinceMs }: Kept): boolean {
    return this.clock.monotonicMs() - sinceMs <= KEPT_MS
  }

  private dropOld(): void {
    for (const [shard, kept] of this.byShard) {
      if (!kept.some((one) => this.isFresh(one))) this.byShard.delete(shard)
    }
  }
}
