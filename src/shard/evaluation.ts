/**
 * One operation on one key, evaluated at apply: limits, then comparison and resolution (04, src/versions). Changes
 * nothing; what follows from it is the caller's.
 */
import { keyText, timestamp, type Timestamp } from '../base/ids.ts'
import { shown } from '../base/shown.ts'
import type { Refusal, RefusedWrite } from '../txn/types.ts'
import { lesserExpiry } from '../txn/participant.ts'
import { decodeContext, encodeContext } from '../versions/context.ts'
import { cutExplanation, SIDE_BOUNDS } from '../versions/cut-explanation.ts'
import {
  blindVersion,
  evaluateIncrement,
  evaluateListEdit,
  evaluateWrite,
  type OperationEvaluation,
  type WriteInput,
} from '../versions/evaluate.ts'
import { valueBytes } from '../versions/value-codec.ts'
import { sideOf } from '../versions/explain.ts'
import type { Context, Version, WriteOutcome } from '../versions/version.ts'
import type { WriteOperation } from './command.ts'
import { refusal, type EntryContext } from './entry-context.ts'
import type { HeadEntry } from './head-cache.ts'

export type Evaluated =
  | {
      readonly kind: 'write'
      readonly version: Version
      readonly outcome: WriteOutcome
      readonly storeDot: boolean
      /** Whether the client wants the value back: of operations and merges. */
      readonly returnsValue: boolean
      /** Least expiry of the live versions that the result was built on; 0 = none. */
      readonly builtOnExpiry: Timestamp
    }
  /** Applied before: no effect. */
  | { readonly kind: 'duplicate'; readonly version: Version }
  | { readonly kind: 'conflict'; readonly refused: RefusedWrite }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

const NEVER = timestamp(0)
const NO_CONTEXT = new Uint8Array(0)

/**
 * @param current what the operation applies to: the head as of the command's stamp, or what earlier operations of the
 *   same transaction made of it; its timestamp is below the stamp
 */
export function evaluateOperation(
  context: EntryContext,
  write: WriteOperation,
  author: string,
  entry: HeadEntry,
  current: Version | undefined,
): Evaluated {
  const { stamp, state, batch } = context
  switch (write.op) {
    case 'put': {
      const limit = batch.limits.valueBytes
      const size = valueBytes(write.value)
      if (size > limit)
        return refused(
          write,
          'VALUE_TOO_LARGE',
          `a value has at most ${limit} bytes, this one ${size}`,
        )
      return evaluateCompared(
        context,
        write,
        write.value,
        write.expiry,
        write.ifAbsent,
        author,
        entry,
        current,
      )
    }
    case 'delete':
      return evaluateCompared(context, write, undefined, NEVER, false, author, entry, current)
    case 'increment':
      return operation(
        write,
        current,
        evaluateIncrement(current, write.by, stamp, state.incarnation, author),
      )
    case 'append':
    case 'prepend':
    case 'remove':
      return operation(
        write,
        current,
        evaluateListEdit(
          current,
          write.op,
          write.elements,
          stamp,
          state.incarnation,
          author,
          batch.limits.valueBytes,
        ),
      )
  }
}

function operation(
  write: WriteOperation,
  current: Version | undefined,
  evaluation: OperationEvaluation,
): Evaluated {
  if (evaluation.kind === 'refuse') return refused(write, evaluation.code, evaluation.message)
  const { version, outcome, storeDot } = evaluation
  const builtOnExpiry = liveExpiry(current)
  return { kind: 'write', version, outcome, storeDot, returnsValue: true, builtOnExpiry }
}

type Compared = Extract<WriteOperation, { op: 'put' | 'delete' }>

function evaluateCompared(
  context: EntryContext,
  write: Compared,
  value: WriteInput['incoming']['value'],
  expiry: Timestamp,
  ifAbsent: boolean,
  author: string,
  entry: HeadEntry,
  current: Version | undefined,
): Evaluated {
  const { state, batch, stamp } = context
  const { keyspace, key, ownDots } = write
  if (write.context.length === 0 && ownDots.length === 0 && !ifAbsent) {
    const version = blindVersion(current, value, expiry, stamp, state.incarnation, author)
    return {
      kind: 'write',
      version,
      outcome: 'APPLIED',
      storeDot: true,
      returnsValue: false,
      builtOnExpiry: NEVER,
    }
  }
  const incoming = {
    value,
    expiry,
    context: contextOf(write),
    ownDots,
    actor: author,
    ifAbsent,
    author,
  }
  const policy = write.policy ?? context.rules(keyspace)!.policy
  const input: WriteInput = {
    current,
    incoming,
    policy,
    stamp,
    incarnation: state.incarnation,
    clockActors: batch.limits.clockActors,
    clockMaxAheadMicros: batch.limits.clockMaxAheadMicros,
    valueByteLimit: batch.limits.valueBytes,
    gcPoint: state.gcPoint(keyspace),
    base: 'unfetched',
  }
  let evaluation = evaluateWrite(input)
  let builtOnExpiry = NEVER
  if (evaluation.kind === 'need-base') {
    const base = context.pastVersion(entry, evaluation.timestamp)
    if (base !== 'gone' && base.expiry > stamp) builtOnExpiry = liveExpiry(base)
    evaluation = evaluateWrite({ ...input, base })
  }
  switch (evaluation.kind) {
    case 'write': {
      const { version, outcome, storeDot, conflict } = evaluation
      if (conflict !== undefined) {
        const merged = outcome === 'MERGED' ? sideOf(version) : undefined
        context.noteConflict({ keyspace, key, policy, outcome, explanation: conflict, merged })
      }
      // A write that follows takes nothing from the value before it; a resolved one does.
      if (outcome !== 'APPLIED') builtOnExpiry = lesserExpiry(builtOnExpiry, liveExpiry(current))
      const returnsValue = outcome === 'MERGED'
      return { kind: 'write', version, outcome, storeDot, returnsValue, builtOnExpiry }
    }
    case 'duplicate':
      return evaluation
    case 'conflict': {
      const { explanation } = evaluation
      const unresolved = { outcome: undefined, explanation, merged: undefined }
      context.noteConflict({ keyspace, key, policy, ...unresolved })
      const conflict = cutExplanation(explanation, SIDE_BOUNDS)
      return {
        kind: 'conflict',
        refused: { keyspace, key, conflict, newest: newest(context, entry) },
      }
    }
    case 'refuse':
      return refused(write, evaluation.code, evaluation.message)
    case 'need-base':
      throw new Error('unreachable')
  }
}

/** What a reader of the key takes away now. */
function newest(context: EntryContext, entry: HeadEntry): Uint8Array {
  const version = context.head(entry)
  if (version === undefined) return NO_CONTEXT
  const { keyspace, key } = entry
  const { timestamp: at, clock } = version
  const { incarnation } = context.state
  return encodeContext(keyspace, key, { incarnation, timestamp: at, clock })
}

function contextOf({ keyspace, key, context }: Compared): Context | 'none' | 'invalid' {
  return context.length === 0 ? 'none' : (decodeContext(keyspace, key, context) ?? 'invalid')
}

/** The expiry of a version that is alive, 0 if it is a tombstone or never expires. */
function liveExpiry(version: Version | undefined): Timestamp {
  return version?.value === undefined ? NEVER : version.expiry
}

/** A transaction has many keys: which one it was is part of the answer. */
function refused({ key }: WriteOperation, code: Refusal['code'], message: string): Evaluated {
  return { kind: 'refused', refusal: refusal(code, `key "${shown(keyText(key))}": ${message}`) }
}
