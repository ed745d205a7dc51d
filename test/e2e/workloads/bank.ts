/**
 * Accounts on different shards with transfers between them, of both kinds, while others add everything up in every way in
 * which one moment can be read: the sum is always the same, and no account is ever overdrawn.
 */
import assert from 'node:assert/strict'
import type { RingKvClient } from '../../../src/client/index.ts'
import { SeededRandom } from '../../../src/base/random.ts'
import { Workload } from './workload.ts'

const OPENING = 100n

export class Bank extends Workload {
  private readonly prefix: string
  private readonly accounts: readonly string[]
  private readonly random: SeededRandom
  sums = 0
  transfers = 0

  private constructor(kv: RingKvClient, prefix: string, accounts: number, seed: number) {
    super(kv)
    this.prefix = prefix
    this.accounts = Array.from({ length: accounts }, (_, index) => `${prefix}${index}`)
    this.random = new SeededRandom(seed)
  }

  /** `auditors`: whether others add up all the time. */
  static async open(
    kv: RingKvClient,
    prefix: string,
    accounts: number,
    seed: number,
    auditors = true,
  ): Promise<Bank> {
    const bank = new Bank(kv, prefix, accounts, seed)
    await kv.transactOnce({
      then: bank.accounts.map((key) => ({ op: 'put', key, value: OPENING })),
    })
    for (let teller = 0; teller < 2; teller++) {
      bank.spawn(() => bank.transfer((...parts) => bank.interactive(...parts)))
      bank.spawn(() => bank.transfer((...parts) => bank.oneShot(...parts)))
    }
    if (!auditors) return bank
    bank.spawn(() => bank.sum(() => bank.byTransaction(kv)))
    bank.spawn(() => bank.sum(() => bank.byTimestamp(kv)))
    bank.spawn(() => bank.sum(() => bank.byScan(kv)))
    return bank
  }

  private get total(): bigint {
    return BigInt(this.accounts.length) * OPENING
  }

  // ---- transfers -------------------------------------------------------------------------------------------------

  private async transfer(
    by: (from: string, to: string, amount: bigint) => Promise<unknown>,
  ): Promise<void> {
    const from = this.accounts[this.random.integer(0, this.accounts.length - 1)]!
    const to = this.accounts[this.random.integer(0, this.accounts.length - 1)]!
    if (from === to) return
    const amount = BigInt(this.random.integer(1, 5))
    const fate = await this.outcomes.fateOf(this.kv, () => by(from, to, amount))
    if (fate === 'happened') this.transfers++
  }

  private interactive(from: string, to: string, amount: bigint): Promise<void> {
    return this.kv.transact(async (transaction) => {
      const [source, target] = await Promise.all([transaction.getInt(from), transaction.getInt(to)])
      if (source! < amount) return
      transaction.put(from, source! - amount)
      transaction.put(to, target! + amount)
    })
  }

  private oneShot(from: string, to: string, amount: bigint): Promise<unknown> {
    return this.kv.transactOnce({
      compare: [{ key: from, is: '>', value: amount - 1n }],
      then: [
        { op: 'increment', key: from, by: -amount },
        { op: 'increment', key: to, by: amount },
      ],
    })
  }

  // ---- sums ------------------------------------------------------------------------------------------------------

  private async sum(read: () => Promise<readonly (bigint | undefined)[]>): Promise<void> {
    const balances = await this.outcomes.read(read)
    if (balances === undefined) return
    this.sums++
    this.balanced(balances)
  }

  private balanced(balances: readonly (bigint | undefined)[]): void {
    assert(
      balances.length === this.accounts.length &&
        balances.every((balance) => balance !== undefined && balance >= 0n) &&
        balances.reduce<bigint>((sum, balance) => sum + balance!, 0n) === this.total,
      `the balances ${balances.join(', ')} are not ${this.total} in all`,
    )
  }

  private byTransaction(kv: RingKvClient): Promise<(bigint | undefined)[]> {
    return kv.transact((transaction) =>
      Promise.all(this.accounts.map((account) => transaction.getInt(account))),
    )
  }

  private async byTimestamp(kv: RingKvClient): Promise<(bigint | undefined)[]> {
    const { timestamp } = await kv.put(`${this.prefix}clock`, 'now')
    const entries = await kv.getMany(this.accounts, { at: timestamp })
    return entries.map((entry) => entry?.value as bigint | undefined)
  }

  private async byScan(kv: RingKvClient): Promise<(bigint | undefined)[]> {
    const balances: bigint[] = []
    for await (const { value } of kv.scan({ prefix: this.prefix, pageRows: 2 })) {
      if (typeof value === 'bigint') balances.push(value)
    }
    return balances
  }

  async check(kv: RingKvClient): Promise<void> {
    this.outcomes.check()
    this.balanced(await this.byTransaction(kv))
    this.balanced(await this.byTimestamp(kv))
    this.balanced(await this.byScan(kv))
  }
}
