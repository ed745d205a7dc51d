import assert from 'node:assert/strict'
import { AssertionError } from '../../src/base/assert.ts'
import type { Scheduler } from '../../src/base/clock.ts'
import { FatalError } from '../../src/base/errors.ts'
import { replicaId, type ShardId } from '../../src/base/ids.ts'
import { MemoryDisk } from '../../src/storage/memory-files.ts'
import { type LogItem, RaftLog } from '../../src/storage/raft-log.ts'
import {
  entries,
  entry,
  hard,
  mark,
  openLog,
  PAGE,
  S1,
  S2,
  S3,
  start,
  summary,
} from './log-fixture.ts'

const bug = (error: unknown): boolean => error instanceof AssertionError

async function reopened(disk: MemoryDisk, log: RaftLog): Promise<RaftLog> {
  await log.close()
  return openLog(disk)
}

describe('Raft log', () => {
  it('shows a new log, its entries and hard state once they are durable, and after a restart', async () => {
    const disk = new MemoryDisk()
    let log = await openLog(disk)
    const append = log.append([
      start(S1, 10, 3),
      { shard: S1, entries: entries(11, 13, 4), hardState: hard(4, 2, 12) },
      start(S2),
    ])
    assert.equal(summary(log, S1), 'none')
    await append
    const expected = 'replica 1, term 4 vote 2 commit 12, 10@3 11@4 12@4 13@4'
    assert.equal(summary(log, S1), expected)
    log = await reopened(disk, log)
    assert.equal(summary(log, S1), expected)
    assert.equal(summary(log, S2), 'replica 1, term 0 vote 0 commit 0, 0@0')
    assert.deepEqual(
      [...log.shardLogs()].map(({ shard }) => shard),
      [S1, S2],
    )
    await log.close()
  })

  it('makes appends durable in the order of the calls, many in one write', async () => {
    const writes: string[] = []
    const disk = new MemoryDisk({
      fault: (operation, path) => {
        if (operation === 'write') writes.push(path)
        return undefined
      },
    })
    const log = await openLog(disk)
    await log.append([start(S1), start(S2)])
    await new Promise((resolve) => setImmediate(resolve))
    writes.length = 0
    const order: number[] = []
    const appends = [1, 2, 3, 4, 5].map((index) =>
      log.append([{ shard: S1, entries: [entry(index)] }]).then(() => {
        assert.ok(log.shard(S1).lastIndex() >= index)
        order.push(index)
      }),
    )
    await Promise.all(appends)
    assert.deepEqual(order, [1, 2, 3, 4, 5])
    assert.equal(writes.length, 2)
    await log.close()
  })

  it('replaces a conflicting tail, across restarts too', async () => {
    const disk = new MemoryDisk()
    let log = await openLog(disk)
    await log.append([
      start(S1),
      { shard: S1, entries: entries(1, 5, 1), hardState: hard(1, 0, 2) },
    ])
    // Twice in one append: the second item overlaps the first.
    await log.append([
      { shard: S1, entries: entries(4, 7, 2) },
      { shard: S1, entries: entries(6, 6, 3), hardState: hard(3, 1, 2) },
    ])
    const expected = 'replica 1, term 3 vote 1 commit 2, 0@0 1@1 2@1 3@1 4@2 5@2 6@3'
    assert.equal(summary(log, S1), expected)
    assert.deepEqual(log.shard(S1).entries(3, 7, 1e9), [
      entry(3, 1),
      entry(4, 2),
      entry(5, 2),
      entry(6, 3),
    ])
    log = await reopened(disk, log)
    assert.equal(summary(log, S1), expected)
    assert.deepEqual(await log.shard(S1).load(3, 7, 1e9), [
      entry(3, 1),
      entry(4, 2),
      entry(5, 2),
      entry(6, 3),
    ])
    await log.close()
  })

  it('answers like a LogStorage at its edges', async () => {
    const log = await openLog(new MemoryDisk())
    await log.append([start(S1, 4, 2), { shard: S1, entries: entries(5, 8, 3, 100) }])
    const shard = log.shard(S1)
    assert.equal(shard.firstIndex(), 5)
    assert.equal(shard.term(4), 2)
    assert.equal(shard.term(3), 'compacted')
    assert.equal(shard.term(9), 'unavailable')
    assert.equal(shard.entries(4, 6, 1e9), 'compacted')
    assert.equal(shard.entries(8, 10, 1e9), 'unavailable')
    const count = (maxBytes: number): number => {
      const found = shard.entries(5, 9, maxBytes)
      return Array.isArray(found) ? found.length : -1
    }
    assert.deepEqual([0, 99, 100, 199, 200, 399, 400].map(count), [1, 1, 1, 1, 2, 3, 4])
    assert.equal(shard.snapshot(), 'fetching')
    const members = { ...shard.initialState().confState, voters: [replicaId(1)] }
    shard.setConfState(members)
    assert.deepEqual(shard.initialState().confState, members)
    log.compact(S1, 8)
    assert.equal(shard.firstIndex(), 9)
    assert.equal(shard.lastIndex(), 8)
    assert.equal(shard.term(8), 3)
    assert.equal(log.liveBytes(S1), 0)
    await log.append([{ shard: S1, entries: [entry(9, 3)] }])
    assert.equal(log.liveBytes(S1), 20)
    await log.close()
  })

  it('fetches what the cache lacks and says when it has come', async () => {
    const disk = new MemoryDisk()
    const fetched: ShardId[] = []
    let log = await openLog(disk)
    await log.append([start(S1), { shard: S1, entries: entries(1, 20, 1, 1000) }])
    await log.close()
    log = await openLog(disk, { onFetched: (shard) => fetched.push(shard) })
    const shard = log.shard(S1)
    assert.equal(shard.entries(3, 9, 3000), 'fetching')
    assert.equal(shard.entries(3, 9, 3000), 'fetching')
    assert.deepEqual(await shard.load(3, 9, 3000), entries(3, 5, 1, 1000))
    assert.deepEqual(fetched, [S1])
    assert.deepEqual(shard.entries(4, 9, 1e9), entries(4, 5, 1, 1000))
    await log.append([{ shard: S1, entries: entries(21, 22, 1, 1000) }])
    assert.deepEqual(shard.entries(21, 23, 1e9), entries(21, 22, 1, 1000))
    assert.deepEqual(await shard.load(18, 23, 1e9), entries(18, 22, 1, 1000))
    await log.close()
  })

  it('never serves entries that were replaced while they were fetched', async () => {
    const hooks: { scheduler?: Scheduler } = {}
    const disk = new MemoryDisk(hooks)
    let log = await openLog(disk)
    await log.append([start(S1), { shard: S1, entries: entries(1, 6, 1) }])
    await log.close()
    // Nothing stays cached, so that only what was fetched could answer.
    log = await openLog(disk, { cacheBytes: 1 })
    const held: (() => void)[] = []
    hooks.scheduler = {
      after: (_, run) => {
        held.push(run)
        return { cancel: () => undefined }
      },
      every: () => assert.fail(),
      endOfTurn: () => assert.fail(),
      afterTurn: () => assert.fail(),
    }
    const load = log.shard(S1).load(4, 7, 1e9)
    delete hooks.scheduler
    await log.append([{ shard: S1, entries: entries(5, 6, 2) }])
    assert.ok(held.length > 0)
    for (const run of held) run()
    assert.deepEqual(await load, [entry(4, 1), entry(5, 2), entry(6, 2)])
    await log.close()
  })

  it('keeps the cache within its bound, oldest arrivals of any shard first', async () => {
    const log = await openLog(new MemoryDisk(), { cacheBytes: 5000 })
    await log.append([start(S1), start(S2)])
    await log.append([{ shard: S1, entries: entries(1, 4, 1, 1000) }])
    await log.append([{ shard: S2, entries: entries(1, 3, 1, 1000) }])
    assert.equal(log.shard(S1).entries(3, 5, 1e9), 'fetching')
    assert.deepEqual(log.shard(S1).entries(4, 5, 1e9), [entry(4, 1, 1000)])
    assert.deepEqual(log.shard(S2).entries(1, 4, 1e9), entries(1, 3, 1, 1000))
    assert.deepEqual(await log.shard(S1).load(1, 5, 1e9), entries(1, 4, 1, 1000))
    await log.close()
  })

  it('replaces the log by a snapshot mark, which stays until it is forgotten', async () => {
    const disk = new MemoryDisk()
    let log = await openLog(disk)
    await log.append([
      start(S1),
      { shard: S1, entries: entries(1, 9, 1), hardState: hard(1, 1, 3) },
    ])
    await log.append([
      { shard: S1, snapshotMark: mark(5, 2), hardState: hard(2, 0, 5), entries: entries(6, 7, 2) },
    ])
    const expected = 'replica 1, term 2 vote 0 commit 5, 5@2 6@2 7@2'
    assert.equal(summary(log, S1), expected)
    log = await reopened(disk, log)
    assert.equal(summary(log, S1), expected)
    assert.deepEqual(log.shard(S1).snapshotMark(), mark(5, 2))
    log.forgetSnapshotMark(S1, 4)
    assert.deepEqual(log.shard(S1).snapshotMark(), mark(5, 2))
    log.forgetSnapshotMark(S1, 5)
    assert.equal(log.shard(S1).snapshotMark(), undefined)
    await log.close()
  })

  it('never takes a removed replica back, with or without a log', async () => {
    const disk = new MemoryDisk()
    let log = await openLog(disk)
    await log.append([start(S1), { shard: S1, entries: entries(1, 3), hardState: hard(1, 1, 1) }])
    await Promise.all([log.drop(S1, replicaId(4)), log.drop(S3, replicaId(2))])
    assert.equal(summary(log, S1), 'none')
    log = await reopened(disk, log)
    assert.equal(summary(log, S1), 'none')
    assert.deepEqual(
      [S1, S2, S3].map((shard) => log.smallestAcceptable(shard)),
      [4, 0, 2],
    )
    await assert.rejects(log.append([start(S1, 0, 0, 3)]), bug)
    await log.append([start(S1, 8, 2, 4), { shard: S1, entries: entries(9, 9, 2) }])
    log = await reopened(disk, log)
    assert.equal(summary(log, S1), 'replica 4, term 0 vote 0 commit 0, 8@2 9@2')
    await log.close()
  })

  it('takes an append that is larger than a file', async () => {
    const disk = new MemoryDisk()
    let log = await openLog(disk, { fileBytes: 4 * PAGE })
    await log.append([start(S1)])
    await log.append([{ shard: S1, entries: entries(1, 10, 1, 5000) }])
    await log.append([{ shard: S1, entries: entries(11, 11, 1, 20) }])
    await log.append([{ shard: S1, entries: entries(12, 30, 1, 5000) }])
    log = await reopened(disk, log)
    assert.equal(log.shard(S1).lastIndex(), 30)
    assert.deepEqual(await log.shard(S1).load(9, 14, 1e9), [
      ...entries(9, 10, 1, 5000),
      entry(11, 1, 20),
      ...entries(12, 13, 1, 5000),
    ])
    await log.close()
  })

  const misuses: [string, LogItem[]][] = [
    ['entries with a gap before them', [{ shard: S1, entries: entries(5, 6) }]],
    ['entries over committed ones', [{ shard: S1, entries: entries(2, 3) }]],
    ['entries of a shard without a log', [{ shard: S2, entries: entries(1, 1) }]],
    ['a second start', [start(S1, 3, 1)]],
    ['a commit index beyond the log', [{ shard: S1, hardState: hard(2, 0, 9) }]],
    ['a term that falls', [{ shard: S1, hardState: hard(0, 0, 2) }]],
    ['a second vote in one term', [{ shard: S1, hardState: hard(1, 3, 2) }]],
    ['a mark without a hard state', [{ shard: S1, snapshotMark: mark(9, 1) }]],
    [
      'a mark behind the start',
      [{ shard: S1, snapshotMark: mark(0, 0), hardState: hard(1, 1, 2) }],
    ],
  ]
  for (const [what, items] of misuses) {
    it(`refuses ${what} as a bug`, async () => {
      const log = await openLog(new MemoryDisk())
      await log.append([start(S1), { shard: S1, entries: entries(1, 3), hardState: hard(1, 1, 2) }])
      await assert.rejects(log.append(items), bug)
      await log.close()
    })
  }

  it('acknowledges nothing after a failed write', async () => {
    for (const code of ['EIO', 'ENOSPC', 'EROFS']) {
      let broken = false
      const disk = new MemoryDisk({
        fault: (operation) => (broken && operation === 'write' ? code : undefined),
      })
      const log = await openLog(disk)
      await log.append([start(S1), start(S2)])
      await new Promise((resolve) => setImmediate(resolve))
      broken = true
      const failed = (error: unknown): boolean =>
        error instanceof FatalError &&
        error.kind === 'log-write-failed' &&
        error.message.includes(code) &&
        error.message.includes('/data/raft/0000000001.wal')
      const inFlight = log.append([{ shard: S1, entries: entries(1, 1) }])
      const waiting = log.append([{ shard: S2, entries: entries(1, 1) }])
      await assert.rejects(inFlight, failed)
      await assert.rejects(waiting, failed)
      broken = false
      await assert.rejects(log.append([{ shard: S2, entries: entries(1, 1) }]), failed)
      await assert.rejects(log.drop(S1, replicaId(2)), failed)
      assert.equal(log.shard(S1).lastIndex(), 0)
    }
  })

  it('does not make a log where there must be one', async () => {
    await assert.rejects(
      openLog(new MemoryDisk(), { createIfMissing: false }),
      (error: unknown) => error instanceof FatalError && error.kind === 'data-directory-unusable',
    )
  })

  it('waits for room on a full disk and goes on when there is some', async () => {
    let capacity = 40 * PAGE
    const waits: (() => void)[] = []
    const scheduler = {
      after: (delayMs: number, run: () => void) => {
        assert.equal(delayMs, 1000)
        waits.push(run)
        return { cancel: () => undefined }
      },
      every: () => assert.fail(),
      endOfTurn: () => assert.fail(),
      afterTurn: () => assert.fail(),
    }
    const disk = new MemoryDisk({ capacityBytes: () => capacity })
    const log = await openLog(disk, { scheduler })
    await log.append([start(S1)])
    let acknowledged = 0
    for (let index = 1; index <= 40; index++) {
      void log.append([{ shard: S1, entries: [entry(index)] }]).then(() => acknowledged++)
      await new Promise((resolve) => setImmediate(resolve))
    }
    assert.ok(acknowledged > 20 && acknowledged < 40, `acknowledged ${acknowledged}`)
    assert.ok(waits.length > 0)
    capacity = 200 * PAGE
    for (const run of waits.splice(0)) run()
    await new Promise((resolve) => setTimeout(resolve, 0))
    await log.append([])
    await log.close()
    assert.equal(acknowledged, 40)
  })
})
