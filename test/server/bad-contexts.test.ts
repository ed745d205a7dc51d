/**
 * Contexts, dots and ids that no honest client brings, through a gateway: each is answered with an error that says what is
 * wrong, and nothing is changed (04, "A context").
 */
import assert from 'node:assert/strict'
import type { ErrorCode } from '../../src/base/errors.ts'
import { keyOfText, keyspaceId, timestamp } from '../../src/base/ids.ts'
import { SeededRandom } from '../../src/base/random.ts'
import type { Client } from '../../src/client/client.ts'
import type { PutOptions } from '../../src/client/options.ts'
import { createKeyspace, dropKeyspace } from '../../src/server/keyspace-admin.ts'
import { encodeContext, peekContext } from '../../src/versions/context.ts'
import type { Context, UnknownCause } from '../../src/versions/version.ts'
import { wire } from '../../src/net/protobuf.ts'
import { RigCluster } from './rig/rig-cluster.ts'
import { RigSdk } from './rig/rig-sdk.ts'

const KEY = 'witness'
const KEYSPACE = keyspaceId(1)

let cluster: RigCluster
let sdk: RigSdk
let client: Client
/** Of the key's present version. */
let context: Uint8Array
let version: number

const settled = <Result>(promise: Promise<Result>): Promise<Result> => cluster.settled(promise)

async function assertUnchanged(): Promise<void> {
  const entry = await settled(client.get(KEY))
  assert.deepEqual([entry?.value, entry?.timestamp], ['there', version])
}

async function refused(options: PutOptions, cause: UnknownCause): Promise<void> {
  const [conflict] = await sdk.conflictsOf(client.put(KEY, 'forged', options))
  assert.deepEqual(
    [conflict?.relation, conflict?.reason, conflict?.detail],
    ['UNKNOWN', 'UNKNOWN_CONTEXT', { kind: 'unknown', cause }],
  )
  assert.deepEqual(conflict?.newestContext, context, 'with the context to go on from')
}

async function invalid(options: PutOptions, code: ErrorCode, message: RegExp): Promise<void> {
  const error = await sdk.errorOf(client.put(KEY, 'forged', options))
  assert.equal(error.code, code, error.message)
  assert.match(error.message, message)
}

/** A context that says what nobody ever gave out, with a checksum that fits. */
function forged(change: (context: Context) => Context): Uint8Array {
  return encodeContext(KEYSPACE, keyOfText(KEY), change(peekContext(context)!))
}

