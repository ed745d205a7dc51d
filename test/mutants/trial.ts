/**
 * Tries a mutant: runs what should catch it, and says what happened. Something counts as caught only if the same thing passes
 * without the mutant, and only if the mutant runs at all: one that does not parse, or that names what is not there, proves
 * nothing.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { runNode, type Ended } from './child.ts'
import type { Mutant, SimOptions } from './mutant.ts'
import type { Workspace } from './workspace.ts'

export type Verdict =
  /** `how`: which seed or test, in words. */
  | { readonly kind: 'caught'; readonly how: string }
  | { readonly kind: 'survived'; readonly how: string }
  /** Nothing was proven: the mutant is stale or broken, or what should catch it fails without it. */
  | { readonly kind: 'error'; readonly how: string }

/** After this no further seed is begun. */
const SIM_MINUTES = 8
const SIM_HANGS_AFTER_MS = (SIM_MINUTES + 4) * 60_000
const TESTS_HANG_AFTER_MS = 5 * 60_000
const TEST_TIMEOUT_MS = 20_000
const DEFAULT_SEEDS = 20
const DEFAULT_SECONDS = 10

/** Errors of a program that is not one. */
const BROKEN =
  /^.*(?:SyntaxError|TransformError|ERR_MODULE_NOT_FOUND|does not provide an export|ReferenceError: \S+ is not defined).*$/m

export class Trials {
  private readonly workspace: Workspace
  /** What has been run without mutants, and whether it passed. */
  private readonly baselines = new Map<string, Promise<boolean>>()

  constructor(workspace: Workspace) {
    this.workspace = workspace
  }

  async of(mutant: Mutant): Promise<Verdict> {
    const { sim, tests } = mutant.caughtBy
    const verdicts = [
      ...(sim === undefined ? [] : [await this.ofSimulator(mutant, sim)]),
      ...(tests === undefined ? [] : [await this.ofTests(mutant, tests)]),
    ]
    const kind = (['error', 'survived'] as const).find((bad) =>
      verdicts.some((verdict) => verdict.kind === bad),
    )
    const told = verdicts.filter((verdict) => kind === undefined || verdict.kind === kind)
    return { kind: kind ?? 'caught', how: told.map(({ how }) => how).join('; ') }
  }

  private async ofSimulator(mutant: Mutant, options: SimOptions): Promise<Verdict> {
    const first = options.from ?? 1
    const seeds = options.seeds ?? DEFAULT_SEEDS
    const ended = await this.with(mutant, () => this.simulate(options, first, seeds))
    if (ended === undefined) return STALE
    const broken = BROKEN.exec(ended.output)
    if (broken !== null) return { kind: 'error', how: broken[0].trim() }
    if (ended.how === 'hangs') return { kind: 'caught', how: 'the simulator hangs' }
    const failed = /^seed (\d+) FAILED/m.exec(ended.output)
    if (failed === null) {
      const tried = /^(\d+) seeds, 0 failed/m.exec(ended.output)
      if (tried === null) return { kind: 'error', how: lastLine(ended.output) }
      return { kind: 'survived', how: `${tried[1]!} seeds of the simulator` }
    }
    const seed = Number(failed[1])
    if (
      !(await this.passes(`sim ${JSON.stringify(options)} ${seed}`, () =>
        this.simulate(options, seed, 1),
      ))
    ) {
      return { kind: 'error', how: `seed ${seed} fails without the mutant, too` }
    }
    const count = seed - first + 1
    const nth = count === 1 ? 'the first seed' : `${count} seeds`
    return { kind: 'caught', how: `simulator, ${nth}: ${violationIn(ended.output)}` }
  }

