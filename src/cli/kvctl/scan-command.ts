/** `kvctl scan`: rows as a table for people, or as JSON lines that `kvctl load` reads back. */
import type { Command } from 'commander'
import { stringify } from 'yaml'
import type { KeyedEntry, ScanOptions } from '../../client/index.ts'
import { jsonOfKey, jsonOfValue } from './exact-json.ts'
import { usageError } from './exit.ts'
import type { Column, Output } from './output.ts'
import { AT_FLAG, readOptions, STALE_FLAG, type ReadFlags } from './read-flags.ts'
import type { RunCommand } from './session.ts'
import { displayValue, formatTimestamp } from './values.ts'

interface ScanFlags extends ReadFlags {
  readonly start?: string
  readonly end?: string
  readonly partitionOf?: string
  readonly limit?: string
  readonly keysOnly?: boolean
}

/** Tables are drawn in pieces of this many rows, since widths need all rows of a piece. */
const TABLE_ROWS = 500
const VALUE_WIDTH = 60

export function addScanCommand(program: Command, run: RunCommand): void {
  program
    .command('scan [prefix]')
    .description('list keys and values: all, or those that begin with a prefix')
    .option('--start <key>', 'from this key on')
    .option('--end <key>', 'up to this key, exclusive')
    .option('--partition-of <key>', 'only the partition of this key, in key order')
    .option('--limit <rows>', 'at most so many rows')
    .option(...AT_FLAG)
    .option(...STALE_FLAG)
    .option('--keys-only', 'do not fetch values')
    .addHelpText(
      'after',
      `
Rows come in ring order; inside one partition in key order. All rows are as of one moment.
With -o json every row is one line that "kvctl load" reads back.

Examples:
  kvctl scan
  kvctl scan user: --limit 20
  kvctl scan user: --at -1h
  kvctl scan -o json > backup.jsonl && kvctl load backup.jsonl
  kvctl scan --keys-only -o name | wc -l`,
    )
    .action((prefix: string | undefined, flags: ScanFlags, self: Command) =>
      run(self, async (session) => {
        const options = scanOptions(prefix, flags)
        const kv = await session.kv()
        const rows = kv.scan({ ...options, ...readOptions(kv, flags) })
        await printRows(session.output, rows, flags.keysOnly === true)
      }),
    )
}

function scanOptions(prefix: string | undefined, flags: ScanFlags): ScanOptions {
  const limit = flags.limit === undefined ? undefined : Number(flags.limit)
  if (limit !== undefined && !(Number.isSafeInteger(limit) && limit > 0)) {
    throw usageError(`--limit must be a whole number above 0, not ${flags.limit!}`)
  }
  return {
    ...(prefix === undefined ? {} : { prefix }),
    ...(flags.start === undefined ? {} : { start: flags.start }),
    ...(flags.end === undefined ? {} : { end: flags.end }),
    ...(flags.partitionOf === undefined ? {} : { partitionOf: flags.partitionOf }),
    ...(limit === undefined ? {} : { limit }),
    ...(flags.keysOnly === true ? { keysOnly: true } : {}),
  }
}

/** The line of a row in a dump. The expiry is only there if the value has one. */
export function dumpRow(row: KeyedEntry, keysOnly: boolean): object {
  return {
    key: jsonOfKey(row.keyBytes),
    ...(keysOnly ? {} : { value: jsonOfValue(row.value) }),
    ...(row.expiry === 0 ? {} : { expiry: row.expiry }),
  }
}

async function printRows(
  output: Output,
  rows: AsyncIterable<KeyedEntry>,
  keysOnly: boolean,
): Promise<void> {
  let piece: KeyedEntry[] = []
  let any = false
  for await (const row of rows) {
    any = true
    if (output.format === 'json') output.line(JSON.stringify(dumpRow(row, keysOnly)))
    else if (output.format === 'yaml') output.line(stringify([dumpRow(row, keysOnly)]).trimEnd())
    else if (output.format === 'name') output.line(row.key)
    else {
      piece.push(row)
      if (piece.length === TABLE_ROWS) {
        printTable(output, piece, keysOnly)
        piece = []
      }
    }
  }
  if (!output.structured && output.format !== 'name' && (piece.length > 0 || !any)) {
    printTable(output, piece, keysOnly)
  }
}

function printTable(output: Output, rows: readonly KeyedEntry[], keysOnly: boolean): void {
  const value: Column<KeyedEntry> = {
    title: 'value',
    text: (row) => shorten(displayValue(row.value)),
  }
  output.list({
    rows,
    columns: [
      { title: 'key', text: (row) => row.key },
      ...(keysOnly ? [] : [value]),
      { title: 'written', text: (row) => formatTimestamp(row.timestamp), wide: true },
      { title: 'version', text: (row) => String(row.timestamp), right: true, wide: true },
      { title: 'author', text: (row) => row.author, wide: true },
      { title: 'expires', text: (row) => formatTimestamp(row.expiry), wide: true },
    ],
    data: (row) => dumpRow(row, keysOnly),
    name: (row) => row.key,
    empty: 'no keys',
  })
}

function shorten(text: string): string {
  return text.length <= VALUE_WIDTH ? text : `${text.slice(0, VALUE_WIDTH - 1)}…`
}
