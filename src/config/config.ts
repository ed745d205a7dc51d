/**
 * Every setting of a node, with its default, its bounds and what to know of it. A partial configuration comes in (file,
 * environment, flags; merged by load.ts), a complete frozen one goes out. Relations between settings are checked here,
 * so that no part of the program meets an impossible combination.
 */
import { z } from 'zod'
import { count, setting, size, time, wholeNumber } from './setting.ts'
import { shownDuration } from './units.ts'

const address = z
  .string()
  .regex(/^(\[[0-9a-fA-F:]+\]|[^:\s]+):\d{1,5}$/, { error: 'expected HOST:PORT', abort: true })
  .refine((text) => portOf(text) <= 65_535, 'a port is at most 65535')

/** `1=127.0.0.1:7401`: a founding member's node id and address. */
const member = z
  .string()
  .regex(/^\d+=.+:\d{1,5}$/, { error: 'expected NODE_ID=HOST:PORT', abort: true })
  .refine((text) => portOf(text) <= 65_535, 'a port is at most 65535')
  .transform((text) => {
    const cut = text.indexOf('=')
    return { node: Number(text.slice(0, cut)), address: text.slice(cut + 1) }
  })

const commaList = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (input) => (typeof input === 'string' ? input.split(',').filter(Boolean) : input),
    z.array(item),
  )

/** A flag without a value is `true` already; from the environment it is text, where `false` must not count as said. */
const yesOrNo = z.preprocess(
  (input) => (input === 'true' ? true : input === 'false' ? false : input),
  z.boolean('expected true or false'),
)

/** A mapping, or `zone=a,rack=7` as text. */
const labels = z.preprocess(
  (input) =>
    typeof input === 'string'
      ? Object.fromEntries(input.split(',').map((label) => cutAt(label, '=')))
      : input,
  z.record(z.string().min(1, 'a label has no name'), z.string('expected NAME=VALUE,…')),
)

const KIB = 2 ** 10
const SNAPSHOT_RATE_MIN = 64 * KIB
const MIB = 2 ** 20
const GIB = 2 ** 30
const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** The settings in the order in which help lists them. Times are milliseconds, sizes bytes. */
const shape = {
  nodeId: setting(
    wholeNumber.refine((id) => id >= 1 && id <= 65_535, 'expected 1 to 65535'),
    {
      description: "This node's id: one of the members.",
      value: 'NUMBER',
      bounds: '1 to 65535',
    },
  ),
  clusterId: setting(z.string().min(1, 'must not be empty').max(64, 'has at most 64 characters'), {
    description: 'Names the cluster; nodes of different clusters refuse each other.',
    value: 'NAME',
    bounds: '1 to 64 characters',
  }),
  members: setting(commaList(member), {
    description:
      'The founding nodes, the same list on every one of them; the first three (or five) hold the placement group.',
    value: 'ID=HOST:PORT,…',
  }),
  listen: setting(address.default('127.0.0.1:7400'), {
    description: 'Where this node serves gRPC.',
    value: 'HOST:PORT',
    initial: '127.0.0.1:7400',
  }),
  advertise: setting(address.optional(), {
    description: 'The address under which others reach this node; unless said, that of listen.',
    value: 'HOST:PORT',
  }),
  http: setting(z.union([address, z.literal('')], 'expected HOST:PORT').default(''), {
    description: 'Where metrics and health are served over HTTP; unless said, nowhere.',
    value: 'HOST:PORT',
  }),
  data: setting(z.string().min(1, 'must not be empty'), {
    description: 'The data directory. It belongs to this node alone.',
    value: 'DIRECTORY',
  }),
  insecure: setting(yesOrNo.default(false), {
    description:
      'Plaintext without authentication. Required for now, and accepted on loopback addresses only.',
    value: '',
  }),
  labels: setting(labels.default({}), {
    description: 'Failure domains that this node lies in: zone=…, rack=…, host=….',
    value: 'NAME=VALUE,…',
  }),
  capacity: setting(
    z.coerce
      .number('expected a number')
      .refine((share) => share > 0 && share <= 1000, 'expected a number above 0, at most 1000')
      .default(1),
    {
      description: 'Share of replicas that this node should carry, relative to the other nodes.',
      value: 'NUMBER',
      bounds: 'above 0, at most 1000',
      initial: '1',
    },
  ),
  logLevel: setting(z.enum(['debug', 'info', 'warn', 'error']).default('info'), {
    description: 'The least important messages that are logged.',
    value: 'LEVEL',
    bounds: 'debug, info, warn or error',
    initial: 'info',
  }),
  logFile: setting(z.string().default(''), {
    description: 'Where to log; unless said, to standard error.',
    value: 'FILE',
  }),

  replicas: count('Replicas per shard. Fixed when the cluster is founded.', 3, [1, 7]),
  initialShards: count(
    'Shards that the ring starts with. Fixed when the cluster is founded.',
    32,
    [1, 65_536],
  ),

  raftTick: time('One tick of the Raft clock.', 50, [1, SECOND]),
  raftHeartbeat: time('How often a leader lets its followers hear of it.', 100, [1, 10 * SECOND]),
  raftElection: time(
    'Silence of a leader after which followers campaign, each after 1 to 2 times this. At least 5 × raftHeartbeat.',
    500,
    [5, MINUTE],
  ),
  raftHibernateAfter: time(
    'A shard with nothing to do for so long goes to sleep: no heartbeats, no lease. 0ms = never.',
    SECOND,
    [0, HOUR],
  ),
  raftLeaseDrift: time(
    'Margin of a leader lease beyond one tick, for drift between monotonic clocks.',
    50,
    [0, MINUTE],
  ),
  raftMaxMessage: size('Entries of one Raft message and commands of one entry.', MIB, [
    4 * KIB,
    64 * MIB,
  ]),
  raftMaxInflightMessages: count(
    'Raft messages on their way to one follower of one shard.',
    256,
    [1, 65_536],
  ),
  raftMaxInflight: size('Bytes on their way to one follower of one shard.', 16 * MIB, [
    64 * KIB,
    GIB,
  ]),
  raftMaxUncommitted: size(
    'Bytes of a shard that are proposed and not committed; beyond them it answers OVERLOADED.',
    64 * MIB,
    [64 * KIB, 4 * GIB],
  ),
  logFileSize: size('One file of the write-ahead log.', 64 * MIB, [64 * KIB, GIB]),
  logMax: size(
    'Log kept for followers that are behind, on the whole node; beyond it the largest laggards get snapshots.',
    512 * MIB,
    [128 * KIB, 1024 * GIB],
  ),
  snapshotConcurrent: count(
    'Snapshots that this node sends to followers at once; others wait for their turn.',
    2,
    [1, 64],
  ),
  snapshotRate: size(
    'Bytes of snapshots that this node sends in a second, to all followers together. 0B = no limit.',
    64 * MIB,
    [0, 16 * GIB],
  ),
  logCache: size('Recent log entries kept in memory, on the whole node.', 32 * MIB, [0, 64 * GIB]),

  reads: setting(z.enum(['lease', 'read-index']).default('lease'), {
    description:
      'How leaders make sure that they still lead before they answer a read: by a lease (local, trusts that monotonic clocks drift little), or by read-index (a round of heartbeats for each batch of reads, trusts no clock).',
    value: 'HOW',
    bounds: 'lease or read-index',
    initial: 'lease',
  }),
  cacheHeads: size('Newest versions kept decoded in memory, on the whole node.', 64 * MIB, [
    0,
    256 * GIB,
  ]),
  checkpointBytes: size(
    'Bytes written to the engine after which they are made durable there.',
    32 * MIB,
    [4 * KIB, 16 * GIB],
  ),
  checkpointInterval: time(
    'The longest time between two such checkpoints; what lies behind the last one is replayed at start.',
    30 * SECOND,
    [100, HOUR],
  ),
  outcomesMax: size(
    'Outcomes of operation ids kept in memory, on the whole node; beyond it new writes get OVERLOADED.',
    64 * MIB,
    [64 * KIB, 64 * GIB],
  ),
  diskReserve: size(
    'Writes are refused while less than this is free on the data disk.',
    256 * MIB,
    [0, 1024 * GIB],
  ),

  requestTimeout: time("How long a client's request waits when it does not say.", 10 * SECOND, [
    10,
    HOUR,
  ]),
  requestsMax: size(
    'Requests of all clients that are being served, on the whole node; beyond it new ones get OVERLOADED.',
    128 * MIB,
    [MIB, 64 * GIB],
  ),
  sessionMaxRequests: count(
    'Requests that one client session may have open.',
    16_384,
    [1, 1_000_000],
  ),
  sessionMaxBytes: size('Bytes of the requests that one client session may have open.', 64 * MIB, [
    64 * KIB,
    16 * GIB,
  ]),
}

