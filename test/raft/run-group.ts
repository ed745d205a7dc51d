/** One seed of the Raft core's own simulation: a faulty time, then a quiet one in which everything has to be applied everywhere. */
import assert from 'node:assert/strict'
import { SimGroup } from './sim-group.ts'

const FAULTY_STEPS = 3000
const QUIET_STEPS = 3000

/** What happened in some runs. */
export interface Totals {
  elections: number
  reads: number
  leases: number
  confChanges: number
}

export function noTotals(): Totals {
  return { elections: 0, reads: 0, leases: 0, confChanges: 0 }
}

/** Throws what does not hold. */
export function runGroup(seed: number, totals: Totals): void {
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
}
