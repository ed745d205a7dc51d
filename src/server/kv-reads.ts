/**
 * Reads on a shard's leader (02, "Reads"; 05, "Timestamps").
 *
 * Newest reads are evaluated first and vouched for afterwards: the lease is checked *after* the value has been read, since a
 * process paused in between would otherwise answer from the past. Without a lease (just elected, or `reads: read-index`) a
 * heartbeat round is asked for, one for all reads of a turn, and the read is evaluated when it is confirmed and everything
 * committed by then is applied.
 *
 * Reads at a time T wait for (a) a ceiling at or above T, (b) every proposal stamped at or below T, (c) exclusive locks with a
 * prepare stamp at or below T; merging T into the clock (d) puts every later stamp above it. Then the rows as of T can
 * never change again, whoever leads, so no lease is needed. After any wait everything is read again.
 *
 * At a time that leaders have closed, any replica that has applied what belongs to it answers, the leader or not, under (c)
 * alone (05, "Closed timestamps"). A follower may be behind with the outcome that frees a lock: it waits for that for a moment
 * only, then the leader is asked.
 *
 * A confirmation ends a transaction that only read (05, "Strict read-only transactions"): it waits as a read at its time does,
 * (a), (b) and (d), then looks whether anything has changed or is locked, and then, last, at the lease.
 */
import { assert } from '../base/assert.ts'
import type { Clock } from '../base/clock.ts'
import { RingKvError } from '../base/errors.ts'
import type { HybridClock } from '../base/hybrid-clock.ts'
import type { KeyspaceId, NodeId, Timestamp } from '../base/ids.ts'
import type { RawNode, ReadState } from '../raft/index.ts'
import type { KeyspaceRules } from '../shard/command.ts'
import type { ShardMachine } from '../shard/machine.ts'
import type { ReadElsewhere, ReadTooOld } from '../shard/reads.ts'
import type { ScanPlan } from '../shard/scan.ts'
import type { Read, ReadReply, ReadRow } from '../shard/request.ts'
import type { Engine, EngineSnapshot } from '../storage/engine.ts'
import { refused, snapshotTooOld, type ReadCall, type ReadOutcome } from './calls.ts'
import { loadRows } from './engine-rows.ts'
import { withoutRules, type ShardSettings } from './shard-settings.ts'

type GetRead = Extract<Read, { kind: 'get' }>
type ScanRead = Extract<Read, { kind: 'scan' }>
type ConfirmRead = Extract<Read, { kind: 'confirm' }>
type ConfirmFetch = Parameters<ShardMachine['confirm']>[4]
type ConflictsRead = Extract<Read, { kind: 'conflicts' }>

/** Rows that a scan asks the engine for at once, beyond what the page needs (tombstones and newer rows fall out). */
const SCAN_SLACK_ROWS = 32
/** A follower's read waits so long for a lock before the leader is asked. */
const LOCK_PATIENCE_MS = 500

export interface KvReadsOptions {
  readonly node: RawNode
  readonly machine: ShardMachine
  readonly engine: Engine
  readonly clock: HybridClock
  readonly monotonic: Clock
  readonly settings: () => ShardSettings
  readonly mode: 'lease' | 'read-index'
  /** This replica leads and has applied an entry of its term. */
  readonly serving: () => boolean
  /** A split is proposed and not applied: the child may have changed already what is read here. */
  readonly silent: () => boolean
  /** This replica is here: its state may be read. */
  readonly open: () => boolean
  /** Gets the shard's ceiling logged at or above this time. */
  readonly raiseCeiling: (at: Timestamp) => void
  readonly leaderNode: () => NodeId | 0
  /** Asks for a turn of the driver. */
  readonly wake: () => void
  readonly fatal: (error: unknown) => void
}

/** One read under way. */
interface Pending {
  readonly call: ReadCall
  /** Snapshot time; 0 = newest points. Chosen here for newest scans. */
  at: Timestamp
  /** A read-index round begun after the call arrived was confirmed. */
  confirmed: boolean
  /** Its time is closed here: it needs no leader. */
  readonly closed: boolean
  /** Monotonic milliseconds after which it waits for a lock no longer. */
  readonly patientUntilMs: number
}

