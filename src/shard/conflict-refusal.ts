/** The refusal of a command whose writes conflict: it names the keys, also where the explanations are not at hand any more. */
import { keyText } from '../base/ids.ts'
import { shown } from '../base/shown.ts'
import type { Refusal, RefusedWrite } from '../txn/types.ts'
import { cutExplanation, sideBoundsOf } from '../versions/cut-explanation.ts'

/** Keys named in the message; the refusal row has room for about as many. */
const NAMED_MAX = 3

/** @param refused one per key that could not be resolved, at least one */
export function conflictRefusal(refused: readonly RefusedWrite[]): Refusal {
  const bounds = sideBoundsOf(refused.length)
  const conflicts = refused.map((each) => ({
    ...each,
    conflict: cutExplanation(each.conflict, bounds),
  }))
  return { code: 'CONFLICT', message: messageOf(refused), conflicts }
}

function messageOf(refused: readonly RefusedWrite[]): string {
  const names = refused.slice(0, NAMED_MAX).map(({ key }) => `"${shown(keyText(key))}"`)
  const more = refused.length - names.length
  const keys = names.join(', ') + (more > 0 ? ` and ${more} more` : '')
  return refused.length === 1
    ? `the write of key ${keys} conflicts with what is stored`
    : `the writes of keys ${keys} conflict with what is stored`
}
