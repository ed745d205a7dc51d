/**
 * The window of appends that a follower has not acknowledged yet, in sending order: a ring of (last index, bytes). Its
 * two limits keep a slow follower from filling memory and network (thesis, section 10.2.1, pipelining).
 */
import { assert } from '../base/assert.ts'

const INITIAL_SLOTS = 8

export interface InflightLimits {
  /** Appends, at least 1; may be Infinity. */
  readonly messages: number
  /** Bytes of entry data; the append that crosses it is still sent. May be Infinity. */
  readonly bytes: number
}

export class Inflights {
  private readonly limits: InflightLimits
  private lastIndexes: number[] = []
  private sizes: number[] = []
  private start = 0
  private used = 0
  private bytes = 0

  constructor(limits: InflightLimits) {
    this.limits = limits
  }

  /** Appends in flight. */
  get count(): number {
    return this.used
  }

  /** No further append may be sent before an acknowledgement. */
  get full(): boolean {
    return this.used >= this.limits.messages || this.bytes >= this.limits.bytes
  }

  /** Notes an append that ends at `lastIndex` and carries `bytes` of data. */
  add(lastIndex: number, bytes: number): void {
    assert(!this.full, 'append sent into a full window')
    if (this.used === this.lastIndexes.length) this.grow()
    const slot = (this.start + this.used) % this.lastIndexes.length
    this.lastIndexes[slot] = lastIndex
    this.sizes[slot] = bytes
    this.used++
    this.bytes += bytes
  }

  /** Frees every append that ends at or before `index`. */
  freeUpTo(index: number): void {
    while (this.used > 0 && this.lastIndexes[this.start]! <= index) {
      this.bytes -= this.sizes[this.start]!
      this.start = (this.start + 1) % this.lastIndexes.length
      this.used--
    }
  }

  clear(): void {
    this.start = 0
    this.used = 0
    this.bytes = 0
  }

  private grow(): void {
    const slots = Math.max(INITIAL_SLOTS, this.lastIndexes.length * 2)
    const lastIndexes = new Array<number>(slots).fill(0)
    const sizes = new Array<number>(slots).fill(0)
    for (let i = 0; i < this.used; i++) {
      const slot = (this.start + i) % this.lastIndexes.length
      lastIndexes[i] = this.lastIndexes[slot]!
      sizes[i] = this.sizes[slot]!
    }
    this.lastIndexes = lastIndexes
    this.sizes = sizes
    this.start = 0
  }
}
