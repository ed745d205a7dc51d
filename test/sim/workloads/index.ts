/** All workloads by name. A run has all of them unless it is told otherwise. */
import type { World } from '../world.ts'
import { Bank } from './bank.ts'
import { Counters } from './counters.ts'
import type { Workload } from './workload.ts'

export const WORKLOADS = {
  counters: (world) => new Counters(world),
  bank: (world) => new Bank(world),
} as const satisfies Record<string, (world: World) => Workload>

export type WorkloadName = keyof typeof WORKLOADS
