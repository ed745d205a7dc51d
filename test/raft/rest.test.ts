import assert from 'node:assert/strict'
import { replicaId } from '../../src/base/ids.ts'
import type { RaftConfig } from '../../src/raft/index.ts'
import { parseChanges } from '../conformance/changes.ts'
import { conf, ELECTION_TICKS, entry, ofType, TestReplica, TICK_MS } from './test-replica.ts'

const COALESCED: Partial<RaftConfig> = {
  coalescedHeartbeats: true,
  checkQuorum: true,
  preVote: true,
  readMode: 'lease',
}
const LEADER = replicaId(1)

/** Leads 2 and 3, which have everything. */
function settledLeader(options: { readonly preVote?: boolean } = {}): TestReplica {
  const leader = new TestReplica({ config: { ...COALESCED, preVote: options.preVote ?? false } })
  leader.leadAndCommit(2, 3)
  return leader
}

function answerRound(leader: TestReplica, ...peers: number[]): void {
  leader.node.beginRound(leader.nowMs)
  const round = leader.node.roundToTake
  for (const peer of peers) {
    leader.node.receiveHeartbeatAnswer(replicaId(peer), leader.node.term, round, leader.nowMs)
  }
  leader.drain()
}

function follower(): TestReplica {
  const replica = new TestReplica({ id: 2, config: COALESCED })
  replica.receive('MsgApp', 1, { term: 1, entries: [entry(1, 1)], commit: 1 })
  return replica
}

describe('a raft leader may rest', () => {
  it('when everybody has applied everything', () => {
    const leader = settledLeader()
    assert.equal(leader.node.leaderMayRest, true)
  })

  it('not before its term has begun, nor while an entry is on its way, nor while one is unapplied', () => {
    const leader = new TestReplica({ config: { ...COALESCED, preVote: false } })
    assert.equal(leader.node.leaderMayRest, false, 'a follower')
    leader.lead(2)
    assert.equal(leader.node.leaderMayRest, false, 'its first entry is not committed')
    leader.receive('MsgAppResp', 2, { index: 1 })
    assert.equal(leader.node.leaderMayRest, false, 'replica 3 lacks it')
    leader.give('MsgAppResp', 3, { index: 1 })
    leader.drain()
    assert.equal(leader.node.leaderMayRest, true)
    leader.node.propose(Buffer.from('x'))
    leader.drain()
    leader.receive('MsgAppResp', 2, { index: 2 })
    assert.equal(leader.node.leaderMayRest, false, 'replica 3 lacks the second')
    leader.give('MsgAppResp', 3, { index: 2 })
    leader.drain()
    assert.equal(leader.node.leaderMayRest, true)
  })

  it('not while its own disk has not everything', () => {
    const leader = new TestReplica({
      conf: conf({ voters: [1] }),
      config: { ...COALESCED, asyncStorageWrites: true },
    })
    leader.node.campaign(0)
    const work = () => {
      for (const message of leader.node.ready().messages) leader.finish(message)
    }
    while (leader.node.hasReady()) work()
    assert.equal(leader.node.leaderMayRest, true)
    leader.node.propose(Buffer.from('x'))
    const { messages } = leader.node.ready()
    assert.equal(leader.node.leaderMayRest, false)
    for (const message of messages) leader.finish(message)
    while (leader.node.hasReady()) work()
    assert.equal(leader.node.leaderMayRest, true)
  })

  it('not where a learner lacks something', () => {
    const leader = new TestReplica({
      conf: conf({ voters: [1, 2], learners: [3] }),
      config: { ...COALESCED, preVote: false },
    })
    leader.leadAndCommit(2)
    assert.equal(leader.node.leaderMayRest, false)
    leader.receive('MsgAppResp', 3, { index: 1 })
    assert.equal(leader.node.leaderMayRest, true)
  })

  it('not during a membership change, nor in a joint membership', () => {
    const leader = settledLeader()
    const changes = parseChanges('r3')
    assert.ok(typeof changes !== 'string')
    leader.node.proposeConfChange({ transition: 'explicit', changes, context: Buffer.alloc(0) })
    leader.drain()
    assert.equal(leader.node.leaderMayRest, false)
    for (const peer of [2, 3]) leader.receive('MsgAppResp', peer, { index: 2 })
    assert.deepEqual(leader.node.confState.votersOutgoing, [1, 2, 3])
    assert.equal(leader.node.leaderMayRest, false, 'joint')
    leader.node.proposeConfChange({ transition: 'auto', changes: [], context: Buffer.alloc(0) })
    leader.drain()
    for (const peer of [2, 3]) leader.receive('MsgAppResp', peer, { index: 3 })
    assert.deepEqual(leader.node.confState, conf({ voters: [1, 2] }))
    assert.equal(leader.node.leaderMayRest, true)
  })

  it('not during a transfer', () => {
    const leader = settledLeader()
    leader.node.transferLeader(replicaId(2))
    leader.drain()
    assert.equal(leader.node.leaderMayRest, false)
    leader.tick(ELECTION_TICKS)
    assert.equal(leader.node.leadTransferee, 0, 'the transfer has failed')
  })

  it('not while reads wait for their round', () => {
    const leader = settledLeader()
    leader.node.readIndex(7, leader.nowMs)
    leader.drain()
    assert.equal(leader.node.leaderMayRest, false)
    answerRound(leader, 2)
    assert.deepEqual(leader.reads, [{ context: 7, index: 1 }])
    assert.equal(leader.node.leaderMayRest, true)
  })
})

