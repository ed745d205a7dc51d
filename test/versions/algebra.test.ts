import assert from 'node:assert/strict'
import fc from 'fast-check'
import { SeededRandom } from '../../src/base/random.ts'
import type { Evaluation } from '../../src/versions/evaluate.ts'
import { counterOf } from '../../src/versions/vector-clock.ts'
import type { Context, Policy, VectorClock } from '../../src/versions/version.ts'
import type { Value } from '../../src/versions/value.ts'
import { contextOf, holds, int, KeyLife, list, printable, text } from './support.ts'

const arbitrarySeed = fc.integer({ min: 1, max: 2 ** 31 })

/** A random write of one of three clients, who hold contexts of any age. */
function randomWrite(random: SeededRandom, life: KeyLife, held: readonly (Context | 'none')[]) {
  const pick = <One>(all: readonly One[]): One => all[random.integer(0, all.length - 1)]!
  const context = pick(held)
  const floor = context === 'none' ? 0 : Math.max(0, ...context.clock.counters)
  const isOffline = random.integer(0, 1) === 0 && floor < life.now
  return {
    context,
    actor: pick(['tablet', 'phone', 'laptop']),
    ownDots: isOffline ? [random.integer(floor + 1, life.now)] : [],
    policy: pick<Policy>(['auto', 'lww', 'text', 'auto']),
    value: pick<Value | undefined>([
      undefined,
      int(random.integer(-5, 5)),
      int(random.integer(-5, 5)),
      text(pick(['a', 'a\nb', 'x\na\nb', 'a\nb\ny'])),
      list(...pick([[1, 2], [1, 2, 3], [0, 1, 2], []])),
    ]),
  }
}

/** Leads a random life and shows every step: the head before, what was written, what came of it. */
function leadLife(
  seed: number,
  show: (life: KeyLife, write: ReturnType<typeof randomWrite>, evaluation: Evaluation) => void,
): KeyLife {
  const random = new SeededRandom(seed)
  const life = new KeyLife()
  const held: (Context | 'none')[] = ['none']
  for (let step = 0; step < 60; step++) {
    life.now += 10
    const write = randomWrite(random, life, held.slice(-4))
    const evaluation = life.evaluate(write, life.now)
    show(life, write, evaluation)
    if (evaluation.kind === 'write') life.keep(evaluation.version)
    if (random.integer(0, 1) === 0) held.push(life.context())
  }
  return life
}

function dominates(a: VectorClock, b: VectorClock): boolean {
  return b.actors.every((actor, at) => counterOf(a, actor) >= b.counters[at]!)
}

/** All orders of `all`. */
function orders<One>(all: readonly One[]): One[][] {
  if (all.length === 0) return [[]]
  return all.flatMap((one, at) => orders(all.toSpliced(at, 1)).map((rest) => [one, ...rest]))
}

