/**
 * Much data: large values all over the ring, so that logs fill, files roll over and are freed, checkpoints come often, and followers
 * that were away need snapshots. What was acknowledged is there in the end [DUR].
 */
import assert from 'node:assert/strict'
import type { World } from '../world.ts'
import { insist, startWorkers, type Worker, type Workload } from './workload.ts'

const KEYS = 40
const WORKERS = 2
const PAUSE_MS = 60
const VALUE_CHARACTERS = 4_000

export class Bulk implements Workload {
  readonly name = 'bulk'
  private readonly world: World
  /** Rounds of each key that may be found: the last one acknowledged, and those begun since. */
  private readonly possible = new Map<string, Set<number>>()
  private lastRound = 0

  constructor(world: World) {
    this.world = world
  }

  async run(): Promise<void> {
    const workers = await startWorkers(this.world, WORKERS, 700)
    const loops = workers.map((worker, own) => worker.loop(PAUSE_MS, () => this.step(worker, own)))
    await Promise.all(loops)
  }

  async verify(): Promise<void> {
    const client = await this.world.newClient()
    for (const [key, rounds] of this.possible) {
      const text = await insist(this.world, () => client.getString(key, { timeoutMs: 5_000 }))
      const round = text === undefined ? 0 : Number.parseInt(text, 10)
      const expected = [...rounds].join(' or ')
      assert(rounds.has(round), `${key} holds round ${round}, expected ${expected}`)
    }
  }

  /** Each worker has keys of its own, so what it wrote last is what is there. */
  private async step(worker: Worker, own: number): Promise<void> {
    const key = `bulk-${WORKERS * worker.random.integer(0, KEYS - 1) + own}`
    const round = ++this.lastRound
    const before = this.possible.get(key) ?? new Set([0])
    this.possible.set(key, new Set([...before, round]))
    const timeoutMs = worker.timeoutMs()
    const value = `${round} `.padEnd(VALUE_CHARACTERS, '.')
    const ended = await worker.ask(`put ${round} to ${key}`, timeoutMs, () =>
      worker.client.put(key, value, { timeoutMs }),
    )
    const outcome = await worker.resolved(ended)
    if (outcome === 'ok' && (ended.type === 'ok' || before.size === 1)) {
      this.possible.set(key, new Set([round]))
    } else if (outcome === 'fail') this.possible.set(key, before)
  }
}
