/** Shards that sleep, in whole clusters: that they do, and that no bad day finds them asleep for ever, or answering from the past. */
import assert from 'node:assert/strict'
import type { ShardId } from '../../src/base/ids.ts'
import { keysOfShards, RigCluster } from './rig/rig-cluster.ts'
import type { Packet } from './rig/rig-network.ts'
import type { RigNode } from './rig/rig-node.ts'

/** Longer than a shard needs to fall asleep. */
const BEDTIME_MS = 3_000
/** Goal of the design for a leader that dies, awake or asleep (09). */
const FAILOVER_MS = 1_500

/** More, for a night's run, by the environment. */
const SEEDS = Number(process.env['RINGKV_SLEEP_SEEDS'] ?? 3)

/** The placement group never sleeps. */
const awakeShards = ({ node }: RigNode): number => node.driver.awakeCount - 1

const allAsleep = (cluster: RigCluster): boolean =>
  cluster.running.every((node) => awakeShards(node) === 0)

async function sleepingCluster(seed = 1, settings = {}) {
  const cluster = await RigCluster.started({ nodes: 3, seed, settings })
  const keys = keysOfShards(cluster)
  const client = cluster.client(1)
  for (const key of keys.values()) await cluster.settled(client.put(key, 'before'))
  // Until every shard is led where it should be: handing leadership over wakes it.
  await cluster.time.pass(15_000)
  await asleep(cluster)
  return { cluster, keys: [...keys] }
}

async function asleep(cluster: RigCluster): Promise<void> {
  await cluster.time.until(() => allAsleep(cluster), 'sleep', 10_000)
}

/** Shards that speak in this packet, but for placement. */
function spoken({ envelopes, beats = [] }: Packet): ShardId[] {
  const columns = beats.flatMap(({ heartbeats, answers }) => [heartbeats, answers])
  return [
    ...envelopes.map(({ shard }) => shard),
    ...columns.flatMap(({ shards }) => shards),
  ].filter((shard) => shard !== 0)
}

function others(cluster: RigCluster, node: RigNode): RigNode[] {
  return cluster.running.filter(({ id }) => id !== node.id)
}

describe('a cluster with nothing to do', () => {
  it('falls asleep: no shard says anything, and none is ticked', async () => {
    const { cluster } = await sleepingCluster()
    const seen: ShardId[] = []
    let beats = 0
    cluster.network.tap = (packet) => {
      seen.push(...spoken(packet))
      beats += packet.beats?.length ?? 0
      return 'pass'
    }
    await cluster.time.pass(10_000)
    assert.deepEqual(seen, [])
    assert.ok(allAsleep(cluster))
    // Each of three nodes tells two others ten times a second that it lives; placement's answers come on top.
    assert.ok(beats >= 600 && beats < 1_000, `${beats} beats`)
  })

  it('does not sleep while it is told not to', async () => {
    const cluster = await RigCluster.started({ nodes: 3, settings: { raftHibernateAfter: 0 } })
    await cluster.time.pass(20_000)
    for (const node of cluster.running) assert.equal(awakeShards(node), cluster.shards.length)
  })

  it('answers reads and writes through every gateway, and sleeps again', async () => {
    const { cluster, keys } = await sleepingCluster()
    for (const { id } of cluster.running) {
      for (const [, key] of keys) {
        assert.ok(
          ['before', 'after'].includes((await cluster.settled(cluster.client(id).get(key)))!),
        )
        await cluster.settled(cluster.client(id).put(key, 'after'))
      }
      await asleep(cluster)
    }
    for (const [shard] of keys) await cluster.assertEqualReplicas(shard)
    assert.ok(allAsleep(cluster), 'nobody was woken by being looked at')
    cluster.assertHealthy()
  })

  it('wakes only the shard that is asked for', async () => {
    const { cluster, keys } = await sleepingCluster()
    await cluster.settled(cluster.client(1).put(keys[0]![1], 'after'))
    assert.deepEqual(cluster.running.map(awakeShards), [1, 1, 1])
  })

  it('is kept awake by reads alone, which a lease answers', async () => {
    const { cluster, keys } = await sleepingCluster()
    const [shard, key] = keys[0]!
    const { node, replica } = cluster.leader(shard)
    await cluster.settled(cluster.client(node.id).get(key))
    let rounds = 0
    for (let i = 0; i < 40; i++) {
      await cluster.time.pass(100)
      if (!replica.node.hasLease(node.time.monotonicMs())) rounds++
      await cluster.settled(cluster.client(node.id).get(key))
    }
    assert.equal(rounds, 0)
    assert.equal(awakeShards(node), 1)
  })

  it('does not sleep while a transaction holds locks', async () => {
    const { cluster, keys } = await sleepingCluster(2)
    const gateway = cluster.client(1)
    // Commits are lost: the participants stay prepared until the sweep asks.
    let lose = true
    cluster.network.tap = ({ kind }) =>
      lose && (kind === 'forward' || kind === 'forward-answer') ? 'hold' : 'pass'
    const texts = Object.fromEntries(keys.map(([, key]) => [key, 'together']))
    const committed = gateway.putAll(texts)
    await cluster.time.pass(1_000)
    const locked = keys.filter(([shard]) => !cluster.leader(shard).replica.machine.locks.isEmpty)
    assert.ok(locked.length > 0)
    await cluster.time.pass(BEDTIME_MS)
    for (const [shard] of locked) {
      const { node, replica } = cluster.leader(shard)
      if (!replica.machine.locks.isEmpty) assert.ok(awakeShards(node) > 0)
    }
    lose = false
    cluster.network.release()
    await cluster.settled(committed.catch(() => undefined))
    await cluster.time.until(() => allAsleep(cluster), 'sleep', 120_000)
    for (const [shard] of keys) assert.ok(cluster.leader(shard).replica.machine.locks.isEmpty)
  })
})

