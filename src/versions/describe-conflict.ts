/**
 * A conflict explained to a person (04, "What the client learns"): what both sides started from and what each made of
 * it, who wrote when, what neither knew of the other, why it could not be resolved, and what to do next.
 */
import { unreachable } from '../base/assert.ts'
import { describeChange } from './describe-change.ts'
import { describeActor, describeTime, describeValue, quoted } from './describe.ts'
import { counterOf } from './vector-clock.ts'
import type {
  ConflictExplanation,
  ConflictRelation,
  ConflictSide,
  UnknownCause,
  VectorClock,
} from './version.ts'

/** Bytes of text per value: enough to recognise it on a terminal. */
const VALUE_BYTES_MAX = 400
/** Elements or lines shown of a stretch that both sides changed. */
const OVERLAP_SHOWN_MAX = 5
/** Actors listed of those whose events one side has not seen. */
const ACTORS_SHOWN_MAX = 4

/** How the reader works with RingKV: what to do next is said in their words. Each is a sentence. */
export interface ConflictWords {
  readonly readAgain: string
  readonly overwrite: string
  readonly overwriteExisting: string
  readonly lastWins: string
  readonly byLines: string
  readonly merge: string
  /** Where the rest of a value that was cut is to be had: a phrase. */
  readonly rest: string
}

/** For programs. */
const SDK_WORDS: ConflictWords = {
  readAgain:
    'Read the key again, make your change on top of what is there, and write it with the new context.',
  overwrite: 'To keep mine whatever is there, write it without a context; theirs stays in history.',
  overwriteExisting: 'To overwrite it, write without ifAbsent.',
  lastWins: 'To let the later edit win whole, write with onConflict "lww".',
  byLines: 'If it is text, write with onConflict "text": changes of different lines then merge.',
  merge: 'To have it merged where possible, write with onConflict "auto".',
  rest: 'ask for the conflicts of the key',
}

/** Several lines, without a line feed at the end. `keyText` is the key as people know it (`keyText` of base/ids.ts). */
export function describeConflict(
  explanation: ConflictExplanation,
  keyText: string,
  words: ConflictWords = SDK_WORDS,
): string {
  const { relation, reason } = explanation
  const resolved = reason === 'RESOLVED'
  const key = quoted(keyText)
  const lines = [
    resolved
      ? `Resolved conflict on ${key}: ${HEADLINES[relation]}.`
      : `CONFLICT on ${key}: ${HEADLINES[relation]}.`,
    '',
    ...describeSides(explanation, words),
    '',
    ...describeKnowledge(explanation),
    `  relation  ${relation}`,
    `  reason    ${reason}: ${describeReason(explanation)}`,
    ...describeOverlap(explanation),
  ]
  if (!resolved)
    lines.push('', 'What you can do:', ...adviceOf(explanation, words).map((one) => `  - ${one}`))
  return lines.join('\n')
}

const HEADLINES: Record<ConflictRelation, string> = {
  STALE: 'it was written again after its context was read',
  CONCURRENT: 'an offline edit and what is stored do not know of each other',
  EXISTS: 'it has a value, and the write asked that it have none',
  UNKNOWN: 'what the writer has seen cannot be placed in its history',
}

// ---- the sides ---------------------------------------------------------------------------------------------------

function describeSides(
  { relation, reason, base, theirs, mine }: ConflictExplanation,
  words: ConflictWords,
): string[] {
  const by = (author: string): string => (author === '' ? '' : ` by ${quoted(author)}`)
  const written = (side: ConflictSide): string =>
    `written ${describeTime(side.timestamp)}${by(side.author)}`
  const own = relation === 'CONCURRENT' ? newestEvent(mine.clock) : undefined
  const arrived = `${reason === 'RESOLVED' ? 'came in' : 'refused'} ${describeTime(mine.timestamp)}`
  const made =
    own === undefined
      ? `${arrived}${by(mine.author)}`
      : `edited offline ${describeTime(own.counter)} by ${describeActor(own.actor)}, ${arrived}`
  return [
    ...describeSide('base', base, base && written(base), '(none known)', base, words),
    ...describeSide('theirs', theirs, theirs && written(theirs), NO_VERSION, base, words),
    ...describeSide('mine', mine, made, '', base, words),
  ]
}

