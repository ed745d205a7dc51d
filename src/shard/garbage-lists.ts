/**
 * Lists of what will be garbage, and when (05, "Garbage"; docs/decisions/0012). Each engine batch of a shard that supersedes,
 * deletes or lets expire names those rows in a list of its own, so that whoever removes bytes later reads what to remove, in
 * the order of time, and never searches for it: the rows of a key lie by key, among many that must stay.
 *
 * A list is due when all that it names may go once the GC point is there: a row of history from the timestamp that superseded
 * its last version on, a tombstone from its own on, a value with an expiry from that on. A row of history is named once and
 * never changes, so it is removed unseen. A head may be another by then: it is looked at again.
 *
 * Values with an expiry gather by how far off it is, so that many different ones make few lists. One that is far off is named for
 * a look on the way, and then for a later one: an overwritten value's entry would otherwise lie until the expiry that the
 * value no longer has.
 *
 * Lists belong to a replica: how rows are shared out over them depends on when it wrote its batches. All of them together
 * name the same rows everywhere.
 */
import { ByteReader, ByteWriter, MalformedBytes } from '../base/bytes.ts'
import {
  timestamp,
  token,
  type Key,
  type KeyspaceId,
  type Timestamp,
  type Token,
} from '../base/ids.ts'
import type { Version } from '../versions/version.ts'
import { rangeContains, type TokenRange } from './descriptor.ts'
import type { HeadEntry } from './head-cache.ts'
import { readKey, readTimestamp } from './field-codecs.ts'

const LIST_FORMAT = 1
/** A list that has grown to this is complete. */
const LIST_BYTES = 16_384
/** A value with an expiry is looked at again after this much of its life, and then whenever its age has doubled. */
const FIRST_LOOK_MICROS = 3_600_000_000
/** Times to look are rounded up to steps, about so many between now and then, none shorter than this. */
const STEPS = 8
const STEP_MICROS_MIN = 1_000_000

export interface ListedRow {
  readonly kind: 'history' | 'head'
  readonly token: Token
  readonly key: Key
  /** Of the head, or of the oldest version of the row of history. */
  readonly timestamp: Timestamp
}

const KIND_HISTORY = 0
const KIND_HEAD = 1

export interface GarbageList {
  readonly keyspace: KeyspaceId
  readonly due: Timestamp
  readonly bytes: Buffer
}

/** @throws MalformedBytes when the bytes are no list */
export function decodeGarbageList(bytes: Buffer): ListedRow[] {
  const reader = new ByteReader(bytes)
  const format = reader.u8()
  if (format !== LIST_FORMAT) throw new MalformedBytes(`garbage list format ${format}`)
  const rows: ListedRow[] = []
  while (!reader.done) {
    const kind = reader.u8()
    if (kind > KIND_HEAD) throw new MalformedBytes(`kind ${kind} in a garbage list`)
    rows.push({
      kind: kind === KIND_HISTORY ? 'history' : 'head',
      token: token(reader.u32be()),
      key: readKey(reader),
      timestamp: readTimestamp(reader),
    })
  }
  return rows
}

/**
 * What of a list names tokens of `range`, as a list; undefined if nothing does.
 * @throws MalformedBytes when the bytes are no list
 */
export function partOfGarbageList(bytes: Buffer, range: TokenRange): Buffer | undefined {
  const rows = decodeGarbageList(bytes).filter((row) => rangeContains(range, row.token))
  if (rows.length === 0) return undefined
  const writer = new ByteWriter(bytes.length).u8(LIST_FORMAT)
  for (const row of rows) {
    const kind = row.kind === 'history' ? KIND_HISTORY : KIND_HEAD
    writeRow(writer, kind, row.token, row.key, row.timestamp)
  }
  return writer.finish()
}

