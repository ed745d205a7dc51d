/** What one benchmark run does: plain data, sent to every worker as it is. */
export const WORKLOADS = ['put', 'get', 'mixed', 'txn', 'txn2', 'incr', 'merge'] as const
export type Workload = (typeof WORKLOADS)[number]

export interface BenchPlan {
  readonly workload: Workload
  readonly endpoints: readonly string[]
  readonly keyspace: string
  /** Operations under way at once in this worker (closed loop). */
  readonly inFlight: number
  /** Operations a second that this worker starts (open loop); 0 = closed loop. */
  readonly rate: number
  readonly durationMs: number
  readonly warmUpMs: number
  readonly valueBytes: number
  /** How many different keys there are. */
  readonly keys: number
  /** Exponent of the zipfian distribution of keys; 0 = uniform. */
  readonly zipf: number
  /** Share of reads in `mixed`. */
  readonly readFraction: number
  /** `incr` on one key. */
  readonly hot: boolean
  /** SDK clients in this worker, each with sessions of its own. */
  readonly connections: number
  readonly timeoutMs: number
  readonly seed: number
}

/** What a worker measured. */
export interface BenchResult {
  /** Operations that ended within the measured time, without error. */
  readonly operations: number
  readonly measuredMs: number
  /** Latencies in microseconds, as HdrHistogram's compressed base64. */
  readonly histogram: string
  /** How often each error code came. */
  readonly errors: Readonly<Record<string, number>>
  /** Transactions that lost against another one and were run again (their latency includes that). */
  readonly retries: number
}
