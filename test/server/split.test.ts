/** Shards split while a cluster is at work (06, "Split"): what clients see, and what is on disk after a crash at any point. */
import assert from 'node:assert/strict'
import { DEFAULT_KEYSPACE, keyOfText, type ShardId } from '../../src/base/ids.ts'
import { tokenOf } from '../../src/base/token.ts'
import { encodeCommand } from '../../src/shard/command-codec.ts'
import type { Command } from '../../src/shard/command.ts'
import type { CommandReply } from '../../src/shard/request.ts'
import { operationId, prepare, put, SECOND } from '../shard/replica.ts'
import { RigCluster } from './rig/rig-cluster.ts'
import { Watching } from './watching.ts'
import { beginSplit, splitShard } from './rig/split-shard.ts'

const ONE_SHARD = { initialShards: 1 }
const tokenOfName = (name: string) => tokenOf(DEFAULT_KEYSPACE, keyOfText(name), { kind: 'key' })
const names = Array.from({ length: 40 }, (_, i) => `key-${i}`)

async function filled(seed: number, settings = {}): Promise<RigCluster> {
  const cluster = await RigCluster.started({
    nodes: 3,
    seed,
    settings: { ...ONE_SHARD, ...settings },
  })
  const client = cluster.client(1)
  await cluster.settled(Promise.all(names.map((name) => client.put(name, name))))
  return cluster
}

async function assertAll(cluster: RigCluster): Promise<void> {
  for (const { id } of cluster.running) {
    const client = cluster.client(id)
    const found = await cluster.settled(Promise.all(names.map((name) => client.get(name))))
    assert.deepEqual(found, names)
  }
}

describe('a shard that is split', () => {
  it('becomes two, each with its leader, and no key is lost', async () => {
    const cluster = await filled(1)
    const [shard] = cluster.shards
    const child = await splitShard(cluster, shard!)
    await cluster.ready()
    await assertAll(cluster)
    for (const one of [shard!, child]) await cluster.assertEqualReplicas(one)
    cluster.assertHealthy()
  })

  it('can be split again, also the child', async () => {
    const cluster = await filled(2)
    const [shard] = cluster.shards
    const child = await splitShard(cluster, shard!)
    const grandchild = await splitShard(cluster, child)
    const sibling = await splitShard(cluster, shard!)
    await cluster.ready()
    await assertAll(cluster)
    for (const one of [shard!, child, grandchild, sibling]) await cluster.assertEqualReplicas(one)
    assert.equal(cluster.shards.length, 4)
    cluster.assertHealthy()
  })

  it('is whole after all power failed, at any time around the split', async () => {
    for (let round = 0; round < 8; round++) {
      const cluster = await filled(10 + round)
      const [shard] = cluster.shards
      await beginSplit(cluster, shard!)
      await cluster.time.pass(round * 60)
      for (const { id } of cluster.running) cluster.crash(id)
      for (const { id } of cluster.all) await cluster.start(id)
      await cluster.time.until(() => cluster.shards.length === 2, 'the child on the map')
      await cluster.ready()
      await assertAll(cluster)
      for (const one of cluster.shards) await cluster.assertEqualReplicas(one)
      cluster.assertHealthy()
    }
  })
})

