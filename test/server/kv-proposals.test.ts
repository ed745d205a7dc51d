import assert from 'node:assert/strict'
import sinon from 'sinon'
import { HybridClock } from '../../src/base/hybrid-clock.ts'
import { keyspaceId, nodeId, shardId } from '../../src/base/ids.ts'
import type { RawNode } from '../../src/raft/index.ts'
import type { CommandCall, CommandOutcome } from '../../src/server/calls.ts'
import { KvProposals } from '../../src/server/kv-proposals.ts'
import { decodeBatch, encodeCommand } from '../../src/shard/command-codec.ts'
import type { Batch, Command } from '../../src/shard/command.ts'
import {
  KEYSPACE,
  LIMITS,
  ORDERED_RULES,
  SECOND,
  T0,
  commit,
  operationId,
  put,
  remove,
  TestShard,
  write,
} from '../shard/replica.ts'

const RULES = { ...ORDERED_RULES, id: KEYSPACE }
const DROPPED = keyspaceId(5)

type Call = Omit<CommandCall, 'answered'> & {
  readonly answered: sinon.SinonSpy<[CommandOutcome], unknown>
}

function callOf(command: Command): Call {
  return {
    command,
    bytes: encodeCommand(command),
    log: false,
    rangeEpoch: 1,
    deadlineMs: Infinity,
    answered: sinon.fake<[CommandOutcome], unknown>(),
  }
}

function answerTo({ answered }: Call): CommandOutcome {
  sinon.assert.calledOnce(answered)
  return answered.firstCall.args[0]
}

