/** Watches of whole clusters: what must come, whoever dies when. */
import assert from 'node:assert/strict'
import { DEFAULT_KEYSPACE, timestamp, type ShardId } from '../../src/base/ids.ts'
import { encodeCommand } from '../../src/shard/command-codec.ts'
import type { Command } from '../../src/shard/command.ts'
import type { CommandReply } from '../../src/shard/request.ts'
import { operationId, prepare, put, SECOND, T0 } from '../shard/replica.ts'
import { keysOfShards, RigCluster } from './rig/rig-cluster.ts'
import { Watching } from './watching.ts'

const bytes = (text: string): Buffer => Buffer.from(text)

describe('a watch', () => {
  let cluster: RigCluster
  let shard: ShardId
  let key: string

  beforeEach(async () => {
    cluster = await RigCluster.started({ nodes: 3, settings: { initialShards: 2 } })
    ;[[shard, key]] = [...keysOfShards(cluster)] as [[ShardId, string]]
  })

  afterEach(() => cluster.assertHealthy())

  function write(value: string, at = key, node = cluster.running[0]!.id): Promise<number> {
    return cluster.settled(cluster.client(node).put(at, value))
  }

  async function remove(at = key): Promise<void> {
    const client = cluster.client(cluster.running[0]!.id)
    await cluster.settled(client.ask({ delete: { header: client.header(), key: bytes(at) } }))
  }

  const watching = (fields: object = {}, node = 1): Watching =>
    new Watching(cluster, node, { key: bytes(key), ...fields })

  function submit(command: Command): Promise<CommandReply> {
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

  it('brings every version of its keys from now on, in order', async () => {
    await write('before')
    const watch = await watching().established()
    const at = await write('one')
    await remove()
    await write('two')
    await watch.until(3)
    assert.deepEqual(watch.values, ['one', undefined, 'two'])
    assert.equal(watch.events[0]!.timestamp, at)
    assert.equal(watch.events[0]!.key, key)
  })

  it('covers a prefix over all shards, and nothing else', async () => {
    const keys = [...keysOfShards(cluster, 'some').values()]
    const watch = await watching({ key: undefined, prefix: bytes('some') }, 2).established()
    for (const each of keys) await write(each, each)
    await write('other')
    await watch.until(keys.length)
    await cluster.time.pass(2_000)
    assert.deepEqual([...watch.values].sort(), [...keys].sort())
  })

  it('goes on from a token with what came meanwhile, and then live', async () => {
    const first = await watching().established()
    await write('one')
    await first.until(1)
    await cluster.time.pass(2_000)
    first.stop()
    await write('two')
    await write('three')
    await remove()
    const second = watching({ token: first.token }, 3)
    await second.until(3)
    await write('four')
    await second.until(4)
    assert.deepEqual(second.values, ['two', 'three', undefined, 'four'])
  })

  it('begins behind a timestamp', async () => {
    await write('one')
    const at = await write('two')
    await write('three')
    const watch = watching({ from: at })
    await watch.until(1)
    await write('four')
    await watch.until(2)
    assert.deepEqual(watch.values, ['three', 'four'])
  })

  it('misses nothing when the leader dies, again and again', async () => {
    const gateway = (): number => cluster.running.find((n) => n !== cluster.leader(shard).node)!.id
    const watch = await watching({}, gateway()).established()
    const written: string[] = []
    for (let round = 0; round < 4; round++) {
      for (const part of ['a', 'b']) {
        await write(`${round}${part}`)
        written.push(`${round}${part}`)
      }
      const { node } = cluster.leader(shard)
      cluster.crash(node.id)
      await cluster.ready()
      await write(`${round}c`)
      written.push(`${round}c`)
      await cluster.start(node.id)
      await cluster.ready()
    }
    await cluster.time.until(() => watch.values.at(-1) === '3c', 'the last value')
    assert.deepEqual([...new Set(watch.values)], written)
  })

  it('misses nothing when its gateway dies', async () => {
    const { node } = cluster.leader(shard)
    const gateway = cluster.running.find((other) => other !== node)!
    const watch = await watching({}, gateway.id).established()
    await write('one', key, node.id)
    await watch.until(1)
    cluster.crash(gateway.id)
    await write('two', key, node.id)
    await cluster.time.until(() => watch.values.includes('two'), 'the second value')
    assert.deepEqual([...new Set(watch.values)], ['one', 'two'])
  })

  it('resolves nothing at or above an open prepare, and what commits above its neighbours comes', async () => {
    const watch = await watching().established()
    const id = operationId(77, T0 + 300 * SECOND)
    const reply = await cluster.settled(submit(prepare(id, [put(key, 'prepared')])))
    assert(reply.kind === 'participant' && reply.answer.kind === 'prepared')
    const { stamp } = reply.answer
    const later = [...Array(20).keys()].map((i) => `${key}-${i}`)
    const near = later.find((each) => cluster.running[0]!.shardOf(each) === shard)!
    const at = await write('neighbour', near)
    assert.ok(at > stamp)
    await cluster.time.pass(1_500)
    assert.ok(watch.resolved < stamp, `${watch.resolved} is resolved, ${stamp} is prepared`)
    await cluster.settled(submit({ kind: 'commit', id, at: stamp }))
    await watch.until(1)
    assert.deepEqual(watch.values, ['prepared'])
    assert.equal(watch.events[0]!.timestamp, stamp)
    await cluster.time.pass(1_500)
    assert.ok(watch.resolved >= at)
  })

  it('is refused below the GC point, with what to do', async () => {
    const first = await watching().established()
    await write('one')
    await first.until(1)
    first.stop()
    const point = timestamp(await write('two'))
    await write('three')
    await cluster.settled(submit({ kind: 'collect', keyspace: DEFAULT_KEYSPACE, point }))
    const second = watching({ token: first.token })
    await cluster.time.until(() => second.error !== undefined, 'the refusal')
    assert.equal(second.error!.code, 'SNAPSHOT_TOO_OLD')
    assert.match(second.error!.message, /scan/)
  })

  it('of a client that takes nothing is dropped to history, and comes back without a gap', async () => {
    const watch = await watching().established()
    await write('first')
    await watch.until(1)
    watch.paused = true
    await cluster.time.pass(2_000)
    const written = ['first']
    const large = 'x'.repeat(30_000)
    for (let i = 0; i < 60; i++) {
      const value = `${i}:${large}`
      await write(value)
      written.push(value)
    }
    watch.goOn()
    await cluster.time.until(() => watch.values.at(-1) === written.at(-1), 'the last value')
    assert.deepEqual([...new Set(watch.values)], written)
  })

  it('lets its shard sleep, and moves on all the same', async () => {
    const watch = await watching().established()
    await cluster.time.pass(5_000)
    const { replica, node } = cluster.leader(shard)
    const applied = replica.appliedIndex
    const awake = (): number => node.node.driver.awakeCount
    await cluster.time.pass(20_000)
    assert.equal(replica.appliedIndex, applied, 'nothing is logged')
    assert.ok(awake() <= 1, 'only placement is awake')
    const { resolved } = watch
    await cluster.time.pass(40_000)
    assert.ok(watch.resolved > resolved + 20 * SECOND)
    assert.ok(replica.appliedIndex <= applied + 3)
    assert.ok(watch.answers < 30)
    await write('woken')
    await watch.until(1)
  })

  it('is forgotten when its client is gone, and costs apply nothing then', async () => {
    const watch = await watching().established()
    const { replica } = cluster.leader(shard)
    assert.ok(replica.machine.internals.watcher !== undefined)
    watch.stop()
    await cluster.time.pass(80_000)
    assert.equal(replica.machine.internals.watcher, undefined)
    await write('nobody')
  })

  it('refuses a token of other keys, and what is no token', async () => {
    const first = await watching().established()
    first.stop()
    for (const fields of [
      { key: undefined, token: first.token },
      { token: Buffer.from('rubbish') },
      { prefix: bytes('p') },
      { from: 4e15 },
    ]) {
      const watch = watching(fields)
      await cluster.time.until(() => watch.error !== undefined, 'a refusal')
      assert.match(watch.error!.code, /INVALID_ARGUMENT|CLOCK_AHEAD/)
    }
  })
})
