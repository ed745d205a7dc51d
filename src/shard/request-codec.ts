/** Bytes of reads, between a gateway and the leader on another node. */
import { unreachable } from '../base/assert.ts'
import { ByteReader, ByteWriter, MalformedBytes } from '../base/bytes.ts'
import {
  readKey,
  readKeyspace,
  readList,
  readRangeCheck,
  readReadCheck,
  readTimestamp,
  writeList,
  writeRangeCheck,
  writeReadCheck,
} from './field-codecs.ts'
import { isOfAnyReplica, type Read } from './request.ts'

/** Positions are wire numbers: append only. */
const KINDS = ['get', 'scan', 'confirm', 'conflicts', 'changes'] as const

const HAS_TOKEN = 1
const HAS_AFTER = 2
const KEYS_ONLY = 4
const FLAGS_ALL = 7
/** In the byte of the kind. */
const ANY_REPLICA = 0x80

const writer = new ByteWriter(1024)

export function encodeRead(read: Read): Buffer {
  const anyReplica = isOfAnyReplica(read)
  writer
    .reset()
    .u8(KINDS.indexOf(read.kind) | (anyReplica ? ANY_REPLICA : 0))
    .varint(read.at)
  switch (read.kind) {
    case 'get':
      writer.varint(read.keyspace)
      writeList(writer, read.keys, (to, key) => to.latin1(key))
      break
    case 'scan': {
      const { token, after } = read
      writer
        .varint(read.keyspace)
        .u8(
          (token === undefined ? 0 : HAS_TOKEN) |
            (after === undefined ? 0 : HAS_AFTER) |
            (read.keysOnly ? KEYS_ONLY : 0),
        )
      if (token !== undefined) writer.u32be(token)
      if (after !== undefined) writer.u32be(after.token).latin1(after.key)
      writer.latin1(read.start).latin1(read.end).varint(read.limit).varint(read.maxBytes)
      break
    }
    case 'confirm':
      writeList(writer, read.reads, writeReadCheck)
      writeList(writer, read.ranges, writeRangeCheck)
      break
    case 'conflicts':
      writer.varint(read.keyspace).latin1(read.key).varint(read.limit)
      break
    case 'changes':
      writer.varint(read.keyspace).varint(read.range.start).varint(read.range.end)
      writer.latin1(read.start).latin1(read.end)
      writer.utf8(read.watcher).varint(read.received).varint(read.maxBytes)
      break
    default:
      unreachable(read)
  }
  return writer.finish()
}

/** @throws MalformedBytes when the bytes are not exactly one read */
export function decodeRead(bytes: Uint8Array): Read {
  const reader = new ByteReader(bytes)
  const read = readRead(reader)
  reader.expectEnd()
  return read
}

function readRead(reader: ByteReader): Read {
  const [kind, anyReplica] = readKind(reader)
  const at = readTimestamp(reader)
  if (kind === 'confirm') {
    const reads = readList(reader, readReadCheck)
    return { kind, at, reads, ranges: readList(reader, readRangeCheck) }
  }
  const keyspace = readKeyspace(reader)
  if (kind === 'get') return { kind, keyspace, at, keys: readList(reader, readKey), anyReplica }
  if (kind === 'conflicts') {
    return { kind, keyspace, at, key: readKey(reader), limit: reader.varint() }
  }
  if (kind === 'changes') {
    const range = { start: reader.varint(), end: reader.varint() }
    const bounds = { start: readKey(reader), end: readKey(reader) }
    const watcher = reader.utf8()
    const received = reader.varint()
    return { kind, keyspace, at, range, ...bounds, watcher, received, maxBytes: reader.varint() }
  }
  const flags = reader.u8()
  if (flags > FLAGS_ALL) throw new MalformedBytes(`scan flags ${flags}`)
  return {
    kind,
    keyspace,
    at,
    token: (flags & HAS_TOKEN) === 0 ? undefined : reader.u32be(),
    after: (flags & HAS_AFTER) === 0 ? undefined : { token: reader.u32be(), key: readKey(reader) },
    start: readKey(reader),
    end: readKey(reader),
    limit: reader.varint(),
    maxBytes: reader.varint(),
    keysOnly: (flags & KEYS_ONLY) !== 0,
    anyReplica,
  }
}

function readKind(reader: ByteReader): [kind: Read['kind'], anyReplica: boolean] {
  const byte = reader.u8()
  const kind = KINDS[byte & ~ANY_REPLICA]
  const anyReplica = byte >= ANY_REPLICA
  if (kind === undefined || (anyReplica && kind !== 'get' && kind !== 'scan')) {
    throw new MalformedBytes(`read kind ${byte}`)
  }
  return [kind, anyReplica]
}
