/** What a log does about bytes that are not the ones it wrote. */
import assert from 'node:assert/strict'
import { crc32c } from '@node-rs/crc32'
import { systemScheduler, type Scheduler } from '../../src/base/clock.ts'
import { FatalError } from '../../src/base/errors.ts'
import { replicaId } from '../../src/base/ids.ts'
import { SeededRandom } from '../../src/base/random.ts'
import { MemoryDisk } from '../../src/storage/memory-files.ts'
import type { RaftLog } from '../../src/storage/raft-log.ts'
import { encodeFileHeader, FIRST_FRAME_OFFSET } from '../../src/storage/wal-format.ts'
import {
  DIRECTORY,
  entries,
  entry,
  hard,
  openLog,
  PAGE,
  S1,
  S2,
  start,
  summary,
} from './log-fixture.ts'

const file = (generation: number): string =>
  `${DIRECTORY}/${String(generation).padStart(10, '0')}.wal`

function corrupt(path: string, offset: number): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof FatalError, String(error))
    assert.equal(error.kind, 'log-corrupt')
    assert.match(error.message, new RegExp(`${path} is damaged at offset ${offset}:`))
    assert.match(error.message, /kvctl node remove/)
    return true
  }
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** A log of six one-page frames in its first file: a start and entries 1 … 5. Closed. */
async function sixFrames(disk: MemoryDisk): Promise<void> {
  const log = await openLog(disk)
  await log.append([start(S1)])
  for (let index = 1; index <= 5; index++) {
    await log.append([{ shard: S1, entries: [entry(index)], hardState: hard(1, 1, index) }])
  }
  await log.close()
}

const frameOffset = (number: number): number => FIRST_FRAME_OFFSET + (number - 1) * PAGE

async function lastIndexOf(disk: MemoryDisk): Promise<number> {
  const log = await openLog(disk)
  const last = log.findShard(S1)?.lastIndex() ?? -1
  await log.close()
  return last
}

async function filesOf(disk: MemoryDisk): Promise<string[]> {
  return disk.mount().list(DIRECTORY)
}

async function fill(log: RaftLog, from: number, count: number): Promise<void> {
  for (let index = from; index < from + count; index++) {
    await log.append([{ shard: S1, entries: [entry(index)], hardState: hard(1, 1, index) }])
  }
}

