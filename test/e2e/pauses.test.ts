/**
 * A leader that stands still (a long garbage collection, a stopped virtual machine) and then goes on as if nothing had
 * happened: it must not answer from what it knew before.
 */
import assert from 'node:assert/strict'
import { RingKvError } from '../../src/base/errors.ts'
import { KV_SERVICE } from '../../src/net/services.ts'
import { eventually } from './harness/eventually.ts'
import { useCluster } from './harness/cluster.ts'
import { keysIn } from './harness/keys.ts'
import { RawClient } from './harness/raw-client.ts'

const PAUSE_MS = 3000
const ROUNDS = 3
const READERS_EACH = 4

describe('pausing leaders', () => {
  const cluster = useCluster()

  for (let round = 1; round <= ROUNDS; round++) {
    it(`reads nothing stale and goes on writing elsewhere (${round})`, async () => {
      const [shard] = await cluster.current.shardIds()
      const [key] = await keysIn(cluster.current, shard!, `register-${round}:`, 1)
      const register = new Register(key!)
      const clients = cluster.current.nodes.map(({ listen }) => new RawClient(listen))
      try {
        for (const client of clients) {
          for (let reader = 0; reader < READERS_EACH; reader++) register.readBy(client)
        }
        const kv = await cluster.current.connect({ timeoutMs: 20_000 })
        register.writeBy(() => kv.increment(key!))
        await eventually('some writes are through', () => register.acknowledged >= 5)
        const leader = await cluster.current.leaderOf(shard!)
        leader.pause()
        const pausedAt = performance.now()
        const before = register.acknowledged
        try {
          await eventually('writes go on elsewhere', () => register.acknowledged >= before + 20)
          await eventually('the pause is over', () => performance.now() - pausedAt >= PAUSE_MS)
        } finally {
          leader.resume()
        }
        const reads = register.reads
        await eventually('reads go on everywhere', () => register.reads >= reads + 50)
        await register.stop()
        assert.equal((await kv.get(key!))?.value, BigInt(register.acknowledged))
      } finally {
        clients.forEach((client) => client.close())
      }
    })
  }
})

/**
 * A counter with one writer: a read must see at least what was acknowledged before it began, and at most what was begun before it
 * ended.
 */
class Register {
  acknowledged = 0
  reads = 0
  private begun = 0
  private running = true
  private readonly key: Buffer
  private readonly loops: Promise<void>[] = []

  constructor(key: string) {
    this.key = Buffer.from(key)
  }

  writeBy(increment: () => Promise<{ value: bigint | undefined }>): void {
    this.loop(async () => {
      this.begun++
      const { value } = await increment()
      this.acknowledged++
      assert.equal(value ?? BigInt(this.acknowledged), BigInt(this.acknowledged))
    })
  }

  readBy(client: RawClient): void {
    this.loop(async () => {
      const least = this.acknowledged
      let value: bigint
      try {
        const { row } = await client.call(KV_SERVICE.Get, { key: this.key }, 10_000)
        value = row?.value?.int ?? 0n
      } catch (error) {
        // The paused node may find that the deadline has passed while it stood.
        if (error instanceof RingKvError) assert.match(error.code, /DEADLINE|NO_QUORUM/)
        return
      }
      this.reads++
      assert(value >= BigInt(least), `read ${value} after ${least} was acknowledged`)
      assert(value <= BigInt(this.begun), `read ${value} when only ${this.begun} were begun`)
    })
  }

  async stop(): Promise<void> {
    this.running = false
    await Promise.all(this.loops)
  }

  private loop(step: () => Promise<void>): void {
    const run = (async () => {
      while (this.running) await step()
    })()
    run.catch(() => undefined)
    this.loops.push(run)
  }
}
