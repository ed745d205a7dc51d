/**
 * Reads that any replica answers. One writer counts each pair of keys up, both in one transaction over two shards; readers look
 * at pairs by stale and snapshot reads. Both keys are always equal, as each read is one cut; and an answer is never older than
 * it may be: by the clocks of the nodes, and by the floor that the reader names [SER, TS].
 */
import assert from 'node:assert/strict'
import type { KeyedEntry } from '../../../src/client/entries.ts'
import type { ReadOptions } from '../../../src/client/options.ts'
import { choose } from '../faults.ts'
import type { World } from '../world.ts'
import { startWorkers, type Worker, type Workload } from './workload.ts'

const PAIRS = 3
const READERS = 3
const WRITE_PAUSE_MS = 150
const READ_PAUSE_MS = 120

/** An acknowledged count of a pair. */
interface Written {
  readonly count: bigint
  readonly at: number
}

export class Stale implements Workload {
  readonly name = 'stale'
  private readonly world: World
  private readonly written = Array.from({ length: PAIRS }, (): Written[] => [])

  constructor(world: World) {
    this.world = world
  }

  async run(): Promise<void> {
    const workers = await startWorkers(this.world, PAIRS + READERS, 900)
    const counts = new Array<bigint>(PAIRS).fill(0n)
    await Promise.all(
      workers.map((worker, i) =>
        i < PAIRS
          ? worker.loop(WRITE_PAUSE_MS, () => this.count(worker, i, ++counts[i]!))
          : worker.loop(READ_PAUSE_MS, () => this.look(worker)),
      ),
    )
  }

  verify(): Promise<void> {
    // Every read was judged when it ended.
    return Promise.resolve()
  }

  private async count(worker: Worker, pair: number, count: bigint): Promise<void> {
    const timeoutMs = worker.timeoutMs()
    const then = keysOf(pair).map((key) => ({ op: 'put' as const, key, value: count }))
    const ended = await worker.ask(`count pair ${pair} to ${count}`, timeoutMs, () =>
      worker.client.transactOnce({ then }, { timeoutMs }),
    )
    if (ended.type === 'ok') this.written[pair]!.push({ count, at: ended.answer.timestamp })
  }

  private async look(worker: Worker): Promise<void> {
    const { random } = worker
    const pair = random.integer(0, PAIRS - 1)
    const maxStalenessMs = choose(random, [200, 1_000, 10_000])
    const known = this.written[pair]!
    const floor = random.float() < 0.3 ? (known.at(-1)?.at ?? 0) : 0
    const consistency = random.float() < 0.8 ? 'stale' : 'snapshot'
    const staleness = consistency === 'stale' ? maxStalenessMs : 0
    const timeoutMs = worker.timeoutMs()
    const options: ReadOptions = {
      consistency,
      floor,
      timeoutMs,
      ...(consistency === 'stale' ? { maxStalenessMs } : {}),
    }
    const earliest = this.earliestClock()
    const ended = await worker.ask(
      `${consistency} read of pair ${pair}, ${staleness} ms, floor ${floor}`,
      timeoutMs * 3,
      () => this.scan(worker, pair, options),
    )
    if (ended.type !== 'ok') return
    const bound = Math.max(floor, Math.min(earliest, this.earliestClock()) - staleness * 1000)
    this.check(
      pair,
      ended.answer,
      known.findLast(({ at }) => at <= bound),
    )
  }

  private async scan(
    worker: Worker,
    pair: number,
    options: ReadOptions,
  ): Promise<readonly KeyedEntry[]> {
    const entries: KeyedEntry[] = []
    for await (const entry of worker.client.scan({ ...options, prefix: `stale:${pair}:` })) {
      entries.push(entry)
    }
    return entries
  }

  /** Judged by time, not by count: a write of unknown outcome may happen after the next ones. */
  private check(pair: number, entries: readonly KeyedEntry[], oldest: Written | undefined): void {
    const values = entries.map(({ value }) => value as bigint)
    const shown = `pair ${pair} was read as [${values.join()}]`
    assert(values.length === 0 || values.length === 2, `${shown}: half of it`)
    assert(values[0] === values[1], `${shown}: no cut`)
    if (oldest === undefined) return
    const { count, at } = oldest
    assert((entries[0]?.timestamp ?? 0) >= at, `${shown}, too old: ${count} was to be seen`)
  }

  /** No gateway takes a time before this for now. */
  private earliestClock(): number {
    return Math.min(...this.world.cluster.all.map(({ time }) => time.wallMicros()))
  }
}

function keysOf(pair: number): readonly string[] {
  return [`stale:${pair}:left`, `stale:${pair}:right`]
}
