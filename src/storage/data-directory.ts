/**
 * A node's data directory (03): `node.json` says whose it is, `LOCK` who uses it, `raft/` holds the Raft log and `kv/`
 * the engine.
 *
 * Only one process may use it. Node.js has no file locks, but RocksDB takes one on `kv/LOCK` that the system releases
 * when the process dies; so the engine is opened first, and everything else happens under its lock. Our own `LOCK` only
 * holds the process id, for the message.
 *
 * `node.json` is written last when a directory is made. From then on the log and the engine must be there: a node that
 * lost its votes, or rows that its log no longer repeats, must not go on under its old identity.
 */
import { FatalError } from '../base/errors.ts'
import { type NodeId, nodeId } from '../base/ids.ts'
import type { Engine } from './engine.ts'
import {
  directoryOf,
  errorCodeOf,
  fileErrorText,
  type FileSystem,
  joinPath,
  readSmallFile,
  replaceSmallFile,
} from './file-system.ts'
import type { RaftLog } from './raft-log.ts'

const FORMAT_VERSION = 1
const IDENTITY_FILE = 'node.json'
const LOCK_FILE = 'LOCK'
const RAFT_DIRECTORY = 'raft'
const ENGINE_DIRECTORY = 'kv'

const RESTORE_OR_REBUILD =
  'restore it, or remove the node from the cluster (kvctl node remove) and start on an empty directory as a new node'

/** Whose directory it is. */
export interface NodeIdentity {
  readonly clusterId: string
  readonly nodeId: NodeId
}

interface StoredIdentity extends NodeIdentity {
  readonly directoryId: string
  readonly bootCounter: number
}

export interface DataDirectoryOptions {
  readonly fileSystem: FileSystem
  readonly path: string
  readonly identity: NodeIdentity
  /** A new random name, should the directory be made now. */
  readonly newDirectoryId: () => string
  /** Put into `LOCK`, for people. */
  readonly processId: number
  /** Opens the engine in this directory, which it may make only if `create`. Must take the lock. */
  readonly openEngine: (path: string, create: boolean) => Promise<Engine>
  /** Opens the log in this directory, which exists; it may make a new log only if `create`. */
  readonly openLog: (path: string, create: boolean) => Promise<RaftLog>
}

export interface DataDirectory {
  readonly identity: NodeIdentity
  /** Made with the directory: a node whose disk was wiped cannot pass for its former self. */
  readonly directoryId: string
  /** Rises with every start of the node; 1 at the first. */
  readonly bootCounter: number
  readonly engine: Engine
  readonly raftLog: RaftLog
  /** Closes the log, then the engine and with it the lock. */
  close(): Promise<void>
}

/**
 * Whose directory this is, without opening it: `undefined` if it is nobody's yet. Throws `FatalError`
 * (`format-unsupported`, `data-directory-unusable`).
 */
export async function readIdentity(
  fileSystem: FileSystem,
  path: string,
): Promise<NodeIdentity | undefined> {
  const stored = await readStored(fileSystem, path)
  return stored && { clusterId: stored.clusterId, nodeId: stored.nodeId }
}

/**
 * Opens the directory, or makes it. Throws `FatalError`: `data-directory-unusable` (not writable, or parts are
 * missing), `data-directory-foreign` (another node's or cluster's), `data-directory-locked`, `format-unsupported`, and
 * whatever the log and the engine have to say.
 */
export async function openDataDirectory(options: DataDirectoryOptions): Promise<DataDirectory> {
  const { fileSystem, path, identity } = options
  const stored = await usable(path, async () => {
    await fileSystem.makeDirectory(path)
    return readStored(fileSystem, path)
  })
  checkIdentity(path, stored, identity)
  await checkParts(fileSystem, path, stored !== undefined)
  if (stored === undefined) await usable(path, () => makeParts(fileSystem, path))
  const engine = await openEngine(options, stored === undefined)
  try {
    await usable(path, () => writeLockFile(options))
    const raftLog = await openLog(options, stored === undefined)
    const bootCounter = (stored?.bootCounter ?? 0) + 1
    const directoryId = stored?.directoryId ?? options.newDirectoryId()
    const fields = { ...identity, directoryId, bootCounter }
    await usable(path, () => writeStored(fileSystem, path, fields))
    return {
      identity,
      directoryId,
      bootCounter,
      engine,
      raftLog,
      async close() {
        await raftLog.close()
        await engine.close()
      },
    }
  } catch (error) {
    await engine.close()
    throw error
  }
}

async function openEngine(options: DataDirectoryOptions, create: boolean): Promise<Engine> {
  try {
    return await options.openEngine(joinPath(options.path, ENGINE_DIRECTORY), create)
  } catch (error) {
    if (!(error instanceof FatalError) || error.kind !== 'data-directory-locked') throw error
    const holder = await readSmallFile(options.fileSystem, joinPath(options.path, LOCK_FILE))
    const process = holder === undefined ? '' : ` (process ${holder.toString('utf8').trim()})`
    throw new FatalError(
      'data-directory-locked',
      `${options.path} is in use by another process${process}: stop it, or choose another data directory`,
      { cause: error },
    )
  }
}

