/**
 * What each command does at apply (05, "One identity for every write", "Commit"). Each function is one rule book entry:
 * it reads the state and the entry, changes the state, and answers; the same on every replica.
 *
 * Commands with an operation id are looked up in the outcome table first, in the order known → answered → expired →
 * evaluate. A command that meets a lock, or a key of another shard, has no effect, records nothing and is no vote. Every
 * other refusal is recorded in the same entry, so it is final.
 */
import { assert } from '../base/assert.ts'
import {
  keyText,
  timestamp,
  token as tokenId,
  type KeyspaceId,
  type OperationId,
  type Timestamp,
} from '../base/ids.ts'
import type { LockBlock } from '../txn/locks.ts'
import { voteOf } from '../txn/participant.ts'
import type {
  MetConflict,
  Participant,
  ParticipantAnswer,
  PrepareRecord,
  Refusal,
  WriteResult,
} from '../txn/types.ts'
import { restamp } from '../versions/evaluate.ts'
import type { WriteOutcome } from '../versions/version.ts'
import type { Command } from './command.ts'
import { rangeContains } from './descriptor.ts'
import { inKeyspaceRange } from './dropped-keyspaces.ts'
import { refusal, type EntryContext } from './entry-context.ts'
import { conflictRefusal } from './conflict-refusal.ts'
import { evaluateOperation } from './evaluation.ts'
import type { Outcome } from './outcome-rows.ts'
import { writeOverQuota } from './quota.ts'
import type { CommandReply } from './request.ts'

export type CommandOf<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>

const STALE_EPOCH: CommandReply = { kind: 'stale-epoch' }
const DONE: CommandReply = { kind: 'done' }
const APPLIED_ONCE: readonly WriteOutcome[] = ['APPLIED']

export function applyWrite(context: EntryContext, command: CommandOf<'write'>): CommandReply {
  const known = knownReply(context, command.id)
  if (known !== undefined) return known
  const { write } = command
  const entry = context.locate(write.keyspace, write.key)
  if (entry === 'elsewhere') return STALE_EPOCH
  if ('code' in entry) return refuse(context, command, entry)
  const { state, stamp } = context
  const { locks } = state.prepared
  if (!locks.isEmpty) {
    const block = locks.writeBlocker(write.keyspace, write.key, entry.token)
    if (block !== undefined) return lockedReply(block)
  }
  const evaluated = evaluateOperation(context, write, command.author, entry, context.head(entry))
  switch (evaluated.kind) {
    case 'write': {
      const { version, outcome } = evaluated
      const full = writeOverQuota(context, entry, version)
      if (full !== undefined) {
        context.dropResolved()
        return refuse(context, command, full)
      }
      state.writeHead(entry, version)
      const outcomes = outcome === 'APPLIED' ? APPLIED_ONCE : [outcome]
      record(context, command, { kind: 'applied', at: stamp, succeeded: true, outcomes })
      const value = evaluated.returnsValue ? version.value : undefined
      return { kind: 'written', result: { outcome, timestamp: stamp, value } }
    }
    case 'duplicate': {
      const at = evaluated.version.timestamp
      record(context, command, { kind: 'applied', at, succeeded: true, outcomes: APPLIED_ONCE })
      return { kind: 'written', result: { outcome: 'APPLIED', timestamp: at, value: undefined } }
    }
    case 'conflict':
      return refuse(context, command, conflictRefusal([evaluated.refused]))
    case 'refused':
      return refuse(context, command, evaluated.refusal)
  }
}

export function applyCommit(context: EntryContext, command: CommandOf<'commit'>): CommandReply {
  const { state, index, stamp } = context
  const { id, at } = command
  // Even where nothing is left to do: somebody may have read at c elsewhere.
  if (at > state.clockFloor) state.clockFloor = at
  const held = state.prepared.find(id)
  if (held === undefined) return DONE
  assert(at >= held.stamp, () => `commit at ${at} of what was prepared at ${held.stamp}`)
  assert(
    held.leastExpiry === 0 || at < held.leastExpiry,
    () => `commit at ${at} of what was read alive only until ${held.leastExpiry}`,
  )
  for (const intent of held.intents) {
    const entry = state.heads.get(intent.keyspace, intent.key)
    assert(entry !== undefined, () => `head of ${keyText(intent.key)} was not fetched`)
    const before = entry.version
    assert(
      before === undefined || before.timestamp < at,
      () => `commit at ${at} on a head of ${before?.timestamp ?? 0}`,
    )
    state.writeHead(entry, restamp(intent.version, at, intent.storeDot, state.incarnation))
  }
  for (const conflict of held.conflicts) context.noteConflict(madeAt(conflict, at))
  const { participants, succeeded, results } = held
  const outcomes = outcomesOf(results)
  release(context, held)
  const outcome = { kind: 'committed', at, succeeded, participants, outcomes } as const
  state.outcomes.record(index, held.id, 0, outcome, stamp)
  return DONE
}

