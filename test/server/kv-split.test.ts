/** How a leader comes to propose a split: nothing prepared, nothing on its way, and not for longer than a second. */
import assert from 'node:assert/strict'
import sinon from 'sinon'
import { HybridClock } from '../../src/base/hybrid-clock.ts'
import { segment, TOKEN_END, type KeyspaceId } from '../../src/base/ids.ts'
import type { CommandCall, CommandOutcome } from '../../src/server/calls.ts'
import { refused } from '../../src/server/calls.ts'
import { KvSplit } from '../../src/server/kv-split.ts'
import { decodeCommand, encodeCommand } from '../../src/shard/command-codec.ts'
import type { Command } from '../../src/shard/command.ts'
import type { ShardMachine } from '../../src/shard/machine.ts'
import type { Engine } from '../../src/storage/engine.ts'
import type { PrepareRecord } from '../../src/txn/types.ts'
import { FakeTime } from '../client/fake-time.ts'
import {
  CHILD,
  descriptorOf,
  KEYSPACE,
  operationId,
  ORDERED,
  prepare,
  put,
} from '../shard/replica.ts'
import { promisesSettle } from './deferred.ts'

type Call = Omit<CommandCall, 'answered'> & {
  readonly answered: sinon.SinonSpy<[CommandOutcome], unknown>
}

const QUARTER = TOKEN_END / 4
const SPLIT = {
  kind: 'split',
  child: CHILD,
  token: 3 * QUARTER,
  epoch: { config: 1, range: 1 },
  shares: [],
} as const satisfies Command

describe('a leader that is to split its shard', () => {
  let time: FakeTime
  let split: KvSplit
  let locked: boolean
  let onTheirWay: boolean
  let records: Partial<PrepareRecord>[]
  let bytes: number
  const propose = sinon.fake<[CommandCall], unknown>()
  const goOn = sinon.fake<[CommandCall], unknown>()
  const overdue = sinon.fake<[PrepareRecord], unknown>()

  beforeEach(() => {
    time = new FakeTime()
    locked = onTheirWay = false
    records = []
    bytes = 0
    for (const fake of [propose, goOn, overdue]) fake.resetHistory()
    const machine = {
      descriptor: descriptorOf(),
      segment: segment(3),
      keyspaces: () => [KEYSPACE, ORDERED] as KeyspaceId[],
      preparedRecords: () => records,
      get locks() {
        return { isEmpty: !locked, size: locked ? 1 : 0 }
      },
    }
    // What lies above the token is a third of what lies below it.
    const engine = {
      approximateSize: (gte: Buffer) =>
        Promise.resolve(gte.readUInt32BE(9) === SPLIT.token ? bytes : 3 * bytes),
    }
    split = new KvSplit({
      machine: machine as unknown as ShardMachine,
      engine: engine as unknown as Engine,
      clock: new HybridClock(time),
      monotonic: time,
      carriesPrepares: () => onTheirWay,
      propose,
      goOn,
      overdue,
    })
  })

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

  async function ask(): Promise<Call> {
    const call = callOf(SPLIT)
    split.ask(call, SPLIT)
    await promisesSettle()
    return call
  }

  const codeOf = ({ answered }: Call): string => {
    sinon.assert.calledOnce(answered)
    const [outcome] = answered.firstCall.args
    return outcome.kind === 'refused' ? outcome.code : outcome.kind
  }

  const aPrepare = (): Call => callOf(prepare(operationId(1), [put('k', 'v')]))

  it('proposes it with the shares that the engine’s sizes make, or those of the ring', async () => {
    bytes = 1_000
    await ask()
    sinon.assert.calledOnce(propose)
    const [proposed] = propose.firstCall.args
    const shares = [KEYSPACE, ORDERED].map((keyspace) => ({ keyspace, millionths: 250_000 }))
    assert.deepEqual(proposed.command, { ...SPLIT, shares })
    assert.deepEqual(decodeCommand(proposed.bytes), proposed.command)
    bytes = 0
    propose.resetHistory()
    await ask()
    assert.deepEqual(propose.firstCall.args[0].command, { ...SPLIT, shares })
  })

  it('waits until nothing is locked nor on its way, and holds prepares back meanwhile', async () => {
    locked = true
    await ask()
    assert.equal(split.holdsBack, true)
    const held = aPrepare()
    split.hold(held)
    locked = false
    onTheirWay = true
    split.look()
    sinon.assert.notCalled(propose)
    onTheirWay = false
    split.look()
    sinon.assert.calledOnce(propose)
    // They come behind the split, and find their way anew.
    sinon.assert.callOrder(propose, goOn)
    sinon.assert.calledOnceWithExactly(goOn, held)
    assert.equal(split.isIdle, true)
  })

  it('gives up after a second: what was held back goes on', async () => {
    locked = true
    const call = await ask()
    const held = aPrepare()
    split.hold(held)
    await time.pass(999)
    split.look()
    sinon.assert.notCalled(call.answered)
    await time.pass(1)
    split.look()
    assert.equal(codeOf(call), 'OVERLOADED')
    sinon.assert.calledOnceWithExactly(goOn, held)
    assert.equal(split.isIdle, true)
  })

  it('has leftovers recovered, and nothing that is young', async () => {
    locked = true
    const now = time.wallMicros()
    records = [{ stamp: now - 1_000_000 }, { stamp: now }] as unknown as PrepareRecord[]
    await ask()
    sinon.assert.calledOnceWithExactly(overdue, records[0] as PrepareRecord)
  })

  it('does one at a time', async () => {
    locked = true
    await ask()
    assert.equal(codeOf(await ask()), 'OVERLOADED')
  })

  it('answers everybody when it leads no more', async () => {
    locked = true
    const call = await ask()
    const held = aPrepare()
    split.hold(held)
    split.abandon(refused('NOT_LEADER', 'another one'))
    assert.deepEqual([call, held].map(codeOf), ['NOT_LEADER', 'NOT_LEADER'])
    assert.equal(split.isIdle, true)
    split.look()
    sinon.assert.notCalled(propose)
  })
})
