import assert from 'node:assert/strict'
import fc from 'fast-check'
import { SortedRows } from '../../src/storage/sorted-rows.ts'

const key = fc.integer({ min: 0, max: 999 }).map((number) => String(number).padStart(3, '0'))
const step = fc.oneof(
  fc.record({ op: fc.constant('put' as const), key, size: fc.nat(9) }),
  fc.record({ op: fc.constant('delete' as const), key }),
  fc.record({ op: fc.constant('range' as const), key, end: key }),
  fc.record({ op: fc.constant('count' as const), key, end: key }),
  fc.record({ op: fc.constant('freeze' as const) }),
)

describe('sorted rows', () => {
  it('count the bytes of a range as a scan of it finds them, also in frozen copies', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const rows = new SortedRows()
        // More than fit into one chunk.
        for (let i = 0; i < 1000; i += 2) rows.put(String(i).padStart(3, '0'), Buffer.alloc(i % 7))
        const all = [rows]
        for (const one of steps) {
          if (one.op === 'put') rows.put(one.key, Buffer.alloc(one.size))
          else if (one.op === 'delete') rows.delete(one.key)
          else if (one.op === 'range') rows.deleteRange(one.key, one.end)
          else if (one.op === 'freeze') all.push(rows.freeze())
          else for (const some of all) assertCounted(some, one.key, one.end)
        }
        for (const some of all) assertCounted(some, '', '~')
      }),
    )
  })
})

function assertCounted(rows: SortedRows, start: string, end: string): void {
  let bytes = 0
  rows.scan(start, end, false, (found, value) => {
    bytes += found.length + value.length
    return true
  })
  assert.equal(rows.bytesIn(start, end), bytes)
}
