/**
 * What a shard has promised (05, "Commit"): the prepare records of transactions whose outcome is not known here, and the
 * locks that follow from them. A record is a yes vote; it is never dropped before its outcome, whatever expires
 * meanwhile, because somebody may already have been told "committed".
 */
import { assert } from '../base/assert.ts'
import { operationKey, type OperationId, type Timestamp } from '../base/ids.ts'
import { OperationMap } from '../base/operation-map.ts'
import { LockTable, type Footprint } from './locks.ts'
import type { Participant, ParticipantAnswer, PrepareRecord } from './types.ts'
import { sameParticipants } from './votes.ts'

export class PreparedTransactions {
  readonly locks = new LockTable()
  private readonly records = new OperationMap<PrepareRecord>()
  /** Promises that have no row. Most are kept or void before one is written: they never need one. */
  private unwritten = new Set<PrepareRecord>()
  /** Ids whose rows are to go. */
  private voided: OperationId[] = []

  get size(): number {
    return this.records.size
  }

  find(id: OperationId): PrepareRecord | undefined {
    return this.records.get(id)
  }

  all(): Generator<PrepareRecord> {
    return this.records.values()
  }

  /** Keeps a new promise and takes its locks. */
  hold(record: PrepareRecord): void {
    this.restore(record)
    this.unwritten.add(record)
  }

  /** A record that was read back from its row. */
  restore(record: PrepareRecord): void {
    const { id } = record
    assert(!this.records.has(id), () => `transaction ${operationKey(id)} prepares twice`)
    this.records.set(id, record)
    this.locks.acquire(record, footprintOf(record))
  }

  /** The outcome is known: the promise is kept or void. Returns the locks that are free now. */
  release(record: PrepareRecord): Footprint {
    const { id } = record
    assert(this.records.delete(id), () => `transaction ${operationKey(id)} is not prepared`)
    if (!this.unwritten.delete(record)) this.voided.push(id)
    const footprint = this.locks.release(id)
    assert(footprint !== undefined, () => `transaction ${operationKey(id)} held no locks`)
    return footprint
  }

  /** Hands out each id whose row must be deleted or written (`record` given) since the last call, in that order. */
  drainChanges(visit: (id: OperationId, record: PrepareRecord | undefined) => void): void {
    for (const id of this.voided) visit(id, undefined)
    for (const record of this.unwritten) visit(record.id, record)
    this.voided = []
    this.unwritten = new Set()
  }
}

/** The locks that a prepare record stands for. */
function footprintOf(record: PrepareRecord): Footprint {
  return { writes: record.intents, reads: record.reads, ranges: record.ranges }
}

/**
 * The vote that a record stands for, repeated as often as it is asked for. Under another list it is no vote: the asker
 * gets the record's list and recovers by that. An empty list (a client that asks by keys) accepts any.
 */
export function voteOf(record: PrepareRecord, asked: readonly Participant[]): ParticipantAnswer {
  const { participants, succeeded, stamp, leastExpiry, results } = record
  if (asked.length > 0 && !sameParticipants(asked, participants)) {
    return { kind: 'other-list', participants }
  }
  return { kind: 'prepared', stamp, leastExpiry, participants, succeeded, results }
}

/** The lesser of two expiries, where 0 means never. */
export function lesserExpiry(a: Timestamp, b: Timestamp): Timestamp {
  if (a === 0) return b
  if (b === 0) return a
  return a < b ? a : b
}
