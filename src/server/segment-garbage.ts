/**
 * Rows that belong to no replica: of snapshots that never became live, of replicas that are gone. A snapshot's rows go into a
 * fresh segment, so whole segments that nobody names are garbage, and are found by looking at the first row of each.
 */
import { segment, type Segment } from '../base/ids.ts'
import { SEGMENT_BYTES, SEGMENT_OFFSET, TABLE } from '../shard/keys.ts'
import type { Engine } from '../storage/engine.ts'
import { WriteBatch } from '../storage/write-batch.ts'

/** Deletes all rows of segments that are not in `live`. Returns the greatest segment found. */
export async function sweepSegments(engine: Engine, live: ReadonlySet<Segment>): Promise<number> {
  let greatest = 0
  const batch = new WriteBatch()
  for (const table of Object.values(TABLE)) {
    if (table === TABLE.meta) continue
    let gte = bound(table, 0)
    const lt = Buffer.from([table + 1])
    for (;;) {
      const [row] = await engine.iterate({ gte, lt, limit: 1 })
      if (row === undefined) break
      const found = row.key.readUInt32BE(SEGMENT_OFFSET)
      greatest = Math.max(greatest, found)
      gte = bound(table, found + 1)
      if (!live.has(segment(found))) batch.deleteRange(bound(table, found), gte)
    }
  }
  if (batch.size > 0) await engine.write(batch)
  return greatest
}

/** Deletes all rows of one segment. */
export async function discardSegment(engine: Engine, garbage: Segment): Promise<void> {
  const batch = new WriteBatch()
  for (const table of Object.values(TABLE)) {
    if (table !== TABLE.meta) batch.deleteRange(bound(table, garbage), bound(table, garbage + 1))
  }
  await engine.write(batch)
}

function bound(table: number, from: number): Buffer {
  const key = Buffer.alloc(SEGMENT_OFFSET + SEGMENT_BYTES)
  key[0] = table
  key.writeUInt32BE(from, SEGMENT_OFFSET)
  return key
}
