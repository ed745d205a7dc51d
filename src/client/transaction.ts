/**
 * An interactive transaction (05, "Interactive transactions live in the client"): reads are served as of one timestamp T with
 * the transaction's own writes on top; writes are kept here until commit, which sends what was read (to be validated)
 * and what is to be written in one message. The server keeps nothing in between, so a transaction that is dropped leaves
 * nothing behind.
 */
import { RingKvError } from '../base/errors.ts'
import { keyBytes, keyOfBytes, keyText, type Key } from '../base/ids.ts'
import { partitionOf } from '../base/token.ts'
import type { wire } from '../net/protobuf.ts'
import type { ClientCore } from './core.ts'
import {
  decodeKeyedRow,
  decodeRow,
  expectInt,
  expectList,
  expectString,
  type Entry,
  type KeyedEntry,
} from './entries.ts'
import { endOfPrefix, toKey, toKeyBound, type KeyInput } from './keys.ts'
import { encodeOperation, type WriteOperation } from './operations.ts'
import { invalid, type OverwriteOptions, type PutOptions } from './options.ts'
import { applyOperation, isBlind } from './overlay.ts'
import type { WireRequest, WireResponse } from './session.ts'
import type { Scalar, ScalarInput, ValueInput } from './values.ts'

/** Rows that one scan inside a transaction may see (05). */
const SCAN_ROWS_MAX = 1000
const NO_BYTES = new Uint8Array(0)

interface KeyspaceOption {
  /** Default that of `connect`. */
  readonly keyspace?: string
}

/** Which keys of one partition to scan. */
export interface TransactionScan extends KeyspaceOption {
  /** Any key of the partition. */
  readonly partitionOf: KeyInput
  readonly prefix?: KeyInput
  /** Inclusive. */
  readonly start?: KeyInput
  /** Exclusive. */
  readonly end?: KeyInput
}

interface PointRead {
  /** Version timestamp; 0 = the key has no version. */
  readonly timestamp: number
  readonly entry: Entry | undefined
}

interface BufferedWrites {
  readonly keyspace: string
  readonly key: Key
  readonly operations: WriteOperation[]
}

export class Transaction {
  private readonly core: ClientCore
  private readonly deadlineMs: number
  private readonly signal: AbortSignal | undefined
  private begun: Promise<number> | undefined
  private ended = false
  private readonly points = new Map<
    string,
    { keyspace: string; key: Key; read: Promise<PointRead> }
  >()
  private readonly readKeys: wire.ReadKey.$Properties[] = []
  private readonly readRanges: wire.ReadRange.$Properties[] = []
  private readonly buffered = new Map<string, BufferedWrites>()
  private readonly operations: WriteOperation[] = []

  /** @internal Made by `RingKv.transact`. */
  constructor(core: ClientCore, deadlineMs: number, signal: AbortSignal | undefined) {
    this.core = core
    this.deadlineMs = deadlineMs
    this.signal = signal
  }

  // ---- reads -----------------------------------------------------------------------------------------------------

  /**
   * The key's value as of the transaction's time, own writes included; `undefined` if it has none. An entry written by
   * this transaction itself has timestamp 0 and an empty context.
   */
  async get(keyInput: KeyInput, options: KeyspaceOption = {}): Promise<Entry | undefined> {
    this.assertOpen()
    const key = toKey(keyInput)
    const keyspace = this.keyspaceOf(options)
    const own = this.buffered.get(pointId(keyspace, key))
    const from = own === undefined ? -1 : own.operations.findLastIndex(isBlind)
    if (own !== undefined && from >= 0) return overlay(key, undefined, own.operations.slice(from))
    const { entry } = await this.readPoint(keyspace, key)
    // Looked up again: the program may have written while the read was under way.
    const now = this.buffered.get(pointId(keyspace, key))
    return now === undefined ? entry : overlay(key, entry, now.operations)
  }

  /** As `get`, for an int; `undefined` if there is none, `TYPE_MISMATCH` for another type. */
  async getInt(key: KeyInput, options: KeyspaceOption = {}): Promise<bigint | undefined> {
    const entry = await this.get(key, options)
    return entry && expectInt(keyText(toKey(key)), entry.value)
  }

  /** As `get`, for text; `undefined` if there is none, `TYPE_MISMATCH` for another type. */
  async getString(key: KeyInput, options: KeyspaceOption = {}): Promise<string | undefined> {
    const entry = await this.get(key, options)
    return entry && expectString(keyText(toKey(key)), entry.value)
  }

