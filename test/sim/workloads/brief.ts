/**
 * Values that expire. Each key belongs to one writer, who gives every value a time to live or none, takes some over with
 * `ifAbsent`, and remembers what it knows; readers look at the past, where expiry is judged by the time of the read. A value is
 * never seen at or past its expiry, and is there until then, as far as anybody knows [TTL].
 */
import assert from 'node:assert/strict'
import type { Client } from '../../../src/client/client.ts'
import type { Entry } from '../../../src/client/entries.ts'
import type { KeyVersion } from '../../../src/client/history.ts'
import type { PutOptions } from '../../../src/client/options.ts'
import { choose } from '../faults.ts'
import type { World } from '../world.ts'
import { insist, startWorkers, type Worker, type Workload } from './workload.ts'

const WRITERS = 3
const READERS = 2
const WRITE_PAUSE_MS = 400
const READ_PAUSE_MS = 150
/** How far back readers look, at most. */
const BACK_MS = 4_000
const MICROS = 1_000
/** So often a writer asks what became of a write before it goes on. */
const RESOLVES = 0.5

/** A version that certainly exists. */
interface Written {
  readonly value: string
  readonly at: number
  /** 0 = never. */
  readonly expiry: number
}

/** A write that may have happened, or may happen yet, also after writes that were begun later. */
interface Loose {
  readonly value: string
  readonly expiry: number
  readonly ifAbsent: boolean
  /** The key had a version of this time before the write began. */
  readonly after: number
}

/** The key before its first version. */
const NOTHING: Written = { value: '', at: 0, expiry: 1 }

/** What is known of a key. */
class Known {
  /** In the order of their times. */
  readonly versions: Written[] = []
  readonly loose = new Map<string, Loose>()

  begins(write: Omit<Loose, 'after'>): void {
    this.loose.set(write.value, { ...write, after: this.newestAt(Infinity).at })
  }

  /** It is known now when this value was written. */
  happened(value: string, at: number): void {
    const write = this.loose.get(value)
    if (write === undefined) {
      const known = this.versions.find((version) => version.value === value)
      assert.equal(at, known?.at, `${value} is of another time now, or had been refused`)
      return
    }
    const { after, expiry, ifAbsent } = write
    assert(at > after, `${value} is of ${at}, but was begun after ${after}`)
    this.loose.delete(value)
    const below = this.newestAt(at)
    assert(below.at < at, `${value} and ${below.value} are both of ${at}`)
    assert(
      !ifAbsent || this.mayBeAbsent(at),
      `${value} was put at ${at} as if absent over ${below.value}, which lives until ${below.expiry}`,
    )
    this.versions.splice(this.versions.indexOf(below) + 1, 0, { value, at, expiry })
  }

  /** Of the versions that are certain. */
  newestAt(at: number): Written {
    return this.versions.findLast((version) => version.at <= at) ?? NOTHING
  }

  mayBeAbsent(at: number): boolean {
    if (!isAlive(this.newestAt(at), at)) return true
    return [...this.loose.values()].some((write) => write.after < at && !isAlive(write, at))
  }
}

function isAlive({ expiry }: { readonly expiry: number }, at: number): boolean {
  return expiry === 0 || expiry > at
}

export class Brief implements Workload {
  readonly name = 'brief'
  private readonly world: World
  private readonly known = Array.from({ length: WRITERS }, () => new Known())
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

  async verify(): Promise<void> {
    const client = await this.world.newClient()
    for (let which = 0; which < WRITERS; which++) {
      this.judgeHistory(which, await this.allVersions(client, keyOf(which)))
    }
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
    known.begins({ value, expiry, ifAbsent })
    const ended = await worker.ask(`put ${keyOf(which)} ${value} until ${expiry}`, timeoutMs, () =>
      worker.client.put(keyOf(which), value, options),
    )
    if (ended.type === 'ok') known.happened(value, ended.answer.timestamp)
    else if (ended.type === 'fail') known.loose.delete(value)
    else if (random.float() < RESOLVES) {
      // A writer that does not ask goes on while its write may still happen.
      const resolved = await worker.resolved(ended)
      if (resolved === 'fail') known.loose.delete(value)
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
    const known = this.known[which]!
    const read = `${keyOf(which)} at ${at}`
    if (entry === undefined) {
      const { value, expiry } = known.newestAt(at)
      assert(known.mayBeAbsent(at), `${read} is absent; ${value} was to live until ${expiry}`)
      return
    }
    const { value, timestamp, expiry } = entry
    known.happened(value as string, timestamp)
    const newest = known.newestAt(at)
    assert.equal(value, newest.value, `${read}, of ${newest.at}`)
    assert.equal(expiry, newest.expiry, `${read}, its expiry`)
    assert(isAlive(newest, at), `${read} has a value that expired at ${expiry}`)
  }

  /** Oldest first. */
  private async allVersions(client: Client, key: string): Promise<KeyVersion[]> {
    const found: KeyVersion[] = []
    for (let at = Infinity; ; at = found.at(-1)!.timestamp - 1) {
      const options = { limit: 100, timeoutMs: 5_000, ...(at === Infinity ? {} : { at }) }
      const page = await insist(this.world, () => client.history(key, options))
      found.push(...page.versions)
      if (page.complete) return found.reverse()
      assert(page.versions.length > 0, `the history of ${key} does not end`)
    }
  }

  /** Every version that is certain is there, and nothing else but what may have happened. */
  private judgeHistory(which: number, found: readonly KeyVersion[]): void {
    const { versions, loose } = this.known[which]!
    const certain = new Map(versions.map((version) => [version.at, version]))
    for (const { timestamp, value, expiry } of found) {
      const one =
        certain.get(timestamp) ??
        [...loose.values()].find((write) =>
          value === undefined ? write.expiry === expiry : write.value === value,
        )
      const shownAs = `${keyOf(which)} at ${timestamp} in history`
      assert(one !== undefined, `${shownAs}: nobody wrote ${String(value)}, until ${expiry}`)
      assert.equal(expiry, one.expiry, shownAs)
      // What had expired before the next version came has no value.
      if (value !== undefined || expiry === 0) assert.equal(value, one.value, shownAs)
      certain.delete(timestamp)
      loose.delete(one.value)
    }
    const [missing] = certain.values()
    assert(missing === undefined, `${keyOf(which)}: ${missing?.value} is not in history`)
  }
}

function keyOf(which: number): string {
  return `brief-${which}`
}
