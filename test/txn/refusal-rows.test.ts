/**
 * Refusal rows that fences and aborts leave (05, "Commit"; 12): without one a late copy of the prepare would pass, after somebody
 * was told that the transaction is aborted.
 */
import assert from 'node:assert/strict'
import { timestamp } from '../../src/base/ids.ts'
import {
  abort,
  kindOf,
  operationId,
  prepare,
  put,
  resolve,
  SECOND,
  T0,
  TestShard,
} from '../shard/replica.ts'

const EXPIRY = T0 + 60 * SECOND

describe('a refusal row', () => {
  it('is left by an abort that met a prepare record: a repeated prepare hears of it', () => {
    const shard = new TestShard()
    const id = operationId(1)
    const prepared = prepare(id, [put('a', 'new')])
    assert.equal(kindOf(shard.one(prepared)), 'prepared')
    assert.equal(kindOf(shard.one(abort(id))), 'refused')
    assert.equal(kindOf(shard.one(prepared)), 'refused')
    assert.equal(kindOf(shard.one(resolve(id))), 'refused')
  })

  it('is left by a fence before the expiry in shard time, though the ceiling is past it', () => {
    const shard = new TestShard()
    const id = operationId(1)
    shard.batchFields = { ceiling: timestamp(EXPIRY + SECOND) }
    shard.one({ kind: 'raise-ceiling' })
    shard.batchFields = {}
    assert.equal(kindOf(shard.one(resolve(id))), 'refused', 'and not gone: a prepare may come yet')
    assert.equal(kindOf(shard.one(prepare(id, [put('a', 'late')]))), 'refused')
    assert.equal(shard.value('a'), undefined)
  })
})
