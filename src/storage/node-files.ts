/**
 * `FileSystem` over Node's file system calls. The log's two hot calls, `write` and `read`, use the callback functions
 * on a bare descriptor: one trip to the thread pool each, and no `FileHandle` promise machinery around it.
 */
import { close, constants, fstat, fsync, open, read, write } from 'node:fs'
import { access, mkdir, readdir, rename, statfs, unlink } from 'node:fs/promises'
import { promisify } from 'node:util'
import { errorCodeOf, type File, type FileSystem, type OpenOptions } from './file-system.ts'

const openDescriptor = promisify(open) as (
  path: string,
  flags: number,
  mode?: number,
) => Promise<number>
const closeDescriptor = promisify(close)
const syncDescriptor = promisify(fsync)
const stats = promisify(fstat) as (descriptor: number) => Promise<{ size: number }>

/** Data of the store are for its user alone. */
const FILE_MODE = 0o600
const DIRECTORY_MODE = 0o700
const ZEROS = Buffer.alloc(1024 * 1024)

class NodeFile implements File {
  readonly path: string
  private readonly descriptor: number
  private closed = false

  constructor(path: string, descriptor: number) {
    this.path = path
    this.descriptor = descriptor
  }

  write(bytes: Uint8Array, position: number): Promise<void> {
    return new Promise((resolve, reject) => {
      write(this.descriptor, bytes, 0, bytes.length, position, (error, written) => {
        if (error !== null) reject(error)
        else if (written === bytes.length) resolve()
        else reject(new Error(`short write: ${written} of ${bytes.length} bytes to ${this.path}`))
      })
    })
  }

  async read(into: Uint8Array, position: number): Promise<number> {
    let count = 0
    while (count < into.length) {
      const more = await this.readOnce(into, count, position + count)
      if (more === 0) break
      count += more
    }
    return count
  }

  async size(): Promise<number> {
    return (await stats(this.descriptor)).size
  }

  async fillWithZeros(bytes: number): Promise<void> {
    for (let position = 0; position < bytes; position += ZEROS.length) {
      await this.write(ZEROS.subarray(0, Math.min(ZEROS.length, bytes - position)), position)
    }
  }

  sync(): Promise<void> {
    return syncDescriptor(this.descriptor)
  }

  async close(): Promise<void> {
    if (this.closed) return
    this.closed = true
    await closeDescriptor(this.descriptor)
  }

  private readOnce(into: Uint8Array, offset: number, position: number): Promise<number> {
    return new Promise((resolve, reject) => {
      read(this.descriptor, into, offset, into.length - offset, position, (error, count) => {
        if (error === null) resolve(count)
        else reject(error)
      })
    })
  }
}

export const nodeFileSystem: FileSystem = {
  async open(path: string, options: OpenOptions = {}): Promise<File> {
    const flags =
      constants.O_RDWR |
      (options.create === true ? constants.O_CREAT : 0) |
      (options.dataSync === true ? constants.O_DSYNC : 0)
    return new NodeFile(path, await openDescriptor(path, flags, FILE_MODE))
  },

  rename,
  unlink,

  async list(directory: string): Promise<string[]> {
    return (await readdir(directory)).sort()
  },

  async makeDirectory(path: string): Promise<void> {
    await mkdir(path, { recursive: true, mode: DIRECTORY_MODE })
  },

  async syncDirectory(path: string): Promise<void> {
    const descriptor = await openDescriptor(path, constants.O_RDONLY | constants.O_DIRECTORY)
    try {
      await syncDescriptor(descriptor)
    } finally {
      await closeDescriptor(descriptor)
    }
  },

  async exists(path: string): Promise<boolean> {
    try {
      await access(path)
      return true
    } catch (error) {
      if (errorCodeOf(error) === 'ENOENT') return false
      throw error
    }
  },

  async freeBytes(path: string): Promise<number> {
    const { bavail, bsize } = await statfs(path)
    return bavail * bsize
  },
}
