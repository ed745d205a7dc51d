import assert from 'node:assert/strict'
import {
  encodeConfChange,
  LEAVE_JOINT,
  NONE,
  type Entry,
  type Message,
} from '../../src/raft/index.ts'
import { replicaId } from '../../src/base/ids.ts'
import { conf, ELECTION_TICKS, entry, log, ofType, TestReplica } from './test-replica.ts'

const addVoter = (index: number, id: number): Entry => ({
  term: 1,
  index,
  type: 'conf-change-v2',
  data: encodeConfChange({
    transition: 'auto',
    changes: [{ kind: 'add-voter', id: replicaId(id) }],
    context: Buffer.alloc(0),
  }),
})

/** What `first` has to say and what comes of it, until nobody has more for the other. */
function exchange(first: TestReplica, second: TestReplica): void {
  for (let pending = first.drain(); pending.length > 0;) {
    const answers: Message[] = []
    for (const sent of pending) {
      const receiver = [first, second].find(({ id }) => id === sent.to)
      if (receiver === undefined) continue
      receiver.node.step(sent, 0)
      answers.push(...receiver.drain())
    }
    pending = answers
  }
}

describe('raft elections', () => {
  it('grant one vote per term, and repeat it to the same candidate', () => {
    const replica = new TestReplica()
    const [first] = replica.receive('MsgVote', 2, { term: 3 })
    assert.equal(first!.reject, false)
    const [other] = replica.receive('MsgVote', 3, { term: 3 })
    assert.equal(other!.reject, true)
    const [again] = replica.receive('MsgVote', 2, { term: 3 })
    assert.equal(again!.reject, false)
  })

  it('remember a vote over a restart', () => {
    const before = new TestReplica()
    before.receive('MsgVote', 2, { term: 3 })
    const { term, vote } = before.storage.hardState
    const after = new TestReplica({ term, vote })
    assert.equal(after.receive('MsgVote', 3, { term: 3 })[0]!.reject, true)
    assert.equal(after.receive('MsgVote', 2, { term: 3 })[0]!.reject, false)
  })

  it('hand a vote out only together with the hard state that remembers it', () => {
    const replica = new TestReplica()
    replica.give('MsgVote', 2, { term: 3 })
    const ready = replica.node.ready()
    assert.deepEqual(ready.hardState, { term: 3, vote: 2, commit: 0 })
    assert.equal(ready.mustSync, true)
    assert.equal(ready.messages[0]!.type, 'MsgVoteResp')
  })

  it('let a vote leave only after the hard state is durable, with asynchronous storage', () => {
    const replica = new TestReplica({ config: { asyncStorageWrites: true } })
    replica.give('MsgVote', 2, { term: 3 })
    const { messages } = replica.node.ready()
    assert.deepEqual(
      messages.map(({ type }) => type),
      ['MsgStorageAppend'],
    )
    assert.deepEqual([messages[0]!.term, messages[0]!.vote], [3, 2])
    assert.deepEqual(
      messages[0]!.responses.map(({ type }) => type),
      ['MsgVoteResp'],
    )
  })

  it('ask for votes only when the own one is durable, but for pre-votes at once', () => {
    const replica = new TestReplica({ config: { asyncStorageWrites: true, preVote: true } })
    const typesOf = (messages: readonly Message[]): string[] => messages.map(({ type }) => type)
    replica.node.campaign(0)
    assert.deepEqual(
      typesOf(replica.node.ready().messages.slice(0, 2)),
      Array(2).fill('MsgPreVote'),
    )
    replica.give('MsgPreVoteResp', 2, { term: 1 })
    replica.give('MsgPreVoteResp', 3, { term: 1 })
    const { messages } = replica.node.ready()
    assert.deepEqual(typesOf(messages), ['MsgStorageAppend'])
    assert.deepEqual([messages[0]!.term, messages[0]!.vote], [1, 1])
    assert.deepEqual(typesOf(messages[0]!.responses), ['MsgVoteResp', 'MsgVote', 'MsgVote'])
  })

  it('elect nobody twice in one term, whenever the power fails', () => {
    const config = { asyncStorageWrites: true }
    const replica = new TestReplica({ entries: log(1, 1), config })
    // Its disk stalls: the third entry, the new term and the own vote are on their way.
    replica.give('MsgApp', 2, { index: 2, logTerm: 1, entries: [entry(1, 3)] })
    replica.node.campaign(0)
    const { messages } = replica.node.ready()
    for (const { to, term } of ofType(messages, 'MsgVote')) {
      replica.give('MsgVoteResp', to, { term })
    }
    assert.equal(replica.node.role, 'candidate', 'elected in a term that its disk does not have')
    for (const work of ofType(messages, 'MsgStorageAppend')) {
      replica.finish(work)
      const asked = ofType(work.responses, 'MsgVote')
      assert.deepEqual(
        asked.map(({ to, term, index }) => [to, term, index]),
        [
          [2, 2, 3],
          [3, 2, 3],
        ],
      )
    }
    const { hardState, entriesStored: entries } = replica.storage
    const restarted = new TestReplica({ entries, ...hardState, config })
    restarted.node.campaign(0)
    assert.deepEqual([restarted.node.term, restarted.node.lastIndex], [3, 3])
  })

  it('count the own vote only once it is durable', () => {
    const replica = new TestReplica({
      conf: conf({ voters: [1] }),
      config: { asyncStorageWrites: true },
    })
    replica.node.campaign(0)
    const [append] = replica.node.ready().messages
    assert.equal(replica.node.role, 'candidate')
    for (const response of append!.responses) replica.node.step(response, 0)
    assert.equal(replica.node.role, 'leader')
  })

  it('refuse a candidate whose log is behind', () => {
    const replica = new TestReplica({ entries: log(1, 2, 2) })
    const vote = (logTerm: number, index: number): boolean =>
      replica.receive('MsgVote', 2, { term: replica.node.term + 1, logTerm, index })[0]!.reject
    assert.equal(vote(1, 9), true, 'longer but of an older term')
    assert.equal(vote(2, 2), true, 'shorter')
    assert.equal(vote(2, 3), false, 'equal')
    assert.equal(vote(3, 1), false, 'shorter but of a newer term')
  })

  it('need both halves of a joint membership', () => {
    const joint = conf({ voters: [1, 2, 3], votersOutgoing: [1, 4, 5] })
    const replica = new TestReplica({ conf: joint })
    replica.lead(2, 3)
    assert.equal(replica.node.role, 'candidate', 'only the incoming half has voted')
    replica.receive('MsgVoteResp', 4)
    assert.equal(replica.node.role, 'leader')
  })

  it('are lost where either half of a joint membership refuses', () => {
    const joint = conf({ voters: [1, 2, 3], votersOutgoing: [1, 4, 5] })
    const replica = new TestReplica({ conf: joint })
    replica.lead(2, 3)
    replica.receive('MsgVoteResp', 4, { reject: true })
    replica.receive('MsgVoteResp', 5, { reject: true })
    assert.equal(replica.node.role, 'follower')
  })

  it('do not count the vote of a learner', () => {
    const replica = new TestReplica({ conf: conf({ voters: [1, 2, 3], learners: [4, 5] }) })
    replica.lead(4, 5)
    assert.equal(replica.node.role, 'candidate')
  })

  it('are not started by a learner, nor by a replica outside its membership', () => {
    const learner = new TestReplica({ conf: conf({ voters: [2, 3], learners: [1] }) })
    const stranger = new TestReplica({ conf: conf({ voters: [2, 3] }) })
    for (const replica of [learner, stranger]) {
      replica.node.campaign(0)
      replica.tick(3 * ELECTION_TICKS)
      assert.equal(replica.node.role, 'follower')
    }
  })

  it('are not started while a committed membership change is unapplied', () => {
    const replica = new TestReplica({ entries: [...log(1, 1), addVoter(3, 4)], commit: 3 })
    replica.node.campaign(0)
    assert.equal(replica.node.role, 'follower')
    replica.drain()
    replica.node.campaign(0)
    assert.equal(replica.node.role, 'candidate')
  })

  it('are not held up by a membership change that is not committed', () => {
    const replica = new TestReplica({ entries: [...log(1, 1), addVoter(3, 4)], commit: 2 })
    replica.node.campaign(0)
    assert.equal(replica.node.role, 'candidate')
  })

  it('start later after a vote was granted, but not after one was refused', () => {
    const elapsed = (logTerm: number): string => {
      const replica = new TestReplica({ entries: log(1) })
      replica.node.setRandomizedElectionTimeout(ELECTION_TICKS)
      replica.give('MsgApp', 3, { term: 2, index: 1, logTerm: 1 })
      replica.node.forgetLeader()
      replica.node.setRandomizedElectionTimeout(ELECTION_TICKS)
      replica.tick(ELECTION_TICKS - 1)
      replica.receive('MsgVote', 2, { index: 1, logTerm })
      replica.tick(1)
      return replica.node.role
    }
    assert.equal(elapsed(1), 'follower', 'the vote was granted')
    assert.equal(elapsed(0), 'candidate', 'the vote was refused')
  })

  it('raise no term while a pre-vote is undecided or lost', () => {
    const replica = new TestReplica({ term: 4, config: { preVote: true } })
    replica.node.campaign(0)
    assert.deepEqual(
      replica.drain().map(({ type, term }) => [type, term]),
      [
        ['MsgPreVote', 5],
        ['MsgPreVote', 5],
      ],
    )
    for (const voter of [2, 3]) replica.receive('MsgPreVoteResp', voter, { reject: true })
    assert.deepEqual([replica.node.role, replica.node.term], ['follower', 4])
  })

  it('follow a won pre-vote', () => {
    const replica = new TestReplica({ term: 4, config: { preVote: true } })
    replica.node.campaign(0)
    replica.drain()
    const sent = replica.receive('MsgPreVoteResp', 2, { term: 5 })
    assert.deepEqual([replica.node.role, replica.node.term], ['candidate', 5])
    assert.equal(ofType(sent, 'MsgVote').length, 2)
  })

  it('are refused by followers of a live leader, unless a transfer ordered them', () => {
    const follower = (): TestReplica => {
      const replica = new TestReplica({ config: { checkQuorum: true } })
      replica.receive('MsgHeartbeat', 2, { term: 1 })
      return replica
    }
    const stubborn = follower()
    assert.deepEqual(stubborn.receive('MsgVote', 3, { term: 2 }), [])
    assert.equal(stubborn.node.term, 1, 'not even the term is taken over')
    const [answer] = follower().receive('MsgVote', 3, { term: 2, transfer: true })
    assert.equal(answer!.reject, false)
  })

  it('tell a leader of an older term, so that check-quorum and pre-vote do not lock each other out', () => {
    const replica = new TestReplica({ term: 5, config: { checkQuorum: true, preVote: true } })
    const [answer] = replica.receive('MsgHeartbeat', 2, { term: 3 })
    assert.deepEqual([answer!.type, answer!.term], ['MsgAppResp', 5])
    const leader = new TestReplica({ config: { checkQuorum: true } })
    leader.lead(2)
    leader.receive('MsgAppResp', 3, { term: 5 })
    assert.deepEqual([leader.node.role, leader.node.term], ['follower', 5])
  })

  it('draw their timeouts from the seeded generator, within [n, 2n − 1]', () => {
    const ticksToCampaign = (): number => {
      const replica = new TestReplica()
      for (let ticks = 1; ; ticks++) {
        if (replica.tick().length > 0) return ticks
      }
    }
    const ticks = ticksToCampaign()
    assert.ok(ticks >= ELECTION_TICKS && ticks < 2 * ELECTION_TICKS)
    assert.equal(ticksToCampaign(), ticks)
  })

  it('do not lock up where a removed leader has the longer log: its refusal says what is committed', () => {
    // 2 led, committed its own removal (entry 2), stepped down, and holds an entry that 1 lacks.
    const removed = new TestReplica({
      id: 2,
      conf: conf({ voters: [1] }),
      entries: log(1, 1, 1),
      commit: 2,
    })
    const candidate = new TestReplica({ conf: conf({ voters: [1, 2] }), entries: log(1, 1) })
    candidate.node.campaign(0)
    const [request] = candidate.drain()
    removed.node.step(request!, 0)
    const [refusal] = removed.drain()
    assert.equal(refusal!.reject, true)
    candidate.node.step(refusal!, 0)
    assert.equal(candidate.node.commit, 2)
  })

  it('do not lock up where a learner was made a voter, has not heard of it and has the longer log', () => {
    // 3 led alone, made 1 a voter (entry 2), sent it two entries more and crashed before its own disk had them.
    const behind = conf({ voters: [3], learners: [1] })
    const learner = new TestReplica({
      id: 1,
      conf: behind,
      entries: [entry(1, 1), addVoter(2, 1), entry(1, 3), entry(1, 4)],
      commit: 1,
      config: { preVote: true },
    })
    const candidate = new TestReplica({
      id: 3,
      conf: behind,
      entries: [entry(1, 1), addVoter(2, 1)],
      commit: 2,
      config: { preVote: true },
    })
    candidate.drain()
    assert.deepEqual(candidate.node.confState.voters, [1, 3])
    candidate.node.campaign(0)
    exchange(candidate, learner)
    assert.deepEqual(learner.node.confState.voters, [1, 3])
    assert.equal(candidate.node.isLeader, false)
    learner.node.campaign(0)
    exchange(learner, candidate)
    assert.equal(learner.node.isLeader, true)
    assert.equal(candidate.node.lastIndex, learner.node.lastIndex)
  })

  it('compare what is committed by refusals of lower terms, too', () => {
    const refusal = { term: 3, reject: true, commit: 1, logTerm: 1 }
    const candidate = new TestReplica({ entries: log(1, 1), term: 4, commit: 2 })
    const [news, ...others] = candidate.receive('MsgPreVoteResp', 2, refusal)
    assert.deepEqual(
      [news!.type, news!.term, news!.commit, news!.logTerm],
      ['MsgCommitted', 0, 2, 1],
    )
    assert.deepEqual(others, [])
    const behind = new TestReplica({ entries: log(1, 1), term: 4 })
    assert.deepEqual(behind.receive('MsgPreVoteResp', 2, refusal), [])
    assert.equal(behind.node.commit, 1)
  })

  it('do not lock up where a voter with the longer log asks who was removed: it is told when it refuses', () => {
    // 2 led, removed itself and added 3: entry 2 entered the joint membership, entry 3 left it. 1 has not heard that entry 3 is
    // committed, and 2 is gone for good.
    const leaves: Entry = { ...addVoter(3, 3), data: encodeConfChange(LEAVE_JOINT) }
    const entries = [...log(1, 1), leaves]
    const voter = new TestReplica({
      id: 1,
      conf: conf({ voters: [1, 3], votersOutgoing: [1, 2] }),
      entries: [...entries, entry(1, 4)],
      commit: 2,
      config: { applied: 2 },
    })
    const candidate = new TestReplica({
      id: 3,
      conf: conf({ voters: [1, 3] }),
      entries,
      commit: 3,
      config: { applied: 3 },
    })
    voter.node.campaign(0)
    exchange(voter, candidate)
    assert.equal(voter.node.isLeader, false)
    assert.equal(voter.node.commit, 2)
    candidate.node.campaign(0)
    exchange(candidate, voter)
    assert.deepEqual(voter.node.confState, conf({ voters: [1, 3] }))
    voter.node.campaign(0)
    exchange(voter, candidate)
    assert.equal(voter.node.isLeader, true)
  })

  it('end for a candidate that learns of a membership change: it might be its own removal', () => {
    for (const [type, from] of [
      ['MsgCommitted', 9],
      ['MsgVoteResp', 4],
    ] as const) {
      const removesItself: Entry = {
        ...addVoter(2, 1),
        data: encodeConfChange({
          transition: 'auto',
          changes: [{ kind: 'remove', id: replicaId(1) }],
          context: Buffer.alloc(0),
        }),
      }
      const candidate = new TestReplica({
        conf: conf({ voters: [1, 2, 3, 4] }),
        entries: [entry(1, 1), removesItself],
      })
      candidate.lead()
      const reject = type === 'MsgVoteResp'
      candidate.receive(type, from, { reject, commit: 2, logTerm: 1 })
      assert.deepEqual(candidate.node.confState.voters, [2, 3, 4])
      for (const voter of [2, 3]) candidate.receive('MsgVoteResp', voter)
      assert.equal(candidate.node.role, 'follower')
    }
  })

  it('believe what is committed in every term, and only of an entry that they have', () => {
    const replica = new TestReplica({ entries: log(1, 1), term: 4 })
    replica.receive('MsgCommitted', 2, { term: 0, commit: 2, logTerm: 3 })
    replica.receive('MsgCommitted', 2, { term: 0, commit: 3, logTerm: 1 })
    assert.equal(replica.node.commit, 0)
    assert.deepEqual(replica.receive('MsgCommitted', 2, { term: 0, commit: 2, logTerm: 1 }), [])
    assert.deepEqual([replica.node.commit, replica.node.term], [2, 4])
  })

  it('end although a removed replica raises the terms: who may not campaign refuses a lower term aloud', () => {
    // 2 is removed by entry 2, which only it knows to be committed, and has heard a higher term from somebody else.
    const removed = new TestReplica({
      id: 2,
      conf: conf({ voters: [1] }),
      entries: log(1, 1),
      term: 9,
      commit: 2,
    })
    const candidate = new TestReplica({
      conf: conf({ voters: [1, 2] }),
      entries: log(1, 1),
      term: 4,
    })
    candidate.node.campaign(0)
    exchange(candidate, removed)
    assert.deepEqual([candidate.node.term, candidate.node.commit], [9, 2])
  })

  it('leave a lower term to a voter to overtake by its own election', () => {
    const voter = new TestReplica({ term: 9 })
    assert.deepEqual(voter.receive('MsgVote', 2, { term: 4 }), [])
  })

  it('take no commit index from a refusal that speaks of other entries', () => {
    const candidate = new TestReplica({ entries: log(1, 1), term: 2 })
    candidate.lead()
    candidate.receive('MsgVoteResp', 2, { reject: true, commit: 2, logTerm: 2 })
    candidate.receive('MsgVoteResp', 3, { reject: true, commit: 9, logTerm: 1 })
    assert.equal(candidate.node.commit, 0)
  })

  it('end for a candidate that hears the leader of its term', () => {
    const replica = new TestReplica()
    replica.lead()
    replica.receive('MsgHeartbeat', 2)
    assert.deepEqual([replica.node.role, replica.node.leader], ['follower', 2])
  })

  it('leave no leader known to who lost', () => {
    const replica = new TestReplica()
    replica.lead()
    for (const voter of [2, 3]) replica.receive('MsgVoteResp', voter, { reject: true })
    assert.deepEqual([replica.node.role, replica.node.leader], ['follower', NONE])
  })
})
