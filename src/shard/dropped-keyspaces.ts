/**
 * Which keyspaces this shard knows to be dropped (06): replicated, so that no command of a leader that has not heard of the drop
 * can bring anything of them back.
 *
 * Ids rise and are never used again, so they are kept as ranges. Whoever logs a drop names all dropped neighbours of the id too,
 * whether or not they ever had a row here; so there are never many more ranges than keyspaces that live.
 */
import type { ByteReader, ByteWriter } from '../base/bytes.ts'
import { keyspaceId, type KeyspaceId } from '../base/ids.ts'
import { readList, writeList } from './field-codecs.ts'

/** Ids from `from` up to `to`, exclusive. */
export interface KeyspaceRange {
  readonly from: KeyspaceId
  readonly to: KeyspaceId
}

export function inKeyspaceRange({ from, to }: KeyspaceRange, id: KeyspaceId): boolean {
  return id >= from && id < to
}

export class DroppedKeyspaces {
  /** In order, none touching another. */
  private ranges: readonly KeyspaceRange[]

  constructor(ranges: readonly KeyspaceRange[] = []) {
    this.ranges = ranges
  }

  has(id: KeyspaceId): boolean {
    for (const range of this.ranges) if (inKeyspaceRange(range, id)) return true
    return false
  }

  copy(): DroppedKeyspaces {
    return new DroppedKeyspaces(this.ranges)
  }

  add({ from, to }: KeyspaceRange): void {
    let [least, greatest] = [from, to]
    const apart = this.ranges.filter((range) => {
      if (range.to < from || range.from > to) return true
      if (range.from < least) least = range.from
      if (range.to > greatest) greatest = range.to
      return false
    })
    const all = [...apart, { from: least, to: greatest }]
    this.ranges = all.sort((a, b) => a.from - b.from)
  }

  write(writer: ByteWriter): void {
    writeList(writer, this.ranges, (to, range) => to.varint(range.from).varint(range.to))
  }

  static read(reader: ByteReader): DroppedKeyspaces {
    return new DroppedKeyspaces(
      readList(reader, (each) => ({
        from: keyspaceId(each.varint()),
        to: keyspaceId(each.varint()),
      })),
    )
  }
}
