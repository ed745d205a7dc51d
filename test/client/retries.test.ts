import assert from 'node:assert/strict'
import { RingKvError } from '../../src/base/errors.ts'
import { isConflict, isOutcomeUnknown } from '../../src/client/index.ts'
import { wire } from '../../src/net/protobuf.ts'
import { FakeCluster, headerOf, outcomeOf } from './fake-cluster.ts'

const WRITTEN = { written: { outcome: 1, timestamp: 77 } }

describe('client: one identity for every write', () => {
  it('answers a write with what the server says', async () => {
    const cluster = new FakeCluster(['a:1'])
    cluster.behaviour = ({ reply }) => reply(WRITTEN)
    const kv = await cluster.client()
    const { result } = await outcomeOf(cluster.time, kv.put('k', 'v'))
    assert.deepEqual(result, { outcome: 'APPLIED', timestamp: 77, value: undefined })
    await kv.close()
  })

  it('repeats a write under the same id, marked as sent before, on another node', async () => {
    const cluster = new FakeCluster(['a:1', 'b:1'])
    let first = ''
    cluster.behaviour = ({ address, reply }) => {
      if (first === '') {
        first = address
        cluster.node(address).crash()
      } else reply(WRITTEN)
    }
    const kv = await cluster.client()
    const { result } = await outcomeOf(cluster.time, kv.increment('k', 5n))
    assert.equal(result?.timestamp, 77)
    assert.equal(cluster.arrivals.length, 2)
    const [one, two] = cluster.arrivals
    assert.notEqual(one!.address, two!.address)
    assert.deepEqual(headerOf(one!.request).id, headerOf(two!.request).id)
    assert.equal(headerOf(one!.request).resent, false)
    assert.equal(headerOf(two!.request).resent, true)
    await kv.close()
  })

  it('gives every write an id of its own, rising by one', async () => {
    const cluster = new FakeCluster(['a:1'])
    cluster.behaviour = ({ reply }) => reply(WRITTEN)
    const kv = await cluster.client()
    for (let i = 0; i < 3; i++) await outcomeOf(cluster.time, kv.put('k', 'v'))
    const sequences = cluster.arrivals.map(({ request }) => headerOf(request).id!.sequence)
    assert.deepEqual(sequences, [1, 2, 3])
    await kv.close()
  })

  it('lets ids expire 60 s after the cluster clock, carried on over idle times', async () => {
    const cluster = new FakeCluster(['a:1'])
    cluster.behaviour = ({ reply }) => reply(WRITTEN)
    const kv = await cluster.client()
    await cluster.time.pass(300_000)
    await outcomeOf(cluster.time, kv.put('k', 'v'))
    const { expiry } = headerOf(cluster.arrivals[0]!.request).id!
    assert.equal(expiry, cluster.time.wallMicros() + 60_000_000)
    await kv.close()
  })

  it('tries again after a refusal that says nothing happened', async () => {
    for (const code of ['NOT_LEADER', 'LOCKED', 'OVERLOADED', 'NO_QUORUM', 'DEADLINE'] as const) {
      const cluster = new FakeCluster(['a:1'])
      cluster.behaviour = ({ reply, refuse }) =>
        cluster.arrivals.length === 1 ? refuse(code) : reply(WRITTEN)
      const kv = await cluster.client()
      const { result } = await outcomeOf(cluster.time, kv.put('k', 'v'), 1000)
      assert.equal(result?.outcome, 'APPLIED', code)
      assert.equal(headerOf(cluster.arrivals[1]!.request).resent, true, code)
      await kv.close()
    }
  })

  it('takes a refusal of the only send as final', async () => {
    const cluster = new FakeCluster(['a:1'])
    cluster.behaviour = ({ refuse }) => refuse('PERMISSION_DENIED', 'no')
    const kv = await cluster.client()
    const { error } = await outcomeOf(cluster.time, kv.put('k', 'v'))
    assert.equal((error as RingKvError).code, 'PERMISSION_DENIED')
    assert.equal(cluster.arrivals.length, 1)
    await kv.close()
  })

  it('does not take an unrecorded refusal as the outcome of an earlier send', async () => {
    const cluster = new FakeCluster(['a:1', 'b:1'])
    cluster.behaviour = ({ address, refuse }) => {
      if (cluster.arrivals.length === 1) cluster.node(address).crash()
      else refuse('PERMISSION_DENIED', 'no')
    }
    const kv = await cluster.client()
    const { error } = await outcomeOf(cluster.time, kv.put('k', 'v'))
    assert.ok(isOutcomeUnknown(error))
    await kv.close()
  })

  it('takes a recorded refusal as final also after a second send', async () => {
    const cluster = new FakeCluster(['a:1', 'b:1'])
    cluster.behaviour = ({ address, refuse }) => {
      if (cluster.arrivals.length === 1) cluster.node(address).crash()
      else refuse('TYPE_MISMATCH', 'a list')
    }
    const kv = await cluster.client()
    const { error } = await outcomeOf(cluster.time, kv.increment('k'))
    assert.equal((error as RingKvError).code, 'TYPE_MISMATCH')
    await kv.close()
  })

  it('reports a deadline with the write in flight as unknown, with the id and the key to resolve', async () => {
    const cluster = new FakeCluster(['a:1'])
    const kv = await cluster.client({ keyspace: 'ks' })
    const { error } = await outcomeOf(cluster.time, kv.put('k', 'v', { timeoutMs: 500 }), 600)
    assert.ok(isOutcomeUnknown(error))
    const { id, keys } = error.details!
    assert.equal(id.sequence, 1)
    assert.equal(id.client, '01'.repeat(16))
    assert.deepEqual(keys, [{ keyspace: 'ks', key: Buffer.from('k') }])
    assert.match(error.message, /resolve/)
    await kv.close()
  })

  it('reports a deadline of a read, and of a write that was never sent, as harmless', async () => {
    const cluster = new FakeCluster(['a:1'])
    const kv = await cluster.client()
    const read = await outcomeOf(cluster.time, kv.get('k', { timeoutMs: 500 }), 600)
    assert.equal((read.error as RingKvError).code, 'DEADLINE')
    cluster.node('a:1').crash()
    const write = await outcomeOf(cluster.time, kv.put('k', 'v', { timeoutMs: 500 }), 600)
    assert.equal((write.error as RingKvError).code, 'DEADLINE')
    assert.match(write.error!.message, /a:1: connection refused|connection reset/)
    await kv.close()
  })

  it('reports what stood in the way when every try was refused without effect', async () => {
    const cluster = new FakeCluster(['a:1'])
    cluster.behaviour = ({ refuse }) => refuse('OVERLOADED', 'the node is full')
    const kv = await cluster.client()
    const { error } = await outcomeOf(cluster.time, kv.put('k', 'v', { timeoutMs: 500 }), 600)
    assert.equal((error as RingKvError).code, 'OVERLOADED')
    assert.match(error!.message, /the node is full/)
    await kv.close()
  })

  it('waits as long as the server asks', async () => {
    const cluster = new FakeCluster(['a:1'])
    cluster.behaviour = ({ reply }) => {
      if (cluster.arrivals.length > 1) reply(WRITTEN)
      else reply({ error: { code: 15, message: 'full', retryAfterMs: 700 } })
    }
    const kv = await cluster.client()
    const call = kv.put('k', 'v')
    await cluster.time.pass(699)
    assert.equal(cluster.arrivals.length, 1)
    await cluster.time.pass(10)
    assert.equal(cluster.arrivals.length, 2)
    await call
    await kv.close()
  })

  it('explains conflicts with types', async () => {
    const cluster = new FakeCluster(['a:1'])
    const side = (value: string, author: string) => ({
      timestamp: 5,
      value: { string: value },
      author,
      clock: { counters: { [author]: 9 } },
    })
    cluster.behaviour = ({ reply }) =>
      reply({
        error: {
          code: 4,
          message: 'the key changed',
          conflicts: [
            {
              key: Buffer.from('k'),
              relation: 'STALE',
              reason: 'INCOMPATIBLE',
              theirs: side('t', 'bob'),
              mine: side('m', 'ann'),
            },
          ],
        },
      })
    const kv = await cluster.client()
    const { error } = await outcomeOf(
      cluster.time,
      kv.put('k', 'm', { context: new Uint8Array(3) }),
    )
    assert.ok(isConflict(error))
    const [conflict] = error.details!.conflicts
    assert.equal(conflict?.key, 'k')
    assert.equal(conflict.relation, 'STALE')
    assert.equal(conflict.base, undefined)
    assert.equal(conflict.theirs?.value, 't')
    assert.deepEqual(conflict.theirs.clock, { bob: 9 })
    await kv.close()
  })

  it('ends an aborted read with the reason of its signal, and an aborted write in flight as unknown', async () => {
    const cluster = new FakeCluster(['a:1'])
    const kv = await cluster.client()
    const reason = new Error('enough')
    const abort = new AbortController()
    const { signal } = abort
    const read = kv.get('k', { signal })
    const write = kv.put('k', 'v', { signal })
    await cluster.time.settle()
    abort.abort(reason)
    assert.equal((await outcomeOf(cluster.time, read)).error, reason)
    const { error } = await outcomeOf(cluster.time, write)
    assert.ok(isOutcomeUnknown(error))
    assert.equal(error.cause, reason)
    assert.equal((await outcomeOf(cluster.time, kv.put('k', 'v', { signal }))).error, reason)
    assert.equal(cluster.arrivals.length, 2)
    await kv.close()
  })

  it('ends everything under way when it is closed', async () => {
    const cluster = new FakeCluster(['a:1'])
    const kv = await cluster.client()
    const read = kv.get('k')
    const write = kv.put('k', 'v')
    await cluster.time.settle()
    await kv.close()
    assert.equal(((await outcomeOf(cluster.time, read)).error as RingKvError).code, 'SHUTTING_DOWN')
    assert.ok(isOutcomeUnknown((await outcomeOf(cluster.time, write)).error))
    const late = await outcomeOf(cluster.time, kv.get('k'))
    assert.equal((late.error as RingKvError).code, 'SHUTTING_DOWN')
  })
})

