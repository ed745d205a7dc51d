/**
 * Compares builds that run side by side: puts of 256 bytes, 256 in flight, to one cluster after the other, in blocks of some
 * seconds, round after round. A machine whose speed drifts by a third between minutes slows all of them alike, so that the means can be
 * compared where those of two separate runs cannot. The beginning of each block is not counted: what the last block has left
 * behind (engine writes, compactions) is done then.
 *
 * Run with `node scripts/run-compiled.mjs bench/alternate.ts SECONDS ENDPOINTS ENDPOINTS …`, each the comma-separated addresses of a
 * cluster; prints puts a second for each: mean, and quantiles over half seconds.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { SeededRandom } from '../src/base/random.ts'
import { RingKv, type RingKvClient } from '../src/client/index.ts'

const IN_FLIGHT = 256
const KEYS = 10_000
const WARM_UP_MS = 6_000
const UNCOUNTED_MS = 4_000
const SLICE_MS = 500
const SLICES = 20

const [seconds, ...clusters] = process.argv.slice(2)
const value = Buffer.alloc(256, 'v')
const random = new SeededRandom(1)

interface Side {
  readonly endpoints: string
  readonly kv: RingKvClient
  readonly rates: number[]
}

/** Keeps the cluster busy while `during` runs, which is told how many puts are done whenever it asks. */
async function underLoad(
  kv: RingKvClient,
  during: (done: () => number) => Promise<void>,
): Promise<void> {
  let done = 0
  let stopped = false
  const caller = async (): Promise<void> => {
    while (!stopped) {
      await kv.put(`key-${random.integer(0, KEYS - 1)}`, value)
      done++
    }
  }
  const callers = Array.from({ length: IN_FLIGHT }, caller)
  await during(() => done)
  stopped = true
  await Promise.all(callers)
}

async function block({ kv, rates }: Side): Promise<void> {
  await underLoad(kv, async (done) => {
    await pause(UNCOUNTED_MS)
    for (let slice = 0; slice < SLICES; slice++) {
      const before = done()
      const began = performance.now()
      await pause(SLICE_MS)
      rates.push(((done() - before) / (performance.now() - began)) * 1000)
    }
  })
}

const sides: Side[] = []
for (const endpoints of clusters) {
  sides.push({ endpoints, kv: await RingKv.connect(endpoints.split(',')), rates: [] })
}
for (const { kv } of sides) await underLoad(kv, () => pause(WARM_UP_MS))
const end = performance.now() + Number(seconds) * 1000
while (performance.now() < end) for (const side of sides) await block(side)
for (const { endpoints, kv, rates } of sides) {
  const sorted = rates.sort((a, b) => a - b)
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length
  const quantile = (part: number): string =>
    Math.round(sorted[Math.floor(part * (sorted.length - 1))]!).toLocaleString('en')
  console.log(
    `${endpoints}: mean ${Math.round(mean).toLocaleString('en')}, p10 ${quantile(0.1)}, p50 ${quantile(0.5)}, p90 ${quantile(0.9)} puts/s`,
  )
  await kv.close()
}
