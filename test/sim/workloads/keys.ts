/**
 * Single keys under everything that can be done to one: get, put, delete, increment, append, conditions and contexts. Each key's
 * history must be linearizable, with the versions that were answered [SER, DUR, ONCE, HB]. Keys change every few seconds, so that
 * no history becomes too long to be checked.
 */
import assert from 'node:assert/strict'
import type { Entry } from '../../../src/client/entries.ts'
import { isConflict } from '../../../src/client/errors.ts'
import {
  checkLinearizable,
  storeModel,
  type Operation,
  type StoreAnswer,
  type StoreCall,
  type StoreValue,
} from '../../checkers/index.ts'
import { choose } from '../faults.ts'
import { storeHistory, type RecordedHistory } from '../history.ts'
import type { World } from '../world.ts'
import { insist, startWorkers, type Ended, type Worker, type Workload } from './workload.ts'

const KEYS = 3
const WORKERS = 6
/** Now and then in a hurry: what is wrong for moments only is seen by who asks all the time. */
const PAUSES_MS = [15, 100, 100]
/** So long a set of keys is used. */
const EPOCH_MS = 5_000

type Recorded = Operation<StoreCall, StoreAnswer>

export class Keys implements Workload {
  readonly name = 'keys'
  private readonly world: World
  private readonly operations: Recorded[] = []
  private readonly lastRead = new Map<string, Entry>()
  private clock = 0
  private lastValue = 0

  constructor(world: World) {
    this.world = world
  }

  async run(): Promise<void> {
    const workers = await startWorkers(this.world, WORKERS, 300)
    const pauseMs = choose(this.world.random, PAUSES_MS)
    await Promise.all(workers.map((worker) => worker.loop(pauseMs, () => this.step(worker))))
  }

  async verify(): Promise<void> {
    const client = await this.world.newClient()
    for (const key of new Set(this.operations.map((operation) => operation.key))) {
      const start = ++this.clock
      const entry = await insist(this.world, () => client.get(key, { timeoutMs: 5_000 }))
      this.record(0, key, { f: 'get' }, { type: 'ok', answer: answerOfGet(entry) }, start)
    }
    const result = checkLinearizable(storeModel, this.operations, { stepsMax: 2_000_000 })
    assert(result.verdict !== 'invalid', `the history is not linearizable:\n${result.explanation}`)
  }

  history(): RecordedHistory {
    return storeHistory(this.operations)
  }

  private async step(worker: Worker): Promise<void> {
    const epoch = Math.floor(this.world.cluster.time.nowMs / EPOCH_MS)
    const key = `key-${epoch}-${worker.random.integer(0, KEYS - 1)}`
    const call = this.draw(worker, key)
    const timeoutMs = worker.timeoutMs()
    const start = ++this.clock
    const ended = await worker.ask(
      `${key} ${storeModel.describe(call, { type: 'info' })}`,
      timeoutMs,
      () => this.make(worker, key, call, timeoutMs),
    )
    // An outcome that is found out later is as good as an answer, without what the answer said.
    const outcome = await worker.resolved(ended)
    this.record(worker.process, key, call, outcomeOf(ended, outcome), start)
  }

  private draw(worker: Worker, key: string): StoreCall {
    const { random } = worker
    const pick = random.float()
    const read = this.lastRead.get(`${worker.process} ${key}`)
    if (pick < 0.4) return { f: 'get' }
    if (pick < 0.55) return { f: 'put', value: this.newValue(worker) }
    if (pick < 0.7 && read !== undefined) {
      return { f: 'put', value: this.newValue(worker), condition: read.timestamp }
    }
    if (pick < 0.76) return { f: 'put', value: this.newValue(worker), condition: 'absent' }
    if (pick < 0.82) return { f: 'delete' }
    if (pick < 0.9) return { f: 'increment', by: BigInt(random.integer(1, 9)) }
    return { f: 'append', elements: [++this.lastValue] }
  }

  private newValue(worker: Worker): StoreValue {
    const value = ++this.lastValue
    const pick = worker.random.float()
    return pick < 0.5 ? BigInt(value) : pick < 0.8 ? [BigInt(value)] : `text ${value}`
  }

  private async make(
    worker: Worker,
    key: string,
    call: StoreCall,
    timeoutMs: number,
  ): Promise<StoreAnswer> {
    const { client } = worker
    const options = { timeoutMs }
    const remembered = `${worker.process} ${key}`
    try {
      switch (call.f) {
        case 'get': {
          const entry = await client.get(key, options)
          if (entry === undefined) this.lastRead.delete(remembered)
          else this.lastRead.set(remembered, entry)
          return answerOfGet(entry)
        }
        case 'put': {
          const conditions =
            call.condition === 'absent'
              ? { ifAbsent: true }
              : call.condition === undefined
                ? {}
                : { context: this.lastRead.get(remembered)!.context, onConflict: 'abort' as const }
          const { timestamp } = await client.put(key, call.value, {
            ...options,
            ...conditions,
          })
          return { type: 'written', version: versionOf(timestamp) }
        }
        case 'delete': {
          const { timestamp } = await client.delete(key, options)
          return { type: 'written', version: versionOf(timestamp) }
        }
        case 'increment': {
          const { value, timestamp } = await client.increment(key, call.by, options)
          return { type: 'written', value, version: versionOf(timestamp) }
        }
        case 'append': {
          const { value, timestamp } = await client.listAppend(key, call.elements, options)
          return {
            type: 'written',
            value: value as StoreValue | undefined,
            version: versionOf(timestamp),
          }
        }
      }
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal === undefined) throw error
      return refusal
    }
  }

  private record(
    process: number,
    key: string,
    call: StoreCall,
    outcome: Recorded['outcome'],
    start: number,
  ): void {
    const id = this.operations.length
    const end = ++this.clock
    this.operations.push({ id, process, key, call, outcome, start, end })
  }
}

function answerOfGet(entry: Entry | undefined): StoreAnswer {
  return {
    type: 'read',
    value: entry?.value as StoreValue | undefined,
    version: entry?.timestamp,
  }
}

/** A repeated answer may not know it any more. */
function versionOf(timestamp: number): number | undefined {
  return timestamp === 0 ? undefined : timestamp
}

/** An error that says something about the state is an answer. */
function refusalOf(error: unknown): StoreAnswer | undefined {
  if (isConflict(error)) {
    const version = error.details?.conflicts[0]?.theirs?.timestamp
    return { type: 'conflict', version: version === 0 ? undefined : version }
  }
  const code = (error as { code?: string }).code
  return code === 'TYPE_MISMATCH' || code === 'OVERFLOW' ? { type: 'refused' } : undefined
}

function outcomeOf(
  ended: Ended<StoreAnswer>,
  outcome: 'ok' | 'fail' | 'info',
): Recorded['outcome'] {
  if (ended.type === 'ok') return { type: 'ok', answer: ended.answer }
  return outcome === 'ok' ? { type: 'ok', answer: { type: 'written' } } : { type: outcome }
}
