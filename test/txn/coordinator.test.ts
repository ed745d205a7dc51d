import assert from 'node:assert/strict'
import { DEFAULT_KEYSPACE, keyOfText, timestamp } from '../../src/base/ids.ts'
import type { Refusal } from '../../src/txn/types.ts'
import type { ConflictSide } from '../../src/versions/version.ts'
import { refusal, TIMING } from './commit-model.ts'
import { committed, CoordinatorScript, GONE, list, listOf, prepared } from './script.ts'

const PAIR = list(2)
const SIDE: ConflictSide = {
  timestamp: timestamp(1),
  clock: { actors: [], counters: [], dropped: 0 },
  value: undefined,
  author: '',
}

describe('coordinator', () => {
  it('answers the client as soon as all have voted yes, at the greatest prepare stamp', () => {
    const script = new CoordinatorScript(2)
    assert.deepEqual(script.take(), ['prepare 0', 'prepare 1'])
    assert.deepEqual(script.answer(1, prepared(30, PAIR)), [])
    assert.deepEqual(script.answer(0, prepared(20, PAIR)), [
      'decided committed at 30',
      'commit 0 at 30',
      'commit 1 at 30',
    ])
    assert.equal(script.machine.results[1]![0]!.timestamp, 30)
  })

  it('is done, and lets the id be forgotten, only when all have applied the commit', () => {
    const script = committing()
    script.machine.acknowledged(0, script.ticketOf(1))
    script.machine.acknowledged(0, script.ticketOf(1))
    assert.deepEqual(script.take(), [])
    assert.equal(script.machine.over, false)
    assert.deepEqual(script.answer(0, committed(30, PAIR)), ['applied [0 1]', 'done'])
    assert.equal(script.machine.wakeAtMs, Infinity)
  })

  it('repeats a commit until it is acknowledged, ever more slowly', () => {
    const script = committing()
    script.machine.acknowledged(0, script.ticketOf(0))
    const times: number[] = []
    for (let attempt = 0; attempt < 4; attempt++) {
      assert.deepEqual(script.wake(), ['commit 1 at 30'])
      times.push(script.nowMs)
    }
    assert.ok(times[0]! >= TIMING.answerTimeoutMs)
    assert.ok(times[1]! - times[0]! > times[0]!)
    script.machine.failed(script.nowMs, script.ticketOf(1))
    assert.deepEqual(script.wake(), ['commit 1 at 30'])
    assert.deepEqual(script.answer(1, committed(30, PAIR)), ['applied [0 1]', 'done'])
  })

  it('leaves the commit to sweeps after a while, without letting it be forgotten', () => {
    const script = committing()
    const seen = script.wakeToTheEnd()
    assert.equal(script.nowMs, 5_000 + TIMING.giveUpAfterMs)
    assert.equal(seen.at(-1), 'done')
    assert.ok(!seen.some((text) => text.startsWith('applied')))
    assert.deepEqual(script.answer(0, committed(30, PAIR)), [])
  })

  describe('when a participant refuses with a conflict', () => {
    const conflict = (key: string): Refusal => ({
      ...refusal('CONFLICT'),
      conflicts: [
        {
          keyspace: DEFAULT_KEYSPACE,
          key: keyOfText(key),
          newest: new Uint8Array(0),
          conflict: {
            relation: 'STALE',
            reason: 'INCOMPATIBLE',
            base: SIDE,
            theirs: SIDE,
            mine: SIDE,
          },
        },
      ],
    })
    const keysOf = ({ machine }: CoordinatorScript): string[] =>
      machine.conflicts.map(({ key }) => key)

    it('waits for the other votes, and tells of the conflicts of all', () => {
      const script = new CoordinatorScript(3)
      script.take()
      assert.deepEqual(script.answer(1, { kind: 'refused', refusal: conflict('b') }), [])
      assert.deepEqual(script.answer(0, prepared(20, list(3))), [])
      assert.deepEqual(script.answer(2, { kind: 'refused', refusal: conflict('c') }), [
        'decided aborted CONFLICT',
        'abort 0 [0 1 2] CONFLICT',
      ])
      assert.deepEqual(keysOf(script), ['b', 'c'])
    })

    it('does not wait long', () => {
      const script = new CoordinatorScript(3)
      script.take()
      script.answer(1, { kind: 'refused', refusal: conflict('b') })
      script.answer(1, { kind: 'refused', refusal: conflict('b') })
      const told = script.wake()
      assert.ok(script.nowMs < TIMING.voteTimeoutMs, `${script.nowMs} ms`)
      assert.equal(told[0], 'decided aborted CONFLICT')
      assert.deepEqual(keysOf(script), ['b'])
    })

    it('does not wait for who answers anything but a vote', () => {
      const script = new CoordinatorScript(2)
      script.take()
      script.answer(1, { kind: 'refused', refusal: conflict('b') })
      script.machine.refusedUnlogged(0, script.ticketOf(0), refusal('OVERLOADED'))
      assert.equal(script.take()[0], 'decided aborted CONFLICT')
    })
  })

  it('says aborted at a logged refusal, with its reason, and tells the others', () => {
    const script = new CoordinatorScript(3)
    script.answer(0, prepared(20, list(3)))
    script.take()
    const told = script.answer(1, { kind: 'refused', refusal: refusal('CONFLICT') })
    assert.deepEqual(told, [
      'decided aborted CONFLICT',
      'abort 0 [0 1 2] CONFLICT',
      'abort 2 [0 1 2] CONFLICT',
    ])
    script.answer(0, { kind: 'refused', refusal: refusal('CONFLICT') })
    assert.deepEqual(script.answer(2, GONE), ['done'])
  })

  it('ignores a yes that comes after the decision to abort', () => {
    const script = new CoordinatorScript(2)
    script.answer(0, { kind: 'refused', refusal: refusal('RETRY') })
    assert.deepEqual(script.answer(1, prepared(20, PAIR)), [])
    assert.deepEqual(script.answer(0, prepared(20, PAIR)), [])
    assert.equal(script.machine.over, false)
  })

  it('fences after an unlogged refusal, and says aborted only when the fence holds', () => {
    const script = new CoordinatorScript(2)
    script.answer(0, prepared(20, PAIR))
    script.machine.refusedUnlogged(0, script.ticketOf(1), refusal('TYPE_MISMATCH', 'not a list'))
    // A resolve, not an abort: an earlier copy of the prepare may be in the log, and then everyone has voted yes.
    assert.deepEqual(script.take(), ['resolve 1 [0 1]'])
    const told = script.answer(1, { kind: 'refused', refusal: refusal('RETRY', 'fenced') })
    assert.deepEqual(told, ['decided aborted TYPE_MISMATCH', 'abort 0 [0 1] RETRY'])
  })

  it('commits when the fence finds a yes behind an unlogged refusal', () => {
    const script = new CoordinatorScript(2)
    script.answer(0, prepared(20, PAIR))
    script.machine.refusedUnlogged(0, script.ticketOf(1), refusal('OVERLOADED'))
    script.take()
    const told = script.answer(1, prepared(25, PAIR))
    assert.equal(told[0], 'decided committed at 25')
  })

  it('lets the other votes come while it fences one participant', () => {
    const script = new CoordinatorScript(3)
    script.machine.refusedUnlogged(0, script.ticketOf(1), refusal('OVERLOADED'))
    script.take()
    assert.deepEqual(script.answer(0, prepared(20, list(3))), [])
    assert.deepEqual(script.answer(1, prepared(21, list(3))), [])
    assert.equal(script.answer(2, prepared(22, list(3)))[0], 'decided committed at 22')
  })

  it('never tells a client to try the same id again after it has used it up by a fence', () => {
    const script = new CoordinatorScript(2)
    script.machine.refusedUnlogged(0, script.ticketOf(1), refusal('OVERLOADED'))
    script.take()
    const told = script.answer(1, { kind: 'refused', refusal: refusal('RETRY', 'fenced') })
    assert.equal(told[0], 'decided aborted RETRY')
  })

  it('does not send a silent prepare again: it may be waiting in line for locks', () => {
    const script = new CoordinatorScript(2)
    script.take()
    script.machine.tick(TIMING.answerTimeoutMs + TIMING.answerTimeoutMs / 2)
    assert.deepEqual(script.take(), [])
  })

  it('recovers when a vote is late, instead of guessing', () => {
    const script = new CoordinatorScript(2)
    script.answer(0, prepared(20, PAIR))
    assert.deepEqual(script.wake(), ['resolve 1 [0 1]'])
    assert.equal(script.nowMs, TIMING.voteTimeoutMs)
    assert.equal(script.answer(1, prepared(22, PAIR))[0], 'decided committed at 22')
  })

  it('sends a prepare again that did not get through, a few times, then recovers', () => {
    const script = new CoordinatorScript(2)
    script.answer(0, prepared(20, PAIR))
    script.take()
    const seen: string[] = []
    for (let attempt = 0; attempt < 4; attempt++) {
      script.machine.failed(script.nowMs, script.ticketOf(1))
      seen.push(...script.take(), ...(seen.includes('resolve 1 [0 1]') ? [] : script.wake()))
    }
    assert.deepEqual(seen.slice(0, 4), ['prepare 1', 'prepare 1', 'prepare 1', 'resolve 1 [0 1]'])
    assert.ok(script.nowMs < TIMING.voteTimeoutMs)
  })

  it('follows keys that moved together, under the same list', () => {
    const script = new CoordinatorScript(2)
    script.take()
    assert.deepEqual(script.answer(1, { kind: 'stale-epoch' }), ['reroute 1'])
    script.machine.rerouted(0, script.ticketOf(1), true)
    assert.deepEqual(script.take(), ['prepare 1'])
  })

  it('recovers when keys fall apart differently, and commits if all had voted yes', () => {
    const script = new CoordinatorScript(2)
    script.answer(0, prepared(20, PAIR))
    script.answer(1, { kind: 'stale-epoch' })
    script.machine.rerouted(0, script.ticketOf(1), false)
    assert.deepEqual(script.take(), ['resolve 1 [0 1]'])
    assert.equal(script.answer(1, prepared(22, PAIR))[0], 'decided committed at 22')
  })

  it('reports RETRY after a route change only when recovery ended in abort', () => {
    const script = new CoordinatorScript(2)
    script.machine.rerouted(0, script.ticketOf(1), false)
    script.take()
    const told = script.answer(1, { kind: 'refused', refusal: refusal('RETRY', 'fenced') })
    assert.equal(told[0], 'decided aborted RETRY')
  })

  it('takes an answer without a vote (outcome given away) as a reason to recover', () => {
    const script = new CoordinatorScript(2)
    script.answer(0, prepared(20, PAIR))
    script.take()
    const told = script.answer(1, { kind: 'no-vote', code: 'ALREADY_ANSWERED' })
    assert.deepEqual(told, ['abort 0 [0 1] RETRY'])
    assert.deepEqual(script.answer(0, committed(33, PAIR)).slice(0, 1), ['decided committed at 33'])
  })

  it('says that the outcome expired when nobody has a record any more', () => {
    const script = new CoordinatorScript(2)
    assert.deepEqual(script.answer(0, { kind: 'no-vote', code: 'OUTCOME_EXPIRED' }).slice(-1), [
      'resolve 1 [0 1]',
    ])
    assert.deepEqual(script.answer(1, GONE), ['decided expired', 'done'])
  })

  it('takes a recorded commit as the answer: someone has recovered already', () => {
    const script = new CoordinatorScript(2)
    script.take()
    assert.deepEqual(script.answer(0, committed(40, PAIR)), [
      'decided committed at 40',
      'commit 0 at 40',
      'commit 1 at 40',
    ])
  })

  it('aborts at a commit timestamp at or past the least expiry, as the votes prove it', () => {
    for (const [leastExpiry, verdict] of [
      [31, 'committed'],
      [30, 'aborted'],
      [29, 'aborted'],
    ] as const) {
      const script = new CoordinatorScript(2)
      script.answer(0, prepared(20, PAIR, leastExpiry))
      script.answer(1, prepared(30, PAIR))
      assert.equal(script.outcome?.kind, verdict, `least expiry ${leastExpiry}`)
    }
  })

  it('counts no vote under another list, and recovers by that list', () => {
    const script = new CoordinatorScript(2)
    script.take()
    const other = listOf(0, 2)
    assert.deepEqual(script.answer(0, prepared(20, other)), ['resolve 0 [0 2]', 'resolve 2 [0 2]'])
    assert.equal(script.machine.results[0], undefined)
  })

  it('says unknown at the deadline, once, and still finishes', () => {
    const script = new CoordinatorScript(2)
    script.answer(0, prepared(20, PAIR))
    const seen: string[] = []
    while (script.nowMs < 5_000) seen.push(...script.wake())
    assert.deepEqual(
      seen.filter((text) => text.startsWith('decided')),
      ['decided unknown'],
    )
    assert.equal(script.answer(1, prepared(22, PAIR))[0], 'commit 0 at 22')
  })

  it('shouts when a participant contradicts what was decided', () => {
    const script = committing()
    const seen = script.answer(0, { kind: 'refused', refusal: refusal('RETRY') })
    assert.deepEqual(seen, ['contradiction'])
  })
})

/** Two participants have voted yes; the commit at 30 is under way. */
function committing(): CoordinatorScript {
  const script = new CoordinatorScript(2)
  script.answer(0, prepared(20, PAIR))
  script.answer(1, prepared(30, PAIR))
  script.take()
  return script
}
