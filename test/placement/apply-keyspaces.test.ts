import assert from 'node:assert/strict'
import type { ErrorCode } from '../../src/base/errors.ts'
import { keyspaceId } from '../../src/base/ids.ts'
import type { PartitionRule } from '../../src/base/token.ts'
import type { PlacementReply } from '../../src/placement/command.ts'
import type { CommandOf } from './commands.ts'
import { keyspaceCommand, send, started } from './commands.ts'

const errorOf = (reply: PlacementReply): ErrorCode | undefined =>
  reply.kind === 'error' ? reply.error : undefined

const alter = (
  name: string,
  changes: Partial<CommandOf<'alter-keyspace'>>,
): CommandOf<'alter-keyspace'> => ({
  kind: 'alter-keyspace',
  name,
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
      createdAt: 2_000,
    }
    assert.deepEqual(reply, { kind: 'keyspace', keyspace: expected })
    assert.deepEqual(machine.view.keyspaceNamed('users'), expected)
    assert.deepEqual(machine.view.keyspace(keyspaceId(2)), expected)
  })

  it('have names of their own', () => {
    const machine = started()
    send(machine, keyspaceCommand('users'))
    assert.equal(errorOf(send(machine, keyspaceCommand('users'))), 'ALREADY_EXISTS')
    assert.equal(errorOf(send(machine, keyspaceCommand('default'))), 'ALREADY_EXISTS')
  })

  it('never get the id of a dropped one', () => {
    const machine = started()
    send(machine, keyspaceCommand('users'))
    assert.equal(send(machine, { kind: 'drop-keyspace', name: 'users' }).kind, 'keyspace')
    assert.equal(machine.view.keyspaceNamed('users'), undefined)
    assert.equal(machine.view.keyspace(keyspaceId(2)), undefined)
    send(machine, keyspaceCommand('users'))
    assert.equal(machine.view.keyspaceNamed('users')?.id, 3)
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

  it('that are altered to what they are make no new version', () => {
    const machine = started()
    const { version } = machine
    assert.equal(send(machine, alter('default', { policy: 'auto' })).kind, 'keyspace')
    assert.equal(machine.version, version)
  })

  it('that do not exist cannot be altered or dropped', () => {
    const machine = started()
    assert.equal(errorOf(send(machine, alter('users', {}))), 'KEYSPACE_UNKNOWN')
    assert.equal(errorOf(send(machine, { kind: 'drop-keyspace', name: 'x' })), 'KEYSPACE_UNKNOWN')
  })

  it('named default stay', () => {
    const reply = send(started(), { kind: 'drop-keyspace', name: 'default' })
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
