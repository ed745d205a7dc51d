/**
 * What one operation costs three nodes and a client together in JavaScript: everything but gRPC, disk and RocksDB, in one process and on
 * simulated time, so that other programs disturb it little and the same work is done every time. For comparing builds, not for
 * predicting rates: here nobody switches between processes, and packets are objects.
 *
 * Run with `node scripts/run-compiled.mjs bench/node-cost.ts WORKLOAD [IN_FLIGHT] [SECONDS]`, the workloads of `kvbench`; prints microseconds of
 * processor time per operation: of the whole, and the least of any tenth. It is worth a `--cpu-prof`.
 */
import { SeededRandom } from '../src/base/random.ts'
import { pauseAfterLossMs } from '../src/client/pace.ts'
import { WORKLOADS, type BenchPlan, type Workload } from '../src/cli/kvbench/plan.ts'
import { submit } from '../src/cli/kvbench/runner.ts'
import { TaskSource } from '../src/cli/kvbench/workloads.ts'
import { RigCluster } from '../test/server/rig/rig-cluster.ts'
import { ClientFactory } from '../test/sim/world.ts'

const NODES = 3
const WARM_UP_MS = 4_000
const SLICES = 10
/** About what a hop takes on a busy machine. Neighbouring packets travel at different speeds, as real ones do. */
const HOP_MS = [2, 3, 4] as const

const workload = WORKLOADS.find((name) => name === process.argv[2])
const inFlight = Number(process.argv[3] ?? 256)
const seconds = Number(process.argv[4] ?? 10)
if (workload === undefined) throw new Error(`which workload: ${WORKLOADS.join(', ')}?`)

function planOf(chosen: Workload): BenchPlan {
  return {
    workload: chosen,
    endpoints: [],
    keyspace: '',
    inFlight,
    rate: 0,
    durationMs: 0,
    warmUpMs: 0,
    valueBytes: 256,
    keys: 10_000,
    zipf: 0,
    readFraction: 0.5,
    hot: false,
    connections: 1,
    timeoutMs: 10_000,
    seed: 1,
  }
}

const plan = planOf(workload)
const random = new SeededRandom(1)
const cluster = await RigCluster.started({
  nodes: NODES,
  settings: { initialShards: 32, logFileSize: 2 ** 24, logMax: 2 ** 28 },
})
const { time, network } = cluster
network.latencyMs = () => HOP_MS[random.integer(0, HOP_MS.length - 1)]!
const life = await time.settled(new ClientFactory(cluster, random).make(), 'a client')
const { dispatcher } = life.client
const source = new TaskSource(plan, dispatcher, random, new Uint8Array())
const nextTask = source.next()
let done = 0
let lost = 0

function keepOneUnderWay(): void {
  const task = nextTask()
  const age = dispatcher.clusterClock.now()
  let losses = 0
  const attempt = (): void => {
    const beganMs = time.nowMs
    submit(
      plan,
      dispatcher,
      task,
      (error) => {
        if (error?.code === 'RETRY') {
          lost++
          time.after(pauseAfterLossMs(++losses, time.nowMs - beganMs, random), attempt)
          return
        }
        if (error !== undefined) throw error
        done++
        keepOneUnderWay()
      },
      age,
    )
  }
  attempt()
}

for (let i = 0; i < inFlight; i++) keepOneUnderWay()
await time.pass(WARM_UP_MS)
const costs: number[] = []
let total = 0
const before = done
lost = 0
for (let slice = 0; slice < SLICES; slice++) {
  const [usage, began] = [process.cpuUsage(), done]
  await time.pass((seconds * 1000) / SLICES)
  const { user, system } = process.cpuUsage(usage)
  total += user + system
  costs.push((user + system) / (done - began))
}
const all = done - before
console.log(
  `${workload}, ${inFlight} in flight: ${(total / all).toFixed(1)} us an operation, ` +
    `least ${Math.min(...costs).toFixed(1)}; ${all} in ${seconds} simulated seconds, ${lost} lost`,
)
process.exit()
