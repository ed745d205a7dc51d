import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Key } from '../../src/base/ids.ts'
import {
  keyBytes,
  keyOfBytes,
  keyOfText,
  keyText,
  operationKey,
  timestamp,
} from '../../src/base/ids.ts'

const anyText = fc.string({ unit: 'grapheme' })

describe('keys', () => {
  it('hold any bytes exactly', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const key = keyOfBytes(bytes)
        assert.equal(key.length, bytes.length)
        assert.deepEqual([...keyBytes(key)], [...bytes])
      }),
    )
  })

  it('made of a view take the view and not the memory around it', () => {
    const bytes = new Uint8Array([1, 2, 3, 4]).subarray(1, 3)
    assert.equal(keyOfBytes(bytes), '\x02\x03')
  })

  it('of a text are its UTF-8 bytes', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.equal(keyOfText(text), keyOfBytes(Buffer.from(text, 'utf8')))
      }),
    )
    assert.equal(keyOfText('é'), 'Ã©')
  })

  it('compare as strings in byte order', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
        const left = keyOfBytes(a)
        const right = keyOfBytes(b)
        const byString = left < right ? -1 : left > right ? 1 : 0
        assert.equal(byString, Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))))
      }),
    )
  })

  it('are shown as text where they are text, else in hexadecimal', () => {
    assert.equal(keyText(keyOfText('Grüße')), 'Grüße')
    assert.equal(keyText('\xff\x00' as Key), '0xff00')
  })
})

describe('operation ids', () => {
  it('are told apart by client and sequence, not by expiry', () => {
    const id = { client: 'ab', sequence: 1, expiry: timestamp(5) }
    assert.equal(operationKey(id), operationKey({ ...id, expiry: timestamp(6) }))
    assert.notEqual(operationKey(id), operationKey({ ...id, sequence: 2 }))
    assert.notEqual(operationKey(id), operationKey({ ...id, client: 'abc' }))
  })
})
