/** What a shard's leader does with commands and reads, in a group of three real replicas. */
import assert from 'node:assert/strict'
import sinon from 'sinon'
import { operationKey, type OperationId } from '../../src/base/ids.ts'
import type { CommandCall, CommandOutcome, ReadCall, ReadOutcome } from '../../src/server/calls.ts'
import type { KvReplica } from '../../src/server/kv-replica.ts'
import { encodeCommand } from '../../src/shard/command-codec.ts'
import type { Command } from '../../src/shard/command.ts'
import type { Read } from '../../src/shard/request.ts'
import { keyOfText, timestamp } from '../../src/base/ids.ts'
import {
  abort,
  commit,
  KEYSPACE,
  operationId,
  prepare,
  put,
  SECOND,
  stampOf,
  T0,
  write,
} from '../shard/replica.ts'
import { RigCluster } from './rig/rig-cluster.ts'
import type { RigNode } from './rig/rig-node.ts'

const EXPIRY = T0 + 300 * SECOND

type OpenCommand = Omit<CommandCall, 'answered'> & {
  readonly answered: sinon.SinonSpy<[CommandOutcome], unknown>
}

type OpenRead = Omit<ReadCall, 'readAnswered'> & {
  readonly readAnswered: sinon.SinonSpy<[ReadOutcome], unknown>
}

function id(sequence: number): OperationId {
  return operationId(sequence, EXPIRY)
}

function putOf(sequence: number, key: string, value = `${sequence}`): Command {
  return write(id(sequence), put(key, value))
}

function summary({ answered }: OpenCommand): string {
  if (!answered.called) return 'open'
  sinon.assert.calledOnce(answered)
  const [outcome] = answered.firstCall.args
  if (outcome.kind === 'refused') {
    return `${outcome.code}${outcome.maybeLogged ? ', perhaps logged' : ''}`
  }
  const { reply } = outcome
  return reply.kind === 'participant' ? reply.answer.kind : reply.kind
}