/** Nearly all transactions' outcomes are such a list; they are kept for a while, so they share it. */
function outcomesOf(results: readonly WriteResult[]): readonly WriteOutcome[] {
  if (results.length === 1 && results[0]!.outcome === 'APPLIED') return APPLIED_ONCE
  return results.map(({ outcome }) => outcome)
}

/** A resolved conflict of what was prepared: its result is of the commit timestamp. */
function madeAt(conflict: MetConflict, at: Timestamp): MetConflict {
  const { merged } = conflict
  return merged === undefined ? conflict : { ...conflict, merged: { ...merged, timestamp: at } }
}

export function applyAbort(context: EntryContext, command: CommandOf<'abort'>): CommandReply {
  const { id, participants } = command
  const held = context.state.prepared.find(id)
  if (held !== undefined) {
    const vote = voteOf(held, participants)
    if (vote.kind === 'other-list') return participantReply(vote)
    release(context, held)
    return refuseForGood(context, id, command.refusal.code, command.refusal.message)
  }
  const found = context.state.outcomes.find(id, context.stamp)
  if (found !== undefined) return participantReply(outcomeAnswer(found))
  return fence(context, id, command.refusal.code, command.refusal.message)
}

export function applyResolve(context: EntryContext, command: CommandOf<'resolve'>): CommandReply {
  const { state, stamp } = context
  const { id, participants, tokens } = command
  for (const token of tokens) {
    if (!rangeContains(state.descriptor.range, tokenId(token))) return STALE_EPOCH
  }
  const held = state.prepared.find(id)
  if (held !== undefined) return participantReply(voteOf(held, participants))
  const found = state.outcomes.find(id, stamp)
  if (found !== undefined) return participantReply(outcomeAnswer(found))
  return fence(context, id, 'RETRY', 'the transaction was not prepared here when it was resolved')
}

export function applyForget(context: EntryContext, command: CommandOf<'forget'>): CommandReply {
  for (const id of command.ids) context.state.outcomes.forget(id, context.stamp)
  return DONE
}

export function applyCollect(context: EntryContext, command: CommandOf<'collect'>): CommandReply {
  const { state, stamp } = context
  // What is still to be written must not be collected already, what a prepared transaction will commit neither.
  let least = stamp
  for (const held of state.prepared.all()) if (held.stamp < least) least = held.stamp
  const point = timestamp(Math.min(command.point, least - 1))
  if (!state.dropped.has(command.keyspace)) state.collect(command.keyspace, point)
  return DONE
}

export function applyDropKeyspaces(
  { state }: EntryContext,
  command: CommandOf<'drop-keyspaces'>,
): CommandReply {
  const isDropped = ({ keyspace }: { keyspace: KeyspaceId }) => inKeyspaceRange(command, keyspace)
  for (const { reads, ranges, intents } of state.prepared.all()) {
    // Somebody may have been told that it is committed. No new ones come, as leaders refuse them.
    if (reads.some(isDropped) || ranges.some(isDropped) || intents.some(isDropped)) return DONE
  }
  state.dropKeyspaces(command)
  return DONE
}

/** A refusal row where nothing is known, so that a late prepare is refused; past expiry nothing can come any more. */
function fence(
  context: EntryContext,
  id: OperationId,
  code: Refusal['code'],
  message: string,
): CommandReply {
  const { state, stamp } = context
  if (stamp > id.expiry || state.outcomes.isAnswered(id, stamp)) {
    return participantReply({ kind: 'gone' })
  }
  return refuseForGood(context, id, code, message)
}

