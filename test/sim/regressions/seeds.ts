/**
 * Runs that once failed, with the bug that they found. A seed draws another run as soon as anything changes that takes random
 * numbers or time, so each keeps what was drawn: `recorded/SEED.jsonl` has the options of the run in its first line, and in
 * each other line one fault. `npm run sim -- --seed N --record` prints that of any seed.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault } from '../faults.ts'
import type { SimulationOptions } from '../simulation.ts'

export interface Regression {
  /** What was wrong. */
  readonly name: string
  readonly options: SimulationOptions
}

export const REGRESSIONS: readonly Regression[] = [
  {
    name: 'after one wall clock had been ahead for a while, nodes refused the times that other nodes had given out',
    options: recorded(214),
  },
  {
    name: 'entries behind a snapshot were acknowledged before it, and looked lost until it was installed',
    options: recorded(108),
  },
  {
    name: 'a snapshot transfer whose offer had been replaced was counted for ever, until no follower got one any more',
    options: recorded(9035),
  },
  {
    name: 'a node with a wrong clock kept a shard: it looked for an heir at the instants at which the core had forgotten who lives',
    options: recorded(9095),
  },
  {
    name: 'the same with a shard that two blocked transactions kept awake, and a snapshot transfer to a dead node',
    options: recorded(9074),
  },
  {
    name: 'a value that had expired before it was committed was swept at its expiry, was not collected there, and ended the node',
    options: recorded(23008),
  },
  {
    name: 'a node that replayed a split put its halves into a map that did not know the rest: tokens had no owner, watches no place',
    options: recorded(48),
  },
  {
    name: 'a leader was elected before its disk had the term, and after a crash once more in the same term, with another log',
    options: recorded(194),
  },
  {
    name: 'a shard whose living nodes all had wrong clocks took no commands any more: there was nobody to give it to',
    options: recorded(180),
  },
]

function recorded(seed: number): SimulationOptions {
  const text = readFileSync(join(import.meta.dirname, 'recorded', `${seed}.jsonl`), 'utf8')
  const [options, ...plan] = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
  return { ...(options as SimulationOptions), plan: plan as Fault[] }
}
