/**
 * Design page 04 through the shard's machine: every row of the table under "Every write is compared", every outcome, every reason
 * and every cause. (How each is decided, with all its corners: test/versions.)
 */
import assert from 'node:assert/strict'
import { keyOfText, timestamp } from '../../src/base/ids.ts'
import type { WriteOperation } from '../../src/shard/command.ts'
import type { CommandReply } from '../../src/shard/request.ts'
import { encodeContext } from '../../src/versions/context.ts'
import type { Value } from '../../src/versions/value.ts'
import type { ConflictReason, UnknownCause, WriteOutcome } from '../../src/versions/version.ts'
import {
  increment,
  int,
  KEYSPACE,
  kindOf,
  LIMITS,
  operationId,
  plain,
  put,
  remove,
  TestShard,
  text,
  write,
} from './replica.ts'

type PutParts = Parameters<typeof put>[2]

const list = (...elements: string[]): Value => ({
  type: 'list',
  value: elements.map((value) => ({ type: 'string', value })),
})

/** One key, `k`, and whoever writes it. */
class Story {
  readonly shard = new TestShard()
  private sequence = 0

  write(operation: WriteOperation, author = 'ada'): CommandReply {
    this.shard.now += 100
    const command = write(operationId(++this.sequence), operation)
    assert(command.kind === 'write')
    return this.shard.one({ ...command, author })
  }

  put(value: Value | string, parts: PutParts = {}, author?: string): CommandReply {
    return this.write(put('k', value, parts), author)
  }

  delete(parts: Pick<NonNullable<PutParts>, 'context' | 'ownDots' | 'policy'> = {}): CommandReply {
    return this.write({ ...remove('k'), ...parts })
  }

  get context(): Uint8Array {
    return this.shard.row('k').context
  }

  /** A date for an offline edit, now. */
  get dot(): number {
    this.shard.now += 10
    return this.shard.now
  }

  get value(): string | undefined {
    return this.shard.value('k')
  }

  collect(): void {
    this.shard.one({ kind: 'collect', keyspace: KEYSPACE, point: timestamp(this.shard.now) })
  }
}

/** A key that was written, and read by somebody whose context is stale since. */
function stale(base: Value | string, theirs: Value | string | undefined) {
  const story = new Story()
  story.put(base)
  const { context } = story
  const before = story.dot
  if (theirs === undefined) story.delete()
  else story.put(theirs)
  return { story, context, before }
}

function outcomeOf(reply: CommandReply): WriteOutcome {
  assert(reply.kind === 'written', kindOf(reply))
  return reply.result.outcome
}

function refusedWith(reply: CommandReply) {
  assert(reply.kind === 'refused' && reply.refusal.code === 'CONFLICT', kindOf(reply))
  const [refused] = reply.refusal.conflicts
  assert(refused !== undefined)
  return refused.conflict
}

