/** One replica under test with synchronous storage: messages in, messages out, everything in between done at once. */
import { replicaId, type ReplicaId } from '../../src/base/ids.ts'
import { SeededRandom } from '../../src/base/random.ts'
import { silentTrace } from '../../src/base/trace.ts'
import {
  decodeConfChange,
  message,
  RawNode,
  type ConfState,
  type Entry,
  type Message,
  type MessageType,
  type RaftConfig,
  type ReadState,
} from '../../src/raft/index.ts'
import { MemoryStorage, NO_CONF } from './memory-storage.ts'

export const ELECTION_TICKS = 10
export const TICK_MS = 10

export function testConfig(id: number, overrides: Partial<RaftConfig> = {}): RaftConfig {
  return {
    id: replicaId(id),
    electionTicks: ELECTION_TICKS,
    heartbeatTicks: 1,
    preVote: false,
    checkQuorum: false,
    readMode: 'read-index',
    asyncStorageWrites: false,
    maxMessageBytes: 1 << 20,
    maxInflightMessages: 256,
    maxInflightBytes: Infinity,
    maxUncommittedBytes: Infinity,
    maxCommittedBytesPerReady: Infinity,
    stepDownOnRemoval: true,
    lazyCommitNotice: false,
    coalescedHeartbeats: false,
    compareCommits: true,
    requestVotesAtOnce: false,
    disableConfChangeValidation: false,
    applied: 0,
    electionTimeoutMs: ELECTION_TICKS * TICK_MS,
    leaseMarginMs: TICK_MS,
    voteAfterStartWait: false,
    random: new SeededRandom(id),
    trace: silentTrace,
    ...overrides,
  }
}

export function conf(fields: { [Field in keyof ConfState]?: unknown }): ConfState {
  return { ...NO_CONF, ...fields } as ConfState
}

/** An entry with one or more bytes of data. */
export function entry(term: number, index: number, data = `${term}/${index}`): Entry {
  return { term, index, type: 'normal', data: Buffer.from(data) }
}

/** Entries from index 1 on with these terms. */
export function log(...terms: number[]): Entry[] {
  return terms.map((term, i) => entry(term, i + 1))
}

export interface TestReplicaOptions {
  readonly id?: number
  readonly conf?: ConfState
  readonly entries?: readonly Entry[]
  readonly term?: number
  readonly vote?: number
  readonly commit?: number
  readonly config?: Partial<RaftConfig>
}

export class TestReplica {
  readonly id: ReplicaId
  readonly storage = new MemoryStorage()
  readonly node: RawNode
  readonly applied: Entry[] = []
  readonly reads: ReadState[] = []
  nowMs = 0

  /** By default replica 1 of the voters 1, 2 and 3, with an empty log. */
  constructor(options: TestReplicaOptions = {}) {
    this.id = replicaId(options.id ?? 1)
    this.storage.confState = options.conf ?? conf({ voters: [1, 2, 3] })
    this.storage.append(options.entries ?? [])
    const { term, vote = 0, commit = 0 } = options
    this.storage.hardState = {
      term: term ?? options.entries?.at(-1)?.term ?? 0,
      vote: replicaId(vote),
      commit,
    }
    this.node = new RawNode(testConfig(this.id, options.config), this.storage)
  }

  /** Does all work there is. Returns the messages for others, in order. */
  drain(): Message[] {
    const sent: Message[] = []
    while (this.node.hasReady()) sent.push(...this.drainOnce())
    return sent
  }

  /** Steps a message from `from` (at its term or, by default, the own one) and does the work that follows. */
  receive(type: MessageType, from: number, fields: Partial<Message> = {}): Message[] {
    this.give(type, from, fields)
    return this.drain()
  }

  /** As `receive`, without doing the work. */
  give(type: MessageType, from: number, fields: Partial<Message> = {}): void {
    this.node.step(
      message(type, { from: replicaId(from), to: this.id, term: this.node.term, ...fields }),
      this.nowMs,
    )
  }

  /** Asynchronous storage: does the work of one storage message and steps the answers to this replica. */
  finish(work: Message): void {
    const { term, vote, commit } = work
    if (term !== 0 || vote !== 0 || commit !== 0) this.storage.hardState = { term, vote, commit }
    if (work.snapshot !== undefined) this.storage.install(work.snapshot)
    if (work.type === 'MsgStorageAppend') this.storage.append(work.entries)
    for (const response of work.responses) {
      if (response.to === this.id) this.node.step(response, this.nowMs)
    }
  }

  tick(count = 1): Message[] {
    for (let i = 0; i < count; i++) {
      this.nowMs += TICK_MS
      this.node.tick(this.nowMs)
    }
    return this.drain()
  }

  /** Campaigns and gets the votes of `voters`. The entry that begins the term is sent but acknowledged by nobody. */
  lead(...voters: number[]): Message[] {
    this.node.campaign(this.nowMs)
    const sent = this.drain()
    for (const voter of voters) sent.push(...this.receive('MsgVoteResp', voter))
    return sent
  }

  /** Leads, with the first entry of the term committed by `voters`. */
  leadAndCommit(...voters: number[]): Message[] {
    const sent = this.lead(...voters)
    const index = this.node.lastIndex
    for (const voter of voters) sent.push(...this.receive('MsgAppResp', voter, { index }))
    return sent
  }

  /** Does the work of one Ready. Returns its messages for others. */
  drainOnce(): readonly Message[] {
    const ready = this.node.ready()
    if (ready.hardState !== undefined) this.storage.hardState = ready.hardState
    if (ready.snapshot !== undefined) this.storage.install(ready.snapshot)
    this.storage.append(ready.entries)
    this.reads.push(...ready.readStates)
    for (const committed of ready.committedEntries) {
      this.applied.push(committed)
      if (committed.type === 'normal') continue
      this.storage.confState = this.node.applyConfChange(decodeConfChange(committed.data))
    }
    this.node.advance()
    return ready.messages
  }
}

/** The messages of one type. */
export function ofType(messages: readonly Message[], type: MessageType): Message[] {
  return messages.filter((sent) => sent.type === type)
}
