/** Writers that run beside the faults until they are told to stop, and then prove that nothing went missing. */
import type { RingKvClient } from '../../../src/client/index.ts'
import { Outcomes } from './outcomes.ts'

/** Lets other work happen between two operations of one writer; the machine may have few cores. */
const PACE_MS = 20

export abstract class Workload {
  readonly outcomes = new Outcomes()
  protected readonly kv: RingKvClient
  private running = true
  private readonly writers: Promise<void>[] = []

  constructor(kv: RingKvClient) {
    this.kv = kv
  }

  /** Runs `step` over and over, until `stop`. An error of a step ends the writer and comes out of `stop`. */
  protected spawn(step: () => Promise<void>): void {
    const writer = (async () => {
      while (this.running) {
        await step()
        await new Promise((wake) => setTimeout(wake, PACE_MS))
      }
    })()
    writer.catch(() => undefined)
    this.writers.push(writer)
  }

  /** Ends all writers, each after the operation that it is in. */
  async stop(): Promise<void> {
    this.running = false
    await Promise.all(this.writers)
  }

  /** Throws unless the store holds exactly what it answered. */
  abstract check(kv: RingKvClient): Promise<void>
}
