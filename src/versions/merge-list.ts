import type { MergeResult } from './merge-result.ts'
import { refused } from './merge-result.ts'
import type { Scalar } from './value.ts'
export function mergeLists(
  base: readonly Scalar[],
  theirs: readonly Scalar[],
  mine: readonly Scalar[],
  mineIsHigher: boolean,
): MergeResult {
  return base.length + theirs.length + mine.length > 0 || mineIsHigher
    ? refused('WORK_BOUND')
    : refused('WORK_BOUND')
}
