/**
 * A node as an operating-system process: real disk, real sockets, real time. Opens in the order that makes every failure
 * cheap (configuration, data directory with its lock, port) and closes in the reverse one.
 */
import { randomBytes } from 'node:crypto'
import { statfs } from 'node:fs/promises'
import {
  credentials,
  logVerbosity,
  Server,
  ServerCredentials,
  setLogVerbosity,
} from '@grpc/grpc-js'
import { ByteBudget } from '../base/byte-budget.ts'
import { systemClock, systemScheduler, type Timer } from '../base/clock.ts'
import { FatalError } from '../base/errors.ts'
import { nodeId } from '../base/ids.ts'
import { SeededRandom } from '../base/random.ts'
import type { Config } from '../config/config.ts'
import { SERVER_OPTIONS } from '../net/channel.ts'
import { GrpcTransport } from '../net/grpc-transport.ts'
import { kvService } from '../net/kv-service.ts'
import type { NetEvent } from '../net/net-log.ts'
import { addHealthAndReflection } from '../net/server-extras.ts'
import { ADMIN_SERVICE, KV_SERVICE } from '../net/services.ts'
import { openDataDirectory, type DataDirectory } from '../storage/data-directory.ts'
import { nodeFileSystem } from '../storage/node-files.ts'
import { RaftLog } from '../storage/raft-log.ts'
import { openRocksEngine } from '../storage/rocks-engine.ts'
import { adminService } from './admin-service.ts'
import { startHttp, type HttpServer } from './http.ts'
import { Node, type NodeLog } from './node.ts'

const RESOURCES_INTERVAL_MS = 5_000
const READY_POLL_MS = 50

export interface RunningNode {
  /** Stops taking requests, finishes what is on its way to the disk, releases everything. */
  stop(): Promise<void>
}

/**
 * Starts a node; resolves when it serves.
 * @throws FatalError when the environment does not let it
 */
export async function startNode(
  config: Config,
  log: NodeLog,
  fatal: (error: unknown) => void,
): Promise<RunningNode> {
  const holder: { node?: Node } = {}
  const directory = await openDirectory(config, holder, fatal)
  try {
    return await startIn(directory, config, log, fatal, holder)
  } catch (error) {
    await directory.close()
    throw error
  }
}

async function openDirectory(
  config: Config,
  holder: { node?: Node },
  fatal: (error: unknown) => void,
): Promise<DataDirectory> {
  return openDataDirectory({
    fileSystem: nodeFileSystem,
    path: config.data,
    identity: { clusterId: config.clusterId, nodeId: nodeId(config.nodeId) },
    newDirectoryId: () => randomBytes(16).toString('hex'),
    processId: process.pid,
    openEngine: (path, createIfMissing) => openRocksEngine({ path, createIfMissing }),
    openLog: (path, createIfMissing) =>
      RaftLog.open({
        fileSystem: nodeFileSystem,
        scheduler: systemScheduler,
        random: systemSeed(),
        directory: path,
        createIfMissing,
        fileBytes: config.logFileSize,
        maxBytes: config.logMax,
        cacheBytes: config.logCache,
        snapshotOf: (shard) => holder.node?.snapshotOf(shard) ?? 'fetching',
        onFetched: (shard) => holder.node?.entriesFetched(shard),
        onFatal: fatal,
      }),
  })
}

async function startIn(
  directory: DataDirectory,
  config: Config,
  log: NodeLog,
  fatal: (error: unknown) => void,
  holder: { node?: Node },
): Promise<RunningNode> {
  // It would write to standard error what is said here in one line, or in the log.
  setLogVerbosity(logVerbosity.NONE)
  const server = new Server(SERVER_OPTIONS)
  const resources = new Resources(config.data)
  await resources.look()
  const bootId = randomBytes(8).toString('hex')
  let transport: GrpcTransport | undefined
  const node = new Node(config, {
    clock: systemClock,
    scheduler: systemScheduler,
    random: systemSeed(),
    engine: directory.engine,
    raftLog: directory.raftLog,
    connect: (handlers, clockReading) =>
      (transport = new GrpcTransport(
        {
          clusterId: config.clusterId,
          node: nodeId(config.nodeId),
          bootId,
          clock: systemClock,
          scheduler: systemScheduler,
          clockReading,
          credentials: credentials.createInsecure(),
          log: (event) => logNetEvent(log, event),
        },
        handlers,
      )),
    bootId,
    identity: directory.directoryId,
    gatewayId: randomBytes(16).toString('hex'),
    log,
    resources: () => resources.now,
    fatal,
  })
  holder.node = node
  transport!.register(server)
  server.addService(
    KV_SERVICE,
    kvService(node.gateway, {
      clock: systemClock,
      scheduler: systemScheduler,
      clockReading: () => node.clock.peek(),
      log: (event) => logNetEvent(log, event),
      limits: {
        openRequests: config.sessionMaxRequests,
        openBytes: config.sessionMaxBytes,
        unsentBytes: config.sessionMaxBytes / 4,
      },
      budget: new ByteBudget(config.requestsMax),
    }),
  )
  server.addService(ADMIN_SERVICE, adminService(node))
  const health = addHealthAndReflection(server)
  await bind(server, config.listen)
  let http: HttpServer | undefined
  try {
    http = config.http === '' ? undefined : await startHttp(config.http, node)
    await node.start()
  } catch (error) {
    server.forceShutdown()
    transport!.close()
    await http?.close()
    throw error
  }
  const readiness = systemScheduler.every(READY_POLL_MS, () => health.setServing(node.ready))
  log('info', 'node started', { node: config.nodeId, listen: config.listen, http: config.http })
  return {
    async stop() {
      readiness.cancel()
      resources.close()
      health.setServing(false)
      await http?.close()
      await node.stop()
      transport!.close()
      server.forceShutdown()
      await directory.close()
      log('info', 'node stopped', { node: config.nodeId })
    },
  }
}

function bind(server: Server, listen: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.bindAsync(listen, ServerCredentials.createInsecure(), (error) => {
      if (error === null) resolve()
      else {
        const message = `cannot listen on ${listen}: ${error.message}; is another process using the port?`
        reject(new FatalError('address-in-use', message, { cause: error }))
      }
    })
  })
}

/** A generator seeded by the operating system. */
function systemSeed(): SeededRandom {
  return new SeededRandom(randomBytes(6).readUIntBE(0, 6))
}

/** Disk and memory, looked at now and then. */
class Resources {
  now = { diskFreeBytes: 0, diskTotalBytes: 0, memoryBytes: 0 }
  private readonly path: string
  private readonly timer: Timer

  constructor(path: string) {
    this.path = path
    this.timer = systemScheduler.every(RESOURCES_INTERVAL_MS, () => void this.look())
  }

  async look(): Promise<void> {
    try {
      const { bavail, blocks, bsize } = await statfs(this.path)
      const memoryBytes = process.memoryUsage.rss()
      this.now = { diskFreeBytes: bavail * bsize, diskTotalBytes: blocks * bsize, memoryBytes }
    } catch {
      // The disk may be unreachable for a moment; the last figures stand.
    }
  }

  close(): void {
    this.timer.cancel()
  }
}

function logNetEvent(log: NodeLog, event: NetEvent): void {
  const { kind, ...fields } = event
  const quiet = kind === 'peer-connected' || kind === 'peer-disconnected'
  log(quiet ? 'info' : kind === 'handler-failed' ? 'error' : 'warn', kind, fields)
}
