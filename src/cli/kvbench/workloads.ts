/**
 * Makes the requests of each workload. The load generator must cost as little as it can, since it shares the machine with
 * what it measures: requests are built straight in wire form and values are drawn from a few prepared ones.
 */
import { keyOfText, keyBytes, type Key } from '../../base/ids.ts'
import type { Random } from '../../base/random.ts'
import type { CallKind, Header } from '../../client/call.ts'
import type { Dispatcher } from '../../client/dispatcher.ts'
import type { WireRequest } from '../../client/session.ts'
import { keyPicker, type PickKey } from './keys.ts'
import type { BenchPlan } from './plan.ts'

/** One operation to do. */
export interface Task {
  readonly kind: CallKind
  readonly key: Key
  /** `header` only for writes and transactions; `age`: cluster time of a transaction's first attempt. */
  readonly build: (header: Header | undefined, age: number) => WireRequest
}

export type NextTask = () => Task

const VALUES = 16

/** The key that `merge` writes. */
export const MERGED_KEY = keyOfText('bench:merged')

export class TaskSource {
  private readonly plan: BenchPlan
  private readonly dispatcher: Dispatcher
  private readonly random: Random
  private readonly pick: PickKey
  private readonly values: readonly { bytes: Buffer }[]
  /** What every merge starts from. */
  private readonly base: Uint8Array

  constructor(plan: BenchPlan, dispatcher: Dispatcher, random: Random, base: Uint8Array) {
    this.plan = plan
    this.dispatcher = dispatcher
    this.random = random
    this.base = base
    this.pick = keyPicker(plan.keys, plan.zipf, random)
    this.values = Array.from({ length: VALUES }, () => ({ bytes: this.randomBytes() }))
  }

  /** The put that fills in key number `index` before reads are measured. */
  fill(index: number): Task {
    return this.put(benchKey(index))
  }

  next(): NextTask {
    const { plan } = this
    switch (plan.workload) {
      case 'put':
        return () => this.put(benchKey(this.pick()))
      case 'get':
        return () => this.get(benchKey(this.pick()))
      case 'mixed':
        return () => {
          const key = benchKey(this.pick())
          return this.random.float() < plan.readFraction ? this.get(key) : this.put(key)
        }
      case 'incr':
        return () => this.increment(keyOfText(plan.hot ? 'bench:hot' : `bench:n:${this.pick()}`))
      case 'txn':
        return () => this.oneShard()
      case 'txn2':
        return () => this.twoShards()
      case 'merge':
        return () => this.merge()
    }
  }

  private put(key: Key): Task {
    const { keyspace } = this.plan
    const value = this.value()
    return {
      kind: 'write',
      key,
      build: (header) => ({ put: { header: header!, keyspace, key: keyBytes(key), value } }),
    }
  }

  private get(key: Key): Task {
    const { keyspace } = this.plan
    return { kind: 'read', key, build: () => ({ get: { keyspace, key: keyBytes(key) } }) }
  }

  private increment(key: Key): Task {
    const { keyspace } = this.plan
    return {
      kind: 'write',
      key,
      build: (header) => ({ increment: { header: header!, keyspace, key: keyBytes(key), by: 1n } }),
    }
  }

  /** One more than an old version: each conflicts with all that came since, and is merged. */
  private merge(): Task {
    const { keyspace } = this.plan
    const key = MERGED_KEY
    const put = { keyspace, key: keyBytes(key), value: { int: 1n }, context: this.base }
    return { kind: 'write', key, build: (header) => ({ put: { header: header!, ...put } }) }
  }

  /** Two reads and two writes in one partition. */
  private oneShard(): Task {
    const { keyspace } = this.plan
    const partition = `bench:{t${this.pick()}}:`
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => keyOfText(partition + name))
    const value = this.value()
    const then = [
      { get: { keyspace, key: keyBytes(a!) } },
      { get: { keyspace, key: keyBytes(b!) } },
      { put: { keyspace, key: keyBytes(c!), value } },
      { put: { keyspace, key: keyBytes(d!), value } },
    ]
    return {
      kind: 'transaction',
      key: a!,
      build: (header, age) => ({ transact: { header: header!, then, age } }),
    }
  }

  /** Two writes on two shards. */
  private twoShards(): Task {
    const { keyspace } = this.plan
    const first = benchKey(this.pick())
    const shard = this.dispatcher.routes.shardOf(keyspace, first)
    let second = benchKey(this.pick())
    for (let tries = 0; tries < 100 && this.isOn(second, shard); tries++) {
      second = benchKey(this.pick())
    }
    const value = this.value()
    const then = [
      { put: { keyspace, key: keyBytes(first), value } },
      { put: { keyspace, key: keyBytes(second), value } },
    ]
    return {
      kind: 'transaction',
      key: first,
      build: (header, age) => ({ transact: { header: header!, then, age } }),
    }
  }

  private isOn(key: Key, shard: number | undefined): boolean {
    return this.dispatcher.routes.shardOf(this.plan.keyspace, key) === shard
  }

  private value(): { bytes: Buffer } {
    return this.values[this.random.integer(0, VALUES - 1)]!
  }

  private randomBytes(): Buffer {
    const bytes = Buffer.alloc(this.plan.valueBytes)
    for (let i = 0; i < bytes.length; i++) bytes[i] = this.random.integer(0, 255)
    return bytes
  }
}

function benchKey(index: number): Key {
  return keyOfText(`bench:${index}`)
}
