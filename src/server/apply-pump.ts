/**
 * Applies committed entries of all shards of a node (03, "Applying and durability").
 *
 * Entries of one shard are applied strictly in order; shards take turns, and a shard whose next entry lacks rows waits for
 * them without holding up the others. An answer leaves as soon as its entry is applied: the Raft log is the durable truth, the
 * engine follows.
 *
 * Where nobody waits, on followers, entries gather first: applied some shards at a time, a few entries of each, they cost less than
 * one by one between everything else a node does (docs/decisions/0023).
 *
 * Effects stay in each machine's memory for a while before they are sealed into an engine batch: a row that changes again, or
 * goes, meanwhile costs nothing, and what a shard repeats in each batch (its row of meta and its marks) is shared by more. A batch
 * takes the shards that are due, oldest first, until it is large enough: small batches make every row dearer, and large
 * ones would stop the event loop while they are made. Shards that became dirty together stay together, so batches that nobody
 * waits for have a pace: one in each step, else requests would stand still while all of them are written (docs/decisions/0018).
 *
 * Invariants: a batch holds whole entries only, each shard's applied index with its effects, so the engine always holds a
 * consistent prefix per shard. An entry counts as durable only when the batch that held it had been written *before* an
 * engine flush was called that has since resolved.
 */
import { assert } from '../base/assert.ts'
import type { Scheduler, Timer } from '../base/clock.ts'
import type { Entry, Message } from '../raft/messages.ts'
import type { Engine } from '../storage/engine.ts'
import { WriteBatch } from '../storage/write-batch.ts'
import type { PendingRows, ReplicatedState } from './replicated-state.ts'
import { RowReader } from './row-reader.ts'

/** One shard's place in the pump. */
export interface ApplyTarget {
  readonly state: ReplicatedState
  /** A configuration change is to be applied, by the core first. */
  applyConfChange(entry: Entry): void
  entryApplied(entry: Entry): void
  /** All entries of one hand-out are applied: these acknowledgements may leave. */
  handOutApplied(responses: readonly Message[]): void
  /** The engine holds everything up to this index, and it survives a power loss. */
  durablyApplied(index: number): void
}

interface HandOut {
  readonly entries: readonly Entry[]
  readonly responses: readonly Message[]
}

class Lane {
  readonly target: ApplyTarget
  readonly handOuts: HandOut[] = []
  /** Position in the first hand-out. */
  position = 0
  /** Its next entry lacks rows. */
  waiting = false
  /** Fetches under way for entries that were looked at before their turn. */
  early = 0
  /** Gathered entries up to here were looked at. */
  foreseenIndex = 0
  /** Among the laggards. */
  lags = false
  /** Of entries that have gathered. */
  gatheredBytes = 0
  removed = false
  /** A snapshot is taking the state's place. */
  held = false
  /** Has effects that no batch holds yet. */
  dirty = false
  /** The pump's step in which it became dirty. */
  dirtySince = 0
  /** Rises with every lane that becomes dirty. */
  dirtyOrder = 0
  /** Of entries whose effects no batch holds yet. */
  unsealedBytes = 0
  /** Applied index as of the last batch that the engine holds. */
  writtenIndex: number
  /** Applied index as of the batch being written. */
  writingIndex: number
  /** Applied index as of the last checkpoint; -1 before the first one. */
  durableIndex = -1

  constructor(target: ApplyTarget) {
    this.target = target
    this.writtenIndex = this.writingIndex = target.state.appliedIndex
  }
}

export interface ApplyPumpOptions {
  readonly scheduler: Scheduler
  /** Effects of a shard gather for so long before they are written, unless somebody waits or much has gathered. */
  readonly writeDelayMs: number
  /** This much applied is written without waiting. */
  readonly writeBytes: number
  /** Apply pauses while this many bytes of entries have been applied and are not yet in a batch being written. */
  readonly maxUnsealedBytes: number
  /** Bytes written to the engine after which a durable checkpoint is made. */
  readonly checkpointBytes: number
  /** The environment failed; the node must stop. */
  readonly fatal: (error: unknown) => void
  /** Something may go on: run a turn. */
  readonly wake: () => void
}

/** How long entries gather where nobody waits. */
const STRIDE_MS = 50
/** How much of one shard gathers: a follower that is far behind must not get on by one hand-out a stride. */
const GATHERED_BYTES_MAX = 32 * 1024
/** Steps of the write delay: in each, what became dirty one delay before is written. */
const STEPS = 32
/** A batch with so many versions takes no further shard, and a shard with so many is due. */
const BATCH_VERSIONS = 2000

