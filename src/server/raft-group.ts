/**
 * One replica on this node: a Raft core and the state machine behind it. The driver calls it; it knows nothing of sockets,
 * files and timers.
 */
import type { NodeId, ReplicaId, ShardId } from '../base/ids.ts'
import type { RawNode, ReadState } from '../raft/index.ts'
import type { Entry } from '../raft/messages.ts'
import type { ReplicatedState } from './replicated-state.ts'

/** What makes one kind of replica (key-value shard, placement) different from another, to the driver. */
export interface Replica {
  readonly shard: ShardId
  readonly replica: ReplicaId
  readonly node: RawNode
  readonly state: ReplicatedState
  /** Where a member of the group lives; undefined = unknown (yet). */
  nodeOf(replica: ReplicaId): NodeId | undefined
  /** The turn ends: propose what has gathered. */
  closeBatch(): void
  /** Role, term or known leader changed. */
  roleChanged(): void
  /** A quorum confirmed these read-index rounds. */
  readsConfirmed(states: readonly ReadState[]): void
  /** An entry was applied; callers that waited for the applied index may go on. */
  applied(entry: Entry): void
  /** A committed membership change takes effect, in the core and in the state machine. */
  applyConfChange(entry: Entry): void
  /** Once a tick, after the core's own; not while the shard sleeps. */
  tick(nowMs: number): void
  /**
   * Whether the shard may sleep, for all that this replica, its leader, knows: nothing here waits for time to pass, and nobody
   * has asked for anything since the last call.
   */
  mayRest(): boolean
  /**
   * As a leader: the time up to which it will stamp nothing any more, from now on; complete with the last entry of its log (05,
   * "Closed timestamps"). 0 = none.
   */
  closesUpTo(): number
  /** The leader has closed the time up to `at`, complete with entry `index`. */
  leaderClosed(at: number, index: number): void
  /** Everything up to this index is durable in the engine: the log may be cut behind it. */
  durablyApplied(index: number): void
  /** The replica leaves this node or the node stops: answer whoever waits. */
  close(): void
}
