/**
 * The replicated log of a shard's recent conflicts, for `kvctl why KEY` (04, "What the client learns"): each one met at
 * apply, resolved or refused, with its full explanation. Bounded in bytes by dropping the oldest; the bound is part of
 * the evaluation version, since apply may read no configuration. In memory only the rows' places and sizes.
 */
import type { Key, KeyspaceId, Segment, ShardId, Timestamp } from '../base/ids.ts'
import type { Row } from '../storage/engine.ts'
import type { WriteBatch } from '../storage/write-batch.ts'
import type { ConflictExplanation, WriteOutcome } from '../versions/version.ts'
import { conflictKey } from './keys.ts'
import { encodeConflict } from './conflict-codec.ts'

const LOG_BYTES_MAX = 256 * 1024

/** What the log keeps of one conflict. */
export interface ConflictRecord {
  readonly at: Timestamp
  readonly keyspace: KeyspaceId
  readonly key: Key
  /** How it was resolved; undefined = the write was refused. */
  readonly outcome: WriteOutcome | undefined
  readonly explanation: ConflictExplanation
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
  private added: { readonly key: Buffer; readonly value: Buffer }[] = []
  private dropped: Buffer[] = []

  constructor(segment: Segment, shard: ShardId) {
    this.segment = segment
    this.shard = shard
  }

  /** Bytes of all rows: the same on every replica. */
  get size(): number {
    return this.bytes
  }

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

  seal(batch: WriteBatch): void {
    for (const { key, value } of this.added) batch.put(key, value)
    for (const key of this.dropped) batch.delete(key)
    this.added = []
    this.dropped = []
  }

  load(rows: readonly Row[]): void {
    for (const { key, value } of rows) this.keep({ key, bytes: key.length + value.length })
  }
}
