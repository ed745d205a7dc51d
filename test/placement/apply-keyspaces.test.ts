import assert from 'node:assert/strict'
import type { ErrorCode } from '../../src/base/errors.ts'
import { keyspaceId, timestamp } from '../../src/base/ids.ts'
import type { PartitionRule } from '../../src/base/token.ts'
import type { PlacementReply } from '../../src/placement/command.ts'
import { PlacementMachine } from '../../src/placement/machine.ts'
import { ClusterView } from '../../src/placement/view.ts'
import type { CommandOf } from './commands.ts'
import { dropKeyspace, keyspaceCommand, send, started } from './commands.ts'

const errorOf = (reply: PlacementReply): ErrorCode | undefined =>
  reply.kind === 'error' ? reply.error : undefined

const alter = (
  name: string,
  changes: Partial<CommandOf<'alter-keyspace'>>,
): CommandOf<'alter-keyspace'> => ({
  kind: 'alter-keyspace',
  name,
  id: 0,
  policy: undefined,
  retentionMs: undefined,
  quotaBytes: undefined,
  ...changes,
})

describe('keyspaces', () => {
  it('are made with everything that was asked for, and an id of their own', () => {
    const machine = started()
    const partition: PartitionRule = { kind: 'first', parts: 2, separator: ':' }
    const reply = send(
      machine,
      keyspaceCommand('users', { partition, policy: 'lww', quotaBytes: 9 }),
    )
    const expected = {
      id: keyspaceId(2),
      name: 'users',
      partition,
      policy: 'lww',
      retentionMs: 3_600_000,
      quotaBytes: 9,
      fullBytes: 0,
      createdAt: 2_000,
    }
    assert.deepEqual(reply, { kind: 'keyspace', keyspace: expected, existed: false })
    assert.deepEqual(machine.view.keyspaceNamed('users'), expected)
    assert.deepEqual(machine.view.keyspace(keyspaceId(2)), expected)
  })

  it('have names of their own', () => {
    const machine = started()
    send(machine, keyspaceCommand('users'))
    const other = keyspaceCommand('users', { policy: 'lww', quotaBytes: 5 })
    const reply = send(machine, other)
    assert.equal(errorOf(reply), 'ALREADY_EXISTS')
    assert.match(reply.kind === 'error' ? reply.message : '', /policy is "auto", not "lww".*quota/)
  })

  it('asked for again with the same rules are there, and nothing changes', () => {
    const machine = started()
    const asked = keyspaceCommand('users', {
      partition: { kind: 'first', parts: 1, separator: ':' },
    })
    const first = send(machine, asked)
    const { version } = machine
    const again = send(machine, { ...asked, at: timestamp(9_000) })
    assert.deepEqual(again, { ...first, existed: true })
    assert.equal(machine.version, version)
  })

  it('never get the id of a dropped one', () => {
    const machine = started()
    send(machine, keyspaceCommand('users'))
    assert.equal(send(machine, dropKeyspace('users')).kind, 'keyspace')
    assert.equal(machine.view.keyspaceNamed('users'), undefined)
    assert.equal(machine.view.keyspace(keyspaceId(2)), undefined)
    send(machine, keyspaceCommand('users'))
    assert.equal(machine.view.keyspaceNamed('users')?.id, 3)
  })

  it('of a name that means another one by now are neither altered nor dropped', () => {
    const machine = started()
    send(machine, keyspaceCommand('users'))
    send(machine, dropKeyspace('users'))
    send(machine, keyspaceCommand('users'))
    const id = keyspaceId(2)
    for (const command of [{ ...dropKeyspace('users'), id }, alter('users', { id })]) {
      const reply = send(machine, command)
      assert.equal(errorOf(reply), 'KEYSPACE_UNKNOWN')
      assert.match(reply.kind === 'error' ? reply.message : '', /has id 3, not 2/)
    }
    assert.equal(machine.view.keyspaceNamed('users')?.id, 3)
  })

  it('that were dropped are told from those that never were, also by a copy of the view', () => {
    const machine = started()
    send(machine, keyspaceCommand('users'))
    send(machine, dropKeyspace('users'))
    const copy = new ClusterView()
    copy.apply(machine.view.toDelta())
    for (const view of [
      machine.view,
      copy,
      PlacementMachine.fromSnapshot(machine.toSnapshot()).view,
    ]) {
      assert.deepEqual(
        [1, 2, 3].map((id) => view.isDropped(keyspaceId(id))),
        [false, true, false],
      )
      assert.equal(view.droppedNamed('users')?.droppedAt, 5_000)
    }
    const reply = send(machine, dropKeyspace('users'))
    assert.match(reply.kind === 'error' ? reply.message : '', /"users" was dropped/)
  })

  it('change what they may, and only that', () => {
    const machine = started()
    const partition: PartitionRule = { kind: 'all' }
    send(machine, keyspaceCommand('users', { partition }))
    send(machine, alter('users', { policy: 'abort', retentionMs: 60_000 }))
    const keyspace = machine.view.keyspaceNamed('users')
    assert.deepEqual(
      [keyspace?.policy, keyspace?.retentionMs, keyspace?.quotaBytes, keyspace?.partition],
      ['abort', 60_000, 0, partition],
    )
  })

  it('are full from when they have reached their quota until they are below it again', () => {
    const machine = started()
    send(machine, keyspaceCommand('users', { quotaBytes: 100 }))
    const judge = (usedBytes: number): number | undefined => {
      send(machine, { kind: 'judge-quota', keyspace: keyspaceId(2), usedBytes })
      return machine.view.keyspaceNamed('users')?.fullBytes
    }
    assert.deepEqual([judge(99), judge(100)], [0, 100])
    const { version } = machine
    assert.equal(judge(101), 100)
    assert.equal(machine.version, version, 'that it is still full is no news')
    assert.equal(judge(7), 0)
    judge(500)
    send(machine, alter('users', { quotaBytes: 400 }))
    assert.equal(machine.view.keyspaceNamed('users')?.fullBytes, 500)
    send(machine, alter('users', { quotaBytes: 501 }))
    assert.equal(machine.view.keyspaceNamed('users')?.fullBytes, 0, 'a higher quota helps at once')
  })

  it('that were dropped or have no quota are not judged', () => {
    const machine = started()
    send(machine, keyspaceCommand('users'))
    const { version } = machine
    for (const id of [2, 9]) {
      send(machine, { kind: 'judge-quota', keyspace: keyspaceId(id), usedBytes: 5 })
    }
    assert.equal(machine.version, version)
  })

  it('that are altered to what they are make no new version', () => {
    const machine = started()
    const { version } = machine
    assert.equal(send(machine, alter('default', { policy: 'auto' })).kind, 'keyspace')
    assert.equal(machine.version, version)
  })

  it('that do not exist cannot be altered or dropped', () => {
    const machine = started()
    assert.equal(errorOf(send(machine, alter('users', {}))), 'KEYSPACE_UNKNOWN')
    assert.equal(errorOf(send(machine, dropKeyspace('x'))), 'KEYSPACE_UNKNOWN')
  })

  it('named default stay', () => {
    const reply = send(started(), dropKeyspace('default'))
    assert.equal(errorOf(reply), 'INVALID_ARGUMENT')
  })

  const first = (parts: number, separator: string) => ({
    partition: { kind: 'first', parts, separator } as const,
  })
  const wrong: readonly (readonly [string, object])[] = [
    ['no name', { name: '' }],
    ['a name that begins with a digit', { name: '1st' }],
    ['a name with a space', { name: 'a b' }],
    ['a name that is too long', { name: 'a'.repeat(65) }],
    ['an unknown policy', { policy: 'guess' }],
    ['an unknown partition rule', { partition: { kind: 'last' } }],
    ['no partition rule', { partition: null }],
    ['a partition of no parts', first(0, ':')],
    ['a partition of half a part', first(1.5, ':')],
    ['an empty separator', first(1, '')],
    ['a separator that is not ASCII', first(1, '·')],
    ['a separator that looks like a tag', first(1, '{')],
    ['retention below the transaction lifetime', { retentionMs: 59_999 }],
    ['retention without end', { retentionMs: Number.MAX_SAFE_INTEGER }],
    ['a negative quota', { quotaBytes: -1 }],
  ]
  for (const [what, changes] of wrong) {
    it(`with ${what} are refused`, () => {
      const machine = started()
      const { version } = machine
      const reply = send(machine, { ...keyspaceCommand('users'), ...changes })
      assert.equal(errorOf(reply), 'INVALID_ARGUMENT')
      assert.equal(machine.version, version)
    })
  }

  it('cannot be altered into what could not be made', () => {
    const machine = started()
    for (const changes of [{ retentionMs: 59_999 }, { quotaBytes: -1 }, { policy: 'x' as never }]) {
      assert.equal(errorOf(send(machine, alter('default', changes))), 'INVALID_ARGUMENT')
    }
  })
})
