/**
 * Keeps this node's cluster state fresh (06, "Liveness and routing"). Founders that hold a placement replica take it from
 * there; every other node watches one that does, and goes to the next when that one falls silent.
 */
import type { Scheduler, Timer } from '../base/clock.ts'
import type { NodeId } from '../base/ids.ts'
import type { MapUpdate, Transport } from '../net/transport.ts'
import { decodeDelta, encodeDelta } from '../placement/delta-codec.ts'
import type { MapDelta } from '../placement/view.ts'
import type { ClusterState } from './cluster-state.ts'
import type { LeaderHint } from './placement-controller.ts'

const REDIAL_MS = 200

export interface MapFeedOptions {
  readonly cluster: ClusterState
  readonly transport: Pick<Transport, 'watchMap'>
  readonly scheduler: Scheduler
  /** Nodes with a placement replica. */
  readonly sources: readonly NodeId[]
  readonly hinted: (hints: readonly LeaderHint[]) => void
}

export class MapFeed {
  private readonly options: MapFeedOptions
  private readonly cancelled = new AbortController()
  private position = 0
  private timer: Timer | undefined

  constructor(options: MapFeedOptions) {
    this.options = options
  }

  start(): void {
    void this.watch()
  }

  close(): void {
    this.cancelled.abort()
    this.timer?.cancel()
  }

  private async watch(): Promise<void> {
    const { transport, sources, cluster, scheduler } = this.options
    const source = sources[this.position++ % sources.length]!
    try {
      const since = cluster.view.version
      await transport.watchMap(source, since, (update) => this.take(update), this.cancelled.signal)
    } catch {
      // The next source may answer.
    }
    if (this.cancelled.signal.aborted) return
    this.timer = scheduler.after(REDIAL_MS, () => void this.watch())
  }

  private take(update: MapUpdate): void {
    const { cluster, hinted } = this.options
    if (update.delta.length > 0) cluster.apply(decodeDelta(update.delta))
    if (update.leaders.length > 0) hinted(update.leaders)
  }
}

/** The other end: pushes changes of this node's cluster state to nodes that watch it. */
export class MapPublisher {
  private readonly cluster: ClusterState
  private readonly leaderHints: () => readonly LeaderHint[]
  private readonly hintListeners = new Set<(hints: readonly LeaderHint[]) => void>()

  constructor(cluster: ClusterState, leaderHints: () => readonly LeaderHint[]) {
    this.cluster = cluster
    this.leaderHints = leaderHints
  }

  hinted(hints: readonly LeaderHint[]): void {
    for (const listener of this.hintListeners) listener(hints)
  }

  watch(
    since: number,
    deltaSince: (version: number) => MapDelta,
    push: (update: MapUpdate) => void,
    cancelled: AbortSignal,
  ): void {
    const send = (delta: MapDelta | undefined, leaders: readonly LeaderHint[]): void => {
      push({
        version: this.cluster.view.version,
        delta: delta === undefined ? NO_DELTA : encodeDelta(delta),
        leaders,
      })
    }
    const { version } = this.cluster.view
    send(version === since ? undefined : deltaSince(since), this.leaderHints())
    const stopMap = this.cluster.onChange((delta) => send(delta, []))
    const onHints = (hints: readonly LeaderHint[]): void => send(undefined, hints)
    this.hintListeners.add(onHints)
    cancelled.addEventListener('abort', () => {
      stopMap()
      this.hintListeners.delete(onHints)
    })
  }
}

const NO_DELTA = Buffer.alloc(0)