function refuseForGood(
  { state, index, stamp }: EntryContext,
  id: OperationId,
  code: Refusal['code'],
  message: string,
): CommandReply {
  const outcome = { kind: 'refused', code, message: recordable(message) } as const
  state.outcomes.record(index, id, 0, outcome, stamp)
  return participantReply(outcomeAnswer(outcome))
}

function release(context: EntryContext, held: PrepareRecord): void {
  const footprint = context.state.prepared.release(held)
  context.released.push({ holder: held, footprint })
}

/** The answer to a command whose id is known, answered or expired; undefined = evaluate it. */
export function knownReply(context: EntryContext, id: OperationId): CommandReply | undefined {
  const { state, stamp } = context
  const found = state.outcomes.find(id, stamp)
  if (found !== undefined) return recordedReply(id, found)
  const held = state.prepared.find(id)
  if (held !== undefined) return participantReply(voteOf(held, held.participants))
  const lost = lostCode(context, id)
  if (lost === undefined) return undefined
  return { kind: 'refused', refusal: lostRefusal(lost), recorded: true }
}

function recordedReply(id: OperationId, outcome: Outcome): CommandReply {
  if (outcome.kind === 'refused') {
    return {
      kind: 'refused',
      refusal: refusal(outcome.code, outcome.message),
      recorded: true,
    }
  }
  const { succeeded, outcomes, at } = outcome
  return { kind: 'recorded', succeeded, outcomes, at, id }
}

/** The answer to a repeated prepare; undefined = evaluate it. */
export function knownVote(
  context: EntryContext,
  id: OperationId,
  participants: readonly Participant[],
): CommandReply | undefined {
  const { state, stamp } = context
  const found = state.outcomes.find(id, stamp)
  if (found !== undefined) return participantReply(outcomeAnswer(found))
  const held = state.prepared.find(id)
  if (held !== undefined) return participantReply(voteOf(held, participants))
  const code = lostCode(context, id)
  return code === undefined ? undefined : participantReply({ kind: 'no-vote', code })
}

function lostCode(
  { state, stamp }: EntryContext,
  id: OperationId,
): 'ALREADY_ANSWERED' | 'OUTCOME_EXPIRED' | undefined {
  if (state.outcomes.isAnswered(id, stamp)) return 'ALREADY_ANSWERED'
  return stamp > id.expiry ? 'OUTCOME_EXPIRED' : undefined
}

function lostRefusal(code: 'ALREADY_ANSWERED' | 'OUTCOME_EXPIRED'): Refusal {
  return refusal(
    code,
    code === 'ALREADY_ANSWERED'
      ? 'the client has said that it saw the outcome of this operation'
      : 'the operation id expired: nothing happens now, an earlier attempt may have happened',
  )
}

/** An outcome is the answer under any participant list. */
function outcomeAnswer(outcome: Outcome): ParticipantAnswer {
  switch (outcome.kind) {
    case 'applied':
    case 'committed': {
      const { at, succeeded } = outcome
      const participants = outcome.kind === 'committed' ? outcome.participants : []
      return { kind: 'committed', at, succeeded, participants }
    }
    case 'refused':
      return { kind: 'refused', refusal: refusal(outcome.code, outcome.message) }
  }
}

interface Identified {
  readonly id: OperationId
  readonly lowWater: number
}

export function record(
  { state, index, stamp }: EntryContext,
  { id, lowWater }: Identified,
  outcome: Outcome,
): void {
  state.outcomes.record(index, id, lowWater, outcome, stamp)
}

/** A refusal at apply is recorded in the same entry. */
export function refuse(context: EntryContext, command: Identified, refused: Refusal): CommandReply {
  const { code, message } = refused
  record(context, command, { kind: 'refused', code, message: recordable(message) })
  return { kind: 'refused', refusal: refused, recorded: true }
}

const MESSAGE_CHARACTERS_MAX = 200

/** A refusal row is small, and reads back exactly as it was written. */
function recordable(message: string): string {
  return message.slice(0, MESSAGE_CHARACTERS_MAX).replace(/\p{Surrogate}/gu, '?')
}

export function lockedReply({ holder, keyspace, key }: LockBlock): CommandReply {
  return { kind: 'locked', holder: holder.id, age: holder.age, keyspace, key }
}

export function participantReply(answer: ParticipantAnswer): CommandReply {
  return { kind: 'participant', answer }
}
