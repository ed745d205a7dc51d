/**
 * Whether the log's disk has stood still for long (11, "Disk-stalled leader keeps heartbeating"). A leader whose disk takes no
 * write can replicate, and even commit through its followers, but it never applies, hence never answers; as long as it sends
 * heartbeats nobody else can.
 *
 * Counted in ticks, so that a process that was stopped itself does not blame its disk.
 */
export class DiskWatch {
  private readonly stalledAfterTicks: number
  private begun = 0
  private done = 0
  private doneBefore = 0
  private ticks = 0

  constructor(stalledAfterTicks: number) {
    this.stalledAfterTicks = stalledAfterTicks
  }

  writeBegun(): void {
    this.begun++
  }

  writeDone(): void {
    this.done++
  }

  /** One tick has passed. */
  tick(): void {
    const stands = this.begun > this.done && this.done === this.doneBefore
    this.ticks = stands ? this.ticks + 1 : 0
    this.doneBefore = this.done
  }

  /** Writes wait, and none has come back for so long. */
  get isStalled(): boolean {
    return this.ticks >= this.stalledAfterTicks
  }

  /** Of the ticks of a stall: true at its begin, and then once every `interval`. */
  isDue(interval: number): boolean {
    return this.isStalled && (this.ticks - this.stalledAfterTicks) % interval === 0
  }
}
