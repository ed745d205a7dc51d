/**
 * Conflicts between the wire and the domain (04, "What the client learns"): those that an error tells, and those that the
 * conflict log kept. Explanations are cut where several travel together: never enough to make an answer large.
 */
import { keyBytes, timestamp, type KeyspaceId } from '../base/ids.ts'
import type { ConflictRecord } from '../shard/conflict-log.ts'
import type { Read } from '../shard/request.ts'
import type { RefusedWrite } from '../txn/types.ts'
import { cutExplanation, sideBoundsOf } from '../versions/cut-explanation.ts'
import type { ConflictExplanation, ConflictSide, VectorClock } from '../versions/version.ts'
import { encodeOperationId } from './operation-id-codec.ts'
import { wire } from './protobuf.ts'
import { keyOf, keyspaceOf, type RequestContext } from './request-context.ts'
import { encodeValue } from './value-codec.ts'
import { encodeOutcome, encodePolicy } from './write-codec.ts'

/** The name of a keyspace, for people. */
export type KeyspaceNames = (keyspace: KeyspaceId) => string

type ConflictsRead = Extract<Read, { readonly kind: 'conflicts' }>

/** Conflicts of one answer when the client does not say how many, and at most when it does. */
const CONFLICTS_DEFAULT = 20
const CONFLICTS_MAX = 1000

export function encodeRefusedWrites(
  refused: readonly RefusedWrite[],
  keyspaceName: KeyspaceNames,
): wire.Conflict.$Properties[] {
  const bounds = sideBoundsOf(refused.length)
  return refused.map(({ keyspace, key, conflict, newest }) => ({
    ...encodeExplanation(cutExplanation(conflict, bounds)),
    keyspace: keyspaceName(keyspace),
    key: keyBytes(key),
    newestContext: newest,
  }))
}

/** @throws RingKvError KEYSPACE_UNKNOWN, KEY_INVALID */
export function decodeConflictsRead(
  context: RequestContext,
  request: wire.ConflictsRequest.$Properties,
): ConflictsRead {
  const wanted = request.limit ?? 0
  return {
    kind: 'conflicts',
    keyspace: keyspaceOf(context, request.keyspace).id,
    key: keyOf(context, request.key),
    at: timestamp(request.at ?? 0),
    limit: Math.min(wanted === 0 ? CONFLICTS_DEFAULT : wanted, CONFLICTS_MAX),
  }
}

export function encodeLoggedConflict(
  record: ConflictRecord,
  keyspaceName: KeyspaceNames,
): wire.LoggedConflict.$Properties {
  const { at, id, keyspace, key, policy, outcome, explanation, merged } = record
  return {
    at,
    conflict: {
      ...encodeExplanation(explanation),
      keyspace: keyspaceName(keyspace),
      key: keyBytes(key),
    },
    outcome:
      outcome === undefined ? wire.WriteOutcome.WRITE_OUTCOME_UNSPECIFIED : encodeOutcome(outcome),
    policy: encodePolicy(policy),
    merged: merged === undefined ? null : encodeSide(merged),
    id: encodeOperationId(id),
  }
}

function encodeExplanation(explanation: ConflictExplanation): wire.Conflict.$Properties {
  const { relation, reason, base, theirs, mine, detail } = explanation
  return {
    relation,
    reason,
    base: base === undefined ? null : encodeSide(base),
    theirs: theirs === undefined ? null : encodeSide(theirs),
    mine: encodeSide(mine),
    cause: detail?.kind === 'unknown' ? detail.cause : '',
    overlap: detail?.kind === 'overlap' ? { start: detail.start, end: detail.end } : null,
  }
}

function encodeSide(side: ConflictSide): wire.ConflictSide.$Properties {
  const { timestamp: at, clock, value, author, truncated } = side
  return {
    timestamp: at,
    clock: encodeClock(clock),
    value: value === undefined ? null : encodeValue(value),
    author,
    truncated: truncated === true,
  }
}

function encodeClock({ actors, counters, dropped }: VectorClock): wire.VectorClock.$Properties {
  // Without a prototype, so that an actor may be called anything.
  const byActor = Object.create(null) as Record<string, number>
  actors.forEach((actor, at) => (byActor[actor] = counters[at]!))
  return { counters: byActor, dropped }
}
