/**
 * `npm run sim:raft -- --seeds N [--first N]`: many seeds of the Raft core alone, with joint membership changes, learners, transfers,
 * snapshots and restarts under a network that loses, repeats and reorders. Exit code 1 when one fails.
 */
import { parseArgs } from 'node:util'
import { noTotals, runGroup } from './run-group.ts'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    first: { type: 'string', default: '1' },
  },
})
const first = Number(values.first)
const totals = noTotals()
let failed = 0
for (let seed = first; seed < first + Number(values.seeds); seed++) {
  try {
    runGroup(seed, totals)
  } catch (error) {
    failed++
    console.log(`seed ${seed} FAILED:`, error)
  }
}
const told = Object.entries(totals).map(([what, count]) => `${what} ${count}`)
console.log(`${values.seeds} seeds, ${failed} failed; ${told.join(', ')}`)
process.exitCode = failed === 0 ? 0 : 1
