import assert from 'node:assert/strict'
import type { ErrorCode } from '../../src/base/errors.ts'
import { DEFAULT_KEYSPACE, nodeId, TOKEN_END } from '../../src/base/ids.ts'
import type { PlacementReply } from '../../src/placement/command.ts'
import { PlacementMachine } from '../../src/placement/machine.ts'
import { DEFAULT_SETTINGS } from '../../src/placement/settings.ts'
import { dropKeyspace, type CommandOf } from './commands.ts'
import {
  bootstrapCommand,
  keyspaceCommand,
  machineAfter,
  profile,
  send,
  started,
} from './commands.ts'

function refused(reply: PlacementReply, error: ErrorCode, words: RegExp): void {
  assert.ok(reply.kind === 'error', JSON.stringify(reply))
  assert.equal(reply.error, error)
  assert.match(reply.message, words)
}

describe('bootstrap', () => {
  it('makes the cluster with its members, settings and the default keyspace', () => {
    const machine = machineAfter([{ ...bootstrapCommand, settings: { keyBytes: 100 } }])
    assert.deepEqual(machine.cluster, {
      id: 'cluster-1',
      replicas: 3,
      initialShards: 8,
      members: [1, 2, 3],
      createdAt: 1_000,
    })
    assert.deepEqual(
      machine.view.nodes().map(({ id, state, identity }) => [id, state, identity]),
      [1, 2, 3].map((id) => [id, 'up', '']),
    )
    assert.deepEqual(machine.view.settings, { ...DEFAULT_SETTINGS, keyBytes: 100 })
    const keyspace = machine.view.keyspace(DEFAULT_KEYSPACE)
    assert.equal(keyspace?.name, 'default')
    assert.equal(keyspace.createdAt, 1_000)
    assert.deepEqual(keyspace.partition, { kind: 'key' })
    assert.equal(machine.version, 1)
  })

  it('happens once: the same cluster again is nothing new, another one is refused', () => {
    const machine = machineAfter([bootstrapCommand])
    assert.equal(send(machine, bootstrapCommand).kind, 'done')
    assert.equal(machine.version, 1)
    const other = { ...bootstrapCommand, clusterId: 'cluster-2' }
    refused(send(machine, other), 'ALREADY_EXISTS', /cluster-1/)
  })

  it('keeps the default keyspace at least as long as transactions live', () => {
    const settings = { transactionLifetimeMs: 600_000 }
    const machine = machineAfter([{ ...bootstrapCommand, settings }])
    const { retentionMs } = machine.view.keyspace(DEFAULT_KEYSPACE)!
    assert.ok(retentionMs >= 600_000)
  })

  const wrong: readonly (readonly [string, Partial<CommandOf<'bootstrap'>>, RegExp])[] = [
    ['no members', { members: [] }, /member/],
    [
      'a member twice',
      { members: [1, 1].map((id) => ({ id: nodeId(id), ...profile(id) })) },
      /twice/,
    ],
    ['node id 0', { members: [{ id: nodeId(0), ...profile(1) }] }, /0 is no node/],
    ['no capacity', { members: [{ id: nodeId(1), ...profile(1), capacity: 0 }] }, /capacity/],
    ['no replicas', { replicas: 0 }, /replicas/],
    ['too many shards', { initialShards: 1e6 }, /shards/],
    ['no name', { clusterId: '' }, /cluster id/],
    ['settings out of bounds', { settings: { keyBytes: 0 } }, /keyBytes/],
  ]
  for (const [what, changes, words] of wrong) {
    it(`with ${what} is refused`, () => {
      const machine = new PlacementMachine()
      refused(send(machine, { ...bootstrapCommand, ...changes }), 'INVALID_ARGUMENT', words)
      assert.equal(machine.cluster, undefined)
    })
  }
})

