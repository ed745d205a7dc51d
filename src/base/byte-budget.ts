/** Memory that many holders share, in bytes as they estimate them: what each of them is given counts until it is given back. */
export class ByteBudget {
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

  giveBack(bytes: number): void {
    this.used -= bytes
  }
}
