/** `check-history`: checks recorded histories and says what is wrong with them. */
import { readFileSync, writeFileSync } from 'node:fs'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { HistoryError, type Verdict } from './history.ts'
import { htmlPage } from './html-page.ts'
import { CONSISTENCY_MODELS, type ConsistencyModel } from './anomaly.ts'
import { checkText, HISTORY_KINDS, type HistoryKind, type HistoryReport } from './report.ts'

const EXIT_VALID = 0
const EXIT_INVALID = 1
const EXIT_BAD_INPUT = 2
/** Nothing is refuted, but not everything could be decided within the bounds. */
const EXIT_UNKNOWN = 3

interface Flags {
  readonly kind: HistoryKind
  readonly model: ConsistencyModel
  readonly output: 'text' | 'json'
  readonly html?: string
  readonly steps?: number
  readonly configurations?: number
}

interface Output {
  out(text: string): void
  error(text: string): void
}

const HELP = `
Kinds:
  register     one register per key: read, write, cas           (linearizable?)
  kv           text under a key: get, put, append               (linearizable?)
  store        RingKV's own: get, put, delete, increment, append, with versions
  list-append  transactions of appends and reads                (which isolation?)

Files are JSON lines {"process","type":"invoke|ok|fail|info","f","key","value","time"}, EDN maps of Jepsen, or a log of Jepsen;
which of them is told by extension and content. A .json array of {name, txns} holds several list-append histories.

Exit status: 0 all valid, 1 some invalid, 2 bad input, 3 none invalid but some undecided.

Examples:
  npm run check-history -- --kind list-append history.jsonl
  npm run check-history -- --kind kv --html report.html *.jsonl`

/** Runs the command; returns its exit status. */
export function runCheckHistory(args: readonly string[], output: Output): number {
  let status = EXIT_VALID
  const program = new Command('check-history')
    .description('Checks recorded histories: valid, invalid or unknown, and why.')
    .argument('<file...>', 'recorded histories')
    .addOption(
      new Option('--kind <kind>', 'what was recorded').choices(HISTORY_KINDS).makeOptionMandatory(),
    )
    .addOption(
      new Option('--model <model>', 'list-append: what decides the verdict')
        .choices(CONSISTENCY_MODELS)
        .default('strictSerializable'),
    )
    .addOption(
      new Option('-o, --output <format>', 'how to print').choices(['text', 'json']).default('text'),
    )
    .option('--html <file>', 'also draw what is wrong, as a page')
    .option('--steps <count>', 'bound of the search, in steps', countOf)
    .option('--configurations <count>', 'bound of its memory, in configurations', countOf)
    .addHelpText('after', HELP)
    .configureOutput({
      writeOut: (text) => output.out(text),
      writeErr: (text) => output.error(text),
    })
    .exitOverride()
    .action((files: readonly string[], flags: Flags) => {
      status = checkFiles(files, flags, output)
    })
  try {
    program.parse(args, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_VALID : EXIT_BAD_INPUT
    if (!(error instanceof HistoryError) && !isSystemError(error)) throw error
    output.error(`error: ${error.message}\n`)
    return EXIT_BAD_INPUT
  }
  return status
}

function checkFiles(files: readonly string[], flags: Flags, output: Output): number {
  const options = {
    kind: flags.kind,
    model: flags.model,
    ...(flags.steps === undefined ? {} : { stepsMax: flags.steps }),
    ...(flags.configurations === undefined ? {} : { configurationsMax: flags.configurations }),
  }
  const reports: HistoryReport[] = []
  for (const file of files) {
    for (const report of checkText(readFileSync(file, 'utf8'), file, options)) {
      reports.push(report)
      if (flags.output === 'text') output.out(shownReport(report))
    }
  }
  if (flags.output === 'json') {
    const plain = reports.map(({ history, verdict, explanation, details }) => ({
      history,
      verdict,
      explanation,
      ...details,
    }))
    output.out(`${JSON.stringify(plain, undefined, 2)}\n`)
  }
  if (flags.html !== undefined) {
    const timelines = reports.flatMap((report) => report.timelines)
    writeFileSync(flags.html, htmlPage(`Histories checked: ${flags.kind}`, timelines))
  }
  const has = (verdict: Verdict): boolean => reports.some((report) => report.verdict === verdict)
  return has('invalid') ? EXIT_INVALID : has('unknown') ? EXIT_UNKNOWN : EXIT_VALID
}

function shownReport({ history, verdict, explanation, details }: HistoryReport): string {
  const lines = [`${verdict.padEnd(8)}${history}`]
  if (verdict !== 'valid') lines.push(...explanation.split('\n').map((line) => `    ${line}`))
  if (details['models'] !== undefined && verdict !== 'valid') {
    const models = Object.entries(details['models'] as Readonly<Record<string, Verdict>>)
    lines.push(`    ${models.map(([model, of]) => `${model}: ${of}`).join(', ')}`)
  }
  return `${lines.join('\n')}\n`
}

function countOf(text: string): number {
  const count = Number(text)
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new InvalidArgumentError('must be a positive integer')
  }
  return count
}

function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error
}
