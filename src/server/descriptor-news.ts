/**
 * Tells placement of shards that have split here (06, "Liveness and routing"): both halves in one command, so that no token is
 * without an owner on anybody's map. This node's gateway knows at once; placement's answer is the map, and until that has the halves they
 * are told again, by every node with a replica, since the one that led may be gone.
 */
import type { NodeId, ShardId } from '../base/ids.ts'
import type { PlacementCommand } from '../placement/command.ts'
import type { MapDelta } from '../placement/view.ts'
import { epochSupersedes, replicaOn, type Descriptor } from '../shard/descriptor.ts'
import type { ClusterState } from './cluster-state.ts'

export interface DescriptorNewsOptions {
  readonly self: NodeId
  readonly cluster: ClusterState
  /** Rejects where placement cannot be reached. */
  readonly propose: (command: PlacementCommand) => Promise<unknown>
  /** Descriptors of the replicas here. */
  readonly descriptors: () => Iterable<Descriptor>
}

export class DescriptorNews {
  private readonly options: DescriptorNewsOptions
  /** What placement is not known to know. */
  private readonly news = new Map<ShardId, Descriptor>()
  /** Halves that this node's map has from here, in order. */
  private learnt: (readonly Descriptor[])[] = []
  private telling = false
  private compared = false

  constructor(options: DescriptorNewsOptions) {
    this.options = options
  }

  /** A shard has split here. `urgent`: who leads it tells at once, the others only if nobody has by the next tick. */
  split(halves: readonly Descriptor[], urgent: boolean): void {
    for (const half of halves) this.note(half)
    if (halves.some(({ shard }) => this.news.has(shard))) this.learnt.push(halves)
    this.options.cluster.learn(halves)
    if (urgent) this.tell()
  }

  /** Placement's map has changed. */
  mapChanged({ version, descriptors }: MapDelta): void {
    if (version === 0) return
    for (const { shard, epoch } of descriptors) {
      const told = this.news.get(shard)
      if (told !== undefined && !epochSupersedes(told.epoch, epoch)) this.news.delete(shard)
    }
  }

  /** Once a second. */
  tick(): void {
    const { cluster, descriptors } = this.options
    if (!this.compared && cluster.view.version > 0) {
      // What placement was not told in an earlier life.
      this.compared = true
      for (const descriptor of descriptors()) this.note(descriptor)
    }
    if (this.news.size === 0) return
    // A map that was sent whole has forgotten what was learnt here.
    this.learnt = this.learnt.filter((halves) => halves.some(({ shard }) => this.news.has(shard)))
    for (const halves of this.learnt) cluster.learn(halves)
    this.tell()
  }

  private note(descriptor: Descriptor): void {
    const { cluster, self } = this.options
    if (replicaOn(descriptor, self) === undefined) return
    const known = cluster.view.shards.byShard(descriptor.shard)?.epoch
    if (known === undefined || epochSupersedes(descriptor.epoch, known)) {
      this.news.set(descriptor.shard, descriptor)
    }
  }

  private tell(): void {
    if (this.telling || this.news.size === 0) return
    this.telling = true
    const descriptors = [...this.news.values()]
    this.options
      .propose({ kind: 'update-descriptor', descriptors })
      .catch(() => undefined)
      .finally(() => {
        this.telling = false
      })
  }
}
