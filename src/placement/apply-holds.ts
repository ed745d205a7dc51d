/** Commands that take, renew and release holds. Each also drops the holds that have expired by its own time. */
import { timestamp, type Timestamp } from '../base/ids.ts'
import type { PlacementCommand } from './command.ts'
import { HOLD_AGE_MS_MAX, HOLDS_MAX, lifeProblem, purposeProblem, type Hold } from './holds.ts'
import type { Outcome, PlacementState } from './state.ts'
import { DONE, refuse } from './state.ts'

type Command<Kind extends PlacementCommand['kind']> = Extract<PlacementCommand, { kind: Kind }>

export function takeHold(state: PlacementState, command: Command<'take-hold'>): Outcome {
  const { view } = state
  const { at, keyspace, readAt, purpose, lifeMs } = command
  const problem = purposeProblem(purpose) ?? lifeProblem(lifeMs)
  if (problem !== undefined) return refuse('INVALID_ARGUMENT', problem)
  const held = keyspace === 0 ? view.keyspaces() : [view.keyspace(keyspace)]
  const retentions: number[] = []
  for (const each of held) {
    if (each === undefined) return refuse('KEYSPACE_UNKNOWN', `there is no keyspace ${keyspace}`)
    retentions.push(each.retentionMs)
  }
  const oldest = at - Math.min(...retentions) * 1000
  if (readAt < oldest) {
    return refuse(
      'SNAPSHOT_TOO_OLD',
      `history at ${readAt} may be gone already; the oldest time that can be held now is ${oldest}`,
    )
  }
  if (readAt > at + view.settings.clockMaxAheadMs * 1000) {
    return refuse('CLOCK_AHEAD', `the time to be held, ${readAt}, is ahead of ${at}, the time now`)
  }
  const lasting = lastingHolds(state, at)
  if (lasting.length >= HOLDS_MAX) {
    return refuse('OVERLOADED', `there are ${lasting.length} holds already: release some`)
  }
  const hold: Hold = {
    id: state.next.hold++,
    keyspace,
    readAt,
    purpose,
    takenAt: at,
    expiresAt: timestamp(at + lifeMs * 1000),
  }
  return { reply: { kind: 'hold', hold }, changes: { holds: [...lasting, hold] } }
}

export function renewHold(state: PlacementState, command: Command<'renew-hold'>): Outcome {
  const { at, hold: id, lifeMs } = command
  const problem = lifeProblem(lifeMs)
  if (problem !== undefined) return refuse('INVALID_ARGUMENT', problem)
  const lasting = lastingHolds(state, at)
  const known = lasting.find((hold) => hold.id === id)
  if (known === undefined) {
    return refuse('NOT_FOUND', `hold ${id} has expired or was released: what it held may be gone`)
  }
  const last = known.takenAt + HOLD_AGE_MS_MAX * 1000
  const wanted = Math.max(known.expiresAt, at + lifeMs * 1000)
  const hold: Hold = { ...known, expiresAt: timestamp(Math.min(wanted, last)) }
  const holds = lasting.map((each) => (each === known ? hold : each))
  return { reply: { kind: 'hold', hold }, changes: { holds } }
}

/** Releasing what is not there is fine: it is what was wanted. */
export function releaseHold(state: PlacementState, command: Command<'release-hold'>): Outcome {
  const left = lastingHolds(state, command.at).filter(({ id }) => id !== command.hold)
  return left.length === state.view.holds.length ? DONE : { ...DONE, changes: { holds: left } }
}

function lastingHolds({ view }: PlacementState, at: Timestamp): readonly Hold[] {
  return view.holds.filter(({ expiresAt }) => expiresAt > at)
}
