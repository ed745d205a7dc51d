/**
 * Keyspaces: named sets of keys, each with its own partition rule (fixed for ever, since it decides where keys live),
 * conflict policy, retention of history and quota. `default` exists from the start.
 */
import type { KeyspaceId, Timestamp } from '../base/ids.ts'
import type { PartitionRule } from '../base/token.ts'
import { shown } from '../base/shown.ts'

type KeyspacePolicy = 'auto' | 'lww' | 'abort' | 'text'

export interface Keyspace {
  readonly id: KeyspaceId
  readonly name: string
  readonly partition: PartitionRule
  /** What happens to conflicting writes that bring no policy of their own. */
  readonly policy: KeyspacePolicy
  /** How long a superseded version stays readable; at least the transaction lifetime. */
  readonly retentionMs: number
  /** 0 = none. */
  readonly quotaBytes: number
  readonly createdAt: Timestamp
}

/** The part of a keyspace that whoever makes it chooses. */
export type KeyspaceSpec = Omit<Keyspace, 'id' | 'createdAt'>

export const DEFAULT_KEYSPACE_SPEC: KeyspaceSpec = Object.freeze({
  name: 'default',
  partition: Object.freeze({ kind: 'key' }),
  policy: 'auto',
  retentionMs: 3_600_000,
  quotaBytes: 0,
})

const POLICIES: readonly unknown[] = ['auto', 'lww', 'abort', 'text'] satisfies KeyspacePolicy[]
const NAME = /^[A-Za-z][A-Za-z0-9._-]{0,63}$/
const PARTS_MAX = 64
const SEPARATOR = /^[\x20-\x7e]{1,16}$/
const RETENTION_MS_MAX = 100 * 365 * 86_400_000

/** What is wrong with a new keyspace, as a phrase; undefined when nothing is. */
export function keyspaceProblem(spec: KeyspaceSpec, retentionMsMin: number): string | undefined {
  if (typeof spec.name !== 'string' || !NAME.test(spec.name)) {
    return 'a keyspace name is a letter, then up to 63 letters, digits, dots, dashes or underscores'
  }
  return (
    partitionProblem(spec.partition) ??
    policyProblem(spec.policy) ??
    retentionProblem(spec.retentionMs, retentionMsMin) ??
    quotaProblem(spec.quotaBytes)
  )
}

function partitionProblem(rule: PartitionRule | null | undefined): string | undefined {
  // The rule comes from a log entry: its type is what the sender claims.
  const kind: unknown = rule?.kind
  if (kind === 'key' || kind === 'all') return undefined
  if (kind !== 'first') return "a partition rule is 'key', 'first' or 'all'"
  const { parts, separator } = rule as Extract<PartitionRule, { kind: 'first' }>
  if (!Number.isSafeInteger(parts) || parts < 1 || parts > PARTS_MAX) {
    return `a partition rule counts 1 to ${PARTS_MAX} parts, not ${shown(parts)}`
  }
  if (typeof separator !== 'string' || !SEPARATOR.test(separator)) {
    return 'a separator is 1 to 16 printable ASCII characters'
  }
  if (separator.includes('{') || separator.includes('}')) {
    return 'a separator cannot contain { or }, which mark the partition inside a key'
  }
  return undefined
}

function policyProblem(policy: unknown): string | undefined {
  return POLICIES.includes(policy)
    ? undefined
    : `a conflict policy is one of ${POLICIES.join(', ')}, not ${shown(policy)}`
}

function retentionProblem(retentionMs: unknown, least: number): string | undefined {
  return isWithin(retentionMs, least, RETENTION_MS_MAX)
    ? undefined
    : `retention must be ${least} ms (the transaction lifetime) or more, not ${shown(retentionMs)}`
}

function quotaProblem(quotaBytes: unknown): string | undefined {
  return isWithin(quotaBytes, 0, Number.MAX_SAFE_INTEGER)
    ? undefined
    : `a quota is a number of bytes, 0 for none, not ${shown(quotaBytes)}`
}

function isWithin(value: unknown, least: number, greatest: number): boolean {
  return Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= greatest
}
