/** What reads and writes answer, decoded. Everything is copied out of the frame: results can be kept. */
import { keyOfBytes, keyText } from '../base/ids.ts'
import { RingKvError } from '../base/errors.ts'
import type { wire } from '../net/protobuf.ts'
import type { WriteOutcome } from '../versions/version.ts'
import { decodeValue, typeOfValue, type Scalar, type Value, type ValueType } from './values.ts'

/** A key's value and what is known of the version. */
export interface Entry {
  readonly value: Value
  /** Opaque; bring it back with a later write of the same key to notice what happened in between. May be stored. */
  readonly context: Uint8Array
  /** Hybrid timestamp of the version, microseconds. Rises with every write of the key. */
  readonly timestamp: number
  /** Who wrote it; empty if the writer did not say. */
  readonly author: string
  /** Hybrid timestamp at which the value disappears; 0 = never. */
  readonly expiry: number
}

/** An entry with its key, as scans find it. */
export interface KeyedEntry extends Entry {
  /** As text; `0x…` where the bytes are no UTF-8. */
  readonly key: string
  readonly keyBytes: Uint8Array
}

/** What a write did. */
export interface WriteResult {
  /**
   * `APPLIED`: as asked. `MERGED`: combined with what was there, see `value`. `WON`, `LOST`: policy `lww` decided
   * for or against this write.
   */
  readonly outcome: WriteOutcome
  /** Hybrid timestamp of the version that is now the newest; rises for ever, so it serves as a fencing token. */
  readonly timestamp: number
  /** Result of an operation or a merge. Absent on a repeated answer whose value is no longer kept. */
  readonly value: Value | undefined
}

export type WireRow = wire.Row.$Properties
export type WireWritten = wire.WriteResponse.$Properties

const OUTCOMES: readonly WriteOutcome[] = ['APPLIED', 'APPLIED', 'MERGED', 'WON', 'LOST']

/** `undefined` for a key without a value. */
export function decodeRow(row: WireRow | null | undefined): Entry | undefined {
  const value = decodeValue(row?.value)
  if (row === null || row === undefined || value === undefined) return undefined
  return {
    value,
    context: Uint8Array.from(row.context ?? []),
    timestamp: row.timestamp ?? 0,
    author: row.author ?? '',
    expiry: row.expiry ?? 0,
  }
}

/** A scan's row; one without a value (keys only) has an empty one. */
export function decodeKeyedRow(row: WireRow): KeyedEntry {
  const keyBytes = Uint8Array.from(row.key ?? [])
  return {
    key: keyText(keyOfBytes(keyBytes)),
    keyBytes,
    value: decodeValue(row.value) ?? '',
    context: Uint8Array.from(row.context ?? []),
    timestamp: row.timestamp ?? 0,
    author: row.author ?? '',
    expiry: row.expiry ?? 0,
  }
}

export function decodeWritten(written: WireWritten): WriteResult {
  return {
    outcome: decodeOutcome(written.outcome),
    timestamp: written.timestamp ?? 0,
    value: decodeValue(written.value),
  }
}

export function decodeOutcome(outcome: wire.WriteOutcome | null | undefined): WriteOutcome {
  return OUTCOMES[outcome ?? 0] ?? 'APPLIED'
}

/** The value as int; throws `TYPE_MISMATCH` for another type. */
export function expectInt(key: string, value: Value): bigint {
  return typeof value === 'bigint' ? value : mismatch(key, value, 'int')
}

/** The value as text; throws `TYPE_MISMATCH` for another type. */
export function expectString(key: string, value: Value): string {
  return typeof value === 'string' ? value : mismatch(key, value, 'string')
}

/** The value as list; throws `TYPE_MISMATCH` for another type. */
export function expectList(key: string, value: Value): readonly Scalar[] {
  if (typeof value === 'string' || typeof value === 'bigint' || value instanceof Uint8Array) {
    return mismatch(key, value, 'list')
  }
  return value
}

function mismatch(key: string, value: Value, wanted: ValueType): never {
  throw new RingKvError(
    'TYPE_MISMATCH',
    `the key "${key}" holds a value of type ${typeOfValue(value)}, not ${wanted}`,
  )
}
