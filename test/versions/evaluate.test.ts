import assert from 'node:assert/strict'
import { timestamp } from '../../src/base/ids.ts'
import { evaluateWrite, restamp, type Evaluation } from '../../src/versions/evaluate.ts'
import { counterOf } from '../../src/versions/vector-clock.ts'
import {
  assertSame,
  binary,
  clockOf,
  contextOf,
  explanationOf,
  int,
  KeyLife,
  list,
  text,
} from './support.ts'

const STORE = '@f00d'

/** A key that was written once, and what a client read then. */
function readOnce(value = text('base'), options = {}) {
  const life = new KeyLife(options)
  life.written({ value, author: 'ada' })
  return { life, context: life.context() }
}

function assertUnknown(evaluation: Evaluation, cause: string): void {
  const { relation, reason, detail } = explanationOf(evaluation)
  assert.deepEqual([relation, reason], ['UNKNOWN', 'UNKNOWN_CONTEXT'])
  assert.deepEqual(detail, { kind: 'unknown', cause })
}

describe('a write without a context', () => {
  it('is the first version of an absent key, with one event of the store', () => {
    const life = new KeyLife()
    const { version, storeDot, outcome } = life.written({ value: int(1), author: 'ada' })
    assert.equal(outcome, 'APPLIED')
    assert.equal(storeDot, true)
    assertSame(version.clock, clockOf({ [STORE]: life.now }))
    assertSame({ dot: version.dot }, { dot: { actor: STORE, counter: life.now } })
    assert.equal(version.author, 'ada')
  })

  it('overwrites whatever is there and keeps the clock of the key', () => {
    const { life } = readOnce()
    life.written({
      value: text('offline'),
      context: life.context(),
      actor: 'tablet',
      ownDots: [1011],
    })
    const { version } = life.written({ value: binary(1) })
    assert.deepEqual(version.clock, clockOf({ [STORE]: life.now, tablet: 1011 }))
  })

  it('never grows the clock, however many authors write', () => {
    const life = new KeyLife()
    for (let i = 0; i < 1000; i++) life.written({ value: int(i), author: `client-${i}` })
    assertSame(life.head!.clock, clockOf({ [STORE]: life.now }))
  })

  it('gets a counter above everything in the clock, also above an edit dated ahead', () => {
    const { life } = readOnce()
    const ahead = life.now + 400
    life.written({ value: text('a'), context: life.context(), actor: 'tablet', ownDots: [ahead] })
    const { version } = life.written({ value: text('b') })
    assert.equal(version.dot.counter, ahead + 1)
    assert.equal(version.timestamp, life.now)
  })

  it('ignores the policy, having nothing to conflict with', () => {
    const { life } = readOnce(text('x'), { policy: 'abort' })
    assert.equal(life.written({ value: text('y') }).outcome, 'APPLIED')
  })

  it('deletes by a tombstone, on which the clock continues', () => {
    const { life } = readOnce()
    const before = counterOf(life.head!.clock, STORE)
    const deleted = life.written({ expiry: timestamp(99) }).version
    assert.deepEqual([deleted.value, deleted.expiry], [undefined, 0])
    const again = life.written({ value: text('new') }).version
    assert.ok(counterOf(again.clock, STORE) > counterOf(deleted.clock, STORE))
    assert.ok(counterOf(deleted.clock, STORE) > before)
  })

  it('refuses to be stamped at or below the head, which would be a bug', () => {
    const { life } = readOnce()
    assert.throws(() => life.evaluate({ value: int(1) }, life.now), /not above the head/)
  })
})

describe('a write with the newest context', () => {
  it('is applied, and its clock is the context with one more event', () => {
    const { life, context } = readOnce()
    const { outcome, version, conflict } = life.written({ value: text('next'), context })
    assert.equal(outcome, 'APPLIED')
    assert.equal(conflict, undefined)
    assertSame(version.clock, clockOf({ [STORE]: life.now }))
    assert.deepEqual(life.fetched, [], 'without a look into history')
  })

  it('is applied under every policy', () => {
    for (const policy of ['auto', 'lww', 'abort', 'text'] as const) {
      const { life, context } = readOnce(text('x'), { policy })
      assert.equal(life.written({ value: text('y'), context }).outcome, 'APPLIED')
    }
  })

  it('may re-create a key whose tombstone was read', () => {
    const { life } = readOnce()
    life.written({})
    assert.equal(life.written({ value: int(1), context: life.context() }).outcome, 'APPLIED')
  })
})

