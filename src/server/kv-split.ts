/**
 * A split at the shard's leader (05, "Splits"; 06): nothing may be prepared when the command applies. So new prepares are held back, for
 * a second at most, and what was left behind by somebody is recovered; when nothing is prepared, and nothing on its way, the command is
 * proposed. If that takes too long the held ones go on, and whoever asked may ask again.
 *
 * Between proposing and applying nothing else is proposed, and nothing is answered (kv-proposals.ts, kv-reads.ts).
 */
import type { Clock } from '../base/clock.ts'
import type { HybridClock } from '../base/hybrid-clock.ts'
import type { KeyspaceId, Timestamp } from '../base/ids.ts'
import { encodeCommand } from '../shard/command-codec.ts'
import type { Command, KeyspaceShare } from '../shard/command.ts'
import { keyspaceBounds } from '../shard/keys.ts'
import type { ShardMachine } from '../shard/machine.ts'
import type { Engine } from '../storage/engine.ts'
import type { PrepareRecord } from '../txn/types.ts'
import { refused, type CommandCall, type CommandOutcome } from './calls.ts'

/** Prepares are held back for so long. */
const HOLD_MS = 1_000
/** What is older than this when a split wants to come is recovered. */
const LEFTOVER_MICROS = 200_000
const MILLION = 1_000_000

type SplitCommand = Extract<Command, { kind: 'split' }>

export interface KvSplitOptions {
  readonly machine: ShardMachine
  readonly engine: Engine
  readonly clock: HybridClock
  readonly monotonic: Clock
  /** A prepare is on its way into the log. */
  readonly carriesPrepares: () => boolean
  readonly propose: (call: CommandCall) => void
  /** A command that was held back goes on. */
  readonly goOn: (call: CommandCall) => void
  readonly overdue: (record: PrepareRecord) => void
}

interface Waiting {
  readonly call: CommandCall
  readonly command: SplitCommand
  readonly untilMs: number
  shares: readonly KeyspaceShare[] | undefined
}

export class KvSplit {
  private readonly options: KvSplitOptions
  private waiting: Waiting | undefined
  private held: CommandCall[] = []

  constructor(options: KvSplitOptions) {
    this.options = options
  }

  get isIdle(): boolean {
    return this.waiting === undefined && this.held.length === 0
  }

  /** Prepares are not let into the log now. */
  get holdsBack(): boolean {
    return this.waiting !== undefined
  }

  ask(call: CommandCall, command: SplitCommand): void {
    if (this.waiting !== undefined) {
      call.answered(refused('OVERLOADED', 'the shard is about to be split', { retryAfterMs: 100 }))
      return
    }
    const { monotonic } = this.options
    const waiting = { call, command, untilMs: monotonic.monotonicMs() + HOLD_MS, shares: undefined }
    this.waiting = waiting
    this.findShares(waiting).catch(() => {
      if (this.waiting === waiting) this.giveUp('its size is not known')
    })
  }

  /** A prepare has come. */
  hold(call: CommandCall): void {
    this.held.push(call)
  }

  /** Something was applied, or time has passed: look whether the split may be proposed. */
  look(): void {
    const { waiting } = this
    if (waiting === undefined) return
    const { machine, monotonic, clock, carriesPrepares, overdue, propose } = this.options
    if (waiting.shares !== undefined && machine.locks.isEmpty && !carriesPrepares()) {
      this.waiting = undefined
      propose(withShares(waiting.call, { ...waiting.command, shares: waiting.shares }))
      // What was held back waits behind it, in the open batch.
      this.letGo()
    } else if (monotonic.monotonicMs() >= waiting.untilMs) {
      this.giveUp(`${machine.locks.size} transactions hold locks`)
    } else {
      const before = (clock.peek() - LEFTOVER_MICROS) as Timestamp
      for (const record of machine.preparedRecords()) if (record.stamp < before) overdue(record)
    }
  }

  /** This replica leads no more. */
  abandon(outcome: CommandOutcome): void {
    const { waiting, held } = this
    this.waiting = undefined
    this.held = []
    waiting?.call.answered(outcome)
    for (const call of held) call.answered(outcome)
  }

  private giveUp(why: string): void {
    const { waiting } = this
    this.waiting = undefined
    waiting?.call.answered(
      refused('OVERLOADED', `the shard is not split: ${why}`, { retryAfterMs: 1_000 }),
    )
    this.letGo()
  }

  private letGo(): void {
    const calls = this.held
    this.held = []
    for (const call of calls) this.options.goOn(call)
  }

  /** About which part of each keyspace lies above the token, by what the engine says of its size. */
  private async findShares(waiting: Waiting): Promise<void> {
    const { machine, engine } = this.options
    const { range } = machine.descriptor
    const { token } = waiting.command
    const shares: KeyspaceShare[] = []
    const ofRing = (range.end - token) / (range.end - range.start)
    for (const keyspace of machine.keyspaces()) {
      const [below, above] = await Promise.all([
        this.sizeOf(engine, keyspace, { start: range.start, end: token }),
        this.sizeOf(engine, keyspace, { start: token, end: range.end }),
      ])
      const share = below + above === 0 ? ofRing : above / (below + above)
      shares.push({ keyspace, millionths: Math.round(share * MILLION) })
    }
    waiting.shares = shares
    this.look()
  }

  private async sizeOf(
    engine: Engine,
    keyspace: KeyspaceId,
    range: { readonly start: number; readonly end: number },
  ): Promise<number> {
    const { gte, lt } = keyspaceBounds('heads', this.options.machine.segment, keyspace, range)
    return engine.approximateSize(gte, lt)
  }
}

function withShares(call: CommandCall, command: SplitCommand): CommandCall {
  const { log, rangeEpoch, deadlineMs } = call
  return {
    command,
    bytes: encodeCommand(command),
    log,
    rangeEpoch,
    deadlineMs,
    answered: (outcome) => call.answered(outcome),
  }
}
