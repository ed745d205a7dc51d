/** Spreads bytes over time, so that bulk leaves room for everything else on disk and network. */
import type { Clock, Scheduler } from '../base/clock.ts'

export class ByteRate {
  private readonly clock: Clock
  private readonly scheduler: Scheduler
  private readonly bytesPerSecond: number
  /** When everything that was let go so far is paid for. */
  private paidAtMs = 0

  /** `bytesPerSecond` 0 = no limit. */
  constructor(clock: Clock, scheduler: Scheduler, bytesPerSecond: number) {
    this.clock = clock
    this.scheduler = scheduler
    this.bytesPerSecond = bytesPerSecond
  }

  /** Resolves when these bytes may go: when those before them are paid for. */
  async take(bytes: number): Promise<void> {
    if (this.bytesPerSecond === 0) return
    const now = this.clock.monotonicMs()
    const startMs = Math.max(now, this.paidAtMs)
    this.paidAtMs = startMs + (bytes / this.bytesPerSecond) * 1000
    if (startMs === now) return
    await new Promise<void>((resolve) => void this.scheduler.after(startMs - now, resolve))
  }
}