describe('a leader that slept', () => {
  it('has no lease until a quorum has answered a round', async () => {
    const { cluster, keys } = await sleepingCluster()
    const [shard, key] = keys[0]!
    const { node, replica } = cluster.leader(shard)
    const hasLease = () => replica.node.hasLease(node.time.monotonicMs())
    assert.equal(hasLease(), false)
    cluster.network.isolate(node.id)
    const read = cluster.client(node.id).get(key)
    await cluster.time.pass(300)
    assert.equal(hasLease(), false)
    cluster.network.heal()
    assert.equal(await cluster.settled(read), 'before')
  })

  it('and was cut off, and succeeded, never answers from the past', async () => {
    const { cluster, keys } = await sleepingCluster()
    const [shard, key] = keys[0]!
    const old = cluster.leader(shard)
    cluster.network.isolate(old.node.id)
    const [other] = others(cluster, old.node)
    await cluster.settled(cluster.client(other!.id).put(key, 'new'))
    assert.ok(old.replica.node.isLeader, 'it slept through its fall')
    const read = cluster.client(old.node.id).get(key)
    await cluster.time.pass(2_000)
    assert.ok(!old.replica.node.isLeader, 'a request made it look for its quorum')
    cluster.network.heal()
    assert.equal(await cluster.settled(read), 'new')
    await asleep(cluster)
    cluster.assertHealthy()
  })

  it('and whose process was stopped for a while finds its successor, and takes nobody for dead', async () => {
    const { cluster, keys } = await sleepingCluster()
    const [shard, key] = keys[0]!
    const old = cluster.leader(shard)
    old.node.time.pause()
    const [other] = others(cluster, old.node)
    await cluster.settled(cluster.client(other!.id).put(key, 'new'))
    await cluster.time.pass(20_000)
    const followed = keys.filter(
      ([led]) => old.node.node.host.leaderOf(led) !== old.node.id && led !== shard,
    )
    const terms = followed.map(([led]) => cluster.leader(led).replica.node.term)
    old.node.time.resume()
    assert.equal(await cluster.settled(cluster.client(old.node.id).get(key)), 'new')
    await asleep(cluster)
    assert.deepEqual(
      followed.map(([led]) => cluster.leader(led).replica.node.term),
      terms,
      'no election where it followed',
    )
    cluster.assertHealthy()
  })
})

