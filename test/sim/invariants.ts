/**
 * What must hold at every moment, whatever fails (08, "Invariants asserted continuously"; the names of 11 in brackets):
 *
 * - one leader per term, elected once, and its log reaches everything that was committed in earlier terms [EL];
 * - an index and a term name one entry [log matching]; an index applied anywhere is the same entry, with the same answers
 *   and the same state behind it, on every replica [SM];
 * - stamps rise along the log, the ceiling never falls [TS];
 * - the shards that a node knows cover the ring without overlap, and so do the replicas that it has: no token has two owners there
 *   [OWN];
 * - a split makes the same other half on every replica [SM].
 *
 * It sees every packet as it is sent and every entry as it is applied: the methods of the replicas that apply are wrapped, so the
 * node itself need not know that it is watched.
 */
import assert from 'node:assert/strict'
import { xxh32 } from '@node-rs/xxhash'
import { PLACEMENT_SHARD, type NodeId, type ShardId } from '../../src/base/ids.ts'
import type { RawNode } from '../../src/raft/index.ts'
import type { Entry } from '../../src/raft/messages.ts'
import { KvReplica } from '../../src/server/kv-replica.ts'
import { PlacementReplica } from '../../src/server/placement-replica.ts'
import { stateDigest } from '../../src/shard/digest.ts'
import { ShardMachine, type ApplyResult } from '../../src/shard/machine.ts'
import { encodeCommandReply } from '../../src/shard/reply-codec.ts'
import type { Packet } from '../server/rig/rig-network.ts'
import type { RigCluster } from '../server/rig/rig-cluster.ts'
import type { Trace } from './trace.ts'
import { shown } from './workloads/workload.ts'

export interface InvariantOptions {
  /** The whole state of a replica is compared at every so-manieth index. */
  readonly digestEvery: number
  /** For finding out how two replicas differ: gets the state of each replica at this place. */
  readonly show?: {
    readonly shard: number
    readonly index: number
    readonly text: (text: string) => void
  }
}

interface Applied {
  readonly term: number
  readonly entry: number
  replies: number
  digest: string
  readonly stamp: number
  readonly ceiling: number
}

/** Who leads a term, and in which life: elected again after a restart it would be another leader, with another log. */
interface Leader {
  readonly node: NodeId
  /** Undefined as long as only messages of this term were seen that had waited. */
  core: RawNode | undefined
}

/** What is known of one group. */
class GroupRecord {
  readonly leaders = new Map<number, Leader>()
  /** Hash of every entry seen, by index and term. */
  readonly entries = new Map<number, number>()
  readonly applied = new Map<number, Applied>()
  /** The greatest index known to be committed by the leader of a term, or of an earlier one. */
  readonly committedBy = new Map<number, number>()

  committed(term: number, index: number): void {
    if (index > (this.committedBy.get(term) ?? 0)) this.committedBy.set(term, index)
  }

  /** What every leader of this term must have. A later leader may have committed more before this one speaks. */
  committedBefore(term: number): number {
    let greatest = 0
    for (const [by, index] of this.committedBy) if (by < term && index > greatest) greatest = index
    return greatest
  }
}

/** Terms of a run are fewer than this. */
const TERMS = 2 ** 20

let wrapped = false
/** The invariants of the simulation that runs. */
let watching: Invariants | undefined

export class Invariants {
  private readonly options: InvariantOptions
  private readonly cluster: RigCluster
  private readonly trace: Trace
  private readonly groups = new Map<ShardId, GroupRecord>()
  private lastReplies: ApplyResult | undefined
  /** Digests of shards as they were split off. */
  private readonly children = new Map<ShardId, string>()

  constructor(cluster: RigCluster, trace: Trace, options: InvariantOptions) {
    this.options = options
    this.cluster = cluster
    this.trace = trace
    watch(this)
  }

  /** Entries applied anywhere for the first time. */
  get appliedCount(): number {
    let count = 0
    for (const { applied } of this.groups.values()) count += applied.size
    return count
  }

  /** Ends the watch. */
  close(): void {
    if (watching === this) watching = undefined
  }

