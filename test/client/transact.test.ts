import assert from 'node:assert/strict'
import type { RingKvError } from '../../src/base/errors.ts'
import { isOutcomeUnknown, type Transaction } from '../../src/client/index.ts'
import { wire } from '../../src/net/protobuf.ts'
import { FakeCluster, headerOf, outcomeOf, type Arrival } from './fake-cluster.ts'

const { OUTCOME_ABORTED, OUTCOME_COMMITTED, OUTCOME_EXPIRED } = wire.ResolveResponse.Outcome
const APPLIED = wire.WriteOutcome.WRITE_OUTCOME_APPLIED
const COMMITTED = { transact: { succeeded: true, timestamp: 99 } }

/** Serves gets from a table of ints (timestamp 10) and records commits. */
function serving(
  cluster: FakeCluster,
  table: Record<string, bigint>,
  onCommit: (arrival: Arrival, count: number) => void,
): Arrival[] {
  const commits: Arrival[] = []
  cluster.behaviour = (arrival) => {
    const { get, commit } = arrival.request
    if (get) {
      const key = Buffer.from(get.key!).toString()
      const int = table[key]
      const row =
        int === undefined ? { key: get.key! } : { key: get.key!, timestamp: 10, value: { int } }
      arrival.reply({ get: { row, readAt: get.at! } })
    } else if (commit) {
      commits.push(arrival)
      onCommit(arrival, commits.length)
    }
  }
  return commits
}

