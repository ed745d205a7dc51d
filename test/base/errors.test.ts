import assert from 'node:assert/strict'
import { assert as invariant, AssertionError, unreachable } from '../../src/base/assert.ts'
import type { ErrorCode } from '../../src/base/errors.ts'
import {
  ERROR_TABLE,
  errorCodeOfWire,
  FATAL_EXIT_CODES,
  FatalError,
  RingKvError,
} from '../../src/base/errors.ts'

const CODES = Object.keys(ERROR_TABLE) as ErrorCode[]

describe('the error table', () => {
  it('gives every code its own positive wire number, and finds it again', () => {
    for (const code of CODES) {
      assert.ok(ERROR_TABLE[code].wire > 0)
      assert.equal(errorCodeOfWire(ERROR_TABLE[code].wire), code)
    }
  })

  it('reads a number from a newer server as INTERNAL', () => {
    assert.equal(errorCodeOfWire(9999), 'INTERNAL')
    assert.equal(errorCodeOfWire(0), 'INTERNAL')
  })

  it('names a gRPC status other than OK for every code', () => {
    for (const code of CODES) {
      const { grpc } = ERROR_TABLE[code]
      assert.ok(Number.isInteger(grpc) && grpc >= 1 && grpc <= 16, code)
    }
  })
})

describe('RingKvError', () => {
  it('carries code, advice and details', () => {
    const error = new RingKvError('OVERLOADED', 'queue of shard 3 is full', { retryAfterMs: 20 })
    assert.equal(error.code, 'OVERLOADED')
    assert.equal(error.retry, 'same-id')
    assert.deepEqual(error.details, { retryAfterMs: 20 })
    assert.equal(error.name, 'RingKvError')
  })
})

describe('FatalError', () => {
  it('ends the process with a code of its own for each kind', () => {
    const exits = Object.values(FATAL_EXIT_CODES)
    assert.equal(new Set(exits).size, exits.length)
    const cause = new Error('EIO')
    const error = new FatalError('log-write-failed', 'log write failed', { cause })
    assert.equal(error.exitCode, FATAL_EXIT_CODES['log-write-failed'])
    assert.equal(error.cause, cause)
  })
})

describe('assert', () => {
  it('throws with its message only when the condition fails', () => {
    invariant(true, () => assert.fail('the message is built for nothing'))
    assert.throws(() => invariant(false, 'a is 1'), new AssertionError('a is 1'))
    assert.throws(() => invariant(false, () => 'built late'), new AssertionError('built late'))
  })

  it('names the value that nobody expected', () => {
    assert.throws(() => unreachable({ kind: 'new' } as never), /unreachable: \{"kind":"new"\}/)
  })
})
