import assert from 'node:assert/strict'
import fc from 'fast-check'
import { ByteReader, ByteWriter, MalformedBytes } from '../../src/base/bytes.ts'
import { replicaId, segment, shardId } from '../../src/base/ids.ts'
import type { Entry, EntryType } from '../../src/raft/messages.ts'
import {
  beginFrame,
  decodeFileHeader,
  encodeFileHeader,
  findFrame,
  frameAt,
  frameSeed,
  PAGE_BYTES,
  sealFrame,
} from '../../src/storage/wal-format.ts'
import * as records from '../../src/storage/wal-records.ts'

function makeFrame(content: Uint8Array, sequence: number, seed: number): Buffer {
  const writer = new ByteWriter()
  beginFrame(writer)
  writer.raw(content)
  return Buffer.from(sealFrame(writer, sequence, seed))
}

const content = fc.uint8Array({ maxLength: 9000 })
const u32 = fc.integer({ min: 0, max: 0xffff_ffff })
const sequence = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })

describe('log frame', () => {
  it('comes back as it was written, in whole pages', () => {
    fc.assert(
      fc.property(content, sequence, u32, (bytes, number, seed) => {
        const frame = makeFrame(bytes, number, seed)
        assert.equal(frame.length % PAGE_BYTES, 0)
        const found = frameAt(frame, 0, seed)!
        assert.equal(found.sequence, number)
        assert.deepEqual(frame.subarray(found.start, found.end), Buffer.from(bytes))
      }),
    )
  })

  it('never passes with a bit flipped', () => {
    fc.assert(
      fc.property(content, sequence, u32, fc.nat(), (bytes, number, seed, where) => {
        const frame = makeFrame(bytes, number, seed)
        const bit = where % ((16 + bytes.length) * 8)
        frame[bit >> 3]! ^= 1 << (bit & 7)
        assert.equal(frameAt(frame, 0, seed), undefined)
      }),
    )
  })

  it('never passes cut short, whether the rest is missing or zero', () => {
    fc.assert(
      fc.property(content, sequence, u32, fc.nat(), (bytes, number, seed, where) => {
        const frame = makeFrame(Buffer.concat([bytes, Buffer.from([1])]), number, seed)
        const cut = where % (17 + bytes.length)
        assert.equal(frameAt(frame.subarray(0, cut), 0, seed), undefined)
        frame.fill(0, cut)
        assert.equal(frameAt(frame, 0, seed), undefined)
      }),
    )
  })

  it('never passes under another generation', () => {
    fc.assert(
      fc.property(content, sequence, u32, u32, u32, (bytes, number, salt, one, other) => {
        fc.pre(one !== other)
        const frame = makeFrame(bytes, number, frameSeed(one, salt))
        assert.equal(frameAt(frame, 0, frameSeed(other, salt)), undefined)
      }),
    )
  })

  it('is found behind garbage, if its sequence is not an old one', () => {
    const file = Buffer.concat([
      Buffer.alloc(PAGE_BYTES, 0xa5),
      makeFrame(Buffer.alloc(5000), 7, 1),
      makeFrame(Buffer.alloc(10), 8, 1),
    ])
    assert.equal(findFrame(file, 0, 1, 7), PAGE_BYTES)
    assert.equal(findFrame(file, 0, 1, 8), 3 * PAGE_BYTES)
    assert.equal(findFrame(file, 0, 1, 9), undefined)
    assert.equal(findFrame(file, 0, 2, 1), undefined)
  })

  it('is not made of an empty file', () => {
    assert.equal(frameAt(Buffer.alloc(2 * PAGE_BYTES), 0, 0), undefined)
  })
})

describe('log file header', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 0xffff_ffff }), u32, (generation, salt) => {
        const found = decodeFileHeader(encodeFileHeader(generation, salt))
        assert.deepEqual(found, { kind: 'valid', generation, salt })
      }),
    )
  })

  it('is damaged by any flipped bit, and says when it is only newer', () => {
    const page = encodeFileHeader(77, 0x1234_5678)
    for (let bit = 0; bit < 28 * 8; bit++) {
      const copy = Buffer.from(page)
      copy[bit >> 3]! ^= 1 << (bit & 7)
      assert.deepEqual(decodeFileHeader(copy), { kind: 'damaged' })
    }
    assert.deepEqual(decodeFileHeader(Buffer.alloc(PAGE_BYTES)), { kind: 'damaged' })
    assert.deepEqual(decodeFileHeader(Buffer.alloc(3)), { kind: 'damaged' })
  })
})

const shard = fc.integer({ min: 0, max: 2 ** 40 }).map(shardId)
const replica = fc.integer({ min: 1, max: 2 ** 40 }).map(replicaId)
const number = fc.oneof(fc.nat(300), fc.integer({ min: 0, max: 2 ** 50 }))
const type = fc.constantFrom<EntryType>('normal', 'conf-change', 'conf-change-v2')
const entryParts = fc.record({ term: number, type, data: fc.uint8Array({ maxLength: 300 }) })

type Call = readonly unknown[]