interface IndexWaiter {
  readonly index: number
  readonly run: () => void
}

export class KvReads {
  private readonly options: KvReadsOptions
  /** Reads that need a heartbeat round, gathered until the end of the turn. */
  private unconfirmed: Pending[] = []
  private readonly rounds = new Map<number, readonly Pending[]>()
  private lastRound = 0
  /** In order of their indexes. */
  private indexWaiters: IndexWaiter[] = []
  private lockWaiters: Pending[] = []
  private ceilingWaiters: Pending[] = []
  /** They go on when the split that is proposed has applied. */
  private splitWaiters: (() => void)[] = []

  constructor(options: KvReadsOptions) {
    this.options = options
  }

  /** No read waits for anything but the engine. */
  get isIdle(): boolean {
    return (
      this.unconfirmed.length === 0 &&
      this.rounds.size === 0 &&
      this.indexWaiters.length === 0 &&
      this.lockWaiters.length === 0 &&
      this.ceilingWaiters.length === 0 &&
      this.splitWaiters.length === 0
    )
  }

  /** The caller has made sure that this replica serves. */
  submit(call: ReadCall): void {
    const pending: Pending = {
      call,
      at: call.read.at,
      confirmed: false,
      closed: false,
      patientUntilMs: call.deadlineMs,
    }
    if (call.read.kind === 'scan' && call.read.at === 0) pending.at = this.options.clock.now()
    this.run(pending)
  }

  /** Of a time that is closed here, as the caller has made sure. */
  submitClosed(call: ReadCall): void {
    const patientUntilMs = this.options.monotonic.monotonicMs() + LOCK_PATIENCE_MS
    this.readAt({ call, at: call.read.at, confirmed: false, closed: true, patientUntilMs })
  }

  /** End of turn: one heartbeat round for all reads that need one. */
  closeRound(): void {
    if (this.unconfirmed.length === 0) return
    const round = ++this.lastRound
    const reads = this.unconfirmed
    this.unconfirmed = []
    this.rounds.set(round, reads)
    if (!this.options.node.readIndex(round, this.options.monotonic.monotonicMs())) {
      this.rounds.delete(round)
      for (const pending of reads) this.notLeader(pending)
    }
  }

  confirmed(states: readonly ReadState[]): void {
    for (const { context, index } of states) {
      const reads = this.rounds.get(context)
      if (reads === undefined) continue
      this.rounds.delete(context)
      for (const pending of reads) {
        pending.confirmed = true
        this.whenApplied(index, () => this.run(pending))
      }
    }
  }

  /** The applied index moved; `locksReleased`: some transaction ended. */
  applied(locksReleased: boolean): void {
    const { machine } = this.options
    if (this.indexWaiters.length > 0 && this.indexWaiters[0]!.index <= machine.appliedIndex) {
      const waiters = this.indexWaiters
      this.indexWaiters = waiters.filter(({ index }) => index > machine.appliedIndex)
      for (const { index, run } of waiters) if (index <= machine.appliedIndex) run()
    }
    if (this.splitWaiters.length > 0 && !this.options.silent()) {
      const waiters = this.splitWaiters
      this.splitWaiters = []
      for (const run of waiters) run()
    }
    if (this.ceilingWaiters.length > 0) {
      const waiters = this.ceilingWaiters
      this.ceilingWaiters = []
      for (const pending of waiters) this.run(pending)
    }
    if (locksReleased && this.lockWaiters.length > 0) {
      const waiters = this.lockWaiters
      this.lockWaiters = []
      for (const pending of waiters) this.again(pending)
    }
  }

  /** Drops waiting reads that nobody waits for any more, and asks again for what the others need. */
  tick(nowMs: number): void {
    this.lockWaiters = this.expire(this.lockWaiters, nowMs)
    this.ceilingWaiters = this.expire(this.ceilingWaiters, nowMs)
    // The command that was to raise the ceiling may have been refused.
    for (const pending of this.ceilingWaiters) {
      this.options.raiseCeiling(pending.at === 0 ? this.options.clock.peek() : pending.at)
    }
  }

