/**
 * How nodes talk to each other, as the server sees it. The real transport is gRPC (grpc-transport.ts); the simulator puts a
 * network of its own behind the same interface. Messages may be lost, delayed, doubled and reordered between
 * reconnections: nothing above relies on more.
 *
 * Nothing here blocks. What cannot be sent within the bounds of a queue is dropped (Raft, which repairs itself) or
 * refused at once (`forward`).
 */
import type { NodeId, ReplicaId, ShardId, Timestamp } from '../base/ids.ts'
import type { ConfState, Message } from '../raft/messages.ts'
import type { KeyspaceUse } from '../shard/usage.ts'

export interface RaftEnvelope {
  readonly shard: ShardId
  readonly message: Message
}

/**
 * Heartbeats, or answers to them, in columns: the elements at one place of all lists belong together. Replica ids, terms and
 * rounds as in the messages that they stand for. All lists have one length, but that answers leave the last two empty.
 */
export interface HeartbeatColumns {
  readonly shards: readonly ShardId[]
  readonly from: readonly ReplicaId[]
  readonly to: readonly ReplicaId[]
  readonly terms: readonly number[]
  /** 0 in answers. */
  readonly commits: readonly number[]
  /** 0 in an answer that was not asked for: it only says that somebody is awake. */
  readonly rounds: readonly number[]
  /** Heartbeat: the shard may sleep. Answer: it does. */
  readonly asleep: readonly boolean[]
  /** What the leader has closed, microseconds; 0 = nothing (05, "Closed timestamps"). */
  readonly closed: readonly number[]
  /** The entry with which that is complete. */
  readonly closedIndexes: readonly number[]
}

/** What one node says to another at every heartbeat interval, even where there are no shards to speak of. */
export interface NodeBeat {
  /** Of the sender's process. */
  readonly bootId: string
  readonly heartbeats: HeartbeatColumns
  readonly answers: HeartbeatColumns
}

/** One request of a gateway to a shard leader on another node. Exactly one of `command` and `read` is set. */
export interface ForwardRequest {
  readonly shard: ShardId
  readonly rangeEpoch: number
  readonly timeoutMs: number
  /** Bytes of `encodeCommand`. */
  readonly command: Uint8Array | undefined
  /** Bytes of `encodeRead`. */
  readonly read: Uint8Array | undefined
  /** Only a recorded answer counts: the leader must not refuse outside the log (05, "When an answer is final"). */
  readonly log: boolean
}

export type ForwardAnswer =
  | { readonly kind: 'reply'; readonly reply: Uint8Array }
  | { readonly kind: 'read-reply'; readonly reply: Uint8Array }
  | {
      readonly kind: 'error'
      /** Wire number of the code, see `ERROR_TABLE`. */
      readonly code: number
      readonly message: string
      readonly retryAfterMs: number
      /** With NOT_LEADER: who leads, 0 = unknown. */
      readonly leader: NodeId
      /** Whether the command may have entered the log all the same. */
      readonly maybeLogged: boolean
    }

export interface SnapshotHeader {
  readonly index: number
  readonly term: number
  readonly confState: ConfState
  readonly meta: Uint8Array
  /** The first chunk that comes, counted from 0: the receiver has those before it. */
  readonly firstChunk: number
}

export interface SnapshotRequest {
  readonly shard: ShardId
  readonly replica: ReplicaId
  /** A transfer that broke off: the index of that snapshot, and how many of its chunks have come. */
  readonly resume: { readonly index: number; readonly chunks: number } | undefined
}

/**
 * A snapshot as it arrives: the header, then chunks of encoded rows, each as the sender made it; checksums are verified by
 * the transport.
 */
export interface SnapshotSource {
  readonly header: SnapshotHeader
  readonly chunks: AsyncIterable<Uint8Array>
}

export interface ShardReport {
  readonly shard: ShardId
  readonly leading: boolean
  readonly term: number
  readonly appliedIndex: number
  readonly approximateBytes: number
  readonly configEpoch: number
  readonly rangeEpoch: number
  /** What each keyspace has in the shard; empty unless leading. */
  readonly usage: readonly KeyspaceUse[]
}

export interface NodeHeartbeat {
  readonly node: NodeId
  /** Of the node's data directory: made once, so that a wiped node cannot pass for its former self. */
  readonly identity: string
  readonly address: string
  /** Where metrics and health are served; empty = nowhere. */
  readonly httpAddress: string
  readonly labels: Readonly<Record<string, string>>
  readonly capacity: number
  readonly version: string
  readonly bootId: string
  readonly diskFreeBytes: number
  readonly diskTotalBytes: number
  readonly memoryBytes: number
  readonly uptimeSeconds: number
  readonly shards: readonly ShardReport[]
  readonly full: boolean
  /** How far this node's wall clock is ahead of that of the node asked, milliseconds; undefined = not measured. */
  readonly clockOffsetMs: number | undefined
}