  /** A packet is being sent. */
  sent(packet: Packet): void {
    for (const { shard, message } of packet.envelopes) {
      if (message.type !== 'MsgApp' && message.type !== 'MsgHeartbeat') continue
      this.leads(shard, message.term, packet.from)
      const group = this.group(shard)
      group.committed(message.term, message.commit)
      for (const entry of message.entries) this.entry(group, shard, entry)
    }
  }

  /** Now and then: what is too costly for every event. */
  look(): void {
    this.checkOwners()
    for (const { id, node } of this.cluster.running) {
      const { shards } = node.cluster.view
      let end = 0
      for (const slot of shards.overlapping({ start: 0, end: 2 ** 32 })) {
        const { range } = shards.descriptorAt(slot)
        assert.equal(range.start, end, `node ${id}: the ring has a gap or an overlap at ${end}`)
        end = range.end
      }
      assert(end === 0 || end === 2 ** 32, `node ${id}: the ring ends at ${end}`)
    }
  }

  /** What a replica that is about to report `applied` has answered. */
  replied(result: ApplyResult): void {
    this.lastReplies = result
    if (result.kind === 'applied' && result.child !== undefined) this.wasSplit(result.child)
  }

  private wasSplit(child: ShardMachine): void {
    const digest = stateDigest(child)
    const known = this.children.get(child.shard)
    if (known === undefined) {
      this.children.set(child.shard, digest)
      this.trace.note('split', child.shard, child.appliedIndex)
    } else assert.equal(digest, known, `shard ${child.shard} was split off differently`)
  }

  /** No two replicas of a node own a token. */
  private checkOwners(): void {
    for (const { id, node } of this.cluster.running) {
      let end = 0
      const ranges = [...node.host.replicas()].map(({ descriptor }) => descriptor.range)
      for (const range of ranges.sort((a, b) => a.start - b.start)) {
        assert(range.start >= end, `node ${id}: two replicas own token ${range.start}`)
        end = range.end
      }
    }
  }

  private leads(shard: ShardId, term: number, node: NodeId): void {
    const group = this.group(shard)
    const { host } = this.cluster.node(node).node
    const core = (shard === PLACEMENT_SHARD ? host.placement : host.replica(shard))?.node
    // Only of the newest term: a message of an older one may have waited.
    const leading = core?.term === term && core.isLeader ? core : undefined
    const known = group.leaders.get(term)
    if (known !== undefined) {
      const other = `shard ${shard}: nodes ${known.node} and ${node} lead in term ${term}`
      assert.equal(node, known.node, other)
      known.core ??= leading
      const again = `shard ${shard}: node ${node} was elected twice in term ${term}`
      assert(leading === undefined || leading === known.core, again)
      return
    }
    group.leaders.set(term, { node, core: leading })
    this.trace.note('leads', shard, term, node)
    if (leading === undefined) return
    const { lastIndex } = leading
    const committed = group.committedBefore(term)
    assert(
      lastIndex >= committed,
      `shard ${shard}: node ${node} leads term ${term} with ${lastIndex} entries, ${committed} were committed before`,
    )
  }

  private entry(group: GroupRecord, shard: ShardId, { index, term, data }: Entry): number {
    const hash = xxh32(data)
    const place = index * TERMS + term
    const known = group.entries.get(place)
    if (known === undefined) group.entries.set(place, hash)
    else assert.equal(hash, known, `shard ${shard}: two entries ${index} of term ${term}`)
    return hash
  }