describe('an offline edit on the newest context', () => {
  it('is applied with its own dot and without a dot of the store', () => {
    const { life, context } = readOnce()
    const edit = { value: text('edit'), context, actor: 'tablet', ownDots: [1011] }
    const { version, storeDot } = life.written(edit)
    assert.equal(storeDot, false)
    assert.deepEqual(version.dot, { actor: 'tablet', counter: 1011 })
    assert.deepEqual(version.clock, clockOf({ [STORE]: 1010, tablet: 1011 }))
  })

  it('is answered as applied when it comes again, without an effect', () => {
    const { life, context } = readOnce()
    const edit = { value: text('edit'), context, actor: 'tablet', ownDots: [1011] }
    const { version } = life.written(edit)
    assert.deepEqual(life.write(edit), { kind: 'duplicate', version })
  })

  it('is a duplicate before it is anything else: a failed precondition, another history', () => {
    const life = new KeyLife()
    const create = { value: text('edit'), actor: 'tablet', ownDots: [900], ifAbsent: true }
    life.written(create)
    assert.equal(life.write(create).kind, 'duplicate')
    const context = { ...contextOf(life.head!), incarnation: 'other' }
    assert.equal(life.write({ ...create, context }).kind, 'duplicate')
  })

  it('is a duplicate also after others have written on top', () => {
    const { life, context } = readOnce()
    const edit = { value: text('edit'), context, actor: 'tablet', ownDots: [1011] }
    life.written(edit)
    life.written({ value: text('other') })
    assert.equal(life.write(edit).kind, 'duplicate')
  })

  it('follows its own earlier edits of the same chain', () => {
    const { life, context } = readOnce()
    const actor = 'tablet'
    life.written({ value: text('1'), context, actor, ownDots: [1011] })
    const { outcome } = life.written({ value: text('2'), context, actor, ownDots: [1011, 1012] })
    assert.equal(outcome, 'APPLIED')
    assert.deepEqual(life.head!.dot, { actor, counter: 1012 })
  })

  it('may bring a whole chain of which nothing came in before', () => {
    const { life, context } = readOnce()
    life.written({ value: text('3'), context, actor: 'tablet', ownDots: [1011, 1012, 1013] })
    assert.equal(counterOf(life.head!.clock, 'tablet'), 1013)
  })

  it('creates a key that nobody else has', () => {
    const life = new KeyLife()
    life.written({ value: text('new'), actor: 'tablet', ownDots: [5] })
    assert.deepEqual(life.head!.clock, clockOf({ tablet: 5 }))
  })
})

