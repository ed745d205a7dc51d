/**
 * A cluster of real `Node`s in one process, on time, network and disks that the test owns (01, "One binary, three roles"):
 * only the operating system is played. The same calls and the same seed give the same run.
 */
import assert from 'node:assert/strict'
import type { ShardId } from '../../../src/base/ids.ts'
import { SeededRandom } from '../../../src/base/random.ts'
import type { Config } from '../../../src/config/config.ts'
import { resolveConfig, settingsOfFlags, type Settings } from '../../../src/config/load.ts'
import type { KvReplica } from '../../../src/server/kv-replica.ts'
import { RigClient } from './rig-client.ts'
import { RigNetwork } from './rig-network.ts'
import { RigNode } from './rig-node.ts'
import { RigTime } from './rig-time.ts'

/** Within this all replicas of a shard that nobody writes to are equal. */
const EQUAL_WITHIN_MS = 30_000

export interface RigOptions {
  readonly nodes: number
  readonly seed?: number
  /** Settings beyond the rig's own. */
  readonly settings?: Settings
}

export class RigCluster {
  readonly time = new RigTime()
  readonly network = new RigNetwork(this.time)
  readonly random: SeededRandom
  private readonly nodes: readonly RigNode[]
  private clients = 0

  /** A cluster that is not running yet. */
  constructor({ nodes, seed = 1, settings = {} }: RigOptions) {
    this.random = new SeededRandom(seed)
    const ids = Array.from({ length: nodes }, (_, i) => i + 1)
    this.nodes = ids.map((id) => {
      const config = configOf(id, ids, settings)
      return new RigNode(config, this.time, this.network, this.random.fork())
    })
  }

  /** A cluster that runs, every shard with a leader. */
  static async started(options: RigOptions): Promise<RigCluster> {
    const cluster = new RigCluster(options)
    for (const node of cluster.nodes) await cluster.start(node.id)
    await cluster.ready()
    return cluster
  }

  node(id: number): RigNode {
    const node = this.nodes[id - 1]
    assert(node !== undefined, `there is no node ${id}`)
    return node
  }

  /** Also those that are down. */
  get all(): readonly RigNode[] {
    return this.nodes
  }

  get running(): readonly RigNode[] {
    return this.nodes.filter(({ isUp }) => isUp)
  }

  async start(id: number): Promise<void> {
    await this.time.settled(this.node(id).start(), `start of node ${id}`)
  }

  /** Power failure of one node. */
  crash(id: number): void {
    this.node(id).crash()
  }

  /** Every shard has a leader that serves, and every running node that hosts shards has heard of the leaders. */
  async ready(withinMs = 30_000): Promise<void> {
    await this.time.until(
      () => this.shards.length > 0 && this.shards.every((shard) => this.isLed(shard)),
      'a leader of every shard',
      withinMs,
    )
  }

  /** All key-value shards, as some running node knows them. */
  get shards(): readonly ShardId[] {
    const { shards } = this.running[0]!.node.cluster.view
    return shards.overlapping({ start: 0, end: 2 ** 32 }).map((slot) => shards.shardAt(slot))
  }

  /** The replica that leads the shard and serves. */
  leader(shard: ShardId): { readonly node: RigNode; readonly replica: KvReplica } {
    for (const node of this.running) {
      const replica = node.node.host.replica(shard)
      if (replica?.serving === true) return { node, replica }
    }
    assert.fail(`shard ${shard} has no leader`)
  }

  /** A new client whose gateway is this node. */
  client(id: number): RigClient {
    const node = this.node(id)
    return new RigClient(
      {
        gateway: () => (node.isUp ? node.node.gateway : undefined),
        onDown: (lost) => node.onDown(lost),
        wallMicros: () => node.time.wallMicros(),
      },
      ++this.clients,
    )
  }

  /** Lets time pass until the promise settles. */
  async settled<Value>(promise: Promise<Value>, withinMs?: number): Promise<Value> {
    return this.time.settled(promise, 'an answer', withinMs)
  }

  /** All running replicas of the shard have applied the same entries and hold the same state. */
  async assertEqualReplicas(shard: ShardId, withinMs?: number): Promise<void> {
    const endMs = this.time.nowMs + (withinMs ?? EQUAL_WITHIN_MS)
    for (;;) {
      const indexes = (): (number | undefined)[] =>
        this.hostsOf(shard).map(({ node }) => node.host.replica(shard)?.appliedIndex)
      await this.time.until(
        () => indexes()[0] !== undefined && new Set(indexes()).size === 1,
        `replicas of shard ${shard} at one index`,
        endMs - this.time.nowMs,
      )
      const before = indexes().join()
      const digests: string[] = []
      for (const host of this.hostsOf(shard)) {
        digests.push(await this.time.settled(host.digest(shard), 'a digest'))
      }
      // A digest takes time: what was applied meanwhile is in some of them only.
      if (indexes().join() !== before) continue
      assert.equal(new Set(digests).size, 1, `replicas of shard ${shard} differ: ${digests.join()}`)
      return
    }
  }

  /** No node has met a failure of its environment that was not planned. */
  assertHealthy(): void {
    for (const { failures } of this.nodes) assert.deepEqual(failures, [])
  }

  /** Running nodes that should have a replica of the shard. */
  private hostsOf(shard: ShardId): readonly RigNode[] {
    const { shards } = this.running[0]!.node.cluster.view
    const slot = shards
      .overlapping({ start: 0, end: 2 ** 32 })
      .find((one) => shards.shardAt(one) === shard)
    assert(slot !== undefined, `there is no shard ${shard}`)
    const members = shards.descriptorAt(slot).replicas
    return this.running.filter(({ id }) => members.some(({ node }) => node === id))
  }

  private isLed(shard: ShardId): boolean {
    return this.running.some(({ node }) => node.host.replica(shard)?.serving === true)
  }
}

/** Keys that belong to different shards, one for each. */
export function keysOfShards(cluster: RigCluster, prefix = 'key'): ReadonlyMap<ShardId, string> {
  const keys = new Map<ShardId, string>()
  for (let number = 0; keys.size < cluster.shards.length; number++) {
    assert(number < 10_000, 'some shard owns no key')
    const key = `${prefix}-${number}`
    const shard = cluster.running[0]!.shardOf(key)
    if (!keys.has(shard)) keys.set(shard, key)
  }
  return keys
}

function configOf(id: number, ids: readonly number[], settings: Settings): Config {
  const addressOf = (node: number) => `127.0.0.1:${7400 + node}`
  const own = {
    nodeId: id,
    clusterId: 'rig',
    members: ids.map((node) => `${node}=${addressOf(node)}`),
    listen: addressOf(id),
    data: '/data',
    insecure: true,
    replicas: Math.min(3, ids.length),
    initialShards: 4,
    logFileSize: 2 ** 18,
    logMax: 2 ** 22,
    diskReserve: 0,
  }
  return resolveConfig(settingsOfFlags(settings), settingsOfFlags(own))
}
