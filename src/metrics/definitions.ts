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

export class Metrics {
  private readonly registry = new Registry()

  constructor(measure: () => NodeMeasures) {
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
