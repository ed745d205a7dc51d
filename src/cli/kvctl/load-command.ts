/** `kvctl load`: JSON lines from a file or standard input into the cluster, fast, and again where it stopped. */
import {
  createReadStream,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { Command } from 'commander'
import { CliError, EXIT_FAILED, EXIT_INTERRUPTED, exitCodeOf, usageError } from './exit.ts'
import { Loader } from './loader.ts'
import type { Output } from './output.ts'
import { ProgressBar } from './progress.ts'
import type { CliSession, RunCommand } from './session.ts'
import { formatSeconds } from './values.ts'

interface LoadFlags {
  readonly inFlight: string
  readonly maxErrors: string
  readonly skip?: string
  readonly restart?: boolean
}

const CHECKPOINT_MS = 1000

/** Where a load of a file stands; kept beside the file until it is done. */
interface Checkpoint {
  readonly size: number
  readonly modifiedMs: number
  /** Every line up to this one is stored. */
  readonly line: number
}

export function addLoadCommand(program: Command, run: RunCommand): void {
  program
    .command('load [file]')
    .description('put many keys from JSON lines (standard input without a file)')
    .option('--in-flight <puts>', 'puts under way at once', '512')
    .option('--max-errors <lines>', 'wrong lines to pass over before stopping', '10')
    .option('--skip <lines>', 'pass over the first lines')
    .option('--restart', 'begin at the first line even if an earlier load was interrupted')
    .addHelpText(
      'after',
      `
Each line is {"key": …, "value": …}; a value is a string, an integer, {"bytes":"<base64>"} or a list of those.
An interrupted load of a file goes on where it stopped when the same command is run again.

Examples:
  kvctl load users.jsonl
  kvctl scan user: -o json | kvctl load --endpoints other:7401`,
    )
    .action((file: string | undefined, flags: LoadFlags, self: Command) =>
      run(self, async (session) => load(session, file === '-' ? undefined : file, flags)),
    )
}

async function load(
  session: CliSession,
  file: string | undefined,
  flags: LoadFlags,
): Promise<void> {
  const size = file === undefined ? undefined : fileSize(file)
  const { output } = session
  const skip = firstLine(file, flags, output)
  const kv = await session.kv()
  const loader = new Loader(kv, skip, {
    inFlight: count(flags.inFlight, '--in-flight', 1),
    errorsMax: count(flags.maxErrors, '--max-errors', 0),
    onBadLine: (line, error) => {
      progress.note(`line ${line}: ${error instanceof Error ? error.message : String(error)}`)
    },
  })
  const progress = new ProgressBar(process.stderr, () => ({
    rows: loader.counts.stored,
    fraction: size === undefined || size === 0 ? undefined : loader.counts.bytes / size,
  }))
  const input: Readable = file === undefined ? process.stdin : createReadStream(file)
  const interrupted = await runLoader(loader, input, file)
  progress.end()
  finish(output, loader, progress.elapsedMs, file, interrupted)
}

/** Runs to the end, writing checkpoints. Returns whether the user interrupted it. */
async function runLoader(
  loader: Loader,
  input: Readable,
  file: string | undefined,
): Promise<boolean> {
  const ended = { byUser: false }
  const interrupt = (): void => {
    ended.byUser = true
    loader.stop()
    // A terminal may never send another line.
    input.destroy()
  }
  process.once('SIGINT', interrupt)
  process.once('SIGTERM', interrupt)
  const timer = setInterval(() => saveCheckpoint(file, loader.doneThrough), CHECKPOINT_MS)
  try {
    await loader.run(createInterface({ input, crlfDelay: Infinity }))
  } catch (error) {
    saveCheckpoint(file, loader.doneThrough)
    if (!ended.byUser) throw new CliError(loadExitCode(error), hint(error, file, loader))
  } finally {
    clearInterval(timer)
    process.removeListener('SIGINT', interrupt)
    process.removeListener('SIGTERM', interrupt)
  }
  return ended.byUser
}

function loadExitCode(error: unknown): number {
  const code = (error as { exitCode?: unknown }).exitCode
  return typeof code === 'number' ? code : exitCodeOf(error)
}

function hint(error: unknown, file: string | undefined, loader: Loader): string {
  const message = error instanceof Error ? error.message : String(error)
  return `${message}\n${whereItStands(file, loader)}`
}

function whereItStands(file: string | undefined, loader: Loader): string {
  const line = loader.doneThrough
  return file === undefined
    ? `stored through line ${line}; go on with --skip ${line}`
    : `stored through line ${line}; run the same command again to go on there`
}

function finish(
  output: Output,
  loader: Loader,
  elapsedMs: number,
  file: string | undefined,
  interrupted: boolean,
): void {
  const { stored, bad } = loader.counts
  if (interrupted) {
    saveCheckpoint(file, loader.doneThrough)
    throw new CliError(EXIT_INTERRUPTED, `interrupted: ${whereItStands(file, loader)}`)
  }
  dropCheckpoint(file)
  const rate = Math.round((stored * 1000) / Math.max(1, elapsedMs))
  if (output.structured) {
    output.data({ stored, bad, seconds: elapsedMs / 1000, perSecond: rate })
  } else {
    const time =
      elapsedMs < 10_000 ? `${(elapsedMs / 1000).toFixed(1)}s` : formatSeconds(elapsedMs / 1000)
    const rows = stored.toLocaleString('en-US')
    output.line(`loaded ${rows} rows in ${time} (${rate.toLocaleString('en-US')}/s)`)
  }
  if (bad > 0)
    throw new CliError(
      EXIT_FAILED,
      `${bad} ${bad === 1 ? 'line was' : 'lines were'} wrong and not stored`,
    )
}

// ---- where to begin ----------------------------------------------------------------------------------------------

function firstLine(file: string | undefined, flags: LoadFlags, output: Output): number {
  if (flags.skip !== undefined) return count(flags.skip, '--skip', 0)
  if (file === undefined || flags.restart === true) return 0
  const line = readCheckpoint(file)
  if (line > 0 && !output.structured) {
    output.line(output.paint('dim', `going on after line ${line} (--restart begins again)`))
  }
  return line
}

function checkpointPath(file: string): string {
  return `${file}.load-progress`
}

function fileSize(file: string): number {
  try {
    return statSync(file).size
  } catch (error) {
    throw usageError(`cannot read ${file}: ${error instanceof Error ? error.message : ''}`)
  }
}

/** 0 unless the file is the same as when the checkpoint was written. */
function readCheckpoint(file: string): number {
  try {
    const { size, modifiedMs, line } = JSON.parse(
      readFileSync(checkpointPath(file), 'utf8'),
    ) as Checkpoint
    const now = statSync(file)
    return size === now.size && modifiedMs === now.mtimeMs ? line : 0
  } catch {
    return 0
  }
}

function saveCheckpoint(file: string | undefined, line: number): void {
  if (file === undefined || line === 0) return
  const { size, mtimeMs } = statSync(file)
  const checkpoint: Checkpoint = { size, modifiedMs: mtimeMs, line }
  const path = checkpointPath(file)
  writeFileSync(`${path}.new`, JSON.stringify(checkpoint))
  renameSync(`${path}.new`, path)
}

function dropCheckpoint(file: string | undefined): void {
  if (file !== undefined) rmSync(checkpointPath(file), { force: true })
}

function count(text: string, flag: string, least: number): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < least) {
    throw usageError(`${flag} must be a whole number from ${least} on, not ${text}`)
  }
  return number
}
