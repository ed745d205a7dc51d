import assert from 'node:assert/strict'
import { replicaId } from '../../src/base/ids.ts'
import type { Entry, Message } from '../../src/raft/index.ts'
import { conf, entry, log, ofType, testConfig, TestReplica } from './test-replica.ts'

const two = replicaId(2)
const terms = (entries: readonly Entry[]): number[] => entries.map(({ term }) => term)
const spans = (messages: readonly Message[]): number[][] =>
  ofType(messages, 'MsgApp').map(({ to, index, entries }) => [to, index, entries.length])

describe('raft log replication', () => {
  describe('on a leader', () => {
    it('commits by counting only entries of its own term (figure 8)', () => {
      const leader = new TestReplica({ entries: log(1, 2), term: 3 })
      leader.lead(2)
      leader.receive('MsgAppResp', 2, { index: 2 })
      assert.equal(leader.node.commit, 0, 'entry 2 is on a majority, but of term 2')
      leader.receive('MsgAppResp', 2, { index: 3 })
      assert.equal(leader.node.commit, 3)
    })

    it('counts its own copy only when its own disk has it', () => {
      const leader = new TestReplica({ config: { asyncStorageWrites: true } })
      const storageAppends = (): Message[] =>
        ofType(leader.node.ready().messages, 'MsgStorageAppend')
      leader.node.campaign(0)
      for (const append of storageAppends()) leader.finish(append)
      leader.give('MsgVoteResp', 2)
      const [append] = storageAppends()
      leader.give('MsgAppResp', 2, { index: 1 })
      assert.equal(leader.node.commit, 0, 'one of three disks')
      leader.finish(append!)
      assert.equal(leader.node.commit, 1)
    })

    it('sends appends in parallel with its own disk write', () => {
      const leader = new TestReplica({ config: { asyncStorageWrites: true } })
      leader.node.campaign(0)
      for (const work of ofType(leader.node.ready().messages, 'MsgStorageAppend')) {
        leader.finish(work)
      }
      leader.give('MsgVoteResp', 2)
      const { messages } = leader.node.ready()
      assert.deepEqual(
        messages.map(({ type }) => type),
        ['MsgApp', 'MsgApp', 'MsgStorageAppend'],
      )
    })

    it('sends no append of its own for a commit where notices are lazy: the next heartbeat carries it', () => {
      const leader = new TestReplica({ config: { lazyCommitNotice: true, heartbeatTicks: 1 } })
      leader.lead(2)
      leader.receive('MsgAppResp', 3, { index: 1 })
      assert.deepEqual(spans(leader.receive('MsgAppResp', 2, { index: 1 })), [])
      assert.equal(leader.node.commit, 1)
      leader.node.tick(1)
      const commits = ofType(leader.node.ready().messages, 'MsgHeartbeat').map(({ to, commit }) => [
        to,
        commit,
      ])
      assert.deepEqual(commits, [
        [2, 1],
        [3, 1],
      ])
    })

    it('ignores a rejection that is out of date while probing', () => {
      const leader = new TestReplica({ entries: log(1, 1, 1), term: 1 })
      leader.lead(2)
      const reject = { reject: true, index: 3, rejectHint: 1, logTerm: 1 }
      assert.deepEqual(spans(leader.receive('MsgAppResp', 2, reject)), [[2, 1, 3]])
      assert.deepEqual(leader.receive('MsgAppResp', 2, reject), [], 'the same rejection again')
      assert.equal(leader.node.progress.get(two)!.next, 2)
    })

    it('ignores a rejection of what was acknowledged since, while replicating', () => {
      const leader = new TestReplica()
      leader.leadAndCommit(2)
      const late = { reject: true, index: 0, rejectHint: 0 }
      assert.deepEqual(leader.receive('MsgAppResp', 2, late), [])
      assert.equal(leader.node.progress.get(two)!.state, 'replicate')
    })

    it('skips all entries of a term that the follower does not have', () => {
      const leader = new TestReplica({ entries: log(1, 3, 3, 3, 3), term: 4 })
      leader.lead(2)
      const sent = leader.receive('MsgAppResp', 2, {
        reject: true,
        index: 5,
        rejectHint: 5,
        logTerm: 2,
      })
      assert.deepEqual(spans(sent), [[2, 1, 5]])
    })

    it('pipelines within the window of messages', () => {
      const leader = new TestReplica({
        conf: conf({ voters: [1, 2] }),
        config: { maxInflightMessages: 2 },
      })
      leader.leadAndCommit(2)
      const proposed = [1, 2, 3].flatMap(() => {
        leader.node.propose(Buffer.from('x'))
        return leader.drain()
      })
      assert.deepEqual(spans(proposed), [
        [2, 1, 1],
        [2, 2, 1],
      ])
      assert.deepEqual(spans(leader.receive('MsgAppResp', 2, { index: 2 })).at(-1), [2, 3, 1])
    })

    it('pipelines within the window of bytes, which the last append may cross', () => {
      const leader = new TestReplica({
        conf: conf({ voters: [1, 2] }),
        config: { maxInflightBytes: 10 },
      })
      leader.leadAndCommit(2)
      const sizes = [6, 6, 1].map((size) => {
        leader.node.propose(Buffer.alloc(size))
        return spans(leader.drain()).length
      })
      assert.deepEqual(sizes, [1, 1, 0])
      assert.equal(leader.node.progress.get(two)!.inflights.full, true)
    })

    it('cuts appends at the message size, but always sends one entry', () => {
      const leader = new TestReplica({
        conf: conf({ voters: [1, 2] }),
        entries: [1, 2, 3, 4].map((index) => ({ ...entry(1, index), data: Buffer.alloc(100) })),
        config: { maxMessageBytes: 250 },
      })
      leader.lead(2)
      const sent = leader.receive('MsgAppResp', 2, { reject: true, index: 4, rejectHint: 0 })
      assert.deepEqual(spans(sent), [[2, 0, 2]])
      const large = new TestReplica({
        conf: conf({ voters: [1, 2] }),
        config: { maxMessageBytes: 1 },
      })
      large.leadAndCommit(2)
      large.node.propose(Buffer.alloc(100))
      assert.deepEqual(spans(large.drain()), [[2, 1, 1]])
    })

    it('stops pipelining to an unreachable follower', () => {
      const leader = new TestReplica()
      leader.leadAndCommit(2)
      leader.node.reportUnreachable(two)
      assert.equal(leader.node.progress.get(two)!.state, 'probe')
    })

    it('refuses proposals beyond the uncommitted bytes, but never the first', () => {
      const leader = new TestReplica({ config: { maxUncommittedBytes: 10 } })
      leader.leadAndCommit(2)
      assert.deepEqual(leader.node.propose(Buffer.alloc(100)), { index: 2, term: 1 })
      assert.equal(leader.node.uncommittedBytes, 100)
      assert.equal(leader.node.propose(Buffer.alloc(1)), 'uncommitted-limit')
      leader.drain()
      leader.receive('MsgAppResp', 2, { index: 2 })
      assert.equal(leader.node.uncommittedBytes, 0)
      assert.deepEqual(leader.node.propose(Buffer.alloc(1)), { index: 3, term: 1 })
    })

    it('sends nothing while entries are being fetched, and all of it when they have come', () => {
      const leader = new TestReplica({ entries: log(1, 1, 1), term: 1 })
      leader.storage.fetchingBelow = 4
      leader.lead(2)
      const reject = { reject: true, index: 3, rejectHint: 0 }
      assert.deepEqual(leader.receive('MsgAppResp', 2, reject), [])
      leader.storage.fetchingBelow = 0
      leader.node.entriesFetched()
      assert.deepEqual(spans(leader.drain()), [[2, 0, 4]])
    })

    it('tries fetched entries again at a heartbeat answer, too', () => {
      const leader = new TestReplica({ entries: log(1, 1, 1), term: 1 })
      leader.storage.fetchingBelow = 4
      leader.lead(2)
      leader.receive('MsgAppResp', 2, { reject: true, index: 3, rejectHint: 0 })
      leader.storage.fetchingBelow = 0
      assert.deepEqual(spans(leader.receive('MsgHeartbeatResp', 2)), [[2, 0, 4]])
    })

    it('steps down when no quorum of voters answers, learners or not', () => {
      const leader = new TestReplica({
        conf: conf({ voters: [1, 2, 3], learners: [4, 5] }),
        config: { checkQuorum: true },
      })
      leader.leadAndCommit(2)
      const electionTimeout = (...answering: number[]): void => {
        for (const id of answering) leader.receive('MsgHeartbeatResp', id)
        leader.tick(10)
      }
      electionTimeout(2)
      electionTimeout(3)
      assert.equal(leader.node.role, 'leader')
      electionTimeout(4, 5)
      assert.equal(leader.node.role, 'follower')
    })
  })

  describe('on a follower', () => {
    it('commits at most up to the last entry of the message it accepted', () => {
      const follower = new TestReplica({ entries: log(1, 1, 1), term: 2 })
      // Entries 2 and 3 may be another leader's: this message says nothing about them.
      follower.receive('MsgApp', 2, { index: 1, logTerm: 1, commit: 3 })
      assert.equal(follower.node.commit, 1)
    })

    it('is not truncated by an old or repeated append', () => {
      const follower = new TestReplica({ entries: log(1, 1, 1), term: 1 })
      const old = { index: 0, logTerm: 0, entries: log(1) }
      const [answer] = follower.receive('MsgApp', 2, old)
      assert.deepEqual([answer!.index, follower.node.lastIndex], [1, 3])
    })

    it('replaces entries that differ, and all behind them', () => {
      const follower = new TestReplica({ entries: log(1, 1, 1, 1), term: 1 })
      const fresh = { term: 2, index: 1, logTerm: 1, entries: [entry(2, 2)] }
      follower.receive('MsgApp', 2, fresh)
      assert.deepEqual(terms(follower.storage.entriesStored), [1, 2])
    })

    it('refuses an append behind a gap and says where its log may agree', () => {
      const follower = new TestReplica({ entries: log(1, 1, 3, 3), term: 4 })
      const [gap] = follower.receive('MsgApp', 2, { index: 9, logTerm: 4 })
      assert.deepEqual([gap!.reject, gap!.rejectHint, gap!.logTerm], [true, 4, 3])
      const [differs] = follower.receive('MsgApp', 2, { index: 4, logTerm: 2 })
      assert.deepEqual([differs!.reject, differs!.rejectHint, differs!.logTerm], [true, 2, 1])
    })

    it('never replaces a committed entry', () => {
      const follower = new TestReplica({ entries: log(1, 1), term: 1, commit: 2 })
      assert.equal(follower.receive('MsgApp', 2, { index: 0, entries: log(2) })[0]!.index, 2)
      assert.throws(() =>
        follower.receive('MsgApp', 2, { index: 2, logTerm: 1, commit: 9, entries: log(1) }),
      )
    })

    it('acknowledges only what is durable, with asynchronous storage', () => {
      const follower = new TestReplica({ config: { asyncStorageWrites: true } })
      follower.give('MsgApp', 2, { term: 1, index: 0, entries: log(1), commit: 1 })
      const { messages, committedEntries } = follower.node.ready()
      assert.deepEqual(
        messages.map(({ type, responses }) => [type, responses.map((sent) => sent.type)]),
        [['MsgStorageAppend', ['MsgAppResp', 'MsgStorageAppendResp']]],
      )
      assert.deepEqual(committedEntries, [])
    })

    it('applies only durable entries, with asynchronous storage', () => {
      const follower = new TestReplica({ config: { asyncStorageWrites: true } })
      follower.give('MsgApp', 2, { term: 1, index: 0, entries: log(1, 1), commit: 2 })
      const [append] = follower.node.ready().messages
      assert.equal(follower.node.commit, 2)
      assert.equal(follower.node.hasReady(), false)
      follower.finish(append!)
      assert.deepEqual(follower.node.ready().committedEntries.length, 2)
    })

    it('takes no acknowledgement of entries that another leader has replaced (ABA)', () => {
      const follower = new TestReplica({ config: { asyncStorageWrites: true } })
      follower.give('MsgApp', 2, { term: 1, index: 0, entries: log(1, 1) })
      const [old] = follower.node.ready().messages
      follower.give('MsgApp', 3, { term: 2, index: 0, entries: log(2, 2), commit: 2 })
      const [fresh] = ofType(follower.node.ready().messages, 'MsgStorageAppend')
      follower.finish(old!)
      assert.deepEqual(follower.node.ready().committedEntries, [], 'the old write proves nothing')
      follower.finish(fresh!)
      assert.deepEqual(terms(follower.node.ready().committedEntries), [2, 2])
    })

    it('waits for committed entries that are being fetched, without asking again and again', () => {
      const follower = new TestReplica({ entries: log(1, 1), term: 1, commit: 2 })
      follower.storage.fetchingBelow = 3
      assert.equal(follower.node.hasReady(), true)
      follower.drain()
      assert.deepEqual([follower.applied.length, follower.node.hasReady()], [0, false])
      follower.storage.fetchingBelow = 0
      follower.node.entriesFetched()
      follower.drain()
      assert.equal(follower.applied.length, 2)
    })

    it('drops a message that is meant for another replica of this node', () => {
      const follower = new TestReplica({ id: 7, conf: conf({ voters: [2, 3, 7] }) })
      follower.give('MsgHeartbeat', 2, { to: replicaId(1), term: 9 })
      assert.equal(follower.node.term, 0)
    })

    it('lets nobody outside step local messages or answers of strangers', () => {
      const { node, id } = new TestReplica()
      const error = (type: Message['type'], from: number): unknown =>
        node.step({ ...hollow, type, from: replicaId(from), to: id }, 0)
      assert.equal(error('MsgHup', 2), 'local-message')
      assert.equal(error('MsgStorageAppendResp', 2), 'local-message')
      assert.equal(error('MsgAppResp', 9), 'peer-not-found')
      assert.equal(error('MsgProp', 2), 'proposal-dropped')
    })
  })

  describe('after a restart', () => {
    it('goes on from hard state, log and applied index', () => {
      const entries = log(1, 1, 2)
      const replica = new TestReplica({ entries, vote: 3, commit: 2, config: { applied: 1 } })
      const { term, vote, commit, applied, lastIndex } = replica.node
      assert.deepEqual([term, vote, commit, applied, lastIndex], [2, 3, 2, 1, 3])
      assert.deepEqual(replica.node.ready().committedEntries, [entries[1]])
    })

    it('knows that what was applied was committed, even if the commit index was lost', () => {
      const replica = new TestReplica({
        entries: log(1, 1, 1),
        commit: 0,
        config: { applied: 2 },
      })
      assert.deepEqual([replica.node.commit, replica.node.applied], [2, 2])
    })

    it('refuses settings under which leases would be unsafe', () => {
      assert.throws(
        () => new TestReplica({ config: { readMode: 'lease', checkQuorum: false } }),
        /checkQuorum/,
      )
      assert.doesNotThrow(() => testConfig(1))
    })
  })
})

const hollow: Message = {
  type: 'MsgHup',
  from: replicaId(0),
  to: replicaId(0),
  term: 0,
  logTerm: 0,
  index: 0,
  commit: 0,
  vote: replicaId(0),
  reject: false,
  rejectHint: 0,
  transfer: false,
  entries: [],
  snapshot: undefined,
  context: 0,
  responses: [],
}