describe('every write is compared', () => {
  it('without a context it overwrites whatever is there', () => {
    const story = new Story()
    story.put('a')
    assert.equal(outcomeOf(story.put(int(1))), 'APPLIED')
    assert.equal(story.value, '1')
  })

  it('with the newest context it is accepted', () => {
    const story = new Story()
    story.put('a')
    assert.equal(outcomeOf(story.put('b', { context: story.context, policy: 'abort' })), 'APPLIED')
  })

  it('with own dots on the newest context it is accepted, and no dot of the store is made', () => {
    const story = new Story()
    story.put('a')
    const { context, dot } = story
    const edit = { context, ownDots: [dot], policy: 'abort' } as const
    assert.equal(outcomeOf(story.put('b', edit)), 'APPLIED')
    const next = { context, ownDots: [dot, story.dot], policy: 'abort' } as const
    assert.equal(outcomeOf(story.put('c', next)), 'APPLIED', 'nobody else wrote in between')
  })

  it('with the own dot that the key has it is a duplicate: answered as applied, without effect', () => {
    const story = new Story()
    story.put('a')
    const edit = { context: story.context, ownDots: [story.dot] }
    story.put('b', edit)
    story.put('c')
    assert.equal(outcomeOf(story.put('b', edit)), 'APPLIED')
    assert.equal(story.value, 'c')
  })

  it('with a lower own dot it is unknown', () => {
    const story = new Story()
    const [first, second] = [story.dot, story.dot]
    story.put('b', { ownDots: [second] })
    assert.equal(refusedWith(story.put('a', { ownDots: [first] })).reason, 'UNKNOWN_CONTEXT')
  })

  it('with an older context it is a conflict: STALE', () => {
    const { story, context } = stale('a', 'b')
    assert.equal(refusedWith(story.put('c', { context })).relation, 'STALE')
  })

  it('with own dots on an older context it is a conflict: CONCURRENT', () => {
    const { story, context } = stale('a', 'b')
    const { relation } = refusedWith(story.put('c', { context, ownDots: [story.dot] }))
    assert.equal(relation, 'CONCURRENT')
  })

  it('with ifAbsent a live key refuses it under every policy, and absence or a tombstone does not', () => {
    const story = new Story()
    assert.equal(outcomeOf(story.put('a', { ifAbsent: true })), 'APPLIED')
    for (const policy of ['auto', 'lww', 'abort', 'text'] as const) {
      const { relation, reason } = refusedWith(story.put('a', { ifAbsent: true, policy }))
      assert.deepEqual([relation, reason], ['EXISTS', 'EXISTS'])
    }
    story.delete()
    assert.equal(outcomeOf(story.put('b', { ifAbsent: true })), 'APPLIED')
  })

  it('a delete obeys the same table', () => {
    const { story, context } = stale('a', 'b')
    assert.equal(refusedWith(story.delete({ context })).reason, 'INCOMPATIBLE')
    assert.equal(outcomeOf(story.delete({ context: story.context })), 'APPLIED')
    assert.equal(outcomeOf(story.delete()), 'APPLIED')
  })

  it('operations apply to the newest version and never conflict', () => {
    const story = new Story()
    assert.equal(outcomeOf(story.write(increment('k', 5))), 'APPLIED')
    story.delete()
    assert.equal(outcomeOf(story.write(increment('k', 2))), 'APPLIED')
    assert.equal(story.value, '2', 'a tombstone counts as 0')
    story.put('text')
    assert.equal(kindOf(story.write(increment('k'))), 'TYPE_MISMATCH')
    story.put({ type: 'int', value: 2n ** 63n - 1n })
    assert.equal(kindOf(story.write(increment('k'))), 'OVERFLOW')
  })

  it('a dot further ahead than the limit is refused, and changes nothing', () => {
    const story = new Story()
    story.put('a')
    const ahead = story.shard.now + LIMITS.clockMaxAheadMicros + 10_000
    assert.equal(kindOf(story.put('b', { ownDots: [ahead] })), 'CLOCK_AHEAD')
    const absurd = Number.MAX_SAFE_INTEGER
    assert.equal(kindOf(story.put('b', { ownDots: [absurd] })), 'CLOCK_AHEAD')
    assert.equal(story.value, 'a')
  })
})

describe('every outcome', () => {
  const outcomes: Record<WriteOutcome, () => [CommandReply, string | undefined, Story]> = {
    APPLIED: () => {
      const story = new Story()
      return [story.put('a'), 'a', story]
    },
    MERGED: () => {
      const { story, context } = stale(int(10), int(15))
      return [story.put(int(12), { context }), '17', story]
    },
    WON: () => {
      const { story, context } = stale('a', 'b')
      return [story.put('c', { context, policy: 'lww' }), 'c', story]
    },
    LOST: () => {
      const { story, context, before } = stale('a', 'b')
      return [story.put('c', { context, ownDots: [before], policy: 'lww' }), 'b', story]
    },
  }

  for (const [outcome, write] of Object.entries(outcomes)) {
    it(`${outcome} is answered, and the key holds what it says`, () => {
      const [reply, value, story] = write()
      assert.equal(outcomeOf(reply), outcome)
      assert.equal(story.value, value)
    })
  }

  it('lists merge by elements, texts by lines where the policy says so', () => {
    const lists = stale(list('a', 'b'), list('a', 'b', 'c'))
    const reply = lists.story.put(list('x', 'a'), { context: lists.context })
    assert(reply.kind === 'written')
    assert.deepEqual([reply.result.outcome, plain(reply.result.value)], ['MERGED', '[x,a,c]'])
    const texts = stale('1\n2\n3\n4', '1\n2\n3\n4\n5')
    const edit = { context: texts.context, policy: 'text' } as const
    assert.equal(outcomeOf(texts.story.put('0\n1\n2\n3\n4', edit)), 'MERGED')
    assert.equal(texts.story.value, '0\n1\n2\n3\n4\n5')
  })

  it('a resolved write conflicts with neither ancestor again', () => {
    const { story, context } = stale(int(10), int(15))
    const edit = { context, ownDots: [story.dot] }
    assert.equal(outcomeOf(story.put(int(12), edit)), 'MERGED')
    assert.equal(outcomeOf(story.put(int(12), edit)), 'APPLIED', 'a duplicate')
    assert.equal(outcomeOf(story.put(int(1), { context: story.context })), 'APPLIED')
  })
})

