/**
 * How much of each keyspace lies in a shard, counted at apply: additions of numbers beside each write, and part of the
 * replicated state, so all replicas agree, whatever each of them has cached or swept away.
 *
 * What the GC point takes is not seen one by one, as nothing is read at apply. So what goes by itself some day is counted by
 * when that is: superseded versions by when they were superseded, values with an expiry by that. A span of time is taken off
 * the count when the GC point has passed all of it. Spans begin as cells of about a minute, and neighbours are joined so that
 * they stay few: what goes by itself may stay counted for up to an eighth of the time that the spans reach over.
 *
 * Invariants: spans are disjoint, in order, and only ever grow by joining; so what was counted in a span is found in it
 * again as long as the span is there. A version that counts as collected was or will be taken off with its span and is never
 * taken off by itself: replicas may or may not have its row.
 *
 * A split divides the counts by estimated shares, as counting the halves would take seconds (docs/decisions/0017). From then on a
 * half may be counted too high, and the other as much too low, even below zero; their sum stays exact.
 */
import { assert } from '../base/assert.ts'
import type { ByteReader, ByteWriter } from '../base/bytes.ts'
import type { KeyspaceId, Timestamp } from '../base/ids.ts'
import { readList, readSigned, writeList, writeSigned } from './field-codecs.ts'

const CELL_MICROS = 2 ** 26
const SPANS_MAX = 8

/** What a keyspace has in one shard, or in all. */
export interface KeyspaceUse {
  readonly keyspace: KeyspaceId
  /** Keys that have a value. */
  readonly keys: number
  /** Of those keys and their values, encoded. */
  readonly bytes: number
  /** Of superseded versions that can still be read, with their keys. */
  readonly historyBytes: number
}

/** From cell `start` up to cell `end`, exclusive. */
interface Span {
  readonly start: number
  end: number
  count: number
  bytes: number
}

/** Things that go when the GC point has passed their time. */
export class TimedCounts {
  count = 0
  bytes = 0
  private readonly spans: Span[]

  constructor(spans: Span[] = []) {
    this.spans = spans
    for (const span of spans) {
      this.count += span.count
      this.bytes += span.bytes
    }
  }

  /** @param gcPoint what this has passed already is not counted */
  add(at: Timestamp, bytes: number, gcPoint: Timestamp): void {
    const cell = Math.floor(at / CELL_MICROS)
    const span = this.spanOf(cell) ?? this.newSpan(cell, gcPoint)
    if (span !== undefined) this.change(span, 1, bytes)
  }

  /** Of something that was added and is not collected. Returns whether so much was there. */
  remove(at: Timestamp, bytes: number): boolean {
    const span = this.spanOf(Math.floor(at / CELL_MICROS))
    return span === undefined || this.change(span, -1, -bytes)
  }

  /** The GC point is at `point` now. */
  collect(point: Timestamp): void {
    const passed = Math.floor(point / CELL_MICROS)
    while (this.spans.length > 0 && this.spans[0]!.end <= passed) {
      const { count, bytes } = this.spans.shift()!
      this.count -= count
      this.bytes -= bytes
    }
  }

  /** Takes `share` of everything off, and returns it. */
  divide(share: number): TimedCounts {
    const parts = this.spans.map((span) => {
      const count = Math.floor(span.count * share)
      const bytes = Math.floor(span.bytes * share)
      span.count -= count
      span.bytes -= bytes
      this.count -= count
      this.bytes -= bytes
      return { ...span, count, bytes }
    })
    return new TimedCounts(parts)
  }

  write(writer: ByteWriter): void {
    writeList(writer, this.spans, (to, { start, end, count, bytes }) => {
      to.varint(start).varint(end - start)
      writeSigned(to, count)
      writeSigned(to, bytes)
    })
  }

  static read(reader: ByteReader): TimedCounts {
    return new TimedCounts(
      readList(reader, (from) => {
        const start = from.varint()
        const end = start + from.varint()
        return { start, end, count: readSigned(from), bytes: readSigned(from) }
      }),
    )
  }

  /** Whether there was as much. */
  private change(span: Span, count: number, bytes: number): boolean {
    span.count += count
    span.bytes += bytes
    this.count += count
    this.bytes += bytes
    return span.count >= 0 && span.bytes >= 0
  }