/** Writes each call's record, and what a visitor is called with for it. */
const record = fc.oneof(
  fc
    .tuple(shard, replica, number, fc.array(entryParts, { minLength: 1, maxLength: 5 }))
    .map(([s, r, first, parts]) => {
      const list: Entry[] = parts.map((part, i) => ({ ...part, index: first + i }))
      return {
        write: (writer: ByteWriter) => records.writeEntries(writer, s, r, list, []),
        calls: list.map((entry): Call => [
          'entry',
          s,
          r,
          { ...entry, data: Buffer.from(entry.data) },
        ]),
      }
    }),
  fc.tuple(shard, replica, number, number, number).map(([s, r, term, vote, commit]) => {
    const state = { term, vote: replicaId(vote), commit }
    return {
      write: (writer: ByteWriter) => records.writeHardState(writer, s, r, state),
      calls: [['hardState', s, r, state] as Call],
    }
  }),
  fc.tuple(shard, replica, number, number).map(([s, r, index, term]) => ({
    write: (writer: ByteWriter) => records.writeLogStart(writer, s, r, { index, term }),
    calls: [['logStart', s, r, { index, term }] as Call],
  })),
  fc.tuple(shard, replica, number).map(([s, r, kept]) => ({
    write: (writer: ByteWriter) => records.writeTruncate(writer, s, r, kept),
    calls: [['truncate', s, r, kept] as Call],
  })),
  fc.tuple(shard, replica, number, number, number).map(([s, r, number_, index, term]) => {
    const mark = { segment: segment(number_), index, term }
    return {
      write: (writer: ByteWriter) => records.writeSnapshotMark(writer, s, r, mark),
      calls: [['snapshotMark', s, r, mark] as Call],
    }
  }),
  fc.tuple(shard, replica).map(([s, r]) => ({
    write: (writer: ByteWriter) => records.writeReplicaRemoved(writer, s, r),
    calls: [['replicaRemoved', s, r] as Call],
  })),
  number.map((generation) => ({
    write: (writer: ByteWriter) => records.writeFilesFreed(writer, generation),
    calls: [['filesFreed', generation] as Call],
  })),
)

function visitorInto(calls: Call[]): records.RecordVisitor {
  return {
    entry: (s, r, entry) => calls.push(['entry', s, r, entry]),
    hardState: (...args) => calls.push(['hardState', ...args]),
    logStart: (...args) => calls.push(['logStart', ...args]),
    truncate: (...args) => calls.push(['truncate', ...args]),
    snapshotMark: (...args) => calls.push(['snapshotMark', ...args]),
    replicaRemoved: (...args) => calls.push(['replicaRemoved', ...args]),
    filesFreed: (...args) => calls.push(['filesFreed', ...args]),
  }
}

describe('log records', () => {
  it('come back in the order in which they were written', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 20 }), (list) => {
        const writer = new ByteWriter()
        for (const { write } of list) write(writer)
        const calls: Call[] = []
        records.readRecords(new ByteReader(writer.finish()), visitorInto(calls))
        assert.deepEqual(
          calls,
          list.flatMap((item) => item.calls),
        )
      }),
    )
  })

  it('are refused when cut in the middle of a record', () => {
    fc.assert(
      fc.property(record, fc.nat(), ({ write }, where) => {
        const writer = new ByteWriter()
        write(writer)
        const bytes = writer.finish()
        const cut = 1 + (where % bytes.length)
        fc.pre(cut < bytes.length)
        assert.throws(
          () => records.readRecords(new ByteReader(bytes.subarray(0, cut)), visitorInto([])),
          MalformedBytes,
        )
      }),
    )
  })

  it('of an unknown kind are refused', () => {
    assert.throws(
      () => records.readRecords(new ByteReader(Buffer.from([99, 1, 1])), visitorInto([])),
      MalformedBytes,
    )
  })

  it('let an entry be read alone, from where it was put, and only as itself', () => {
    fc.assert(
      fc.property(
        shard,
        replica,
        fc.array(entryParts, { minLength: 1 }),
        fc.nat(),
        (s, r, parts, where) => {
          const list: Entry[] = parts.map((part, i) => ({ ...part, index: 100 + i }))
          const writer = new ByteWriter()
          const offsets: number[] = []
          records.writeEntries(writer, s, r, list, offsets)
          const bytes = writer.finish()
          const position = where % list.length
          const entry = list[position]!
          const offset = offsets[position]!
          const size = records.encodedEntryBytes(entry.term, entry.data.length)
          const read = (shardRead = s, replicaRead = r, index = entry.index): Entry =>
            records.readEntry(
              new ByteReader(bytes, offset, offset + size),
              shardRead,
              replicaRead,
              index,
            )
          assert.deepEqual(read(), { ...entry, data: Buffer.from(entry.data) })
          assert.equal(offset + size, offsets[position + 1] ?? bytes.length)
          assert.throws(() => read(shardId(s + 1)), MalformedBytes)
          assert.throws(() => read(s, replicaId(r + 1)), MalformedBytes)
          assert.throws(() => read(s, r, entry.index + 1), MalformedBytes)
        },
      ),
    )
  })
})