  /** As `get`, for a list; `undefined` if there is none, `TYPE_MISMATCH` for another type. */
  async getList(
    key: KeyInput,
    options: KeyspaceOption = {},
  ): Promise<readonly Scalar[] | undefined> {
    const entry = await this.get(key, options)
    return entry && expectList(keyText(toKey(key)), entry.value)
  }

  /** As `get` for several keys at once; one result per key, in the order given. */
  getMany(keys: readonly KeyInput[], options: KeyspaceOption = {}): Promise<(Entry | undefined)[]> {
    return Promise.all(keys.map((key) => this.get(key, options)))
  }

  /**
   * The rows of one partition in key order, own writes included. The range is validated at commit: nobody may have
   * added, changed or removed a row in it. At most 1 000 rows (`TXN_TOO_LARGE`).
   */
  async scan(options: TransactionScan): Promise<KeyedEntry[]> {
    this.assertOpen()
    const keyspace = this.keyspaceOf(options)
    const partitionKey = toKey(options.partitionOf)
    const prefix = toKeyBound(options.prefix ?? '')
    const start = options.start === undefined ? prefix : toKeyBound(options.start)
    const end = options.end === undefined ? endOfPrefix(prefix) : toKeyBound(options.end)
    const rows = await this.scanRange(keyspace, partitionKey, start, end)
    return this.overlayRows(rows, keyspace, partitionKey, start, end)
  }

  // ---- writes: kept here until commit ----------------------------------------------------------------------------

  /** Sets the key's value. Throws at once what is wrong with the arguments. */
  put(
    key: KeyInput,
    value: ValueInput,
    options: Omit<PutOptions, 'timeoutMs' | 'signal'> = {},
  ): void {
    this.write({ ...options, op: 'put', key, value })
  }

  /** Removes the key's value. */
  delete(key: KeyInput, options: Omit<OverwriteOptions, 'timeoutMs' | 'signal'> = {}): void {
    this.write({ ...options, op: 'delete', key })
  }

  /** Adds to the key's int, from 0 if there is none. */
  increment(key: KeyInput, by: bigint | number = 1n, options: KeyspaceOption = {}): void {
    this.write({ ...options, op: 'increment', key, by })
  }

  /** Adds elements at the end of the key's list. */
  listAppend(key: KeyInput, elements: readonly ScalarInput[], options: KeyspaceOption = {}): void {
    this.write({ ...options, op: 'append', key, elements })
  }

  /** Adds elements at the front of the key's list, in the order given. */
  listPrepend(key: KeyInput, elements: readonly ScalarInput[], options: KeyspaceOption = {}): void {
    this.write({ ...options, op: 'prepend', key, elements })
  }

  /** Removes every element equal to one of those given. */
  listRemove(key: KeyInput, elements: readonly ScalarInput[], options: KeyspaceOption = {}): void {
    this.write({ ...options, op: 'remove', key, elements })
  }

  // ---- for the runner --------------------------------------------------------------------------------------------

  /** @internal No use of the transaction is allowed from here on. */
  end(): void {
    this.ended = true
  }

  /** @internal What commit sends; without writes it only confirms what was read. */
  commitRequest(withWrites: boolean): wire.CommitRequest.$Properties {
    const { defaults, dispatcher } = this.core
    const writes = withWrites
      ? this.operations.map((op) => encodeOperation(op, defaults.keyspace, dispatcher.clusterClock))
      : []
    return { reads: [...this.readKeys], ranges: [...this.readRanges], writes }
  }

  // ---- details ---------------------------------------------------------------------------------------------------

  private write(operation: WriteOperation): void {
    this.assertOpen()
    const { defaults, dispatcher } = this.core
    // Encoding checks the arguments; commit encodes again.
    encodeOperation(operation, defaults.keyspace, dispatcher.clusterClock)
    const key = toKey(operation.key)
    const keyspace = operation.keyspace ?? defaults.keyspace
    this.operations.push(operation)
    const id = pointId(keyspace, key)
    const own = this.buffered.get(id)
    if (own === undefined) this.buffered.set(id, { keyspace, key, operations: [operation] })
    else own.operations.push(operation)
  }

  private keyspaceOf(options: KeyspaceOption): string {
    return options.keyspace ?? this.core.defaults.keyspace
  }

  private assertOpen(): void {
    if (this.ended) throw invalid('this transaction has ended; use it only inside its closure')
  }