/** When to look at a head, next after `after`; undefined = it stays until something is written over it. */
export function dueOfHead(version: Version, after: Timestamp): Timestamp | undefined {
  const { expiry, value } = version
  // What had expired before it was committed was never more than a deletion.
  if (value === undefined || (expiry !== 0 && expiry <= version.timestamp)) return version.timestamp
  if (expiry === 0) return undefined
  const age = Math.max(after - version.timestamp, FIRST_LOOK_MICROS / 2)
  const target = Math.min(version.timestamp + 2 * age, expiry)
  const left = Math.max(target - after, STEPS * STEP_MICROS_MIN)
  const step = 2 ** Math.floor(Math.log2(left / STEPS))
  return timestamp(Math.min(Math.ceil(target / step) * step, Number.MAX_SAFE_INTEGER))
}

/** A list that is being written. */
class OpenList {
  readonly keyspace: KeyspaceId
  readonly writer = new ByteWriter(1024).u8(LIST_FORMAT)
  due: number

  constructor(keyspace: KeyspaceId, due: number) {
    this.keyspace = keyspace
    this.due = due
  }

  add(kind: number, rowToken: Token, key: Key, at: Timestamp): void {
    writeRow(this.writer, kind, rowToken, key, at)
  }

  get isFull(): boolean {
    return this.writer.size >= LIST_BYTES
  }
}

/** Gathers the lists of one engine batch. */
export class ListWriter {
  /** What is garbage from now on, by keyspace. */
  private readonly superseded = new Map<KeyspaceId, OpenList>()
  /** Heads to be looked at, by keyspace and time. */
  private readonly later = new Map<string, OpenList>()
  private readonly full: OpenList[] = []
  /** That of the last superseded version: most belong to one keyspace. */
  private current: OpenList | undefined

  get isEmpty(): boolean {
    return this.superseded.size + this.later.size + this.full.length === 0
  }

  history(entry: HeadEntry, at: Timestamp, supersededAt: Timestamp): void {
    const list = this.listOf(entry.keyspace)
    if (supersededAt > list.due) list.due = supersededAt
    list.add(KIND_HISTORY, entry.token, entry.key, at)
    if (list.isFull) this.close(list)
  }

  head({ keyspace, token: rowToken, key, version }: HeadEntry): void {
    if (version === undefined || (version.value !== undefined && version.expiry === 0)) return
    const due = dueOfHead(version, version.timestamp)
    if (due !== undefined) this.look(keyspace, rowToken, key, version.timestamp, due)
  }

  /** The head that the key has, or had, at `at` is to be looked at when the GC point is at `due`. */
  look(keyspace: KeyspaceId, rowToken: Token, key: Key, at: Timestamp, due: Timestamp): void {
    const name = due <= at ? `${keyspace}` : `${keyspace}/${due}`
    let list = this.later.get(name)
    if (list === undefined) this.later.set(name, (list = new OpenList(keyspace, due)))
    if (due > list.due) list.due = due
    list.add(KIND_HEAD, rowToken, key, at)
    if (!list.isFull) return
    this.later.delete(name)
    this.full.push(list)
  }

  *lists(): Generator<GarbageList> {
    for (const list of this.full) yield finish(list)
    for (const list of this.superseded.values()) yield finish(list)
    for (const list of this.later.values()) yield finish(list)
  }

  private listOf(keyspace: KeyspaceId): OpenList {
    if (this.current?.keyspace === keyspace) return this.current
    let list = this.superseded.get(keyspace)
    if (list === undefined) this.superseded.set(keyspace, (list = new OpenList(keyspace, 0)))
    this.current = list
    return list
  }

  private close(list: OpenList): void {
    this.superseded.delete(list.keyspace)
    this.current = undefined
    this.full.push(list)
  }
}

function writeRow(
  writer: ByteWriter,
  kind: number,
  rowToken: Token,
  key: Key,
  at: Timestamp,
): void {
  writer.u8(kind).u32be(rowToken).latin1(key).varint(at)
}

function finish({ keyspace, due, writer }: OpenList): GarbageList {
  return { keyspace, due: timestamp(due), bytes: writer.finish() }
}
