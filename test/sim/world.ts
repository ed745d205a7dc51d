/** What workloads get of a simulation: clients, randomness, time to wait, and a place to complain. */
import type { RingKvError } from '../../src/base/errors.ts'
import { nodeId, type NodeId } from '../../src/base/ids.ts'
import type { SeededRandom } from '../../src/base/random.ts'
import { Client } from '../../src/client/client.ts'
import { resolveConnectOptions } from '../../src/client/options.ts'
import type { RigCluster } from '../server/rig/rig-cluster.ts'
import { NodeTime } from '../server/rig/rig-time.ts'
import { ClientLife, WatchedDispatcher } from './client-life.ts'
import { SimSession, type SessionHost } from './session.ts'
import type { Trace } from './trace.ts'

/** Node ids of clients begin here: they live on the same network. */
const FIRST_CLIENT = 1001

export interface World {
  readonly cluster: RigCluster
  readonly trace: Trace
  readonly random: SeededRandom
  /** False when workers are to come to an end. */
  active: boolean
  /** Pauses of workers are so many times longer than they say. */
  readonly pace: number
  /** An SDK client of its own, somewhere on the network. Resolves when a node has answered it. */
  newClient(): Promise<Client>
  /** The same, of a client that faults may end. */
  newLife(actor?: string): Promise<ClientLife>
  /** Waits, on true time. */
  pause(ms: number): Promise<void>
  /** The run has failed. */
  violation(error: unknown): void
}

/** Makes clients of a simulated cluster, and ends them. */
export class ClientFactory {
  private readonly cluster: RigCluster
  private readonly random: SeededRandom
  private readonly host: SessionHost
  private readonly lives = new Set<ClientLife>()
  private count = 0

  constructor(cluster: RigCluster, random: SeededRandom) {
    this.cluster = cluster
    this.random = random
    this.host = {
      network: cluster.network,
      gatewayOf: (id, life) => {
        const node = cluster.node(id)
        return node.isUp && node.time === life ? node.node.gateway : undefined
      },
      clockOf: (id) => cluster.node(id).node.clock.peek(),
      sessions: new Set(),
    }
  }

  async make(actor?: string): Promise<ClientLife> {
    const number = this.count++
    const id = nodeId(FIRST_CLIENT + number)
    const time = new NodeTime(this.cluster.time)
    this.cluster.network.connectClient(id, time)
    const random = this.random.fork()
    const defaults = resolveConnectOptions({ actor: actor ?? `client-${number}` })
    const dispatcher = new WatchedDispatcher({
      clock: time,
      scheduler: time,
      random,
      openSession: (address, hello, events) =>
        new SimSession(this.host, { id, time }, nodeOfAddress(address), hello, events),
      seeds: this.cluster.all.map((node) => node.address),
      actor: defaults.actor,
      clientId: Uint8Array.from({ length: 16 }, () => random.integer(0, 255)),
    })
    await new Promise<void>((resolve) => dispatcher.whenOpen(resolve))
    const life = new ClientLife(id, time, new Client(dispatcher, defaults), dispatcher.begun)
    this.lives.add(life)
    return life
  }

  /** The process of one of the clients dies. Nodes notice after a while. */
  crash(which: number, noticeMs: number): void {
    const life = [...this.lives][which % Math.max(1, this.lives.size)]
    if (life === undefined) return
    this.lives.delete(life)
    this.cluster.network.clientDown(life.id)
    const sessions = [...this.host.sessions].filter(({ client }) => client === life.id)
    this.cluster.time.after(noticeMs, () => {
      for (const session of sessions) session.abandoned()
    })
    life.crash()
  }

  /** Every connection between clients and this node breaks; both go on living. */
  reset(node: NodeId): void {
    for (const session of [...this.host.sessions]) if (session.node === node) session.reset()
  }
}

function nodeOfAddress(address: string): NodeId {
  return nodeId(Number(address.slice(address.lastIndexOf(':') + 1)) - 7400)
}

/** Whether an error says that nothing happened, or leaves it open. */
export function outcomeOfError({ code }: RingKvError): 'fail' | 'info' {
  switch (code) {
    case 'OUTCOME_UNKNOWN':
    case 'OUTCOME_EXPIRED':
    case 'ALREADY_ANSWERED':
      return 'info'
    default:
      return 'fail'
  }
}
