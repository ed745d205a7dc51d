/**
 * The cluster's settings as a leader writes them into entries (01: apply may read nothing but the entry). They come from
 * placement's state and change at run time; a leader uses whatever its node knows when it closes a batch.
 */
import type { KeyspaceId } from '../base/ids.ts'
import type { Command, KeyspaceRules, Limits, TransactOperation } from '../shard/command.ts'
import { droppedMessage } from '../shard/entry-context.ts'
import { refused, type Refused } from './calls.ts'

export interface ShardSettings {
  readonly limits: Limits
  /** Rules of every keyspace, by id. */
  readonly keyspaces: ReadonlyMap<KeyspaceId, KeyspaceRules>
  /** There was such a keyspace. What has neither rules nor this is one that this node has not heard of yet. */
  wasDropped(keyspace: KeyspaceId): boolean
}

/**
 * The answer to a request for a keyspace without rules here. A gateway that knows it heard of it sooner than this node: the
 * request comes again in a moment.
 */
export function withoutRules(settings: ShardSettings, keyspace: KeyspaceId): Refused {
  return settings.wasDropped(keyspace)
    ? refused('KEYSPACE_UNKNOWN', droppedMessage(keyspace))
    : refused('STALE_EPOCH', `the shard's leader has not heard of keyspace ${keyspace} yet`)
}

/** Adds the keyspaces that a command names to `into`. */
export function collectKeyspaces(command: Command, into: Set<KeyspaceId>): void {
  switch (command.kind) {
    case 'write':
      into.add(command.write.keyspace)
      break
    case 'transact':
      collectReads(command, into)
      for (const compare of command.compares) into.add(compare.keyspace)
      collectOperations(command.then, into)
      collectOperations(command.otherwise, into)
      break
    case 'prepare':
      collectReads(command, into)
      collectOperations(command.writes, into)
      break
    case 'collect':
    case 'delete-range':
      into.add(command.keyspace)
      break
    case 'commit':
    case 'abort':
    case 'resolve':
    case 'forget':
    case 'raise-ceiling':
    case 'drop-keyspaces':
    case 'split':
      break
  }
}

function collectReads(
  command: Extract<Command, { kind: 'transact' | 'prepare' }>,
  into: Set<KeyspaceId>,
): void {
  for (const read of command.reads) into.add(read.keyspace)
  for (const range of command.ranges) into.add(range.keyspace)
}

function collectOperations(operations: readonly TransactOperation[], into: Set<KeyspaceId>): void {
  for (const operation of operations) into.add(operation.keyspace)
}
