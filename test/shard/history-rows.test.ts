import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'mocha'
import { MalformedBytes } from '../../src/base/bytes.ts'
import { timestamp } from '../../src/base/ids.ts'
import { VersionsDigest, versionRanges } from '../../src/shard/digest.ts'
import {
  decodeHistoryRow,
  encodeHistoryRow,
  newestAtOrBelow,
  type HistoryVersion,
} from '../../src/shard/history-rows.ts'
import { metaKey, TABLE } from '../../src/shard/keys.ts'
import { decodeMeta } from '../../src/shard/meta-row.ts'
import { operationId, put, SHARD, TestShard, version, write } from './replica.ts'

const INCARNATION = 'first'

/** Versions that followed each other at these times; the last was superseded at `end`. */
function past(times: readonly number[], end: number): HistoryVersion[] {
  return times.map((at, i) => ({
    version: version(at),
    supersededAt: timestamp(times[i + 1] ?? end),
  }))
}

function allRows(versions: readonly HistoryVersion[]): Buffer[] {
  const rows: Buffer[] = []
  for (let first = 0; first < versions.length;) {
    const { value, next } = encodeHistoryRow(versions, first, INCARNATION)
    rows.push(value)
    first = next
  }
  return rows
}

describe('rows of history', () => {
  it('say what was put into them, oldest first, in as many rows as the sizes need', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(sizes, (chosen) => {
        const versions = chosen.map((size, i) => ({
          version: version(10 + i, size),
          supersededAt: timestamp(11 + i),
        }))
        const rows = allRows(versions)
        const read = rows.flatMap((row) => decodeHistoryRow(row, INCARNATION))
        assert.deepEqual(read, versions)
        // A row is small, or one large version made it large.
        for (const row of rows) assert(row.length < 3072 + 5000 + 100)
        assert(rows.length <= 1 + chosen.reduce((sum, size) => sum + size + 60, 0) / 3072)
      }),
    )
  })

  it('have the newest version at or below a time, if they begin at or below it', () => {
    const [row] = allRows(past([10, 20, 30], 40))
    const at = (time: number) =>
      newestAtOrBelow(row, timestamp(time), INCARNATION)?.version.timestamp
    assert.deepEqual([10, 15, 20, 29, 30, 99].map(at), [10, 10, 20, 20, 30, 30])
    assert.equal(newestAtOrBelow(undefined, timestamp(10), INCARNATION), undefined)
  })

  it('that are cut are no rows', () => {
    const [row] = allRows(past([10, 20], 40))
    const whole = allRows(past([10], 20))[0]!.length
    for (let length = 0; length < row!.length; length++) {
      // Cut between two versions it is a row of one; the engine's checksums are there for that.
      if (length === whole) continue
      assert.throws(() => decodeHistoryRow(row!.subarray(0, length), INCARNATION), MalformedBytes)
    }
  })

  it('share versions out as a replica wrote its batches, which no reader and no digest can tell', () => {
    const values = ['1', '2', '3', '4', '5', '6']
    const replicaWritten = (every: number) => {
      const shard = new TestShard()
      const times: number[] = []
      for (const [i, value] of values.entries()) {
        shard.one(write(operationId(i + 1), put('a', value)))
        times.push(shard.machine.lastStamp)
        if (i % every === every - 1) shard.replica.flush()
      }
      shard.restart()
      const { replica } = shard
      const stored = replica.engine.read({
        gte: Buffer.from([TABLE.history]),
        lt: Buffer.from([TABLE.history + 1]),
      })
      const meta = decodeMeta(replica.engine.get(metaKey(SHARD))!)
      const digest = new VersionsDigest(meta)
      for (const range of versionRanges(meta)) digest.add(replica.engine.read(range))
      const seen = times.map((at) => shard.rowAt('a', at).value?.value)
      return { rows: stored.length, seen, digest: digest.value() }
    }
    const written = [1, 2, 3, 6].map(replicaWritten)
    assert.deepEqual(
      written.map(({ rows }) => rows),
      [5, 3, 2, 1],
    )
    for (const { seen, digest } of written) {
      assert.deepEqual(seen, values)
      assert.equal(digest, written[0]!.digest)
    }
  })
})