  private async ofTests(mutant: Mutant, files: readonly string[]): Promise<Verdict> {
    const mocha = (): Promise<Mocha> => this.mocha(files)
    if (!(await this.passes(files.join(), async () => (await mocha()).ended))) {
      return { kind: 'error', how: `${files.join(', ')} fails without the mutant, too` }
    }
    const ran = await this.with(mutant, mocha)
    if (ran === undefined) return STALE
    const { ended, failure } = ran
    if (failure !== undefined) {
      const broken = BROKEN.exec(failure.message)
      if (broken !== null) return { kind: 'error', how: broken[0].trim() }
      return { kind: 'caught', how: `${failure.file}: “${failure.title}”` }
    }
    const broken = BROKEN.exec(ended.output)
    if (broken !== null) return { kind: 'error', how: broken[0].trim() }
    if (ended.how === 'hangs') return { kind: 'caught', how: `${files.join(', ')} hangs` }
    if (ended.how === 0) return { kind: 'survived', how: files.join(', ') }
    return { kind: 'error', how: lastLine(ended.output) }
  }

  private async with<T>(mutant: Mutant, run: () => Promise<T>): Promise<T | undefined> {
    const { workspace } = this
    if (!workspace.put(mutant)) return undefined
    try {
      return await run()
    } finally {
      workspace.restore()
    }
  }

  private passes(name: string, run: () => Promise<Ended>): Promise<boolean> {
    let passes = this.baselines.get(name)
    if (passes === undefined) {
      passes = run().then(({ how }) => how === 0)
      this.baselines.set(name, passes)
    }
    return passes
  }

  private simulate(options: SimOptions, first: number, seeds: number): Promise<Ended> {
    const { seconds = DEFAULT_SECONDS, nodes, shards, faults, workloads } = options
    const given = {
      nodes,
      shards,
      faults: faults?.join() ?? undefined,
      workloads: workloads?.join(),
    }
    const args = Object.entries(given).flatMap(([name, value]) =>
      value === undefined ? [] : [`--${name}`, String(value)],
    )
    return runNode(
      this.workspace.directory,
      [
        ...['scripts/run-compiled.mjs', 'test/sim/main.ts', '--trace', '0', ...args],
        ...['--first', String(first), '--seeds', String(seeds)],
        ...['--seconds', String(seconds), '--real-minutes', String(SIM_MINUTES)],
      ],
      SIM_HANGS_AFTER_MS,
      // The violation follows the seed, the command to replay it ends the report.
      (output) => /^seed \d+ FAILED[^]*^replay:/m.test(output),
    )
  }

  private async mocha(files: readonly string[]): Promise<Mocha> {
    const directory = mkdtempSync(join(tmpdir(), 'ringkv-mutant-report-'))
    const report = join(directory, 'report.json')
    try {
      const ended = await runNode(
        this.workspace.directory,
        [
          ...['node_modules/mocha/bin/mocha.js', '--no-config', '--bail'],
          ...['--timeout', String(TEST_TIMEOUT_MS), '--node-option', 'import=tsx'],
          ...['--reporter', 'json', '--reporter-option', `output=${report}`],
          ...files,
        ],
        TESTS_HANG_AFTER_MS,
      )
      return { ended, failure: firstFailure(report, this.workspace.directory) }
    } finally {
      rmSync(directory, { recursive: true, force: true })
    }
  }
}

interface Mocha {
  readonly ended: Ended
  readonly failure: Failure | undefined
}

interface Failure {
  readonly title: string
  readonly file: string
  readonly message: string
}

const STALE: Verdict = { kind: 'error', how: 'stale: its text is not in the file exactly once' }

function firstFailure(report: string, directory: string): Failure | undefined {
  let text: string
  try {
    text = readFileSync(report, 'utf8')
  } catch {
    return undefined
  }
  const { failures } = JSON.parse(text) as {
    failures: { fullTitle: string; file: string; err: { message?: string; stack?: string } }[]
  }
  const [first] = failures
  if (first === undefined) return undefined
  const { fullTitle, file, err } = first
  return {
    title: fullTitle,
    file: relative(directory, file),
    message: err.stack ?? err.message ?? '',
  }
}

/** The first line of the error that the simulator shows. */
function violationIn(output: string): string {
  const [, line = ''] = /^seed \d+ FAILED.*\n(?:\s*\n)*(.*)$/m.exec(output) ?? []
  return line.replace(/^\w*Error(?: \[\w+\])?: /, '').slice(0, 120)
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? 'no output'
}
