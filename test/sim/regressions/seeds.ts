/**
 * Seeds that once failed, with the bug that they found. A seed draws another run as soon as anything changes that takes random
 * numbers or time, so each also keeps what made it fail: the workloads and the shortest plan of faults.
 */
import type { Fault } from '../faults.ts'
import type { SimulationOptions } from '../simulation.ts'

export interface Regression {
  /** What was wrong. */
  readonly name: string
  readonly options: SimulationOptions
}

/** A slow disk makes the install of a snapshot last while the entries behind it are written. */
const ENTRIES_BEHIND_A_SNAPSHOT: readonly Fault[] = [
  {
    kind: 'partial',
    links: [
      [2, 3],
      [3, 2],
    ],
    atMs: 176,
    forMs: 4586.831,
  },
  { kind: 'pause', victim: { node: 3 }, atMs: 509, forMs: 133.411 },
  { kind: 'disk-slow', victim: { node: 1 }, meanMs: 18.461, atMs: 2077, forMs: 113.353 },
  { kind: 'transfer', of: 933, to: 3, atMs: 2303, forMs: 1286.339 },
  { kind: 'pause', victim: { leaderOf: 502 }, atMs: 3355, forMs: 768.257 },
  { kind: 'disk-slow', victim: { leaderOf: 82 }, meanMs: 19.276, atMs: 3425, forMs: 3205.994 },
  { kind: 'flap', victim: { node: 2 }, periodMs: 94.735, atMs: 3442, forMs: 814.392 },
]

export const REGRESSIONS: readonly Regression[] = [
  {
    name: 'after one wall clock had been ahead for a while, nodes refused the times that other nodes had given out',
    // The whole plan: no few of its faults do it.
    options: { seed: 214, workloads: ['bulk', 'rooms', 'keys'] },
  },
  {
    name: 'entries behind a snapshot were acknowledged before it, and looked lost until it was installed',
    options: {
      seed: 108,
      kinds: ['partial', 'pause', 'disk-slow', 'transfer', 'flap'],
      workloads: ['bulk', 'rooms'],
      plan: ENTRIES_BEHIND_A_SNAPSHOT,
      durationMs: 6_000,
    },
  },
  {
    name: 'a snapshot transfer whose offer had been replaced was counted for ever, until no follower got one any more',
    options: { seed: 9035, durationMs: 60_000 },
  },
  {
    name: 'a node with a wrong clock kept a shard: it looked for an heir at the instants at which the core had forgotten who lives',
    options: { seed: 9095, durationMs: 60_000 },
  },
  {
    name: 'the same with a shard that two blocked transactions kept awake, and a snapshot transfer to a dead node',
    options: { seed: 9074, durationMs: 60_000 },
  },
]
