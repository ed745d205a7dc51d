/**
 * The past does not change: what a scan saw as of its time is there as of this time for ever, whoever leads the shards then [TS].
 * Whoever reads at a time carries that time to the leaders, and so keeps what it saw safe; hence readers sleep in between,
 * and those who write never read.
 */
import assert from 'node:assert/strict'
import { exponential } from '../faults.ts'
import type { World } from '../world.ts'
import { startWorkers, type Worker, type Workload } from './workload.ts'

const KEYS = Array.from({ length: 6 }, (_, i) => `past:${i}`)
const READERS = 10
const SLEEP_MS = 700
const WRITERS = 2
const WRITER_PAUSE_MS = 150

type Values = readonly (bigint | undefined)[]

export class Past implements Workload {
  readonly name = 'past'
  private readonly world: World
  private lastValue = 0n

  constructor(world: World) {
    this.world = world
  }

  async run(): Promise<void> {
    // In a slower world there would be nothing to see between a write and the next one.
    const { pace } = this.world
    const readers = await startWorkers(this.world, READERS, 1_000)
    const writers = await startWorkers(this.world, WRITERS, 1_050)
    await Promise.all([
      ...readers.map((worker) => worker.loop(SLEEP_MS / pace, () => this.readTwice(worker))),
      ...writers.map((worker) => worker.loop(WRITER_PAUSE_MS / pace, () => this.write(worker))),
    ])
  }

  verify(): Promise<void> {
    // Everything has been compared while it ran.
    return Promise.resolve()
  }

  private async write(worker: Worker): Promise<void> {
    const key = KEYS[worker.random.integer(0, KEYS.length - 1)]!
    const timeoutMs = worker.timeoutMs()
    const value = ++this.lastValue
    await worker.ask(`put ${value} to ${key}`, timeoutMs, () =>
      worker.client.put(key, value, { timeoutMs }),
    )
  }

  private async readTwice(worker: Worker): Promise<void> {
    const newestBefore = worker.client.dispatcher.newestTimestamp
    const timeoutMs = worker.timeoutMs()
    // A scan's deadline is that of each of its pages.
    const scanned = await worker.ask('scan', timeoutMs * (2 + KEYS.length), () =>
      scan(worker, timeoutMs),
    )
    const at = worker.client.dispatcher.newestTimestamp
    // Then it is the time of the scan.
    if (scanned.type !== 'ok' || at <= newestBefore) return
    await this.world.pause(exponential(worker.random, SLEEP_MS))
    const again = await worker.ask(`read at ${at}`, timeoutMs, async () => {
      const entries = await worker.client.getMany(KEYS, { at, timeoutMs })
      return entries.map((entry) => entry?.value as bigint | undefined)
    })
    if (again.type === 'ok') assert.deepEqual(again.answer, scanned.answer, `the past at ${at}`)
  }
}

async function scan({ client }: Worker, timeoutMs: number): Promise<Values> {
  const found = new Map<string, bigint>()
  for await (const { key, value } of client.scan({ prefix: 'past:', timeoutMs })) {
    found.set(key, value as bigint)
  }
  return KEYS.map((key) => found.get(key))
}
