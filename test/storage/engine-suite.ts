/**
 * The rules that every engine obeys, run on RocksDB and on its memory twin.
 */
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { RingKvError } from '../../src/base/errors.ts'
import { type Engine, scanPages } from '../../src/storage/engine.ts'
import { WriteBatch } from '../../src/storage/write-batch.ts'

export const bytes = (text: string): Buffer => Buffer.from(text, 'latin1')

const END = Buffer.from([0xff, 0xff])
const ALL = { gte: Buffer.alloc(0), lt: END }

interface Expected {
  key: Buffer
  value: Buffer
}

function textRows(rows: readonly Expected[]): string[] {
  return rows.map(({ key, value }) => `${key.toString('latin1')}=${value.toString('latin1')}`)
}

/** A map that does what a batch means, the slow and obvious way. */
type Operation =
  | { kind: 'put'; key: string; value: string }
  | { kind: 'delete'; key: string }
  | { kind: 'delete-range'; start: string; end: string }

function applyToModel(model: Map<string, string>, operation: Operation): void {
  if (operation.kind === 'put') model.set(operation.key, operation.value)
  else if (operation.kind === 'delete') model.delete(operation.key)
  else {
    for (const key of [...model.keys()]) {
      if (key >= operation.start && key < operation.end) model.delete(key)
    }
  }
}

function addToBatch(batch: WriteBatch, operation: Operation): void {
  if (operation.kind === 'put') batch.put(bytes(operation.key), bytes(operation.value))
  else if (operation.kind === 'delete') batch.delete(bytes(operation.key))
  else batch.deleteRange(bytes(operation.start), bytes(operation.end))
}

const shortKey = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '\0', '\xff'), maxLength: 3 })
const operations: fc.Arbitrary<Operation[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ kind: fc.constant('put' as const), key: shortKey, value: shortKey }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), key: shortKey }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('delete-range' as const),
        start: shortKey,
        end: shortKey,
      }),
    },
  ),
  { maxLength: 40 },
)

