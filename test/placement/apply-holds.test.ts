import assert from 'node:assert/strict'
import { DEFAULT_KEYSPACE, timestamp } from '../../src/base/ids.ts'
import type { PlacementReply } from '../../src/placement/command.ts'
import { HOLD_AGE_MS_MAX, HOLDS_MAX, type Hold } from '../../src/placement/holds.ts'
import { PlacementMachine } from '../../src/placement/machine.ts'
import type { CommandOf } from './commands.ts'
import { keyspaceCommand, send, started } from './commands.ts'

const HOUR = 3_600_000_000
const NOW = timestamp(100 * HOUR)

const take = (changes: Partial<CommandOf<'take-hold'>> = {}): CommandOf<'take-hold'> => ({
  kind: 'take-hold',
  at: NOW,
  keyspace: 0,
  readAt: NOW,
  purpose: 'backup',
  lifeMs: 60_000,
  ...changes,
})

function held(reply: PlacementReply): Hold {
  assert(reply.kind === 'hold', JSON.stringify(reply))
  return reply.hold
}

function refusal(reply: PlacementReply): string | undefined {
  return reply.kind === 'error' ? reply.error : undefined
}

const after = (micros: number) => timestamp(NOW + micros)

describe('holds', () => {
  it('are taken, listed, renewed and released, each with an id of its own', () => {
    const machine = started()
    const first = held(send(machine, take()))
    const second = held(send(machine, take({ keyspace: DEFAULT_KEYSPACE, purpose: 'scan' })))
    assert.deepEqual(machine.view.holds, [first, second])
    assert.notEqual(first.id, second.id)
    const renewal = {
      kind: 'renew-hold',
      at: after(30e6),
      hold: second.id,
      lifeMs: 60_000,
    } as const
    assert.equal(held(send(machine, renewal)).expiresAt, NOW + 90e6)
    const release = { kind: 'release-hold', at: after(31e6), hold: first.id } as const
    assert.equal(send(machine, release).kind, 'done')
    assert.equal(send(machine, release).kind, 'done', 'again is fine')
    assert.deepEqual(
      machine.view.holds.map(({ id }) => id),
      [second.id],
    )
  })

  it('go when they expire, whoever speaks first', () => {
    const machine = started()
    const { id } = held(send(machine, take()))
    const late = { kind: 'renew-hold', at: after(60e6), hold: id, lifeMs: 60_000 } as const
    assert.equal(refusal(send(machine, late)), 'NOT_FOUND')
    send(machine, { kind: 'release-hold', at: after(60e6), hold: 0 })
    assert.deepEqual(machine.view.holds, [])
  })

  it('last a day at most, however often they are renewed', () => {
    const machine = started()
    let hold = held(send(machine, take({ lifeMs: 3_600_000 })))
    for (let at = NOW + HOUR / 2; at < hold.expiresAt; at += HOUR / 2) {
      const renewal = { kind: 'renew-hold', at: timestamp(at), hold: hold.id } as const
      hold = held(send(machine, { ...renewal, lifeMs: 3_600_000 }))
    }
    assert.equal(hold.expiresAt, NOW + HOLD_AGE_MS_MAX * 1000)
  })

  it('are taken at times that every keyspace they concern still keeps', () => {
    const machine = started()
    send(machine, keyspaceCommand('brief', { retentionMs: 60_000 }))
    const past = timestamp(NOW - 100e6)
    assert.equal(refusal(send(machine, take({ readAt: past }))), 'SNAPSHOT_TOO_OLD')
    held(send(machine, take({ readAt: past, keyspace: DEFAULT_KEYSPACE })))
    assert.equal(refusal(send(machine, take({ readAt: after(HOUR) }))), 'CLOCK_AHEAD')
    assert.equal(refusal(send(machine, take({ keyspace: 77 as never }))), 'KEYSPACE_UNKNOWN')
  })

  it('are refused with wrong contents, and change nothing then', () => {
    const machine = started()
    const wrong: Partial<Record<keyof CommandOf<'take-hold'>, unknown>>[] = [
      { lifeMs: 0 },
      { lifeMs: 3_600_001 },
      { lifeMs: 'long' },
      { purpose: '' },
      { purpose: 'x'.repeat(129) },
      { readAt: -1 },
      { keyspace: 'default' },
    ]
    for (const changes of wrong) {
      const reply = send(machine, take(changes as never))
      assert.equal(refusal(reply), 'INVALID_ARGUMENT', JSON.stringify(changes))
    }
    assert.deepEqual(machine.view.holds, [])
  })

  it('are bounded in number', () => {
    const machine = started()
    for (let i = 0; i < HOLDS_MAX; i++) held(send(machine, take()))
    assert.equal(refusal(send(machine, take())), 'OVERLOADED')
    held(send(machine, take({ at: after(61e6), readAt: after(61e6) })))
    assert.equal(machine.view.holds.length, 1)
  })

  it('travel in deltas and snapshots', () => {
    const machine = started()
    const { version } = machine
    const hold = held(send(machine, take()))
    assert.deepEqual(machine.deltaSince(version).holds, [hold])
    assert.equal(machine.deltaSince(machine.version).holds, undefined)
    assert.deepEqual(PlacementMachine.fromSnapshot(machine.toSnapshot()).view.holds, [hold])
  })
})
