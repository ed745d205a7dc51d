import assert from 'node:assert/strict'
import sinon from 'sinon'
import { HybridClock } from '../../src/base/hybrid-clock.ts'
import { keyOfText, keyspaceId, nodeId, timestamp, type Timestamp } from '../../src/base/ids.ts'
import type { RawNode } from '../../src/raft/index.ts'
import type { ReadCall, ReadOutcome } from '../../src/server/calls.ts'
import { KvReads } from '../../src/server/kv-reads.ts'
import type { Descriptor } from '../../src/shard/descriptor.ts'
import type { ShardMachine } from '../../src/shard/machine.ts'
import type { Read, ReadRow } from '../../src/shard/request.ts'
import { RowFetch } from '../../src/shard/row-fetch.ts'
import type { Engine } from '../../src/storage/engine.ts'
import { MemoryStore } from '../../src/storage/memory-engine.ts'
import { FakeTime } from '../client/fake-time.ts'
import {
  descriptorOf,
  KEYSPACE,
  LIMITS,
  operationId,
  ORDERED_RULES,
  scanOf,
  SECOND,
} from '../shard/replica.ts'
import { promisesSettle } from './deferred.ts'

const RULES = { ...ORDERED_RULES, id: KEYSPACE }
const KEY = keyOfText('k')
const DROPPED = keyspaceId(5)

type Call = Omit<ReadCall, 'readAnswered'> & {
  readonly readAnswered: sinon.SinonSpy<[ReadOutcome], unknown>
}

const LOCKED = {
  kind: 'locked',
  holder: { id: operationId(1), age: timestamp(1) },
  key: KEY,
} as unknown as ReturnType<ShardMachine['getAt']>

type Method = 'getNewest' | 'getAt' | 'planScan' | 'confirm' | 'fill'
type StubOf<Name extends Method> = sinon.SinonStub<
  Parameters<ShardMachine[Name]>,
  ReturnType<ShardMachine[Name]>
>

function rowOf(at: number, expiry = 0): ReadRow {
  return {
    key: KEY,
    timestamp: timestamp(at),
    value: undefined,
    expiry: timestamp(expiry),
    author: '',
    context: new Uint8Array(0),
  }
}

