/**
 * Bounds what all clients of a node have asked for and not been answered, together: each session has a bound of its own, but how many
 * sessions there are nobody knows.
 */

/** Estimated bytes of a request in the node, besides those of its message. */
const REQUEST_BYTES = 2048

export class RequestBudget {
  private readonly limitBytes: number
  private used = 0

  constructor(limitBytes: number) {
    this.limitBytes = limitBytes
  }

  get usedBytes(): number {
    return this.used
  }

  /** Whether a request whose message has `size` bytes may come in; if so it counts until it is given back. */
  take(size: number): boolean {
    const bytes = REQUEST_BYTES + size
    if (this.used + bytes > this.limitBytes) return false
    this.used += bytes
    return true
  }

  /** The request was answered, or nobody will. */
  giveBack(size: number): void {
    this.used -= REQUEST_BYTES + size
  }
}
