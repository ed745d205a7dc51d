/** Commands that make, change and drop keyspaces. */
import type { KeyspaceId, Timestamp } from '../base/ids.ts'
import { DEFAULT_KEYSPACE, keyspaceId } from '../base/ids.ts'
import type { PlacementCommand } from './command.ts'
import type { Keyspace, KeyspaceSpec } from './keyspaces.ts'
import { differencesOf, fullBytesOf, keyspaceProblem, plainRule } from './keyspaces.ts'
import type { Outcome, PlacementState } from './state.ts'
import { DONE, refuse } from './state.ts'

type Command<Kind extends PlacementCommand['kind']> = Extract<PlacementCommand, { kind: Kind }>

export function createKeyspace(
  state: PlacementState,
  command: Command<'create-keyspace'>,
): Outcome {
  const problem = keyspaceProblem(command, state.view.settings.transactionLifetimeMs)
  if (problem !== undefined) return refuse('INVALID_ARGUMENT', problem)
  const known = state.view.keyspaceNamed(command.name)
  if (known !== undefined) return createAgain(known, command)
  const keyspace = newKeyspace(state, command, command.at)
  const reply = { kind: 'keyspace', keyspace, existed: false } as const
  return { reply, changes: { keyspaces: [keyspace] } }
}

/** Who asks for what is there already, a script or a repeated request, has what it wants. */
function createAgain(known: Keyspace, command: Command<'create-keyspace'>): Outcome {
  const differences = differencesOf(known, command)
  if (differences.length === 0) {
    return { reply: { kind: 'keyspace', keyspace: known, existed: true } }
  }
  const message = `there is a keyspace "${known.name}" already: ${differences.join(', ')}`
  return refuse('ALREADY_EXISTS', message)
}

export function alterKeyspace(state: PlacementState, command: Command<'alter-keyspace'>): Outcome {
  const known = named(state, command)
  if ('reply' in known) return known
  const altered: Keyspace = {
    ...known,
    policy: command.policy ?? known.policy,
    retentionMs: command.retentionMs ?? known.retentionMs,
    quotaBytes: command.quotaBytes ?? known.quotaBytes,
  }
  const problem = keyspaceProblem(altered, state.view.settings.transactionLifetimeMs)
  if (problem !== undefined) return refuse('INVALID_ARGUMENT', problem)
  // A lower quota is noticed at the next count, a higher one helps at once.
  const keyspace: Keyspace = { ...altered, fullBytes: fullBytesOf(altered, known.fullBytes) }
  const isSame =
    keyspace.policy === known.policy &&
    keyspace.retentionMs === known.retentionMs &&
    keyspace.quotaBytes === known.quotaBytes
  const reply = { kind: 'keyspace', keyspace, existed: true } as const
  return isSame ? { reply } : { reply, changes: { keyspaces: [keyspace] } }
}

export function dropKeyspace(state: PlacementState, command: Command<'drop-keyspace'>): Outcome {
  const known = named(state, command)
  if ('reply' in known) return known
  const { id, name } = known
  if (id === DEFAULT_KEYSPACE) {
    return refuse('INVALID_ARGUMENT', `the keyspace "${name}" cannot be dropped`)
  }
  return {
    reply: { kind: 'keyspace', keyspace: known, existed: true },
    changes: { droppedKeyspaces: [{ id, name, droppedAt: command.at }] },
  }
}

/** The shards' leaders have been asked how much there is. Only a change between full and not full is news. */
export function judgeQuota(state: PlacementState, command: Command<'judge-quota'>): Outcome {
  const known = state.view.keyspace(command.keyspace)
  // It was dropped while they counted.
  if (known === undefined) return DONE
  const fullBytes = fullBytesOf(known, command.usedBytes)
  if ((fullBytes === 0) === (known.fullBytes === 0)) return DONE
  return { ...DONE, changes: { keyspaces: [{ ...known, fullBytes }] } }
}

/** Allots the next id. Fields are named one by one, as the specification may be a whole command. */
export function newKeyspace(state: PlacementState, spec: KeyspaceSpec, at: Timestamp): Keyspace {
  const { name, policy, retentionMs, quotaBytes } = spec
  const partition = plainRule(spec.partition)
  const id = keyspaceId(state.next.keyspace++)
  return { id, name, partition, policy, retentionMs, quotaBytes, fullBytes: 0, createdAt: at }
}

/** The keyspace that a command means, or the refusal: its name, and its id if the command gives one. */
function named(
  { view }: PlacementState,
  { name, id }: { readonly name: string; readonly id: KeyspaceId | 0 },
): Keyspace | ReturnType<typeof refuse> {
  const known = view.keyspaceNamed(name)
  if (known === undefined) {
    const wasDropped = view.droppedNamed(name) !== undefined
    const what = wasDropped
      ? `the keyspace "${name}" was dropped`
      : `there is no keyspace "${name}"`
    return refuse('KEYSPACE_UNKNOWN', what)
  }
  if (id === 0 || id === known.id) return known
  const message = `the keyspace "${name}" has id ${known.id}, not ${id}: it was dropped and made anew`
  return refuse('KEYSPACE_UNKNOWN', message)
}
