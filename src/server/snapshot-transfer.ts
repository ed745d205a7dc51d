/**
 * A replica's state as of one moment, chunk by chunk. It remembers where each chunk began that was handed out, so that a
 * transfer that broke off can go on with the next one, as long as somebody keeps this frozen view.
 */
import { assert } from '../base/assert.ts'
import type { ShardId } from '../base/ids.ts'
import type { SnapshotHeader, SnapshotSource } from '../net/transport.ts'
import { metaKey, type KeyBounds } from '../shard/keys.ts'
import { decodeMeta } from '../shard/meta-row.ts'
import { encodeChunk, replicaRanges } from '../shard/snapshot.ts'
import { scanPages, type EngineSnapshot } from '../storage/engine.ts'

const CHUNK_ROWS = 512
const CHUNK_BYTES = 1 << 20

/** Where a chunk begins: in which range, at which key. */
interface Place {
  readonly range: number
  readonly gte: Buffer
}

export class SnapshotTransfer {
  /** Index of the last entry whose effects are in it. */
  readonly index: number
  private readonly snapshot: EngineSnapshot
  private readonly header: Omit<SnapshotHeader, 'firstChunk'>
  private readonly ranges: readonly KeyBounds[]
  private readonly starts: Place[]

  /** Takes the snapshot over. */
  static async of(snapshot: EngineSnapshot, shard: ShardId): Promise<SnapshotTransfer> {
    const meta = await snapshot.get(metaKey(shard))
    assert(meta !== undefined, () => `shard ${shard} has no meta row`)
    return new SnapshotTransfer(snapshot, meta)
  }

  private constructor(snapshot: EngineSnapshot, meta: Buffer) {
    const decoded = decodeMeta(meta)
    const { appliedIndex: index, appliedTerm: term, confState } = decoded
    this.snapshot = snapshot
    this.index = index
    this.header = { index, term, confState, meta }
    this.ranges = replicaRanges(decoded)
    this.starts = [{ range: 0, gte: this.ranges[0]!.gte }]
  }

  /** Whether somebody who has the first `chunks` chunks can go on from there. */
  reaches(chunks: number): boolean {
    return chunks < this.starts.length
  }

  /** Everything from chunk `first` on. `pace` is awaited before each chunk leaves; `ended` is called once. */
  from(
    first: number,
    pace: (bytes: number) => Promise<void>,
    ended: (complete: boolean) => Promise<void>,
  ): SnapshotSource {
    const header = { ...this.header, firstChunk: first }
    return { header, chunks: this.chunks(first, pace, ended) }
  }

  close(): Promise<void> {
    return this.snapshot.close()
  }

  private async *chunks(
    first: number,
    pace: (bytes: number) => Promise<void>,
    ended: (complete: boolean) => Promise<void>,
  ): AsyncGenerator<Uint8Array> {
    let complete = false
    let count = first
    const start = this.starts[first]!
    try {
      for (let range = start.range; range < this.ranges.length; range++) {
        const { gte, lt } = this.ranges[range]!
        const bounds = { gte: range === start.range ? start.gte : gte, lt }
        const limits = { limit: CHUNK_ROWS, maxBytes: CHUNK_BYTES }
        for await (const rows of scanPages(this.snapshot, { ...bounds, ...limits })) {
          const { key } = rows[rows.length - 1]!
          this.starts[++count] = { range, gte: Buffer.concat([key, Buffer.alloc(1)]) }
          const chunk = encodeChunk(rows)
          await pace(chunk.length)
          yield chunk
        }
      }
      complete = true
    } finally {
      await ended(complete)
    }
  }
}
