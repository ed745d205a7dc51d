/** Keyspaces: drops, quotas, counts (06; docs/decisions/0011). */
import type { MutantGroup } from '../mutant.ts'

const DELETE_RANGE = 'test/shard/delete-range.test.ts'
const DROPPED = 'test/shard/dropped-keyspaces.test.ts'
const QUOTA = 'test/shard/quota.test.ts'
const USAGE = 'test/shard/usage.test.ts'

export const KEYSPACES: MutantGroup = {
  title: 'Keyspaces',
  mutants: [
    {
      name: 'dropped-keyspace-comes-back',
      rule: 'a shard that knows a keyspace to be dropped refuses it, whatever the leader of the entry had heard',
      where: 'src/shard/needed-rows.ts',
      find: 'return dropped.has(keyspace) ? undefined : rules',
      put: 'return rules',
      caughtBy: { tests: [DROPPED] },
    },
    {
      name: 'drop-under-a-prepared-transaction',
      rule: 'a keyspace is not dropped from under a prepared transaction',
      where: 'src/shard/apply-commands.ts',
      find: '    if (reads.some(isDropped) || ranges.some(isDropped) || intents.some(isDropped)) return DONE\n',
      put: '',
      caughtBy: { tests: [DROPPED] },
    },
    {
      name: 'read-brings-a-dropped-row-back',
      rule: 'what was being read of a keyspace when it was dropped does not come to the cache',
      where: 'src/shard/head-cache.ts',
      find: '    this.changes += 1\n    this.evictedChange = this.changes\n    if (entries',
      put: '    if (entries',
      caughtBy: { tests: [DROPPED] },
    },
    {
      name: 'full-keyspace-grows',
      rule: 'in a full keyspace no write leaves more than it found',
      where: 'src/shard/quota.ts',
      find: '  return growth > 0 ? fullRefusal(context, entry.keyspace) : undefined\n',
      put: '  return undefined\n',
      caughtBy: { tests: [QUOTA] },
    },
    {
      name: 'collected-bytes-count-on',
      rule: 'what the GC point has passed is taken off the counts',
      where: 'src/shard/shard-state.ts',
      find: 'this.usageOf(keyspace).collect(point)',
      put: 'this.usageOf(keyspace)',
      caughtBy: { tests: [USAGE] },
    },
    {
      name: 'range-deleted-under-an-insert',
      rule: 'a delete of a range waits for keys inside that are about to be written, there or not',
      where: 'src/shard/apply-delete-range.ts',
      find: '  if (inside !== undefined) return lockedReply(inside)\n',
      put: '',
      caughtBy: { tests: [DELETE_RANGE] },
    },
    {
      name: 'range-deleted-under-a-reader',
      rule: 'a delete of a range waits for who has read a key inside',
      where: 'src/shard/apply-delete-range.ts',
      find: '    if (block !== undefined) return lockedReply(block)\n',
      put: '',
      caughtBy: { tests: [DELETE_RANGE] },
    },
    {
      name: 'scanned-over-its-partition',
      rule: 'a scan of one partition leaves out others with the same token',
      where: 'src/server/scan-run.ts',
      find: '      if (!this.page.isOfPartition(row.key)) continue\n',
      put: '',
      caughtBy: { tests: ['test/server/scan-run.test.ts'] },
    },
    {
      name: 'range-deleted-over-its-partition',
      rule: 'a delete of a range leaves other partitions with the same token alone',
      where: 'src/shard/apply-delete-range.ts',
      find: '    if (partitionOf(key, rules.partition) !== command.partition) continue\n',
      put: '',
      caughtBy: { tests: [DELETE_RANGE] },
    },
  ],
}