describe('a context that cannot be placed in the history of the key', () => {
  it('is one that is damaged, or of another key', () => {
    const { life } = readOnce()
    assertUnknown(life.write({ value: text('x'), context: 'invalid' }), 'MALFORMED')
  })

  it('is one of another incarnation', () => {
    const { life } = readOnce()
    const context = { ...contextOf(life.head!), incarnation: 'before-restore' }
    assertUnknown(life.write({ value: text('x'), context }), 'OTHER_INCARNATION')
  })

  it('is one that has seen what the key never had', () => {
    const { life } = readOnce()
    const { head } = life
    const ahead = contextOf({ ...head!, timestamp: timestamp(head!.timestamp + 5) })
    assertUnknown(life.write({ value: text('x'), context: ahead }), 'AHEAD')
    const foreign = contextOf({ ...head!, clock: clockOf({ [STORE]: 1010, phone: 1 }) })
    assertUnknown(life.write({ value: text('x'), context: foreign }), 'AHEAD')
    life.written({ value: text('later') })
    assertUnknown(life.write({ value: text('x'), context: foreign }), 'AHEAD')
  })

  it('is one that is ahead by an actor other than the writer, own dots or not', () => {
    const { life } = readOnce()
    const context = contextOf({ ...life.head!, clock: clockOf({ [STORE]: 1010, phone: 1 }) })
    const edit = { value: text('x'), context, actor: 'tablet', ownDots: [1011] }
    assertUnknown(life.write(edit), 'AHEAD')
  })

  it('is one whose clock is not that of the version it names', () => {
    const { life } = readOnce()
    const forged = contextOf({ ...life.head!, clock: clockOf({ [STORE]: 1009 }) })
    life.written({ value: text('later') })
    assertUnknown(life.write({ value: text('x'), context: forged }), 'AHEAD')
  })

  it('is one without a previous dot of its actor', () => {
    const { life, context } = readOnce()
    life.written({ value: text('1'), context, actor: 'tablet', ownDots: [1011] })
    const lost = { value: text('2'), context, actor: 'tablet', ownDots: [1012] }
    assertUnknown(life.write(lost), 'PREVIOUS_DOT_MISSING')
    for (const policy of ['lww', 'text', 'abort'] as const) {
      assertUnknown(life.write({ ...lost, policy }), 'PREVIOUS_DOT_MISSING')
    }
  })

  it('is one whose own dot is lower than the newest of its actor', () => {
    const { life, context } = readOnce()
    life.written({ value: text('2'), context, actor: 'tablet', ownDots: [1013] })
    const late = { value: text('1'), context, actor: 'tablet', ownDots: [1012] }
    assertUnknown(life.write(late), 'OWN_DOT_OLD')
  })

  it('is one at or below the GC point of a key without a version', () => {
    const { life, context } = readOnce()
    life.written({})
    life.collect()
    assert.equal(life.head, undefined)
    assertUnknown(life.write({ value: text('x'), context }), 'COLLECTED')
    const edit = { value: text('x'), actor: 'tablet', ownDots: [life.gcPoint] }
    assertUnknown(life.write(edit), 'COLLECTED')
    life.written({ ...edit, ownDots: [life.gcPoint + 1] })
  })

  it('is any context of a version on a key that has none', () => {
    const { context } = readOnce()
    assertUnknown(new KeyLife().write({ value: text('x'), context }), 'AHEAD')
  })

  it('is refused under every policy, and never merged', () => {
    for (const policy of ['auto', 'lww', 'abort', 'text'] as const) {
      const { life } = readOnce(int(1), { policy })
      assertUnknown(life.write({ value: int(2), context: 'invalid' }), 'MALFORMED')
    }
  })

  it('is one with an own dot at or below the greatest that was pruned', () => {
    const life = new KeyLife({ clockActors: 2 })
    const first = life.context()
    for (const [actor, dot] of [
      ['a', 1001],
      ['b', 1002],
      ['c', 1003],
    ] as const) {
      life.written({ value: text(actor), context: life.context(), actor, ownDots: [dot] })
    }
    assert.equal(life.head!.clock.dropped, 1002)
    const old = { value: text('d'), context: first, actor: 'd', ownDots: [1002] }
    assertUnknown(life.write(old), 'PRUNED')
  })

  it('is one with a chain of which a part is at or below the greatest that was pruned', () => {
    const life = new KeyLife({ clockActors: 2 })
    const chain = { actor: 'b', ownDots: [1001, 1005] }
    life.written({ value: text('b'), ...chain })
    life.written({ value: text('a'), context: life.context(), actor: 'a', ownDots: [1006] })
    life.written({ value: text('b'), context: life.context(), actor: 'b', ownDots: [1007] })
    assert.deepEqual(life.head!.clock, clockOf({ b: 1007 }, 1006))
    const next = { value: text('c'), actor: 'b', ownDots: [1001, 1005, 1007, 1008] }
    assertUnknown(life.write(next), 'PRUNED')
  })
})

