/**
 * The shard map: which shard owns a token, and where its replicas are. A gateway looks into it for every request, and a
 * large cluster has a hundred thousand shards, so it is kept in columns instead of objects: about 100 bytes a shard,
 * lookups by binary search without garbage. The placement machine keeps its descriptors in the same structure.
 *
 * Each shard has a slot, a small number that stays its own as long as the shard is in the map; callers can keep arrays
 * of their own by slot (leader hints, statistics). Invariants: ranges in the map never overlap; what is in the map
 * is never replaced by something older. There may be holes, where only part of a change has been heard of so far.
 */
import { assert } from '../base/assert.ts'
import type { NodeId, ShardId, Token } from '../base/ids.ts'
import { nodeId, replicaId, shardId } from '../base/ids.ts'
import type { Descriptor, Epoch, ReplicaPlace, TokenRange } from '../shard/descriptor.ts'
import { epochSupersedes } from '../shard/descriptor.ts'
import { ReplicaPool } from './replica-pool.ts'

const INITIAL_SLOTS = 64
const GROWTH = 1.25

/** Columns by slot. */
interface Columns {
  readonly shards: Float64Array
  readonly starts: Uint32Array
  /** Last token of the range: its end may be 2^32, which does not fit. */
  readonly lasts: Uint32Array
  readonly configEpochs: Uint32Array
  readonly rangeEpochs: Uint32Array
  readonly nextReplicas: Uint32Array
  /** Index into `incarnations`. */
  readonly incarnations: Uint32Array
}

export class ShardMap {
  private columns = columnsOf(INITIAL_SLOTS)
  private readonly replicas = new ReplicaPool(INITIAL_SLOTS)
  private slotEnd = 0
  private readonly freeSlots: number[] = []
  private readonly slotOfShard = new Map<ShardId, number>()
  private readonly incarnations: string[] = []
  /** Slots in ring order, and the starts of their ranges beside them, where the search runs. */
  private order = new Uint32Array(INITIAL_SLOTS)
  private orderStarts = new Uint32Array(INITIAL_SLOTS)
  private count = 0

  /** How many shards are in the map. */
  get size(): number {
    return this.count
  }

  /** The slot of the shard that owns `token`; −1 where the map has a hole. */
  slotOf(token: Token): number {
    const position = this.positionOf(token)
    if (position < 0) return -1
    const slot = this.order[position]!
    return token <= this.columns.lasts[slot]! ? slot : -1
  }

  /** The slot of `shard`; −1 if it is not in the map. */
  slotOfShardId(shard: ShardId): number {
    return this.slotOfShard.get(shard) ?? -1
  }

  shardAt(slot: number): ShardId {
    return shardId(this.columns.shards[slot]!)
  }

  rangeEpochAt(slot: number): number {
    return this.columns.rangeEpochs[slot]!
  }

  replicaCountAt(slot: number): number {
    return this.replicas.count(slot)
  }

  /** The node of the replica at `position`, 0 … `replicaCountAt(slot) − 1`, in the descriptor's order. */
  nodeAt(slot: number, position: number): NodeId {
    return nodeId(this.replicas.node(slot, position))
  }

  /** The whole descriptor, built anew at each call. */
  descriptorAt(slot: number): Descriptor {
    const { columns } = this
    const places: ReplicaPlace[] = []
    for (let position = 0; position < this.replicas.count(slot); position++) {
      places.push({
        replica: replicaId(this.replicas.replica(slot, position)),
        node: nodeId(this.replicas.node(slot, position)),
        role: this.replicas.isLearner(slot, position) ? 'learner' : 'voter',
      })
    }
    return {
      shard: this.shardAt(slot),
      range: { start: columns.starts[slot]!, end: columns.lasts[slot]! + 1 },
      epoch: this.epochAt(slot),
      replicas: places,
      incarnation: this.incarnations[columns.incarnations[slot]!]!,
      nextReplica: columns.nextReplicas[slot]!,
    }
  }

  byToken(token: Token): Descriptor | undefined {
    const slot = this.slotOf(token)
    return slot < 0 ? undefined : this.descriptorAt(slot)
  }

  byShard(shard: ShardId): Descriptor | undefined {
    const slot = this.slotOfShardId(shard)
    return slot < 0 ? undefined : this.descriptorAt(slot)
  }

  /** All descriptors in ring order. Do not change the map meanwhile. */
  *descriptors(): Generator<Descriptor, void> {
    for (let position = 0; position < this.count; position++) {
      yield this.descriptorAt(this.order[position]!)
    }
  }

  /** Slots, in ring order, of shards that own a token of `range`. */
  overlapping(range: TokenRange): readonly number[] {
    const slots: number[] = []
    for (
      let position = Math.max(0, this.positionOf(range.start));
      position < this.count;
      position++
    ) {
      if (this.orderStarts[position]! >= range.end) break
      const slot = this.order[position]!
      if (this.columns.lasts[slot]! >= range.start) slots.push(slot)
    }
    return slots
  }

