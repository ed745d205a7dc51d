/**
 * Rebuilds the shards' logs from the records of all frames, in order.
 *
 * Old files may be gone, and with them the beginning of a shard's records; whatever was still needed has been written
 * again behind them (03, "Space"). So entries may come before the log start that they follow: such a log is provisional
 * until a start record names the term it begins behind. A log that is still provisional at the end, or a record that
 * does not follow from the ones before, means that something is missing.
 */
import { type ByteReader, MalformedBytes } from '../base/bytes.ts'
import type { ReplicaId, ShardId } from '../base/ids.ts'
import type { Entry, HardState } from '../raft/messages.ts'
import { ShardLog, type ShardLogContext } from './shard-log.ts'
import { NO_REPLICA, type RecoveredShard, ShardRecords } from './shard-records.ts'
import type { WalFile } from './wal-files.ts'
import {
  type LogPosition,
  readRecords,
  type RecordVisitor,
  type SnapshotMark,
} from './wal-records.ts'

/** Term of a provisional start. */
const UNKNOWN_TERM = -1

class ReplayedShard implements RecoveredShard {
  replica = NO_REPLICA
  smallestAcceptable = NO_REPLICA
  log: ShardLog | undefined
  /** `undefined`: no entry and no start has been seen. */
  start: LogPosition | undefined
  hardState: HardState | undefined
  mark: SnapshotMark | undefined
  startFile = 0
  hardStateFile = 0
  markFile = 0
  removalFile = 0

  get isProvisional(): boolean {
    return this.start === undefined || this.start.term === UNKNOWN_TERM
  }

  forgetReplica(): void {
    this.log?.clear()
    this.replica = NO_REPLICA
    this.log = undefined
    this.start = undefined
    this.hardState = undefined
    this.mark = undefined
  }
}

export class LogReplay implements RecordVisitor {
  private readonly context: ShardLogContext
  private readonly shards = new Map<ShardId, ReplayedShard>()
  private generation = 0
  private freed = 0

  constructor(context: ShardLogContext) {
    this.context = context
  }

  /** Files up to this generation have been declared free. */
  get freedThrough(): number {
    return this.freed
  }

  replay(records: ByteReader, file: WalFile): void {
    this.generation = file.generation
    readRecords(records, this)
  }

  /** What all records together say. Throws `MalformedBytes` if something is missing. */
  finish(): Map<ShardId, ShardRecords> {
    const result = new Map<ShardId, ShardRecords>()
    for (const [shard, found] of this.shards) {
      const records = new ShardRecords(shard)
      const { log, start } = found
      if (found.replica !== NO_REPLICA) {
        if (log === undefined || start === undefined || found.isProvisional) {
          throw new MalformedBytes(`the start of the log of shard ${shard} is missing`)
        }
        const commit = found.hardState?.commit ?? 0
        if (commit > log.lastIndex()) {
          throw new MalformedBytes(
            `the log of shard ${shard} ends at ${log.lastIndex()}, before its commit index ${commit}`,
          )
        }
        if (found.hardState !== undefined) log.setHardState(found.hardState)
        log.setMark(found.mark)
      }
      records.recovered(found)
      result.set(shard, records)
    }
    return result
  }

  entry(shard: ShardId, replica: ReplicaId, entry: Entry, offset: number): void {
    const found = this.replicaOf(shard, replica)
    if (found.start === undefined) {
      this.begin(shard, found, { index: entry.index - 1, term: UNKNOWN_TERM })
    }
    const log = found.log!
    if (entry.index !== log.lastIndex() + 1) {
      throw new MalformedBytes(`entry ${entry.index} of shard ${shard} behind ${log.lastIndex()}`)
    }
    log.recover(entry, this.generation, offset)
  }

  hardState(shard: ShardId, replica: ReplicaId, state: HardState): void {
    const found = this.replicaOf(shard, replica)
    found.hardState = state
    found.hardStateFile = this.generation
  }

  logStart(shard: ShardId, replica: ReplicaId, position: LogPosition): void {
    const found = this.replicaOf(shard, replica)
    found.startFile = this.generation
    if (found.start === undefined) {
      this.begin(shard, found, position)
      return
    }
    if (position.index < found.start.index) {
      throw new MalformedBytes(
        `log of shard ${shard} starts behind ${position.index}, its entries only behind ${found.start.index}`,
      )
    }
    found.start = position
    found.log!.startBehind(position)
  }

  truncate(shard: ShardId, replica: ReplicaId, lastKept: number): void {
    const found = this.replicaOf(shard, replica)
    if (found.start === undefined) return
    if (lastKept >= found.start.index) found.log!.truncateTo(lastKept)
    else if (found.isProvisional) {
      found.log!.clear()
      found.log = undefined
      found.start = undefined
    } else {
      throw new MalformedBytes(
        `truncation of shard ${shard} to ${lastKept}, log starts behind ${found.start.index}`,
      )
    }
  }

  snapshotMark(shard: ShardId, replica: ReplicaId, mark: SnapshotMark): void {
    const found = this.replicaOf(shard, replica)
    found.mark = mark
    found.markFile = this.generation
    // A mark that is written again may be behind the start that follows it.
    if (found.start === undefined || mark.index > found.start.index) {
      this.logStart(shard, replica, { index: mark.index, term: mark.term })
    }
  }

  replicaRemoved(shard: ShardId, smallestAcceptable: ReplicaId): void {
    const found = this.shardOf(shard)
    found.removalFile = this.generation
    if (smallestAcceptable < found.smallestAcceptable) {
      throw new MalformedBytes(`removed replicas of shard ${shard} come back`)
    }
    found.smallestAcceptable = smallestAcceptable
    if (found.replica < smallestAcceptable) found.forgetReplica()
  }

  filesFreed(generation: number): void {
    this.freed = Math.max(this.freed, generation)
  }

  private begin(shard: ShardId, found: ReplayedShard, start: LogPosition): void {
    found.start = start
    found.log = new ShardLog(this.context, shard, found.replica, start)
  }

  private shardOf(shard: ShardId): ReplayedShard {
    let found = this.shards.get(shard)
    if (found === undefined) {
      found = new ReplayedShard()
      this.shards.set(shard, found)
    }
    return found
  }

  private replicaOf(shard: ShardId, replica: ReplicaId): ReplayedShard {
    const found = this.shardOf(shard)
    if (found.replica === NO_REPLICA && replica >= found.smallestAcceptable) found.replica = replica
    if (found.replica !== replica) {
      throw new MalformedBytes(
        `record of replica ${replica} of shard ${shard}, which has replica ${found.replica}`,
      )
    }
    return found
  }
}