describe('own dots that no client of this design sends', () => {
  const refused: [string, object, RegExp][] = [
    ['no actor', { actor: '', ownDots: [1011] }, /must name its actor/],
    ['the name of the store', { actor: STORE, ownDots: [1011] }, /must not begin with @/],
    ['a name of 65 bytes', { actor: 'ä'.repeat(33), ownDots: [1011] }, /at most 64 bytes/],
    ['a name that is not Unicode', { actor: '\ud800', ownDots: [1011] }, /well-formed/],
    ['dots that fall', { actor: 'a', ownDots: [1012, 1011] }, /rising/],
    ['dots that repeat', { actor: 'a', ownDots: [1011, 1011] }, /rising/],
    ['a dot of zero', { actor: 'a', ownDots: [0] }, /rising positive/],
    ['a fractional dot', { actor: 'a', ownDots: [1011.5] }, /integers/],
    ['a dot not above its context', { actor: 'a', ownDots: [1010] }, /above every counter/],
  ]
  for (const [what, part, message] of refused) {
    it(`are refused as malformed: ${what}`, () => {
      const { life, context } = readOnce()
      const evaluation = life.write({ value: text('x'), context, ...part })
      assert.equal(evaluation.kind, 'refuse')
      assert.equal(evaluation.code, 'INVALID_ARGUMENT')
      assert.match(evaluation.message, message)
    })
  }

  it('are refused when dated further ahead than the limit, and taken just below it', () => {
    const { life, context } = readOnce()
    const edit = (ahead: number) => ({
      value: text('x'),
      context,
      actor: 'tablet',
      ownDots: [life.now + 1 + ahead],
    })
    const refusal = life.evaluate(edit(501))
    assert.ok(refusal.kind === 'refuse' && refusal.code === 'CLOCK_AHEAD')
    assert.equal(life.evaluate(edit(500)).kind, 'write')
  })
})

