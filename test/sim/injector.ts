/**
 * Makes faults happen, and ends them. It also brings nodes back: whoever dies here, planned or not, is started again after a
 * while, unless its disk is lost.
 *
 * To add an operation that the system learns (split, move, drain, backup): a kind in faults.ts, a case in `strike`.
 */
import { unreachable } from '../../src/base/assert.ts'
import { FatalError, type FatalKind } from '../../src/base/errors.ts'
import { nodeId, type NodeId, type ShardId } from '../../src/base/ids.ts'
import type { SeededRandom } from '../../src/base/random.ts'
import type { Packet } from '../server/rig/rig-network.ts'
import type { RigCluster } from '../server/rig/rig-cluster.ts'
import type { RigNode } from '../server/rig/rig-node.ts'
import type { Fault, FaultKind, Link, Victim } from './faults.ts'
import type { Trace } from './trace.ts'
import { DiskWeather, type NetworkCondition, type NetworkWeather } from './weather.ts'
import type { ClientFactory } from './world.ts'

interface InjectorOptions {
  readonly cluster: RigCluster
  readonly clients: ClientFactory
  /** Those that there are now. */
  readonly shards: () => readonly ShardId[]
  readonly weather: NetworkWeather
  readonly random: SeededRandom
  readonly trace: Trace
  /** Something happened that no fault explains. */
  readonly violation: (error: unknown) => void
}

/** How a node ends whose disk fails. */
const DISK_ERRORS = [
  'log-write-failed',
  'log-corrupt',
  'engine-failed',
  'data-directory-unusable',
] as const
/** A node that died by an injected failure of its environment is started again after this. */
const REVIVE_MS = 1_000
/** Some election timeouts, and some peace. */
const DEPOSE_FOR_MS = 1_500
const DEPOSE_EVERY_MS = 2_500
/** Longer, and followers whose disks stand still are no part of what happens any more. */
const BLACKOUT_AFTER_MS = 400
const SLOW_AFTER_BLACKOUT_MS = 3_000
/** Beyond this nothing is split any more: each shard costs its share of every run. */
const SHARDS_MAX = 32
const SPLIT_TIMEOUT_MS = 30_000
const LOG_DIRECTORY = '/data/raft'

interface NodeCare {
  readonly node: RigNode
  readonly disk: DiskWeather
  /** Failures of the environment that faults explain. */
  readonly explained: Set<FatalKind>
  /** Its disk is lost: it stays away. */
  lost: boolean
  /** Some byte of its log is wrong. */
  rotten: boolean
  /** A start or an orderly stop is under way. */
  busy: boolean
  reviveMs: number
}

export class Injector {
  readonly counts = new Map<FaultKind, number>()
  /** By how much a wall clock was ahead of the true time, at most. */
  mostAheadMs = 0
  private readonly options: InjectorOptions
  private readonly nodes: readonly NodeCare[]
  private noticeMs = 1
  private readonly ends = new Set<() => void>()

  constructor(options: InjectorOptions) {
    this.options = options
    const { cluster, random, trace } = options
    this.nodes = cluster.all.map((node) => {
      const disk = new DiskWeather(
        random.fork(),
        node,
        () => cluster.time.nowMs,
        (name, first, second) => trace.note(name, first, second),
      )
      node.died = (error) => this.died(node.id, error)
      return {
        node,
        disk,
        explained: new Set(),
        lost: false,
        rotten: false,
        busy: false,
        reviveMs: REVIVE_MS,
      }
    })
    cluster.network.noticeMs = () => this.noticeMs
  }

  /** Nodes that will never be back. */
  isLost(node: NodeId): boolean {
    return this.care(node).lost
  }

  /** Every node that is not lost runs. */
  get allUp(): boolean {
    return this.nodes.every(({ node, lost, busy }) => lost || (node.isUp && !busy))
  }

