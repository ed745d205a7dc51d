/**
 * Makes the plan of a failing run shorter while it still fails: takes out halves, quarters, … single faults (delta debugging).
 * Everything after the failure is of no use either, and goes first.
 */
import type { Fault } from './faults.ts'
import { simulate, type SimulationOptions, type SimulationResult } from './simulation.ts'

const RUNS_MAX = 200

export async function shrink(
  options: SimulationOptions,
  failed: SimulationResult,
  say: (line: string) => void,
): Promise<SimulationResult> {
  let best = failed
  let runs = 0
  const attempt = async (plan: readonly Fault[]): Promise<boolean> => {
    runs++
    const result = await simulate({ ...options, plan })
    if (result.violation === undefined) return false
    say(`${plan.length} faults still fail: ${result.violation.message.split('\n')[0]}`)
    best = result
    return true
  }
  for (let size = Math.ceil(best.plan.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < best.plan.length && runs < RUNS_MAX;) {
      const shorter = best.plan.filter((_, place) => place < from || place >= from + size)
      if (!(await attempt(shorter))) from += size
    }
  }
  return best
}
