/** Memory that watchers of one kind on this node may hold together, in bytes as estimated. */
export class WatchBudget {
  private readonly bytesMax: number
  private used = 0

  constructor(bytesMax: number) {
    this.bytesMax = bytesMax
  }

  get usedBytes(): number {
    return this.used
  }

  /** False, and nothing is taken, if there is not so much left. */
  take(bytes: number): boolean {
    if (this.used + bytes > this.bytesMax) return false
    this.used += bytes
    return true
  }

  /** Of bytes that were given back just before, in the same turn. */
  force(bytes: number): void {
    this.used += bytes
  }

  give(bytes: number): void {
    this.used -= bytes
  }
}
