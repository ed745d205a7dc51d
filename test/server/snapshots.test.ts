/** Followers that fell behind the log: snapshots, from the offer to the equal replica, with crashes at every step. */
import assert from 'node:assert/strict'
import sinon from 'sinon'
import type { Settings } from '../../src/config/load.ts'
import { SEGMENT_OFFSET, TABLE } from '../../src/shard/keys.ts'
import { RigCluster } from './rig/rig-cluster.ts'
import type { RigNode } from './rig/rig-node.ts'

/** Small enough that a second of writes is over the log's budget. */
const SMALL_LOG = {
  logFileSize: 2 ** 16,
  logMax: 2 ** 17,
  checkpointInterval: '500ms',
  initialShards: 1,
}

/** By when a leader has given up a transfer that nobody takes, and offered another. */
const PATIENCE_MS = 120_000

/** A follower that is down while the others write and forget more log than it could catch up with. */
async function laggingCluster(seed: number, settings: Settings = {}) {
  const cluster = await RigCluster.started({
    nodes: 3,
    seed,
    settings: { ...SMALL_LOG, ...settings },
  })
  const [shard] = cluster.shards
  assert(shard !== undefined)
  const { node: leader } = cluster.leader(shard)
  const follower = cluster.running.find(({ id }) => id !== leader.id && id !== 1) ?? cluster.node(1)
  await cluster.settled(cluster.client(leader.id).put('first', 'of all'))
  const last = follower.directory.raftLog.shard(shard).lastIndex()
  cluster.crash(follower.id)
  await write(cluster, leader, 'while down')
  const log = leader.directory.raftLog.shard(shard)
  await cluster.time.until(() => log.firstIndex() > last + 1, 'the log is behind the follower')
  return { cluster, shard, leader, follower, last }
}

async function write(cluster: RigCluster, gateway: RigNode, what: string): Promise<void> {
  const client = cluster.client(gateway.id)
  const filler = what.padEnd(2_000, '.')
  for (let round = 0; round < 20; round++) {
    const puts = Array.from({ length: 10 }, (_, i) => client.put(`key-${i}`, `${round} ${filler}`))
    for (const put of puts) await cluster.settled(put)
  }
}

/** Segments under which the node has rows of versions. */
async function segmentsOf({ directory }: RigNode): Promise<Set<number>> {
  const rows = await directory.engine.iterate({
    gte: Buffer.from([TABLE.heads]),
    lt: Buffer.from([TABLE.heads + 1]),
  })
  return new Set(rows.map(({ key }) => key.readUInt32BE(SEGMENT_OFFSET)))
}

