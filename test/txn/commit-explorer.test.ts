/**
 * Random walks through the commit protocol with every fault at once (commit-model.ts). Each seed is one run; a failure
 * prints its seed.
 */
import assert from 'node:assert/strict'
import { World } from './commit-model.ts'

const RUNS = 6_000

function explore(seed: number): World {
  const world = new World(seed, 2 + (seed % 3))
  const { random } = world
  const coordinator = world.startCoordinator()
  const steps = random.integer(5, 150)
  const stopAt = random.float() < 0.5 ? random.integer(0, steps) : Infinity
  for (let step = 0; step < steps; step++) {
    if (step === stopAt) world.stop(coordinator)
    const dice = random.float()
    if (dice < 0.02) world.startRecovery()
    else if (dice < 0.04) world.startRecovery(world.list, 'keys')
    else if (dice < 0.05) world.startRecovery(world.list.slice(0, 1), 'keys')
    else if (dice < 0.06) world.stop(world.runners[random.integer(0, world.runners.length - 1)]!)
    world.step()
  }
  world.heal()
  world.checkEnd()
  return world
}

describe('the commit protocol under every fault', () => {
  it('has one decision, tells nobody otherwise, and leaves no record behind', () => {
    const seen = new Map<string, number>()
    const count = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1)
    for (let seed = 1; seed <= RUNS; seed++) {
      try {
        const world = explore(seed)
        for (const { outcome } of world.runners) if (outcome !== undefined) count(outcome.kind)
        if (world.runners[0]!.outcome === undefined) count('died unanswered')
        if (world.shards[0]!.applied.length > 0) count('run committed')
      } catch (error) {
        throw new Error(`seed ${seed}`, { cause: error })
      }
    }
    // The walk is worth nothing if it never gets anywhere.
    for (const kind of ['committed', 'aborted', 'expired', 'unknown', 'died unanswered']) {
      assert.ok((seen.get(kind) ?? 0) > RUNS / 100, `${kind}: ${seen.get(kind) ?? 0}`)
    }
    assert.ok(seen.get('run committed')! > RUNS / 10)
  })
})