  /** The fault happens now. */
  strike(fault: Fault): void {
    const { trace } = this.options
    trace.note('fault', 0, 0, 0, JSON.stringify(fault))
    this.counts.set(fault.kind, (this.counts.get(fault.kind) ?? 0) + 1)
    switch (fault.kind) {
      case 'delay':
        this.condition(fault, { delayMeanMs: fault.meanMs, touches: this.touching(fault.victim) })
        break
      case 'loss':
        this.condition(fault, { lossRate: fault.rate, touches: this.touching(fault.victim) })
        break
      case 'duplicate':
        this.condition(fault, { duplicateRate: fault.rate, touches: EVERYTHING })
        break
      case 'reorder':
        this.condition(fault, { overtakeRate: fault.rate, touches: EVERYTHING })
        break
      case 'isolate':
      case 'depose':
      case 'one-way':
      case 'partial':
      case 'flap':
      case 'swizzle':
        this.cutSomething(fault)
        break
      case 'disk-slow':
      case 'disk-stall':
      case 'disk-error':
      case 'disk-full':
      case 'bit-rot':
        this.hurtDisk(fault, this.careOf(fault.victim))
        break
      case 'crash':
        this.crash(fault)
        break
      case 'crash-all':
        this.nodes.forEach(({ node }, i) => this.kill(node.id, fault.downMs[i] ?? 1, 1))
        break
      case 'blackout':
        this.blackout(fault)
        break
      case 'restart':
        void this.restart(this.careOf(fault.victim))
        break
      case 'rolling-restart':
        void this.rollingRestart()
        break
      case 'pause':
        this.pause(fault, this.careOf(fault.victim).node)
        break
      case 'clock-jump':
        this.moveWallClock(this.careOf(fault.victim).node, Math.round(fault.byMs * 1000))
        break
      case 'clock-drift': {
        const { node } = this.careOf(fault.victim)
        node.time.rate = fault.rate
        this.later(fault.forMs, () => (node.time.rate = 1))
        break
      }
      case 'wipe':
        this.wipe(this.careOf(fault.victim))
        break
      case 'client-crash':
        this.options.clients.crash(fault.client, fault.noticeMs)
        break
      case 'reset':
        this.options.clients.reset(this.careOf(fault.victim).node.id)
        break
      case 'transfer':
        this.transfer(this.shardOf(fault.of), fault.to)
        break
      case 'split':
        this.split(fault)
        break
      default:
        unreachable(fault)
    }
  }

  /** All faults end now; whoever is down and not lost comes back. */
  healAll(): void {
    // An end may begin something that has an end of its own.
    while (this.ends.size > 0) for (const end of [...this.ends]) end()
    this.noticeMs = 1
    for (const care of this.nodes) {
      care.disk.calm()
      care.node.capacityBytes = Infinity
      care.node.time.rate = 1
      care.node.time.wallOffsetMicros = 0
      this.revive(care, 1)
    }
  }

  /** Starts a node, now. */
  start(id: NodeId): void {
    const care = this.care(id)
    const { node } = care
    if (care.lost || care.busy || node.isUp) return
    care.busy = true
    this.options.trace.note('start', id)
    const started = node.start()
    const life = node.time
    started.then(
      () => {
        if (node.time === life) care.busy = false
      },
      (error: unknown) => {
        if (node.time !== life || !life.isAlive) return
        node.crash()
        this.died(id, error)
      },
    )
  }

  // ---- network

  private condition(fault: Fault, condition: NetworkCondition): void {
    const { conditions } = this.options.weather
    conditions.add(condition)
    this.later(fault.forMs, () => conditions.delete(condition))
  }

  private touching(victim: Victim | undefined): (packet: Packet) => boolean {
    if (victim === undefined) return EVERYTHING
    const { id } = this.careOf(victim).node
    return ({ from, to }) => from === id || to === id
  }