describe('comparison and resolution', () => {
  it('are deterministic', () => {
    holds(
      fc.property(arbitrarySeed, (seed) => {
        leadLife(seed, (life, write, evaluation) => {
          assert.deepEqual(life.evaluate(write, life.now), evaluation)
        })
      }),
      100,
    )
  })

  it('make clocks that dominate the head, the context and the own dots', () => {
    const seen: Record<string, number> = {}
    holds(
      fc.property(arbitrarySeed, (seed) => {
        leadLife(seed, ({ head }, { context, actor, ownDots }, evaluation) => {
          if (evaluation.kind !== 'write') return
          seen[evaluation.outcome] = (seen[evaluation.outcome] ?? 0) + 1
          const { clock, dot } = evaluation.version
          if (head !== undefined) assert.ok(dominates(clock, head.clock))
          if (context !== 'none') assert.ok(dominates(clock, context.clock))
          assert.ok(counterOf(clock, actor) >= (ownDots.at(-1) ?? 0))
          assert.ok(counterOf(clock, dot.actor) >= dot.counter)
        })
      }),
      200,
    )
    for (const outcome of ['APPLIED', 'MERGED', 'WON', 'LOST']) {
      assert.ok((seen[outcome] ?? 0) > 50, `${outcome}: ${seen[outcome] ?? 0}`)
    }
  })

  it('rule a conflict once: neither ancestor conflicts again with what was resolved', () => {
    holds(
      fc.property(arbitrarySeed, (seed) => {
        leadLife(seed, (life, write, evaluation) => {
          if (evaluation.kind !== 'write' || evaluation.conflict === undefined) return
          const next = new KeyLife({ policy: 'abort' })
          next.now = life.now
          next.keep(evaluation.version)
          const again = next.evaluate({ ...write, policy: 'abort' })
          if (write.ownDots.length > 0) assert.equal(again.kind, 'duplicate')
          const seenBoth = next.evaluate({ value: int(1), context: next.context() })
          assert.ok(seenBoth.kind === 'write' && seenBoth.outcome === 'APPLIED')
        })
      }),
      100,
    )
  })

  it('lose no accepted update: it is in the result, in history, or in the conflict log', () => {
    holds(
      fc.property(arbitrarySeed, (seed) => {
        const accepted: (Value | undefined)[] = []
        const log: (Value | undefined)[] = []
        const life = leadLife(seed, (_, write, evaluation) => {
          if (evaluation.kind !== 'write') return
          accepted.push(write.value)
          const { conflict } = evaluation
          if (conflict !== undefined) log.push(conflict.mine.value, conflict.theirs?.value)
        })
        const versions = [...life.history, life.head!].map(({ value }) => value)
        const known = new Set(
          [...versions, ...log].map((value) => JSON.stringify(value, printable)),
        )
        for (const value of accepted) assert.ok(known.has(JSON.stringify(value, printable)))
      }),
      100,
    )
  })

  it('add both sides of a counter, in whichever order they come', () => {
    const amount = fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n })
    holds(
      fc.property(amount, amount, amount, (base, one, other) => {
        const results = [
          [one, other],
          [other, one],
        ].map(([first, second]) => {
          const life = new KeyLife()
          life.written({ value: int(base) })
          const context = life.context()
          life.written({ value: int(first!), context })
          const evaluation = life.write({ value: int(second!), context })
          return evaluation.kind === 'write' ? life.head!.value : 'OVERFLOW'
        })
        assert.deepEqual(results[0], results[1])
        const sum = one + other - base
        assert.deepEqual(results[0], BigInt.asIntN(64, sum) === sum ? int(sum) : 'OVERFLOW')
      }),
    )
  })

  it('lose no increment among stale and offline edits of a counter', () => {
    holds(
      fc.property(arbitrarySeed, (seed) => {
        const random = new SeededRandom(seed)
        const life = new KeyLife()
        life.written({ value: int(0) })
        const held = [contextOf(life.head!)]
        const values = new Map([[life.head!.timestamp, 0n]])
        let expected = 0n
        for (let step = 0; step < 40; step++) {
          const context = held[random.integer(0, held.length - 1)]!
          const by = BigInt(random.integer(-3, 3))
          const value = int(values.get(context.timestamp)! + by)
          // Every edit by another actor: a second edit of one chain is refused, not merged.
          const floor = Math.max(...context.clock.counters)
          const offline = { actor: `tablet-${step}`, ownDots: [floor + 1 + random.integer(0, 3)] }
          const part = random.integer(0, 1) === 0 ? offline : {}
          const { version } = life.written({ value, context, ...part })
          expected += by
          assert.deepEqual(version.value, int(expected))
          values.set(version.timestamp, expected)
          held.push(contextOf(version))
        }
      }),
      100,
    )
  })

  it('let the last write win, in whatever order the edits come', () => {
    const edit = fc.record({ dot: fc.integer({ min: 1011, max: 1014 }), actor: fc.nat(3) })
    const edits = fc.uniqueArray(edit, { selector: ({ actor }) => actor, maxLength: 4 })
    holds(
      fc.property(edits, (all) => {
        const results = orders(all).map((order) => {
          const life = new KeyLife({ policy: 'lww' })
          life.written({ value: text('base') })
          const context = life.context()
          for (const { dot, actor } of order) {
            const value = text(`${actor} at ${dot}`)
            life.written({ value, context, actor: `actor-${actor}`, ownDots: [dot] })
          }
          const { value, dot, clock, author } = life.head!
          return { value, dot, clock, author }
        })
        for (const result of results) assert.deepEqual(result, results[0])
      }),
      100,
    )
  })
})
