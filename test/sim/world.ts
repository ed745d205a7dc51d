/** What workloads get of a simulation: clients, randomness, time to wait, and a place to complain. */
import type { RingKvError } from '../../src/base/errors.ts'
import { nodeId, type NodeId } from '../../src/base/ids.ts'
import type { SeededRandom } from '../../src/base/random.ts'
import { Client } from '../../src/client/client.ts'
import { Dispatcher } from '../../src/client/dispatcher.ts'
import { resolveConnectOptions } from '../../src/client/options.ts'
import type { RigCluster } from '../server/rig/rig-cluster.ts'
import { NodeTime } from '../server/rig/rig-time.ts'
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
  /** Waits, on true time. */
  pause(ms: number): Promise<void>
  /** The run has failed. */
  violation(error: unknown): void
}

/** Makes clients of a simulated cluster. */
export class ClientFactory {
  private readonly cluster: RigCluster
  private readonly random: SeededRandom
  private readonly host: SessionHost
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
    }
  }

  async make(): Promise<Client> {
    const number = this.count++
    const id = nodeId(FIRST_CLIENT + number)
    const time = new NodeTime(this.cluster.time)
    this.cluster.network.connectClient(id, time)
    const random = this.random.fork()
    const defaults = resolveConnectOptions({ actor: `client-${number}` })
    const dispatcher = new Dispatcher({
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
    return new Client(dispatcher, defaults)
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
