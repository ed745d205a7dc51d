import assert from 'node:assert/strict'
import fc from 'fast-check'
import { replicaId } from '../../src/base/ids.ts'
import { silentTrace } from '../../src/base/trace.ts'
import { Inflights } from '../../src/raft/inflights.ts'
import { LEAVE_JOINT, type ConfChangeKind } from '../../src/raft/index.ts'
import { changeMembership, membershipOf, type Membership } from '../../src/raft/membership.ts'
import { Progress } from '../../src/raft/progress.ts'
import { quorumReached, quorumVote } from '../../src/raft/quorum.ts'
import { Unstable } from '../../src/raft/unstable.ts'
import { conf, entry } from './test-replica.ts'

const LIMITS = { messages: 4, bytes: Infinity }
const newProgress = (id: number): Progress => new Progress(replicaId(id), 1, LIMITS)
const ids = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 7 })
const voterSets = fc
  .tuple(ids, ids)
  .map(([voters, outgoing]) => conf({ voters, votersOutgoing: outgoing }))

describe('raft quorums', () => {
  it('of two memberships that differ in one voter overlap: both cannot win against each other', () => {
    const vote = fc.array(fc.boolean(), { minLength: 10, maxLength: 10 })
    fc.assert(
      fc.property(voterSets, vote, ({ voters }, grants) => {
        fc.pre(voters.length > 0)
        const larger = conf({ voters: [...voters, 10].map(replicaId) })
        const here = quorumVote(conf({ voters }), (id) => grants[id - 1]!)
        const there = quorumVote(larger, (id) => !grants[id - 1]!)
        return !(here === 'won' && there === 'won')
      }),
    )
  })

  it('have reached an index exactly if a vote of those who hold it is won', () => {
    const held = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 10, maxLength: 10 })
    fc.assert(
      fc.property(voterSets, held, fc.integer({ min: 1, max: 6 }), (voters, indexes, index) => {
        const reached = quorumReached(voters, (id) => indexes[id]!)
        const won = quorumVote(voters, (id) => indexes[id]! >= index) === 'won'
        return won === reached >= index
      }),
    )
  })
})

describe('raft memberships', () => {
  const single = fc.record({
    kind: fc.constantFrom<ConfChangeKind>('add-voter', 'add-learner', 'remove', 'update'),
    id: fc.integer({ min: 0, max: 7 }).map(replicaId),
  })
  const change = fc.oneof(
    { weight: 1, arbitrary: fc.constant(LEAVE_JOINT) },
    {
      weight: 3,
      arbitrary: fc.record({
        transition: fc.constantFrom('auto' as const, 'implicit' as const, 'explicit' as const),
        changes: fc.array(single, { minLength: 1, maxLength: 5 }),
        context: fc.constant(Buffer.alloc(0)),
      }),
    },
  )

  it('keep their invariants under any changes, and are left alone by refused ones', () => {
    const start = membershipOf(conf({ voters: [1, 2, 3] }), newProgress)
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        let membership: Membership = start
        for (const next of changes) {
          const before = structuredClone(membership.conf)
          const result = changeMembership(membership, next, newProgress)
          assert.deepEqual(membership.conf, before)
          if (result.kind === 'refused') continue
          assert.ok(result.membership.conf.voters.length > 0)
          assert.deepEqual(
            [...result.membership.progress.keys()],
            [...result.membership.progress.keys()].sort((a, b) => a - b),
          )
          // What was known of a member that stays is still known.
          for (const [id, progress] of result.membership.progress) {
            if (next.changes.length === 0) assert.equal(progress, membership.progress.get(id))
          }
          membership = result.membership
        }
      }),
    )
  })

  it('are the same after they were stored and read back', () => {
    const joint = conf({
      voters: [2, 1],
      votersOutgoing: [3, 1],
      learners: [5, 4],
      learnersNext: [3],
      autoLeave: true,
    })
    const { conf: read, progress } = membershipOf(joint, newProgress)
    assert.deepEqual(
      [read.voters, read.votersOutgoing, read.learners],
      [
        [1, 2],
        [1, 3],
        [4, 5],
      ],
    )
    assert.deepEqual([...progress.keys()], [1, 2, 3, 4, 5])
  })
})

describe('raft in-flight window', () => {
  it('behaves like a list of (index, bytes)', () => {
    const operation = fc.oneof(
      fc.record({ add: fc.integer({ min: 0, max: 5 }) }),
      fc.record({ free: fc.integer({ min: 0, max: 8 }) }),
    )
    const limits = { messages: 20, bytes: 40 }
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 100 }), (operations) => {
        const window = new Inflights(limits)
        let model: { index: number; bytes: number }[] = []
        let last = 0
        for (const next of operations) {
          if ('add' in next && !window.full) {
            window.add(++last, next.add)
            model.push({ index: last, bytes: next.add })
          } else if ('free' in next) {
            const index = last - next.free
            window.freeUpTo(index)
            model = model.filter((sent) => sent.index > index)
          }
          const bytes = model.reduce((sum, sent) => sum + sent.bytes, 0)
          assert.equal(window.count, model.length)
          assert.equal(window.full, model.length >= limits.messages || bytes >= limits.bytes)
        }
      }),
    )
  })
})

describe('raft progress', () => {
  it('after a snapshot begins to probe behind it, or where it was if that failed', () => {
    const progress = newProgress(2)
    progress.becomeSnapshot(7)
    assert.equal(progress.paused, true)
    progress.becomeProbe()
    assert.deepEqual([progress.next, progress.paused, progress.pendingSnapshot], [8, false, 0])
  })

  it('sends the commit index only where that can move the peer', () => {
    const progress = newProgress(2)
    progress.acknowledge(5)
    progress.becomeReplicate()
    progress.sentCommit = 3
    assert.equal(progress.mayBumpCommit(3), false, 'it knows that')
    assert.equal(progress.mayBumpCommit(4), true)
    progress.sentCommit = 5
    assert.equal(progress.mayBumpCommit(9), false, 'it holds nothing beyond')
  })
})

describe('raft unstable log', () => {
  it('hands out anew what was replaced while it was being written', () => {
    const unstable = new Unstable(1, silentTrace)
    unstable.append([entry(1, 1), entry(1, 2), entry(1, 3)])
    unstable.markHandedOut()
    unstable.append([entry(2, 2)])
    assert.deepEqual(
      unstable.entriesToHandOut().map(({ term, index }) => [term, index]),
      [[2, 2]],
    )
    unstable.stableTo(3, 1)
    assert.equal(unstable.offset, 1, 'the old entry 3 is gone')
    unstable.stableTo(2, 1)
    assert.equal(unstable.offset, 1, 'the old entry 2 is another one')
    unstable.stableTo(1, 1)
    assert.equal(unstable.offset, 2)
  })
})
