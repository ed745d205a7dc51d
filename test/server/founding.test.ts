/** How a cluster begins, and that a founder which lost its disk does not pass for its former self. */
import assert from 'node:assert/strict'
import { FatalError } from '../../src/base/errors.ts'
import { RigCluster } from './rig/rig-cluster.ts'

function placementOf(cluster: RigCluster, id: number) {
  return cluster.node(id).node.host.placement
}

function assertForeign(cluster: RigCluster, id: number): void {
  const { failures, isUp } = cluster.node(id)
  assert(!isUp)
  assert.equal(failures.length, 1)
  const [failure] = failures
  assert(failure instanceof FatalError, String(failure))
  assert.equal(failure.kind, 'data-directory-foreign')
}

describe('a cluster', () => {
  it('begins when the last of its founders is up, in whatever order they come', async () => {
    const cluster = new RigCluster({ nodes: 3 })
    for (const id of [3, 1]) {
      await cluster.start(id)
      await cluster.time.pass(3_000)
      for (const { node } of cluster.running) assert.equal(node.host.placement, undefined)
    }
    await cluster.start(2)
    await cluster.ready()
    await cluster.settled(cluster.client(1).put('k', 'v'))
    cluster.assertHealthy()
  })

  it('tells nodes that were there before it how it is laid out', async () => {
    const cluster = new RigCluster({ nodes: 4, settings: { replicas: 3 } })
    await cluster.start(4)
    await cluster.time.pass(1_000)
    for (const id of [1, 2, 3]) {
      await cluster.start(id)
      await cluster.time.pass(1_000)
    }
    await cluster.time.until(
      () => cluster.node(4).node.cluster.view.shards.size > 0,
      'the map at the node that was first',
    )
    await cluster.ready()
    assert.equal(await cluster.settled(cluster.client(4).get('k')), undefined)
    cluster.assertHealthy()
  })

  it('begins though founders lose power at any time while they found it', async () => {
    for (let pauseMs = 0; pauseMs < 400; pauseMs += 37) {
      const cluster = new RigCluster({ nodes: 3, seed: 1 + pauseMs })
      for (const id of [1, 2, 3]) await cluster.start(id)
      await cluster.time.pass(pauseMs)
      for (const id of [2, 3]) cluster.crash(id)
      await cluster.time.pass(500)
      for (const id of [3, 2]) await cluster.start(id)
      await cluster.ready()
      cluster.assertHealthy()
    }
  })
})

describe('a founder that lost its disk', () => {
  it('is refused before it has a placement replica that could vote', async () => {
    const cluster = await RigCluster.started({ nodes: 3 })
    cluster.crash(3)
    cluster.node(3).wipe()
    const starting = cluster.node(3).start()
    void starting.catch(() => undefined)
    await cluster.time.until(
      () => {
        const { isUp, failures } = cluster.node(3)
        if (isUp) assert.equal(placementOf(cluster, 3), undefined)
        return failures.length > 0
      },
      'a refusal',
      5_000,
    )
    assertForeign(cluster, 3)
    await cluster.settled(cluster.client(1).put('k', 'without it'))
  })

  it('waits for all others when everybody restarts, however it is first', async () => {
    const cluster = await RigCluster.started({ nodes: 3 })
    await cluster.settled(cluster.client(1).put('k', 'v'))
    for (const id of [1, 2, 3]) cluster.crash(id)
    cluster.node(3).wipe()
    await cluster.start(3)
    await cluster.time.pass(5_000)
    assert.equal(placementOf(cluster, 3), undefined)
    // Alone it cannot say what is committed of its log.
    await cluster.start(1)
    await cluster.time.pass(5_000)
    if (cluster.node(3).isUp) assert.equal(placementOf(cluster, 3), undefined)
    await cluster.start(2)
    await cluster.time.until(() => cluster.node(3).failures.length > 0, 'a refusal', 30_000)
    assertForeign(cluster, 3)
    await cluster.ready()
    assert.equal(await cluster.settled(cluster.client(1).get('k')), 'v')
  })
})
