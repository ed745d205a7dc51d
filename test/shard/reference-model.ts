/**
 * The shard's semantics once more, as naively as possible: every version of every key in a list, every outcome kept for
 * ever and asked by rule whether it still counts, locks found by looking through the prepared transactions. It knows
 * plain values only, and of conflicts only that a stale context is one.
 */
import { operationKey, type OperationId } from '../../src/base/ids.ts'

export interface ModelVersion {
  readonly timestamp: number
  readonly value: string | undefined
  readonly expiry: number
}

export type ModelWrite =
  | { readonly op: 'put'; readonly key: string; readonly value: string; readonly expiry: number }
  | { readonly op: 'delete'; readonly key: string }
  | { readonly op: 'increment'; readonly key: string; readonly by: number }
  | { readonly op: 'create'; readonly key: string; readonly value: string }
  /** A put under the policy `abort` that has seen the version `seen`; −1 = its context is nonsense. */
  | { readonly op: 'edit'; readonly key: string; readonly value: string; readonly seen: number }

interface ModelRead {
  readonly key: string
  readonly timestamp: number
  readonly readAt: number
}

export type ModelCommand =
  | {
      readonly kind: 'write' | 'transact' | 'prepare'
      readonly id: OperationId
      readonly lowWater: number
      readonly reads: readonly ModelRead[]
      readonly writes: readonly ModelWrite[]
    }
  | { readonly kind: 'commit'; readonly id: OperationId; readonly at: number }
  | { readonly kind: 'abort' | 'resolve' | 'forget'; readonly id: OperationId }
  | { readonly kind: 'collect'; readonly point: number }
  | { readonly kind: 'nothing' }

interface ModelOutcome {
  readonly id: OperationId
  readonly kind: 'applied' | 'committed' | 'refused'
  readonly code: string
  readonly at: number
  forgotten: boolean
}

interface ModelPrepared {
  readonly id: OperationId
  readonly stamp: number
  readonly reads: readonly string[]
  readonly writes: ReadonlyMap<string, { value: string | undefined; expiry: number }>
}

type Evaluated = { code: string } | { value: string | undefined; expiry: number }

export class ReferenceModel {
  readonly versions = new Map<string, ModelVersion[]>()
  readonly prepared: ModelPrepared[] = []
  readonly locked = new Set<string>()
  gcPoint = 0
  private readonly outcomes: ModelOutcome[] = []
  private readonly marks = new Map<string, { mark: number; expiry: number }>()

  /** What the machine must answer, in one word (with a timestamp where there is one). */
  apply(command: ModelCommand, stamp: number): string {
    switch (command.kind) {
      case 'nothing':
        return 'done'
      case 'collect':
        this.collect(command.point, stamp)
        return 'done'
      case 'forget':
        for (const outcome of this.outcomes) {
          if (same(outcome.id, command.id) && outcome.kind === 'committed') outcome.forgotten = true
        }
        return 'done'
      case 'commit':
        return this.commit(command.id, command.at)
      case 'abort': {
        const held = this.take(command.id)
        if (held !== undefined) return this.refuse(command.id, 'RETRY', 0, 'refused', stamp)
        return this.known(command.id, stamp) ?? this.fence(command.id, stamp)
      }
      case 'resolve':
        return (
          this.vote(command.id) ?? this.known(command.id, stamp) ?? this.fence(command.id, stamp)
        )
      case 'write':
      case 'transact':
      case 'prepare':
        return this.evaluate(command, stamp)
    }
  }

  /** The key's newest version at `at`, as readers see it. */
  head(key: string, at: number): ModelVersion | undefined {
    const version = this.versions.get(key)?.at(-1)
    if (version === undefined) return undefined
    const expired = version.expiry !== 0 && version.expiry <= at
    const diedAt = version.value === undefined ? version.timestamp : version.expiry
    const collected =
      (version.value === undefined || version.expiry !== 0) &&
      Math.max(diedAt, version.timestamp) <= this.gcPoint
    if (collected) return undefined
    return expired ? { ...version, value: undefined } : version
  }

  /** Never up to what a command still writes, or a prepared transaction will. */
  private collect(point: number, stamp: number): void {
    const least = Math.min(stamp, ...this.prepared.map((held) => held.stamp))
    this.gcPoint = Math.max(this.gcPoint, Math.min(point, least - 1))
  }

  private evaluate(
    command: Extract<ModelCommand, { kind: 'write' | 'transact' | 'prepare' }>,
    stamp: number,
  ): string {
    const { kind, id } = command
    const known = this.known(id, stamp, kind !== 'prepare') ?? this.vote(id)
    if (known !== undefined) return known
    if (this.isAnswered(id, stamp)) return kind === 'prepare' ? 'no-vote' : 'ALREADY_ANSWERED'
    if (stamp > id.expiry) return kind === 'prepare' ? 'no-vote' : 'OUTCOME_EXPIRED'
    const refused = (code: string): string => {
      return this.refuse(id, code, command.lowWater, kind === 'prepare' ? 'refused' : code, stamp)
    }
    if (command.reads.some(({ key }) => this.isWritten(key))) return 'locked'
    for (const { key, timestamp, readAt } of command.reads) {
      if (!this.stillHolds(key, timestamp, readAt, stamp)) return refused('RETRY')
    }
    const staged = new Map<string, { value: string | undefined; expiry: number }>()
    let conflict = false
    for (const write of command.writes) {
      if (this.isWritten(write.key) || this.isRead(write.key)) return 'locked'
      const result = this.result(write, staged, stamp)
      if ('code' in result) {
        if (result.code !== 'CONFLICT') return refused(result.code)
        conflict = true
      } else {
        staged.set(write.key, result)
      }
    }
    if (conflict) return refused('CONFLICT')
    if (kind === 'prepare') {
      const reads = command.reads.map(({ key }) => key)
      this.prepared.push({ id, stamp, reads, writes: staged })
      this.seen(id, command.lowWater, stamp)
      return `prepared ${stamp}`
    }
    for (const [key, version] of staged) this.append(key, { timestamp: stamp, ...version })
    this.record(id, 'applied', '', stamp, command.lowWater, stamp)
    return kind === 'write' ? `written ${stamp}` : `transacted ${stamp}`
  }

