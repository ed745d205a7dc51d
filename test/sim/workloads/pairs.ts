/**
 * Pairs of keys of which one must always be there: whoever takes one away looks whether the other is there. Two who take away one
 * each at the same moment are both right alone, and wrong together [SER: write skew]. So workers meet at one pair, the keys of
 * which mostly are on two shards, and act within a moment.
 */
import assert from 'node:assert/strict'
import type { Client } from '../../../src/client/client.ts'
import { choose, exponential } from '../faults.ts'
import type { World } from '../world.ts'
import { insist, startWorkers, type Worker, type Workload } from './workload.ts'

const PAIRS = 2
const PAUSE_MS = 60
/** Mean time between the two who meet. */
const APART_MS = 1
const WAYS = ['interactively', 'at once', 'at once'] as const
const LOOKS = ['interactively', 'at once'] as const

type Present = readonly [left: boolean, right: boolean]

export class Pairs implements Workload {
  readonly name = 'pairs'
  private readonly world: World
  /** Those that have been put there once. */
  private readonly begun = new Set<number>()

  constructor(world: World) {
    this.world = world
  }

  async run(): Promise<void> {
    const workers = await startWorkers(this.world, 2 * PAIRS, 800)
    const loops = Array.from({ length: PAIRS }, (_, pair) => {
      const [one, other] = [workers[2 * pair]!, workers[2 * pair + 1]!]
      return one.loop(PAUSE_MS, () => this.meet(pair, one, other))
    })
    await Promise.all(loops)
  }

  async verify(): Promise<void> {
    const client = await this.world.newClient()
    for (const pair of this.begun) {
      this.check(pair, await insist(this.world, () => look(client, pair, 'interactively', 5_000)))
    }
  }

  private async meet(pair: number, one: Worker, other: Worker): Promise<void> {
    const put = await this.putBoth(pair, one)
    if (put === 'ok') this.begun.add(pair)
    if (!this.begun.has(pair)) return
    await Promise.all([this.take(pair, 0, one), this.take(pair, 1, other)])
    const timeoutMs = one.timeoutMs()
    const how = choose(one.random, LOOKS)
    const seen = await one.ask(`look at pair ${pair} ${how}`, timeoutMs, () =>
      look(one.client, pair, how, timeoutMs),
    )
    if (seen.type === 'ok') this.check(pair, seen.answer)
  }

  private async putBoth(pair: number, worker: Worker): Promise<'ok' | 'fail' | 'info'> {
    const then = keysOf(pair).map((key) => ({ op: 'put' as const, key, value: 'here' }))
    const timeoutMs = worker.timeoutMs()
    const ended = await worker.ask(`put pair ${pair}`, timeoutMs, () =>
      worker.client.transactOnce({ then }, { timeoutMs }),
    )
    return worker.resolved(ended)
  }

  private async take(pair: number, side: 0 | 1, worker: Worker): Promise<void> {
    await this.world.pause(exponential(worker.random, APART_MS))
    const [mine, other] = side === 0 ? keysOf(pair) : keysOf(pair).reverse()
    const timeoutMs = worker.timeoutMs()
    const how = choose(worker.random, WAYS)
    await worker.ask<unknown>(`take ${mine} ${how}`, timeoutMs, () =>
      how === 'at once'
        ? worker.client.transactOnce(
            {
              compare: [{ key: other!, exists: true }],
              then: [{ op: 'delete', key: mine! }],
            },
            { timeoutMs },
          )
        : worker.client.transact(
            async (transaction) => {
              if ((await transaction.get(other!)) !== undefined) transaction.delete(mine!)
            },
            { timeoutMs },
          ),
    )
  }

  private check(pair: number, [left, right]: Present): void {
    assert(left || right, `pair ${pair}: both are gone`)
  }
}

async function look(
  client: Client,
  pair: number,
  how: (typeof LOOKS)[number],
  timeoutMs: number,
): Promise<Present> {
  const keys = keysOf(pair)
  if (how === 'interactively') {
    return client.transact(
      async (transaction) => {
        const [left, right] = await transaction.getMany(keys)
        return [left !== undefined, right !== undefined]
      },
      { timeoutMs },
    )
  }
  const then = keys.map((key) => ({ op: 'get' as const, key }))
  const { results } = await client.transactOnce({ then }, { timeoutMs })
  // A repeated answer does not say what was there.
  const there = (i: number): boolean => {
    const result = results?.[i]
    return result?.kind !== 'read' || result.entry !== undefined
  }
  return [there(0), there(1)]
}

function keysOf(pair: number): string[] {
  return [`pair-${pair}-left`, `pair-${pair}-right`]
}
