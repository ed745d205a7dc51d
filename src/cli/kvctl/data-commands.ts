/** The commands on single keys: get, put, del, incr, list, resolve. */
import { readFileSync } from 'node:fs'
import { Option, type Command } from 'commander'
import { timestamp, type OperationId } from '../../base/ids.ts'
import type {
  Entry,
  ListResult,
  OverwriteOptions,
  PutOptions,
  RingKvClient,
  Scalar,
  WriteResult,
} from '../../client/index.ts'
import { expectList } from '../../client/entries.ts'
import { peekContext } from '../../versions/context.ts'
import { describeClock } from '../../versions/describe.ts'
import { POLICIES, type Policy } from '../../versions/version.ts'
import { contextText } from './conflict-text.ts'
import { bytesOfBase64, intOfText, jsonOfValue } from './exact-json.ts'
import { CliError, EXIT_CONFLICT, EXIT_NOT_FOUND, usageError } from './exit.ts'
import type { Output } from './output.ts'
import { AT_FLAG, parseTime, readOptions, STALE_FLAG, type ReadFlags } from './read-flags.ts'
import type { CliSession, RunCommand } from './session.ts'
import {
  displayValue,
  formatTimestamp,
  parseDuration,
  parseElement,
  parseValue,
  plainValue,
  type ValueFlags,
} from './values.ts'

interface GetFlags extends ReadFlags {
  readonly meta?: boolean
  readonly context?: boolean
}

interface OverwriteFlags {
  readonly context?: string
  readonly onConflict?: Policy
}

interface DeleteFlags extends OverwriteFlags {
  readonly partitionOf?: string
  readonly prefix?: string
  readonly start?: string
  readonly end?: string
  readonly all?: boolean
}

interface PutFlags extends ValueFlags, OverwriteFlags {
  readonly ifAbsent?: boolean
  readonly ttl?: string
  readonly expires?: string
  readonly fromFile?: string
}

export function addDataCommands(program: Command, run: RunCommand): void {
  addGet(program, run)
  addPut(program, run)
  addDelete(program, run)
  addIncrement(program, run)
  addList(program, run)
  addResolve(program, run)
}

/** `--int`, `--bytes`, `--json`. */
function addValueFlags(command: Command): Command {
  return command
    .option('--int', 'the value is a 64-bit integer')
    .option('--bytes', 'the value is bytes, given as base64')
    .option('--json', 'the value is JSON: a string, an integer, {"bytes":"<base64>"} or a list')
}

function addOverwriteFlags(command: Command): Command {
  return command
    .option('--context <text>', 'build on this version (from get --context): conflicts are noticed')
    .addOption(
      new Option('--on-conflict <policy>', "how to resolve (default: the keyspace's)").choices(
        POLICIES,
      ),
    )
}

// ---- get ---------------------------------------------------------------------------------------------------------

function addGet(program: Command, run: RunCommand): void {
  program
    .command('get <key>')
    .description('print the value of a key (exit code 3 if it has none)')
    .option('--meta', 'also when it was written, by whom, until when it lives')
    .option('--context', 'also the context for a later put, and what it stands for')
    .option(...AT_FLAG)
    .option(...STALE_FLAG)
    .addHelpText(
      'after',
      `
Examples:
  kvctl get greeting
  kvctl get greeting --stale 5s       from any replica, at most 5 seconds old
  kvctl get greeting --meta
  kvctl get greeting --context
  kvctl get greeting -o json          everything, with the context for a later put
  kvctl get greeting --at -5m         as it was five minutes ago
  kvctl get greeting --at 2026-01-31T12:00:00Z`,
    )
    .action((key: string, flags: GetFlags, command: Command) =>
      run(command, async (session) => {
        const kv = await session.kv()
        const entry = await kv.get(key, readOptions(kv, flags))
        if (entry === undefined) throw notFound(key)
        printEntry(session.output, key, entry, flags)
      }),
    )
}

