/**
 * Values that expire. Each key belongs to one writer, who gives every value a time to live or none, takes some over with
 * `ifAbsent`, and remembers what it knows; readers look at the past, where expiry is judged by the time of the read. A value is
 * never seen at or past its expiry, and is there until then, as far as anybody knows [TTL].
 */
import assert from 'node:assert/strict'
import type { Entry } from '../../../src/client/entries.ts'
import type { PutOptions } from '../../../src/client/options.ts'
import { choose } from '../faults.ts'
import type { World } from '../world.ts'
import { startWorkers, type Worker, type Workload } from './workload.ts'

const WRITERS = 3
const READERS = 2
const WRITE_PAUSE_MS = 400
const READ_PAUSE_MS = 150
/** How far back readers look, at most. */
const BACK_MS = 4_000
const MICROS = 1_000

/** A version that certainly exists. */
interface Written {
  readonly value: string
  readonly at: number
  /** 0 = never. */
  readonly expiry: number
}

/** What is known of a key: its versions in order, `UNKNOWN` where something may have been written whose fate nobody knows. */
interface Known {
  readonly versions: Written[]
  /** The newest of them may not be the newest there is. */
  doubtful: boolean
}

export class Brief implements Workload {
  readonly name = 'brief'
  private readonly world: World
  private readonly known = Array.from({ length: WRITERS }, (): Known => ({
    versions: [],
    doubtful: false,
  }))
  private count = 0

  constructor(world: World) {
    this.world = world
  }

  async run(): Promise<void> {
    const workers = await startWorkers(this.world, WRITERS + READERS, 1_100)
    await Promise.all(
      workers.map((worker, i) =>
        i < WRITERS
          ? worker.loop(WRITE_PAUSE_MS, () => this.write(worker, i))
          : worker.loop(READ_PAUSE_MS, () => this.look(worker)),
      ),
    )
  }

  verify(): Promise<void> {
    // Every read was judged when it ended.
    return Promise.resolve()
  }

  private async write(worker: Worker, which: number): Promise<void> {
    const { random } = worker
    const known = this.known[which]!
    const timeoutMs = worker.timeoutMs()
    const ttlMs = choose(random, [0, 300, 1_000, 3_000])
    const expiry = ttlMs === 0 ? 0 : worker.client.dispatcher.clusterClock.now() + ttlMs * MICROS
    const ifAbsent = random.float() < 0.3
    const value = `v${++this.count}`
    const options: PutOptions = { expiry, ifAbsent, timeoutMs }
    const before = known.versions.at(-1)
    const wasDoubtful = known.doubtful
    const ended = await worker.ask(`put ${keyOf(which)} ${value} until ${expiry}`, timeoutMs, () =>
      worker.client.put(keyOf(which), value, options),
    )
    if (ended.type === 'ok') {
      const at = ended.answer.timestamp
      if (ifAbsent && before !== undefined && !wasDoubtful) {
        assert(
          before.expiry !== 0 && before.expiry <= at,
          `${value} was put at ${at} as if absent over one that lives until ${before.expiry}`,
        )
      }
      known.versions.push({ value, at, expiry })
      known.doubtful = false
    } else if (ended.type === 'info') known.doubtful = true
    if (known.doubtful) {
      // Whatever became of it, the next version that is known of is above it.
      known.versions.push({ value: UNKNOWN, at: before?.at ?? 0, expiry: 0 })
    }
  }

  private async look(worker: Worker): Promise<void> {
    const { random } = worker
    const which = random.integer(0, WRITERS - 1)
    const timeoutMs = worker.timeoutMs()
    const now = worker.client.dispatcher.clusterClock.now()
    const at = now - random.integer(0, BACK_MS) * MICROS
    const ended = await worker.ask(`read ${keyOf(which)} at ${at}`, timeoutMs, () =>
      worker.client.get(keyOf(which), { at, timeoutMs }),
    )
    if (ended.type === 'ok') this.judge(which, at, ended.answer)
  }

  private judge(which: number, at: number, entry: Entry | undefined): void {
    const key = keyOf(which)
    if (entry !== undefined && entry.expiry !== 0) {
      assert(entry.expiry > at, `${key} at ${at} has a value that expired at ${entry.expiry}`)
    }
    const { versions } = this.known[which]!
    const index = versions.findLastIndex((version) => version.at <= at)
    const version = versions[index]
    // The next one may be older than it looks: it was not known of when this read began.
    if (version === undefined || version.value === UNKNOWN) return
    if (versions[index + 1] === undefined || versions[index + 1]!.value === UNKNOWN) return
    const lives = version.expiry === 0 || version.expiry > at
    assert.equal(
      entry?.value,
      lives ? version.value : undefined,
      `${key} at ${at}, written at ${version.at} to live until ${version.expiry}`,
    )
  }
}

const UNKNOWN = '?'

function keyOf(which: number): string {
  return `brief-${which}`
}