describe('the first shards', () => {
  it('cut the whole ring into equal ranges', () => {
    for (const initialShards of [1, 3, 8, 100]) {
      const machine = machineAfter([
        { ...bootstrapCommand, initialShards },
        { kind: 'create-initial-shards' },
      ])
      const descriptors = [...machine.view.shards.descriptors()]
      assert.deepEqual(
        descriptors.map(({ shard }) => shard),
        Array.from({ length: initialShards }, (_, index) => index + 1),
      )
      let end = 0
      for (const { range } of descriptors) {
        assert.equal(range.start, end)
        assert.ok(Math.abs(range.end - range.start - TOKEN_END / initialShards) <= 1)
        end = range.end
      }
      assert.equal(end, TOKEN_END)
    }
  })

  it('have replicas 1 … R, all voters, and one leader in R on each node', () => {
    const leaders = new Map<number, number>()
    for (const descriptor of started().view.shards.descriptors()) {
      assert.deepEqual(
        descriptor.replicas.map(({ replica, role }) => [replica, role]),
        [
          [1, 'voter'],
          [2, 'voter'],
          [3, 'voter'],
        ],
      )
      assert.deepEqual(descriptor.epoch, { config: 1, range: 1 })
      assert.equal(descriptor.nextReplica, 4)
      assert.equal(descriptor.incarnation, 'cluster-1')
      const leader = descriptor.replicas[0]!.node
      leaders.set(leader, (leaders.get(leader) ?? 0) + 1)
    }
    assert.deepEqual([...leaders.values()].sort(), [2, 3, 3])
  })

  it('are made once', () => {
    const machine = started()
    const { version } = machine
    assert.deepEqual(send(machine, { kind: 'create-initial-shards' }), {
      kind: 'shards',
      shards: 8,
      replicas: 3,
    })
    assert.equal(machine.version, version)
  })

  it('avoid nodes that are down or drained, and say when that leaves too few', () => {
    const machine = machineAfter([bootstrapCommand])
    const from = undefined
    send(machine, { kind: 'set-node-state', node: nodeId(2), from, to: 'draining' })
    assert.deepEqual(send(machine, { kind: 'create-initial-shards' }), {
      kind: 'shards',
      shards: 8,
      replicas: 2,
    })
    for (const { replicas, nextReplica } of machine.view.shards.descriptors()) {
      assert.deepEqual(replicas.map(({ node }) => node).sort(), [1, 3])
      assert.equal(nextReplica, 3)
    }
  })

  it('wait for a node', () => {
    const machine = machineAfter([bootstrapCommand])
    for (const id of [1, 2, 3]) {
      send(machine, { kind: 'set-node-state', node: nodeId(id), from: undefined, to: 'down' })
    }
    refused(send(machine, { kind: 'create-initial-shards' }), 'NOT_FOUND', /no node/)
  })
})

describe('settings', () => {
  it('change together or not at all', () => {
    const machine = started()
    const wrong = { keyBytes: 10, valueBytes: -1 }
    refused(
      send(machine, { kind: 'set-settings', changes: wrong }),
      'INVALID_ARGUMENT',
      /valueBytes must be an integer from 1 to \d+, not -1/,
    )
    assert.deepEqual(machine.view.settings, DEFAULT_SETTINGS)
    const right = { keyBytes: 10, valueBytes: 20 }
    assert.equal(send(machine, { kind: 'set-settings', changes: right }).kind, 'done')
    assert.deepEqual(machine.view.settings, { ...DEFAULT_SETTINGS, ...right })
  })

  it('that do not exist are refused by name', () => {
    const changes = { keyBites: 1 } as object
    refused(
      send(started(), { kind: 'set-settings', changes }),
      'INVALID_ARGUMENT',
      /no setting keyBites/,
    )
    refused(
      send(started(), { kind: 'set-settings', changes: { toString: 1 } as object }),
      'INVALID_ARGUMENT',
      /no setting toString/,
    )
  })

  it('that change nothing make no new version', () => {
    const machine = started()
    const { version } = machine
    const changes = { keyBytes: DEFAULT_SETTINGS.keyBytes }
    assert.equal(send(machine, { kind: 'set-settings', changes }).kind, 'done')
    assert.equal(machine.version, version)
  })

  it('never let transactions outlive the history that they need', () => {
    const machine = started()
    send(machine, keyspaceCommand('brief', { retentionMs: 60_000 }))
    const changes = { transactionLifetimeMs: 60_001 }
    refused(
      send(machine, { kind: 'set-settings', changes }),
      'INVALID_ARGUMENT',
      /keyspace brief, 60000 ms/,
    )
    send(machine, dropKeyspace('brief'))
    assert.equal(send(machine, { kind: 'set-settings', changes }).kind, 'done')
  })
})