const NO_VERSION = '(the key has no version)'

function describeSide(
  name: string,
  side: ConflictSide | undefined,
  origin: string | undefined,
  otherwise: string,
  base: ConflictSide | undefined,
  { rest }: ConflictWords,
): string[] {
  const label = `  ${name.padEnd(8)}`
  if (side === undefined) return [label + otherwise]
  const margin = ' '.repeat(label.length)
  const cut = side.truncated === true ? ` (cut; for the whole, ${rest})` : ''
  const changes = side === base ? [] : describeChange(base?.value, side.value)
  return [
    label + describeValue(side.value, VALUE_BYTES_MAX, side.truncated !== true) + cut,
    margin + (origin ?? ''),
    ...changes.map((change) => `${margin}  ${change}`),
  ]
}

function newestEvent({ actors, counters }: VectorClock) {
  const counter = Math.max(0, ...counters)
  const at = counters.indexOf(counter)
  return at < 0 ? undefined : { actor: actors[at]!, counter }
}

// ---- what they did not know --------------------------------------------------------------------------------------

function describeKnowledge({ relation, theirs, mine }: ConflictExplanation): string[] {
  // Of an unknown context nothing can be said, and a precondition does not depend on what was known.
  if (theirs === undefined || relation === 'EXISTS' || relation === 'UNKNOWN') return []
  const lines: string[] = []
  const missedByMine = missedEvents(mine.clock, theirs.clock)
  const missedByTheirs = missedEvents(theirs.clock, mine.clock)
  if (missedByMine !== '') lines.push(`  mine was made without knowing of: ${missedByMine}`)
  if (missedByTheirs !== '') lines.push(`  theirs was made without knowing of: ${missedByTheirs}`)
  return lines.length === 0 ? [] : [...lines, '']
}

/** The newest events of each actor that `clock` lacks of `other`, newest first. */
function missedEvents(clock: VectorClock, other: VectorClock): string {
  const missed = other.actors
    .map((actor, at) => ({ actor, counter: other.counters[at]! }))
    .filter(({ actor, counter }) => counter > counterOf(clock, actor))
    .sort((a, b) => b.counter - a.counter)
  const shown = missed
    .slice(0, ACTORS_SHOWN_MAX)
    .map(({ actor, counter }) => `${describeActor(actor)} at ${describeTime(counter)}`)
  const more = missed.length - shown.length
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '')
}

// ---- why ---------------------------------------------------------------------------------------------------------

function describeReason({ reason, theirs, mine, detail }: ConflictExplanation): string {
  switch (reason) {
    case 'EXISTS':
      return 'the precondition ifAbsent does not hold'
    case 'INCOMPATIBLE':
      return theirs?.value === undefined || mine.value === undefined
        ? 'one side deleted what the other changed'
        : `both sides changed a value of type ${mine.value.type}, and these cannot stand together`
    case 'INCOMPATIBLE_TYPES':
      return 'the value has not the same type in base, theirs and mine'
    case 'OVERLAPPING_EDITS':
      return 'both sides changed the same part in different ways'
    case 'OVERFLOW':
      return 'the sum of both changes does not fit a signed 64-bit int'
    case 'BASE_GONE':
      return 'the value this edit started from is not known for sure, so what it changed cannot be told'
    case 'UNKNOWN_CONTEXT':
      return detail?.kind === 'unknown' ? CAUSES[detail.cause] : 'the context is not usable'
    case 'POLICY_ABORT':
      return 'the policy in force is to resolve nothing'
    case 'WORK_BOUND':
      return 'merging would take too long, or the result would be too large'
    case 'RESOLVED':
      return 'both sides are accounted for'
    default:
      return unreachable(reason)
  }
}

