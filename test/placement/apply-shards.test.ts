import assert from 'node:assert/strict'
import type { ErrorCode } from '../../src/base/errors.ts'
import { nodeId, replicaId, shardId, timestamp, TOKEN_END } from '../../src/base/ids.ts'
import type { PlacementReply } from '../../src/placement/command.ts'
import type { PlacementMachine } from '../../src/placement/machine.ts'
import type { Operator, OperatorReport, OperatorRequest } from '../../src/placement/operator.ts'
import { operatorSteps } from '../../src/placement/operator.ts'
import type { Descriptor } from '../../src/shard/descriptor.ts'
import { halvesOf, registerCommand, send, splitCommand, started } from './commands.ts'

const errorOf = (reply: PlacementReply): ErrorCode | undefined =>
  reply.kind === 'error' ? reply.error : undefined

function operatorOf(reply: PlacementReply): Operator {
  assert.ok(reply.kind === 'operator', JSON.stringify(reply))
  return reply.operator
}

const update = (machine: PlacementMachine, ...descriptors: Descriptor[]) =>
  send(machine, { kind: 'update-descriptor', descriptors })

function accepted(reply: PlacementReply): readonly number[] {
  assert.ok(reply.kind === 'descriptors', JSON.stringify(reply))
  return reply.accepted
}

const shardOf = (machine: PlacementMachine, shard: number): Descriptor =>
  machine.view.shards.byShard(shardId(shard))!

const withReplica = (descriptor: Descriptor, node: number): Descriptor => ({
  ...descriptor,
  epoch: { ...descriptor.epoch, config: descriptor.epoch.config + 1 },
  replicas: [
    ...descriptor.replicas,
    { replica: replicaId(descriptor.nextReplica), node: nodeId(node), role: 'learner' },
  ],
  nextReplica: descriptor.nextReplica + 1,
})

const add = (machine: PlacementMachine, request: OperatorRequest, shard = 1) =>
  send(machine, {
    kind: 'operator-add',
    at: timestamp(4_000),
    shard: shardId(shard),
    request,
    timeoutMs: 60_000,
  })

const report = (
  machine: PlacementMachine,
  operator: number,
  step: number,
  result: OperatorReport['result'],
  note = '',
) =>
  send(machine, {
    kind: 'operator-advance',
    at: timestamp(5_000 + step),
    operator,
    report: { step, result, progress: { done: 1, total: 2 }, note },
  })

const cancel = (machine: PlacementMachine, operator: number) =>
  send(machine, { kind: 'operator-cancel', at: timestamp(6_000), operator, reason: 'not now' })

describe('descriptors from shard leaders', () => {
  it('are taken in when their epoch is newer', () => {
    const machine = started()
    send(machine, registerCommand('fresh'))
    const next = withReplica(shardOf(machine, 2), 4)
    assert.deepEqual(accepted(update(machine, next)), [2])
    assert.deepEqual(shardOf(machine, 2), next)
  })

  it('are ignored when they are old, or told twice', () => {
    const machine = started()
    send(machine, registerCommand('fresh'))
    const before = shardOf(machine, 2)
    const next = withReplica(before, 4)
    update(machine, next)
    const { version } = machine
    assert.deepEqual(accepted(update(machine, before)), [])
    assert.deepEqual(accepted(update(machine, next)), [])
    assert.equal(machine.version, version)
    assert.deepEqual(shardOf(machine, 2), next)
  })

  it('bring both halves of a split, in either order', () => {
    for (const reverse of [false, true]) {
      const machine = started()
      const parent = shardOf(machine, 1)
      const token = parent.range.end / 2
      operatorOf(send(machine, splitCommand(1, token)))
      const halves = halvesOf(parent, token, 9)
      if (reverse) halves.reverse()
      assert.deepEqual(accepted(update(machine, ...halves)), [1, 9])
      assert.equal(machine.view.shards.size, 9)
      assert.equal(shardOf(machine, 9).range.start, shardOf(machine, 1).range.end)
    }
  })

  it('of the halves of a split are taken in together only: no token is without an owner', () => {
    const machine = started()
    const parent = shardOf(machine, 1)
    send(machine, splitCommand(1, 1_000))
    const [shrunk, child] = halvesOf(parent, 1_000, 9)
    assert.deepEqual(accepted(update(machine, child)), [])
    assert.deepEqual(shardOf(machine, 1), parent)
    assert.deepEqual(accepted(update(machine, shrunk)), [])
    assert.deepEqual(shardOf(machine, 1), parent)
    assert.deepEqual(accepted(update(machine, shrunk, child)), [1, 9])
  })

  it('bring what became of a shard that split twice before anybody heard of it', () => {
    const machine = started()
    const parent = shardOf(machine, 1)
    operatorOf(send(machine, splitCommand(1, 1_000)))
    operatorOf(send(machine, splitCommand(2, shardOf(machine, 2).range.start + 1)))
    const [shrunk, child] = halvesOf(parent, 1_000, 9)
    const [lower, upper] = halvesOf(child, 2_000, 10)
    assert.deepEqual(accepted(update(machine, shrunk, upper)), [])
    assert.deepEqual(accepted(update(machine, upper, shrunk, lower)), [1, 9, 10])
    assert.equal(machine.view.shards.size, 10)
  })

  it('never let a range grow', () => {
    const machine = started()
    const shard = shardOf(machine, 1)
    const grown = {
      ...shard,
      epoch: { config: 1, range: 2 },
      range: { start: 0, end: TOKEN_END },
    }
    assert.deepEqual(accepted(update(machine, grown)), [])
    assert.equal(machine.view.shards.size, 8)
  })

  it('of shards or nodes that placement does not know are refused, all of them', () => {
    const machine = started()
    const good = withReplica(shardOf(machine, 2), 4)
    assert.equal(errorOf(update(machine, good)), 'INVALID_ARGUMENT')
    send(machine, registerCommand('fresh'))
    const stranger = { ...shardOf(machine, 1), shard: shardId(9) }
    assert.equal(errorOf(update(machine, good, stranger)), 'INVALID_ARGUMENT')
    assert.equal(shardOf(machine, 2).epoch.config, 1)
    assert.deepEqual(accepted(update(machine, good)), [2])
  })
})

