/**
 * A simulated disk. `MemoryDisk` is the disk and outlives processes; `mount` is a process that uses it; `crash` is the
 * power failing under that process.
 *
 * Model, harsher than most real disks and never kinder than the contract in file-system.ts:
 * - data not yet synced is kept or lost page by page (4 KiB), by the caller's generator;
 * - a `dataSync` write in flight at the crash leaves any mixture of its 512-byte sectors, old and new;
 * - names not yet synced are lost from some point on: a directory's changes survive as a prefix;
 * - a file's size not yet synced falls back to the durable one (what is cut off is gone, what is regained is zeros).
 * Calls in flight at a crash never settle. Faults are injected by `DiskHooks`, rot by `flipBits`.
 */
import { assert } from '../base/assert.ts'
import type { Scheduler } from '../base/clock.ts'
import type { Random } from '../base/random.ts'
import { directoryOf, type File, type FileSystem, type OpenOptions } from './file-system.ts'

export type DiskOperation =
  'open' | 'write' | 'read' | 'fill' | 'sync' | 'rename' | 'unlink' | 'sync-directory' | 'metadata'

/** How a simulator takes part in the life of a disk. All may be left out. */
export interface DiskHooks {
  /** With it, operations take effect and answer `latencyMs` after they begin. */
  readonly scheduler?: Scheduler | undefined
  /** Milliseconds that an operation takes; 0 without. */
  readonly latencyMs?: ((operation: DiskOperation, path: string) => number) | undefined
  /**
   * Called as each operation begins. A returned code (`EIO`, `ENOSPC` …) makes it fail with no effect, except that
   * parts of a failed `dataSync` write may turn up after a crash. May call `crash`.
   */
  readonly fault?: ((operation: DiskOperation, path: string) => string | undefined) | undefined
  /** Size of the disk in bytes; growing files beyond it fails with `ENOSPC`. Unbounded without. */
  readonly capacityBytes?: (() => number) | undefined
}

const PAGE_BYTES = 4096
const SECTOR_BYTES = 512

class DiskError extends Error {
  readonly code: string

  constructor(code: string, operation: string, path: string) {
    super(`${code}: ${operation} '${path}'`)
    this.code = code
  }
}

/** One file's content: what is durable, and the pages written since. */
class Inode {
  private durable = Buffer.alloc(0)
  private durableSize = 0
  private readonly dirty = new Map<number, Buffer>()
  /** As the process sees it. */
  size = 0
  /** A dataSync write that has not been answered. */
  inFlight: { readonly bytes: Uint8Array; readonly position: number } | undefined

  read(into: Uint8Array, position: number): number {
    const count = Math.max(0, Math.min(into.length, this.size - position))
    for (let done = 0; done < count;) {
      const at = position + done
      const within = at % PAGE_BYTES
      const length = Math.min(PAGE_BYTES - within, count - done)
      const page = this.dirty.get(at - within)
      const target = into.subarray(done, done + length)
      if (page !== undefined) target.set(page.subarray(within, within + length))
      else {
        target.fill(0)
        target.set(this.durable.subarray(at, Math.min(at + length, this.durableSize)))
      }
      done += length
    }
    return count
  }

  write(bytes: Uint8Array, position: number): void {
    this.size = Math.max(this.size, position + bytes.length)
    for (let done = 0; done < bytes.length;) {
      const at = position + done
      const within = at % PAGE_BYTES
      const length = Math.min(PAGE_BYTES - within, bytes.length - done)
      this.dirtyPage(at - within).set(bytes.subarray(done, done + length), within)
      done += length
    }
  }

  /** A dataSync write reached the disk: its own bytes, and the size if it grew the file. */
  writeThrough(bytes: Uint8Array, position: number): void {
    const end = position + bytes.length
    this.size = Math.max(this.size, end)
    this.growDurable(Math.max(this.durableSize, end))
    this.durable.set(bytes, position)
    for (const [start, page] of this.dirty) {
      const from = Math.max(start, position)
      const to = Math.min(start + PAGE_BYTES, end)
      if (from < to) page.set(bytes.subarray(from - position, to - position), from - start)
    }
  }

