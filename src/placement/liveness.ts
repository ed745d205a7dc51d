/**
 * Which nodes are alive, as the placement leader judges by their heartbeats. Time comes in with every call (monotonic
 * milliseconds); what comes out are the state changes that should be logged, and they come out again until the
 * registry has them, so that a lost proposal is only late.
 *
 * A new leader starts from an empty memory: it counts silence from when it began to track, so after a change of leader a
 * dead node is declared down later, never a live one sooner. Administrative states (`draining`, `removed`) are not
 * judged.
 */
import { assert } from '../base/assert.ts'
import type { NodeId } from '../base/ids.ts'
import type { NodeState } from './nodes.ts'

export interface LivenessOptions {
  /** Silence after which a node is suspect; several heartbeat intervals. */
  readonly suspectAfterMs: number
  /** Silence after which a node is down and its replicas are rebuilt (`node.down-after`). */
  readonly downAfterMs: number
}

const DEFAULT_LIVENESS: LivenessOptions = Object.freeze({
  suspectAfterMs: 5000,
  downAfterMs: 300_000,
})

/** Proposed change of a node's state; `from` makes the command void if the state has changed meanwhile. */
export interface LivenessChange {
  readonly node: NodeId
  readonly from: NodeState
  readonly to: 'up' | 'suspect' | 'down'
}

interface Tracked {
  state: NodeState
  /** When the last heartbeat came; before the first, when tracking began. */
  lastHeardMs: number
  hasHeartbeat: boolean
}

export class Liveness {
  private readonly options: LivenessOptions
  private readonly nodes = new Map<NodeId, Tracked>()

  constructor(options: LivenessOptions = DEFAULT_LIVENESS) {
    assert(
      options.suspectAfterMs > 0 && options.suspectAfterMs < options.downAfterMs,
      `suspect after ${options.suspectAfterMs} ms, down after ${options.downAfterMs} ms`,
    )
    this.options = options
  }

  /** The registry says that `node` has this state. Silence of a node new to us counts from now. */
  track(node: NodeId, state: NodeState, nowMs: number): void {
    if (state === 'removed') {
      this.nodes.delete(node)
      return
    }
    const known = this.nodes.get(node)
    if (known === undefined) {
      this.nodes.set(node, { state, lastHeardMs: nowMs, hasHeartbeat: false })
    } else known.state = state
  }

  /** A heartbeat arrived. One from a node that is not tracked (removed, or not registered yet) counts for nothing. */
  heartbeat(node: NodeId, nowMs: number): void {
    const known = this.nodes.get(node)
    if (known === undefined) return
    known.lastHeardMs = Math.max(known.lastHeardMs, nowMs)
    known.hasHeartbeat = true
  }

  /** How long `node` has been silent; undefined if it is not tracked. */
  silentMs(node: NodeId, nowMs: number): number | undefined {
    const known = this.nodes.get(node)
    return known && Math.max(0, nowMs - known.lastHeardMs)
  }

  /** Changes that the registry should have by now, in order of node id. */
  due(nowMs: number): readonly LivenessChange[] {
    const changes: LivenessChange[] = []
    for (const [node, tracked] of this.nodes) {
      const { state } = tracked
      if (state === 'draining') continue
      const to = this.judge(tracked, nowMs - tracked.lastHeardMs)
      if (to !== state) changes.push({ node, from: state, to })
    }
    return changes.sort((a, b) => a.node - b.node)
  }

  private judge({ state, hasHeartbeat }: Tracked, silentMs: number): LivenessChange['to'] {
    if (silentMs >= this.options.downAfterMs) return 'down'
    const isQuiet = silentMs >= this.options.suspectAfterMs
    if (state === 'up') return isQuiet ? 'suspect' : 'up'
    // A new leader's fresh memory makes nobody less dead: only a heartbeat does.
    if (hasHeartbeat && !isQuiet) return 'up'
    return state === 'down' ? 'down' : 'suspect'
  }
}
