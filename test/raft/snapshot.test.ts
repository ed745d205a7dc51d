import assert from 'node:assert/strict'
import { replicaId } from '../../src/base/ids.ts'
import {
  decodeConfChange,
  encodeConfChange,
  type Entry,
  type Message,
  type ProgressView,
  type Snapshot,
} from '../../src/raft/index.ts'
import { conf, entry, log, ofType, TestReplica } from './test-replica.ts'

const two = replicaId(2)
const voters = conf({ voters: [1, 2, 3] })
const snapshotAt = (index: number, term: number, confState = voters): Snapshot => ({
  index,
  term,
  confState,
  data: Buffer.from('state'),
})

const leaveThree: Entry = {
  term: 1,
  index: 1,
  type: 'conf-change-v2',
  data: encodeConfChange({
    transition: 'auto',
    changes: [{ kind: 'remove', id: replicaId(3) }],
    context: Buffer.alloc(0),
  }),
}

describe('raft snapshots', () => {
  describe('on a leader', () => {
    /** A leader whose log begins behind what follower 2 needs; it has just sent it a snapshot at 3. */
    const leaderThatSent = (): { leader: TestReplica; sent: Message[] } => {
      const leader = new TestReplica({ entries: log(1, 1, 1), term: 1, commit: 3 })
      leader.storage.newestSnapshot = () => snapshotAt(3, 1)
      leader.drain()
      leader.storage.compact(3)
      leader.leadAndCommit(3)
      const sent = leader.receive('MsgAppResp', 2, { reject: true, index: 3, rejectHint: 0 })
      return { leader, sent }
    }
    const progress = ({ node }: TestReplica): ProgressView => node.progress.get(two)!

    it('goes to who needs entries that are gone, and nothing else does meanwhile', () => {
      const { leader, sent } = leaderThatSent()
      assert.deepEqual(
        sent.map(({ type, snapshot }) => [type, snapshot?.index]),
        [['MsgSnap', 3]],
      )
      leader.node.propose(Buffer.from('x'))
      assert.deepEqual(
        leader.drain().map(({ to }) => to),
        [3],
      )
      assert.deepEqual(leader.receive('MsgHeartbeatResp', 2), [])
    })

    it('is followed by probing behind it when it was delivered', () => {
      const { leader } = leaderThatSent()
      leader.node.reportSnapshot(two, true)
      assert.deepEqual([progress(leader).state, progress(leader).next], ['probe', 4])
      assert.deepEqual(leader.drain(), [], 'the follower is installing it')
      assert.equal(leader.receive('MsgHeartbeatResp', 2)[0]!.index, 3)
    })

    it('is sent again after it failed', () => {
      const { leader } = leaderThatSent()
      leader.node.reportSnapshot(two, false)
      assert.deepEqual([progress(leader).state, progress(leader).next], ['probe', 1])
      assert.deepEqual(ofType(leader.drain(), 'MsgSnap'), [], 'not in a loop')
      assert.equal(leader.receive('MsgHeartbeatResp', 2)[0]!.type, 'MsgSnap')
    })

    it('need not arrive if the follower catches up otherwise', () => {
      const { leader } = leaderThatSent()
      const sent = leader.receive('MsgAppResp', 2, { index: 3 })
      assert.equal(progress(leader).state, 'replicate')
      assert.deepEqual(
        sent.flatMap(({ entries }) => entries).map(({ index }) => index),
        [4],
      )
    })

    it('does not help a follower that is still behind the log after it', () => {
      const { leader } = leaderThatSent()
      leader.receive('MsgAppResp', 2, { index: 1 })
      assert.equal(progress(leader).state, 'snapshot')
    })

    it('waits until there is one to send', () => {
      const leader = new TestReplica({ entries: log(1, 1, 1), term: 1, commit: 3 })
      leader.drain()
      leader.storage.compact(3)
      leader.leadAndCommit(3)
      const reject = { reject: true, index: 3, rejectHint: 0 }
      assert.deepEqual(leader.receive('MsgAppResp', 2, reject), [])
      leader.storage.newestSnapshot = () => snapshotAt(3, 1)
      leader.node.entriesFetched()
      assert.deepEqual(
        leader.drain().map(({ type }) => type),
        ['MsgSnap'],
      )
    })

    it('is not sent to who has not been heard from', () => {
      const leader = new TestReplica({ entries: log(1, 1, 1), term: 1, commit: 3 })
      leader.storage.newestSnapshot = () => snapshotAt(3, 1)
      leader.drain()
      leader.storage.compact(3)
      const sent = leader.leadAndCommit(3)
      assert.deepEqual(ofType(sent, 'MsgSnap'), [])
    })
  })

  describe('on a follower', () => {
    it('replaces log and membership, and is acknowledged', () => {
      const follower = new TestReplica({ id: 4, conf: conf({}) })
      const confState = conf({ voters: [1, 2], learners: [4] })
      const [answer] = follower.receive('MsgSnap', 1, {
        term: 3,
        snapshot: snapshotAt(9, 2, confState),
      })
      assert.deepEqual([answer!.type, answer!.index], ['MsgAppResp', 9])
      assert.deepEqual(follower.node.confState, confState)
      const { commit, applied, lastIndex } = follower.node
      assert.deepEqual([commit, applied, lastIndex], [9, 9, 9])
    })

    it('is ignored at or below the commit index, also where the log begins behind it', () => {
      const follower = new TestReplica({ entries: log(1, 1, 1, 1), term: 1, commit: 3 })
      follower.drain()
      follower.storage.compact(2)
      for (const index of [1, 2, 3]) {
        const [answer] = follower.receive('MsgSnap', 2, { snapshot: snapshotAt(index, 1) })
        assert.equal(answer!.index, 3)
      }
      assert.deepEqual([follower.storage.firstIndex(), follower.node.lastIndex], [3, 4])
    })

    it('waits until the membership changes handed out before it are applied', () => {
      const follower = new TestReplica({
        entries: [leaveThree],
        term: 1,
        commit: 1,
        config: { asyncStorageWrites: true },
      })
      const [apply] = follower.node.ready().messages
      const confState = conf({ voters: [1, 2, 4] })
      follower.give('MsgSnap', 2, { snapshot: snapshotAt(9, 1, confState) })
      assert.deepEqual(follower.node.confState.voters, [1, 2, 3])
      follower.node.applyConfChange(decodeConfChange(leaveThree.data))
      follower.finish(apply!)
      assert.deepEqual(follower.node.confState, confState)
      assert.equal(follower.node.ready().snapshot?.index, 9)
    })

    it('only commits where the log holds what it stands for', () => {
      const follower = new TestReplica({ entries: log(1, 1, 1), term: 1 })
      const [answer] = follower.receive('MsgSnap', 2, { snapshot: snapshotAt(2, 1) })
      assert.deepEqual([answer!.index, follower.node.commit, follower.node.lastIndex], [2, 2, 3])
    })

    it('does not leave a conflicting tail behind', () => {
      const follower = new TestReplica({ entries: log(1, 1, 1, 1), term: 2 })
      follower.receive('MsgSnap', 2, { snapshot: snapshotAt(3, 2) })
      assert.equal(follower.node.lastIndex, 3)
      assert.equal(follower.storage.term(3), 2)
    })

    it('is ignored by who is not part of its membership', () => {
      const follower = new TestReplica({ id: 4, conf: conf({}) })
      follower.receive('MsgSnap', 1, { term: 1, snapshot: snapshotAt(9, 1) })
      assert.equal(follower.node.lastIndex, 0)
    })

    it('keeps it from campaigning and applying until it is installed', () => {
      const follower = new TestReplica({ config: { asyncStorageWrites: true } })
      follower.give('MsgSnap', 2, { term: 1, snapshot: snapshotAt(3, 1) })
      const entries = [entry(1, 4)]
      follower.give('MsgApp', 2, { index: 3, logTerm: 1, entries, commit: 4 })
      const ready = follower.node.ready()
      assert.deepEqual([ready.snapshot?.index, ready.entries.length], [3, 1])
      assert.deepEqual(ready.committedEntries, [])
      follower.node.campaign(0)
      assert.equal(follower.node.role, 'follower')
      follower.finish(ready.messages[0]!)
      assert.deepEqual(follower.node.ready().committedEntries, entries)
    })

    it('counts as installed even if the term has risen meanwhile', () => {
      const follower = new TestReplica({ config: { asyncStorageWrites: true } })
      follower.give('MsgSnap', 2, { term: 1, snapshot: snapshotAt(3, 1) })
      const [append] = follower.node.ready().messages
      follower.give('MsgVote', 3, { term: 2, index: 3, logTerm: 1 })
      follower.finish(append!)
      assert.equal(follower.node.applied, 3)
    })
  })
})
