import assert from 'node:assert/strict'
import { replicaId } from '../../src/base/ids.ts'
import type { Message } from '../../src/raft/index.ts'
import { conf, ELECTION_TICKS, ofType, TICK_MS, TestReplica } from './test-replica.ts'

const LEASE = { readMode: 'lease', checkQuorum: true } as const
/** Election timeout − margin of the test configuration. */
const LEASE_MS = (ELECTION_TICKS - 1) * TICK_MS

const round = (sent: readonly Message[]): number => ofType(sent, 'MsgHeartbeat').at(-1)!.context

describe('raft read-index', () => {
  it('is refused by who does not lead, and by a leader without a committed entry of its term', () => {
    const replica = new TestReplica()
    assert.equal(replica.node.readIndex(1, 0), false)
    replica.lead(2)
    assert.equal(replica.node.readIndex(1, 0), false)
    replica.receive('MsgAppResp', 2, { index: 1 })
    assert.equal(replica.node.readIndex(1, 0), true)
  })

  it('is answered with the commit index of its arrival once a quorum has answered its round', () => {
    const leader = new TestReplica({ conf: conf({ voters: [1, 2, 3, 4, 5] }) })
    leader.leadAndCommit(2, 3)
    leader.node.readIndex(7, leader.nowMs)
    const context = round(leader.drain())
    leader.receive('MsgHeartbeatResp', 2, { context })
    leader.receive('MsgHeartbeatResp', 2, { context })
    assert.deepEqual(leader.reads, [], 'two of five, one of them twice')
    leader.receive('MsgHeartbeatResp', 3, { context })
    assert.deepEqual(leader.reads, [{ context: 7, index: 1 }])
  })

  it('is not answered by a round that began before it', () => {
    const leader = new TestReplica()
    leader.leadAndCommit(2)
    const early = round(leader.tick())
    leader.node.readIndex(7, leader.nowMs)
    const own = round(leader.drain())
    leader.receive('MsgHeartbeatResp', 2, { context: early })
    assert.deepEqual(leader.reads, [])
    leader.receive('MsgHeartbeatResp', 2, { context: own })
    assert.equal(leader.reads.length, 1)
  })

  it('is answered by a later round where its own was lost', () => {
    const leader = new TestReplica()
    leader.leadAndCommit(2)
    leader.node.readIndex(7, leader.nowMs)
    leader.drain()
    leader.receive('MsgHeartbeatResp', 2, { context: round(leader.tick()) })
    assert.equal(leader.reads.length, 1)
  })

  it('shares one round among all batches of one Ready', () => {
    const leader = new TestReplica()
    leader.leadAndCommit(2)
    leader.node.readIndex(7, leader.nowMs)
    leader.node.readIndex(8, leader.nowMs)
    const sent = leader.drain()
    assert.equal(ofType(sent, 'MsgHeartbeat').length, 2)
    leader.receive('MsgHeartbeatResp', 3, { context: round(sent) })
    assert.deepEqual(
      leader.reads.map(({ context }) => context),
      [7, 8],
    )
  })

  it('is not answered by learners', () => {
    const leader = new TestReplica({ conf: conf({ voters: [1, 2, 3], learners: [4, 5] }) })
    leader.leadAndCommit(2)
    leader.node.readIndex(7, leader.nowMs)
    const context = round(leader.drain())
    for (const id of [4, 5]) leader.receive('MsgHeartbeatResp', id, { context })
    assert.deepEqual(leader.reads, [])
  })

  it('needs both halves of a joint membership', () => {
    const leader = new TestReplica({ conf: conf({ voters: [1, 4, 5], votersOutgoing: [1, 2, 3] }) })
    leader.leadAndCommit(2, 4)
    leader.node.readIndex(7, leader.nowMs)
    const context = round(leader.drain())
    for (const id of [4, 5]) leader.receive('MsgHeartbeatResp', id, { context })
    assert.deepEqual(leader.reads, [])
    leader.receive('MsgHeartbeatResp', 3, { context })
    assert.equal(leader.reads.length, 1)
  })

  it('is answered at once in a group of one', () => {
    const leader = new TestReplica({ conf: conf({ voters: [1] }) })
    leader.lead()
    leader.node.readIndex(7, 0)
    leader.drain()
    assert.deepEqual(leader.reads, [{ context: 7, index: 1 }])
  })

  it('is forgotten by a leader that steps down, even if it leads again', () => {
    const leader = new TestReplica()
    leader.leadAndCommit(2)
    leader.node.readIndex(7, leader.nowMs)
    const context = round(leader.drain())
    leader.receive('MsgHeartbeat', 3, { term: 2 })
    leader.leadAndCommit(2)
    leader.receive('MsgHeartbeatResp', 2, { context })
    assert.deepEqual(leader.reads, [])
  })

  it('works in lease mode too', () => {
    const leader = new TestReplica({ config: LEASE })
    leader.leadAndCommit(2)
    leader.node.readIndex(7, leader.nowMs)
    leader.receive('MsgHeartbeatResp', 2, { context: round(leader.drain()) })
    assert.equal(leader.reads.length, 1)
  })
})

