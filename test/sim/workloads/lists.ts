/**
 * Transactions that read and append to lists on many shards, interactive and at once: strictly serializable, by the graph of what
 * each saw of the others (Elle) [SER, ATOM]. Some are followed at once by a plain read of what they wrote, while participants
 * still wait to be told that it is committed.
 */
import assert from 'node:assert/strict'
import type { Entry } from '../../../src/client/entries.ts'
import {
  checkListAppend,
  type Element,
  type ListStep,
  type ListTransaction,
} from '../../checkers/index.ts'
import { choose } from '../faults.ts'
import { listHistory, type RecordedHistory } from '../history.ts'
import type { World } from '../world.ts'
import { insist, startWorkers, type Worker, type Workload } from './workload.ts'

/** Few are fought for, many are on many shards. */
const KEYS = [3, 8]
const LOOKS_AFTERWARDS = 0.3
const WORKERS = 5
const PAUSE_MS = 150
const STEPS_MAX = 4
const WAYS = ['interactively', 'interactively', 'at once', 'at once', 'plainly'] as const
/** So long a set of keys is used, which keeps lists short. */
const EPOCH_MS = 4_000

type Way = (typeof WAYS)[number]
type Wish = { readonly key: string; readonly element: Element | undefined }

export class Lists implements Workload {
  readonly name = 'lists'
  private readonly world: World
  private readonly transactions: ListTransaction[] = []
  private readonly keys = new Set<string>()
  private readonly keyCount: number
  private clock = 0
  private lastElement = 0

  constructor(world: World) {
    this.world = world
    this.keyCount = choose(world.random, KEYS)
  }

  async run(): Promise<void> {
    const workers = await startWorkers(this.world, WORKERS, 400)
    await Promise.all(workers.map((worker) => worker.loop(PAUSE_MS, () => this.step(worker))))
  }

  async verify(): Promise<void> {
    const client = await this.world.newClient()
    for (const key of this.keys) {
      const start = ++this.clock
      const list = await insist(this.world, () => client.getList(key, { timeoutMs: 5_000 }))
      this.record(0, 'ok', [{ f: 'read', key, elements: elementsOf(list) }], start)
    }
    const { verdict, explanation } = checkListAppend(this.transactions)
    assert(verdict !== 'invalid', `the transactions are not strictly serializable:\n${explanation}`)
  }

  history(): RecordedHistory {
    return listHistory(this.transactions)
  }

  private async step(worker: Worker): Promise<void> {
    const { random } = worker
    const way = choose(random, WAYS)
    const wishes = this.draw(worker, way === 'plainly' ? 1 : STEPS_MAX)
    const happened = (await this.ask(worker, way, wishes)) === 'ok'
    if (!happened || random.float() > LOOKS_AFTERWARDS) return
    await this.ask(worker, 'plainly', [{ key: choose(random, wishes).key, element: undefined }])
  }

  private async ask(
    worker: Worker,
    way: Way,
    wishes: readonly Wish[],
  ): Promise<ListTransaction['status']> {
    const timeoutMs = worker.timeoutMs()
    const start = ++this.clock
    // What was learnt last, and stands if the transaction happened.
    let steps = wishes.map((wish) => stepOf(wish, undefined))
    const what = `${way} ${wishes.map(shownWish).join(', ')}`
    const ended = await worker.ask(what, timeoutMs, async () => {
      if (way === 'plainly') steps = await this.plainly(worker, wishes[0]!, timeoutMs)
      else if (way === 'at once') steps = await this.atOnce(worker, wishes, timeoutMs)
      else {
        await this.interactively(worker, wishes, timeoutMs, (seen) => {
          steps = seen
        })
      }
    })
    const status = await worker.resolved(ended)
    this.record(worker.process, status, steps, start)
    return status
  }

  private draw(worker: Worker, stepsMax: number): Wish[] {
    const { random } = worker
    const epoch = Math.floor(this.world.cluster.time.nowMs / EPOCH_MS)
    const readOnly = random.float() < 0.25
    return Array.from({ length: random.integer(1, stepsMax) }, () => {
      const key = `list-${epoch}-${random.integer(0, this.keyCount - 1)}`
      this.keys.add(key)
      const appends = !readOnly && random.float() < 0.5
      return { key, element: appends ? ++this.lastElement : undefined }
    })
  }

  private interactively(
    worker: Worker,
    wishes: readonly Wish[],
    timeoutMs: number,
    saw: (steps: ListStep[]) => void,
  ): Promise<void> {
    return worker.client.transact(
      async (transaction) => {
        const steps: ListStep[] = []
        for (const wish of wishes) {
          if (wish.element !== undefined) transaction.listAppend(wish.key, [wish.element])
          const list = wish.element === undefined ? await transaction.getList(wish.key) : undefined
          steps.push(stepOf(wish, elementsOf(list)))
        }
        saw(steps)
      },
      { timeoutMs },
    )
  }

  /** Without a transaction: alone against all of them. */
  private async plainly(worker: Worker, wish: Wish, timeoutMs: number): Promise<ListStep[]> {
    const { client } = worker
    const { key, element } = wish
    if (element === undefined) {
      return [stepOf(wish, elementsOf(await client.getList(key, { timeoutMs })))]
    }
    const { value } = await client.listAppend(key, [element], { timeoutMs })
    const append = stepOf(wish, undefined)
    return value === undefined
      ? [append]
      : [append, { f: 'read', key, elements: elementsOf(value) }]
  }

  private async atOnce(
    worker: Worker,
    wishes: readonly Wish[],
    timeoutMs: number,
  ): Promise<ListStep[]> {
    const then = wishes.map(({ key, element }) =>
      element === undefined
        ? { op: 'get' as const, key }
        : { op: 'append' as const, key, elements: [element] },
    )
    const { results } = await worker.client.transactOnce({ then }, { timeoutMs })
    return wishes.map((wish, i) => {
      const result = results?.[i]
      const entry: Entry | undefined = result?.kind === 'read' ? result.entry : undefined
      return stepOf(wish, result === undefined ? undefined : elementsOf(entry?.value))
    })
  }

  private record(
    process: number,
    status: ListTransaction['status'],
    steps: readonly ListStep[],
    start: number,
  ): void {
    const id = this.transactions.length
    const end = ++this.clock
    this.transactions.push({ id, process, status, steps, start, end })
  }
}

function stepOf({ key, element }: Wish, elements: readonly Element[] | undefined): ListStep {
  return element === undefined ? { f: 'read', key, elements } : { f: 'append', key, element }
}

/** No list is an empty one. */
function elementsOf(value: unknown): readonly Element[] {
  return ((value ?? []) as readonly bigint[]).map(Number)
}

function shownWish({ key, element }: Wish): string {
  return element === undefined ? `read ${key}` : `append ${element} to ${key}`
}