describe('a leader’s proposals', () => {
  let propose: sinon.SinonStub<Parameters<RawNode['propose']>, ReturnType<RawNode['propose']>>
  let proposed: Batch[]
  let clock: HybridClock
  let wallMicros: number
  let full: boolean
  let outcomeBytesMax: number
  let outcomesFull: sinon.SinonSpy<[], unknown>
  let dropped: sinon.SinonSpy
  let proposals: KvProposals
  let next: ReturnType<RawNode['propose']>

  beforeEach(() => {
    propose = sinon.stub<Parameters<RawNode['propose']>, ReturnType<RawNode['propose']>>()
    proposed = []
    wallMicros = T0
    full = false
    outcomeBytesMax = 1_000
    outcomesFull = sinon.fake()
    dropped = sinon.fake()
    next = { index: 5, term: 3 }
    clock = new HybridClock({ wallMicros: () => wallMicros })
    propose.callsFake((data) => {
      const result = next
      if (typeof result === 'object') {
        proposed.push(decodeBatch(Buffer.from(data)))
        next = { index: result.index + 1, term: result.term }
      }
      return result
    })
    proposals = new KvProposals({
      node: { propose } as unknown as RawNode,
      machine: new TestShard().machine,
      clock,
      settings: () => ({
        limits: LIMITS,
        keyspaces: new Map([[KEYSPACE, RULES]]),
        wasDropped: (id) => id === DROPPED,
      }),
      batchBytesMax: 1_000,
      outcomeBytesMax: () => outcomeBytesMax,
      outcomesFull,
      dropped,
      diskFull: () => full,
      leaderNode: () => nodeId(2),
    })
  })

  function submit(command: Command = write(operationId(1), put('k', 'v'))): Call {
    const call = callOf(command)
    proposals.submit(call)
    return call
  }

  it('put the commands of a turn into one entry, each with a stamp of its own', () => {
    submit(write(operationId(1), put('a', 'v')))
    submit(write(operationId(2), put('b', 'v')))
    proposals.closeBatch()
    submit(write(operationId(3), put('c', 'v')))
    proposals.take(5, 3)
    proposals.closeBatch()
    const [first, second] = proposed
    assert.equal(first?.commands.length, 2)
    assert.equal(first.stamp, T0)
    assert(second!.stamp > first.stamp + 1, 'stamps rise over all commands')
  })

  it('bring everything that evaluation may depend on in the entry', () => {
    submit()
    proposals.closeBatch()
    const [{ keyspaces, limits, rangeEpoch } = assert.fail()] = proposed
    assert.deepEqual([keyspaces, limits, rangeEpoch], [[RULES], LIMITS, 1])
  })

  it('for a keyspace that this node has not heard of yet come again, the others go on', () => {
    const early = submit(write(operationId(1), { ...put('a', 'v'), keyspace: keyspaceId(9) }))
    submit(write(operationId(2), put('b', 'v')))
    proposals.closeBatch()
    assert.equal(proposed[0]?.commands.length, 1)
    sinon.assert.calledOnceWithMatch(early.answered, { code: 'STALE_EPOCH', maybeLogged: false })
    sinon.assert.calledOnceWithExactly(dropped, early)
  })

  it('for a dropped keyspace are logged without its rules: apply refuses them for good', () => {
    submit(write(operationId(1), { ...put('a', 'v'), keyspace: DROPPED }))
    proposals.closeBatch()
    assert.deepEqual([proposed[0]?.commands.length, proposed[0]?.keyspaces], [1, []])
  })

  it('are stamped above every commit timestamp that was submitted', () => {
    submit(commit(operationId(1), T0 + 5 * SECOND))
    proposals.closeBatch()
    assert(proposed[0]!.stamp > T0 + 5 * SECOND)
  })

  it('are stamped above earlier ones when the wall clock falls', () => {
    submit()
    proposals.closeBatch()
    proposals.take(5, 3)
    wallMicros -= 60 * SECOND
    submit()
    proposals.closeBatch()
    assert(proposed[1]!.stamp > proposed[0]!.stamp)
  })

  it('promise a ceiling beyond the stamps, and at least the one that a reader wants', () => {
    submit()
    proposals.closeBatch()
    proposals.take(5, 3)
    assert.equal(proposed[0]!.ceiling, proposed[0]!.stamp + 1 + 100_000)
    proposals.wantCeiling((clock.peek() + 5 * SECOND) as Batch['ceiling'])
    const wanted = clock.peek() + 5 * SECOND
    submit()
    proposals.closeBatch()
    assert.equal(proposed[1]!.ceiling, wanted)
  })

  it('cut what is too much for one entry, in order', () => {
    const value = 'v'.repeat(400)
    const calls = [1, 2, 3, 4].map((sequence) =>
      submit(write(operationId(sequence), put('k', value))),
    )
    proposals.closeBatch()
    for (let index = 5; proposed.length < 2; index++) {
      proposals.take(index, 3)
      proposals.closeBatch()
    }
    const ids = proposed.flatMap(({ commands }) =>
      commands.map((command) => 'id' in command && command.id.sequence),
    )
    assert.deepEqual(ids, [1, 2, 3, 4])
    assert.deepEqual(
      proposed.map(({ commands }) => commands.length),
      [2, 2],
    )
    for (const { answered } of calls) sinon.assert.notCalled(answered)
  })

  describe('with a split among them', () => {
    const splitOf = (config: number): Command => ({
      kind: 'split',
      child: shardId(9),
      token: 7,
      epoch: { config, range: 1 },
      shares: [],
    })

    it('end an entry with it, and the shard is silent until that is applied', () => {
      for (const command of [write(operationId(1), put('a', 'v')), splitOf(1)]) submit(command)
      submit(write(operationId(2), put('b', 'v')))
      proposals.closeBatch()
      assert.deepEqual(
        proposed.map(({ commands }) => commands.map(({ kind }) => kind)),
        [['write', 'split']],
      )
      assert.equal(proposals.splitUnderWay, true)
      proposals.take(5, 3)
      assert.equal(proposals.splitUnderWay, false)
    })

    it('that is asked for twice are silent for the second one, too: the first may have had no effect', () => {
      submit(splitOf(1))
      submit(splitOf(2))
      submit(write(operationId(1), put('a', 'v')))
      proposals.closeBatch()
      proposals.take(5, 3)
      proposals.closeBatch()
      assert.equal(proposals.splitUnderWay, true)
      assert.deepEqual(
        proposed.map(({ commands }) => commands.map(({ kind }) => kind)),
        [['split'], ['split']],
      )
    })

    it('cut what is too much for one entry all the same', () => {
      const value = 'v'.repeat(400)
      for (const sequence of [1, 2, 3]) submit(write(operationId(sequence), put('k', value)))
      submit(splitOf(1))
      for (let index = 5; index < 8; index++) {
        proposals.closeBatch()
        proposals.take(index, 3)
      }
      assert.deepEqual(
        proposed.map(({ commands }) => commands.map(({ kind }) => kind)),
        [
          ['write', 'write'],
          ['write', 'split'],
        ],
      )
    })
  })

  it('know the calls behind an entry by index and term', () => {
    const call = submit()
    proposals.closeBatch()
    assert.equal(proposals.take(4, 3), undefined)
    assert.deepEqual(proposals.peek(5, 3)?.commands.length, 1)
    assert.equal(proposals.peek(5, 4), undefined)
    assert.deepEqual(proposals.take(5, 3)?.calls, [call])
    sinon.assert.notCalled(call.answered)
  })

  it('that another leader’s entry replaced have certainly not happened', () => {
    const call = submit()
    proposals.closeBatch()
    assert.equal(proposals.take(5, 4), undefined)
    const answer = answerTo(call)
    assert(answer.kind === 'refused' && answer.code === 'NOT_LEADER' && !answer.maybeLogged)
    assert.equal(answer.leader, 2)
  })

  it('are all answered, once, when leadership is lost: logged perhaps, still open certainly not', () => {
    const logged = submit()
    proposals.closeBatch()
    const open = submit()
    proposals.abandon()
    proposals.abandon()
    assert.equal(proposals.take(5, 3), undefined)
    proposals.closeBatch()
    const answers = [logged, open].map(answerTo)
    assert.deepEqual(
      answers.map((answer) => answer.kind === 'refused' && [answer.code, answer.maybeLogged]),
      [
        ['NOT_LEADER', true],
        ['NOT_LEADER', false],
      ],
    )
    assert.equal(proposed.length, 1)
  })

  it('that the core does not take are refused, and the lock queues hear of it', () => {
    for (const [result, code] of [
      ['uncommitted-limit', 'OVERLOADED'],
      ['not-leader', 'NOT_LEADER'],
    ] as const) {
      next = result
      const call = submit()
      proposals.closeBatch()
      const answer = answerTo(call)
      assert(answer.kind === 'refused' && answer.code === code && !answer.maybeLogged)
      sinon.assert.calledWith(dropped, call)
    }
  })

  it('are refused while the outcome table is full, and make shard time move, so that something expires', () => {
    outcomeBytesMax = -1
    const answer = answerTo(submit())
    assert(answer.kind === 'refused' && answer.code === 'OVERLOADED')
    sinon.assert.called(outcomesFull)
    submit(commit(operationId(3), T0))
    proposals.closeBatch()
    assert.equal(proposed[0]?.commands.length, 1)
  })

  it('on a full disk are refused, except what frees space or ends transactions', () => {
    full = true
    const refused = submit()
    const answer = answerTo(refused)
    assert(answer.kind === 'refused' && answer.code === 'DISK_FULL')
    submit(write(operationId(2), remove('k')))
    submit(commit(operationId(3), T0))
    submit({ kind: 'raise-ceiling' })
    proposals.closeBatch()
    assert.equal(proposed[0]?.commands.length, 3)
  })
})
