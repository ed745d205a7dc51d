import assert from 'node:assert/strict'
import fc from 'fast-check'
import { xxh32 } from '@node-rs/xxhash'
import type { Key } from '../../src/base/ids.ts'
import { keyBytes, keyOfBytes, keyOfText, keyspaceId, TOKEN_END } from '../../src/base/ids.ts'
import type { PartitionRule } from '../../src/base/token.ts'
import { partitionOf, tokenOf } from '../../src/base/token.ts'

const WHOLE: PartitionRule = { kind: 'key' }
const FIRST_TWO: PartitionRule = { kind: 'first', parts: 2, separator: ':' }
const ALL: PartitionRule = { kind: 'all' }

const partition = (text: string, rule: PartitionRule) => partitionOf(keyOfText(text), rule)
const anyKey = fc.uint8Array({ maxLength: 600 }).map(keyOfBytes)
const taggyKey = fc
  .array(fc.constantFrom('{', '}', ':', '::', 'a', 'é', 'user'), { maxLength: 12 })
  .map((pieces) => keyOfText(pieces.join('')))
const anyRule = fc.oneof(
  fc.constant(WHOLE),
  fc.constant(ALL),
  fc.record({
    kind: fc.constant('first' as const),
    parts: fc.integer({ min: 1, max: 4 }),
    separator: fc.constantFrom(':', '::', '/'),
  }),
)

describe('tokenOf', () => {
  it('is the published xxHash of the partition part', () => {
    // Vectors of the xxHash specification and its reference implementation.
    assert.equal(tokenOf(keyspaceId(0), '' as Key, WHOLE), 0x02cc5d05)
    assert.equal(tokenOf(keyspaceId(0), 'a' as Key, WHOLE), 0x550d7456)
    assert.equal(tokenOf(keyspaceId(0), 'abc' as Key, WHOLE), 0x32d153ff)
  })

  it('agrees with the native library on every length, seed and rule', () => {
    const anyId = fc.integer({ min: 1, max: 2 ** 32 - 1 }).map(keyspaceId)
    fc.assert(
      fc.property(anyId, fc.oneof(anyKey, taggyKey), anyRule, (keyspace, key, rule) => {
        const expected = xxh32(keyBytes(partitionOf(key, rule)), keyspace)
        assert.equal(tokenOf(keyspace, key, rule), expected)
        assert.ok(expected >= 0 && expected < TOKEN_END)
      }),
      { numRuns: 1000 },
    )
  })

  it('is the same however the key was built, tag and all', () => {
    const long = 'x'.repeat(500)
    for (const tag of ['t', 'x'.repeat(159), 'x'.repeat(160), long]) {
      const tagged = keyOfText(`before{${tag}}after`)
      assert.equal(
        tokenOf(keyspaceId(7), tagged, WHOLE),
        tokenOf(keyspaceId(7), keyOfText(tag), WHOLE),
      )
    }
  })

  it('differs between keyspaces, and under `all` depends on nothing else', () => {
    const key = keyOfText('user:1')
    assert.notEqual(tokenOf(keyspaceId(1), key, WHOLE), tokenOf(keyspaceId(2), key, WHOLE))
    assert.notEqual(tokenOf(keyspaceId(1), key, ALL), tokenOf(keyspaceId(2), key, ALL))
    fc.assert(
      fc.property(anyKey, taggyKey, (a, b) => {
        assert.equal(tokenOf(keyspaceId(3), a, ALL), tokenOf(keyspaceId(3), b, ALL))
      }),
    )
  })

  it('spreads keys evenly over the ring', () => {
    const buckets = new Array<number>(16).fill(0)
    for (let i = 0; i < 16_000; i++) {
      const token = tokenOf(keyspaceId(1), keyOfText(`user:${i}`), WHOLE)
      buckets[Math.floor(token / 2 ** 28)]!++
    }
    assert.ok(Math.min(...buckets) > 880 && Math.max(...buckets) < 1120, buckets.join(' '))
  })
})

describe('partitionOf', () => {
  it('takes what stands between the first { and the next }', () => {
    assert.equal(partition('acct:{eu}:1', WHOLE), 'eu')
    assert.equal(partition('{a}{b}', WHOLE), 'a')
    assert.equal(partition('}{a}', WHOLE), 'a')
    assert.equal(partition('x{{a}}', WHOLE), '{a')
    assert.equal(partition('a:b:{c}', FIRST_TWO), 'c')
  })

  it('ignores a tag that is empty or not closed, even when a good one follows', () => {
    for (const text of ['{}', 'a{}b{c}', '{abc', 'abc}', '{', '}{']) {
      assert.equal(partition(text, WHOLE), text)
    }
  })

  it('takes the first parts of a key, without what follows them', () => {
    assert.equal(partition('user:17:name', FIRST_TWO), 'user:17')
    assert.equal(partition('user:17', FIRST_TWO), 'user:17')
    assert.equal(partition('user:17:', FIRST_TWO), 'user:17')
    assert.equal(partition('user', FIRST_TWO), 'user')
    assert.equal(partition('::x', FIRST_TWO), ':')
    assert.equal(partition('', FIRST_TWO), '')
    assert.equal(partition('a--b--c', { kind: 'first', parts: 1, separator: '--' }), 'a')
    assert.equal(partition('a---b', { kind: 'first', parts: 2, separator: '--' }), 'a---b')
  })

  it('agrees with cutting and joining', () => {
    fc.assert(
      fc.property(
        taggyKey.filter((key) => !key.includes('{')),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(':', '::'),
        (key, parts, separator) => {
          const expected = key.split(separator).slice(0, parts).join(separator)
          assert.equal(partitionOf(key, { kind: 'first', parts, separator }), expected)
        },
      ),
    )
  })
})