describe('a stale or concurrent write', () => {
  it('is told apart: stale without own dots, concurrent with', () => {
    const { life, context } = readOnce()
    life.written({ value: text('theirs'), author: 'bob' })
    const stale = explanationOf(life.write({ value: text('mine'), context, author: 'ada' }))
    assert.equal(stale.relation, 'STALE')
    assert.equal(stale.reason, 'INCOMPATIBLE')
    const edit = { value: text('mine'), context, actor: 'tablet', ownDots: [1011] }
    assert.equal(explanationOf(life.write(edit)).relation, 'CONCURRENT')
  })

  it('is explained with base, theirs and mine', () => {
    const { life, context } = readOnce()
    life.written({ value: text('theirs'), author: 'bob' })
    const edit = { value: text('mine'), context, actor: 'tablet', ownDots: [1011] }
    const { base, theirs, mine } = explanationOf(life.write(edit))
    assertSame(base, {
      timestamp: 1010,
      clock: clockOf({ [STORE]: 1010 }),
      value: text('base'),
      author: 'ada',
    })
    assert.deepEqual([theirs?.value, theirs?.author], [text('theirs'), 'bob'])
    assert.deepEqual(mine.clock, clockOf({ [STORE]: 1010, tablet: 1011 }))
    assert.deepEqual([mine.value, mine.author, mine.timestamp], [text('mine'), 'tablet', life.now])
  })

  it('looks for its base once, by the timestamp of the context', () => {
    const { life, context } = readOnce(int(1))
    life.written({ value: int(5) })
    life.written({ value: int(2), context })
    assert.deepEqual(life.fetched, [1010])
  })

  it('merges, under one clock that has seen both', () => {
    const { life, context } = readOnce(int(10))
    life.written({ value: int(15) })
    const edit = { value: int(12), context, actor: 'tablet', ownDots: [1011] }
    const { outcome, version, storeDot, conflict } = life.written(edit)
    assert.equal(outcome, 'MERGED')
    assert.deepEqual(version.value, int(17))
    assert.equal(storeDot, true)
    assert.deepEqual(version.clock, clockOf({ [STORE]: life.now, tablet: 1011 }))
    assert.deepEqual([conflict?.relation, conflict?.reason], ['CONCURRENT', 'RESOLVED'])
    assert.deepEqual(conflict?.base?.value, int(10))
    assert.equal(life.write(edit).kind, 'duplicate')
  })

  it('takes the expiry that came in when it merges', () => {
    const { life, context } = readOnce(int(10))
    life.written({ value: int(15), expiry: timestamp(5000) })
    const merge = { value: int(12), context, expiry: timestamp(7000) }
    assert.equal(life.written(merge).version.expiry, 7000)
  })

  it('is not resolved under abort, not even when both sides are equal', () => {
    const { life, context } = readOnce(text('base'), { policy: 'abort' })
    life.written({ value: text('same') })
    const { reason, base } = explanationOf(life.write({ value: text('same'), context }))
    assert.equal(reason, 'POLICY_ABORT')
    assert.deepEqual(base?.value, text('base'))
  })

  it('deletes if the other side left the base alone, and else aborts', () => {
    const { life, context } = readOnce()
    life.written({ value: text('base') })
    assert.equal(life.evaluate({ context }).kind, 'write')
    life.written({ value: text('changed') })
    assert.equal(explanationOf(life.write({ context })).reason, 'INCOMPATIBLE')
    life.written({})
    const kept = life.written({ value: text('base'), context })
    assert.deepEqual([kept.outcome, kept.version.value], ['MERGED', undefined])
    const again = explanationOf(life.write({ value: text('mine'), context }))
    assert.equal(again.reason, 'INCOMPATIBLE')
  })

  it('aborts when a type changed', () => {
    const { life, context } = readOnce(int(1))
    life.written({ value: text('one') })
    assert.equal(explanationOf(life.write({ value: int(2), context })).reason, 'INCOMPATIBLE_TYPES')
  })

  it('aborts when the sum does not fit', () => {
    const { life, context } = readOnce(int(0))
    life.written({ value: int(2n ** 63n - 1n) })
    assert.equal(explanationOf(life.write({ value: int(1), context })).reason, 'OVERFLOW')
  })

  it('aborts when both changed the same elements, and says which', () => {
    const { life, context } = readOnce(list('a', 'b', 'c'))
    life.written({ value: list('a', 'x', 'c') })
    const { reason, detail } = explanationOf(life.write({ value: list('a', 'y', 'c'), context }))
    assert.equal(reason, 'OVERLAPPING_EDITS')
    assert.deepEqual(detail, { kind: 'overlap', start: 1, end: 2 })
  })

  it('aborts when the merged value would be too large', () => {
    const { life, context } = readOnce(list('a'), { valueByteLimit: 12 })
    life.written({ value: list('a', 'bbb') })
    const { reason } = explanationOf(life.write({ value: list('a', 'ccc'), context }))
    assert.equal(reason, 'WORK_BOUND')
  })

  it('with a collected base resolves equal texts and nothing else', () => {
    const { life, context } = readOnce(text('base'))
    life.written({ value: text('theirs') })
    life.collect()
    const { reason, base } = explanationOf(life.write({ value: text('mine'), context }))
    assert.deepEqual([reason, base], ['BASE_GONE', undefined])
    assert.deepEqual(life.fetched, [], 'superseded at the GC point by the head at the latest')
    assert.equal(life.written({ value: text('theirs'), context }).outcome, 'MERGED')
    for (const [theirs, mine] of [
      [int(5), int(5)],
      [list('a'), list('a')],
    ] as const) {
      const other = readOnce(theirs)
      other.life.written({ value: theirs })
      other.life.collect()
      const refusal = explanationOf(other.life.write({ value: mine, context: other.context }))
      assert.equal(refusal.reason, 'BASE_GONE')
    }
  })

  it('whose base history has lost is not merged', () => {
    const { life, context } = readOnce(int(1))
    life.written({ value: int(5) })
    life.history.length = 0
    assert.equal(explanationOf(life.write({ value: int(2), context })).reason, 'BASE_GONE')
  })

  it('is not merged where an earlier edit of its chain is counted already', () => {
    const { life, context } = readOnce(int(10))
    const actor = 'tablet'
    life.written({ value: int(11), context, actor, ownDots: [1011] })
    life.written({ value: int(50) })
    const second = { value: int(12), context, actor, ownDots: [1011, 1012] }
    const { reason, base } = explanationOf(life.write(second))
    assert.equal(reason, 'BASE_GONE')
    assert.deepEqual(base?.value, int(10), 'the base is there to be shown')
    const online = { value: int(12), context, author: actor, actor }
    assert.equal(explanationOf(life.write(online)).reason, 'BASE_GONE')
    const other = { value: int(12), context, actor: 'phone', ownDots: [1012] }
    assert.deepEqual(life.written(other).version.value, int(52))
  })

  it('is not merged with a base that its writer may have seen expired', () => {
    const life = new KeyLife()
    life.written({ value: int(10), expiry: timestamp(1015) })
    const context = life.context()
    life.written({ value: int(7) })
    assert.ok(life.now >= 1015)
    assert.equal(explanationOf(life.write({ value: int(1), context })).reason, 'BASE_GONE')
  })

  it('does not merge two creations of a counter, but two equal texts', () => {
    const life = new KeyLife()
    life.written({ value: int(5) })
    const create = { actor: 'tablet', ownDots: [900] }
    const { reason, relation } = explanationOf(life.write({ value: int(5), ...create }))
    assert.deepEqual([relation, reason], ['CONCURRENT', 'INCOMPATIBLE'])
    life.written({ value: text('same') })
    assert.equal(life.written({ value: text('same'), ...create }).outcome, 'MERGED')
  })
})

