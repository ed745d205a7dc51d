/**
 * Commands that met a lock wait here, on the leader, until the transaction that holds it is over (05, "Waiting, not
 * thrashing"); txn/waiting.ts has the rules, this file connects them to calls.
 */
import { operationKey, type Key, type KeyspaceId } from '../base/ids.ts'
import type { OperationId, Timestamp } from '../base/ids.ts'
import { Waiter, WaitQueues, type WaitHolder } from '../txn/waiting.ts'
import type { Command, WriteOperation } from '../shard/command.ts'
import { refused, type CommandCall } from './calls.ts'

const LIMITS = { waitersMax: 16_384, bytesMax: 32 * 2 ** 20 }

/** What stands in a command's way. */
export interface Obstacle {
  readonly id: OperationId
  readonly age: Timestamp
  readonly keyspace: KeyspaceId
  readonly key: Key
}

export class KvWaiting {
  private readonly queues = new WaitQueues<CommandCall>(LIMITS)
  /** A call keeps its waiter, and with it its place, over all its waits. */
  private readonly waiters = new WeakMap<CommandCall, Waiter<CommandCall>>()
  private readonly goOn: (call: CommandCall) => void

  /** `goOn`: the command may try again. */
  constructor(goOn: (call: CommandCall) => void) {
    this.goOn = goOn
  }

  get isEmpty(): boolean {
    return this.queues.size === 0
  }

  /** The call waits for the holder of the lock; it is answered here only if it may not wait. */
  wait(call: CommandCall, obstacle: Obstacle): void {
    const { id, age, keyspace, key } = obstacle
    this.stand(call, keyspace, key, { id: operationKey(id), age })
  }

  private stand(call: CommandCall, keyspace: KeyspaceId, key: Key, holder: WaitHolder): void {
    const verdict = this.queues.wait(this.waiterOf(call), keyspace, key, holder)
    if (verdict === 'dies') this.die(call)
    else if (verdict === 'overloaded') {
      call.answered(
        refused('OVERLOADED', 'too many commands wait for locks on this shard', {
          retryAfterMs: 100,
        }),
      )
    }
    this.drainQueues()
  }

  /** Puts a newcomer behind those who wait for one of the keys that it writes. False if there is no such line. */
  joinLine(call: CommandCall): boolean {
    for (const { keyspace, key } of writesOf(call.command)) {
      const holder = this.queues.lineHolder(keyspace, key)
      // A repeated prepare must not wait for itself.
      if (holder === undefined || holder.id === this.waiterOf(call).id) continue
      this.stand(call, keyspace, key, holder)
      return true
    }
    return false
  }

  /** The transaction holds nothing (any more): whoever waited for it goes on. */
  released(id: OperationId): void {
    if (this.isEmpty) return
    this.queues.release(operationKey(id))
    this.drainQueues()
  }

  /** Answers commands whose time is up. */
  tick(nowMs: number): void {
    for (const { command } of this.queues.expire(nowMs)) {
      command.answered(
        refused('DEADLINE', 'waited for a lock until the deadline; nothing happened'),
      )
    }
    this.drainQueues()
  }

  /** This replica leads no more: callers go to the next leader. */
  abandon(): void {
    for (const { command } of this.queues.drain()) {
      command.answered(refused('NOT_LEADER', 'the shard has another leader'))
    }
  }

  /** The shard has another range: callers find their way anew. */
  turnAllAway(): void {
    for (const { command } of this.queues.drain()) {
      command.answered(refused('STALE_EPOCH', 'the shard has another range now'))
    }
  }

  private drainQueues(): void {
    for (const { command } of this.queues.takeDead()) this.die(command)
    for (const { command } of this.queues.takeReady()) this.goOn(command)
  }

  private die(call: CommandCall): void {
    call.answered(refused('RETRY', 'an older transaction holds or awaits a key; try again'))
  }

  private waiterOf(call: CommandCall): Waiter<CommandCall> {
    let waiter = this.waiters.get(call)
    if (waiter === undefined) {
      const { command } = call
      const id = 'id' in command ? operationKey(command.id) : ''
      const age = command.kind === 'prepare' ? command.age : undefined
      waiter = new Waiter(call, id, age, call.bytes.length, call.deadlineMs)
      this.waiters.set(call, waiter)
    }
    return waiter
  }
}

const NO_WRITES: readonly WriteOperation[] = []

function writesOf(
  command: Command,
): readonly { readonly keyspace: KeyspaceId; readonly key: Key }[] {
  switch (command.kind) {
    case 'write':
      return [command.write]
    case 'prepare':
      return command.writes
    case 'transact':
      return command.then
    default:
      return NO_WRITES
  }
}
