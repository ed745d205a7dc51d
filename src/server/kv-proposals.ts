/**
 * A shard leader's way into the log: commands gather in an open batch, the end of the turn closes it into one Raft entry, and
 * apply answers them.
 *
 * Stamps are given when the batch is closed, from the node's hybrid clock, above everything the log holds: a leader begins
 * only when its own no-op is applied, hence everything before it, and merges every commit timestamp before it proposes it
 * (05, "Timestamps").
 *
 * Nothing here refuses a command because of data; that is apply's business, where refusals are logged.
 */
import type { HybridClock } from '../base/hybrid-clock.ts'
import type { KeyspaceId, NodeId, Timestamp } from '../base/ids.ts'
import { timestamp } from '../base/ids.ts'
import type { RawNode } from '../raft/index.ts'
import { encodeBatch } from '../shard/command-codec.ts'
import {
  EVALUATION_VERSION,
  type Batch,
  type Command,
  type KeyspaceRules,
} from '../shard/command.ts'
import type { ShardMachine } from '../shard/machine.ts'
import { refused, type CommandCall, type CommandOutcome } from './calls.ts'
import { ForeseenLocks } from './foreseen-locks.ts'
import { collectKeyspaces, withoutRules, type ShardSettings } from './shard-settings.ts'

/** How far beyond its last stamp a batch promises timestamp reads (05, "Read ceiling"). */
const CEILING_AHEAD_MICROS = 100_000
/** Commands of one entry, at most; keeps one apply step short. */
const BATCH_COMMANDS_MAX = 1024
/**
 * Entries of one shard that may be on their way while another batch gathers. One is enough: what arrives during a round of
 * consensus shares the next entry, so the more callers there are, the more commands an entry carries.
 */
const ENTRIES_UNDER_WAY = 1

const COMMITS_TOO_SLOWLY = refused('OVERLOADED', 'the shard cannot commit fast enough; try again', {
  retryAfterMs: 100,
})

/** Commands that clients send, and whose outcomes are kept. */
const RECORDED: ReadonlySet<Command['kind']> = new Set([
  'write',
  'transact',
  'prepare',
  'delete-range',
])

/** One entry that this leader proposed. */
export interface Proposal {
  readonly index: number
  readonly term: number
  readonly batch: Batch
  readonly calls: readonly CommandCall[]
}

export interface KvProposalsOptions {
  readonly node: RawNode
  readonly machine: ShardMachine
  readonly clock: HybridClock
  readonly settings: () => ShardSettings
  readonly batchBytesMax: number
  /** Of this shard's outcome table. */
  readonly outcomeBytesMax: () => number
  /** The table is full: shard time must move, or nothing in it ever expires. */
  readonly outcomesFull: () => void
  /** A call was refused without reaching the log. */
  readonly dropped: (call: CommandCall) => void
  /** Less is free on the data disk than `diskReserve`. */
  readonly diskFull: () => boolean
  /** Whom to send a caller to when this replica does not lead. */
  readonly leaderNode: () => NodeId | 0
}

export class KvProposals {
  /** Of everything that is open or on its way. */
  readonly locks: ForeseenLocks
  private readonly options: KvProposalsOptions
  private open: CommandCall[] = []
  private openBytes = 0
  /** Smallest ceiling that the next batch must promise. */
  private ceilingWanted = 0
  /** Splits among the open commands. Each is the last of its entry. */
  private splitsOpen = 0
  private splitProposed = false
  private readonly proposed = new Map<number, Proposal>()

  constructor(options: KvProposalsOptions) {
    this.options = options
    this.locks = new ForeseenLocks(options.machine, options.settings)
  }

  get isEmpty(): boolean {
    return this.open.length === 0
  }

  /** Nothing is open, and nothing is on its way. */
  get isIdle(): boolean {
    return this.open.length === 0 && this.proposed.size === 0
  }

