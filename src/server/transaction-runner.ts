/**
 * Runs the commit protocol's state machines (txn/coordinator.ts, txn/recovery.ts): sends what they want sent, wakes them when
 * they want to be woken. The machines decide; this file only moves.
 *
 * A machine's actions happen inside its events and must not re-enter it, but a local leader may answer at once; so answers
 * that come during an event wait until it is over.
 */
import type { Clock, Scheduler, Timer } from '../base/clock.ts'
import { operationKey, type OperationId, type Timestamp, type Token } from '../base/ids.ts'
import type { Random } from '../base/random.ts'
import type { Command } from '../shard/command.ts'
import type { UnforgottenCommit } from '../shard/outcomes.ts'
import type { CommandReply } from '../shard/request.ts'
import { Coordinator } from '../txn/coordinator.ts'
import { Recovery, type AbortRefusal, type Outcome, type RecoveryActions } from '../txn/recovery.ts'
import { TRANSACTION_TIMING } from '../txn/round.ts'
import type { Participant, Refusal, RefusedWrite, WriteResult } from '../txn/types.ts'
import type { RoutedResult, ShardRouter } from './shard-router.ts'

/** How long one message of the protocol is on its way before its machine thinks again. */
const STEP_TIMEOUT_MS = 2_000
const TICK_MS = 20
/** How long after a stale route the map is looked at again. */
const REROUTE_PAUSE_MS = 50
const FORGET_INTERVAL_MS = 1_000
const RECOVERY_TIMEOUT_MS = 10_000
/** Recoveries of overdue transactions at once; sweeps come back for the rest. */
const RECOVERIES_MAX = 64
/** As many of commits that are delivered again: a node that died can have left thousands to be forgotten. */
const DELIVERIES_MAX = 256

/** What the client of a cross-shard transaction hears. `results`: per participant, as their votes said. */
export interface TransactionResult {
  readonly outcome: Outcome
  readonly results: readonly (readonly WriteResult[] | undefined)[]
  /** Of an aborted one: what its participants had to explain. */
  readonly conflicts: readonly RefusedWrite[]
}

/** One participant's part of a transaction. */
export interface TransactionPart {
  readonly participant: Participant
  readonly prepare: Extract<Command, { kind: 'prepare' }>
  /** Whether all its keys are (still) in one shard. */
  readonly whole: () => boolean
}

export interface TransactionRunnerOptions {
  readonly clock: Clock
  readonly scheduler: Scheduler
  readonly random: Random
  readonly router: ShardRouter
  /** A broken invariant of the protocol: say so loudly. */
  readonly contradiction: (message: string) => void
}

type Machine = Coordinator | Recovery

export class TransactionRunner {
  readonly options: TransactionRunnerOptions
  private readonly running = new Set<Run>()
  /** Ids under recovery here, so that ten sweeps start one. */
  private readonly recovering = new Set<string>()
  /** Commits that are delivered again here; apart, so that locks need not wait for memory. */
  private readonly delivering = new Set<string>()
  /** Committed everywhere, by participant token: to be forgotten by the shards. */
  private forgets = new Map<Token, OperationId[]>()
  private readonly forgetTimer: Timer
  /** Runs while something is under way. */
  private tickTimer: Timer | undefined

  constructor(options: TransactionRunnerOptions) {
    this.options = options
    const { scheduler } = options
    this.forgetTimer = scheduler.every(FORGET_INTERVAL_MS, () => this.sendForgets())
  }

  /**
   * Commits over several shards; `done` is called exactly once, by the deadline at the latest.
   * @param participants of `parts`, in their order, as each prepare names them
   */
  commit(
    id: OperationId,
    participants: readonly Participant[],
    parts: readonly TransactionPart[],
    deadlineMs: number,
    done: (result: TransactionResult) => void,
  ): void {
    const { clock, random } = this.options
    const now = clock.monotonicMs()
    const run = new Run(this, id, parts)
    const coordinator = new Coordinator(
      { id, participants, deadlineMs, timing: TRANSACTION_TIMING, random },
      run,
      now,
    )
    run.decide = (outcome) => {
      const { results, conflicts } = coordinator
      done({ outcome, results, conflicts })
    }
    this.begin(run, coordinator, () => coordinator.start(now))
  }

