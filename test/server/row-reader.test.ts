import assert from 'node:assert/strict'
import sinon from 'sinon'
import type { PendingRows } from '../../src/server/replicated-state.ts'
import { RowReader } from '../../src/server/row-reader.ts'
import type { Engine, Row, ScanRange } from '../../src/storage/engine.ts'
import { MemoryStore } from '../../src/storage/memory-engine.ts'
import { WriteBatch } from '../../src/storage/write-batch.ts'
import { promisesSettle } from './deferred.ts'

type Wanted = Omit<PendingRows, 'fill'> & {
  readonly fill: sinon.SinonSpy<
    [readonly (Buffer | undefined)[], readonly (readonly Row[])[]],
    void
  >
}

function wanted(keys: readonly string[], ranges: readonly ScanRange[] = []): Wanted {
  return { keys: keys.map((key) => Buffer.from(key)), ranges, fill: sinon.fake() }
}

function range(gte: string, lt: string): ScanRange {
  return { gte: Buffer.from(gte), lt: Buffer.from(lt) }
}

describe('the row reader', () => {
  let engine: Engine
  let multiGet: sinon.SinonSpy
  let fatal: sinon.SinonSpy<[unknown], unknown>
  let reader: RowReader

  beforeEach(async () => {
    engine = new MemoryStore().open()
    const batch = new WriteBatch()
    for (const key of ['a', 'b', 'c']) batch.put(Buffer.from(key), Buffer.from(key.toUpperCase()))
    await engine.write(batch)
    multiGet = sinon.spy(engine, 'multiGet')
    fatal = sinon.fake()
    reader = new RowReader(engine, fatal)
  })

  it('says at once that the engine has failed, whichever of its reads did (seed 95)', async () => {
    multiGet.restore()
    sinon.replace(engine, 'multiGet', () => new Promise(() => undefined))
    sinon.replace(engine, 'iterate', () => Promise.reject(new Error('the disk is gone')))
    reader.want(wanted(['a'], [range('a', 'c')]), () => undefined)
    reader.start()
    // A promise that fails before anybody awaits it would end the process.
    await promisesSettle()
    sinon.assert.calledOnce(fatal)
  })

  it('gives everybody what they asked for, in their order, of one read', async () => {
    const first = wanted(['b', 'nothing'], [range('a', 'c')])
    const second = wanted(['c', 'a'], [range('c', 'z'), range('x', 'y')])
    const third = wanted([], [range('b', 'c')])
    for (const rows of [first, second, third]) reader.want(rows, () => undefined)
    reader.start()
    await promisesSettle()
    sinon.assert.calledOnce(multiGet)
    const told = [first, second, third].map(({ fill }) => {
      sinon.assert.calledOnce(fill)
      const [values, found] = fill.firstCall.args
      return [
        values.map((value) => value?.toString()),
        found.map((rows) => rows.map(({ key }) => String(key))),
      ]
    })
    assert.deepEqual(told, [
      [['B', undefined], [['a', 'b']]],
      [
        ['C', 'A'],
        [['c'], []],
      ],
      [[], [['b']]],
    ])
  })

  it('begins nothing by itself, and one read at a time', async () => {
    const rows = ['a', 'b', 'c'].map((key) => wanted([key]))
    const done = sinon.fake()
    reader.want(rows[0]!, done)
    await promisesSettle()
    sinon.assert.notCalled(multiGet)
    reader.start()
    reader.want(rows[1]!, done)
    reader.want(rows[2]!, done)
    reader.start()
    sinon.assert.calledOnce(multiGet)
    await promisesSettle()
    sinon.assert.calledTwice(multiGet)
    sinon.assert.calledThrice(done)
    sinon.assert.callOrder(rows[0]!.fill, rows[1]!.fill, rows[2]!.fill)
  })

  it('cuts what many ask for, so that nobody waits for all of it', async () => {
    const many = Array.from({ length: 1500 }, (_, i) => `key-${i}`)
    for (let i = 0; i < 3; i++) reader.want(wanted(many), () => undefined)
    reader.start()
    await promisesSettle()
    assert.deepEqual(
      multiGet.getCalls().map(({ args }) => (args[0] as Buffer[]).length),
      [3000, 1500],
    )
  })

  it('hands nothing over when the read fails, and says so', async () => {
    const rows = wanted(['a'])
    const done = sinon.fake()
    multiGet.restore()
    sinon.stub(engine, 'multiGet').rejects(new Error('EIO'))
    reader.want(rows, done)
    reader.start()
    await promisesSettle()
    sinon.assert.calledOnce(fatal)
    sinon.assert.notCalled(rows.fill)
    sinon.assert.notCalled(done)
  })
})
