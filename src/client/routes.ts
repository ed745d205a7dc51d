/**
 * The client's copy of the shard map: which node leads the shard of a key. Nodes push it and keep it fresh. It is only a
 * hint that saves a hop: any node answers any request, so a wrong route costs time, never correctness.
 */
import { keyspaceId, TOKEN_END, type Key, type KeyspaceId } from '../base/ids.ts'
import { tokenOf, type PartitionRule } from '../base/token.ts'
import { wire } from '../net/protobuf.ts'
import type { WireRoutes } from './session.ts'
import { DEFAULT_KEYSPACE_NAME } from './keys.ts'

interface Shard {
  readonly id: number
  readonly start: number
  readonly end: number
  /** Node of the leader; 0 = unknown. */
  readonly leader: number
  /** Nodes of all replicas. */
  readonly replicas: readonly number[]
}

interface Keyspace {
  readonly id: KeyspaceId
  readonly rule: PartitionRule
}

const { KIND_ALL, KIND_FIRST } = wire.PartitionRule.Kind

export class Routes {
  private readonly nodes = new Map<number, string>()
  private readonly shards = new Map<number, Shard>()
  private readonly keyspaces = new Map<string, Keyspace>()
  /** The shards by rising start. */
  private ring: Shard[] = []

  apply(update: WireRoutes): void {
    if (update.full === true) {
      this.nodes.clear()
      this.shards.clear()
      this.keyspaces.clear()
    }
    for (const { id, address } of update.nodes ?? []) {
      if (address) this.nodes.set(id ?? 0, address)
    }
    for (const shard of update.shards ?? []) {
      this.shards.set(shard.shard ?? 0, {
        id: shard.shard ?? 0,
        start: shard.start ?? 0,
        end: shard.end ?? TOKEN_END,
        leader: shard.leader ?? 0,
        replicas: shard.replicas ?? [],
      })
    }
    for (const keyspace of update.keyspaces ?? []) {
      this.keyspaces.set(keyspace.name ?? '', {
        id: keyspaceId(keyspace.id ?? 0),
        rule: decodePartitionRule(keyspace.partition),
      })
    }
    this.ring = [...this.shards.values()].sort((left, right) => left.start - right.start)
  }

  /** Address of the node that leads the shard of a key; `undefined` = unknown. */
  addressOf(keyspace: string, key: Key): string | undefined {
    const known = this.keyspace(keyspace)
    if (known === undefined || this.ring.length === 0) return undefined
    const shard = this.shardAt(tokenOf(known.id, key, known.rule))
    return shard === undefined ? undefined : this.nodes.get(shard.leader)
  }

  /** Addresses of the nodes that have a replica of the shard of a key, as far as known. */
  replicasOf(keyspace: string, key: Key): string[] {
    const known = this.keyspace(keyspace)
    if (known === undefined) return []
    const shard = this.shardAt(tokenOf(known.id, key, known.rule))
    const addresses = shard?.replicas.map((node) => this.nodes.get(node)) ?? []
    return addresses.filter((address) => address !== undefined)
  }

  /** Shard of a key; `undefined` = unknown. */
  shardOf(keyspace: string, key: Key): number | undefined {
    const known = this.keyspace(keyspace)
    return known === undefined ? undefined : this.shardAt(tokenOf(known.id, key, known.rule))?.id
  }

  /** How the keyspace cuts keys into partitions; `undefined` = unknown. */
  partitionRule(keyspace: string): PartitionRule | undefined {
    return this.keyspace(keyspace)?.rule
  }

  /** Whether a node of the cluster has this address. */
  hasAddress(address: string): boolean {
    for (const known of this.nodes.values()) if (known === address) return true
    return false
  }

  private keyspace(name: string): Keyspace | undefined {
    return this.keyspaces.get(name === '' ? DEFAULT_KEYSPACE_NAME : name)
  }

  private shardAt(token: number): Shard | undefined {
    const { ring } = this
    let low = 0
    let high = ring.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (ring[middle]!.start <= token) low = middle
      else high = middle - 1
    }
    const shard = ring[low]
    return shard !== undefined && shard.start <= token && token < shard.end ? shard : undefined
  }
}

/** The partition rule of a keyspace as the wire says it. */
export function decodePartitionRule(
  encoded: wire.PartitionRule.$Properties | null | undefined,
): PartitionRule {
  if (encoded?.kind === KIND_ALL) return { kind: 'all' }
  if (encoded?.kind === KIND_FIRST) {
    return { kind: 'first', parts: encoded.parts ?? 1, separator: encoded.separator ?? ':' }
  }
  return { kind: 'key' }
}
