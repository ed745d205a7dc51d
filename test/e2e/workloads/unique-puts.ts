/** Every put has a key of its own: each that was acknowledged must be there, and none that was refused. */
import assert from 'node:assert/strict'
import type { RingKvClient } from '../../../src/client/index.ts'
import { Workload } from './workload.ts'

export class UniquePuts extends Workload {
  private readonly prefix: string
  private readonly happened = new Map<string, string>()
  private readonly refused = new Set<string>()
  private next = 0

  constructor(kv: RingKvClient, prefix: string, writers: number) {
    super(kv)
    this.prefix = prefix
    for (let writer = 0; writer < writers; writer++) this.spawn(() => this.step())
  }

  get acknowledged(): number {
    return this.happened.size
  }

  private async step(): Promise<void> {
    const number = this.next++
    const key = `${this.prefix}${number}`
    const value = `value ${number}`
    const fate = await this.outcomes.fateOf(this.kv, () => this.kv.put(key, value))
    if (fate === 'happened') this.happened.set(key, value)
    else this.refused.add(key)
  }

  async check(kv: RingKvClient): Promise<void> {
    this.outcomes.check()
    const found = new Map<string, unknown>()
    for await (const { key, value } of kv.scan({ prefix: this.prefix })) found.set(key, value)
    const lost = [...this.happened].filter(([key, value]) => found.get(key) !== value)
    assert.deepEqual(lost, [], 'acknowledged puts are lost')
    const ghosts = [...this.refused].filter((key) => found.has(key))
    assert.deepEqual(ghosts, [], 'refused puts are there')
    assert.equal(found.size, this.happened.size)
    const keys = [...this.happened.keys()]
    const entries = await kv.getMany(keys)
    assert.deepEqual(
      entries.map((entry) => entry?.value),
      keys.map((key) => this.happened.get(key)),
    )
  }
}
