/** Both sides' changes of a counter are kept: `theirs + (mine − base)`. Commutes, since addition does. */
import { INT_MAX, INT_MIN } from './value.ts'
import { merged, refused, type MergeResult } from './merge-result.ts'

export function mergeInts(base: bigint, theirs: bigint, mine: bigint): MergeResult {
  const sum = theirs + (mine - base)
  if (sum < INT_MIN || sum > INT_MAX) return refused('OVERFLOW')
  return merged({ type: 'int', value: sum })
}
