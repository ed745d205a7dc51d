/** What a workload is: workers that ask until they are told to stop, and a verdict about what they were answered. */
import assert from 'node:assert/strict'
import { RingKvError } from '../../../src/base/errors.ts'
import type { SeededRandom } from '../../../src/base/random.ts'
import type { Client } from '../../../src/client/client.ts'
import { isOutcomeUnknown, type UnresolvedOperation } from '../../../src/client/errors.ts'
import { ClientCrashed, type ClientLife } from '../client-life.ts'
import { choose, exponential } from '../faults.ts'
import type { RecordedHistory } from '../history.ts'
import { outcomeOfError, type World } from '../world.ts'

export interface Workload {
  readonly name: string
  /** Starts the workers. Resolves when all of them have ended, some time after `world.active` is false. */
  run(): Promise<void>
  /** After everything is healed and quiet: reads what is left, and throws if it does not fit. */
  verify(): Promise<void>
  /** What was asked and answered, where a checker of recorded histories can judge it. */
  history?(): RecordedHistory
}

/** How one request ended. */
export type Ended<Answer> =
  | { readonly type: 'ok'; readonly answer: Answer }
  | { readonly type: 'fail'; readonly error: RingKvError }
  | {
      readonly type: 'info'
      readonly error: RingKvError
      /** What may have happened, one of them at most. Their outcome can be asked for. */
      readonly operations: readonly UnresolvedOperation[]
    }

const INSIST_PAUSE_MS = 500
/** How late an answer may come after its deadline. */
const LATE_MS_MAX = 2_000

/** One worker: a client with one request under way at a time, and another client when that one crashes. */
export class Worker {
  readonly world: World
  readonly random: SeededRandom
  /** Unique in the run. */
  readonly process: number
  /** Requests answered well. */
  okCount = 0
  private life: ClientLife

  constructor(world: World, life: ClientLife, process: number) {
    this.world = world
    this.life = life
    this.process = process
    this.random = world.random.fork()
  }

  /** The present one. */
  get client(): Client {
    return this.life.client
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
    if (this.life.isOver) this.life = await this.world.newLife()
    const { life } = this
    life.takeBegun()
    const startMs = cluster.time.nowMs
    trace.note('ask', this.process, timeoutMs, 0, what)
    try {
      const answer = await life.during(request)
      this.okCount++
      trace.note('ok', this.process, 0, 0, shown(answer))
      return { type: 'ok', answer }
    } catch (error) {
      if (error instanceof ClientCrashed) return this.crashed(life)
      if (!(error instanceof RingKvError)) throw error
      trace.note('not', this.process, 0, 0, `${error.code} ${error.message}`)
      assert(error.code !== 'INTERNAL', `${what}: ${error.message}`)
      if (outcomeOfError(error) === 'fail') return { type: 'fail', error }
      const operations = isOutcomeUnknown(error) ? [error.details!] : []
      return { type: 'info', error, operations }
    } finally {
      const tookMs = cluster.time.nowMs - startMs
      assert(
        tookMs <= timeoutMs + LATE_MS_MAX,
        `${what} with ${timeoutMs} ms to live took ${tookMs} ms`,
      )
    }
  }

  /** Whoever comes next knows what had been begun. A transaction may have begun anew several times. */
  private crashed(life: ClientLife): Ended<never> {
    const operations = life.takeBegun()
    this.world.trace.note('client gone', this.process, operations.length)
    const error = new RingKvError('OUTCOME_UNKNOWN', 'the client crashed')
    return operations.length === 0 ? { type: 'fail', error } : { type: 'info', error, operations }
  }

  /**
   * What became of a request of unknown outcome, as far as can be found out: asks for it now and then, as a careful
   * program would.
   */
  async resolved(ended: Ended<unknown>): Promise<'ok' | 'fail' | 'info'> {
    if (ended.type !== 'info' || ended.operations.length === 0) return ended.type
    let outcome: 'fail' | 'info' = 'fail'
    for (const operation of ended.operations) {
      const one = await this.resolve(operation)
      if (one === 'ok') return one
      if (one === 'info') outcome = one
    }
    return outcome
  }

  private async resolve(operation: UnresolvedOperation): Promise<'ok' | 'fail' | 'info'> {
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
  const lives = await Promise.all(Array.from({ length: count }, () => world.newLife()))
  return lives.map((life, i) => new Worker(world, life, firstProcess + i))
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
