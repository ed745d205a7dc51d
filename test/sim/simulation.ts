/**
 * One run of one seed: a cluster of real nodes, SDK clients with workloads, and a plan of faults, all on simulated time. Then
 * everything is healed, and the cluster has to become whole again in bounded time: every shard led, every request answered,
 * no lock left, all replicas equal, every workload's books balanced.
 *
 * The run depends on nothing but its options. What goes wrong is reported, not thrown.
 */
import assert from 'node:assert/strict'
import { SeededRandom } from '../../src/base/random.ts'
import { shardId, type ShardId } from '../../src/base/ids.ts'
import type { Client } from '../../src/client/client.ts'
import type { Settings } from '../../src/config/load.ts'
import { RigCluster } from '../server/rig/rig-cluster.ts'
import type { Packet } from '../server/rig/rig-network.ts'
import type { ClientLife } from './client-life.ts'
import { choose, shuffled, FAULT_KINDS, makePlan, type Fault, type FaultKind } from './faults.ts'
import type { RecordedHistory } from './history.ts'
import { Injector } from './injector.ts'
import { Invariants, stateText, type InvariantOptions } from './invariants.ts'
import { Trace } from './trace.ts'
import { NetworkWeather } from './weather.ts'
import { WORKLOADS, type WorkloadName } from './workloads/index.ts'
import { shown, type Workload } from './workloads/workload.ts'
import { ClientFactory, type World } from './world.ts'

export interface SimulationOptions {
  readonly seed: number
  /** Default: drawn from the seed. */
  readonly nodes?: number | undefined
  readonly shards?: number | undefined
  /** Of the nodes. */
  readonly settings?: Settings | undefined
  /** How many times longer workers pause than they say. */
  readonly pace?: number | undefined
  /** Fault kinds that may be drawn. Default: a random selection of all. */
  readonly kinds?: readonly FaultKind[] | undefined
  /** This plan instead of one drawn from the seed. */
  readonly plan?: readonly Fault[] | undefined
  readonly workloads?: readonly WorkloadName[] | undefined
  /** Simulated time under faults, milliseconds. */
  readonly durationMs?: number | undefined
  readonly watch?: InvariantOptions | undefined
  /** For finding out: gets every Raft message of a shard as it is sent. */
  readonly showRaft?: { readonly shard: number; readonly text: (text: string) => void } | undefined
}

export interface SimulationResult {
  readonly seed: number
  readonly plan: readonly Fault[]
  readonly violation: Error | undefined
  readonly traceHash: string
  readonly lastEvents: readonly string[]
  readonly simulatedMs: number
  /** Tasks of the simulated scheduler. */
  readonly tasks: number
  readonly realMs: number
  /** Of this process, while it ran. */
  readonly processorMs: number
  readonly struck: ReadonlyMap<FaultKind, number>
  readonly requestsAnswered: number
  readonly entriesApplied: number
  readonly description: string
  /** The same run again, whatever seeds will draw: for `regressions/`. */
  readonly recorded: SimulationOptions
  /** Of the workloads whose histories can be judged, by their names. */
  readonly histories: ReadonlyMap<string, RecordedHistory>
}

const DURATION_MS = 20_000
/** Of a failing run. */
const SHOWN_EVENTS = 1_000
/** Forgets are sent once a second. */
const SETTLE_MS = 3_000
const DIGEST_EVERY = 32
const LOOK_EVERY_MS = 100
/** Within this after healing, the longest deadline of a request included. */
const QUIET_WITHIN_MS = 60_000
/**
 * A clock that was ahead is right again, but the time that it had given out stands still until true time has caught up; until then an
 * edit of a device that went on counting is dated ahead of the store. Jumps add up: it may have been ahead by more than this.
 */
const CAUGHT_UP_WITHIN_MS = 60_000

/** Everything that a seed decides besides chance during the run. */
interface Setup {
  readonly nodes: number
  readonly shards: number
  readonly settings: Settings
  readonly plan: readonly Fault[]
  readonly workloads: readonly WorkloadName[]
  /** Pauses of workers are so many times longer. */
  readonly pace: number
}

export async function simulate(options: SimulationOptions): Promise<SimulationResult> {
  const simulation = new Simulation(options)
  return simulation.run()
}

