import assert from 'node:assert/strict'
import { DEFAULT_KEYSPACE as KEYSPACE, nodeId, shardId, type NodeId } from '../../src/base/ids.ts'
import type { HeartbeatAnswer, NodeHeartbeat } from '../../src/net/transport.ts'
import { Heartbeats } from '../../src/server/heartbeats.ts'
import type { KvReplica } from '../../src/server/kv-replica.ts'
import { FakeTime } from '../client/fake-time.ts'

const SELF = nodeId(9)
const KNOWN: HeartbeatAnswer = {
  notLeader: false,
  leader: nodeId(0),
  wantFull: false,
  certain: true,
  identity: '',
  wallMicros: 0,
  mapVersion: 0,
  skewedNodes: [],
}

interface Shown {
  readonly shard: number
  serving: boolean
  term: number
  keys: number
}

const replicaOf = ({ shard, serving, term, keys }: Shown): KvReplica =>
  ({
    shard: shardId(shard),
    serving,
    appliedIndex: 1,
    node: { term },
    descriptor: { epoch: { config: 1, range: 1 } },
    machine: { usage: () => [{ keyspace: KEYSPACE, keys, bytes: 0, historyBytes: 0 }] },
  }) as unknown as KvReplica

describe('what a node tells placement', () => {
  let time: FakeTime
  let shown: Shown[]
  let changed: Shown[]
  let sent: { to: NodeId; heartbeat: NodeHeartbeat }[]
  let answer: (to: NodeId) => Promise<HeartbeatAnswer>
  let heartbeats: Heartbeats

  beforeEach(() => {
    time = new FakeTime()
    shown = [1, 2, 3].map((shard) => ({ shard, serving: false, term: 1, keys: 0 }))
    changed = []
    sent = []
    answer = () => Promise.resolve(KNOWN)
    heartbeats = new Heartbeats({
      self: SELF,
      clock: time,
      scheduler: time,
      transport: {
        heartbeat: (to, heartbeat) => {
          sent.push({ to, heartbeat })
          return answer(to)
        },
      },
      candidates: [nodeId(1), nodeId(2)],
      knownLeader: () => undefined,
      ownAnswer: () => assert.fail('it does not lead placement'),
      replicas: () => shown.map(replicaOf),
      changedReplicas: () => changed.splice(0).map(replicaOf),
      sizes: {
        note: () => undefined,
        look: () => Promise.resolve(),
        takeNews: () => [],
        bytesOf: () => 0,
      },
      describe: () => ({}) as Omit<NodeHeartbeat, 'shards' | 'full' | 'clockOffsetMs'>,
      heard: () => undefined,
    })
  })

  afterEach(() => heartbeats.close())

  const told = (): number[][] =>
    sent.map(({ heartbeat }) => heartbeat.shards.map(({ shard }) => shard))

  it('is everything at first, and then what changed', async () => {
    heartbeats.start()
    await time.settle()
    assert.deepEqual(told(), [[1, 2, 3]])
    assert.equal(sent[0]!.heartbeat.full, true)
    shown[1]!.term = 2
    changed.push(shown[1]!, shown[2]!)
    await time.pass(2_000)
    assert.deepEqual(told().slice(1), [[2], []], 'shard 3 was looked at and is as it was')
    assert.equal(sent[1]!.heartbeat.full, false)
  })

  it('is everything again after a heartbeat that did not arrive, whose changes are not lost', async () => {
    heartbeats.start()
    await time.settle()
    answer = () => Promise.reject(new Error('away'))
    shown[0]!.serving = true
    changed.push(shown[0]!)
    await time.pass(1_000)
    answer = () => Promise.resolve(KNOWN)
    await time.pass(300)
    const [, failed, again] = sent
    assert.deepEqual(failed!.heartbeat.shards.length, 1)
    assert.deepEqual(
      again!.heartbeat.shards.map(({ leading }) => leading),
      [true, false, false],
    )
    assert.equal(again!.heartbeat.full, true)
  })

  it('is what each keyspace has in the shards that it leads, when that changes', async () => {
    shown[0]!.serving = true
    heartbeats.start()
    await time.settle()
    const usage = () => sent.at(-1)!.heartbeat.shards.map((report) => report.usage)
    assert.deepEqual(
      usage().map((uses) => uses.length),
      [1, 0, 0],
    )
    shown[0]!.keys = 9
    changed.push(shown[0]!)
    await time.pass(1_000)
    assert.equal(usage()[0]![0]!.keys, 9)
  })

  it('is everything for a leader that wants it, and for a new one', async () => {
    answer = () => Promise.resolve({ ...KNOWN, wantFull: true })
    heartbeats.start()
    await time.settle()
    answer = () => Promise.resolve({ ...KNOWN, notLeader: true, leader: nodeId(2) })
    await time.pass(250)
    answer = () => Promise.resolve(KNOWN)
    await time.pass(250)
    assert.deepEqual(told(), [
      [1, 2, 3],
      [1, 2, 3],
      [1, 2, 3],
    ])
    assert.equal(sent[2]!.to, 2)
  })
})
