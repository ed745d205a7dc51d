/**
 * Gives a replica's state to a follower that fell behind the log (03, 02 "Log lifecycle"): everything from one engine snapshot,
 * at the applied index that stands in it. The follower dials in for it. Raft's progress is told how it went; a follower
 * that never comes is given up after a while, and offered another one.
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
const CONCURRENT_MAX = 2

interface Offer {
  readonly shard: ShardId
  readonly to: ReplicaId
  sinceMs: number
  fetching: boolean
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
    this.offers.set(offerKey(shard, to), { shard, to, sinceMs, fetching: false })
  }

  /** A follower asks. */
  async send({ shard, replica: to }: SnapshotRequest): Promise<SnapshotSource> {
    const { engine, driver } = this.options
    const offer = this.offers.get(offerKey(shard, to))
    if (offer === undefined || offer.fetching) {
      throw new RingKvError(
        'NOT_LEADER',
        `no snapshot of shard ${shard} is offered to replica ${to}`,
      )
    }
    if (this.active >= CONCURRENT_MAX) {
      throw new RingKvError('OVERLOADED', `${this.active} snapshots are being sent already`)
    }
    offer.fetching = true
    this.active++
    let snapshot: EngineSnapshot | undefined
    try {
      await driver.pump.caughtUp()
      snapshot = engine.snapshot()
      const meta = await snapshot.get(metaKey(shard))
      assert(meta !== undefined, () => `shard ${shard} has no meta row`)
      const { appliedIndex: index, appliedTerm: term, confState } = decodeMeta(meta)
      const chunks = this.chunks(offer, snapshot, meta)
      return { header: { index, term, confState, meta }, chunks }
    } catch (error) {
      await this.ended(offer, snapshot, false)
      throw error
    }
  }

  /** Once a second: gives up followers that never came. */
  tick(): void {
    const now = this.options.clock.monotonicMs()
    for (const offer of this.offers.values()) {
      if (!offer.fetching && now - offer.sinceMs > PATIENCE_MS) this.report(offer, false)
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
        for await (const rows of pages) yield encodeChunk(rows)
      }
      complete = true
    } finally {
      await this.ended(offer, snapshot, complete)
    }
  }

  private async ended(
    offer: Offer,
    snapshot: EngineSnapshot | undefined,
    complete: boolean,
  ): Promise<void> {
    this.active--
    this.report(offer, complete)
    await snapshot?.close()
  }

  private report(offer: Offer, complete: boolean): void {
    this.offers.delete(offerKey(offer.shard, offer.to))
    this.options.replica(offer.shard)?.node.reportSnapshot(offer.to, complete)
    this.options.driver.touch(offer.shard)
  }
}

const NO_DATA = new Uint8Array()

function offerKey(shard: ShardId, to: ReplicaId): string {
  return `${shard}/${to}`
}
