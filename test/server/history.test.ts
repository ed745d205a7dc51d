/** The versions of a key, as a gateway finds them. */
import assert from 'node:assert/strict'
import { RigCluster } from './rig/rig-cluster.ts'
import type { RigClient } from './rig/rig-client.ts'

interface Found {
  readonly values: (string | undefined)[]
  readonly times: number[]
  readonly complete: boolean
}

async function historyOf(client: RigClient, key: string, limit = 0, at = 0): Promise<Found> {
  const { history } = await client.ask({ history: { key: Buffer.from(key), limit, at } })
  const rows = history!.rows ?? []
  return {
    values: rows.map(({ value }) => value?.string ?? undefined),
    times: rows.map(({ timestamp }) => timestamp ?? 0),
    complete: history!.complete ?? false,
  }
}

describe('the history of a key', () => {
  it('has every version, newest first, from any node', async () => {
    const cluster = await RigCluster.started({ nodes: 3, seed: 1 })
    const client = cluster.client(1)
    const put = (value: string) => cluster.settled(client.put('key', value))
    const times = [await put('1'), await put('2')]
    const header = client.header()
    await cluster.settled(client.ask({ delete: { header, key: Buffer.from('key') } }))
    times.push(await put('3'))
    for (const { id } of cluster.running) {
      const found = await cluster.settled(historyOf(cluster.client(id), 'key'))
      assert.deepEqual(found.values, ['3', undefined, '2', '1'])
      assert.equal(found.complete, true)
      assert.deepEqual([found.times[3], found.times[2], found.times[0]], times)
    }
    const firstTwo = await cluster.settled(historyOf(client, 'key', 2))
    assert.deepEqual([firstTwo.values, firstTwo.complete], [['3', undefined], false])
    const early = await cluster.settled(historyOf(client, 'key', 0, times[1]))
    assert.deepEqual(early.values, ['2', '1'])
    const none = await cluster.settled(historyOf(client, 'nothing'))
    assert.deepEqual([none.values, none.complete], [[], true])
  })

  it('is bounded in versions', async () => {
    const cluster = await RigCluster.started({ nodes: 1, seed: 2 })
    const client = cluster.client(1)
    for (let i = 0; i < 130; i++) await cluster.settled(client.put('key', `${i}`))
    const most = await cluster.settled(historyOf(client, 'key', 1000))
    assert.equal(most.values.length, 100)
    assert.equal(most.complete, false)
    const next = await cluster.settled(historyOf(client, 'key', 100, most.times[99]! - 1))
    assert.deepEqual([next.values[0], next.values.length, next.complete], ['29', 30, true])
  })

  it('refuses times that are ahead', async () => {
    const cluster = await RigCluster.started({ nodes: 1, seed: 3 })
    const client = cluster.client(1)
    const at = cluster.node(1).time.wallMicros() + 60_000_000
    const asked = cluster.settled(historyOf(client, 'key', 0, at))
    await assert.rejects(asked, { code: 'CLOCK_AHEAD' })
  })
})