/** Waits for the lanes that had become dirty up to `dirtyOrder`, and for the write in flight. */
interface Waiter {
  readonly dirtyOrder: number
  /** Batches shall follow each other without a pause. */
  readonly inHaste: boolean
  readonly done: () => void
}

function isNormal({ type }: Entry): boolean {
  return type === 'normal'
}

export class ApplyPump {
  private readonly engine: Engine
  private readonly options: ApplyPumpOptions
  private readonly lanes = new Map<ApplyTarget, Lane>()
  private readonly reader: RowReader
  private runnable: Lane[] = []
  /** Lanes with entries that nobody waits for. */
  private laggards: Lane[] = []
  /** Runs while there are laggards. */
  private strideTimer: Timer | undefined
  /** In this turn nothing gathers. */
  private inHaste = false
  /** In the order in which they became dirty. */
  private dirtyLanes: Lane[] = []
  private unsealedBytes = 0
  private writing = false
  private step = 0
  private lastDirtyOrder = 0
  /** Some lane is due before its time. */
  private someFull = false
  /** Runs while some lane is dirty. */
  private stepTimer: Timer | undefined
  private closed = false
  private sequence = 0
  private bytesSinceCheckpoint = 0
  private checkpointing: Promise<void> | undefined
  private waiters: Waiter[] = []

  constructor(engine: Engine, options: ApplyPumpOptions) {
    this.engine = engine
    this.options = options
    this.reader = new RowReader(engine, options.fatal)
  }

  add(target: ApplyTarget): void {
    assert(!this.lanes.has(target), 'a target joins the pump once')
    this.lanes.set(target, new Lane(target))
  }

  /** Nothing more is applied to the target, and what it has not sealed yet is dropped. */
  remove(target: ApplyTarget): void {
    const lane = this.lanes.get(target)
    if (lane !== undefined) lane.removed = true
    this.lanes.delete(target)
  }

  /**
   * Nothing more is applied to the target until `resume`, and what waits for it is dropped: a snapshot takes its place. The
   * acknowledgements of what was dropped are delivered, since the core counts them. Nothing more is written of it either, but
   * a batch may be under way: `caughtUp` says when it is not.
   */
  hold(target: ApplyTarget): void {
    const lane = this.lanes.get(target)
    if (lane === undefined) return
    lane.held = true
    const dropped = lane.handOuts.splice(0)
    lane.position = 0
    for (const { responses } of dropped) target.handOutApplied(responses)
  }

  /** The target's state is another one now; the engine holds all of it. */
  resume(target: ApplyTarget): void {
    const lane = this.lanes.get(target)
    if (lane === undefined) return
    lane.held = false
    this.markClean(lane)
    this.dirtyLanes = this.dirtyLanes.filter((other) => other !== lane)
    lane.writtenIndex = lane.writingIndex = target.state.sealedIndex
    lane.durableIndex = -1
    this.runnable.push(lane)
  }

  /** Committed entries, in order, of one hand-out of the core. */
  enqueue(target: ApplyTarget, entries: readonly Entry[], responses: readonly Message[]): void {
    const lane = this.lanes.get(target)
    assert(lane !== undefined, 'entries for a shard that is not here')
    lane.handOuts.push({ entries, responses })
    if (target.state.mayLag && this.mayGather(lane, entries)) this.lag(lane)
    else this.runnable.push(lane)
  }

  /** Fetches rows that entries in the log will need, so that they are there when these are committed. */
  foresee(target: ApplyTarget, entries: readonly Entry[]): void {
    const lane = this.lanes.get(target)
    if (lane === undefined) return
    for (const entry of entries) if (isNormal(entry)) this.foreseeOne(lane, entry)
  }

  /** Somebody waits for what was put off, or comes in this turn: the next `run` applies all of it. */
  hurry(): void {
    this.inHaste = true
    if (this.laggards.length > 0) this.options.wake()
  }

  /** The target's state has something for the engine without having applied anything. */
  unsealed(target: ApplyTarget): void {
    const lane = this.lanes.get(target)
    if (lane !== undefined && !lane.held) this.markDirty(lane)
  }

