/** Which nodes a local cluster has and where they live; what must stay the same when it is started again. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import type { NodePlan } from './dev-node.ts'
import { CliError, EXIT_FAILED, usageError } from './exit.ts'

export interface DevSettings {
  readonly nodes: number
  readonly data: string
  /** Nodes serve gRPC on the ports after it, and HTTP a hundred higher. */
  readonly basePort: number
  readonly shards: number
}

export interface DevPlan {
  readonly clusterId: string
  readonly data: string
  readonly nodes: readonly NodePlan[]
  /** Whether the data directory was there before. */
  readonly existed: boolean
}

const HOST = '127.0.0.1'
const HTTP_OFFSET = 100
const NODES_MAX = 15
const REPLICAS = 3
const SHARDS_MAX = 65_536

/** What a data directory was made with. */
interface Founded {
  readonly nodes: number
  readonly shards: number
}

/** Makes the data directory, or takes up an earlier one. Throws a usage error where it does not fit. */
export function prepareCluster(settings: DevSettings): DevPlan {
  const { nodes: count, basePort, shards } = settings
  if (count > NODES_MAX || basePort + HTTP_OFFSET + count > 65_535) {
    throw usageError(`at most ${NODES_MAX} nodes, on ports below 65536`)
  }
  if (shards > SHARDS_MAX) throw usageError(`at most ${SHARDS_MAX} shards`)
  const data = resolve(settings.data)
  mkdirSync(data, { recursive: true })
  const existed = existsSync(join(data, 'cluster-id'))
  const clusterId = keepFile(join(data, 'cluster-id'), () => randomBytes(8).toString('hex'))
  const foundedText = keepFile(join(data, 'founded.json'), () =>
    JSON.stringify({ nodes: count, shards }),
  )
  const founded = JSON.parse(foundedText) as Founded
  if (founded.nodes !== count) {
    throw usageError(
      `the cluster in ${data} was founded with ${founded.nodes} nodes; start it with --nodes ${founded.nodes}, or take another --data`,
    )
  }
  const ids = Array.from({ length: count }, (_, index) => index + 1)
  const listen = (id: number): string => `${HOST}:${basePort + id}`
  const common = [
    ...['--cluster-id', clusterId],
    ...['--members', ids.map((id) => `${id}=${listen(id)}`).join(',')],
    ...['--initial-shards', String(founded.shards)],
    ...['--replicas', String(Math.min(REPLICAS, count))],
    '--insecure',
  ]
  const nodes = ids.map((id) => ({
    id,
    listen: listen(id),
    http: `${HOST}:${basePort + HTTP_OFFSET + id}`,
    data: join(data, `node-${id}`),
    logFile: join(data, `node-${id}.log`),
    common,
  }))
  writeFileSync(join(data, 'endpoints'), `${nodes.map((node) => node.listen).join(',')}\n`)
  return { clusterId, data, nodes, existed }
}

/** Throws with a clear reason if a port is taken. */
export async function checkPorts(plan: DevPlan): Promise<void> {
  for (const { listen, http } of plan.nodes) {
    for (const address of [listen, http]) {
      const problem = await portProblem(address)
      if (problem === undefined) continue
      throw new CliError(
        EXIT_FAILED,
        `cannot listen on ${address}: ${problem}. Is another cluster running? Stop it, or choose other ports with --base-port`,
      )
    }
  }
}

function portProblem(address: string): Promise<string | undefined> {
  const port = Number(address.slice(address.lastIndexOf(':') + 1))
  return new Promise((resolveProblem) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolveProblem(error.code === 'EADDRINUSE' ? 'the port is in use' : error.message)
    })
    server.listen(port, HOST, () => server.close(() => resolveProblem(undefined)))
  })
}

/** The file's content, made first if it is missing. */
function keepFile(path: string, make: () => string): string {
  if (!existsSync(path)) writeFileSync(path, `${make()}\n`, { flag: 'wx' })
  return readFileSync(path, 'utf8').trim()
}
