/**
 * One replica for tests: a machine over a synchronous engine of sorted rows. Fetches are answered at once, unless a test
 * takes them into its own hands; engine writes happen when the test says so.
 */
import assert from 'node:assert/strict'
import {
  keyOfText,
  keyspaceId,
  nodeId,
  replicaId,
  segment,
  shardId,
  timestamp,
  TOKEN_END,
  type Key,
  type KeyspaceId,
  type OperationId,
  type Segment,
  type Timestamp,
} from '../../src/base/ids.ts'
import { decodeBatch, encodeBatch, encodeCommand } from '../../src/shard/command-codec.ts'
import {
  EVALUATION_VERSION,
  type Batch,
  type Command,
  type KeyspaceRules,
  type Limits,
  type WriteOperation,
} from '../../src/shard/command.ts'
import type { Descriptor } from '../../src/shard/descriptor.ts'
import type { ReleasedLocks } from '../../src/shard/entry-context.ts'
import { HeadCacheBudget } from '../../src/shard/head-cache.ts'
import { metaKey, type KeyBounds } from '../../src/shard/keys.ts'
import { ShardMachine } from '../../src/shard/machine.ts'
import type { ConfirmResult, PointsResult } from '../../src/shard/reads.ts'
import type { CommandReply, ReadRow } from '../../src/shard/request.ts'
import type { FetchRange, RowFetch } from '../../src/shard/row-fetch.ts'
import type { ScanPage, ScanRead } from '../../src/shard/scan.ts'
import type { Row } from '../../src/storage/engine.ts'
import { WriteBatch } from '../../src/storage/write-batch.ts'
import type { Participant, RangeCheck, ReadCheck } from '../../src/txn/types.ts'
import type { Version } from '../../src/versions/version.ts'
import type { Value } from '../../src/versions/value.ts'

export const KEYSPACE = keyspaceId(1)
export const SHARD = shardId(7)
/** What is split off from it. */
export const CHILD = shardId(70)
export const SECOND = 1_000_000
/** Where the tests' time begins. */
export const T0 = 1_700_000_000 * SECOND

export const LIMITS: Limits = {
  keyBytes: 64,
  valueBytes: 4096,
  clockActors: 8,
  transactionOperations: 16,
  transactionBytes: 16_384,
  transactionParticipants: 4,
  clockMaxAheadMicros: 500_000,
}

export const RULES: KeyspaceRules = {
  id: KEYSPACE,
  partition: { kind: 'key' },
  policy: 'auto',
  retentionMicros: 3600 * SECOND,
  full: undefined,
}

/** One partition for the whole keyspace, for range scans. */
export const ORDERED = keyspaceId(2)
export const ORDERED_RULES: KeyspaceRules = { ...RULES, id: ORDERED, partition: { kind: 'all' } }

const ALL_RULES: ReadonlyMap<KeyspaceId, KeyspaceRules> = new Map([
  [KEYSPACE, RULES],
  [ORDERED, ORDERED_RULES],
])

export function descriptorOf(range = { start: 0, end: TOKEN_END }): Descriptor {
  return {
    shard: SHARD,
    range,
    epoch: { config: 1, range: 1 },
    replicas: [{ replica: replicaId(1), node: nodeId(1), role: 'voter' }],
    incarnation: 'first',
    nextReplica: replicaId(2),
  }
}

export const CONF_STATE = {
  voters: [replicaId(1)],
  votersOutgoing: [],
  learners: [],
  learnersNext: [],
  autoLeave: false,
}

/** Rows in order, with the reads that a fetch asks for. */
export class SyncEngine {
  private rows = new Map<string, Buffer>()
  private sorted: string[] | undefined

  get(key: Buffer): Buffer | undefined {
    return this.rows.get(key.toString('latin1'))
  }

  read({ gte, lt }: KeyBounds, limit = Infinity): Row[] {
    this.sorted ??= [...this.rows.keys()].sort()
    const [from, to] = [gte.toString('latin1'), lt.toString('latin1')]
    const keys = this.sorted.filter((key) => key >= from && key < to).slice(0, limit)
    return keys.map((key) => ({ key: Buffer.from(key, 'latin1'), value: this.rows.get(key)! }))
  }

  readAll(ranges: readonly FetchRange[]): Row[][] {
    return ranges.map((range) => this.read(range, range.limit))
  }

  write(batch: WriteBatch): void {
    batch.forEach({
      put: (key, value) => {
        this.rows.set(key.toString('latin1'), value)
      },
      delete: (key) => {
        this.rows.delete(key.toString('latin1'))
      },
      deleteRange: (start, end) => {
        for (const { key } of this.read({ gte: start, lt: end })) {
          this.rows.delete(key.toString('latin1'))
        }
      },
    })
    this.sorted = undefined
  }

