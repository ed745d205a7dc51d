/**
 * A tiny world for the commit protocol: participants that follow design page 05 to the letter for one transaction id, a
 * network that loses, repeats, delays and reorders, coordinators and recoverers that stop at any point. Everything is
 * drawn from one seed. It checks, all the time, that there is one decision and that nobody is told otherwise.
 */
import assert from 'node:assert/strict'
import { shardId, timestamp, token, type OperationId, type Timestamp } from '../../src/base/ids.ts'
import { SeededRandom } from '../../src/base/random.ts'
import { Coordinator, type CoordinatorActions } from '../../src/txn/coordinator.ts'
import { Recovery } from '../../src/txn/recovery.ts'
import type { AbortRefusal, Outcome } from '../../src/txn/recovery-actions.ts'
import { TRANSACTION_TIMING, type TransactionTiming } from '../../src/txn/round.ts'
import type { Participant, ParticipantAnswer, Refusal } from '../../src/txn/types.ts'
import { sameParticipants } from '../../src/txn/votes.ts'

const EXPIRY = timestamp(1_000)
export const ID: OperationId = { client: 'c'.repeat(32), sequence: 7, expiry: EXPIRY }
export const TIMING: TransactionTiming = { ...TRANSACTION_TIMING, giveUpAfterMs: 600_000 }

export function participant(index: number): Participant {
  return { shard: shardId(index + 1), token: token(index * 100) }
}

export function refusal(code: Refusal['code'], message = 'said the participant'): Refusal {
  return { code, message, conflicts: [] }
}

/** The branch that the modelled transaction took: the one that nobody takes without being told. */
const BRANCH = false

type Request =
  | { readonly kind: 'prepare'; readonly list: readonly Participant[] }
  | { readonly kind: 'resolve'; readonly list: readonly Participant[] }
  | { readonly kind: 'commit'; readonly at: Timestamp }
  | {
      readonly kind: 'abort'
      readonly list: readonly Participant[]
      readonly refusal: AbortRefusal
    }

/** What comes back: an answer from the log, a bare acknowledgement, or something that was never logged. */
type Reply = ParticipantAnswer | { readonly kind: 'done' | 'lost' | 'hint' }