describe('a replica of a shard', () => {
  let cluster: RigCluster
  let node: RigNode
  let leader: KvReplica

  async function startCluster(settings: Record<string, unknown> = {}): Promise<void> {
    cluster = await RigCluster.started({ nodes: 3, settings: { initialShards: 1, ...settings } })
    ;({ node, replica: leader } = cluster.leader(cluster.shards[0]!))
  }

  beforeEach(() => startCluster())

  afterEach(() => cluster.assertHealthy())

  function others(): RigNode[] {
    return cluster.running.filter((other) => other !== node)
  }

  function callOf(command: Command, deadlineMs = Infinity): OpenCommand {
    return {
      command,
      bytes: encodeCommand(command),
      log: false,
      rangeEpoch: 1,
      deadlineMs,
      answered: sinon.fake<[CommandOutcome], unknown>(),
    }
  }

  function submit(command: Command, deadlineMs?: number, replica = leader): OpenCommand {
    const call = callOf(command, deadlineMs)
    replica.submit(call)
    return call
  }

  function read(replica = leader, fields: Partial<Read> = {}): OpenRead {
    const get = { kind: 'get', keyspace: KEYSPACE, keys: [keyOfText('k')], at: timestamp(0) }
    const call = {
      read: { ...get, ...fields } as Read,
      rangeEpoch: 1,
      deadlineMs: Infinity,
      readAnswered: sinon.fake<[ReadOutcome], unknown>(),
    }
    replica.read(call)
    return call
  }

  function valueOf({ readAnswered }: OpenRead): unknown {
    sinon.assert.calledOnce(readAnswered)
    const [outcome] = readAnswered.firstCall.args
    if (outcome.kind === 'refused') return outcome.code
    assert(outcome.reply.kind === 'rows')
    return outcome.reply.rows[0]?.value?.value
  }

  async function done(call: OpenCommand): Promise<string> {
    await cluster.time.until(() => call.answered.called, operationKey(id(0)))
    return summary(call)
  }

  /** Until the others have a leader that serves. */
  async function otherLeader(): Promise<KvReplica> {
    const replicas = () => others().map((other) => other.node.host.replica(leader.shard)!)
    await cluster.time.until(() => replicas().some(({ serving }) => serving), 'another leader')
    return replicas().find(({ serving }) => serving)!
  }

  it('that does not lead says who does', () => {
    for (const other of others()) {
      const call = submit(putOf(1, 'k'), Infinity, other.node.host.replica(leader.shard))
      assert.equal(summary(call), 'NOT_LEADER')
      const [outcome] = call.answered.firstCall.args
      assert(outcome.kind === 'refused' && outcome.leader === node.id)
    }
  })

  it('refuses what was routed by another range', () => {
    const call = { ...callOf(putOf(1, 'k')), rangeEpoch: 2 }
    leader.submit(call)
    assert.equal(summary(call), 'STALE_EPOCH')
  })

  it('answers only what a majority has', async () => {
    cluster.network.tap = ({ from, envelopes }) =>
      from !== node.id && envelopes.some(({ message: { type } }) => type === 'MsgAppResp')
        ? 'hold'
        : 'pass'
    const call = submit(putOf(1, 'k'))
    await cluster.time.pass(200)
    assert.equal(summary(call), 'open')
    cluster.network.tap = () => 'pass'
    cluster.network.release()
    assert.equal(await done(call), 'written')
  })

  it('promises nothing that its own disk does not have: no votes, no acknowledgements', async () => {
    const [slow, gone] = others()
    cluster.crash(gone!.id)
    slow!.diskLatencyMs = (operation) => (operation === 'write' ? 300 : 0.2)
    const promised: string[] = []
    cluster.network.tap = ({ from, envelopes }) => {
      for (const { message } of envelopes) {
        if (from === slow!.id && message.type === 'MsgAppResp') promised.push(message.type)
      }
      return 'pass'
    }
    const call = submit(putOf(1, 'k'))
    await cluster.time.pass(250)
    assert.deepEqual(promised, [])
    assert.equal(summary(call), 'open')
    assert.equal(await done(call), 'written')
    await cluster.start(gone!.id)
  })

  describe('that loses its leadership', () => {
    it('answers every open command, once: perhaps logged, if it was proposed', async () => {
      cluster.network.isolate(node.id)
      const calls = [1, 2, 3].map((sequence) => submit(putOf(sequence, 'k')))
      await otherLeader()
      await cluster.time.pass(3_000)
      assert.deepEqual(
        calls.map((call) => summary(call).startsWith('NOT_LEADER')),
        [true, true, true],
      )
      assert.equal(summary(calls[0]!), 'NOT_LEADER, perhaps logged')
      cluster.network.heal()
      await cluster.time.pass(3_000)
      for (const { answered } of calls) sinon.assert.calledOnce(answered)
    })

    it('lets those that waited for a lock go to the next leader, as never logged', async () => {
      submit(prepare(id(1), [put('k', 'held')]))
      await cluster.time.pass(50)
      const waiting = submit(putOf(2, 'k'))
      const reading = read()
      await cluster.time.pass(50)
      cluster.network.isolate(node.id)
      await otherLeader()
      await cluster.time.pass(2_000)
      assert.equal(summary(waiting), 'NOT_LEADER')
      assert.equal(valueOf(reading), 'NOT_LEADER')
      cluster.network.heal()
    })

    it('answers no read from the past after the process stood still', async () => {
      await done(submit(putOf(1, 'k', 'old')))
      node.time.pause()
      const next = await otherLeader()
      assert.equal(await done(submit(putOf(2, 'k', 'new'), Infinity, next)), 'written')
      // It wakes up, believes to lead, and is asked before it hears of anything.
      const stale = read()
      node.time.resume()
      await cluster.time.until(() => stale.readAnswered.called, 'an answer')
      assert.equal(valueOf(stale), 'NOT_LEADER')
    })
  })

  it('that becomes leader stamps above its predecessor’s ceiling, whatever its own clock says', async () => {
    await done(submit(putOf(1, 'k', 'first')))
    const ceilingBefore = leader.machine.ceiling
    for (const other of others()) other.time.wallOffsetMicros = -3600 * SECOND
    cluster.network.isolate(node.id)
    const next = await otherLeader()
    const call = submit(putOf(2, 'k', 'second'), Infinity, next)
    assert.equal(await done(call), 'written')
    const [outcome] = call.answered.firstCall.args
    assert(outcome.kind === 'reply' && outcome.reply.kind === 'written')
    assert(outcome.reply.result.timestamp > ceilingBefore)
    cluster.network.heal()
  })

  it('serves reads by rounds where no clock is to be trusted', async () => {
    await startCluster({ reads: 'read-index' })
    await done(submit(putOf(1, 'k', 'value')))
    cluster.network.tap = ({ beats = [] }) =>
      beats.some(({ answers }) => answers.shards.length > 0) ? 'hold' : 'pass'
    const call = read()
    await cluster.time.pass(50)
    sinon.assert.notCalled(call.readAnswered)
    cluster.network.tap = () => 'pass'
    cluster.network.release()
    await cluster.time.until(() => call.readAnswered.called, 'an answer')
    assert.equal(valueOf(call), 'value')
  })

  it('sees to what is prepared too long, also while cluster time stands still behind a clock that was ahead (seed 322)', async () => {
    node.time.wallOffsetMicros = 60 * SECOND
    assert.equal(await done(submit(putOf(1, 'k'))), 'written')
    node.time.wallOffsetMicros = 0
    const held = submit(prepare(id(2), [put('k', 'held')]))
    assert.equal(await done(held), 'prepared')
    assert(!leader.machine.locks.isEmpty)
    await cluster.time.until(() => leader.machine.locks.isEmpty, 'the end of the lock', 10_000)
  })

  describe('with a locked key', () => {
    let stamp: number

    beforeEach(async () => {
      const held = submit(prepare(id(1), [put('k', 'held')], { age: T0 + 5 }))
      assert.equal(await done(held), 'prepared')
      const [outcome] = held.answered.firstCall.args
      assert(outcome.kind === 'reply')
      stamp = stampOf(outcome.reply)
    })

    it('lets writers and readers of it wait, others not, and go on in order', async () => {
      const order: string[] = []
      const calls = [2, 3, 4].map((sequence) => {
        const call = callOf(putOf(sequence, 'k'))
        const { answered } = call
        leader.submit({
          ...call,
          answered: (outcome) => {
            order.push(`${sequence}`)
            answered(outcome)
          },
        })
        return call
      })
      const reading = read()
      const free = submit(putOf(9, 'free'))
      assert.equal(await done(free), 'written')
      assert.deepEqual(calls.map(summary), ['open', 'open', 'open'])
      submit(commit(id(1), stamp))
      await cluster.time.pass(100)
      assert.deepEqual(calls.map(summary), ['written', 'written', 'written'])
      assert.deepEqual(order, ['2', '3', '4'])
      // The writers go right behind the commit, in its entry.
      assert.equal(valueOf(reading), '4')
      const after = read()
      await cluster.time.pass(1)
      assert.equal(valueOf(after), '4')
    })

    it('lets a younger transaction go right behind the end of an older one', async () => {
      const end = submit(commit(id(1), stamp))
      const younger = submit(prepare(id(2), [put('k', 'mine')], { age: T0 + 6 }))
      assert.equal(summary(younger), 'open')
      assert.equal(await done(younger), 'prepared')
      assert.equal(summary(end), 'done')
    })

    it('knows before it is applied what a prepare will hold', async () => {
      const first = submit(prepare(id(2), [put('free', 'mine')], { age: T0 + 6 }))
      const younger = submit(prepare(id(3), [put('free', 'mine')], { age: T0 + 7 }))
      assert.equal(summary(younger), 'RETRY')
      const waiting = submit(putOf(4, 'free'))
      assert.equal(await done(first), 'prepared')
      assert.equal(summary(waiting), 'open')
      submit(abort(id(2)))
      assert.equal(await done(waiting), 'written')
    })

    it('answers a repeated prepare, which does not wait for itself', async () => {
      const again = submit(prepare(id(1), [put('k', 'held')], { age: T0 + 5 }))
      assert.equal(await done(again), 'prepared')
    })

    it('lets them go on when the transaction aborts', async () => {
      const waiting = submit(putOf(2, 'k'))
      submit(abort(id(1)))
      assert.equal(await done(waiting), 'written')
    })

    it('refuses a younger transaction, which would wait for an older one', () => {
      const younger = submit(prepare(id(2), [put('k', 'mine')], { age: T0 + 6 }))
      assert.equal(summary(younger), 'RETRY')
    })

    it('lets an older transaction wait, and take the lock next', async () => {
      const older = submit(prepare(id(2), [put('k', 'mine')], { age: T0 + 4 }))
      const behind = submit(putOf(3, 'k'))
      await cluster.time.pass(100)
      assert.equal(summary(older), 'open')
      submit(commit(id(1), stamp))
      assert.equal(await done(older), 'prepared')
      assert.equal(summary(behind), 'open')
      submit(abort(id(2)))
      assert.equal(await done(behind), 'written')
    })

    it('answers DEADLINE to who waits too long: nothing happened', async () => {
      const call = submit(putOf(2, 'k'), node.time.monotonicMs() + 200)
      await cluster.time.pass(190)
      assert.equal(summary(call), 'open')
      await cluster.time.pass(100)
      assert.equal(summary(call), 'DEADLINE')
      submit(commit(id(1), stamp))
      await cluster.time.pass(100)
      sinon.assert.calledOnce(call.answered)
    })

    it('has it on the next leader, too, until the sweep ends what nobody else ends', async () => {
      cluster.crash(node.id)
      const next = await otherLeader()
      assert(!next.machine.locks.isEmpty)
      const waiting = submit(putOf(2, 'k'), Infinity, next)
      assert.equal(await done(waiting), 'written')
      assert(next.machine.locks.isEmpty)
      await cluster.start(node.id)
    })

    it('reads at times before the prepare without waiting', async () => {
      const call = read(leader, { at: timestamp(stamp - 1) })
      await cluster.time.pass(300)
      sinon.assert.calledOnce(call.readAnswered)
      const at = read(leader, { at: timestamp(stamp) })
      await cluster.time.pass(300)
      sinon.assert.notCalled(at.readAnswered)
    })
  })
})
