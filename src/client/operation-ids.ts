/**
 * Mints operation ids and remembers which outcomes are still out (05, "One identity for every write"). The low-water mark
 * is the least sequence whose outcome this client has not seen: servers drop what they recorded for everything below, so
 * a sequence is settled only when its answer was handed on, or can never matter again (its id has expired).
 */
import { assert } from '../base/assert.ts'
import { timestamp, type OperationId } from '../base/ids.ts'
import type { ClusterClock } from './cluster-clock.ts'

/** How long an id can take effect by default, and at most (05). */
const EXPIRY_MICROS = 60_000_000
const EXPIRY_MICROS_MAX = 600_000_000
/** An id outlives its call's deadline by this much, so that its outcome can still be asked for. */
const RESOLVE_MICROS = 30_000_000
const INITIAL_WINDOW = 1024

/** Longest `timeoutMs` of a write: beyond it the id would have to outlive its limit. */
export const WRITE_TIMEOUT_MS_MAX = (EXPIRY_MICROS_MAX - RESOLVE_MICROS) / 1000

export class OperationIds {
  /** 32 hexadecimal digits. */
  readonly client: string
  readonly clientBytes: Uint8Array
  private readonly clock: ClusterClock
  private next = 1
  private low = 1
  /** One flag per sequence in [low, next), at `sequence & (length − 1)`. */
  private settledFlags = new Uint8Array(INITIAL_WINDOW)
  /** Ids whose outcome stayed unknown, in the order given up; settled when they expire. */
  private readonly doubtful: OperationId[] = []

  constructor(clientBytes: Uint8Array, clock: ClusterClock) {
    assert(clientBytes.length === 16, `a client id has 16 bytes, not ${clientBytes.length}`)
    this.clientBytes = clientBytes
    this.client = Buffer.from(clientBytes).toString('hex')
    this.clock = clock
  }

  /** Least sequence whose outcome is still out. */
  get lowWater(): number {
    if (this.doubtful.length > 0) this.dropExpired()
    return this.low
  }

  /** The next sequence; open until settled. */
  nextSequence(): number {
    const sequence = this.next++
    if (this.next - this.low > this.settledFlags.length) this.grow()
    return sequence
  }

  /** Expiry of an id minted now for a call that waits `timeoutMs`. */
  expiry(timeoutMs: number): number {
    assert(this.clock.known, 'an id was minted before any node told the time')
    const life = Math.max(EXPIRY_MICROS, timeoutMs * 1000 + RESOLVE_MICROS)
    return this.clock.now() + Math.min(Math.floor(life), EXPIRY_MICROS_MAX)
  }

  /** The outcome of `sequence` was seen. Safe to call twice. */
  settle(sequence: number): void {
    if (sequence < this.low) return
    const mask = this.settledFlags.length - 1
    this.settledFlags[sequence & mask] = 1
    while (this.low < this.next && this.settledFlags[this.low & mask] === 1) {
      this.settledFlags[this.low & mask] = 0
      this.low++
    }
  }

  /** The outcome stayed unknown: the id counts as open until it is settled (by resolving it) or expires. */
  giveUp(id: OperationId): void {
    this.doubtful.push(id)
  }

  operationId(sequence: number, expiry: number): OperationId {
    return { client: this.client, sequence, expiry: timestamp(expiry) }
  }

  private dropExpired(): void {
    const now = this.clock.now()
    while (this.doubtful.length > 0 && this.doubtful[0]!.expiry < now) {
      this.settle(this.doubtful.shift()!.sequence)
    }
  }

  private grow(): void {
    const old = this.settledFlags
    const grown = new Uint8Array(old.length * 2)
    for (let sequence = this.low; sequence < this.low + old.length; sequence++) {
      grown[sequence & (grown.length - 1)] = old[sequence & (old.length - 1)]!
    }
    this.settledFlags = grown
  }
}
