/** One node of the rig: a disk and an engine's rows that outlive it, and its present life, if it has one. */
import assert from 'node:assert/strict'
import {
  DEFAULT_KEYSPACE,
  keyOfText,
  nodeId,
  type NodeId,
  type ShardId,
} from '../../../src/base/ids.ts'
import type { SeededRandom } from '../../../src/base/random.ts'
import { tokenOf } from '../../../src/base/token.ts'
import type { Config } from '../../../src/config/config.ts'
import { Node } from '../../../src/server/node.ts'
import { stateDigest, VersionsDigest, versionRanges } from '../../../src/shard/digest.ts'
import { metaKey } from '../../../src/shard/keys.ts'
import { decodeMeta } from '../../../src/shard/meta-row.ts'
import { openDataDirectory, type DataDirectory } from '../../../src/storage/data-directory.ts'
import { MemoryStore } from '../../../src/storage/memory-engine.ts'
import { MemoryDisk, type DiskOperation } from '../../../src/storage/memory-files.ts'
import { RaftLog } from '../../../src/storage/raft-log.ts'
import type { RigNetwork } from './rig-network.ts'
import { NodeTime, type RigTime } from './rig-time.ts'

interface Life {
  readonly node: Node
  readonly directory: DataDirectory
}

/** Milliseconds of simulated storage operations. */
const DISK_LATENCY_MS = 0.2
const ENGINE_LATENCY_MS = 0.3
/** Of a disk that is large. */
const DISK_BYTES = 2 ** 41

export class RigNode {
  readonly id: NodeId
  /** Of the present life, or of the last one. */
  time: NodeTime
  /** Errors that the node called fatal. */
  readonly failures: unknown[] = []
  /** Called with each operation of the disk: a code makes it fail; it may also crash the node. */
  diskFault: (operation: DiskOperation, path: string) => string | undefined = () => undefined
  diskLatencyMs: (operation: DiskOperation, path: string) => number = () => DISK_LATENCY_MS
  /** Called as each operation of the engine begins; it may crash the node. */
  engineTap: (operation: string) => void = () => undefined
  /** Called after that: a text makes the operation fail, and every later one. */
  engineFault: (operation: string) => string | undefined = () => undefined
  /** Size of the disk. */
  capacityBytes = Infinity
  /** Told of every failure that ends a life. */
  died: (error: unknown) => void = () => undefined
  engineLatencyMs: (operation: string) => number = () => ENGINE_LATENCY_MS
  private readonly config: Config
  private readonly rigTime: RigTime
  private readonly network: RigNetwork
  private readonly random: SeededRandom
  private disk: MemoryDisk
  private store = new MemoryStore()
  private life: Life | undefined
  private lives = 0
  private downListeners: (() => void)[] = []

  constructor(config: Config, time: RigTime, network: RigNetwork, random: SeededRandom) {
    this.id = nodeId(config.nodeId)
    this.config = config
    this.rigTime = time
    this.network = network
    this.random = random
    this.time = new NodeTime(time)
    this.disk = this.newDisk()
  }

  get address(): string {
    return this.config.advertise
  }

  get isUp(): boolean {
    return this.life !== undefined
  }

  get node(): Node {
    assert(this.life !== undefined, `node ${this.id} is down`)
    return this.life.node
  }

  /** The engine and the log of the present life. */
  get directory(): DataDirectory {
    assert(this.life !== undefined, `node ${this.id} is down`)
    return this.life.directory
  }

  /** Needs time to pass. Never settles if the node crashes meanwhile. */
  async start(): Promise<void> {
    assert(this.life === undefined, `node ${this.id} runs already`)
    const time = new NodeTime(this.rigTime)
    time.wallOffsetMicros = this.time.wallOffsetMicros
    time.rate = this.time.rate
    this.time = time
    this.lives++
    const holder: { node?: Node } = {}
    const directory = await this.open(holder, time)
    const node = new Node(this.config, {
      clock: time,
      scheduler: time,
      random: this.random.fork(),
      engine: directory.engine,
      raftLog: directory.raftLog,
      connect: (handlers, clockReading) =>
        this.network.connect(this.id, time, handlers, clockReading),
      bootId: `${this.id}.${this.lives}`,
      identity: directory.directoryId,
      gatewayId: this.randomHex(),
      log: (level, message, fields) => {
        if (level === 'error') this.failures.push(new Error(message, { cause: fields }))
      },
      resources: () => ({
        diskFreeBytes: Math.min(this.disk.freeBytes(), DISK_BYTES),
        diskTotalBytes: Math.min(this.capacityBytes, DISK_BYTES),
        memoryBytes: 2 ** 30,
      }),
      fatal: (error) => this.fatal(error, time),
    })
    holder.node = node
    this.life = { node, directory }
    await node.start()
  }

