/**
 * What a command reads and writes, as far as can be told without evaluating it, against a lock table. A transaction's
 * branch is not known before apply, so both count. It only saves work: apply checks again, exactly.
 */
import type { Key, KeyspaceId, Token } from '../base/ids.ts'
import { tokenOf } from '../base/token.ts'
import type { LockBlock, LockTable } from '../txn/locks.ts'
import type { RangeCheck, ReadCheck } from '../txn/types.ts'
import type { Command, TransactOperation } from './command.ts'
import type { RulesLookup } from './reads.ts'

/** The first lock that `command` would meet in `table`; undefined = none. */
export function commandBlocker(
  table: LockTable,
  command: Command,
  rules: RulesLookup,
): LockBlock | undefined {
  if (table.isEmpty) return undefined
  switch (command.kind) {
    case 'write':
      return operationBlocker(table, command.write, rules)
    case 'transact':
      return (
        readsBlocker(table, command.reads, command.ranges) ??
        readsBlocker(table, command.compares, []) ??
        operationsBlocker(table, command.then, rules) ??
        operationsBlocker(table, command.otherwise, rules)
      )
    case 'prepare':
      return (
        readsBlocker(table, command.reads, command.ranges) ??
        operationsBlocker(table, command.writes, rules)
      )
    case 'delete-range':
      return table.rangeBlocker(command, Infinity)
    default:
      return undefined
  }
}

function readsBlocker(
  table: LockTable,
  reads: readonly Pick<ReadCheck, 'keyspace' | 'key'>[],
  ranges: readonly RangeCheck[],
): LockBlock | undefined {
  for (const { keyspace, key } of reads) {
    const block = table.readBlocker(keyspace, key, Infinity)
    if (block !== undefined) return block
  }
  for (const range of ranges) {
    const block = table.rangeBlocker(range, Infinity)
    if (block !== undefined) return block
  }
  return undefined
}

function operationsBlocker(
  table: LockTable,
  operations: readonly TransactOperation[],
  rules: RulesLookup,
): LockBlock | undefined {
  for (const operation of operations) {
    const block = operationBlocker(table, operation, rules)
    if (block !== undefined) return block
  }
  return undefined
}

function operationBlocker(
  table: LockTable,
  { op, keyspace, key }: TransactOperation,
  rules: RulesLookup,
): LockBlock | undefined {
  if (op === 'get') return table.readBlocker(keyspace, key, Infinity)
  const token = tokenIn(rules, keyspace, key)
  return token === undefined ? undefined : table.writeBlocker(keyspace, key, token)
}

function tokenIn(rules: RulesLookup, keyspace: KeyspaceId, key: Key): Token | undefined {
  const partition = rules.get(keyspace)?.partition
  return partition === undefined ? undefined : tokenOf(keyspace, key, partition)
}