describe('while shards sleep', () => {
  for (const how of ['with a broken stream', 'without a word'] as const) {
    it(`a node that dies ${how} is missed, and its shards write again in time`, async () => {
      const { cluster, keys } = await sleepingCluster()
      const [shard, key] = keys[0]!
      const { node } = cluster.leader(shard)
      if (how === 'without a word') cluster.network.noticeMs = () => 3_600_000
      cluster.crash(node.id)
      const [survivor] = cluster.running
      const put = cluster.client(survivor!.id).put(key, 'after')
      await cluster.settled(put, FAILOVER_MS + 500)
    })
  }

  it('a node that dies is missed even where nobody asks for anything', async () => {
    const { cluster, keys } = await sleepingCluster()
    const { node } = cluster.leader(keys[0]![0])
    const led = keys.filter(([shard]) => cluster.leader(shard).node === node)
    cluster.crash(node.id)
    await cluster.time.until(
      () =>
        led.every(([shard]) =>
          cluster.running.some((other) => other.node.host.replica(shard)?.serving === true),
        ),
      'new leaders',
      2 * FAILOVER_MS,
    )
    // What it only followed sleeps on.
    for (const [shard] of keys.filter((entry) => !led.includes(entry))) {
      const leader = cluster.leader(shard)
      assert.ok(leader.replica.node.term > 0)
    }
  })

  it('a node that only followed dies and nobody wakes; when it is back its replicas hear of their leaders', async () => {
    const { cluster, keys } = await sleepingCluster()
    const victim = cluster.running.find(({ id }) =>
      keys.some(([shard]) => cluster.leader(shard).node.id !== id),
    )!
    const kept = keys.filter(([shard]) => cluster.leader(shard).node !== victim)
    const terms = kept.map(([shard]) => cluster.leader(shard).replica.node.term)
    cluster.crash(victim.id)
    await cluster.time.pass(5_000)
    await cluster.start(victim.id)
    await asleep(cluster)
    assert.deepEqual(
      kept.map(([shard]) => cluster.leader(shard).replica.node.term),
      terms,
    )
    for (const [shard] of keys) {
      assert.equal(victim.node.host.leaderOf(shard), cluster.leader(shard).node.id)
    }
  })

  it('a node that is back before it was missed is known to have died by its boot id', async () => {
    const { cluster, keys } = await sleepingCluster()
    const [shard, key] = keys[0]!
    const { node } = cluster.leader(shard)
    cluster.crash(node.id)
    await cluster.start(node.id)
    await cluster.time.pass(150)
    assert.ok(
      others(cluster, node).some((other) => awakeShards(other) > 0),
      'the first beat of the new process wakes its followers',
    )
    await cluster.settled(cluster.client(node.id).put(key, 'after'), FAILOVER_MS)
    await asleep(cluster)
    for (const [every] of keys) await cluster.assertEqualReplicas(every)
    cluster.assertHealthy()
  })

  it('a partition keeps the smaller side from answering, and heals', async () => {
    const { cluster, keys } = await sleepingCluster()
    const [, key] = keys[0]!
    const cut = cluster.node(3)
    cluster.network.isolate(cut.id)
    const stale = cluster.client(cut.id).get(key)
    await cluster.settled(cluster.client(1).put(key, 'new'))
    await cluster.time.pass(5_000)
    cluster.network.heal()
    assert.equal(await cluster.settled(stale), 'new')
    await asleep(cluster)
    cluster.assertHealthy()
  })

  it('a link that works in one direction only disturbs nobody else, and no leader falls', async () => {
    const { cluster, keys } = await sleepingCluster()
    const [shard, key] = keys[0]!
    const { node: leader, replica } = cluster.leader(shard)
    const [deaf, hearing] = others(cluster, leader)
    const { term } = replica.node
    cluster.network.cut(leader.id, deaf!.id)
    await cluster.time.pass(10_000)
    assert.equal(replica.node.term, term)
    assert.ok(replica.node.isLeader)
    await cluster.settled(cluster.client(hearing!.id).put(key, 'after'))
    cluster.network.heal()
    await asleep(cluster)
    await cluster.assertEqualReplicas(shard)
  })

  it('everybody loses power, and everybody comes back', async () => {
    const { cluster, keys } = await sleepingCluster(4)
    for (const id of [1, 2, 3]) cluster.crash(id)
    for (const id of [2, 3, 1]) await cluster.start(id)
    for (const [, key] of keys) {
      assert.equal(await cluster.settled(cluster.client(2).get(key)), 'before')
    }
    await asleep(cluster)
  })
})

