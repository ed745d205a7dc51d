/**
 * Seeds that once failed, with the bug that they found. A seed draws another run as soon as anything changes that takes random
 * numbers or time, so each also keeps what made it fail: the workloads and the shortest plan of faults.
 */
import type { SimulationOptions } from '../simulation.ts'

export interface Regression {
  /** What was wrong. */
  readonly name: string
  readonly options: SimulationOptions
}

export const REGRESSIONS: readonly Regression[] = []