  private begin(): Promise<number> {
    this.begun ??= this.core.invoke(
      { kind: 'read', request: { begin: { floor: this.core.dispatcher.newestTimestamp } } },
      this.deadlineMs,
      this.signal,
      (response) => response.begin?.timestamp ?? 0,
    )
    return this.begun
  }

  private readPoint(keyspace: string, key: Key): Promise<PointRead> {
    const id = pointId(keyspace, key)
    const known = this.points.get(id)
    if (known !== undefined) return known.read
    const read = this.fetchPoint(keyspace, key)
    this.points.set(id, { keyspace, key, read })
    return read
  }

  /** A read as of this transaction's time. */
  private async read<Result>(
    request: WireRequest,
    keyspace: string,
    key: Key,
    decode: (response: WireResponse) => Result,
  ): Promise<Result> {
    const invocation = { kind: 'read', request, keyspace, key } as const
    try {
      return await this.core.invoke(invocation, this.deadlineMs, this.signal, decode)
    } catch (error) {
      if (!(error instanceof RingKvError) || error.code !== 'SNAPSHOT_TOO_OLD') throw error
      // At a later time it can be read: whoever runs this begins anew.
      const message = `the transaction took longer than history is kept: ${error.message}`
      throw new RingKvError('RETRY', message)
    }
  }

  private async fetchPoint(keyspace: string, key: Key): Promise<PointRead> {
    const at = await this.begin()
    const bytes = keyBytes(key)
    const request = { get: { keyspace, key: bytes, at } }
    return this.read(request, keyspace, key, ({ get }) => {
      const timestamp = get?.row?.timestamp ?? 0
      this.readKeys.push({ keyspace, key: bytes, timestamp, readAt: at })
      return { timestamp, entry: decodeRow(get?.row) }
    })
  }

  private async scanRange(
    keyspace: string,
    partitionKey: Key,
    start: Key,
    end: Key,
  ): Promise<KeyedEntry[]> {
    const at = await this.begin()
    const bounds = {
      keyspace,
      partitionOf: keyBytes(partitionKey),
      start: keyBytes(start),
      end: keyBytes(end),
    }
    const found: KeyedEntry[] = []
    let cursor: Uint8Array = NO_BYTES
    do {
      const scan = { ...bounds, at, cursor, limit: SCAN_ROWS_MAX }
      cursor = await this.read({ scan }, keyspace, partitionKey, (response) => {
        for (const row of response.scan?.rows ?? []) found.push(decodeKeyedRow(row))
        return Uint8Array.from(response.scan?.cursor ?? NO_BYTES)
      })
      if (found.length > SCAN_ROWS_MAX || (found.length === SCAN_ROWS_MAX && cursor.length > 0)) {
        throw new RingKvError(
          'TXN_TOO_LARGE',
          `a scan inside a transaction may see at most ${SCAN_ROWS_MAX} rows; narrow its range`,
        )
      }
    } while (cursor.length > 0)
    const rows = found.map(({ keyBytes: key, timestamp }) => ({ key, timestamp }))
    this.readRanges.push({ ...bounds, rows, readAt: at })
    return found
  }

  private async overlayRows(
    rows: readonly KeyedEntry[],
    keyspace: string,
    partitionKey: Key,
    start: Key,
    end: Key,
  ): Promise<KeyedEntry[]> {
    const rule = this.core.dispatcher.routes.partitionRule(keyspace) ?? { kind: 'key' }
    const partition = partitionOf(partitionKey, rule)
    const byKey = new Map(rows.map((row) => [keyOfBytes(row.keyBytes), row]))
    for (const own of this.buffered.values()) {
      const { key } = own
      const inside = key >= start && (end === '' || key < end)
      if (own.keyspace !== keyspace || !inside || partitionOf(key, rule) !== partition) continue
      const entry = await this.get(keyBytes(key), { keyspace })
      if (entry === undefined) byKey.delete(key)
      else byKey.set(key, { ...entry, key: keyText(key), keyBytes: keyBytes(key) })
    }
    return [...byKey].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, row]) => row)
  }
}

function pointId(keyspace: string, key: Key): string {
  return `${keyspace}\0${key}`
}

function overlay(
  key: Key,
  base: Entry | undefined,
  operations: readonly WriteOperation[],
): Entry | undefined {
  const name = keyText(key)
  let value = base?.value
  for (const operation of operations) value = applyOperation(name, value, operation)
  if (value === undefined) return undefined
  return { value, context: NO_BYTES, timestamp: 0, author: '', expiry: 0 }
}
