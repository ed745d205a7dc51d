/**
 * Recovery, by anyone (05): finds out what became of a transaction and finishes it. There is no coordinator log; the
 * participants' records are the decision. A blocked reader or writer, the periodic sweep, a client that lost its answer,
 * and the coordinator itself all run this same machine, and may race: each decides from durable records only.
 *
 * It asks every participant `ResolveOrFence`. A participant that has nothing writes a refusal row, so that a late prepare
 * is refused: asking *is* fencing. What the answers add up to is in votes.ts. Then the decision is delivered to
 * everyone who may still hold a record, until acknowledged.
 *
 * Rules that are easily lost:
 * - `Abort` drops a prepare record, so it is sent only after the decision. A refusal outside the log is therefore
 *   fenced with `ResolveOrFence`, which leaves a yes vote in place, and never with `Abort`: all may have voted yes.
 * - *Aborted* is said only when proven: a refusal row was found, an `Abort` met a prepare record, or the votes give a commit
 *   timestamp past an expiry. `gone` alone proves nothing; a commit may have been applied everywhere and forgotten.
 * - An outcome counts under any participant list; a prepare record under another list is no vote: start over by that list.
 *
 * Time comes in with each event; nothing is random but the injected jitter. The machine asks to be woken at
 * `wakeAtMs`. Calls on `RecoveryActions` happen inside events and must not call back into the machine.
 */
import { assert, unreachable } from '../base/assert.ts'
import type { OperationId, Timestamp } from '../base/ids.ts'
import type { Random } from '../base/random.ts'
import type { AbortRefusal, Outcome, RecoveryActions } from './recovery-actions.ts'
import { Round, type TransactionTiming } from './round.ts'
import type { Participant, ParticipantAnswer, Refusal } from './types.ts'
import { sameParticipants, Votes, type AskedBy, type Fact } from './votes.ts'

export type { AbortRefusal, Outcome, RecoveryActions } from './recovery-actions.ts'

export interface RecoveryOptions {
  readonly id: OperationId
  /** The participant list, or, with `askedBy` `keys`, one entry per token of the keys that the client named. */
  readonly participants: readonly Participant[]
  readonly askedBy: AskedBy
  /** When whoever asks must have an answer, be it `unknown`. */
  readonly deadlineMs: number
  readonly timing: TransactionTiming
  readonly random: Random
}

/**
 * How often recovery starts over under another list. One id has one list (only the first gateway prepares), or two
 * in the worst race; more is a client that breaks the rules.
 */
const LISTS_MAX = 8

/** Participants per list in a ticket; above any list of keys that one request can bring. */
const TICKETS_PER_LIST = 65_536

type CommitFacts = Pick<
  Extract<ParticipantAnswer, { kind: 'committed' }>,
  'at' | 'succeeded' | 'participants'
>

const NO_PARTICIPANTS: readonly Participant[] = []

const ABANDONED: Refusal = {
  code: 'RETRY',
  message: 'the transaction was given up: a participant had not prepared it in time',
  conflicts: [],
}

export class Recovery {
  readonly id: OperationId
  private readonly options: RecoveryOptions
  private readonly actions: RecoveryActions
  private phase: 'asking' | 'committing' | 'aborting' | 'over' = 'asking'
  private list: readonly Participant[]
  private askedBy: AskedBy
  private votes: Votes
  private round: Round
  /** Bumped whenever answers to earlier requests may no longer be matched by position. */
  private generation = 0
  private listCount = 1
  /** The list under which recovery ran before it met a record of the present one. */
  private previousList: readonly Participant[] | undefined
  /** Set when two participants hold records under lists that exclude each other. */
  private crossedList: readonly Participant[] | undefined
  private readonly underCrossedList = new Set<number>()
  private at: Timestamp
  /** Whether *aborted* may be said. */
  private proven = false
  private answered = false
  /** Why the asker fears the worst; told when what is found says no more than `RETRY`. */
  private readonly hint: Refusal | undefined
  private refusal: Refusal = ABANDONED

