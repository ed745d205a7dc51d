/**
 * The gateway's part of a transaction over several shards: parallel two-phase commit (05, "Commit"). It sends every
 * participant its prepare at once; when all have voted yes the transaction *is* committed, and the client is answered
 * after one round of consensus; then the commit is delivered.
 *
 * The coordinator keeps nothing durable and guesses nothing. Everything but "all voted yes" and "one has a logged no"
 * becomes a recovery (recovery.ts), which decides from the participants' records: a late vote, a refusal that was not
 * logged (full queue, wait-die, stale route), an id whose outcome was given away, a record under another list, keys
 * that fall apart differently after a split. Votes that arrive meanwhile still count; they are records too.
 *
 * One coordinator per id, ever: a request that may have been sent before through another gateway is resolved, not
 * prepared again. Prepares, however, may be repeated to the same participants: the recorded vote is the answer.
 *
 * Answers come with the ticket of any earlier request and in any order. Calls on `CoordinatorActions` happen inside events
 * and must not call back into the coordinator.
 */
import { assert, unreachable } from '../base/assert.ts'
import type { OperationId } from '../base/ids.ts'
import { ERROR_TABLE } from '../base/errors.ts'
import type { Random } from '../base/random.ts'
import { Recovery } from './recovery.ts'
import type { RecoveryActions } from './recovery-actions.ts'
import { Round, type TransactionTiming } from './round.ts'
import type { Participant, ParticipantAnswer, Refusal, RefusedWrite, WriteResult } from './types.ts'
import { sameParticipants, Votes } from './votes.ts'

export interface CoordinatorActions extends RecoveryActions {
  /** Send participant `index` its prepare: id, age, the whole participant list, its reads, ranges and writes. */
  prepare(ticket: number, index: number): void
  /**
   * Participant `index` is not where the prepare went. Refresh the map, then call `rerouted` with whether its keys
   * are still together in one shard (perhaps another one), or `failed`.
   */
  reroute(ticket: number, index: number): void
}

export interface CoordinatorOptions {
  readonly id: OperationId
  /** In the order of the tickets and results; two or more, as one shard needs no coordinator. */
  readonly participants: readonly Participant[]
  /** When the client must have an answer, be it `unknown`. */
  readonly deadlineMs: number
  readonly timing: TransactionTiming
  readonly random: Random
}

/**
 * After a participant has refused with a conflict the others' votes are awaited so long: they may know of more conflicts, and
 * whoever has to settle them should hear of all at once.
 */
const EXPLAIN_MS = 200

/** Prepares that fail this often are not sent again: recovery finds out. */
const PREPARE_ATTEMPTS_MAX = 4

export class Coordinator {
  /** What each participant's vote said about its writes; undefined where the vote was never seen. */
  readonly results: (readonly WriteResult[] | undefined)[]
  /** What the participants that refused had to explain. */
  readonly conflicts: RefusedWrite[] = []
  private readonly options: CoordinatorOptions
  private readonly actions: CoordinatorActions
  private readonly votes: Votes
  private readonly round: Round
  private votesByMs: number
  /** Present from the end of voting on. */
  private recovery: Recovery | undefined

  constructor(options: CoordinatorOptions, actions: CoordinatorActions, nowMs: number) {
    const { participants, timing, random } = options
    assert(participants.length > 1, `a coordinator for ${participants.length} participants`)
    this.options = options
    this.actions = actions
    this.votes = new Votes(participants.length, 'list')
    this.round = new Round(participants.length, nowMs, timing, random)
    this.votesByMs = Math.min(nowMs + timing.voteTimeoutMs, options.deadlineMs)
    this.results = new Array<undefined>(participants.length).fill(undefined)
  }

  get id(): OperationId {
    return this.options.id
  }

  /** Whether `done` was called. */
  get over(): boolean {
    return this.recovery?.over ?? false
  }

  /** When `tick` wants to be called next; `Infinity` once over. */
  get wakeAtMs(): number {
    if (this.recovery !== undefined) return this.recovery.wakeAtMs
    return Math.min(this.votesByMs, this.round.wakeAtMs)
  }

  /** Sends every prepare. */
  start(nowMs: number): void {
    this.sendPrepares(nowMs)
  }

  /** A participant's answer, given after apply; to any request, at any time, any number of times. */
  answer(nowMs: number, ticket: number, answer: ParticipantAnswer): void {
    if (answer.kind === 'prepared') this.keepResults(ticket, answer)
    if (this.recovery !== undefined) {
      this.recovery.answer(nowMs, ticket, answer)
      return
    }
    switch (answer.kind) {
      case 'prepared':
        if (sameParticipants(answer.participants, this.options.participants)) {
          this.learn(nowMs, ticket, answer)
        } else {
          this.recoverWith(nowMs, ticket, answer)
        }
        break
      case 'refused':
        if (answer.refusal.conflicts.length > 0) this.learnConflicts(nowMs, ticket, answer)
        else this.recoverWith(nowMs, ticket, answer)
        break
      case 'locked':
        this.failed(nowMs, ticket)
        break
      case 'stale-epoch':
        this.round.askAt(ticket, Infinity)
        this.actions.reroute(ticket, ticket)
        break
      case 'committed':
      case 'other-list':
      case 'gone':
      case 'no-vote':
        this.recoverWith(nowMs, ticket, answer)
        break
      default:
        unreachable(answer)
    }
  }

