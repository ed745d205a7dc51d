/** `history`: the versions of a key that are still kept. */
import type { Command } from 'commander'
import type { KeyHistory, KeyVersion } from '../../client/index.ts'
import { jsonOfValue } from './exact-json.ts'
import { usageError } from './exit.ts'
import type { Output } from './output.ts'
import { AT_FLAG, readOptions, type ReadFlags } from './read-flags.ts'
import type { RunCommand } from './session.ts'
import { displayValue, formatTimestamp } from './values.ts'

interface HistoryFlags extends ReadFlags {
  readonly limit: string
}

export function addHistoryCommand(program: Command, run: RunCommand): void {
  program
    .command('history <key>')
    .description('list the versions of a key: when, by whom, what')
    .option('--limit <count>', 'at most so many, the newest', '20')
    .option(...AT_FLAG)
    .addHelpText(
      'after',
      `
How far it goes back is the keyspace's retention; kvctl get --at reads one of the times.

Examples:
  kvctl history greeting
  kvctl history greeting --at -1h --limit 5`,
    )
    .action((key: string, flags: HistoryFlags, self: Command) =>
      run(self, async (session) => {
        const limit = Number(flags.limit)
        if (!(Number.isInteger(limit) && limit > 0)) {
          throw usageError(`--limit must be a whole number above 0, not ${flags.limit}`)
        }
        const kv = await session.kv()
        const { at } = readOptions(kv, flags)
        const options = { limit, ...(at === undefined ? {} : { at }) }
        printHistory(session.output, key, await kv.history(key, options))
      }),
    )
}

function printHistory(output: Output, key: string, { versions, complete }: KeyHistory): void {
  output.list({
    rows: versions,
    columns: [
      { title: 'written', text: ({ timestamp }) => formatTimestamp(timestamp) },
      { title: 'version', text: ({ timestamp }) => String(timestamp), right: true },
      { title: 'author', text: ({ author }) => author },
      { title: 'value', text: shownValue },
    ],
    data: ({ timestamp, value, author, expiry }) => ({
      timestamp,
      author,
      ...(value === undefined ? { deleted: true } : { value: jsonOfValue(value) }),
      ...(expiry === 0 ? {} : { expiry }),
    }),
    name: ({ timestamp }) => String(timestamp),
    empty: `"${key}" has no versions that are kept`,
  })
  const more = !complete && versions.length > 0 && !output.structured && output.format !== 'name'
  if (more) output.line(output.paint('dim', 'there are older ones: --limit, or --at'))
}

function shownValue({ value, expiry }: KeyVersion): string {
  if (value !== undefined) return displayValue(value)
  return expiry === 0 ? '(deleted)' : `(expired ${formatTimestamp(expiry)})`
}