  private expire(waiters: Pending[], nowMs: number): Pending[] {
    if (waiters.length === 0) return waiters
    const alive: Pending[] = []
    for (const pending of waiters) {
      if (Math.min(pending.call.deadlineMs, pending.patientUntilMs) > nowMs) alive.push(pending)
      else if (pending.closed) this.notLeader(pending)
      else pending.call.readAnswered(refused('DEADLINE', 'the read waited until its deadline'))
    }
    return alive
  }

  /**
   * After a lock was released. What its transaction wrote is at c, which can be above the time at which a newest scan
   * began: that scan reads at a new time, or it would miss a commit acknowledged before it began.
   */
  private again(pending: Pending): void {
    const { read } = pending.call
    if (read.kind === 'scan' && read.at === 0) pending.at = this.options.clock.now()
    if (pending.closed) this.readAt(pending)
    else this.run(pending)
  }

  /** Leadership is lost. */
  abandon(): void {
    const all = [
      ...this.unconfirmed,
      ...[...this.rounds.values()].flat(),
      ...this.lockWaiters,
      ...this.ceilingWaiters,
    ]
    this.unconfirmed = []
    this.rounds.clear()
    this.lockWaiters = []
    this.ceilingWaiters = []
    const waiters = this.indexWaiters
    const silenced = this.splitWaiters
    this.indexWaiters = []
    this.splitWaiters = []
    for (const pending of all) this.notLeader(pending)
    // Those find out by themselves that this replica serves no more.
    for (const { run } of waiters) run()
    for (const run of silenced) run()
  }

  private run(pending: Pending): void {
    if (!this.options.serving()) {
      this.notLeader(pending)
      return
    }
    if (this.options.silent()) {
      this.splitWaiters.push(() => this.run(pending))
      return
    }
    const { read } = pending.call
    if (read.kind === 'get' && pending.at === 0) this.runNewest(pending, read)
    else if (read.kind === 'conflicts') this.conflicts(pending, read)
    else this.runAt(pending)
  }

  private runNewest(pending: Pending, read: GetRead): void {
    const { machine, clock } = this.options
    const rules = this.rulesOf(read.keyspace)
    if (rules === undefined) {
      this.unknownKeyspace(pending, read)
      return
    }
    const now = clock.peek()
    const result = machine.getNewest(read, rules, now)
    switch (result.kind) {
      case 'rows':
        if (expiredBeyond(result.rows, machine.ceiling, now)) {
          this.waitForCeiling(pending, now)
        } else this.vouch(pending, { kind: 'rows', rows: result.rows, readAt: now })
        break
      case 'locked':
        this.lockWaiters.push(pending)
        break
      case 'needs':
        this.fetch(pending, result.fetch, () => this.run(pending))
        break
      case 'stale-epoch':
      case 'too-old':
        this.turnAway(pending, result)
        break
    }
  }

  private runAt(pending: Pending): void {
    const { machine, clock, node } = this.options
    clock.merge(pending.at)
    if (machine.ceiling < pending.at) {
      this.waitForCeiling(pending, pending.at)
      return
    }
    // Everything proposed so far may be stamped at or below T; what comes later is above it.
    this.whenApplied(node.lastIndex, () => this.readAt(pending))
  }

  private mayAnswer(pending: Pending): boolean {
    return pending.closed ? this.options.open() : this.options.serving()
  }

  private readAt(pending: Pending): void {
    const { call } = pending
    if (!this.mayAnswer(pending)) this.notLeader(pending)
    else if (!pending.closed && this.options.silent()) {
      this.splitWaiters.push(() => this.readAt(pending))
    } else if (call.read.kind === 'get') this.getAt(pending, call.read)
    else if (call.read.kind === 'scan') this.scan(pending, call.read)
    else if (call.read.kind === 'confirm') this.confirm(pending, call.read)
  }