  private result(
    write: ModelWrite,
    staged: ReadonlyMap<string, { value: string | undefined; expiry: number }>,
    stamp: number,
  ): Evaluated {
    const mine = staged.get(write.key)
    const head = mine ?? this.head(write.key, stamp)
    switch (write.op) {
      case 'put':
        return { value: write.value, expiry: write.expiry }
      case 'delete':
        return { value: undefined, expiry: 0 }
      case 'create':
        return head?.value === undefined ? { value: write.value, expiry: 0 } : { code: 'CONFLICT' }
      case 'increment': {
        const before = head?.value ?? '0'
        if (!/^-?\d+$/.test(before)) return { code: 'TYPE_MISMATCH' }
        const expiry = head?.value === undefined ? 0 : head.expiry
        return { value: String(Number(before) + write.by), expiry }
      }
      case 'edit': {
        // What the transaction itself wrote before, no context has seen.
        const newest = this.head(write.key, stamp)?.timestamp
        const equal = mine === undefined && newest === write.seen
        return equal ? { value: write.value, expiry: 0 } : { code: 'CONFLICT' }
      }
    }
  }

  private stillHolds(key: string, timestamp: number, readAt: number, stamp: number): boolean {
    const head = this.head(key, stamp)
    if (head === undefined) return timestamp === 0 && this.gcPoint <= readAt
    if (head.timestamp !== timestamp) return false
    return !(head.expiry > readAt && head.expiry <= stamp)
  }

  private commit(id: OperationId, at: number): string {
    const held = this.take(id)
    if (held === undefined) return 'done'
    for (const [key, version] of held.writes) this.append(key, { timestamp: at, ...version })
    this.record(id, 'committed', '', at, 0, at)
    return 'done'
  }

  private append(key: string, version: ModelVersion): void {
    const versions = this.versions.get(key) ?? []
    versions.push(version)
    this.versions.set(key, versions)
  }

  private fence(id: OperationId, stamp: number): string {
    if (stamp > id.expiry || this.isAnswered(id, stamp)) return 'gone'
    return this.refuse(id, 'RETRY', 0, 'refused', stamp)
  }

  private refuse(
    id: OperationId,
    code: string,
    lowWater: number,
    say: string,
    stamp: number,
  ): string {
    this.record(id, 'refused', code, 0, lowWater, stamp)
    return say
  }

  private record(
    id: OperationId,
    kind: ModelOutcome['kind'],
    code: string,
    at: number,
    lowWater: number,
    stamp: number,
  ): void {
    this.seen(id, lowWater, stamp)
    this.outcomes.push({ id, kind, code, at, forgotten: false })
  }

  private seen(id: OperationId, lowWater: number, stamp: number): void {
    const before = this.mark(id.client, stamp)
    const expiry = Math.ceil(id.expiry / 10_000_000) * 10_000_000
    const greatest = Math.max(this.marks.get(id.client)?.expiry ?? 0, expiry)
    this.marks.set(id.client, { mark: Math.max(before, lowWater), expiry: greatest })
  }

  /** @param whole whether it is the answer to a write or transaction of this shard alone */
  private known(id: OperationId, stamp: number, whole = false): string | undefined {
    const found = this.outcomes.findLast((outcome) => same(outcome.id, id))
    if (found === undefined) return undefined
    const done = found.kind !== 'committed' || found.forgotten
    if (done && (found.id.expiry < stamp || this.isAnswered(id, stamp))) return undefined
    if (found.kind === 'refused') return whole ? found.code : 'refused'
    return `${whole ? 'recorded' : 'committed'} ${found.at}`
  }

  private vote(id: OperationId): string | undefined {
    const held = this.prepared.find((each) => same(each.id, id))
    return held && `prepared ${held.stamp}`
  }

  private isAnswered(id: OperationId, stamp: number): boolean {
    return id.sequence < this.mark(id.client, stamp)
  }

  private mark(client: string, stamp: number): number {
    const mark = this.marks.get(client)
    return mark === undefined || mark.expiry < stamp ? 0 : mark.mark
  }

  private take(id: OperationId): ModelPrepared | undefined {
    const at = this.prepared.findIndex((each) => same(each.id, id))
    return at < 0 ? undefined : this.prepared.splice(at, 1)[0]
  }

  isWritten(key: string): boolean {
    return this.prepared.some(({ writes }) => writes.has(key))
  }

  private isRead(key: string): boolean {
    return this.prepared.some(({ reads }) => reads.includes(key))
  }
}

function same(a: OperationId, b: OperationId): boolean {
  return operationKey(a) === operationKey(b)
}
