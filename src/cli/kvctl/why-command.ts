/** `why`: a key's recent conflicts, and how each ended. */
import type { Command } from 'commander'
import type { ConflictHistory, ConflictSide, LoggedConflict } from '../../client/index.ts'
import { describeChange } from '../../versions/describe-change.ts'
import { describeClock, describeTime, describeValue, quoted } from '../../versions/describe.ts'
import { typedValue } from '../../client/values.ts'
import { explainConflict } from './conflict-text.ts'
import { jsonOfValue } from './exact-json.ts'
import { usageError } from './exit.ts'
import type { Output } from './output.ts'
import type { RunCommand } from './session.ts'

interface WhyFlags {
  readonly limit: string
  readonly at?: string
}

const MERGED_BYTES_MAX = 400

export function addWhyCommand(program: Command, run: RunCommand): void {
  program
    .command('why <key>')
    .description('explain the recent conflicts of a key: who, why, and how each ended')
    .option('--limit <count>', 'at most so many, the newest', '5')
    .option('--at <timestamp>', 'only this one (as an earlier answer named it), its values whole')
    .addHelpText(
      'after',
      `
Examples:
  kvctl why shopping
  kvctl why shopping --limit 1 -o json
  kvctl why shopping --at 1795396292651000`,
    )
    .action((key: string, flags: WhyFlags, self: Command) =>
      run(self, async (session) => {
        const kv = await session.kv()
        const limit = countOf(flags.limit)
        const at = flags.at === undefined ? undefined : countOf(flags.at)
        const history = await kv.conflicts(key, { limit, ...(at === undefined ? {} : { at }) })
        printHistory(session.output, key, history)
      }),
    )
}

function countOf(text: string): number {
  if (!/^\d{1,15}$|^\d{16}$/.test(text) || Number(text) === 0) {
    throw usageError(`"${text}" is not a number above 0`)
  }
  return Number(text)
}

/** Also for tests: they bring an output of their own. */
export function printHistory(
  output: Output,
  key: string,
  { conflicts, since }: ConflictHistory,
): void {
  if (output.structured) {
    output.data({ key, since, conflicts: conflicts.map(conflictData) })
    return
  }
  if (output.format === 'name') {
    for (const { at } of conflicts) output.line(String(at))
    return
  }
  const reach =
    since === 0
      ? 'the log of its shard is empty'
      : `the log of its shard reaches back to ${describeTime(since)}`
  if (conflicts.length === 0) {
    output.line(output.paint('dim', `no conflicts of ${quoted(key)} are known; ${reach}`))
    return
  }
  conflicts.forEach((conflict) => {
    output.line(output.paint('bold', headline(conflict)))
    output.line('')
    output.line(explainConflict(conflict, conflict.at))
    for (const line of mergedLines(conflict)) output.line(line)
    output.line('')
  })
  output.line(output.paint('dim', reach))
}

function headline({ at, outcome, policy, reason }: LoggedConflict): string {
  const how = outcome === undefined ? `refused (${reason})` : HOW[outcome]
  return `${describeTime(at)}  ${how}, policy ${policy}`
}

const HOW = {
  APPLIED: 'applied',
  MERGED: 'merged',
  WON: 'mine won, theirs stays in history',
  LOST: 'mine lost and is kept here only',
} as const

function mergedLines({ base, merged }: LoggedConflict): string[] {
  if (merged === undefined) return []
  const value = merged.value === undefined ? undefined : typedValue(merged.value)
  const from = base?.value === undefined ? undefined : typedValue(base.value)
  const label = '  result  '
  const margin = ' '.repeat(label.length)
  return [
    '',
    label + describeValue(value, MERGED_BYTES_MAX, !merged.truncated),
    `${margin}version ${describeTime(merged.timestamp)} (${merged.timestamp})`,
    ...describeChange(from, value).map((change) => `${margin}  ${change}`),
  ]
}

function conflictData(conflict: LoggedConflict): object {
  const { at, outcome, policy, relation, reason, detail, base, theirs, mine, merged } = conflict
  const { client, sequence, expiry } = conflict.id
  return {
    at,
    time: describeTime(at),
    outcome: outcome ?? 'REFUSED',
    policy,
    relation,
    reason,
    ...(detail === undefined ? {} : { detail }),
    base: base === undefined ? null : sideData(base),
    theirs: theirs === undefined ? null : sideData(theirs),
    mine: sideData(mine),
    ...(merged === undefined ? {} : { merged: sideData(merged) }),
    operation: `${client}/${sequence}/${expiry}`,
    explanation: explainConflict(conflict, at),
  }
}

function sideData(side: ConflictSide): object {
  const { timestamp, value, author, truncated, clock, clockDropped } = side
  const actors = Object.keys(clock).sort()
  const counters = actors.map((actor) => clock[actor]!)
  return {
    timestamp,
    time: describeTime(timestamp),
    value: value === undefined ? null : jsonOfValue(value),
    deleted: value === undefined,
    author,
    truncated,
    clock,
    clockText: describeClock({ actors, counters, dropped: clockDropped }),
  }
}
