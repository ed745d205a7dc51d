/**
 * Devices that edit without a connection and commit later, against each other and against plain writers (04, "A context",
 * "Resolution"). A device keeps its session as its program should, before every commit; when its process dies it comes back
 * with what it had kept, and commits again without knowing how the last commit ended.
 *
 * What must hold is kept apart from how the store does it, in sums and sets: every change that a device made and did not
 * drop is in the result exactly once. Amounts move between counters in one commit, so their sum is the same at every
 * moment; elements are unique, and what was put into a list and not taken out is in it once; lines are in their text
 * once; a register holds no value that lost.
 */
import assert from 'node:assert/strict'
import { RingKvError } from '../../../src/base/errors.ts'
import type { SeededRandom } from '../../../src/base/random.ts'
import { isConflict } from '../../../src/client/errors.ts'
import { OfflineSession } from '../../../src/client/offline/offline-session.ts'
import type { ValueInput } from '../../../src/client/values.ts'
import type { Policy } from '../../../src/versions/version.ts'
import { ClientCrashed, type ClientLife } from '../client-life.ts'
import { choose, exponential } from '../faults.ts'
import type { World } from '../world.ts'
import { insist, startWorkers, type Worker, type Workload } from './workload.ts'

const DEVICES = 3
const PAUSE_MS = 250
const RETRY_MS = 300
/** Amounts move from one to another: on shards of their own. */
const COUNTERS = ['offline-counter-0', 'offline-counter-1', 'offline-counter-2'] as const
/** As counters, but every conflict is refused, and the edit made again. */
const GUARDED = 'offline-guarded'
const LISTS = ['offline-list-0', 'offline-list-1'] as const
const TEXT = 'offline-text'
const REGISTER = 'offline-register'
const KEYS = [...COUNTERS, GUARDED, ...LISTS, TEXT, REGISTER]

const POLICIES = new Map<string, Policy>([
  [GUARDED, 'abort'],
  [TEXT, 'text'],
  [REGISTER, 'lww'],
])

/** What must be found at the end. */
class Books {
  readonly sums = new Map<string, bigint>(COUNTERS.map((key) => [key, 0n]))
  guarded = 0n
  readonly inserted = new Map<string, Set<string>>(LISTS.map((key) => [key, new Set()]))
  readonly removed = new Map<string, Set<string>>(LISTS.map((key) => [key, new Set()]))
  readonly lines = new Set<string>()
  readonly lost = new Set<string>()
}

export class Conflicts implements Workload {
  readonly name = 'conflicts'
  private readonly world: World
  private readonly books = new Books()
  private readonly devices: Device[]
  private lastPlain = 0

  constructor(world: World) {
    this.world = world
    this.devices = Array.from({ length: DEVICES }, (_, i) => new Device(world, this.books, i))
  }

  async run(): Promise<void> {
    const [auditor, writer] = await startWorkers(this.world, 2, 900)
    for (const key of [...COUNTERS, GUARDED]) await this.make(writer!, key, 0n)
    for (const key of LISTS) await this.make(writer!, key, [])
    await this.make(writer!, TEXT, 'top\nmiddle\nend')
    await Promise.all([
      ...this.devices.map((device) => device.live()),
      auditor!.loop(PAUSE_MS, () => this.audit(auditor!)),
      writer!.loop(PAUSE_MS, () => this.write(writer!)),
    ])
  }

  async verify(): Promise<void> {
    for (const device of this.devices) await device.settle()
    const { books, world } = this
    const client = await world.newClient()
    const read = (key: string): Promise<unknown> =>
      insist(world, async () => (await client.get(key, { timeoutMs: 5_000 }))?.value)
    for (const [key, sum] of books.sums) assert.equal(await read(key), sum, key)
    assert.equal(await read(GUARDED), books.guarded, GUARDED)
    for (const key of LISTS) {
      const removed = books.removed.get(key)!
      const expected = [...books.inserted.get(key)!].filter((element) => !removed.has(element))
      assert.deepEqual([...((await read(key)) as string[])].sort(), expected.sort(), key)
    }
    const lines = ((await read(TEXT)) as string).split('\n')
    const wanted = [...books.lines, 'top', 'middle', 'end']
    assert.deepEqual(lines.sort(), wanted.sort(), TEXT)
    const value = (await read(REGISTER)) as string | undefined
    assert(value === undefined || !books.lost.has(value), `${REGISTER}: ${value} had lost`)
  }