/** `open` opens a fresh, empty engine; the suite closes it. */
export function describeEngine(name: string, open: () => Promise<Engine>): void {
  describe(`engine contract: ${name}`, () => {
    let engine: Engine

    beforeEach(async () => {
      engine = await open()
    })
    afterEach(() => engine.close())

    const write = (...pairs: string[]): Promise<void> => {
      const batch = new WriteBatch()
      for (const pair of pairs) {
        const [key, value] = pair.split('=')
        batch.put(bytes(key!), bytes(value!))
      }
      return engine.write(batch)
    }

    it('tells an absent row from an empty value', async () => {
      await engine.write(new WriteBatch().put(bytes('a'), Buffer.alloc(0)))
      assert.deepEqual(await engine.get(bytes('a')), Buffer.alloc(0))
      assert.equal(await engine.get(bytes('b')), undefined)
    })

    it('answers a batched get in the order of the keys, repeats included', async () => {
      await write('a=1', 'b=2')
      const values = await engine.multiGet([bytes('b'), bytes('x'), bytes('a'), bytes('b')])
      assert.deepEqual(
        values.map((value) => value?.toString()),
        ['2', undefined, '1', '2'],
      )
      assert.deepEqual(await engine.multiGet([]), [])
    })

    it('applies the operations of a batch in order', async () => {
      await write('b=old', 'c=old')
      await engine.write(
        new WriteBatch()
          .put(bytes('a'), bytes('1'))
          .deleteRange(bytes('a'), bytes('c'))
          .put(bytes('b'), bytes('2'))
          .delete(bytes('c')),
      )
      assert.deepEqual(textRows(await engine.iterate(ALL)), ['b=2'])
    })

    it('hands out values that the caller owns', async () => {
      const value = Buffer.alloc(5000, 7)
      await engine.write(new WriteBatch().put(bytes('k'), value))
      const first = await engine.get(bytes('k'))
      first!.fill(9)
      const [row] = await engine.iterate(ALL)
      row!.value.fill(8)
      assert.deepEqual(await engine.get(bytes('k')), Buffer.alloc(5000, 7))
    })

    it('keeps a written value when the caller reuses its buffers', async () => {
      const key = bytes('k')
      const value = bytes('v')
      await engine.write(new WriteBatch().put(key, value))
      key.fill(0)
      value.fill(0)
      assert.deepEqual(textRows(await engine.iterate(ALL)), ['k=v'])
    })

    it('scans a half-open range both ways, with a limit', async () => {
      await write('a=1', 'b=2', 'c=3', 'd=4')
      const range = { gte: bytes('b'), lt: bytes('d') }
      assert.deepEqual(textRows(await engine.iterate(range)), ['b=2', 'c=3'])
      assert.deepEqual(textRows(await engine.iterate({ ...range, reverse: true })), ['c=3', 'b=2'])
      assert.deepEqual(textRows(await engine.iterate({ ...range, limit: 1 })), ['b=2'])
      assert.deepEqual(textRows(await engine.iterate({ ...range, limit: 0 })), [])
      assert.deepEqual(textRows(await engine.iterate({ gte: bytes('d'), lt: bytes('b') })), [])
    })

    it('ends a page behind the row that reaches the byte bound, and never before the first', async () => {
      await write('a=12345', 'b=12345', 'c=12345')
      const keys = async (maxBytes: number): Promise<string> =>
        (await engine.iterate({ ...ALL, maxBytes })).map(({ key }) => key.toString()).join('')
      assert.equal(await keys(0), 'a')
      assert.equal(await keys(6), 'a')
      assert.equal(await keys(7), 'ab')
      assert.equal(await keys(1000), 'abc')
    })

    it('reaches every row page by page, also values in blob files', async () => {
      const batch = new WriteBatch()
      for (let i = 0; i < 300; i++) {
        batch.put(
          bytes(`key${String(i).padStart(4, '0')}`),
          Buffer.alloc(i % 7 === 0 ? 9000 : 20, i),
        )
      }
      await engine.write(batch)
      await engine.flush()
      for (const bounds of [
        { limit: 7 },
        { limit: 32 },
        { maxBytes: 10_000 },
        { limit: 300 },
        {},
      ]) {
        for (const reverse of [false, true]) {
          const seen: number[] = []
          for await (const page of scanPages(engine, { ...ALL, ...bounds, reverse })) {
            for (const { key, value } of page) {
              const number = Number(key.toString().slice(3))
              assert.deepEqual(value, Buffer.alloc(number % 7 === 0 ? 9000 : 20, number))
              seen.push(number)
            }
          }
          const all = Array.from({ length: 300 }, (_, i) => (reverse ? 299 - i : i))
          assert.deepEqual(seen, all)
        }
      }
    })

    it('reads a snapshot as of its moment, whatever is written later', async () => {
      await write('a=1', 'b=2')
      const snapshot = engine.snapshot()
      await engine.write(
        new WriteBatch().put(bytes('a'), bytes('9')).delete(bytes('b')).put(bytes('c'), bytes('3')),
      )
      await engine.flush()
      assert.deepEqual(textRows(await snapshot.iterate(ALL)), ['a=1', 'b=2'])
      assert.equal((await snapshot.get(bytes('a')))?.toString(), '1')
      assert.deepEqual(await snapshot.multiGet([bytes('c')]), [undefined])
      assert.deepEqual(textRows(await engine.iterate(ALL)), ['a=9', 'c=3'])
      await snapshot.close()
      await snapshot.close()
    })

    it('finishes calls in flight before it closes, then refuses', async () => {
      const batch = new WriteBatch()
      for (let i = 0; i < 1000; i++) batch.put(bytes(`k${i}`), Buffer.alloc(100))
      const results = Promise.all([
        engine.write(batch),
        engine.get(bytes('k1')),
        engine.iterate(ALL),
        engine.flush(),
        engine.approximateSize(ALL.gte, ALL.lt),
      ])
      const snapshot = engine.snapshot()
      const scan = snapshot.iterate(ALL)
      await engine.close()
      await results
      await scan
      await snapshot.close()
      const refused = (error: unknown): boolean =>
        error instanceof RingKvError && error.code === 'SHUTTING_DOWN'
      await assert.rejects(engine.get(bytes('a')), refused)
      await assert.rejects(engine.write(new WriteBatch()), refused)
      assert.throws(() => engine.snapshot(), refused)
      await engine.close()
    })

    it('estimates sizes that grow with the data, and names its statistics', async () => {
      assert.equal(await engine.approximateSize(bytes('z'), bytes('a')), 0)
      const batch = new WriteBatch()
      for (let i = 0; i < 2000; i++)
        batch.put(bytes(`k${i}`), Buffer.from(String(Math.sin(i)).repeat(5)))
      await engine.write(batch)
      await engine.flush()
      const size = await engine.approximateSize(bytes('k'), bytes('l'))
      assert.ok(size > 10_000, `size ${size}`)
      assert.ok(size > (await engine.approximateSize(bytes('k1'), bytes('k2'))))
      assert.equal(await engine.property('rocksdb.estimate-num-keys'), '2000')
      assert.equal(await engine.property('no.such.property'), undefined)
    })

    it('behaves as a sorted map under any batches', async () => {
      const model = new Map<string, string>()
      await fc.assert(
        fc.asyncProperty(
          operations,
          shortKey,
          shortKey,
          fc.boolean(),
          async (list, gte, lt, reverse) => {
            const batch = new WriteBatch()
            for (const operation of list) {
              addToBatch(batch, operation)
              applyToModel(model, operation)
            }
            await engine.write(batch)
            const keys = [...model.keys()].filter((key) => key >= gte && key < lt).sort()
            if (reverse) keys.reverse()
            const rows = await engine.iterate({ gte: bytes(gte), lt: bytes(lt), reverse })
            assert.deepEqual(
              textRows(rows),
              keys.map((key) => `${key}=${model.get(key)}`),
            )
            const probes = ['a', 'b', 'ab', gte, lt]
            const values = await engine.multiGet(probes.map(bytes))
            assert.deepEqual(
              values.map((value) => value?.toString('latin1')),
              probes.map((key) => model.get(key)),
            )
          },
        ),
        { numRuns: 150 },
      )
    })
  })
}
