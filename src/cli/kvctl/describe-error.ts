/** The one clear message that every error becomes: what happened, and what to do. */
import { RingKvError } from '../../base/errors.ts'
import { keyOfBytes, keyText } from '../../base/ids.ts'
import { formatOperationId, isConflict, isOutcomeUnknown } from '../../client/errors.ts'
import { explainConflict } from './conflict-text.ts'

/** What to print for an error; no stack, ever. Empty = nothing. */
export function describeError(error: unknown): string {
  if (isConflict(error)) {
    const explained = error.details!.conflicts.map((conflict) => explainConflict(conflict))
    return [line(error), ...explained].join('\n\n')
  }
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
