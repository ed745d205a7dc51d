/**
 * Every metric of a node, in one place: `ringkv_<part>_<what>_<unit>`. Gauges are read when somebody asks; nothing here
 * costs a request anything. Node.js's own (event loop, garbage collection, memory) come from prom-client's defaults.
 */
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'

/** What a node tells of itself when asked. */
export interface NodeMeasures {
  readonly replicas: number
  readonly leaders: number
  readonly shards: number
  readonly shardsWithoutLeader: number
  readonly locksHeld: number
  readonly outcomeBytes: number
  readonly logBytes: number
  readonly diskFreeBytes: number
  readonly closedLagSeconds: number
}

/** What a keyspace has in the shards that a node leads. */
export interface KeyspaceMeasures {
  readonly name: string
  readonly keys: number
  readonly bytes: number
  readonly historyBytes: number
}

const HELP: Readonly<Record<keyof NodeMeasures, readonly [name: string, help: string]>> = {
  replicas: ['ringkv_shard_replicas', 'Replicas on this node.'],
  leaders: ['ringkv_shard_leaders', 'Replicas on this node that lead and serve.'],
  shards: ['ringkv_map_shards', 'Shards in the map that this node knows.'],
  shardsWithoutLeader: ['ringkv_map_shards_without_leader', 'Shards without a known leader.'],
  locksHeld: ['ringkv_txn_prepared', 'Prepared transactions whose outcome is not known here yet.'],
  outcomeBytes: ['ringkv_outcomes_bytes', 'Memory held by recorded outcomes of operation ids.'],
  logBytes: ['ringkv_log_files_bytes', 'Size of the write-ahead log on disk.'],
  diskFreeBytes: ['ringkv_disk_free_bytes', 'Free bytes on the data disk.'],
  closedLagSeconds: [
    'ringkv_closed_lag_seconds',
    'How far what a follower here may answer trails what it has applied, at most.',
  ],
}

/** Labelled by keyspace; the sum over all nodes is the cluster's. */
const KEYSPACE_HELP: Readonly<
  Record<Exclude<keyof KeyspaceMeasures, 'name'>, readonly [name: string, help: string]>
> = {
  keys: ['ringkv_keyspace_keys', 'Keys that have a value, in the shards led here.'],
  bytes: ['ringkv_keyspace_live_bytes', 'Bytes of those keys and their values.'],
  historyBytes: [
    'ringkv_keyspace_history_bytes',
    'Bytes of superseded versions that can still be read, in the shards led here.',
  ],
}

export class Metrics {
  private readonly registry = new Registry()

  constructor(measure: () => NodeMeasures, keyspaces: () => readonly KeyspaceMeasures[]) {
    for (const [key, [name, help]] of Object.entries(KEYSPACE_HELP)) {
      new Gauge({
        name,
        help,
        labelNames: ['keyspace'],
        registers: [this.registry],
        collect() {
          // Of those that are gone nothing is said any more.
          this.reset()
          for (const measures of keyspaces()) {
            this.set({ keyspace: measures.name }, measures[key as keyof typeof KEYSPACE_HELP])
          }
        },
      })
    }
    collectDefaultMetrics({ register: this.registry })
    for (const [key, [name, help]] of Object.entries(HELP)) {
      new Gauge({
        name,
        help,
        registers: [this.registry],
        collect() {
          this.set(measure()[key as keyof NodeMeasures])
        },
      })
    }
  }

  get contentType(): string {
    return this.registry.contentType
  }

  text(): Promise<string> {
    return this.registry.metrics()
  }

  close(): void {
    this.registry.clear()
  }
}