  /**
   * Takes in a descriptor unless what is known is as new. Shards of an older range epoch that it overlaps leave the map:
   * they are ancestors whose new state has not been heard of. Returns whether it was taken in.
   */
  upsert(descriptor: Descriptor): boolean {
    const { start, end } = descriptor.range
    assert(end > start, () => `shard ${descriptor.shard} has the empty range ${start}–${end}`)
    const known = this.slotOfShardId(descriptor.shard)
    if (known >= 0 && !epochSupersedes(descriptor.epoch, this.epochAt(known))) return false
    const others = this.overlapping(descriptor.range).filter((slot) => slot !== known)
    if (others.some((slot) => this.rangeEpochAt(slot) >= descriptor.epoch.range)) return false
    for (const slot of others) this.evict(slot)
    if (known >= 0 && this.columns.starts[known] === start) {
      this.write(known, descriptor)
      return true
    }
    if (known >= 0) this.unlink(known)
    const slot = known >= 0 ? known : this.allot()
    this.slotOfShard.set(descriptor.shard, slot)
    this.write(slot, descriptor)
    this.link(slot, start)
    return true
  }

  clear(): void {
    for (let slot = 0; slot < this.slotEnd; slot++) this.replicas.set(slot, [])
    this.slotEnd = 0
    this.freeSlots.length = 0
    this.slotOfShard.clear()
    this.count = 0
  }

  private epochAt(slot: number): Epoch {
    return { config: this.columns.configEpochs[slot]!, range: this.columns.rangeEpochs[slot]! }
  }

  private write(slot: number, descriptor: Descriptor): void {
    const { columns } = this
    columns.shards[slot] = descriptor.shard
    columns.starts[slot] = descriptor.range.start
    columns.lasts[slot] = descriptor.range.end - 1
    columns.configEpochs[slot] = descriptor.epoch.config
    columns.rangeEpochs[slot] = descriptor.epoch.range
    columns.nextReplicas[slot] = descriptor.nextReplica
    columns.incarnations[slot] = this.incarnationNumber(descriptor.incarnation)
    this.replicas.set(slot, descriptor.replicas)
  }

  /** Incarnations are few (one, plus one for each restore or recovery), so a list is searched from its end. */
  private incarnationNumber(incarnation: string): number {
    const known = this.incarnations.lastIndexOf(incarnation)
    return known >= 0 ? known : this.incarnations.push(incarnation) - 1
  }

  private allot(): number {
    const free = this.freeSlots.pop()
    if (free !== undefined) return free
    const slot = this.slotEnd++
    if (slot === this.columns.starts.length) {
      const slots = Math.ceil(slot * GROWTH)
      this.columns = grownColumns(this.columns, slots)
      this.order = grown(this.order, slots)
      this.orderStarts = grown(this.orderStarts, slots)
      this.replicas.growTo(slots)
    }
    return slot
  }

  private evict(slot: number): void {
    this.unlink(slot)
    this.slotOfShard.delete(this.shardAt(slot))
    this.replicas.set(slot, [])
    this.freeSlots.push(slot)
  }

  private link(slot: number, start: number): void {
    const position = this.positionOf(start) + 1
    this.order.copyWithin(position + 1, position, this.count)
    this.orderStarts.copyWithin(position + 1, position, this.count)
    this.order[position] = slot
    this.orderStarts[position] = start
    this.count++
  }

  private unlink(slot: number): void {
    const position = this.positionOf(this.columns.starts[slot]!)
    assert(this.order[position] === slot, () => `slot ${slot} is not at its place in ring order`)
    this.order.copyWithin(position, position + 1, this.count)
    this.orderStarts.copyWithin(position, position + 1, this.count)
    this.count--
  }

  /** Position in ring order of the last shard that starts at or before `token`; −1 if none. */
  private positionOf(token: number): number {
    const { orderStarts } = this
    let low = 0
    let high = this.count
    while (low < high) {
      const middle = (low + high) >>> 1
      if (orderStarts[middle]! <= token) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}

function columnsOf(slots: number): Columns {
  return {
    shards: new Float64Array(slots),
    starts: new Uint32Array(slots),
    lasts: new Uint32Array(slots),
    configEpochs: new Uint32Array(slots),
    rangeEpochs: new Uint32Array(slots),
    nextReplicas: new Uint32Array(slots),
    incarnations: new Uint32Array(slots),
  }
}

function grownColumns(columns: Columns, slots: number): Columns {
  const shards = new Float64Array(slots)
  shards.set(columns.shards)
  return {
    shards,
    starts: grown(columns.starts, slots),
    lasts: grown(columns.lasts, slots),
    configEpochs: grown(columns.configEpochs, slots),
    rangeEpochs: grown(columns.rangeEpochs, slots),
    nextReplicas: grown(columns.nextReplicas, slots),
    incarnations: grown(columns.incarnations, slots),
  }
}

function grown(column: Uint32Array, slots: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(slots)
  larger.set(column)
  return larger
}
