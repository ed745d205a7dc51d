import assert from 'node:assert/strict'
import fc from 'fast-check'
import { RingKvError, type ErrorCode } from '../../src/base/errors.ts'
import { keyOfText, keyspaceId, timestamp, type Key } from '../../src/base/ids.ts'
import { tokenOf } from '../../src/base/token.ts'
import {
  decodeHeader,
  decodeOperationId,
  encodeOperationId,
} from '../../src/net/operation-id-codec.ts'
import { encodeMessage, wire } from '../../src/net/protobuf.ts'
import {
  decodeBatchGet,
  decodeGet,
  decodeScan,
  encodeCursor,
  encodeRow,
} from '../../src/net/read-codec.ts'
import { actorOf } from '../../src/net/request-context.ts'
import {
  decodeCommit,
  decodeResolveKeys,
  decodeTransact,
  encodeTransactOutcome,
} from '../../src/net/transaction-codec.ts'
import { decodeValue, encodeValue } from '../../src/net/value-codec.ts'
import {
  decodeDelete,
  decodeIncrement,
  decodeListEdit,
  decodePut,
  encodePolicy,
  encodeWriteResult,
} from '../../src/net/write-codec.ts'
import { INT_MAX, INT_MIN, type Scalar, type Value } from '../../src/versions/value.ts'
import { valuesEqual } from '../../src/versions/value-codec.ts'
import { POLICIES } from '../../src/versions/version.ts'
import { TEST_CONTEXT, TEST_LIMITS } from './support.ts'

const CLIENT = '00112233445566778899aabbccddeeff'
/** A number that no enum of this version has, as a newer client might send it. */
const unknownEnum = (number: number) => number as never
const bytes = (text: string) => Buffer.from(text, 'latin1')

const scalar: fc.Arbitrary<Scalar> = fc.oneof(
  fc.bigInt(INT_MIN, INT_MAX).map((value) => ({ type: 'int', value }) as const),
  fc.string({ unit: 'grapheme' }).map((value) => ({ type: 'string', value }) as const),
  fc.uint8Array().map((value) => ({ type: 'bytes', value }) as const),
)
const anyValue: fc.Arbitrary<Value> = fc.oneof(
  scalar,
  fc.array(scalar).map((value) => ({ type: 'list', value }) as const),
)

function refusal(run: () => unknown): RingKvError {
  try {
    run()
  } catch (error) {
    assert.ok(error instanceof RingKvError, String(error))
    return error
  }
  return assert.fail('nothing was refused')
}

function assertRefused(code: ErrorCode, text: RegExp, run: () => unknown): void {
  const error = refusal(run)
  assert.equal(error.code, code)
  assert.match(error.message, text)
}

describe('values on the wire', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const sent = encodeMessage(wire.Value, encodeValue(value))
        assert.ok(valuesEqual(decodeValue(wire.Value.decode(sent)), value))
      }),
    )
  })

  it('are refused when absent, also inside a list', () => {
    assertRefused('INVALID_ARGUMENT', /value is missing/, () => decodeValue(null))
    assertRefused('INVALID_ARGUMENT', /value is missing/, () => decodeValue({}))
    assertRefused('INVALID_ARGUMENT', /value is missing/, () =>
      decodeValue({ list: { elements: [{ int: 1n }, {}] } }),
    )
  })
})

