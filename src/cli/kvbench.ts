#!/usr/bin/env node
/** kvbench: puts load on a cluster and says how fast it answers. */
import { fileURLToPath } from 'node:url'
import { Argument, Command, CommanderError } from 'commander'
import { isWorkerProcess, runWorkers, serveAsWorker } from './kvbench/workers.ts'
import { WORKLOADS, type BenchPlan, type Workload } from './kvbench/plan.ts'
import { describeSummary, summarize, writeReport } from './kvbench/report.ts'
import { describeError } from './kvctl/describe-error.ts'
import { CliError, EXIT_FAILED, EXIT_OK, EXIT_USAGE, exitCodeOf, usageError } from './kvctl/exit.ts'
import { findEndpoints } from './kvctl/session.ts'
import { parseDuration } from './kvctl/values.ts'

interface Flags {
  readonly endpoints?: string
  readonly keyspace: string
  readonly inFlight: string
  readonly rate: string
  readonly duration: string
  readonly warmUp: string
  readonly valueBytes: string
  readonly keys: string
  readonly zipf: string
  readonly readFraction: string
  readonly hot?: boolean
  readonly connections: string
  readonly workers: string
  readonly timeout: string
  readonly seed: string
  readonly fill: boolean
  readonly out?: string
}

const HELP = `
Workloads:
  put     overwrite keys                 get     linearizable reads (keys are put first)
  mixed   reads and puts                 incr    increments (--hot: all of one key)
  txn     one shard: 2 reads, 2 writes   txn2    two shards: 2 writes
  merge   integers put on top of an old version of one key, each merged with all that came since

Closed loop (--in-flight) measures throughput; open loop (--rate) measures latency at a given load, from the moment
each operation was due (no coordinated omission). Exit code 1 if any operation failed.

Examples:
  kvbench put --in-flight 256 --duration 30s
  kvbench get --rate 5000 --out results/get-5000
  kvbench incr --hot`

function buildProgram(): Command {
  return new Command('kvbench')
    .description('Puts load on a RingKV cluster and says how fast it answers.')
    .addArgument(new Argument('<workload>').choices(WORKLOADS))
    .option('--endpoints <addresses>', 'nodes to connect to, HOST:PORT,… (default: as kvctl)')
    .option('--keyspace <name>', 'keyspace of the keys', '')
    .option('--in-flight <count>', 'operations under way at all times', '256')
    .option('--rate <per-second>', 'start so many operations a second instead', '0')
    .option('--duration <time>', 'measured time', '10s')
    .option('--warm-up <time>', 'time before measuring', '2s')
    .option('--value-bytes <bytes>', 'size of values', '256')
    .option('--keys <count>', 'different keys', '10000')
    .option('--zipf <exponent>', 'zipfian keys, e.g. 0.99 (0 = uniform)', '0')
    .option('--read-fraction <share>', 'share of reads in mixed', '0.5')
    .option('--hot', 'incr: one key only')
    .option('--connections <count>', 'clients in each worker', '1')
    .option('--workers <count>', 'processes that make the load', '1')
    .option('--timeout <time>', 'longest an operation may take', '10s')
    .option('--seed <number>', 'for the choice of keys', '1')
    .option('--no-fill', 'do not put the keys before reading them')
    .option('--out <path>', 'write PATH.hgrm and PATH.json')
    .addHelpText('after', HELP)
    .exitOverride()
}

function planOf(workload: Workload, flags: Flags): BenchPlan {
  const zipf = number(flags.zipf, '--zipf', 0)
  if (zipf >= 1) throw usageError('--zipf must be below 1')
  return {
    workload,
    endpoints: findEndpoints(flags.endpoints, process.env),
    keyspace: flags.keyspace,
    inFlight: number(flags.inFlight, '--in-flight', 1),
    rate: number(flags.rate, '--rate', 0),
    durationMs: parseDuration(flags.duration),
    warmUpMs: parseDuration(flags.warmUp),
    valueBytes: number(flags.valueBytes, '--value-bytes', 0),
    keys: number(flags.keys, '--keys', 1),
    zipf,
    readFraction: number(flags.readFraction, '--read-fraction', 0),
    hot: flags.hot === true,
    connections: number(flags.connections, '--connections', 1),
    timeoutMs: parseDuration(flags.timeout),
    seed: number(flags.seed, '--seed', 0),
  }
}

function number(text: string, flag: string, least: number): number {
  const value = Number(text)
  if (!Number.isFinite(value) || value < least) {
    throw usageError(`${flag} must be a number from ${least} on, not ${text}`)
  }
  return value
}

async function main(): Promise<void> {
  const program = buildProgram().parse()
  const flags = program.opts<Flags>()
  const plan = planOf(program.args[0] as Workload, flags)
  const workers = number(flags.workers, '--workers', 1)
  const fill = flags.fill && (plan.workload === 'get' || plan.workload === 'mixed')
  const results = await runWorkers(plan, workers, fill, fileURLToPath(import.meta.url))
  const report = summarize(results)
  process.stdout.write(`${describeSummary(plan, workers, report.summary)}\n`)
  if (flags.out !== undefined) writeReport(flags.out, plan, workers, report)
  if (Object.keys(report.summary.errors).length > 0) throw new CliError(EXIT_FAILED, '')
  if (report.summary.operations === 0) throw new CliError(EXIT_FAILED, 'no operation ended in time')
}

if (isWorkerProcess()) serveAsWorker()
else {
  try {
    await main()
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT_OK : EXIT_USAGE
    } else {
      const message = describeError(error)
      if (message !== '') process.stderr.write(`${message}\n`)
      process.exitCode = exitCodeOf(error)
    }
  }
}
