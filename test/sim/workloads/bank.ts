/**
 * Accounts on many shards whose sum never changes: interactive transfers, one-shot transfers, and every way to read many keys
 * at once, each of which must see the same sum [SER, ATOM].
 */
import assert from 'node:assert/strict'
import type { Client } from '../../../src/client/client.ts'
import type { Consistency } from '../../../src/client/options.ts'
import { choose } from '../faults.ts'
import type { World } from '../world.ts'
import { insist, startWorkers, type Worker, type Ended, type Workload } from './workload.ts'

const ACCOUNTS = 8
const START = 100n
const WORKERS = 4
const PAUSE_MS = 200
/** Times whose answers are remembered. */
const PAST_MAX = 8

type Balances = readonly (bigint | undefined)[]

export class Bank implements Workload {
  readonly name = 'bank'
  private readonly world: World
  private readonly past: { readonly at: number; readonly balances: Balances }[] = []
  private readonly keys = Array.from({ length: ACCOUNTS }, (_, i) => `bank:account-${i}`)

  constructor(world: World) {
    this.world = world
  }

  async run(): Promise<void> {
    const workers = await startWorkers(this.world, WORKERS, 200)
    await this.open(workers[0]!)
    await Promise.all(workers.map((worker) => worker.loop(PAUSE_MS, () => this.step(worker))))
  }

  async verify(): Promise<void> {
    const client = await this.world.newClient()
    const values = await insist(this.world, () => this.readStrictly(client, 5_000))
    this.check('the end', values)
  }

  private async open(worker: Worker): Promise<void> {
    for (;;) {
      const then = this.keys.map((key) => ({ op: 'put' as const, key, value: START }))
      const ended = await worker.ask('open accounts', 10_000, () =>
        worker.client.transactOnce({ then }, { timeoutMs: 10_000 }),
      )
      if ((await worker.resolved(ended)) === 'ok') return
      assert(this.world.active, 'the accounts could not be opened')
    }
  }

  private step(worker: Worker): Promise<void> {
    const timeoutMs = worker.timeoutMs()
    const pick = worker.random.float()
    if (pick < 0.3) return this.transfer(worker, timeoutMs)
    if (pick < 0.55) return this.transferAtOnce(worker, timeoutMs)
    if (pick < 0.7) return this.read(worker, timeoutMs)
    if (pick < 0.85) return this.scan(worker, timeoutMs)
    return this.readPast(worker, timeoutMs)
  }

  private async transfer(worker: Worker, timeoutMs: number): Promise<void> {
    const [from, to] = this.pair(worker)
    const amount = BigInt(worker.random.integer(1, 20))
    await worker.ask(`transfer ${amount} from ${from} to ${to}`, timeoutMs, () =>
      worker.client.transact(
        async (transaction) => {
          const balance = (await transaction.getInt(from)) ?? 0n
          if (balance < amount) return
          const other = (await transaction.getInt(to)) ?? 0n
          transaction.put(from, balance - amount)
          transaction.put(to, other + amount)
        },
        { timeoutMs },
      ),
    )
  }

  private async transferAtOnce(worker: Worker, timeoutMs: number): Promise<void> {
    const [from, to] = this.pair(worker)
    const amount = worker.random.integer(1, 20)
    await worker.ask(`one-shot transfer ${amount} from ${from} to ${to}`, timeoutMs, () =>
      worker.client.transactOnce(
        {
          compare: [{ key: from, is: '>', value: amount }],
          then: [
            { op: 'increment', key: from, by: -amount },
            { op: 'increment', key: to, by: amount },
          ],
        },
        { timeoutMs },
      ),
    )
  }

  private async read(worker: Worker, timeoutMs: number): Promise<void> {
    const ended = await worker.ask('sum strictly', timeoutMs, () =>
      this.readStrictly(worker.client, timeoutMs),
    )
    this.checkEnded('strictly', ended)
  }

  private async scan(worker: Worker, timeoutMs: number): Promise<void> {
    const newestBefore = worker.client.dispatcher.newestTimestamp
    // A scan's deadline is that of each of its pages.
    const ended = await worker.ask('sum by scan', timeoutMs * (2 + ACCOUNTS), () =>
      this.readByScan(worker.client, timeoutMs),
    )
    this.checkEnded('by scan', ended)
    const at = worker.client.dispatcher.newestTimestamp
    // Then it is the time at which the scan was read, on all of its pages.
    if (ended.type === 'ok' && at > newestBefore) this.remember(at, ended.answer)
  }

  /** The past does not change: a time that was read once is read again, from whichever replicas have it. */
  private async readPast(worker: Worker, timeoutMs: number): Promise<void> {
    const { random } = worker
    const known = random.float() < 0.3 ? undefined : choose(random, this.past)
    const at = known?.at ?? worker.client.dispatcher.newestTimestamp
    if (at === 0) return
    const consistency: Consistency = known === undefined ? 'strict' : 'snapshot'
    const ended = await worker.ask(`${consistency} sum at ${at}`, timeoutMs, async () => {
      const entries = await worker.client.getMany(this.keys, { at, consistency, timeoutMs })
      return entries.map((entry) => entry?.value as bigint | undefined)
    })
    this.checkEnded(`at ${at}`, ended)
    if (ended.type !== 'ok') return
    if (known === undefined) this.remember(at, ended.answer)
    else assert.deepEqual(ended.answer, known.balances, `two reads at ${at} differ`)
  }

  private remember(at: number, balances: Balances): void {
    this.past.push({ at, balances })
    if (this.past.length > PAST_MAX) this.past.shift()
  }

  private readStrictly(client: Client, timeoutMs: number): Promise<Balances> {
    return client.transact(
      async (transaction) => {
        const entries = await transaction.getMany(this.keys)
        return entries.map((entry) => entry?.value as bigint | undefined)
      },
      { timeoutMs },
    )
  }

  private async readByScan(client: Client, timeoutMs: number): Promise<Balances> {
    const found = new Map<string, bigint>()
    for await (const { key, value } of client.scan({ prefix: 'bank:', timeoutMs, pageRows: 3 })) {
      assert(!found.has(key), `a scan found ${key} twice`)
      found.set(key, value as bigint)
    }
    return this.keys.map((key) => found.get(key))
  }

  private checkEnded(how: string, ended: Ended<Balances>): void {
    if (ended.type !== 'ok') return
    // A snapshot may trail by the skew of clocks, to before the accounts were opened.
    const isOpen = ended.answer.some((value) => value !== undefined)
    if (isOpen) this.check(how, ended.answer)
  }

  private check(how: string, values: Balances): void {
    const sum = values.reduce<bigint>((total, value) => total + (value ?? 0n), 0n)
    const wanted = START * BigInt(ACCOUNTS)
    assert(
      sum === wanted && values.length === ACCOUNTS,
      `accounts read ${how}: ${values.map((value) => value ?? 'nothing').join(' + ')} = ${sum}, not ${wanted}`,
    )
  }

  private pair(worker: Worker): [string, string] {
    const from = worker.random.integer(0, ACCOUNTS - 1)
    const to = (from + worker.random.integer(1, ACCOUNTS - 1)) % ACCOUNTS
    return [this.keys[from]!, this.keys[to]!]
  }
}