  /** Finds out what became of an id, finishing it on the way. */
  recover(
    id: OperationId,
    participants: readonly Participant[],
    askedBy: 'list' | 'keys',
    deadlineMs: number,
    done: (outcome: Outcome) => void,
  ): void {
    const run = new Run(this, id, [])
    run.decide = done
    const recovery = this.recoveryOf(run, participants, askedBy, deadlineMs)
    this.begin(run, recovery, () => recovery.start(this.options.clock.monotonicMs()))
  }

  /** Recovers an id that holds locks for too long, unless that is under way here. */
  recoverOverdue(id: OperationId, participants: readonly Participant[]): void {
    this.background(this.recovering, RECOVERIES_MAX, id, participants, (recovery, now) =>
      recovery.start(now),
    )
  }

  /** A commit whose `forget` was lost: once everybody has surely applied it, it is forgotten, unless that is under way here. */
  deliverAgain({ id, outcome }: UnforgottenCommit): void {
    this.background(this.delivering, DELIVERIES_MAX, id, outcome.participants, (recovery, now) =>
      recovery.deliver(now, outcome),
    )
  }

  private background(
    underWay: Set<string>,
    most: number,
    id: OperationId,
    participants: readonly Participant[],
    start: (recovery: Recovery, nowMs: number) => void,
  ): void {
    const key = operationKey(id)
    if (underWay.has(key) || underWay.size >= most) return
    underWay.add(key)
    const now = this.options.clock.monotonicMs()
    const run = new Run(this, id, [])
    run.ended = () => underWay.delete(key)
    const recovery = this.recoveryOf(run, participants, 'list', now + RECOVERY_TIMEOUT_MS)
    this.begin(run, recovery, () => start(recovery, now))
  }

  private recoveryOf(
    run: Run,
    participants: readonly Participant[],
    askedBy: 'list' | 'keys',
    deadlineMs: number,
  ): Recovery {
    const { clock, random } = this.options
    const { id } = run
    return new Recovery(
      { id, participants, askedBy, deadlineMs, timing: TRANSACTION_TIMING, random },
      run,
      clock.monotonicMs(),
    )
  }

  close(): void {
    this.forgetTimer.cancel()
    this.tickTimer?.cancel()
    this.running.clear()
  }

  /** For runs only. */
  ended(run: Run): void {
    this.running.delete(run)
  }

  /** For runs only. */
  forget(id: OperationId, participants: readonly Participant[]): void {
    for (const { token } of participants) {
      const ids = this.forgets.get(token)
      if (ids === undefined) this.forgets.set(token, [id])
      else ids.push(id)
    }
  }

  private begin(run: Run, machine: Machine, start: () => void): void {
    run.machine = machine
    this.running.add(run)
    this.planTick()
    run.event(start)
  }

  private planTick(): void {
    this.tickTimer ??= this.options.scheduler.after(TICK_MS, () => {
      this.tickTimer = undefined
      this.tick()
      if (this.running.size > 0) this.planTick()
    })
  }

  private tick(): void {
    const now = this.options.clock.monotonicMs()
    for (const run of this.running) {
      if (run.machine.wakeAtMs <= now) run.event(() => run.machine.tick(now))
    }
  }

  private sendForgets(): void {
    const { router, clock } = this.options
    const byShard = new Map<number, { readonly token: Token; readonly ids: OperationId[] }>()
    for (const [token, ids] of this.forgets) {
      const slot = router.options.cluster.view.shards.slotOf(token)
      const group = byShard.get(slot)
      if (group === undefined) byShard.set(slot, { token, ids })
      else group.ids.push(...ids)
    }
    this.forgets = new Map()
    for (const { token, ids } of byShard.values()) {
      // A lost forget is not repeated: past expiry the leaders of the shards that still know deliver again.
      router.send({
        token,
        command: { kind: 'forget', ids },
        read: undefined,
        deadlineMs: clock.monotonicMs() + STEP_TIMEOUT_MS,
        resent: false,
        step: true,
        done: () => undefined,
      })
    }
  }
}