class Simulation implements World {
  readonly cluster: RigCluster
  readonly trace: Trace
  readonly random: SeededRandom
  active = true
  private readonly options: SimulationOptions
  private readonly setup: Setup
  private readonly clients: ClientFactory
  private readonly weather: NetworkWeather
  private readonly workloads: readonly Workload[]
  private readonly startedRealMs = performance.now()
  private readonly processorAtStart = process.cpuUsage()
  private failure: Error | undefined
  private injector: Injector | undefined
  private invariants: Invariants | undefined

  constructor(options: SimulationOptions) {
    this.options = options
    const random = new SeededRandom(options.seed)
    this.setup = setUp(random.fork(), options)
    const { nodes, settings } = this.setup
    this.cluster = new RigCluster({ nodes, seed: options.seed, settings })
    const { time, network } = this.cluster
    this.trace = new Trace(() => time.nowMs)
    this.weather = new NetworkWeather(random.fork(), network)
    this.clients = new ClientFactory(this.cluster, random.fork())
    this.random = random.fork()
    const names = options.workloads ?? this.setup.workloads
    this.workloads = names.map((name) => WORKLOADS[name](this))
  }

  async run(): Promise<SimulationResult> {
    const onRejection = (error: unknown): void => this.violation(error)
    process.on('unhandledRejection', onRejection)
    try {
      this.watch()
      await this.live()
    } catch (error) {
      this.violation(error)
    } finally {
      this.invariants?.close()
      process.off('unhandledRejection', onRejection)
    }
    return this.result()
  }

  // ---- World

  get pace(): number {
    return this.setup.pace
  }

  async newClient(): Promise<Client> {
    const { client } = await this.newLife()
    return client
  }

  newLife(actor?: string): Promise<ClientLife> {
    return this.clients.make(actor)
  }

  pause(ms: number): Promise<void> {
    return new Promise((resolve) => this.cluster.time.after(ms, resolve))
  }

  violation(error: unknown): void {
    this.active = false
    if (this.failure !== undefined) return
    this.failure = error instanceof Error ? error : new Error(String(error))
    this.trace.note('violation', 0, 0, 0, this.failure.message)
  }

  // ----

  private watch(): void {
    const { cluster, trace } = this
    const { time } = cluster
    const { showRaft } = this.options
    const invariants = new Invariants(
      cluster,
      trace,
      this.options.watch ?? { digestEvery: DIGEST_EVERY },
    )
    this.invariants = invariants
    cluster.network.tap = (packet) => {
      trace.note('sent', packet.from, packet.to, digestOf(packet), packet.kind)
      invariants.sent(packet)
      if (showRaft !== undefined) showMessages(packet, showRaft, time.nowMs)
      return 'pass'
    }
    cluster.network.arriving = ({ from, to, kind }) => trace.note('arrived', from, to, 0, kind)
    for (const node of cluster.all) {
      node.died = (error) => this.violation(error)
    }
  }

  private async live(): Promise<void> {
    const { cluster, setup } = this
    for (const { id } of cluster.all) await cluster.start(id)
    await cluster.ready()
    const injector = this.makeInjector()
    for (const fault of setup.plan) {
      cluster.time.after(fault.atMs, () => {
        if (this.active) injector.strike(fault)
      })
    }
    let running = this.workloads.length
    for (const workload of this.workloads) {
      workload.run().then(
        () => running--,
        (error: unknown) => this.violation(error),
      )
    }
    await this.passUnder(this.options.durationMs ?? DURATION_MS)
    this.active = false
    injector.healAll()
    this.trace.note('healed')
    await this.until(() => running === 0, 'every request answered')
    await this.until(() => injector.allUp, 'every node up')
    await this.until(() => this.splitsAreOver(), 'no split under way')
    const { shards } = cluster
    await this.until(() => shards.every((shard) => this.isLed(shard)), 'every shard led')
    await this.until(() => this.unlocked(shards), 'no lock left')
    const booksWithinMs = QUIET_WITHIN_MS + Math.max(CAUGHT_UP_WITHIN_MS, injector.mostAheadMs)
    for (const workload of this.workloads) {
      const books = `the books of ${workload.name}`
      await cluster.time.settled(workload.verify(), books, booksWithinMs)
    }
    // What the last answers have left to do: commits, forgets.
    await cluster.time.pass(SETTLE_MS)
    await this.until(() => this.unlocked(shards), 'no lock left in the end')
    for (const shard of shards) await this.checkEqual(shard)
    this.look()
  }

