import assert from 'node:assert/strict'
import { timestamp } from '../../src/base/ids.ts'
import { refusal, TIMING } from './commit-model.ts'
import { committed, GONE, list, listOf, prepared, RecoveryScript } from './script.ts'

const PAIR = list(2)
const FENCED = { kind: 'refused', refusal: refusal('RETRY', 'fenced') } as const

describe('recovery', () => {
  it('asks everyone under the list, and commits at the greatest stamp when all are prepared', () => {
    const script = new RecoveryScript(PAIR)
    assert.deepEqual(script.take(), ['resolve 0 [0 1]', 'resolve 1 [0 1]'])
    assert.deepEqual(script.answer(0, prepared(20, PAIR)), [])
    assert.deepEqual(script.answer(1, prepared(10, PAIR)), [
      'decided committed at 20',
      'commit 0 at 20',
      'commit 1 at 20',
    ])
  })

  it('aborts at a refusal row, and drops the records of the others', () => {
    const script = new RecoveryScript(list(3))
    script.answer(0, prepared(20, list(3)))
    const told = script.answer(1, FENCED)
    assert.deepEqual(told.slice(-3), [
      'decided aborted RETRY',
      'abort 0 [0 1 2] RETRY',
      'abort 2 [0 1 2] RETRY',
    ])
    script.answer(2, FENCED)
    assert.deepEqual(script.answer(0, FENCED), ['done'])
  })

  it('finds a commit anywhere, whatever else was answered', () => {
    const script = new RecoveryScript(list(3))
    script.answer(0, GONE)
    script.answer(1, prepared(20, list(3)))
    const told = script.answer(2, committed(25, list(3)))
    assert.ok(told.includes('decided committed at 25'))
    assert.ok(told.includes('commit 1 at 25'))
  })

  describe('when a participant has nothing, past expiry or below the mark', () => {
    it('says aborted only after an abort has met a prepare record', () => {
      const script = new RecoveryScript(PAIR)
      script.answer(0, GONE)
      assert.deepEqual(script.answer(1, prepared(20, PAIR)), ['abort 1 [0 1] RETRY'])
      assert.deepEqual(script.answer(1, FENCED), ['decided aborted RETRY', 'done'])
    })

    it('says committed if the abort meets a commit: it raced the forgetting', () => {
      const script = new RecoveryScript(PAIR)
      script.answer(0, GONE)
      script.answer(1, prepared(20, PAIR))
      script.take()
      assert.deepEqual(script.answer(1, committed(20, PAIR)), [
        'decided committed at 20',
        'commit 0 at 20',
        'commit 1 at 20',
      ])
    })

    it('says expired if the abort meets nothing either', () => {
      const script = new RecoveryScript(PAIR)
      script.answer(0, GONE)
      script.answer(1, prepared(20, PAIR))
      assert.deepEqual(script.answer(1, GONE), ['decided expired', 'done'])
    })

    it('does not take the acknowledgement of an abort for one of the commit it turned into', () => {
      const script = new RecoveryScript(list(3))
      script.answer(0, GONE)
      script.answer(1, prepared(20, list(3)))
      script.answer(2, prepared(21, list(3)))
      const ticketOfAbort = script.ticketOf(1)
      script.answer(2, committed(21, list(3)))
      for (const index of [0, 2]) script.machine.acknowledged(0, script.ticketOf(index))
      script.take()
      script.machine.acknowledged(0, ticketOfAbort)
      assert.deepEqual(script.take(), [])
      script.machine.acknowledged(0, script.ticketOf(1))
      assert.deepEqual(script.take(), ['applied [0 1 2]', 'done'])
    })

    it('waits for everyone before it counts nothing as a refusal', () => {
      const script = new RecoveryScript(list(3))
      script.take()
      script.answer(0, GONE)
      assert.deepEqual(script.answer(1, prepared(20, list(3))), [])
    })

    it('says expired, never aborted, when nobody has anything', () => {
      const script = new RecoveryScript(PAIR)
      script.take()
      assert.deepEqual(script.answer(0, GONE), [])
      assert.deepEqual(script.answer(1, GONE), ['decided expired', 'done'])
    })

    it('says aborted when a refusal row was found beside it', () => {
      const script = new RecoveryScript(PAIR)
      script.answer(0, GONE)
      assert.deepEqual(script.answer(1, FENCED).slice(-2), ['decided aborted RETRY', 'done'])
    })

    it('holds a commit delivered where it was applied and forgotten', () => {
      const script = new RecoveryScript(PAIR)
      script.answer(0, committed(20, PAIR))
      script.take()
      script.answer(0, committed(20, PAIR))
      assert.deepEqual(script.answer(1, GONE), ['applied [0 1]', 'done'])
    })
  })

  describe('with another list', () => {
    it('takes no vote from it, and starts over by it', () => {
      const script = new RecoveryScript(PAIR)
      script.answer(0, prepared(20, PAIR))
      script.take()
      const other = listOf(1, 2)
      assert.deepEqual(script.answer(1, { kind: 'other-list', participants: other }), [
        'resolve 1 [1 2]',
        'resolve 2 [1 2]',
      ])
      script.answer(1, prepared(30, other))
      assert.equal(script.answer(2, prepared(31, other))[0], 'decided committed at 31')
    })

    it('ignores late votes of the old list, but not a commit', () => {
      const script = new RecoveryScript(PAIR)
      const oldTicket = script.ticketOf(0)
      const other = listOf(1, 2)
      script.answer(1, { kind: 'other-list', participants: other })
      assert.deepEqual(script.answer(0, prepared(20, PAIR), oldTicket), [])
      assert.deepEqual(script.answer(0, FENCED, oldTicket), [])
      const told = script.answer(0, committed(44, PAIR), oldTicket)
      assert.deepEqual(told, ['decided committed at 44', 'commit 0 at 44', 'commit 1 at 44'])
    })

    it('aborts records whose lists exclude each other, each under its own list', () => {
      const [first, second] = [listOf(0, 1), listOf(0, 1, 2)]
      const script = new RecoveryScript(first)
      script.answer(1, { kind: 'other-list', participants: second })
      script.take()
      const seen = script.answer(0, { kind: 'other-list', participants: first })
      assert.ok(seen.includes('abort 0 [0 1] RETRY'))
      assert.ok(seen.includes('abort 1 [0 1 2] RETRY'))
      assert.equal(script.outcome, undefined)
      assert.deepEqual(script.answer(0, FENCED), ['decided aborted RETRY'])
      script.answer(1, FENCED)
      assert.deepEqual(script.answer(2, FENCED), ['done'])
    })

    it('gives up after a few lists', () => {
      const script = new RecoveryScript(PAIR)
      for (let shard = 2; !script.machine.over; shard++) {
        assert.ok(shard < 20, 'it goes on for ever')
        script.answer(shard === 2 ? 1 : shard - 1, {
          kind: 'other-list',
          participants: listOf(0, shard),
        })
      }
      assert.equal(script.outcome?.kind, 'unknown')
    })
  })

  describe('for a client that asks by its keys', () => {
    it('names no list, and recovers by the list of a record that it finds', () => {
      const script = new RecoveryScript(listOf(1), 'keys')
      assert.deepEqual(script.take(), ['resolve 1 []'])
      assert.deepEqual(script.answer(1, prepared(20, PAIR)), ['resolve 0 [0 1]', 'resolve 1 [0 1]'])
      script.answer(0, prepared(21, PAIR))
      assert.equal(script.answer(1, prepared(20, PAIR))[0], 'decided committed at 21')
    })

    it('starts over by the list of a record even if it names the same shards as the keys do', () => {
      const script = new RecoveryScript(PAIR, 'keys')
      script.take()
      assert.deepEqual(script.answer(0, prepared(20, PAIR)), ['resolve 0 [0 1]', 'resolve 1 [0 1]'])
    })

    it('lets a real record win over a fence at a key named by mistake', () => {
      const script = new RecoveryScript(listOf(0, 7), 'keys')
      script.take()
      assert.deepEqual(script.answer(7, FENCED), [])
      assert.deepEqual(script.answer(0, committed(20, PAIR)), [
        'decided committed at 20',
        'commit 0 at 20',
        'commit 1 at 20',
      ])
    })

    it('says aborted when all are fenced, and has nothing to clean up', () => {
      const script = new RecoveryScript(PAIR, 'keys')
      script.answer(0, FENCED)
      assert.deepEqual(script.answer(1, FENCED).slice(-2), ['decided aborted RETRY', 'done'])
    })

    it('says expired when nothing is found past expiry', () => {
      const script = new RecoveryScript(listOf(0), 'keys')
      assert.deepEqual(script.answer(0, GONE).slice(-2), ['decided expired', 'done'])
    })

    it('is content with the outcome of an operation of one shard', () => {
      const script = new RecoveryScript(listOf(0), 'keys')
      assert.deepEqual(script.answer(0, committed(20, [])).slice(-2), [
        'decided committed at 20',
        'done',
      ])
    })
  })

  it('computes the least expiry as the coordinator does', () => {
    const script = new RecoveryScript(PAIR)
    script.answer(0, prepared(20, PAIR, 25))
    assert.equal(script.answer(1, prepared(25, PAIR)).at(-3), 'decided aborted RETRY')
  })

  it('asks again after silence and after failures, and survives repeated answers', () => {
    const script = new RecoveryScript(PAIR)
    script.answer(0, prepared(20, PAIR))
    script.take()
    assert.deepEqual(script.wake(), ['resolve 1 [0 1]'])
    const failedAtMs = script.nowMs
    script.machine.failed(failedAtMs, script.ticketOf(1))
    assert.deepEqual(script.wake(), ['resolve 1 [0 1]'])
    assert.ok(script.nowMs - failedAtMs <= 2 * TIMING.retryMinMs)
    script.answer(0, prepared(20, PAIR))
    script.answer(1, { kind: 'stale-epoch' })
    assert.deepEqual(script.wake(), ['resolve 1 [0 1]'])
    assert.equal(script.answer(1, prepared(9, PAIR))[0], 'decided committed at 20')
  })

  it('with the commit in hand delivers it once more, asks nobody, and forgets when all have applied it', () => {
    const script = new RecoveryScript(PAIR, 'list', (machine) =>
      machine.deliver(0, { at: timestamp(20), succeeded: true }),
    )
    assert.deepEqual(script.take(), ['decided committed at 20', 'commit 0 at 20', 'commit 1 at 20'])
    script.machine.acknowledged(0, script.ticketOf(1))
    script.machine.failed(0, script.ticketOf(0))
    assert.deepEqual(script.wake(), ['commit 0 at 20'])
    script.machine.acknowledged(script.nowMs, script.ticketOf(0))
    assert.deepEqual(script.take(), ['applied [0 1]', 'done'])
  })

  it('says unknown at the deadline and ends some time later', () => {
    const script = new RecoveryScript(PAIR)
    const seen = script.wakeToTheEnd()
    assert.deepEqual(
      seen.filter((text) => !text.startsWith('resolve')),
      ['decided unknown', 'done'],
    )
    assert.equal(script.nowMs, 5_000 + TIMING.giveUpAfterMs)
  })
})