  /** Makes a key, once. */
  private async make(worker: Worker, key: string, value: ValueInput): Promise<void> {
    for (;;) {
      const options = { ifAbsent: true, timeoutMs: 2_000 }
      const ended = await worker.ask(`make ${key}`, 2_000, () =>
        worker.client.put(key, value, options).catch(unlessThere),
      )
      if (ended.type === 'ok') return
      await this.world.pause(RETRY_MS)
    }
  }

  /** Amounts move in one commit: at every moment the sum of all counters is the same. */
  private async audit(auditor: Worker): Promise<void> {
    const timeoutMs = 5_000
    const ended = await auditor.ask('sum of the offline counters', timeoutMs, () =>
      auditor.client.transact(
        async (transaction) => {
          const amounts = await Promise.all(COUNTERS.map((key) => transaction.getInt(key)))
          return amounts.reduce<bigint>((sum, amount) => sum + (amount ?? 0n), 0n)
        },
        { timeoutMs },
      ),
    )
    if (ended.type === 'ok') assert.equal(ended.answer, 0n, 'the sum of the counters')
  }

  /** Somebody with a connection, who knows nothing of devices. */
  private async write(writer: Worker): Promise<void> {
    const timeoutMs = writer.timeoutMs()
    const value = `plain-${++this.lastPlain}`
    await writer.ask(`put ${value}`, timeoutMs, () =>
      writer.client.put(REGISTER, value, { timeoutMs }),
    )
  }
}

/** One device: its session, and its present process. */
class Device {
  private readonly world: World
  private readonly books: Books
  private readonly random: SeededRandom
  private readonly name: string
  private life: ClientLife | undefined
  private session: OfflineSession
  /** The session as the device keeps it for its next process. */
  private kept: string
  /** Lines that the device wants in the text. */
  private readonly ownLines = new Set<string>()
  private edits = 0

  constructor(world: World, books: Books, number: number) {
    this.world = world
    this.books = books
    this.random = world.random.fork()
    this.name = `tablet-${number}`
    this.session = new OfflineSession({ actor: this.name, wallMicros: this.wallMicros })
    this.kept = this.session.export()
  }

  private readonly wallMicros = (): number => this.world.cluster.time.nowMs * 1000

  async live(): Promise<void> {
    try {
      while (this.world.active) {
        await this.world.pause(exponential(this.random, PAUSE_MS * this.world.pace))
        if (this.random.float() < 0.25) await this.attempt('fetch', (life) => this.fetch(life))
        for (let i = this.random.integer(0, 3); i > 0; i--) this.edit()
        if (this.random.float() < 0.4) await this.commit()
      }
    } catch (error) {
      this.world.violation(error)
    }
  }

  /** Everything that is pending is committed, whatever it takes. */
  async settle(): Promise<void> {
    while (this.session.pending.length > 0) {
      await this.commit()
      await this.world.pause(RETRY_MS)
    }
  }

  // ---- offline

  private edit(): void {
    const { session, random } = this
    const name = `${this.name}-${++this.edits}`
    const pick = random.float()
    if (pick < 0.4) this.move()
    else if (pick < 0.5) this.guard()
    else if (pick < 0.8) this.editList(choose(random, [...LISTS]), name)
    else if (pick < 0.9) this.addLine(name)
    else if (session.get(REGISTER) !== undefined) {
      session.put(REGISTER, name, { onConflict: 'lww' })
    }
  }

  private move(): void {
    const { session, random, books } = this
    const [one, two, three] = COUNTERS
    const keys = random.integer(0, 1) === 0 ? ([one, two] as const) : ([two, three] as const)
    if (keys.some((key) => session.get(key) === undefined)) return
    const amount = BigInt(random.integer(1, 9))
    for (const [key, by] of [
      [keys[0], -amount],
      [keys[1], amount],
    ] as const) {
      session.increment(key, by)
      books.sums.set(key, books.sums.get(key)! + by)
    }
  }

  private guard(): void {
    if (this.session.get(GUARDED) === undefined) return
    this.session.increment(GUARDED, 1n, { onConflict: 'abort' })
    this.books.guarded += 1n
  }