  /**
   * A leader refused without logging (full queue, wait-die, pre-validation). Only a hint: an earlier copy of the
   * prepare may be in the log. The participant is fenced first; its record is the answer.
   */
  refusedUnlogged(nowMs: number, ticket: number, refusal: Refusal): void {
    if (this.recovery !== undefined) {
      this.recovery.failed(nowMs, ticket)
    } else if (this.votes.verdict !== 'open') {
      this.recover(nowMs)
    } else if (!this.votes.isKnown(ticket)) {
      const recovery = this.handOver(nowMs, finalRefusal(refusal))
      recovery.startWith(nowMs, ticket, this.votesByMs)
    }
  }

  /** A request was not delivered, or it is not known whether it was. */
  failed(nowMs: number, ticket: number): void {
    if (this.recovery !== undefined) {
      this.recovery.failed(nowMs, ticket)
    } else if (this.round.attemptsOf(ticket) >= PREPARE_ATTEMPTS_MAX) {
      this.recover(nowMs)
    } else {
      this.round.failed(ticket, nowMs)
    }
  }

  /** A `Commit` was applied (a shard says no more than that). */
  acknowledged(nowMs: number, ticket: number): void {
    this.recovery?.acknowledged(nowMs, ticket)
  }

  /**
   * The map was refreshed after `reroute`. `whole`: the participant's keys are still in one shard, so the same prepare
   * under the same list goes there. Else the list no longer fits, and as an id has one list for ever, the transaction is
   * recovered and the client hears `RETRY` if, and only if, that ends in abort.
   */
  rerouted(nowMs: number, ticket: number, whole: boolean): void {
    if (this.recovery !== undefined) {
      this.recovery.failed(nowMs, ticket)
    } else if (whole && this.round.attemptsOf(ticket) < PREPARE_ATTEMPTS_MAX) {
      this.round.askAt(ticket, nowMs)
      this.sendPrepares(nowMs)
    } else {
      this.recover(nowMs)
    }
  }

  tick(nowMs: number): void {
    if (this.recovery !== undefined) this.recovery.tick(nowMs)
    else if (nowMs >= this.votesByMs) this.recover(nowMs)
    else this.sendPrepares(nowMs)
  }

  private sendPrepares(nowMs: number): void {
    const { round } = this
    for (let index = round.nextDue(nowMs); index >= 0; index = round.nextDue(nowMs)) {
      // A prepare may wait in line for locks: silence is no reason to send it again.
      round.askAt(index, Infinity)
      this.actions.prepare(index, index)
    }
  }

  private learn(
    nowMs: number,
    ticket: number,
    vote: Extract<ParticipantAnswer, { kind: 'prepared' | 'refused' }>,
  ): void {
    this.round.close(ticket)
    this.votes.learn(ticket, vote)
    // With conflicts to explain the end of voting is only near, not here.
    const decided = this.votes.verdict !== 'open' && this.conflicts.length === 0
    if (decided || this.votes.complete) this.recover(nowMs)
  }

  private learnConflicts(
    nowMs: number,
    ticket: number,
    vote: Extract<ParticipantAnswer, { kind: 'refused' }>,
  ): void {
    if (this.votes.isKnown(ticket)) return
    if (this.conflicts.length === 0) this.votesByMs = Math.min(this.votesByMs, nowMs + EXPLAIN_MS)
    this.conflicts.push(...vote.refusal.conflicts)
    this.learn(nowMs, ticket, vote)
  }

  private keepResults(
    ticket: number,
    vote: Extract<ParticipantAnswer, { kind: 'prepared' }>,
  ): void {
    if (
      ticket < this.results.length &&
      sameParticipants(vote.participants, this.options.participants)
    ) {
      this.results[ticket] = vote.results
    }
  }

  private recover(nowMs: number): void {
    this.handOver(nowMs, undefined).start(nowMs)
  }

  /** Voting ended with an answer that recovery knows how to read. */
  private recoverWith(nowMs: number, ticket: number, answer: ParticipantAnswer): void {
    this.handOver(nowMs, undefined).answer(nowMs, ticket, answer)
  }

  private handOver(nowMs: number, hint: Refusal | undefined): Recovery {
    const { id, participants, deadlineMs, timing, random } = this.options
    this.recovery = new Recovery(
      { id, participants, askedBy: 'list', deadlineMs, timing, random },
      this.actions,
      nowMs,
      { votes: this.votes, hint },
    )
    return this.recovery
  }
}

/**
 * What a fenced transaction is told in place of an unlogged refusal. The fence used the id up, so advice to try the same
 * id again becomes advice to begin anew.
 */
function finalRefusal(refusal: Refusal): Refusal {
  const advice = ERROR_TABLE[refusal.code].retry
  if (advice === 'no' || advice === 'new-id') return refusal
  return { code: 'RETRY', message: refusal.message, conflicts: refusal.conflicts }
}
