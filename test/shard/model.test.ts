/**
 * Random histories against the reference model, on three replicas that differ in everything that must not matter: how
 * much they cache, when they write, when they crash and load, which collected rows they have removed.
 */
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { keyOfText, operationKey, timestamp, type OperationId } from '../../src/base/ids.ts'
import type { Command, WriteOperation } from '../../src/shard/command.ts'
import { stateDigest, VersionsDigest, versionRanges } from '../../src/shard/digest.ts'
import { metaKey } from '../../src/shard/keys.ts'
import { decodeMeta } from '../../src/shard/meta-row.ts'
import type { CommandReply } from '../../src/shard/request.ts'
import type { PrepareRecord } from '../../src/txn/types.ts'
import { ReferenceModel, type ModelCommand, type ModelWrite } from './reference-model.ts'
import {
  abort,
  commit,
  increment,
  int,
  KEYSPACE,
  operationId,
  plain,
  prepare,
  put,
  readCheck,
  remove,
  resolve,
  SECOND,
  SHARD,
  TestReplica,
  TestShard,
  text,
} from './replica.ts'

const KEYS = ['a', 'b', 'c']

/** One random step; numbers choose among what exists when it runs. */
interface Step {
  readonly what:
    | 'write'
    | 'transact'
    | 'prepare'
    | 'commit'
    | 'abort'
    | 'resolve'
    | 'forget'
    | 'again'
    | 'collect'
    | 'nothing'
  readonly numbers: readonly number[]
}

const someOf = (...what: Step['what'][]): fc.Arbitrary<Step['what']> => fc.constantFrom(...what)

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.oneof(
    { weight: 6, arbitrary: someOf('write', 'transact', 'prepare') },
    { weight: 5, arbitrary: someOf('commit', 'again', 'abort', 'resolve', 'forget') },
    { weight: 1, arbitrary: someOf('collect', 'nothing') },
  ),
  numbers: fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 }),
})

interface Turn {
  /** The steps of one entry. */
  readonly steps: readonly Step[]
  readonly waitMicros: number
  /** What happens to the replicas besides: bits for flushing, restarting and sweeping each. */
  readonly events: number
}

const turn: fc.Arbitrary<Turn> = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 4 }),
  waitMicros: fc.oneof(
    { weight: 8, arbitrary: fc.nat(1000) },
    { weight: 1, arbitrary: fc.integer({ min: 10 * SECOND, max: 50 * SECOND }) },
  ),
  events: fc.nat(63),
})

class History {
  readonly model = new ReferenceModel()
  readonly shard = new TestShard({ cacheBytes: 1 << 24 })
  private tiny = new TestReplica({ cacheBytes: 1 })
  private crashing = new TestReplica({ cacheBytes: 2000 })
  private readonly sent: ModelCommand[] = []
  /** Of every version that was ever read. */
  private readonly contexts = new Map<string, Uint8Array>()
  private sequence = 0

  run({ steps, waitMicros, events }: Turn): void {
    this.shard.now += waitMicros
    const commands = steps.map((each) => this.commandOf(each))
    const entry = this.shard.entry(...commands.map((each) => this.toCommand(each)))
    const first = this.shard.now - commands.length
    const replies = this.shard.replica.apply(entry)
    const expected = commands.map((command, i) => this.model.apply(command, first + i))
    assert.deepEqual(replies.map(say), expected)
    for (const replica of [this.tiny, this.crashing]) {
      assert.deepEqual(replica.apply(entry), replies, 'another replica answers otherwise')
    }
    this.compareValues()
    this.disturb(events)
    this.compareDigests()
  }

  private disturb(events: number): void {
    if ((events & 1) !== 0) this.shard.replica.flush()
    if ((events & 2) !== 0) this.tiny.flush()
    if ((events & 4) !== 0) this.crashing.flush()
    if ((events & 16) !== 0) this.tiny.sweep()
    if ((events & 32) !== 0) this.crashing.sweep()
    if ((events & 8) !== 0) {
      // What was applied since the last write comes again from the log.
      this.crashing = this.crashing.restarted(2000)
      const { entries } = this.shard
      for (const entry of entries.slice(this.crashing.machine.appliedIndex))
        this.crashing.apply(entry)
    }
  }