  zeroFill(bytes: number): void {
    this.dirty.clear()
    // Beyond the durable size there are zeros anyway; within it a crash before the sync shows old bytes or zeros.
    for (let start = 0; start < Math.min(bytes, this.durableSize); start += PAGE_BYTES) {
      if (!isZero(this.durable.subarray(start, start + PAGE_BYTES))) this.dirtyPage(start).fill(0)
    }
    this.size = bytes
  }

  sync(): void {
    this.growDurable(this.size)
    for (const [start, page] of this.dirty) this.putPage(start, page)
    this.dirty.clear()
  }

  crash(random: Random): void {
    for (const [start, page] of this.dirty) {
      if (random.float() < 0.5 && start < this.durableSize) this.putPage(start, page)
    }
    this.dirty.clear()
    const { inFlight } = this
    this.inFlight = undefined
    if (inFlight !== undefined) {
      for (let done = 0; done < inFlight.bytes.length; done += SECTOR_BYTES) {
        if (random.float() < 0.5) continue
        const sector = inFlight.bytes.subarray(done, done + SECTOR_BYTES)
        this.growDurable(Math.max(this.durableSize, inFlight.position + done + sector.length))
        this.durable.set(sector, inFlight.position + done)
      }
    }
    this.size = this.durableSize
  }

  flipBits(position: number, mask: number): void {
    this.sync()
    assert(position < this.size, `bit rot at ${position} beyond the file's ${this.size} bytes`)
    this.durable[position]! ^= mask
  }

  private putPage(start: number, page: Buffer): void {
    this.durable.set(page.subarray(0, Math.min(PAGE_BYTES, this.durableSize - start)), start)
  }

  private dirtyPage(start: number): Buffer {
    let page = this.dirty.get(start)
    if (page === undefined) {
      page = Buffer.alloc(PAGE_BYTES)
      page.set(this.durable.subarray(start, Math.min(start + PAGE_BYTES, this.durableSize)))
      this.dirty.set(start, page)
    }
    return page
  }

  private growDurable(size: number): void {
    if (size > this.durable.length) {
      const grown = Buffer.alloc(Math.max(size, this.durable.length * 2))
      grown.set(this.durable.subarray(0, this.durableSize))
      this.durable = grown
    }
    if (size > this.durableSize) this.durableSize = size
  }
}

function isZero(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte !== 0) return false
  return true
}

/** A change of names that the next `syncDirectory` makes durable. */
interface NameChange {
  readonly directory: string
  readonly remove: string | undefined
  readonly add: string | undefined
  readonly inode: Inode
}

export class MemoryDisk {
  private readonly hooks: DiskHooks
  private names = new Map<string, Inode>()
  private durableNames = new Map<string, Inode>()
  private changes: NameChange[] = []
  private readonly directories = new Set<string>(['/', '.'])
  /** Rises with every crash; calls of an older one never settle. */
  private life = 0

  constructor(hooks: DiskHooks = {}) {
    this.hooks = hooks
  }

  /** The disk as the process sees it that runs now; dead after the next crash. */
  mount(): FileSystem {
    return new MemoryFileSystem(this, this.life)
  }

  crash(random: Random): void {
    this.life++
    const kept = new Map<string, number>()
    for (const change of this.changes) kept.set(change.directory, 0)
    for (const directory of kept.keys()) {
      const count = this.changes.filter((change) => change.directory === directory).length
      kept.set(directory, random.integer(0, count))
    }
    for (const change of this.changes) {
      const left = kept.get(change.directory)!
      if (left === 0) continue
      kept.set(change.directory, left - 1)
      applyChange(this.durableNames, change)
    }
    this.changes = []
    this.names = new Map(this.durableNames)
    for (const inode of new Set(this.names.values())) inode.crash(random)
  }

