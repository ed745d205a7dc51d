/** The one clear message that every error becomes: what happened, and what to do. */
import { RingKvError } from '../../base/errors.ts'
import { keyOfBytes, keyText } from '../../base/ids.ts'
import {
  formatOperationId,
  isConflict,
  isOutcomeUnknown,
  type Conflict,
  type ConflictSide,
} from '../../client/errors.ts'
import { displayValue } from './values.ts'

/** What to print for an error; no stack, ever. Empty = nothing. */
export function describeError(error: unknown): string {
  if (isConflict(error)) return [line(error), ...error.details!.conflicts.map(explain)].join('\n')
  if (isOutcomeUnknown(error)) {
    const { id, keys } = error.details!
    const names = keys.map(({ key }) => `'${keyText(keyOfBytes(key))}'`).join(' ')
    return `error: ${error.message.split('; the operation')[0]!}; it may or may not have happened (OUTCOME_UNKNOWN)\n  find out with: kvctl resolve ${formatOperationId(id)} ${names}`
  }
  if (error instanceof RingKvError) return line(error)
  const message = error instanceof Error ? error.message : String(error)
  return message === '' ? '' : `error: ${message}`
}

function line(error: RingKvError): string {
  return `error: ${error.message} (${error.code})`
}

const RELATIONS: Record<Conflict['relation'], string> = {
  STALE: 'it was changed after you read it',
  CONCURRENT: 'it was changed independently of your edit',
  EXISTS: 'the key already has a value',
  UNKNOWN: 'your context does not belong to what is stored now',
}

const REASONS: Record<Conflict['reason'], string> = {
  EXISTS: 'only an absent key may be written with --if-absent',
  INCOMPATIBLE: 'both sides changed the value and text or bytes cannot be merged',
  INCOMPATIBLE_TYPES: 'one side changed the type of the value',
  OVERLAPPING_EDITS: 'both sides changed the same part',
  OVERFLOW: 'the merged number does not fit 64 bits',
  BASE_GONE: 'the version that you started from is no longer kept, so nothing can be merged',
  UNKNOWN_CONTEXT: 'the context is of another history or was never handed out',
  POLICY_ABORT: 'the policy is abort: conflicts are never resolved',
  WORK_BOUND: 'the merge would take too much work',
  RESOLVED: 'it was resolved',
}

function explain(conflict: Conflict): string {
  const lines = [
    `  key    ${conflict.key}`,
    `  why    ${RELATIONS[conflict.relation]}; ${REASONS[conflict.reason]} (${conflict.relation}, ${conflict.reason})`,
    side('base', conflict.base),
    side('theirs', conflict.theirs),
    side('mine', conflict.mine),
    `  next   ${nextStep(conflict)}`,
  ]
  return lines.filter((text) => text !== '').join('\n')
}

function side(name: string, version: ConflictSide | undefined): string {
  if (version === undefined) return ''
  const value = version.value === undefined ? '(deleted)' : displayValue(version.value)
  const cut = version.truncated ? '… (cut)' : ''
  const by = version.author === '' ? '' : ` by ${version.author}`
  const when = version.timestamp === 0 ? '' : ` at ${version.timestamp}`
  return `  ${name.padEnd(6)} ${value}${cut}${by}${when}`
}

function nextStep(conflict: Conflict): string {
  if (conflict.relation === 'EXISTS')
    return 'leave out --if-absent to overwrite, or take another key'
  return 'get the key again, redo the change on its value, and put with the new context; or put without a context to overwrite'
}
