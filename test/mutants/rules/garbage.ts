/** What may be collected, and when its rows may go (design page 05, "Garbage"; docs/decisions/0012). */
import type { MutantGroup } from '../mutant.ts'

const GARBAGE = 'test/shard/garbage.test.ts'
const MACHINE = 'test/shard/machine.test.ts'
const CLUSTER = 'test/server/garbage.test.ts'

export const GARBAGE_GROUP: MutantGroup = {
  title: 'Garbage',
  mutants: [
    {
      name: 'gc-point-falls',
      rule: 'a GC point never falls',
      where: 'src/shard/shard-state.ts',
      find: '    if (point <= this.gcPoint(keyspace)) return\n',
      put: '',
      caughtBy: { tests: [MACHINE] },
    },
    {
      name: 'gc-past-a-prepared-write',
      rule: 'what a prepared transaction will commit is not collected already',
      where: 'src/shard/apply-commands.ts',
      find: '  for (const held of state.prepared.all()) if (held.stamp < least) least = held.stamp\n',
      put: '',
      caughtBy: { tests: [GARBAGE] },
    },
    {
      name: 'collected-base-merges',
      rule: 'a version superseded at or below the GC point is no base, whether or not its bytes are gone',
      where: 'src/shard/entry-context.ts',
      find: "    return found.supersededAt <= this.state.gcPoint(keyspace) ? 'gone' : found.version\n",
      put: '    return found.version\n',
      caughtBy: { tests: [MACHINE, GARBAGE] },
    },
    {
      name: 'collected-head-kept-as-history',
      rule: 'a collected head leaves no row in history',
      where: 'src/shard/shard-state.ts',
      find: 'before !== undefined && !isCollected(before, gcPoint)',
      put: 'before !== undefined',
      caughtBy: { tests: [MACHINE, GARBAGE] },
    },
    {
      name: 'another-head-removed',
      rule: 'a head is removed only if it is still the version that was named',
      where: 'src/shard/garbage.ts',
      find: '    if (version?.timestamp !== row.timestamp) return\n',
      put: '    if (version === undefined) return\n',
      caughtBy: { tests: [GARBAGE] },
    },
    {
      name: 'head-removed-unseen',
      rule: 'a head that may have changed since it was read is looked at again',
      where: 'src/shard/garbage.ts',
      find: 'if (entry === undefined && (!asked || state.heads.mayHaveChanged(askedAt))) {',
      put: 'if (entry === undefined && !asked) {',
      caughtBy: { tests: [GARBAGE] },
    },
    {
      name: 'recent-lists-forgotten',
      rule: 'a list that a read could not see is not taken for none',
      where: 'src/shard/garbage.ts',
      find: '      this.recent.push({ sequence, keyspace, due })\n',
      put: '',
      caughtBy: { tests: [GARBAGE] },
    },
    {
      name: 'garbage-unknown-after-restart',
      rule: 'a restart forgets no garbage',
      where: 'src/shard/garbage.ts',
      find: '    for (const keyspace of state.gcPoints.keys()) this.oldest.set(keyspace, UNKNOWN)\n',
      put: '',
      caughtBy: { tests: [GARBAGE] },
    },
    {
      name: 'snapshot-without-garbage-lists',
      rule: 'a snapshot carries the lists of garbage with the garbage',
      where: 'src/shard/snapshot.ts',
      find: "    shardTableBounds('garbage', segment, descriptor.shard),\n",
      put: '',
      caughtBy: { tests: [CLUSTER] },
    },
    {
      name: 'retention-ignored',
      rule: 'history is kept for the retention of its keyspace',
      where: 'src/server/gc-points.ts',
      find: 'Math.min(now, this.knownUpTo) - rules.retentionMicros',
      put: 'Math.min(now, this.knownUpTo)',
      caughtBy: { tests: [CLUSTER] },
    },
    {
      name: 'holds-ignored',
      rule: 'no point passes what a hold keeps',
      where: 'src/server/gc-points.ts',
      find: '      if (concerns && hold.expiresAt + DOUBT_MICROS > now) point = Math.min(point, hold.readAt)\n',
      put: '',
      caughtBy: { tests: [CLUSTER] },
    },
    {
      name: 'holds-unheard-of',
      rule: 'what somebody may hold since placement was last heard is not collected',
      where: 'src/server/gc-points.ts',
      find: 'Math.min(now, this.knownUpTo) - rules.retentionMicros',
      put: 'now - rules.retentionMicros',
      caughtBy: { tests: [CLUSTER] },
    },
    {
      name: 'hold-out-of-retention',
      rule: 'a hold is taken only where nothing can be collected yet',
      where: 'src/placement/apply-holds.ts',
      find: '  if (readAt < oldest) {',
      put: '  if (readAt < 0) {',
      caughtBy: { tests: ['test/placement/apply-holds.test.ts'] },
    },
  ],
}
