/** Bytes of the outcome table's rows: the records that one log entry made, and one client's low-water mark. */
import { ByteReader, ByteWriter, MalformedBytes } from '../base/bytes.ts'
import { ERROR_TABLE, errorCodeOfWire, type ErrorCode } from '../base/errors.ts'
import type { Timestamp } from '../base/ids.ts'
import type { Participant } from '../txn/types.ts'
import type { WriteOutcome } from '../versions/version.ts'
import {
  OUTCOMES,
  readList,
  readMember,
  readParticipant,
  readTimestamp,
  writeList,
  writeParticipant,
} from './field-codecs.ts'
import type { OutcomeView } from './outcomes.ts'

/** What became of an operation id. */
export type Outcome =
  | {
      /** A write or transaction of this shard alone took effect at `at`. */
      readonly kind: 'applied'
      readonly at: Timestamp
      /** Which branch of a one-shot transaction ran; true for everything else. */
      readonly succeeded: boolean
      /** One per write, in order. */
      readonly outcomes: readonly WriteOutcome[]
    }
  | {
      /** This shard's part of a cross-shard transaction took effect at `at`. */
      readonly kind: 'committed'
      readonly at: Timestamp
      /** Which branch of a one-shot transaction this is; true for everything else. */
      readonly succeeded: boolean
      readonly participants: readonly Participant[]
      readonly outcomes: readonly WriteOutcome[]
    }
  /** Never: a refusal row. */
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly message: string }

export interface Mark {
  /** The client has seen every outcome below this sequence. */
  readonly mark: number
  /** Greatest expiry of the client's ids; the mark stays until then. */
  readonly greatestExpiry: Timestamp
}

const KINDS = ['applied', 'committed', 'refused'] as const

const writer = new ByteWriter(4096)

export function encodeOutcomes(records: readonly OutcomeView[]): Buffer {
  writer.reset()
  const names = new Map<string, number>()
  for (const { client } of records) if (!names.has(client)) names.set(client, names.size)
  writeList(writer, [...names.keys()], (to, name) => to.latin1(name))
  writer.varint(records.length)
  for (const record of records) {
    writer.varint(names.get(record.client)!).varint(record.sequence).varint(record.expiry)
    writeOutcome(record.outcome, record.forgotten)
  }
  return writer.finish()
}

function writeOutcome(outcome: Outcome, forgotten: boolean): void {
  writer.u8(KINDS.indexOf(outcome.kind))
  switch (outcome.kind) {
    case 'applied':
      writer.varint(outcome.at).bool(outcome.succeeded)
      writeOutcomeList(outcome.outcomes)
      return
    case 'committed':
      writer.varint(outcome.at).bool(outcome.succeeded).bool(forgotten)
      writeOutcomeList(outcome.outcomes)
      writeList(writer, outcome.participants, writeParticipant)
      return
    case 'refused':
      writer.u8(ERROR_TABLE[outcome.code].wire).utf8(outcome.message)
  }
}

function writeOutcomeList(outcomes: readonly WriteOutcome[]): void {
  writeList(writer, outcomes, (to, outcome) => to.u8(OUTCOMES.indexOf(outcome)))
}

/** @throws MalformedBytes when the bytes are no outcome row */
export function decodeOutcomes(bytes: Buffer): OutcomeView[] {
  const reader = new ByteReader(bytes)
  const names = readList(reader, (from) => from.latin1())
  const records = readList(reader, (from) => {
    const client = names[from.varint()]
    if (client === undefined) throw new MalformedBytes('an outcome of an unnamed client')
    const sequence = from.varint()
    const expiry = readTimestamp(from)
    return { client, sequence, expiry, ...readOutcome(from) }
  })
  reader.expectEnd()
  return records
}

function readOutcome(reader: ByteReader): Pick<OutcomeView, 'outcome' | 'forgotten'> {
  const kind = readMember(reader, KINDS, 'outcome')
  if (kind === 'refused') {
    const code = errorCodeOfWire(reader.u8())
    return { outcome: { kind, code, message: reader.utf8() }, forgotten: false }
  }
  const at = readTimestamp(reader)
  const succeeded = reader.bool()
  const forgotten = kind === 'committed' && reader.bool()
  const outcomes = readList(reader, (from) => readMember(from, OUTCOMES, 'write outcome'))
  if (kind === 'applied') return { outcome: { kind, at, succeeded, outcomes }, forgotten }
  const participants = readList(reader, readParticipant)
  return { outcome: { kind, at, succeeded, outcomes, participants }, forgotten }
}

export function encodeMark({ mark, greatestExpiry }: Mark): Buffer {
  return writer.reset().varint(mark).varint(greatestExpiry).finish()
}

/** @throws MalformedBytes when the bytes are no mark */
export function decodeMark(bytes: Buffer): Mark {
  const reader = new ByteReader(bytes)
  const mark = reader.varint()
  const greatestExpiry = readTimestamp(reader)
  reader.expectEnd()
  return { mark, greatestExpiry }
}
