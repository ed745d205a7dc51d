import assert from 'node:assert/strict'
import fc from 'fast-check'
import { timestamp } from '../../src/base/ids.ts'
import { describeClock, describeTime, describeValue } from '../../src/versions/describe.ts'
import { describeConflict } from '../../src/versions/describe-conflict.ts'
import { EMPTY_CLOCK } from '../../src/versions/vector-clock.ts'
import type {
  ConflictExplanation,
  ConflictReason,
  UnknownCause,
} from '../../src/versions/version.ts'
import {
  arbitraryValue,
  binary,
  clockOf,
  explanationOf,
  holds,
  int,
  KeyLife,
  list,
  text,
} from './support.ts'

const NOON = 1_783_425_600_000_000

describe('a time for people', () => {
  it('is what the calendar says, to the microsecond', () => {
    const lastDay = Date.UTC(2200, 0, 1) * 1000
    holds(
      fc.property(fc.integer({ min: 0, max: lastDay }), (micros) => {
        const expected = new Date(Math.floor(micros / 1000)).toISOString().slice(0, -1)
        const digits = String(micros % 1000).padStart(3, '0')
        assert.equal(describeTime(micros), `${expected}${digits}Z`)
      }),
      2000,
    )
  })

  it('knows leap years', () => {
    for (const day of ['2000-02-29', '2024-02-29', '2024-12-31', '2100-02-28', '2100-03-01']) {
      assert.equal(describeTime(Date.parse(day) * 1000), `${day}T00:00:00.000000Z`)
    }
  })
})

describe('a value for people', () => {
  it('is short and plain', () => {
    assert.equal(describeValue(int(-42), 100), '-42')
    assert.equal(describeValue(text('Ada "the"\n1st'), 100), '"Ada \\"the\\"\\n1st"')
    assert.equal(describeValue(binary(0, 171), 100), '0x00ab')
    assert.equal(describeValue(list(1, 'a'), 100), '[1, "a"]')
    assert.equal(describeValue(list(), 100), '[]')
    assert.equal(describeValue(undefined, 100), '(deleted)')
  })

  it('is cut where it is long, and says how much there is', () => {
    assert.equal(describeValue(text('ä'.repeat(50)), 5), '"ää…" (100 bytes in all)')
    assert.equal(describeValue(binary(1, 2, 3, 4), 4), '0x0102… (4 bytes in all)')
    assert.equal(describeValue(list(1, 2, 3, 4), 6), '[1, 2, … 2 more of 4]')
  })

  it('that is only a beginning says so, and not how much there is', () => {
    assert.equal(describeValue(text('abc'), 5, false), '"abc…"')
    assert.equal(describeValue(text('abcdefg'), 5, false), '"abcde…"')
    assert.equal(describeValue(binary(1, 2, 3), 2, false), '0x01…')
    assert.equal(describeValue(list(1, 2), 9, false), '[1, 2, …]')
    assert.equal(describeValue(list(1, 2, 3, 4), 6, false), '[1, 2, …]')
  })

  it('is one safe line of bounded length, whatever it holds', () => {
    holds(
      fc.property(arbitraryValue, fc.integer({ min: 1, max: 100 }), (value, maxBytes) => {
        const shown = describeValue(value, maxBytes)
        assert.doesNotMatch(shown, /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u)
        assert.ok(Buffer.byteLength(shown, 'utf8') <= maxBytes + 80, shown)
      }),
      2000,
    )
    const tricky = '\u001b[31m\u009b1m\u202eabc'
    assert.equal(describeValue(text(tricky), 100), '"\\u001b[31m\\u009b1m\\u202eabc"')
  })
})

describe('a clock for people', () => {
  it('names its events, newest first, and the store by its role', () => {
    const clock = clockOf({ '@f00d': NOON, 'tablet-7': NOON + 1 }, NOON - 1_000_000)
    assert.equal(
      describeClock(clock),
      '"tablet-7" 2026-07-07T12:00:00.000001Z, store 2026-07-07T12:00:00.000000Z, ' +
        'nothing known up to 2026-07-07T11:59:59.000000Z',
    )
    assert.equal(describeClock(EMPTY_CLOCK), '(no events)')
  })
})

