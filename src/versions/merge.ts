/**
 * Three-way merge of values (04, "Merging is three-way"): what both sides made of the value that the writer started
 * from. Which of the two is *mine* and which *theirs* does not matter for the result.
 *
 * | values | result |
 * | --- | --- |
 * | equal strings or bytes | that value, even without a base |
 * | both deleted | deleted |
 * | one deleted, the other as in the base | deleted |
 * | int | both changes added |
 * | list | both sides' insertions and deletions (merge-list.ts) |
 * | string, bytes: one side as in the base | the other side |
 * | string, where the policy is `text` | both sides' changed lines (merge-text.ts) |
 * | anything else | refused, with the reason |
 *
 * Without a base, or with a base that was deleted, ints and lists never merge: nobody can tell 5 set twice from 5 added
 * twice.
 */
import { mergeInts } from './merge-int.ts'
import { mergeLists } from './merge-list.ts'
import { merged, refused, type MergeResult } from './merge-result.ts'
import { mergeTexts } from './merge-text.ts'
import type { Value } from './value.ts'
import { valueBytes, valuesEqual } from './value-codec.ts'

/** The value the writer started from: `undefined` = deleted or never there, `gone` = not to be had. */
export type MergeBase = Value | undefined | 'gone'

interface MergeRules {
  /** Strings merge by lines. */
  readonly text: boolean
  /** Whether `mine` is the higher version: its elements stand first where both sides insert at one place. */
  readonly mineIsHigher: boolean
  /** Greatest encoded size of a result in bytes. */
  readonly valueByteLimit: number
}

export function mergeValues(
  base: MergeBase,
  theirs: Value | undefined,
  mine: Value | undefined,
  rules: MergeRules,
): MergeResult {
  if (theirs === undefined || mine === undefined) return mergeDeletion(base, theirs ?? mine)
  const isBlob = theirs.type === 'string' || theirs.type === 'bytes'
  if (isBlob && valuesEqual(theirs, mine)) return merged(mine)
  if (theirs.type !== mine.type) return refused('INCOMPATIBLE_TYPES')
  if (base === 'gone') return refused('BASE_GONE')
  if (base === undefined) return refused('INCOMPATIBLE')
  const result = mergeSameTypes(base, theirs, mine, rules)
  const tooLarge =
    result.kind === 'merged' &&
    result.value !== undefined &&
    valueBytes(result.value) > rules.valueByteLimit
  return tooLarge ? refused('WORK_BOUND') : result
}

/** One side or both deleted; `other` is what the other side has, if it has anything. */
function mergeDeletion(base: MergeBase, other: Value | undefined): MergeResult {
  if (other === undefined) return merged(undefined)
  if (base === 'gone') return refused('BASE_GONE')
  return base !== undefined && valuesEqual(base, other)
    ? merged(undefined)
    : refused('INCOMPATIBLE')
}

function mergeSameTypes(base: Value, theirs: Value, mine: Value, rules: MergeRules): MergeResult {
  if (base.type === 'int' && theirs.type === 'int' && mine.type === 'int') {
    return mergeInts(base.value, theirs.value, mine.value)
  }
  if (base.type === 'list' && theirs.type === 'list' && mine.type === 'list') {
    return mergeLists(base.value, theirs.value, mine.value, rules.mineIsHigher)
  }
  if (base.type !== theirs.type) return refused('INCOMPATIBLE_TYPES')
  if (valuesEqual(base, theirs)) return merged(mine)
  if (valuesEqual(base, mine)) return merged(theirs)
  if (rules.text && base.type === 'string' && theirs.type === 'string' && mine.type === 'string') {
    return mergeTexts(base.value, theirs.value, mine.value)
  }
  return refused('INCOMPATIBLE')
}