  /** The latest one first: that is where nearly everything goes. */
  private spanOf(cell: number): Span | undefined {
    for (let i = this.spans.length - 1; i >= 0; i--) {
      const span = this.spans[i]!
      if (cell >= span.start) return cell < span.end ? span : undefined
    }
    return undefined
  }

  private newSpan(cell: number, gcPoint: Timestamp): Span | undefined {
    if (cell + 1 <= Math.floor(gcPoint / CELL_MICROS)) return undefined
    const span = { start: cell, end: cell + 1, count: 0, bytes: 0 }
    let place = this.spans.length
    while (place > 0 && this.spans[place - 1]!.start > cell) place--
    this.spans.splice(place, 0, span)
    if (this.spans.length > SPANS_MAX) this.join()
    return this.spanOf(cell)
  }

  /** Makes one of the two neighbours that are the shortest together, of equal ones the oldest. */
  private join(): void {
    let shortest = 0
    const length = (i: number): number => this.spans[i + 1]!.end - this.spans[i]!.start
    for (let i = 1; i + 1 < this.spans.length; i++) if (length(i) < length(shortest)) shortest = i
    const [joined] = this.spans.splice(shortest + 1, 1)
    const into = this.spans[shortest]!
    into.end = joined!.end
    into.count += joined!.count
    into.bytes += joined!.bytes
  }
}

/** One keyspace's part of a shard. */
export class KeyspaceUsage {
  /** Values that stay until something is written over them. */
  private lastingKeys: number
  private lastingBytes: number
  private readonly expiring: TimedCounts
  private readonly history: TimedCounts
  /** The shard has been split since something was counted: this may be too much or too little. */
  private estimated: boolean

  constructor(
    lastingKeys = 0,
    lastingBytes = 0,
    expiring = new TimedCounts(),
    history = new TimedCounts(),
    estimated = false,
  ) {
    this.lastingKeys = lastingKeys
    this.lastingBytes = lastingBytes
    this.expiring = expiring
    this.history = history
    this.estimated = estimated
  }

  get keys(): number {
    return this.lastingKeys + this.expiring.count
  }

  get bytes(): number {
    return this.lastingBytes + this.expiring.bytes
  }

  get historyBytes(): number {
    return this.history.bytes
  }

  /** A key has a value now. @param bytes of key and value @param expiry 0 = never */
  valueWritten(bytes: number, expiry: Timestamp, gcPoint: Timestamp): void {
    if (expiry !== 0) {
      this.expiring.add(expiry, bytes, gcPoint)
      return
    }
    this.lastingKeys += 1
    this.lastingBytes += bytes
  }

  /** A key's value, which is not collected, is not its newest version any more. */
  valueGone(bytes: number, expiry: Timestamp): void {
    if (expiry !== 0) {
      const wasThere = this.expiring.remove(expiry, bytes)
      assert(wasThere || this.estimated, 'more was taken off a count than was in it')
      return
    }
    this.lastingKeys -= 1
    this.lastingBytes -= bytes
    const wasThere = this.lastingKeys >= 0 && this.lastingBytes >= 0
    assert(wasThere || this.estimated, 'more keys went than there were')
  }

  /** A version became history. @param bytes of key and value */
  superseded(at: Timestamp, bytes: number, gcPoint: Timestamp): void {
    this.history.add(at, bytes, gcPoint)
  }

  collect(point: Timestamp): void {
    this.expiring.collect(point)
    this.history.collect(point)
  }

  /** Takes `share` of everything off, about, and returns it: a part of the shard becomes another one. */
  divide(share: number): KeyspaceUsage {
    const keys = Math.floor(this.lastingKeys * share)
    const bytes = Math.floor(this.lastingBytes * share)
    this.lastingKeys -= keys
    this.lastingBytes -= bytes
    this.estimated = true
    const { expiring, history } = this
    return new KeyspaceUsage(keys, bytes, expiring.divide(share), history.divide(share), true)
  }

  write(writer: ByteWriter): void {
    writer.bool(this.estimated)
    writeSigned(writer, this.lastingKeys)
    writeSigned(writer, this.lastingBytes)
    this.expiring.write(writer)
    this.history.write(writer)
  }

  static read(reader: ByteReader): KeyspaceUsage {
    const estimated = reader.bool()
    return new KeyspaceUsage(
      readSigned(reader),
      readSigned(reader),
      TimedCounts.read(reader),
      TimedCounts.read(reader),
      estimated,
    )
  }
}
