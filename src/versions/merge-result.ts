/** What a merge gives back: a value (`undefined` = deleted), or why both changes cannot stand together. */
import type { Value } from './value.ts'
import type { ConflictDetail, ConflictReason } from './version.ts'

export type MergeResult =
  | { readonly kind: 'merged'; readonly value: Value | undefined }
  | {
      readonly kind: 'refused'
      readonly reason: ConflictReason
      readonly detail: ConflictDetail | undefined
    }

export function merged(value: Value | undefined): MergeResult {
  return { kind: 'merged', value }
}

export function refused(reason: ConflictReason, detail?: ConflictDetail): MergeResult {
  return { kind: 'refused', reason, detail }
}
