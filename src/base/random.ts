/**
 * Seeded randomness: the same seed gives the same run. The algorithm is sfc32 (Chris Doty-Humphrey, PractRand), small
 * and fast; it is not for secrets, which come from the operating system at the edge.
 */
export interface Random {
  /** Uniform in [0, 1). */
  float(): number
  /** Uniform integer in [low, high], both included. */
  integer(low: number, high: number): number
}

export class SeededRandom implements Random {
  private a: number
  private b: number
  private c: number
  private counter = 1

  constructor(seed: number) {
    this.a = seed >>> 0
    this.b = Math.floor(seed / 2 ** 32) >>> 0
    this.c = 0x9e3779b9
    for (let i = 0; i < 12; i++) this.next()
  }

  float(): number {
    return this.next() / 2 ** 32
  }

  integer(low: number, high: number): number {
    return low + Math.floor(this.float() * (high - low + 1))
  }

  /** An independent generator, for a part that must not disturb its parent's sequence. */
  fork(): SeededRandom {
    return new SeededRandom(this.next() + (this.next() % 2 ** 21) * 2 ** 32)
  }

  private next(): number {
    const mixed = (this.a + this.b + this.counter++) >>> 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) >>> 0
    this.c = (((this.c << 21) | (this.c >>> 11)) + mixed) >>> 0
    return mixed
  }
}
