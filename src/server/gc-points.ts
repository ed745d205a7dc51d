/**
 * When a leader moves a GC point on (05, "Garbage"): as far as the keyspace's retention lets it, in steps of a fraction of
 * that, and only if it frees something. So a shard that is written to logs a few collections per retention, one that nobody
 * writes to any more is woken for what its last writes left, and one without garbage sleeps on.
 *
 * Holds are leases in placement (placement/holds.ts), and none is taken at a time that is out of retention. So what was out of it when
 * this node last knew all holds may go as far as those allow: where placement cannot be heard, points stand still.
 *
 * The outcome table forgets by shard time (05, "One identity for every write"), which stands still where nothing is written: when
 * everything in it has expired, time is moved on once.
 */
import type { Clock } from '../base/clock.ts'
import type { HybridClock } from '../base/hybrid-clock.ts'
import { timestamp, type KeyspaceId, type Timestamp } from '../base/ids.ts'
import type { Hold } from '../placement/holds.ts'
import type { Command } from '../shard/command.ts'
import { ownCall } from './calls.ts'
import type { KvReplica } from './kv-replica.ts'
import type { ShardSettings } from './shard-settings.ts'

/** A point moves by this share of the retention at least, within these bounds. */
const STEPS = 8
const STEP_MICROS_MIN = 1_000_000
const STEP_MICROS_MAX = 600_000_000
/**
 * How much staler than it seems what is known of the holds may be: a placement leader that was replaced may still answer for a
 * moment, and clocks differ.
 */
const DOUBT_MICROS = 5_000_000
/** Expired outcomes go when shard time is this much beyond their expiry. */
const FORGET_MICROS = 1_000_000

export interface GcPointsOptions {
  readonly clock: HybridClock
  readonly monotonic: Clock
  readonly settings: () => ShardSettings
  readonly holds: () => readonly Hold[]
}

export class GcPoints {
  private readonly options: GcPointsOptions
  /** Proposals whose fate is open, by shard and keyspace. */
  private readonly open = new Set<string>()
  /** All holds taken before this are known here. */
  private knownUpTo = 0

  constructor(options: GcPointsOptions) {
    this.options = options
  }

  /**
   * All holds are known here that were taken up to `ageMs` ago, when the wall clock of placement's leader said `wallMicros`.
   * The lesser of two clocks counts: history must not go because one of them jumped.
   */
  holdsKnown(ageMs: number, wallMicros: number): void {
    const known = Math.min(this.now() - Math.ceil(ageMs * 1000), wallMicros) - DOUBT_MICROS
    this.knownUpTo = Math.max(this.knownUpTo, known)
  }

  /** Looks whether something of a shard that is led here is worth collecting now. */
  advance(replica: KvReplica): void {
    const now = this.now()
    const { machine } = replica
    for (const [keyspace, due] of machine.garbage.dues()) {
      const point = this.pointOf(keyspace, now)
      const step = this.stepOf(keyspace)
      if (due === 0 || due + step > point || machine.gcPoint(keyspace) + step > point) continue
      this.propose(replica, `${replica.shard}/${keyspace}`, { kind: 'collect', keyspace, point })
    }
    const { outcomesUntil, lastStamp } = machine
    const over = outcomesUntil + FORGET_MICROS
    const stamp = this.options.clock.peek()
    if (outcomesUntil > 0 && lastStamp <= over && stamp > over + FORGET_MICROS) {
      this.propose(replica, `${replica.shard}`, { kind: 'raise-ceiling' })
    }
  }

  /** A hybrid clock that has once been ahead stays ahead for long: retention is not shortened by that. */
  private now(): number {
    const { clock, monotonic } = this.options
    return Math.min(clock.peek(), monotonic.wallMicros())
  }

  /** As far as history need not be kept. */
  private pointOf(keyspace: KeyspaceId, now: number): Timestamp {
    const rules = this.options.settings().keyspaces.get(keyspace)
    if (rules === undefined) return timestamp(0)
    let point = Math.min(now, this.knownUpTo) - rules.retentionMicros
    for (const hold of this.options.holds()) {
      const concerns = hold.keyspace === 0 || hold.keyspace === keyspace
      if (concerns && hold.expiresAt + DOUBT_MICROS > now) point = Math.min(point, hold.readAt)
    }
    return timestamp(Math.max(point, 0))
  }

  private stepOf(keyspace: KeyspaceId): number {
    const rules = this.options.settings().keyspaces.get(keyspace)
    const share = (rules?.retentionMicros ?? 0) / STEPS
    return Math.min(Math.max(share, STEP_MICROS_MIN), STEP_MICROS_MAX)
  }

  private propose(replica: KvReplica, name: string, command: Command): void {
    if (this.open.has(name)) return
    this.open.add(name)
    replica.submit(
      ownCall(command, replica.descriptor.epoch.range, () => {
        this.open.delete(name)
      }),
    )
  }
}
