/**
 * Random workloads on a simulated disk that loses power at every operation. After each crash the log must be what it
 * was after some prefix of the appends, at least the acknowledged ones: for all shards together, since one frame holds
 * what one call brought.
 */
import assert from 'node:assert/strict'
import { type ReplicaId, replicaId, segment, type ShardId, shardId } from '../../src/base/ids.ts'
import { SeededRandom } from '../../src/base/random.ts'
import type { Entry, HardState } from '../../src/raft/messages.ts'
import { MemoryDisk } from '../../src/storage/memory-files.ts'
import type { LogItem, RaftLog } from '../../src/storage/raft-log.ts'
import type { SnapshotMark } from '../../src/storage/wal-records.ts'
import { EventQueue } from './event-queue.ts'
import { openLog, PAGE } from './log-fixture.ts'

const SHARDS = [1, 2, 3, 4, 5].map(shardId)
const EMPTY: HardState = { term: 0, vote: replicaId(0), commit: 0 }

/** What a shard's log should hold: never changed, replaced by each append. */
interface Model {
  readonly replica: ReplicaId
  readonly smallestAcceptable: ReplicaId
  /** Index and term that the log was begun or last replaced behind. */
  readonly start: { readonly index: number; readonly term: number }
  readonly entries: readonly Entry[]
  readonly hardState: HardState
  readonly mark: SnapshotMark | undefined
}

const NOTHING: Model = {
  replica: replicaId(0),
  smallestAcceptable: replicaId(0),
  start: { index: 0, term: 0 },
  entries: [],
  hardState: EMPTY,
  mark: undefined,
}

type World = ReadonlyMap<ShardId, Model>

/** Compaction is a matter of one replica, not of its shard. */
const compactionKey = (shard: ShardId, replica: ReplicaId): string => `${shard}/${replica}`

const lastOf = (model: Model): number => model.start.index + model.entries.length

class Workload {
  readonly random: SeededRandom
  /** The world after each append, beginning with what was there at the start. */
  readonly worlds: World[]
  acknowledged = 0
  /** Compaction may take entries up to here away at any time. */
  readonly compacted = new Map<string, number>()
  private readonly log: RaftLog
  private readonly failed: (error: unknown) => void
  private counter: number

  constructor(
    log: RaftLog,
    world: World,
    random: SeededRandom,
    counter: number,
    failed: (error: unknown) => void,
  ) {
    this.log = log
    this.failed = failed
    this.worlds = [world]
    this.random = random
    this.counter = counter
  }

  get entryCounter(): number {
    return this.counter
  }

  step(): void {
    const world = new Map(this.worlds[this.worlds.length - 1])
    if (this.random.float() < 0.06) {
      this.drop(world)
      return
    }
    const items: LogItem[] = []
    const count = this.random.integer(1, 3)
    for (let i = 0; i < count; i++) this.addItem(world, items)
    this.submitted(world, this.log.append(items))
    if (this.random.float() < 0.3) this.compact()
    if (this.random.float() < 0.1) this.forgetMark()
  }

  private submitted(world: World, done: Promise<void>): void {
    this.worlds.push(world)
    const position = this.worlds.length - 1
    done.then(() => {
      assert.equal(position, this.acknowledged + 1, 'acknowledged in order')
      this.acknowledged = position
    }, this.failed)
  }

  private pick(): ShardId {
    return SHARDS[this.random.integer(0, SHARDS.length - 1)]!
  }

  private drop(world: Map<ShardId, Model>): void {
    const shard = this.pick()
    const model = world.get(shard) ?? NOTHING
    const smallest = replicaId(Math.max(model.replica, model.smallestAcceptable) + 1)
    world.set(shard, { ...NOTHING, smallestAcceptable: smallest })
    this.submitted(world, this.log.drop(shard, smallest))
  }