  get size(): number {
    return this.rows.size
  }

  copy(): SyncEngine {
    const copy = new SyncEngine()
    copy.rows = new Map(this.rows)
    return copy
  }
}

export interface ReplicaOptions {
  readonly cacheBytes?: number
  readonly segment?: Segment
  readonly descriptor?: Descriptor
}

/** A version as the store makes them, with a text of `size` characters. */
export function version(at: number, size = 10): Version {
  return {
    timestamp: timestamp(at),
    clock: { actors: ['@x'], counters: [at], dropped: 0 },
    dot: { actor: '@x', counter: at },
    author: '',
    expiry: timestamp(0),
    value: text('v'.repeat(size)),
  }
}

export class TestReplica {
  machine: ShardMachine
  engine = new SyncEngine()
  budget: HeadCacheBudget
  released: readonly ReleasedLocks[] = []
  /** What the last entry split off. */
  child: ShardMachine | undefined
  private sequence = 0

  constructor(options: ReplicaOptions = {}) {
    this.budget = new HeadCacheBudget(options.cacheBytes ?? 1 << 20)
    this.machine = ShardMachine.empty(
      {
        segment: options.segment ?? segment(3),
        descriptor: options.descriptor ?? descriptorOf(),
        confState: CONF_STATE,
        appliedIndex: 0,
        appliedTerm: 0,
      },
      this.budget,
    )
    this.flush()
  }

  /** Applies an entry as it comes out of the log, answering fetches from the engine. */
  apply(entry: Buffer | undefined, term = 1): readonly CommandReply[] {
    const index = this.machine.appliedIndex + 1
    for (let tries = 0; tries < 4; tries++) {
      const batch = entry && decodeBatch(entry)
      const result = this.machine.apply(index, term, batch)
      if (result.kind === 'applied') {
        this.released = result.released
        this.child = result.child
        return result.replies
      }
      this.fill(result.fetch)
    }
    assert.fail('apply asks for rows again and again')
  }

  fill(fetch: RowFetch): void {
    const values = fetch.keys.map((key) => this.engine.get(key))
    this.machine.fill(fetch, values, this.engine.readAll(fetch.ranges))
  }

  seal(): WriteBatch {
    const batch = new WriteBatch()
    this.sequence += 1
    this.machine.seal(this.sequence, batch)
    return batch
  }

  written(batch: WriteBatch): void {
    this.engine.write(batch)
    this.machine.cleanUpTo(this.sequence)
  }

  flush(): void {
    this.written(this.seal())
  }

  /** What a process finds that starts with the rows that the engine has now. */
  restarted(cacheBytes = 1 << 20): TestReplica {
    const replica = new TestReplica({ cacheBytes })
    replica.engine = this.engine.copy()
    replica.budget = new HeadCacheBudget(cacheBytes)
    const { shard, segment: own } = this.machine
    const tables = ShardMachine.loadBounds(shard, own).map((bounds) => replica.engine.read(bounds))
    replica.machine = ShardMachine.load(this.engine.get(metaKey(shard))!, tables, replica.budget)
    return replica
  }

  /** The replica of the half that the last entry split off, on the same engine; by default both are written, in one batch. */
  childReplica(written = true): TestReplica {
    assert(this.child !== undefined, 'nothing was split off')
    const replica = new TestReplica()
    replica.engine = this.engine
    replica.budget = this.budget
    replica.machine = this.child
    replica.sequence = this.sequence + 1
    if (!written) return replica
    const batch = this.seal()
    replica.machine.seal(this.sequence, batch)
    this.written(batch)
    replica.machine.cleanUpTo(this.sequence)
    return replica
  }

  /** Removes what was collected, as far as `lists` lists name it. Returns how many rows went. */
  sweep(lists = Infinity): number {
    const { garbage } = this.machine
    this.flush()
    const before = this.engine.size
    for (let sweep = garbage.begin(); sweep !== undefined; sweep = garbage.begin()) {
      const rows = this.engine.read(sweep.bounds, lists)
      const end = rows.findIndex((row) => !garbage.take(sweep, row))
      if (end < 0 && rows.length < lists) garbage.takenAll(sweep)
      const values = garbage.ask(sweep).map((key) => this.engine.get(key))
      garbage.finish(sweep, values)
      this.flush()
      if (lists !== Infinity) break
    }
    return before - this.engine.size
  }