  /** Applies what can be applied now. Call at the end of a turn, and after `wake`. */
  run(): void {
    if (this.inHaste) this.endStride()
    const lanes = this.runnable
    this.runnable = []
    for (const lane of lanes) this.runLane(lane)
    this.reader.start()
    if (this.isUrgent || this.someFull) this.write()
  }

  /**
   * No timer runs any more: what is dirty is written now. Resolves when the engine may be closed: a checkpoint under way still
   * needs it.
   */
  async close(): Promise<void> {
    this.closed = true
    this.stepTimer?.cancel()
    this.stepTimer = undefined
    this.strideTimer?.cancel()
    this.strideTimer = undefined
    this.write()
    await this.checkpointing
  }

  /** Resolves when the engine holds everything that has been applied up to now. */
  caughtUp(): Promise<void> {
    return this.writtenUpToNow(true)
  }

  private writtenUpToNow(inHaste: boolean): Promise<void> {
    if (this.dirtyLanes.length === 0 && !this.writing) return Promise.resolve()
    const dirtyOrder = this.lastDirtyOrder
    const written = new Promise<void>((done) => this.waiters.push({ dirtyOrder, inHaste, done }))
    if (this.isUrgent) this.write()
    return written
  }

  /** Makes everything applied so far durable in the engine, at the pace of its writes. */
  checkpoint(): Promise<void> {
    this.checkpointing ??= this.makeCheckpoint().finally(() => {
      this.checkpointing = undefined
    })
    return this.checkpointing
  }

  private endStride(): void {
    this.inHaste = false
    this.strideTimer?.cancel()
    this.strideTimer = undefined
    for (const lane of this.laggards) {
      lane.lags = false
      this.runnable.push(lane)
    }
    this.laggards = []
  }

  private runLane(lane: Lane): void {
    lane.gatheredBytes = 0
    while (lane.handOuts.length > 0 && !lane.waiting && !lane.removed && !lane.held) {
      if (this.writing && this.unsealedBytes > this.options.maxUnsealedBytes) {
        this.runnable.push(lane)
        return
      }
      const handOut = lane.handOuts[0]!
      const entry = handOut.entries[lane.position]
      if (entry === undefined) {
        lane.handOuts.shift()
        lane.position = 0
        lane.target.handOutApplied(handOut.responses)
        continue
      }
      const rows = this.applyOne(lane, entry)
      if (rows !== undefined) {
        this.awaitRows(lane, rows)
        return
      }
      lane.position++
      this.markDirty(lane)
      lane.unsealedBytes += entry.data.length
      this.unsealedBytes += entry.data.length
      if (lane.target.state.unsealedVersions >= BATCH_VERSIONS) this.someFull = true
      lane.target.entryApplied(entry)
    }
  }

  private applyOne(lane: Lane, entry: Entry): PendingRows | undefined {
    if (entry.type === 'normal') return lane.target.state.apply(entry)
    lane.target.applyConfChange(entry)
    return undefined
  }

  private markDirty(lane: Lane): void {
    if (lane.dirty) return
    lane.dirty = true
    lane.dirtySince = this.step
    lane.dirtyOrder = ++this.lastDirtyOrder
    this.dirtyLanes.push(lane)
    this.startStep()
  }

  private markClean(lane: Lane): void {
    lane.dirty = false
    this.unsealedBytes -= lane.unsealedBytes
    lane.unsealedBytes = 0
  }

  /** The lane's next entry lacks rows. They may be on their way already. */
  private awaitRows(lane: Lane, rows: PendingRows): void {
    lane.waiting = true
    if (lane.early === 0) this.reader.want(rows, () => this.goOn(lane))
    this.foreseeGathered(lane)
  }

  /** What has gathered was not looked at when it came: mostly nothing is missing. */
  private foreseeGathered(lane: Lane): void {
    lane.foreseenIndex = Math.max(lane.foreseenIndex, lane.target.state.appliedIndex + 1)
    for (const { entries } of lane.handOuts) {
      for (const entry of entries) {
        if (entry.index <= lane.foreseenIndex) continue
        lane.foreseenIndex = entry.index
        if (isNormal(entry)) this.foreseeOne(lane, entry)
      }
    }
  }

  private foreseeOne(lane: Lane, entry: Entry): void {
    const rows = lane.target.state.foresee(entry)
    if (rows === undefined) return
    lane.early++
    this.reader.want(rows, () => {
      lane.early--
      if (lane.waiting) this.goOn(lane)
    })
  }

