/**
 * A cluster of real `kvd` processes on this machine: free ports, a temporary directory, and the things that can happen to a
 * process. Everything waits for conditions; everything is stopped and removed by `destroy`.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AdminClient } from '../../../src/client/admin.ts'
import { RingKv, type ConnectOptions, type RingKvClient } from '../../../src/client/index.ts'
import { Child, type Exit } from './child.ts'
import { eventually } from './eventually.ts'
import { freePorts } from './ports.ts'
import { kvctlProgram, kvdProgram } from './program.ts'

export interface ClusterOptions {
  readonly nodes?: number
  readonly shards?: number
  /** More flags for every node. */
  readonly flags?: readonly string[]
}

const LOG_LINES_SHOWN = 40
const ADMIN_TIMEOUT_MS = 2000

export class ClusterNode {
  readonly id: number
  readonly listen: string
  readonly data: string
  readonly logFile: string
  readonly admin: AdminClient
  process: Child | undefined
  private readonly flags: readonly string[]

  constructor(id: number, port: number, directory: string, common: readonly string[]) {
    this.id = id
    this.listen = `127.0.0.1:${port}`
    this.data = join(directory, `node-${id}`)
    this.logFile = join(directory, `node-${id}.log`)
    this.admin = new AdminClient([this.listen], { timeoutMs: ADMIN_TIMEOUT_MS })
    this.flags = [
      ...['--node-id', String(id)],
      ...['--listen', this.listen],
      ...['--data', this.data],
      ...common,
    ]
  }

  get running(): boolean {
    return this.process?.running === true
  }

  start(): void {
    if (this.running) throw new Error(`node ${this.id} is running already`)
    this.process = this.spawn(['--log-file', this.logFile])
  }

  /** A process with this node's flags, and these in addition, that the node does not count as its own. */
  spawn(extra: readonly string[] = []): Child {
    return new Child(kvdProgram(), [...this.flags, ...extra])
  }

  /** Ends it in the middle of whatever it does. */
  async kill(): Promise<void> {
    this.process!.signal('SIGKILL')
    await this.process!.exited
  }

  /** Asks it to stop, and waits for it. */
  async stop(): Promise<Exit> {
    this.process!.signal('SIGTERM')
    return this.process!.exit()
  }

  pause(): void {
    this.process!.signal('SIGSTOP')
  }

  resume(): void {
    this.process!.signal('SIGCONT')
  }

  log(): string {
    return existsSync(this.logFile) ? readFileSync(this.logFile, 'utf8') : ''
  }
}

export class Cluster {
  readonly clusterId = `e2e-${randomBytes(4).toString('hex')}`
  readonly directory = mkdtempSync(join(tmpdir(), 'ringkv-e2e-'))
  readonly nodes: readonly ClusterNode[]
  private readonly clients: RingKvClient[] = []
  /** How many there are; whoever splits one says so. */
  shards: number

  private constructor(ports: readonly number[], options: ClusterOptions) {
    this.shards = options.shards ?? 8
    const members = ports.map((port, index) => `${index + 1}=127.0.0.1:${port}`).join(',')
    const common = [
      ...['--cluster-id', this.clusterId, '--members', members],
      ...['--initial-shards', String(this.shards)],
      ...['--replicas', String(Math.min(3, ports.length)), '--insecure'],
      ...(options.flags ?? []),
    ]
    this.nodes = ports.map(
      (port, index) => new ClusterNode(index + 1, port, this.directory, common),
    )
  }

  /** Founds a cluster and waits until it serves. */
  static async start(options: ClusterOptions = {}): Promise<Cluster> {
    const cluster = new Cluster(await freePorts(options.nodes ?? 3), options)
    try {
      for (const node of cluster.nodes) node.start()
      await cluster.whole()
      return cluster
    } catch (error) {
      cluster.showLogs()
      await cluster.destroy()
      throw error
    }
  }

  get endpoints(): readonly string[] {
    return this.nodes.map(({ listen }) => listen)
  }

  node(id: number): ClusterNode {
    return this.nodes[id - 1]!
  }

  /** A client of all nodes, or of those given; closed with the cluster. */
  async connect(
    options: ConnectOptions = {},
    endpoints: readonly string[] = this.endpoints,
  ): Promise<RingKvClient> {
    const client = await RingKv.connect(endpoints, options)
    this.clients.push(client)
    return client
  }