type Row =
  | { readonly kind: 'prepared'; readonly answer: Extract<ParticipantAnswer, { kind: 'prepared' }> }
  | { readonly kind: 'committed'; readonly at: Timestamp; readonly list: readonly Participant[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** One shard's replicated state for the one id. A call is an applied log entry. */
export class ModelShard {
  row: Row | undefined
  clock: number
  /** Times at which a commit took effect here. */
  readonly applied: Timestamp[] = []
  /** Whether every participant is known to have applied the commit. */
  mayForget = false
  private readonly random: SeededRandom

  constructor(random: SeededRandom) {
    this.random = random
    this.clock = random.integer(1, 40)
  }

  get expired(): boolean {
    return this.clock > EXPIRY
  }

  apply(request: Request): Reply {
    this.clock += this.random.integer(1, 5)
    switch (request.kind) {
      case 'prepare':
        return this.prepare(request.list)
      case 'resolve':
        return this.recorded(request.list) ?? this.refuse(refusal('RETRY', 'fenced'))
      case 'commit':
        return this.commit(request.at)
      case 'abort':
        return this.abort(request.list, request.refusal)
    }
  }

  /** Drops what may be dropped: refusal rows past expiry, outcomes that everyone applied, never a prepare record. */
  collect(): void {
    if (!this.expired || this.row === undefined) return
    if (this.row.kind === 'refused' || (this.row.kind === 'committed' && this.mayForget)) {
      this.row = undefined
    }
  }

  private prepare(list: readonly Participant[]): ParticipantAnswer {
    if (this.row !== undefined) return this.recorded(list)!
    if (this.expired) return { kind: 'no-vote', code: 'OUTCOME_EXPIRED' }
    if (this.random.float() < 0.1) return this.refuse(refusal('CONFLICT'))
    const stamp = timestamp(this.clock)
    const leastExpiry =
      this.random.float() < 0.8 ? timestamp(0) : timestamp(stamp + this.random.integer(1, 60))
    const answer = {
      kind: 'prepared',
      stamp,
      leastExpiry,
      participants: list,
      succeeded: BRANCH,
      results: [],
    } as const
    this.row = { kind: 'prepared', answer }
    return answer
  }

  private commit(at: Timestamp): Reply {
    assert.notEqual(this.row?.kind, 'refused', 'ATOM: a commit met a refusal')
    if (this.row?.kind === 'prepared') {
      const { stamp, leastExpiry } = this.row.answer
      assert.ok(at >= stamp, 'TS: commit below a prepare stamp')
      assert.ok(leastExpiry === 0 || at < leastExpiry, 'committed past an expiry that it built on')
      this.row = { kind: 'committed', at, list: this.row.answer.participants }
      this.clock = Math.max(this.clock, at)
      this.applied.push(at)
    }
    return this.random.float() < 0.5 ? { kind: 'done' } : (this.recorded([]) ?? { kind: 'done' })
  }

  private abort(list: readonly Participant[], why: AbortRefusal): ParticipantAnswer {
    if (this.row?.kind === 'prepared' && sameParticipants(this.row.answer.participants, list)) {
      return this.refuse({ ...why, conflicts: [] }, true)
    }
    return this.recorded(list) ?? this.refuse({ ...why, conflicts: [] })
  }

  /** The answer from the outcome table; undefined when a refusal row is to be written. */
  private recorded(list: readonly Participant[]): ParticipantAnswer | undefined {
    const { row } = this
    if (row === undefined) return this.expired ? { kind: 'gone' } : undefined
    if (row.kind === 'committed') {
      return { kind: 'committed', at: row.at, succeeded: BRANCH, participants: row.list }
    }
    if (row.kind === 'refused') return { kind: 'refused', refusal: row.refusal }
    const { participants } = row.answer
    return list.length === 0 || sameParticipants(list, participants)
      ? row.answer
      : { kind: 'other-list', participants }
  }

  private refuse(why: Refusal, dropsRecord = false): ParticipantAnswer {
    assert.ok(this.row === undefined || dropsRecord, 'a refusal row overwrites nothing')
    this.row = { kind: 'refused', refusal: why }
    return { kind: 'refused', refusal: why }
  }
}

/** A coordinator or recoverer together with what it was seen to do. */
export interface Runner {
  readonly machine: Coordinator | Recovery
  outcome: Outcome | undefined
  finished: boolean
  stopped: boolean
}

type Message =
  | {
      readonly to: 'shard'
      readonly runner: Runner
      readonly ticket: number
      readonly shard: number
      readonly request: Request
    }
  | {
      readonly to: 'runner'
      readonly runner: Runner
      readonly ticket: number
      readonly reply: Reply
    }

export class World {
  readonly random: SeededRandom
  readonly shards: ModelShard[] = []
  readonly list: readonly Participant[]
  readonly runners: Runner[] = []
  nowMs = 0
  /** While true the network loses and repeats, and leaders refuse without logging. */
  faulty = true
  private readonly messages: Message[] = []

  constructor(seed: number, size: number) {
    this.random = new SeededRandom(seed)
    for (let index = 0; index < size; index++) this.shards.push(new ModelShard(this.random.fork()))
    this.list = this.shards.map((_, index) => participant(index))
  }

  startCoordinator(): Runner {
    return this.launch(
      (actions) =>
        new Coordinator(
          { ...this.common(this.random.integer(200, 6_000)), participants: this.list },
          actions,
          this.nowMs,
        ),
    )
  }

  startRecovery(participants = this.list, askedBy: 'list' | 'keys' = 'list'): Runner {
    return this.launch(
      (actions) =>
        new Recovery(
          { ...this.common(this.random.integer(200, 6_000)), participants, askedBy },
          actions,
          this.nowMs,
        ),
    )
  }

  stop(runner: Runner): void {
    runner.stopped = true
  }

  get live(): Runner[] {
    return this.runners.filter((runner) => !runner.stopped && !runner.finished)
  }

  get quiet(): boolean {
    return this.messages.length === 0
  }

  /** One random thing happens. */
  step(): void {
    const { random } = this
    if (this.messages.length > 0 && random.float() < 0.85) {
      const at = random.integer(0, this.messages.length - 1)
      const message = this.messages[at]!
      if (!this.faulty || random.float() >= 0.1) this.messages.splice(at, 1)
      if (!this.faulty || random.float() >= 0.1) this.deliver(message)
    } else if (random.float() < 0.9) {
      this.passTime()
    } else {
      const shard = this.shards[random.integer(0, this.shards.length - 1)]!
      if (this.faulty && random.float() < 0.15) shard.clock += random.integer(0, 1_200)
      shard.collect()
    }
    this.check()
  }

  /** No more faults: sweeps find every record left, until nothing is left to do. */
  heal(): void {
    this.faulty = false
    for (let round = 0; round < 20_000; round++) {
      if (this.live.length === 0 && this.quiet) {
        const holder = this.shards.find((shard) => shard.row?.kind === 'prepared')
        if (holder?.row?.kind !== 'prepared') return
        this.startRecovery(holder.row.answer.participants)
      }
      this.step()
    }
    assert.fail('LIVE: records are left, or a machine never ends')
  }

  check(): void {
    const times = new Set(this.shards.flatMap((shard) => shard.applied))
    assert.ok(times.size <= 1, 'ATOM: one commit timestamp')
    for (const shard of this.shards) assert.ok(shard.applied.length <= 1, 'ONCE: applied once')
    const told = new Set(this.runners.map(({ outcome }) => outcome?.kind))
    assert.ok(!(told.has('committed') && told.has('aborted')), 'told both committed and aborted')
    assert.ok(!(times.size > 0 && told.has('aborted')), 'told aborted, but committed')
    assert.ok(
      !told.has('expired') || this.shards.some((shard) => shard.expired),
      'told expired before any expiry',
    )
  }

  /** After healing: everyone did what was said. */
  checkEnd(): void {
    this.check()
    const committed = this.shards.some((shard) => shard.applied.length > 0)
    for (const shard of this.shards) {
      assert.equal(shard.applied.length > 0, committed, 'ATOM: all or none')
    }
    for (const { outcome, finished, stopped } of this.runners) {
      assert.ok(stopped || finished, 'every machine ends')
      if (outcome?.kind === 'committed') {
        assert.ok(committed, 'told committed, but nobody applied it')
        assert.equal(this.shards[0]!.applied[0], outcome.at)
        assert.equal(outcome.succeeded, BRANCH, 'told another branch than was prepared')
      }
    }
  }

  private common(deadlineInMs: number) {
    return {
      id: ID,
      deadlineMs: this.nowMs + deadlineInMs,
      timing: TIMING,
      random: this.random.fork(),
    }
  }

  private launch(make: (actions: CoordinatorActions) => Coordinator | Recovery): Runner {
    const send = (ticket: number, shard: number, request: Request): void => {
      this.messages.push({ to: 'shard', runner, ticket, shard, request })
    }
    const indexOf = (to: Participant): number => to.shard - 1
    const machine = make({
      prepare: (ticket, index) => send(ticket, index, { kind: 'prepare', list: this.list }),
      reroute: (ticket) => this.reroute(runner, ticket),
      resolve: (ticket, to, list) => send(ticket, indexOf(to), { kind: 'resolve', list }),
      commit: (ticket, to, at) => send(ticket, indexOf(to), { kind: 'commit', at }),
      abort: (ticket, to, list, why) =>
        send(ticket, indexOf(to), { kind: 'abort', list, refusal: why }),
      decided: (outcome) => {
        assert.equal(runner.outcome, undefined, 'answered twice')
        runner.outcome = outcome
      },
      applied: (list) => {
        for (const to of list) {
          const shard = this.shards[indexOf(to)]!
          assert.equal(shard.applied.length, 1, 'said applied by all, but it is not')
          shard.mayForget = true
        }
      },
      contradiction: (message) => assert.fail(message),
      done: () => {
        assert.ok(!runner.finished, 'done twice')
        assert.ok(runner.outcome !== undefined, 'done without an answer')
        runner.finished = true
      },
    })
    const runner: Runner = { machine, outcome: undefined, finished: false, stopped: false }
    this.runners.push(runner)
    machine.start(this.nowMs)
    return runner
  }

  /** The map's refresh takes a while, like a message. */
  private reroute(runner: Runner, ticket: number): void {
    this.messages.push({ to: 'runner', runner, ticket, reply: { kind: 'stale-epoch' } })
  }

  private deliver(message: Message): void {
    if (message.to === 'shard') {
      const reply = this.serve(message.shard, message.request)
      this.messages.push({
        to: 'runner',
        runner: message.runner,
        ticket: message.ticket,
        reply,
      })
    } else if (!message.runner.stopped) {
      this.hand(message.runner.machine, message.ticket, message.reply)
    }
  }

  private serve(index: number, request: Request): Reply {
    const { random } = this
    if (this.faulty && random.float() < 0.12) {
      const kinds = ['hint', 'lost', 'stale-epoch', 'locked'] as const
      const kind = kinds[random.integer(0, request.kind === 'prepare' ? 3 : 2)]!
      return kind === 'locked' ? { kind, holder: ID } : { kind }
    }
    return this.shards[index]!.apply(request)
  }

  private hand(machine: Coordinator | Recovery, ticket: number, reply: Reply): void {
    const { nowMs } = this
    switch (reply.kind) {
      case 'done':
        machine.acknowledged(nowMs, ticket)
        break
      case 'lost':
        machine.failed(nowMs, ticket)
        break
      case 'hint':
        if (machine instanceof Recovery) machine.failed(nowMs, ticket)
        else machine.refusedUnlogged(nowMs, ticket, refusal('OVERLOADED'))
        break
      case 'stale-epoch':
        if (machine instanceof Coordinator && this.random.float() < 0.5) {
          machine.rerouted(nowMs, ticket, this.random.float() < 0.5)
        } else {
          machine.answer(nowMs, ticket, reply)
        }
        break
      default:
        machine.answer(nowMs, ticket, reply)
    }
  }

  private passTime(): void {
    const wakes = this.live.map(({ machine }) => machine.wakeAtMs)
    const earliest = Math.min(...wakes)
    this.nowMs =
      Number.isFinite(earliest) && this.random.float() < 0.7
        ? Math.max(this.nowMs, earliest)
        : this.nowMs + this.random.integer(1, 300)
    for (const { machine } of this.live) machine.tick(this.nowMs)
  }
}