function printEntry(output: Output, key: string, entry: Entry, flags: GetFlags): void {
  if (output.structured) output.data(entryData(key, entry))
  else if (output.format === 'name') output.line(key)
  else if (flags.meta === true || flags.context === true || output.format === 'wide') {
    const rows: [string, string][] = [
      ['value', displayValue(entry.value)],
      ['written', `${formatTimestamp(entry.timestamp)} (${entry.timestamp})`],
      ['author', entry.author],
      ['expires', formatTimestamp(entry.expiry)],
      ['clock', clockText(entry.context)],
      ['context', contextText(entry.context)],
    ]
    for (const [name, text] of rows) {
      if (text !== '') output.line(`${output.paint('dim', name.padEnd(8))} ${text}`)
    }
  } else output.line(plainValue(entry.value))
}

/** The events that a context has seen, newest first. */
function clockText(context: Uint8Array): string {
  const seen = peekContext(context)
  return seen === undefined ? '' : describeClock(seen.clock)
}

function entryData(key: string, entry: Entry): object {
  return {
    key,
    value: jsonOfValue(entry.value),
    timestamp: entry.timestamp,
    author: entry.author,
    expiry: entry.expiry,
    context: contextText(entry.context),
    clock: clockText(entry.context),
  }
}

function notFound(key: string): CliError {
  return new CliError(EXIT_NOT_FOUND, `the key "${key}" has no value`)
}

// ---- put, del ----------------------------------------------------------------------------------------------------

function addPut(program: Command, run: RunCommand): void {
  const command = program
    .command('put <key> [value]')
    .description('set the value of a key: text unless a flag says otherwise')
  addOverwriteFlags(addValueFlags(command))
    .option('--if-absent', 'only if the key has no value (else exit code 4)')
    .option('--ttl <duration>', 'remove it by itself after 10s, 5m, 2h, 7d …')
    .option('--expires <time>', 'remove it by itself then: a date, or microseconds since 1970')
    .option('--from-file <path>', 'take the value from a file, - for standard input')
    .addHelpText(
      'after',
      `
Examples:
  kvctl put greeting hello
  kvctl put answer 42 --int
  kvctl put tags '["a","b",3]' --json
  kvctl put lock:job me --if-absent --ttl 30s
  kvctl put offer 42 --int --expires 2027-01-31T12:00:00Z
  kvctl put doc "$(cat doc.txt)" --context AQAG… --on-conflict text
  kvctl put photo --from-file me.jpg --bytes
  kvctl put note -- --starts-with-dashes`,
    )
    .action((key: string, text: string | undefined, flags: PutFlags, self: Command) =>
      run(self, async (session) => {
        const value = putValue(text, flags)
        const kv = await session.kv()
        const options: PutOptions = {
          ...overwriteOptions(flags),
          ...(flags.ifAbsent === true ? { ifAbsent: true } : {}),
          ...(flags.ttl === undefined ? {} : { ttlMs: parseDuration(flags.ttl) }),
          ...(flags.expires === undefined ? {} : { expiry: parseExpiry(flags.expires, kv) }),
        }
        printWrite(session.output, key, await kv.put(key, value, options))
      }),
    )
}

function parseExpiry(text: string, kv: RingKvClient): number {
  const now = kv.dispatcher.clusterClock.now()
  const expiry = parseTime(text, now)
  if (expiry <= now) throw usageError(`--expires ${text} is in the past`)
  return expiry
}

function putValue(text: string | undefined, flags: PutFlags): ReturnType<typeof parseValue> {
  if (flags.fromFile === undefined) {
    if (text === undefined) throw usageError('give a value, or --from-file')
    return parseValue(text, flags)
  }
  if (text !== undefined) throw usageError('give a value or --from-file, not both')
  const content = readFileSync(flags.fromFile === '-' ? 0 : flags.fromFile)
  if (flags.bytes === true) return Uint8Array.from(content)
  return parseValue(content.toString('utf8'), flags)
}

function overwriteOptions(flags: OverwriteFlags): OverwriteOptions {
  return {
    ...(flags.context === undefined ? {} : { context: bytesOfBase64(flags.context) }),
    ...(flags.onConflict === undefined ? {} : { onConflict: flags.onConflict }),
  }
}

