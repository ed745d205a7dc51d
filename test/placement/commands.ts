/** Placement commands as tests need them: plain ones to change, and arbitrary ones for properties. */
import fc from 'fast-check'
import {
  keyspaceId,
  nodeId,
  replicaId,
  shardId,
  timestamp,
  TOKEN_END,
  type KeyspaceId,
} from '../../src/base/ids.ts'
import type { PlacementCommand, PlacementReply } from '../../src/placement/command.ts'
import { PlacementMachine } from '../../src/placement/machine.ts'
import type { Descriptor } from '../../src/shard/descriptor.ts'

export type CommandOf<Kind extends PlacementCommand['kind']> = Extract<
  PlacementCommand,
  { kind: Kind }
>

export const profile = (port: number, zone?: string) => ({
  addresses: { rpc: `10.0.0.1:${port}`, http: '' },
  labels: zone === undefined ? {} : { zone },
  capacity: 1,
  version: '0.1.0',
})

export const bootstrapCommand: CommandOf<'bootstrap'> = {
  kind: 'bootstrap',
  at: timestamp(1_000),
  clusterId: 'cluster-1',
  replicas: 3,
  initialShards: 8,
  settings: {},
  members: [1, 2, 3].map((id) => ({ id: nodeId(id), ...profile(7400 + id, `zone-${id}`) })),
}

export const keyspaceCommand = (
  name: string,
  changes: Partial<CommandOf<'create-keyspace'>> = {},
): CommandOf<'create-keyspace'> => ({
  kind: 'create-keyspace',
  at: timestamp(2_000),
  name,
  partition: { kind: 'key' },
  policy: 'auto',
  retentionMs: 3_600_000,
  quotaBytes: 0,
  ...changes,
})

export const dropKeyspace = (name: string): CommandOf<'drop-keyspace'> => ({
  kind: 'drop-keyspace',
  at: timestamp(5_000),
  name,
  id: 0,
})

export const registerCommand = (
  identity: string,
  changes: Partial<CommandOf<'register-node'>> = {},
): CommandOf<'register-node'> => ({
  kind: 'register-node',
  at: timestamp(3_000),
  identity,
  node: nodeId(0),
  ...profile(7500),
  ...changes,
})

export const splitCommand = (shard: number, token: number): CommandOf<'operator-add'> => ({
  kind: 'operator-add',
  at: timestamp(4_000),
  shard: shardId(shard),
  request: { kind: 'split', token },
  timeoutMs: 60_000,
})

/** A machine that has applied `commands` at 1, 2, 3 … */
export function machineAfter(commands: readonly PlacementCommand[]): PlacementMachine {
  const machine = new PlacementMachine()
  commands.forEach((command, at) => machine.apply(at + 1, command))
  return machine
}

export const started = (): PlacementMachine =>
  machineAfter([bootstrapCommand, { kind: 'create-initial-shards' }])

/** Applies at the next index. */
export function send(machine: PlacementMachine, command: PlacementCommand): PlacementReply {
  return machine.apply(machine.appliedIndex + 1, command).reply
}

/** The halves of `parent` as its leader reports them after a split. */
export function halvesOf(
  parent: Descriptor,
  token: number,
  child: number,
): [Descriptor, Descriptor] {
  const epoch = { config: parent.epoch.config, range: parent.epoch.range + 1 }
  const { start, end } = parent.range
  const replicas = parent.replicas.map((place, at) => ({ ...place, replica: replicaId(at + 1) }))
  return [
    { ...parent, epoch, range: { start, end: token } },
    {
      ...parent,
      shard: shardId(child),
      epoch,
      range: { start: token, end },
      replicas,
      nextReplica: replicas.length + 1,
    },
  ]
}

const anyAt = fc.nat(1e6).map(timestamp)
const anyNode = fc.integer({ min: 0, max: 7 }).map(nodeId)
const anyName = fc.constantFrom('default', 'users', 'orders', 'sessions', '7up', '')
const anyKeyspace = fc.constantFrom<KeyspaceId | 0>(0, keyspaceId(1), keyspaceId(2))
const anyState = fc.constantFrom('up', 'suspect', 'down', 'draining', 'removed')
const anyShard = fc.integer({ min: 1, max: 12 }).map(shardId)
const anyToken = fc.nat(TOKEN_END - 1)
const anyPolicy = fc.constantFrom('auto', 'lww', 'abort', 'text')
const anyRequest = fc.oneof(
  fc.record({ kind: fc.constant('add-replica'), node: anyNode }),
  fc.record({ kind: fc.constant('remove-replica'), replica: fc.nat(4).map(replicaId) }),
  fc.record({ kind: fc.constant('transfer-leader'), to: anyNode }),
  fc.record({ kind: fc.constant('split'), token: anyToken }),
)