  private addItem(world: Map<ShardId, Model>, items: LogItem[]): void {
    const shard = this.pick()
    const model = world.get(shard) ?? NOTHING
    if (model.replica === 0) this.addStart(world, items, shard, model)
    else if (this.random.float() < 0.06) this.addMark(world, items, shard, model)
    else this.addEntries(world, items, shard, model)
  }

  private addStart(
    world: Map<ShardId, Model>,
    items: LogItem[],
    shard: ShardId,
    model: Model,
  ): void {
    const replica = replicaId(Math.max(1, model.smallestAcceptable) + this.random.integer(0, 1))
    const index = this.random.integer(0, 1) * this.random.integer(1, 50)
    const begin = { index, term: index === 0 ? 0 : this.random.integer(1, 3) }
    items.push({ shard, start: { replica, ...begin } })
    world.set(shard, {
      ...NOTHING,
      smallestAcceptable: model.smallestAcceptable,
      replica,
      start: begin,
    })
  }

  private addMark(
    world: Map<ShardId, Model>,
    items: LogItem[],
    shard: ShardId,
    model: Model,
  ): void {
    const index =
      this.random.integer(model.hardState.commit, lastOf(model)) + this.random.integer(1, 9)
    if (index <= model.start.index) return
    const term = Math.max(1, model.hardState.term)
    const snapshotMark = { segment: segment(this.counter++), index, term }
    const hardState = { ...model.hardState, term, commit: index }
    items.push({ shard, snapshotMark, hardState })
    const start = { index, term }
    world.set(shard, { ...model, start, entries: [], mark: snapshotMark, hardState })
  }

  private addEntries(
    world: Map<ShardId, Model>,
    items: LogItem[],
    shard: ShardId,
    model: Model,
  ): void {
    const { random } = this
    const last = lastOf(model)
    const conflict = random.float() < 0.2
    const floor = Math.max(model.hardState.commit, model.start.index) + 1
    const first = conflict ? random.integer(Math.min(floor, last + 1), last + 1) : last + 1
    const term = Math.max(1, model.hardState.term) + (conflict ? 1 : 0)
    const added: Entry[] = []
    for (let i = random.integer(0, 4); i > 0; i--) {
      const bytes = random.float() < 0.05 ? random.integer(3000, 20_000) : random.integer(0, 300)
      const data = Buffer.alloc(bytes, `${this.counter++}.`)
      added.push({ index: first + added.length, term, type: 'normal', data })
    }
    const kept =
      added.length === 0 ? model.entries : model.entries.slice(0, first - model.start.index - 1)
    const all = [...kept, ...added]
    const end = model.start.index + all.length
    const commit = random.integer(Math.min(model.hardState.commit, end), end)
    const hardState = {
      term,
      vote: replicaId(term > model.hardState.term ? random.integer(0, 3) : model.hardState.vote),
      commit,
    }
    const withState = added.length === 0 || term > model.hardState.term || random.float() < 0.7
    items.push({ shard, entries: added, hardState: withState ? hardState : undefined })
    world.set(shard, { ...model, entries: all, hardState: withState ? hardState : model.hardState })
  }

  private compact(): void {
    const shard = this.pick()
    const log = this.log.findShard(shard)
    const world = this.worlds[this.acknowledged]!
    const model = world.get(shard) ?? NOTHING
    if (log?.replica !== model.replica) return
    const to = this.random.integer(log.firstIndex() - 1, model.hardState.commit)
    if (to < log.firstIndex()) return
    this.log.compact(shard, to)
    const key = compactionKey(shard, log.replica)
    this.compacted.set(key, Math.max(to, this.compacted.get(key) ?? 0))
  }

  private forgetMark(): void {
    const shard = this.pick()
    const mark = this.log.findShard(shard)?.snapshotMark()
    if (mark !== undefined) this.log.forgetSnapshotMark(shard, mark.index)
  }
}