async function openLog(options: DataDirectoryOptions, create: boolean): Promise<RaftLog> {
  const path = joinPath(options.path, RAFT_DIRECTORY)
  const raftLog = await options.openLog(path, create)
  const [used] = raftLog.shardLogs()
  if (!create || used === undefined) return raftLog
  await raftLog.close()
  throw unusable(
    `${joinPath(options.path, IDENTITY_FILE)} is missing beside a Raft log in use: ${RESTORE_OR_REBUILD}`,
  )
}

async function makeParts(fileSystem: FileSystem, path: string): Promise<void> {
  for (const name of [RAFT_DIRECTORY, ENGINE_DIRECTORY]) {
    await fileSystem.makeDirectory(joinPath(path, name))
  }
  await fileSystem.syncDirectory(path)
  await fileSystem.syncDirectory(directoryOf(path))
}

async function readStored(
  fileSystem: FileSystem,
  path: string,
): Promise<StoredIdentity | undefined> {
  const file = joinPath(path, IDENTITY_FILE)
  const content = await usable(path, () => readSmallFile(fileSystem, file))
  return content && parseStored(file, content.toString('utf8'))
}

function parseStored(file: string, text: string): StoredIdentity {
  let fields: Record<string, unknown>
  try {
    fields = JSON.parse(text) as Record<string, unknown>
  } catch {
    throw unusable(`${file} is not JSON: ${RESTORE_OR_REBUILD}`)
  }
  const { formatVersion, clusterId, nodeId: id, directoryId, bootCounter } = fields
  if (formatVersion !== FORMAT_VERSION) {
    throw new FatalError(
      'format-unsupported',
      `${file} has format ${String(formatVersion)}, this program knows ${FORMAT_VERSION}: run the version that wrote ` +
        'it, or a newer one',
    )
  }
  const named = typeof clusterId === 'string' && typeof directoryId === 'string'
  if (!named || !isPositive(id) || !isPositive(bootCounter)) {
    throw unusable(
      `${file} lacks clusterId, nodeId, directoryId or bootCounter: ${RESTORE_OR_REBUILD}`,
    )
  }
  return { clusterId, nodeId: nodeId(id), directoryId, bootCounter }
}

function isPositive(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0
}

function writeStored(fileSystem: FileSystem, path: string, stored: StoredIdentity): Promise<void> {
  const { clusterId, nodeId: id, directoryId, bootCounter } = stored
  const fields = { formatVersion: FORMAT_VERSION, clusterId, nodeId: id, directoryId, bootCounter }
  const content = Buffer.from(`${JSON.stringify(fields, undefined, 2)}\n`)
  return replaceSmallFile(fileSystem, joinPath(path, IDENTITY_FILE), content)
}

function writeLockFile(options: DataDirectoryOptions): Promise<void> {
  const content = Buffer.from(`${options.processId}\n`)
  return replaceSmallFile(options.fileSystem, joinPath(options.path, LOCK_FILE), content)
}

function checkIdentity(
  path: string,
  stored: StoredIdentity | undefined,
  wanted: NodeIdentity,
): void {
  if (stored === undefined) return
  if (stored.clusterId === wanted.clusterId && stored.nodeId === wanted.nodeId) return
  throw new FatalError(
    'data-directory-foreign',
    `${path} belongs to node ${stored.nodeId} of cluster ${stored.clusterId}, not to node ${wanted.nodeId} of cluster ` +
      `${wanted.clusterId}: choose another data directory, or correct the configuration`,
  )
}

/** The identity, the log and the engine are there together, or the identity is not yet. */
async function checkParts(
  fileSystem: FileSystem,
  path: string,
  hasIdentity: boolean,
): Promise<void> {
  for (const name of [RAFT_DIRECTORY, ENGINE_DIRECTORY]) {
    const part = joinPath(path, name)
    const isThere = await usable(path, () => fileSystem.exists(part))
    if (hasIdentity && !isThere) throw unusable(`${part} is missing: ${RESTORE_OR_REBUILD}`)
  }
}

async function usable<Result>(path: string, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof FatalError) throw error
    const code = errorCodeOf(error)
    const advice =
      code === 'EACCES' || code === 'EROFS' || code === 'EPERM'
        ? 'make it writable for the user that runs kvd'
        : 'check the path and the disk'
    throw unusable(
      `data directory ${path} cannot be used: ${fileErrorText(error)}; ${advice}`,
      error,
    )
  }
}

function unusable(message: string, cause?: unknown): FatalError {
  return new FatalError('data-directory-unusable', message, { cause })
}