describe('a raft leader that rested', () => {
  it('has no lease until a quorum has answered a round that began after it', () => {
    const leader = settledLeader()
    answerRound(leader, 2, 3)
    assert.equal(leader.node.hasLease(leader.nowMs), true)
    leader.node.beginRound(leader.nowMs)
    const before = leader.node.roundToTake
    leader.node.fallAsleep()
    assert.equal(leader.node.hasLease(leader.nowMs), false)
    leader.node.wakeUp(0)
    leader.node.receiveHeartbeatAnswer(replicaId(2), leader.node.term, before, leader.nowMs)
    assert.equal(leader.node.hasLease(leader.nowMs), false, 'that round began before')
    answerRound(leader, 3)
    assert.equal(leader.node.hasLease(leader.nowMs), true)
  })

  it('has a whole election timeout to find its quorum, and steps down without one', () => {
    const leader = settledLeader()
    leader.tick(ELECTION_TICKS - 1)
    answerRound(leader, 2, 3)
    leader.node.fallAsleep()
    leader.nowMs += 3_600_000
    leader.node.wakeUp(0)
    leader.tick(ELECTION_TICKS - 1)
    assert.equal(leader.node.isLeader, true)
    leader.tick(1)
    assert.equal(leader.node.isLeader, false, 'what was heard before it slept counts nothing')
  })

  it('reads by rounds, as any leader without a lease', () => {
    const leader = settledLeader()
    leader.node.fallAsleep()
    leader.node.wakeUp(0)
    assert.equal(leader.node.readIndex(9, leader.nowMs), true)
    answerRound(leader, 2)
    assert.deepEqual(leader.reads, [{ context: 9, index: 1 }])
  })
})

describe('a raft follower', () => {
  it('may rest at the word of its leader alone, and only with everything committed', () => {
    const replica = follower()
    assert.equal(replica.node.followerMayRest(LEADER, 1), true)
    assert.equal(replica.node.followerMayRest(LEADER, 2), false, 'it lacks an entry')
    assert.equal(replica.node.followerMayRest(replicaId(3), 1), false, 'not its leader')
    replica.receive('MsgApp', 1, { term: 1, index: 1, logTerm: 1, entries: [entry(1, 2)] })
    assert.equal(
      replica.node.followerMayRest(LEADER, 2),
      false,
      'it does not know that 2 is committed',
    )
    replica.node.campaign(replica.nowMs + 1_000)
    assert.equal(replica.node.followerMayRest(LEADER, 1), false, 'a candidate')
  })

  it('may rest with entries of another leader behind its leader’s: they will be replaced', () => {
    const replica = new TestReplica({
      id: 2,
      entries: [entry(1, 1), entry(1, 2)],
      term: 2,
      config: COALESCED,
    })
    replica.receive('MsgApp', 1, { term: 2, index: 1, logTerm: 1, commit: 1 })
    assert.equal(replica.node.followerMayRest(LEADER, 1), true)
  })

  it('does not count the time asleep as silence of its leader', () => {
    const replica = follower()
    replica.nowMs += 3_600_000
    replica.node.wakeUp(0)
    assert.deepEqual(replica.receive('MsgVote', 3, { term: 2, index: 1, logTerm: 1 }), [])
    replica.tick(ELECTION_TICKS - 1)
    assert.equal(replica.node.role, 'follower')
    replica.tick(ELECTION_TICKS)
    assert.equal(replica.node.role, 'pre-candidate')
  })

  it('counts the silence that its node has heard', () => {
    const replica = follower()
    replica.nowMs += 3_600_000
    replica.node.wakeUp(ELECTION_TICKS)
    const [answer] = replica.receive('MsgPreVote', 3, { term: 2, index: 1, logTerm: 1 })
    assert.equal(answer?.reject, false, 'it owes the dead leader nothing any more')
    replica.tick(ELECTION_TICKS)
    assert.equal(replica.node.role, 'pre-candidate')
  })
})

