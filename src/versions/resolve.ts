/**
 * What a policy makes of a conflict (04, "Resolution").
 *
 * - `auto`  merge where the types allow, else abort
 * - `text`  as `auto`, and strings that both sides changed merge by lines
 * - `lww`   the higher version wins whole
 * - `abort` never resolve
 */
import { unreachable } from '../base/assert.ts'
import { mergeValues, type MergeBase } from './merge.ts'
import { refused, type MergeResult } from './merge-result.ts'
import type { Value } from './value.ts'
import { compareDots } from './vector-clock.ts'
import type { Dot, Policy } from './version.ts'

export type Resolution = MergeResult | { readonly kind: 'won' } | { readonly kind: 'lost' }

/** One side of a conflict as far as it decides the outcome. */
interface Contender {
  readonly value: Value | undefined
  readonly dot: Dot
}

export function resolveConflict(
  policy: Policy,
  base: MergeBase,
  theirs: Contender,
  mine: Contender,
  valueByteLimit: number,
): Resolution {
  const mineIsHigher = compareDots(mine.dot, theirs.dot) > 0
  switch (policy) {
    case 'auto':
    case 'text': {
      const rules = { text: policy === 'text', mineIsHigher, valueByteLimit }
      return mergeValues(base, theirs.value, mine.value, rules)
    }
    case 'lww':
      return { kind: mineIsHigher ? 'won' : 'lost' }
    case 'abort':
      return refused('POLICY_ABORT')
    default:
      return unreachable(policy)
  }
}