describe('Raft log recovery', () => {
  it('accepts a torn last write, cut at any sector, and writes over it', async () => {
    for (let cut = 0; cut <= PAGE; cut += 256) {
      const disk = new MemoryDisk()
      await sixFrames(disk)
      disk.overwrite(file(1), Buffer.alloc(PAGE - cut), frameOffset(6) + cut)
      // The frame is 16 bytes of header and some 40 of records: from 256 bytes on it is whole.
      assert.equal(await lastIndexOf(disk), cut === 0 ? 4 : 5, `cut at ${cut}`)
      const log = await openLog(disk)
      await fill(log, log.shard(S1).lastIndex() + 1, 3)
      await log.close()
      assert.equal(await lastIndexOf(disk), cut === 0 ? 7 : 8)
    }
  })

  it('accepts any damage to the last frame as torn, and to an earlier one never', async () => {
    for (let frame = 1; frame <= 6; frame++) {
      for (const bit of [0, 9, 37, 64, 90, 127, 128, 150]) {
        const disk = new MemoryDisk()
        await sixFrames(disk)
        disk.flipBits(file(1), frameOffset(frame) + (bit >> 3), 1 << (bit & 7))
        if (frame === 6) assert.equal(await lastIndexOf(disk), 4)
        else await assert.rejects(openLog(disk), corrupt(file(1), frameOffset(frame)))
      }
    }
  })

  it('refuses a hole of several frames, though only one is left behind it', async () => {
    const disk = new MemoryDisk()
    await sixFrames(disk)
    disk.overwrite(file(1), Buffer.alloc(4 * PAGE), frameOffset(2))
    await assert.rejects(openLog(disk), corrupt(file(1), frameOffset(2)))
  })

  it('refuses damage at the end of a file when a later file has frames', async () => {
    const disk = new MemoryDisk()
    const log = await openLog(disk, { fileBytes: 4 * PAGE })
    await log.append([start(S1)])
    await fill(log, 1, 4)
    await log.close()
    disk.flipBits(file(1), frameOffset(3) + 20, 1)
    await assert.rejects(openLog(disk, { fileBytes: 4 * PAGE }), corrupt(file(1), frameOffset(3)))
  })

  it('refuses a file that is missing in the middle, or at the beginning', async () => {
    for (const missing of [1, 2]) {
      const disk = new MemoryDisk()
      const log = await openLog(disk, { fileBytes: 4 * PAGE })
      await log.append([start(S1)])
      await fill(log, 1, 7)
      await log.close()
      await disk.mount().unlink(file(missing))
      await assert.rejects(openLog(disk, { fileBytes: 4 * PAGE }), corrupt(file(missing + 1), 0))
    }
  })

  it('refuses a damaged file header, and a newer format by its own name', async () => {
    const disk = new MemoryDisk()
    await sixFrames(disk)
    disk.flipBits(file(1), 20, 4)
    await assert.rejects(openLog(disk), corrupt(file(1), 0))
    const newer = new MemoryDisk()
    await sixFrames(newer)
    const header = encodeFileHeader(1, 5)
    header.writeUInt32BE(2, 8)
    header.writeUInt32BE(crc32c(header.subarray(16, 28), 2), 12)
    newer.overwrite(file(1), header, 0)
    await assert.rejects(
      openLog(newer),
      (error: unknown) => error instanceof FatalError && error.kind === 'format-unsupported',
    )
  })

  it('never takes frames of a recycled file for new ones', async () => {
    const disk = new MemoryDisk()
    const settings = { fileBytes: 6 * PAGE, maxBytes: 40 * PAGE }
    let log = await openLog(disk, settings)
    await log.append([start(S1), start(S2)])
    let index = 1
    for (let round = 0; round < 12; round++) {
      await fill(log, index, 5)
      index += 5
      log.compact(S1, index - 1)
      await settle()
    }
    await log.close()
    const names = await filesOf(disk)
    assert.ok(names.length <= 4, names.join(' '))
    assert.ok(!names.includes('0000000001.wal'))
    // The current file still holds old frames behind the new ones.
    log = await openLog(disk, settings)
    assert.equal(log.shard(S1).lastIndex(), index - 1)
    assert.equal(summary(log, S2), 'replica 1, term 0 vote 0 commit 0, 0@0')
    await log.close()
  })

  it('reads nothing back that has rotted since it was written', async () => {
    const disk = new MemoryDisk()
    await sixFrames(disk)
    const fatal: unknown[] = []
    const log = await openLog(disk, { onFatal: (error) => fatal.push(error) })
    const content = disk.contentOf(file(1))
    const at = content.indexOf('1/3.1/3.')
    disk.flipBits(file(1), at + 2, 1)
    const rotten = (error: unknown): boolean =>
      error instanceof FatalError && error.kind === 'log-corrupt' && error.message.includes(file(1))
    await assert.rejects(log.shard(S1).load(2, 5, 1e9), rotten)
    assert.equal(fatal.length, 1)
    await log.close()
  })

  it('says so when a file cannot be read', async () => {
    let broken = false
    const disk = new MemoryDisk({
      fault: (operation) => (broken && operation === 'read' ? 'EIO' : undefined),
    })
    await sixFrames(disk)
    broken = true
    await assert.rejects(
      openLog(disk),
      (error: unknown) => error instanceof FatalError && error.message.includes('EIO'),
    )
  })

  it('tidies up half-made and surplus files', async () => {
    const disk = new MemoryDisk()
    await sixFrames(disk)
    const files = disk.mount()
    for (const name of ['0000000009.tmp', '0000000007.idle', '0000000008.idle']) {
      const made = await files.open(`${DIRECTORY}/${name}`, { create: true })
      await made.fillWithZeros(name.endsWith('7.idle') ? PAGE : 16 * PAGE)
    }
    const log = await openLog(disk)
    await settle()
    const names = await filesOf(disk)
    assert.deepEqual(names, ['0000000001.wal', '0000000002.wal', '0000000008.idle'])
    await log.close()
  })

  it('survives a power failure while it is made, at any operation', async () => {
    for (let crashAt = 1; crashAt < 40; crashAt++) {
      const random = new SeededRandom(crashAt)
      let operations = 0
      let crash: (() => void) | undefined
      const disk = new MemoryDisk({
        fault: () => {
          operations++
          if (operations === crashAt) crash?.()
          return undefined
        },
      })
      crash = () => disk.crash(random)
      const made = openLog(disk).then((log) => log.append([start(S1)]))
      await Promise.race([made, settle().then(settle).then(settle)])
      if (operations < crashAt) disk.crash(random)
      crash = undefined
      const log = await openLog(disk)
      if (log.findShard(S1) === undefined) await log.append([start(S1)])
      await fill(log, 1, 2)
      await log.close()
      assert.equal(await lastIndexOf(disk), 2)
    }
  })
})