  private cutSomething(
    fault: Extract<
      Fault,
      { kind: 'isolate' | 'depose' | 'one-way' | 'partial' | 'flap' | 'swizzle' }
    >,
  ): void {
    const { forMs } = fault
    switch (fault.kind) {
      case 'isolate':
        this.isolate(fault.victims, fault.clients, forMs)
        break
      case 'depose':
        for (let time = 0; time < fault.times; time++) {
          this.later(time * DEPOSE_EVERY_MS, () =>
            this.isolate([{ leaderOf: fault.of }], 'split', DEPOSE_FOR_MS),
          )
        }
        break
      case 'one-way': {
        const { id } = this.careOf(fault.victim).node
        const links = this.linksAround(id)
        this.cutFor(
          links.filter(([from]) => (from === id) === fault.sends),
          forMs,
        )
        break
      }
      case 'partial':
        this.cutFor(fault.links, forMs)
        break
      case 'flap': {
        const links = this.linksAround(this.careOf(fault.victim).node.id)
        for (let atMs = 0; atMs < forMs; atMs += 2 * fault.periodMs) {
          this.later(atMs, () => this.cutFor(links, fault.periodMs))
        }
        break
      }
      case 'swizzle': {
        const { weather } = this.options
        const stepMs = forMs / (fault.cut.length + fault.mend.length)
        fault.cut.forEach(([from, to], step) => {
          const link = [nodeId(from), nodeId(to)] as const
          const mendStep =
            fault.cut.length + fault.mend.findIndex(([a, b]) => a === from && b === to)
          this.later(step * stepMs, () => {
            weather.cut(...link)
            this.later((mendStep - step) * stepMs, () => weather.mend(...link))
          })
        })
        break
      }
    }
  }

  private isolate(
    victims: readonly Victim[],
    clientsAt: 'everywhere' | 'outside' | 'split',
    forMs: number,
  ): void {
    const inside = new Set<NodeId>(victims.map((victim) => this.careOf(victim).node.id))
    const outside = this.nodes.map(({ node }) => node.id).filter((id) => !inside.has(id))
    const clients = clientsAt === 'everywhere' ? [] : this.options.cluster.network.clients
    for (const client of clients) {
      if (clientsAt === 'split' && client % 2 === 0) inside.add(client)
      else outside.push(client)
    }
    this.cutFor(linksBetween(inside, outside), forMs)
  }

  private cutFor(links: readonly Link[], forMs: number): void {
    const { weather } = this.options
    for (const [from, to] of links) weather.cut(nodeId(from), nodeId(to))
    this.later(forMs, () => {
      for (const [from, to] of links) weather.mend(nodeId(from), nodeId(to))
    })
  }

  /** Between a node and the other nodes. */
  private linksAround(id: NodeId): Link[] {
    const others = this.nodes.map(({ node }) => node.id).filter((other) => other !== id)
    return linksBetween(new Set([id]), others)
  }

  // ---- disks

  private hurtDisk(
    fault: Extract<Fault, { kind: `disk-${string}` | 'bit-rot' }>,
    care: NodeCare,
  ): void {
    const { disk, node, explained } = care
    const { nowMs } = this.options.cluster.time
    switch (fault.kind) {
      case 'disk-slow': {
        const slow = { meanMs: fault.meanMs }
        disk.slow.add(slow)
        this.later(fault.forMs, () => disk.slow.delete(slow))
        break
      }
      case 'disk-stall':
        disk.stalledUntilMs = Math.max(disk.stalledUntilMs, nowMs + fault.forMs)
        break
      case 'disk-error':
        for (const kind of DISK_ERRORS) explained.add(kind)
        care.reviveMs = fault.downMs
        disk.failNext = fault.operation
        break
      case 'disk-full':
        explained.add('log-write-failed').add('data-directory-unusable')
        node.leaveFree(fault.freeBytes)
        this.later(fault.forMs, () => (node.capacityBytes = Infinity))
        break
      case 'bit-rot':
        for (const kind of DISK_ERRORS) explained.add(kind)
        this.rot(care, fault.place, fault.mask)
        break
    }
  }

