import assert from 'node:assert/strict'
import fc from 'fast-check'
import { SeededRandom } from '../../src/base/random.ts'
import { greatestCounter } from '../../src/versions/vector-clock.ts'
import type { Context, Policy } from '../../src/versions/version.ts'
import type { Evaluation } from '../../src/versions/evaluate.ts'
import { holds, int, KeyLife, list, printable, text } from './support.ts'

const ACTORS = ['a', 'b', 'c', 'd', 'e', 'f']
const POLICIES: Policy[] = ['auto', 'lww', 'abort', 'text']

/** What one reader holds: the same moment of the key in the pruned and in the unpruned life. */
interface Held {
  readonly pruned: Context | 'none'
  readonly reference: Context | 'none'
  /** The actor's offline edits since. */
  readonly chains: Map<string, number[]>
}

/**
 * Leads two lives of one key side by side, with and without room in the clocks, under clients that behave well and badly.
 * A write that the pruned life refuses is left out of both, so they differ in nothing but their clocks.
 */
function leadTwoLives(seed: number, steps: number): Record<string, number> {
  const random = new SeededRandom(seed)
  const pick = <One>(all: readonly One[]): One => all[random.integer(0, all.length - 1)]!
  const pruned = new KeyLife({ clockActors: 3 })
  const reference = new KeyLife({ clockActors: 1_000_000 })
  const held: Held[] = []
  const seen: Record<string, number> = {}
  const hold = (): void => {
    held.push({ pruned: pruned.context(), reference: reference.context(), chains: new Map() })
  }
  hold()
  for (let step = 0; step < steps; step++) {
    pruned.now += 100
    reference.now = pruned.now
    if (random.integer(0, 40) === 0) {
      pruned.collect()
      reference.collect()
    }
    if (random.integer(0, 2) > 0) hold()
    const from = random.integer(0, 2) > 0 ? held.at(-1 - random.integer(0, 3)) : pick(held)
    if (from === undefined) continue
    const actor = pick(ACTORS)
    const ownDots = ownDotsOf(random, from, actor, pruned.now)
    const part = {
      actor,
      policy: pick(POLICIES),
      ownDots,
      ifAbsent: random.integer(0, 15) === 0,
      value: pick([undefined, int(random.integer(1, 9)), text('x'), text('y'), list(step, 1)]),
    }
    const plain = random.integer(0, 5) === 0
    const mine = pruned.evaluate({ ...part, context: plain ? 'none' : from.pruned })
    const theirs = reference.evaluate({ ...part, context: plain ? 'none' : from.reference })
    compareLives(mine, theirs, seed, step)
    const key = `${nameOf(theirs)} → ${nameOf(mine)}`
    seen[key] = (seen[key] ?? 0) + 1
    if (mine.kind === 'write' && theirs.kind === 'write') {
      assert.ok(mine.version.clock.actors.length <= 3, 'the clock is bounded')
      pruned.keep(mine.version)
      reference.keep(theirs.version)
    }
  }
  return seen
}

/** Own dots of a client that lists all its edits since the context, or forgets some, or repeats itself. */
function ownDotsOf(random: SeededRandom, from: Held, actor: string, now: number): number[] {
  if (random.integer(0, 2) === 0) return []
  const chain = from.chains.get(actor) ?? []
  const floor = Math.max(
    from.reference === 'none' ? 0 : greatestCounter(from.reference.clock),
    from.pruned === 'none' ? 0 : greatestCounter(from.pruned.clock),
    chain.at(-1) ?? 0,
  )
  if (random.integer(0, 5) > 0 || chain.length === 0) {
    if (floor >= now) return []
    chain.push(random.integer(floor + 1, now))
    from.chains.set(actor, chain)
  }
  return random.integer(0, 3) === 0 ? chain.slice(-1) : chain.slice()
}

function compareLives(mine: Evaluation, theirs: Evaluation, seed: number, step: number): void {
  const where = (): string =>
    `seed ${seed} step ${step}: ${JSON.stringify({ pruned: mine, reference: theirs }, printable, 1)}`
  if (mine.kind === 'conflict') return
  assert.equal(mine.kind, theirs.kind, where())
  if (mine.kind !== 'write' || theirs.kind !== 'write') return
  // A false conflict may have been resolved, but only to what the write asked for anyway.
  if (mine.outcome === 'APPLIED' || theirs.outcome !== 'APPLIED') {
    assert.equal(mine.outcome, theirs.outcome, where())
  }
  assert.deepEqual(mine.version.value, theirs.version.value, where())
}

function nameOf(evaluation: Evaluation): string {
  if (evaluation.kind === 'write') return evaluation.outcome
  return evaluation.kind === 'conflict' ? evaluation.explanation.reason : evaluation.kind
}

describe('pruned clocks', () => {
  it('may make a false conflict, and never hide a real one', function () {
    this.timeout(60_000)
    const total: Record<string, number> = {}
    holds(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (seed) => {
        const seen = leadTwoLives(seed, 200)
        for (const [key, count] of Object.entries(seen)) total[key] = (total[key] ?? 0) + count
      }),
      100,
    )
    for (const outcome of ['APPLIED', 'MERGED', 'WON', 'LOST', 'duplicate']) {
      assert.ok((total[`${outcome} → ${outcome}`] ?? 0) > 20, `${outcome} was exercised`)
    }
    assert.ok((total['APPLIED → UNKNOWN_CONTEXT'] ?? 0) > 10, 'pruning made a difference')
  })
})