function addDelete(program: Command, run: RunCommand): void {
  const command = program
    .command('del [key...]')
    .description('remove the values of keys, or of a range of one partition')
    .option('--partition-of <key>', 'a range of the partition that this key belongs to')
    .option('--prefix <prefix>', 'with --partition-of: keys that begin so')
    .option('--start <key>', 'with --partition-of: from this key on')
    .option('--end <key>', 'with --partition-of: up to this key, exclusive')
    .option('--all', 'with --partition-of: the whole partition')
  addOverwriteFlags(command)
    .addHelpText(
      'after',
      `
Up to 1000 keys of a range go at once; more go piece by piece.

Examples:
  kvctl del greeting answer
  kvctl del --keyspace users --partition-of user:17 --prefix user:17:draft:`,
    )
    .action((keys: string[], flags: DeleteFlags, self: Command) =>
      run(self, async (session) => {
        if (flags.partitionOf !== undefined) {
          if (keys.length > 0) throw usageError('give keys, or a range, not both')
          await deleteRange(session, flags, flags.partitionOf)
          return
        }
        if (keys.length === 0) throw usageError('give keys, or a range with --partition-of')
        if (flags.context !== undefined && keys.length > 1) {
          throw usageError('a context belongs to one key; give one key')
        }
        const kv = await session.kv()
        const options = overwriteOptions(flags)
        const results = await Promise.all(keys.map((key) => kv.delete(key, options)))
        results.forEach((result, index) => printWrite(session.output, keys[index]!, result))
      }),
    )
}

async function deleteRange(
  session: CliSession,
  flags: DeleteFlags,
  partitionOf: string,
): Promise<void> {
  const { prefix, start, end, all } = flags
  const isBounded = prefix !== undefined || start !== undefined || end !== undefined
  if (isBounded === (all === true)) {
    throw usageError('give --prefix, --start and --end, or --all')
  }
  const kv = await session.kv()
  const result = await kv.deleteRange({
    partitionOf,
    ...(prefix === undefined ? {} : { prefix }),
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
  })
  const { output } = session
  if (output.structured) output.data(result)
  else output.line(`${output.paint('green', 'OK')} ${result.deleted ?? 'some'} deleted`)
}

/** What a write did; quiet for scripts beyond one line. */
function printWrite(output: Output, key: string, result: WriteResult): void {
  if (output.structured) output.data(writeData(key, result))
  else if (output.format === 'name') output.line(key)
  else {
    const version = output.format === 'wide' ? `  version ${result.timestamp}` : ''
    output.line(`${output.paint('green', describeWrite(result))}${version}`)
  }
}

/** `OK`, or what the store made of the write. */
export function describeWrite(result: WriteResult): string {
  switch (result.outcome) {
    case 'APPLIED':
      return 'OK'
    case 'MERGED':
      return `MERGED with another write${result.value === undefined ? '' : `: ${displayValue(result.value)}`}`
    case 'WON':
      return 'WON against another write'
    case 'LOST':
      return 'LOST against a later write, which stays'
  }
}

function writeData(key: string, result: WriteResult): object {
  return {
    key,
    outcome: result.outcome,
    timestamp: result.timestamp,
    ...(result.value === undefined ? {} : { value: jsonOfValue(result.value) }),
  }
}

// ---- incr, list --------------------------------------------------------------------------------------------------

function addIncrement(program: Command, run: RunCommand): void {
  program
    .command('incr <key> [by]')
    .description('add to an integer (from 0 if there is none) and print the sum')
    .addHelpText(
      'after',
      `\nExamples:\n  kvctl incr hits\n  kvctl incr hits 5\n  kvctl incr hits -3`,
    )
    .action((key: string, by: string | undefined, _flags: object, self: Command) =>
      run(self, async (session) => {
        const amount = intOfText(by ?? '1')
        const kv = await session.kv()
        const result = await kv.increment(key, amount)
        if (session.output.structured || result.value === undefined) {
          printWrite(session.output, key, result)
        } else session.output.line(result.value.toString())
      }),
    )
}

