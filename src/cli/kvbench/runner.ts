/**
 * Drives one worker's load and measures it. Closed loop: so many operations under way at all times. Open loop: operations
 * begin by the clock whether or not earlier ones have ended, and latency counts from the moment an operation was due, so a
 * stall shows in full (no coordinated omission).
 *
 * Operations are callbacks on the SDK's dispatcher; no promise, and one closure per slot rather than per operation.
 */
import type { Histogram } from 'hdr-histogram-js'
import type { RingKvError } from '../../base/errors.ts'
import { keyBytes } from '../../base/ids.ts'
import { SeededRandom } from '../../base/random.ts'
import type { Dispatcher } from '../../client/dispatcher.ts'
import { pauseAfterLossMs } from '../../client/pace.ts'
import { RingKv, type RingKvClient } from '../../client/index.ts'
import { encodeHistogram, newHistogram, recordMicros } from './histogram.ts'
import type { BenchPlan, BenchResult } from './plan.ts'
import { MERGED_KEY, TaskSource, type NextTask, type Task } from './workloads.ts'

/** Open loop: operations under way beyond this mean that the cluster cannot keep up at all. */
const OPEN_LOOP_MAX = 200_000
const FILL_IN_FLIGHT = 512
const NO_CONTEXT = new Uint8Array()

interface Lane {
  readonly dispatcher: Dispatcher
  readonly source: TaskSource
  readonly next: NextTask
}

/** Connects, fills in keys where reads need them, warms up, measures. Throws if the cluster cannot be reached. */
export async function runWorker(plan: BenchPlan, fill: boolean): Promise<BenchResult> {
  const clients = await Promise.all(
    Array.from({ length: plan.connections }, () =>
      RingKv.connect(plan.endpoints, { timeoutMs: plan.timeoutMs, keyspace: plan.keyspace }),
    ),
  )
  try {
    const base = plan.workload === 'merge' ? await putMergeBase(clients[0]!) : NO_CONTEXT
    const lanes = clients.map((client, index) => laneOf(plan, client, index, base))
    if (fill) await fillKeys(plan, lanes[0]!)
    return await new Run(plan, lanes).measure()
  } finally {
    await Promise.all(clients.map((client) => client.close()))
  }
}

/** The version that all merges start from: its context. */
async function putMergeBase(client: RingKvClient): Promise<Uint8Array> {
  const key = keyBytes(MERGED_KEY)
  await client.put(key, 0n)
  return (await client.get(key))!.context
}

function laneOf(plan: BenchPlan, client: RingKvClient, index: number, base: Uint8Array): Lane {
  const { dispatcher } = client
  const random = new SeededRandom(plan.seed * 1000 + index)
  const source = new TaskSource(plan, dispatcher, random, base)
  return { dispatcher, source, next: source.next() }
}

/** Puts every key once. */
function fillKeys(plan: BenchPlan, lane: Lane): Promise<void> {
  return new Promise((resolve, reject) => {
    let started = 0
    let ended = 0
    const startNext = (): void => {
      if (started === plan.keys) return
      submit(plan, lane.dispatcher, lane.source.fill(started++), (error) => {
        if (error !== undefined) reject(error)
        else if (++ended === plan.keys) resolve()
        else startNext()
      })
    }
    for (let i = 0; i < FILL_IN_FLIGHT; i++) startNext()
  })
}

/** Begins one operation. @param age cluster time of a transaction's first attempt */
export function submit(
  plan: BenchPlan,
  dispatcher: Dispatcher,
  task: Task,
  done: (error: RingKvError | undefined) => void,
  age = 0,
): void {
  const header = task.kind === 'read' ? undefined : dispatcher.newHeader(plan.timeoutMs)
  dispatcher.submit({
    kind: task.kind,
    request: task.build(header, age),
    header,
    keyspace: plan.keyspace,
    key: task.key,
    anyReplica: false,
    node: undefined,
    deadlineMs: dispatcher.nowMs() + plan.timeoutMs,
    done,
    keys: undefined,
    sentBefore: false,
  })
}

class Run {
  private readonly plan: BenchPlan
  private readonly lanes: readonly Lane[]
  private readonly histogram: Histogram = newHistogram()
  private readonly errors: Record<string, number> = {}
  private operations = 0
  private retries = 0
  private underWay = 0
  private turn = 0
  private recordFromMs = 0
  private endMs = 0
  private finished: () => void = () => undefined

