/**
 * The outcome table (05, "One identity for every write"): what became of each operation id, so that a logical write
 * takes effect once, however often and in whatever order its copies arrive. Every write path asks at apply, in this
 * order: is the id known, is it below the client's low-water mark, has it expired; only then is it evaluated.
 *
 * When a record goes is a function of replicated state alone, so that replicas agree though they clean up at different
 * times: it is *over* once its sequence lies below the client's mark or shard time (stamps, never the ceiling) has
 * passed its expiry; that of a cross-shard commit only if it has been forgotten too (every participant applied it). A
 * mark is over when shard time has passed the greatest expiry seen from its client. What is over does not count,
 * whether or not it still lies in memory or in a row.
 *
 * Persistence: one row per applied entry with the records it made, written at the next `seal`; a record that is over by
 * then never reaches a row, and a row without records is deleted. Rows may hold records that are over; loading skips
 * them. Only `forget` has to rewrite a row, as nothing else tells that a commit was forgotten.
 */
import { assert } from '../base/assert.ts'
import {
  timestamp,
  type OperationId,
  type Segment,
  type ShardId,
  type Timestamp,
} from '../base/ids.ts'
import type { WriteBatch } from '../storage/write-batch.ts'
import type { Row } from '../storage/engine.ts'
import { rangeContains, type TokenRange } from './descriptor.ts'
import { decodeMarkKey, decodeOutcomeKey, markKey, outcomeKey } from './keys.ts'
import {
  decodeMark,
  decodeOutcomes,
  encodeMark,
  encodeOutcomes,
  type Outcome,
} from './outcome-rows.ts'

/** Estimated bytes of a record with its place in maps and row. */
const RECORD_BYTES = 260
const CLIENT_BYTES = 500
const PARTICIPANT_BYTES = 40
/** Clean-up works through buckets of this much shard time. */
const BUCKET_MICROS = 1_000_000
/** Marks live a little longer than they must, so that their rows change less often. */
const MARK_EXPIRY_STEP_MICROS = 10_000_000

interface OutcomeRecord {
  readonly client: ClientState
  readonly sequence: number
  readonly expiry: Timestamp
  readonly outcome: Outcome
  readonly row: OutcomeRow
  readonly slot: number
  forgotten: boolean
}

interface OutcomeRow {
  readonly index: number
  /** undefined = dropped. */
  readonly records: (OutcomeRecord | undefined)[]
  live: number
  /** Whether the engine has, or is about to get, a row of this index. */
  stored: boolean
  /** Waits for `seal`. */
  changed: boolean
}

interface ClientState {
  readonly name: string
  mark: number
  greatestExpiry: Timestamp
  readonly records: Map<number, OutcomeRecord>
  /** Mark or greatest expiry changed since the last `seal`. */
  changed: boolean
  stored: boolean
  /** Whether a clean-up bucket holds it. */
  watched: boolean
}

/** A record for whoever wants to see all that counts, e.g. the digest. */
export interface OutcomeView {
  readonly client: string
  readonly sequence: number
  readonly expiry: Timestamp
  readonly outcome: Outcome
  readonly forgotten: boolean
}

/** A commit over several shards whose `forget` has not come. */
export interface UnforgottenCommit {
  readonly id: OperationId
  readonly outcome: Extract<Outcome, { kind: 'committed' }>
}

export class OutcomeTable {
  private readonly segment: Segment
  private readonly shard: ShardId
  private readonly clients = new Map<string, ClientState>()
  private changedRows: OutcomeRow[] = []
  private changedClients: ClientState[] = []
  /** By the bucket in which all of a row's records will have expired. */
  private readonly rowBuckets = new Map<number, OutcomeRow[]>()
  private readonly clientBuckets = new Map<number, ClientState[]>()
  /** Cross-shard commits that some participant may not have applied, oldest record first. */
  private readonly unforgotten = new Set<OutcomeRecord>()
  private sweptBucket = 0
  private currentRow: OutcomeRow | undefined
  private estimatedBytes = 0
  private greatestExpiry = timestamp(0)

  constructor(segment: Segment, shard: ShardId) {
    this.segment = segment
    this.shard = shard
  }

  /** Estimated bytes in memory, for `outcomes.max-bytes`. */
  get bytes(): number {
    return this.estimatedBytes
  }

  /** The greatest expiry of all marks and records there are, about; 0 = there are none. */
  get latestExpiry(): Timestamp {
    return this.clients.size === 0 ? timestamp(0) : this.greatestExpiry
  }

  /** What was recorded for the id; undefined if nothing, or if it no longer counts at `shardTime`. */
  find(id: OperationId, shardTime: Timestamp): Outcome | undefined {
    const record = this.clients.get(id.client)?.records.get(id.sequence)
    return record === undefined || this.isOver(record, shardTime) ? undefined : record.outcome
  }

