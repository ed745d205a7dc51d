/** Commands that make, change and drop keyspaces. */
import type { Timestamp } from '../base/ids.ts'
import { DEFAULT_KEYSPACE, keyspaceId } from '../base/ids.ts'
import type { PlacementCommand } from './command.ts'
import type { Keyspace, KeyspaceSpec } from './keyspaces.ts'
import { keyspaceProblem } from './keyspaces.ts'
import type { Outcome, PlacementState } from './state.ts'
import { refuse } from './state.ts'

type Command<Kind extends PlacementCommand['kind']> = Extract<PlacementCommand, { kind: Kind }>

export function createKeyspace(
  state: PlacementState,
  command: Command<'create-keyspace'>,
): Outcome {
  const problem = keyspaceProblem(command, state.view.settings.transactionLifetimeMs)
  if (problem !== undefined) return refuse('INVALID_ARGUMENT', problem)
  const known = state.view.keyspaceNamed(command.name)
  if (known !== undefined) {
    return refuse('ALREADY_EXISTS', `there is a keyspace ${command.name} already, id ${known.id}`)
  }
  const keyspace = newKeyspace(state, command, command.at)
  return { reply: { kind: 'keyspace', keyspace }, changes: { keyspaces: [keyspace] } }
}

export function alterKeyspace(state: PlacementState, command: Command<'alter-keyspace'>): Outcome {
  const known = state.view.keyspaceNamed(command.name)
  if (known === undefined) return unknownKeyspace(command.name)
  const keyspace: Keyspace = {
    ...known,
    policy: command.policy ?? known.policy,
    retentionMs: command.retentionMs ?? known.retentionMs,
    quotaBytes: command.quotaBytes ?? known.quotaBytes,
  }
  const problem = keyspaceProblem(keyspace, state.view.settings.transactionLifetimeMs)
  if (problem !== undefined) return refuse('INVALID_ARGUMENT', problem)
  const isSame =
    keyspace.policy === known.policy &&
    keyspace.retentionMs === known.retentionMs &&
    keyspace.quotaBytes === known.quotaBytes
  const reply = { kind: 'keyspace', keyspace } as const
  return isSame ? { reply } : { reply, changes: { keyspaces: [keyspace] } }
}

export function dropKeyspace(state: PlacementState, command: Command<'drop-keyspace'>): Outcome {
  const known = state.view.keyspaceNamed(command.name)
  if (known === undefined) return unknownKeyspace(command.name)
  if (known.id === DEFAULT_KEYSPACE) {
    return refuse('INVALID_ARGUMENT', `keyspace ${known.name} cannot be dropped`)
  }
  return {
    reply: { kind: 'keyspace', keyspace: known },
    changes: { droppedKeyspaces: [known.id] },
  }
}

/** Allots the next id. Fields are named one by one, as the specification may be a whole command. */
export function newKeyspace(state: PlacementState, spec: KeyspaceSpec, at: Timestamp): Keyspace {
  const { name, policy, retentionMs, quotaBytes } = spec
  const partition: Keyspace['partition'] =
    spec.partition.kind === 'first'
      ? { kind: 'first', parts: spec.partition.parts, separator: spec.partition.separator }
      : { kind: spec.partition.kind }
  const id = keyspaceId(state.next.keyspace++)
  return { id, name, partition, policy, retentionMs, quotaBytes, createdAt: at }
}

function unknownKeyspace(name: string): Outcome {
  return refuse('KEYSPACE_UNKNOWN', `there is no keyspace ${JSON.stringify(name)}`)
}
