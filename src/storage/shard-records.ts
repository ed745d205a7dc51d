/**
 * What the log's records say of one shard, those included that are still on their way to disk, and in which file the
 * newest durable record of each kind is. From this the records are encoded (an append that overlaps needs a truncation
 * first), and written again when the file that holds them is to be freed.
 */
import { assert } from '../base/assert.ts'
import type { ByteWriter } from '../base/bytes.ts'
import { type ReplicaId, replicaId, type ShardId } from '../base/ids.ts'
import { type Entry, type HardState, NONE } from '../raft/messages.ts'
import { EMPTY_HARD_STATE, type ShardLog } from './shard-log.ts'
import {
  type LogPosition,
  type SnapshotMark,
  writeEntries,
  writeHardState,
  writeLogStart,
  writeReplicaRemoved,
  writeSnapshotMark,
  writeTruncate,
} from './wal-records.ts'

/** No replica, or no replica was ever removed. */
export const NO_REPLICA = replicaId(0)

export class ShardRecords {
  readonly shard: ShardId
  /** The durable log; `undefined` before its start is durable and after its removal is. */
  log: ShardLog | undefined
  /** Appends submitted and not durable yet. */
  pending = 0

  /** The replica that hosts the log; `NO_REPLICA` when there is none. */
  replica = NO_REPLICA
  /** Smallest replica id that may still come. */
  smallestAcceptable = NO_REPLICA
  private start: LogPosition = { index: 0, term: 0 }
  private last = 0
  private hardState: HardState = EMPTY_HARD_STATE
  private mark: SnapshotMark | undefined
  /** The start as the newest record has it; compaction moves `start` on without a record. */
  private recordedStart = 0

  /** File generations of the newest durable start or mark, and removal; 0 if there is none. */
  private startFile = 0
  private removalFile = 0

  constructor(shard: ShardId) {
    this.shard = shard
  }

  // Encoding. Each writes records and takes their effect into account for the next ones.

  encodeStart(writer: ByteWriter, replica: ReplicaId, position: LogPosition): void {
    assert(this.replica === NO_REPLICA, () => `shard ${this.shard} has a log already`)
    assert(
      replica > NO_REPLICA && replica >= this.smallestAcceptable,
      () => `replica ${replica} of shard ${this.shard} was removed for good`,
    )
    this.replica = replica
    this.start = position
    this.last = position.index
    this.recordedStart = position.index
    this.hardState = EMPTY_HARD_STATE
    this.mark = undefined
    writeLogStart(writer, this.shard, replica, position)
  }

  encodeMark(writer: ByteWriter, mark: SnapshotMark): void {
    this.assertHosted()
    assert(
      mark.index > this.start.index,
      () =>
        `snapshot at ${mark.index} of shard ${this.shard}, log starts behind ${this.start.index}`,
    )
    if (this.last > this.start.index) {
      writeTruncate(writer, this.shard, this.replica, this.start.index)
    }
    writeSnapshotMark(writer, this.shard, this.replica, mark)
    this.start = { index: mark.index, term: mark.term }
    this.last = mark.index
    this.recordedStart = mark.index
    this.mark = mark
  }

  encodeEntries(writer: ByteWriter, entries: readonly Entry[], offsets: number[]): void {
    this.assertHosted()
    const first = entries[0]!.index
    const last = first + entries.length - 1
    assert(
      first > this.hardState.commit && first > this.start.index && first <= this.last + 1,
      () =>
        `entries from ${first} of shard ${this.shard}: start ${this.start.index}, commit ${this.hardState.commit}, ` +
        `last ${this.last}`,
    )
    assert(entries[entries.length - 1]!.index === last, 'entries with gaps')
    if (first <= this.last) writeTruncate(writer, this.shard, this.replica, first - 1)
    writeEntries(writer, this.shard, this.replica, entries, offsets)
    this.last = last
  }

  encodeHardState(writer: ByteWriter, state: HardState): void {
    this.assertHosted()
    assert(
      state.term >= this.hardState.term && state.commit <= this.last,
      () =>
        `hard state term ${state.term} commit ${state.commit} of shard ${this.shard}: had term ` +
        `${this.hardState.term}, last entry ${this.last}`,
    )
    assert(
      state.term > this.hardState.term ||
        this.hardState.vote === NONE ||
        state.vote === this.hardState.vote,
      () => `shard ${this.shard} votes for ${state.vote} and ${this.hardState.vote} in one term`,
    )
    this.hardState = state
    writeHardState(writer, this.shard, this.replica, state)
  }