  /** Whether the client has said that it saw the outcome of this id. */
  isAnswered(id: OperationId, shardTime: Timestamp): boolean {
    const client = this.clients.get(id.client)
    return client !== undefined && id.sequence < markAt(client, shardTime)
  }

  /**
   * Records what became of an id that is not known yet, as an effect of log entry `index`. `lowWater` is what the
   * command says the client has seen; 0 where it says nothing.
   */
  record(
    index: number,
    id: OperationId,
    lowWater: number,
    outcome: Outcome,
    shardTime: Timestamp,
  ): void {
    const client = this.clientOf(id, lowWater, shardTime)
    const stale = client.records.get(id.sequence)
    if (stale !== undefined) {
      assert(this.isOver(stale, shardTime), () => `outcome of ${id.client}/${id.sequence} twice`)
      this.drop(stale)
    }
    const record = this.addRecord(this.rowOf(index), client, id, outcome, false)
    // A client may claim to have seen what it is only now asking for.
    if (this.isOver(record, shardTime)) this.drop(record)
  }

  /**
   * A command that has made no record of its id yet says what the client has seen: a promise becomes an outcome only at its end. Where
   * transactions over several shards are all that a client does, nothing else says it, and all their outcomes would stay until they expire.
   */
  seen(id: OperationId, lowWater: number, shardTime: Timestamp): void {
    this.clientOf(id, lowWater, shardTime)
  }

  /** Every participant of this cross-shard commit has applied it. */
  forget(id: OperationId, shardTime: Timestamp): void {
    const record = this.clients.get(id.client)?.records.get(id.sequence)
    if (record?.outcome.kind !== 'committed' || record.forgotten) return
    record.forgotten = true
    this.unforgotten.delete(record)
    this.markChanged(record.row)
    if (this.isOver(record, shardTime)) this.drop(record)
  }

  /**
   * Cross-shard commits, at most `limit`, that still wait for their `forget` though their ids expired before `before`:
   * nobody remembers to send it. Whoever leads asks the others (05, "One identity for every write").
   */
  unforgottenBefore(before: Timestamp, limit: number): UnforgottenCommit[] {
    const found: UnforgottenCommit[] = []
    for (const { client, sequence, expiry, outcome } of this.unforgotten) {
      if (expiry >= before || outcome.kind !== 'committed') continue
      found.push({ id: { client: client.name, sequence, expiry }, outcome })
      if (found.length >= limit) break
    }
    return found
  }

  /** Ends an entry: its row is complete. Drops what is over; cheap when shard time has not moved by a bucket. */
  sweep(shardTime: Timestamp): void {
    if (this.currentRow !== undefined) this.watchRow(this.currentRow)
    this.currentRow = undefined
    const bucket = Math.floor(shardTime / BUCKET_MICROS)
    if (bucket === this.sweptBucket) return
    this.sweptBucket = bucket
    for (const [due, rows] of this.rowBuckets) {
      if (due >= bucket) continue
      this.rowBuckets.delete(due)
      for (const row of rows) this.sweepRow(row, shardTime)
    }
    for (const [due, clients] of this.clientBuckets) {
      if (due >= bucket) continue
      this.clientBuckets.delete(due)
      for (const client of clients) this.sweepClient(client, shardTime)
    }
  }

  /** Puts rows and marks that changed since the last call into `batch`. */
  seal(batch: WriteBatch): void {
    for (const row of this.changedRows) {
      row.changed = false
      if (row.live > 0) {
        const records = row.records.filter((record) => record !== undefined)
        batch.put(
          outcomeKey(this.segment, this.shard, row.index),
          encodeOutcomes(records.map(view)),
        )
        row.stored = true
      } else if (row.stored) {
        batch.delete(outcomeKey(this.segment, this.shard, row.index))
        row.stored = false
      }
    }
    for (const client of this.changedClients) {
      client.changed = false
      if (this.clients.get(client.name) === client) {
        const { mark, greatestExpiry } = client
        batch.put(
          markKey(this.segment, this.shard, client.name),
          encodeMark({ mark, greatestExpiry }),
        )
        client.stored = true
      } else if (client.stored && !this.clients.has(client.name)) {
        batch.delete(markKey(this.segment, this.shard, client.name))
        client.stored = false
      }
    }
    this.changedRows = []
    this.changedClients = []
  }

