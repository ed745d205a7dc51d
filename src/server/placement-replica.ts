/**
 * A replica of the placement group, shard 0. Its state is small and changes rarely, so it lives in memory whole; only
 * checkpoints write it to the engine, as one row, and a restart replays the log from there.
 */
import { RingKvError } from '../base/errors.ts'
import { PLACEMENT_SHARD, type NodeId, type ReplicaId } from '../base/ids.ts'
import type { Entry, RawNode, Snapshot } from '../raft/index.ts'
import {
  decodeCommand,
  encodeCommand,
  type PlacementCommand,
  type PlacementReply,
} from '../placement/command.ts'
import { PlacementMachine } from '../placement/machine.ts'
import type { MapDelta } from '../placement/view.ts'
import type { WriteBatch } from '../storage/write-batch.ts'
import { encodePlacementRow, PLACEMENT_ROW_KEY } from './placement-row.ts'
import type { Replica } from './raft-group.ts'
import type { ReplicatedState } from './replicated-state.ts'

export interface PlacementReplicaOptions {
  readonly node: RawNode
  readonly machine: PlacementMachine
  /** Applied position that `machine` was restored at. */
  readonly appliedIndex: number
  readonly appliedTerm: number
  /** Members by replica id; of a founding group replica ids are node ids. */
  readonly nodeOf: (replica: ReplicaId) => NodeId | undefined
  readonly wake: () => void
  readonly durablyApplied: (index: number) => void
  /** A command changed something that gateways must learn. */
  readonly changed: (delta: MapDelta) => void
}

/** What became of a proposal. `undefined`: this replica does not lead, or lost the lead meanwhile. */
export type ProposalOutcome = PlacementReply | undefined

interface Proposal {
  readonly term: number
  readonly done: (outcome: ProposalOutcome) => void
}

export class PlacementReplica implements Replica, ReplicatedState {
  readonly shard = PLACEMENT_SHARD
  readonly replica: ReplicaId
  readonly node: RawNode
  readonly machine: PlacementMachine
  appliedIndex: number
  /** Rows reflect this index. */
  sealedIndex: number
  /** The node acts on the map as soon as it hears of it. */
  readonly mayLag = false
  /** It is one row, however much has changed. */
  readonly unsealedVersions = 1
  private appliedTerm: number
  private readonly options: PlacementReplicaOptions
  private readonly proposals = new Map<number, Proposal>()
  private checkpointDue = false
  private ledTerm = 0

  constructor(options: PlacementReplicaOptions) {
    this.options = options
    this.node = options.node
    this.machine = options.machine
    this.replica = options.node.id
    this.appliedIndex = this.sealedIndex = options.appliedIndex
    this.appliedTerm = options.appliedTerm
  }

  get state(): ReplicatedState {
    return this
  }

  /** Leads, and has applied an entry of its term. */
  get serving(): boolean {
    return this.node.isLeader && this.appliedTerm === this.node.term
  }

  /** Everything that its log holds is applied. */
  get isCurrent(): boolean {
    return this.appliedIndex === this.node.lastIndex
  }

  get leaderNode(): NodeId | undefined {
    const { leader } = this.node
    return leader === 0 ? undefined : this.nodeOf(leader)
  }

  nodeOf(replica: ReplicaId): NodeId | undefined {
    return this.options.nodeOf(replica)
  }

  /** Logs a command. Resolves when it is applied here. */
  propose(command: PlacementCommand): Promise<ProposalOutcome> {
    if (!this.serving) return Promise.resolve(undefined)
    const result = this.node.propose(encodeCommand(command))
    if (typeof result !== 'object') return Promise.resolve(undefined)
    this.options.wake()
    return new Promise((done) => this.proposals.set(result.index, { term: result.term, done }))
  }

  /** The whole state, for a follower that fell behind the log. */
  snapshot(): Snapshot {
    const { appliedIndex: index, appliedTerm: term, node } = this
    return { index, term, confState: node.confState, data: this.row() }
  }

  closesUpTo(): number {
    // Placement has no versions to read in the past.
    return 0
  }

  leaderClosed(): void {
    // Never said of this group.
  }

  closeBatch(): void {
    // Commands are proposed one by one.
  }

  roleChanged(): void {
    const leadsTerm = this.node.isLeader ? this.node.term : 0
    if (this.ledTerm !== 0 && this.ledTerm !== leadsTerm) this.abandon()
    this.ledTerm = leadsTerm
  }

  readsConfirmed(): void {
    throw new RingKvError('INTERNAL', 'the placement group asks for no read rounds')
  }

  applied(): void {
    // Callers are answered from `apply`.
  }

  tick(): void {
    // The placement controller has its own timer.
  }

  mayRest(): boolean {
    // Its leader answers for the whole cluster and must notice by itself when it is deposed.
    return false
  }

  durablyApplied(index: number): void {
    this.options.durablyApplied(index)
  }

  close(): void {
    this.abandon()
  }

  foresee(): undefined {
    return undefined
  }

  apply(entry: Entry): undefined {
    this.appliedIndex = entry.index
    this.appliedTerm = entry.term
    const proposal = this.proposals.get(entry.index)
    this.proposals.delete(entry.index)
    if (entry.data.length > 0) {
      const { reply, changes } = this.machine.apply(entry.index, decodeCommand(entry.data))
      if (changes.version !== changes.since) this.options.changed(changes)
      proposal?.done(proposal.term === entry.term ? reply : undefined)
    }
  }

  applyConfChange(entry: Entry): void {
    throw new RingKvError('INTERNAL', `membership of placement changed at ${entry.index}`)
  }

  seal(_sequence: number, batch: WriteBatch): void {
    if (!this.checkpointDue) return
    this.checkpointDue = false
    this.sealedIndex = this.appliedIndex
    batch.put(PLACEMENT_ROW_KEY, this.row())
  }

  written(): void {
    // Nothing is kept for the engine.
  }

  beforeCheckpoint(): void {
    this.checkpointDue = true
  }

  private row(): Buffer {
    return encodePlacementRow({
      appliedIndex: this.appliedIndex,
      appliedTerm: this.appliedTerm,
      members: this.node.confState.voters,
      snapshot: this.machine.toSnapshot(),
    })
  }

  private abandon(): void {
    const proposals = [...this.proposals.values()]
    this.proposals.clear()
    for (const { done } of proposals) done(undefined)
  }
}