  /** One byte of the older half of what the log holds. */
  private rot(care: NodeCare, place: number, mask: number): void {
    const { media } = care.node
    const files = logFilesOf(care.node)
    const oldest = files[0]
    if (oldest === undefined) return
    const path = `${LOG_DIRECTORY}/${oldest}`
    const content = media.contentOf(path)
    let used = content.length
    while (used > 0 && content[used - 1] === 0) used--
    if (used < 2) return
    care.rotten = true
    media.flipBits(path, Math.floor((place * used) / 2), mask)
    // When it starts again it reads everything.
    this.kill(care.node.id, 1, 1)
  }

  // ---- processes

  private crash(fault: Extract<Fault, { kind: 'crash' }>): void {
    const care = this.careOf(fault.victim)
    const { id } = care.node
    const kill = (): void => this.kill(id, fault.downMs, fault.noticeMs)
    if (fault.after === undefined) kill()
    else care.disk.setTrap(fault.after.operations, fault.after.of, kill)
  }

  private blackout(fault: Extract<Fault, { kind: 'blackout' }>): void {
    const { nowMs } = this.options.cluster.time
    const last = this.careOf(fault.victim)
    const lightMs = Math.min(fault.forMs, BLACKOUT_AFTER_MS)
    const aheadMicros = Math.round(fault.aheadMs * 1000)
    this.moveWallClock(last.node, aheadMicros)
    for (const { node, disk } of fault.stalls ? this.nodes : []) {
      if (node !== last.node) disk.stalledUntilMs = Math.max(disk.stalledUntilMs, nowMs + lightMs)
    }
    const slow = { meanMs: fault.slowMeanMs }
    this.later(lightMs, () => {
      // A machine that starts sets its clock.
      last.node.time.wallOffsetMicros -= aheadMicros
      for (const { node, disk } of this.nodes) {
        this.kill(node.id, node === last.node ? fault.downMs : 1, 1)
        disk.slow.add(slow)
      }
      this.later(SLOW_AFTER_BLACKOUT_MS, () => {
        for (const { disk } of this.nodes) disk.slow.delete(slow)
      })
    })
  }

  private kill(id: NodeId, downMs: number, noticeMs: number): void {
    const care = this.care(id)
    this.noticeMs = noticeMs
    this.options.trace.note('crash', id)
    care.node.crash()
    care.busy = false
    this.noticeMs = 1
    this.revive(care, downMs)
  }

  private revive(care: NodeCare, afterMs: number): void {
    this.options.cluster.time.after(afterMs, () => this.start(care.node.id))
  }

  private restart(care: NodeCare): Promise<void> {
    const { node } = care
    if (!node.isUp || care.busy) return Promise.resolve()
    care.busy = true
    const down = new Promise<void>((resolve) => node.onDown(resolve))
    node.shutDown().catch((error: unknown) => {
      node.crash()
      this.died(node.id, error)
    })
    return down.then(() => {
      care.busy = false
      this.start(node.id)
    })
  }

  private async rollingRestart(): Promise<void> {
    for (const care of this.nodes) {
      await this.restart(care)
      await new Promise<void>((resolve) => this.options.cluster.time.after(500, resolve))
    }
  }

  private moveWallClock({ time }: RigNode, byMicros: number): void {
    time.wallOffsetMicros += byMicros
    this.mostAheadMs = Math.max(this.mostAheadMs, time.wallOffsetMicros / 1000)
  }

  private pause(fault: Fault, { time }: RigNode): void {
    time.pause()
    this.later(fault.forMs, () => time.resume())
  }

  /** The node forgets everything, and is started again as if nothing had happened: the cluster must turn it away. */
  private wipe(care: NodeCare): void {
    const { node, explained } = care
    this.options.trace.note('wiped', node.id)
    explained.add('data-directory-foreign')
    node.crash()
    node.wipe()
    care.busy = false
    this.revive(care, REVIVE_MS)
  }

