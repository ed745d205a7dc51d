import assert from 'node:assert/strict'
import { replicaId } from '../../src/base/ids.ts'
import {
  decodeConfChange,
  encodeConfChange,
  LEAVE_JOINT,
  type ConfChange,
  type ConfChangeTransition,
  type Entry,
} from '../../src/raft/index.ts'
import { parseChanges } from '../conformance/changes.ts'
import { conf, entry, log, ofType, TestReplica } from './test-replica.ts'

function change(text: string, transition: ConfChangeTransition = 'auto'): ConfChange {
  const changes = parseChanges(text)
  assert.ok(typeof changes !== 'string')
  return { transition, changes, context: Buffer.alloc(0) }
}

function changeEntry(index: number, text: string, transition?: ConfChangeTransition): Entry {
  const data = encodeConfChange(change(text, transition))
  return { term: 1, index, type: 'conf-change-v2', data }
}

const types = (entries: readonly Entry[]): string[] => entries.map(({ type }) => type)

describe('raft membership changes', () => {
  it('come one at a time: none is proposed while one is unapplied', () => {
    const leader = new TestReplica()
    leader.leadAndCommit(2)
    assert.deepEqual(leader.node.proposeConfChange(change('v4')), { index: 2, term: 1 })
    assert.equal(leader.node.proposeConfChange(change('v5')), 'not-applicable')
    leader.drain()
    leader.receive('MsgAppResp', 2, { index: 2 })
    assert.deepEqual(leader.node.confState.voters, [1, 2, 3, 4])
    assert.deepEqual(leader.node.proposeConfChange(change('v5')), { index: 3, term: 1 })
  })

  it('become empty entries where a forwarded one comes too early', () => {
    const leader = new TestReplica()
    leader.leadAndCommit(2)
    const proposal = (index: number): Entry => ({ ...changeEntry(index, 'v4'), term: 0 })
    leader.receive('MsgProp', 2, { term: 0, entries: [proposal(0), proposal(0)] })
    assert.deepEqual(types(leader.storage.entriesStored), ['normal', 'conf-change-v2', 'normal'])
  })

  it('wait for what a new leader finds unapplied in its log', () => {
    const leader = new TestReplica({ entries: [...log(1), changeEntry(2, 'v4')], term: 1 })
    leader.lead(2)
    const early = { term: 0, entries: [{ ...changeEntry(0, 'v5'), term: 0 }] }
    leader.receive('MsgProp', 2, early)
    assert.deepEqual(types(leader.storage.entriesStored).slice(2), ['normal', 'normal'])
  })

  it('are not proposed before an entry of the own term is committed', () => {
    const leader = new TestReplica()
    leader.lead(2)
    assert.equal(leader.node.proposeConfChange(change('v4')), 'term-not-started')
  })

  it('are not proposed where they could not be applied', () => {
    const leader = new TestReplica({ conf: conf({ voters: [1] }) })
    leader.lead()
    assert.equal(leader.node.proposeConfChange(change('r1')), 'not-applicable')
    assert.equal(leader.node.proposeConfChange(LEAVE_JOINT), 'not-applicable')
    assert.equal(new TestReplica().node.proposeConfChange(change('v4')), 'not-leader')
  })

  it('do not count as pending when the proposal was refused', () => {
    const leader = new TestReplica({ config: { maxUncommittedBytes: 1 } })
    leader.leadAndCommit(2)
    leader.node.propose(Buffer.alloc(1))
    assert.equal(leader.node.proposeConfChange(change('v4')), 'uncommitted-limit')
    leader.drain()
    leader.receive('MsgAppResp', 2, { index: 2 })
    assert.deepEqual(leader.node.proposeConfChange(change('v4')), { index: 3, term: 1 })
  })

  it('leave a joint membership by themselves', () => {
    const leader = new TestReplica()
    leader.leadAndCommit(2)
    leader.node.proposeConfChange(change('v4 r3', 'implicit'))
    leader.drain()
    leader.receive('MsgAppResp', 2, { index: 2 })
    assert.deepEqual(leader.node.confState.votersOutgoing, [1, 2, 3])
    assert.equal(leader.node.lastIndex, 3, 'the entry that leaves was proposed')
    assert.deepEqual(decodeConfChange(leader.storage.entriesStored[2]!.data), LEAVE_JOINT)
    leader.receive('MsgAppResp', 2, { index: 3 })
    assert.deepEqual(leader.node.confState, conf({ voters: [1, 2, 4] }))
  })

  it('leave it only when everything that may hold another change is applied', () => {
    const leader = new TestReplica({
      conf: conf({ voters: [1], votersOutgoing: [1], autoLeave: true }),
      entries: log(1, 1, 1),
      config: { maxCommittedBytesPerReady: 1 },
    })
    leader.node.campaign(0)
    const leavesAt: number[] = []
    while (leader.node.hasReady()) {
      leader.drainOnce()
      if (leader.node.lastIndex > 4) leavesAt.push(leader.node.applied)
    }
    assert.equal(leavesAt[0], 3, 'a new leader assumes that its last entry is a change')
  })

  it('commit in a joint membership by both halves', () => {
    const leader = new TestReplica({ conf: conf({ voters: [1, 4, 5], votersOutgoing: [1, 2, 3] }) })
    leader.lead(2, 4)
    leader.receive('MsgAppResp', 4, { index: 1 })
    leader.receive('MsgAppResp', 5, { index: 1 })
    assert.equal(leader.node.commit, 0)
    leader.receive('MsgAppResp', 3, { index: 1 })
    assert.equal(leader.node.commit, 1)
  })

  it('are left by a new leader that finds the group in a joint membership', () => {
    const joint = conf({ voters: [1, 2], votersOutgoing: [1, 2, 3], autoLeave: true })
    const leader = new TestReplica({ conf: joint, entries: log(1), commit: 1 })
    leader.leadAndCommit(2)
    leader.receive('MsgAppResp', 2, { index: 3 })
    assert.deepEqual(leader.node.confState, conf({ voters: [1, 2] }))
  })

  it('are left after a transfer that was under way has failed', () => {
    const joint = conf({ voters: [1, 2], votersOutgoing: [1, 2, 3], autoLeave: true })
    const leader = new TestReplica({ conf: joint, entries: log(1), commit: 1 })
    leader.lead(2)
    leader.node.transferLeader(replicaId(2))
    leader.receive('MsgAppResp', 2, { index: 2 })
    assert.equal(leader.node.lastIndex, 2, 'no proposals during a transfer')
    leader.tick(10)
    assert.equal(leader.node.lastIndex, 3)
  })

  it('make a removed leader step down', () => {
    const leader = new TestReplica()
    leader.leadAndCommit(2)
    leader.node.proposeConfChange(change('r1'))
    leader.drain()
    leader.receive('MsgAppResp', 2, { index: 2 })
    assert.deepEqual([leader.node.role, leader.node.confState.voters], ['follower', [2, 3]])
  })

  it('let a removed leader lead on without counting itself, where it is told not to step down', () => {
    const leader = new TestReplica({ config: { stepDownOnRemoval: false } })
    leader.leadAndCommit(2)
    leader.node.proposeConfChange(change('r1'))
    leader.drain()
    leader.receive('MsgAppResp', 2, { index: 2 })
    assert.equal(leader.node.role, 'leader')
    assert.equal(leader.node.propose(Buffer.from('x')), 'removed')
  })

  it('send a new member what it lacks', () => {
    const leader = new TestReplica()
    leader.leadAndCommit(2)
    leader.node.proposeConfChange(change('l4'))
    leader.drain()
    const sent = leader.receive('MsgAppResp', 2, { index: 2 })
    assert.deepEqual(
      ofType(sent, 'MsgApp')
        .filter(({ to }) => to === 4)
        .map(({ index, entries }) => [index, entries.length]),
      [[1, 1]],
    )
  })

  it('cannot be applied where they do not fit: that is a bug on every replica alike', () => {
    const replica = new TestReplica({ entries: [changeEntry(1, 'v4 v5', 'explicit')], commit: 1 })
    replica.drain()
    assert.throws(() => replica.node.applyConfChange(change('v6')), /joint/)
    assert.deepEqual(replica.node.confState.voters, [1, 2, 3, 4, 5])
  })

  it('survive the codec', () => {
    const context = Buffer.from('address')
    for (const transition of ['auto', 'implicit', 'explicit'] as const) {
      for (const text of ['', 'v1', 'l300 r4 u5']) {
        const given = { ...change(text, transition), context }
        const read = decodeConfChange(encodeConfChange(given))
        assert.deepEqual({ ...read, context: Buffer.from(read.context) }, given)
      }
    }
    assert.equal(encodeConfChange(LEAVE_JOINT).length, 0)
    assert.throws(() => decodeConfChange(Buffer.from([9, 0, 0, 0])), /format/)
    assert.throws(() => decodeConfChange(Buffer.from([1, 7, 0, 0])), /code/)
  })
})