describe('writes on the wire', () => {
  it('translate a put with everything set', () => {
    const put = decodePut(TEST_CONTEXT, {
      keyspace: 'users',
      key: bytes('user:1\xff'),
      value: { string: 'Ada' },
      expiry: 77,
      context: bytes('opaque'),
      ownDots: [3, 5],
      onConflict: wire.ConflictPolicy.CONFLICT_POLICY_TEXT,
      ifAbsent: true,
    })
    assert.deepEqual(put, {
      op: 'put',
      keyspace: 2,
      key: 'user:1\xff',
      value: { type: 'string', value: 'Ada' },
      expiry: 77,
      context: bytes('opaque'),
      ownDots: [3, 5],
      policy: 'text',
      ifAbsent: true,
    })
  })

  it('give the defaults to a put with nothing but a key and a value', () => {
    const put = decodePut(TEST_CONTEXT, { key: bytes('k'), value: { int: 1n } })
    assert.ok(put.op === 'put')
    assert.equal(put.keyspace, 1)
    assert.equal(put.expiry, 0)
    assert.equal(put.context.length, 0)
    assert.deepEqual(put.ownDots, [])
    assert.equal(put.policy, undefined)
    assert.equal(put.ifAbsent, false)
  })

  it('translate deletes, increments and list edits', () => {
    const key = bytes('k')
    assert.equal(decodeDelete(TEST_CONTEXT, { key }).op, 'delete')
    const increment = decodeIncrement(TEST_CONTEXT, { key, by: -5n })
    assert.deepEqual(increment, { op: 'increment', keyspace: 1, key: 'k', by: -5n })
    const edit = decodeListEdit(TEST_CONTEXT, 'prepend', { key, elements: [{ int: 2n }] })
    assert.deepEqual(edit, {
      op: 'prepend',
      keyspace: 1,
      key: 'k',
      elements: [{ type: 'int', value: 2n }],
    })
  })

  it('know every policy by its number', () => {
    for (const policy of POLICIES) {
      const put = decodePut(TEST_CONTEXT, {
        key: bytes('k'),
        value: { int: 1n },
        onConflict: encodePolicy(policy),
      })
      assert.ok(put.op === 'put' && put.policy === policy)
    }
  })

  it('refuse what no shard would accept, by name', () => {
    const key = bytes('k')
    const value = { int: 1n }
    const put = (fields: wire.PutRequest.$Properties) => () =>
      decodePut(TEST_CONTEXT, { key, value, ...fields })
    assertRefused('KEYSPACE_UNKNOWN', /"nowhere"/, put({ keyspace: 'nowhere' }))
    assertRefused('KEY_INVALID', /0 bytes.*1 to 4096/, put({ key: bytes('') }))
    assertRefused('KEY_INVALID', /4097 bytes/, put({ key: Buffer.alloc(4097) }))
    assertRefused('INVALID_ARGUMENT', /value is missing/, put({ value: null }))
    assertRefused('INVALID_ARGUMENT', /policy 9/, put({ onConflict: unknownEnum(9) }))
    assertRefused('INVALID_ARGUMENT', /policy -1/, put({ onConflict: unknownEnum(-1) }))
    assertRefused('INVALID_ARGUMENT', /dots must rise/, put({ ownDots: [4, 4] }))
    const large = Buffer.alloc(TEST_LIMITS.valueBytes)
    assertRefused('VALUE_TOO_LARGE', /limit of 1048576/, put({ value: { bytes: large } }))
  })

  it('accept a value of exactly the limit and refuse one byte more', () => {
    const overhead = 1 + 3
    const fits = { bytes: Buffer.alloc(TEST_LIMITS.valueBytes - overhead) }
    const over = { bytes: Buffer.alloc(TEST_LIMITS.valueBytes - overhead + 1) }
    decodePut(TEST_CONTEXT, { key: bytes('k'), value: fits })
    assert.throws(() => decodePut(TEST_CONTEXT, { key: bytes('k'), value: over }))
  })

  it('answer with outcome, timestamp and value', () => {
    const answer = encodeWriteResult({
      outcome: 'MERGED',
      timestamp: timestamp(42),
      value: { type: 'int', value: 9n },
    })
    const decoded = wire.WriteResponse.decode(encodeMessage(wire.WriteResponse, answer))
    assert.equal(decoded.outcome, wire.WriteOutcome.WRITE_OUTCOME_MERGED)
    assert.equal(decoded.timestamp, 42)
    assert.equal(decoded.value?.int, 9n)
    assert.equal(decoded.id, null)
  })
})

