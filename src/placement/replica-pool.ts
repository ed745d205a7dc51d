/**
 * The replicas of many shards in two flat arrays. Each slot of the shard map owns a run of entries; a run that has become
 * too short is given up for a new one at the end, and the pool is rewritten when a quarter of it is waste.
 */
import { assert } from '../base/assert.ts'
import type { ReplicaPlace } from '../shard/descriptor.ts'

const WASTE_MAX = 0.25
/** Small pools are not worth rewriting. */
const WASTE_ENTRIES_MIN = 1024
const REPLICAS_MAX = 255
const NUMBER_END = 2 ** 31

export class ReplicaPool {
  /** By slot: where its run begins, how many entries it has, how many are in use. */
  private offsets: Uint32Array<ArrayBuffer>
  private rooms: Uint8Array<ArrayBuffer>
  private counts: Uint8Array<ArrayBuffer>
  private nodes: Uint32Array<ArrayBuffer>
  /** Twice the replica id, plus one for a learner. */
  private replicas: Uint32Array<ArrayBuffer>
  private end = 0
  private waste = 0

  constructor(slots: number) {
    this.offsets = new Uint32Array(slots)
    this.rooms = new Uint8Array(slots)
    this.counts = new Uint8Array(slots)
    this.nodes = new Uint32Array(slots)
    this.replicas = new Uint32Array(slots)
  }

  count(slot: number): number {
    return this.counts[slot]!
  }

  node(slot: number, position: number): number {
    return this.nodes[this.offsets[slot]! + position]!
  }

  replica(slot: number, position: number): number {
    return this.replicas[this.offsets[slot]! + position]! >>> 1
  }

  isLearner(slot: number, position: number): boolean {
    return (this.replicas[this.offsets[slot]! + position]! & 1) === 1
  }

  set(slot: number, places: readonly ReplicaPlace[]): void {
    assert(places.length <= REPLICAS_MAX, `a shard of ${places.length} replicas`)
    if (places.length > this.rooms[slot]!) this.move(slot, places.length)
    const offset = this.offsets[slot]!
    places.forEach(({ node, replica, role }, position) => {
      assert(node < NUMBER_END && replica < NUMBER_END, `replica ${replica} on node ${node}`)
      this.nodes[offset + position] = node
      this.replicas[offset + position] = replica * 2 + (role === 'learner' ? 1 : 0)
    })
    this.counts[slot] = places.length
  }

  growTo(slots: number): void {
    this.offsets = copied(this.offsets, new Uint32Array(slots))
    this.rooms = copied(this.rooms, new Uint8Array(slots))
    this.counts = copied(this.counts, new Uint8Array(slots))
  }

  private move(slot: number, room: number): void {
    this.waste += this.rooms[slot]!
    this.rooms[slot] = 0
    this.counts[slot] = 0
    if (this.waste > WASTE_ENTRIES_MIN && this.waste > this.end * WASTE_MAX) this.rewrite()
    if (this.end + room > this.nodes.length) {
      const entries = Math.ceil((this.end + room) * (1 + WASTE_MAX))
      this.nodes = copied(this.nodes, new Uint32Array(entries))
      this.replicas = copied(this.replicas, new Uint32Array(entries))
    }
    this.offsets[slot] = this.end
    this.rooms[slot] = room
    this.end += room
  }

  /** Lays the runs out again without waste. */
  private rewrite(): void {
    const { nodes, replicas } = this
    this.nodes = new Uint32Array(nodes.length)
    this.replicas = new Uint32Array(nodes.length)
    this.end = 0
    this.waste = 0
    for (let slot = 0; slot < this.offsets.length; slot++) {
      const offset = this.offsets[slot]!
      const room = this.rooms[slot]!
      this.nodes.set(nodes.subarray(offset, offset + room), this.end)
      this.replicas.set(replicas.subarray(offset, offset + room), this.end)
      this.offsets[slot] = this.end
      this.end += room
    }
  }
}

function copied<A extends Uint32Array | Uint8Array>(from: A, to: A): A {
  to.set(from)
  return to
}
