import assert from 'node:assert/strict'
import { crc32 } from '@node-rs/crc32'
import fc from 'fast-check'
import {
  CHECKSUM_START,
  checksumOf,
  sumBytes,
  sumLatin1,
  sumU32,
} from '../../src/versions/checksum.ts'
import { holds } from './support.ts'

describe('the checksum', () => {
  it('is CRC-32 of all parts in a row', () => {
    const part = fc.uint8Array({ maxLength: 300 })
    holds(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), part, part, fc.nat(300), (...all) => {
        const [number, first, second, cut] = all
        const end = Math.min(cut, second.length)
        const head = Buffer.alloc(4)
        head.writeUInt32BE(number)
        const expected = crc32(Buffer.concat([head, first, second.subarray(0, end)]))
        const text = Buffer.from(first).toString('latin1')
        const state = sumLatin1(sumU32(CHECKSUM_START, number), text)
        assert.equal(checksumOf(sumBytes(state, second, end)), expected)
      }),
    )
  })
})