describe('operation ids on the wire', () => {
  const id = { client: CLIENT, sequence: 12, expiry: timestamp(99) }

  it('come back as they were, with the client named or left to the session', () => {
    const sent = wire.OperationId.decode(encodeMessage(wire.OperationId, encodeOperationId(id)))
    assert.deepEqual(decodeOperationId(sent, ''), id)
    assert.deepEqual(decodeOperationId({ sequence: 12, expiry: 99 }, CLIENT), id)
  })

  it('may be missing on a unary call only', () => {
    assert.equal(decodeHeader(null, '').id, undefined)
    assertRefused('INVALID_ARGUMENT', /needs a header/, () => decodeHeader(null, CLIENT))
    assertRefused('INVALID_ARGUMENT', /operation id/, () => decodeHeader({ lowWater: 3 }, CLIENT))
  })

  it('are refused with half a client, or without an expiry', () => {
    assertRefused('INVALID_ARGUMENT', /16 bytes/, () =>
      decodeOperationId({ client: Buffer.alloc(15), sequence: 1, expiry: 1 }, ''),
    )
    assertRefused('INVALID_ARGUMENT', /expiry/, () => decodeOperationId({ sequence: 1 }, CLIENT))
    assertRefused('INVALID_ARGUMENT', /name its client/, () => decodeOperationId({ expiry: 1 }, ''))
  })

  it('travel with the low-water mark and whether they were sent before', () => {
    const header = decodeHeader(
      { id: { sequence: 8, expiry: 9 }, lowWater: 7, resent: true },
      CLIENT,
    )
    assert.equal(header.lowWater, 7)
    assert.equal(header.resent, true)
    assert.equal(header.id?.client, CLIENT)
  })

  it('belong to actors with valid names', () => {
    assert.equal(actorOf('tablet-7'), 'tablet-7')
    assert.equal(actorOf(undefined), '')
    assertRefused('INVALID_ARGUMENT', /64 bytes/, () => actorOf('x'.repeat(65)))
    assertRefused('INVALID_ARGUMENT', /begin with @/, () => actorOf('@store'))
  })
})

describe('reads on the wire', () => {
  it('translate points', () => {
    assert.deepEqual(decodeGet(TEST_CONTEXT, { key: bytes('a'), at: 5 }), {
      kind: 'get',
      keyspace: 1,
      keys: ['a'],
      at: 5,
      anyReplica: false,
    })
    const batch = decodeBatchGet(TEST_CONTEXT, { keys: [bytes('b'), bytes('a')] })
    assert.deepEqual(batch.keys, ['b', 'a'])
    const many = Array.from({ length: 10_001 }, () => bytes('k'))
    assertRefused('INVALID_ARGUMENT', /10001 keys/, () =>
      decodeBatchGet(TEST_CONTEXT, { keys: many }),
    )
  })

  it('turn a prefix into a range that holds exactly the keys that begin with it', () => {
    const key = fc.uint8Array({ minLength: 1, maxLength: 4 }).map((raw) => Buffer.from(raw))
    const prefix = fc.uint8Array({ minLength: 1, maxLength: 3 }).map((raw) => Buffer.from(raw))
    const highBytes = fc.constantFrom(
      Buffer.from([255]),
      Buffer.from([1, 255]),
      Buffer.from([255, 255]),
    )
    fc.assert(
      fc.property(key, fc.oneof(prefix, highBytes), (someKey, somePrefix) => {
        const scan = decodeScan(TEST_CONTEXT, { prefix: somePrefix })
        const text = someKey.toString('latin1')
        const inRange = text >= scan.start && (scan.end === '' || text < scan.end)
        assert.equal(inRange, text.startsWith(somePrefix.toString('latin1')))
      }),
    )
  })

  it('bring position and time of the next page back by cursor', () => {
    const position = { token: 0xffffffff, key: 'k\xff\x00' as Key }
    const cursor = encodeCursor(position, timestamp(2 ** 50))
    const scan = decodeScan(TEST_CONTEXT, { start: bytes('a'), cursor, at: 1 })
    assert.deepEqual(scan.after, position)
    assert.equal(scan.at, 2 ** 50)
  })

  it('refuse bytes that are no cursor', () => {
    for (const cursor of [bytes('\x01'), bytes('\x02aaaaaaa'), Buffer.alloc(5, 1)]) {
      assertRefused('INVALID_ARGUMENT', /cursor/, () => decodeScan(TEST_CONTEXT, { cursor }))
    }
  })

  it('find the token of the one partition that is scanned', () => {
    const scan = decodeScan(TEST_CONTEXT, { keyspace: 'users', partitionOf: bytes('user:1:name') })
    const rule = { kind: 'first', parts: 2, separator: ':' } as const
    assert.equal(scan.token, tokenOf(keyspaceId(2), keyOfText('user:1'), rule))
    assert.equal(decodeScan(TEST_CONTEXT, {}).token, undefined)
  })

  it('bound the rows of a page', () => {
    assert.equal(decodeScan(TEST_CONTEXT, {}).limit, 1000)
    assert.equal(decodeScan(TEST_CONTEXT, { limit: 5 }).limit, 5)
    assert.equal(decodeScan(TEST_CONTEXT, { limit: 4e9 }).limit, 10_000)
  })

  it('refuse a prefix together with a range', () => {
    assertRefused('INVALID_ARGUMENT', /not both/, () =>
      decodeScan(TEST_CONTEXT, { prefix: bytes('a'), end: bytes('b') }),
    )
  })

  it('answer a deleted key as a row without a value', () => {
    const row = encodeRow({
      key: 'k\xfe' as Key,
      timestamp: timestamp(3),
      value: undefined,
      expiry: timestamp(0),
      author: 'ada',
      context: bytes('c'),
    })
    const decoded = wire.Row.decode(encodeMessage(wire.Row, row))
    assert.equal(decoded.value, null)
    assert.equal(decoded.timestamp, 3)
    assert.equal(Buffer.from(decoded.key).toString('latin1'), 'k\xfe')
  })
})