/** One machine and its messages under way. */
class Run implements RecoveryActions {
  machine!: Machine
  decide: (outcome: Outcome) => void = () => undefined
  ended: () => void = () => undefined
  private readonly runner: TransactionRunner
  readonly id: OperationId
  private readonly parts: readonly TransactionPart[]
  private inEvent = false
  private readonly queued: (() => void)[] = []

  constructor(runner: TransactionRunner, id: OperationId, parts: readonly TransactionPart[]) {
    this.runner = runner
    this.id = id
    this.parts = parts
  }

  /** Runs one event of the machine, then those that came during it. */
  event(run: () => void): void {
    if (this.inEvent) {
      this.queued.push(run)
      return
    }
    this.inEvent = true
    try {
      run()
      for (let next = this.queued.shift(); next !== undefined; next = this.queued.shift()) next()
    } finally {
      this.inEvent = false
    }
  }

  // ---- actions of the machine

  prepare(ticket: number, index: number): void {
    const { participant, prepare } = this.parts[index]!
    this.send(ticket, participant, prepare)
  }

  reroute(ticket: number, index: number): void {
    // The map may be on its way: look when it had time to come.
    this.runner.options.scheduler.after(REROUTE_PAUSE_MS, () => {
      const { machine } = this
      if (machine.over || !(machine instanceof Coordinator)) return
      const whole = this.parts[index]!.whole()
      this.event(() => machine.rerouted(this.now, ticket, whole))
    })
  }

  resolve(ticket: number, participant: Participant, list: readonly Participant[]): void {
    const tokens = [participant.token]
    this.send(ticket, participant, { kind: 'resolve', id: this.id, participants: list, tokens })
  }

  commit(ticket: number, participant: Participant, at: Timestamp): void {
    this.send(ticket, participant, { kind: 'commit', id: this.id, at })
  }

  abort(
    ticket: number,
    participant: Participant,
    list: readonly Participant[],
    refusal: AbortRefusal,
  ): void {
    this.send(ticket, participant, { kind: 'abort', id: this.id, participants: list, refusal })
  }

  decided(outcome: Outcome): void {
    this.decide(outcome)
  }

  applied(list: readonly Participant[]): void {
    this.runner.forget(this.id, list)
  }

  contradiction(message: string): void {
    this.runner.options.contradiction(`transaction ${operationKey(this.id)}: ${message}`)
  }

  done(): void {
    this.runner.ended(this)
    this.ended()
  }

  // ----

  private get now(): number {
    return this.runner.options.clock.monotonicMs()
  }

  private send(ticket: number, participant: Participant, command: Command): void {
    this.runner.options.router.send({
      token: participant.token,
      command,
      read: undefined,
      deadlineMs: this.now + STEP_TIMEOUT_MS,
      resent: false,
      step: true,
      done: (result) => this.event(() => this.answered(ticket, result)),
    })
  }

  private answered(ticket: number, result: RoutedResult): void {
    const { machine, now } = this
    if (result.kind === 'reply') this.replied(ticket, result.reply)
    else if (result.kind === 'failed' && isRefusal(result) && machine instanceof Coordinator) {
      const refusal: Refusal = { code: result.code, message: result.message, conflicts: [] }
      machine.refusedUnlogged(now, ticket, refusal)
    } else machine.failed(now, ticket)
  }

  private replied(ticket: number, reply: CommandReply): void {
    const { machine, now } = this
    switch (reply.kind) {
      case 'participant':
        machine.answer(now, ticket, reply.answer)
        break
      case 'done':
      case 'range-deleted':
        machine.acknowledged(now, ticket)
        break
      case 'stale-epoch':
        machine.answer(now, ticket, { kind: 'stale-epoch' })
        break
      case 'refused':
        // A limit or an unknown keyspace: the shard said no to the whole prepare.
        if (machine instanceof Coordinator) machine.refusedUnlogged(now, ticket, reply.refusal)
        else machine.failed(now, ticket)
        break
      case 'written':
      case 'transacted':
      case 'recorded':
      case 'locked':
        machine.failed(now, ticket)
        break
    }
  }
}

/** Whether a leader said no, as opposed to nobody having answered. */
function isRefusal(result: Extract<RoutedResult, { kind: 'failed' }>): boolean {
  return !['NO_QUORUM', 'DEADLINE', 'OUTCOME_UNKNOWN', 'INTERNAL'].includes(result.code)
}
