import assert from 'node:assert/strict'
import { timestamp, TOKEN_END } from '../../src/base/ids.ts'
import { decodeWatch, encodeResumeToken, type ResolvedRange } from '../../src/net/watch-codec.ts'
import { TEST_CONTEXT } from './support.ts'

const bytes = (text: string): Buffer => Buffer.from(text)

/** Equal parts of the ring, resolved up to 1000, 1001 … */
function ranges(count: number): ResolvedRange[] {
  const step = TOKEN_END / count
  return Array.from({ length: count }, (_, i) => ({
    start: Math.floor(i * step),
    end: Math.floor((i + 1) * step),
    resolved: timestamp(1000 + i),
  }))
}

describe('watches on the wire', () => {
  it('say which keys, and from when', () => {
    const { start, end, from } = decodeWatch(TEST_CONTEXT, { prefix: bytes('ab'), from: 7 })
    assert.deepEqual([start, end], ['ab', 'ac'])
    assert.deepEqual(from, [{ start: 0, end: TOKEN_END, resolved: 7 }])
    const one = decodeWatch(TEST_CONTEXT, { key: bytes('k') })
    assert.deepEqual([one.start, one.end], ['k', 'k\x00'])
    assert.equal(one.from[0]!.end - one.from[0]!.start, 1)
  })

  it('go on from a token, in the parts of the ring that it names', () => {
    const token = encodeResumeToken(ranges(3))
    assert.deepEqual(decodeWatch(TEST_CONTEXT, { token }).from, ranges(3))
    const one = decodeWatch(TEST_CONTEXT, { key: bytes('k'), token })
    assert.equal(one.from.length, 1, 'a token of everything is good for one key')
  })

  it('have tokens of bounded size, which never say more than was sent', () => {
    const token = encodeResumeToken(ranges(1000))
    assert.ok(token.length < 4_000)
    const { from } = decodeWatch(TEST_CONTEXT, { token })
    assert.ok(from.length <= 256)
    assert.equal(from[0]!.resolved, 1000)
    assert.equal(from.at(-1)!.end, TOKEN_END)
    for (const { start, resolved } of from) {
      const first = ranges(1000).find((range) => range.start === start)!
      assert.equal(resolved, first.resolved)
    }
  })

  it('refuse what is no token, and more than one choice of keys', () => {
    const token = encodeResumeToken(ranges(3))
    for (const request of [
      { token: bytes('rubbish') },
      { token: token.subarray(0, -1) },
      { token: encodeResumeToken(ranges(3).slice(1)) },
      { key: bytes('a'), prefix: bytes('b') },
      { prefix: bytes('a'), start: bytes('b') },
    ]) {
      assert.throws(() => decodeWatch(TEST_CONTEXT, request), { code: 'INVALID_ARGUMENT' })
    }
  })
})