describe('a conflict for people', () => {
  it('tells what both started from, who did what when, why it stands, and what to do', () => {
    const life = new KeyLife({ policy: 'text' })
    life.now = NOON
    life.written({ value: text('a\nb\nc'), author: 'ada' })
    const context = life.context()
    life.written({ value: text('a\nX\nc'), author: 'bob' })
    const edit = { value: text('a\nY\nc'), context, actor: 'tablet-7', ownDots: [NOON + 12] }
    const shown = describeConflict(explanationOf(life.write(edit)), 'doc:9')
    assert.deepEqual(shown.split('\n'), [
      'CONFLICT on "doc:9": an offline edit and what is stored do not know of each other.',
      '',
      '  base    "a\\nb\\nc"',
      '          written 2026-07-07T12:00:00.000010Z by "ada"',
      '  theirs  "a\\nX\\nc"',
      '          written 2026-07-07T12:00:00.000020Z by "bob"',
      '            - "b"',
      '            + "X"',
      '  mine    "a\\nY\\nc"',
      '          edited offline 2026-07-07T12:00:00.000012Z by "tablet-7", refused 2026-07-07T12:00:00.000030Z',
      '            - "b"',
      '            + "Y"',
      '',
      '  mine was made without knowing of: store at 2026-07-07T12:00:00.000020Z',
      '  theirs was made without knowing of: "tablet-7" at 2026-07-07T12:00:00.000012Z',
      '',
      '  relation  CONCURRENT',
      '  reason    OVERLAPPING_EDITS: both sides changed the same part in different ways',
      '            both changed line 2 of the base',
      '            | "b"',
      '',
      'What you can do:',
      '  - Read the key again, make your change on top of what is there, and write it with the new context.',
      '  - To let the later edit win whole, write with onConflict "lww".',
      '  - To keep mine whatever is there, write it without a context; theirs stays in history.',
    ])
  })

  it('says of a resolved one that nothing is left to do', () => {
    const life = new KeyLife()
    life.now = NOON
    life.written({ value: int(1) })
    const context = life.context()
    life.written({ value: int(5) })
    const { conflict } = life.written({ value: int(2), context })
    const shown = describeConflict(conflict!, 'hits')
    assert.match(shown, /^Resolved conflict on "hits"/)
    assert.match(shown, /came in 2026/)
    assert.doesNotMatch(shown, /What you can do|refused/)
  })

  const side = {
    timestamp: timestamp(NOON),
    clock: clockOf({ '@f00d': NOON }),
    value: text('x\ny\nz'),
    author: '',
  }

  it('has a reason and advice for every way to be refused', () => {
    const reasons: ConflictReason[] = [
      'EXISTS',
      'INCOMPATIBLE',
      'INCOMPATIBLE_TYPES',
      'OVERLAPPING_EDITS',
      'OVERFLOW',
      'BASE_GONE',
      'UNKNOWN_CONTEXT',
      'POLICY_ABORT',
      'WORK_BOUND',
    ]
    const causes: UnknownCause[] = [
      'MALFORMED',
      'OTHER_INCARNATION',
      'AHEAD',
      'PREVIOUS_DOT_MISSING',
      'OWN_DOT_OLD',
      'PRUNED',
      'COLLECTED',
    ]
    const refusals: ConflictExplanation[] = reasons.map((reason) => ({
      relation: 'STALE',
      reason,
      base: side,
      theirs: side,
      mine: side,
    }))
    for (const cause of causes) {
      const detail = { kind: 'unknown', cause } as const
      const reason = 'UNKNOWN_CONTEXT'
      refusals.push({
        relation: 'UNKNOWN',
        reason,
        base: undefined,
        theirs: undefined,
        mine: side,
        detail,
      })
    }
    const seen = new Set<string>()
    for (const refusal of refusals) {
      const shown = describeConflict(refusal, 'k')
      const why = /reason {4}(\w+: .+)/.exec(shown)?.[1]
      assert.ok(why !== undefined && !seen.has(why), `own words: ${why ?? 'none'}`)
      seen.add(why)
      assert.match(shown, /What you can do:\n {2}- \w/)
    }
  })

  it('shows the elements over which both stumbled, but not too many', () => {
    const base = { ...side, value: list(0, 1, 2, 3, 4, 5, 6, 7) }
    const detail = { kind: 'overlap', start: 1, end: 8 } as const
    const shown = describeConflict(
      { relation: 'STALE', reason: 'OVERLAPPING_EDITS', base, theirs: side, mine: side, detail },
      'k',
    )
    assert.match(shown, /both changed elements 2 to 8 of the base\n +\| 1\n +\| 2\n/)
    assert.match(shown, /\| 5\n +\| … 2 more\n/)
  })

  it('shows an insertion of both at one place, and a base that is not there', () => {
    const detail = { kind: 'overlap', start: 1, end: 1 } as const
    const shown = describeConflict(
      {
        relation: 'STALE',
        reason: 'OVERLAPPING_EDITS',
        base: side,
        theirs: side,
        mine: side,
        detail,
      },
      'k',
    )
    assert.match(shown, /both inserted before line 2 of the base/)
    const without = describeConflict(
      { relation: 'STALE', reason: 'BASE_GONE', base: undefined, theirs: side, mine: side },
      'k',
    )
    assert.match(without, /base {4}\(none known\)/)
  })

  it('says what is cut, and never breaks a line or a terminal', () => {
    const nasty = '\u001b[2J\nx'
    const cut = { ...side, author: nasty, truncated: true, value: text('y'.repeat(5000)) }
    const shown = describeConflict(
      { relation: 'STALE', reason: 'INCOMPATIBLE', base: cut, theirs: cut, mine: cut },
      nasty,
    )
    assert.match(shown, /yyy…" \(cut; for the whole, ask for the conflicts of the key\)/)
    assert.ok(!shown.includes('\u001b') && !shown.includes('\nx'))
    assert.ok(shown.split('\n').every((line) => line.length < 600))
  })

  it('names only a few of many actors', () => {
    const counters = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`a${i}`, NOON + i]))
    const theirs = { ...side, clock: clockOf(counters) }
    const shown = describeConflict(
      { relation: 'STALE', reason: 'INCOMPATIBLE', base: side, theirs, mine: side },
      'k',
    )
    assert.match(shown, /without knowing of: "a29" at .*"a26" at \S+ and 26 more/)
  })
})