describe('client: low-water mark', () => {
  it('is the least sequence whose outcome is still out', async () => {
    const cluster = new FakeCluster(['a:1'])
    const kv = await cluster.client()
    const calls = [kv.put('a', '1'), kv.put('b', '2'), kv.put('c', '3')]
    await cluster.time.settle()
    const lowWater = async (): Promise<number> => {
      const before = cluster.arrivals.length
      const probe = kv.put('probe', 'x')
      await cluster.time.settle()
      cluster.arrivals[before]!.reply(WRITTEN)
      await probe
      return headerOf(cluster.arrivals[before]!.request).lowWater!
    }
    assert.equal(await lowWater(), 1)
    cluster.arrivals[1]!.reply(WRITTEN)
    assert.equal(await lowWater(), 1)
    cluster.arrivals[0]!.reply(WRITTEN)
    assert.equal(await lowWater(), 3)
    cluster.arrivals[2]!.refuse('TYPE_MISMATCH')
    assert.equal(await lowWater(), 7)
    await Promise.allSettled(calls)
    await kv.close()
  })

  it('stays at an unknown outcome until it is resolved', async () => {
    const cluster = new FakeCluster(['a:1'])
    const kv = await cluster.client()
    const { error } = await outcomeOf(cluster.time, kv.put('a', '1', { timeoutMs: 100 }), 200)
    assert.ok(isOutcomeUnknown(error))
    cluster.behaviour = ({ request, reply }) =>
      reply(
        request.resolve
          ? { resolve: { outcome: wire.ResolveResponse.Outcome.OUTCOME_COMMITTED, timestamp: 5 } }
          : WRITTEN,
      )
    await outcomeOf(cluster.time, kv.put('b', '2'))
    assert.equal(headerOf(cluster.arrivals.at(-1)!.request).lowWater, 1)
    const resolved = await outcomeOf(cluster.time, kv.resolve(error.details!))
    assert.deepEqual(resolved.result, { outcome: 'committed', timestamp: 5 })
    const asked = cluster.arrivals.at(-1)!.request.resolve!
    assert.equal(Buffer.from(asked.id!.client!).toString('hex'), '01'.repeat(16))
    await outcomeOf(cluster.time, kv.put('b', '2'))
    assert.equal(headerOf(cluster.arrivals.at(-1)!.request).lowWater, 3)
    await kv.close()
  })

  it('passes an unknown outcome once its id has expired', async () => {
    const cluster = new FakeCluster(['a:1'])
    const kv = await cluster.client()
    await outcomeOf(cluster.time, kv.put('a', '1', { timeoutMs: 100 }), 200)
    cluster.behaviour = ({ reply }) => reply(WRITTEN)
    await cluster.time.pass(59_000)
    await outcomeOf(cluster.time, kv.put('b', '2'))
    assert.equal(headerOf(cluster.arrivals.at(-1)!.request).lowWater, 1)
    await cluster.time.pass(2_000)
    await outcomeOf(cluster.time, kv.put('b', '2'))
    assert.equal(headerOf(cluster.arrivals.at(-1)!.request).lowWater, 3)
    await kv.close()
  })
})
