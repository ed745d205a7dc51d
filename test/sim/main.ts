/**
 * `npm run sim -- --seed N`: runs seeds of the simulator and reports. Exit code 1 when one fails.
 *
 *   --seed N          this seed only (or the first of --seeds)
 *   --seeds N         so many seeds, from --seed or 1 on
 *   --minutes M       stop after so many real minutes
 *   --seconds S       simulated seconds under faults, for each seed (default 20)
 *   --nodes N, --shards N
 *   --faults a,b      only these kinds; `none`: no faults
 *   --workloads a,b   only these
 *   --first           stop at the first seed that fails
 *   --shrink          make the plan of a failing seed as short as possible
 *   --state S/I       show the state of every replica of shard S as it applies entry I, and compare at every index
 *   --raft S          show every Raft message of shard S as it is sent
 *   --record          print the run, with everything that the seed drew, as `regressions/recorded` keeps it
 *   --history DIR     write what was asked and answered, a file for each workload that `check-history` can judge
 *   --trace N         show the last N events of a failing run (default 40)
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { describeFault, FAULT_KINDS, type FaultKind } from './faults.ts'
import { Report } from './report.ts'
import { shrink } from './shrink.ts'
import { simulate, type SimulationOptions, type SimulationResult } from './simulation.ts'
import { WORKLOADS, type WorkloadName } from './workloads/index.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string' },
    minutes: { type: 'string' },
    seconds: { type: 'string' },
    nodes: { type: 'string' },
    shards: { type: 'string' },
    faults: { type: 'string' },
    workloads: { type: 'string' },
    first: { type: 'boolean', default: false },
    shrink: { type: 'boolean', default: false },
    state: { type: 'string' },
    raft: { type: 'string' },
    history: { type: 'string' },
    record: { type: 'boolean', default: false },
    trace: { type: 'string', default: '40' },
  },
})

const numberOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text)

const common = {
  nodes: numberOf(values.nodes),
  shards: numberOf(values.shards),
  kinds: kindsOf(values.faults),
  workloads: values.workloads?.split(',') as WorkloadName[] | undefined,
  watch: watchOf(values.state),
  showRaft:
    values.raft === undefined
      ? undefined
      : { shard: Number(values.raft), text: (text: string) => console.log(text) },
  durationMs: values.seconds === undefined ? undefined : 1000 * Number(values.seconds),
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

function replayCommand({ seed }: SimulationResult): string {
  const options = (['seconds', 'nodes', 'shards', 'faults', 'workloads'] as const).flatMap(
    (name) => (values[name] === undefined ? [] : [`--${name} ${values[name]}`]),
  )
  return ['npm run sim -- --seed', seed, ...options].join(' ')
}

function record({ plan, ...options }: SimulationOptions): string {
  return [options, ...(plan ?? [])].map((line) => JSON.stringify(line)).join('\n')
}

/** The kind, which `check-history` wants to be told, is in the name. */
function writeHistories({ seed, histories }: SimulationResult, directory: string): void {
  mkdirSync(directory, { recursive: true })
  for (const [workload, { kind, lines }] of histories) {
    const file = join(directory, `seed-${seed}-${workload}.${kind}.jsonl`)
    writeFileSync(file, lines.map((line) => `${line}\n`).join(''))
    console.log(`npm run check-history -- --kind ${kind} ${file}`)
  }
}

function show(result: SimulationResult): void {
  const { seed, violation, plan, lastEvents, description } = result
  console.log(`\nseed ${seed} FAILED: ${description}`)
  console.log(violation?.stack)
  if (violation?.cause !== undefined) console.log('because of', violation.cause)
  console.log(`\nfaults:\n${plan.map((fault) => `  ${describeFault(fault)}`).join('\n')}`)
  const shown = lastEvents.slice(-Number(values.trace))
  console.log(`\nlast events:\n${shown.map((line) => `  ${line}`).join('\n')}`)
  console.log(`\nreplay: ${replayCommand(result)}`)
}

async function main(): Promise<number> {
  for (const name of common.workloads ?? []) {
    if (!(name in WORKLOADS)) throw new Error(`no workload "${name}"`)
  }
  const first = numberOf(values.seed) ?? 1
  const count =
    numberOf(values.seeds) ?? (values.minutes === undefined || values.seed ? 1 : Infinity)
  const endMs = performance.now() + 60_000 * (numberOf(values.minutes) ?? Infinity)
  const report = new Report()
  for (let seed = first; seed < first + count && performance.now() < endMs; seed++) {
    const options: SimulationOptions = { ...common, seed }
    const result = await simulate(options)
    report.add(result)
    if (values.record) console.log(record(result.recorded))
    if (values.history !== undefined) writeHistories(result, values.history)
    if (count === 1) console.log(`seed ${seed}: trace ${result.traceHash}, ${result.description}`)
    if (result.violation === undefined) continue
    show(result)
    if (values.shrink) show(await shrink(options, result, (line) => console.log(line)))
    if (values.first) break
  }
  console.log(report.text())
  return report.failed.length === 0 ? 0 : 1
}

process.exitCode = await main()
