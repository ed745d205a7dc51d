/**
 * The rules of the commit protocol that a model checker found necessary (design page 12), as far as one participant
 * keeps them. Each test fails when its rule is taken out of the machine.
 */
import assert from 'node:assert/strict'
import { keyOfText, shardId, timestamp, token, type OperationId } from '../../src/base/ids.ts'
import type { Command } from '../../src/shard/command.ts'
import type { CommandReply } from '../../src/shard/request.ts'
import {
  abort,
  commit,
  descriptorOf,
  increment,
  KEYSPACE,
  kindOf,
  operationId,
  ORDERED,
  ORDERED_RULES,
  PARTICIPANTS,
  prepare,
  put,
  readCheck,
  remove,
  resolve,
  SECOND,
  stampOf,
  T0,
  TestShard,
  write,
  type PrepareParts,
} from '../shard/replica.ts'
import { tokenOf } from '../../src/base/token.ts'

const OTHER_LIST = [...PARTICIPANTS, { shard: shardId(9), token: token(3) }]
const EXPIRY = T0 + 60 * SECOND

const transfer = (id: OperationId, parts: PrepareParts = {}): Command =>
  prepare(id, [put('a', 'new')], parts)

function transact(
  id: OperationId,
  parts: Partial<Extract<Command, { kind: 'transact' }>>,
): Command {
  return {
    kind: 'transact',
    id,
    lowWater: 0,
    author: 'ada',
    reads: [],
    ranges: [],
    compares: [],
    then: [],
    otherwise: [],
    ...parts,
  }
}

function answerOf(reply: CommandReply): Extract<CommandReply, { kind: 'participant' }>['answer'] {
  assert(reply.kind === 'participant', kindOf(reply))
  return reply.answer
}

/** A shard where a transaction was prepared and committed, and the id. */
function committed(): { shard: TestShard; id: OperationId; at: number } {
  const shard = new TestShard()
  const id = operationId(1)
  const at = stampOf(shard.one(transfer(id))) + 10
  shard.one(commit(id, at))
  return { shard, id, at }
}

