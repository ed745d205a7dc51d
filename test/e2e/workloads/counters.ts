/** Increments by one: every counter must end as the number of increments that happened, neither more nor less. */
import assert from 'node:assert/strict'
import type { RingKvClient } from '../../../src/client/index.ts'
import { Workload } from './workload.ts'

export class Counters extends Workload {
  private readonly keys: readonly string[]
  private readonly sums: number[]
  /** Sums that were answered, by counter: no two increments may be told the same. */
  private readonly answered: Set<bigint>[]

  constructor(kv: RingKvClient, prefix: string, counters: number, writersEach: number) {
    super(kv)
    this.keys = Array.from({ length: counters }, (_, index) => `${prefix}${index}`)
    this.sums = this.keys.map(() => 0)
    this.answered = this.keys.map(() => new Set())
    for (let counter = 0; counter < counters; counter++) {
      for (let writer = 0; writer < writersEach; writer++) this.spawn(() => this.step(counter))
    }
  }

  get increments(): number {
    return this.sums.reduce((sum, value) => sum + value, 0)
  }

  private async step(counter: number): Promise<void> {
    const fate = await this.outcomes.fateOf(this.kv, async () => {
      const { value } = await this.kv.increment(this.keys[counter]!)
      if (value === undefined) return
      assert(!this.answered[counter]!.has(value), `two increments were answered ${value}`)
      this.answered[counter]!.add(value)
    })
    if (fate === 'happened') this.sums[counter]!++
  }

  async check(kv: RingKvClient): Promise<void> {
    this.outcomes.check()
    const entries = await kv.getMany(this.keys)
    assert.deepEqual(
      entries.map((entry) => entry?.value),
      this.sums.map((sum) => (sum === 0 ? undefined : BigInt(sum))),
    )
  }
}
