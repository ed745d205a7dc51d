/**
 * A replica with asynchronous storage that can crash at any time: what was handed out and not yet written is lost, what
 * was written stays, and the state machine comes back as of its last flush.
 */
import assert from 'node:assert/strict'
import type { ReplicaId } from '../../src/base/ids.ts'
import {
  APPEND_THREAD,
  APPLY_THREAD,
  decodeConfChange,
  RawNode,
  type ConfState,
  type Entry,
  type Message,
  type RaftConfig,
  type ReadState,
  type Snapshot,
} from '../../src/raft/index.ts'
import { MemoryStorage } from './memory-storage.ts'

/** What the state machine stands for: everything up to `applied`. */
interface Machine {
  readonly applied: number
  readonly term: number
  readonly confState: ConfState
}

export interface SimObserver {
  /** An entry is durable on some replica; `previousTerm` is undefined where that is not known. */
  stored(entry: Entry, previousTerm: number | undefined): void
  applied(entry: Entry): void
  read(replica: SimReplica, read: ReadState): void
}

export class SimReplica {
  readonly id: ReplicaId
  readonly storage = new MemoryStorage()
  node: RawNode | undefined
  private readonly observer: SimObserver
  private appends: Message[] = []
  private applies: Message[] = []
  private machine: Machine
  private flushed: Machine

  /** Begins with `origin` installed; index 0 stands for a replica that knows nothing yet. */
  constructor(id: ReplicaId, origin: Snapshot, observer: SimObserver) {
    this.id = id
    this.observer = observer
    const { index, term, confState } = origin
    this.machine = { applied: index, term, confState }
    this.flushed = this.machine
    this.storage.install(origin)
    this.storage.newestSnapshot = (): Snapshot => ({
      index: this.machine.applied,
      term: this.machine.term,
      confState: this.machine.confState,
      data: Buffer.alloc(0),
    })
  }

  start(config: RaftConfig): void {
    this.machine = this.flushed
    this.storage.confState = this.flushed.confState
    this.node = new RawNode({ ...config, applied: this.flushed.applied }, this.storage)
  }

  crash(): void {
    this.node = undefined
    this.appends = []
    this.applies = []
  }

  /** Takes all Readys. Returns the messages that may leave at once. */
  drain(): readonly Message[] {
    const { node } = this
    const sent: Message[] = []
    while (node?.hasReady() === true) {
      const ready = node.ready()
      for (const read of ready.readStates) this.observer.read(this, read)
      for (const message of ready.messages) {
        if (message.to === APPEND_THREAD) this.appends.push(message)
        else if (message.to === APPLY_THREAD) this.applies.push(message)
        else sent.push(message)
      }
    }
    return sent
  }

  /** Writes what was handed out first. Returns the messages that waited for it. */
  processAppend(nowMs: number): readonly Message[] {
    const work = this.appends.shift()
    if (work === undefined) return []
    const { term, vote, commit, snapshot } = work
    if (term !== 0 || vote !== 0 || commit !== 0) this.storage.hardState = { term, vote, commit }
    if (snapshot !== undefined) {
      this.storage.install(snapshot)
      this.machine = {
        applied: snapshot.index,
        term: snapshot.term,
        confState: snapshot.confState,
      }
      this.flushed = this.machine
    }
    this.storage.append(work.entries)
    for (const entry of work.entries) {
      const previous = this.storage.term(entry.index - 1)
      this.observer.stored(entry, typeof previous === 'number' ? previous : undefined)
    }
    return this.answer(work, nowMs)
  }

  /** Applies what was handed out first. */
  processApply(nowMs: number): void {
    const work = this.applies.shift()
    if (work === undefined) return
    for (const entry of work.entries) {
      // A snapshot may have gone past what was handed out before it.
      if (entry.index <= this.machine.applied) continue
      assert.equal(entry.index, this.machine.applied + 1, 'entries are applied in order')
      this.observer.applied(entry)
      const confState =
        entry.type === 'normal'
          ? this.machine.confState
          : this.node!.applyConfChange(decodeConfChange(entry.data))
      this.machine = { applied: entry.index, term: entry.term, confState }
    }
    this.answer(work, nowMs)
  }

  get appliedIndex(): number {
    return this.machine.applied
  }

  /** As the state machine knows it. */
  get confState(): ConfState {
    return this.machine.confState
  }

  /** On disk or on the way there. */
  hasConfChangeAfter(index: number): boolean {
    const written = this.appends.flatMap(({ entries }) => entries)
    return [...this.storage.entriesStored, ...written].some(
      (entry) => entry.type !== 'normal' && entry.index > index,
    )
  }

  flush(): void {
    this.flushed = this.machine
  }

  /** Drops the part of the log that the flushed state machine stands for, but for `keep` entries. */
  compact(keep: number): void {
    const index = this.flushed.applied - keep
    if (index > 0) this.storage.compact(index)
  }

  private answer(work: Message, nowMs: number): readonly Message[] {
    const others: Message[] = []
    for (const response of work.responses) {
      if (response.to === this.id) this.node!.step(response, nowMs)
      else others.push(response)
    }
    return others
  }
}
