/**
 * Transactions that lock several keys on several shards, one prepare a shard, all at once and in any order, beside
 * one-entry commands. Whatever the order of events, the world never stops with somebody still waiting.
 */
import assert from 'node:assert/strict'
import {
  DEFAULT_KEYSPACE,
  keyOfText,
  timestamp,
  type Key,
  type OperationId,
} from '../../src/base/ids.ts'
import { operationKey, token } from '../../src/base/ids.ts'
import { SeededRandom } from '../../src/base/random.ts'
import { LockTable, type LockHolder } from '../../src/txn/locks.ts'
import { Waiter, WaitQueues } from '../../src/txn/waiting.ts'

const TOKEN = token(0)
const RUNS = 4_000

interface Part {
  readonly transaction: Transaction
  readonly shard: number
  readonly reads: readonly Key[]
  readonly writes: readonly Key[]
  state: 'unsent' | 'waiting' | 'held' | 'ended'
}

interface Transaction {
  readonly id: OperationId
  readonly age: number
  readonly parts: Part[]
  /** One entry: holds nothing, never dies. */
  readonly oneEntry: boolean
  state: 'running' | 'dying' | 'done'
}

class Shard {
  readonly locks = new LockTable()
  readonly queues = new WaitQueues<Part>({ waitersMax: 1_000, bytesMax: 1_000_000 })
}

class LockWorld {
  readonly random: SeededRandom
  readonly shards: Shard[] = []
  readonly transactions: Transaction[] = []
  deaths = 0
  waits = 0

  constructor(seed: number) {
    this.random = new SeededRandom(seed)
    const { random } = this
    const size = random.integer(1, 3)
    for (let i = 0; i < size; i++) this.shards.push(new Shard())
    const count = random.integer(2, 14)
    for (let i = 0; i < count; i++) this.transactions.push(this.newTransaction(i))
  }

  /** Runs until nothing can happen any more. */
  run(): void {
    for (;;) {
      const possible = this.transactions.flatMap((transaction) => this.eventsOf(transaction))
      if (possible.length === 0) return
      possible[this.random.integer(0, possible.length - 1)]!()
      for (const shard of this.shards) this.pump(shard)
    }
  }

  private newTransaction(i: number): Transaction {
    const { random } = this
    const oneEntry = random.float() < 0.25
    const writing = random.float()
    const id = { client: 'x', sequence: i, expiry: timestamp(1) }
    // Few ages, so that some are equal.
    const transaction: Transaction = {
      id,
      age: random.integer(1, 6),
      parts: [],
      oneEntry,
      state: 'running',
    }
    const chosen = this.shards.map((_, shard) => shard).filter(() => random.float() < 0.7)
    const shards =
      oneEntry || chosen.length === 0 ? [random.integer(0, this.shards.length - 1)] : chosen
    for (const shard of shards) {
      const keys = ['a', 'b', 'c'].filter(() => random.float() < 0.5).map(keyOfText)
      const writes = keys.filter(() => random.float() < writing)
      const reads = keys.filter((key) => !writes.includes(key))
      transaction.parts.push({ transaction, shard, reads, writes, state: 'unsent' })
    }
    return transaction
  }

  private eventsOf(transaction: Transaction): (() => void)[] {
    if (transaction.state === 'done') return []
    if (transaction.state === 'dying') return [() => this.end(transaction)]
    const events = transaction.parts
      .filter((part) => part.state === 'unsent')
      .map((part) => () => this.attempt(part, this.waiterOf(part)))
    if (transaction.parts.every(({ state }) => state === 'held')) {
      events.push(() => this.end(transaction))
    }
    return events
  }

  private waiterOf(part: Part): Waiter<Part> {
    const { id, age, oneEntry } = part.transaction
    return new Waiter(part, operationKey(id), oneEntry ? undefined : timestamp(age), 10, Infinity)
  }

