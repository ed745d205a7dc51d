/**
 * The replicated log of a shard's recent conflicts, for `kvctl why KEY` (04, "What the client learns"): each one met at
 * apply, resolved or refused, with its full explanation. Bounded in bytes by dropping the oldest; the bound is part of
 * the evaluation version, since apply may read no configuration. In memory only the rows' places and sizes, and those
 * rows that the engine may not have yet.
 *
 * What a transaction over several shards resolved is logged when it commits, not when it is prepared: else the log
 * would tell of merges that never happened.
 */
import type { OperationId, Segment, ShardId, Timestamp } from '../base/ids.ts'
import type { Row } from '../storage/engine.ts'
import type { WriteBatch } from '../storage/write-batch.ts'
import type { MetConflict } from '../txn/types.ts'
import { conflictKey, shardTableBounds, underShard, type KeyBounds } from './keys.ts'
import { encodeConflict } from './conflict-codec.ts'

const LOG_BYTES_MAX = 256 * 1024

/** What the log keeps of one conflict. */
export interface ConflictRecord extends MetConflict {
  /** Stamp of the command that refused the write, or by which what was resolved took effect. */
  readonly at: Timestamp
  /** The operation that met it. */
  readonly id: OperationId
}

interface Place {
  readonly key: Buffer
  readonly bytes: number
}

export class ConflictLog {
  private readonly segment: Segment
  private readonly shard: ShardId
  /** Oldest first, from `first` on. */
  private places: Place[] = []
  private first = 0
  private bytes = 0
  /** Rows since the last seal. */
  private added: Row[] = []
  /** Rows in batches that the engine has not confirmed, by the batch's number. */
  private sealed: { readonly sequence: number; readonly rows: readonly Row[] }[] = []
  private dropped: Buffer[] = []

  constructor(segment: Segment, shard: ShardId) {
    this.segment = segment
    this.shard = shard
  }

  /** Bytes of all rows: the same on every replica. */
  get size(): number {
    return this.bytes
  }

  /** Where the engine keeps the rows. */
  get bounds(): KeyBounds {
    return shardTableBounds('conflicts', this.segment, this.shard)
  }

  /** Records must come in the order of their rows. */
  add(record: ConflictRecord): void {
    const value = encodeConflict(record)
    const key = conflictKey(this.segment, this.shard, record.at, record.keyspace, record.key)
    this.added.push({ key, value })
    this.keep({ key, bytes: key.length + value.length })
    while (this.bytes > LOG_BYTES_MAX && this.places.length - this.first > 1) this.dropOldest()
  }

  private keep(place: Place): void {
    this.places.push(place)
    this.bytes += place.bytes
  }

  private dropOldest(): void {
    const place = this.places[this.first]!
    this.first += 1
    this.bytes -= place.bytes
    this.dropped.push(place.key)
    if (this.first > 256 && this.first * 2 > this.places.length) {
      this.places = this.places.slice(this.first)
      this.first = 0
    }
  }

  seal(sequence: number, batch: WriteBatch): void {
    for (const { key, value } of this.added) batch.put(key, value)
    for (const key of this.dropped) batch.delete(key)
    if (this.added.length > 0) this.sealed.push({ sequence, rows: this.added })
    this.added = []
    this.dropped = []
  }

  /** The engine has all batches up to number `sequence`. */
  cleanUpTo(sequence: number): void {
    while (this.sealed.length > 0 && this.sealed[0]!.sequence <= sequence) this.sealed.shift()
  }

  /**
   * The log of a shard that is split off, with copies of all rows.
   * @param rows this log's, as `whole` says
   */
  copyFor(shard: ShardId, rows: readonly Row[]): ConflictLog {
    const copy = new ConflictLog(this.segment, shard)
    for (const { key, value } of rows) {
      const ownKey = underShard(key, shard)
      copy.added.push({ key: ownKey, value })
      copy.keep({ key: ownKey, bytes: key.length + value.length })
    }
    return copy
  }

  load(rows: readonly Row[]): void {
    for (const { key, value } of rows) this.keep({ key, bytes: key.length + value.length })
  }

  /** Rows that the engine may not have, oldest first. */
  unwritten(): readonly Row[] {
    return [...this.sealed.flatMap(({ rows }) => rows), ...this.added]
  }

  /**
   * All rows of the log, oldest first, as of when `unwritten` was asked: those and what the engine had at any time
   * after. Rows that the log has dropped meanwhile are left out.
   */
  whole(stored: readonly Row[], unwritten: readonly Row[]): Row[] {
    const oldest = this.places[this.first]?.key
    if (oldest === undefined) return []
    const rows = new Map<string, Row>()
    for (const row of [...stored, ...unwritten]) {
      if (row.key.compare(oldest) >= 0) rows.set(row.key.toString('latin1'), row)
    }
    return [...rows.values()].sort((a, b) => a.key.compare(b.key))
  }
}