  encodeRemoval(writer: ByteWriter, smallestAcceptable: ReplicaId): void {
    assert(
      smallestAcceptable > this.replica && smallestAcceptable >= this.smallestAcceptable,
      () =>
        `removal of replicas below ${smallestAcceptable} of shard ${this.shard}: has ${this.replica}`,
    )
    this.smallestAcceptable = smallestAcceptable
    this.replica = NO_REPLICA
    this.mark = undefined
    writeReplicaRemoved(writer, this.shard, smallestAcceptable)
  }

  // What happens without a record.

  compactTo(position: LogPosition): void {
    if (position.index > this.start.index) this.start = position
  }

  forgetMark(index: number): void {
    if (this.mark !== undefined && this.mark.index <= index) this.mark = undefined
  }

  // Space.

  /** The newest records of these kinds are durable in the file with this generation. */
  noteDurable(kinds: DurableKinds, generation: number): void {
    if (kinds.start === true) this.startFile = generation
    if (kinds.removal === true) this.removalFile = generation
  }

  /** Whether something besides entries must be written again before files up to `generation` may go. */
  needsRewrite(generation: number): boolean {
    if (this.smallestAcceptable !== NO_REPLICA && this.removalFile <= generation) return true
    if (this.replica === NO_REPLICA) return false
    // Hard state and mark are never in an older file than the start: they are written with it or after it.
    return this.recordedStart !== this.start.index || this.startFile <= generation
  }

  /** Writes again all that is not an entry. */
  encodeRewrite(writer: ByteWriter): DurableKinds {
    const removal = this.smallestAcceptable !== NO_REPLICA
    if (removal) writeReplicaRemoved(writer, this.shard, this.smallestAcceptable)
    if (this.replica === NO_REPLICA) return { removal }
    if (this.mark !== undefined) {
      writeSnapshotMark(writer, this.shard, this.replica, this.mark)
    }
    writeLogStart(writer, this.shard, this.replica, this.start)
    writeHardState(writer, this.shard, this.replica, this.hardState)
    this.recordedStart = this.start.index
    return { removal, start: true }
  }

  /** Writes the whole log again: `entries` are all of its entries. */
  encodeMove(writer: ByteWriter, entries: readonly Entry[], offsets: number[]): DurableKinds {
    assert(this.pending === 0, 'a log moves only while nothing of it is on its way')
    assert(
      entries[0]?.index === this.start.index + 1 && entries.length === this.last - this.start.index,
      () => `move of ${entries.length} entries of shard ${this.shard}, which ends at ${this.last}`,
    )
    writeTruncate(writer, this.shard, this.replica, this.start.index)
    const kinds = this.encodeRewrite(writer)
    writeEntries(writer, this.shard, this.replica, entries, offsets)
    return kinds
  }

  private assertHosted(): void {
    assert(this.replica !== NO_REPLICA, () => `no log of shard ${this.shard}`)
  }

  // Recovery.

  /** Takes over what replay found: from here on the log is the truth. */
  recovered(found: RecoveredShard): void {
    this.log = found.log
    this.replica = found.replica
    this.smallestAcceptable = found.smallestAcceptable
    if (found.start !== undefined) this.start = found.start
    this.recordedStart = this.start.index
    this.last = found.log?.lastIndex() ?? 0
    this.hardState = found.log?.hardState() ?? EMPTY_HARD_STATE
    this.mark = found.log?.snapshotMark()
    this.startFile = found.startFile
    this.removalFile = found.removalFile
  }
}

/** Which records a frame brought: a start (or a mark, which is one), a removal. */
export interface DurableKinds {
  readonly start?: boolean
  readonly removal?: boolean
}

/** A shard as replay leaves it. */
export interface RecoveredShard {
  readonly log: ShardLog | undefined
  readonly replica: ReplicaId
  readonly smallestAcceptable: ReplicaId
  readonly start: LogPosition | undefined
  readonly startFile: number
  readonly removalFile: number
}
