/**
 * This node's copy of what placement knows: shard map, nodes, keyspaces, settings. It may trail; everything that acts on it is
 * checked again by epochs. Besides the view it keeps what hot paths need ready-made.
 */
import type { KeyspaceId, NodeId } from '../base/ids.ts'
import type { RequestContext, KeyspaceRef } from '../net/request-context.ts'
import type { Keyspace } from '../placement/keyspaces.ts'
import { ClusterView, type MapDelta } from '../placement/view.ts'
import type { KeyspaceRules, Limits } from '../shard/command.ts'
import type { Descriptor } from '../shard/descriptor.ts'
import type { ShardSettings } from './shard-settings.ts'

export class ClusterState implements RequestContext {
  readonly view = new ClusterView()
  shardSettings: ShardSettings
  limits: Limits
  private byName = new Map<string, KeyspaceRef>()
  private readonly listeners = new Set<(delta: MapDelta) => void>()

  constructor() {
    this.limits = limitsOf(this.view.settings)
    this.shardSettings = this.settingsWith(new Map())
  }

  /** Takes in a delta. False, and nothing has changed, if earlier ones are missing: ask again from `view.version`. */
  apply(delta: MapDelta): boolean {
    if (!this.view.apply(delta)) return false
    this.refresh()
    for (const listener of this.listeners) listener(delta)
    return true
  }

  /**
   * What replicas here know of their shards before placement does: all of what became of one, so that no token is without an owner.
   * Tells listeners as a delta of no version.
   */
  learn(descriptors: readonly Descriptor[]): void {
    if (!this.isCoveredBy(descriptors)) return
    const news = descriptors.filter((descriptor) => this.view.shards.upsert(descriptor))
    if (news.length === 0) return
    for (const listener of this.listeners) listener({ ...NO_NEWS, descriptors: news })
  }

  /** Whether no shard that is known has a part of these ranges only, which would leave the rest of it without an owner. */
  private isCoveredBy(descriptors: readonly Descriptor[]): boolean {
    const start = Math.min(...descriptors.map(({ range }) => range.start))
    const end = Math.max(...descriptors.map(({ range }) => range.end))
    const { shards } = this.view
    const slots = shards.overlapping({ start, end })
    return (
      slots.length > 0 &&
      slots.every((slot) => {
        const { range } = shards.descriptorAt(slot)
        return range.start >= start && range.end <= end
      })
    )
  }

  /** Calls `listener` after every change; returns how to stop it. */
  onChange(listener: (delta: MapDelta) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  keyspace(name: string): KeyspaceRef | undefined {
    return this.byName.get(name)
  }

  wasDropped(name: string): boolean {
    return !this.byName.has(name) && this.view.droppedNamed(name) !== undefined
  }

  rules(id: KeyspaceId): KeyspaceRules | undefined {
    return this.shardSettings.keyspaces.get(id)
  }

  /** For people; empty if the keyspace was dropped. */
  keyspaceName(id: KeyspaceId): string {
    for (const keyspace of this.view.keyspaces()) if (keyspace.id === id) return keyspace.name
    return ''
  }

  addressOf(node: NodeId): string | undefined {
    return this.view.node(node)?.addresses.rpc
  }

  private refresh(): void {
    this.limits = limitsOf(this.view.settings)
    const rules = new Map<KeyspaceId, KeyspaceRules>()
    this.byName = new Map()
    for (const keyspace of this.view.keyspaces()) {
      const { id, name, partition, policy, retentionMs } = keyspace
      const full = fullnessOf(keyspace)
      rules.set(id, { id, partition, policy, retentionMicros: retentionMs * 1000, full })
      this.byName.set(name, { id, partition })
    }
    this.shardSettings = this.settingsWith(rules)
  }

  private settingsWith(keyspaces: ShardSettings['keyspaces']): ShardSettings {
    return { limits: this.limits, keyspaces, wasDropped: (id) => this.view.isDropped(id) }
  }
}

const NO_NEWS: MapDelta = {
  since: 0,
  version: 0,
  full: false,
  descriptors: [],
  nodes: [],
  keyspaces: [],
  droppedKeyspaces: [],
  settings: undefined,
  holds: undefined,
}

function fullnessOf({ name, fullBytes, quotaBytes }: Keyspace): KeyspaceRules['full'] {
  return fullBytes === 0 ? undefined : { name, usedBytes: fullBytes, quotaBytes }
}

function limitsOf(settings: ClusterView['settings']): Limits {
  return {
    keyBytes: settings.keyBytes,
    valueBytes: settings.valueBytes,
    clockActors: settings.clockActors,
    transactionOperations: settings.transactionOperations,
    transactionBytes: settings.transactionBytes,
    transactionParticipants: settings.transactionParticipants,
    clockMaxAheadMicros: settings.clockMaxAheadMs * 1000,
  }
}
