/** Log, engine, checkpoints and snapshots (design page 03). */
import type { MutantGroup } from '../mutant.ts'

export const STORAGE: MutantGroup = {
  title: 'Storage',
  mutants: [
    {
      name: 'checksum-without-generation',
      rule: 'the checksum is seeded with the generation of the recycled file',
      where: 'src/storage/wal-format.ts',
      find: 'return (generation ^ salt) >>> 0',
      put: 'return salt >>> 0',
      caughtBy: { tests: ['test/storage/wal-format.test.ts'] },
    },
    {
      name: 'corruption-taken-for-torn-tail',
      rule: 'a bad frame is a torn tail only if no valid frame follows anywhere',
      where: 'src/storage/wal-recovery.ts',
      find: 'if (later === undefined) return offset',
      put: 'if (later !== -1) return offset',
      caughtBy: { tests: ['test/storage/raft-log-recovery.test.ts'] },
    },
    {
      name: 'newer-log-file-freed-first',
      rule: 'log files are freed strictly oldest first',
      where: 'src/storage/wal.ts',
      find: 'const file = this.live.shift()!',
      put: 'const file = this.live.splice(Math.min(1, this.live.length - 2), 1)[0]!',
      caughtBy: { tests: ['test/storage/raft-log-recovery.test.ts'] },
    },
    {
      name: 'freed-without-writing-again',
      rule: 'what still counts in a file is written again before the file goes',
      where: 'src/storage/log-reclaim.ts',
      find: 'if (!records.needsRewrite(freed)) continue',
      put: 'if (freed > 0) continue',
      caughtBy: { tests: ['test/storage/raft-log-recovery.test.ts'] },
    },
    {
      name: 'freed-name-not-durable',
      rule: 'the name of a freed file is gone durably before the next one goes',
      where: 'src/storage/wal-files.ts',
      find: `      await fileSystem.rename(file.path, path)
      await fileSystem.syncDirectory(directory)
      this.idle = path`,
      put: `      await fileSystem.rename(file.path, path)
      this.idle = path`,
      caughtBy: { tests: ['test/storage/raft-log-recovery.test.ts'] },
    },
    {
      name: 'append-reported-before-written',
      rule: 'an append of the log resolves only when its frame is durable',
      where: 'src/storage/wal.ts',
      find: '    await file.write(bytes, offset)\n    this.sequence++\n    this.offset += bytes.length\n    return { generation, offset }',
      put: '    void file.write(bytes, offset)\n    this.sequence++\n    this.offset += bytes.length\n    return { generation, offset }',
      caughtBy: { tests: ['test/storage/raft-log-crash.test.ts'] },
    },
    {
      name: 'failed-write-retried',
      rule: 'a failed write of the log is final: nothing is acknowledged after it',
      where: 'src/storage/wal.ts',
      find: '        this.queue.unshift(frame)\n        this.fail(logWriteFailed(this.current.path, error))\n        break',
      put: '        for (const each of frame.listeners) each.failed(logWriteFailed(this.current.path, error))\n        continue',
      caughtBy: { tests: ['test/storage/raft-log.test.ts'] },
    },
    {
      name: 'applied-index-without-data',
      rule: 'the applied index is in the same batch as the data',
      where: 'src/shard/machine.ts',
      find: '    batch.put(metaKey(shard), encodeMeta(state.meta()))\n',
      put: '    if (sequence % 2 === 0) batch.put(metaKey(shard), encodeMeta(state.meta()))\n',
      caughtBy: { sim: { faults: ['crash', 'crash-all', 'restart'] } },
    },
    {
      name: 'durable-without-flush-before',
      rule: 'durably applied is only what was written before flush was called',
      where: 'src/server/apply-pump.ts',
      find: '      lane.target.durablyApplied(index)\n',
      put: '      lane.target.durablyApplied(Math.max(index, lane.writtenIndex))\n',
      caughtBy: { tests: ['test/server/apply-pump.test.ts'] },
    },
    {
      name: 'checkpoint-without-flush',
      rule: 'the log is truncated only behind what survives a power loss',
      where: 'src/server/apply-pump.ts',
      find: '    await this.engine.flush()\n',
      put: '',
      caughtBy: { sim: { faults: ['crash', 'crash-all'] } },
    },
    {
      name: 'snapshot-rows-not-flushed',
      rule: 'snapshot install: rows are flushed before the mark is written',
      where: 'src/server/snapshot-receiver.ts',
      find: `metaUnder(meta, fresh)))
    await engine.flush()`,
      put: 'metaUnder(meta, fresh)))',
      caughtBy: { tests: ['test/server/snapshots.test.ts'] },
    },
    {
      name: 'snapshot-acknowledged-before-installed',
      rule: 'snapshot install: it is acknowledged when `meta` is durable',
      where: 'src/server/raft-driver.ts',
      find: 'else this.install(group, snapshot, responses)',
      put: `else {
          this.install(group, snapshot, [])
          this.deliver(group, responses)
        }`,
      caughtBy: { tests: ['test/server/snapshots.test.ts', 'test/server/raft-driver.test.ts'] },
    },
    {
      name: 'snapshot-mark-not-redone',
      rule: 'snapshot install: a mark newer than `meta` redoes the last steps',
      where: 'src/server/snapshot-receiver.ts',
      find: 'if (!isMadeGood && indexOf(staged) === mark.index) await this.activate(shard, true)',
      put: 'void isMadeGood',
      caughtBy: { tests: ['test/server/snapshots.test.ts'] },
    },
    {
      name: 'snapshot-redone-over-newer-state',
      rule: 'snapshot install: a mark that is not newer than `meta` redoes nothing',
      where: 'src/server/snapshot-receiver.ts',
      find: 'if (!isMadeGood && indexOf(staged)',
      put: 'if (indexOf(staged)',
      caughtBy: { tests: ['test/server/snapshot-receiver.test.ts'] },
    },
    {
      name: 'dirty-rows-over-a-snapshot',
      rule: 'what was not written yet is dropped when a snapshot replaces the state',
      where: 'src/server/apply-pump.ts',
      find: 'if (lane.removed || (lane.held && lane.target.state.owesRows !== true)) continue',
      put: 'if (lane.removed) continue',
      caughtBy: { tests: ['test/server/apply-pump.test.ts'] },
    },
    {
      name: 'stale-cache-fill',
      rule: 'a cache fill is discarded if apply touched the key after the fetch began',
      where: 'src/shard/head-cache.ts',
      find: '    if (this.evictedChange > beganAt) return\n',
      put: '',
      caughtBy: { tests: ['test/shard/head-cache.test.ts'] },
    },
    {
      name: 'fill-over-a-newer-head',
      rule: 'a cache fill never replaces what apply has made',
      where: 'src/shard/head-cache.ts',
      find: `      if (pin) this.pin(present)
      return`,
      put: `      if (pin) this.pin(present)
      present.version = version
      return`,
      caughtBy: { tests: ['test/shard/head-cache.test.ts'] },
    },
  ],
}