export interface HeartbeatAnswer {
  readonly notLeader: boolean
  readonly leader: NodeId
  readonly wantFull: boolean
  /** The answering node's copy of the placement log is applied to its end, or it never had one. */
  readonly certain: boolean
  /** Of the data directory under which the answering node knows the asking one; empty = it does not know it. */
  readonly identity: string
  /** The answering node's wall clock, microseconds since 1970. */
  readonly wallMicros: number
  /** Nodes whose clocks are too far from the others' to lead; only from the placement leader. */
  readonly skewedNodes: readonly NodeId[]
  /** Version of the cluster's map; only from the placement leader. */
  readonly mapVersion: number
}

/** What the placement leader has heard of nodes and shards, for lists. */
export interface ClusterReports {
  /** The node asked does not lead placement, and has nothing to say. */
  readonly notLeader: boolean
  /** Who leads placement; 0 = unknown. */
  readonly leader: NodeId
  readonly nodes: readonly NodeReport[]
  readonly shards: readonly ShardSize[]
}

type NodeReport = Pick<
  NodeHeartbeat,
  'node' | 'diskFreeBytes' | 'diskTotalBytes' | 'memoryBytes' | 'uptimeSeconds'
>

type ShardSize = Pick<ShardReport, 'shard' | 'approximateBytes' | 'usage'>

export interface MapUpdate {
  readonly version: number
  /** Encoded placement delta; empty = none. */
  readonly delta: Uint8Array
  readonly leaders: readonly {
    readonly shard: ShardId
    readonly leader: NodeId
    readonly term: number
  }[]
}

export interface PlacementAnswer {
  readonly reply: Uint8Array
  readonly notLeader: boolean
  readonly leader: NodeId
}

/** What a node does with what arrives from other nodes. Handlers must not throw. */
export interface NodeHandlers {
  /** Hybrid clock reading that came with any frame. */
  clockReading(reading: Timestamp): void
  raft(from: NodeId, envelopes: readonly RaftEnvelope[]): void
  beat(from: NodeId, beat: NodeBeat): void
  /** The stream from this peer broke or its boot id changed: it may be dead. */
  peerLost(peer: NodeId): void
  /** Answers by `respond`, once, now or later. */
  forward(from: NodeId, request: ForwardRequest, respond: (answer: ForwardAnswer) => void): void
  snapshot(request: SnapshotRequest): Promise<SnapshotSource>
  heartbeat(heartbeat: NodeHeartbeat): HeartbeatAnswer
  /** Calls `push` for every change until `cancelled` is aborted. */
  watchMap(since: number, push: (update: MapUpdate) => void, cancelled: AbortSignal): void
  proposePlacement(command: Uint8Array): Promise<PlacementAnswer>
  reports(): ClusterReports
}

/** How a node reaches the others. Peers are known by address; addresses may change. */
export interface Transport {
  /** Where a node can be reached; call again when it moves. Unknown peers cannot be sent to. */
  setPeer(node: NodeId, address: string): void
  /** Queues for the peer's next frame; sent at the end of this turn. Dropped when the peer is unreachable. */
  sendRaft(to: NodeId, envelope: RaftEnvelope): void
  /** As `sendRaft`. The beat must not change afterwards. */
  sendBeat(to: NodeId, beat: NodeBeat): void
  /**
   * Sends one request; `done` is called exactly once, at the latest `timeoutMs` from now. On a broken stream the answer is
   * an `error` NO_QUORUM with `maybeLogged` set if the frame may have left.
   */
  forward(to: NodeId, request: ForwardRequest, done: (answer: ForwardAnswer) => void): void
  fetchSnapshot(from: NodeId, request: SnapshotRequest): Promise<SnapshotSource>
  heartbeat(to: NodeId, heartbeat: NodeHeartbeat): Promise<HeartbeatAnswer>
  proposePlacement(to: NodeId, command: Uint8Array): Promise<PlacementAnswer>
  /** Rejects when the node does not answer in time. */
  reports(to: NodeId): Promise<ClusterReports>
  /** Ends (rejects or returns) when the stream breaks; the caller dials again, perhaps elsewhere. */
  watchMap(
    from: NodeId,
    since: number,
    onUpdate: (update: MapUpdate) => void,
    cancelled: AbortSignal,
  ): Promise<void>
}
