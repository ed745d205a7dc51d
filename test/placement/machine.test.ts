import assert from 'node:assert/strict'
import fc from 'fast-check'
import { AssertionError } from '../../src/base/assert.ts'
import { MalformedBytes } from '../../src/base/bytes.ts'
import { FatalError } from '../../src/base/errors.ts'
import { keyspaceId } from '../../src/base/ids.ts'
import type { PlacementCommand } from '../../src/placement/command.ts'
import { decodeCommand, encodeCommand } from '../../src/placement/command.ts'
import { DROPPED_KEYSPACES_MAX } from '../../src/placement/keyspaces.ts'
import { PlacementMachine } from '../../src/placement/machine.ts'
import { ClusterView } from '../../src/placement/view.ts'
import { anyCommand, anyLog, bootstrapCommand, keyspaceCommand, machineAfter } from './commands.ts'
import { dropKeyspace, send, started } from './commands.ts'

const overTheWire = (command: PlacementCommand) => decodeCommand(encodeCommand(command))
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('the placement machine', () => {
  it('reaches the same snapshot, byte for byte, and the same replies on every replica', () => {
    fc.assert(
      fc.property(anyLog, (commands) => {
        const [first, second] = [new PlacementMachine(), new PlacementMachine()]
        commands.forEach((command, at) => {
          const expected = first.apply(at + 1, command)
          assert.deepEqual(asJson(second.apply(at + 1, overTheWire(command))), asJson(expected))
        })
        assert.deepEqual(second.toSnapshot(), first.toSnapshot())
      }),
      { numRuns: 200 },
    )
  })

  it('goes on from a snapshot as if it had applied everything itself', () => {
    fc.assert(
      fc.property(anyLog, fc.nat(), (commands, cut) => {
        const at = commands.length === 0 ? 0 : cut % commands.length
        const whole = machineAfter(commands.slice(0, at))
        const restored = PlacementMachine.fromSnapshot(whole.toSnapshot())
        assert.deepEqual(restored.toSnapshot(), whole.toSnapshot())
        assert.equal(restored.appliedIndex, whole.appliedIndex)
        assert.equal(restored.version, whole.version)
        for (const command of commands.slice(at)) {
          assert.deepEqual(asJson(send(restored, command)), asJson(send(whole, command)))
        }
        assert.deepEqual(restored.toSnapshot(), whole.toSnapshot())
      }),
      { numRuns: 200 },
    )
  })

  it('changes nothing when it refuses', () => {
    fc.assert(
      fc.property(anyLog, anyCommand, (commands, last) => {
        const machine = machineAfter(commands)
        const before = machine.toSnapshot()
        const index = machine.appliedIndex
        const { reply, changes } = machine.apply(index + 1, last)
        if (reply.kind !== 'error') return
        assert.ok(reply.message.length > 0)
        assert.equal(changes.version, changes.since)
        const after = machine.toSnapshot().toString()
        assert.equal(
          after.replace(`"appliedIndex":${index + 1}`, `"appliedIndex":${index}`),
          before.toString(),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('answers any contents of a known command and never throws', () => {
    const anyTrap = fc.constantFrom({ toString: false }, { valueOf: 1 }, [{ toString: null }])
    const anyField = fc.oneof(
      fc.jsonValue(),
      anyTrap,
      fc.constantFrom(-1, 2 ** 31, 2 ** 53, 1e300, null),
    )
    const kinds = fc.constantFrom(
      ...(['bootstrap', 'register-node', 'set-node-state', 'create-keyspace'] as const),
      ...(['alter-keyspace', 'drop-keyspace', 'set-settings', 'operator-add'] as const),
      ...(['operator-advance', 'operator-cancel', 'update-descriptor'] as const),
    )
    fc.assert(
      fc.property(
        fc.boolean(),
        anyCommand,
        fc.dictionary(fc.string(), anyField),
        kinds,
        anyField,
        (empty, command, extra, kind, field) => {
          const machine = empty ? new PlacementMachine() : started()
          // A good command with one field spoilt, at the top or one level down; and one that is nothing but noise.
          for (const name of Object.keys(command).filter((key) => key !== 'kind')) {
            const inner = (command as unknown as Record<string, unknown>)[name]
            const spoilt = { ...command, ...extra, [name]: field, kind: command.kind }
            send(machine, overTheWire(spoilt as PlacementCommand))
            if (typeof inner !== 'object' || inner === null) continue
            for (const part of Object.keys(inner)) {
              const value = Array.isArray(inner) ? [field] : { ...inner, [part]: field }
              send(machine, overTheWire({ ...command, [name]: value }))
            }
          }
          send(machine, overTheWire({ ...extra, kind } as unknown as PlacementCommand))
          PlacementMachine.fromSnapshot(machine.toSnapshot())
        },
      ),
      { numRuns: 500 },
    )
  })

  it('applies each index once, in order', () => {
    const machine = machineAfter([bootstrapCommand])
    assert.throws(() => machine.apply(1, { kind: 'create-initial-shards' }), AssertionError)
    machine.apply(7, { kind: 'create-initial-shards' })
    assert.equal(machine.appliedIndex, 7)
    assert.equal(machine.version, 7)
  })

  it('knows nothing before it is bootstrapped', () => {
    const machine = new PlacementMachine()
    const reply = send(machine, keyspaceCommand('users'))
    assert.equal(reply.kind === 'error' && reply.error, 'NOT_FOUND')
    assert.equal(machine.cluster, undefined)
    assert.equal(machine.version, 0)
  })
})

describe('deltas', () => {
  it('applied one by one, or fetched from any version, equal the full state', () => {
    fc.assert(
      fc.property(anyLog, fc.nat(), (commands, join) => {
        const machine = new PlacementMachine()
        const follower = new ClusterView()
        const late = new ClusterView()
        commands.forEach((command, at) => {
          const { changes } = machine.apply(at + 1, command)
          assert.ok(follower.apply(changes))
          // A follower that looks in now and then.
          if ((join + at) % 5 === 0)
            assert.ok(late.apply(asJson(machine.deltaSince(late.version)) as typeof changes))
        })
        assert.ok(late.apply(machine.deltaSince(late.version)))
        const full = machine.view.toDelta()
        assert.deepEqual(follower.toDelta(), full)
        assert.deepEqual(late.toDelta(), full)
      }),
      { numRuns: 300 },
    )
  })

  it('late, twice or overlapping do no harm', () => {
    fc.assert(
      fc.property(anyLog, fc.array(fc.nat()), (commands, picks) => {
        const machine = new PlacementMachine()
        const deltas = commands.map((command, at) => machine.apply(at + 1, command).changes)
        const follower = new ClusterView()
        // Deltas in any order; one with a gap before it is refused and changes nothing.
        for (const pick of picks) {
          const delta = deltas[pick % Math.max(1, deltas.length)]
          if (delta === undefined) continue
          const before = follower.version
          assert.equal(follower.apply(delta), delta.since <= before)
          assert.ok(follower.version >= before)
        }
        assert.ok(follower.apply(machine.deltaSince(follower.version)))
        assert.deepEqual(follower.toDelta(), machine.view.toDelta())
      }),
      { numRuns: 200 },
    )
  })

  it('hold only what changed', () => {
    const machine = started()
    const { version } = machine
    send(machine, keyspaceCommand('users'))
    send(machine, dropKeyspace('users'))
    send(machine, { kind: 'set-settings', changes: { keyBytes: 100 } })
    const delta = machine.deltaSince(version)
    assert.deepEqual(
      [delta.full, delta.since, delta.version, delta.descriptors, delta.nodes, delta.keyspaces],
      [false, version, version + 3, [], [], []],
    )
    assert.deepEqual(
      delta.droppedKeyspaces.map(({ id, name }) => [id, name]),
      [[2, 'users']],
    )
    assert.equal(delta.settings?.keyBytes, 100)
    assert.equal(machine.deltaSince(version + 2).droppedKeyspaces.length, 0)
  })

  it('give everything to a newcomer, and to one who is too far behind', () => {
    const machine = started()
    assert.equal(machine.deltaSince(0).full, true)
    const { version } = machine
    send(machine, keyspaceCommand('users'))
    assert.equal(machine.deltaSince(version).full, false)
    for (let round = 0; round < 20_000; round++) {
      const quotaBytes = round + 1
      const change = { policy: undefined, retentionMs: undefined, quotaBytes }
      send(machine, { kind: 'alter-keyspace', name: 'users', id: 0, ...change })
    }
    assert.equal(machine.deltaSince(version).full, true)
    assert.equal(machine.deltaSince(machine.version - 5).full, false)
    assert.equal(PlacementMachine.fromSnapshot(machine.toSnapshot()).deltaSince(version).full, true)
  })

  it('give everything to one who missed a drop that is not remembered by name any more', () => {
    const machine = started()
    send(machine, keyspaceCommand('users'))
    const { version } = machine
    send(machine, dropKeyspace('users'))
    for (let round = 0; round < DROPPED_KEYSPACES_MAX; round++) {
      send(machine, keyspaceCommand('brief'))
      send(machine, dropKeyspace('brief'))
    }
    assert.equal(machine.view.dropped(keyspaceId(2)), undefined)
    assert.equal(machine.deltaSince(version).full, true)
    assert.equal(machine.view.isDropped(keyspaceId(2)), true)
    const last = keyspaceId(2 + DROPPED_KEYSPACES_MAX)
    const copy = new ClusterView()
    copy.apply(machine.deltaSince(0))
    assert.deepEqual([copy.isDropped(last), copy.isDropped(keyspaceId(last + 1))], [true, false])
  })

  it('are empty for one who knows everything, or more', () => {
    const machine = started()
    for (const version of [machine.version, machine.version + 10]) {
      const delta = machine.deltaSince(version)
      assert.equal(delta.full, false)
      assert.equal(delta.version, delta.since)
      assert.deepEqual([...delta.descriptors, ...delta.nodes, ...delta.keyspaces], [])
    }
  })
})

describe('commands and snapshots', () => {
  it('survive encoding', () => {
    fc.assert(
      fc.property(anyCommand, (command) => {
        assert.deepEqual(overTheWire(command), asJson(command))
      }),
    )
  })

  it('of a newer version or an unknown kind are refused loudly', () => {
    const bytes = (value: unknown) => Buffer.from(JSON.stringify(value))
    const unsupported = (error: unknown) =>
      error instanceof FatalError && error.kind === 'format-unsupported'
    const command = bootstrapCommand
    assert.throws(() => decodeCommand(bytes({ version: 2, command })), unsupported)
    assert.throws(() => decodeCommand(bytes({ command })), unsupported)
    for (const kind of ['new-kind', 'toString', 7, null]) {
      assert.throws(() => decodeCommand(bytes({ version: 1, command: { kind } })), unsupported)
    }
    const snapshot = asJson(JSON.parse(started().toSnapshot().toString())) as object
    assert.throws(
      () => PlacementMachine.fromSnapshot(bytes({ ...snapshot, version: 2 })),
      unsupported,
    )
  })

  it('that nobody wrote are malformed', () => {
    for (const text of ['', '{', '[]', '3', 'null', '"x"']) {
      assert.throws(() => decodeCommand(Buffer.from(text)), MalformedBytes)
      assert.throws(() => PlacementMachine.fromSnapshot(Buffer.from(text)), MalformedBytes)
    }
    assert.throws(() => decodeCommand(Buffer.from('{"version":1}')), MalformedBytes)
    assert.throws(() => decodeCommand(Buffer.from('{"version":1,"command":[]}')), MalformedBytes)
  })
})