  private getAt(
    pending: Pending,
    read: GetRead,
    fetched?: Parameters<ShardMachine['getAt']>[2],
  ): void {
    const { machine } = this.options
    const rules = this.rulesOf(read.keyspace)
    if (rules === undefined) {
      this.unknownKeyspace(pending, read)
      return
    }
    const result = machine.getAt({ ...read, at: pending.at }, rules, fetched)
    switch (result.kind) {
      case 'rows':
        this.answer(pending, {
          kind: 'read',
          reply: { kind: 'rows', rows: result.rows, readAt: pending.at },
        })
        break
      case 'locked':
        this.lockWaiters.push(pending)
        break
      case 'needs': {
        const { fetch } = result
        this.fetch(pending, fetch, () => this.getAt(pending, read, fetch))
        break
      }
      case 'stale-epoch':
      case 'too-old':
        this.turnAway(pending, result)
        break
    }
  }

  private scan(pending: Pending, read: ScanRead): void {
    const { machine, engine } = this.options
    if (this.rulesOf(read.keyspace) === undefined) {
      this.unknownKeyspace(pending, read)
      return
    }
    // While it waited the shard may have split: the page would end sooner than who asked by the old range takes it to.
    if (pending.call.rangeEpoch !== machine.descriptor.epoch.range) {
      this.turnAway(pending, { kind: 'stale-epoch' })
      return
    }
    const planned = machine.planScan({ ...read, at: pending.at }, pending.at)
    if (planned.kind === 'locked') {
      this.lockWaiters.push(pending)
      return
    }
    if (planned.kind !== 'plan') {
      this.turnAway(pending, planned)
      return
    }
    scanPage(planned.plan, engine, read.limit).then(
      (page) => {
        if (!this.mayAnswer(pending)) this.notLeader(pending)
        else if (read.at !== 0) this.answer(pending, { kind: 'read', reply: page })
        else this.vouch(pending, page)
      },
      (error: unknown) => this.failed(error),
    )
  }

  /**
   * Everything proposed before is applied, and whatever comes is stamped above the reads: what is unchanged now was the newest
   * when the confirmation began, at all shards at once.
   */
  private confirm(pending: Pending, read: ConfirmRead, fetched?: ConfirmFetch): void {
    const { machine, clock, settings } = this.options
    const { keyspaces } = settings()
    const result = machine.confirm(read.reads, read.ranges, keyspaces, clock.peek(), fetched)
    switch (result.kind) {
      case 'unchanged':
      case 'changed': {
        const changed = result.kind === 'changed' ? result.key : undefined
        this.vouch(pending, { kind: 'confirmed', changed, readAt: read.at })
        break
      }
      case 'locked':
        this.lockWaiters.push(pending)
        break
      case 'needs': {
        const { fetch } = result
        this.fetch(pending, fetch, () => this.confirmAgain(pending, read, fetch))
        break
      }
      case 'stale-epoch':
        this.turnAway(pending, result)
        break
    }
  }

  /** With what was fetched, unless a split came between. */
  private confirmAgain(pending: Pending, read: ConfirmRead, fetched: ConfirmFetch): void {
    if (this.options.silent()) this.splitWaiters.push(() => this.readAt(pending))
    else this.confirm(pending, read, fetched)
  }

  /** What the log held when it was asked; the lease is checked afterwards, as for every newest read. */
  private conflicts(pending: Pending, read: ConflictsRead): void {
    const { machine, engine, clock } = this.options
    const rules = this.rulesOf(read.keyspace)
    if (rules === undefined) {
      this.unknownKeyspace(pending, read)
      return
    }
    const plan = machine.planConflicts(read, rules)
    if (plan.kind === 'locked') {
      this.lockWaiters.push(pending)
      return
    }
    if (plan.kind !== 'plan') {
      this.turnAway(pending, plan)
      return
    }
    engine.iterate(plan.bounds).then(
      (rows) => {
        if (!this.options.serving()) this.notLeader(pending)
        else this.vouch(pending, { kind: 'conflicts', ...plan.found(rows), readAt: clock.peek() })
      },
      (error: unknown) => this.failed(error),
    )
  }

  /** The value has been read; may it be called the newest? */
  private vouch(pending: Pending, reply: ReadReply): void {
    const { node, monotonic, mode, wake } = this.options
    if (pending.confirmed || (mode === 'lease' && node.hasLease(monotonic.monotonicMs()))) {
      this.answer(pending, { kind: 'read', reply })
      return
    }
    this.unconfirmed.push(pending)
    wake()
  }