  /** The power fails. */
  crash(): void {
    this.time.kill()
    this.life = undefined
    this.disk.crash(this.random)
    this.store.crash(this.random)
    this.gone()
  }

  /** The process ends in good order; the machine goes on. Needs time to pass. */
  async shutDown(): Promise<void> {
    const { node, directory } = this
    const { time } = this
    await node.stop()
    await directory.close()
    if (!time.isAlive) return
    time.kill()
    this.life = undefined
    this.gone()
  }

  /** The disk is replaced by an empty one. Only while the node is down. */
  wipe(): void {
    assert(this.life === undefined, `node ${this.id} runs`)
    this.disk = this.newDisk()
    this.store = new MemoryStore()
  }

  /** Leaves so much room on the disk. */
  leaveFree(bytes: number): void {
    this.capacityBytes = Number.MAX_SAFE_INTEGER
    this.capacityBytes += bytes - this.disk.freeBytes()
  }

  /** The disk, for faults behind the process's back. */
  get media(): MemoryDisk {
    return this.disk
  }

  /** Calls `lost` when the present life ends. */
  onDown(lost: () => void): void {
    this.downListeners.push(lost)
  }

  /** The shard that owns a key of the default keyspace, as this node knows the map. */
  shardOf(key: string): ShardId {
    const { shards } = this.node.cluster.view
    const rules = this.node.cluster.rules(DEFAULT_KEYSPACE)!
    const slot = shards.slotOf(tokenOf(DEFAULT_KEYSPACE, keyOfText(key), rules.partition))
    return shards.shardAt(slot)
  }

  /** Fingerprint of everything that the replica of this shard holds, in memory and in the engine. */
  async digest(shard: ShardId): Promise<string> {
    const { node, directory } = this
    const { machine } = node.host.replica(shard)!
    await node.driver.pump.caughtUp()
    const state = stateDigest(machine)
    const meta = decodeMeta((await directory.engine.get(metaKey(shard)))!)
    const versions = new VersionsDigest(meta)
    for (const range of versionRanges(meta)) versions.add(await directory.engine.iterate(range))
    return `${state}/${versions.value()}`
  }

  private gone(): void {
    this.network.down(this.id)
    for (const lost of this.downListeners.splice(0)) lost()
  }

  private open(holder: { node?: Node }, time: NodeTime): Promise<DataDirectory> {
    const { config, disk, store } = this
    const fileSystem = disk.mount()
    return openDataDirectory({
      fileSystem,
      path: config.data,
      identity: { clusterId: config.clusterId, nodeId: this.id },
      newDirectoryId: () => this.randomHex(),
      processId: this.lives,
      openEngine: () =>
        Promise.resolve(
          store.open({
            scheduler: time,
            latencyMs: (operation) => this.engineLatencyMs(operation),
            failure: (operation) => {
              this.engineTap(operation)
              return this.engineFault(operation)
            },
          }),
        ),
      openLog: (directory, createIfMissing) =>
        RaftLog.open({
          fileSystem,
          scheduler: time,
          random: this.random.fork(),
          directory,
          createIfMissing,
          fileBytes: config.logFileSize,
          maxBytes: config.logMax,
          cacheBytes: config.logCache,
          snapshotOf: (shard) => holder.node?.snapshotOf(shard) ?? 'fetching',
          onFetched: (shard) => holder.node?.entriesFetched(shard),
          onFatal: (error) => this.fatal(error, time),
        }),
    })
  }

  /** A real process ends here. */
  private fatal(error: unknown, life: NodeTime): void {
    if (!life.isAlive) return
    this.failures.push(error)
    this.crash()
    this.died(error)
  }

  private newDisk(): MemoryDisk {
    return new MemoryDisk({
      scheduler: {
        after: (delayMs, run) => this.time.after(delayMs, run),
        every: (intervalMs, run) => this.time.every(intervalMs, run),
        endOfTurn: (run) => this.time.endOfTurn(run),
        afterTurn: (run) => this.time.afterTurn(run),
      },
      latencyMs: (operation, path) => this.diskLatencyMs(operation, path),
      fault: (operation, path) => this.diskFault(operation, path),
      capacityBytes: () => this.capacityBytes,
    })
  }

  private randomHex(): string {
    return Array.from({ length: 32 }, () => this.random.integer(0, 15).toString(16)).join('')
  }
}
