/**
 * Which other nodes live, as this node hears them (02, "Hibernation"). A sleeping shard hears nothing of its leader: it trusts
 * that the leader's process lives, which is watched here once for all shards.
 *
 * Silence is counted in this node's own ticks, not in time: a node that was stopped itself must not take all others for dead when
 * it goes on. A new boot id is death, too, however short the silence was.
 */
import type { NodeId } from '../base/ids.ts'

interface Peer {
  bootId: string
  /** Ticks since anything was heard. */
  silentTicks: number
  alive: boolean
}

const NOBODY: readonly NodeId[] = []

export class PeerLiveness {
  private readonly peers = new Map<NodeId, Peer>()
  private readonly deadAfterTicks: number

  /** A peer that has been heard once is dead after so many silent ticks. */
  constructor(deadAfterTicks: number) {
    this.deadAfterTicks = deadAfterTicks
  }

  /** Something came from this process of the peer. Returns whether an earlier one was heard before: that one is dead. */
  beat(peer: NodeId, bootId: string): boolean {
    const known = this.peers.get(peer)
    if (known === undefined) {
      this.peers.set(peer, { bootId, silentTicks: 0, alive: true })
      return false
    }
    known.silentTicks = 0
    known.alive = true
    const restarted = known.bootId !== bootId
    known.bootId = bootId
    return restarted
  }

  /** Something came that names no boot id. */
  heard(peer: NodeId): void {
    const known = this.peers.get(peer)
    if (known === undefined) return
    known.silentTicks = 0
    known.alive = true
  }

  /** Whether it has been heard, lately enough. */
  isAlive(peer: NodeId): boolean {
    return this.peers.get(peer)?.alive ?? false
  }

  /** One tick has passed. Returns who is dead from now on. */
  tick(): readonly NodeId[] {
    let dead: NodeId[] | undefined
    for (const [node, peer] of this.peers) {
      if (++peer.silentTicks < this.deadAfterTicks || !peer.alive) continue
      peer.alive = false
      dead ??= []
      dead.push(node)
    }
    return dead ?? NOBODY
  }
}
