/**
 * What may happen to a request while nodes die, and nothing else may. Every error of a workload goes through here, so that an
 * unexpected one fails the test that it happened in.
 */
import {
  isOutcomeUnknown,
  RingKvError,
  type ErrorCode,
  type RingKvClient,
  type UnresolvedOperation,
} from '../../../src/client/index.ts'
import { eventually } from '../harness/eventually.ts'

/** Errors by which a write is known not to have happened. */
const NOTHING_HAPPENED: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'DEADLINE',
  'NO_QUORUM',
  'RETRY',
  'OVERLOADED',
  'LOCKED',
])
const RESOLVE_TIMEOUT_MS = 40_000

export type Fate = 'happened' | 'did not happen'

/** Counts what became of a workload's operations. */
export class Outcomes {
  /** How often each thing happened; `OK` for an answer. */
  readonly counts = new Map<string, number>()
  readonly unexpected: string[] = []
  /** Longest time that one operation took, milliseconds. */
  slowestMs = 0
  /** One message for each kind of error. */
  private readonly examples = new Map<string, string>()

  count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1)
  }

  /** Runs one write and finds out whether it happened, whatever it takes. */
  async fateOf(kv: RingKvClient, write: () => Promise<unknown>): Promise<Fate> {
    const startedAt = performance.now()
    try {
      await write()
      this.count('OK')
      return 'happened'
    } catch (error) {
      this.note(error)
      if (!isOutcomeUnknown(error)) return 'did not happen'
      return await this.resolve(kv, error.details!)
    } finally {
      this.took(startedAt)
    }
  }

  /** Runs a read; `undefined` if it could not be answered. */
  async read<Result>(read: () => Promise<Result>): Promise<Result | undefined> {
    const startedAt = performance.now()
    try {
      const result = await read()
      this.count('read')
      return result
    } catch (error) {
      this.note(error)
      return undefined
    } finally {
      this.took(startedAt)
    }
  }

  /** Throws if anything happened that must not. */
  check(): void {
    if (this.unexpected.length > 0) throw new Error(this.unexpected.slice(0, 5).join('\n'))
  }

  toString(): string {
    const counts = [...this.counts].map(([what, count]) => `${what} ${count}`)
    const examples = [...this.examples].map(([code, message]) => `\n        ${code}: ${message}`)
    return `${counts.join(', ')}, slowest ${Math.round(this.slowestMs)} ms${examples.join('')}`
  }

  private took(startedAt: number): void {
    this.slowestMs = Math.max(this.slowestMs, performance.now() - startedAt)
  }

  private async resolve(kv: RingKvClient, operation: UnresolvedOperation): Promise<Fate> {
    const { outcome } = await eventually(
      'the outcome of an operation is found out',
      () => kv.resolve(operation),
      RESOLVE_TIMEOUT_MS,
    )
    this.count(`then ${outcome}`)
    return outcome === 'committed' ? 'happened' : 'did not happen'
  }

  private note(error: unknown): void {
    if (error instanceof RingKvError) {
      this.count(error.code)
      this.examples.set(error.code, error.message)
      if (NOTHING_HAPPENED.has(error.code) || isOutcomeUnknown(error)) return
    }
    this.unexpected.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
}
