import assert from 'node:assert/strict'
import sinon from 'sinon'
import { shardId } from '../../src/base/ids.ts'
import type { RawNode } from '../../src/raft/index.ts'
import { LogKeeper } from '../../src/server/log-keeper.ts'
import { RaftLog } from '../../src/storage/raft-log.ts'

describe('the keeper of the log', () => {
  let raftLog: sinon.SinonStubbedInstance<RaftLog>
  let keeper: LogKeeper
  let overBudget: number

  beforeEach(() => {
    raftLog = sinon.createStubInstance(RaftLog)
    overBudget = 0
    sinon.stub(raftLog, 'bytesOverBudget').get(() => overBudget)
    keeper = new LogKeeper(raftLog)
  })

  /** A leader whose followers hold these indexes, or, without, a follower. */
  function durable(shard: number, index: number, ...matches: number[]): void {
    const progress = new Map(matches.map((match, at) => [at, { match }]))
    const node = { isLeader: matches.length > 0, progress } as unknown as RawNode
    keeper.durablyApplied({ shard: shardId(shard), node }, index)
  }

  const compacted = (): number[][] => raftLog.compact.args.map(([shard, index]) => [shard, index])

  it('keeps what some follower of a leader lacks', () => {
    durable(1, 100, 100, 60, 90)
    durable(1, 100, 100, 100, 100)
    assert.deepEqual(compacted(), [
      [1, 60],
      [1, 100],
    ])
  })

  it('keeps nothing behind what is durable, whatever followers have', () => {
    durable(1, 100, 500, 500)
    assert.deepEqual(compacted(), [[1, 100]])
  })

  it('keeps some entries on a follower, which may lead next', () => {
    durable(1, 100)
    assert.deepEqual(compacted(), [])
    durable(1, 10_000)
    assert.deepEqual(compacted(), [[1, 10_000 - 4096]])
  })

  it('gives up what the largest laggards keep while the log is over its budget, those that pin it first', () => {
    for (let shard = 1; shard <= 20; shard++) durable(shard, 100, 100, 50)
    durable(21, 100, 100, 100)
    raftLog.compact.resetHistory()
    const laggard = (shard: number, pinsOldest: boolean) => ({
      shard: shardId(shard),
      liveBytes: 1_000 - shard,
      pinsOldest,
    })
    raftLog.largestLaggards.returns(
      Array.from({ length: 21 }, (_, i) => laggard(i + 1, i + 1 >= 17)),
    )
    keeper.enforceBudget()
    assert.deepEqual(compacted(), [], 'it is within its budget')
    overBudget = 1
    keeper.enforceBudget()
    assert.deepEqual(
      compacted().map(([shard]) => shard),
      [17, 18, 19, 20, 1, 2, 3, 4],
    )
    assert.ok(compacted().every(([, index]) => index === 100))
    overBudget = 0
    keeper.enforceBudget()
    overBudget = 1
    keeper.enforceBudget()
    assert.deepEqual(
      compacted()
        .slice(8)
        .map(([shard]) => shard),
      [5, 6, 7, 8, 9, 10, 11, 12],
    )
  })
})
