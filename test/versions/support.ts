/** Shared by the tests of versions: generators, and one key's life as a shard would lead it. */
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { ByteReader, ByteWriter } from '../../src/base/bytes.ts'
import { keyOfText, keyspaceId, timestamp, type Timestamp } from '../../src/base/ids.ts'
import { decodeContext, encodeContext } from '../../src/versions/context.ts'
import {
  evaluateWrite,
  type Evaluation,
  type IncomingWrite,
  type WriteInput,
} from '../../src/versions/evaluate.ts'
import type { Scalar, Value } from '../../src/versions/value.ts'
import { INT_MAX, INT_MIN } from '../../src/versions/value.ts'
import { StoreEvent } from '../../src/versions/store-event.ts'
import { readVersion, writeVersion } from '../../src/versions/version-codec.ts'
import type { Context, Policy, VectorClock, Version } from '../../src/versions/version.ts'

/** Runs a property with a fixed seed, so that a run of the tests is one run; fast-check prints it with a failure. */
export function holds<Input>(property: fc.IProperty<Input>, numRuns = 500): void {
  fc.assert(property, { seed: 20_260_704, numRuns })
}

/** Compares what clocks and dots say, in whichever form they are kept. */
export function assertSame(actual: unknown, expected: unknown): void {
  assert.deepEqual(spelledOut(actual), spelledOut(expected))
}

function spelledOut(value: unknown, name = 'clock'): unknown {
  if (value instanceof StoreEvent) {
    const { actor, counter, actors, counters, dropped } = value
    return name === 'dot' ? { actor, counter } : { actors, counters, dropped }
  }
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  if (Array.isArray(value)) return value.map((each) => spelledOut(each))
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, spelledOut(each, key)]),
  )
}

export const INCARNATION = 'f00d'
export const KEYSPACE = keyspaceId(1)
export const KEY = keyOfText('user:1')

export const int = (value: bigint | number): Value => ({ type: 'int', value: BigInt(value) })
export const text = (value: string): Value => ({ type: 'string', value })
export const binary = (...value: number[]): Value => ({ type: 'bytes', value: Buffer.from(value) })
export const list = (...elements: (string | number)[]): Value => ({
  type: 'list',
  value: elements.map((one) =>
    typeof one === 'string' ? { type: 'string', value: one } : { type: 'int', value: BigInt(one) },
  ),
})

export function clockOf(counters: Record<string, number>, dropped = 0): VectorClock {
  const entries = Object.entries(counters).sort(([a], [b]) => (a < b ? -1 : 1))
  return { actors: entries.map(([a]) => a), counters: entries.map(([, c]) => c), dropped }
}

const arbitraryScalar: fc.Arbitrary<Scalar> = fc.oneof(
  fc.bigInt({ min: INT_MIN, max: INT_MAX }).map((value): Scalar => ({ type: 'int', value })),
  fc.string({ unit: 'binary' }).map((value): Scalar => ({ type: 'string', value })),
  fc.string().map((value): Scalar => ({ type: 'string', value })),
  fc.uint8Array().map((value): Scalar => ({ type: 'bytes', value: Buffer.from(value) })),
)

export const arbitraryValue: fc.Arbitrary<Value> = fc.oneof(
  arbitraryScalar,
  fc.array(arbitraryScalar).map((value): Value => ({ type: 'list', value })),
)

export const arbitraryTimestamp = fc.integer({ min: 1, max: 2 ** 51 }).map(timestamp)

/** Clocks of up to five actors, the store of `INCARNATION` often among them. */
export const arbitraryClock: fc.Arbitrary<VectorClock> = fc
  .record({
    dropped: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1000 })),
    entries: fc.uniqueArray(
      fc.tuple(
        fc.oneof(fc.constant(`@${INCARNATION}`), fc.string({ minLength: 1, maxLength: 8 })),
        fc.integer({ min: 1, max: 2 ** 50 }),
      ),
      { selector: ([actor]) => actor, maxLength: 5 },
    ),
  })
  .map(({ dropped, entries }) => {
    const counters: Record<string, number> = Object.create(null) as Record<string, number>
    for (const [actor, counter] of entries) counters[actor] = dropped + counter
    return clockOf(counters, dropped)
  })