  newest(keys: readonly Key[], now: number, rules = RULES): PointsResult {
    const read = { kind: 'get', keyspace: rules.id, keys, at: timestamp(0) } as const
    return this.reading(() => this.machine.getNewest(read, rules, timestamp(now)))
  }

  at(keys: readonly Key[], at: number, rules = RULES): PointsResult {
    const read = { kind: 'get', keyspace: rules.id, keys, at: timestamp(at) } as const
    return this.reading((fetch) => this.machine.getAt(read, rules, fetch))
  }

  confirm(reads: readonly ReadCheck[], ranges: readonly RangeCheck[], now: number): ConfirmResult {
    return this.reading((fetch) =>
      this.machine.confirm(reads, ranges, ALL_RULES, timestamp(now), fetch),
    )
  }

  /** One page of a scan, from `pageRows` engine rows at most. */
  scan(read: ScanRead, at: number, pageRows = Infinity): ScanPage {
    const planned = this.machine.planScan(read, timestamp(at))
    assert(planned.kind === 'plan', `scan: ${planned.kind}`)
    const rows = this.engine.read(planned.plan.bounds, pageRows)
    const exhausted = rows.length < pageRows
    let page = planned.plan.page(rows, exhausted)
    if (page.kind === 'needs') {
      page = planned.plan.page(rows, exhausted, this.engine.readAll(page.ranges))
    }
    assert(page.kind === 'page')
    return page
  }

  private reading<Result extends { readonly kind: string }>(
    ask: (fetch: RowFetch | undefined) => Result,
  ): Result {
    let result = ask(undefined)
    for (let tries = 0; result.kind === 'needs' && tries < 4; tries++) {
      const { fetch } = result as unknown as { fetch: RowFetch }
      this.fill(fetch)
      result = ask(fetch)
    }
    assert.notEqual(result.kind, 'needs')
    return result
  }
}

/** Makes entries as a leader does, with rising stamps, and applies them to one replica. */
export class TestShard {
  replica: TestReplica
  /** The next entry's stamp, at least. */
  now = T0
  readonly entries: Buffer[] = []
  batchFields: Partial<Batch> = {}

  constructor(options: ReplicaOptions = {}) {
    this.replica = new TestReplica(options)
  }

  get machine(): ShardMachine {
    return this.replica.machine
  }

  entry(...commands: Command[]): Buffer {
    const { lastStamp, clockFloor, descriptor } = this.machine
    this.now = Math.max(this.now, lastStamp + 1, clockFloor + 1)
    for (const command of commands) {
      if (command.kind === 'commit') this.now = Math.max(this.now, command.at + 1)
    }
    const header = {
      stamp: timestamp(this.now),
      ceiling: timestamp(this.now + 100_000),
      rangeEpoch: descriptor.epoch.range,
      evaluationVersion: EVALUATION_VERSION,
      limits: LIMITS,
      keyspaces: [RULES, ORDERED_RULES],
      ...this.batchFields,
    }
    this.now += commands.length
    const entry = encodeBatch(header, commands.map(encodeCommand))
    this.entries.push(entry)
    return entry
  }

  /** Replies to the commands of one entry. */
  run(...commands: Command[]): readonly CommandReply[] {
    return this.replica.apply(this.entry(...commands))
  }

  one(command: Command): CommandReply {
    const [reply] = this.run(command)
    assert(reply !== undefined)
    return reply
  }

  /** The process ends after everything was written, and begins again. */
  restart(): void {
    this.replica.flush()
    this.replica = this.replica.restarted()
  }

  /** What was superseded, deleted or expired up to now is collected. */
  collect(keyspace = KEYSPACE): void {
    this.one({ kind: 'collect', keyspace, point: timestamp(this.now) })
  }

  /** Shard time moves on. */
  pass(micros: number): void {
    this.now += micros
    this.one({ kind: 'raise-ceiling' })
  }

  row(name: string, rules = RULES): ReadRow {
    const result = this.replica.newest([keyOfText(name)], this.now, rules)
    assert(result.kind === 'rows', `read of ${name}: ${result.kind}`)
    return result.rows[0]!
  }

  rowAt(name: string, at: number, rules = RULES): ReadRow {
    const result = this.replica.at([keyOfText(name)], at, rules)
    assert(result.kind === 'rows', `read of ${name} at ${at}: ${result.kind}`)
    return result.rows[0]!
  }

  /** The text or number that the key holds now. */
  value(name: string, rules = RULES): string | undefined {
    return plain(this.row(name, rules).value)
  }
}

