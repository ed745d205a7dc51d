/** `kvctl watch`: what changes, a line an event, until it is interrupted. */
import type { Command } from 'commander'
import { stringify } from 'yaml'
import type { WatchChange, WatchEvent, WatchOptions } from '../../client/index.ts'
import { parseTime } from './read-flags.ts'
import { bytesOfBase64, jsonOfKey, jsonOfValue } from './exact-json.ts'
import { usageError } from './exit.ts'
import type { Output } from './output.ts'
import type { RunCommand } from './session.ts'
import { displayValue, formatTimestamp } from './values.ts'

interface WatchFlags {
  readonly prefix?: string
  readonly from?: string
  readonly limit?: string
  readonly progress?: boolean
}

export function addWatchCommand(program: Command, run: RunCommand): void {
  program
    .command('watch [key]')
    .description('print what changes: of a key, of a prefix, or of everything')
    .option('--prefix <prefix>', 'all keys that begin so')
    .option(
      '--from <token|timestamp>',
      'begin behind this, not now: a token of -o json, or a time (-5m, a date, a timestamp)',
    )
    .option('--limit <events>', 'end after so many events')
    .option('--progress', 'also print, about once a second, up to when everything has come')
    .addHelpText(
      'after',
      `
Versions of one key come in the order in which they were written. When the connection breaks, or a node dies, the watch goes
on; some events may then come again. With -o json each line has a token: --from TOKEN goes on behind it, on any node, without
a gap, as long as history is kept (SNAPSHOT_TOO_OLD says that it is not: watch from now on, then scan for what there is).
A value that expires makes no event: its line says when it will.

Examples:
  kvctl watch greeting
  kvctl watch --prefix user: -o json
  kvctl watch --prefix user: --from=-5m`,
    )
    .action((key: string | undefined, flags: WatchFlags, self: Command) =>
      run(self, async (session) => {
        const limit = limitOf(flags)
        const kv = await session.kv()
        const options = watchOptions(key, flags, kv.dispatcher.clusterClock.now())
        let printed = 0
        for await (const event of kv.watch(options)) {
          printEvent(session.output, event)
          if (event.type !== 'progress' && ++printed >= limit) return
        }
      }),
    )
}

function watchOptions(key: string | undefined, flags: WatchFlags, now: number): WatchOptions {
  if (key !== undefined && flags.prefix !== undefined) {
    throw usageError('give a key or --prefix, not both')
  }
  return {
    ...(key === undefined ? {} : { key }),
    ...(flags.prefix === undefined ? {} : { prefix: flags.prefix }),
    ...(flags.from === undefined ? {} : { from: fromOf(flags.from, now) }),
    ...(flags.progress === true ? { progress: true } : {}),
  }
}

/** Tokens are base64, and never begin like a time. */
function fromOf(text: string, now: number): Uint8Array | number {
  return /^-?\d/.test(text) ? parseTime(text, now) : bytesOfBase64(text)
}

function limitOf({ limit }: WatchFlags): number {
  if (limit === undefined) return Infinity
  const count = Number(limit)
  if (!(Number.isSafeInteger(count) && count > 0)) {
    throw usageError(`--limit must be a whole number above 0, not ${limit}`)
  }
  return count
}

function printEvent(output: Output, event: WatchEvent): void {
  if (output.format === 'json') output.line(JSON.stringify(eventData(event)))
  else if (output.format === 'yaml') output.line(stringify([eventData(event)]).trimEnd())
  else if (event.type === 'progress') {
    output.line(output.paint('dim', `everything up to ${formatTimestamp(event.resolved)} has come`))
  } else if (output.format === 'name') output.line(event.key)
  else output.line(changeLine(output, event))
}

function changeLine(output: Output, event: WatchChange): string {
  const { type, key, value, timestamp, author } = event
  const what = output.paint(type === 'put' ? 'green' : 'red', type.padEnd(6))
  const parts = [output.paint('dim', formatTimestamp(timestamp)), what, key]
  if (value !== undefined) parts.push(displayValue(value))
  if (event.expiry !== 0) parts.push(output.paint('dim', `until ${formatTimestamp(event.expiry)}`))
  if (author !== '') parts.push(output.paint('dim', `by ${author}`))
  return parts.join('  ')
}

function eventData(event: WatchEvent): object {
  const token = Buffer.from(event.token).toString('base64')
  if (event.type === 'progress') return { type: event.type, resolved: event.resolved, token }
  const { type, timestamp, author, expiry, value } = event
  return {
    type,
    key: jsonOfKey(event.keyBytes),
    ...(value === undefined ? {} : { value: jsonOfValue(value) }),
    timestamp,
    author,
    ...(expiry === 0 ? {} : { expiry }),
    token,
  }
}
