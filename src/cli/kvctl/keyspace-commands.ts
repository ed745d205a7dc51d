/** The commands about keyspaces: list, show, create, alter, drop. */
import { Option, type Command } from 'commander'
import type { PartitionRule } from '../../base/token.ts'
import { encodePolicy } from '../../client/options.ts'
import { decodePartitionRule } from '../../client/routes.ts'
import { wire } from '../../net/protobuf.ts'
import { POLICIES, type Policy } from '../../versions/version.ts'
import { usageError } from './exit.ts'
import type { Output } from './output.ts'
import type { CliSession, RunCommand } from './session.ts'
import { formatBytes, formatSeconds, formatTimestamp, parseBytes, parseDuration } from './values.ts'

type Keyspace = wire.KeyspaceInfo.$Properties

interface RuleFlags {
  readonly policy?: Policy
  readonly retention?: string
  readonly quota?: string
}

interface CreateFlags extends RuleFlags {
  readonly partition: string
}

interface AlterFlags extends RuleFlags {
  readonly partition?: string
}

interface DropFlags {
  readonly yes?: boolean
}

export function addKeyspaceCommands(program: Command, run: RunCommand): void {
  const keyspace = program.command('keyspace').description('keyspaces and their rules')
  keyspace
    .command('list')
    .description('list the keyspaces')
    .action((_flags: object, self: Command) =>
      run(self, async (session) => {
        printKeyspaces(session.output, await session.admin().listKeyspaces())
      }),
    )
  keyspace
    .command('show <name>')
    .description('all about one keyspace (exit code 3 if there is none)')
    .action((name: string, _flags: object, self: Command) =>
      run(self, async (session) => {
        printKeyspace(session.output, await session.admin().showKeyspace(name))
      }),
    )
  addCreate(keyspace, run)
  addAlter(keyspace, run)
  addDrop(keyspace, run)
}

function addCreate(keyspace: Command, run: RunCommand): void {
  const create = keyspace
    .command('create <name>')
    .description('create a keyspace; its partition rule is fixed for ever')
    .option('--partition <rule>', 'key | all | first:N[:separator]', 'key')
  addRuleFlags(create)
    .addHelpText(
      'after',
      `
Partition rules: keys of one partition share a shard and can be scanned in order from one place.
  key         every key for itself (default; {…} in a key still groups)
  first:2     the first two parts by ":", so user:17:name lives with user:17:mail
  all         the whole keyspace in one shard, in key order

Created again with the same rules it stays as it is, so scripts may repeat this; with other rules that is an error (exit code 4).

Example:
  kvctl keyspace create users --partition first:2 --policy text --retention 7d --quota 10GiB`,
    )
    .action((name: string, flags: CreateFlags, self: Command) =>
      run(self, async (session) => {
        const created = await session.admin().createKeyspace({
          name,
          partition: encodePartitionRule(parsePartition(flags.partition)),
          ...rulesOf(flags),
        })
        printKeyspaces(session.output, [created])
        if (created.existed === true && session.output.format === 'table') {
          session.output.line(session.output.paint('dim', 'it existed already, with these rules'))
        }
      }),
    )
}

function addAlter(keyspace: Command, run: RunCommand): void {
  const alter = keyspace
    .command('alter <name>')
    .description('change the rules of a keyspace, all but its partition rule')
    .addOption(new Option('--partition <rule>').hideHelp())
  addRuleFlags(alter)
    .addHelpText(
      'after',
      `
Examples:
  kvctl keyspace alter users --retention 30d
  kvctl keyspace alter users --quota 20GiB
  kvctl keyspace alter users --quota 0            no quota any more`,
    )
    .action((name: string, flags: AlterFlags, self: Command) =>
      run(self, async (session) => {
        if (flags.partition !== undefined) {
          throw usageError(
            'a partition rule is fixed for ever, as it decides where keys live: create another keyspace and copy',
          )
        }
        const changes = rulesOf(flags)
        if (Object.keys(changes).length === 0) {
          throw usageError('give what to change: --policy, --retention or --quota')
        }
        printKeyspaces(session.output, [await session.admin().alterKeyspace({ name, ...changes })])
      }),
    )
}

function addDrop(keyspace: Command, run: RunCommand): void {
  keyspace
    .command('drop <name>')
    .description('drop a keyspace with everything in it; there is no way back')
    .option('--yes', 'do not ask')
    .addHelpText(
      'after',
      `
The name is free at once; the data goes in the background. Example:
  kvctl keyspace drop scratch --yes`,
    )
    .action((name: string, flags: DropFlags, self: Command) =>
      run(self, async (session) => {
        // What is confirmed is what is dropped, even if the name means another keyspace by then.
        const { keyspace: found } = await session.admin().showKeyspace(name)
        if (flags.yes !== true) await confirmDrop(session, name)
        await session.admin().dropKeyspace(name, found!.id ?? 0)
        const { output } = session
        if (output.structured) output.data(keyspaceData(found!))
        else if (output.format === 'name') output.line(name)
        else output.line(`${output.paint('green', 'OK')} dropped ${name}`)
      }),
    )
}

async function confirmDrop(session: CliSession, name: string): Promise<void> {
  const answer = await session.ask(
    `This drops the keyspace "${name}" with everything in it. Type its name to go on: `,
  )
  if (answer === undefined) {
    throw usageError('nobody is there to confirm: give --yes to drop a keyspace in a script')
  }
  if (answer.trim() !== name) throw usageError('that is not its name: nothing was dropped')
}

/** `--policy`, `--retention`, `--quota`. */
function addRuleFlags(command: Command): Command {
  return command
    .addOption(new Option('--policy <policy>', 'how conflicts are resolved').choices(POLICIES))
    .option('--retention <duration>', 'how long history is kept, e.g. 1h, 7d')
    .option('--quota <bytes>', 'most bytes of live keys and values, e.g. 10GiB; 0 = no limit')
}