describe('client: interactive transactions', () => {
  it('reads as of one timestamp and commits what was read and written in one message', async () => {
    const cluster = new FakeCluster(['a:1'])
    const commits = serving(cluster, { a: 10n }, ({ reply }) => reply(COMMITTED))
    const kv = await cluster.client()
    const run = kv.transact(async (tx) => {
      const a = await tx.getInt('a')
      const b = await tx.getInt('b')
      tx.put('a', a! - 1n)
      tx.put('b', (b ?? 0n) + 1n)
      return a
    })
    const { result } = await outcomeOf(cluster.time, run)
    assert.equal(result, 10n)
    const gets = cluster.arrivals.flatMap(({ request }) => (request.get ? [request.get] : []))
    assert.equal(new Set(gets.map(({ at }) => at)).size, 1)
    assert.ok(gets[0]!.at! > 0)
    const { reads, writes, ranges } = commits[0]!.request.commit!
    assert.deepEqual(
      reads!.map(({ key, timestamp }) => [Buffer.from(key!).toString(), timestamp]),
      [
        ['a', 10],
        ['b', 0],
      ],
    )
    assert.deepEqual(
      writes!.map(({ put }) => put!.value!.int),
      [9n, 1n],
    )
    assert.deepEqual(ranges, [])
    await kv.close()
  })

  it('runs again under a new id, with the age of the first attempt, when it lost', async () => {
    const cluster = new FakeCluster(['a:1'])
    const commits = serving(cluster, { a: 1n }, ({ reply, refuse }, count) =>
      count < 3 ? refuse('RETRY', 'lost') : reply(COMMITTED),
    )
    const kv = await cluster.client()
    let runs = 0
    const run = kv.transact(async (tx) => {
      runs++
      tx.put('a', (await tx.getInt('a'))! + 1n)
    })
    const { error } = await outcomeOf(cluster.time, run, 5000)
    assert.equal(error, undefined)
    assert.equal(runs, 3)
    const sequences = commits.map(({ request }) => headerOf(request).id!.sequence)
    assert.equal(new Set(sequences).size, 3)
    assert.equal(new Set(commits.map(({ request }) => request.commit!.age)).size, 1)
    // A lost attempt's outcome is known: the mark moves past it.
    assert.deepEqual(
      commits.map(({ request }) => headerOf(request).lowWater),
      sequences,
    )
    await kv.close()
  })

  it('runs again at a later time when history at its own is gone', async () => {
    const cluster = new FakeCluster(['a:1'])
    serving(cluster, { a: 1n }, ({ reply }) => reply(COMMITTED))
    const serve = cluster.behaviour
    const times: number[] = []
    cluster.behaviour = (arrival) => {
      const { get } = arrival.request
      if (get) times.push(get.at!)
      if (get && times.length === 1) arrival.refuse('SNAPSHOT_TOO_OLD', 'collected')
      else serve(arrival)
    }
    const kv = await cluster.client()
    const { result, error } = await outcomeOf(
      cluster.time,
      kv.transact((tx) => tx.getInt('a')),
      5000,
    )
    assert.equal(error, undefined)
    assert.equal(result, 1n)
    assert.equal(times.length, 2)
    assert.ok(times[1]! > times[0]!)
    await kv.close()
  })

  it('begins at or above the newest timestamp that the client has seen', async () => {
    const cluster = new FakeCluster(['a:1'])
    serving(cluster, { a: 1n }, ({ reply }) => reply(COMMITTED))
    const serve = cluster.behaviour
    const written = cluster.time.wallMicros() + 400_000
    cluster.behaviour = (arrival) => {
      if (arrival.request.put) arrival.reply({ written: { outcome: APPLIED, timestamp: written } })
      else serve(arrival)
    }
    const kv = await cluster.client()
    await outcomeOf(cluster.time, kv.put('k', 'v'))
    await outcomeOf(
      cluster.time,
      kv.transact((tx) => tx.get('a')),
    )
    const get = cluster.arrivals.find(({ request }) => request.get)!.request.get!
    assert.ok(get.at! >= written)
    await kv.close()
  })

  it('gives up with RETRY when it keeps losing until the deadline', async () => {
    const cluster = new FakeCluster(['a:1'])
    serving(cluster, { a: 1n }, ({ refuse }) => refuse('RETRY', 'an older one is in line'))
    const kv = await cluster.client()
    const run = kv.transact((tx) => tx.getInt('a'), { timeoutMs: 2000 })
    const { error } = await outcomeOf(cluster.time, run, 3000)
    assert.equal((error as RingKvError).code, 'RETRY')
    assert.match(error!.message, /an older one is in line.*attempts/)
    await kv.close()
  })

  it('gives up with RETRY, too, when the deadline cuts a read short after it had lost', async () => {
    const cluster = new FakeCluster(['a:1'])
    serving(cluster, { a: 1n }, ({ refuse }) => refuse('RETRY', 'an older one is in line'))
    const serve = cluster.behaviour
    let reads = 0
    cluster.behaviour = (arrival) => {
      // The key is locked from the third attempt on.
      if (arrival.request.get && ++reads > 2) return
      serve(arrival)
    }
    const kv = await cluster.client()
    const run = kv.transact((tx) => tx.getInt('a'), { timeoutMs: 2000 })
    const { error } = await outcomeOf(cluster.time, run, 3000)
    assert.equal((error as RingKvError).code, 'RETRY')
    assert.match(error!.message, /an older one is in line.*3 attempts.*may be tried again/)
    assert.equal((error!.cause as RingKvError).code, 'DEADLINE')
    await kv.close()
  })

  it('gives up with what happened when the deadline cuts its only attempt short', async () => {
    const cluster = new FakeCluster(['a:1'])
    cluster.behaviour = () => undefined
    const kv = await cluster.client()
    const run = kv.transact((tx) => tx.getInt('a'), { timeoutMs: 2000 })
    const { error } = await outcomeOf(cluster.time, run, 3000)
    assert.equal((error as RingKvError).code, 'DEADLINE')
    await kv.close()
  })

  it('resolves an attempt in doubt and runs again only when it did not happen', async () => {
    const cluster = new FakeCluster(['a:1', 'b:1'])
    const table = { a: 1n }
    const commits = serving(cluster, table, ({ address, reply }, count) => {
      if (count === 1) cluster.node(address).crash()
      else reply(COMMITTED)
    })
    const serve = cluster.behaviour
    const resolves: unknown[] = []
    cluster.behaviour = (arrival) => {
      if (arrival.request.resolve) {
        resolves.push(arrival.request.resolve.id!.sequence)
        arrival.reply({ resolve: { outcome: OUTCOME_ABORTED } })
      } else serve(arrival)
    }
    const kv = await cluster.client()
    const run = kv.transact(async (tx) => tx.put('a', (await tx.getInt('a'))! + 1n))
    const { error } = await outcomeOf(cluster.time, run, 5000)
    assert.equal(error, undefined)
    assert.equal(commits.length, 2)
    assert.deepEqual(resolves, [headerOf(commits[0]!.request).id!.sequence])
    assert.equal(headerOf(commits[1]!.request).resent, false)
    await kv.close()
  })

  it('does not run again when the attempt in doubt turns out to have happened', async () => {
    const cluster = new FakeCluster(['a:1', 'b:1'])
    const commits = serving(cluster, { a: 1n }, ({ refuse }) => refuse('OUTCOME_UNKNOWN', 'lost'))
    const serve = cluster.behaviour
    cluster.behaviour = (arrival) => {
      if (arrival.request.resolve) {
        arrival.reply({ resolve: { outcome: OUTCOME_COMMITTED, timestamp: 7 } })
      } else serve(arrival)
    }
    const kv = await cluster.client()
    const { result } = await outcomeOf(
      cluster.time,
      kv.transact(async (tx) => {
        tx.put('a', 2n)
        return tx.getInt('b')
      }),
      5000,
    )
    assert.equal(result, undefined)
    assert.equal(commits.length, 1)
    await kv.close()
  })

  it('reports the doubt when resolving does not help', async () => {
    for (const outcome of [OUTCOME_EXPIRED, undefined]) {
      const cluster = new FakeCluster(['a:1'])
      cluster.behaviour = ({ request, reply, refuse }) => {
        if (request.commit) refuse('OUTCOME_UNKNOWN', 'lost')
        else if (request.resolve && outcome !== undefined) reply({ resolve: { outcome } })
      }
      const kv = await cluster.client()
      const run = kv.transact((tx) => tx.put('a', 1n), { timeoutMs: 2000 })
      const { error } = await outcomeOf(cluster.time, run, 3000)
      assert.ok(isOutcomeUnknown(error))
      await kv.close()
    }
  })

  it('throws the closure’s error without writing, after making sure that what it read was current', async () => {
    const cluster = new FakeCluster(['a:1'])
    const commits = serving(cluster, { a: 1n }, ({ reply, refuse }, count) =>
      count === 1 ? refuse('RETRY', 'stale') : reply(COMMITTED),
    )
    const kv = await cluster.client()
    let runs = 0
    const run = kv.transact(async (tx) => {
      runs++
      await tx.get('a')
      tx.put('a', 5n)
      throw new Error('insufficient funds')
    })
    const { error } = await outcomeOf(cluster.time, run, 1000)
    assert.equal(error?.message, 'insufficient funds')
    assert.equal(runs, 2)
    assert.ok(commits.every(({ request }) => request.commit!.writes!.length === 0))
    await kv.close()
  })

  it('sends nothing for a closure that did nothing', async () => {
    const cluster = new FakeCluster(['a:1'])
    const kv = await cluster.client()
    assert.equal(
      (
        await outcomeOf(
          cluster.time,
          kv.transact(() => 42),
        )
      ).result,
      42,
    )
    assert.equal(cluster.arrivals.length, 0)
    await kv.close()
  })

  it('confirms the reads of a closure without writes', async () => {
    const cluster = new FakeCluster(['a:1'])
    const commits = serving(cluster, { a: 1n }, ({ reply }) => reply(COMMITTED))
    const kv = await cluster.client()
    await outcomeOf(
      cluster.time,
      kv.transact((tx) => tx.getInt('a')),
    )
    assert.equal(commits[0]!.request.commit!.reads!.length, 1)
    assert.equal(commits[0]!.request.commit!.header ?? undefined, undefined, 'it needs no identity')
    await kv.close()
  })

  it('asks again elsewhere, and resolves nothing, when a closure without writes loses its node', async () => {
    const cluster = new FakeCluster(['a:1', 'b:1'])
    const commits = serving(cluster, { a: 1n }, ({ address, reply }, count) => {
      if (count === 1) cluster.node(address).crash()
      else reply(COMMITTED)
    })
    const kv = await cluster.client()
    const run = kv.transact((tx) => tx.getInt('a'))
    const { result, error } = await outcomeOf(cluster.time, run, 5000)
    assert.equal(error, undefined)
    assert.equal(result, 1n)
    assert.equal(commits.length, 2)
    assert(cluster.arrivals.every(({ request }) => !request.resolve))
    await kv.close()
  })

  it('refuses use after its end', async () => {
    const cluster = new FakeCluster(['a:1'])
    const kv = await cluster.client()
    let leaked: Transaction | undefined
    await outcomeOf(
      cluster.time,
      kv.transact((tx) => {
        leaked = tx
      }),
    )
    assert.throws(() => leaked!.put('a', 1n), /has ended/)
    await assert.rejects(() => leaked!.get('a'), /has ended/)
    await kv.close()
  })
})