  private editList(key: string, name: string): void {
    const { session, random, books } = this
    const list = session.get(key) as readonly string[] | undefined
    if (list === undefined) return
    if (list.length > 0 && random.float() < 0.4) {
      const element = choose(random, [...list])
      session.listRemove(key, [element])
      books.removed.get(key)!.add(element)
      return
    }
    if (random.integer(0, 1) === 0) session.listAppend(key, [name])
    else session.listPrepend(key, [name])
    books.inserted.get(key)!.add(name)
  }

  private addLine(name: string): void {
    if (this.session.get(TEXT) === undefined) return
    this.ownLines.add(name)
    this.books.lines.add(name)
    this.putLines()
  }

  /** Every line of its own that is not in the text goes in somewhere. */
  private putLines(): void {
    const lines = (this.session.get(TEXT) as string).split('\n')
    const missing = [...this.ownLines].filter((line) => !lines.includes(line))
    if (missing.length === 0) return
    for (const line of missing) lines.splice(this.random.integer(0, lines.length), 0, line)
    this.session.put(TEXT, lines.join('\n'), { onConflict: 'text' })
  }

  // ---- online

  private async commit(): Promise<void> {
    const { session } = this
    const ended = await this.attempt('commit', async (life) => {
      const timeoutMs = choose(this.random, [200, 1_000, 5_000])
      const register = session.get(REGISTER)
      const wasInDoubt = session.pending.some(({ inDoubt }) => inDoubt)
      const results = await session.commit(life.client, { timeoutMs })
      for (const { key, outcome } of results) {
        if (key === REGISTER && outcome === 'LOST' && !wasInDoubt) {
          this.books.lost.add(register as string)
        }
      }
      return results.map(({ key, outcome }) => `${key} ${String(outcome)}`).join()
    })
    if (isConflict(ended)) {
      const keys = ended.details!.conflicts.map(({ key, reason, relation, detail }) => {
        this.world.trace.note('conflict', 0, 0, 0, `${key} ${relation} ${reason}`)
        const policy = POLICIES.get(key)
        assert(policy !== 'lww' || reason === 'UNKNOWN_CONTEXT', `${key}: ${reason}`)
        assert(reason !== 'POLICY_ABORT' || policy === 'abort', `${key}: ${reason}`)
        assert(
          detail?.kind !== 'unknown' ||
            detail.cause === 'PREVIOUS_DOT_MISSING' ||
            detail.cause === 'OWN_DOT_OLD',
          `${key}: ${JSON.stringify(detail)}`,
        )
        return key
      })
      await this.attempt('settle conflicts', (life) => this.settleConflicts(life, keys))
    }
  }

  /** As a person would: changes of numbers and lists are made again, lines are put into the text that is there now. */
  private async settleConflicts(life: ClientLife, keys: readonly string[]): Promise<string> {
    const options = { timeoutMs: 2_000 }
    const again = keys.filter((key) => key !== TEXT)
    if (again.length > 0) await this.session.redo(life.client, again, options)
    if (keys.includes(TEXT)) {
      await this.session.takeTheirs(life.client, [TEXT], options)
      this.putLines()
    }
    return keys.join()
  }

  private async fetch({ client }: ClientLife): Promise<string> {
    await this.session.fetch(client, KEYS, { timeoutMs: 2_000 })
    return 'taken along'
  }

  /** Makes a request with the present process. When it dies the next one begins with what was kept. */
  private async attempt(
    what: string,
    request: (life: ClientLife) => Promise<string>,
  ): Promise<unknown> {
    const { trace } = this.world
    trace.note('device', 0, 0, 0, `${this.name}: ${what}`)
    this.kept = this.session.export()
    if (this.life === undefined || this.life.isOver) {
      this.life = await this.world.newLife(this.name)
    }
    const { life } = this
    try {
      const answer = await life.during(() => request(life))
      trace.note('device ok', 0, 0, 0, `${this.name}: ${answer}`)
      return undefined
    } catch (error) {
      trace.note('device not', 0, 0, 0, `${this.name}: ${String(error)}`)
      if (error instanceof ClientCrashed) {
        this.session = OfflineSession.import(this.kept, { wallMicros: this.wallMicros })
        return undefined
      }
      if (!(error instanceof RingKvError) || error.code === 'INTERNAL') throw error
      return error
    }
  }
}

/** What is there already need not be made. */
function unlessThere(error: unknown): void {
  if (!isConflict(error)) throw error
}
