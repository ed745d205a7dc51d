/**
 * Writes with contexts that conflict all the time and are merged: no committed update may be missing from the result, whoever
 * wrote what on top of which version (04). Ints merge by difference, lists by their elements, `abort` refuses.
 */
import assert from 'node:assert/strict'
import { isConflict } from '../../../src/client/errors.ts'
import type { World } from '../world.ts'
import { insist, startWorkers, type Worker, type Workload } from './workload.ts'

const KEYS = 3
const WORKERS = 4
const PAUSE_MS = 200

export class Merges implements Workload {
  readonly name = 'merges'
  private readonly world: World
  private readonly sums = Array.from({ length: KEYS }, () => ({ known: 0n, unknown: 0n }))
  /** How often an aborting writer got through. */
  private readonly swaps = Array.from({ length: KEYS }, () => ({ known: 0n, unknown: 0n }))
  private readonly elements = new Map<bigint, { key: string; certain: boolean }>()
  private lastElement = 0n

  constructor(world: World) {
    this.world = world
  }

  async run(): Promise<void> {
    const workers = await startWorkers(this.world, WORKERS, 500)
    await Promise.all(workers.map((worker) => worker.loop(PAUSE_MS, () => this.step(worker))))
  }

  async verify(): Promise<void> {
    const client = await this.world.newClient()
    const options = { timeoutMs: 5_000 }
    for (let i = 0; i < KEYS; i++) {
      const sum = (await insist(this.world, () => client.getInt(`merged-${i}`, options))) ?? 0n
      checkWithin(`merged-${i}`, sum, this.sums[i]!)
      const swaps = (await insist(this.world, () => client.getInt(`swapped-${i}`, options))) ?? 0n
      checkWithin(`swapped-${i}`, swaps, this.swaps[i]!)
      await insist(this.world, async () => {
        const list = (await client.getList(`joined-${i}`, options)) ?? []
        this.checkList(`joined-${i}`, list as readonly bigint[])
      })
    }
  }

  private step(worker: Worker): Promise<void> {
    const key = worker.random.integer(0, KEYS - 1)
    const pick = worker.random.float()
    if (pick < 0.4) return this.add(worker, key)
    if (pick < 0.7) return this.swap(worker, key)
    return this.join(worker, key)
  }

  /** Reads an int, waits, and writes it back with something added: a merge where others were faster. */
  private async add(worker: Worker, key: number): Promise<void> {
    const by = BigInt(worker.random.integer(1, 9))
    await this.write(worker, `merged-${key}`, this.sums[key]!, by, 'auto')
  }

  /** The same, but only if nobody was faster. */
  private async swap(worker: Worker, key: number): Promise<void> {
    await this.write(worker, `swapped-${key}`, this.swaps[key]!, 1n, 'abort')
  }

  private async write(
    worker: Worker,
    key: string,
    books: { known: bigint; unknown: bigint },
    by: bigint,
    onConflict: 'auto' | 'abort',
  ): Promise<void> {
    const read = await worker.ask(`read ${key}`, 2_000, () =>
      worker.client.get(key, { timeoutMs: 2_000 }),
    )
    if (read.type !== 'ok') return
    const entry = read.answer
    await this.world.pause(worker.random.integer(0, 200))
    const timeoutMs = worker.timeoutMs()
    const value = ((entry?.value as bigint | undefined) ?? 0n) + by
    // An int that is not there yet cannot be merged: the first writer makes it.
    const conditions =
      entry === undefined ? { ifAbsent: true } : { context: entry.context, onConflict }
    books.unknown += by
    const ended = await worker.ask(`write ${value} to ${key}`, timeoutMs, () =>
      worker.client.put(key, value, { timeoutMs, ...conditions }).catch(conflictAsAnswer),
    )
    const refused = ended.type === 'ok' && ended.answer === 'conflict'
    if (refused && onConflict === 'auto' && entry !== undefined) {
      assert.fail(`${key}: ints with a context must merge`)
    }
    const outcome = refused ? 'fail' : await worker.resolved(ended)
    if (outcome !== 'info') books.unknown -= by
    if (outcome === 'ok') books.known += by
  }

  /** Adds an element to a list by writing the whole list. */
  private async join(worker: Worker, number: number): Promise<void> {
    const key = `joined-${number}`
    const read = await worker.ask(`read ${key}`, 2_000, () =>
      worker.client.get(key, { timeoutMs: 2_000 }),
    )
    if (read.type !== 'ok') return
    const entry = read.answer
    await this.world.pause(worker.random.integer(0, 200))
    const element = ++this.lastElement
    const list = [...((entry?.value as bigint[] | undefined) ?? []), element]
    const timeoutMs = worker.timeoutMs()
    const conditions = entry === undefined ? { ifAbsent: true } : { context: entry.context }
    const ended = await worker.ask(`put ${element} into ${key}`, timeoutMs, () =>
      worker.client.put(key, list, { timeoutMs, ...conditions }).catch(conflictAsAnswer),
    )
    if (ended.type === 'ok' && ended.answer === 'conflict') return
    const outcome = await worker.resolved(ended)
    if (outcome !== 'fail') this.elements.set(element, { key, certain: outcome === 'ok' })
  }

  private checkList(key: string, list: readonly bigint[]): void {
    assert.equal(new Set(list).size, list.length, `${key}: an element twice in ${list.join()}`)
    for (const element of list) {
      assert.equal(this.elements.get(element)?.key, key, `${key}: nobody put ${element} there`)
    }
    for (const [element, { key: at, certain }] of this.elements) {
      assert(at !== key || !certain || list.includes(element), `${key}: ${element} is missing`)
    }
  }
}

function conflictAsAnswer(error: unknown): 'conflict' {
  if (isConflict(error)) return 'conflict'
  throw error
}

function checkWithin(
  key: string,
  value: bigint,
  { known, unknown }: { known: bigint; unknown: bigint },
): void {
  assert(
    value >= known && value <= known + unknown,
    `${key} is ${value}: ${known} are known to be in it, and ${unknown} more possible`,
  )
}