/** Why a log is not what a world says, or `undefined` if it is. */
async function difference(
  log: RaftLog,
  world: World,
  compacted: ReadonlyMap<string, number>,
): Promise<string | undefined> {
  for (const shard of SHARDS) {
    const model = world.get(shard) ?? NOTHING
    const found = log.findShard(shard)
    if (log.smallestAcceptable(shard) !== model.smallestAcceptable) return `${shard}: removal`
    if ((found?.replica ?? 0) !== model.replica) return `${shard}: replica`
    if (found === undefined) continue
    const { hardState } = found.initialState()
    for (const field of ['term', 'vote', 'commit'] as const) {
      if (hardState[field] !== model.hardState[field]) {
        return `${shard}: ${field} is ${hardState[field]}, not ${model.hardState[field]}`
      }
    }
    if (found.lastIndex() !== lastOf(model)) return `${shard}: last ${found.lastIndex()}`
    const before = found.firstIndex() - 1
    const latest = Math.max(
      model.start.index,
      compacted.get(compactionKey(shard, model.replica)) ?? 0,
    )
    if (before < model.start.index || before > latest) return `${shard}: starts behind ${before}`
    const term =
      before === model.start.index
        ? model.start.term
        : model.entries[before - model.start.index - 1]!.term
    if (found.term(before) !== term) return `${shard}: start term`
    const mark = found.snapshotMark()
    if (mark !== undefined && mark.segment !== model.mark?.segment) return `${shard}: mark`
    for (let at = before + 1; at <= found.lastIndex();) {
      const some = await found.load(at, found.lastIndex() + 1, 2000)
      if (typeof some === 'string') return `${shard}: ${some}`
      for (const entry of some) {
        const expected = model.entries[at - model.start.index - 1]!
        const same =
          entry.index === at &&
          entry.term === expected.term &&
          expected.data.length === entry.data.length
        if (!same || Buffer.compare(entry.data, expected.data) !== 0) return `${shard}: entry ${at}`
        if (found.term(at) !== entry.term) return `${shard}: term of ${at}`
        at++
      }
    }
  }
  return undefined
}

interface Life {
  readonly world: World
  readonly crashed: boolean
  readonly counter: number
}

interface Plan {
  readonly disk: MemoryDisk
  readonly queue: EventQueue
  readonly seed: number
  readonly steps: number
  readonly world: World
  readonly compacted: Map<string, number>
  readonly counter: number
}

const SETTINGS = { fileBytes: 8 * PAGE, maxBytes: 20 * PAGE, cacheBytes: 4000 }

/** Runs to its end, or until `stop`; a rejection is the test's. */
async function drive(
  queue: EventQueue,
  run: () => Promise<void>,
  stop: () => boolean,
): Promise<boolean> {
  const ending: { finished: boolean; failure?: unknown } = { finished: false }
  run().then(
    () => (ending.finished = true),
    (error: unknown) => (ending.failure = error),
  )
  await queue.runUntil(() => stop() || ending.failure !== undefined)
  assert.ifError(ending.failure)
  return ending.finished
}

/** One process: opens the log, works, and dies when `armed` says so at a disk operation. */
async function live(plan: Plan, armed: Armed): Promise<Life> {
  const { disk, queue } = plan
  const random = new SeededRandom(plan.seed)
  const state: { crashed: boolean; failure?: unknown; workload?: Workload } = { crashed: false }
  armed.crash = () => {
    state.crashed = true
    disk.crash(random)
  }
  const failed = (error: unknown): void => {
    state.failure ??= error
  }
  const run = async (): Promise<void> => {
    const log = await openLog(disk, { ...SETTINGS, scheduler: queue, onFatal: failed })
    const workload = new Workload(log, plan.world, random, plan.counter, failed)
    state.workload = workload
    for (let step = 0; step < plan.steps && !state.crashed; step++) {
      workload.step()
      if (random.float() < 0.5) {
        await new Promise<void>((resolve) => queue.after(random.float() * 3, resolve))
      }
    }
    await log.close()
  }
  const finished = await drive(queue, run, () => state.crashed || state.failure !== undefined)
  assert.ifError(state.failure)
  assert.ok(state.crashed || finished, 'the workload neither ends nor crashes')
  armed.crash = undefined
  const { crashed, workload } = state
  const worlds = workload?.worlds ?? [plan.world]
  const acknowledged = workload?.acknowledged ?? 0
  for (const [key, index] of workload?.compacted ?? []) plan.compacted.set(key, index)
  const world = await findWorld(plan, worlds, crashed ? acknowledged : worlds.length - 1)
  return { world, crashed, counter: workload?.entryCounter ?? plan.counter }
}