  /** A replica has applied an entry. */
  applied(replica: KvReplica, entry: Entry): void {
    const { shard, machine } = replica
    const group = this.group(shard)
    // The replica may have heard of later terms since: its term is not below the one that committed.
    group.committed(replica.node.term, entry.index)
    const hash = this.entry(group, shard, entry)
    const replies = hashOfReplies(this.lastReplies)
    const known = this.appliedBefore(group, shard, entry, hash)
    const { digestEvery, show } = this.options
    const digest = entry.index % digestEvery === 0 ? stateDigest(machine) : ''
    if (show?.shard === shard && show.index === entry.index) show.text(stateText(machine))
    if (known === undefined) {
      const { lastStamp: stamp, ceiling } = machine
      const before = group.applied.get(entry.index - 1)
      if (before !== undefined) {
        assert(stamp >= before.stamp, `shard ${shard}: the stamp falls at ${entry.index}`)
        assert(ceiling >= before.ceiling, `shard ${shard}: the ceiling falls at ${entry.index}`)
      }
      const { term } = entry
      group.applied.set(entry.index, { term, entry: hash, replies, digest, stamp, ceiling })
      this.trace.note('applied', shard, entry.index, hash)
      return
    }
    const where = `shard ${shard}, entry ${entry.index}`
    assert.equal(replies, known.replies, `${where}: two replicas answer differently`)
    assert.equal(machine.lastStamp, known.stamp, `${where}: two replicas have different stamps`)
    assert.equal(machine.ceiling, known.ceiling, `${where}: two replicas have different ceilings`)
    if (digest === '') return
    if (known.digest === '') known.digest = digest
    else assert.equal(digest, known.digest, `${where}: the states of two replicas differ`)
  }

  placementApplied(entry: Entry): void {
    const group = this.group(PLACEMENT_SHARD)
    const hash = this.entry(group, PLACEMENT_SHARD, entry)
    if (this.appliedBefore(group, PLACEMENT_SHARD, entry, hash) !== undefined) return
    const { term, index } = entry
    group.applied.set(index, { term, entry: hash, replies: 0, digest: '', stamp: 0, ceiling: 0 })
  }

  private appliedBefore(
    group: GroupRecord,
    shard: ShardId,
    { index, term }: Entry,
    hash: number,
  ): Applied | undefined {
    const known = group.applied.get(index)
    if (known === undefined) return undefined
    const where = `shard ${shard}, entry ${index}`
    assert.equal(term, known.term, `${where}: applied with two terms`)
    assert.equal(hash, known.entry, `${where}: two entries were applied`)
    return known
  }

  private group(shard: ShardId): GroupRecord {
    let group = this.groups.get(shard)
    if (group === undefined) {
      group = new GroupRecord()
      this.groups.set(shard, group)
    }
    return group
  }
}

function watch(invariants: Invariants): void {
  assert(watching === undefined, 'one simulation at a time')
  if (!wrapped) wrapReplicas()
  wrapped = true
  watching = invariants
}

/** Makes replicas report what they apply. Once in a process: code that changes under its feet is compiled anew each time. */
function wrapReplicas(): void {
  /* eslint-disable @typescript-eslint/unbound-method -- called with the replica as `this` */
  const kvApply = KvReplica.prototype.apply
  const machineApply = ShardMachine.prototype.apply
  const placementApply = PlacementReplica.prototype.apply
  /* eslint-enable @typescript-eslint/unbound-method */
  KvReplica.prototype.apply = function (entry) {
    const rows = kvApply.call(this, entry)
    if (rows === undefined) watching?.applied(this, entry)
    return rows
  }
  ShardMachine.prototype.apply = function (index, term, batch) {
    const result = machineApply.call(this, index, term, batch)
    watching?.replied(result)
    return result
  }
  PlacementReplica.prototype.apply = function (entry): undefined {
    placementApply.call(this, entry)
    watching?.placementApplied(entry)
  }
}

/** Everything that the digest of a replica's memory covers, one fact a line. */
export function stateText(machine: ShardMachine): string {
  const { internals, confState, descriptor } = machine
  const { lastStamp, clockFloor, ceiling, gcPoints, outcomes, prepared, conflicts } = internals
  const { appliedIndex, appliedTerm } = internals
  const meta = {
    appliedIndex,
    appliedTerm,
    lastStamp,
    clockFloor,
    ceiling,
    conflicts: conflicts.size,
  }
  return [
    { ...meta, gcPoints: [...gcPoints], confState, descriptor },
    ...outcomes.views(lastStamp),
    ...outcomes.marks(lastStamp),
    ...prepared.all(),
  ]
    .map((fact) => shown(fact))
    .join('\n')
}

function hashOfReplies(result: ApplyResult | undefined): number {
  let hash = 0
  if (result?.kind !== 'applied') return hash
  for (const reply of result.replies) hash = xxh32(encodeCommandReply(reply), hash)
  return hash
}
