/**
 * Brings a snapshot in (03, "Snapshot install"), in this order: rows into a fresh segment → engine flush → Raft accepts →
 * log: mark with the hard state, durable → `meta` → acknowledge. After a crash a mark newer than `meta` redoes the last
 * steps; rows without a mark are garbage, swept at the next start.
 */
import { assert } from '../base/assert.ts'
import { MalformedBytes } from '../base/bytes.ts'
import type { Clock, Scheduler } from '../base/clock.ts'
import { RingKvError } from '../base/errors.ts'
import { PLACEMENT_SHARD, segment, type NodeId, type Segment, type ShardId } from '../base/ids.ts'
import { retryAfterMsOf } from '../net/error-codec.ts'
import type { Random } from '../base/random.ts'
import type { SnapshotSource, Transport } from '../net/transport.ts'
import type { Message, Snapshot } from '../raft/index.ts'
import { metaKey, stagedMetaKey, TABLE } from '../shard/keys.ts'
import { decodeMeta } from '../shard/meta-row.ts'
import { decodeChunk, metaUnder, replicaRanges } from '../shard/snapshot.ts'
import type { Engine } from '../storage/engine.ts'
import type { ShardLog } from '../storage/shard-log.ts'
import { WriteBatch } from '../storage/write-batch.ts'
import { decodePlacementRow } from './placement-row.ts'
import type { Replica } from './raft-group.ts'
import { discardSegment } from './segment-garbage.ts'

/** Placement keeps no rows under a segment. */
const NO_SEGMENT = segment(0)

/** What came of a transfer that broke off is kept for so long: the next one may go on from there. */
const PARTIAL_MAX_MS = 60_000
/** A snapshot that the core did not take within this time was superseded: its rows go. */
const STAGED_MAX_MS = 30_000
/** How long a replica asks a busy sender; then the leader offers anew. */
const TURN_WAIT_MAX_MS = 60_000

interface Staged {
  readonly segment: Segment
  readonly index: number
  readonly sinceMs: number
  /** The core accepted it: its installation is under way. */
  accepted: boolean
}

/** Rows of a transfer that broke off. */
interface Partial {
  readonly from: NodeId
  readonly index: number
  readonly segment: Segment
  /** So many chunks are written. */
  readonly chunks: number
}

export interface SnapshotReceiverOptions {
  readonly engine: Engine
  readonly clock: Clock
  readonly scheduler: Scheduler
  readonly random: Random
  readonly transport: () => Pick<Transport, 'fetchSnapshot'>
  readonly newSegment: () => Segment
  /** Hands the message to the core, its snapshot being what was fetched. */
  readonly step: (shard: ShardId, message: Message) => void
  readonly log: (message: string, fields: Record<string, unknown>) => void
}

export class SnapshotReceiver {
  private readonly options: SnapshotReceiverOptions
  private readonly receiving = new Set<ShardId>()
  private readonly staged = new Map<ShardId, Staged>()
  private readonly partials = new Map<ShardId, Partial>()

  constructor(options: SnapshotReceiverOptions) {
    this.options = options
  }