describe('transactions on the wire', () => {
  const key = bytes('k')
  const RELATION = wire.Compare.Relation

  it('translate every kind of compare', () => {
    const { compares } = decodeTransact(TEST_CONTEXT, {
      compare: [
        { key, relation: RELATION.RELATION_EQUAL, exists: true },
        { key, relation: RELATION.RELATION_NOT_EQUAL, exists: true },
        { key, relation: RELATION.RELATION_EQUAL, exists: false },
        { key, relation: RELATION.RELATION_LESS, value: { int: 4n } },
        { key, relation: RELATION.RELATION_GREATER, timestamp: 0 },
      ],
    })
    assert.deepEqual(
      compares.map((compare) => compare.kind),
      ['exists', 'absent', 'absent', 'value', 'timestamp'],
    )
    assert.ok(compares[3]?.kind === 'value' && compares[3].relation === '<')
    assert.ok(compares[4]?.kind === 'timestamp' && compares[4].relation === '>')
  })

  it('refuse compares without sense', () => {
    const compare = (fields: wire.Compare.$Properties) => () =>
      decodeTransact(TEST_CONTEXT, { compare: [{ key, ...fields }] })
    const list = { list: { elements: [] } }
    const less = RELATION.RELATION_LESS
    assertRefused('INVALID_ARGUMENT', /no target/, compare({ relation: less }))
    assertRefused('INVALID_ARGUMENT', /relation 0/, compare({ value: { int: 1n } }))
    assertRefused('INVALID_ARGUMENT', /lists/, compare({ relation: less, value: list }))
    assertRefused('INVALID_ARGUMENT', /exists/, compare({ relation: less, exists: true }))
  })

  it('translate operations in order, reads included', () => {
    const decoded = decodeTransact(TEST_CONTEXT, {
      then: [{ get: { key } }, { put: { key, value: { int: 1n } } }, { delete: { key } }],
      otherwise: [
        { increment: { key, by: 1n } },
        { listAppend: { key } },
        { listPrepend: { key } },
        { listRemove: { key } },
      ],
    })
    assert.deepEqual(
      decoded.then.map(({ op }) => op),
      ['get', 'put', 'delete'],
    )
    assert.deepEqual(
      decoded.otherwise.map(({ op }) => op),
      ['increment', 'append', 'prepend', 'remove'],
    )
  })

  it('refuse reads among the writes of a commit, and empty operations', () => {
    assertRefused('INVALID_ARGUMENT', /writes only/, () =>
      decodeCommit(TEST_CONTEXT, { writes: [{ get: { key } }] }),
    )
    assertRefused('INVALID_ARGUMENT', /operation is missing/, () =>
      decodeTransact(TEST_CONTEXT, { then: [{}] }),
    )
    assertRefused('INVALID_ARGUMENT', /no other time/, () =>
      decodeTransact(TEST_CONTEXT, { then: [{ get: { key, at: 4 } }] }),
    )
  })

  it('translate the read set of a commit', () => {
    const commit = decodeCommit(TEST_CONTEXT, {
      reads: [{ key, timestamp: 4, readAt: 9 }],
      ranges: [
        {
          keyspace: 'users',
          partitionOf: bytes('user:1:a'),
          start: bytes('user:1:a'),
          rows: [{ key: bytes('user:1:b'), timestamp: 3 }],
          readAt: 9,
        },
      ],
      writes: [{ put: { key, value: { int: 1n } } }],
      age: 8,
    })
    assert.deepEqual(commit.reads, [{ keyspace: 1, key: 'k', timestamp: 4, readAt: 9 }])
    assert.equal(commit.age, 8)
    const rule = { kind: 'first', parts: 2, separator: ':' } as const
    assert.deepEqual(commit.ranges, [
      {
        keyspace: 2,
        token: tokenOf(keyspaceId(2), keyOfText('user:1'), rule),
        start: 'user:1:a',
        end: '',
        rows: [{ key: 'user:1:b', timestamp: 3 }],
        readAt: 9,
      },
    ])
  })

  it('name limit and value of a transaction that is too large', () => {
    const get = { get: { key } }
    const many = Array.from({ length: 1025 }, () => get)
    assertRefused('TXN_TOO_LARGE', /1025 .* limit of 1024/, () =>
      decodeTransact(TEST_CONTEXT, { then: many }),
    )
    const big = { put: { key, value: { bytes: Buffer.alloc(1 << 19) } } }
    assertRefused('TXN_TOO_LARGE', /bytes .* limit of 8388608/, () =>
      decodeCommit(TEST_CONTEXT, { writes: Array.from({ length: 17 }, () => big) }),
    )
    const rows = Array.from({ length: 1001 }, () => ({ key }))
    assertRefused('TXN_TOO_LARGE', /1001 rows.* limit of 1000/, () =>
      decodeCommit(TEST_CONTEXT, { ranges: [{ partitionOf: key, rows }] }),
    )
  })

  it('resolve by the keys that the operation names', () => {
    assert.deepEqual(decodeResolveKeys(TEST_CONTEXT, { keys: [{ key }] }), [
      { keyspace: 1, key: 'k' },
    ])
    assertRefused('INVALID_ARGUMENT', /must name the keys/, () =>
      decodeResolveKeys(TEST_CONTEXT, {}),
    )
  })

  it('answer with one result per operation', () => {
    const encoded = encodeTransactOutcome({
      succeeded: true,
      results: [
        { outcome: 'APPLIED', timestamp: timestamp(5), value: undefined },
        {
          key: 'k' as Key,
          timestamp: timestamp(4),
          value: { type: 'int', value: 1n },
          expiry: timestamp(0),
          author: '',
          context: bytes(''),
        },
      ],
      timestamp: timestamp(5),
    })
    const decoded = wire.TransactResponse.decode(encodeMessage(wire.TransactResponse, encoded))
    assert.equal(decoded.succeeded, true)
    assert.equal(decoded.results[0]?.written?.timestamp, 5)
    assert.equal(decoded.results[1]?.row?.value?.int, 1n)
  })
})