const CAUSES: Record<UnknownCause, string> = {
  MALFORMED: 'the context is damaged, or belongs to another key',
  OTHER_INCARNATION: 'the context is from before a restore or a quorum recovery',
  AHEAD: 'the context has seen events that this key never had',
  PREVIOUS_DOT_MISSING:
    "an earlier edit of the writer's actor is stored, which this edit does not contain",
  OWN_DOT_OLD: "a later edit of the writer's actor is stored already",
  PRUNED:
    'the clock of the key was shortened since, so nobody can tell whether something was missed',
  COLLECTED: 'the key is gone, and its history up to then was collected',
}

/** The part of the base that both sides changed, where the base is there to be shown. */
function describeOverlap({ base, detail }: ConflictExplanation): string[] {
  if (detail?.kind !== 'overlap') return []
  const { start, end } = detail
  const isText = base?.value?.type === 'string'
  const unit = isText ? 'line' : 'element'
  if (end === start) return [`            both inserted before ${unit} ${start + 1} of the base`]
  const which = end === start + 1 ? `${unit} ${end}` : `${unit}s ${start + 1} to ${end}`
  return [
    `            both changed ${which} of the base`,
    ...partsOf(base, start, end).map((part) => `            | ${part}`),
  ]
}

function partsOf(base: ConflictSide | undefined, start: number, end: number): string[] {
  const value = base?.value
  const last = Math.min(end, start + OVERLAP_SHOWN_MAX)
  const shown =
    value?.type === 'string'
      ? value.value
          .split('\n')
          .slice(start, last)
          .map((line) => describeValue({ type: 'string', value: line }, VALUE_BYTES_MAX))
      : value?.type === 'list'
        ? value.value.slice(start, last).map((one) => describeValue(one, VALUE_BYTES_MAX))
        : []
  return last < end && shown.length > 0 ? [...shown, `… ${end - last} more`] : shown
}

// ---- what next ---------------------------------------------------------------------------------------------------

function adviceOf({ reason, mine, detail }: ConflictExplanation, words: ConflictWords): string[] {
  const { readAgain, overwrite, lastWins } = words
  switch (reason) {
    case 'EXISTS':
      return [
        'If the key should be yours: somebody else has it; read it to see who and since when.',
        words.overwriteExisting,
      ]
    case 'INCOMPATIBLE': {
      const text = mine.value?.type === 'string' ? [words.byLines] : []
      return [readAgain, ...text, lastWins, overwrite]
    }
    case 'INCOMPATIBLE_TYPES':
    case 'OVERLAPPING_EDITS':
      return [readAgain, lastWins, overwrite]
    case 'OVERFLOW':
      return ['One of both changes must be smaller.', readAgain, overwrite]
    case 'BASE_GONE':
      return [
        readAgain,
        'If edits often come late, give the keyspace a longer retention; send the edits of one chain in order.',
        lastWins,
      ]
    case 'UNKNOWN_CONTEXT':
      return detail?.kind === 'unknown'
        ? adviceOnUnknown(detail.cause, words)
        : [readAgain, overwrite]
    case 'POLICY_ABORT':
      return [readAgain, words.merge, overwrite]
    case 'WORK_BOUND':
      return [readAgain, 'Keep large lists and texts in several keys, so that each merge is small.']
    case 'RESOLVED':
      return []
    default:
      return unreachable(reason)
  }
}

function adviceOnUnknown(cause: UnknownCause, { readAgain, overwrite }: ConflictWords): string[] {
  switch (cause) {
    case 'MALFORMED':
      return [
        'Bring back the bytes of the context exactly as the read of this very key gave them.',
        readAgain,
      ]
    case 'PREVIOUS_DOT_MISSING':
      return [
        'Send the own dots of all offline edits since the context, not only the last one.',
        'If two devices use one actor name, give each its own.',
        readAgain,
      ]
    case 'OWN_DOT_OLD':
      return [
        'If this edit was sent before a later one, nothing is left to do: the later one is stored.',
        'If two devices use one actor name, give each its own.',
      ]
    case 'OTHER_INCARNATION':
    case 'AHEAD':
    case 'PRUNED':
    case 'COLLECTED':
      return [readAgain, overwrite]
    default:
      return unreachable(cause)
  }
}