/** Commands that mostly mean something in a small cluster: right, late, repeated and wrong ones. */
export const anyCommand = fc.oneof(
  fc.constant(bootstrapCommand),
  fc.constant({ kind: 'create-initial-shards' }),
  fc
    .record({
      identity: fc.constantFrom('a', 'b', 'c', 'd'),
      node: anyNode,
      port: fc.integer({ min: 1, max: 6 }),
      at: anyAt,
    })
    .map(({ identity, node, port, at }) =>
      registerCommand(identity, { node, at, ...profile(port, `zone-${port}`) }),
    ),
  fc.record({
    kind: fc.constant('set-node-state'),
    node: anyNode,
    from: fc.option(anyState, { nil: undefined }),
    to: anyState,
  }),
  fc
    .record({ name: anyName, policy: anyPolicy, quotaBytes: fc.nat(100) })
    .map(({ name, ...changes }) =>
      keyspaceCommand(name, changes as Partial<CommandOf<'create-keyspace'>>),
    ),
  fc.record({
    kind: fc.constant('alter-keyspace'),
    name: anyName,
    id: anyKeyspace,
    policy: fc.option(anyPolicy, { nil: undefined }),
    retentionMs: fc.constantFrom(undefined, 1, 60_000, 7_200_000),
    quotaBytes: fc.constantFrom(undefined, -1, 5),
  }),
  fc.record({ kind: fc.constant('drop-keyspace'), at: anyAt, name: anyName, id: anyKeyspace }),
  fc.record({
    kind: fc.constant('take-hold'),
    at: anyAt,
    keyspace: anyKeyspace,
    readAt: anyAt,
    purpose: fc.constantFrom('backup', ''),
    lifeMs: fc.constantFrom(0, 1, 1000),
  }),
  fc.record({
    kind: fc.constant('renew-hold'),
    at: anyAt,
    hold: fc.integer({ min: 1, max: 4 }),
    lifeMs: fc.constantFrom(1, 1000),
  }),
  fc.record({ kind: fc.constant('release-hold'), at: anyAt, hold: fc.nat(4) }),
  fc.record({
    kind: fc.constant('set-settings'),
    changes: fc.record(
      { keyBytes: fc.integer({ min: 0, max: 5000 }), clockActors: fc.nat(100) },
      { requiredKeys: [] },
    ),
  }),
  fc.record({
    kind: fc.constant('operator-add'),
    at: anyAt,
    shard: anyShard,
    request: anyRequest,
    timeoutMs: fc.integer({ min: 1, max: 100_000 }),
  }),
  fc.record({
    kind: fc.constant('operator-advance'),
    at: anyAt,
    operator: fc.integer({ min: 1, max: 4 }),
    report: fc.record({
      step: fc.nat(3),
      result: fc.constantFrom('working', 'finished', 'failed', 'timed-out'),
      progress: fc.record({ done: fc.nat(9), total: fc.nat(9) }),
      note: fc.string(),
    }),
  }),
  fc.record({
    kind: fc.constant('operator-cancel'),
    at: anyAt,
    operator: fc.integer({ min: 1, max: 4 }),
    reason: fc.string(),
  }),
  fc
    .record({
      shard: anyShard,
      start: anyToken,
      end: anyToken,
      config: fc.nat(4),
      range: fc.nat(4),
    })
    .map(({ shard, start, end, config, range }) => ({
      kind: 'update-descriptor',
      descriptors: [
        {
          shard,
          range: { start, end },
          epoch: { config, range },
          replicas: [{ replica: replicaId(1), node: nodeId(1), role: 'voter' }],
          incarnation: 'cluster-1',
          nextReplica: 2,
        },
      ],
    })),
) as fc.Arbitrary<PlacementCommand>

/** A log: usually of a cluster that has been bootstrapped and given shards. */
export const anyLog: fc.Arbitrary<PlacementCommand[]> = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.array(anyCommand, { maxLength: 40 }))
  .map(([chance, commands]) =>
    chance === 0
      ? commands
      : [bootstrapCommand, { kind: 'create-initial-shards' } as const, ...commands],
  )
