import assert from 'node:assert/strict'
import { timestamp, type OperationId } from '../../src/base/ids.ts'
import { OperationMap } from '../../src/base/operation-map.ts'

const id = (client: string, sequence: number, expiry = 9): OperationId => ({
  client,
  sequence,
  expiry: timestamp(expiry),
})

describe('a map by operation id', () => {
  it('tells clients and sequences apart, whatever the expiry', () => {
    const map = new OperationMap<string>()
    map.set(id('a', 1), 'a1')
    map.set(id('a', 2), 'a2')
    map.set(id('b', 1), 'b1')
    assert.equal(map.get(id('a', 1, 5)), 'a1')
    assert.equal(map.get(id('b', 1)), 'b1')
    assert.equal(map.get(id('b', 2)), undefined)
    assert.equal(map.get(id('c', 1)), undefined)
    assert.deepEqual(
      [map.has(id('a', 2)), map.has(id('b', 2)), map.has(id('c', 1))],
      [true, false, false],
    )
    assert.deepEqual([...map.values()], ['a1', 'a2', 'b1'])
  })

  it('counts', () => {
    const map = new OperationMap<string>()
    map.set(id('a', 1), 'old')
    map.set(id('a', 1), 'new')
    map.set(id('b', 1), 'other')
    assert.equal(map.size, 2)
    assert.equal(map.get(id('a', 1)), 'new')
    assert.equal(map.delete(id('a', 2)), false)
    assert.equal(map.delete(id('c', 1)), false)
    assert.equal(map.delete(id('a', 1)), true)
    assert.equal(map.delete(id('a', 1)), false)
    assert.equal(map.size, 1)
    assert.deepEqual([...map.values()], ['other'])
  })
})
