/**
 * Every setting of a node, with its default and the reason where it is not obvious. A partial configuration comes in (file,
 * environment, flags; merged by load.ts), a complete frozen one goes out. Relations between settings are checked here,
 * so that no part of the program meets an impossible combination.
 */
import { z } from 'zod'
import { bytes, duration } from './units.ts'

const address = z
  .string()
  .regex(/^(\[[0-9a-fA-F:]+\]|[^:\s]+):\d{1,5}$/, 'expected HOST:PORT')
  .refine((text) => portOf(text) <= 65_535, 'a port is at most 65535')

/** `1=127.0.0.1:7401`: a founding member's node id and address. */
const member = z
  .string()
  .regex(/^\d+=.+:\d{1,5}$/, 'expected NODE_ID=HOST:PORT')
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

export const configSchema = z
  .strictObject({
    /** This node's id: one of `cluster.members`. */
    nodeId: z.coerce.number().int().min(1).max(65_535),
    /** Names the cluster; nodes of different clusters refuse each other. */
    clusterId: z.string().min(1).max(64),
    /** The founding nodes; the first three (or five) hold the placement group. The same list on every node. */
    members: commaList(member),
    /** Where this node serves gRPC. */
    listen: address.default('127.0.0.1:7400'),
    /** The address that others use; default: `listen`. */
    advertise: address.optional(),
    /** Where metrics and health are served over HTTP; empty = nowhere. */
    http: z.union([address, z.literal('')]).default(''),
    /** Data directory. */
    data: z.string().min(1),
    /** Plaintext without authentication. Required for now on a loopback address, refused elsewhere. */
    insecure: yesOrNo.default(false),
    /** Failure-domain labels: zone=…, rack=…, host=…. */
    labels: labels.default({}),
    /** Relative share of replicas that this node should carry. */
    capacity: z.coerce.number().positive().default(1),
    logLevel: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
    /** Log to this file instead of standard error. */
    logFile: z.string().default(''),

    /** Replicas per shard. Fixed when the cluster is founded. */
    replicas: z.coerce.number().int().min(1).max(7).default(3),
    /** Shards that the ring starts with. Fixed when the cluster is founded. */
    initialShards: z.coerce.number().int().min(1).max(65_536).default(32),

    /** One tick of the Raft clock. */
    raftTick: duration.default(50),
    /** Heartbeat interval. */
    raftHeartbeat: duration.default(100),
    /** Election timeout; each follower waits 1 to 2 times this before it campaigns. */
    raftElection: duration.default(500),
    /** A shard with nothing to do for so long goes to sleep: no heartbeats, no lease. 0 = never. */
    raftHibernateAfter: duration.default(1000),
    /** Lease margin beyond one tick for drift between monotonic clocks. */
    raftLeaseDrift: duration.default(50),
    raftMaxMessage: bytes.default(2 ** 20),
    raftMaxInflightMessages: z.coerce.number().int().min(1).default(256),
    raftMaxInflight: bytes.default(16 * 2 ** 20),
    raftMaxUncommitted: bytes.default(64 * 2 ** 20),
    /** Size of one file of the write-ahead log. */
    logFileSize: bytes.default(64 * 2 ** 20),
    /** Log kept for followers that are behind, on the whole node; beyond it the largest laggards get snapshots. */
    logMax: bytes.default(512 * 2 ** 20),
    /** Recent log entries kept in memory, on the whole node. */
    logCache: bytes.default(32 * 2 ** 20),

    /** `lease`: served locally under a leader lease; `read-index`: a heartbeat round per batch, needs no clock. */
    reads: z.enum(['lease', 'read-index']).default('lease'),
    /** Newest versions kept decoded in memory, on the whole node. */
    cacheHeads: bytes.default(64 * 2 ** 20),
    /** Bytes written to the engine after which a durable checkpoint is made. */
    checkpointBytes: bytes.default(32 * 2 ** 20),
    checkpointInterval: duration.default(30_000),
    /** Outcomes of operation ids kept in memory; beyond it new writes get OVERLOADED. */
    outcomesMax: bytes.default(64 * 2 ** 20),
    /** Writes are refused while less than this is free on the data disk. */
    diskReserve: bytes.default(256 * 2 ** 20),

    /** How long a client's request waits when it does not say. */
    requestTimeout: duration.default(10_000),
    /** Requests that one client session may have open. */
    sessionMaxRequests: z.coerce.number().int().min(1).default(16_384),
    sessionMaxBytes: bytes.default(64 * 2 ** 20),
  })
  .superRefine((config, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (config.raftElection < 5 * config.raftHeartbeat) {
      issue('raftElection', `must be at least 5 × raftHeartbeat (${config.raftHeartbeat} ms)`)
    }
    if (config.raftHeartbeat < config.raftTick)
      issue('raftHeartbeat', 'must be at least one raftTick')
    if (config.raftTick + config.raftLeaseDrift >= config.raftElection) {
      issue('raftLeaseDrift', 'raftTick + raftLeaseDrift must be below raftElection')
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