describe('raft leader transfer', () => {
  const target = replicaId(2)

  it('orders the election of an up-to-date follower at once, and of another when it has caught up', () => {
    const leader = new TestReplica()
    leader.leadAndCommit(2)
    leader.node.transferLeader(target)
    assert.deepEqual(
      leader.drain().map(({ type, to }) => [type, to]),
      [['MsgTimeoutNow', 2]],
    )
    const waiting = new TestReplica()
    waiting.lead(2)
    waiting.node.transferLeader(target)
    assert.deepEqual(ofType(waiting.drain(), 'MsgTimeoutNow'), [])
    const sent = waiting.receive('MsgAppResp', 2, { index: 1 })
    assert.equal(ofType(sent, 'MsgTimeoutNow').length, 1)
  })

  it('refuses proposals until it has ended or failed', () => {
    const leader = new TestReplica()
    leader.leadAndCommit(2)
    leader.node.transferLeader(target)
    assert.equal(leader.node.propose(Buffer.from('x')), 'transferring')
    leader.tick(10)
    assert.deepEqual(leader.node.propose(Buffer.from('x')), { index: 2, term: 1 })
  })

  it('is not made to a learner or to oneself', () => {
    const leader = new TestReplica({ conf: conf({ voters: [1, 2], learners: [3] }) })
    leader.leadAndCommit(2)
    for (const id of [1, 3]) leader.node.transferLeader(replicaId(id))
    assert.deepEqual([leader.node.leadTransferee, leader.drain()], [0, []])
  })

  it('elects without a pre-vote, even while the voters obey a live leader', () => {
    const follower = new TestReplica({ config: { preVote: true, checkQuorum: true } })
    follower.receive('MsgApp', 2, { term: 1, index: 0, entries: [entry(1, 1)] })
    const sent = follower.receive('MsgTimeoutNow', 2)
    assert.deepEqual(
      sent.map(({ type, term, transfer }) => [type, term, transfer]),
      [
        ['MsgVote', 2, true],
        ['MsgVote', 2, true],
      ],
    )
  })

  it('is passed on by a follower', () => {
    const follower = new TestReplica()
    follower.receive('MsgHeartbeat', 2, { term: 1 })
    follower.node.transferLeader(replicaId(3))
    assert.deepEqual(
      follower.drain().map(({ type, from, to }) => [type, from, to]),
      [['MsgTransferLeader', 3, 2]],
    )
  })
})