describe('bad contexts, dots and ids', () => {
  before(async () => {
    cluster = await RigCluster.started({ nodes: 1, seed: 21 })
    sdk = new RigSdk(cluster)
    client = await sdk.connect('mallory')
    await settled(client.put(KEY, 'there'))
    const entry = await settled(client.get(KEY))
    context = entry!.context
    version = entry!.timestamp
  })

  afterEach(assertUnchanged)

  it('a context that was cut, lengthened or damaged anywhere is malformed', async () => {
    const random = new SeededRandom(8)
    await refused({ context: context.subarray(0, -1) }, 'MALFORMED')
    await refused({ context: Uint8Array.of(...context, 0) }, 'MALFORMED')
    await refused({ context: Uint8Array.of(7) }, 'MALFORMED')
    for (let i = 0; i < 60; i++) {
      const damaged = Uint8Array.from(context)
      const at = random.integer(0, damaged.length - 1)
      damaged[at] = damaged[at]! ^ (1 << random.integer(0, 7))
      await refused({ context: damaged }, 'MALFORMED')
    }
    for (let i = 0; i < 60; i++) {
      const noise = Uint8Array.from({ length: random.integer(1, 80) }, () => random.integer(0, 255))
      await refused({ context: noise }, 'MALFORMED')
    }
  })

  it('a context of another key or another keyspace is malformed', async () => {
    await settled(client.put('other', 'x'))
    const other = (await settled(client.get('other')))!.context
    await refused({ context: other }, 'MALFORMED')
    const elsewhere = encodeContext(keyspaceId(2), keyOfText(KEY), peekContext(context)!)
    await refused({ context: elsewhere, onConflict: 'lww' }, 'MALFORMED')
  })

  it('a context of another cluster, or from before a restore, is told apart', async () => {
    const foreign = forged((seen) => ({ ...seen, incarnation: 'another' }))
    await refused({ context: foreign, onConflict: 'lww' }, 'OTHER_INCARNATION')
  })

  it('a context with events that never were is never merged, however far in the future', async () => {
    for (const counter of [version + 1, version * 2, Number.MAX_SAFE_INTEGER]) {
      const clock = { actors: ['ghost'], counters: [counter], dropped: 0 }
      await refused({ context: forged((seen) => ({ ...seen, clock })) }, 'AHEAD')
      const at = timestamp(counter)
      await refused({ context: forged((seen) => ({ ...seen, timestamp: at })) }, 'AHEAD')
    }
    const clock = { actors: [], counters: [], dropped: Number.MAX_SAFE_INTEGER }
    await refused({ context: forged((seen) => ({ ...seen, clock })), onConflict: 'lww' }, 'AHEAD')
    // Whoever goes on from the version that is there is not disturbed by any of this.
    const { outcome } = await settled(client.put('untouched', 'x', { onConflict: 'abort' }))
    assert.equal(outcome, 'APPLIED')
  })

  it('an empty context is a mistake, not an overwrite', async () => {
    await invalid({ context: new Uint8Array(0) }, 'INVALID_ARGUMENT', /context is empty/)
  })

  it('own dots must rise, be above their context, and not be too many', async () => {
    await invalid({ context, ownDots: [version + 2, version + 1] }, 'INVALID_ARGUMENT', /rise/)
    await invalid({ context, ownDots: [version + 1, version + 1] }, 'INVALID_ARGUMENT', /rise/)
    await invalid({ context, ownDots: [version] }, 'INVALID_ARGUMENT', /above every counter/)
    await invalid({ context, ownDots: [0] }, 'INVALID_ARGUMENT', /positive/)
    const many = Array.from({ length: 2000 }, (_, i) => version + 1 + i)
    await invalid({ context, ownDots: many }, 'INVALID_ARGUMENT', /2000 own dots, more than/)
  })

  it('own dots need an actor, and are not dated ahead', async () => {
    const nobody = await sdk.connect('')
    const ownDots = [version + 1]
    const error = await sdk.errorOf(nobody.put(KEY, 'forged', { context, ownDots }))
    assert.match(error.message, /must name its actor/)
    const ahead = cluster.node(1).time.wallMicros() + 3_600_000_000
    await invalid({ context, ownDots: [ahead] }, 'CLOCK_AHEAD', /ahead of the store's clock/)
  })

  it('times in the future or before time are refused', async () => {
    const later = cluster.node(1).time.wallMicros() + 3_600_000_000
    const error = await sdk.errorOf(client.get(KEY, { at: later }))
    assert.equal(error.code, 'CLOCK_AHEAD')
    for (const at of [-1, 0.5, Number.NaN, 2 ** 60]) {
      assert.equal((await sdk.errorOf(client.get(KEY, { at }))).code, 'INVALID_ARGUMENT', `${at}`)
    }
    for (const dot of [-1, 0.5, 2 ** 60]) {
      await invalid({ context, ownDots: [dot] }, 'INVALID_ARGUMENT', /own dot must be an integer/)
    }
    for (const expiry of [-1, 0.5, 2 ** 60]) {
      await invalid({ expiry }, 'INVALID_ARGUMENT', /expiry/)
    }
  })

  it('an unknown policy is refused', async () => {
    const rig = cluster.client(1)
    const put = { header: rig.header(), key: Buffer.from(KEY), value: { string: 'forged' } }

    const unknown = Object.assign(put, { onConflict: 9 })
    await assert.rejects(settled(rig.ask({ put: unknown })), {
      code: 'INVALID_ARGUMENT',
    })
  })

  it('an operation id that comes again with another content is answered as the first time', async () => {
    const rig = cluster.client(1)
    const header = rig.header()
    const first = await settled(rig.put('once', 'first', header))
    const put = { header, key: Buffer.from('once'), value: { string: 'second' } }
    const again = await settled(rig.ask({ put }))
    assert.equal(again.written?.timestamp, first)
    assert.equal(await settled(rig.get('once')), 'first')
    const other = { header, key: Buffer.from('once'), by: 5n }
    await settled(rig.ask({ increment: other }))
    assert.equal(await settled(rig.get('once')), 'first')
  })

  it('a context of a keyspace that was dropped is of no use, not even in one of the same name', async () => {
    const { node } = cluster.node(1)
    const make = () => createKeyspace(node, new wire.CreateKeyspaceRequest({ name: 'notes' }))
    await settled(make())
    const keyspace = 'notes'
    await settled(client.put(KEY, 'note', { keyspace }))
    const old = (await settled(client.get(KEY, { keyspace })))!.context
    await settled(dropKeyspace(node, new wire.DropKeyspaceRequest({ name: 'notes' })))
    const write = (): Promise<unknown> => client.put(KEY, 'late', { keyspace, context: old })
    assert.equal((await sdk.errorOf(write())).code, 'KEYSPACE_UNKNOWN')
    await settled(make())
    const [conflict] = await sdk.conflictsOf(write())
    assert.deepEqual(conflict?.detail, { kind: 'unknown', cause: 'MALFORMED' })
    assert.equal(await settled(client.get(KEY, { keyspace })), undefined)
  })
})
