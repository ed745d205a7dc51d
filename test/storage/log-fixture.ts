/** A Raft log on a simulated disk, and short ways to feed it. */
import { type Scheduler, systemScheduler } from '../../src/base/clock.ts'
import { replicaId, segment, type ShardId, shardId } from '../../src/base/ids.ts'
import { SeededRandom } from '../../src/base/random.ts'
import type { Entry, HardState } from '../../src/raft/messages.ts'
import type { FileSystem } from '../../src/storage/file-system.ts'
import type { MemoryDisk } from '../../src/storage/memory-files.ts'
import { type LogItem, RaftLog, type RaftLogOptions } from '../../src/storage/raft-log.ts'

export const DIRECTORY = '/data/raft'
export const PAGE = 4096

export interface LogSettings {
  readonly scheduler?: Scheduler
  readonly fileBytes?: number
  readonly maxBytes?: number
  readonly cacheBytes?: number
  readonly createIfMissing?: boolean
  readonly onFetched?: (shard: ShardId) => void
  readonly onFatal?: (error: unknown) => void
}

export async function openLog(
  source: MemoryDisk | FileSystem,
  settings: LogSettings = {},
): Promise<RaftLog> {
  const fileSystem = 'mount' in source ? source.mount() : source
  await fileSystem.makeDirectory(DIRECTORY)
  return openLogIn(fileSystem, DIRECTORY, settings)
}

export function openLogIn(
  fileSystem: FileSystem,
  directory: string,
  settings: LogSettings = {},
): Promise<RaftLog> {
  const options: RaftLogOptions = {
    fileSystem,
    directory,
    scheduler: settings.scheduler ?? systemScheduler,
    random: new SeededRandom(42),
    createIfMissing: settings.createIfMissing ?? true,
    fileBytes: settings.fileBytes ?? 16 * PAGE,
    maxBytes: settings.maxBytes ?? 64 * PAGE,
    cacheBytes: settings.cacheBytes ?? 1024 * 1024,
    snapshotOf: () => 'fetching',
    onFetched: settings.onFetched ?? (() => undefined),
    onFatal:
      settings.onFatal ??
      ((error) => {
        throw error
      }),
  }
  return RaftLog.open(options)
}

/** Entry `index` of `term`, whose data tell which entry it is. */
export function entry(index: number, term = 1, dataBytes = 20): Entry {
  const data = Buffer.alloc(dataBytes, `${term}/${index}.`)
  return { index, term, type: 'normal', data }
}

/** Entries first … last. */
export function entries(first: number, last: number, term = 1, dataBytes = 20): Entry[] {
  return Array.from({ length: last - first + 1 }, (_, i) => entry(first + i, term, dataBytes))
}

export function hard(term: number, vote: number, commit: number): HardState {
  return { term, vote: replicaId(vote), commit }
}

export const S1 = shardId(1)
export const S2 = shardId(2)
export const S3 = shardId(3)

export function start(shard: ShardId, index = 0, term = 0, replica = 1): LogItem {
  return { shard, start: { replica: replicaId(replica), index, term } }
}

export function mark(index: number, term: number, segmentNumber = 7): LogItem['snapshotMark'] {
  return { segment: segment(segmentNumber), index, term }
}

/** `term:first-last` of a shard's log and its hard state, in short. */
export function summary(log: RaftLog, shard: ShardId): string {
  const found = log.findShard(shard)
  if (found === undefined) return 'none'
  const { term, vote, commit } = found.hardState()
  const terms: string[] = []
  for (let at = found.firstIndex() - 1; at <= found.lastIndex(); at++) {
    terms.push(`${at}@${found.term(at)}`)
  }
  return `replica ${found.replica}, term ${term} vote ${vote} commit ${commit}, ${terms.join(' ')}`
}