  /**
   * `known`: votes that a coordinator already has, under the same list. `hint`: the unlogged refusal that made it
   * recover.
   */
  constructor(
    options: RecoveryOptions,
    actions: RecoveryActions,
    nowMs: number,
    known?: { readonly votes: Votes; readonly hint: Refusal | undefined },
  ) {
    const { participants, askedBy } = options
    assert(participants.length > 0, 'recovery needs someone to ask')
    assert(participants.length < TICKETS_PER_LIST, `${participants.length} participants to ask`)
    this.id = options.id
    this.options = options
    this.actions = actions
    this.list = participants
    this.askedBy = askedBy
    this.votes = known?.votes ?? new Votes(participants.length, askedBy)
    this.hint = known?.hint
    this.at = this.votes.at
    this.round = this.newRound(nowMs)
    for (let index = 0; index < participants.length; index++) {
      if (this.votes.isKnown(index)) this.round.close(index)
    }
  }

  /** Whether `done` was called. */
  get over(): boolean {
    return this.phase === 'over'
  }

  /** When `tick` wants to be called next; `Infinity` once over. */
  get wakeAtMs(): number {
    if (this.phase === 'over') return Infinity
    const { deadlineMs, timing } = this.options
    const limit = this.answered ? deadlineMs + timing.giveUpAfterMs : deadlineMs
    return Math.min(limit, this.round.wakeAtMs)
  }

  /** Begins: asks everyone, or delivers the decision if the known votes make one. */
  start(nowMs: number): void {
    this.conclude(nowMs)
    this.tick(nowMs)
  }

  /** Begins by asking participant `first` only; the others' prepares are on their way and have until `othersAtMs`. */
  startWith(nowMs: number, first: number, othersAtMs: number): void {
    for (let index = 0; index < this.list.length; index++) {
      if (index !== first) this.round.askAt(index, othersAtMs)
    }
    this.tick(nowMs)
  }

  /**
   * Begins with a record of the commit in hand: delivers it to everybody once more. A participant that voted yes has its
   * record until it applies, so when all have acknowledged, all have applied it.
   */
  deliver(nowMs: number, { at, succeeded }: Omit<CommitFacts, 'participants'>): void {
    this.foundCommit(nowMs, { at, succeeded, participants: this.list })
    this.tick(nowMs)
  }

  /** An answer arrived: to any request of this transaction, early or late, once or twice. */
  answer(nowMs: number, ticket: number, answer: ParticipantAnswer): void {
    if (this.phase === 'over') return
    const index = this.indexOf(ticket)
    if (index < 0) {
      // From an earlier list. A commit counts under any list; the rest will be asked again.
      if (answer.kind === 'committed') this.foundCommit(nowMs, answer)
    } else if (answer.kind === 'locked' || answer.kind === 'stale-epoch') {
      this.round.failed(index, nowMs)
    } else {
      this.heard(nowMs, index, answer)
    }
    this.sendDue(nowMs)
  }

  /** A `Commit` was applied (a shard says no more than that). */
  acknowledged(nowMs: number, ticket: number): void {
    const index = this.indexOf(ticket)
    if (index < 0 || this.phase !== 'committing') return
    this.settled(index)
    this.sendDue(nowMs)
  }

  /** A request was not delivered, perhaps not answered, or refused without being logged. */
  failed(nowMs: number, ticket: number): void {
    const index = this.indexOf(ticket)
    if (index >= 0 && this.phase !== 'over') this.round.failed(index, nowMs)
  }

  tick(nowMs: number): void {
    if (this.phase === 'over') return
    const { deadlineMs, timing } = this.options
    if (nowMs >= deadlineMs) this.tell({ kind: 'unknown' })
    if (nowMs >= deadlineMs + timing.giveUpAfterMs) this.finish()
    this.sendDue(nowMs)
  }

  private heard(
    nowMs: number,
    index: number,
    answer: Exclude<ParticipantAnswer, { kind: 'locked' | 'stale-epoch' }>,
  ): void {
    switch (this.phase) {
      case 'asking':
        this.heardWhileAsking(nowMs, index, answer)
        break
      case 'committing':
        this.heardWhileCommitting(index, answer)
        break
      case 'aborting':
        this.heardWhileAborting(nowMs, index, answer)
        break
      case 'over':
        break
      default:
        unreachable(this.phase)
    }
  }

