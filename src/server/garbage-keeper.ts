/**
 * Keeps what the replicas of a node no longer need from piling up (05, "Garbage"; docs/decisions/0012).
 *
 * Once a second it looks at the replicas that may have something to forget, and at no others. Where one leads, the GC point is moved
 * on (gc-points.ts); where the point has reached garbage, leader or not, its rows are removed, a bounded number of one replica after
 * the other, at a bounded rate.
 *
 * A replica may close, or get another machine by a snapshot, at every await: the sweep of the old one then comes to nothing, and the
 * lists in the engine say what is left to do.
 */
import type { Scheduler } from '../base/clock.ts'
import { RingKvError } from '../base/errors.ts'
import type { ShardId } from '../base/ids.ts'
import type { Sweep } from '../shard/garbage.ts'
import { partOfGarbageList } from '../shard/garbage-lists.ts'
import { shardTableBounds, underShard } from '../shard/keys.ts'
import type { Engine } from '../storage/engine.ts'
import { WriteBatch } from '../storage/write-batch.ts'
import { ByteRate } from './byte-rate.ts'
import { GcPoints, type GcPointsOptions } from './gc-points.ts'
import type { KvReplica } from './kv-replica.ts'

/** Lists of one sweep: with 16 KiB each, some ten thousand rows. */
const LISTS_MAX = 32
/** Bytes that removing rows may cost in a second, on the whole node: those of their keys, and this much for each. */
const BYTES_PER_SECOND = 8 << 20
const ROW_BYTES = 64

export interface GarbageKeeperOptions extends GcPointsOptions {
  readonly engine: Pick<Engine, 'iterate' | 'multiGet' | 'write'>
  readonly scheduler: Scheduler
  readonly replicaOf: (shard: ShardId) => KvReplica | undefined
  /** The shard's machine has something for the next engine batch. */
  readonly unsealed: (shard: ShardId) => void
  readonly fatal: (error: unknown) => void
}

export class GarbageKeeper {
  private readonly options: GarbageKeeperOptions
  private readonly points: GcPoints
  private readonly rate: ByteRate
  /** Those that may have something to forget. */
  private readonly replicas = new Set<KvReplica>()
  private sweeping = false
  private closed = false

  constructor(options: GarbageKeeperOptions) {
    this.options = options
    this.points = new GcPoints(options)
    this.rate = new ByteRate(options.monotonic, options.scheduler, BYTES_PER_SECOND)
  }

  /** The replica wrote a batch, or is new here. */
  note(replica: KvReplica): void {
    if (replica.machine.hasLeftovers) this.replicas.add(replica)
  }

  /** See `GcPoints`. */
  holdsKnown(ageMs: number, wallMicros: number): void {
    this.points.holdsKnown(ageMs, wallMicros)
  }

  /** Once a second. */
  tick(): void {
    for (const replica of this.replicas) {
      if (!this.isHere(replica) || !replica.machine.hasLeftovers) this.replicas.delete(replica)
      else if (replica.serving) this.points.advance(replica)
    }
    if (!this.sweeping) void this.sweepAll()
  }

  close(): void {
    this.closed = true
  }

  private isHere(replica: KvReplica): boolean {
    return this.options.replicaOf(replica.shard) === replica
  }

  private async sweepAll(): Promise<void> {
    this.sweeping = true
    try {
      for (const replica of [...this.replicas]) {
        const { garbage, inherits } = replica.machine
        if (inherits.length > 0 && this.isHere(replica)) await this.inherit(replica)
        const sweep = this.isHere(replica) ? garbage.begin() : undefined
        if (sweep === undefined) continue
        await this.sweep(replica, sweep)
        if (this.closed) return
      }
    } catch (error) {
      // The engine refuses reads while the node stops.
      const stops = error instanceof RingKvError && error.code === 'SHUTTING_DOWN'
      if (!stops) this.options.fatal(error)
    } finally {
      this.sweeping = false
    }
  }

  private async sweep(replica: KvReplica, sweep: Sweep): Promise<void> {
    const { engine, unsealed } = this.options
    const { garbage } = replica.machine
    const lists = await engine.iterate({ ...sweep.bounds, limit: LISTS_MAX })
    let taken = 0
    while (taken < lists.length && garbage.take(sweep, lists[taken]!)) {
      taken++
      await this.nextTurn()
    }
    if (taken === lists.length && taken < LISTS_MAX) garbage.takenAll(sweep)
    await this.rate.take(sweep.bytes + ROW_BYTES * sweep.rows)
    const keys = garbage.ask(sweep)
    const heads = keys.length === 0 ? [] : await engine.multiGet(keys)
    if (garbage.finish(sweep, heads) && this.isHere(replica)) unsealed(replica.shard)
  }

  /**
   * Copies what concerns a shard that was split off from the lists of those from which it was. Doing it twice is harmless: a copy has the
   * place of what it is a copy of. Meanwhile none of those lists goes.
   */
  private async inherit({ shard, machine }: KvReplica): Promise<void> {
    const { engine, replicaOf, unsealed } = this.options
    const { segment, descriptor, inherits } = machine
    for (const parent of inherits) {
      const bounds = shardTableBounds('garbage', segment, parent)
      for (let { gte } = bounds; ;) {
        const lists = await engine.iterate({ gte, lt: bounds.lt, limit: LISTS_MAX })
        const batch = new WriteBatch()
        for (const { key, value } of lists) {
          const part = partOfGarbageList(value, descriptor.range)
          if (part !== undefined) batch.put(underShard(key, shard), part)
        }
        if (batch.size > 0) await engine.write(batch)
        await this.rate.take(batch.byteSize)
        const last = lists[LISTS_MAX - 1]
        if (last === undefined) break
        gte = Buffer.concat([last.key, Buffer.of(0)])
      }
      const source = replicaOf(parent)?.machine
      if (source?.segment === segment) source.garbage.listsCopied(shard)
      else await engine.write(new WriteBatch().deleteRange(bounds.gte, bounds.lt))
    }
    if (replicaOf(shard)?.machine !== machine) return
    machine.inherited()
    unsealed(shard)
  }

  /** Between two lists whoever is served comes first. */
  private nextTurn(): Promise<void> {
    return new Promise((resolve) => this.options.scheduler.endOfTurn(resolve))
  }
}