  /** Rot: XORs one byte of a file with `mask`. */
  flipBits(path: string, position: number, mask: number): void {
    this.inode(path, 'open').flipBits(position, mask)
  }

  /** A file's bytes as the process sees them, copied. */
  contentOf(path: string): Buffer {
    const inode = this.inode(path, 'open')
    const content = Buffer.alloc(inode.size)
    inode.read(content, 0)
    return content
  }

  /** Overwrites part of a file, durably, behind the process's back. */
  overwrite(path: string, bytes: Uint8Array, position: number): void {
    this.inode(path, 'open').writeThrough(bytes, position)
  }

  // What follows is for the mounted file system only.

  isAlive(life: number): boolean {
    return life === this.life
  }

  get diskHooks(): DiskHooks {
    return this.hooks
  }

  inode(path: string, operation: DiskOperation): Inode {
    const inode = this.names.get(path)
    if (inode === undefined) throw new DiskError('ENOENT', operation, path)
    return inode
  }

  create(path: string): Inode {
    const directory = directoryOf(path)
    if (!this.directories.has(directory)) throw new DiskError('ENOENT', 'open', path)
    const inode = new Inode()
    this.change({ directory, remove: undefined, add: path, inode })
    return inode
  }

  has(path: string): boolean {
    return this.names.has(path) || this.directories.has(path)
  }

  rename(from: string, to: string): void {
    const inode = this.inode(from, 'rename')
    assert(directoryOf(from) === directoryOf(to), `rename across directories: ${from} to ${to}`)
    this.change({ directory: directoryOf(from), remove: from, add: to, inode })
  }

  unlink(path: string): void {
    const inode = this.inode(path, 'unlink')
    this.change({ directory: directoryOf(path), remove: path, add: undefined, inode })
  }

  list(directory: string): string[] {
    if (!this.directories.has(directory)) throw new DiskError('ENOENT', 'metadata', directory)
    const prefix = directory.endsWith('/') ? directory : `${directory}/`
    const children = [...this.names.keys(), ...this.directories].filter(
      (path) => path !== directory && path.startsWith(prefix),
    )
    return [...new Set(children.map((path) => path.slice(prefix.length).split('/')[0]!))].sort()
  }

  makeDirectory(path: string): void {
    // Directories are made once at the start of a node's life; that they could be lost is not modelled.
    for (let at = path; !this.directories.has(at); at = directoryOf(at)) this.directories.add(at)
  }

  syncDirectory(directory: string): void {
    for (const change of this.changes) {
      if (change.directory === directory) applyChange(this.durableNames, change)
    }
    this.changes = this.changes.filter((change) => change.directory !== directory)
  }

  freeBytes(): number {
    const capacity = this.hooks.capacityBytes?.() ?? Number.MAX_SAFE_INTEGER
    let used = 0
    for (const inode of new Set(this.names.values())) used += inode.size
    return Math.max(0, capacity - used)
  }

  reserve(inode: Inode, size: number, path: string): void {
    if (size > inode.size && size - inode.size > this.freeBytes()) {
      throw new DiskError('ENOSPC', 'write', path)
    }
  }

  private change(change: NameChange): void {
    applyChange(this.names, change)
    this.changes.push(change)
  }
}

function applyChange(names: Map<string, Inode>, change: NameChange): void {
  if (change.remove !== undefined) names.delete(change.remove)
  if (change.add !== undefined) names.set(change.add, change.inode)
}

class MemoryFileSystem implements FileSystem {
  private readonly disk: MemoryDisk
  private readonly life: number

  constructor(disk: MemoryDisk, life: number) {
    this.disk = disk
    this.life = life
  }

  isAlive(): boolean {
    return this.disk.isAlive(this.life)
  }