describe('participant: rules that the model checker proved necessary', () => {
  describe('a refusal at apply writes the refusal row in the same entry', () => {
    it('so a repeated prepare cannot pass later', () => {
      const shard = new TestShard()
      const written = shard.row('a')
      shard.one(write(operationId(1), put('a', 'x')))
      const stale = [readCheck('a', written.timestamp, shard.now)]
      const id = operationId(2)
      assert.equal(kindOf(shard.one(transfer(id, { reads: stale }))), 'refused')
      // The same id, with nothing wrong any more: the refusal is final.
      assert.equal(kindOf(shard.one(transfer(id))), 'refused')
      assert.equal(kindOf(shard.one(resolve(id))), 'refused')
      assert(shard.machine.locks.isEmpty)
    })

    it('and a refused single write is refused for good', () => {
      const shard = new TestShard()
      shard.one(write(operationId(1), put('a', 'text')))
      assert.equal(kindOf(shard.one(write(operationId(2), increment('a')))), 'TYPE_MISMATCH')
      shard.one(write(operationId(3), remove('a')))
      const again = shard.one(write(operationId(2), increment('a')))
      assert(again.kind === 'refused' && again.recorded)
      assert.equal(again.refusal.code, 'TYPE_MISMATCH')
      assert.equal(shard.value('a'), undefined)
    })
  })

  describe('a recorded vote is answered again, not evaluated again', () => {
    it('a repeated prepare gets the same stamp, though its reads have changed', () => {
      const shard = new TestShard()
      const id = operationId(1)
      const absent = [readCheck('b', 0, shard.now)]
      const stamp = stampOf(shard.one(transfer(id, { reads: absent })))
      assert.equal(stampOf(shard.one(transfer(id, { reads: [readCheck('b', 5, 5)] }))), stamp)
    })

    it('a prepare repeated after the commit is told of it', () => {
      const { shard, id, at } = committed()
      const answer = answerOf(shard.one(transfer(id)))
      assert.deepEqual(answer, {
        kind: 'committed',
        at,
        succeeded: true,
        participants: PARTICIPANTS,
      })
      assert(shard.machine.locks.isEmpty)
    })

    for (const succeeded of [true, false]) {
      it(`whoever asks hears that the ${succeeded ? 'first' : 'other'} branch ran, over a restart too`, () => {
        const shard = new TestShard()
        const id = operationId(1)
        shard.one(transfer(id, { succeeded }))
        const branches = () =>
          [resolve(id), resolve(id, []), transfer(id, { succeeded: !succeeded })].map((asked) => {
            const answer = answerOf(shard.one(asked))
            assert(answer.kind === 'prepared' || answer.kind === 'committed', answer.kind)
            return answer.succeeded
          })
        assert.deepEqual(branches(), [succeeded, succeeded, succeeded])
        shard.restart()
        assert.deepEqual(branches(), [succeeded, succeeded, succeeded])
        shard.one(commit(id, shard.now))
        assert.deepEqual(branches(), [succeeded, succeeded, succeeded])
        shard.restart()
        assert.deepEqual(branches(), [succeeded, succeeded, succeeded])
        const whole = shard.one(transact(id, { then: [put('a', 'again')] }))
        assert(whole.kind === 'recorded')
        assert.equal(whole.succeeded, succeeded)
      })
    }

    it('a write repeated after others takes effect once', () => {
      const shard = new TestShard()
      const first = shard.one(write(operationId(1), increment('n')))
      assert(first.kind === 'written')
      shard.one(write(operationId(2), increment('n')))
      const again = shard.one(write(operationId(1), increment('n')))
      assert(again.kind === 'recorded')
      assert.equal(again.at, first.result.timestamp)
      assert.deepEqual(again.outcomes, ['APPLIED'])
      assert.equal(shard.value('n'), '2')
    })

    it('also twice in one entry', () => {
      const shard = new TestShard()
      const twice = write(operationId(1), increment('n'))
      const replies = shard.run(twice, twice)
      assert.deepEqual(replies.map(kindOf), ['written', 'recorded'])
      assert.equal(shard.value('n'), '1')
    })
  })

  describe('a fence writes a refusal row, kept until expiry in shard time', () => {
    it('so a late prepare is refused', () => {
      const shard = new TestShard()
      const id = operationId(1)
      assert.equal(kindOf(shard.one(resolve(id))), 'refused')
      assert.equal(kindOf(shard.one(transfer(id))), 'refused')
    })

    it('also when the fence is an abort', () => {
      const shard = new TestShard()
      const id = operationId(1)
      assert.equal(kindOf(shard.one(abort(id))), 'refused')
      assert.equal(kindOf(shard.one(transfer(id))), 'refused')
    })

    it('at its very expiry it still stands, past it a prepare has expired itself', () => {
      const shard = new TestShard()
      const id = operationId(1)
      shard.one(resolve(id))
      shard.now = EXPIRY
      assert.equal(kindOf(shard.one(transfer(id))), 'refused')
      shard.now = EXPIRY + 1
      assert.equal(kindOf(shard.one(transfer(id))), 'no-vote')
    })

    it('a ceiling beyond the expiry does not make shard time pass it', () => {
      const shard = new TestShard()
      const id = operationId(1)
      shard.one(resolve(id))
      shard.batchFields = { ceiling: timestamp(EXPIRY + SECOND) }
      shard.one({ kind: 'raise-ceiling' })
      shard.batchFields = {}
      assert.equal(shard.machine.ceiling, EXPIRY + SECOND)
      assert.equal(kindOf(shard.one(transfer(id))), 'refused')
    })
  })

  describe('outcomes are kept until everybody applied them and the client has them or the id has expired', () => {
    it('a commit is not forgotten because the client has seen it', () => {
      const { shard, id } = committed()
      shard.one(write(operationId(9), put('z', 'z'), 9))
      assert.equal(kindOf(shard.one(resolve(id))), 'committed')
    })

    it('nor because it has expired', () => {
      const { shard, id } = committed()
      shard.pass(120 * SECOND)
      shard.pass(120 * SECOND)
      assert.equal(kindOf(shard.one(resolve(id))), 'committed')
    })

    it('nor by both, over a restart', () => {
      const { shard, id } = committed()
      shard.one(write(operationId(9), put('z', 'z'), 9))
      shard.pass(120 * SECOND)
      shard.pass(120 * SECOND)
      shard.replica.flush()
      const restarted = shard.replica.restarted()
      assert.equal(kindOf(restarted.apply(shard.entry(resolve(id)))[0]), 'committed')
    })

    it('nor by being forgotten alone: the client may still ask', () => {
      const { shard, id } = committed()
      shard.one({ kind: 'forget', ids: [id] })
      assert.equal(kindOf(shard.one(resolve(id))), 'committed')
      shard.pass(120 * SECOND)
      assert.equal(kindOf(shard.one(resolve(id))), 'gone')
    })

    it('forgotten and seen, it goes at once', () => {
      const { shard, id } = committed()
      shard.one({ kind: 'forget', ids: [id] })
      shard.one(write(operationId(9), put('z', 'z'), 9))
      assert.equal(kindOf(shard.one(resolve(id))), 'gone')
    })

    it('what a client has seen it says with a prepare, too', () => {
      const { shard, id } = committed()
      shard.one({ kind: 'forget', ids: [id] })
      assert.equal(kindOf(shard.one(resolve(id))), 'committed')
      const vote = shard.one(prepare(operationId(9), [put('z', 'z')], { lowWater: 9 }))
      assert.equal(kindOf(vote), 'prepared')
      assert.equal(kindOf(shard.one(resolve(id))), 'gone')
    })
  })

  describe('a prepare record is never dropped before its outcome', () => {
    it('not by expiry, nor by the mark, nor by forgetting, nor by a restart', () => {
      const shard = new TestShard()
      const id = operationId(1)
      const stamp = stampOf(shard.one(transfer(id)))
      shard.one({ kind: 'forget', ids: [id] })
      shard.one(write(operationId(9), put('z', 'z'), 9))
      shard.pass(120 * SECOND)
      shard.pass(120 * SECOND)
      shard.replica.flush()
      const restarted = shard.replica.restarted()
      const entry = shard.entry(resolve(id))
      assert.equal(stampOf(shard.replica.apply(entry)[0]), stamp)
      assert.equal(stampOf(restarted.apply(entry)[0]), stamp)
      shard.one(commit(id, stamp))
      assert.equal(shard.value('a'), 'new')
    })
  })

  describe('known is asked before mark and expiry', () => {
    it('a retry past expiry, of something kept, is told what happened', () => {
      const { shard, id, at } = committed()
      shard.pass(120 * SECOND)
      assert.deepEqual(answerOf(shard.one(transfer(id))), {
        kind: 'committed',
        at,
        succeeded: true,
        participants: PARTICIPANTS,
      })
    })

    it('and below the mark too', () => {
      const { shard, id } = committed()
      shard.one(write(operationId(9), put('z', 'z'), 9))
      assert.equal(kindOf(shard.one(transfer(id))), 'committed')
    })

    it('a prepared id past expiry is a vote', () => {
      const shard = new TestShard()
      const id = operationId(1)
      const stamp = stampOf(shard.one(transfer(id)))
      shard.pass(120 * SECOND)
      assert.equal(stampOf(shard.one(transfer(id))), stamp)
    })
  })

  describe('"nothing, past expiry or below the mark" is no vote', () => {
    it('a resolve past expiry writes nothing and answers gone', () => {
      const shard = new TestShard()
      shard.now = EXPIRY + 1
      const bytes = shard.machine.outcomeBytes
      assert.equal(kindOf(shard.one(resolve(operationId(1)))), 'gone')
      assert.equal(shard.machine.outcomeBytes, bytes)
    })

    it('so does one below the mark', () => {
      const shard = new TestShard()
      shard.one(write(operationId(9), put('z', 'z'), 5))
      assert.equal(kindOf(shard.one(resolve(operationId(4)))), 'gone')
      assert.equal(kindOf(shard.one(resolve(operationId(5)))), 'refused')
    })

    it('an abort that meets nothing past expiry is gone too, but one that meets a record has aborted', () => {
      const shard = new TestShard()
      const id = operationId(1)
      shard.one(transfer(id))
      shard.now = EXPIRY + 1
      assert.equal(kindOf(shard.one(abort(id))), 'refused')
      assert.equal(kindOf(shard.one(abort(operationId(2)))), 'gone')
      assert(shard.machine.locks.isEmpty)
    })

    it('a late prepare is no vote', () => {
      const shard = new TestShard()
      shard.one(write(operationId(9), put('z', 'z'), 5))
      assert.deepEqual(answerOf(shard.one(transfer(operationId(4)))), {
        kind: 'no-vote',
        code: 'ALREADY_ANSWERED',
      })
      shard.now = EXPIRY + 1
      assert.deepEqual(answerOf(shard.one(transfer(operationId(10)))), {
        kind: 'no-vote',
        code: 'OUTCOME_EXPIRED',
      })
    })

    it('a write below the mark, or past expiry, is an error and does nothing', () => {
      const shard = new TestShard()
      shard.one(write(operationId(9), put('z', 'z'), 5))
      assert.equal(kindOf(shard.one(write(operationId(4), put('a', 'x')))), 'ALREADY_ANSWERED')
      shard.now = EXPIRY
      assert.equal(kindOf(shard.one(write(operationId(10), put('a', 'x')))), 'written')
      shard.now = EXPIRY + 1
      assert.equal(kindOf(shard.one(write(operationId(11), put('a', 'y')))), 'OUTCOME_EXPIRED')
      assert.equal(shard.value('a'), 'x')
    })
  })

  describe('one participant list for ever', () => {
    it('a prepare record under another list is no vote and does not change', () => {
      const shard = new TestShard()
      const id = operationId(1)
      const stamp = stampOf(shard.one(transfer(id)))
      for (const command of [
        transfer(id, { participants: OTHER_LIST }),
        resolve(id, OTHER_LIST),
        abort(id, OTHER_LIST),
      ]) {
        assert.deepEqual(answerOf(shard.one(command)), {
          kind: 'other-list',
          participants: PARTICIPANTS,
        })
      }
      assert.equal(stampOf(shard.one(resolve(id))), stamp)
    })

    it('an outcome is the answer under any list', () => {
      const { shard, id } = committed()
      assert.equal(kindOf(shard.one(resolve(id, OTHER_LIST))), 'committed')
      assert.equal(kindOf(shard.one(abort(id, OTHER_LIST))), 'committed')
      const refused = operationId(5)
      shard.one(resolve(refused))
      assert.equal(kindOf(shard.one(resolve(refused, OTHER_LIST))), 'refused')
    })

    it('a client that asks by keys gets the record, with its list', () => {
      const shard = new TestShard()
      const id = operationId(1)
      shard.one(transfer(id))
      const answer = answerOf(shard.one(resolve(id, [])))
      assert(answer.kind === 'prepared')
      assert.deepEqual(answer.participants, PARTICIPANTS)
    })
  })

  describe('locks are checked at apply, of one-shard entries too', () => {
    const lockedWrite = (): TestShard => {
      const shard = new TestShard()
      shard.one(write(operationId(90), put('r', 'read')))
      const reads = [readCheck('r', shard.row('r').timestamp, shard.now)]
      shard.one(prepare(operationId(1), [put('a', 'new')], { reads }))
      return shard
    }
    const nothingHappened = (shard: TestShard, command: Command): void => {
      const reply = shard.one(command)
      assert.equal(reply.kind, 'locked')
      assert(reply.holder.sequence === 1)
      // No effect, nothing recorded: the same id can still succeed.
      shard.one(abort(operationId(1)))
      assert(['written', 'prepared', 'transacted'].includes(kindOf(shard.one(command))))
    }

    it('a write of an exclusively locked key', () => {
      nothingHappened(lockedWrite(), write(operationId(2), put('a', 'other')))
    })
    it('a write of a key that is only read by the holder', () => {
      nothingHappened(lockedWrite(), write(operationId(2), put('r', 'other')))
    })
    it('a transaction that writes a locked key', () => {
      nothingHappened(lockedWrite(), transact(operationId(2), { then: [put('r', 'other')] }))
    })
    it('a transaction that gets an exclusively locked key', () => {
      const get = { op: 'get', keyspace: KEYSPACE, key: keyOfText('a') } as const
      nothingHappened(lockedWrite(), transact(operationId(2), { then: [get] }))
    })
    it('a transaction that compares an exclusively locked key', () => {
      const compare = { kind: 'absent', keyspace: KEYSPACE, key: keyOfText('a') } as const
      nothingHappened(lockedWrite(), transact(operationId(2), { compares: [compare] }))
    })
    it('a transaction that has read an exclusively locked key', () => {
      const reads = [readCheck('a', 0, T0)]
      nothingHappened(lockedWrite(), transact(operationId(2), { reads }))
    })
    it('a prepare that writes a key that another one reads', () => {
      nothingHappened(lockedWrite(), prepare(operationId(2), [put('r', 'other')]))
    })
    it('a prepare that reads a key that another one writes', () => {
      const reads = [readCheck('a', 0, T0)]
      nothingHappened(lockedWrite(), prepare(operationId(2), [put('b', 'x')], { reads }))
    })
    it('a write of a key where a prepare found its edit applied already', () => {
      const shard = new TestShard()
      shard.one(write(operationId(1), put('a', 'x')))
      const edit = put('a', 'edited', { context: shard.row('a').context, ownDots: [shard.now] })
      shard.one(write(operationId(2), edit))
      const vote = shard.one(prepare(operationId(3), [edit, put('b', 'x')]))
      assert.equal(kindOf(vote), 'prepared')
      assert.equal(kindOf(shard.one(write(operationId(4), put('a', 'y')))), 'locked')
    })
    it('two prepares may read one key', () => {
      const shard = lockedWrite()
      const reads = [readCheck('r', shard.row('r').timestamp, shard.now)]
      assert.equal(kindOf(shard.one(prepare(operationId(2), [], { reads }))), 'prepared')
    })

    it('a write into a range that another one has scanned, and a scan over a key that another one writes', () => {
      const shard = new TestShard()
      const range = {
        keyspace: ORDERED,
        token: tokenOf(ORDERED, keyOfText('x'), ORDERED_RULES.partition),
        start: keyOfText('a'),
        end: keyOfText('m'),
        rows: [],
        readAt: timestamp(T0),
      }
      const inOrder = { keyspace: ORDERED }
      assert.equal(kindOf(shard.one(prepare(operationId(1), [], { ranges: [range] }))), 'prepared')
      const inside = write(operationId(2), put('c', 'x', inOrder))
      assert.equal(kindOf(shard.one(inside)), 'locked')
      assert.equal(kindOf(shard.one(write(operationId(3), put('n', 'x', inOrder)))), 'written')
      shard.one(commit(operationId(1), shard.now))
      assert.equal(kindOf(shard.one(inside)), 'written')
      shard.one(prepare(operationId(4), [put('d', 'x', inOrder)]))
      const scans = prepare(operationId(5), [], { ranges: [range] })
      assert.equal(kindOf(shard.one(scans)), 'locked')
    })
  })

  describe('the clock is at or above c after Commit', () => {
    it('also at a participant that only read, and at one that knows nothing', () => {
      const shard = new TestShard()
      const id = operationId(1)
      const stamp = stampOf(shard.one(prepare(id, [], { reads: [readCheck('a', 0, T0)] })))
      shard.one(commit(id, stamp + 5 * SECOND))
      assert.equal(shard.machine.clockFloor, stamp + 5 * SECOND)
      shard.one(commit(operationId(77), stamp + 9 * SECOND))
      assert.equal(shard.machine.clockFloor, stamp + 9 * SECOND)
      assert.equal(kindOf(shard.one(resolve(id))), 'committed')
    })

    it('a stamp at or below an applied c is a bug, not a write', () => {
      const shard = new TestShard()
      const stamp = stampOf(shard.one(transfer(operationId(1))))
      shard.batchFields = { stamp: timestamp(stamp + 1) }
      shard.one(commit(operationId(1), stamp + 1000))
      shard.batchFields = { stamp: timestamp(stamp + 1000) }
      assert.throws(() => shard.one(write(operationId(3), put('z', 'x'))), /not above/)
    })

    it('the floor and the ceiling survive a restart', () => {
      const { shard, at } = committed()
      shard.replica.flush()
      const { machine } = shard.replica.restarted()
      assert.equal(machine.clockFloor, at)
      assert.equal(machine.ceiling, shard.machine.ceiling)
      assert.equal(machine.lastStamp, shard.machine.lastStamp)
    })
  })

  describe('the ceiling', () => {
    it('is that of the applied log and never falls', () => {
      const shard = new TestShard()
      shard.batchFields = { ceiling: timestamp(T0 + SECOND) }
      shard.one({ kind: 'raise-ceiling' })
      shard.batchFields = { ceiling: timestamp(T0 + 2) }
      shard.one({ kind: 'raise-ceiling' })
      assert.equal(shard.machine.ceiling, T0 + SECOND)
    })

    it('a closed timestamp is served only at or below it, and once its index is applied', () => {
      const shard = new TestShard()
      const { machine } = shard
      shard.batchFields = { ceiling: timestamp(T0 + SECOND) }
      shard.one({ kind: 'raise-ceiling' })
      const at = timestamp(T0 + SECOND)
      machine.closeTimestamp(at, machine.appliedIndex + 1)
      assert(machine.closedUpTo < at)
      shard.one({ kind: 'raise-ceiling' })
      assert.equal(machine.closedUpTo, at)
      machine.closeTimestamp(timestamp(at + 1), machine.appliedIndex)
      assert.equal(machine.closedUpTo, at, 'the ceiling that is applied bounds it')
    })
  })

  describe('reads wait for locks', () => {
    it('a read of the newest waits for any exclusive lock, one at T for those stamped at or below T', () => {
      const shard = new TestShard()
      shard.one(write(operationId(1), put('a', 'old')))
      const stamp = stampOf(shard.one(transfer(operationId(2))))
      const { replica } = shard
      const key = [keyOfText('a')]
      assert.equal(replica.newest(key, shard.now).kind, 'locked')
      assert.equal(replica.at(key, stamp).kind, 'locked')
      assert.equal(replica.at(key, stamp + 1).kind, 'locked')
      assert.equal(replica.at(key, stamp - 1).kind, 'rows')
    })

    it("a shared lock is in nobody's way", () => {
      const shard = new TestShard()
      shard.one(prepare(operationId(1), [], { reads: [readCheck('a', 0, T0)] }))
      assert.equal(shard.replica.newest([keyOfText('a')], shard.now).kind, 'rows')
    })
  })

  describe('strict confirmation', () => {
    const absentA = [readCheck('a', 0, T0 + SECOND)]

    it('sees a lock that was taken since', () => {
      const shard = new TestShard()
      shard.one(transfer(operationId(1)))
      assert.equal(shard.replica.confirm(absentA, [], shard.now).kind, 'locked')
    })

    it('sees a change', () => {
      const shard = new TestShard()
      assert.equal(shard.replica.confirm(absentA, [], shard.now).kind, 'unchanged')
      shard.one(write(operationId(1), put('a', 'x')))
      assert.equal(shard.replica.confirm(absentA, [], shard.now).kind, 'changed')
    })

    it('judges expiry again by its own clock', () => {
      const shard = new TestShard()
      const expiry = timestamp(T0 + 10 * SECOND)
      shard.one(write(operationId(1), put('a', 'x', { expiry })))
      const readAlive = [readCheck('a', shard.row('a').timestamp, expiry - 1)]
      assert.equal(shard.replica.confirm(readAlive, [], expiry - 1).kind, 'unchanged')
      assert.equal(shard.replica.confirm(readAlive, [], expiry).kind, 'changed')
      const readDead = [readCheck('a', shard.row('a').timestamp, expiry)]
      assert.equal(shard.replica.confirm(readDead, [], expiry + 1).kind, 'unchanged')
    })
  })

  describe('absence', () => {
    it('is validated by the tombstone', () => {
      const shard = new TestShard()
      shard.one(write(operationId(1), put('a', 'x')))
      shard.one(write(operationId(2), remove('a')))
      const reads = [readCheck('a', shard.row('a').timestamp, shard.now)]
      shard.one(write(operationId(3), put('a', 'x')))
      shard.one(write(operationId(4), remove('a')))
      const again = prepare(operationId(5), [put('b', 'x')], { reads })
      assert.equal(kindOf(shard.one(again)), 'refused')
    })

    it('is void once the GC point has passed the read', () => {
      const shard = new TestShard()
      const readAt = shard.now
      const reads = [readCheck('a', 0, readAt)]
      // Create, delete, collect: as if nothing had been.
      shard.one(write(operationId(1), put('a', 'x')))
      shard.one(write(operationId(2), remove('a')))
      shard.one({ kind: 'collect', keyspace: KEYSPACE, point: timestamp(shard.now) })
      assert.equal(shard.row('a').timestamp, 0)
      assert.equal(
        kindOf(shard.one(prepare(operationId(3), [put('b', 'x')], { reads }))),
        'refused',
      )
    })
  })

  describe('expiry and commit', () => {
    it('a vote carries the least expiry of the live versions that were read or built on', () => {
      const shard = new TestShard()
      const soon = timestamp(T0 + 20 * SECOND)
      const later = timestamp(T0 + 30 * SECOND)
      shard.one(write(operationId(1), put('a', 'x', { expiry: later })))
      shard.one(write(operationId(2), put('n', { type: 'int', value: 1n }, { expiry: soon })))
      const reads = [readCheck('a', shard.row('a').timestamp, shard.now)]
      const onlyRead = answerOf(shard.one(prepare(operationId(3), [], { reads })))
      assert(onlyRead.kind === 'prepared')
      assert.equal(onlyRead.leastExpiry, later)
      const both = answerOf(shard.one(prepare(operationId(4), [increment('n')], { reads })))
      assert(both.kind === 'prepared')
      assert.equal(both.leastExpiry, soon)
    })

    it('a commit at or past it would be a bug', () => {
      const shard = new TestShard()
      const soon = timestamp(T0 + 20 * SECOND)
      shard.one(write(operationId(2), put('n', { type: 'int', value: 1n }, { expiry: soon })))
      shard.one(prepare(operationId(4), [increment('n')]))
      assert.throws(() => shard.one(commit(operationId(4), soon)), /alive only until/)
    })

    it('a version read alive that has expired by the stamp fails validation', () => {
      const shard = new TestShard()
      const soon = timestamp(T0 + 20 * SECOND)
      shard.one(write(operationId(1), put('a', 'x', { expiry: soon })))
      const reads = [readCheck('a', shard.row('a').timestamp, shard.now)]
      shard.now = soon
      assert.equal(kindOf(shard.one(prepare(operationId(2), [], { reads }))), 'refused')
    })
  })

  describe('ownership is checked at apply, of fences too', () => {
    const upperHalf = descriptorOf({ start: 2 ** 31, end: 2 ** 32 })

    it('a fence with a token of another shard has no effect', () => {
      const shard = new TestShard({ descriptor: upperHalf })
      const id = operationId(1)
      assert.equal(kindOf(shard.one(resolve(id, PARTICIPANTS, [5]))), 'stale-epoch')
      assert.equal(shard.machine.outcomeBytes, 0)
      assert.equal(kindOf(shard.one(resolve(id, PARTICIPANTS, [2 ** 31]))), 'refused')
    })

    it('a key of another shard is neither written nor read', () => {
      const shard = new TestShard({ descriptor: upperHalf })
      const names = Array.from({ length: 64 }, (_, i) => `key-${i}`)
      const foreign = names.find(
        (name) => tokenOf(KEYSPACE, keyOfText(name), { kind: 'key' }) < 2 ** 31,
      )!
      const id = operationId(1)
      assert.equal(kindOf(shard.one(write(id, put(foreign, 'x')))), 'stale-epoch')
      assert.equal(kindOf(shard.one(prepare(id, [put(foreign, 'x')]))), 'stale-epoch')
      assert.equal(shard.replica.newest([keyOfText(foreign)], shard.now).kind, 'stale-epoch')
      assert.equal(shard.machine.outcomeBytes, 0)
    })

    it('also of a key that is cached from before the range shrank', () => {
      const shard = new TestShard()
      shard.one(write(operationId(1), put('a', 'x')))
      const at = tokenOf(KEYSPACE, keyOfText('a'), { kind: 'key' })
      const { machine } = shard
      const shrunk = { ...machine.descriptor, range: { start: at + 1, end: 2 ** 32 } }
      machine.applyMembership(machine.appliedIndex + 1, 1, shrunk, machine.confState)
      assert.equal(kindOf(shard.one(write(operationId(2), put('a', 'y')))), 'stale-epoch')
      assert.equal(shard.replica.newest([keyOfText('a')], shard.now).kind, 'stale-epoch')
    })

    it('a whole entry of an older range epoch has no effect', () => {
      const shard = new TestShard()
      shard.batchFields = { rangeEpoch: 0 }
      const replies = shard.run(
        write(operationId(1), put('a', 'x')),
        transfer(operationId(2)),
        resolve(operationId(3)),
      )
      assert.deepEqual(replies.map(kindOf), ['stale-epoch', 'stale-epoch', 'stale-epoch'])
      assert.equal(shard.machine.outcomeBytes, 0)
      assert(shard.machine.lastStamp > T0)
    })
  })
})
