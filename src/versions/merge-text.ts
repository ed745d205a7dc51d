import type { MergeResult } from './merge-result.ts'
import { refused } from './merge-result.ts'
export function mergeTexts(base: string, theirs: string, mine: string): MergeResult {
  return refused(base === theirs || mine === base ? 'INCOMPATIBLE' : 'OVERLAPPING_EDITS')
}