export interface KeyOptions {
  readonly policy?: Policy
  readonly clockActors?: number
  readonly valueByteLimit?: number
}

type WritePart = Partial<IncomingWrite> & { readonly policy?: Policy }

/**
 * One key on one shard: evaluates writes as apply would, with history at hand, and keeps what they leave behind. Every
 * version and context goes through its bytes on the way.
 */
export class KeyLife {
  head: Version | undefined
  readonly history: Version[] = []
  now = 1000
  gcPoint = 0
  /** Timestamps of bases that evaluation asked for. */
  readonly fetched: number[] = []
  private readonly options: KeyOptions

  constructor(options: KeyOptions = {}) {
    this.options = options
  }

  /** What a reader of the newest version takes away; `none` if there is no version. */
  context(): Context | 'none' {
    return this.head === undefined ? 'none' : contextOf(this.head)
  }

  /** Evaluates without keeping anything. */
  evaluate(part: WritePart, stamp = this.now + 1): Evaluation {
    const input = this.input(part, stamp)
    const first = evaluateWrite(input)
    if (first.kind !== 'need-base') return first
    this.fetched.push(first.timestamp)
    const second = evaluateWrite({ ...input, base: this.baseAt(first.timestamp) })
    assert.notEqual(second.kind, 'need-base', 'asked twice for a base')
    return second
  }

  /** Evaluates at the next moment and keeps the result. */
  write(part: WritePart): Evaluation {
    this.now += 10
    const evaluation = this.evaluate(part, this.now)
    if (evaluation.kind === 'write') this.keep(evaluation.version)
    return evaluation
  }

  /** `write`, which must succeed. */
  written(part: WritePart): Extract<Evaluation, { kind: 'write' }> {
    const evaluation = this.write(part)
    assert.equal(evaluation.kind, 'write', JSON.stringify(evaluation, printable))
    return evaluation
  }

  /** Makes everything superseded or deleted by now unavailable. */
  collect(): void {
    this.gcPoint = this.now
    this.history.length = 0
    if (this.head?.value === undefined) this.head = undefined
  }

  keep(version: Version): void {
    if (this.head !== undefined) this.history.push(this.head)
    this.head = throughBytes(version)
  }

  private input(part: WritePart, stamp: number): WriteInput {
    const incoming: IncomingWrite = {
      value: undefined,
      expiry: timestamp(0),
      context: 'none',
      ownDots: [],
      actor: '',
      ifAbsent: false,
      author: part.actor ?? '',
      ...part,
    }
    return {
      current: this.head,
      incoming,
      policy: part.policy ?? this.options.policy ?? 'auto',
      stamp: timestamp(stamp),
      incarnation: INCARNATION,
      clockActors: this.options.clockActors ?? 64,
      clockMaxAheadMicros: 500,
      valueByteLimit: this.options.valueByteLimit ?? 1 << 20,
      gcPoint: timestamp(this.gcPoint),
      base: 'unfetched',
    }
  }

  private baseAt(at: Timestamp): Version | 'gone' {
    return this.history.find((version) => version.timestamp === at) ?? 'gone'
  }
}

/** The context of `version`, through its bytes. */
export function contextOf(version: Version): Context {
  const { clock } = version
  const context: Context = { incarnation: INCARNATION, timestamp: version.timestamp, clock }
  const decoded = decodeContext(KEYSPACE, KEY, encodeContext(KEYSPACE, KEY, context))
  assertSame(decoded, context)
  return decoded!
}

export function throughBytes(version: Version): Version {
  const writer = new ByteWriter()
  writeVersion(writer, version, INCARNATION)
  const reader = new ByteReader(writer.finish())
  const decoded = readVersion(reader, INCARNATION)
  reader.expectEnd()
  assertSame(decoded, version)
  return decoded
}

/** The explanation of a refused write. */
export function explanationOf(evaluation: Evaluation) {
  assert.equal(evaluation.kind, 'conflict', JSON.stringify(evaluation, printable))
  return evaluation.explanation
}

/** For `JSON.stringify`: bigints as text. */
export function printable(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value
}