describe('a follower far behind', () => {
  it('gets a snapshot, and then equals the others', async () => {
    const { cluster, shard, leader, follower, last } = await laggingCluster(1)
    await cluster.start(follower.id)
    await cluster.assertEqualReplicas(shard)
    assert(follower.directory.raftLog.shard(shard).firstIndex() > last + 1, 'it came by a snapshot')
    // It goes on by the log, and may lead.
    await cluster.settled(cluster.client(leader.id).put('later', 'by log'))
    cluster.crash(leader.id)
    await cluster.ready()
    assert.equal(await cluster.settled(cluster.client(follower.id).get('later')), 'by log')
    assert.equal(await cluster.settled(cluster.client(follower.id).get('first')), 'of all')
    cluster.assertHealthy()
  })

  it('is offered another snapshot when the first one broke off', async () => {
    const { cluster, shard, follower } = await laggingCluster(2)
    let dropped = 0
    cluster.network.tap = ({ kind }) => {
      if (kind !== 'snapshot-chunk' || dropped > 0) return 'pass'
      dropped++
      return 'drop'
    }
    await cluster.start(follower.id)
    await cluster.assertEqualReplicas(shard, PATIENCE_MS)
    assert.equal(dropped, 1)
    cluster.assertHealthy()
  })

  it('is offered another one when it died between the offer and the first row', async () => {
    const { cluster, shard, follower } = await laggingCluster(3)
    let offered = false
    cluster.network.tap = ({ kind }) => {
      if (kind !== 'snapshot-chunk') return 'pass'
      offered = true
      return 'hold'
    }
    await cluster.start(follower.id)
    await cluster.time.until(() => offered, 'a snapshot on its way')
    cluster.crash(follower.id)
    cluster.network.tap = () => 'pass'
    await cluster.start(follower.id)
    await cluster.assertEqualReplicas(shard, PATIENCE_MS)
    cluster.assertHealthy()
  })

  it('of many shards asks again soon where the sender is busy with its other shards', async () => {
    const { cluster, follower } = await laggingCluster(4, { initialShards: 8 })
    // One transfer takes longer than the pause before the next question.
    cluster.network.latencyMs = ({ kind }) => (kind === 'snapshot-chunk' ? 300 : 1)
    await cluster.start(follower.id)
    for (const shard of cluster.shards) await cluster.assertEqualReplicas(shard, 8_000)
    cluster.assertHealthy()
  })

  it('gets its snapshot no faster than the sender may send', async () => {
    const { cluster, shard, follower } = await laggingCluster(9, { snapshotRate: 100_000 })
    let begun: number | undefined
    cluster.network.tap = ({ kind }) => {
      if (kind === 'snapshot-chunk') begun ??= cluster.time.nowMs
      return 'pass'
    }
    await cluster.start(follower.id)
    await cluster.assertEqualReplicas(shard, PATIENCE_MS)
    // 200 versions of 2000 bytes, of which the last chunk costs nobody time.
    assert.ok(cluster.time.nowMs - begun! > 2_000, `${cluster.time.nowMs - begun!} ms`)
    cluster.assertHealthy()
  })

  describe('whose transfer broke off', () => {
    /** A transfer of which the chunks up to `chunks` have come, and the next one never does. */
    async function broken(seed: number, chunks: number) {
      const lagging = await laggingCluster(seed)
      const { cluster, leader, follower } = lagging
      const asked = sinon.spy(leader.node, 'snapshot')
      let requests = 0
      cluster.network.tap = ({ kind, from }) =>
        kind === 'snapshot-chunk' && from === follower.id && ++requests === chunks + 1
          ? 'drop'
          : 'pass'
      await cluster.start(follower.id)
      await cluster.time.until(() => requests > chunks, 'the break')
      return { ...lagging, asked }
    }

    it('goes on with what it lacks', async () => {
      const { cluster, shard, asked } = await broken(5, 2)
      await cluster.assertEqualReplicas(shard, PATIENCE_MS)
      assert.equal(asked.callCount, 2)
      const [first, second] = asked.args.map(([request]) => request)
      assert.equal(first!.resume, undefined)
      assert.equal(second!.resume?.chunks, 2)
      const { header } = await asked.lastCall.returnValue
      assert.deepEqual([header.index, header.firstChunk], [second!.resume.index, 2])
      cluster.assertHealthy()
    })

    it('begins anew where the log cannot take over from there any more', async () => {
      const { cluster, shard, leader, asked } = await broken(6, 2)
      await write(cluster, leader, 'meanwhile')
      await cluster.assertEqualReplicas(shard, PATIENCE_MS)
      const { header } = await asked.lastCall.returnValue
      assert.ok(asked.lastCall.args[0].resume !== undefined)
      assert.equal(header.firstChunk, 0)
      cluster.assertHealthy()
    })

    it('begins anew after it lost power, and leaves no rows of the first try behind', async () => {
      const { cluster, shard, follower, asked } = await broken(7, 2)
      await cluster.time.pass(10)
      cluster.crash(follower.id)
      await cluster.start(follower.id)
      await cluster.assertEqualReplicas(shard, PATIENCE_MS)
      const { header } = await asked.lastCall.returnValue
      assert.equal(header.firstChunk, 0)
      assert.equal((await cluster.settled(segmentsOf(follower))).size, 1)
      cluster.assertHealthy()
    })

    it('drops what came from a leader that died, and takes another one’s', async () => {
      const { cluster, shard, follower, leader } = await broken(8, 2)
      cluster.crash(leader.id)
      await cluster.ready()
      await cluster.assertEqualReplicas(shard, PATIENCE_MS)
      assert.equal((await cluster.settled(segmentsOf(follower))).size, 1)
    })
  })

  // Each operation of disk and engine between the offer and the live replica is a place to die.
  for (const [medium, steps] of [
    ['engine', [1, 2, 3, 4, 5, 6, 8, 10]],
    ['disk', [1, 2]],
  ] as const) {
    for (const step of steps) {
      it(`comes back equal after it lost power at ${medium} operation ${step} of the install`, async () => {
        const { cluster, shard, leader, follower } = await laggingCluster(100 + step)
        let chunks = 0
        cluster.network.tap = ({ kind, to }) => {
          if (kind === 'snapshot-chunk' && to !== follower.id) chunks++
          return 'pass'
        }
        let operations = 0
        let crashed = false
        const dieAt = (operation: string): void => {
          if (chunks === 0 || crashed || (operation !== 'write' && operation !== 'flush')) return
          if (++operations < step) return
          crashed = true
          follower.crash()
        }
        if (medium === 'engine') follower.engineTap = dieAt
        else {
          follower.diskFault = (operation) => {
            dieAt(operation)
            return undefined
          }
        }
        await cluster.start(follower.id)
        await cluster.time.until(() => chunks > 0, 'a snapshot on its way')
        // Entries behind the snapshot come in, too.
        await cluster.settled(cluster.client(leader.id).put('later', 'by log'))
        await cluster.time.until(() => crashed, 'the crash')
        await cluster.start(follower.id)
        await cluster.assertEqualReplicas(shard)
        // Once more, so that what was left behind meets a start, too.
        cluster.crash(follower.id)
        await cluster.start(follower.id)
        await cluster.assertEqualReplicas(shard)
        cluster.assertHealthy()
      })
    }
  }
})