describe('a lost word about sleep', () => {
  it('of the leader: nobody sleeps until all have heard it', async () => {
    const cluster = await RigCluster.started({ nodes: 3 })
    let lost = 0
    cluster.network.tap = ({ to, beats = [] }) => {
      const asks = beats.some(({ heartbeats }) => heartbeats.asleep.includes(true))
      if (!asks || to !== 3) return 'pass'
      lost++
      return 'drop'
    }
    await cluster.time.pass(10_000)
    assert.ok(lost > 0)
    for (const [shard] of keysOfShards(cluster)) {
      const { node } = cluster.leader(shard)
      if (node.id !== 3) assert.ok(awakeShards(node) > 0)
    }
    cluster.network.tap = () => 'pass'
    await asleep(cluster)
  })

  it('of a follower: the leader stays awake and asks again', async () => {
    const { cluster, keys } = await sleepingCluster()
    const terms = cluster.shards.map((shard) => cluster.leader(shard).replica.node.term)
    // Not so many that the leader would miss its quorum.
    const lost = new Map<number, number>()
    cluster.network.tap = ({ from, beats = [] }) => {
      const count = lost.get(from) ?? 0
      if (count >= 3 || !beats.some(({ answers }) => answers.asleep.includes(true))) return 'pass'
      lost.set(from, count + 1)
      return 'drop'
    }
    for (const [, key] of keys) await cluster.settled(cluster.client(1).put(key, 'after'))
    await asleep(cluster)
    assert.deepEqual([...lost.values()], [3, 3, 3])
    assert.deepEqual(
      cluster.shards.map((shard) => cluster.leader(shard).replica.node.term),
      terms,
    )
  })
})

describe('clusters that sleep and wake at random', () => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    it(`lose nothing, and end asleep and equal (seed ${seed})`, async () => {
      const { cluster, keys } = await sleepingCluster(seed)
      const { random } = cluster
      const written = new Map<string, string>()
      for (let step = 0; step < 60; step++) {
        const victim = cluster.node(random.integer(1, 3))
        const luck = random.float()
        if (luck < 0.12 && cluster.running.length === 3) cluster.crash(victim.id)
        else if (luck < 0.3 && !victim.isUp) await cluster.start(victim.id)
        else if (luck < 0.36) cluster.network.isolate(victim.id)
        else if (luck < 0.45) cluster.network.heal()
        else if (luck < 0.5 && victim.isUp) {
          victim.time.pause()
          await cluster.time.pass(random.integer(100, 2_000))
          victim.time.resume()
        }
        await cluster.time.pass(random.integer(0, 2_500))
        if (!victim.isUp) continue
        const [, key] = keys[random.integer(0, keys.length - 1)]!
        if (random.float() < 0.5) {
          const put = cluster.client(victim.id).put(key, `${step}`)
          const done = await finished(cluster, put)
          if (done === undefined) written.delete(key)
          else written.set(key, `${step}`)
        } else {
          const got = await finished(cluster, cluster.client(victim.id).get(key))
          if (got !== undefined && written.has(key)) assert.equal(got.value, written.get(key))
        }
      }
      cluster.network.heal()
      for (const node of cluster.all) if (!node.isUp) await cluster.start(node.id)
      await cluster.ready()
      await cluster.time.until(() => allAsleep(cluster), 'sleep', 120_000)
      for (const [shard] of keys) await cluster.assertEqualReplicas(shard)
      cluster.assertHealthy()
    })
  }
})

/** What the promise brought; undefined if it failed or did not come in time. */
async function finished<Value>(
  cluster: RigCluster,
  promise: Promise<Value>,
): Promise<{ readonly value: Value } | undefined> {
  let result: { readonly value: Value } | undefined
  let over = false
  promise.then(
    (value) => {
      result = { value }
      over = true
    },
    () => (over = true),
  )
  const end = cluster.time.nowMs + 12_000
  await cluster.time
    .until(() => over || cluster.time.nowMs >= end, 'an end', 13_000)
    .catch(() => undefined)
  return result
}