  private heardWhileAsking(
    nowMs: number,
    index: number,
    answer: Fact | Extract<ParticipantAnswer, { kind: 'other-list' }>,
  ): void {
    if (answer.kind === 'committed') {
      this.foundCommit(nowMs, answer)
      return
    }
    if (
      answer.kind === 'other-list' ||
      (answer.kind === 'prepared' &&
        (this.askedBy === 'keys' || !sameParticipants(answer.participants, this.list)))
    ) {
      this.startOver(nowMs, index, answer.participants)
      return
    }
    this.round.close(index)
    this.votes.learn(index, answer)
    this.conclude(nowMs)
  }

  private heardWhileCommitting(
    index: number,
    answer: Fact | Extract<ParticipantAnswer, { kind: 'other-list' }>,
  ): void {
    switch (answer.kind) {
      case 'committed':
      // Nothing there past expiry: applied by all and forgotten, since a yes vote never goes before its outcome.
      case 'gone':
      case 'no-vote':
        this.settled(index)
        break
      case 'refused':
      case 'other-list':
        this.contradict(`committed at ${this.at}, but participant ${index} says ${answer.kind}`)
        this.settled(index)
        break
      case 'prepared':
        // A late answer to an earlier question; the Commit is still on its way.
        break
      default:
        unreachable(answer)
    }
  }

  private heardWhileAborting(
    nowMs: number,
    index: number,
    answer: Fact | Extract<ParticipantAnswer, { kind: 'other-list' }>,
  ): void {
    switch (answer.kind) {
      case 'refused':
        this.proveAborted(answer.refusal)
        this.settled(index)
        break
      case 'gone':
      case 'no-vote':
        this.settled(index)
        break
      case 'committed':
        if (this.proven) {
          this.contradict(`aborted, but participant ${index} committed at ${answer.at}`)
          this.settled(index)
        } else {
          this.foundCommit(nowMs, answer)
        }
        break
      case 'other-list':
        this.abortUnderCrossedList(nowMs, index, answer.participants)
        break
      case 'prepared':
        break
      default:
        unreachable(answer)
    }
  }

  /** Acts on what the votes say now. */
  private conclude(nowMs: number): void {
    const { votes } = this
    switch (votes.verdict) {
      case 'open':
        break
      case 'commit': {
        const { at, succeeded } = votes
        this.foundCommit(nowMs, { at, succeeded, participants: this.list })
        break
      }
      case 'abort':
        this.beginAbort(nowMs)
        this.proveAborted(votes.refusal ?? ABANDONED)
        this.finishIfSettled()
        break
      case 'abort-unproven':
        this.beginAbort(nowMs)
        this.finishIfSettled()
        break
      case 'expired':
        this.tell({ kind: 'expired' })
        this.finish()
        break
      default:
        unreachable(votes.verdict)
    }
  }

  /** Committed: say so, and deliver it to everyone under the transaction's own list. */
  private foundCommit(nowMs: number, { at, succeeded, participants }: CommitFacts): void {
    if (this.phase === 'committing') {
      if (at !== this.at) this.contradict(`committed at ${this.at} and at ${at}`)
      return
    }
    if (this.phase === 'aborting' && this.proven) {
      this.contradict(`aborted, but a participant committed at ${at}`)
      return
    }
    // Answers to requests of another kind or list must not pass for acknowledgements of this Commit.
    const own = participants.length === 0 && this.askedBy === 'list' ? this.list : participants
    if (this.phase === 'aborting' || !sameParticipants(own, this.list)) this.generation++
    this.phase = 'committing'
    this.at = at
    this.list = own
    this.round = this.newRound(nowMs)
    this.tell({ kind: 'committed', at, succeeded, participants: own })
    this.finishIfSettled()
  }

  private beginAbort(nowMs: number): void {
    this.phase = 'aborting'
    this.round = this.newRound(nowMs)
    for (let index = 0; index < this.list.length; index++) {
      if (this.votes.needsNoAbort(index)) this.round.close(index)
    }
  }

