/**
 * Gives a replica's state to a follower that fell behind the log (03, 02 "Log lifecycle"): everything from one engine snapshot,
 * at the applied index that stands in it. The follower dials in for it. Raft's progress is told how it went; a follower
 * that never comes, or stops taking, is given up after a while, and offered another one: its stream may end before the first
 * row was asked for, and then nobody says so.
 */
import { assert } from '../base/assert.ts'
import type { Clock } from '../base/clock.ts'
import { RingKvError } from '../base/errors.ts'
import type { ReplicaId, ShardId } from '../base/ids.ts'
import type { SnapshotRequest, SnapshotSource } from '../net/transport.ts'
import type { Snapshot } from '../raft/index.ts'
import { metaKey } from '../shard/keys.ts'
import { decodeMeta } from '../shard/meta-row.ts'
import { encodeChunk, replicaRanges } from '../shard/snapshot.ts'
import { scanPages, type Engine, type EngineSnapshot } from '../storage/engine.ts'
import type { KvReplica } from './kv-replica.ts'
import type { RaftDriver } from './raft-driver.ts'

const CHUNK_ROWS = 512
const CHUNK_BYTES = 1 << 20
/** A follower that does not ask for an offered snapshot within this time is offered another. */
const PATIENCE_MS = 10_000
/** A transfer of which no piece was asked for within this time is over; longer than receivers wait for a piece. */
const STALL_MS = 60_000
const CONCURRENT_MAX = 2
/** When a follower that found all of them busy is to ask again; its offer stands meanwhile. */
const RETRY_AFTER_MS = 500

interface Offer {
  readonly shard: ShardId
  readonly to: ReplicaId
  /** When it was made, or last went on. */
  sinceMs: number
  fetching: boolean
  snapshot: EngineSnapshot | undefined
  /** The transfer has ended, one way or the other. */
  over: boolean
}

export interface SnapshotSenderOptions {
  readonly engine: Engine
  readonly driver: RaftDriver
  readonly clock: Clock
  readonly replica: (shard: ShardId) => KvReplica | undefined
}

export class SnapshotSender {
  private readonly options: SnapshotSenderOptions
  private readonly offers = new Map<string, Offer>()
  private active = 0

  constructor(options: SnapshotSenderOptions) {
    this.options = options
  }

  /** What Raft may offer now: the state as applied. What is sent later is that or newer. */
  snapshotOf(shard: ShardId): Snapshot | 'fetching' {
    const replica = this.options.replica(shard)
    if (replica === undefined) return 'fetching'
    const { appliedIndex, appliedTerm, confState } = replica.machine
    return { index: appliedIndex, term: appliedTerm, confState, data: NO_DATA }
  }

  offered(shard: ShardId, to: ReplicaId): void {
    const sinceMs = this.options.clock.monotonicMs()
    const offer = { shard, to, sinceMs, fetching: false, snapshot: undefined, over: false }
    this.offers.set(offerKey(shard, to), offer)
  }

  /** A follower asks. */
  async send({ shard, replica: to }: SnapshotRequest): Promise<SnapshotSource> {
    const { engine, driver, clock } = this.options
    const offer = this.offers.get(offerKey(shard, to))
    if (offer === undefined || offer.fetching) {
      throw new RingKvError(
        'NOT_LEADER',
        `no snapshot of shard ${shard} is offered to replica ${to}`,
      )
    }
    offer.sinceMs = clock.monotonicMs()
    if (this.active >= CONCURRENT_MAX) {
      const message = `${this.active} snapshots are being sent already`
      throw new RingKvError('OVERLOADED', message, { retryAfterMs: RETRY_AFTER_MS })
    }
    offer.fetching = true
    this.active++
    try {
      await driver.pump.caughtUp()
      const snapshot = engine.snapshot()
      offer.snapshot = snapshot
      const meta = await snapshot.get(metaKey(shard))
      assert(meta !== undefined, () => `shard ${shard} has no meta row`)
      const { appliedIndex: index, appliedTerm: term, confState } = decodeMeta(meta)
      const chunks = this.chunks(offer, snapshot, meta)
      return { header: { index, term, confState, meta }, chunks }
    } catch (error) {
      await this.ended(offer, false)
      throw error
    }
  }

  /** Once a second: gives up followers that never came, or that went away. */
  tick(): void {
    const now = this.options.clock.monotonicMs()
    for (const offer of this.offers.values()) {
      const waitedMs = now - offer.sinceMs
      if (!offer.fetching && waitedMs > PATIENCE_MS) this.report(offer, false)
      else if (offer.fetching && waitedMs > STALL_MS) void this.ended(offer, false)
    }
  }

  private async *chunks(
    offer: Offer,
    snapshot: EngineSnapshot,
    meta: Buffer,
  ): AsyncGenerator<Uint8Array> {
    let complete = false
    try {
      for (const range of replicaRanges(decodeMeta(meta))) {
        const pages = scanPages(snapshot, { ...range, limit: CHUNK_ROWS, maxBytes: CHUNK_BYTES })
        for await (const rows of pages) {
          offer.sinceMs = this.options.clock.monotonicMs()
          yield encodeChunk(rows)
        }
      }
      complete = true
    } finally {
      await this.ended(offer, complete)
    }
  }

  private async ended(offer: Offer, complete: boolean): Promise<void> {
    if (offer.over) return
    offer.over = true
    this.active--
    this.report(offer, complete)
    await offer.snapshot?.close()
  }

  private report(offer: Offer, complete: boolean): void {
    const key = offerKey(offer.shard, offer.to)
    // Led again meanwhile and offered anew: that offer speaks for itself.
    if (this.offers.get(key) !== offer) return
    this.offers.delete(key)
    this.options.driver.replica(offer.shard)?.node.reportSnapshot(offer.to, complete)
    this.options.driver.touch(offer.shard)
  }
}

const NO_DATA = new Uint8Array()

function offerKey(shard: ShardId, to: ReplicaId): string {
  return `${shard}/${to}`
}
