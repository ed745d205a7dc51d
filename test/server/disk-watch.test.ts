import assert from 'node:assert/strict'
import { DiskWatch } from '../../src/server/disk-watch.ts'
import { keysOfShards, RigCluster } from './rig/rig-cluster.ts'

const TICKS = 5

describe('a watched disk', () => {
  let disk: DiskWatch

  beforeEach(() => {
    disk = new DiskWatch(TICKS)
  })

  const tick = (count = 1): void => {
    for (let i = 0; i < count; i++) disk.tick()
  }

  it('is not stalled while nothing waits, nor while writes come back', () => {
    tick(3 * TICKS)
    assert.equal(disk.isStalled, false)
    for (let i = 0; i < 3 * TICKS; i++) {
      disk.writeBegun()
      if (i > 0) disk.writeDone()
      tick()
    }
    assert.equal(disk.isStalled, false)
  })

  it('is stalled when a write has not come back for long, until it does', () => {
    disk.writeBegun()
    tick(TICKS - 1)
    assert.equal(disk.isStalled, false)
    tick(2)
    assert.equal(disk.isStalled, true)
    disk.writeDone()
    tick()
    assert.equal(disk.isStalled, false)
  })

  it('is due to be dealt with at once, and again after each interval', () => {
    disk.writeBegun()
    const due: number[] = []
    for (let ticks = 1; ticks <= 12; ticks++) {
      tick()
      if (disk.isDue(3)) due.push(ticks)
    }
    assert.deepEqual(due, [5, 8, 11])
  })
})

describe('a node whose disk stands still', () => {
  it('leads nothing any more: its shards write again, and leadership does not come back to it', async () => {
    const cluster = await RigCluster.started({ nodes: 3 })
    const keys = [...keysOfShards(cluster)]
    const [shard, key] = keys[0]!
    const { node: sick } = cluster.leader(shard)
    const healthy = cluster.running.find(({ id }) => id !== sick.id)!
    await cluster.settled(cluster.client(healthy.id).put(key, 'before'))
    sick.diskLatencyMs = () => 1e9
    for (const [, every] of keys) {
      await cluster.settled(cluster.client(healthy.id).put(every, 'after'), 10_000)
    }
    await cluster.time.pass(20_000)
    for (const [every] of keys) assert.notEqual(cluster.leader(every).node.id, sick.id)
    for (const [, every] of keys) {
      assert.equal(await cluster.settled(cluster.client(healthy.id).get(every)), 'after')
    }
    // What it was, it is again when its disk goes on.
    cluster.crash(sick.id)
    sick.diskLatencyMs = () => 0.2
    await cluster.start(sick.id)
    for (const [every] of keys) await cluster.assertEqualReplicas(every)
    cluster.assertHealthy()
  })
})
