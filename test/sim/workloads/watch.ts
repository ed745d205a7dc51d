/**
 * Watches under faults. Writers put, delete and transact; watchers take all of it down, some of them stop now and then and go on
 * from their token, and some are slow. Whatever dies: no acknowledged write is left out, new versions of a key come in order, and
 * nothing new comes at or below what was said to be resolved.
 */
import assert from 'node:assert/strict'
import type { SeededRandom } from '../../../src/base/random.ts'
import { ClientCrashed, type ClientLife } from '../client-life.ts'
import type { WatchChange, WatchEvent } from '../../../src/client/watch.ts'
import { choose, exponential } from '../faults.ts'
import type { World } from '../world.ts'
import { insist, startWorkers, type Worker, type Workload } from './workload.ts'

const PREFIX = 'watched:'
const KEYS = 8
const WRITERS = 3
const WATCHERS = 3
const PAUSE_MS = 120
/** What is resolved moves on within this, on shards where nothing is written. */
const RESOLVED_WITHIN_MS = 50_000
const LOOK_MS = 500

interface Written {
  readonly key: string
  readonly timestamp: number
  /** undefined = deleted. */
  readonly value: string | undefined
}

/** What one watcher was told, over all its watches. */
class Log {
  readonly name: string
  resolved = 0
  token: Uint8Array | undefined
  private readonly seen = new Map<string, Map<number, string | undefined>>()
  private readonly newest = new Map<string, number>()

  constructor(name: string) {
    this.name = name
  }

  note(event: WatchEvent): void {
    this.token = event.token
    if (event.type === 'progress') {
      assert(
        event.resolved >= this.resolved,
        `${this.name}: ${event.resolved} after ${this.resolved}`,
      )
      this.resolved = event.resolved
    } else this.change(event)
  }

  private change({ key, timestamp, value }: WatchChange): void {
    let versions = this.seen.get(key)
    if (versions === undefined) {
      this.seen.set(key, (versions = new Map<number, string | undefined>()))
    }
    const text = value as string | undefined
    if (versions.has(timestamp)) {
      assert.equal(text, versions.get(timestamp), `${this.name}: ${key} at ${timestamp}`)
      return
    }
    const newest = this.newest.get(key) ?? 0
    const shown = `${this.name}: ${key} at ${timestamp}`
    assert(timestamp > newest, `${shown} came for the first time behind ${newest}`)
    assert(timestamp > this.resolved, `${shown} came when ${this.resolved} was resolved`)
    versions.set(timestamp, text)
    this.newest.set(key, timestamp)
  }

  check(written: readonly Written[], from: number): void {
    for (const { key, timestamp, value } of written) {
      if (timestamp <= from) continue
      const versions = this.seen.get(key)
      assert(versions?.has(timestamp) === true, `${this.name}: ${key} at ${timestamp} never came`)
      assert.equal(versions.get(timestamp), value, `${this.name}: ${key} at ${timestamp}`)
    }
  }
}

export class Watch implements Workload {
  readonly name = 'watch'
  private readonly world: World
  private readonly written: Written[] = []
  private readonly logs: Log[] = []
  private stopped = false
  private readonly stops: (() => void)[] = []
  /** Watches begin behind this. */
  private from = 0

  constructor(world: World) {
    this.world = world
  }

  async run(): Promise<void> {
    const workers = await startWorkers(this.world, WRITERS, 1000)
    const client = await this.world.newClient()
    const first = await insist(this.world, () => client.put(`${PREFIX}first`, 'first'))
    this.from = first.timestamp
    for (let kind = 0; kind < WATCHERS; kind++) {
      const log = new Log(`watcher ${kind}`)
      this.logs.push(log)
      const random = this.world.random.fork()
      this.follow(random, log, kind).catch((error: unknown) => this.world.violation(error))
    }
    await Promise.all(workers.map((worker) => worker.loop(PAUSE_MS, () => this.write(worker))))
  }

  async verify(): Promise<void> {
    const client = await this.world.newClient()
    const { timestamp } = await insist(this.world, () => client.put(`${PREFIX}last`, 'last'))
    const { time } = this.world.cluster
    const endMs = time.nowMs + RESOLVED_WITHIN_MS
    while (this.logs.some(({ resolved }) => resolved < timestamp)) {
      const shown = this.logs.map(({ resolved }) => resolved - timestamp).join()
      assert(time.nowMs < endMs, `watchers are behind by ${shown} microseconds`)
      await this.world.pause(LOOK_MS)
    }
    this.stopped = true
    for (const stop of this.stops) stop()
    for (const log of this.logs) log.check(this.written, this.from)
  }

  /** Watcher 0 watches on, 1 stops now and then and goes on as another client, 2 is slow. */
  private async follow(random: SeededRandom, log: Log, kind: number): Promise<void> {
    while (!this.stopped) {
      const life = await this.world.newLife()
      const part = new AbortController()
      this.stops[kind] = () => part.abort()
      if (kind === 1 && this.world.active) {
        void this.world.pause(exponential(random, 1_500)).then(() => part.abort())
      }
      try {
        await life.during(() => this.watch(life, random, log, kind, part.signal))
        await life.client.close()
      } catch (error) {
        if (!(error instanceof ClientCrashed)) throw error
      }
      await this.world.pause(exponential(random, 300))
    }
  }

  private async watch(
    life: ClientLife,
    random: SeededRandom,
    log: Log,
    kind: number,
    signal: AbortSignal,
  ): Promise<void> {
    const events = life.client.watch({
      prefix: PREFIX,
      from: log.token ?? this.from,
      progress: true,
      signal,
    })
    try {
      for await (const event of events) {
        if (life.isOver) return
        log.note(event)
        if (kind === 2 && this.world.active && random.float() < 0.2) {
          await this.world.pause(exponential(random, 400))
        }
        if (signal.aborted) return
      }
    } catch (error) {
      if (!signal.aborted) throw error
    }
  }

  private async write(worker: Worker): Promise<void> {
    const { random } = worker
    const timeoutMs = worker.timeoutMs()
    const key = this.key(worker)
    const value = `${worker.process}.${worker.okCount}`
    const draw = random.float()
    if (draw < 0.2) {
      const ended = await worker.ask(`delete ${key}`, timeoutMs, () =>
        worker.client.delete(key, { timeoutMs }),
      )
      if (ended.type === 'ok') this.note([key], ended.answer.timestamp, undefined)
    } else if (draw < 0.6) {
      const ended = await worker.ask(`put ${key} ${value}`, timeoutMs, () =>
        worker.client.put(key, value, { timeoutMs }),
      )
      if (ended.type === 'ok') this.note([key], ended.answer.timestamp, value)
    } else {
      const keys = [...new Set([key, this.key(worker), this.key(worker)])]
      const then = keys.map((each) => ({ op: 'put' as const, key: each, value }))
      const ended = await worker.ask(`put ${keys.join()} ${value}`, timeoutMs, () =>
        worker.client.transactOnce({ then }, { timeoutMs }),
      )
      if (ended.type === 'ok') this.note(keys, ended.answer.timestamp, value)
    }
  }

  private note(keys: readonly string[], timestamp: number, value: string | undefined): void {
    for (const key of keys) this.written.push({ key, timestamp, value })
  }

  private key({ random }: Worker): string {
    return `${PREFIX}${choose(random, [...Array(KEYS).keys()])}`
  }
}
