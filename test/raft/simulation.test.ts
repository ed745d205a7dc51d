import assert from 'node:assert/strict'
import { noTotals, runGroup } from './run-group.ts'

/** `npm run sim:raft -- --seeds N` runs more of them. */
const SEEDS = 40

describe('raft under loss, repetition, reordering, crashes, partitions and membership changes', () => {
  const totals = noTotals()

  for (let seed = 1; seed <= SEEDS; seed++) {
    it(`keeps its invariants, and goes on when faults end (seed ${seed})`, () => {
      runGroup(seed, totals)
    })
  }

  after(() => {
    // A run in which nothing happens proves nothing.
    assert.ok(totals.elections > 3 * SEEDS, `only ${totals.elections} elections`)
    assert.ok(totals.reads > 50 * SEEDS, `only ${totals.reads} reads`)
    assert.ok(totals.leases > 50 * SEEDS, `only ${totals.leases} leases`)
    assert.ok(totals.confChanges > 2 * SEEDS, `only ${totals.confChanges} membership changes`)
  })
})
