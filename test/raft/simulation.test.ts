import assert from 'node:assert/strict'
import { SimGroup } from './sim-group.ts'

/** More, for a night's run, by the environment. */
const SEEDS = Number(process.env['RINGKV_RAFT_SEEDS'] ?? 40)
const FAULTY_STEPS = 3000
const QUIET_STEPS = 3000

describe('raft under loss, repetition, reordering, crashes, partitions and membership changes', () => {
  const totals = { elections: 0, reads: 0, leases: 0, confChanges: 0 }

  for (let seed = 1; seed <= SEEDS; seed++) {
    it(`keeps its invariants, and goes on when faults end (seed ${seed})`, () => {
      const group = new SimGroup(seed)
      for (let i = 0; i < FAULTY_STEPS; i++) group.step()
      group.heal()
      for (let i = 0; i < QUIET_STEPS; i++) group.step()
      const index = group.propose()
      assert.ok(typeof index === 'number', `no proposal is taken: ${index}`)
      for (let i = 0; i < QUIET_STEPS && !group.hasApplied(index); i++) group.step()
      assert.ok(group.hasApplied(index), 'every member has applied everything')
      totals.elections += group.elections
      totals.reads += group.reads
      totals.leases += group.leases
      totals.confChanges += group.confChanges
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