describe('client: own writes inside a transaction', () => {
  async function inTransaction<Result>(
    table: Record<string, bigint>,
    body: (tx: Transaction) => Promise<Result>,
  ): Promise<{ result: Result; error?: Error; readKeys: string[] }> {
    const cluster = new FakeCluster(['a:1'])
    const commits = serving(cluster, table, ({ reply }) => reply(COMMITTED))
    const kv = await cluster.client()
    const { result, error } = await outcomeOf(cluster.time, kv.transact(body), 100)
    await kv.close()
    const reads = commits.at(-1)?.request.commit?.reads ?? []
    return {
      result: result as Result,
      readKeys: reads.map(({ key }) => Buffer.from(key!).toString()),
      ...(error === undefined ? {} : { error }),
    }
  }

  it('reads back a plain put and a delete without reading the key', async () => {
    const { result, readKeys } = await inTransaction({ a: 1n, b: 2n }, async (tx) => {
      tx.put('a', 'new')
      tx.delete('b')
      return [(await tx.get('a'))?.value, await tx.get('b')]
    })
    assert.deepEqual(result, ['new', undefined])
    assert.deepEqual(readKeys, [])
  })

  it('reads back an operation on top of the stored value, and so validates the key', async () => {
    const { result, readKeys } = await inTransaction({ a: 40n }, async (tx) => {
      tx.increment('a', 2n)
      tx.listAppend('l', ['x'])
      tx.listPrepend('l', [1, 2])
      return [await tx.getInt('a'), await tx.getList('l')]
    })
    assert.deepEqual(result, [42n, [1n, 2n, 'x']])
    assert.deepEqual(readKeys, ['a', 'l'])
  })

  it('does not read or validate what is only operated on', async () => {
    const { readKeys } = await inTransaction({ a: 40n }, async (tx) => {
      tx.increment('a', 2n)
      return tx.get('b')
    })
    assert.deepEqual(readKeys, ['b'])
  })

  it('reads back a put with a context as its value, and validates the key', async () => {
    const { result, readKeys } = await inTransaction({ a: 40n }, async (tx) => {
      tx.put('a', 'mine', { context: new Uint8Array(4) })
      return (await tx.get('a'))?.value
    })
    assert.equal(result, 'mine')
    assert.deepEqual(readKeys, ['a'])
  })

  it('evaluates operations on its own put, and refuses what the server would refuse', async () => {
    const { result } = await inTransaction({}, async (tx) => {
      tx.put('a', 1)
      tx.increment('a', 5)
      tx.put('l', ['x', 'y', 'x'])
      tx.listRemove('l', ['x'])
      return [(await tx.get('a'))?.value, (await tx.get('l'))?.value]
    })
    assert.deepEqual(result, [6n, ['y']])
    const mismatch = await inTransaction({}, async (tx) => {
      tx.put('a', 'text')
      tx.increment('a')
      return tx.get('a')
    })
    assert.equal((mismatch.error as RingKvError).code, 'TYPE_MISMATCH')
    const overflow = await inTransaction({ a: 2n ** 63n - 1n }, async (tx) => {
      tx.increment('a')
      return tx.get('a')
    })
    assert.equal((overflow.error as RingKvError).code, 'OVERFLOW')
  })

  it('reads a key once, however often it is asked for', async () => {
    const { result, readKeys } = await inTransaction({ a: 7n }, async (tx) => {
      const [one, two] = await Promise.all([tx.getInt('a'), tx.getInt('a')])
      return [one, two, await tx.getInt('a')]
    })
    assert.deepEqual(result, [7n, 7n, 7n])
    assert.deepEqual(readKeys, ['a'])
  })

  it('puts its own writes into a scan of their partition, in key order', async () => {
    const cluster = new FakeCluster(['a:1'])
    const row = (key: string, int: bigint) => ({
      key: Buffer.from(key),
      timestamp: 5,
      value: { int },
    })
    let range: wire.ReadRange.$Properties | undefined
    cluster.behaviour = ({ request, reply }) => {
      if (request.scan) reply({ scan: { rows: [row('{p}b', 1n), row('{p}c', 2n)], readAt: 1 } })
      if (request.get) reply({ get: { row: row('{p}c', 2n) } })
      if (request.commit) {
        range = request.commit.ranges![0]
        reply(COMMITTED)
      }
    }
    const kv = await cluster.client()
    const { result } = await outcomeOf(
      cluster.time,
      kv.transact(async (tx) => {
        tx.put('{p}a', 'own')
        tx.put('{q}a', 'elsewhere')
        tx.delete('{p}b')
        tx.increment('{p}c', 10n)
        return tx.scan({ partitionOf: '{p}', prefix: '{p}' })
      }),
      100,
    )
    assert.deepEqual(
      result?.map(({ key, value }) => [key, value]),
      [
        ['{p}a', 'own'],
        ['{p}c', 12n],
      ],
    )
    assert.equal(Buffer.from(range!.start!).toString(), '{p}')
    assert.equal(Buffer.from(range!.end!).toString(), '{p~')
    assert.deepEqual(
      range!.rows!.map(({ timestamp }) => timestamp),
      [5, 5],
    )
    await kv.close()
  })
})