  /** Reads back what `seal` wrote, leaving out what is over at `shardTime`. */
  load(outcomes: readonly Row[], marks: readonly Row[], shardTime: Timestamp): void {
    for (const { key, value } of marks) {
      const client = this.newClient(decodeMarkKey(key))
      const { mark, greatestExpiry } = decodeMark(value)
      client.mark = mark
      client.greatestExpiry = greatestExpiry
      if (greatestExpiry > this.greatestExpiry) this.greatestExpiry = greatestExpiry
      client.stored = true
      this.watch(client)
    }
    for (const { key, value } of outcomes) {
      const row = this.newRow(decodeOutcomeKey(key))
      row.stored = true
      for (const { client: name, sequence, expiry, outcome, forgotten } of decodeOutcomes(value)) {
        const client = this.clients.get(name) ?? this.newClient(name)
        const id = { client: name, sequence, expiry }
        const record = this.addRecord(row, client, id, outcome, forgotten)
        if (this.isOver(record, shardTime)) this.drop(record)
      }
      this.watchRow(row)
      if (row.live === 0) this.markChanged(row)
    }
    for (const client of this.clients.values()) if (!client.watched) this.watch(client)
  }

  /** The table of a shard that is split off: everything is copied, as both halves may be asked. Its first `seal` writes it all. */
  copyFor(shard: ShardId): OutcomeTable {
    const copy = new OutcomeTable(this.segment, shard)
    copy.sweptBucket = this.sweptBucket
    copy.greatestExpiry = this.greatestExpiry
    const rows = new Set<OutcomeRow>()
    for (const { name, mark, greatestExpiry, records } of this.clients.values()) {
      const client = copy.newClient(name)
      client.mark = mark
      client.greatestExpiry = greatestExpiry
      copy.markClientChanged(client)
      copy.watch(client)
      for (const { row } of records.values()) rows.add(row)
    }
    for (const { index, records } of [...rows].sort((a, b) => a.index - b.index)) {
      const row = copy.newRow(index)
      for (const record of records) {
        if (record === undefined) continue
        const { client, sequence, expiry, outcome, forgotten } = record
        const own = copy.clients.get(client.name)
        assert(own !== undefined, 'a record without its client')
        copy.addRecord(row, own, { client: own.name, sequence, expiry }, outcome, forgotten)
      }
      copy.watchRow(row)
      copy.markChanged(row)
    }
    return copy
  }

  /**
   * After a split: a commit goes at its expiry where no participant's token is, since nobody will ever send a `forget` there
   * (05: "a copy in an heir that no participant names").
   */
  forgetStrangers(range: TokenRange, shardTime: Timestamp): void {
    for (const record of [...this.unforgotten]) {
      const { outcome } = record
      assert(outcome.kind === 'committed', 'only commits are to be forgotten')
      if (outcome.participants.some(({ token }) => rangeContains(range, token))) continue
      record.forgotten = true
      this.unforgotten.delete(record)
      this.markChanged(record.row)
      if (this.isOver(record, shardTime)) this.drop(record)
    }
  }

  /** Everything that counts at `shardTime`, by client and sequence. */
  views(shardTime: Timestamp): OutcomeView[] {
    const views: OutcomeView[] = []
    for (const client of this.sortedClients()) {
      const records = [...client.records.values()].sort((a, b) => a.sequence - b.sequence)
      for (const record of records) if (!this.isOver(record, shardTime)) views.push(view(record))
    }
    return views
  }

  /** All low-water marks that count at `shardTime`, by client. */
  marks(shardTime: Timestamp): { client: string; mark: number; greatestExpiry: Timestamp }[] {
    return this.sortedClients()
      .filter((client) => client.greatestExpiry >= shardTime)
      .map(({ name, mark, greatestExpiry }) => ({ client: name, mark, greatestExpiry }))
  }

