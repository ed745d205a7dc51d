import assert from 'node:assert/strict'
import fc from 'fast-check'
import { MalformedBytes } from '../../src/base/bytes.ts'
import { keyOfText, segment, timestamp } from '../../src/base/ids.ts'
import {
  decodeBatch,
  decodeCommand,
  encodeBatch,
  encodeCommand,
} from '../../src/shard/command-codec.ts'
import type { Batch } from '../../src/shard/command.ts'
import {
  decodeCommandReply,
  decodeReadReply,
  encodeCommandReply,
  encodeReadReply,
} from '../../src/shard/reply-codec.ts'
import { decodeRead, encodeRead } from '../../src/shard/request-codec.ts'
import { decodeConflict, encodeConflict } from '../../src/shard/conflict-codec.ts'
import { conflictKey } from '../../src/shard/keys.ts'
import { KEYSPACE, SHARD } from './replica.ts'
import { aBatch, aCommand, aLoggedConflict, aRead, aReadReply, aReply } from './arbitraries.ts'

const encodeWholeBatch = ({ commands, ...header }: Batch): Buffer =>
  encodeBatch(header, commands.map(encodeCommand))

/** Checks one codec: what is written reads back; cut, changed or lengthened bytes are refused properly. */
function checkCodec<T>(
  name: string,
  arbitrary: fc.Arbitrary<T>,
  encode: (value: T) => Buffer,
  decode: (bytes: Uint8Array) => T,
): void {
  const onlyMalformed = (bytes: Uint8Array): void => {
    try {
      decode(bytes)
    } catch (error) {
      assert(error instanceof MalformedBytes, String(error))
    }
  }
  describe(name, () => {
    it('reads back what was written', () => {
      fc.assert(
        fc.property(arbitrary, (value) => {
          assert.deepEqual(decode(encode(value)), value)
        }),
      )
    })

    it('refuses every proper prefix, and a byte more', () => {
      fc.assert(
        fc.property(arbitrary, fc.nat(), (value, cut) => {
          const bytes = encode(value)
          assert.throws(() => decode(bytes.subarray(0, cut % bytes.length)), MalformedBytes)
          assert.throws(() => decode(Buffer.concat([bytes, Buffer.alloc(1)])), MalformedBytes)
        }),
      )
    })

    it('throws nothing but MalformedBytes on damaged bytes', () => {
      fc.assert(
        fc.property(arbitrary, fc.nat(), fc.nat(255), (value, at, byte) => {
          const bytes = Buffer.from(encode(value))
          bytes[at % bytes.length] = byte
          onlyMalformed(bytes)
        }),
        { numRuns: 500 },
      )
    })

    it('throws nothing but MalformedBytes on noise', () => {
      fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), onlyMalformed), { numRuns: 500 })
    })
  })
}

const CONFLICT = { at: timestamp(5), keyspace: KEYSPACE, key: keyOfText('k') }
const CONFLICT_KEY = conflictKey(segment(1), SHARD, CONFLICT.at, CONFLICT.keyspace, CONFLICT.key)

describe('codecs of the shard', () => {
  checkCodec('command', aCommand, encodeCommand, decodeCommand)
  checkCodec('batch', aBatch, encodeWholeBatch, decodeBatch)
  checkCodec('read', aRead, encodeRead, decodeRead)
  checkCodec('command reply', aReply, encodeCommandReply, decodeCommandReply)
  checkCodec('read reply', aReadReply, encodeReadReply, decodeReadReply)

  checkCodec(
    'conflict',
    aLoggedConflict.map((conflict) => ({ ...conflict, ...CONFLICT })),
    encodeConflict,
    (bytes) => decodeConflict(CONFLICT_KEY, Buffer.from(bytes)),
  )

  it('a batch holds the bytes of its commands as the gateway made them', () => {
    fc.assert(
      fc.property(aBatch, (batch) => {
        const bytes = encodeWholeBatch(batch)
        for (const command of batch.commands) assert(bytes.includes(encodeCommand(command)))
      }),
    )
  })
})
