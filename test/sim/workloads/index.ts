/** All workloads by name. A run has all of them unless it is told otherwise. */
import type { World } from '../world.ts'
import { Aging } from './aging.ts'
import { Bank } from './bank.ts'
import { Brief } from './brief.ts'
import { Bulk } from './bulk.ts'
import { Conflicts } from './conflicts.ts'
import { Counters } from './counters.ts'
import { Fresh } from './fresh.ts'
import { Keys } from './keys.ts'
import { Lists } from './lists.ts'
import { Merges } from './merges.ts'
import { Pairs } from './pairs.ts'
import { Past } from './past.ts'
import { Rooms } from './rooms.ts'
import { Stale } from './stale.ts'
import { Watch } from './watch.ts'
import type { Workload } from './workload.ts'

export const WORKLOADS = {
  counters: (world) => new Counters(world),
  bank: (world) => new Bank(world),
  keys: (world) => new Keys(world),
  lists: (world) => new Lists(world),
  merges: (world) => new Merges(world),
  brief: (world) => new Brief(world),
  bulk: (world) => new Bulk(world),
  conflicts: (world) => new Conflicts(world),
  pairs: (world) => new Pairs(world),
  fresh: (world) => new Fresh(world),
  past: (world) => new Past(world),
  rooms: (world) => new Rooms(world),
  stale: (world) => new Stale(world),
  aging: (world) => new Aging(world),
  watch: (world) => new Watch(world),
} as const satisfies Record<string, (world: World) => Workload>

export type WorkloadName = keyof typeof WORKLOADS
