import assert from 'node:assert/strict'
import { keyOfText, token, type Key } from '../../src/base/ids.ts'
import { HeadCache, HeadCacheBudget, type HeadEntry } from '../../src/shard/head-cache.ts'
import { KEYSPACE, version } from './replica.ts'

const TOKEN = token(1)

const key = (name: string | number): Key => keyOfText(`key-${name}`)

function filled(cache: HeadCache, name: string | number, at = 1, pin = false): HeadEntry {
  cache.fill(KEYSPACE, key(name), TOKEN, version(at), cache.changeCounter, pin)
  return cache.get(KEYSPACE, key(name))!
}

/** What `seal` hands out: heads and superseded versions as timestamps. */
function sealed(cache: HeadCache, sequence: number): { heads: number[]; history: number[] } {
  const heads: number[] = []
  const history: number[] = []
  cache.seal(sequence, (entry, superseded) => {
    heads.push(entry.version!.timestamp)
    history.push(...superseded.map((row) => row.version.timestamp))
  })
  return { heads, history }
}

const cached = (cache: HeadCache, count: number): number =>
  Array.from({ length: count }, (_, i) => cache.get(KEYSPACE, key(i))).filter(Boolean).length

describe('heads cache', () => {
  it('knows that a key is absent', () => {
    const cache = new HeadCache(new HeadCacheBudget(1 << 20))
    assert.equal(cache.get(KEYSPACE, key('a')), undefined)
    cache.fill(KEYSPACE, key('a'), TOKEN, undefined, 0, false)
    assert.equal(cache.get(KEYSPACE, key('a'))!.version, undefined)
  })

  it('hands out a head once a batch, and each superseded version', () => {
    const cache = new HeadCache(new HeadCacheBudget(1 << 20))
    const entry = filled(cache, 'a', 1)
    cache.write(entry, version(2), true)
    cache.write(entry, version(3), true)
    assert(cache.hasUnsealed)
    assert.deepEqual(sealed(cache, 1), { heads: [3], history: [1, 2] })
    assert(!cache.hasUnsealed)
    assert.deepEqual(sealed(cache, 2), { heads: [], history: [] })
  })

  it('keeps no previous version that was collected', () => {
    const cache = new HeadCache(new HeadCacheBudget(1 << 20))
    const entry = filled(cache, 'a', 1)
    cache.write(entry, version(2), false)
    assert.deepEqual(sealed(cache, 1), { heads: [2], history: [] })
  })

  it('holds superseded versions until the engine has their batch', () => {
    const cache = new HeadCache(new HeadCacheBudget(1 << 20))
    const entry = filled(cache, 'a', 1)
    cache.write(entry, version(2), true)
    sealed(cache, 1)
    cache.write(entry, version(3), true)
    sealed(cache, 2)
    const kept = (): number[] | undefined => entry.history?.map((row) => row.version.timestamp)
    assert.deepEqual(kept(), [1, 2])
    cache.cleanUpTo(1)
    assert.deepEqual(kept(), [2])
    assert.deepEqual([...cache.dirty()], [entry])
    cache.cleanUpTo(2)
    assert.equal(kept(), undefined)
    assert.deepEqual([...cache.dirty()], [])
  })

  it('never evicts what the engine does not have', () => {
    const budget = new HeadCacheBudget(0)
    const cache = new HeadCache(budget)
    const entry = filled(cache, 'a')
    cache.write(entry, version(2), true)
    budget.enforce()
    assert(cache.get(KEYSPACE, key('a')))
    sealed(cache, 1)
    budget.enforce()
    assert(cache.get(KEYSPACE, key('a')), 'sealed is not written')
    cache.cleanUpTo(1)
    budget.enforce()
    assert.equal(cache.get(KEYSPACE, key('a')), undefined)
    assert.equal(budget.usedBytes, 0)
  })

  it('keeps what is pinned until it has been used', () => {
    const budget = new HeadCacheBudget(0)
    const cache = new HeadCache(budget)
    filled(cache, 'a', 1, true)
    budget.enforce()
    assert(cache.get(KEYSPACE, key('a')))
    cache.unpin()
    budget.enforce()
    assert.equal(cache.get(KEYSPACE, key('a')), undefined)
  })

  it('discards a fill that apply has overtaken', () => {
    const cache = new HeadCache(new HeadCacheBudget(1 << 20))
    const entry = filled(cache, 'a', 1)
    const began = cache.changeCounter
    cache.write(entry, version(2), true)
    cache.fill(KEYSPACE, key('a'), TOKEN, version(1), began, false)
    assert.equal(cache.get(KEYSPACE, key('a'))!.version!.timestamp, 2)
  })

  it('discards a fill that apply has overtaken, even if the change was written and evicted since', () => {
    const budget = new HeadCacheBudget(0)
    const cache = new HeadCache(budget)
    const entry = filled(cache, 'a', 1)
    const began = cache.changeCounter
    cache.write(entry, version(2), true)
    sealed(cache, 1)
    cache.cleanUpTo(1)
    budget.enforce()
    cache.fill(KEYSPACE, key('a'), TOKEN, version(1), began, false)
    assert.equal(cache.get(KEYSPACE, key('a')), undefined, 'the stale version came in')
    cache.fill(KEYSPACE, key('a'), TOKEN, version(2), cache.changeCounter, false)
    assert.equal(cache.get(KEYSPACE, key('a'))!.version!.timestamp, 2)
  })

  it('gives bytes of its own to a value that stays, and leaves alone what is on its way', () => {
    const cache = new HeadCache(new HeadCacheBudget(1 << 20))
    const request = Buffer.alloc(100_000, 'x')
    const put = (entry: HeadEntry, at: number): void => {
      const value = { type: 'bytes', value: request.subarray(at, at + 10) } as const
      cache.write(entry, { ...version(at), value }, false)
    }
    const heldBy = ({ version: head }: HeadEntry): number => {
      assert(head?.value?.type === 'bytes')
      assert.deepEqual(Buffer.from(head.value.value), Buffer.alloc(10, 'x'))
      return head.value.value.buffer.byteLength
    }
    const [cold, hot] = [filled(cache, 'cold'), filled(cache, 'hot')]
    put(cold, 10)
    put(hot, 20)
    sealed(cache, 1)
    cache.cleanUpTo(1)
    assert.deepEqual([heldBy(cold), heldBy(hot)], [100_000, 100_000], 'copied too soon')
    put(hot, 30)
    sealed(cache, 2)
    cache.cleanUpTo(2)
    assert.deepEqual([heldBy(cold), heldBy(hot)], [10, 100_000])
    assert.equal(cold.version!.timestamp, 10)
    cache.cleanUpTo(3)
    assert.equal(heldBy(hot), 10)
  })

  it('keeps to its budget over several shards, and gives everything back', () => {
    const budget = new HeadCacheBudget(100_000)
    const caches = [new HeadCache(budget), new HeadCache(budget)]
    for (let i = 0; i < 2000; i++) {
      for (const cache of caches) filled(cache, i)
      budget.enforce()
      assert(budget.usedBytes <= 100_000)
    }
    assert(budget.usedBytes > 50_000, 'the budget is used')
    for (const cache of caches) assert(cached(cache, 2000) > 50)
    for (const cache of caches) cache.close()
    assert.equal(budget.usedBytes, 0)
  })

  it('spares what was touched lately', () => {
    const budget = new HeadCacheBudget(100_000)
    const cache = new HeadCache(budget)
    let lost = 0
    for (let i = 0; i < 3000; i++) {
      filled(cache, i)
      if (cache.get(KEYSPACE, key('hot')) === undefined) {
        lost += 1
        filled(cache, 'hot')
      }
      budget.enforce()
    }
    assert(lost < 5, `the hot key was evicted ${lost} times`)
  })

  it('counts the bytes of what it holds, and of nothing else', () => {
    const budget = new HeadCacheBudget(1 << 20)
    const cache = new HeadCache(budget)
    const entry = filled(cache, 'a')
    const before = budget.usedBytes
    cache.write(entry, version(2, 5000), true)
    assert(budget.usedBytes > before + 5000)
    cache.write(entry, version(3), true)
    sealed(cache, 1)
    cache.cleanUpTo(1)
    assert.equal(budget.usedBytes, before)
  })
})
