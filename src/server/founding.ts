/**
 * Whether a founder with an empty data directory may make its placement replica (06; 11, "wipe a replica under its old id").
 *
 * It may when the cluster begins. It must not when its disk was lost: the votes and entries that it had acknowledged are
 * gone, and a replica under the old id could elect a leader that lacks what was committed. An empty directory cannot tell
 * the two apart, but the others can: the registration of this node's former directory was committed, so at least one of
 * the other founders has it in its log. Hence *all* of them are asked, and each answers only when everything in its log is
 * applied. (A disk that is lost in the first second of a cluster, before the node was registered, is not noticed.)
 *
 * So a cluster begins when all founders have been reached. It did before: shards are only made when all are registered.
 */
import type { Scheduler, Timer } from '../base/clock.ts'
import type { NodeId } from '../base/ids.ts'
import type { HeartbeatAnswer } from '../net/transport.ts'

const ASK_AGAIN_MS = 100
/** How often a founder that waits says for whom. */
const REMIND_MS = 10_000

export interface FoundingOptions {
  /** The other founders. */
  readonly others: readonly NodeId[]
  /** Of this node's data directory. */
  readonly identity: string
  readonly scheduler: Scheduler
  /** Tells a founder who this node is. */
  readonly ask: (founder: NodeId) => Promise<HeartbeatAnswer>
  /** Nobody knows this node under another directory. Called once. */
  readonly free: () => void
  /** The cluster knows this node under another directory. Called once. */
  readonly foreign: () => void
  readonly waitingFor: (founders: readonly NodeId[]) => void
}

export class Founding {
  private readonly options: FoundingOptions
  private readonly unheard: Set<NodeId>
  private readonly timers = new Set<Timer>()
  private over = false

  constructor(options: FoundingOptions) {
    this.options = options
    this.unheard = new Set(options.others)
  }

  start(): void {
    const { scheduler, waitingFor } = this.options
    this.timers.add(scheduler.every(REMIND_MS, () => waitingFor([...this.unheard])))
    for (const founder of this.unheard) void this.ask(founder)
    this.finishIfFree()
  }

  close(): void {
    this.over = true
    for (const timer of this.timers) timer.cancel()
    this.timers.clear()
  }

  private async ask(founder: NodeId): Promise<void> {
    const { identity } = this.options
    try {
      const answer = await this.options.ask(founder)
      if (this.isOver()) return
      if (answer.identity !== '' && answer.identity !== identity) {
        this.close()
        this.options.foreign()
        return
      }
      if (answer.certain) this.unheard.delete(founder)
    } catch {
      // It is not up yet.
    }
    if (this.isOver()) return
    if (this.unheard.has(founder)) this.askAgain(founder)
    else this.finishIfFree()
  }

  private askAgain(founder: NodeId): void {
    const timer = this.options.scheduler.after(ASK_AGAIN_MS, () => {
      this.timers.delete(timer)
      void this.ask(founder)
    })
    this.timers.add(timer)
  }

  private finishIfFree(): void {
    if (this.over || this.unheard.size > 0) return
    this.close()
    this.options.free()
  }

  /** A call, as it changes while an answer is awaited. */
  private isOver(): boolean {
    return this.over
  }
}