describe('raft lease', () => {
  it('counts from the begin of the round that a quorum answered, not from the answer', () => {
    const leader = new TestReplica({ config: LEASE })
    leader.leadAndCommit(2)
    assert.equal(leader.node.hasLease(leader.nowMs), false)
    const sent = leader.tick()
    const beganMs = leader.nowMs
    leader.nowMs += 5
    leader.receive('MsgHeartbeatResp', 2, { context: round(sent) })
    assert.equal(leader.node.hasLease(beganMs + LEASE_MS - 1), true)
    assert.equal(leader.node.hasLease(beganMs + LEASE_MS), false)
  })

  it('needs a quorum for one round, not answers to different ones', () => {
    const leader = new TestReplica({
      conf: conf({ voters: [1, 2, 3, 4, 5] }),
      config: LEASE,
    })
    leader.leadAndCommit(2, 3)
    const first = round(leader.tick())
    const firstMs = leader.nowMs
    const second = round(leader.tick())
    leader.receive('MsgHeartbeatResp', 2, { context: second })
    leader.receive('MsgHeartbeatResp', 3, { context: first })
    assert.equal(leader.node.hasLease(firstMs + LEASE_MS - 1), true)
    assert.equal(leader.node.hasLease(firstMs + LEASE_MS), false)
  })

  it('is never there in read-index mode', () => {
    const leader = new TestReplica()
    leader.leadAndCommit(2)
    leader.receive('MsgHeartbeatResp', 2, { context: round(leader.tick()) })
    assert.equal(leader.node.hasLease(leader.nowMs), false)
  })

  it('is not there before an entry of the own term is applied', () => {
    const leader = new TestReplica({ config: LEASE })
    leader.lead(2)
    leader.receive('MsgHeartbeatResp', 2, { context: round(leader.tick()) })
    assert.equal(leader.node.hasLease(leader.nowMs), false)
    leader.receive('MsgAppResp', 2, { index: 1 })
    assert.equal(leader.node.hasLease(leader.nowMs), true)
  })

  it('is given up for the rest of the term when a transfer ordered an election', () => {
    const leader = new TestReplica({ config: LEASE })
    leader.leadAndCommit(2)
    leader.receive('MsgHeartbeatResp', 2, { context: round(leader.tick()) })
    leader.node.transferLeader(replicaId(2))
    assert.equal(leader.node.hasLease(leader.nowMs), false)
    leader.drain()
    leader.receive('MsgHeartbeatResp', 3, { context: round(leader.tick(ELECTION_TICKS)) })
    assert.equal(leader.node.leadTransferee, 0, 'the transfer has failed')
    assert.equal(leader.node.hasLease(leader.nowMs), false)
  })

  it('ends with leadership', () => {
    const leader = new TestReplica({ config: LEASE })
    leader.leadAndCommit(2)
    leader.receive('MsgHeartbeatResp', 2, { context: round(leader.tick()) })
    leader.receive('MsgApp', 3, { term: 2, index: 0 })
    assert.equal(leader.node.hasLease(leader.nowMs), false)
  })

  it('is not supported by voters that were removed since they answered', () => {
    const leader = new TestReplica({
      conf: conf({ voters: [1, 2, 3] }),
      config: LEASE,
    })
    leader.leadAndCommit(2)
    leader.receive('MsgHeartbeatResp', 2, { context: round(leader.tick()) })
    leader.node.applyConfChange({
      transition: 'auto',
      changes: [{ kind: 'remove', id: replicaId(2) }],
      context: Buffer.alloc(0),
    })
    assert.equal(leader.node.hasLease(leader.nowMs), false)
  })

  it('is not broken by a follower that a higher term made forget the leader', () => {
    const follower = new TestReplica({ config: LEASE })
    follower.receive('MsgHeartbeat', 2, { term: 1, context: 1 })
    const promisedMs = follower.nowMs + ELECTION_TICKS * TICK_MS
    // A late answer of a candidate: the term rises and the leader is forgotten, but the promise stands.
    follower.receive('MsgPreVoteResp', 3, { term: 2, reject: true })
    assert.deepEqual([follower.node.term, follower.node.leader], [2, 0])
    assert.deepEqual(follower.receive('MsgVote', 3, { term: 3 }), [])
    follower.nowMs = promisedMs
    assert.equal(follower.receive('MsgVote', 3, { term: 3 })[0]!.reject, false)
  })

  it('is not broken by a follower that is told to campaign or to forget its leader', () => {
    const follower = new TestReplica({ config: LEASE })
    follower.receive('MsgHeartbeat', 2, { term: 1, context: 1 })
    follower.node.forgetLeader()
    follower.node.campaign(follower.nowMs)
    assert.deepEqual([follower.node.role, follower.node.leader], ['follower', 2])
  })

  it('is not broken by a restart: a replica that ran before votes and campaigns later', () => {
    const restarted = new TestReplica({
      term: 1,
      config: { ...LEASE, voteAfterStartWait: true },
    })
    restarted.node.campaign(restarted.nowMs)
    assert.equal(restarted.node.role, 'follower')
    for (const type of ['MsgVote', 'MsgPreVote'] as const) {
      assert.deepEqual(restarted.receive(type, 3, { term: 2 }), [])
    }
    assert.equal(restarted.node.term, 1)
    restarted.tick(ELECTION_TICKS)
    assert.equal(restarted.receive('MsgVote', 3, { term: 2 })[0]!.reject, false)
  })

  it('lets a restarted replica take part in an election that a transfer ordered', () => {
    const config = { ...LEASE, voteAfterStartWait: true }
    const voter = new TestReplica({ term: 1, config })
    assert.equal(voter.receive('MsgVote', 3, { term: 2, transfer: true })[0]!.reject, false)
    const candidate = new TestReplica({ term: 1, config })
    assert.equal(ofType(candidate.receive('MsgTimeoutNow', 3), 'MsgVote').length, 2)
  })
})