/** A command that splits the shard as it is. */
export function split(
  { descriptor }: ShardMachine,
  token: number,
  parts: Partial<Extract<Command, { kind: 'split' }>> = {},
): Command {
  const { epoch } = descriptor
  return { kind: 'split', child: CHILD, token, epoch, shares: [], ...parts }
}

export const text = (value: string): Value => ({ type: 'string', value })
export const int = (value: number): Value => ({ type: 'int', value: BigInt(value) })

/** A value as a short text. */
export function plain(value: Value | undefined): string | undefined {
  if (value === undefined) return undefined
  if (value.type === 'list') return `[${value.value.map(plain).join()}]`
  return value.type === 'bytes' ? Buffer.from(value.value).toString('hex') : String(value.value)
}

export function operationId(
  sequence: number,
  expiry = T0 + 60 * SECOND,
  client = 'c1',
): OperationId {
  return { client: client.padEnd(32, '0'), sequence, expiry: timestamp(expiry) }
}

type PutParts = Partial<Omit<Extract<WriteOperation, { op: 'put' }>, 'op' | 'key' | 'value'>>

export function put(name: string, value: Value | string, parts: PutParts = {}): WriteOperation {
  return {
    op: 'put',
    keyspace: KEYSPACE,
    key: keyOfText(name),
    value: typeof value === 'string' ? text(value) : value,
    expiry: timestamp(0),
    context: new Uint8Array(0),
    ownDots: [],
    policy: undefined,
    ifAbsent: false,
    ...parts,
  }
}

export function remove(name: string, keyspace = KEYSPACE): WriteOperation {
  return {
    op: 'delete',
    keyspace,
    key: keyOfText(name),
    context: new Uint8Array(0),
    ownDots: [],
    policy: undefined,
  }
}

export function increment(name: string, by = 1): WriteOperation {
  return { op: 'increment', keyspace: KEYSPACE, key: keyOfText(name), by: BigInt(by) }
}

export function write(id: OperationId, operation: WriteOperation, lowWater = 0): Command {
  return { kind: 'write', id, lowWater, author: 'ada', write: operation }
}

export const PARTICIPANTS: readonly Participant[] = [
  { shard: SHARD, token: 1 as Participant['token'] },
  { shard: shardId(8), token: 2 as Participant['token'] },
]

export interface PrepareParts {
  readonly reads?: readonly ReadCheck[]
  readonly ranges?: readonly RangeCheck[]
  readonly participants?: readonly Participant[]
  readonly age?: number
  readonly lowWater?: number
  readonly succeeded?: boolean
}

export function prepare(
  id: OperationId,
  writes: readonly WriteOperation[],
  parts: PrepareParts = {},
): Command {
  return {
    kind: 'prepare',
    id,
    lowWater: parts.lowWater ?? 0,
    author: 'ada',
    age: timestamp(parts.age ?? T0),
    succeeded: parts.succeeded ?? true,
    participants: parts.participants ?? PARTICIPANTS,
    reads: parts.reads ?? [],
    ranges: parts.ranges ?? [],
    writes,
  }
}

export function commit(id: OperationId, at: number): Command {
  return { kind: 'commit', id, at: timestamp(at) }
}

export function abort(id: OperationId, participants = PARTICIPANTS): Command {
  return { kind: 'abort', id, participants, refusal: { code: 'RETRY', message: 'lost' } }
}

export function resolve(
  id: OperationId,
  participants: readonly Participant[] = PARTICIPANTS,
  tokens: readonly number[] = [],
): Command {
  return { kind: 'resolve', id, participants, tokens }
}

export function readCheck(name: string, at: number, readAt: number): ReadCheck {
  return {
    keyspace: KEYSPACE,
    key: keyOfText(name),
    timestamp: timestamp(at),
    readAt: timestamp(readAt),
  }
}

export function scanOf(parts: Partial<ScanRead> = {}): ScanRead {
  return {
    kind: 'scan',
    keyspace: ORDERED,
    token: undefined,
    start: '' as Key,
    end: '' as Key,
    after: undefined,
    at: timestamp(0),
    limit: 1000,
    maxBytes: 1 << 20,
    keysOnly: false,
    ...parts,
  }
}

/** The stamp of a yes vote. */
export function stampOf(reply: CommandReply | undefined): Timestamp {
  assert(reply?.kind === 'participant' && reply.answer.kind === 'prepared', kindOf(reply))
  return reply.answer.stamp
}

/** A reply in one word. */
export function kindOf(reply: CommandReply | undefined): string {
  if (reply === undefined) return 'nothing'
  if (reply.kind === 'participant') return reply.answer.kind
  return reply.kind === 'refused' ? reply.refusal.code : reply.kind
}
