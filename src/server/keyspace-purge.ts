/**
 * Sees to it that dropped keyspaces leave nothing behind (06; docs/decisions/0011). Once a second the leaders on this node look
 * whether their shards still have rows of a keyspace that placement dropped, and log that it is gone; what follows is apply's.
 * Each of these commands makes every replica delete ranges of rows, so a node logs only a few at a time.
 *
 * While a transaction is prepared in such a keyspace the command has no effect, and comes again a second later.
 */
import { keyspaceId, type KeyspaceId } from '../base/ids.ts'
import type { ClusterView } from '../placement/view.ts'
import type { Command } from '../shard/command.ts'
import type { KeyspaceRange } from '../shard/dropped-keyspaces.ts'
import { ownCall } from './calls.ts'
import type { KvReplica } from './kv-replica.ts'

/** Shards that are told in one second. */
const SHARDS_PER_TICK = 8

export class KeyspacePurge {
  private readonly view: ClusterView
  private readonly replicas: () => Iterable<KvReplica>
  /** Told, and the answer is not here yet. */
  private readonly open = new Set<KvReplica>()

  constructor(view: ClusterView, replicas: () => Iterable<KvReplica>) {
    this.view = view
    this.replicas = replicas
  }

  /** Once a second. */
  tick(): void {
    let told = 0
    for (const replica of this.replicas()) {
      if (!replica.serving || this.open.has(replica)) continue
      const dropped = this.droppedIn(replica)
      if (dropped === undefined) continue
      this.propose(replica, this.rangeAround(dropped))
      if (++told === SHARDS_PER_TICK) return
    }
  }

  private droppedIn({ machine }: KvReplica): KeyspaceId | undefined {
    for (const keyspace of machine.keyspaces()) {
      if (this.view.isDropped(keyspace)) return keyspace
    }
    return undefined
  }

  /** With all neighbours that were dropped too, so that shards remember few ranges. */
  private rangeAround(keyspace: KeyspaceId): KeyspaceRange {
    let from: number = keyspace
    let to = keyspace + 1
    while (from > 1 && this.view.isDropped(keyspaceId(from - 1))) from--
    while (this.view.isDropped(keyspaceId(to))) to++
    return { from: keyspaceId(from), to: keyspaceId(to) }
  }

  private propose(replica: KvReplica, range: KeyspaceRange): void {
    const command: Command = { kind: 'drop-keyspaces', ...range }
    this.open.add(replica)
    replica.submit(
      ownCall(command, replica.descriptor.epoch.range, () => {
        this.open.delete(replica)
      }),
    )
  }
}