describe('coalesced heartbeats of raft', () => {
  const heartbeats = (leader: TestReplica) => {
    const taken: { to: number; commit: number }[] = []
    leader.node.takeHeartbeats({ heartbeat: (to, commit) => taken.push({ to, commit }) })
    return taken
  }

  it('are not sent as messages, by ticks or by reads', () => {
    const leader = settledLeader()
    const sent = leader.tick(3)
    leader.node.readIndex(1, leader.nowMs)
    sent.push(...leader.drain())
    assert.deepEqual(ofType(sent, 'MsgHeartbeat'), [])
    assert.equal(leader.node.roundToTake, 1, 'the round of the read')
    heartbeats(leader)
    assert.equal(leader.node.roundToTake, 0)
  })

  it('name to each peer what it is known to hold, at most', () => {
    const leader = new TestReplica({ config: { ...COALESCED, preVote: false } })
    leader.leadAndCommit(2)
    leader.node.beginRound(leader.nowMs)
    assert.deepEqual(heartbeats(leader), [
      { to: 2, commit: 1 },
      { to: 3, commit: 0 },
    ])
  })

  it('share a round with the reads that come before they are taken, and not with later ones', () => {
    const leader = settledLeader()
    leader.node.beginRound(leader.nowMs)
    leader.node.readIndex(5, leader.nowMs)
    assert.equal(leader.node.roundToTake, 1)
    heartbeats(leader)
    leader.node.readIndex(6, leader.nowMs)
    assert.equal(leader.node.roundToTake, 2)
  })

  it('are obeyed at once by a follower of that leader, and left to `step` by everybody else', () => {
    const replica = follower()
    replica.receive('MsgApp', 1, { term: 1, index: 1, logTerm: 1, entries: [entry(1, 2)] })
    replica.tick(3)
    const receive = (from: number, term: number) =>
      replica.node.receiveHeartbeat(replicaId(from), term, 2, replica.nowMs)
    assert.equal(receive(3, 1), false, 'not the leader that it knows')
    assert.equal(receive(1, 2), false, 'another term')
    assert.equal(replica.node.commit, 1, 'and nothing has happened')
    assert.equal(receive(1, 1), true)
    assert.equal(replica.node.commit, 2)
    assert.deepEqual(replica.drain(), [], 'the caller answers')
    // The promise not to elect anybody is made as by a message.
    replica.node.forgetLeader()
    assert.deepEqual(replica.receive('MsgVote', 3, { term: 9 }), [])
  })

  it('count for lease and reads when they are answered in the same term by a member', () => {
    const leader = settledLeader()
    leader.node.beginRound(leader.nowMs)
    const round = leader.node.roundToTake
    const answer = (from: number, term: number) =>
      leader.node.receiveHeartbeatAnswer(replicaId(from), term, round, leader.nowMs)
    assert.equal(answer(2, leader.node.term + 1), false)
    assert.equal(answer(9, leader.node.term), false, 'a stranger')
    assert.equal(leader.node.hasLease(leader.nowMs), false)
    assert.equal(answer(2, leader.node.term), true)
    assert.equal(leader.node.hasLease(leader.nowMs), true)
    assert.equal(
      leader.node.hasLease(leader.nowMs + (ELECTION_TICKS - 1) * TICK_MS),
      false,
      'from the begin of the round',
    )
  })

  it('bring what a peer lacks, when it answers', () => {
    const leader = settledLeader()
    leader.node.propose(Buffer.from('lost'))
    leader.drain()
    leader.node.reportUnreachable(replicaId(3))
    leader.drain()
    leader.node.beginRound(leader.nowMs)
    leader.node.receiveHeartbeatAnswer(replicaId(3), leader.node.term, 1, leader.nowMs)
    const [append] = ofType(leader.drain(), 'MsgApp')
    assert.equal(append?.to, 3)
    assert.equal(append.entries.length, 1)
  })
})

describe('a membership change', () => {
  it('is no reason for a resting leader to keep a lease', () => {
    const leader = settledLeader()
    answerRound(leader, 2, 3)
    leader.node.fallAsleep()
    const changes = parseChanges('r3')
    assert.ok(typeof changes !== 'string')
    leader.node.applyConfChange({ transition: 'auto', changes, context: Buffer.alloc(0) })
    assert.equal(leader.node.hasLease(leader.nowMs), false)
  })
})
