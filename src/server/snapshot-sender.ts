/**
 * Gives a replica's state to a follower that fell behind the log (03, 02 "Log lifecycle"): everything from one engine snapshot,
 * at the applied index that stands in it. The follower dials in for it. Raft's progress is told how it went; a follower
 * that never comes, or stops taking, is given up after a while, and offered another one: its stream may end before the first
 * row was asked for, and then nobody says so. What a follower was getting when its stream broke is kept for a while: if the
 * log can still take over from there, the next offer goes on with it.
 */
import type { Clock, Scheduler } from '../base/clock.ts'
import { RingKvError } from '../base/errors.ts'
import type { ReplicaId, ShardId } from '../base/ids.ts'
import type { SnapshotRequest, SnapshotSource } from '../net/transport.ts'
import type { Snapshot } from '../raft/index.ts'
import type { Engine } from '../storage/engine.ts'
import { ByteRate } from './byte-rate.ts'
import type { KvReplica } from './kv-replica.ts'
import type { RaftDriver } from './raft-driver.ts'
import { SnapshotTransfer } from './snapshot-transfer.ts'

/** A follower that does not ask for an offered snapshot within this time is offered another. */
const PATIENCE_MS = 10_000
/** A transfer of which no piece was asked for within this time is over; longer than receivers wait for a piece. */
const STALL_MS = 60_000
/** A transfer that broke off is kept for so long; it holds back compaction meanwhile. */
const KEPT_MS = 30_000
/** When a follower that found all of them busy is to ask again; its offer stands meanwhile. */
const RETRY_AFTER_MS = 500

interface Offer {
  readonly shard: ShardId
  readonly to: ReplicaId
  /** When it was made, or last went on. */
  sinceMs: number
  fetching: boolean
  transfer: SnapshotTransfer | undefined
  /** The transfer has ended, one way or the other. */
  over: boolean
}

/** It broke off. */
interface Kept {
  readonly transfer: SnapshotTransfer
  readonly sinceMs: number
}

export interface SnapshotSenderOptions {
  readonly engine: Engine
  readonly driver: RaftDriver
  readonly clock: Clock
  readonly scheduler: Scheduler
  /** Transfers at once. */
  readonly concurrentMax: number
  /** Of all transfers together; 0 = no limit. */
  readonly bytesPerSecond: number
  readonly replica: (shard: ShardId) => KvReplica | undefined
  /** Index of the first entry that this node's log of the shard still has. */
  readonly firstIndexOf: (shard: ShardId) => number
}

export class SnapshotSender {
  private readonly options: SnapshotSenderOptions
  private readonly offers = new Map<string, Offer>()
  private readonly kept = new Map<string, Kept>()
  /** Offers that are being taken, also those that a later one to the same follower has replaced. */
  private readonly sending = new Set<Offer>()
  private readonly rate: ByteRate

  constructor(options: SnapshotSenderOptions) {
    this.options = options
    this.rate = new ByteRate(options.clock, options.scheduler, options.bytesPerSecond)
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
    const offer = { shard, to, sinceMs, fetching: false, transfer: undefined, over: false }
    this.offers.set(offerKey(shard, to), offer)
  }

  /** A follower asks. */
  async send({ shard, replica: to, resume }: SnapshotRequest): Promise<SnapshotSource> {
    const { clock } = this.options
    const offer = this.offers.get(offerKey(shard, to))
    if (offer === undefined || offer.fetching) {
      throw new RingKvError(
        'NOT_LEADER',
        `no snapshot of shard ${shard} is offered to replica ${to}`,
      )
    }
    offer.sinceMs = clock.monotonicMs()
    if ((this.options.replica(shard)?.machine.inherits.length ?? 0) > 0) {
      const message = `shard ${shard} was split off just now and still copies lists`
      throw new RingKvError('OVERLOADED', message, { retryAfterMs: RETRY_AFTER_MS })
    }
    if (this.sending.size >= this.options.concurrentMax) {
      const message = `${this.sending.size} snapshots are being sent already`
      throw new RingKvError('OVERLOADED', message, { retryAfterMs: RETRY_AFTER_MS })
    }
    offer.fetching = true
    this.sending.add(offer)
    try {
      const known = this.takeKept(offer, resume)
      const transfer = known ?? (await this.freeze(shard))
      offer.transfer = transfer
      return transfer.from(
        known === undefined ? 0 : resume!.chunks,
        async (bytes) => {
          await this.rate.take(bytes)
          offer.sinceMs = clock.monotonicMs()
        },
        (complete) => this.ended(offer, complete),
      )
    } catch (error) {
      await this.ended(offer, false)
      throw error
    }
  }

  /** Once a second: gives up followers that never came, or that went away. */
  tick(): void {
    const now = this.options.clock.monotonicMs()
    for (const offer of this.offers.values()) {
      if (!offer.fetching && now - offer.sinceMs > PATIENCE_MS) this.report(offer, false)
    }
    for (const offer of this.sending) {
      if (this.isLost(offer) || now - offer.sinceMs > STALL_MS) void this.ended(offer, false)
    }
    for (const [key, { sinceMs }] of this.kept) if (now - sinceMs > KEPT_MS) this.drop(key)
  }

  /** Its node is silent; if that comes back it may go on with what it got. */
  private isLost({ shard, to }: Offer): boolean {
    const place = this.options.replica(shard)?.nodeOf(to)
    return place === undefined || !this.options.driver.hears(place)
  }

  private async freeze(shard: ShardId): Promise<SnapshotTransfer> {
    const { engine, driver } = this.options
    await driver.pump.caughtUp()
    return SnapshotTransfer.of(engine.snapshot(), shard)
  }

  /** What the follower was getting, if that is what it wants to go on with, and the log goes on behind it. */
  private takeKept(
    { shard, to }: Offer,
    resume: SnapshotRequest['resume'],
  ): SnapshotTransfer | undefined {
    const key = offerKey(shard, to)
    const transfer = this.kept.get(key)?.transfer
    const fits =
      resume !== undefined &&
      transfer?.index === resume.index &&
      transfer.reaches(resume.chunks) &&
      transfer.index + 1 >= this.options.firstIndexOf(shard)
    if (fits) this.kept.delete(key)
    else this.drop(key)
    return fits ? transfer : undefined
  }

  private drop(key: string): void {
    void this.kept.get(key)?.transfer.close()
    this.kept.delete(key)
  }

  private async ended(offer: Offer, complete: boolean): Promise<void> {
    if (offer.over) return
    offer.over = true
    this.sending.delete(offer)
    this.report(offer, complete)
    const { transfer } = offer
    if (transfer === undefined) return
    if (complete) {
      await transfer.close()
      return
    }
    const key = offerKey(offer.shard, offer.to)
    this.drop(key)
    this.kept.set(key, { transfer, sinceMs: this.options.clock.monotonicMs() })
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
