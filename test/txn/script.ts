/** Drives one coordinator or recovery by hand: its actions are recorded as short texts, answers are given by position. */
import assert from 'node:assert/strict'
import { timestamp } from '../../src/base/ids.ts'
import { SeededRandom } from '../../src/base/random.ts'
import { Coordinator, type CoordinatorActions } from '../../src/txn/coordinator.ts'
import { Recovery } from '../../src/txn/recovery.ts'
import type { Outcome } from '../../src/txn/recovery-actions.ts'
import type { Participant, ParticipantAnswer } from '../../src/txn/types.ts'
import { ID, participant, TIMING } from './commit-model.ts'

const DEADLINE_MS = 5_000

/** `prepare 0`, `resolve 1 [0 1]`, `commit 0 at 12`, `abort 1 [0 1] RETRY`, `decided …`, `applied [0 1]`, `done`. */
abstract class Script {
  abstract readonly machine: Coordinator | Recovery
  nowMs = 0
  outcome: Outcome | undefined
  private log: string[] = []
  /** Latest ticket by participant. */
  private readonly tickets = new Map<number, number>()

  readonly actions: CoordinatorActions = {
    prepare: (ticket, index) => this.sent(ticket, index, `prepare ${index}`),
    reroute: (_ticket, index) => this.log.push(`reroute ${index}`),
    resolve: (ticket, to, list) =>
      this.sent(ticket, to.shard - 1, `resolve ${to.shard - 1} ${names(list)}`),
    commit: (ticket, to, at) => this.sent(ticket, to.shard - 1, `commit ${to.shard - 1} at ${at}`),
    abort: (ticket, to, list, { code }) =>
      this.sent(ticket, to.shard - 1, `abort ${to.shard - 1} ${names(list)} ${code}`),
    decided: (outcome) => {
      this.outcome = outcome
      this.log.push(`decided ${outcomeText(outcome)}`)
    },
    applied: (list) => this.log.push(`applied ${names(list)}`),
    contradiction: () => this.log.push('contradiction'),
    done: () => this.log.push('done'),
  }

  ticketOf(index: number): number {
    const ticket = this.tickets.get(index)
    assert.ok(ticket !== undefined, `nothing was sent to participant ${index}`)
    return ticket
  }

  /** What happened since the last call. */
  take(): string[] {
    const { log } = this
    this.log = []
    return log
  }

  /** Time passes to the next moment at which the machine wants to be woken. */
  wake(): string[] {
    this.nowMs = this.machine.wakeAtMs
    this.machine.tick(this.nowMs)
    return this.take()
  }

  /** Wakes the machine, and answers nothing, until it ends. */
  wakeToTheEnd(): string[] {
    const seen: string[] = []
    for (let wakes = 0; !this.machine.over; wakes++) {
      assert.ok(wakes < 10_000, 'the machine never ends')
      seen.push(...this.wake())
    }
    return seen
  }

  private sent(ticket: number, index: number, text: string): void {
    this.tickets.set(index, ticket)
    this.log.push(text)
  }
}

export class CoordinatorScript extends Script {
  readonly machine: Coordinator

  constructor(size: number) {
    super()
    const options = { id: ID, participants: list(size), deadlineMs: DEADLINE_MS, timing: TIMING }
    this.machine = new Coordinator({ ...options, random: new SeededRandom(1) }, this.actions, 0)
    this.machine.start(0)
  }

  answer(index: number, answer: ParticipantAnswer): string[] {
    this.machine.answer(this.nowMs, this.ticketOf(index), answer)
    return this.take()
  }
}

export class RecoveryScript extends Script {
  readonly machine: Recovery

  constructor(
    participants: readonly Participant[],
    askedBy: 'list' | 'keys' = 'list',
    start = (machine: Recovery) => machine.start(0),
  ) {
    super()
    const options = { id: ID, participants, askedBy, deadlineMs: DEADLINE_MS, timing: TIMING }
    this.machine = new Recovery({ ...options, random: new SeededRandom(1) }, this.actions, 0)
    start(this.machine)
  }

  answer(index: number, answer: ParticipantAnswer, ticket = this.ticketOf(index)): string[] {
    this.machine.answer(this.nowMs, ticket, answer)
    return this.take()
  }
}

export function list(size: number): readonly Participant[] {
  return listOf(...Array.from({ length: size }, (_, index) => index))
}

export function listOf(...indexes: number[]): readonly Participant[] {
  return indexes.map(participant)
}

export function prepared(
  stamp: number,
  participants: readonly Participant[],
  leastExpiry = 0,
): ParticipantAnswer {
  return {
    kind: 'prepared',
    stamp: timestamp(stamp),
    leastExpiry: timestamp(leastExpiry),
    participants,
    succeeded: true,
    results: [{ outcome: 'APPLIED', timestamp: timestamp(stamp), value: undefined }],
  }
}

export function committed(at: number, participants: readonly Participant[]): ParticipantAnswer {
  return { kind: 'committed', at: timestamp(at), succeeded: true, participants }
}

export const GONE: ParticipantAnswer = { kind: 'gone' }

function names(participants: readonly Participant[]): string {
  return `[${participants.map(({ shard }) => shard - 1).join(' ')}]`
}

function outcomeText(outcome: Outcome): string {
  if (outcome.kind === 'committed') return `committed at ${outcome.at}`
  return outcome.kind === 'aborted' ? `aborted ${outcome.refusal.code}` : outcome.kind
}
