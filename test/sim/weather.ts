/**
 * How networks and disks behave at each moment: a calm default, and conditions that faults add for a while.
 */
import type { NodeId } from '../../src/base/ids.ts'
import type { SeededRandom } from '../../src/base/random.ts'
import type { DiskOperation } from '../../src/storage/memory-files.ts'
import {
  linkBetween,
  type Packet,
  type RigNetwork,
  type Treatment,
} from '../server/rig/rig-network.ts'
import type { RigNode } from '../server/rig/rig-node.ts'
import { exponential } from './faults.ts'

/** Something that is so for a while. Rates are probabilities per packet. */
export interface NetworkCondition {
  readonly touches: (packet: Packet) => boolean
  readonly delayMeanMs?: number
  readonly lossRate?: number
  readonly duplicateRate?: number
  readonly overtakeRate?: number
}

const CALM: Treatment = { lost: false, copyAfterMs: undefined, overtakes: false }

export class NetworkWeather {
  readonly conditions = new Set<NetworkCondition>()
  private readonly random: SeededRandom
  private readonly network: RigNetwork
  private readonly baseMs: number
  private readonly jitterMs: number
  /** How many faults cut each link. */
  private readonly cuts = new Map<number, number>()

  constructor(random: SeededRandom, network: RigNetwork) {
    this.random = random
    this.network = network
    this.baseMs = 0.05 + 0.4 * random.float()
    this.jitterMs = random.float() < 0.2 ? 5 : 0.3
    network.latencyMs = (packet) => this.latencyMs(packet)
    network.behaviour = (packet) => this.treatment(packet)
  }

  cut(from: NodeId, to: NodeId): void {
    const link = linkBetween(from, to)
    this.cuts.set(link, (this.cuts.get(link) ?? 0) + 1)
    this.network.cut(from, to)
  }

  mend(from: NodeId, to: NodeId): void {
    const link = linkBetween(from, to)
    const left = (this.cuts.get(link) ?? 0) - 1
    this.cuts.set(link, Math.max(0, left))
    if (left <= 0) this.network.mend(from, to)
  }

  private latencyMs(packet: Packet): number {
    let delayMs = this.baseMs + exponential(this.random, this.jitterMs)
    for (const { touches, delayMeanMs } of this.conditions) {
      if (delayMeanMs !== undefined && touches(packet)) {
        delayMs += exponential(this.random, delayMeanMs)
      }
    }
    return delayMs
  }

  private treatment(packet: Packet): Treatment {
    if (this.conditions.size === 0) return CALM
    const { random } = this
    let lost = false
    let copyAfterMs: number | undefined
    let overtakes = false
    for (const condition of this.conditions) {
      if (!condition.touches(packet)) continue
      if (condition.lossRate !== undefined) lost ||= random.float() < condition.lossRate
      if (condition.duplicateRate !== undefined && random.float() < condition.duplicateRate) {
        copyAfterMs = exponential(random, random.float() < 0.2 ? 1_000 : 20)
      }
      // A session is one stream: nothing overtakes inside it.
      if (condition.overtakeRate !== undefined && packet.kind !== 'session') {
        overtakes ||= random.float() < condition.overtakeRate
      }
    }
    return { lost, copyAfterMs, overtakes }
  }
}

/** The disk and the engine of one node. */
export class DiskWeather {
  /** Mean extra milliseconds of each operation, for each fault that slows it. */
  readonly slow = new Set<{ readonly meanMs: number }>()
  /** Nothing is answered before. */
  stalledUntilMs = 0
  /** The next operation of this sort fails. */
  failNext: DiskOperation | 'engine' | undefined
  /** Called at the so-manieth operation from now. */
  private trap: { left: number; of: 'disk' | 'engine'; run: () => void } | undefined
  private readonly random: SeededRandom
  private readonly nowMs: () => number

  constructor(random: SeededRandom, node: RigNode, nowMs: () => number, note: Note) {
    this.random = random
    this.nowMs = nowMs
    node.diskLatencyMs = () => this.latencyMs(0.15)
    node.engineLatencyMs = () => this.latencyMs(0.2)
    node.diskFault = (operation) => {
      note('disk', node.id, OPERATION_NUMBERS[operation])
      return this.begins('disk', operation) ? 'EIO' : undefined
    }
    node.engineTap = () => undefined
    node.engineFault = (operation) => {
      note('engine', node.id, operation.length)
      return this.begins('engine', 'engine') ? 'injected' : undefined
    }
  }

  setTrap(left: number, of: 'disk' | 'engine', run: () => void): void {
    this.trap = { left, of, run }
  }

  /** Everything is well again. */
  calm(): void {
    this.slow.clear()
    this.stalledUntilMs = 0
    this.failNext = undefined
    this.trap = undefined
  }

  /** Whether it is to fail. */
  private begins(of: 'disk' | 'engine', operation: DiskOperation | 'engine'): boolean {
    const { trap } = this
    if (trap?.of === of && --trap.left <= 0) {
      this.trap = undefined
      trap.run()
      return false
    }
    if (this.failNext !== operation) return false
    this.failNext = undefined
    return true
  }

  private latencyMs(meanMs: number): number {
    let delayMs = 0.03 + exponential(this.random, meanMs)
    for (const slow of this.slow) delayMs += exponential(this.random, slow.meanMs)
    return Math.max(delayMs, this.stalledUntilMs - this.nowMs())
  }
}

type Note = (name: string, first: number, second: number) => void

const OPERATION_NUMBERS: Readonly<Record<DiskOperation, number>> = {
  open: 1,
  write: 2,
  read: 3,
  fill: 4,
  sync: 5,
  rename: 6,
  unlink: 7,
  'sync-directory': 8,
  metadata: 9,
}
