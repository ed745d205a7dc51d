/** The flags of `npm run sim`, and what they ask of each run. */
import { parseArgs } from 'node:util'
import { FAULT_KINDS, type FaultKind } from './faults.ts'
import type { SimulationOptions } from './simulation.ts'
import { WORKLOADS, type WorkloadName } from './workloads/index.ts'

export const USAGE = `npm run sim -- --seed N: runs seeds of the simulator and reports. Exit code 1 when one fails.

  --seed N          this seed only
  --seeds N         so many seeds
  --first N         … from this one on (default 1)
  --minutes M       simulated minutes under faults, for each seed (default: 20 seconds)
  --seconds S       the same in seconds
  --nodes N, --shards N
  --faults a,b      only these kinds; "none": no faults; "all": all in every run, where else the seed draws some
  --workloads a,b   only these; "all": all in every run
  --pace P          workers pause P times longer: a lighter load
  --real-minutes M  begin no seed after so many real minutes; without --seeds, run until then
  --workers N       run so many seeds at a time, in processes of their own, and show how far they are
  --stop            begin no seed after one has failed
  --shrink          make the plan of a failing seed as short as possible
  --trace N         show the last N events of a failing run (default 40)
  --state S/I       show the state of every replica of shard S as it applies entry I, and compare at every index
  --raft S          show every Raft message of shard S as it is sent
  --record          print the run, with everything that the seed drew, as regressions/recorded keeps it
  --history DIR     write what was asked and answered, a file for each workload that "check-history" can judge
`

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', default: false },
    seed: { type: 'string' },
    seeds: { type: 'string' },
    first: { type: 'string', default: '1' },
    minutes: { type: 'string' },
    seconds: { type: 'string' },
    nodes: { type: 'string' },
    shards: { type: 'string' },
    faults: { type: 'string' },
    workloads: { type: 'string' },
    pace: { type: 'string' },
    'real-minutes': { type: 'string' },
    workers: { type: 'string' },
    stop: { type: 'boolean', default: false },
    shrink: { type: 'boolean', default: false },
    state: { type: 'string' },
    raft: { type: 'string' },
    history: { type: 'string' },
    record: { type: 'boolean', default: false },
    trace: { type: 'string', default: '40' },
  },
})

export const flags = {
  help: values.help,
  stop: values.stop,
  shrink: values.shrink,
  record: values.record,
  historyDirectory: values.history,
  shownEvents: numberOf('trace') ?? 0,
  workers: numberOf('workers'),
  realMs: 60_000 * (numberOf('real-minutes') ?? Infinity),
  ...seedsOf(),
}

/** What every run of this command has in common. */
export const common: Omit<SimulationOptions, 'seed'> = {
  nodes: numberOf('nodes'),
  shards: numberOf('shards'),
  pace: numberOf('pace'),
  kinds: kindsOf(values.faults),
  workloads: workloadsOf(values.workloads),
  watch: watchOf(values.state),
  showRaft:
    values.raft === undefined
      ? undefined
      : { shard: Number(values.raft), text: (text: string) => console.log(text) },
  durationMs: durationMs(),
}

/** Runs one seed of this command again. */
export function replayCommand(seed: number): string {
  const names = ['minutes', 'seconds', 'nodes', 'shards', 'faults', 'workloads', 'pace'] as const
  const options = names.flatMap((name) =>
    values[name] === undefined ? [] : [`--${name} ${values[name]}`],
  )
  return ['npm run sim -- --seed', seed, ...options].join(' ')
}

type Flag = keyof typeof values

function numberOf(name: Flag): number | undefined {
  const text = values[name]
  if (text === undefined) return undefined
  const number = Number(text)
  if (text === '' || !Number.isFinite(number) || number < 0) {
    throw new Error(`--${name} takes a number, not "${text}"`)
  }
  return number
}

function seedsOf(): { readonly first: number; readonly count: number } {
  const seed = numberOf('seed')
  if (seed !== undefined) return { first: seed, count: numberOf('seeds') ?? 1 }
  const count = numberOf('seeds') ?? (values['real-minutes'] === undefined ? 1 : Infinity)
  return { first: numberOf('first') ?? 1, count }
}

function durationMs(): number | undefined {
  const minutes = numberOf('minutes')
  const seconds = numberOf('seconds') ?? (minutes === undefined ? undefined : 60 * minutes)
  return seconds === undefined ? undefined : 1000 * seconds
}

function watchOf(place: string | undefined): SimulationOptions['watch'] {
  if (place === undefined) return undefined
  const [shard = 0, index = 0] = place.split('/').map(Number)
  return { digestEvery: 1, show: { shard, index, text: (text) => console.log(`\n${text}`) } }
}

function kindsOf(list: string | undefined): readonly FaultKind[] | undefined {
  if (list === undefined || list === 'all') return list === 'all' ? FAULT_KINDS : undefined
  if (list === 'none') return []
  return list.split(',').map((name) => {
    const kind = FAULT_KINDS.find((one) => one === name)
    if (kind === undefined) throw new Error(`no fault "${name}"; there are ${FAULT_KINDS.join()}`)
    return kind
  })
}

function workloadsOf(list: string | undefined): readonly WorkloadName[] | undefined {
  const known = Object.keys(WORKLOADS) as WorkloadName[]
  if (list === undefined || list === 'all') return list === 'all' ? known : undefined
  return list.split(',').map((name) => {
    const workload = known.find((one) => one === name)
    if (workload === undefined) throw new Error(`no workload "${name}"; there are ${known.join()}`)
    return workload
  })
}
