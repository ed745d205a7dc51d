/** `kvctl shard split`: says what would happen, or has it done and waits until the other half is on the map. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Command } from 'commander'
import { systemClock } from '../../base/clock.ts'
import { TOKEN_END } from '../../base/ids.ts'
import type { wire } from '../../net/protobuf.ts'
import { CliError, EXIT_FAILED, usageError } from './exit.ts'
import type { Output } from './output.ts'
import type { CliSession, RunCommand } from './session.ts'
import { formatBytes } from './values.ts'

type Split = wire.SplitShardResponse.$Properties

interface SplitFlags {
  readonly at?: string
  readonly key?: string
  readonly plan?: boolean
  readonly wait: boolean
}

/** Longer than placement tries. */
const WAIT_MS = 65_000
const LOOK_EVERY_MS = 100

export function addSplitCommand(shard: Command, run: RunCommand): void {
  shard
    .command('split <id>')
    .description('make two shards of one, on the same nodes')
    .option('--at <token>', 'where the upper half begins: a number, or hexadecimal with 0x')
    .option(
      '--key <key>',
      'the same, by a key (see --keyspace): the upper half begins with its partition',
    )
    .option('--plan', 'only say what would happen')
    .option('--no-wait', 'do not wait until it is done')
    .addHelpText(
      'after',
      `
Without --at or --key the shard is split in the middle of its tokens. No data is copied: the halves share what is on disk, and requests
go on meanwhile. Repeated, it does nothing more than was done. Examples:
  kvctl shard split 7 --plan
  kvctl shard split 7 --at 0x80000000
  kvctl shard split 7 --key user:17 --keyspace users`,
    )
    .action((id: string, flags: SplitFlags, self: Command) =>
      run(self, async (session) => {
        const { keyspace } = self.optsWithGlobals<{ keyspace?: string }>()
        const request = requestOf(id, flags, keyspace ?? '')
        const split = await session.admin().splitShard(request)
        if (split.operator != null && flags.wait) await waitFor(session, split.operator)
        printSplit(session.output, split, flags)
      }),
    )
}

function requestOf(
  id: string,
  { at, key, plan = false }: SplitFlags,
  keyspace: string,
): wire.SplitShardRequest.$Properties {
  if (at !== undefined && key !== undefined) throw usageError('give --at or --key, not both')
  const shard = numberOf(id, 1, 2 ** 31 - 1, 'a shard id')
  if (key !== undefined) {
    const name = keyspace === '' ? 'default' : keyspace
    return { shard, key: { keyspace: name, key: Buffer.from(key) }, plan }
  }
  if (at === undefined) return { shard, plan }
  return { shard, token: numberOf(at, 0, TOKEN_END - 1, 'a token'), plan }
}

function numberOf(text: string, least: number, most: number, what: string): number {
  const value = Number(text)
  if (/^(0x[0-9a-f]+|\d+)$/i.test(text) && value >= least && value <= most) return value
  throw usageError(`"${text}" is not ${what}: ${least} to ${most}`)
}

async function waitFor(session: CliSession, { id, child }: wire.OperatorInfo.$Properties) {
  const untilMs = systemClock.monotonicMs() + WAIT_MS
  for (;;) {
    const shards = await session.admin().listShards()
    if (shards.some(({ shard }) => shard === child)) return
    if (systemClock.monotonicMs() >= untilMs) {
      throw new CliError(
        EXIT_FAILED,
        `operator ${id ?? 0} has not split the shard: its leader could not be reached, or its keys stayed locked; try again`,
      )
    }
    await pause(LOOK_EVERY_MS)
  }
}

function printSplit(output: Output, split: Split, { plan = false, wait }: SplitFlags): void {
  const { shard, operator } = split
  const [start, token, end] = [split.start ?? 0, split.token ?? 0, split.end ?? 0]
  const approximateBytes = split.approximateBytes ?? 0
  const nodes = (split.replicas ?? []).map(({ node }) => node ?? 0)
  if (output.structured) {
    const planned = { shard, start, token, end, approximateBytes, nodes }
    output.data(
      operator == null
        ? planned
        : { ...planned, child: operator.child, operator: operator.id, done: wait },
    )
    return
  }
  if (output.format === 'name') {
    output.line(String(operator?.child ?? shard))
    return
  }
  const child = operator == null ? 'a new shard' : `shard ${operator.child ?? 0}`
  output.line(`shard ${shard ?? 0}  ${hex(start)}–${hex(token - 1)}`)
  output.line(`${child}  ${hex(token)}–${hex(end - 1)}`)
  const size = formatBytes(approximateBytes)
  output.line(
    `both on nodes ${nodes.join(' ')}; no data is copied, about ${size} stay where they are`,
  )
  if (plan) return
  const state = wait ? 'split' : `operator ${operator?.id ?? 0} is at work`
  output.line(`${output.paint('green', 'OK')} ${state}`)
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0')
}