  private proveAborted(found: Refusal): void {
    if (this.proven) return
    this.proven = true
    this.refusal = found.code === 'RETRY' ? (this.hint ?? found) : found
    this.tell({ kind: 'aborted', refusal: this.refusal })
  }

  /** A record under another list: it is no vote here, but its list is the one to recover by. */
  private startOver(nowMs: number, index: number, list: readonly Participant[]): void {
    if (this.previousList !== undefined && sameParticipants(list, this.previousList)) {
      this.abortCrossed(nowMs, index)
      return
    }
    if (this.listCount >= LISTS_MAX) {
      this.tell({ kind: 'unknown' })
      this.finish()
      return
    }
    this.listCount++
    this.generation++
    this.previousList = this.askedBy === 'list' ? this.list : undefined
    this.askedBy = 'list'
    this.list = list
    this.votes = new Votes(list.length, 'list')
    this.round = this.newRound(nowMs)
  }

  /**
   * Under list A we met a record under B, and under B one under A, each at a member of both. A shard has one record
   * of an id, and it goes only with an outcome; so neither list can ever be complete: abort each under its own.
   */
  private abortCrossed(nowMs: number, index: number): void {
    this.crossedList = this.previousList
    this.beginAbort(nowMs)
    this.underCrossedList.add(index)
  }

  private abortUnderCrossedList(nowMs: number, index: number, list: readonly Participant[]): void {
    if (this.crossedList !== undefined && sameParticipants(list, this.crossedList)) {
      this.underCrossedList.add(index)
      this.round.askAt(index, nowMs)
    } else {
      // The id is aborted under any list; whoever sweeps that record recovers by its own list and finds so.
      this.settled(index)
    }
  }

  private settled(index: number): void {
    this.round.close(index)
    this.finishIfSettled()
  }

  private finishIfSettled(): void {
    if (this.phase === 'over' || this.round.openCount > 0) return
    if (this.phase === 'committing') {
      if (this.list.length > 0) this.actions.applied(this.list)
    } else if (!this.proven) {
      this.tell({ kind: 'expired' })
    }
    this.finish()
  }

  private sendDue(nowMs: number): void {
    if (this.phase === 'over') return
    const { round } = this
    for (let index = round.nextDue(nowMs); index >= 0; index = round.nextDue(nowMs)) {
      this.send(index)
    }
  }

  private send(index: number): void {
    const ticket = this.generation * TICKETS_PER_LIST + index
    const participant = this.list[index]!
    switch (this.phase) {
      case 'asking': {
        const list = this.askedBy === 'keys' ? NO_PARTICIPANTS : this.list
        this.actions.resolve(ticket, participant, list)
        break
      }
      case 'committing':
        this.actions.commit(ticket, participant, this.at)
        break
      case 'aborting': {
        const list = this.underCrossedList.has(index) ? this.crossedList! : this.list
        this.actions.abort(ticket, participant, list, abortRefusal(this.refusal))
        break
      }
      case 'over':
        break
      default:
        unreachable(this.phase)
    }
  }

  private tell(outcome: Outcome): void {
    if (this.answered) return
    this.answered = true
    this.actions.decided(outcome)
  }

  private finish(): void {
    if (this.phase === 'over') return
    assert(this.answered, 'a recovery ends with an answer')
    this.phase = 'over'
    this.actions.done()
  }

  private contradict(message: string): void {
    this.actions.contradiction(`${this.id.client}/${this.id.sequence}: ${message}`)
  }

  private indexOf(ticket: number): number {
    const index = ticket - this.generation * TICKETS_PER_LIST
    return index >= 0 && index < this.list.length ? index : -1
  }

  private newRound(nowMs: number): Round {
    return new Round(this.list.length, nowMs, this.options.timing, this.options.random)
  }
}

function abortRefusal(refusal: Refusal): AbortRefusal {
  const { code, message } = refusal
  return code === 'CONFLICT' || code === 'DEADLINE' ? { code, message } : { code: 'RETRY', message }
}