describe('a transaction', () => {
  /** Two keys of one shard that a split in the middle parts. */
  function pair(cluster: RigCluster): [string, string] {
    const { range } = cluster.node(1).node.cluster.view.shards.byShard(cluster.shards[0]!)!
    const middle = (range.start + range.end) / 2
    const low = names.find((name) => tokenOfName(name) < middle)
    const high = names.find((name) => tokenOfName(name) >= middle)
    assert(low !== undefined && high !== undefined)
    return [low, high]
  }

  const bothOf = async (cluster: RigCluster, keys: readonly string[]) =>
    cluster.settled(Promise.all(keys.map((key) => cluster.client(3).get(key))))

  it('of one shard, asked again through another gateway after a split, gets the recorded outcome', async () => {
    const cluster = await filled(30)
    const keys = pair(cluster)
    const first = cluster.client(1)
    const header = first.header()
    const texts = Object.fromEntries(keys.map((key) => [key, 'once']))
    assert.equal(await cluster.settled(first.putAll(texts, header)), true)
    await splitShard(cluster, cluster.shards[0]!)
    await cluster.ready()
    // Somebody else writes in between: a second application would show.
    await cluster.settled(cluster.client(3).put(keys[0], 'later'))
    const again = { ...header, resent: true }
    const other = Object.assign(cluster.client(2), { client: first.client })
    assert.equal(await cluster.settled(other.putAll(texts, again)), true)
    assert.deepEqual(await bothOf(cluster, keys), ['later', 'once'])
  })

  it('of one shard that never arrived is refused when it is asked again after a split, and stays so', async () => {
    const cluster = await filled(31)
    const keys = pair(cluster)
    const client = cluster.client(1)
    const header = client.header()
    await splitShard(cluster, cluster.shards[0]!)
    await cluster.ready()
    const texts = Object.fromEntries(keys.map((key) => [key, 'never']))
    for (let attempt = 0; attempt < 2; attempt++) {
      const answer = client.putAll(texts, { ...header, resent: true })
      await assert.rejects(cluster.settled(answer), { code: 'RETRY' })
    }
    assert.deepEqual(await bothOf(cluster, keys), keys)
  })

  it('under way while its shard splits is applied once, whole', async () => {
    for (let round = 0; round < 3; round++) {
      const cluster = await filled(40 + round)
      const keys = pair(cluster)
      const [shard] = cluster.shards
      await beginSplit(cluster, shard!)
      const client = cluster.client(2)
      let value = 0
      let refused = 0
      const endMs = cluster.time.nowMs + 2_000
      while (cluster.time.nowMs < endMs) {
        const text = String(++value)
        const texts = Object.fromEntries(keys.map((key) => [key, text]))
        try {
          await cluster.settled(client.putAll(texts))
        } catch {
          refused++
        }
        const found = await bothOf(cluster, keys)
        assert.equal(found[0], found[1])
      }
      assert.equal(cluster.shards.length, 2)
      assert(refused <= 1, `${refused} of ${value} were refused`)
    }
  })

  it('whose answer was lost, and whose keys fell apart since, happens once and is said to have happened', async () => {
    const cluster = await filled(55)
    const keys = pair(cluster)
    const [shard] = cluster.shards
    const { node: leader } = cluster.leader(shard!)
    const [gateway, other] = cluster.running.filter(({ id }) => id !== leader.id)
    let cut = false
    cluster.network.tap = ({ from, to, request }) => {
      const between = [from, to].includes(leader.id) && [from, to].includes(gateway!.id)
      if (cut && between) return 'drop'
      // The request gets through, nothing behind it does.
      if (between && request?.command !== undefined && from === gateway!.id) cut = true
      return 'pass'
    }
    const texts = Object.fromEntries(keys.map((key) => [key, 'once']))
    const answer = cluster.client(gateway!.id).putAll(texts)
    await cluster.time.until(() => cut, 'the request on its way')
    await cluster.time.pass(50)
    const split = await cluster.settled(
      other!.node.placement({
        kind: 'operator-add',
        at: other!.node.clock.now(),
        shard: shard!,
        request: { kind: 'split', token: 2 ** 31 },
        timeoutMs: 60_000,
      }),
    )
    assert.equal(split.kind, 'operator')
    await cluster.time.until(() => other!.node.cluster.view.shards.size === 2, 'the split')
    cluster.network.tap = () => 'pass'
    await cluster.time.until(() => gateway!.node.cluster.view.shards.size === 2, 'its news')
    // Somebody else leads: that is what moves the request on.
    cluster.crash(leader.id)
    assert.equal(await cluster.settled(answer), true)
    const found = keys.map((key) => cluster.client(gateway!.id).get(key))
    assert.deepEqual(await cluster.settled(Promise.all(found)), ['once', 'once'])
  })

  it('that is prepared holds a split back, and is recovered when nobody finishes it', async () => {
    const cluster = await filled(50)
    const [shard] = cluster.shards
    const [low] = pair(cluster)
    const now = cluster.node(1).node.clock.now()
    const id = operationId(1, now + 60 * SECOND)
    const participants = [{ shard: shard!, token: tokenOfName(low) }]
    const held = prepare(id, [put(low, 'held', { keyspace: DEFAULT_KEYSPACE })], { participants })
    const vote = await cluster.settled(submit(cluster, shard!, held))
    assert.equal(vote.kind === 'participant' && vote.answer.kind, 'prepared')
    const child = await splitShard(cluster, shard!)
    // Everybody had voted yes, so it is committed.
    assert.equal(await cluster.settled(cluster.client(2).get(low)), 'held')
    await cluster.ready()
    for (const one of [shard!, child]) await cluster.assertEqualReplicas(one)
  })
})

