/**
 * When a leader moves a GC point on (05, "Garbage"): as far as the keyspace's retention lets it, in steps of a fraction of
 * that, and only if it frees something. So a shard that is written to logs a few collections per retention, one that nobody
 * writes to any more is woken for what its last writes left, and one without garbage sleeps on.
 *
 * The outcome table forgets by shard time (05, "One identity for every write"), which stands still where nothing is written: when
 * everything in it has expired, time is moved on once.
 */
import type { HybridClock } from '../base/hybrid-clock.ts'
import { timestamp, type KeyspaceId, type Timestamp } from '../base/ids.ts'
import { encodeCommand } from '../shard/command-codec.ts'
import type { Command } from '../shard/command.ts'
import type { KvReplica } from './kv-replica.ts'
import type { ShardSettings } from './shard-settings.ts'

/** A point moves by this share of the retention at least, within these bounds. */
const STEPS = 8
const STEP_MICROS_MIN = 1_000_000
const STEP_MICROS_MAX = 600_000_000
/** Expired outcomes go when shard time is this much beyond their expiry. */
const FORGET_MICROS = 1_000_000

export interface GcPointsOptions {
  readonly clock: HybridClock
  readonly settings: () => ShardSettings
}

export class GcPoints {
  private readonly options: GcPointsOptions
  /** Proposals whose fate is open, by shard and keyspace. */
  private readonly open = new Set<string>()

  constructor(options: GcPointsOptions) {
    this.options = options
  }

  /** Looks whether something of a shard that is led here is worth collecting now. */
  advance(replica: KvReplica): void {
    const now = this.options.clock.peek()
    const { machine } = replica
    for (const [keyspace, due] of machine.garbage.dues()) {
      const point = this.pointOf(keyspace, now)
      const step = this.stepOf(keyspace)
      if (due === 0 || due + step > point || machine.gcPoint(keyspace) + step > point) continue
      this.propose(replica, `${replica.shard}/${keyspace}`, { kind: 'collect', keyspace, point })
    }
    const { outcomesUntil, lastStamp } = machine
    const over = outcomesUntil + FORGET_MICROS
    if (outcomesUntil > 0 && lastStamp <= over && now > over + FORGET_MICROS) {
      this.propose(replica, `${replica.shard}`, { kind: 'raise-ceiling' })
    }
  }

  /** As far as history need not be kept. */
  private pointOf(keyspace: KeyspaceId, now: Timestamp): Timestamp {
    const rules = this.options.settings().keyspaces.get(keyspace)
    return timestamp(rules === undefined ? 0 : Math.max(now - rules.retentionMicros, 0))
  }

  private stepOf(keyspace: KeyspaceId): number {
    const rules = this.options.settings().keyspaces.get(keyspace)
    const share = (rules?.retentionMicros ?? 0) / STEPS
    return Math.min(Math.max(share, STEP_MICROS_MIN), STEP_MICROS_MAX)
  }

  private propose(replica: KvReplica, name: string, command: Command): void {
    if (this.open.has(name)) return
    this.open.add(name)
    replica.submit({
      command,
      bytes: encodeCommand(command),
      log: false,
      rangeEpoch: replica.descriptor.epoch.range,
      deadlineMs: Infinity,
      answered: () => {
        this.open.delete(name)
      },
    })
  }
}
