/**
 * The locks that a shard's leader will meet when all that it has proposed is applied: those of its machine, without what the end of a
 * transaction on its way will release, and with what a prepare on its way will take (05: leaders count "prepares proposed and not
 * yet applied").
 *
 * The log keeps the order of proposals. So whoever is stopped by a transaction whose end is on its way can go right behind it, a round of
 * consensus sooner; and whoever would be stopped by a prepare on its way hears so at once, not after a round of his own for nothing.
 *
 * It only saves work: apply checks again, exactly. What is said to be free may be locked by then (an end that did not make it into
 * the log, a second holder), and the command waits after all.
 */
import { timestamp } from '../base/ids.ts'
import { OperationMap } from '../base/operation-map.ts'
import { tokenOf } from '../base/token.ts'
import type { Command } from '../shard/command.ts'
import type { ShardMachine } from '../shard/machine.ts'
import { LockTable, type Footprint, type LockBlock } from '../txn/locks.ts'
import type { ShardSettings } from './shard-settings.ts'

type Prepare = Extract<Command, { kind: 'prepare' }>
type End = Extract<Command, { kind: 'commit' | 'abort' }>

/** A prepare gets its stamp when it is proposed; nobody who asks here reads in the past. */
const NO_STAMP = timestamp(0)

export class ForeseenLocks {
  private readonly machine: ShardMachine
  private readonly settings: () => ShardSettings
  /** By prepares behind which there is no end of their transaction. */
  private taken = new LockTable()
  /** Transactions whose end is on its way: what they hold in the machine by then they lose. */
  private ending = new OperationMap<true>()

  constructor(machine: ShardMachine, settings: () => ShardSettings) {
    this.machine = machine
    this.settings = settings
  }

  /** What `command` will have to wait for if it is proposed now. */
  blockerOf(command: Command): LockBlock | undefined {
    const { machine, taken, ending } = this
    if (machine.locks.isEmpty && taken.isEmpty) return undefined
    const { keyspaces } = this.settings()
    // A repeated prepare does not wait for itself: the vote is the answer.
    const held = machine.lockedBy(command, keyspaces)
    if (held !== undefined && !isOwn(held, command) && !ending.has(held.holder.id)) return held
    const coming = machine.lockedBy(command, keyspaces, taken)
    return coming === undefined || isOwn(coming, command) ? undefined : coming
  }

  /** The command is on its way, behind all that was before; `blockerOf` knew of nothing that stops it. */
  proposed(command: Command): void {
    if (command.kind === 'prepare') this.take(command)
    else if (isEnd(command)) {
      this.ending.set(command.id, true)
      this.taken.release(command.id)
    }
  }

  /** It was applied, or will not be: the machine's locks say what came of it. */
  settled(command: Command): void {
    if (command.kind === 'prepare') this.taken.release(command.id)
    else if (isEnd(command)) this.ending.delete(command.id)
  }

  /** Nothing is on its way any more, as far as this replica will know. */
  clear(): void {
    this.taken = new LockTable()
    this.ending = new OperationMap()
  }

  private take(command: Prepare): void {
    const { id, age } = command
    if (!this.taken.holds(id)) {
      this.taken.acquire({ id, age, stamp: NO_STAMP }, this.footprintOf(command))
    }
  }

  private footprintOf({ writes, reads, ranges }: Prepare): Footprint {
    const { keyspaces } = this.settings()
    const points = []
    for (const { keyspace, key } of writes) {
      const rules = keyspaces.get(keyspace)
      // Of a keyspace that this node knows nothing about, nothing is proposed.
      if (rules !== undefined)
        points.push({ keyspace, key, token: tokenOf(keyspace, key, rules.partition) })
    }
    return { writes: points, reads, ranges }
  }
}

function isOwn({ holder: { id } }: LockBlock, command: Command): boolean {
  return 'id' in command && command.id.sequence === id.sequence && command.id.client === id.client
}

export function isEnd(command: Command): command is End {
  return command.kind === 'commit' || command.kind === 'abort'
}