describe('reads on a leader', () => {
  let time: FakeTime
  let clock: HybridClock
  let hasLease: sinon.SinonStub<[number], boolean>
  let readIndex: sinon.SinonStub<[context: number, nowMs: number], boolean>
  let getNewest: StubOf<'getNewest'>
  let getAt: StubOf<'getAt'>
  let planScan: StubOf<'planScan'>
  let descriptor: Descriptor
  let confirm: StubOf<'confirm'>
  let fill: StubOf<'fill'>
  let appliedIndex: number
  let ceiling: number
  let lastIndex: number
  let serving: boolean
  let silent: boolean
  let open: boolean
  let raiseCeiling: sinon.SinonSpy<[Timestamp], unknown>
  let wake: sinon.SinonSpy<[], unknown>
  let fatal: sinon.SinonSpy<[unknown], unknown>
  let engine: Engine
  let reads: KvReads

  beforeEach(() => {
    time = new FakeTime()
    clock = new HybridClock(time)
    appliedIndex = 10
    lastIndex = 10
    ceiling = clock.peek() + SECOND
    serving = true
    silent = false
    open = true
    hasLease = sinon.stub<[number], boolean>().returns(true)
    readIndex = sinon.stub<[number, number], boolean>().returns(true)
    getNewest = sinon.stub()
    getNewest.returns({ kind: 'rows', rows: [rowOf(1)] })
    getAt = sinon.stub()
    getAt.returns({ kind: 'rows', rows: [rowOf(1)] })
    planScan = sinon.stub()
    descriptor = descriptorOf()
    confirm = sinon.stub()
    confirm.returns({ kind: 'unchanged' })
    fill = sinon.stub()
    raiseCeiling = sinon.fake()
    wake = sinon.fake()
    fatal = sinon.fake()
    engine = new MemoryStore().open()
    reads = readsIn('lease')
  })

  afterEach(() => sinon.assert.notCalled(fatal))

  function readsIn(mode: 'lease' | 'read-index'): KvReads {
    const node = {
      hasLease,
      readIndex,
      get lastIndex() {
        return lastIndex
      },
    }
    const machine = {
      getNewest,
      getAt,
      planScan,
      confirm,
      fill,
      wasDropped: () => false,
      get descriptor() {
        return descriptor
      },
      get appliedIndex() {
        return appliedIndex
      },
      get ceiling() {
        return timestamp(ceiling)
      },
    }
    return new KvReads({
      node: node as unknown as RawNode,
      machine: machine as unknown as ShardMachine,
      engine,
      clock,
      monotonic: time,
      settings: () => ({
        limits: LIMITS,
        keyspaces: new Map([
          [KEYSPACE, RULES],
          [ORDERED_RULES.id, ORDERED_RULES],
        ]),
        wasDropped: (id) => id === DROPPED,
      }),
      mode,
      silent: () => silent,
      serving: () => serving,
      open: () => open,
      raiseCeiling,
      leaderNode: () => nodeId(2),
      wake,
      fatal,
    })
  }

  function submit(
    read: Partial<Extract<Read, { kind: 'get' }>> | Read = {},
    deadlineMs = Infinity,
  ): Call {
    const call = {
      read: { kind: 'get', keyspace: KEYSPACE, keys: [KEY], at: timestamp(0), ...read } as Read,
      rangeEpoch: 1,
      deadlineMs,
      readAnswered: sinon.fake<[ReadOutcome], unknown>(),
    }
    reads.submit(call)
    return call
  }

  function applyTo(index: number, locksReleased = false): void {
    appliedIndex = index
    reads.applied(locksReleased)
  }

  function kindOf({ readAnswered }: Call): string {
    if (!readAnswered.called) return 'open'
    sinon.assert.calledOnce(readAnswered)
    const [outcome] = readAnswered.firstCall.args
    return outcome.kind === 'refused' ? outcome.code : outcome.reply.kind
  }

  describe('while a split is proposed and not applied', () => {
    beforeEach(() => (silent = true))

    it('are not answered: the child may have changed already what they find', () => {
      const calls = [submit(), submit({ at: timestamp(ceiling) })]
      assert.deepEqual(calls.map(kindOf), ['open', 'open'])
      sinon.assert.notCalled(getNewest)
      sinon.assert.notCalled(getAt)
      assert.equal(reads.isIdle, false)
      silent = false
      applyTo(lastIndex)
      assert.deepEqual(calls.map(kindOf), ['rows', 'rows'])
    })

    it('are not answered from rows that were fetched before', async () => {
      silent = false
      getNewest.onFirstCall().returns({ kind: 'needs', fetch: fetchOf() })
      const call = submit()
      silent = true
      await promisesSettle()
      assert.equal(kindOf(call), 'open')
      sinon.assert.calledOnce(getNewest)
      silent = false
      applyTo(lastIndex)
      assert.equal(kindOf(call), 'rows')
    })

    it('are sent elsewhere when leadership is lost meanwhile', () => {
      const call = submit()
      serving = false
      reads.abandon()
      assert.equal(kindOf(call), 'NOT_LEADER')
    })
  })

  describe('of the newest versions', () => {
    it('check the lease after the value was read', () => {
      assert.equal(kindOf(submit()), 'rows')
      sinon.assert.callOrder(getNewest, hasLease)
    })

    it('are not answered from the past when the process was paused in between', () => {
      // The pause: when the value has been read, the lease is over.
      getNewest.callsFake(() => {
        hasLease.returns(false)
        return { kind: 'rows', rows: [rowOf(1)] }
      })
      const call = submit()
      assert.equal(kindOf(call), 'open')
      sinon.assert.called(wake)
      reads.closeRound()
      sinon.assert.calledOnce(readIndex)
    })

    it('check the lease after rows came from the engine, too', async () => {
      getNewest.onFirstCall().returns({ kind: 'needs', fetch: fetchOf() })
      const call = submit()
      sinon.assert.notCalled(hasLease)
      hasLease.returns(false)
      await promisesSettle()
      assert.equal(kindOf(call), 'open')
      sinon.assert.callOrder(getNewest, fill, getNewest, hasLease)
    })

    it('without a lease share one round a turn, and are read again when it is confirmed and applied', () => {
      hasLease.returns(false)
      const calls = [submit(), submit()]
      reads.closeRound()
      reads.closeRound()
      sinon.assert.calledOnce(readIndex)
      const [context] = readIndex.firstCall.args
      getNewest.resetHistory()
      reads.confirmed([{ context, index: 12 }])
      assert.deepEqual(calls.map(kindOf), ['open', 'open'])
      sinon.assert.notCalled(getNewest)
      applyTo(11)
      assert.deepEqual(calls.map(kindOf), ['open', 'open'])
      applyTo(12)
      assert.deepEqual(calls.map(kindOf), ['rows', 'rows'])
      sinon.assert.calledTwice(getNewest)
    })

    it('that arrive after a round began are not answered by it', () => {
      hasLease.returns(false)
      submit()
      reads.closeRound()
      const late = submit()
      const [context] = readIndex.firstCall.args
      reads.confirmed([{ context, index: 10 }])
      assert.equal(kindOf(late), 'open')
      reads.closeRound()
      sinon.assert.calledTwice(readIndex)
    })

    it('need no clock in mode read-index', () => {
      reads = readsIn('read-index')
      assert.equal(kindOf(submit()), 'open')
      sinon.assert.notCalled(hasLease)
      reads.closeRound()
      const [context] = readIndex.firstCall.args
      reads.confirmed([{ context, index: 10 }])
      sinon.assert.match(getNewest.callCount, 2)
    })

    it('are sent on when the core takes no round', () => {
      hasLease.returns(false)
      readIndex.returns(false)
      const call = submit()
      reads.closeRound()
      assert.equal(kindOf(call), 'NOT_LEADER')
    })

    it('wait for a ceiling above a clock reading by which a version expired, then read again', () => {
      const now = clock.peek()
      ceiling = now - 2 * SECOND
      getNewest.returns({ kind: 'rows', rows: [rowOf(1, now - SECOND)] })
      const call = submit()
      assert.equal(kindOf(call), 'open')
      sinon.assert.calledOnce(raiseCeiling)
      ceiling = now + 10 * SECOND
      applyTo(11)
      assert.equal(kindOf(call), 'rows')
    })

    it('of a dropped keyspace or a key that moved away are refused', () => {
      getNewest.returns({ kind: 'stale-epoch' })
      assert.equal(kindOf(submit()), 'STALE_EPOCH')
      assert.equal(kindOf(submit({ keyspace: DROPPED })), 'KEYSPACE_UNKNOWN')
    })

    it('of a keyspace that this node has not heard of yet come again', () => {
      assert.equal(kindOf(submit({ keyspace: keyspaceId(9) })), 'STALE_EPOCH')
    })
  })

  describe('at a time', () => {
    it('wait for a ceiling at or above it', () => {
      const at = timestamp(ceiling + 1)
      const call = submit({ at })
      sinon.assert.calledOnceWithExactly(raiseCeiling, at)
      applyTo(11)
      assert.equal(kindOf(call), 'open')
      ceiling = at
      applyTo(12)
      assert.equal(kindOf(call), 'rows')
    })

    it('wait until everything that was proposed before is applied', () => {
      lastIndex = 13
      const call = submit({ at: timestamp(ceiling) })
      lastIndex = 20
      applyTo(12)
      sinon.assert.notCalled(getAt)
      applyTo(13)
      assert.equal(kindOf(call), 'rows')
    })

    it('put every later stamp above it', () => {
      const at = timestamp(ceiling)
      submit({ at })
      assert(clock.now() > at)
    })

    it('wait for locks, and read again when they are released', () => {
      getAt.returns(LOCKED)
      const call = submit({ at: timestamp(ceiling) })
      applyTo(11)
      assert.equal(kindOf(call), 'open')
      getAt.returns({ kind: 'rows', rows: [rowOf(2)] })
      applyTo(12, true)
      assert.equal(kindOf(call), 'rows')
    })

    it('need no lease: nobody can change those rows any more', () => {
      hasLease.returns(false)
      assert.equal(kindOf(submit({ at: timestamp(ceiling) })), 'rows')
    })

    it('below the garbage collection point are refused', () => {
      getAt.returns({ kind: 'too-old', gcPoint: timestamp(5) })
      assert.equal(kindOf(submit({ at: timestamp(4) })), 'SNAPSHOT_TOO_OLD')
    })
  })

  describe('of ranges', () => {
    beforeEach(() => {
      planScan.returns({
        kind: 'plan',
        plan: {
          bounds: { gte: Buffer.from('a'), lt: Buffer.from('b') },
          page: () => ({ kind: 'page', rows: [], readAt: timestamp(1), next: undefined }),
        },
      } as unknown as ReturnType<ShardMachine['planScan']>)
    })

    it('of a dropped keyspace are refused', () => {
      assert.equal(kindOf(submit(scanOf({ keyspace: DROPPED }))), 'KEYSPACE_UNKNOWN')
    })

    it('of a shard that has split while they waited are refused: it ends sooner than the asker believes', () => {
      planScan.onFirstCall().returns(LOCKED as unknown as ReturnType<ShardMachine['planScan']>)
      const call = submit(scanOf())
      assert.equal(kindOf(call), 'open')
      descriptor = { ...descriptor, epoch: { config: 1, range: 2 } }
      reads.applied(true)
      assert.equal(kindOf(call), 'STALE_EPOCH')
    })

    it('that are to be the newest are vouched for after the page was read', async () => {
      hasLease.returns(false)
      const call = submit(scanOf())
      await promisesSettle()
      assert.equal(kindOf(call), 'open')
      reads.closeRound()
      const [context] = readIndex.firstCall.args
      reads.confirmed([{ context, index: 10 }])
      await promisesSettle()
      assert.equal(kindOf(call), 'page')
      sinon.assert.calledTwice(planScan)
    })

    it('at a time need no vouching', async () => {
      hasLease.returns(false)
      const call = submit(scanOf({ at: timestamp(ceiling) }))
      await promisesSettle()
      assert.equal(kindOf(call), 'page')
    })

    it('end the node when the engine has failed, and not whoever let them go on', async () => {
      const failure = new Error('the engine has failed')
      sinon.stub(engine, 'snapshot').throws(failure)
      submit(scanOf())
      await promisesSettle()
      sinon.assert.calledOnceWithExactly(fatal, failure)
      fatal.resetHistory()
    })

    it('are sent on when leadership was lost while the page was read', async () => {
      const call = submit(scanOf())
      serving = false
      await promisesSettle()
      assert.equal(kindOf(call), 'NOT_LEADER')
    })
  })

  describe('that confirm what was read', () => {
    const check = { keyspace: KEYSPACE, key: KEY, timestamp: timestamp(1), readAt: timestamp(2) }
    const confirmOf = (at = ceiling): Read => ({
      kind: 'confirm',
      reads: [check],
      ranges: [],
      at: timestamp(at),
    })
    const changedOf = (call: Call) => {
      sinon.assert.calledOnce(call.readAnswered)
      const [outcome] = call.readAnswered.firstCall.args
      assert(outcome.kind === 'read' && outcome.reply.kind === 'confirmed')
      return outcome.reply.changed
    }

    it('wait for the ceiling and for everything proposed, and put the clock above it', () => {
      const at = ceiling + 10
      lastIndex = 12
      const call = submit(confirmOf(at))
      sinon.assert.calledOnceWithExactly(raiseCeiling, timestamp(at))
      assert(clock.peek() >= at, 'what is stamped from here on is above the reads')
      ceiling = at
      appliedIndex = 11
      reads.applied(false)
      sinon.assert.notCalled(confirm)
      appliedIndex = 12
      reads.applied(false)
      sinon.assert.calledOnce(confirm)
      assert(confirm.firstCall.args[3] >= at, 'expiry is judged again at that time or later')
      assert.equal(changedOf(call), undefined)
    })

    it('say which key has changed', () => {
      confirm.returns({ kind: 'changed', key: KEY })
      assert.equal(changedOf(submit(confirmOf())), KEY)
    })

    it('wait for transactions in the way, and look again at everything', () => {
      confirm.returns(LOCKED as unknown as ReturnType<ShardMachine['confirm']>)
      const call = submit(confirmOf())
      assert.equal(kindOf(call), 'open')
      confirm.returns({ kind: 'changed', key: KEY })
      reads.applied(true)
      assert.equal(changedOf(call), KEY)
    })

    it('look at the lease last, and after a round look again', async () => {
      hasLease.returns(false)
      const call = submit(confirmOf())
      assert.equal(kindOf(call), 'open')
      sinon.assert.callOrder(confirm, hasLease)
      reads.closeRound()
      confirm.returns({ kind: 'changed', key: KEY })
      reads.confirmed([{ context: readIndex.firstCall.args[0], index: 10 }])
      await promisesSettle()
      assert.equal(changedOf(call), KEY, 'the second look counts')
    })

    it('fetch what is not cached, and are sent on when the key is elsewhere', async () => {
      confirm.onFirstCall().returns({ kind: 'needs', fetch: fetchOf() })
      const call = submit(confirmOf())
      await promisesSettle()
      sinon.assert.calledTwice(confirm)
      assert.equal(changedOf(call), undefined)
      confirm.returns({ kind: 'stale-epoch' })
      assert.equal(kindOf(submit(confirmOf())), 'STALE_EPOCH')
    })
  })

  it('all get an answer, once, when leadership is lost, whatever they wait for', async () => {
    hasLease.returns(false)
    const inRound = submit()
    reads.closeRound()
    const unconfirmed = submit()
    const forCeiling = submit({ at: timestamp(ceiling + 1) })
    lastIndex = 99
    const forIndex = submit({ at: timestamp(ceiling) })
    getNewest.returns(LOCKED)
    const forLock = submit()
    getNewest.returns({ kind: 'needs', fetch: fetchOf() })
    const forRows = submit()
    serving = false
    reads.abandon()
    reads.abandon()
    await promisesSettle()
    const calls = [inRound, unconfirmed, forCeiling, forIndex, forLock, forRows]
    assert.deepEqual(new Set(calls.map(kindOf)), new Set(['NOT_LEADER']))
    reads.confirmed([{ context: 1, index: 1 }])
    applyTo(200, true)
    for (const { readAnswered } of calls) sinon.assert.calledOnce(readAnswered)
  })

  it('that wait for a lock give up at their deadline, and no earlier', () => {
    getNewest.returns(LOCKED)
    const call = submit({}, 500)
    reads.tick(499)
    assert.equal(kindOf(call), 'open')
    reads.tick(500)
    assert.equal(kindOf(call), 'DEADLINE')
    getNewest.returns({ kind: 'rows', rows: [] })
    applyTo(11, true)
    assert.equal(kindOf(call), 'DEADLINE')
  })

  it('wait for their own index, whatever others wait for', () => {
    lastIndex = 100
    const stuck = submit({ at: timestamp(ceiling) })
    hasLease.returns(false)
    const confirmed = submit()
    reads.closeRound()
    const [context] = readIndex.firstCall.args
    reads.confirmed([{ context, index: 12 }])
    applyTo(12)
    assert.deepEqual([kindOf(stuck), kindOf(confirmed)], ['open', 'rows'])
  })

  it('name the node that leads to those that they send on', () => {
    serving = false
    const call = submit()
    const [outcome] = call.readAnswered.firstCall.args
    assert(outcome.kind === 'refused' && outcome.leader === nodeId(2))
  })
})

function fetchOf(): RowFetch {
  return Object.assign(Object.create(RowFetch.prototype) as RowFetch, { keys: [], ranges: [] })
}
