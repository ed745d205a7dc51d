import assert from 'node:assert/strict'
import fc from 'fast-check'
import { MalformedBytes } from '../../src/base/bytes.ts'
import {
  keyspaceId,
  segment,
  shardId,
  timestamp,
  token,
  TOKEN_END,
  type Key,
} from '../../src/base/ids.ts'
import {
  conflictKey,
  decodeConflictKey,
  decodeHeadKey,
  decodeHistoryKey,
  decodeMarkKey,
  decodeMetaKey,
  decodeOutcomeKey,
  headKey,
  historyAtOrBelow,
  historyKey,
  keyspaceBounds,
  markKey,
  metaBounds,
  metaKey,
  outcomeKey,
  partitionBounds,
  preparedKey,
  shardTableBounds,
  type KeyBounds,
} from '../../src/shard/keys.ts'
import { operationId } from './replica.ts'

const SEGMENT = segment(9)
const KEYSPACE = keyspaceId(3)
const aToken = fc.oneof(fc.nat(3), fc.constant(2 ** 32 - 1)).map(token)
const aTimestamp = fc.oneof(fc.nat(5), fc.nat({ max: Number.MAX_SAFE_INTEGER })).map(timestamp)
/** Short, and full of the bytes that escaping is about. */
const aKey = fc
  .array(fc.constantFrom(0, 1, 0x61, 0xff), { maxLength: 4 })
  .map((bytes) => Buffer.from(bytes).toString('latin1') as Key)

const inside = (key: Buffer, { gte, lt }: KeyBounds): boolean =>
  key.compare(gte) >= 0 && key.compare(lt) < 0

describe('engine keys', () => {
  it('of heads sort by keyspace, token and key', () => {
    const place = fc.tuple(fc.nat(2), aToken, aKey)
    fc.assert(
      fc.property(place, place, (a, b) => {
        const [keyA, keyB] = [a, b].map(([keyspace, at, key]) =>
          headKey(SEGMENT, keyspaceId(keyspace), at, key),
        )
        const order = a[0] - b[0] || a[1] - b[1] || (a[2] === b[2] ? 0 : a[2] < b[2] ? -1 : 1)
        assert.equal(Math.sign(keyA!.compare(keyB!)), Math.sign(order))
      }),
      { numRuns: 1000 },
    )
  })

  it('of history sort by keyspace, token and key, then newest first', () => {
    const place = fc.tuple(aToken, aKey, aTimestamp)
    fc.assert(
      fc.property(place, place, (a, b) => {
        const [keyA, keyB] = [a, b].map(([at, key, time]) =>
          historyKey(SEGMENT, KEYSPACE, at, key, time),
        )
        const order = a[0] - b[0] || (a[1] === b[1] ? b[2] - a[2] : a[1] < b[1] ? -1 : 1)
        assert.equal(Math.sign(keyA!.compare(keyB!)), Math.sign(order))
      }),
      { numRuns: 1000 },
    )
  })

  it('say what they were made of', () => {
    fc.assert(
      fc.property(aToken, aKey, aTimestamp, (at, key, time) => {
        const head = { keyspace: KEYSPACE, token: at, key }
        assert.deepEqual(decodeHeadKey(headKey(SEGMENT, KEYSPACE, at, key)), head)
        const history = historyKey(SEGMENT, KEYSPACE, at, key, time)
        assert.deepEqual(decodeHistoryKey(history), { ...head, timestamp: time })
        const conflict = conflictKey(SEGMENT, shardId(4), time, KEYSPACE, key)
        assert.deepEqual(decodeConflictKey(conflict), { at: time, keyspace: KEYSPACE, key })
      }),
    )
    assert.equal(decodeOutcomeKey(outcomeKey(SEGMENT, shardId(4), 77)), 77)
    assert.equal(decodeMarkKey(markKey(SEGMENT, shardId(4), 'abc')), 'abc')
    assert.equal(decodeMetaKey(metaKey(shardId(4))), 4)
  })

  it('of one table are none of another', () => {
    const head = headKey(SEGMENT, KEYSPACE, 1, 'a' as Key)
    assert.throws(() => decodeHistoryKey(head), MalformedBytes)
    assert.throws(() => decodeOutcomeKey(head), MalformedBytes)
    assert.throws(() => decodeMetaKey(head), MalformedBytes)
    assert.throws(() => decodeHeadKey(metaKey(shardId(1))), MalformedBytes)
  })

  it('a badly escaped history key is malformed', () => {
    const good = historyKey(SEGMENT, KEYSPACE, 1, 'a\x00b' as Key, timestamp(5))
    const at = good.indexOf(Buffer.from([0x00, 0xff]), 13)
    const bad = Buffer.from(good)
    bad[at + 1] = 0x07
    assert.throws(() => decodeHistoryKey(bad), MalformedBytes)
    assert.throws(() => decodeHistoryKey(good.subarray(0, 15)), MalformedBytes)
  })

  it("history at or below T holds exactly the key's versions up to T", () => {
    fc.assert(
      fc.property(aKey, aKey, aTimestamp, aTimestamp, (key, other, time, upTo) => {
        const bounds = historyAtOrBelow(SEGMENT, KEYSPACE, 1, key, upTo)
        const row = historyKey(SEGMENT, KEYSPACE, 1, other, time)
        assert.equal(inside(row, bounds), other === key && time <= upTo)
      }),
      { numRuns: 1000 },
    )
  })

  it("a partition's bounds hold exactly its keys in [start, end)", () => {
    fc.assert(
      fc.property(aToken, aToken, aKey, aKey, aKey, (at, other, key, start, end) => {
        const bounds = partitionBounds(SEGMENT, KEYSPACE, at, start, end)
        const expected = other === at && key >= start && (end === '' || key < end)
        assert.equal(inside(headKey(SEGMENT, KEYSPACE, other, key), bounds), expected)
      }),
      { numRuns: 1000 },
    )
  })

  it("a keyspace's bounds hold exactly the tokens of the range, up to the end of the ring", () => {
    fc.assert(
      fc.property(fc.nat(4), aToken, aKey, fc.nat(2), (keyspace, at, key, start) => {
        const range = { start, end: TOKEN_END }
        for (const table of ['heads', 'history'] as const) {
          const bounds = keyspaceBounds(table, SEGMENT, KEYSPACE, range)
          const row =
            table === 'heads'
              ? headKey(SEGMENT, keyspaceId(keyspace), at, key)
              : historyKey(SEGMENT, keyspaceId(keyspace), at, key, timestamp(5))
          assert.equal(inside(row, bounds), keyspace === KEYSPACE && at >= start)
        }
      }),
    )
  })

  it('tables and shards do not mix', () => {
    const bounds = shardTableBounds('outcomes', SEGMENT, shardId(4))
    assert(inside(outcomeKey(SEGMENT, shardId(4), 0), bounds))
    assert(inside(outcomeKey(SEGMENT, shardId(4), Number.MAX_SAFE_INTEGER), bounds))
    assert(!inside(outcomeKey(SEGMENT, shardId(5), 0), bounds))
    assert(!inside(outcomeKey(segment(10), shardId(4), 0), bounds))
    assert(!inside(markKey(SEGMENT, shardId(4), 'a'), bounds))
    const prepared = shardTableBounds('prepared', SEGMENT, shardId(0xff))
    assert(inside(preparedKey(SEGMENT, shardId(0xff), operationId(1)), prepared))
    assert(inside(metaKey(shardId(0xffffffff)), metaBounds()))
  })
})