  /** Runs kvctl against this cluster to its end. */
  async kvctl(args: readonly string[], input = ''): Promise<{ exit: Exit } & Outputs> {
    const child = new Child(kvctlProgram(), args, {
      cwd: this.directory,
      environment: { RINGKV_ENDPOINTS: this.endpoints.join(',') },
    })
    child.endInput(input)
    const exit = await child.exit(120_000)
    return { exit, stdout: child.stdout, stderr: child.stderr }
  }

  /** Until every node runs and, as each of them sees it, every shard has a leader and every node is up. */
  async whole(timeoutMs = 60_000): Promise<void> {
    const seen = new Map<number, string>()
    try {
      await eventually(
        'every node sees all shards led and all nodes up',
        async () => {
          for (const node of this.nodes) {
            if (!node.running)
              throw new Error(`node ${node.id} ended: ${node.process?.stderr ?? ''}`)
            const status = await node.admin.status()
            seen.set(node.id, JSON.stringify(status))
            if (status.shards !== this.shards || status.shardsWithLeader !== status.shards) return
            if (status.nodesUp !== this.nodes.length) return
          }
          return true
        },
        timeoutMs,
      )
    } catch (error) {
      throw new Error(`${(error as Error).message}\nstatus: ${[...seen.values()].join('\n')}`)
    }
  }

  /** Starts and resumes whatever does not run. */
  async revive(): Promise<void> {
    for (const node of this.nodes) {
      if (node.running) node.resume()
      else node.start()
    }
    await this.whole()
  }

  /** The node that leads the shard, as the running nodes see it. */
  async leaderOf(shard: number): Promise<ClusterNode> {
    return eventually(`shard ${shard} has a leader that runs`, async () => {
      const asked = this.nodes.filter(({ running }) => running)
      const answers = await Promise.all(asked.map(({ admin }) => admin.listShards()))
      const leaders = answers.map((shards) => shards.find((it) => it.shard === shard)?.leader ?? 0)
      const [leader] = leaders
      if (leader === undefined || leader === 0 || leaders.some((it) => it !== leader)) return
      return this.node(leader).running && this.node(leader)
    })
  }

  /** Shards by id. */
  async shardIds(): Promise<number[]> {
    const running = this.nodes.find((node) => node.running)!
    return (await running.admin.listShards()).map(({ shard }) => shard ?? 0)
  }

  showLogs(): void {
    for (const node of this.nodes) {
      const lines = node.log().trimEnd().split('\n').slice(-LOG_LINES_SHOWN)
      const state = node.running ? 'running' : 'not running'
      process.stderr.write(`---- node ${node.id} (${state})\n${lines.join('\n')}\n`)
      if (node.process !== undefined) process.stderr.write(node.process.stderr)
    }
  }

  /** Stops everything and removes all data. */
  async destroy(): Promise<void> {
    await Promise.all(this.clients.map((client) => client.close()))
    for (const node of this.nodes) {
      node.admin.close()
      if (node.running) await node.kill()
    }
    rmSync(this.directory, { recursive: true, force: true })
  }
}

interface Outputs {
  readonly stdout: string
  readonly stderr: string
}

/** Clusters that are running, by their options: what the tests of several files share. */
const shared = new Map<string, Promise<Cluster>>()

// At the root: after the tests of all files.
after(async () => {
  for (const cluster of shared.values()) await (await cluster).destroy()
})

/**
 * A cluster for the tests of the `describe` that calls this; those who ask for the same get the same one, so keys should be
 * their own. Before each test all nodes run, whatever the one before left behind; when one fails the nodes' logs are shown.
 */
export function useCluster(options: ClusterOptions = {}): { readonly current: Cluster } {
  const name = JSON.stringify(options)
  let cluster: Cluster | undefined
  before(async () => {
    const starting = shared.get(name) ?? Cluster.start(options)
    shared.set(name, starting)
    cluster = await starting
  })
  beforeEach(() => cluster!.revive())
  afterEach(function () {
    if (this.currentTest?.state === 'failed') cluster?.showLogs()
  })
  return {
    get current() {
      return cluster!
    },
  }
}