describe('last write wins', () => {
  it('lets the later edit win by when it was made, not by when it came', () => {
    const { life, context } = readOnce(text('base'), { policy: 'lww' })
    life.written({ value: text('phone'), context, actor: 'phone', ownDots: [1015] })
    const early = { value: text('tablet'), context, actor: 'tablet', ownDots: [1012] }
    const { outcome, version, storeDot, conflict } = life.written(early)
    assert.equal(outcome, 'LOST')
    assert.deepEqual(version.value, text('phone'))
    assert.deepEqual(version.dot, { actor: 'phone', counter: 1015 })
    assert.equal(version.author, 'phone')
    assert.equal(version.timestamp, life.now, 'a new version all the same: its clock is new')
    assert.deepEqual(version.clock, clockOf({ [STORE]: 1010, phone: 1015, tablet: 1012 }))
    assert.equal(storeDot, false)
    assert.deepEqual(conflict?.mine.value, text('tablet'), 'the loser is kept in the log')
    assert.deepEqual(life.fetched, [], 'the base does not matter')
  })

  it('keeps the dot of an offline edit that wins', () => {
    const { life, context } = readOnce(text('base'), { policy: 'lww' })
    life.written({ value: text('tablet'), context, actor: 'tablet', ownDots: [1012] })
    const late = { value: text('phone'), context, actor: 'phone', ownDots: [1015] }
    const { outcome, version, storeDot } = life.written(late)
    assert.equal(outcome, 'WON')
    assert.deepEqual(version.dot, { actor: 'phone', counter: 1015 })
    assert.equal(storeDot, false)
  })

  it('decides between equal counters by the bytes of the actor', () => {
    // In UTF-16 the emoji sorts below U+FF5E, in UTF-8 above it.
    for (const [first, second] of [
      ['a', 'b'],
      ['\uff5e', '😀'],
    ] as const) {
      const { life, context } = readOnce(text('base'), { policy: 'lww' })
      life.written({ value: text(first), context, actor: first, ownDots: [1012] })
      const other = { value: text(second), context, actor: second, ownDots: [1012] }
      assert.equal(life.written(other).outcome, 'WON')
    }
  })

  it('lets a stale online write win, for it is made now', () => {
    const { life, context } = readOnce(text('base'), { policy: 'lww' })
    life.written({ value: text('theirs') })
    const { outcome, version, storeDot } = life.written({ value: text('mine'), context })
    assert.deepEqual([outcome, version.value, storeDot], ['WON', text('mine'), true])
  })

  it('lets a deletion win like any other edit', () => {
    const { life, context } = readOnce(text('base'), { policy: 'lww' })
    life.written({ value: text('theirs') })
    assert.equal(life.written({ context }).version.value, undefined)
  })
})