  /**
   * From proposing a split until it has applied: nothing else is proposed, and nothing may be answered. The child may be at work
   * elsewhere before it applies here.
   */
  get splitUnderWay(): boolean {
    return this.splitProposed
  }

  /** Whether a prepare is on its way: it may lock something. */
  get carriesPrepares(): boolean {
    const isPrepare = ({ command }: CommandCall): boolean => command.kind === 'prepare'
    for (const { calls } of this.proposed.values()) if (calls.some(isPrepare)) return true
    return this.open.some(isPrepare)
  }

  /** The shard has another range: what has gathered must find its way anew. */
  turnAllAway(outcome: CommandOutcome): void {
    const calls = this.open
    this.open = []
    this.openBytes = 0
    this.splitsOpen = 0
    for (const call of calls) this.drop(call, outcome)
  }

  /** Takes a command for the batch of this turn. The caller has made sure that this replica serves. */
  submit(call: CommandCall): void {
    const { command } = call
    const refusal = this.refusalOf(command)
    if (refusal !== undefined) {
      this.drop(call, refusal)
      return
    }
    if (command.kind === 'commit') this.options.clock.merge(command.at)
    if (command.kind === 'split') this.splitsOpen++
    this.open.push(call)
    this.openBytes += call.bytes.length
    this.locks.proposed(command)
  }

  /** The next batch promises timestamp reads up to `at`, however old its stamp. */
  wantCeiling(at: Timestamp): void {
    this.ceilingWanted = Math.max(this.ceilingWanted, at)
  }

  /** A small batch waits while entries are on their way; a full one goes. */
  get mayPropose(): boolean {
    if (this.splitProposed) return false
    return (
      this.proposed.size < ENTRIES_UNDER_WAY ||
      this.open.length >= BATCH_COMMANDS_MAX ||
      this.openBytes >= this.options.batchBytesMax
    )
  }

  /** Proposes what has gathered, as one entry or, if it is much, several. */
  closeBatch(): void {
    while (this.open.length > 0 && this.mayPropose) {
      this.propose(this.nextCalls())
    }
  }

  /** The proposal behind a committed entry; entries of other leaders have none. */
  take(index: number, term: number): Proposal | undefined {
    const proposal = this.proposed.get(index)
    if (proposal === undefined) return undefined
    this.proposed.delete(index)
    for (const { command } of proposal.calls) this.locks.settled(command)
    if (endsWithSplit(proposal.calls)) this.splitProposed = false
    if (proposal.term === term) return proposal
    // Another leader's entry stands here: ours can never commit any more.
    this.answerAll(proposal.calls, false)
    return undefined
  }

  /** The decoded batch of an entry that this leader proposed. */
  peek(index: number, term: number): Batch | undefined {
    const proposal = this.proposed.get(index)
    return proposal?.term === term ? proposal.batch : undefined
  }

  /** Leadership is lost: nobody here will learn what becomes of the open proposals. */
  abandon(): void {
    const proposals = [...this.proposed.values()]
    const open = this.open
    this.proposed.clear()
    this.locks.clear()
    this.open = []
    this.openBytes = 0
    this.ceilingWanted = 0
    this.splitsOpen = 0
    this.splitProposed = false
    for (const { calls } of proposals) this.answerAll(calls, true)
    this.answerAll(open, false)
  }

  /** What finishes transactions and frees memory always gets through; the rest only while there is room. */
  private refusalOf(command: Command): CommandOutcome | undefined {
    const { kind } = command
    if (!RECORDED.has(kind)) return undefined
    const { machine, outcomeBytesMax, outcomesFull, diskFull } = this.options
    if (machine.outcomeBytes > outcomeBytesMax()) {
      outcomesFull()
      return refused('OVERLOADED', 'the shard remembers as many outcomes as it may; try again', {
        retryAfterMs: 50,
      })
    }
    const frees = kind === 'delete-range' || (kind === 'write' && command.write.op === 'delete')
    if (frees || !diskFull()) return undefined
    return refused(
      'DISK_FULL',
      "the leader's disk is nearly full: free space or add nodes; reads and deletes go on",
      { retryAfterMs: 1000 },
    )
  }

