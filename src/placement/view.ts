/**
 * What every gateway knows of the cluster: settings, nodes, keyspaces and the shard map, as of a version (the index of the
 * placement log's entry that last changed any of it). The placement machine keeps one, gateways keep copies that follow
 * by deltas. A delta carries the present state of whatever has changed, so a copy that gets deltas late, twice or
 * overlapping ends up the same; one with a gap notices and asks for everything.
 */
import type { KeyspaceId, NodeId } from '../base/ids.ts'
import type { Descriptor } from '../shard/descriptor.ts'
import type { Hold } from './holds.ts'
import { DROPPED_KEYSPACES_MAX, type DroppedKeyspace, type Keyspace } from './keyspaces.ts'
import { ShardMap } from './map.ts'
import type { NodeRecord } from './nodes.ts'
import type { Settings } from './settings.ts'
import { DEFAULT_SETTINGS } from './settings.ts'

/** What has changed in the versions after `since`, up to `version`. */
export interface MapDelta {
  /** 0 with `full`. */
  readonly since: number
  readonly version: number
  /** Everything there is: what a copy holds besides is gone. */
  readonly full: boolean
  readonly descriptors: readonly Descriptor[]
  readonly nodes: readonly NodeRecord[]
  readonly keyspaces: readonly Keyspace[]
  /** In order of id. */
  readonly droppedKeyspaces: readonly DroppedKeyspace[]
  /** Undefined when unchanged. */
  readonly settings: Settings | undefined
  /** All of them; undefined when unchanged. */
  readonly holds: readonly Hold[] | undefined
}

export class ClusterView {
  readonly shards = new ShardMap()
  private readonly nodesById = new Map<NodeId, NodeRecord>()
  private readonly keyspacesById = new Map<KeyspaceId, Keyspace>()
  private readonly keyspacesByName = new Map<string, Keyspace>()
  /** The latest ones, by id. */
  private readonly droppedById = new Map<KeyspaceId, DroppedKeyspace>()
  private greatestKeyspace = 0
  private holdsNow: readonly Hold[] = []
  private settingsNow: Settings = DEFAULT_SETTINGS
  private versionNow = 0

  /** 0 = nothing is known yet. */
  get version(): number {
    return this.versionNow
  }

  get settings(): Settings {
    return this.settingsNow
  }

  /** In the order in which they were taken. Some may have expired. */
  get holds(): readonly Hold[] {
    return this.holdsNow
  }

  node(id: NodeId): NodeRecord | undefined {
    return this.nodesById.get(id)
  }

  /** In order of id. */
  nodes(): readonly NodeRecord[] {
    return [...this.nodesById.values()].sort((a, b) => a.id - b.id)
  }

  keyspace(id: KeyspaceId): Keyspace | undefined {
    return this.keyspacesById.get(id)
  }

  keyspaceNamed(name: string): Keyspace | undefined {
    return this.keyspacesByName.get(name)
  }

  /** Whether there was a keyspace of this id and is none any more. False of one that this copy has not heard of yet. */
  isDropped(id: KeyspaceId): boolean {
    return id <= this.greatestKeyspace && !this.keyspacesById.has(id)
  }

  /** What is remembered of a dropped keyspace. */
  dropped(id: KeyspaceId): DroppedKeyspace | undefined {
    return this.droppedById.get(id)
  }

  /** The last keyspace of this name that was dropped, if that is remembered. */
  droppedNamed(name: string): DroppedKeyspace | undefined {
    return this.droppedKeyspaces().findLast((keyspace) => keyspace.name === name)
  }

  /** In order of id. */
  keyspaces(): readonly Keyspace[] {
    return [...this.keyspacesById.values()].sort((a, b) => a.id - b.id)
  }

  /**
   * Takes in a delta. Returns false, having changed nothing, if versions between this copy and the delta are missing:
   * then ask for `deltaSince(view.version)`.
   */
  apply(delta: MapDelta): boolean {
    if (delta.since > this.versionNow) return false
    if (delta.version <= this.versionNow) return true
    if (delta.full) this.clear()
    if (delta.settings !== undefined) this.settingsNow = delta.settings
    if (delta.holds !== undefined) this.holdsNow = delta.holds
    for (const node of delta.nodes) this.nodesById.set(node.id, node)
    for (const dropped of delta.droppedKeyspaces) this.dropKeyspace(dropped)
    for (const keyspace of delta.keyspaces) {
      this.keyspacesById.set(keyspace.id, keyspace)
      this.keyspacesByName.set(keyspace.name, keyspace)
      this.greatestKeyspace = Math.max(this.greatestKeyspace, keyspace.id)
    }
    for (const descriptor of delta.descriptors) this.shards.upsert(descriptor)
    this.versionNow = delta.version
    return true
  }

  /** The whole view as one delta, its lists in order of id (descriptors in ring order). */
  toDelta(): MapDelta {
    return {
      since: 0,
      version: this.versionNow,
      full: true,
      descriptors: [...this.shards.descriptors()],
      nodes: this.nodes(),
      keyspaces: this.keyspaces(),
      droppedKeyspaces: this.droppedKeyspaces(),
      settings: this.settingsNow,
      holds: this.holdsNow,
    }
  }

  private dropKeyspace(dropped: DroppedKeyspace): void {
    const { id } = dropped
    const known = this.keyspacesById.get(id)
    this.keyspacesById.delete(id)
    if (known !== undefined && this.keyspacesByName.get(known.name)?.id === id) {
      this.keyspacesByName.delete(known.name)
    }
    this.greatestKeyspace = Math.max(this.greatestKeyspace, id)
    this.droppedById.set(id, dropped)
    // The smallest ids go: the greatest one must stay known.
    const [oldest] = this.droppedById.size > DROPPED_KEYSPACES_MAX ? this.droppedKeyspaces() : []
    if (oldest !== undefined) this.droppedById.delete(oldest.id)
  }

  private droppedKeyspaces(): readonly DroppedKeyspace[] {
    return [...this.droppedById.values()].sort((a, b) => a.id - b.id)
  }

  private clear(): void {
    this.shards.clear()
    this.nodesById.clear()
    this.keyspacesById.clear()
    this.keyspacesByName.clear()
    this.droppedById.clear()
    this.greatestKeyspace = 0
    this.holdsNow = []
  }
}
