/**
 * Whose wall clock is wrong, as the placement leader judges (05, "Timestamps": a leader whose clock is further than
 * `clock.max-ahead` from the median of its peers stops stamping and transfers away). Each node measures with its
 * heartbeats how far it is ahead of the placement leader; all of them, and the leader itself at 0, have a median, and who is
 * too far from that several times in a row is named to all nodes. Nothing of this is needed for correctness: it keeps one bad
 * clock from dragging all timestamps along, and expiry from being judged by it.
 *
 * Fewer than three clocks prove nothing, so then nobody is named. Old measurements do not count.
 */
import type { NodeId } from '../base/ids.ts'

/** Measurements in a row that must agree, for a clock to be called wrong, and right again. */
const AGREEING = 3
const FRESH_MS = 10_000
const CLOCKS_MIN = 3

interface Measured {
  offsetMs: number
  atMs: number
  /** Rises with each measurement beyond the bound, falls with each within it; from 0 to `AGREEING`. */
  beyond: number
  skewed: boolean
}

export class ClockOffsets {
  private readonly nodes = new Map<NodeId, Measured>()

  /** A node is `offsetMs` ahead of the placement leader. */
  report(node: NodeId, offsetMs: number, boundMs: number, nowMs: number): void {
    const known = this.nodes.get(node)
    const measured = known ?? { offsetMs, atMs: nowMs, beyond: 0, skewed: false }
    measured.offsetMs = offsetMs
    measured.atMs = nowMs
    this.nodes.set(node, measured)
    const fresh = this.fresh(nowMs)
    const median = medianOf(fresh)
    const isBeyond = fresh.length >= CLOCKS_MIN && Math.abs(offsetMs - median) > boundMs
    measured.beyond = Math.min(Math.max(measured.beyond + (isBeyond ? 1 : -1), 0), AGREEING)
    if (measured.beyond === AGREEING) measured.skewed = true
    if (measured.beyond === 0) measured.skewed = false
  }

  /** Nodes whose clocks are wrong. */
  skewed(nowMs: number): NodeId[] {
    const found: NodeId[] = []
    for (const [node, { skewed, atMs }] of this.nodes) {
      if (skewed && nowMs - atMs <= FRESH_MS) found.push(node)
    }
    return found
  }

  private fresh(nowMs: number): number[] {
    const offsets: number[] = []
    for (const { offsetMs, atMs } of this.nodes.values()) {
      if (nowMs - atMs <= FRESH_MS) offsets.push(offsetMs)
    }
    return offsets
  }
}

/** The middle one; of two middle ones the one nearer to 0, as there is no other reason to prefer either. */
function medianOf(values: number[]): number {
  values.sort((a, b) => a - b)
  const upper = values[values.length >> 1] ?? 0
  const lower = values[(values.length - 1) >> 1] ?? 0
  return Math.abs(lower) <= Math.abs(upper) ? lower : upper
}