  private mayGather(lane: Lane, entries: readonly Entry[]): boolean {
    for (const { data } of entries) lane.gatheredBytes += data.length
    return lane.gatheredBytes < GATHERED_BYTES_MAX && entries.every(isNormal)
  }

  private lag(lane: Lane): void {
    if (lane.lags) return
    lane.lags = true
    this.laggards.push(lane)
    this.strideTimer ??= this.options.scheduler.after(STRIDE_MS, () => this.hurry())
  }

  private goOn(lane: Lane): void {
    lane.waiting = false
    if (lane.removed) return
    this.runnable.push(lane)
    this.options.wake()
  }

  private startStep(): void {
    if (this.stepTimer !== undefined || this.closed) return
    this.stepTimer = this.options.scheduler.after(this.options.writeDelayMs / STEPS, () => {
      this.stepTimer = undefined
      this.step++
      this.write()
      if (this.dirtyLanes.length > 0) this.startStep()
    })
  }

  /** Somebody waits for the engine, much has gathered, or no timer will come. */
  private get isUrgent(): boolean {
    const isAwaited = this.waiters.some(({ inHaste }) => inHaste)
    return isAwaited || this.closed || this.unsealedBytes >= this.options.writeBytes
  }

  /** Takes as many of the lanes that are due as make a batch. */
  private takeDueLanes(): Lane[] {
    const { isUrgent } = this
    const dueSince = this.step - STEPS
    const taken: Lane[] = []
    const left: Lane[] = []
    let versions = 0
    this.someFull = false
    for (const lane of this.dirtyLanes) {
      const { unsealedVersions } = lane.target.state
      const isFull = unsealedVersions >= BATCH_VERSIONS
      if (versions < BATCH_VERSIONS && (isUrgent || isFull || lane.dirtySince <= dueSince)) {
        taken.push(lane)
        versions += unsealedVersions
      } else {
        left.push(lane)
        if (isFull) this.someFull = true
      }
    }
    this.dirtyLanes = left
    return taken
  }

  /** Writes the next batch, if anything is due, unless one is in flight: its end looks again. */
  private write(): void {
    if (this.writing) return
    const lanes = this.takeDueLanes()
    if (lanes.length === 0) return
    const batch = new WriteBatch()
    const sequence = ++this.sequence
    for (const lane of lanes) {
      this.markClean(lane)
      // What a snapshot replaces must not be written any more: its rows, `meta` among them, would come over the new ones.
      // Only what it owes to a shard that was split off is: the snapshot waits for that (`caughtUp`).
      if (lane.removed || (lane.held && lane.target.state.owesRows !== true)) continue
      lane.target.state.seal(sequence, batch)
      lane.writingIndex = lane.target.state.sealedIndex
    }
    this.writing = true
    this.bytesSinceCheckpoint += batch.byteSize
    this.engine.write(batch).then(() => this.written(sequence, lanes), this.options.fatal)
  }

  private written(sequence: number, lanes: readonly Lane[]): void {
    this.writing = false
    for (const lane of lanes) {
      if (lane.removed) continue
      lane.writtenIndex = lane.writingIndex
      lane.target.state.written(sequence)
    }
    const oldest = this.dirtyLanes[0]?.dirtyOrder ?? Infinity
    const { waiters } = this
    this.waiters = waiters.filter(({ dirtyOrder }) => dirtyOrder >= oldest)
    for (const { dirtyOrder, done } of waiters) if (dirtyOrder < oldest) done()
    if (this.bytesSinceCheckpoint >= this.options.checkpointBytes) {
      this.checkpoint().catch(this.options.fatal)
    }
    if (this.isUrgent || this.someFull) this.write()
    if (this.runnable.length > 0) this.options.wake()
  }

  private async makeCheckpoint(): Promise<void> {
    this.bytesSinceCheckpoint = 0
    for (const lane of this.lanes.values()) {
      // Most shards sleep most of the time.
      if (lane.durableIndex === lane.target.state.appliedIndex) continue
      lane.target.state.beforeCheckpoint()
      this.markDirty(lane)
    }
    await this.writtenUpToNow(false)
    const written = [...this.lanes.values()].map((lane) => ({ lane, index: lane.writtenIndex }))
    await this.engine.flush()
    for (const { lane, index } of written) {
      if (lane.removed) continue
      lane.durableIndex = index
      // Also where nothing is new: followers may have caught up with what was kept for them.
      lane.target.durablyApplied(index)
    }
  }
}
