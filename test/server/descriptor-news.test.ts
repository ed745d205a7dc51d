/** How placement hears of splits, whoever is gone. */
import assert from 'node:assert/strict'
import sinon from 'sinon'
import { nodeId, replicaId, shardId } from '../../src/base/ids.ts'
import type { PlacementCommand } from '../../src/placement/command.ts'
import type { MapDelta } from '../../src/placement/view.ts'
import { ClusterState } from '../../src/server/cluster-state.ts'
import { DescriptorNews } from '../../src/server/descriptor-news.ts'
import type { Descriptor } from '../../src/shard/descriptor.ts'
import { promisesSettle } from './deferred.ts'

const SELF = nodeId(1)

function shard(id: number, start: number, end: number, range = 1): Descriptor {
  return {
    shard: shardId(id),
    range: { start, end },
    epoch: { config: 1, range },
    replicas: [{ replica: replicaId(1), node: SELF, role: 'voter' }],
    incarnation: 'first',
    nextReplica: 2,
  }
}

const HALVES = [shard(1, 0, 50, 2), shard(2, 50, 100, 2)]

describe('news of splits', () => {
  let cluster: ClusterState
  let propose: sinon.SinonStub<[PlacementCommand], Promise<unknown>>
  let news: DescriptorNews
  let local: Descriptor[]

  beforeEach(() => {
    cluster = new ClusterState()
    propose = sinon.stub<[PlacementCommand], Promise<unknown>>().resolves()
    local = []
    news = new DescriptorNews({ self: SELF, cluster, propose, descriptors: () => local })
    cluster.onChange((delta) => news.mapChanged(delta))
    hear(1, [shard(1, 0, 100)])
  })

  function hear(version: number, descriptors: readonly Descriptor[], full = true): void {
    const delta: MapDelta = {
      since: full ? 0 : version - 1,
      version,
      full,
      descriptors,
      nodes: [],
      keyspaces: [],
      droppedKeyspaces: [],
      settings: undefined,
      holds: undefined,
    }
    cluster.apply(delta)
  }

  const mapped = (): number[] => [...cluster.view.shards.descriptors()].map(({ shard: id }) => id)

  it('reach this node’s map at once, both halves, and placement in one command', () => {
    news.split(HALVES, true)
    assert.deepEqual(mapped(), [1, 2])
    sinon.assert.calledOnceWithExactly(propose, { kind: 'update-descriptor', descriptors: HALVES })
  })

  it('are told by nodes that do not lead only if nobody else has', () => {
    news.split(HALVES, false)
    sinon.assert.notCalled(propose)
    hear(2, HALVES, false)
    news.tick()
    sinon.assert.notCalled(propose)
  })

  it('are told again until placement’s map has them', async () => {
    propose.rejects(new Error('nobody leads'))
    news.split(HALVES, true)
    await promisesSettle()
    news.tick()
    await promisesSettle()
    sinon.assert.calledTwice(propose)
    hear(2, HALVES, false)
    news.tick()
    sinon.assert.calledTwice(propose)
  })

  it('outlive a whole map that does not have them yet', () => {
    news.split(HALVES, true)
    hear(2, [shard(1, 0, 100)])
    assert.deepEqual(mapped(), [1])
    news.tick()
    assert.deepEqual(mapped(), [1, 2])
  })

  it('leave no hole in a map that does not know what was split', () => {
    news.split([shard(2, 50, 75, 3), shard(3, 75, 100, 3)], true)
    assert.deepEqual(mapped(), [1])
  })

  it('of an earlier life are found by comparing', () => {
    local = HALVES
    news.tick()
    sinon.assert.calledOnceWithExactly(propose, { kind: 'update-descriptor', descriptors: HALVES })
  })
})
