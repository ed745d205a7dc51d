/**
 * Few keys that many read all the time, and others write now and then: what anybody has been shown, nobody is shown less of later
 * [SER]. A leader that serves while another one does is wrong for moments only, so somebody must ask in these moments, on both sides
 * of a partition, and somebody must be free to write to the other leader: nobody here waits for long.
 */
import assert from 'node:assert/strict'
import { choose } from '../faults.ts'
import type { World } from '../world.ts'
import { insist, startWorkers, type Worker, type Workload } from './workload.ts'

const KEYS = ['fresh-1', 'fresh-2']
const READERS = 6
const READER_PAUSE_MS = 40
const WRITERS = 8
const WRITER_PAUSE_MS = 250
const TIMEOUT_MS = 150

export class Fresh implements Workload {
  readonly name = 'fresh'
  private readonly world: World
  /** The newest version of each key in any answer. */
  private readonly newest = new Map(KEYS.map((key) => [key, 0]))
  private lastValue = 0n

  constructor(world: World) {
    this.world = world
  }

  async run(): Promise<void> {
    const readers = await startWorkers(this.world, READERS, 900)
    const writers = await startWorkers(this.world, WRITERS, 950)
    await Promise.all([
      ...readers.map((worker) => worker.loop(READER_PAUSE_MS, () => this.read(worker))),
      ...writers.map((worker) => worker.loop(WRITER_PAUSE_MS, () => this.write(worker))),
    ])
  }

  async verify(): Promise<void> {
    const client = await this.world.newClient()
    for (const key of KEYS) {
      const entry = await insist(this.world, () => client.get(key, { timeoutMs: 5_000 }))
      this.seen(key, entry?.timestamp ?? 0, this.newest.get(key)!)
    }
  }

  private async read(worker: Worker): Promise<void> {
    const key = choose(worker.random, KEYS)
    const before = this.newest.get(key)!
    const ended = await worker.ask(`read ${key}`, TIMEOUT_MS, () =>
      worker.client.get(key, { timeoutMs: TIMEOUT_MS }),
    )
    if (ended.type === 'ok') this.seen(key, ended.answer?.timestamp ?? 0, before)
  }

  private async write(worker: Worker): Promise<void> {
    const key = choose(worker.random, KEYS)
    const value = ++this.lastValue
    const before = this.newest.get(key)!
    const ended = await worker.ask(`put ${value} to ${key}`, TIMEOUT_MS, () =>
      worker.client.put(key, value, { timeoutMs: TIMEOUT_MS }),
    )
    // A repeated answer may not know the version any more.
    if (ended.type !== 'ok' || ended.answer.timestamp === 0) return
    assert(ended.answer.timestamp > before, `${key}: a write is not above what was seen before`)
    this.seen(key, ended.answer.timestamp, before)
  }

  /** @param before the newest that somebody had seen when this was asked */
  private seen(key: string, version: number, before: number): void {
    assert(version >= before, `${key}: version ${version} after somebody had seen ${before}`)
    if (version > this.newest.get(key)!) this.newest.set(key, version)
  }
}
