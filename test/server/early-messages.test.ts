import assert from 'node:assert/strict'
import { replicaId, shardId } from '../../src/base/ids.ts'
import type { RaftEnvelope } from '../../src/net/transport.ts'
import { message } from '../../src/raft/index.ts'
import { EarlyMessages } from '../../src/server/early-messages.ts'
import { FakeTime } from '../client/fake-time.ts'

const CHILD = shardId(9)
const OWN = replicaId(4)

const vote = (term: number, shard = CHILD, to = OWN): RaftEnvelope => ({
  shard,
  message: message('MsgVote', { term, from: replicaId(5), to }),
})

describe('messages for a replica that is not here yet', () => {
  let time: FakeTime
  let early: EarlyMessages

  beforeEach(() => {
    time = new FakeTime()
    early = new EarlyMessages(time)
  })

  const terms = (shard = CHILD): number[] => early.take(shard, OWN).map(({ term }) => term)

  it('are there in their order when it comes, once', () => {
    early.keep(vote(1))
    early.keep(vote(2))
    assert.deepEqual(terms(), [1, 2])
    assert.deepEqual(terms(), [])
  })

  it('of another replica of the shard are not its', () => {
    early.keep(vote(1, CHILD, replicaId(3)))
    early.keep(vote(2))
    assert.deepEqual(terms(), [2])
  })

  it('are the latest few, and not old', async () => {
    for (let term = 1; term <= 100; term++) early.keep(vote(term))
    assert.deepEqual(terms(), [93, 94, 95, 96, 97, 98, 99, 100])
    early.keep(vote(1))
    await time.pass(2_000)
    early.keep(vote(2))
    assert.deepEqual(terms(), [2])
  })

  it('are not large: what never comes would hold their bytes for ever', () => {
    const entries = [{ index: 1, term: 1, type: 'normal' as const, data: new Uint8Array(10_000) }]
    early.keep({ shard: CHILD, message: message('MsgApp', { term: 1, to: OWN, entries }) })
    early.keep(vote(2))
    assert.deepEqual(terms(), [2])
  })

  it('are kept of a bounded number of shards, old ones giving way', async () => {
    for (let id = 1; id <= 1_000; id++) early.keep(vote(1, shardId(id)))
    assert.deepEqual(terms(shardId(1)), [1])
    assert.deepEqual(terms(shardId(1_000)), [])
    await time.pass(2_000)
    early.keep(vote(7, shardId(1_000)))
    early.keep(vote(7, shardId(1_001)))
    assert.deepEqual(terms(shardId(1_001)), [7])
  })
})