function rulesOf({ policy, retention, quota }: RuleFlags) {
  return {
    ...(policy === undefined ? {} : { policy: encodePolicy(policy) }),
    ...(retention === undefined ? {} : { retentionMs: Math.round(parseDuration(retention)) }),
    ...(quota === undefined ? {} : { quotaBytes: parseBytes(quota) }),
  }
}

/** Throws a usage error for what is no rule. */
export function parsePartition(text: string): PartitionRule {
  if (text === 'key' || text === 'all') return { kind: text }
  const match = /^first:([1-9]\d?)(?::(.+))?$/.exec(text)
  if (match === null) {
    throw usageError(
      `"${text}" is no partition rule; use key, all, or first:N or first:N:separator`,
    )
  }
  return { kind: 'first', parts: Number(match[1]), separator: match[2] ?? ':' }
}

function encodePartitionRule(rule: PartitionRule): wire.PartitionRule.$Properties {
  const { KIND_ALL, KIND_FIRST, KIND_KEY } = wire.PartitionRule.Kind
  if (rule.kind === 'first') {
    return { kind: KIND_FIRST, parts: rule.parts, separator: rule.separator }
  }
  return { kind: rule.kind === 'all' ? KIND_ALL : KIND_KEY }
}

function partitionText(keyspace: Keyspace): string {
  const rule = decodePartitionRule(keyspace.partition)
  if (rule.kind !== 'first') return rule.kind
  return rule.separator === ':' ? `first:${rule.parts}` : `first:${rule.parts}:${rule.separator}`
}

function policyText(keyspace: Keyspace): string {
  return POLICIES[(keyspace.policy ?? 0) - 1] ?? 'auto'
}

function retentionText({ retentionMs }: Keyspace): string {
  return formatSeconds((retentionMs ?? 0) / 1000)
}

function quotaText({ quotaBytes, full }: Keyspace): string {
  if ((quotaBytes ?? 0) === 0) return 'none'
  return `${formatBytes(quotaBytes!)}${full === true ? ' (full)' : ''}`
}

function historyText({ historyBytes }: { historyBytes?: number | null }): string {
  return formatBytes(historyBytes ?? 0)
}

function printKeyspaces(output: Output, keyspaces: readonly Keyspace[]): void {
  output.list({
    rows: keyspaces,
    columns: [
      { title: 'keyspace', text: ({ name }) => name ?? '' },
      { title: 'partition', text: partitionText },
      { title: 'policy', text: policyText },
      { title: 'retention', text: retentionText },
      { title: 'keys', text: ({ keys }) => String(keys ?? 0), right: true },
      { title: 'size', text: ({ bytes }) => formatBytes(bytes ?? 0), right: true },
      { title: 'quota', text: quotaText, right: true },
      { title: 'history', text: historyText, right: true, wide: true },
      { title: 'id', text: ({ id }) => String(id), right: true, wide: true },
    ],
    data: keyspaceData,
    name: ({ name }) => name ?? '',
    empty: 'no keyspaces',
  })
}

function printKeyspace(
  output: Output,
  { keyspace: found, shards }: wire.ShowKeyspaceResponse.$Properties,
): void {
  const keyspace = found!
  if (output.structured) {
    output.data({ ...keyspaceData(keyspace), shards: (shards ?? []).map(shardData) })
  } else if (output.format === 'name') output.line(keyspace.name ?? '')
  else {
    const rows: [string, string][] = [
      ['keyspace', `${keyspace.name ?? ''} (id ${keyspace.id ?? 0})`],
      ['created', formatTimestamp(keyspace.createdAt ?? 0)],
      ['partition', partitionText(keyspace)],
      ['policy', policyText(keyspace)],
      ['retention', retentionText(keyspace)],
      ['keys', String(keyspace.keys ?? 0)],
      ['size', `${formatBytes(keyspace.bytes ?? 0)} of keys and values`],
      ['history', historyText(keyspace)],
      ['quota', quotaText(keyspace)],
    ]
    for (const [name, text] of rows) output.line(`${output.paint('dim', name.padEnd(10))} ${text}`)
    if (output.format === 'wide') printShards(output, shards ?? [])
  }
}

function printShards(output: Output, shards: readonly wire.KeyspaceShard.$Properties[]): void {
  output.list({
    rows: shards,
    columns: [
      { title: 'shard', text: ({ shard }) => String(shard), right: true },
      { title: 'keys', text: ({ keys }) => String(keys ?? 0), right: true },
      { title: 'size', text: ({ bytes }) => formatBytes(bytes ?? 0), right: true },
      { title: 'history', text: historyText, right: true },
    ],
    data: shardData,
    name: ({ shard }) => String(shard),
    empty: 'it is empty',
  })
}

function shardData(shard: wire.KeyspaceShard.$Properties): object {
  return {
    shard: shard.shard,
    keys: shard.keys ?? 0,
    bytes: shard.bytes ?? 0,
    historyBytes: shard.historyBytes ?? 0,
  }
}

function keyspaceData(keyspace: Keyspace): object {
  return {
    id: keyspace.id,
    name: keyspace.name,
    partition: partitionText(keyspace),
    policy: policyText(keyspace),
    retentionMs: keyspace.retentionMs,
    quotaBytes: keyspace.quotaBytes ?? 0,
    full: keyspace.full ?? false,
    createdAt: keyspace.createdAt ?? 0,
    keys: keyspace.keys ?? 0,
    bytes: keyspace.bytes ?? 0,
    historyBytes: keyspace.historyBytes ?? 0,
    ...(keyspace.existed === true ? { existed: true } : {}),
  }
}