describe('every reason to refuse', () => {
  const reasons: Record<
    Exclude<ConflictReason, 'RESOLVED' | 'UNKNOWN_CONTEXT'>,
    () => CommandReply
  > = {
    EXISTS: () => {
      const story = new Story()
      story.put('a')
      return story.put('b', { ifAbsent: true })
    },
    INCOMPATIBLE: () => {
      const { story, context } = stale('a', 'b')
      return story.put('c', { context })
    },
    INCOMPATIBLE_TYPES: () => {
      const { story, context } = stale(int(1), 'b')
      return story.put(int(2), { context })
    },
    OVERLAPPING_EDITS: () => {
      const { story, context } = stale(list('a', 'b'), list('a', 'x'))
      return story.put(list('a', 'y'), { context })
    },
    OVERFLOW: () => {
      const { story, context } = stale(int(1), { type: 'int', value: 2n ** 63n - 1n })
      return story.put(int(2), { context })
    },
    BASE_GONE: () => {
      const { story, context } = stale(int(1), int(2))
      story.collect()
      return story.put(int(3), { context })
    },
    POLICY_ABORT: () => {
      const { story, context } = stale(int(1), int(2))
      return story.put(int(3), { context, policy: 'abort' })
    },
    WORK_BOUND: () => {
      const half = 'x'.repeat(LIMITS.valueBytes / 2)
      const { story, context } = stale(list(), list(half))
      return story.put(list(half.replace('x', 'y')), { context })
    },
  }

  for (const [reason, write] of Object.entries(reasons)) {
    it(`${reason} is told`, () => {
      const conflict = refusedWith(write())
      assert.equal(conflict.reason, reason)
      assert.equal(conflict.mine.author, 'ada')
      assert.ok(conflict.theirs !== undefined)
    })
  }

  it('a tombstone on one side: deleted if the other side is as the base, else refused', () => {
    const unchanged = stale('a', undefined)
    assert.equal(outcomeOf(unchanged.story.put('a', { context: unchanged.context })), 'MERGED')
    assert.equal(unchanged.story.value, undefined)
    const changed = stale('a', undefined)
    const { reason } = refusedWith(changed.story.put('b', { context: changed.context }))
    assert.equal(reason, 'INCOMPATIBLE')
  })

  it('an edit whose chain is counted already is not merged: BASE_GONE', () => {
    const { story, context } = stale(int(10), int(15))
    const first = story.dot
    assert.equal(outcomeOf(story.put(int(11), { context, ownDots: [first] })), 'MERGED')
    const next = { context, ownDots: [first, story.dot] }
    assert.equal(refusedWith(story.put(int(12), next)).reason, 'BASE_GONE')
    assert.equal(story.value, '16')
  })
})

describe('every context that cannot be placed', () => {
  const causes: Record<UnknownCause, () => CommandReply> = {
    MALFORMED: () => {
      const story = new Story()
      story.put('a')
      return story.put('b', { context: story.context.subarray(1) })
    },
    OTHER_INCARNATION: () => {
      const story = new Story()
      story.put('a')
      const { timestamp: at } = story.shard.row('k')
      const clock = { actors: ['@other'], counters: [at], dropped: 0 }
      const foreign = { incarnation: 'other', timestamp: at, clock }
      return story.put('b', { context: encodeContext(KEYSPACE, keyOfText('k'), foreign) })
    },
    AHEAD: () => {
      const story = new Story()
      story.put('a')
      const { incarnation } = story.shard.machine.descriptor
      const at = timestamp(story.shard.now + 1000)
      const clock = { actors: [`@${incarnation}`], counters: [at], dropped: 0 }
      const future = { incarnation, timestamp: at, clock }
      return story.put('b', { context: encodeContext(KEYSPACE, keyOfText('k'), future) })
    },
    PREVIOUS_DOT_MISSING: () => {
      const story = new Story()
      story.put('a')
      const { context } = story
      story.put('b', { context, ownDots: [story.dot] })
      return story.put('c', { context, ownDots: [story.dot] })
    },
    OWN_DOT_OLD: () => {
      const story = new Story()
      const [first, second] = [story.dot, story.dot]
      story.put('b', { ownDots: [second] })
      return story.put('a', { ownDots: [first] })
    },
    PRUNED: () => {
      const story = new Story()
      story.shard.batchFields = { limits: { ...LIMITS, clockActors: 2 } }
      story.put('a')
      const { context } = story
      const early = story.dot
      for (const actor of ['one', 'two', 'three']) {
        story.put(actor, { context: story.context, ownDots: [story.dot] }, actor)
      }
      return story.put('b', { context, ownDots: [early] })
    },
    COLLECTED: () => {
      const story = new Story()
      story.put('a')
      const { context } = story
      story.delete()
      story.collect()
      return story.put('b', { context })
    },
  }

  for (const [cause, write] of Object.entries(causes)) {
    it(`${cause} is told, whatever the policy, and nothing is written`, () => {
      const { relation, reason, detail } = refusedWith(write())
      assert.deepEqual([relation, reason], ['UNKNOWN', 'UNKNOWN_CONTEXT'])
      assert.deepEqual(detail, { kind: 'unknown', cause })
    })
  }

  it('a context of another key is malformed here', () => {
    const story = new Story()
    story.put('a')
    story.write(put('other', text('x')))
    const { context } = story.shard.row('other')
    assert.deepEqual(refusedWith(story.put('b', { context, policy: 'lww' })).detail, {
      kind: 'unknown',
      cause: 'MALFORMED',
    })
    assert.equal(story.value, 'a')
  })
})
