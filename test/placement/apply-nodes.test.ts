import assert from 'node:assert/strict'
import type { ErrorCode } from '../../src/base/errors.ts'
import { nodeId, timestamp } from '../../src/base/ids.ts'
import type { PlacementReply } from '../../src/placement/command.ts'
import type { PlacementMachine } from '../../src/placement/machine.ts'
import type { NodeRecord, NodeState } from '../../src/placement/nodes.ts'
import {
  bootstrapCommand,
  machineAfter,
  profile,
  registerCommand,
  send,
  started,
} from './commands.ts'

function nodeOf(reply: PlacementReply): NodeRecord {
  assert.ok(reply.kind === 'node', JSON.stringify(reply))
  return reply.node
}

const errorOf = (reply: PlacementReply): ErrorCode | undefined =>
  reply.kind === 'error' ? reply.error : undefined

const setState = (machine: PlacementMachine, node: number, to: NodeState, from?: NodeState) =>
  send(machine, { kind: 'set-node-state', node: nodeId(node), from, to })

describe('registration', () => {
  it('gives a new node the next id above the initial members', () => {
    const machine = started()
    const node = nodeOf(send(machine, registerCommand('fresh')))
    assert.deepEqual(node, {
      id: 4,
      identity: 'fresh',
      ...profile(7500),
      state: 'up',
      registeredAt: 3_000,
    })
    const next = nodeOf(send(machine, registerCommand('other', profile(7501))))
    assert.equal(next.id, 5)
  })

  it('again gives the same id, and no new version unless something changed', () => {
    const machine = started()
    send(machine, registerCommand('fresh'))
    const { version } = machine
    const again = registerCommand('fresh', { at: timestamp(9_000), node: nodeId(4) })
    assert.equal(nodeOf(send(machine, again)).registeredAt, 3_000)
    assert.equal(machine.version, version)
    const moved = nodeOf(send(machine, { ...again, ...profile(7600, 'zone-9') }))
    assert.deepEqual([moved.id, moved.labels], [4, { zone: 'zone-9' }])
    assert.notEqual(machine.version, version)
  })

  it('does not care in which order labels are named', () => {
    const machine = started()
    const labels = { zone: 'a', host: 'h' }
    send(machine, registerCommand('fresh', { labels }))
    const { version } = machine
    send(machine, registerCommand('fresh', { labels: { host: 'h', zone: 'a' } }))
    assert.equal(machine.version, version)
  })

  it('binds an initial member to its data directory, once', () => {
    const machine = started()
    const own = { node: nodeId(2), ...profile(7402, 'zone-2') }
    assert.equal(nodeOf(send(machine, registerCommand('disk-2', own))).identity, 'disk-2')
    assert.equal(nodeOf(send(machine, registerCommand('disk-2', own))).id, 2)
    assert.equal(errorOf(send(machine, registerCommand('disk-9', own))), 'ALREADY_EXISTS')
    const claim = registerCommand('disk-2', { ...own, node: nodeId(3) })
    assert.equal(errorOf(send(machine, claim)), 'ALREADY_EXISTS')
  })

  it('under an id that nobody has is refused', () => {
    const reply = send(started(), registerCommand('fresh', { node: nodeId(77) }))
    assert.equal(errorOf(reply), 'NOT_FOUND')
  })

  it('of a removed node is refused for ever', () => {
    const machine = started()
    send(machine, registerCommand('fresh'))
    setState(machine, 4, 'removed')
    assert.equal(errorOf(send(machine, registerCommand('fresh'))), 'PERMISSION_DENIED')
  })

  it('at the address of a live node is refused, and at that of a dead one is not', () => {
    const machine = started()
    send(machine, registerCommand('fresh'))
    const other = registerCommand('replacement')
    assert.equal(errorOf(send(machine, other)), 'ALREADY_EXISTS')
    setState(machine, 4, 'suspect')
    assert.equal(nodeOf(send(machine, other)).id, 5)
  })

  const wrong: readonly (readonly [string, object])[] = [
    ['no identity', { identity: '' }],
    ['an address without a port', { addresses: { rpc: 'host', http: '' } }],
    ['no address', { addresses: null }],
    ['an HTTP address without a port', { addresses: { rpc: 'h:1', http: 'h' } }],
    ['a label that is no text', { labels: { zone: 3 } }],
    ['labels in a list', { labels: ['zone'] }],
    [
      'too many labels',
      { labels: Object.fromEntries(Array.from({ length: 65 }, (_, i) => [i, 'x'])) },
    ],
    ['capacity beyond reason', { capacity: 1e6 }],
    ['no version', { version: undefined }],
  ]
  for (const [what, changes] of wrong) {
    it(`with ${what} is refused`, () => {
      const machine = started()
      const reply = send(machine, { ...registerCommand('fresh'), ...changes })
      assert.equal(errorOf(reply), 'INVALID_ARGUMENT')
      assert.equal(machine.view.nodes().length, 3)
    })
  }

  it('accepts IPv6 addresses', () => {
    const addresses = { rpc: '[::1]:7400', http: '[fe80::1]:80' }
    assert.equal(nodeOf(send(started(), registerCommand('fresh', { addresses }))).id, 4)
  })
})

describe('node states', () => {
  it('change as told, and report the node', () => {
    const machine = started()
    assert.equal(nodeOf(setState(machine, 1, 'suspect', 'up')).state, 'suspect')
    assert.equal(nodeOf(setState(machine, 1, 'down', 'suspect')).state, 'down')
    assert.equal(nodeOf(setState(machine, 1, 'up')).state, 'up')
  })

  it('do not change when the proposer was wrong about the present one', () => {
    const machine = started()
    setState(machine, 1, 'draining')
    // The placement leader saw silence before it saw the drain.
    assert.equal(errorOf(setState(machine, 1, 'suspect', 'up')), 'CONFLICT')
    assert.equal(machine.view.node(nodeId(1))?.state, 'draining')
  })

  it('that are so already make no new version', () => {
    const machine = started()
    const { version } = machine
    assert.equal(nodeOf(setState(machine, 1, 'up', 'down')).state, 'up')
    assert.equal(machine.version, version)
  })

  it('of unknown nodes cannot be set', () => {
    assert.equal(errorOf(setState(started(), 9, 'down')), 'NOT_FOUND')
  })

  it('end with removal, which waits until no replica is left', () => {
    const machine = started()
    const reply = setState(machine, 1, 'removed')
    assert.equal(errorOf(reply), 'CONFLICT')
    assert.ok(reply.kind === 'error')
    assert.match(reply.message, /shards 1, 2, 3, 4, 5 and 3 more/)
    const empty = machineAfter([bootstrapCommand])
    assert.equal(nodeOf(setState(empty, 1, 'removed')).state, 'removed')
    assert.equal(errorOf(setState(empty, 1, 'up')), 'CONFLICT')
  })
})