type ListEdit = (kv: RingKvClient, key: string, elements: readonly Scalar[]) => Promise<ListResult>

const LIST_EDITS: readonly { name: string; description: string; edit: ListEdit }[] = [
  {
    name: 'append',
    description: 'add elements at the end of a list',
    edit: (kv, key, elements) => kv.listAppend(key, elements),
  },
  {
    name: 'prepend',
    description: 'add elements at the front of a list, in the order given',
    edit: (kv, key, elements) => kv.listPrepend(key, elements),
  },
  {
    name: 'remove',
    description: 'remove every element equal to one of these',
    edit: (kv, key, elements) => kv.listRemove(key, elements),
  },
]

function addList(program: Command, run: RunCommand): void {
  const list = program.command('list').description('edit and show lists')
  for (const { name, description, edit } of LIST_EDITS) {
    addValueFlags(list.command(`${name} <key> <element...>`).description(description))
      .addHelpText('after', `\nExample:\n  kvctl list ${name} todo milk bread`)
      .action((key: string, texts: string[], flags: ValueFlags, self: Command) =>
        run(self, async (session) => {
          const elements = texts.map((text) => parseElement(text, flags))
          const result = await edit(await session.kv(), key, elements)
          const { output } = session
          if (output.structured || result.value === undefined) printWrite(output, key, result)
          else {
            const count = result.value.length
            output.line(
              `${output.paint('green', 'OK')} ${count} ${count === 1 ? 'element' : 'elements'}`,
            )
          }
        }),
      )
  }
  list
    .command('show <key>')
    .description('print the elements of a list (exit code 3 if there is none)')
    .action((key: string, _flags: object, self: Command) =>
      run(self, async (session) => {
        const entry = await (await session.kv()).get(key)
        if (entry === undefined) throw notFound(key)
        const elements = expectList(key, entry.value)
        if (session.output.structured) session.output.data(entryData(key, entry))
        else if (session.output.format === 'wide') {
          session.output.list({
            rows: elements.map((element, position) => ({ element, position })),
            columns: [
              { title: '#', text: ({ position }) => String(position), right: true },
              { title: 'element', text: ({ element }) => displayValue(element) },
            ],
            data: ({ element }) => jsonOfValue(element),
            name: ({ element }) => plainValue(element),
            empty: 'the list is empty',
          })
        } else if (elements.length > 0) session.output.line(plainValue(elements))
      }),
    )
}

// ---- resolve -----------------------------------------------------------------------------------------------------

function addResolve(program: Command, run: RunCommand): void {
  program
    .command('resolve <operation> <key...>')
    .description('find out what became of a write whose answer was lost')
    .addHelpText(
      'after',
      `
The operation id and the keys are those that the error named. Exit code 4 if it did not happen.

Example:
  kvctl resolve 0f5c…/17/1763856000000000 'user:1'`,
    )
    .action((operation: string, keys: string[], _flags: object, self: Command) =>
      run(self, async (session) => {
        const id = parseOperationId(operation)
        const kv = await session.kv()
        const { keyspace } = self.optsWithGlobals<{ keyspace?: string }>()
        const resolution = await kv.resolve({
          id,
          keys: keys.map((key) => ({ keyspace: keyspace ?? '', key: Buffer.from(key) })),
        })
        if (session.output.structured) session.output.data(resolution)
        else if (resolution.outcome === 'committed') {
          session.output.line(`committed at ${resolution.timestamp}: it happened`)
        } else session.output.line('aborted: it did not happen and never will')
        if (resolution.outcome === 'aborted') throw new CliError(EXIT_CONFLICT, '')
      }),
    )
}

function parseOperationId(text: string): OperationId {
  const match = /^([0-9a-f]{32})\/(\d+)\/(\d+)$/.exec(text)
  if (match === null) {
    throw usageError(`"${text}" is no operation id; copy it from the error message`)
  }
  return { client: match[1]!, sequence: Number(match[2]), expiry: timestamp(Number(match[3])) }
}