  /** A leader offers a snapshot. One at a time per shard; repeated offers are ignored while one comes in. */
  offered(from: NodeId, replica: Replica, message: Message): void {
    const { shard } = replica
    if (this.isBusy(shard)) return
    this.receiving.add(shard)
    this.discardStaged(shard)
      .then(() => this.receiveInTurn(from, replica, message))
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error)
        this.options.log('a snapshot did not arrive', { shard, from, reason })
      })
      .finally(() => this.receiving.delete(shard))
  }

  /** Placement's state is small: it comes inside the message, and is staged like a `meta` row. */
  offeredInline({ shard }: Replica, message: Message): void {
    const { engine, step, log } = this.options
    const { snapshot } = message
    if (snapshot === undefined || this.isBusy(shard)) return
    this.receiving.add(shard)
    engine
      .write(new WriteBatch().put(stagedMetaKey(shard), Buffer.from(snapshot.data)))
      .then(() => engine.flush())
      .then(() => {
        this.stage(shard, NO_SEGMENT, snapshot.index)
        log('a snapshot arrived', { shard, index: snapshot.index, bytes: snapshot.data.length })
        step(shard, message)
      })
      .catch((error: unknown) => log('a snapshot could not be staged', { shard, error }))
      .finally(() => this.receiving.delete(shard))
  }

  /** At start: a mark in the log whose `meta` was not written before the crash. */
  async redo(log: ShardLog): Promise<void> {
    const { engine } = this.options
    const { shard } = log
    const mark = log.snapshotMark()
    if (mark === undefined) return
    const staged = await engine.get(stagedMetaKey(shard))
    // None: the mark had been made good, and only its forgetting was not durable.
    if (staged === undefined) return
    const indexOf = (row: Buffer): number =>
      (shard === PLACEMENT_SHARD ? decodePlacementRow(row) : decodeMeta(row)).appliedIndex
    const meta = await engine.get(metaKey(shard))
    // The same snapshot may have come once more after it was installed, and the log may begin far behind it by now.
    const isMadeGood = meta !== undefined && indexOf(meta) >= mark.index
    // A later one that was staged, and whose mark never became durable, is not it.
    if (!isMadeGood && indexOf(staged) === mark.index) await this.activate(shard, true)
  }

  /** Where the rows of a snapshot are that the core has accepted. */
  segmentOf(shard: ShardId, snapshot: Snapshot): Segment {
    const staged = this.staged.get(shard)
    assert(staged?.index === snapshot.index, () => `no rows of snapshot ${snapshot.index} are here`)
    staged.accepted = true
    return staged.segment
  }

  /**
   * The mark is durable: the staged `meta` row becomes the replica's. Returns it.
   * @param keepLists lists of garbage stay, as another replica in the old segment may still have to copy its part
   */
  async activate(shard: ShardId, keepLists: boolean): Promise<Buffer> {
    const { engine } = this.options
    const meta = await engine.get(stagedMetaKey(shard))
    assert(meta !== undefined, () => `the staged meta row of shard ${shard} is gone`)
    const old = await engine.get(metaKey(shard))
    const batch = new WriteBatch().put(metaKey(shard), meta).delete(stagedMetaKey(shard))
    if (old !== undefined && shard !== PLACEMENT_SHARD) {
      for (const { gte, lt } of replicaRanges(decodeMeta(old))) {
        if (!keepLists || gte[0] !== TABLE.garbage) batch.deleteRange(gte, lt)
      }
    }
    await engine.write(batch)
    await engine.flush()
    this.staged.delete(shard)
    return meta
  }

  /** One snapshot at a time per shard, from the first row to the last step of its installation. */
  private isBusy(shard: ShardId): boolean {
    const staged = this.staged.get(shard)
    if (this.receiving.has(shard) || staged?.accepted === true) return true
    return staged !== undefined && this.options.clock.monotonicMs() - staged.sinceMs < STAGED_MAX_MS
  }

  private stage(shard: ShardId, fresh: Segment, index: number): void {
    const sinceMs = this.options.clock.monotonicMs()
    this.staged.set(shard, { segment: fresh, index, sinceMs, accepted: false })
  }

  private async discardStaged(shard: ShardId): Promise<void> {
    const staged = this.staged.get(shard)
    if (staged === undefined) return
    this.staged.delete(shard)
    await discardSegment(this.options.engine, staged.segment)
  }

  /** Returns the bytes that came. */
  private async writeRows(from: NodeId, shard: ShardId, source: SnapshotSource, fresh: Segment) {
    const { index, firstChunk } = source.header
    let chunks = firstChunk
    let bytes = 0
    try {
      for await (const chunk of source.chunks) {
        const batch = new WriteBatch()
        for (const { key, value } of decodeChunk(Buffer.from(chunk), fresh)) batch.put(key, value)
        await this.options.engine.write(batch)
        bytes += chunk.length
        chunks++
      }
    } catch (error) {
      if (chunks === 0 || error instanceof MalformedBytes) {
        await discardSegment(this.options.engine, fresh)
      } else this.keepPartial(shard, { from, index, segment: fresh, chunks })
      throw error
    }
    return bytes
  }

  private keepPartial(shard: ShardId, partial: Partial): void {
    this.partials.set(shard, partial)
    this.options.scheduler.after(PARTIAL_MAX_MS, () => {
      if (this.partials.get(shard) === partial) this.discardPartial(shard).catch(() => undefined)
    })
  }

  private async discardPartial(shard: ShardId): Promise<void> {
    const partial = this.partials.get(shard)
    this.partials.delete(shard)
    if (partial !== undefined) await discardSegment(this.options.engine, partial.segment)
  }

  /** Where the rows of this source go: behind those that came before, or into a segment of their own. */
  private async segmentFor(shard: ShardId, { header }: SnapshotSource): Promise<Segment> {
    const partial = this.partials.get(shard)
    if (header.firstChunk === 0) {
      await this.discardPartial(shard)
      return this.options.newSegment()
    }
    const fits = partial?.index === header.index && partial.chunks === header.firstChunk
    if (!fits) throw new MalformedBytes('a snapshot goes on that was never begun')
    this.partials.delete(shard)
    return partial.segment
  }

  /** A sender that is busy with others says when to ask again; its offer stands as long as it is asked. */
  private async receiveInTurn(from: NodeId, replica: Replica, message: Message): Promise<void> {
    const { clock, scheduler, random } = this.options
    const giveUpMs = clock.monotonicMs() + TURN_WAIT_MAX_MS
    for (;;) {
      try {
        await this.receive(from, replica, message)
        return
      } catch (error) {
        const hintMs = error instanceof RingKvError ? retryAfterMsOf(error) : 0
        if (hintMs === 0 || clock.monotonicMs() + hintMs > giveUpMs) throw error
        const pauseMs = hintMs * (0.75 + 0.5 * random.float())
        await new Promise<void>((resolve) => void scheduler.after(pauseMs, resolve))
      }
    }
  }

  private async receive(from: NodeId, replica: Replica, message: Message): Promise<void> {
    const { engine, transport, step, log } = this.options
    const { shard } = replica
    const partial = this.partials.get(shard)
    const goesOn = partial?.from === from
    const source = await transport().fetchSnapshot(from, {
      shard,
      replica: replica.replica,
      resume: goesOn ? { index: partial.index, chunks: partial.chunks } : undefined,
    })
    const { index, term, confState, meta, firstChunk } = source.header
    const fresh = await this.segmentFor(shard, source)
    const bytes = await this.writeRows(from, shard, source, fresh)
    await engine.write(new WriteBatch().put(stagedMetaKey(shard), metaUnder(meta, fresh)))
    await engine.flush()
    this.stage(shard, fresh, index)
    log('a snapshot arrived', { shard, from, index, bytes, firstChunk })
    step(shard, { ...message, snapshot: { index, term, confState, data: new Uint8Array() } })
  }
}
