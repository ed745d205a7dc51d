/**
 * Conflicts as a program sees them: what an error explains, and what the conflict log of a key's shard tells (04, "What the
 * client learns"). `describeConflict` says the same to a person.
 */
import { keyBytes, keyOfBytes, keyText, timestamp, type OperationId } from '../base/ids.ts'
import type { wire } from '../net/protobuf.ts'
import { describeConflict as describe, type ConflictWords } from '../versions/describe-conflict.ts'
import {
  POLICIES,
  type ConflictDetail,
  type ConflictExplanation,
  type ConflictReason,
  type ConflictRelation,
  type ConflictSide as VersionsSide,
  type Policy,
  type UnknownCause,
  type WriteOutcome,
} from '../versions/version.ts'
import type { ClientCore } from './core.ts'
import { decodeOutcome } from './entries.ts'
import { toKey, type KeyInput } from './keys.ts'
import { counted, invalid, type KeyspaceOptions } from './options.ts'
import { decodeValue, typedValue, type Value } from './values.ts'

/** One side of a conflict. */
export interface ConflictSide {
  /** Hybrid timestamp of the version, microseconds; of a refused write: when it was refused. */
  readonly timestamp: number
  /** `undefined` = deleted. Cut at 4 KiB, see `truncated`. */
  readonly value: Value | undefined
  /** Who wrote it; empty if the writer did not say. */
  readonly author: string
  /** Value or clock are not whole: `conflicts` with `at` brings the rest. */
  readonly truncated: boolean
  /** Vector clock: actor → counter. */
  readonly clock: Readonly<Record<string, number>>
  /** The clock knows nothing of events up to this counter; 0 = it knows of all. */
  readonly clockDropped: number
}

/** What happened to one key's write (04, "What the client learns"). */
export interface Conflict {
  /** Name of the keyspace; empty if it was dropped. */
  readonly keyspace: string
  /** As text; `0x…` where the bytes are no UTF-8. */
  readonly key: string
  readonly keyBytes: Uint8Array
  readonly relation: ConflictRelation
  /** Why it could not be resolved; `RESOLVED` in the conflict log if it was. */
  readonly reason: ConflictReason
  /** More about the reason: which part both changed, or what is wrong with the context. */
  readonly detail: ConflictDetail | undefined
  /** What both started from; `undefined` if there was nothing or history no longer has it. */
  readonly base: ConflictSide | undefined
  /** What was stored. */
  readonly theirs: ConflictSide | undefined
  /** What was to be written. */
  readonly mine: ConflictSide
  /** In an error: context of what is stored now, to go on from. Empty in the conflict log, and where nothing is stored. */
  readonly newestContext: Uint8Array
}

/** A conflict as the log of the key's shard kept it. */
export interface LoggedConflict extends Conflict {
  /** When the write was refused, or when what was resolved took effect. Names the conflict: `conflicts` takes it as `at`. */
  readonly at: number
  /** How it was resolved; `undefined` = the write was refused. */
  readonly outcome: WriteOutcome | undefined
  /** The policy in force. */
  readonly policy: Policy
  /** The version that came of a merge. */
  readonly merged: ConflictSide | undefined
  /** The operation that met it. */
  readonly id: OperationId
}

/** A key's recent conflicts. */
export interface ConflictHistory {
  /** Newest first. */
  readonly conflicts: readonly LoggedConflict[]
  /**
   * When the oldest conflict was logged, of any key in the shard, that is still kept; 0 = none is. The log is bounded in bytes:
   * older ones are gone.
   */
  readonly since: number
}

export interface ConflictsOptions extends KeyspaceOptions {
  /** At most so many, the newest. Default 20, at most 1000. */
  readonly limit?: number
  /** Only the conflict that was logged at this time (`LoggedConflict.at`), its values whole as far as history has them. */
  readonly at?: number
}

const LIMIT_MAX = 1000

