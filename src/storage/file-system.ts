/**
 * The few file operations that the log and the data directory need, as an interface, so that a simulated disk can take
 * their place. Failures reject with an `Error` whose `code` is the system's (`ENOSPC`, `EIO`, `ENOENT` …); callers turn
 * them into `FatalError`s with a text that says what to do.
 *
 * Durability, for every implementation:
 * - data written through a file that was opened with `dataSync` is durable when `write` resolves;
 * - other data, and a file's size, are durable when `sync` of the file has resolved;
 * - names (created, renamed, removed files) are durable when `syncDirectory` of their directory has resolved.
 * After a crash anything else may be there, in part or not at all.
 */
export interface OpenOptions {
  /** Makes the file if it is missing. */
  readonly create?: boolean
  /** O_DSYNC: one `write` is one durable write, in one trip to the thread pool. */
  readonly dataSync?: boolean
}

export interface File {
  readonly path: string
  /**
   * Writes all of `bytes` at `position`, or rejects: a short write is a failure. The bytes must not change until it
   * settles. At most one write in flight per file.
   */
  write(bytes: Uint8Array, position: number): Promise<void>
  /** Fills `into` from `position` on; returns the bytes read, fewer only at the end of the file. */
  read(into: Uint8Array, position: number): Promise<number>
  /** Current size in bytes. */
  size(): Promise<number>
  /** Makes the file `bytes` long, filled with zeros for which space is really allocated. Not durable before `sync`. */
  fillWithZeros(bytes: number): Promise<void>
  sync(): Promise<void>
  /** The file must have no call in flight. Safe to call twice. */
  close(): Promise<void>
}

export interface FileSystem {
  open(path: string, options?: OpenOptions): Promise<File>
  /** Replaces `to` if it exists. Both in one directory. */
  rename(from: string, to: string): Promise<void>
  unlink(path: string): Promise<void>
  /** Names in a directory, ascending, without `.` and `..`. */
  list(directory: string): Promise<string[]>
  /** Makes the directory and its parents where they are missing. */
  makeDirectory(path: string): Promise<void>
  syncDirectory(path: string): Promise<void>
  /** Whether there is a file or directory of that name. */
  exists(path: string): Promise<boolean>
  /** Bytes that the disk under `path` still takes from this process. */
  freeBytes(path: string): Promise<number>
}

/** The system's code of a failed file operation, `''` if it has none. */
export function errorCodeOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : ''
}

/** A file operation's failure as text. */
export function fileErrorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

export function joinPath(directory: string, name: string): string {
  return directory.endsWith('/') ? directory + name : `${directory}/${name}`
}

/** The directory part of a path; `.` if it has none. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/')
  if (slash < 0) return '.'
  return slash === 0 ? '/' : path.slice(0, slash)
}

/** The whole content of a small file, or `undefined` if there is none. */
export async function readSmallFile(
  fileSystem: FileSystem,
  path: string,
): Promise<Buffer | undefined> {
  if (!(await fileSystem.exists(path))) return undefined
  const file = await fileSystem.open(path)
  try {
    const content = Buffer.alloc(await file.size())
    const count = await file.read(content, 0)
    return content.subarray(0, count)
  } finally {
    await file.close()
  }
}

/**
 * Puts `content` in place of a small file, durably: after a crash at any point there is either the old content or the
 * new. Uses a second file with `.new` behind its name.
 */
export async function replaceSmallFile(
  fileSystem: FileSystem,
  path: string,
  content: Uint8Array,
): Promise<void> {
  const draft = `${path}.new`
  if (await fileSystem.exists(draft)) await fileSystem.unlink(draft)
  const file = await fileSystem.open(draft, { create: true })
  try {
    await file.write(content, 0)
    await file.sync()
  } finally {
    await file.close()
  }
  await fileSystem.rename(draft, path)
  await fileSystem.syncDirectory(directoryOf(path))
}
