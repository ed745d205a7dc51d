/** Changes as a shard's leader finds them in history, page by page, while more are written. */
import assert from 'node:assert/strict'
import {
  DEFAULT_KEYSPACE,
  timestamp,
  TOKEN_END,
  type Key,
  type ShardId,
  type Timestamp,
} from '../../src/base/ids.ts'
import type { ReadOutcome } from '../../src/server/calls.ts'
import { GatewayWatches } from '../../src/server/gateway-watches.ts'
import type { GatewayContext } from '../../src/server/gateway-context.ts'
import type { KvReplica } from '../../src/server/kv-replica.ts'
import type { ReadReply } from '../../src/shard/request.ts'
import { wire } from '../../src/net/protobuf.ts'
import { RigCluster } from './rig/rig-cluster.ts'

type Changes = Extract<ReadReply, { kind: 'changes' }>

describe('changes of a shard', () => {
  let cluster: RigCluster
  let shard: ShardId
  let leader: KvReplica

  beforeEach(async () => {
    cluster = await RigCluster.started({ nodes: 3, settings: { initialShards: 1 } })
    ;[shard] = cluster.shards as [ShardId]
    // Leaders settle where they are preferred.
    await cluster.time.pass(5_000)
    leader = cluster.leader(shard).replica
  })

  afterEach(() => cluster.assertHealthy())

  const write = (key: string, value: string): Promise<number> =>
    cluster.settled(cluster.client(1).put(key, value))

  async function ask(
    at: number,
    received: number,
    maxBytes: number,
    watcher = 'w',
    rangeEpoch = 1,
  ): Promise<ReadOutcome> {
    const read = {
      kind: 'changes' as const,
      keyspace: DEFAULT_KEYSPACE,
      range: { start: 0, end: TOKEN_END },
      start: '' as Key,
      end: '' as Key,
      at: timestamp(at),
      watcher,
      received,
      maxBytes,
    }
    return cluster.settled(
      new Promise((resolve) => {
        leader.read({ read, rangeEpoch, deadlineMs: Infinity, readAnswered: resolve })
      }),
    )
  }

  async function changes(at: number, received: number, maxBytes: number): Promise<Changes> {
    const outcome = await ask(at, received, maxBytes)
    assert(outcome.kind === 'read' && outcome.reply.kind === 'changes', JSON.stringify(outcome))
    return outcome.reply
  }

  const shown = ({ rows }: Changes): string[] =>
    rows.map(({ key, value }) => `${key}=${value!.value as string}`)

  for (const where of ['memory', 'the engine']) {
    it(`come from ${where} in pieces, each once, those of a key in order`, async () => {
      const from = await write('start', '0')
      const written: string[] = []
      for (let i = 0; i < 12; i++) {
        for (const key of ['a', 'b', 'c']) {
          if (key === 'c' && i > 0) continue
          await write(key, `${i}`)
          written.push(`${key}=${i}`)
        }
      }
      if (where === 'the engine') {
        await cluster.settled(cluster.leader(shard).node.node.driver.pump.checkpoint())
        await cluster.time.pass(1_000)
      }
      const found: string[] = []
      let reply = await changes(from, 0, 300)
      for (let pages = 0; found.length < written.length; pages++) {
        assert.ok(pages < written.length)
        found.push(...shown(reply))
        if (found.length < written.length) reply = await changes(reply.readAt, reply.sent, 300)
      }
      assert.deepEqual([...found].sort(), [...written].sort())
      for (const key of ['a', 'b', 'c']) {
        const own = (all: string[]): string[] => all.filter((each) => each.startsWith(key))
        assert.deepEqual(own(found), own(written))
      }
    })
  }

  it('that are written while the search goes on come once, and in order', async () => {
    const from = await write('start', '0')
    const keys = ['a', 'b', 'c', 'd', 'e', 'f']
    for (const key of keys) await write(key, 'old')
    const found: string[] = []
    let reply = await changes(from, 0, 1)
    let round = 0
    while (round < 20) {
      found.push(...shown(reply))
      if (round < 6) for (const key of keys) await write(key, `${round}`)
      round++
      if (found.length >= keys.length * 7) break
      reply = await changes(reply.readAt, reply.sent, round < 6 ? 1 : 10_000)
    }
    for (const key of keys) {
      const own = found.filter((each) => each.startsWith(key))
      assert.deepEqual(
        own,
        ['old', '0', '1', '2', '3', '4', '5'].map((value) => `${key}=${value}`),
      )
    }
  })

  it('are looked for again when an answer was lost', async () => {
    const from = await write('start', '0')
    await write('a', '1')
    const first = await changes(from, 0, 1_000)
    const again = await changes(from, 0, 1_000)
    assert.deepEqual(shown(again), shown(first))
    await write('a', '2')
    assert.deepEqual(shown(await changes(again.readAt, again.sent, 1_000)), ['a=2'])
  })

  it('are resolved by what is applied alone', async () => {
    await write('a', '1')
    const begun = await changes(0, 0, 1_000)
    assert.equal(begun.readAt, leader.machine.lastStamp)
    assert.equal(begun.end, TOKEN_END)
    const at: Timestamp = begun.readAt
    const pending = changes(at, begun.sent, 1_000)
    const { rows, readAt } = await pending.then((reply) => reply)
    assert.deepEqual(rows, [])
    assert.equal(readAt, at, 'nothing was written meanwhile')
  })

  it('are refused by a follower, and for another range', async () => {
    const follower = cluster.running.find(({ node }) => node.host.replica(shard) !== leader)!
    const was = leader
    leader = follower.node.host.replica(shard)!
    const outcome = await ask(0, 0, 1_000)
    assert(outcome.kind === 'refused' && outcome.code === 'NOT_LEADER')
    leader = was
    const stale = await ask(0, 0, 1_000, 'w', 9)
    assert(stale.kind === 'refused' && stale.code === 'STALE_EPOCH')
  })

  it('are not remembered for more watches of a gateway than it has room for', () => {
    const { gateway } = cluster.running[0]!.node as unknown as {
      gateway: { context: GatewayContext }
    }
    const watches = new GatewayWatches(gateway.context, 150_000)
    const client = cluster.client(1)
    client.respond = () => undefined
    const open = (watch: number): void =>
      watches.ask(client, new wire.Request({ id: watch }), { watch })
    open(1)
    open(2)
    assert.throws(() => open(3), { code: 'OVERLOADED' })
    assert.equal(watches.count, 2)
    watches.forget(client)
    open(3)
    assert.equal(watches.count, 1)
    watches.close()
    assert.equal(watches.count, 0)
  })
})
