/** What a workload is: workers that ask until they are told to stop, and a verdict about what they were answered. */
import assert from 'node:assert/strict'
import { RingKvError } from '../../../src/base/errors.ts'
import type { SeededRandom } from '../../../src/base/random.ts'
import type { Client } from '../../../src/client/client.ts'
import { isOutcomeUnknown } from '../../../src/client/errors.ts'
import { choose, exponential } from '../faults.ts'
import { outcomeOfError, type World } from '../world.ts'

export interface Workload {
  readonly name: string
  /** Starts the workers. Resolves when all of them have ended, some time after `world.active` is false. */
  run(): Promise<void>
  /** After everything is healed and quiet: reads what is left, and throws if it does not fit. */
  verify(): Promise<void>
}

/** How one request ended. */
export type Ended<Answer> =
  | { readonly type: 'ok'; readonly answer: Answer }
  | { readonly type: 'fail'; readonly error: RingKvError }
  | { readonly type: 'info'; readonly error: RingKvError }

const INSIST_PAUSE_MS = 500
/** How late an answer may come after its deadline. */
const LATE_MS_MAX = 2_000

/** One worker: a client, or a share of one, with one request under way at a time. */
export class Worker {
  readonly world: World
  readonly client: Client
  readonly random: SeededRandom
  /** Unique in the run. */
  readonly process: number
  /** Requests answered well. */
  okCount = 0

  constructor(world: World, client: Client, process: number) {
    this.world = world
    this.client = client
    this.process = process
    this.random = world.random.fork()
  }

  /** Does `step` again and again, with pauses of a mean of `pauseMs` in between, until the world stops. */
  async loop(pauseMs: number, step: () => Promise<void>): Promise<void> {
    try {
      while (this.world.active) {
        await this.world.pause(exponential(this.random, pauseMs * this.world.pace))
        await step()
      }
    } catch (error) {
      this.world.violation(error)
    }
  }

  /** A deadline for the next request: usually generous, sometimes cruel. */
  timeoutMs(): number {
    return choose(this.random, [200, 1_000, 5_000, 10_000])
  }

  /** Makes a request; says what it says about what happened. Anything but a `RingKvError` is a bug. */
  async ask<Answer>(
    what: string,
    timeoutMs: number,
    request: () => Promise<Answer>,
  ): Promise<Ended<Answer>> {
    const { trace, cluster } = this.world
    const startMs = cluster.time.nowMs
    trace.note('ask', this.process, timeoutMs, 0, what)
    try {
      const answer = await request()
      this.okCount++
      trace.note('ok', this.process, 0, 0, shown(answer))
      return { type: 'ok', answer }
    } catch (error) {
      if (!(error instanceof RingKvError)) throw error
      trace.note('not', this.process, 0, 0, `${error.code} ${error.message}`)
      assert(error.code !== 'INTERNAL', `${what}: ${error.message}`)
      return { type: outcomeOfError(error), error }
    } finally {
      const tookMs = cluster.time.nowMs - startMs
      assert(
        tookMs <= timeoutMs + LATE_MS_MAX,
        `${what} with ${timeoutMs} ms to live took ${tookMs} ms`,
      )
    }
  }

  /**
   * What became of a request of unknown outcome, as far as can be found out: asks for it now and then, as a careful
   * program would.
   */
  async resolved(ended: Ended<unknown>): Promise<'ok' | 'fail' | 'info'> {
    if (ended.type !== 'info' || !isOutcomeUnknown(ended.error)) return ended.type
    const operation = ended.error.details!
    for (let tries = 0; tries < 3; tries++) {
      await this.world.pause(exponential(this.random, 500))
      const options = { timeoutMs: 2_000 }
      const asked = await this.ask('resolve', 2_000, () => this.client.resolve(operation, options))
      if (asked.type === 'ok') return asked.answer.outcome === 'committed' ? 'ok' : 'fail'
    }
    return 'info'
  }
}

/** Asks until there is an answer: for the end, when everything is well again. */
export async function insist<Answer>(world: World, ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof RingKvError)) throw error
      world.trace.note('insist', 0, 0, 0, error.message)
    }
    await world.pause(INSIST_PAUSE_MS)
  }
}

/** Workers with a client each. */
export async function startWorkers(
  world: World,
  count: number,
  firstProcess: number,
): Promise<Worker[]> {
  const clients = await Promise.all(Array.from({ length: count }, () => world.newClient()))
  return clients.map((client, i) => new Worker(world, client, firstProcess + i))
}

export function shown(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'bigint'
      ? `${item}n`
      : item instanceof Uint8Array
        ? Buffer.from(item).toString('hex')
        : item,
  )
}