  private async checkEqual(shard: ShardId): Promise<void> {
    try {
      await this.cluster.assertEqualReplicas(shard, QUIET_WITHIN_MS)
    } catch (error) {
      const texts = this.cluster.running.flatMap(({ id, node }) => {
        const replica = node.host.replica(shard)
        return replica === undefined ? [] : [`node ${id}:\n${stateText(replica.machine)}`]
      })
      throw new Error(`replicas of shard ${shard} differ:\n${differingLines(texts)}`, {
        cause: error,
      })
    }
  }

  /** As whoever leads placement says; every node knows what came of them. */
  private splitsAreOver(): boolean {
    const { running } = this.cluster
    const leader = running.find(({ node }) => node.host.placement?.serving === true)
    const machine = leader?.node.host.placement?.machine
    if (machine?.operators().every(({ state }) => state !== 'running') !== true) return false
    return running.every(({ node }) => node.cluster.view.version >= machine.version)
  }

  private makeInjector(): Injector {
    const { cluster, weather, trace } = this
    const random = this.random.fork()
    const violation = (error: unknown): void => this.violation(error)
    const { clients } = this
    const shards = (): readonly ShardId[] =>
      cluster.running.length === 0 ? NO_SHARDS : orSome(cluster.shards)
    this.injector = new Injector({ cluster, clients, shards, weather, random, trace, violation })
    return this.injector
  }

  private async passUnder(ms: number): Promise<void> {
    for (let passed = 0; passed < ms && this.failure === undefined; passed += LOOK_EVERY_MS) {
      await this.cluster.time.pass(LOOK_EVERY_MS)
      this.look()
    }
    if (this.failure !== undefined) throw this.failure
  }

  private async until(condition: () => boolean, what: string): Promise<void> {
    const { time } = this.cluster
    const endMs = time.nowMs + QUIET_WITHIN_MS
    while (this.failure === undefined && !condition()) {
      assert(time.nowMs < endMs, `${what}: not within ${QUIET_WITHIN_MS} ms\n${this.describe()}`)
      await time.pass(LOOK_EVERY_MS)
      this.look()
    }
    if (this.failure !== undefined) throw this.failure
  }

  private look(): void {
    this.invariants?.look()
    for (const { id, failures } of this.cluster.all) {
      // What ended a life has been judged by the injector; the rest a node has only complained about.
      for (const failure of failures.splice(0)) {
        if (failure instanceof Error && failure.name === 'Error') {
          this.violation(new Error(`node ${id}: ${failure.message}`, { cause: failure.cause }))
        }
      }
    }
  }

  /** How the cluster stands, for people. */
  private describe(): string {
    return this.cluster.running
      .flatMap(({ id, node }) =>
        [...node.host.replicas()].map(({ shard, node: raft, serving, machine }) => {
          const { role, term, leader, commit, lastIndex } = raft
          const locks = [...machine.preparedRecords()].map(shown).join('\n    ')
          const place = `term ${term} leader ${leader} commit ${commit} last ${lastIndex}`
          const applied = `applied ${machine.appliedIndex}${serving ? ' serving' : ''}`
          return `  node ${id} shard ${shard}: ${role} ${place} ${applied}${locks && `\n    ${locks}`}`
        }),
      )
      .join('\n')
  }

  private isLed(shard: ShardId): boolean {
    return this.cluster.running.some(({ node }) => node.host.replica(shard)?.serving === true)
  }

  private unlocked(shards: readonly ShardId[]): boolean {
    return this.cluster.running.every(({ node }) =>
      shards.every((shard) => node.host.replica(shard)?.machine.locks.isEmpty ?? true),
    )
  }

  private result(): SimulationResult {
    const { cluster, trace, setup, failure } = this
    const processor = process.cpuUsage(this.processorAtStart)
    return {
      seed: this.options.seed,
      plan: setup.plan,
      violation: failure,
      traceHash: trace.hash,
      lastEvents: failure === undefined ? [] : trace.last(SHOWN_EVENTS),
      simulatedMs: cluster.time.nowMs,
      tasks: cluster.time.taskCount,
      realMs: performance.now() - this.startedRealMs,
      processorMs: (processor.user + processor.system) / 1000,
      struck: this.injector?.counts ?? new Map<FaultKind, number>(),
      requestsAnswered: trace.countOf('ok'),
      entriesApplied: this.invariants?.appliedCount ?? 0,
      description: [
        `${setup.nodes} nodes, ${setup.shards} shards`,
        this.workloads.map(({ name }) => name).join(' and '),
        JSON.stringify(setup.settings),
      ].join(', '),
      recorded: {
        seed: this.options.seed,
        durationMs: this.options.durationMs ?? DURATION_MS,
        ...setup,
        workloads: this.workloads.map(({ name }) => name as WorkloadName),
      },
      histories: new Map(
        this.workloads.flatMap((workload) => {
          const history = workload.history?.()
          return history === undefined ? [] : [[workload.name, history] as const]
        }),
      ),
    }
  }
}