  /** A leader looks at a command: it lines up, or (a prepare) takes its locks, or (one entry) is over at once. */
  private attempt(part: Part, waiter: Waiter<Part>): void {
    const shard = this.shards[part.shard]!
    const { transaction } = part
    if (transaction.state !== 'running') {
      part.state = 'ended'
      shard.queues.release(operationKey(transaction.id))
      return
    }
    const block = this.blockOf(shard, part, waiter)
    if (block !== undefined) {
      this.waits++
      part.state = 'waiting'
      const verdict = shard.queues.wait(waiter, DEFAULT_KEYSPACE, block.key, block.holder)
      assert.notEqual(verdict, 'overloaded')
      if (verdict === 'dies') this.die(part)
    } else if (transaction.oneEntry) {
      part.state = 'held'
    } else {
      part.state = 'held'
      const holder: LockHolder = {
        id: transaction.id,
        age: timestamp(transaction.age),
        stamp: timestamp(1),
      }
      shard.locks.acquire(holder, {
        writes: part.writes.map((key) => ({ keyspace: DEFAULT_KEYSPACE, key, token: TOKEN })),
        reads: part.reads.map((key) => ({ keyspace: DEFAULT_KEYSPACE, key })),
        ranges: [],
      })
    }
  }

  private blockOf(shard: Shard, part: Part, waiter: Waiter<Part>) {
    const lockBlock =
      part.writes
        .map((key) => shard.locks.writeBlocker(DEFAULT_KEYSPACE, key, TOKEN))
        .find((block) => block !== undefined) ??
      part.reads
        .map((key) => shard.locks.readBlocker(DEFAULT_KEYSPACE, key, Infinity))
        .find((block) => block !== undefined)
    if (lockBlock !== undefined) {
      const { key, holder } = lockBlock
      return { key, holder: { id: operationKey(holder.id), age: holder.age } }
    }
    // Newcomers line up behind those who wait already; who goes on from a line has waited.
    if (waiter.arrival > 0) return undefined
    for (const key of [...part.writes, ...part.reads]) {
      const holder = shard.queues.lineHolder(DEFAULT_KEYSPACE, key)
      if (holder !== undefined) return { key, holder }
    }
    return undefined
  }

  private die(part: Part): void {
    assert.ok(!part.transaction.oneEntry, 'one-entry commands never die')
    this.deaths++
    part.state = 'ended'
    part.transaction.state = 'dying'
    this.shards[part.shard]!.queues.release(operationKey(part.transaction.id))
  }

  /** Committed, or aborted after a death: all locks go. What still waits somewhere finds out when it goes on. */
  private end(transaction: Transaction): void {
    transaction.state = 'done'
    for (const part of transaction.parts) {
      const shard = this.shards[part.shard]!
      if (part.state === 'held' && !transaction.oneEntry) shard.locks.release(transaction.id)
      if (part.state === 'held' || part.state === 'unsent') part.state = 'ended'
      shard.queues.release(operationKey(transaction.id))
    }
  }

  private pump(shard: Shard): void {
    for (;;) {
      const dead = shard.queues.takeDead()
      const ready = shard.queues.takeReady()
      if (dead.length === 0 && ready.length === 0) return
      for (const { command } of dead) this.die(command)
      for (const waiter of ready) this.attempt(waiter.command, waiter)
    }
  }
}

describe('wait-die over several shards', () => {
  it('never ends with somebody waiting, whatever locks are wanted in whatever order', () => {
    let deaths = 0
    let waits = 0
    for (let seed = 1; seed <= RUNS; seed++) {
      const world = new LockWorld(seed)
      world.run()
      deaths += world.deaths
      waits += world.waits
      const stuck = world.transactions.filter(({ state }) => state !== 'done')
      assert.equal(stuck.length, 0, `seed ${seed}: ${stuck.length} transactions wait for ever`)
      for (const shard of world.shards) {
        assert.equal(shard.queues.size, 0, `seed ${seed}: somebody is left in line`)
        assert.ok(shard.locks.isEmpty, `seed ${seed}: a lock is left`)
      }
    }
    assert.ok(deaths > RUNS / 10 && waits > RUNS, `${deaths} deaths, ${waits} waits`)
  })
})
