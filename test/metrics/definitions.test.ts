import assert from 'node:assert/strict'
import sinon from 'sinon'
import { Metrics, type KeyspaceMeasures, type NodeMeasures } from '../../src/metrics/definitions.ts'

const MEASURES: NodeMeasures = {
  replicas: 1,
  leaders: 2,
  shards: 3,
  shardsWithoutLeader: 4,
  locksHeld: 5,
  outcomeBytes: 6,
  logBytes: 7,
  diskFreeBytes: 8,
  closedLagSeconds: 9,
}

const USERS: KeyspaceMeasures = { name: 'users', keys: 1, bytes: 2, historyBytes: 3 }

describe('metrics', () => {
  let measure: sinon.SinonStub<[], NodeMeasures>
  let keyspaces: sinon.SinonStub<[], KeyspaceMeasures[]>
  let metrics: Metrics

  beforeEach(() => {
    measure = sinon.stub<[], NodeMeasures>().returns(MEASURES)
    keyspaces = sinon.stub<[], KeyspaceMeasures[]>().returns([USERS])
    metrics = new Metrics(measure, keyspaces)
  })

  afterEach(() => metrics.close())

  it('tell every measure under a name with a unit and a help text', async () => {
    const text = await metrics.text()
    const told = [...text.matchAll(/^(ringkv_[a-z_]+) (\d+)$/gm)].map(([, , value]) =>
      Number(value),
    )
    assert.deepEqual(told, Object.values(MEASURES))
    for (const [, name] of text.matchAll(/^(ringkv_[a-z_]+) /gm)) {
      assert.match(text, new RegExp(`^# HELP ${name} \\S.*\\.$`, 'm'))
      assert.match(text, new RegExp(`^# TYPE ${name} gauge$`, 'm'))
    }
  })

  it('are measured when somebody asks, not before', async () => {
    sinon.assert.notCalled(measure)
    await metrics.text()
    measure.returns({ ...MEASURES, leaders: 77 })
    assert.match(await metrics.text(), /^ringkv_shard_leaders 77$/m)
  })

  it('tell of each keyspace, and of a dropped one no more', async () => {
    const text = await metrics.text()
    assert.match(text, /^ringkv_keyspace_keys\{keyspace="users"\} 1$/m)
    assert.match(text, /^ringkv_keyspace_live_bytes\{keyspace="users"\} 2$/m)
    assert.match(text, /^ringkv_keyspace_history_bytes\{keyspace="users"\} 3$/m)
    keyspaces.returns([])
    assert.doesNotMatch(await metrics.text(), /keyspace="users"/)
  })

  it('say in which format they are', () => {
    assert.match(metrics.contentType, /^text\/plain; version=0\.0\.4/)
  })

  it('of two nodes in one process do not get mixed up', async () => {
    const other = new Metrics(
      () => ({ ...MEASURES, shards: 99 }),
      () => [],
    )
    assert.match(await metrics.text(), /^ringkv_map_shards 3$/m)
    assert.match(await other.text(), /^ringkv_map_shards 99$/m)
    other.close()
  })
})