  /** Runs `effect` when the operation is due; never settles if the process died meanwhile. */
  run<Result>(operation: DiskOperation, path: string, effect: () => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (!this.isAlive()) return
      const { scheduler, latencyMs, fault } = this.disk.diskHooks
      const code = fault?.(operation, path)
      if (!this.isAlive()) return
      const finish = (): void => {
        if (!this.isAlive()) return
        try {
          if (code !== undefined) throw new DiskError(code, operation, path)
          resolve(effect())
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)))
        }
      }
      if (scheduler === undefined) queueMicrotask(finish)
      else scheduler.after(latencyMs?.(operation, path) ?? 0, finish)
    })
  }

  open(path: string, options: OpenOptions = {}): Promise<File> {
    return this.run('open', path, () => {
      const create = options.create === true && !this.disk.has(path)
      const inode = create ? this.disk.create(path) : this.disk.inode(path, 'open')
      return new MemoryFile(this, this.disk, inode, path, options.dataSync ?? false)
    })
  }

  rename(from: string, to: string): Promise<void> {
    return this.run('rename', from, () => this.disk.rename(from, to))
  }

  unlink(path: string): Promise<void> {
    return this.run('unlink', path, () => this.disk.unlink(path))
  }

  list(directory: string): Promise<string[]> {
    return this.run('metadata', directory, () => this.disk.list(directory))
  }

  makeDirectory(path: string): Promise<void> {
    return this.run('metadata', path, () => this.disk.makeDirectory(path))
  }

  syncDirectory(path: string): Promise<void> {
    return this.run('sync-directory', path, () => this.disk.syncDirectory(path))
  }

  exists(path: string): Promise<boolean> {
    return this.run('metadata', path, () => this.disk.has(path))
  }

  freeBytes(path: string): Promise<number> {
    return this.run('metadata', path, () => this.disk.freeBytes())
  }
}

class MemoryFile implements File {
  readonly path: string
  private readonly fileSystem: MemoryFileSystem
  private readonly disk: MemoryDisk
  private readonly inode: Inode
  private readonly dataSync: boolean
  private open = true

  constructor(
    fileSystem: MemoryFileSystem,
    disk: MemoryDisk,
    inode: Inode,
    path: string,
    dataSync: boolean,
  ) {
    this.fileSystem = fileSystem
    this.disk = disk
    this.inode = inode
    this.path = path
    this.dataSync = dataSync
  }

  write(bytes: Uint8Array, position: number): Promise<void> {
    assert(this.open, `write to the closed file ${this.path}`)
    assert(
      !this.fileSystem.isAlive() || this.inode.inFlight === undefined,
      `two writes in flight to ${this.path}`,
    )
    if (this.dataSync && this.fileSystem.isAlive()) this.inode.inFlight = { bytes, position }
    return this.fileSystem.run('write', this.path, () => {
      this.inode.inFlight = undefined
      this.disk.reserve(this.inode, position + bytes.length, this.path)
      if (this.dataSync) this.inode.writeThrough(bytes, position)
      else this.inode.write(bytes, position)
    })
  }

  read(into: Uint8Array, position: number): Promise<number> {
    assert(this.open, `read of the closed file ${this.path}`)
    return this.fileSystem.run('read', this.path, () => this.inode.read(into, position))
  }

  size(): Promise<number> {
    return this.fileSystem.run('metadata', this.path, () => this.inode.size)
  }

  fillWithZeros(bytes: number): Promise<void> {
    return this.fileSystem.run('fill', this.path, () => {
      this.disk.reserve(this.inode, bytes, this.path)
      this.inode.zeroFill(bytes)
    })
  }

  sync(): Promise<void> {
    assert(this.open, `sync of the closed file ${this.path}`)
    return this.fileSystem.run('sync', this.path, () => this.inode.sync())
  }

  close(): Promise<void> {
    this.open = false
    return Promise.resolve()
  }
}