  /** A node has ended by itself. */
  private died(id: NodeId, error: unknown): void {
    const care = this.care(id)
    care.busy = false
    this.options.trace.note(
      'died',
      id,
      0,
      0,
      error instanceof Error ? error.message : String(error),
    )
    if (!(error instanceof FatalError) || !care.explained.has(error.kind)) {
      this.options.violation(error)
      return
    }
    if (error.kind === 'log-corrupt' && care.rotten) care.lost = true
    if (error.kind === 'data-directory-foreign') care.lost = true
    this.revive(care, care.reviveMs)
  }

  // ---- operations

  private transfer(shard: ShardId, to: number): void {
    const leader = this.leaderOf(shard)
    const replica = leader?.node.host.replica(shard)
    const target = replica?.descriptor.replicas.find(({ node }) => node === nodeId(to))
    if (leader === undefined || replica === undefined || target === undefined) return
    replica.node.transferLeader(target.replica)
    leader.node.driver.touch(shard)
  }

  /** As an operator asks for it, through any node. If placement cannot be reached, nothing comes of it. */
  private split(fault: Extract<Fault, { kind: 'split' }>): void {
    const { cluster, shards } = this.options
    if (shards().length >= SHARDS_MAX) return
    const shard = this.shardOf(fault.of)
    const [gateway] = cluster.running
    const range = gateway?.node.cluster.view.shards.byShard(shard)?.range
    if (gateway === undefined || range === undefined || range.end - range.start < 2) return
    const token = Math.floor(range.start + fault.place * (range.end - range.start))
    const { node } = gateway
    node
      .placement({
        kind: 'operator-add',
        at: node.clock.now(),
        shard,
        request: { kind: 'split', token },
        timeoutMs: SPLIT_TIMEOUT_MS,
      })
      .catch(() => undefined)
    const { crashAfterMs } = fault
    if (crashAfterMs === undefined) return
    this.later(crashAfterMs, () => {
      const leader = this.leaderOf(shard)
      if (leader !== undefined) this.kill(leader.id, fault.forMs, 1)
    })
  }

  // ----

  /** Ends after a while, or when everything is healed. */
  private later(afterMs: number, end: () => void): void {
    const once = (): void => {
      if (this.ends.delete(once)) end()
    }
    this.ends.add(once)
    this.options.cluster.time.after(afterMs, once)
  }

  private careOf(victim: Victim): NodeCare {
    if ('node' in victim) return this.care(nodeId(victim.node))
    const leader = this.leaderOf(this.shardOf(victim.leaderOf))
    return this.care(leader?.id ?? nodeId(1 + (victim.leaderOf % this.nodes.length)))
  }

  private care(id: NodeId): NodeCare {
    return this.nodes[id - 1]!
  }

  private shardOf(number: number): ShardId {
    const shards = this.options.shards()
    return shards[number % shards.length]!
  }

  /** The one of the newest term. */
  private leaderOf(shard: ShardId): RigNode | undefined {
    let newest: RigNode | undefined
    let newestTerm = 0
    for (const node of this.options.cluster.running) {
      const raft = node.node.host.replica(shard)?.node
      if (raft === undefined || !raft.isLeader || raft.term <= newestTerm) continue
      newest = node
      newestTerm = raft.term
    }
    return newest
  }
}

const EVERYTHING = (): boolean => true

function linksBetween(inside: ReadonlySet<NodeId>, outside: readonly NodeId[]): Link[] {
  return [...inside].flatMap((id) =>
    outside.flatMap((other): Link[] => [
      [id, other],
      [other, id],
    ]),
  )
}

/** Names of the log's files, oldest first. */
function logFilesOf({ media }: RigNode): string[] {
  try {
    return media.list(LOG_DIRECTORY).filter((name) => name.endsWith('.wal'))
  } catch {
    return []
  }
}
