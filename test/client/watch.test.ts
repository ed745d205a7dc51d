import assert from 'node:assert/strict'
import type { WatchEvent, WatchOptions } from '../../src/client/index.ts'
import type { Arrival } from './fake-cluster.ts'
import { FakeCluster } from './fake-cluster.ts'

const text = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString()

/** Answer number n has one event, of value n, and the token `tn`. */
function answer({ request, reply }: Arrival, number: number): void {
  const event = { key: Buffer.from('k'), timestamp: number, value: { int: BigInt(number) } }
  assert.ok(request.watch)
  reply({ watch: { events: [event], token: Buffer.from(`t${number}`), resolved: number * 10 } })
}

describe('client: watches', () => {
  let fake: FakeCluster

  beforeEach(() => {
    fake = new FakeCluster(['a:1', 'b:2'])
  })

  /** The first events, while time passes. */
  async function take(
    count: number,
    options: WatchOptions = {},
    passMs = 5_000,
  ): Promise<{ events: WatchEvent[]; error: unknown }> {
    const kv = await fake.client()
    const events: WatchEvent[] = []
    let error: unknown
    const run = (async () => {
      for await (const event of kv.watch(options)) {
        events.push(event)
        if (events.length >= count) return
      }
    })().catch((failure: unknown) => (error = failure))
    await fake.time.pass(passMs)
    await kv.close()
    await fake.time.pass(1_000)
    await run
    return { events, error }
  }

  it('ask one node again and again, with the token of its last answer', async () => {
    fake.behaviour = (arrival) => answer(arrival, fake.arrivals.length)
    const { events } = await take(3, { prefix: 'k', from: Buffer.from('t0') })
    assert.deepEqual(
      events.map((event) => event.type === 'put' && event.value),
      [1n, 2n, 3n],
    )
    assert.deepEqual(
      events.map(({ token }) => text(token)),
      ['t0', 't1', 't2'],
      'an event may come again from its token',
    )
    const asked = fake.arrivals.map(({ request }) => text(request.watch!.token))
    assert.deepEqual(asked.slice(0, 3), ['t0', 't1', 't2'])
    assert.equal(new Set(fake.arrivals.map(({ address }) => address)).size, 1)
    assert.equal(new Set(fake.arrivals.map(({ request }) => request.watch!.watch)).size, 1)
  })

  it('go on at another node with the same token', async () => {
    fake.behaviour = (arrival) => {
      if (fake.arrivals.length === 2) fake.node(arrival.address).crash()
      else answer(arrival, fake.arrivals.length)
    }
    const { events } = await take(2)
    assert.equal(events.length, 2)
    const [, lost, again] = fake.arrivals
    assert.notEqual(lost!.address, again!.address)
    assert.equal(text(again!.request.watch!.token), 't1')
  })

  it('say what is resolved, if they are asked to', async () => {
    fake.behaviour = (arrival) => answer(arrival, fake.arrivals.length)
    const { events } = await take(2, { progress: true })
    assert.deepEqual(events[1], {
      type: 'progress',
      resolved: 10,
      token: Uint8Array.from(Buffer.from('t1')),
    })
  })

  it('try again what may pass, and throw what will not', async () => {
    fake.behaviour = (arrival) => {
      if (fake.arrivals.length < 3) arrival.refuse('OVERLOADED')
      else arrival.refuse('SNAPSHOT_TOO_OLD', 'gone')
    }
    const { error } = await take(1)
    assert.equal((error as { code?: string }).code, 'SNAPSHOT_TOO_OLD')
    assert.equal(fake.arrivals.length, 3)
  })

  it('end when their signal says so, and when the client is closed', async () => {
    const stop = new AbortController()
    const kv = await fake.client()
    const aborted = assert.rejects(async () => {
      for await (const event of kv.watch({ signal: stop.signal })) assert.fail(event.type)
    }, /enough/)
    await fake.time.pass(100)
    stop.abort(new Error('enough'))
    await fake.time.pass(100)
    await aborted
    await kv.close()
    const { error } = await take(1)
    assert.equal((error as { code?: string }).code, 'SHUTTING_DOWN')
  })

  it('refuse contradictions', async () => {
    assert.match(String((await take(1, { key: 'a', prefix: 'b' }, 10)).error), /a key, a prefix/)
    assert.match(String((await take(1, { from: -1 }, 10)).error), /timestamp/)
  })
})