/** Which of the worlds the disk holds: none before `acknowledged` will do. */
async function findWorld(
  plan: Plan,
  worlds: readonly World[],
  acknowledged: number,
): Promise<World> {
  const differences: string[] = []
  const found: World[] = []
  const look = async (): Promise<void> => {
    const log = await openLog(plan.disk, { ...SETTINGS, scheduler: plan.queue })
    for (let i = worlds.length - 1; i >= acknowledged && found.length === 0; i--) {
      const reason = await difference(log, worlds[i]!, plan.compacted)
      if (reason === undefined) found.push(worlds[i]!)
      else differences.push(`${i} differs in ${reason}`)
    }
    await log.close()
  }
  assert.ok(await drive(plan.queue, look, () => false), 'recovery does not end')
  assert.equal(
    found.length,
    1,
    `seed ${plan.seed}: acknowledged ${acknowledged} of ${worlds.length - 1}; ${differences.join('; ')}`,
  )
  return found[0]!
}

/** A disk that calls `armed.crash` at its n-th operation. */
function makeDisk(queue: EventQueue, seed: number, armed: Armed): MemoryDisk {
  const latency = new SeededRandom(seed + 1_000_000)
  return new MemoryDisk({
    scheduler: queue,
    latencyMs: () => latency.float() * 2,
    fault: () => {
      armed.operations++
      if (armed.operations === armed.crashAt) armed.crash?.()
      return undefined
    },
  })
}

interface Armed {
  crash: (() => void) | undefined
  operations: number
  crashAt: number
}

async function runOnce(
  seed: number,
  steps: number,
  crashAt: number,
): Promise<{ operations: number; crashed: boolean }> {
  const queue = new EventQueue()
  const armed: Armed = { crash: undefined, operations: 0, crashAt }
  const disk = makeDisk(queue, seed, armed)
  const plan = { disk, queue, seed, steps, world: new Map(), compacted: new Map(), counter: 0 }
  const { crashed } = await live(plan, armed)
  return { operations: armed.operations, crashed }
}

describe('Raft log under power failures', function () {
  this.timeout(60_000)

  for (const seed of [1]) {
    it(`keeps every acknowledged append when the power fails at any operation (seed ${seed})`, async () => {
      const { operations } = await runOnce(seed, 80, Number.POSITIVE_INFINITY)
      assert.ok(operations > 100, `${operations} operations`)
      let crashes = 0
      for (let crashAt = 1; crashAt <= operations; crashAt++) {
        const { crashed } = await runOnce(seed, 80, crashAt)
        if (crashed) crashes++
      }
      assert.ok(crashes > 80, `${crashes} crashes`)
    })
  }

  for (let seed = 100; seed < 112; seed++) {
    it(`keeps them over many lives on one disk (seed ${seed})`, async () => {
      const queue = new EventQueue()
      const random = new SeededRandom(seed)
      const armed: Armed = { crash: undefined, operations: 0, crashAt: 0 }
      const disk = makeDisk(queue, seed, armed)
      let world: World = new Map()
      let counter = 0
      const compacted = new Map<string, number>()
      for (let life = 0; life < 8; life++) {
        armed.crashAt = armed.operations + random.integer(1, 250)
        const plan = { disk, queue, seed: seed * 100 + life, steps: 80, world, compacted, counter }
        const outcome = await live(plan, armed)
        world = outcome.world
        counter = outcome.counter
      }
    })
  }
})
