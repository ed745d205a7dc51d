/** The one engine row that a placement replica keeps: its whole state as of one applied index. */
import { ByteReader, ByteWriter, MalformedBytes } from '../base/bytes.ts'
import { PLACEMENT_SHARD, replicaId, type ReplicaId } from '../base/ids.ts'
import { metaKey } from '../shard/keys.ts'

export interface PlacementRow {
  readonly appliedIndex: number
  readonly appliedTerm: number
  readonly members: readonly ReplicaId[]
  /** `PlacementMachine.toSnapshot`. */
  readonly snapshot: Uint8Array
}

export const PLACEMENT_ROW_KEY = metaKey(PLACEMENT_SHARD)

const FORMAT = 1

export function encodePlacementRow(row: PlacementRow): Buffer {
  const writer = new ByteWriter(row.snapshot.length + 64)
  writer.u8(FORMAT).varint(row.appliedIndex).varint(row.appliedTerm).varint(row.members.length)
  for (const member of row.members) writer.varint(member)
  return writer.bytes(row.snapshot).finish()
}

/** @throws MalformedBytes */
export function decodePlacementRow(bytes: Uint8Array): PlacementRow {
  const reader = new ByteReader(bytes)
  const format = reader.u8()
  if (format !== FORMAT) throw new MalformedBytes(`placement row of format ${format}`)
  const appliedIndex = reader.varint()
  const appliedTerm = reader.varint()
  const members = Array.from({ length: reader.varint() }, () => replicaId(reader.varint()))
  const snapshot = reader.bytes()
  reader.expectEnd()
  return { appliedIndex, appliedTerm, members, snapshot }
}