describe('operators', () => {
  it('are kept with their steps, in the order in which they were made', () => {
    const machine = started()
    send(machine, registerCommand('fresh'))
    const first = operatorOf(add(machine, { kind: 'add-replica', node: nodeId(4) }))
    assert.deepEqual(first, {
      id: 1,
      shard: 1,
      action: { kind: 'add-replica', node: 4 },
      state: 'running',
      step: 0,
      progress: { done: 0, total: 0 },
      note: '',
      createdAt: 4_000,
      changedAt: 4_000,
      deadline: 60_004_000,
    })
    add(machine, { kind: 'remove-replica', replica: replicaId(2) }, 3)
    assert.deepEqual(
      machine.operators().map(({ id }) => id),
      [1, 2],
    )
    assert.equal(machine.operator(2)?.shard, 3)
    assert.deepEqual(operatorSteps(first.action), ['add-learner', 'catch-up', 'promote'])
  })

  it('go through their steps, with progress, to the end', () => {
    const machine = started()
    send(machine, registerCommand('fresh'))
    add(machine, { kind: 'add-replica', node: nodeId(4) })
    report(machine, 1, 0, 'finished')
    const working = operatorOf(report(machine, 1, 1, 'working', 'snapshot'))
    assert.deepEqual([working.step, working.note, working.progress.done], [1, 'snapshot', 1])
    const next = operatorOf(report(machine, 1, 1, 'finished'))
    assert.deepEqual([next.step, next.state, next.progress.total], [2, 'running', 0])
    const last = operatorOf(report(machine, 1, 2, 'finished'))
    assert.deepEqual([last.step, last.state, last.changedAt], [3, 'done', 5_002])
  })

  it('take no report about a step that is over, or not begun', () => {
    const machine = started()
    send(machine, registerCommand('fresh'))
    add(machine, { kind: 'add-replica', node: nodeId(4) })
    report(machine, 1, 0, 'finished')
    const before = machine.operator(1)
    for (const result of ['working', 'finished', 'failed', 'timed-out'] as const) {
      report(machine, 1, 0, result)
      report(machine, 1, 2, result)
    }
    assert.deepEqual(machine.operator(1), before)
  })

  it('end when cancelled, failed or timed out, and stay ended', () => {
    for (const end of ['cancelled', 'failed', 'timed-out'] as const) {
      const machine = started()
      add(machine, { kind: 'transfer-leader', to: nodeId(1) })
      if (end === 'cancelled') cancel(machine, 1)
      else report(machine, 1, 0, end)
      const ended = machine.operator(1)
      assert.equal(ended?.state, end)
      report(machine, 1, 0, 'finished')
      cancel(machine, 1)
      assert.deepEqual(machine.operator(1), ended)
    }
  })

  it('run one at a time on a shard', () => {
    const machine = started()
    add(machine, { kind: 'transfer-leader', to: nodeId(1) })
    const reply = add(machine, { kind: 'transfer-leader', to: nodeId(2) })
    assert.equal(errorOf(reply), 'ALREADY_EXISTS')
    assert.ok(reply.kind === 'error')
    assert.match(reply.message, /operator 1/)
    assert.equal(add(machine, { kind: 'transfer-leader', to: nodeId(2) }, 2).kind, 'operator')
    cancel(machine, 1)
    assert.equal(add(machine, { kind: 'transfer-leader', to: nodeId(2) }).kind, 'operator')
  })

  it('allot a split its child, never twice', () => {
    const machine = started()
    const children = [0, 1].map(() => {
      const { id, action } = operatorOf(send(machine, splitCommand(1, 1_000)))
      cancel(machine, id)
      return action.kind === 'split' && action.child
    })
    assert.deepEqual(children, [9, 10])
  })

  const impossible: readonly (readonly [string, OperatorRequest, ErrorCode])[] = [
    ['add a replica to a node that has one', { kind: 'add-replica', node: nodeId(1) }, 'CONFLICT'],
    ['add a replica to no node', { kind: 'add-replica', node: nodeId(9) }, 'NOT_FOUND'],
    ['remove no replica', { kind: 'remove-replica', replica: replicaId(9) }, 'CONFLICT'],
    ['move the leader where no voter is', { kind: 'transfer-leader', to: nodeId(4) }, 'CONFLICT'],
    ['split at the start of the range', { kind: 'split', token: 0 }, 'CONFLICT'],
    ['split outside of the range', { kind: 'split', token: TOKEN_END - 1 }, 'CONFLICT'],
    ['split at no token', { kind: 'split', token: TOKEN_END }, 'INVALID_ARGUMENT'],
    ['do what nobody knows', { kind: 'merge' } as never, 'INVALID_ARGUMENT'],
  ]
  for (const [what, request, error] of impossible) {
    it(`cannot ${what}`, () => {
      const machine = started()
      assert.equal(errorOf(add(machine, request)), error)
      assert.deepEqual(machine.operators(), [])
    })
  }

  it('cannot put replicas on a node that is leaving, or remove the only voter', () => {
    const machine = started()
    send(machine, registerCommand('fresh'))
    send(machine, { kind: 'set-node-state', node: nodeId(4), from: undefined, to: 'draining' })
    assert.equal(errorOf(add(machine, { kind: 'add-replica', node: nodeId(4) })), 'CONFLICT')
    const shard = shardOf(machine, 1)
    const [keep, learner] = shard.replicas
    const alone = {
      ...shard,
      epoch: { config: 2, range: 1 },
      replicas: [keep!, { ...learner!, role: 'learner' as const }],
    }
    assert.deepEqual(accepted(update(machine, alone)), [1])
    const { replica } = keep!
    assert.equal(errorOf(add(machine, { kind: 'remove-replica', replica })), 'CONFLICT')
    const { replica: other } = learner!
    assert.equal(add(machine, { kind: 'remove-replica', replica: other }).kind, 'operator')
  })

  it('need a shard, and reports and cancels need an operator', () => {
    const machine = started()
    assert.equal(errorOf(send(machine, splitCommand(99, 5))), 'NOT_FOUND')
    assert.equal(errorOf(report(machine, 1, 0, 'working')), 'NOT_FOUND')
    assert.equal(errorOf(cancel(machine, 1)), 'NOT_FOUND')
  })

  it('that ended are forgotten in time, those that run never', () => {
    const machine = started()
    add(machine, { kind: 'transfer-leader', to: nodeId(1) }, 2)
    for (let id = 2; id < 500; id++) {
      add(machine, { kind: 'transfer-leader', to: nodeId(1) })
      cancel(machine, id)
    }
    const kept = machine.operators()
    assert.equal(kept.length, 257)
    assert.deepEqual([kept[0]?.id, kept[0]?.state, kept[1]?.id], [1, 'running', 244])
  })

  it('do not make gateways look', () => {
    const machine = started()
    const { version } = machine
    const { changes } = machine.apply(machine.appliedIndex + 1, splitCommand(1, 1_000))
    assert.deepEqual([changes.since, changes.version, machine.version], [version, version, version])
  })
})