describe('reads over a split', () => {
  it('of a scan, page by page, find every key once, at the time of the first page', async () => {
    const cluster = await filled(80)
    const [shard] = cluster.shards
    const client = cluster.client(2)
    const found: string[] = []
    let cursor: Uint8Array = new Uint8Array(0)
    for (let page = 0; ; page++) {
      if (page === 2) await splitShard(cluster, shard!)
      const answer = await cluster.settled(client.ask({ scan: { limit: 5, cursor } }))
      for (const { key, value } of answer.scan!.rows ?? []) {
        assert.equal(Buffer.from(key!).toString(), value!.string)
        found.push(value!.string!)
      }
      cursor = answer.scan!.cursor ?? cursor
      // What comes behind the first page's time is none of its business.
      await cluster.settled(client.put(names[page % names.length]!, names[page % names.length]!))
      if (answer.scan!.cursor == null || answer.scan!.cursor.length === 0) break
    }
    assert.deepEqual(found.sort(), [...names].sort())
  })

  it('of the past find what was there, in either half and at any replica', async () => {
    const cluster = await filled(81)
    const [shard] = cluster.shards
    const client = cluster.client(1)
    const before = await cluster.settled(client.put(names[0]!, 'before'))
    await cluster.settled(Promise.all(names.map((name) => client.put(name, `${name} after`))))
    await splitShard(cluster, shard!)
    await cluster.ready()
    for (const { id } of cluster.running) {
      const reader = cluster.client(id)
      for (const name of names.slice(1)) {
        assert.equal(await cluster.settled(reader.get(name, before)), name)
      }
      assert.equal(await cluster.settled(reader.get(names[0]!, before)), 'before')
    }
  })
})

describe('a shard that sleeps', () => {
  it('wakes to be split, and both halves sleep afterwards', async () => {
    const cluster = await filled(90, { raftHibernateAfter: '500ms' })
    const [shard] = cluster.shards
    const asleep = (): boolean => cluster.running.every(({ node }) => node.driver.awakeCount === 1)
    await cluster.time.until(asleep, 'sleep', 60_000)
    const child = await splitShard(cluster, shard!)
    await cluster.ready()
    await assertAll(cluster)
    await cluster.time.until(asleep, 'sleep of both halves', 60_000)
    // Asleep they answer, and notice that somebody died.
    const { node: leader } = cluster.leader(child)
    cluster.crash(leader.id)
    await cluster.ready()
    await assertAll(cluster)
    cluster.assertHealthy()
  })
})

describe('garbage of both halves', () => {
  it('is removed after the split, also what was made before it', async () => {
    const cluster = await filled(95)
    const [shard] = cluster.shards
    const client = cluster.client(1)
    const { node } = cluster.node(1)
    const keep = { kind: 'alter-keyspace', name: 'default', id: 0, retentionMs: 10_000 } as const
    const changes = { transactionLifetimeMs: 1_000 }
    await cluster.settled(node.placement({ kind: 'set-settings', changes }))
    await cluster.settled(node.placement({ ...keep, policy: undefined, quotaBytes: undefined }))
    for (let round = 0; round < 3; round++) {
      await cluster.settled(Promise.all(names.map((name) => client.put(name, `${round}`))))
    }
    const child = await splitShard(cluster, shard!)
    await cluster.ready()
    const inherits = (): boolean =>
      cluster.running.some(
        ({ node }) => (node.host.replica(child)?.machine.inherits.length ?? 1) > 0,
      )
    await cluster.time.until(() => !inherits(), 'copies of the lists')
    const historyOf = async (id: number): Promise<number> => {
      const { engine } = cluster.node(id).directory
      const rows = engine.iterate({ gte: Buffer.of(0x11), lt: Buffer.of(0x12) })
      return (await cluster.settled(rows)).length
    }
    assert.notEqual(await historyOf(1), 0)
    await cluster.time.pass(90_000)
    for (const { id } of cluster.running) assert.equal(await historyOf(id), 0)
    await cluster.settled(Promise.all(names.map((name) => client.get(name))))
    cluster.assertHealthy()
  })
})

describe('a watch over a split', () => {
  it('brings every version of every key, in order, and goes on with its token', async () => {
    for (let round = 0; round < 4; round++) {
      const cluster = await filled(70 + round)
      const [shard] = cluster.shards
      const watch = await new Watching(cluster, 1, { prefix: Buffer.from('key-') }).established()
      const client = cluster.client(2)
      const written = new Map<string, string[]>()
      for (let i = 0; i < 200; i++) {
        if (i === 40) await beginSplit(cluster, shard!)
        if (i === 120 && round % 2 === 1) watch.stop()
        const name = names[i % names.length]!
        await cluster.settled(client.put(name, String(i)))
        written.set(name, [...(written.get(name) ?? []), String(i)])
        await cluster.time.pass(10)
      }
      assert.equal(cluster.shards.length, 2)
      const last =
        round % 2 === 1
          ? new Watching(cluster, 3, {
              prefix: Buffer.from('key-'),
              token: watch.token,
            })
          : watch
      await cluster.time.until(
        () =>
          last.events.some(({ value }) => value === '199') &&
          [...watch.events, ...last.events].length >= 200,
        'the last event',
      )
      const events = last === watch ? watch.events : [...watch.events, ...last.events]
      for (const [name, values] of written) {
        const own = events.filter(({ key }) => key === name).map(({ value }) => value)
        // After a token something may come again, never out of order.
        assert.deepEqual([...new Set(own)], values)
      }
      cluster.assertHealthy()
    }
  })
})

