/**
 * Exactly once: counters that are only ever incremented, with retries inside the SDK and resolving outside. In the end each
 * holds the sum of what happened, within what remained unknown [ONCE, DUR]. Increments of one counter by one worker after the
 * other must also answer rising sums.
 */
import assert from 'node:assert/strict'
import type { IncrementResult } from '../../../src/client/client.ts'
import type { Operation, StoreAnswer, StoreCall } from '../../checkers/index.ts'
import { choose } from '../faults.ts'
import { storeHistory, type RecordedHistory } from '../history.ts'
import type { World } from '../world.ts'
import { insist, startWorkers, type Ended, type Worker, type Workload } from './workload.ts'

const COUNTERS = 6
const WORKERS = 3
const PAUSE_MS = 150

export class Counters implements Workload {
  readonly name = 'counters'
  private readonly world: World
  private readonly known = new Array<bigint>(COUNTERS).fill(0n)
  private readonly unknown = new Array<bigint>(COUNTERS).fill(0n)
  private readonly operations: Operation<StoreCall, StoreAnswer>[] = []
  private clock = 0
  private readonly least = new Array<bigint>(COUNTERS).fill(0n)

  constructor(world: World) {
    this.world = world
  }

  async run(): Promise<void> {
    const workers = await startWorkers(this.world, WORKERS, 100)
    await Promise.all(workers.map((worker) => worker.loop(PAUSE_MS, () => this.step(worker))))
  }

  async verify(): Promise<void> {
    const client = await this.world.newClient()
    for (let counter = 0; counter < COUNTERS; counter++) {
      const value =
        (await insist(this.world, () => client.getInt(keyOf(counter), { timeoutMs: 5_000 }))) ?? 0n
      const known = this.known[counter]!
      const most = known + this.unknown[counter]!
      assert(
        value >= known && value <= most,
        `counter ${counter} is ${value}, but ${known} increments are known and ${most} possible`,
      )
    }
  }

  history(): RecordedHistory {
    return storeHistory(this.operations)
  }

  private async step(worker: Worker): Promise<void> {
    const counter = worker.random.integer(0, COUNTERS - 1)
    const by = choose(worker.random, [1n, 1n, 2n, 5n])
    const timeoutMs = worker.timeoutMs()
    const key = keyOf(counter)
    const least = this.least[counter]!
    // Counted before: it may happen while nobody knows.
    this.unknown[counter]! += by
    const start = ++this.clock
    const ended = await worker.ask(`increment ${key} by ${by}`, timeoutMs, () =>
      worker.client.increment(key, by, { timeoutMs }),
    )
    if (ended.type === 'ok' && ended.answer.value !== undefined) {
      const { value } = ended.answer
      assert(value >= least + by, `${key} was ${least}, plus ${by} it is ${value}`)
      if (value > this.least[counter]!) this.least[counter] = value
    }
    const outcome = await worker.resolved(ended)
    this.record(worker.process, key, by, ended, outcome, start)
    if (outcome !== 'info') this.unknown[counter]! -= by
    if (outcome === 'ok') this.known[counter]! += by
  }

  private record(
    process: number,
    key: string,
    by: bigint,
    ended: Ended<IncrementResult>,
    type: 'ok' | 'fail' | 'info',
    start: number,
  ): void {
    const value = ended.type === 'ok' ? ended.answer.value : undefined
    const outcome =
      type === 'ok' ? ({ type, answer: { type: 'written', value } } as const) : ({ type } as const)
    const id = this.operations.length
    const end = ++this.clock
    this.operations.push({ id, process, key, call: { f: 'increment', by }, outcome, start, end })
  }
}

function keyOf(counter: number): string {
  return `counter-${counter}`
}