export const configSchema = z
  .strictObject(shape)
  .superRefine((config, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (config.raftElection < 5 * config.raftHeartbeat) {
      issue(
        'raftElection',
        `must be at least 5 × raftHeartbeat (${shownDuration(config.raftHeartbeat)})`,
      )
    }
    if (config.raftHeartbeat < config.raftTick)
      issue('raftHeartbeat', 'must be at least one raftTick')
    if (config.raftTick + config.raftLeaseDrift >= config.raftElection) {
      issue('raftLeaseDrift', 'raftTick + raftLeaseDrift must be below raftElection')
    }
    if (config.snapshotRate > 0 && config.snapshotRate < SNAPSHOT_RATE_MIN) {
      issue(
        'snapshotRate',
        'must be at least 64KiB (or 0B): a slower transfer looks like a dead one',
      )
    }
    const ids = config.members.map(({ node }) => node)
    if (new Set(ids).size !== ids.length) issue('members', 'a node id appears twice')
    if (!ids.includes(config.nodeId)) {
      issue('members', `nodeId ${config.nodeId} is not among ${ids.join(', ') || 'none'}`)
    }
    if (config.members.length < config.replicas) {
      issue('replicas', `needs at least as many members, there are ${config.members.length}`)
    }
    if (!config.insecure) {
      issue('insecure', 'TLS is not available yet: say insecure (loopback addresses only)')
    } else if (!isLoopback(config.listen)) {
      issue('listen', `plaintext is served on loopback addresses only, not on ${config.listen}`)
    }
  })
  .transform((config) => Object.freeze({ ...config, advertise: config.advertise ?? config.listen }))

export type Config = z.output<typeof configSchema>

function cutAt(text: string, separator: string): [string, string | undefined] {
  const cut = text.indexOf(separator)
  return cut < 0 ? [text, undefined] : [text.slice(0, cut), text.slice(cut + 1)]
}

function portOf(text: string): number {
  return Number(text.slice(text.lastIndexOf(':') + 1))
}

function isLoopback(listen: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]):/.test(listen)
}
