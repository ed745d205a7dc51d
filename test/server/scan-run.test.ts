/** Pages of scans over many shards, put together from answers that come in any order, while shards split. */
import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  DEFAULT_KEYSPACE,
  keyOfText,
  replicaId,
  nodeId,
  shardId,
  timestamp,
  TOKEN_END,
  type Key,
} from '../../src/base/ids.ts'
import { SeededRandom } from '../../src/base/random.ts'
import { tokenOf } from '../../src/base/token.ts'
import { decodeScan } from '../../src/net/read-codec.ts'
import { wire } from '../../src/net/protobuf.ts'
import type { Requester } from '../../src/net/request-handler.ts'
import { ClusterState } from '../../src/server/cluster-state.ts'
import type { GatewayContext } from '../../src/server/gateway-context.ts'
import { ScanRun } from '../../src/server/scan-run.ts'
import type { RoutedRequest } from '../../src/server/shard-router.ts'
import type { Read, ReadReply } from '../../src/shard/request.ts'

type ScanRead = Extract<Read, { kind: 'scan' }>
type Place = { readonly token: number; readonly key: Key }
type Response = wire.Response.$Properties

/** A ring with rows, of which the shards answer when the test says so. */
class ScannedRing {
  readonly cluster = new ClusterState()
  readonly asked: RoutedRequest[] = []
  mostAtOnce = 0
  bytesPerValue = 10
  private readonly rows: readonly Place[]
  private cuts: number[]
  private version = 0

  constructor(keys: readonly string[], shards: number) {
    this.rows = keys
      .map((name) => {
        const key = keyOfText(name)
        return { token: tokenOf(DEFAULT_KEYSPACE, key, { kind: 'key' }), key }
      })
      .sort((a, b) => (isBefore(a, b) ? -1 : 1))
    this.cuts = Array.from({ length: shards }, (_, i) => Math.floor((i * TOKEN_END) / shards))
    this.publish()
  }

  get names(): readonly string[] {
    return this.rows.map(({ key }) => key)
  }

  /** The shard of this token becomes two. */
  split(token: number): void {
    if (this.cuts.includes(token)) return
    this.cuts = [...this.cuts, token].sort((a, b) => a - b)
    this.publish()
  }

  begin(
    limit: number,
    cursor: Uint8Array | undefined,
    respond: (response: Response) => void,
    partitionOf = '',
  ): void {
    const context = {
      cluster: this.cluster,
      options: { clock: { now: () => timestamp(77) } },
      router: { send: (request: RoutedRequest) => this.send(request) },
      deadlineOf: () => 1_000,
      tokenOf: (keyspace: typeof DEFAULT_KEYSPACE, key: Key) =>
        tokenOf(keyspace, key, { kind: 'key' }),
      respondError: (_from: Requester, _id: number, error: unknown) => {
        throw error
      },
    } as unknown as GatewayContext
    const page = decodeScan(this.cluster, {
      limit,
      partitionOf: Buffer.from(partitionOf),
      ...(cursor === undefined ? {} : { cursor }),
    })
    const from = { respond: (_id: number, response: Response) => respond(response) } as Requester
    new ScanRun(context, from, wire.Request.decode(new Uint8Array()), page).start()
  }

  /** Answers the request as the shard that owns its token now. */
  answer(request: RoutedRequest): void {
    request.done({ kind: 'read', reply: this.replyTo(request) })
  }

  replyTo(request: RoutedRequest): ReadReply {
    const read = request.read as ScanRead
    const { range } = this.cluster.view.shards.byToken(request.token as never)!
    const inside = this.rows.filter(
      (row) =>
        row.token >= range.start &&
        row.token < range.end &&
        (read.after === undefined || isBefore(read.after, row)),
    )
    const found = inside.slice(0, read.limit)
    const last = found[found.length - 1]
    return {
      kind: 'page',
      readAt: read.at,
      next: inside.length > found.length ? last : undefined,
      rows: found.map(({ key }) => ({
        key,
        timestamp: timestamp(5),
        value: { type: 'string', value: 'x'.repeat(this.bytesPerValue) },
        expiry: timestamp(0),
        author: '',
        context: new Uint8Array(),
      })),
    }
  }

  private send(request: RoutedRequest): void {
    this.asked.push(request)
    this.mostAtOnce = Math.max(this.mostAtOnce, this.asked.length)
  }

  private publish(): void {
    this.version++
    this.cluster.apply({
      since: 0,
      version: this.version,
      full: true,
      descriptors: this.cuts.map((start, i) => ({
        shard: shardId(i + 1),
        range: { start, end: this.cuts[i + 1] ?? TOKEN_END },
        epoch: { config: 1, range: this.version },
        replicas: [{ replica: replicaId(1), node: nodeId(1), role: 'voter' as const }],
        incarnation: 'first',
        nextReplica: replicaId(2),
      })),
      nodes: [],
      keyspaces: [
        {
          id: DEFAULT_KEYSPACE,
          name: 'default',
          partition: { kind: 'key' as const },
          policy: 'auto' as const,
          retentionMs: 1_000,
          quotaBytes: 0,
        } as never,
      ],
      droppedKeyspaces: [],
      holds: [],
      settings: undefined,
    })
  }
}