  /** Asks `again` when the rows are here. */
  private fetch(
    pending: Pending,
    fetch: Parameters<ShardMachine['fill']>[0],
    again: () => void,
  ): void {
    const { engine, machine } = this.options
    loadRows(engine, machine, fetch).then(
      () => {
        if (this.mayAnswer(pending)) again()
        else this.notLeader(pending)
      },
      (error: unknown) => this.failed(error),
    )
  }

  private waitForCeiling(pending: Pending, at: Timestamp): void {
    this.ceilingWaiters.push(pending)
    this.options.raiseCeiling(at)
  }

  private whenApplied(index: number, run: () => void): void {
    const { indexWaiters } = this
    if (this.options.machine.appliedIndex >= index) {
      run()
      return
    }
    // Nearly always the last: only a confirmed round can be behind what has been proposed meanwhile.
    let place = indexWaiters.length
    while (place > 0 && indexWaiters[place - 1]!.index > index) place--
    indexWaiters.splice(place, 0, { index, run })
  }

  private answer(pending: Pending, outcome: ReadOutcome): void {
    pending.call.readAnswered(outcome)
  }

  private notLeader(pending: Pending): void {
    const leader = this.options.leaderNode()
    this.answer(pending, refused('NOT_LEADER', 'the shard has another leader', { leader }))
  }

  /** None of a keyspace that the shard knows to be dropped, even if this node has not heard of it. */
  private rulesOf(keyspace: KeyspaceId): KeyspaceRules | undefined {
    const { machine, settings } = this.options
    return machine.wasDropped(keyspace) ? undefined : settings().keyspaces.get(keyspace)
  }

  private unknownKeyspace(
    pending: Pending,
    { keyspace }: GetRead | ScanRead | ConflictsRead,
  ): void {
    this.answer(pending, withoutRules(this.options.settings(), keyspace))
  }

  /** What no waiting changes: it is read elsewhere, or no more. */
  private turnAway(pending: Pending, result: ReadElsewhere | ReadTooOld): void {
    if (result.kind === 'stale-epoch') {
      this.answer(pending, refused('STALE_EPOCH', 'what is read is not in this shard any more'))
      return
    }
    this.answer(pending, snapshotTooOld(pending.at, result.gcPoint))
  }

  /** The engine refuses reads while the node stops; anything else is the environment failing. */
  private failed(error: unknown): void {
    if (error instanceof RingKvError && error.code === 'SHUTTING_DOWN') return
    this.options.fatal(error)
  }
}

/** Whether a row was judged expired by a clock reading that no promise covers yet (05, "Time to live"). */
function expiredBeyond(rows: readonly ReadRow[], ceiling: Timestamp, now: Timestamp): boolean {
  if (now <= ceiling) return false
  return rows.some(({ expiry }) => expiry !== 0 && expiry > ceiling && expiry <= now)
}

/**
 * One page of the engine as it is now: at most the rows that one look into the engine brings; the caller
 * asks on where it says `next`.
 */
async function scanPage(plan: ScanPlan, engine: Engine, rowsWanted: number): Promise<ReadReply> {
  // An engine that has failed refuses this, too: in here that is the scan's failure, not its caller's.
  const snapshot = engine.snapshot()
  try {
    return await pageOf(plan, snapshot, rowsWanted)
  } finally {
    await snapshot.close()
  }
}

async function pageOf(
  plan: ScanPlan,
  snapshot: EngineSnapshot,
  rowsWanted: number,
): Promise<ReadReply> {
  const limit = rowsWanted + SCAN_SLACK_ROWS
  const rows = await snapshot.iterate({ ...plan.bounds, limit })
  const exhausted = rows.length < limit
  const page = plan.page(rows, exhausted)
  if (page.kind === 'page') return page
  const history = await Promise.all(page.ranges.map((range) => snapshot.iterate(range)))
  const complete = plan.page(rows, exhausted, history)
  assert(complete.kind === 'page', 'a scan page wants rows that it was given')
  return complete
}