/** See `RingKv.conflicts`. */
export async function readConflicts(
  core: ClientCore,
  keyInput: KeyInput,
  options: ConflictsOptions,
): Promise<ConflictHistory> {
  const key = toKey(keyInput)
  const keyspace = options.keyspace ?? core.defaults.keyspace
  const { limit = 0, at = 0 } = options
  if (!Number.isSafeInteger(limit) || limit < 0 || limit > LIMIT_MAX) {
    throw invalid(`limit must be a count up to ${LIMIT_MAX}, not ${limit}`)
  }
  const conflicts = { keyspace, key: keyBytes(key), limit, at: counted('at', at) }
  return core.invoke(
    { kind: 'read', request: { conflicts }, keyspace, key },
    core.deadline(options),
    options.signal,
    (response) => ({
      conflicts: (response.conflicts?.conflicts ?? []).map(decodeLogged),
      since: response.conflicts?.since ?? 0,
    }),
  )
}

/** The conflict explained to a person, several lines: both sides, why, and what can be done. */
export function describeConflict(conflict: Conflict, words?: ConflictWords): string {
  return describe(explanationOf(conflict), conflict.key, words)
}

// ---- decoding ----------------------------------------------------------------------------------------------------

export function decodeConflict(encoded: wire.Conflict.$Properties): Conflict {
  const key = Uint8Array.from(encoded.key ?? [])
  return {
    keyspace: encoded.keyspace ?? '',
    key: keyText(keyOfBytes(key)),
    keyBytes: key,
    relation: (encoded.relation ?? 'UNKNOWN') as ConflictRelation,
    reason: (encoded.reason ?? '') as ConflictReason,
    detail: decodeDetail(encoded),
    base: decodeSide(encoded.base),
    theirs: decodeSide(encoded.theirs),
    mine: decodeSide(encoded.mine ?? {})!,
    newestContext: Uint8Array.from(encoded.newestContext ?? []),
  }
}

function decodeLogged(encoded: wire.LoggedConflict.$Properties): LoggedConflict {
  const { id } = encoded
  return {
    ...decodeConflict(encoded.conflict ?? {}),
    at: encoded.at ?? 0,
    outcome: (encoded.outcome ?? 0) === 0 ? undefined : decodeOutcome(encoded.outcome),
    // On the wire 0 means the keyspace's, which a log never says.
    policy: POLICIES[(encoded.policy ?? 1) - 1] ?? 'auto',
    merged: decodeSide(encoded.merged),
    id: {
      client: Buffer.from(id?.client ?? []).toString('hex'),
      sequence: id?.sequence ?? 0,
      expiry: timestamp(id?.expiry ?? 0),
    },
  }
}

function decodeDetail({ cause, overlap }: wire.Conflict.$Properties): ConflictDetail | undefined {
  if (overlap !== null && overlap !== undefined) {
    return { kind: 'overlap', start: overlap.start ?? 0, end: overlap.end ?? 0 }
  }
  if (cause === null || cause === undefined || cause === '') return undefined
  return { kind: 'unknown', cause: cause as UnknownCause }
}

function decodeSide(
  encoded: wire.ConflictSide.$Properties | null | undefined,
): ConflictSide | undefined {
  if (encoded === null || encoded === undefined) return undefined
  return {
    timestamp: encoded.timestamp ?? 0,
    value: decodeValue(encoded.value),
    author: encoded.author ?? '',
    truncated: encoded.truncated ?? false,
    clock: { ...encoded.clock?.counters },
    clockDropped: encoded.clock?.dropped ?? 0,
  }
}

// ---- for people --------------------------------------------------------------------------------------------------

function explanationOf(conflict: Conflict): ConflictExplanation {
  const { relation, reason, base, theirs, mine, detail } = conflict
  return {
    relation,
    reason,
    base: base && sideOf(base),
    theirs: theirs && sideOf(theirs),
    mine: sideOf(mine),
    ...(detail === undefined ? undefined : { detail }),
  }
}

function sideOf({
  timestamp: at,
  clock,
  clockDropped,
  value,
  ...rest
}: ConflictSide): VersionsSide {
  const actors = Object.keys(clock).sort()
  return {
    ...rest,
    timestamp: timestamp(at),
    clock: { actors, counters: actors.map((actor) => clock[actor]!), dropped: clockDropped },
    value: value === undefined ? undefined : typedValue(value),
  }
}
