/**
 * Bytes of commands and of log entries. A gateway encodes a command once; the leader puts those bytes, untouched,
 * behind a header into a batch (`encodeBatch`), and that is the Raft entry on every replica. Layout: docs/FORMATS.md,
 * "Log entries". Every malformed input makes the decoders throw `MalformedBytes` and nothing else.
 */
import { unreachable } from '../base/assert.ts'
import { ByteReader, ByteWriter, MalformedBytes } from '../base/bytes.ts'
import { ERROR_TABLE } from '../base/errors.ts'
import { shardId, token } from '../base/ids.ts'
import type { Batch, Command, CommandKind, KeyspaceRules, Limits } from './command.ts'
import {
  policyNumber,
  policyOfNumber,
  readKey,
  readKeyspace,
  readList,
  readMember,
  readOperationId,
  readParticipant,
  readPartitionRule,
  readRangeCheck,
  readReadCheck,
  readTimestamp,
  writeList,
  writeOperationId,
  writeParticipant,
  writePartitionRule,
  writeRangeCheck,
  writeReadCheck,
} from './field-codecs.ts'
import {
  readCompare,
  readTransactOperation,
  readWriteOperation,
  writeCompare,
  writeOperation,
} from './operation-codec.ts'

/** First byte of every entry: how the rest is laid out. 2: keyspaces may be full. */
const BATCH_FORMAT = 2

/** Positions are wire numbers: append only. */
const KINDS: readonly CommandKind[] = [
  'write',
  'transact',
  'prepare',
  'commit',
  'abort',
  'resolve',
  'forget',
  'raise-ceiling',
  'collect',
  'drop-keyspaces',
  'delete-range',
  'split',
]

const ABORT_CODES = [
  'RETRY',
  'CONFLICT',
  'DEADLINE',
  'TXN_TOO_LARGE',
] as const satisfies readonly (keyof typeof ERROR_TABLE)[]

const commandWriter = new ByteWriter(4096)
const batchWriter = new ByteWriter(65536)

/** A batch without its commands. */
export type BatchHeader = Omit<Batch, 'commands'>

export function encodeCommand(command: Command): Buffer {
  const writer = commandWriter.reset()
  writer.u8(KINDS.indexOf(command.kind))
  switch (command.kind) {
    case 'write':
      writeIdentity(writer, command)
      writeOperation(writer, command.write)
      break
    case 'transact':
      writeIdentity(writer, command)
      writeList(writer, command.reads, writeReadCheck)
      writeList(writer, command.ranges, writeRangeCheck)
      writeList(writer, command.compares, writeCompare)
      writeList(writer, command.then, writeOperation)
      writeList(writer, command.otherwise, writeOperation)
      break
    case 'prepare':
      writeIdentity(writer, command)
      writer.varint(command.age).bool(command.succeeded)
      writeList(writer, command.participants, writeParticipant)
      writeList(writer, command.reads, writeReadCheck)
      writeList(writer, command.ranges, writeRangeCheck)
      writeList(writer, command.writes, writeOperation)
      break
    case 'commit':
      writeOperationId(writer, command.id)
      writer.varint(command.at)
      break
    case 'abort':
      writeOperationId(writer, command.id)
      writeList(writer, command.participants, writeParticipant)
      writer.u8(ABORT_CODES.indexOf(command.refusal.code)).utf8(command.refusal.message)
      break
    case 'resolve':
      writeOperationId(writer, command.id)
      writeList(writer, command.participants, writeParticipant)
      writeList(writer, command.tokens, (to, each) => to.u32be(each))
      break
    case 'forget':
      writeList(writer, command.ids, writeOperationId)
      break
    case 'raise-ceiling':
      break
    case 'collect':
      writer.varint(command.keyspace).varint(command.point)
      break
    case 'delete-range':
      writeIdentity(writer, command)
      writer.varint(command.keyspace).latin1(command.partition).u32be(command.token)
      writer.latin1(command.start).latin1(command.end)
      break
    case 'drop-keyspaces':
      writer.varint(command.from).varint(command.to)
      break
    case 'split':
      writer.varint(command.child).u32be(command.token)
      writer.varint(command.epoch.config).varint(command.epoch.range)
      writeList(writer, command.shares, (to, { keyspace, millionths }) =>
        to.varint(keyspace).varint(millionths),
      )
      break
    default:
      unreachable(command)
  }
  return writer.finish()
}

/** @throws MalformedBytes when the bytes are not exactly one command */
export function decodeCommand(bytes: Uint8Array): Command {
  const reader = new ByteReader(bytes)
  const command = readCommand(reader)
  reader.expectEnd()
  return command
}

/** The entry: `header`, then the bytes of each command as `encodeCommand` made them. */
export function encodeBatch(header: BatchHeader, commands: readonly Uint8Array[]): Buffer {
  const writer = batchWriter.reset()
  writer
    .u8(BATCH_FORMAT)
    .varint(header.stamp)
    .varint(header.ceiling)
    .varint(header.rangeEpoch)
    .varint(header.evaluationVersion)
  writeLimits(writer, header.limits)
  writeList(writer, header.keyspaces, writeKeyspaceRules)
  writer.varint(commands.length)
  for (const command of commands) writer.bytes(command)
  return writer.finish()
}

/**
 * Long byte strings of the commands are views of `bytes`, which must never be overwritten.
 * @throws MalformedBytes when the bytes are not exactly one entry
 */