describe('a follower that missed a split', () => {
  it('gets the parent by one snapshot and the child by another', async () => {
    const cluster = await filled(60, {
      logFileSize: 2 ** 16,
      logMax: 2 ** 17,
      checkpointInterval: '500ms',
    })
    const [shard] = cluster.shards
    const { node: leader } = cluster.leader(shard!)
    const follower =
      cluster.running.find(({ id }) => id !== leader.id && id !== 1) ?? cluster.node(1)
    const last = follower.directory.raftLog.shard(shard!).lastIndex()
    cluster.crash(follower.id)
    const child = await splitShard(cluster, shard!)
    await cluster.ready()
    const client = cluster.client(leader.id)
    const filler = '.'.repeat(4_000)
    for (let round = 0; round < 30; round++) {
      await cluster.settled(Promise.all(names.map((name) => client.put(`${name}!`, filler))))
    }
    await cluster.settled(Promise.all(names.map((name) => client.put(name, name))))
    await cluster.time.pass(2_000)
    assert(leader.directory.raftLog.shard(shard!).firstIndex() > last + 1)
    await cluster.start(follower.id)
    for (const one of [shard!, child]) await cluster.assertEqualReplicas(one, 60_000)
    cluster.crash(leader.id)
    await cluster.ready()
    await assertAll(cluster)
    cluster.assertHealthy()
  })

  it('votes for the child although it never had it, where another node is gone for good', async () => {
    const cluster = await filled(62, {
      logFileSize: 2 ** 16,
      logMax: 2 ** 17,
      checkpointInterval: '500ms',
    })
    const [shard] = cluster.shards
    const { node: leader } = cluster.leader(shard!)
    const follower = cluster.running.find(({ id }) => id !== leader.id)!
    const log = leader.directory.raftLog.shard(shard!)
    const last = follower.directory.raftLog.shard(shard!).lastIndex()
    cluster.crash(follower.id)
    const child = await splitShard(cluster, shard!)
    const client = cluster.client(leader.id)
    const filler = '.'.repeat(4_000)
    for (let round = 0; round < 30; round++) {
      await cluster.settled(Promise.all(names.map((name) => client.put(`${name}!`, filler))))
    }
    await cluster.time.until(() => log.firstIndex() > last + 1, 'the log is behind the follower')
    // Whoever leads the child goes, and stays away; nobody can tell the follower of it but the third.
    cluster.crash(cluster.leader(child).node.id)
    await cluster.start(follower.id)
    await cluster.ready()
    await cluster.assertEqualReplicas(child, 60_000)
    await assertAll(cluster)
    cluster.assertHealthy()
  })

  it('takes part in the child as soon as it has applied the split from its log', async () => {
    const cluster = await filled(61)
    const [shard] = cluster.shards
    const { node: leader } = cluster.leader(shard!)
    const follower = cluster.running.find(({ id }) => id !== leader.id)!
    cluster.crash(follower.id)
    const child = await splitShard(cluster, shard!)
    await cluster.ready()
    const client = cluster.client(leader.id)
    await cluster.settled(Promise.all(names.map((name) => client.put(name, name))))
    await cluster.start(follower.id)
    for (const one of [shard!, child]) await cluster.assertEqualReplicas(one)
    const segmentOf = (one: ShardId) => follower.node.host.replica(one)!.machine.segment
    assert.equal(segmentOf(child), segmentOf(shard!))
    cluster.assertHealthy()
  })
})

function submit(cluster: RigCluster, shard: ShardId, command: Command): Promise<CommandReply> {
  return new Promise((resolve) => {
    cluster.leader(shard).replica.submit({
      command,
      bytes: encodeCommand(command),
      log: false,
      rangeEpoch: 1,
      deadlineMs: Infinity,
      answered: (outcome) => {
        assert(outcome.kind === 'reply')
        resolve(outcome.reply)
      },
    })
  })
}
