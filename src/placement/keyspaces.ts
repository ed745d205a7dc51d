/**
 * Keyspaces: named sets of keys, each with its own partition rule (fixed for ever, since it decides where keys live),
 * conflict policy, retention of history and quota. `default` exists from the start.
 *
 * Ids rise and are never used again, so an id below a known one is either alive or was dropped: that is how shards tell
 * what is garbage from what they have not heard of yet. Names are free again at once.
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
  /** Most bytes of live keys and values; 0 = no quota. */
  readonly quotaBytes: number
  /** What it had when it was found to have reached its quota; 0 = it has not. */
  readonly fullBytes: number
  readonly createdAt: Timestamp
}

/** What is remembered of a keyspace that is no more. */
export interface DroppedKeyspace {
  readonly id: KeyspaceId
  readonly name: string
  readonly droppedAt: Timestamp
}

/** The part of a keyspace that whoever makes it chooses. */
export type KeyspaceSpec = Omit<Keyspace, 'id' | 'createdAt' | 'fullBytes'>

export const DEFAULT_KEYSPACE_SPEC: KeyspaceSpec = Object.freeze({
  name: 'default',
  partition: Object.freeze({ kind: 'key' }),
  policy: 'auto',
  retentionMs: 3_600_000,
  quotaBytes: 0,
})

/** Dropped keyspaces that are remembered by name; beyond them those with the smallest ids go. */
export const DROPPED_KEYSPACES_MAX = 256

/** What `fullBytes` of a keyspace with this much in it is. */
export function fullBytesOf({ quotaBytes }: KeyspaceSpec, usedBytes: number): number {
  return quotaBytes !== 0 && usedBytes >= quotaBytes ? usedBytes : 0
}

/** How `spec` differs from what `known` is, as phrases; empty = it asks for exactly that. */
export function differencesOf(known: KeyspaceSpec, spec: KeyspaceSpec): string[] {
  const differences: string[] = []
  const compare = (what: string, is: unknown, asked: unknown): void => {
    const [now, wanted] = [JSON.stringify(is), JSON.stringify(asked)]
    if (now !== wanted) differences.push(`its ${what} is ${now}, not ${wanted}`)
  }
  compare('partition rule', known.partition, plainRule(spec.partition))
  compare('policy', known.policy, spec.policy)
  compare('retention in milliseconds', known.retentionMs, spec.retentionMs)
  compare('quota in bytes', known.quotaBytes, spec.quotaBytes)
  return differences
}

/** The rule with its own fields only, in one order: it may come from outside. */
export function plainRule(rule: PartitionRule): PartitionRule {
  return rule.kind === 'first'
    ? { kind: 'first', parts: rule.parts, separator: rule.separator }
    : { kind: rule.kind }
}

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
