import assert from 'node:assert/strict'
import type { Timer } from '../../src/base/clock.ts'
import { FatalError } from '../../src/base/errors.ts'
import { SeededRandom } from '../../src/base/random.ts'
import type { Engine } from '../../src/storage/engine.ts'
import { MemoryStore } from '../../src/storage/memory-engine.ts'
import { WriteBatch } from '../../src/storage/write-batch.ts'
import { bytes, describeEngine } from './engine-suite.ts'

describeEngine('memory', () => Promise.resolve(new MemoryStore().open()))

function put(engine: Engine, key: string): Promise<void> {
  return engine.write(new WriteBatch().put(bytes(key), bytes('v')))
}

async function keys(engine: Engine): Promise<string> {
  const rows = await engine.iterate({ gte: bytes(''), lt: bytes('\xff') })
  return rows.map(({ key }) => key.toString()).join('')
}

describe('memory engine', () => {
  it('keeps after a crash a prefix of the batches, at least what was flushed', async () => {
    const seen = new Set<string>()
    for (let seed = 1; seed <= 100; seed++) {
      const store = new MemoryStore()
      const engine = store.open()
      for (const key of ['a', 'b']) await put(engine, key)
      await engine.flush()
      for (const key of ['c', 'd', 'e']) await put(engine, key)
      store.crash(new SeededRandom(seed))
      seen.add(await keys(store.open()))
    }
    assert.deepEqual([...seen].sort(), ['ab', 'abc', 'abcd', 'abcde'])
  })

  it('flushes what was written before the call, not what comes during it', async () => {
    const due: (() => void)[] = []
    const scheduler = {
      after: (_: number, run: () => void): Timer => {
        due.push(run)
        return { cancel: () => undefined }
      },
      every: () => assert.fail('not used'),
      endOfTurn: () => assert.fail('not used'),
      afterTurn: () => assert.fail('not used'),
    }
    const store = new MemoryStore()
    const engine = store.open({ scheduler })
    void put(engine, 'a')
    const flush = engine.flush()
    void put(engine, 'b')
    for (const run of due) run()
    await flush
    // A generator that lets as little survive as it can.
    store.crash({ float: () => 0, integer: (low) => low })
    assert.equal(await keys(store.open()), 'a')
  })

  it('keeps everything across an orderly close, but not across a later crash', async () => {
    const store = new MemoryStore()
    const engine = store.open()
    await put(engine, 'a')
    await engine.close()
    assert.equal(await keys(store.open()), 'a')
    store.crash({ float: () => 0, integer: (low) => low })
    assert.equal(await keys(store.open()), '')
  })

  it('never settles a call of a process that has crashed', async () => {
    const store = new MemoryStore()
    const engine = store.open()
    const call = put(engine, 'a')
    store.crash(new SeededRandom(1))
    const later = engine.get(bytes('a'))
    const winner = await Promise.race([call, later, new Promise((r) => setImmediate(r, 'nobody'))])
    assert.equal(winner, 'nobody')
  })

  it('refuses a second engine on an open store', () => {
    const store = new MemoryStore()
    store.open()
    assert.throws(
      () => store.open(),
      (error: unknown) => error instanceof FatalError && error.kind === 'data-directory-locked',
    )
  })

  it('stays failed after its first failure', async () => {
    let broken = false
    const engine = new MemoryStore().open({ failure: () => (broken ? 'no space' : undefined) })
    await put(engine, 'a')
    broken = true
    const failed = (error: unknown): boolean =>
      error instanceof FatalError && error.kind === 'engine-failed'
    await assert.rejects(put(engine, 'b'), failed)
    broken = false
    await assert.rejects(engine.get(bytes('a')), failed)
  })
})
