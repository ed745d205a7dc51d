/**
 * About how many bytes each shard that is led here has in the engine, for lists, balancing and splits (06). Asking the engine
 * is cheap but not free, so only shards that had something to do are looked at, a few at a time, at the pace of heartbeats;
 * small changes are no news.
 */
import type { ShardId } from '../base/ids.ts'
import { versionRanges } from '../shard/digest.ts'
import type { Engine } from '../storage/engine.ts'
import type { KvReplica } from './kv-replica.ts'

/** Shards looked at in one round; the others have their turn in the next ones. */
const LOOKS_PER_ROUND = 16
/** Changes below this, or below this share of what was known, are no news. */
const NEWS_BYTES = 1 << 16
const NEWS_SHARE = 1 / 16

export class ShardSizes {
  private readonly engine: Pick<Engine, 'approximateSize'>
  private readonly replicaOf: (shard: ShardId) => KvReplica | undefined
  /** In the order in which they are looked at. */
  private readonly due = new Set<ShardId>()
  private readonly bytes = new Map<ShardId, number>()
  private news: KvReplica[] = []
  private looking = false

  constructor(
    engine: Pick<Engine, 'approximateSize'>,
    replicaOf: (shard: ShardId) => KvReplica | undefined,
  ) {
    this.engine = engine
    this.replicaOf = replicaOf
  }

  /** As last measured; 0 = not measured yet. */
  bytesOf(shard: ShardId): number {
    return this.bytes.get(shard) ?? 0
  }

  /** Something happened to the shard: look at it when it is its turn. */
  note({ shard }: KvReplica): void {
    this.due.add(shard)
  }

  /** Replicas whose size has changed since the last call. */
  takeNews(): readonly KvReplica[] {
    const { news } = this
    this.news = []
    return news
  }

  /** One round. Resolves when it is done; rounds do not overlap. */
  async look(): Promise<void> {
    if (this.looking) return
    this.looking = true
    try {
      let looks = 0
      for (const shard of this.due) {
        this.due.delete(shard)
        const replica = this.replicaOf(shard)
        if (replica === undefined) this.bytes.delete(shard)
        if (replica?.serving !== true) continue
        await this.measure(replica)
        if (++looks >= LOOKS_PER_ROUND) break
      }
    } catch {
      // The node stops, or the engine fails, of which others hear too.
    } finally {
      this.looking = false
    }
  }

  private async measure(replica: KvReplica): Promise<void> {
    const { shard, machine } = replica
    const ranges = versionRanges(machine.internals.meta())
    const sizes = await Promise.all(
      ranges.map(({ gte, lt }) => this.engine.approximateSize(gte, lt)),
    )
    const bytes = sizes.reduce((sum, size) => sum + size, 0)
    const known = this.bytes.get(shard)
    const threshold = Math.max(NEWS_BYTES, (known ?? 0) * NEWS_SHARE)
    if (known !== undefined && Math.abs(bytes - known) < threshold) return
    this.bytes.set(shard, bytes)
    this.news.push(replica)
  }
}