  private drop(call: CommandCall, outcome: CommandOutcome): void {
    this.locks.settled(call.command)
    call.answered(outcome)
    this.options.dropped(call)
  }

  private nextCalls(): CommandCall[] {
    const fits =
      this.open.length <= BATCH_COMMANDS_MAX && this.openBytes <= this.options.batchBytesMax
    if (fits && this.splitsOpen === 0) {
      const all = this.open
      this.open = []
      this.openBytes = 0
      return all
    }
    let bytes = 0
    let count = 0
    while (count < this.open.length && count < BATCH_COMMANDS_MAX) {
      const call = this.open[count]!
      const size = call.bytes.length
      if (count > 0 && bytes + size > this.options.batchBytesMax) break
      bytes += size
      count++
      // What stood behind it in its entry would have no effect.
      if (isSplit(call)) {
        this.splitsOpen--
        break
      }
    }
    this.openBytes -= bytes
    return this.open.splice(0, count)
  }

  private propose(gathered: readonly CommandCall[]): void {
    const { node, clock, machine, settings } = this.options
    const known = settings()
    const { limits, keyspaces } = known
    const named = new Set<KeyspaceId>()
    for (const { command } of gathered) collectKeyspaces(command, named)
    const rules: KeyspaceRules[] = []
    let calls = gathered
    for (const id of named) {
      const rule = keyspaces.get(id)
      if (rule !== undefined) rules.push(rule)
      else if (!known.wasDropped(id)) calls = this.turnAway(calls, id)
    }
    if (calls.length === 0) return
    const stamp = clock.reserve(calls.length)
    const ceiling = Math.max(stamp + calls.length + CEILING_AHEAD_MICROS, this.ceilingWanted)
    const batch: Batch = {
      stamp,
      ceiling: timestamp(ceiling),
      rangeEpoch: machine.descriptor.epoch.range,
      evaluationVersion: EVALUATION_VERSION,
      limits,
      keyspaces: rules,
      commands: calls.map(({ command }) => command),
    }
    const result = node.propose(
      encodeBatch(
        batch,
        calls.map(({ bytes }) => bytes),
      ),
    )
    if (typeof result === 'object') {
      this.ceilingWanted = 0
      this.proposed.set(result.index, { ...result, batch, calls })
      if (endsWithSplit(calls)) this.splitProposed = true
      return
    }
    const outcome = result === 'uncommitted-limit' ? COMMITS_TOO_SLOWLY : this.notLeader(false)
    for (const call of calls) this.drop(call, outcome)
  }

  /** Apply would refuse for good what this node only has not heard of yet. Returns the other calls. */
  private turnAway(calls: readonly CommandCall[], keyspace: KeyspaceId): readonly CommandCall[] {
    const outcome = withoutRules(this.options.settings(), keyspace)
    return calls.filter((call) => {
      const named = new Set<KeyspaceId>()
      collectKeyspaces(call.command, named)
      if (named.has(keyspace)) this.drop(call, outcome)
      return !named.has(keyspace)
    })
  }

  private answerAll(calls: readonly CommandCall[], maybeLogged: boolean): void {
    if (calls.length === 0) return
    const outcome = this.notLeader(maybeLogged)
    for (const call of calls) call.answered(outcome)
  }

  private notLeader(maybeLogged: boolean) {
    return refused('NOT_LEADER', 'the shard has another leader', {
      leader: this.options.leaderNode(),
      maybeLogged,
    })
  }
}

function isSplit({ command }: CommandCall): boolean {
  return command.kind === 'split'
}

function endsWithSplit(calls: readonly CommandCall[]): boolean {
  const last = calls[calls.length - 1]
  return last !== undefined && isSplit(last)
}
