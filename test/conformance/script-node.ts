/** One node of the simulated cluster: a core, what it has persisted, and its two work queues. */
import { replicaId, type ReplicaId } from '../../src/base/ids.ts'
import { SeededRandom } from '../../src/base/random.ts'
import {
  APPEND_THREAD,
  APPLY_THREAD,
  decodeConfChange,
  RawNode,
  type ConfState,
  type Entry,
  type Message,
  type Snapshot,
} from '../../src/raft/index.ts'
import { MemoryStorage, NO_CONF } from '../raft/memory-storage.ts'
import type { Output } from './output.ts'
import { showMessage, showReady } from './render.ts'

export interface ScriptNodeOptions {
  readonly confState: ConfState
  /** 0: not bootstrapped. */
  readonly index: number
  readonly content: string
  readonly inflight: number
  readonly preVote: boolean
  readonly checkQuorum: boolean
  readonly asyncStorageWrites: boolean
  readonly stepDownOnRemoval: boolean
  readonly disableConfChangeValidation: boolean
  readonly readMode: 'lease' | 'read-index'
  readonly maxCommittedBytesPerReady: number
}

export class ScriptNode {
  readonly id: ReplicaId
  readonly raft: RawNode
  readonly storage = new MemoryStorage()
  readonly appendWork: Message[] = []
  readonly applyWork: Message[] = []
  private readonly snapshots: Snapshot[] = []
  private readonly output: Output
  private readonly isAsync: boolean

  constructor(id: number, options: ScriptNodeOptions, output: Output) {
    this.id = replicaId(id)
    this.output = output
    this.isAsync = options.asyncStorageWrites
    this.bootstrap(options)
    this.storage.newestSnapshot = () => this.newestSnapshot
    this.raft = new RawNode(
      {
        id: this.id,
        electionTicks: 3,
        heartbeatTicks: 1,
        preVote: options.preVote,
        checkQuorum: options.checkQuorum,
        readMode: options.readMode,
        asyncStorageWrites: options.asyncStorageWrites,
        maxMessageBytes: Infinity,
        maxInflightMessages: options.inflight,
        maxInflightBytes: Infinity,
        maxUncommittedBytes: Infinity,
        maxCommittedBytesPerReady: options.maxCommittedBytesPerReady,
        stepDownOnRemoval: options.stepDownOnRemoval,
        lazyCommitNotice: false,
        coalescedHeartbeats: false,
        compareCommits: false,
        // The scripts show etcd's messages, where a request for a vote does not wait for the disk.
        requestVotesAtOnce: true,
        disableConfChangeValidation: options.disableConfChangeValidation,
        applied: options.index,
        // Scripts know ticks only: no promise by real time.
        electionTimeoutMs: 0,
        leaseMarginMs: 0,
        voteAfterStartWait: false,
        random: new SeededRandom(id),
        trace: output,
      },
      this.storage,
    )
  }

  get newestSnapshot(): Snapshot {
    return this.snapshots[this.snapshots.length - 1]!
  }

  /** Takes and prints a Ready and does its work. Returns what goes to the mailbox. */
  handleReady(): readonly Message[] {
    const ready = this.raft.ready()
    this.output.write(showReady(ready))
    if (!this.isAsync) {
      if (ready.hardState !== undefined) this.storage.hardState = ready.hardState
      if (ready.snapshot !== undefined) this.storage.install(ready.snapshot)
      else this.storage.append(ready.entries)
      this.apply(ready.committedEntries)
    }
    const mail: Message[] = []
    for (const message of ready.messages) {
      if (message.to === APPEND_THREAD) this.appendWork.push(message)
      else if (message.to === APPLY_THREAD) this.applyWork.push(message)
      else mail.push(message)
    }
    if (!this.isAsync) this.raft.advance()
    return mail
  }

  /** Does one job of a storage thread. Returns its responses. */
  processAppend(): readonly Message[] {
    const work = this.appendWork.shift()
    if (work === undefined) return this.nothing('no append work to perform')
    this.processing(work)
    const { term, vote, commit } = work
    if (term !== 0 || vote !== 0 || commit !== 0) this.storage.hardState = { term, vote, commit }
    if (work.snapshot !== undefined) this.storage.install(work.snapshot)
    else this.storage.append(work.entries)
    return this.respond(work)
  }

  /** Does one job of a storage thread. Returns its responses. */
  processApply(): readonly Message[] {
    const work = this.applyWork.shift()
    if (work === undefined) return this.nothing('no apply work to perform')
    this.processing(work)
    this.apply(work.entries)
    return this.respond(work)
  }

  private bootstrap({ confState, index, content }: ScriptNodeOptions): void {
    if (index === 0) {
      this.snapshots.push({ index: 0, term: 0, confState: NO_CONF, data: Buffer.alloc(0) })
      return
    }
    const snapshot = { index, term: 1, confState, data: Buffer.from(content) }
    this.storage.install(snapshot)
    this.snapshots.push(snapshot)
  }

  private apply(entries: readonly Entry[]): void {
    for (const entry of entries) {
      const previous = this.newestSnapshot
      const isNormal = entry.type === 'normal'
      this.snapshots.push({
        index: entry.index,
        term: entry.term,
        confState: isNormal
          ? previous.confState
          : this.raft.applyConfChange(decodeConfChange(entry.data)),
        data: isNormal ? Buffer.concat([previous.data, entry.data]) : previous.data,
      })
    }
  }

  private processing(work: Message): void {
    this.output.write(`Processing:\n${showMessage({ ...work, responses: [] })}\n`)
  }

  private respond({ responses }: Message): readonly Message[] {
    this.output.write('Responses:\n')
    for (const response of responses) this.output.write(`${showMessage(response)}\n`)
    return responses
  }

  private nothing(text: string): readonly Message[] {
    this.output.write(`${text}\n`)
    return []
  }
}