const NO_SHARDS: readonly ShardId[] = [shardId(1)]

/** A node that has just started knows none. */
function orSome(shards: readonly ShardId[]): readonly ShardId[] {
  return shards.length === 0 ? NO_SHARDS : shards
}

/** Each choice has its own randomness, so that one more kind of fault or workload leaves the others as they are. */
function setUp(random: SeededRandom, options: SimulationOptions): Setup {
  const [forSize, forSettings, forKinds, forPlan, forWorkloads, forPace] = Array.from(
    { length: 6 },
    () => random.fork(),
  ) as [SeededRandom, SeededRandom, SeededRandom, SeededRandom, SeededRandom, SeededRandom]
  const nodes = options.nodes ?? choose(forSize, [3, 3, 3, 5])
  const shards = options.shards ?? choose(forSize, [1, 3, 4, 8, 16])
  const reads = choose(forSettings, ['lease', 'lease', 'read-index'])
  const durationMs = options.durationMs ?? DURATION_MS
  // Small ones make rare paths common.
  const settings = options.settings ?? {
    initialShards: shards,
    replicas: 3,
    reads,
    cacheHeads: choose(forSettings, [2 ** 11, 2 ** 26]),
    logFileSize: choose(forSettings, [2 ** 16, 2 ** 18]),
    logMax: choose(forSettings, [2 ** 17, 2 ** 22]),
    logCache: choose(forSettings, [2 ** 10, 2 ** 20]),
    checkpointBytes: choose(forSettings, [2 ** 13, 2 ** 22]),
    checkpointInterval: choose(forSettings, [300, 5_000]),
    raftMaxInflightMessages: choose(forSettings, [2, 256]),
    raftMaxMessage: choose(forSettings, [2 ** 12, 2 ** 20]),
    raftHibernateAfter: choose(forSettings, [0, 200, 1_000]),
    diskReserve: choose(forSettings, [0, 50_000]),
  }
  const kinds = options.kinds ?? FAULT_KINDS.filter(() => forKinds.float() < 0.5)
  const plan =
    options.plan ??
    makePlan(forPlan, {
      nodes,
      durationMs: 0.9 * durationMs,
      kinds,
      everyMs: choose(forPlan, [300, 1_000, 3_000]),
      // Leases trust monotonic clocks within their margin, rounds trust none.
      driftMax: reads === 'lease' ? 0.04 : 0.5,
    })
  const names = Object.keys(WORKLOADS) as WorkloadName[]
  const workloads = shuffled(forWorkloads, names).slice(0, forWorkloads.integer(1, 3))
  const pace = options.pace ?? choose(forPace, [1, 2, 4])
  return { nodes, shards, settings, plan, workloads, pace }
}

function showMessages(
  { envelopes, from, to }: Packet,
  wanted: { readonly shard: number; readonly text: (text: string) => void },
  nowMs: number,
): void {
  for (const { shard, message } of envelopes) {
    if (shard !== wanted.shard) continue
    const { type, term, index, logTerm, commit, reject, rejectHint, entries } = message
    const fields = { term, index, logTerm, commit, reject, rejectHint }
    const sent = entries.map((entry) => `${entry.index}@${entry.term}`).join(' ')
    wanted.text(`${nowMs.toFixed(3)} ms  ${from} to ${to} ${type} ${shown(fields)} ${sent}`)
  }
}

/** The lines that not all texts have. */
function differingLines(texts: readonly string[]): string {
  const lines = texts.map((text) => text.split('\n'))
  return lines
    .flatMap((own) => own.filter((line) => !lines.every((other) => other.includes(line))))
    .join('\n')
}

/** One number for what a packet says. */
function digestOf({ envelopes, request }: Packet): number {
  let digest = request?.command?.length ?? 0
  for (const { shard, message } of envelopes) {
    const { term, index, commit, entries, type } = message
    digest = (digest * 31 + shard + 7 * term + 13 * index + 17 * commit) % 2 ** 40
    digest += entries.length + type.length
  }
  return digest
}
