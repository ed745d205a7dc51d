import assert from 'node:assert/strict'
import { withOwnBytes, type Scalar, type Value } from '../../src/versions/value.ts'

const large = Buffer.alloc(1_000, 'y')
const part: Scalar = { type: 'bytes', value: large.subarray(5, 8) }
const most: Scalar = { type: 'bytes', value: large.subarray(0, 500) }

/** Bytes of memory that the value's byte strings keep. */
function heldBy(value: Value): number {
  const scalars = value.type === 'list' ? value.value : [value]
  const buffers = scalars.flatMap((one) => (one.type === 'bytes' ? [one.value.buffer] : []))
  return [...new Set(buffers)].reduce((sum, { byteLength }) => sum + byteLength, 0)
}

describe('a value with bytes of its own', () => {
  it('holds no more memory than it needs', () => {
    assert.deepEqual(withOwnBytes(part), part)
    assert.equal(heldBy(withOwnBytes(part)), 3)
  })

  it('is the same where it holds most of what it is a view of', () => {
    assert.equal(withOwnBytes(most), most)
  })

  it('is the same where it has no bytes', () => {
    const text: Scalar = { type: 'string', value: 'text' }
    const list = { type: 'list', value: [text, most] } as const
    for (const value of [text, list]) assert.equal(withOwnBytes(value), value)
  })

  it('has elements with bytes of their own', () => {
    const list = { type: 'list', value: [most, part] } as const
    assert.deepEqual(withOwnBytes(list), list)
    assert.equal(heldBy(withOwnBytes(list)), 1_003)
  })
})