describe('ifAbsent', () => {
  it('refuses a live key under every policy', () => {
    for (const policy of ['auto', 'lww', 'abort', 'text'] as const) {
      const { life, context } = readOnce(text('x'), { policy })
      for (const part of [{}, { context }]) {
        const { relation, reason, theirs } = explanationOf(
          life.write({ value: text('x'), ifAbsent: true, ...part }),
        )
        assert.deepEqual([relation, reason], ['EXISTS', 'EXISTS'])
        assert.deepEqual(theirs?.value, text('x'))
      }
    }
  })

  it('accepts an absent key, and a tombstone on which the clock continues', () => {
    const life = new KeyLife({ policy: 'abort' })
    assert.equal(life.written({ value: int(1), ifAbsent: true }).outcome, 'APPLIED')
    const old = life.context()
    const { version } = life.written({})
    const create = { value: int(2), ifAbsent: true, context: old }
    const again = life.written(create)
    assert.equal(again.outcome, 'APPLIED')
    assert.ok(counterOf(again.version.clock, STORE) > counterOf(version.clock, STORE))
  })

  it('accepts an offline creation on a tombstone, with its own dot', () => {
    const { life } = readOnce()
    life.written({})
    const create = { value: int(2), ifAbsent: true, actor: 'tablet', ownDots: [900] }
    const { version, storeDot } = life.written(create)
    assert.equal(storeDot, false)
    assert.deepEqual(version.clock, clockOf({ [STORE]: 1020, tablet: 900 }))
  })

  it('still refuses a context that cannot be placed', () => {
    const { life } = readOnce()
    life.written({})
    const create = { value: int(2), ifAbsent: true, context: 'invalid' as const }
    assertUnknown(life.write(create), 'MALFORMED')
  })
})

describe('the version of a transaction at commit', () => {
  const at = timestamp(2000)

  it('moves the dot of the store along', () => {
    const { life } = readOnce()
    const { version, storeDot } = life.written({ value: int(1), author: 'ada' })
    const moved = restamp(version, at, storeDot, 'f00d')
    assertSame(moved, {
      ...version,
      timestamp: at,
      clock: clockOf({ [STORE]: 2000 }),
      dot: { actor: STORE, counter: 2000 },
    })
  })

  it('is the version that would have been made at that time', () => {
    const { life, context } = readOnce()
    life.written({ value: int(1), context, actor: 'tablet', ownDots: [1400] })
    for (const commit of [1300, 1500]) {
      const prepared = life.evaluate({ value: int(2) }, 1200)
      const direct = life.evaluate({ value: int(2) }, commit)
      assert.ok(prepared.kind === 'write' && direct.kind === 'write')
      const moved = restamp(prepared.version, timestamp(commit), true, 'f00d')
      assert.deepEqual(moved, direct.version)
    }
  })

  it('keeps a dot that the writer brought', () => {
    const { life, context } = readOnce()
    const edit = { value: int(1), context, actor: 'tablet', ownDots: [1011] }
    const { version, storeDot } = life.written(edit)
    assert.deepEqual(restamp(version, at, storeDot, 'f00d'), { ...version, timestamp: at })
  })

  it('never goes back', () => {
    const { life } = readOnce()
    assert.throws(() => restamp(life.head!, timestamp(5), true, 'f00d'), /commit at 5/)
  })
})

describe('evaluation', () => {
  it('refuses a base of another version than it asked for', () => {
    const { life, context } = readOnce(int(1))
    life.written({ value: int(5) })
    const input = {
      current: life.head,
      incoming: {
        value: int(2),
        expiry: timestamp(0),
        context,
        ownDots: [],
        actor: '',
        ifAbsent: false,
        author: '',
      },
      policy: 'auto' as const,
      stamp: timestamp(5000),
      incarnation: 'f00d',
      clockActors: 64,
      clockMaxAheadMicros: 500,
      valueByteLimit: 1000,
      gcPoint: timestamp(0),
      base: 'unfetched' as const,
    }
    assert.deepEqual(evaluateWrite(input), { kind: 'need-base', timestamp: 1010 })
    const wrong = { ...input, base: life.head! }
    assert.throws(() => evaluateWrite(wrong), /another one was given/)
  })
})