  constructor(plan: BenchPlan, lanes: readonly Lane[]) {
    this.plan = plan
    this.lanes = lanes
  }

  async measure(): Promise<BenchResult> {
    const ended = new Promise<void>((resolve) => {
      this.finished = resolve
    })
    const startMs = performance.now()
    this.recordFromMs = startMs + this.plan.warmUpMs
    this.endMs = this.recordFromMs + this.plan.durationMs
    if (this.plan.rate > 0) this.openLoop(startMs)
    else for (let i = 0; i < this.plan.inFlight; i++) new Slot(this, this.nextLane()).start()
    await ended
    return {
      operations: this.operations,
      measuredMs: this.plan.durationMs,
      histogram: encodeHistogram(this.histogram),
      errors: this.errors,
      retries: this.retries,
    }
  }

  submit(
    lane: Lane,
    task: Task,
    done: (error: RingKvError | undefined) => void,
    age: number,
  ): void {
    submit(this.plan, lane.dispatcher, task, done, age)
  }

  began(): void {
    this.underWay++
  }

  /** An operation that was due at `dueMs` has ended. */
  ended(dueMs: number, error: RingKvError | undefined): void {
    this.underWay--
    const nowMs = performance.now()
    if (nowMs >= this.recordFromMs && nowMs < this.endMs) {
      if (error === undefined) {
        this.operations++
        recordMicros(this.histogram, (nowMs - dueMs) * 1000)
      } else this.countError(error.code)
    }
    if (nowMs >= this.endMs && this.underWay === 0) this.finished()
  }

  retried(): void {
    this.retries++
  }

  get over(): boolean {
    return performance.now() >= this.endMs
  }

  private openLoop(startMs: number): void {
    const intervalMs = 1000 / this.plan.rate
    const free: Slot[] = []
    let started = 0
    const begin = (): void => {
      const nowMs = performance.now()
      const due = Math.floor((Math.min(nowMs, this.endMs) - startMs) / intervalMs)
      while (started < due) {
        const dueMs = startMs + started++ * intervalMs
        if (this.underWay >= OPEN_LOOP_MAX) this.countError('TOO_SLOW')
        else (free.pop() ?? new Slot(this, this.nextLane(), free)).startAt(dueMs)
      }
      if (nowMs < this.endMs) setTimeout(begin, 1)
      else if (this.underWay === 0) this.finished()
    }
    begin()
  }

  private countError(code: string): void {
    this.errors[code] = (this.errors[code] ?? 0) + 1
  }

  private nextLane(): Lane {
    this.turn = (this.turn + 1) % this.lanes.length
    return this.lanes[this.turn]!
  }
}

/**
 * One operation after the other. Without a pool to return to it starts its next at once. Transactions that lost come again as
 * the SDK does it: after a pause, with their age.
 */
class Slot {
  private readonly run: Run
  private readonly lane: Lane
  private readonly pool: Slot[] | undefined
  private dueMs = 0
  private task: Task | undefined
  /** Cluster time of a transaction's first attempt. */
  private age = 0
  private losses = 0
  private attemptMs = 0
  private readonly again = (): void => this.attempt()
  private readonly done = (error: RingKvError | undefined): void => this.ended(error)

  constructor(run: Run, lane: Lane, pool?: Slot[]) {
    this.run = run
    this.lane = lane
    this.pool = pool
  }

  start(): void {
    this.startAt(performance.now())
  }

  startAt(dueMs: number): void {
    this.dueMs = dueMs
    this.task = this.lane.next()
    this.losses = 0
    this.age = this.task.kind === 'transaction' ? this.lane.dispatcher.clusterClock.now() : 0
    this.run.began()
    this.attempt()
  }

  private attempt(): void {
    this.attemptMs = performance.now()
    this.run.submit(this.lane, this.task!, this.done, this.age)
  }

  private ended(error: RingKvError | undefined): void {
    if (error?.code === 'RETRY' && !this.run.over) {
      this.run.retried()
      const tookMs = performance.now() - this.attemptMs
      setTimeout(this.again, pauseAfterLossMs(++this.losses, tookMs, this.lane.dispatcher.random))
      return
    }
    this.run.ended(this.dueMs, error)
    if (this.pool !== undefined) this.pool.push(this)
    else if (!this.run.over) this.start()
  }
}