describe('Raft log space', () => {
  const settings = { fileBytes: 6 * PAGE, maxBytes: 24 * PAGE }

  async function oldestFile(disk: MemoryDisk): Promise<number> {
    const names = await filesOf(disk)
    return Number(names.find((name) => name.endsWith('.wal'))!.slice(0, 10))
  }

  /** Appends for S1 and compacts it, so that only other shards keep old files. */
  async function churn(log: RaftLog, rounds: number): Promise<void> {
    for (let round = 0; round < rounds; round++) {
      const from = log.shard(S1).lastIndex() + 1
      await fill(log, from, 4)
      log.compact(S1, from + 3)
      await settle()
      await settle()
    }
  }

  it('frees the oldest files and keeps what was in them of idle shards', async () => {
    const disk = new MemoryDisk()
    let log = await openLog(disk, settings)
    const s3 = 9 as typeof S1
    await log.append([
      start(S1),
      start(S2, 30, 4),
      { shard: S2, hardState: hard(6, 2, 30) },
      start(s3),
    ])
    await log.append([
      {
        shard: s3,
        snapshotMark: { segment: 5 as never, index: 12, term: 2 },
        hardState: hard(2, 0, 12),
      },
    ])
    await log.drop(8 as typeof S1, replicaId(3))
    await churn(log, 30)
    assert.ok((await oldestFile(disk)) > 10)
    assert.ok(log.totalBytes <= settings.maxBytes)
    await log.close()
    log = await openLog(disk, settings)
    assert.equal(summary(log, S2), 'replica 1, term 6 vote 2 commit 30, 30@4')
    assert.equal(summary(log, s3), 'replica 1, term 2 vote 0 commit 12, 12@2')
    assert.deepEqual(log.shard(s3).snapshotMark(), { segment: 5, index: 12, term: 2 })
    assert.equal(log.smallestAcceptable(8 as typeof S1), 3)
    assert.equal(summary(log, S1).split(',')[0], 'replica 1')
    await log.close()
  })

  it('moves the whole log of a shard whose few entries pin the oldest file', async () => {
    const disk = new MemoryDisk()
    let log = await openLog(disk, { ...settings, cacheBytes: 500 })
    await log.append([start(S1), start(S2), { shard: S2, entries: entries(1, 3, 1, 50) }])
    await log.append([{ shard: S2, entries: entries(3, 6, 2, 50), hardState: hard(2, 1, 2) }])
    await churn(log, 30)
    assert.ok((await oldestFile(disk)) > 10)
    const expected = 'replica 1, term 2 vote 1 commit 2, 0@0 1@1 2@1 3@2 4@2 5@2 6@2'
    assert.equal(summary(log, S2), expected)
    assert.equal((await log.shard(S2).load(1, 7, 1e9)).length, 6)
    await log.close()
    log = await openLog(disk, settings)
    assert.equal(summary(log, S2), expected)
    assert.deepEqual(await log.shard(S2).load(2, 5, 1e9), [
      entry(2, 1, 50),
      entry(3, 2, 50),
      entry(4, 2, 50),
    ])
    await log.append([{ shard: S2, entries: [entry(7, 2)] }])
    await log.close()
  })

  it('does not write small logs again and again where they nearly fill the budget', async () => {
    let writes = 0
    const disk = new MemoryDisk({
      scheduler: systemScheduler,
      fault: (operation) => {
        if (operation === 'write') writes++
        return undefined
      },
    })
    const log = await openLog(disk, { fileBytes: 8 * PAGE, maxBytes: 16 * PAGE })
    const shards = Array.from({ length: 12 }, (_, i) => (i + 1) as typeof S1)
    for (const shard of shards) {
      await log.append([start(shard)])
      await log.append([{ shard, entries: entries(1, 2) }])
    }
    const busy = async (): Promise<boolean> => {
      const before = writes
      for (let i = 0; i < 50; i++) await new Promise((resolve) => setTimeout(resolve, 1))
      return writes > before
    }
    for (let looks = 0; await busy(); looks++) assert.ok(looks < 20, `${writes} writes`)
    // As soon as they hold less, files are freed again.
    for (const shard of shards.slice(2)) log.compact(shard, 2)
    for (let looks = 0; await busy(); looks++) assert.ok(looks < 20, `${writes} writes`)
    assert.ok(log.totalBytes <= 16 * PAGE, `${log.totalBytes} bytes`)
    for (const shard of shards.slice(0, 2)) assert.equal(log.shard(shard).lastIndex(), 2)
    await log.close()
  })

  it('keeps every file behind a large log, and names it as the one to compact', async () => {
    const disk = new MemoryDisk()
    const log = await openLog(disk, settings)
    await log.append([start(S1), start(S2)])
    await log.append([{ shard: S2, entries: entries(1, 20, 1, 300) }])
    await churn(log, 12)
    assert.equal(await oldestFile(disk), 1)
    assert.ok(log.bytesOverBudget > 0)
    assert.deepEqual(log.largestLaggards(1), [{ shard: S2, liveBytes: 6000, pinsOldest: true }])
    log.compact(S2, 20)
    for (let i = 0; i < 50; i++) await settle()
    assert.ok((await oldestFile(disk)) > 1)
    assert.equal(log.bytesOverBudget, 0)
    assert.deepEqual(log.largestLaggards(5), [])
    await log.close()
  })

  it('moves a log soundly whenever it is compacted meanwhile', async () => {
    let moves = 0
    for (let compactAt = 1; compactAt <= 60; compactAt++) {
      const hooks: { scheduler?: Scheduler } = {}
      const disk = new MemoryDisk(hooks)
      let log = await openLog(disk, { fileBytes: 6 * PAGE, maxBytes: 12 * PAGE })
      await log.append([start(S1), start(S2), { shard: S2, entries: entries(1, 5, 1, 40) }])
      let operations = 0
      const compact = (): void => log.compact(S2, 2)
      hooks.scheduler = {
        after: (_, run) => {
          if (++operations === compactAt) compact()
          setImmediate(run)
          return { cancel: () => undefined }
        },
        every: () => assert.fail(),
        endOfTurn: () => assert.fail(),
        afterTurn: () => assert.fail(),
      }
      await churn(log, 3)
      for (let i = 0; i < 10; i++) await settle()
      delete hooks.scheduler
      if ((await oldestFile(disk)) > 1) moves++
      assert.equal(log.shard(S2).lastIndex(), 5)
      const first = log.shard(S2).firstIndex()
      assert.deepEqual(await log.shard(S2).load(first, 6, 1e9), entries(first, 5, 1, 40))
      await log.close()
      log = await openLog(disk)
      assert.equal(log.shard(S2).lastIndex(), 5)
      assert.deepEqual(await log.shard(S2).load(3, 6, 1e9), entries(3, 5, 1, 40))
      await log.close()
    }
    assert.ok(moves > 50, `${moves} moves`)
  })

  it('has a freed name durably gone before it frees the next file or uses that one again', async () => {
    const trace: string[] = []
    const disk = new MemoryDisk({
      fault: (operation, path) => {
        trace.push(`${operation} ${path}`)
        return undefined
      },
    })
    const log = await openLog(disk, settings)
    await log.append([start(S1)])
    await churn(log, 20)
    await log.close()
    let freed = 0
    let unsynced: string | undefined
    for (const line of trace) {
      const [operation, path = ''] = line.split(' ')
      if (operation === 'sync-directory') unsynced = undefined
      const isFreed = (operation === 'rename' || operation === 'unlink') && path.endsWith('.wal')
      if (isFreed || line === `open ${unsynced}`) {
        assert.equal(unsynced, undefined, line)
        freed++
        unsynced = path.replace('.wal', '.idle')
      }
    }
    assert.ok(freed > 10, `${freed} files freed`)
  })

  it('does not free a file while it is being read', async () => {
    const hooks: { scheduler?: never } = {}
    const disk = new MemoryDisk(hooks)
    let log = await openLog(disk, settings)
    await log.append([start(S1), start(S2)])
    await log.append([{ shard: S2, entries: entries(1, 3, 1, 40) }])
    await log.close()
    log = await openLog(disk, settings)
    const held: (() => void)[] = []
    Object.assign(hooks, {
      scheduler: {
        after: (_: number, run: () => void) => {
          held.push(run)
          return { cancel: () => undefined }
        },
      },
    })
    const reading = log.shard(S2).load(1, 4, 1e9)
    delete hooks.scheduler
    log.compact(S2, 3)
    await churn(log, 6)
    assert.equal(await oldestFile(disk), 1)
    for (const run of held) run()
    // What was asked for has been compacted meanwhile; the read itself was sound.
    assert.equal(await reading, 'compacted')
    for (let i = 0; i < 50; i++) await settle()
    assert.ok((await oldestFile(disk)) > 1)
    await log.close()
  })
})