export function decodeBatch(bytes: Uint8Array): Batch {
  const reader = new ByteReader(bytes)
  const format = reader.u8()
  if (format !== BATCH_FORMAT) throw new MalformedBytes(`entry format ${format}`)
  const stamp = readTimestamp(reader)
  const ceiling = readTimestamp(reader)
  const rangeEpoch = reader.varint()
  const evaluationVersion = reader.varint()
  const limits = readLimits(reader)
  const keyspaces = readList(reader, readKeyspaceRules)
  const commands = readList(reader, readDelimitedCommand)
  reader.expectEnd()
  return { stamp, ceiling, rangeEpoch, evaluationVersion, limits, keyspaces, commands }
}

function readDelimitedCommand(reader: ByteReader): Command {
  const size = reader.varint()
  const end = reader.offset + size
  const command = readCommand(reader)
  if (reader.offset !== end) throw new MalformedBytes(`command of ${size} bytes ends elsewhere`)
  return command
}

function readCommand(reader: ByteReader): Command {
  const kind = readMember(reader, KINDS, 'command')
  switch (kind) {
    case 'write':
      return {
        kind,
        id: readOperationId(reader),
        lowWater: reader.varint(),
        author: reader.utf8(),
        write: readWriteOperation(reader),
      }
    case 'transact':
      return {
        kind,
        id: readOperationId(reader),
        lowWater: reader.varint(),
        author: reader.utf8(),
        reads: readList(reader, readReadCheck),
        ranges: readList(reader, readRangeCheck),
        compares: readList(reader, readCompare),
        then: readList(reader, readTransactOperation),
        otherwise: readList(reader, readTransactOperation),
      }
    case 'prepare':
      return {
        kind,
        id: readOperationId(reader),
        lowWater: reader.varint(),
        author: reader.utf8(),
        age: readTimestamp(reader),
        succeeded: reader.bool(),
        participants: readList(reader, readParticipant),
        reads: readList(reader, readReadCheck),
        ranges: readList(reader, readRangeCheck),
        writes: readList(reader, readWriteOperation),
      }
    case 'commit':
      return { kind, id: readOperationId(reader), at: readTimestamp(reader) }
    case 'abort':
      return {
        kind,
        id: readOperationId(reader),
        participants: readList(reader, readParticipant),
        refusal: { code: readMember(reader, ABORT_CODES, 'refusal'), message: reader.utf8() },
      }
    case 'resolve':
      return {
        kind,
        id: readOperationId(reader),
        participants: readList(reader, readParticipant),
        tokens: readList(reader, (from) => token(from.u32be())),
      }
    case 'forget':
      return { kind, ids: readList(reader, readOperationId) }
    case 'raise-ceiling':
      return { kind }
    case 'collect':
      return { kind, keyspace: readKeyspace(reader), point: readTimestamp(reader) }
    case 'delete-range':
      return {
        kind,
        id: readOperationId(reader),
        lowWater: reader.varint(),
        author: reader.utf8(),
        keyspace: readKeyspace(reader),
        partition: readKey(reader),
        token: token(reader.u32be()),
        start: readKey(reader),
        end: readKey(reader),
      }
    case 'drop-keyspaces':
      return { kind, from: readKeyspace(reader), to: readKeyspace(reader) }
    case 'split':
      return {
        kind,
        child: shardId(reader.varint()),
        token: token(reader.u32be()),
        epoch: { config: reader.varint(), range: reader.varint() },
        shares: readList(reader, (from) => ({
          keyspace: readKeyspace(from),
          millionths: from.varint(),
        })),
      }
    default:
      return unreachable(kind)
  }
}

function writeIdentity(
  writer: ByteWriter,
  command: Extract<Command, { readonly lowWater: number }>,
): void {
  writeOperationId(writer, command.id)
  writer.varint(command.lowWater).utf8(command.author)
}

function writeLimits(writer: ByteWriter, limits: Limits): void {
  writer
    .varint(limits.keyBytes)
    .varint(limits.valueBytes)
    .varint(limits.clockActors)
    .varint(limits.transactionOperations)
    .varint(limits.transactionBytes)
    .varint(limits.transactionParticipants)
    .varint(limits.clockMaxAheadMicros)
}

function readLimits(reader: ByteReader): Limits {
  return {
    keyBytes: reader.varint(),
    valueBytes: reader.varint(),
    clockActors: reader.varint(),
    transactionOperations: reader.varint(),
    transactionBytes: reader.varint(),
    transactionParticipants: reader.varint(),
    clockMaxAheadMicros: reader.varint(),
  }
}

function writeKeyspaceRules(writer: ByteWriter, rules: KeyspaceRules): void {
  writer.varint(rules.id)
  writePartitionRule(writer, rules.partition)
  writer.u8(policyNumber(rules.policy)).varint(rules.retentionMicros)
  const { full } = rules
  writer.bool(full !== undefined)
  if (full !== undefined) writer.utf8(full.name).varint(full.usedBytes).varint(full.quotaBytes)
}

function readKeyspaceRules(reader: ByteReader): KeyspaceRules {
  const id = readKeyspace(reader)
  const partition = readPartitionRule(reader)
  const policy = policyOfNumber(reader.u8())
  if (policy === undefined) throw new MalformedBytes('a keyspace without a policy')
  const retentionMicros = reader.varint()
  const full = reader.bool()
    ? { name: reader.utf8(), usedBytes: reader.varint(), quotaBytes: reader.varint() }
    : undefined
  return { id, partition, policy, retentionMicros, full }
}
