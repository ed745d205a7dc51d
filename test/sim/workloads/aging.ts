/**
 * The past under garbage collection: a keyspace that keeps history for a second only, whose keys are overwritten, deleted and let
 * expire. Each key has one writer, so what it held at any time is known: a read in the past must say exactly that, or
 * `SNAPSHOT_TOO_OLD`; and where somebody holds the time, it must say it (05, "Garbage").
 */
import assert from 'node:assert/strict'
import type { PlacementCommand, PlacementReply } from '../../../src/placement/command.ts'
import { timestamp } from '../../../src/base/ids.ts'
import { choose } from '../faults.ts'
import type { World } from '../world.ts'
import { insist, startWorkers, type Worker, type Workload } from './workload.ts'

const KEYSPACE = 'aging'
const RETENTION_MS = 1_000
const WORKERS = 3
const KEYS = 2
const PAUSE_MS = 100
const HOLD_MS = 600_000
/** Where one clock alone is further off, for the moment until that is noticed, nothing is promised. */
const CLOCK_DOUBT_MICROS = 2_000_000

interface Written {
  readonly at: number
  /** undefined = deleted. */
  readonly value: string | undefined
  /** 0 = never. */
  readonly expiry: number
}

/** What is known of one key. Where that ends, its writer goes on with another one. */
class Life {
  readonly key: string
  readonly versions: Written[] = []

  constructor(key: string) {
    this.key = key
  }

  at(time: number): string | undefined {
    const version = this.versions.findLast(({ at }) => at <= time)
    const isOver = version !== undefined && version.expiry !== 0 && version.expiry <= time
    return isOver ? undefined : version?.value
  }
}

interface Held {
  readonly life: Life
  readonly readAt: number
}

export class Aging implements Workload {
  readonly name = 'aging'
  private readonly world: World
  private keys = 0
  private readonly lives: Life[] = []
  private readonly held: Held[] = []

  constructor(world: World) {
    this.world = world
  }

  async run(): Promise<void> {
    const workers = await startWorkers(this.world, WORKERS, 900)
    await this.place({ kind: 'set-settings', changes: { transactionLifetimeMs: RETENTION_MS } })
    await this.place({
      kind: 'create-keyspace',
      at: timestamp(0),
      name: KEYSPACE,
      partition: { kind: 'key' },
      policy: 'auto',
      retentionMs: RETENTION_MS,
      quotaBytes: 0,
    })
    await Promise.all(
      workers.map((worker) => {
        const own = Array.from({ length: KEYS }, () => this.newLife())
        return worker.loop(PAUSE_MS, () => this.step(worker, own))
      }),
    )
  }

  async verify(): Promise<void> {
    const client = await this.world.newClient()
    for (const life of this.lives) {
      const last = life.versions.at(-1)
      if (last === undefined || last.expiry !== 0) continue
      const options = { keyspace: KEYSPACE, timeoutMs: 5_000 }
      const found = await insist(this.world, () => client.getString(life.key, options))
      assert.equal(found, last.value, `${life.key} in the end`)
    }
    for (const { life, readAt } of this.held) {
      const options = { keyspace: KEYSPACE, timeoutMs: 5_000, at: readAt }
      if (this.clocksAreOff) return
      const found = await insist(this.world, () => client.getString(life.key, options))
      assert.equal(found, life.at(readAt), `${life.key} at ${readAt}, which is held`)
    }
  }

  private newLife(): Life {
    const life = new Life(`aging-${this.keys++}`)
    this.lives.push(life)
    return life
  }

  private async step(worker: Worker, own: Life[]): Promise<void> {
    const which = worker.random.integer(0, own.length - 1)
    const life = own[which]!
    const pick = worker.random.float()
    if (pick < 0.55) {
      if (await this.write(worker, life)) return
      // Nobody knows what it holds from here on, nor when it came to it.
      this.lives.splice(this.lives.indexOf(life), 1)
      own[which] = this.newLife()
    } else if (pick < 0.97) await this.read(worker, life)
    else await this.hold(worker, life)
  }

  /** Whether it is known what became of it. */
  private async write(worker: Worker, { key, versions }: Life): Promise<boolean> {
    const { random } = worker
    const options = { keyspace: KEYSPACE, timeoutMs: worker.timeoutMs() }
    const value = `${worker.process}/${versions.length}`
    const pick = random.float()
    const now = worker.client.dispatcher.clusterClock.now()
    const expiry = pick < 0.2 && now > 0 ? now + choose(random, [500_000, 3_000_000]) : 0
    const deletes = pick > 0.75
    const ended = await worker.ask(`age ${key}`, options.timeoutMs, () =>
      deletes
        ? worker.client.delete(key, options)
        : worker.client.put(key, value, { ...options, expiry }),
    )
    if (ended.type === 'info') return false
    if (ended.type === 'fail') return true
    versions.push({ at: ended.answer.timestamp, value: deletes ? undefined : value, expiry })
    return true
  }

  private async read(worker: Worker, life: Life): Promise<void> {
    const { random } = worker
    const held = this.held.filter((each) => each.life === life)
    const known = held.length > 0 && random.float() < 0.3 ? choose(random, held) : undefined
    const written = life.versions.at(-1 - random.integer(0, 12)) ?? life.versions.at(-1)
    if (written === undefined) return
    const at = known?.readAt ?? written.at + random.integer(0, 1_000)
    const expected = life.at(at)
    // Its own newest version may be later than what the node that is asked believes to be now.
    if (at > worker.client.dispatcher.newestTimestamp) return
    const options = { keyspace: KEYSPACE, timeoutMs: worker.timeoutMs(), at }
    const ended = await worker.ask(`${life.key} at ${at}`, options.timeoutMs, () =>
      worker.client.getString(life.key, options),
    )
    if (ended.type === 'ok') assert.equal(ended.answer, expected, `${life.key} at ${at}`)
    else if (known !== undefined && ended.error.code === 'SNAPSHOT_TOO_OLD') {
      assert(this.clocksAreOff, `${life.key} at ${at}, which is held: ${ended.error.message}`)
    }
  }

  private async hold(worker: Worker, life: Life): Promise<void> {
    const readAt = life.versions.at(-1)?.at
    const node = this.world.cluster.running[0]
    if (readAt === undefined || node === undefined || this.clocksAreOff) return
    const reply = await this.placeOnce({
      kind: 'take-hold',
      at: timestamp(Math.max(readAt, node.time.wallMicros())),
      keyspace: 0,
      readAt: timestamp(readAt),
      purpose: `worker ${worker.process}`,
      lifeMs: HOLD_MS,
    })
    if (reply?.kind === 'hold') this.held.push({ life, readAt })
  }

  private async place(command: PlacementCommand): Promise<void> {
    while (this.world.active) {
      const reply = await this.placeOnce(command)
      if (reply !== undefined && reply.kind !== 'error') return
      await this.world.pause(200)
    }
  }

  /** What an operator would do, at whichever node is up. */
  private async placeOnce(command: PlacementCommand): Promise<PlacementReply | undefined> {
    const { running } = this.world.cluster
    const node = running.length === 0 ? undefined : choose(this.world.random, running)
    const gone = new Promise<undefined>((resolve) => node?.onDown(() => resolve(undefined)))
    try {
      return await Promise.race([gone, node?.node.placement(command)])
    } catch {
      return undefined
    }
  }

  private get clocksAreOff(): boolean {
    return this.world.cluster.all.some(
      ({ time }) => Math.abs(time.wallOffsetMicros) > CLOCK_DOUBT_MICROS,
    )
  }
}
