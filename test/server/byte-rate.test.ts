import assert from 'node:assert/strict'
import { ByteRate } from '../../src/server/byte-rate.ts'
import { FakeTime } from '../client/fake-time.ts'

describe('a byte rate', () => {
  let time: FakeTime
  let gone: number[]

  beforeEach(() => {
    time = new FakeTime()
    gone = []
  })

  const send = (rate: ByteRate, ...sizes: number[]): void => {
    const start = time.monotonicMs()
    for (const size of sizes) void rate.take(size).then(() => gone.push(time.monotonicMs() - start))
  }

  it('lets each go when those before it are paid for', async () => {
    send(new ByteRate(time, time, 1_000), 500, 100, 1_000, 1)
    await time.pass(5_000)
    assert.deepEqual(gone, [0, 500, 600, 1_600])
  })

  it('saves nothing up', async () => {
    const rate = new ByteRate(time, time, 1_000)
    send(rate, 10)
    await time.pass(60_000)
    gone = []
    send(rate, 1_000, 1_000)
    await time.pass(5_000)
    assert.deepEqual(gone, [0, 1_000])
  })

  it('of nothing is none', async () => {
    send(new ByteRate(time, time, 0), 1e9, 1e9)
    await time.settle()
    assert.deepEqual(gone, [0, 0])
  })
})
