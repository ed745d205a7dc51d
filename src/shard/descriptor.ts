/**
 * A shard's descriptor: who it is, which tokens it owns, where its replicas are, and as of when. The shard's own
 * replicated state holds the truth; placement and gateways hold copies that may trail, told apart by the epoch.
 *
 * Descriptors are plain immutable JSON. Invariants (checked by `descriptorProblem` at every edge): the range is not
 * empty and does not wrap; replica ids are unique and below `nextReplica`, which never falls, so no id is used twice
 * in a shard's life (02, "Replica ids"); a node holds at most one replica of a shard.
 */
import type { NodeId, ReplicaId, ShardId, Token } from '../base/ids.ts'
import { TOKEN_END } from '../base/ids.ts'
import { shown } from '../base/shown.ts'

/** Half-open token range `[start, end)`; `end` goes up to 2^32, so that ranges never wrap. */
export interface TokenRange {
  readonly start: number
  readonly end: number
}

/** Both counters only rise: `config` with every membership change, `range` with every split. */
export interface Epoch {
  readonly config: number
  readonly range: number
}

/** Ids and epoch counters stay below 2^31, so that maps can keep them in 32-bit columns. */
const COUNT_MAX = 2 ** 31 - 1
const REPLICAS_MAX = 64

type ReplicaRole = 'voter' | 'learner'

export interface ReplicaPlace {
  readonly replica: ReplicaId
  readonly node: NodeId
  readonly role: ReplicaRole
}

export interface Descriptor {
  readonly shard: ShardId
  readonly range: TokenRange
  readonly epoch: Epoch
  /** Voters and learners. At creation in order of preference: the first is the intended leader. */
  readonly replicas: readonly ReplicaPlace[]
  /** Names the history; a restore or a quorum recovery starts a new one. */
  readonly incarnation: string
  /** The next replica id to allot. */
  readonly nextReplica: number
}

export function rangeContains(range: TokenRange, token: Token): boolean {
  return token >= range.start && token < range.end
}

export function rangesOverlap(a: TokenRange, b: TokenRange): boolean {
  return a.start < b.end && b.start < a.end
}

/** The shard's replica on `node`, of either role. */
export function replicaOn(descriptor: Descriptor, node: NodeId): ReplicaPlace | undefined {
  return descriptor.replicas.find((place) => place.node === node)
}

/**
 * Whether `candidate` is a later state of the same shard than `known`. Two epochs of one history are always ordered,
 * as each change raises one counter and lowers none; of two that are not ordered neither supersedes the other.
 */
export function epochSupersedes(candidate: Epoch, known: Epoch): boolean {
  return (
    candidate.config >= known.config &&
    candidate.range >= known.range &&
    candidate.config + candidate.range > known.config + known.range
  )
}

export function sameEpoch(a: Epoch, b: Epoch): boolean {
  return a.config === b.config && a.range === b.range
}

/** What is wrong with a descriptor that came over an edge, as a phrase; undefined when nothing is. */
export function descriptorProblem(descriptor: Descriptor): string | undefined {
  const { shard, range, epoch, replicas, incarnation, nextReplica } = descriptor
  if (!isCount(shard)) return `shard id ${shown(shard)} is out of range`
  if (!isTokenBound(range.start) || !isTokenBound(range.end)) {
    return `range ${shown(range.start)}–${shown(range.end)} is not inside the ring`
  }
  if (range.start >= range.end) return `range ${shown(range.start)}–${shown(range.end)} is empty`
  if (!isCount(epoch.config) || !isCount(epoch.range)) return 'an epoch counter is out of range'
  if (typeof incarnation !== 'string' || incarnation === '') return 'the incarnation is empty'
  if (replicas.length === 0) return 'there is no replica'
  if (replicas.length > REPLICAS_MAX) return `there are ${replicas.length} replicas`
  if (!isCount(nextReplica)) return `next replica id ${shown(nextReplica)} is out of range`
  const replicaIds = new Set<ReplicaId>()
  const nodes = new Set<NodeId>()
  for (const { replica, node, role } of replicas) {
    if (!isCount(replica) || replica < 1) return `replica id ${shown(replica)} is out of range`
    if (replica >= nextReplica)
      return `replica ${shown(replica)} is not below next id ${shown(nextReplica)}`
    if (!isCount(node) || node < 1) return `node id ${shown(node)} is out of range`
    if (replicaIds.has(replica)) return `replica ${shown(replica)} appears twice`
    if (nodes.has(node)) return `node ${shown(node)} holds two replicas`
    if (!isRole(role)) return `replica ${shown(replica)} has no known role`
    replicaIds.add(replica)
    nodes.add(node)
  }
  return undefined
}

function isRole(role: string): role is ReplicaRole {
  return role === 'voter' || role === 'learner'
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= COUNT_MAX
}

function isTokenBound(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= TOKEN_END
}
