/**
 * Which entities changed in which version, for the recent past, so that a gateway that is a little behind gets only what
 * it lacks. Not part of the replicated state: after a restart it is empty, and gateways that ask get everything once.
 */
import type { KeyspaceId, NodeId, ShardId } from '../base/ids.ts'
import type { EntityChanges } from './state.ts'

/** Names in the whole log; beyond them the oldest versions go. */
const NAMES_MAX = 16_384

interface LoggedChange {
  readonly version: number
  readonly shards: readonly ShardId[]
  readonly nodes: readonly NodeId[]
  /** Made, altered or dropped. */
  readonly keyspaces: readonly KeyspaceId[]
  readonly hasSettings: boolean
  readonly hasHolds: boolean
}

export interface ChangedNames {
  readonly shards: ReadonlySet<ShardId>
  readonly nodes: ReadonlySet<NodeId>
  readonly keyspaces: ReadonlySet<KeyspaceId>
  readonly hasSettings: boolean
  readonly hasHolds: boolean
}

export class ChangeLog {
  private readonly changes: LoggedChange[] = []
  private names = 0
  /** Changes after this version are all here. */
  private floor: number

  constructor(version: number) {
    this.floor = version
  }

  record(version: number, changes: EntityChanges): void {
    const logged: LoggedChange = {
      version,
      shards: changes.descriptors?.map(({ shard }) => shard) ?? [],
      nodes: changes.nodes?.map(({ id }) => id) ?? [],
      keyspaces: [
        ...(changes.keyspaces?.map(({ id }) => id) ?? []),
        ...(changes.droppedKeyspaces?.map(({ id }) => id) ?? []),
      ],
      hasSettings: changes.settings !== undefined,
      hasHolds: changes.holds !== undefined,
    }
    this.changes.push(logged)
    this.names += weightOf(logged)
    while (this.names > NAMES_MAX) {
      const oldest = this.changes.shift()!
      this.names -= weightOf(oldest)
      this.floor = oldest.version
    }
  }

  /** What changed after `version`; undefined if that is not known any more. */
  since(version: number): ChangedNames | undefined {
    if (version < this.floor) return undefined
    const later = this.changes.filter((change) => change.version > version)
    return {
      shards: new Set(later.flatMap(({ shards }) => shards)),
      nodes: new Set(later.flatMap(({ nodes }) => nodes)),
      keyspaces: new Set(later.flatMap(({ keyspaces }) => keyspaces)),
      hasSettings: later.some(({ hasSettings }) => hasSettings),
      hasHolds: later.some(({ hasHolds }) => hasHolds),
    }
  }
}

function weightOf({ shards, nodes, keyspaces }: LoggedChange): number {
  return 1 + shards.length + nodes.length + keyspaces.length
}
