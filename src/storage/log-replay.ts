/**
 * Rebuilds the shards' logs from the records of all frames, in order.
 *
 * Old files may be gone, and with them the beginning of a shard's records; whatever still counted was written again
 * behind them (03, "Space"). So on the way a log may look stranger than it ever was: entries come before the start that
 * they follow, or a start record comes whose next entries were in a file that is gone, because they are compacted or
 * replaced by later records. What is known of a log is therefore kept apart: the newest start record, and one unbroken
 * run of entries. At the end the run must begin right behind the start. A break inside the run, a start that falls back,
 * or a log that lacks its start means that something is missing.
 */
import { type ByteReader, MalformedBytes } from '../base/bytes.ts'
import type { ReplicaId, ShardId } from '../base/ids.ts'
import type { Entry, HardState } from '../raft/messages.ts'
import { EMPTY_HARD_STATE, ShardLog, type ShardLogContext } from './shard-log.ts'
import { NO_REPLICA, type RecoveredShard, ShardRecords } from './shard-records.ts'
import type { WalFile } from './wal-files.ts'
import {
  type LogPosition,
  readRecords,
  type RecordVisitor,
  type SnapshotMark,
} from './wal-records.ts'

/** Term at the beginning of a run whose start record has not been seen. */
const UNKNOWN_TERM = -1

class ReplayedShard {
  replica = NO_REPLICA
  smallestAcceptable = NO_REPLICA
  /** The newest start record. */
  start: LogPosition | undefined
  /** The run of entries; `undefined` if there is none. Its own start is where the run begins. */
  run: ShardLog | undefined
  hardState: HardState | undefined
  mark: SnapshotMark | undefined
  startFile = 0
  removalFile = 0

  forgetReplica(): void {
    this.replica = NO_REPLICA
    this.start = undefined
    this.run = undefined
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
      const log = found.replica === NO_REPLICA ? undefined : this.finishLog(shard, found)
      records.recovered({ ...takenOver(found), log })
      result.set(shard, records)
    }
    return result
  }

  entry(shard: ShardId, replica: ReplicaId, entry: Entry, offset: number): void {
    const found = this.replicaOf(shard, replica)
    if (entry.index <= (found.start?.index ?? 0)) {
      throw new MalformedBytes(`entry ${entry.index} of shard ${shard} before the start of its log`)
    }
    found.run ??= this.makeLog(shard, found, { index: entry.index - 1, term: UNKNOWN_TERM })
    if (entry.index !== found.run.lastIndex() + 1) {
      throw new MalformedBytes(
        `entry ${entry.index} of shard ${shard} behind ${found.run.lastIndex()}`,
      )
    }
    found.run.recover(entry, this.generation, offset)
  }

  hardState(shard: ShardId, replica: ReplicaId, state: HardState): void {
    const found = this.replicaOf(shard, replica)
    found.hardState = state
  }

  logStart(shard: ShardId, replica: ReplicaId, position: LogPosition): void {
    const found = this.replicaOf(shard, replica)
    if (position.index < (found.start?.index ?? 0)) {
      throw new MalformedBytes(
        `the log of shard ${shard} starts behind ${position.index} after ${found.start!.index}`,
      )
    }
    found.start = position
    found.startFile = this.generation
    const { run } = found
    if (run === undefined) return
    if (position.index >= run.lastIndex()) found.run = undefined
    else if (position.index >= run.firstIndex()) run.startBehind(position)
  }

  truncate(shard: ShardId, replica: ReplicaId, lastKept: number): void {
    const found = this.replicaOf(shard, replica)
    const { run } = found
    if (run === undefined) return
    if (lastKept >= run.firstIndex()) run.truncateTo(lastKept)
    else found.run = undefined
  }

  snapshotMark(shard: ShardId, replica: ReplicaId, mark: SnapshotMark): void {
    const found = this.replicaOf(shard, replica)
    found.mark = mark
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

  private finishLog(shard: ShardId, found: ReplayedShard): ShardLog {
    const { start, run, hardState, mark } = found
    if (start === undefined || (run !== undefined && run.firstIndex() !== start.index + 1)) {
      throw new MalformedBytes(`the start of the log of shard ${shard} is missing`)
    }
    const log = run ?? this.makeLog(shard, found, start)
    log.startBehind(start)
    const { commit } = hardState ?? EMPTY_HARD_STATE
    if (commit > log.lastIndex()) {
      throw new MalformedBytes(
        `the log of shard ${shard} ends at ${log.lastIndex()}, before its commit index ${commit}`,
      )
    }
    if (hardState !== undefined) log.setHardState(hardState)
    log.setMark(mark)
    return log
  }

  private makeLog(shard: ShardId, found: ReplayedShard, start: LogPosition): ShardLog {
    return new ShardLog(this.context, shard, found.replica, start)
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

function takenOver(found: ReplayedShard): Omit<RecoveredShard, 'log'> {
  const { replica, smallestAcceptable, start, startFile, removalFile } = found
  return { replica, smallestAcceptable, start, startFile, removalFile }
}