function isBefore(a: Place, b: Place): boolean {
  return a.token < b.token || (a.token === b.token && a.key < b.key)
}

function namesOf(response: Response): string[] {
  return (response.scan?.rows ?? []).map(({ key }) => Buffer.from(key!).toString('latin1'))
}

describe('a scan over many shards', () => {
  it('brings every row once, in ring order, whatever comes when and splits meanwhile', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 20 }), fc.nat(60), (seed, shards, count) => {
        const random = new SeededRandom(seed)
        const ring = new ScannedRing(
          Array.from({ length: count }, (_, i) => `key-${i}`),
          shards,
        )
        const found: string[] = []
        let cursor: Uint8Array | undefined
        for (let pages = 0; pages < 200; pages++) {
          let response: Response | undefined
          const limit = random.integer(1, 30)
          ring.begin(limit, cursor, (answer) => (response = answer))
          while (response === undefined) {
            if (random.float() < 0.2) ring.split(random.integer(0, TOKEN_END - 1))
            const [next] = ring.asked.splice(random.integer(0, ring.asked.length - 1), 1)
            assert(next !== undefined, 'it waits for nothing')
            if (random.float() < 0.5) ring.answer(next)
            else {
              // The answer was given before the split, and comes after it.
              const reply = ring.replyTo(next)
              ring.split(random.integer(0, TOKEN_END - 1))
              next.done({ kind: 'read', reply })
            }
          }
          // Whatever was read ahead comes too late, and changes nothing.
          for (const late of ring.asked.splice(0)) ring.answer(late)
          const names = namesOf(response)
          assert(names.length <= limit)
          found.push(...names)
          cursor = response.scan!.cursor ?? undefined
          if (cursor === undefined) break
        }
        assert.deepEqual(found, ring.names)
        assert(ring.mostAtOnce <= 16, `${ring.mostAtOnce} shards at once`)
      }),
      { numRuns: 300 },
    )
  })

  it('of one partition leaves out another that has the same token', () => {
    // xxh32 with the default keyspace's seed gives both 2830245266.
    const ring = new ScannedRing(['p5360', 'p182429', 'other'], 3)
    let response: Response | undefined
    ring.begin(10, undefined, (answer) => (response = answer), 'p5360')
    for (const request of ring.asked.splice(0)) ring.answer(request)
    assert.deepEqual(namesOf(response!), ['p5360'])
  })

  it('reads shards at once, more and more while they bring little', () => {
    const ring = new ScannedRing([], 64)
    let done = 0
    ring.begin(10, undefined, () => done++)
    const rounds: number[] = []
    while (done === 0) {
      rounds.push(ring.asked.length)
      for (const request of ring.asked.splice(0)) ring.answer(request)
    }
    assert.deepEqual(rounds.slice(0, 3), [4, 8, 16])
    assert(rounds.every((round) => round <= 16))
  })

  it('is content with few shards where the first ones fill the page', () => {
    const ring = new ScannedRing(
      Array.from({ length: 500 }, (_, i) => `key-${i}`),
      50,
    )
    const responses: Response[] = []
    ring.begin(5, undefined, (response) => responses.push(response))
    let reads = 0
    while (responses.length === 0) {
      reads++
      ring.answer(ring.asked.shift()!)
    }
    assert.equal(reads, 1)
    assert.deepEqual(namesOf(responses[0]!), ring.names.slice(0, 5))
  })

  it('keeps a page below the bytes that a message may have', () => {
    const ring = new ScannedRing(
      Array.from({ length: 64 }, (_, i) => `key-${i}`),
      8,
    )
    ring.bytesPerValue = 200_000
    const found: string[] = []
    let cursor: Uint8Array | undefined
    do {
      let response: Response | undefined
      ring.begin(1000, cursor, (answer) => (response = answer))
      while (response === undefined) ring.answer(ring.asked.shift()!)
      ring.asked.length = 0
      const names = namesOf(response)
      assert(names.length <= 6, `${names.length} rows of 200 kB in one page`)
      found.push(...names)
      cursor = response.scan!.cursor ?? undefined
    } while (cursor !== undefined)
    assert.deepEqual(found, ring.names)
  })

  it('works where every leader answers at once', () => {
    const ring = new ScannedRing(
      Array.from({ length: 100 }, (_, i) => `key-${i}`),
      40,
    )
    ring.asked.push = (...requests) => {
      for (const request of requests) ring.answer(request)
      return 0
    }
    const responses: Response[] = []
    ring.begin(1000, undefined, (response) => responses.push(response))
    assert.equal(responses.length, 1)
    assert.deepEqual(namesOf(responses[0]!), ring.names)
    assert.equal(responses[0]!.scan!.cursor ?? undefined, undefined)
  })
})