  private compareValues(): void {
    const now = this.shard.now
    for (const key of KEYS) {
      if (this.model.isWritten(key)) continue
      const head = this.model.head(key, now)
      const row = this.shard.row(key)
      assert.equal(row.timestamp, head?.timestamp ?? 0, key)
      assert.equal(plain(row.value), head?.value, key)
      if (row.timestamp > 0) this.contexts.set(`${key}/${row.timestamp}`, row.context)
      this.compareHistory(key, now)
    }
  }

  private compareHistory(key: string, now: number): void {
    for (const version of this.model.versions.get(key) ?? []) {
      if (version.timestamp < this.model.gcPoint || version.timestamp >= now) continue
      const expired = version.expiry !== 0 && version.expiry <= version.timestamp
      const row = this.crashing.at([keyOfText(key)], version.timestamp)
      assert(row.kind === 'rows')
      const seen = row.rows[0]!
      const isGone = seen.timestamp === 0 && (expired || version.value === undefined)
      assert(isGone || seen.timestamp === version.timestamp, key)
      assert.equal(plain(seen.value), expired ? undefined : version.value)
    }
  }

  private compareDigests(): void {
    const digest = stateDigest(this.shard.machine)
    assert.equal(stateDigest(this.tiny.machine), digest, 'tiny cache')
    assert.equal(stateDigest(this.crashing.machine), digest, 'crashing')
  }

  /** At the end: all rows, and what loading them makes. */
  finish(): void {
    const digests = [this.shard.replica, this.tiny, this.crashing].map((replica) => {
      replica.flush()
      assert.equal(stateDigest(replica.restarted().machine), stateDigest(replica.machine))
      const meta = decodeMeta(replica.engine.get(metaKey(SHARD))!)
      const versions = new VersionsDigest(meta)
      for (const bounds of versionRanges(meta)) versions.add(replica.engine.read(bounds))
      return versions.value()
    })
    assert.deepEqual(new Set(digests).size, 1, 'heads or history differ')
  }

  private commandOf({ what, numbers }: Step): ModelCommand {
    const earlier = this.sent[numbers[0]! % Math.max(this.sent.length, 1)]
    const known = earlier !== undefined && 'id' in earlier ? earlier.id : operationId(500)
    const command = this.newCommand(what, numbers, known, earlier)
    this.sent.push(command)
    return command
  }

  private newCommand(
    what: Step['what'],
    numbers: readonly number[],
    known: OperationId,
    earlier: ModelCommand | undefined,
  ): ModelCommand {
    switch (what) {
      case 'nothing':
        return { kind: 'nothing' }
      case 'again':
        return earlier?.kind === 'commit' ? { kind: 'nothing' } : (earlier ?? { kind: 'nothing' })
      case 'collect':
        return { kind: 'collect', point: this.shard.now - numbers[1]! }
      case 'commit': {
        const held = this.model.prepared[numbers[1]! % Math.max(this.model.prepared.length, 1)]
        if (held === undefined) return { kind: 'nothing' }
        // Decided from votes of this and other shards: at or above the prepare stamp, below every stamp to come.
        const at = this.shard.now + (numbers[2]! % 3)
        const { leastExpiry } = this.promise(held.id)
        if (leastExpiry !== 0 && at >= leastExpiry) return { kind: 'abort', id: held.id }
        return { kind: 'commit', id: held.id, at }
      }
      case 'abort':
      case 'resolve':
      case 'forget':
        return { kind: what, id: known }
      case 'write':
      case 'transact':
      case 'prepare': {
        this.sequence += 1
        const expiry = this.shard.now + SECOND * (1 + (numbers[3]! % 60))
        const count = what === 'write' ? 1 : numbers[4]! % 3
        return {
          kind: what,
          id: operationId(this.sequence, expiry, `c${numbers[5]! % 2}`),
          lowWater: numbers[6]! % 4 === 0 ? Math.max(0, this.sequence - (numbers[7]! % 8)) : 0,
          reads: what === 'write' ? [] : this.someReads(numbers[8]!),
          writes: Array.from({ length: count }, (_, i) => this.someWrite(numbers[9 + i]!)),
        }
      }
    }
  }

  private promise(id: OperationId): PrepareRecord {
    const records = [...this.shard.machine.preparedRecords()]
    return records.find((record) => operationKey(record.id) === operationKey(id))!
  }

