/** What stays in memory of the entries, against plain arrays. */
import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Entry } from '../../src/raft/messages.ts'
import { EntryIndex } from '../../src/storage/entry-index.ts'
import { cachedBytes, CachedTail, TailCache } from '../../src/storage/tail-cache.ts'
import { FetchWindows } from '../../src/storage/fetch-windows.ts'
import { entry } from './log-fixture.ts'

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('push'), n: fc.integer({ min: 1, max: 20 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('truncate'), n: fc.nat(30) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('compact'), n: fc.nat(30) }) },
)

describe('entry index', () => {
  it('holds of each entry what was put in, under any pushes, truncations and compactions', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.array(step, { maxLength: 60 }), (before, steps) => {
        const index = new EntryIndex(before)
        let base = before
        let model: { term: number; place: number; size: number }[] = []
        let place = 0
        let term = 1
        for (const { kind, n } of steps) {
          if (kind === 'push') {
            if (n % 3 === 0) term++
            for (let i = 0; i < n; i++) {
              place += 10
              index.push(term, Math.floor(place / 100), place % 100, n)
              model.push({ term, place, size: n })
            }
          } else if (kind === 'truncate') {
            const kept = Math.max(base, base + model.length - n)
            index.truncateTo(kept)
            model = model.slice(0, kept - base)
            term++
          } else {
            const to = Math.min(base + n, base + model.length)
            index.compactTo(to)
            model = model.slice(to - base)
            base = to
          }
          assert.equal(index.size, model.length)
          assert.equal(index.last, base + model.length)
          assert.equal(
            index.bytes,
            model.reduce((sum, { size }) => sum + size, 0),
          )
          for (const [i, expected] of model.entries()) {
            const at = base + 1 + i
            assert.equal(index.termAt(at), expected.term)
            assert.equal(index.generationAt(at), Math.floor(expected.place / 100))
            assert.equal(index.offsetAt(at), expected.place % 100)
            assert.equal(index.dataBytesAt(at), expected.size)
          }
          assert.throws(() => index.termAt(base))
          assert.throws(() => index.termAt(index.last + 1))
        }
      }),
    )
  })
})

describe('tail cache', () => {
  it('keeps an unbroken newest run of each shard within its bound', () => {
    const tailStep = fc.record({
      shard: fc.nat(2),
      kind: fc.constantFrom('push', 'push', 'push', 'truncate', 'compact'),
      n: fc.integer({ min: 1, max: 12 }),
    })
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 5000 }),
        fc.array(tailStep, { maxLength: 200 }),
        (bound, steps) => {
          const cache = new TailCache(bound)
          const tails = [0, 1, 2].map(() => ({
            tail: new CachedTail(cache),
            all: [] as Entry[],
            gone: 0,
          }))
          for (const { shard, kind, n } of steps) {
            const { tail, all } = tails[shard]!
            if (kind === 'push') {
              for (let i = 0; i < n; i++) {
                const next = entry(all.length + 1, 1, n)
                all.push(next)
                tail.push(next)
              }
            } else if (kind === 'truncate') {
              all.splice(Math.max(tails[shard]!.gone, all.length - n))
              tail.truncateTo(all.length)
            } else {
              const to = Math.min(all.length, tails[shard]!.gone + n)
              tails[shard]!.gone = to
              tail.compactTo(to)
            }
            let bytes = 0
            for (const other of tails) {
              let broken = false
              for (let at = other.all.length; at >= 1; at--) {
                const found = other.tail.get(at)
                if (found === undefined) broken = true
                else {
                  assert.ok(!broken, 'a hole in the run')
                  assert.ok(at > other.gone, 'a compacted entry')
                  assert.equal(found, other.all[at - 1])
                  bytes += cachedBytes(found)
                }
              }
              assert.equal(other.tail.get(other.all.length + 1), undefined)
            }
            assert.equal(cache.bytes, bytes)
            assert.ok(bytes <= bound, `${bytes} bytes of ${bound}`)
          }
        },
      ),
    )
  })

  it('lets go of compacted entries though an older one of another shard stays', () => {
    const cache = new TailCache(1e9)
    new CachedTail(cache).push(entry(1))
    const busy = new CachedTail(cache)
    for (let index = 1; index <= 100_000; index++) {
      busy.push(entry(index, 1, 0))
      busy.compactTo(index)
    }
    const { queue } = cache as unknown as { queue: unknown[] }
    assert.ok(queue.length < 5000, `${queue.length} arrivals remembered`)
  })
})

describe('fetch windows', () => {
  it('lets the oldest windows go beyond the bound, never the newest', () => {
    const windows = new FetchWindows(1000)
    const log: string[] = []
    const owner = (name: string): { forgetWindow(): void } => {
      const self = {
        forgetWindow: () => {
          log.push(name)
          windows.forget(self)
        },
      }
      return self
    }
    const [a, b, c] = ['a', 'b', 'c'].map(owner)
    windows.keep(a!, [entry(1, 1, 400)])
    windows.keep(b!, [entry(1, 1, 400)])
    assert.deepEqual(log, [])
    windows.keep(a!, [entry(2, 1, 300)])
    windows.keep(c!, [entry(1, 1, 400)])
    assert.deepEqual(log, ['b'])
    windows.keep(b!, [entry(1, 1, 5000)])
    assert.deepEqual(log, ['b', 'a', 'c'])
  })
})