  private sortedClients(): ClientState[] {
    return [...this.clients.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  private isOver(record: OutcomeRecord, shardTime: Timestamp): boolean {
    if (record.outcome.kind === 'committed' && !record.forgotten) return false
    return record.expiry < shardTime || record.sequence < markAt(record.client, shardTime)
  }

  private clientOf(id: OperationId, lowWater: number, shardTime: Timestamp): ClientState {
    const client = this.clients.get(id.client) ?? this.newClient(id.client)
    if (client.greatestExpiry < shardTime && client.mark > 0) {
      client.mark = 0
      this.markClientChanged(client)
    }
    const steps = Math.ceil(id.expiry / MARK_EXPIRY_STEP_MICROS)
    const expiry = timestamp(Math.min(steps * MARK_EXPIRY_STEP_MICROS, Number.MAX_SAFE_INTEGER))
    if (expiry > client.greatestExpiry) {
      client.greatestExpiry = expiry
      if (expiry > this.greatestExpiry) this.greatestExpiry = expiry
      this.markClientChanged(client)
    }
    if (!client.watched) this.watch(client)
    if (lowWater > client.mark) this.raiseMark(client, lowWater, shardTime)
    return client
  }

  private raiseMark(client: ClientState, mark: number, shardTime: Timestamp): void {
    const { records } = client
    const from = client.mark
    client.mark = mark
    this.markClientChanged(client)
    // Whichever is less: the sequences that the mark passed, or the records there are.
    if (mark - from <= records.size) {
      for (let sequence = from; sequence < mark; sequence++) {
        const record = records.get(sequence)
        if (record !== undefined && this.isOver(record, shardTime)) this.drop(record)
      }
      return
    }
    for (const record of records.values()) {
      if (record.sequence < mark && this.isOver(record, shardTime)) this.drop(record)
    }
  }

  private addRecord(
    row: OutcomeRow,
    client: ClientState,
    id: OperationId,
    outcome: Outcome,
    forgotten: boolean,
  ): OutcomeRecord {
    const { sequence, expiry } = id
    const slot = row.records.length
    const record: OutcomeRecord = { client, sequence, expiry, outcome, row, slot, forgotten }
    row.records.push(record)
    row.live += 1
    client.records.set(sequence, record)
    if (outcome.kind === 'committed' && !forgotten) this.unforgotten.add(record)
    this.estimatedBytes += outcomeBytes(outcome)
    return record
  }

  private drop(record: OutcomeRecord): void {
    const { row, client } = record
    row.records[record.slot] = undefined
    row.live -= 1
    client.records.delete(record.sequence)
    this.estimatedBytes -= outcomeBytes(record.outcome)
    if (row.live === 0 && row.stored) this.markChanged(row)
  }

  private rowOf(index: number): OutcomeRow {
    if (this.currentRow?.index === index) return this.currentRow
    const row = this.newRow(index)
    this.markChanged(row)
    this.currentRow = row
    return row
  }

  private newRow(index: number): OutcomeRow {
    return { index, records: [], live: 0, stored: false, changed: false }
  }

  private newClient(name: string): ClientState {
    const client: ClientState = {
      name,
      mark: 0,
      greatestExpiry: timestamp(0),
      records: new Map<number, OutcomeRecord>(),
      changed: false,
      stored: false,
      watched: false,
    }
    this.clients.set(name, client)
    this.estimatedBytes += CLIENT_BYTES
    return client
  }

  private markChanged(row: OutcomeRow): void {
    if (row.changed) return
    row.changed = true
    this.changedRows.push(row)
  }

  private markClientChanged(client: ClientState): void {
    if (client.changed) return
    client.changed = true
    this.changedClients.push(client)
  }

  private watchRow(row: OutcomeRow): void {
    let latest = 0
    for (const record of row.records) {
      if (record !== undefined && record.expiry > latest) latest = record.expiry
    }
    if (row.live > 0) addToBucket(this.rowBuckets, latest, row)
  }

  private sweepRow(row: OutcomeRow, shardTime: Timestamp): void {
    for (const record of row.records) {
      if (record !== undefined && this.isOver(record, shardTime)) this.drop(record)
    }
    // What is left are commits that wait to be forgotten; `forget` drops them then.
  }

  private watch(client: ClientState): void {
    client.watched = true
    addToBucket(this.clientBuckets, client.greatestExpiry, client)
  }

  private sweepClient(client: ClientState, shardTime: Timestamp): void {
    client.watched = false
    if (client.greatestExpiry >= shardTime || client.records.size > 0) {
      // Either it has been heard of since, or it waits for commits to be forgotten: look again later.
      client.watched = true
      const again = Math.max(client.greatestExpiry, shardTime + MARK_EXPIRY_STEP_MICROS)
      addToBucket(this.clientBuckets, again, client)
      return
    }
    this.clients.delete(client.name)
    this.estimatedBytes -= CLIENT_BYTES
    this.markClientChanged(client)
  }
}

function markAt(client: ClientState, shardTime: Timestamp): number {
  return client.greatestExpiry < shardTime ? 0 : client.mark
}

function addToBucket<T>(buckets: Map<number, T[]>, expiry: number, member: T): void {
  const bucket = Math.floor(expiry / BUCKET_MICROS)
  const members = buckets.get(bucket)
  if (members === undefined) buckets.set(bucket, [member])
  else members.push(member)
}

function outcomeBytes(outcome: Outcome): number {
  switch (outcome.kind) {
    case 'applied':
      return RECORD_BYTES
    case 'committed':
      return RECORD_BYTES + PARTICIPANT_BYTES * outcome.participants.length
    case 'refused':
      return RECORD_BYTES + outcome.message.length
  }
}

function view(record: OutcomeRecord): OutcomeView {
  const { client, sequence, expiry, outcome, forgotten } = record
  return { client: client.name, sequence, expiry, outcome, forgotten }
}