  private someReads(number: number): { key: string; timestamp: number; readAt: number }[] {
    if (number % 2 === 0) return []
    const key = KEYS[number % KEYS.length]!
    const readAt = this.shard.now - (number % 5 === 0 ? 2000 : 0)
    return [{ key, timestamp: this.model.head(key, readAt)?.timestamp ?? 0, readAt }]
  }

  private someWrite(number: number): ModelWrite {
    const key = KEYS[number % KEYS.length]!
    const value = String(number)
    switch (number % 7) {
      case 0:
        return { op: 'delete', key }
      case 1:
        return { op: 'increment', key, by: number }
      case 2:
        return { op: 'create', key, value }
      case 3:
      case 4: {
        const versions = this.model.versions.get(key) ?? []
        const seen = versions.at(-1 - (number % 2))?.timestamp ?? 0
        return { op: 'edit', key, value, seen: this.editable(key, seen) }
      }
      default: {
        const lives = number % 11 === 0 ? this.shard.now + SECOND * (number % 30) : 0
        return { op: 'put', key, value: number % 3 === 0 ? `${value}!` : value, expiry: lives }
      }
    }
  }

  /** An edit must have seen a version, and somebody must have read it. */
  private editable(key: string, seen: number): number {
    return this.contexts.has(`${key}/${seen}`) ? seen : -1
  }

  private toCommand(command: ModelCommand): Command {
    switch (command.kind) {
      case 'nothing':
        return { kind: 'raise-ceiling' }
      case 'collect':
        return { kind: 'collect', keyspace: KEYSPACE, point: timestamp(command.point) }
      case 'forget':
        return { kind: 'forget', ids: [command.id] }
      case 'commit':
        return commit(command.id, command.at)
      case 'abort':
        return abort(command.id)
      case 'resolve':
        return resolve(command.id)
      case 'write': {
        const { id, lowWater } = command
        return {
          kind: 'write',
          id,
          lowWater,
          author: 'ada',
          write: this.operation(command.writes[0]!),
        }
      }
      case 'prepare':
      case 'transact': {
        const { id, lowWater } = command
        const reads = command.reads.map((each) => readCheck(each.key, each.timestamp, each.readAt))
        const writes = command.writes.map((each) => this.operation(each))
        if (command.kind === 'prepare') return prepare(id, writes, { reads, lowWater })
        const empty = { ranges: [], compares: [], otherwise: [] }
        return { kind: 'transact', id, lowWater, author: 'ada', reads, then: writes, ...empty }
      }
    }
  }

  private operation(write: ModelWrite): WriteOperation {
    switch (write.op) {
      case 'delete':
        return remove(write.key)
      case 'increment':
        return increment(write.key, write.by)
      case 'create':
        return put(write.key, valueOf(write.value), { ifAbsent: true })
      case 'put':
        return put(write.key, valueOf(write.value), { expiry: timestamp(write.expiry) })
      case 'edit':
        return put(write.key, valueOf(write.value), {
          policy: 'abort',
          context: this.contextOf(write.key, write.seen),
        })
    }
  }

  private contextOf(name: string, seen: number): Uint8Array {
    return this.contexts.get(`${name}/${seen}`) ?? Buffer.from('no context at all')
  }
}

function valueOf(plainText: string): ReturnType<typeof text> {
  return /^-?\d+$/.test(plainText) ? int(Number(plainText)) : text(plainText)
}

function say(reply: CommandReply): string {
  switch (reply.kind) {
    case 'written':
      return `written ${reply.result.timestamp}`
    case 'transacted':
      return `transacted ${reply.timestamp}`
    case 'recorded':
      return `recorded ${reply.at}`
    case 'refused':
      return reply.refusal.code
    case 'participant': {
      const { answer } = reply
      if (answer.kind === 'prepared') return `prepared ${answer.stamp}`
      return answer.kind === 'committed' ? `committed ${answer.at}` : answer.kind
    }
    default:
      return reply.kind
  }
}

describe('a shard of three replicas', () => {
  it('does what the reference model does, whatever is cached, written or restarted', () => {
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 40 }), (turns) => {
        const history = new History()
        for (const each of turns) history.run(each)
        history.finish()
      }),
      { numRuns: 300 },
    )
  })
})