describe('client: one-shot transactions', () => {
  const oneShot = {
    compare: [{ key: 'a', exists: true }, { key: 'b', is: '<', value: 5 } as const],
    then: [{ op: 'put', key: 'a', value: 'x' } as const, { op: 'get', key: 'c' } as const],
    else: [{ op: 'increment', key: 'd', by: 1 } as const],
  }

  it('sends compares and branches and decodes the results in order', async () => {
    const cluster = new FakeCluster(['a:1'])
    cluster.behaviour = ({ reply }) =>
      reply({
        transact: {
          succeeded: true,
          timestamp: 50,
          results: [
            { written: { outcome: APPLIED, timestamp: 50 } },
            { row: { timestamp: 3, value: { string: 'sea' } } },
          ],
        },
      })
    const kv = await cluster.client()
    const { result } = await outcomeOf(cluster.time, kv.transactOnce(oneShot))
    assert.equal(result?.succeeded, true)
    const [put, get] = result.results!
    assert.ok(put?.kind === 'written' && put.outcome === 'APPLIED')
    assert.ok(get?.kind === 'read' && get.entry?.value === 'sea')
    const { compare, otherwise } = cluster.arrivals[0]!.request.transact!
    assert.deepEqual(
      compare!.map(({ relation, exists, value }) => [relation, exists, value?.int]),
      [
        [1, true, undefined],
        [3, undefined, 5n],
      ],
    )
    assert.equal(otherwise![0]!.increment!.by, 1n)
    await kv.close()
  })

  it('asks under the same id for the branch of a transaction that turned out to have happened', async () => {
    const cluster = new FakeCluster(['a:1', 'b:1'])
    let sends = 0
    cluster.behaviour = ({ address, request, reply }) => {
      if (request.resolve) reply({ resolve: { outcome: OUTCOME_COMMITTED, timestamp: 8 } })
      else if (sends++ === 0) cluster.node(address).crash()
      else reply({ transact: { succeeded: false, timestamp: 8 } })
    }
    const kv = await cluster.client()
    const { result } = await outcomeOf(cluster.time, kv.transactOnce(oneShot), 1000)
    assert.equal(result?.succeeded, false)
    const transacts = cluster.arrivals.filter(({ request }) => request.transact)
    assert.equal(transacts.length, 2)
    assert.deepEqual(headerOf(transacts[0]!.request).id, headerOf(transacts[1]!.request).id)
    assert.equal(headerOf(transacts[1]!.request).resent, true)
    // The record must not be dropped before the branch is known.
    assert.equal(headerOf(transacts[1]!.request).lowWater, 1)
    await kv.close()
  })

  it('runs again under a new id, with the age of the first attempt, when it lost', async () => {
    const cluster = new FakeCluster(['a:1'])
    const attempts: Arrival[] = []
    cluster.behaviour = (arrival) => {
      attempts.push(arrival)
      if (attempts.length < 3) arrival.refuse('RETRY', 'lost')
      else arrival.reply(COMMITTED)
    }
    const kv = await cluster.client()
    const { error } = await outcomeOf(cluster.time, kv.transactOnce(oneShot), 5000)
    assert.equal(error, undefined)
    const ages = attempts.map(({ request }) => request.transact!.age)
    assert.ok(ages[0]! > 0)
    assert.deepEqual(ages, [ages[0], ages[0], ages[0]])
    assert.equal(new Set(attempts.map((arrival) => headerOf(arrival.request).id!.sequence)).size, 3)
    await kv.close()
  })

  it('runs again under a new id when the doubtful attempt did not happen', async () => {
    const cluster = new FakeCluster(['a:1', 'b:1'])
    let sends = 0
    cluster.behaviour = ({ address, request, reply }) => {
      if (request.resolve) reply({ resolve: { outcome: OUTCOME_ABORTED } })
      else if (sends++ === 0) cluster.node(address).crash()
      else reply(COMMITTED)
    }
    const kv = await cluster.client()
    const { result } = await outcomeOf(cluster.time, kv.transactOnce(oneShot), 1000)
    assert.equal(result?.timestamp, 99)
    const ids = cluster.arrivals
      .filter(({ request }) => request.transact)
      .map(({ request }) => headerOf(request).id!.sequence)
    assert.deepEqual(ids, [1, 2])
    await kv.close()
  })
})
